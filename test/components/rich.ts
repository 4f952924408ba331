/** Makes an archive in which every field of every kind of record is filled, so that every part of a page is printed. */
import type { Archive } from "../../src/model/archive.ts";
import type { MadeMedia, Picture } from "../../src/model/made-media.ts";
import { archiveOf } from "../model/make.ts";

const address = (name: string) => `https://www.example.org/${name}`;
const links = [{ title: "Blog post", url: address("blog") }];
const sources = [address("source-1"), address("source-2/")];

/** A picture in two formats and two sizes. */
export function pictureAt(path: string): Picture {
  const source = (type: Picture["sources"][number]["type"], ending: string) => (width: number) => ({
    type,
    width,
    path: `${path}-${width}.${ending}`,
  });
  const widths = [960, 1600];
  return { width: 1600, height: 900, sources: [...widths.map(source("image/avif", "avif")), ...widths.map(source("image/webp", "webp"))] };
}

const MADE: MadeMedia = {
  pictures: new Map([
    ["speakers/ada.jpg", pictureAt("/assets/media/ada-0123/ada")],
    ["2012/talk.jpg", pictureAt("/assets/media/talk-4567/talk")],
  ]),
  decks: new Map([
    [
      "2012/talk.pdf",
      {
        pages: [["First slide", "with two lines"], []].map((lines, index) => ({
          number: index + 1,
          lines,
          picture: pictureAt(`/assets/media/talk-89ab/${index + 1}`),
          thumbnail: {
            width: 200,
            height: 113,
            sources: [{ type: "image/webp" as const, width: 200, path: `/assets/media/talk-89ab/${index + 1}-200.webp` }],
          },
        })),
      },
    ],
  ]),
  transcripts: new Map([
    [
      "2012/talk.vtt",
      {
        cues: [
          { start: 3.5, end: 6, speaker: "Ada Example", text: "Guten Tag." },
          { start: 6, end: 9, speaker: "Bob", text: "Danke." },
        ],
      },
    ],
    [
      "2012/long.vtt",
      {
        cues: Array.from({ length: 300 }, (_, index) => ({
          start: index * 4,
          end: index * 4 + 4,
          speaker: undefined,
          text: "Was gesagt wird. ".repeat(4),
        })),
      },
    ],
  ]),
};

export function richArchive(): Archive {
  const archive = archiveOf({
    url: "https://example.org/archive/",
    site: {
      introduction: "Welcome to the archive.",
      navigation: [
        { label: "Home", url: "/" },
        { label: "Blog", url: address("blog") },
      ],
      sections: [
        { label: "Summits", url: "/events/" },
        { label: "Wiki", url: address("wiki") },
      ],
      sectionsLabel: "Community",
      licence: { text: "Free to use.", url: address("licence") },
      repository: { url: address("repository") },
      series: [{ id: "summit", name: "Summit", description: "The conference." }],
      featured: ["2012-spring/local"],
    },
    events: {
      "2012-spring": {
        name: "Spring 2012",
        series: "summit",
        startDate: "2012-05-31",
        endDate: "2012-06-02",
        knownDays: ["2012-06-01"],
        timezone: "Europe/Berlin",
        venue: "A house",
        city: "Berlin",
        country: "Germany",
        host: "A host",
        welcome: "Welcome.",
        note: "Little is known.",
        formerUrls: ["/old/2012.html"],
        links,
        sources,
      },
      "2010-spring": { name: "Spring 2010" },
      "2011-autumn": {
        name: "Autumn 2011",
        startDate: "2011-10-03",
        endDate: "2011-10-05",
        timezone: "Europe/Berlin",
        status: "postponed",
        postponedTo: "2012-spring",
        licences: { talks: "CC-BY-4.0", slides: "https://example.org/slides-licence", recordings: "CC0-1.0" },
        publishFrom: "2011-01-01",
      },
    },
    talks: {
      "2012-spring/local": {
        title: "A talk",
        titleBy: "archive",
        date: "2012-05-31",
        start: "09:00",
        end: "10:00",
        room: "Hall",
        track: "Security",
        kind: "keynote",
        language: "de",
        abstract: "What it is about.",
        abstractBy: "archive",
        topics: ["security", "arm"],
        speakers: [
          { name: "Ada Example", role: "Engineer", organization: "Example", bio: "Ada builds things." },
          { name: "Bob", role: "Manager" },
        ],
        slides: { file: "2012/talk.pdf", url: address("slides"), title: "Slides, first part" },
        video: {
          file: "2012/talk.webm",
          captions: "2012/talk.vtt",
          poster: "2012/talk.jpg",
          url: address("video"),
          archived: address("copy"),
          archivedOn: "2013",
        },
        original: address("original"),
        formerUrls: ["/old/talk.html"],
        updated: "2020-02-29",
        links,
        sources,
      },
      "2012-spring/gone": {
        date: "2012-05-31",
        start: "09:00",
        end: "10:00",
        room: "Tower",
        topics: ["security"],
        speaker: "Ada Example",
        slides: { url: address("gone"), unavailable: "2020-01-01", archived: address("copy"), archivedOn: "2013-02" },
        video: { url: address("gone"), unavailable: "2020-01-01" },
      },
      "2012-spring/tea": { date: "2012-05-31", start: "10:00", duration: 30, kind: "break" },
      "2012-spring/untimed": { date: "2012-06-01", duration: 30, topics: ["security"], speaker: "Eve" },
      "2012-spring/elsewhere": {
        date: "2012-06-01",
        language: "de",
        video: { url: "https://vimeo.com/1?t=5", captions: "2012/long.vtt", poster: "2012/talk.jpg", duration: "54:10" },
      },
      "2011-autumn/first": {
        title: "In two parts",
        date: "2011-10-03",
        start: "10:00",
        end: "11:00",
        speaker: "Eve",
        namesWithheld: 1,
        languages: ["de", "en"],
        part: 1,
        parts: 2,
        status: "online",
        alsoGivenAt: ["2012-spring/gone", "2010-spring"],
        licence: "MIT",
        documents: [
          { kind: "slides", file: "2012/talk.pdf", language: "en", licence: "CC-BY-SA-4.0" },
          { kind: "paper", url: address("paper"), title: "The whole story" },
          { kind: "code", url: address("code"), unavailable: "2020-01-01" },
          { kind: "other", file: "2012/talk.webm" },
        ],
        recordings: [
          {
            url: "https://vimeo.com/2",
            poster: "2012/talk.jpg",
            part: 1,
            source: "A film crew",
            start: "12:30",
            end: "1:02:30",
            published: "2011-11-01",
            chapters: [
              { start: "12:30", title: "Beginning" },
              { start: "40:00", title: "End" },
            ],
          },
          { url: "https://vimeo.com/3", language: "en", part: 2, licence: "https://example.org/recording-licence" },
        ],
      },
      "2011-autumn/second": { date: "2011-10-04", part: 2, parts: 2, continues: "2011-autumn/first", recording: "declined" },
      "2011-autumn/days": {
        date: "2011-10-03",
        start: "18:00",
        endDate: "2011-10-05",
        end: "12:00",
        status: "cancelled",
        recording: "none",
      },
      "2011-autumn/later": { status: "postponed", postponedTo: "2012-spring/local", recording: "withheld" },
      "2011-autumn/gone": { withheld: true, title: "Unseen", abstract: "Unseen.", formerUrls: ["/old/unseen.html"] },
      "2010-spring/undated": { track: "Storage", topics: ["arm"], speaker: "Eve" },
      "2010-spring/other": { duration: 20 },
    },
    speakers: {
      ada: {
        name: "Ada Example",
        aliases: ["A. Example"],
        country: "Germany",
        bio: "Ada is an engineer.",
        bioBy: "archive",
        bioAsOf: "2012-05",
        photo: "speakers/ada.jpg",
        organizations: [{ name: "Example", from: 2010, seenIn: [2012] }],
        links,
        sources,
      },
    },
    papers: {
      one: {
        title: "A paper",
        authors: ["Ada Example", "Bob"],
        venue: "A conference",
        year: 2003,
        pages: "1-2",
        doi: "10.1145/945445.945462",
        url: address("paper"),
        note: "Worth reading.",
        noteBy: "archive",
        topics: ["security"],
        links,
        sources,
      },
      two: { title: "Another paper" },
    },
    pages: {
      ecosystem: {
        title: "Ecosystem",
        text: "What there is.",
        formerUrls: ["/old/ecosystem.html"],
        sources,
        entries: [
          { name: "Thing", kind: "product", organization: "Example", url: address("thing"), since: 2008, description: "A thing.", sources },
          { name: "Other thing", kind: "project" },
        ],
      },
    },
    addresses: { removed: [{ path: "/events/2010-spring/removed/", date: "2026-01-05", reason: "At the request of the speaker." }] },
    topics: [
      { name: "security", aliases: ["safety"], description: "Keeping guests apart." },
      { name: "arm", label: "Arm", broader: "security" },
      { name: "boot", broader: "arm" },
    ],
    organizations: [{ name: "Example", aliases: ["Example, Inc."], url: address("company") }],
    media: [
      { path: "2012/talk.pdf", bytes: 1_234_567, looksLike: "pdf" },
      { path: "2012/talk.webm", bytes: 9_000_000, looksLike: "other" },
    ],
  });
  archive.made = MADE;
  return archive;
}
