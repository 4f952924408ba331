/** What the index knows of a talk: what its record says, the text of its slides, and what was said. */
import type { Appearance, Archive, Talk } from "../model/archive.ts";
import { foreignLanguage } from "../components/links.ts";
import { slidePath } from "../components/slides.ts";
import { decksOf, type ShownDeck } from "../model/slides.ts";
import type { Cue, Transcript } from "../model/made-media.ts";
import { statusOf } from "../model/status.ts";
import { cuePath, transcribed, transcriptOf } from "../model/transcript.ts";
import { capitalize } from "../text/wording.ts";
import { type SearchDocument, type Stretch, searchWords, some, sortingDate, unique, yearBeside } from "./document.ts";
import { inLatinLetters, otherSpellings } from "../text/indexed-words.ts";

/** Seconds of a transcript that are one stretch: near enough to listen from, and few enough places. */
const STRETCH = 30;

/** `organizationsAt` gives the names by which the organizations of a speaker are known. What it reads beyond `talkDigest` belongs into its key in `documents.ts`. */
export function talkDocument(archive: Archive, talk: Talk, organizationsAt: (at: Appearance) => string[]): SearchDocument {
  const { record, event } = talk;
  const { words } = archive;
  const { dates, found, kinds, language, list } = words;
  const status = statusOf(talk);
  const names = talk.speakers.map(({ name }) => name);
  const known = unique(talk.speakers.flatMap(({ person }) => [person.name, ...(person.record?.record.aliases ?? [])]));
  const organizations = unique(talk.speakers.flatMap(organizationsAt));
  const topics = talk.topics.map(({ name }) => name);
  const kind = record.kind === "talk" ? undefined : capitalize(kinds[record.kind]);
  const { startDate, endDate } = event.record;
  // What has no day of its own is sorted, but not shown, as if it were of the first.
  const day = talk.when?.day ?? startDate ?? event.year;
  const shown = talk.when ? dates.date(talk.when.day) : dates.range(startDate, endDate) || event.year;
  return {
    path: talk.path,
    meta: {
      title: talk.title,
      ...some("by", list.commas(names)),
      ...some("about", list.commas(unique([...topics, kind, status && words.status[status]]))),
      ...some("from", list.commas(organizations)),
      event: event.record.name,
      ...searchWords(record, talk.topics, yearBeside(event.year, event.record.name)),
      ...some(
        "known",
        unique([...known.filter((name) => !names.includes(name)), ...otherSpellings(known), ...inLatinLetters(known)]).join(" "),
      ),
      ...some("also", otherSpellings([talk.title]).join(" ")),
    },
    stretches: [
      {
        place: "",
        text: talk.abstract?.text ?? "",
        ...(record.abstractBy === "archive" ? {} : foreign(archive, talk.language)),
      },
      ...decksOf(archive, talk).flatMap((shown) => slideStretches(archive, talk, shown)),
      ...spokenStretches(archive, talk, transcriptOf(archive, talk)),
    ].filter(({ text }) => text !== ""),
    kind: "talk",
    filters: {
      kind: unique([found.talk, kind]),
      event: [event.record.name],
      year: unique([event.year]),
      topic: topics,
      speaker: unique(talk.speakers.map(({ person }) => person.name)),
      organization: organizations,
      language: talk.languages.map((one) => language(one)),
      slides: talk.slides ? ["yes"] : [],
      video: talk.video ? ["yes"] : [],
    },
    shown: {
      ...some("day", shown ?? ""),
      ...foreign(archive, talk.language),
    },
    date: sortingDate(day),
  };
}

/** The name of a language, unless it is the site's. */
const foreign = (archive: Archive, language: string) => some("lang", foreignLanguage(archive, { language }) ?? "");

function slideStretches(archive: Archive, talk: Talk, shown: ShownDeck): Stretch[] {
  const lang = foreign(archive, shown.document.language ?? talk.language);
  return shown.deck.pages.map(({ number, lines, thumbnail }) => {
    // The last format is the one that every browser shows.
    const source = thumbnail.sources.at(-1);
    const height = source && Math.round((source.width * thumbnail.height) / thumbnail.width);
    return {
      place: placeIn(talk, slidePath(talk, shown, number)),
      picture: source && { path: source.path, width: source.width, height: height ?? 0 },
      text: lines.join("\n"),
      ...lang,
    };
  });
}

function spokenStretches(archive: Archive, talk: Talk, transcript: Transcript | undefined): Stretch[] {
  const stretches: { from: Cue; texts: string[] }[] = [];
  for (const cue of transcript?.cues ?? []) {
    const last = stretches.at(-1);
    if (last && cue.start - last.from.start < STRETCH) last.texts.push(cue.text);
    else stretches.push({ from: cue, texts: [cue.text] });
  }
  const lang = foreign(archive, transcribed(talk)?.language ?? talk.language);
  return stretches.map(({ from, texts }) => ({
    place: placeIn(talk, cuePath(archive, talk, from.start) ?? talk.path),
    text: texts.join(" "),
    ...lang,
  }));
}

/** A site path as seen from the page of the talk, below which it is. */
const placeIn = (talk: Talk, path: string) => (path.startsWith(talk.path) ? path.slice(talk.path.length) : path);
