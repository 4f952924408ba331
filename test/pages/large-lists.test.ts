/** No page of a large archive is too heavy: that of the benchmark's series in small, with an event, a speaker and topics of extreme sizes. */
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { loadStyles } from "../../src/build/assets.ts";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import type { Archive, Talk } from "../../src/model/archive.ts";
import { agendaPages } from "../../src/pages/agenda.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { eventFields, madeEvents, talkFields } from "../bench/video-series.ts";
import { archiveOf, existing } from "../model/make.ts";
import { madeUpAssets, madeUpPath } from "../support/assets.ts";
import { PROJECT } from "../support/cli.ts";
import { compress } from "../support/host.ts";
import { FIRST_ROUND_TRIP, LONG_LIST } from "../support/whole-site/weight.ts";
import { LONG } from "../support/long.ts";

/** An eighth of the talks, so that there are more events than one page lists. */
const TALKS = 2_714;

/** The archive of these events; the first has 600 talks, of which one speaker gave 300 and which share a tag with 5,000 talks. */
function largeArchive(): Archive {
  const events = [...madeEvents(TALKS)];
  const [first] = events;
  const talks = events.flatMap((event) => event.talks.map((talk) => [`${event.id}/${talk.slug}`, talkFields(talk)] as const));
  const more = talks.slice(-600).map(([, talk], place) => {
    const minutes = 480 + 10 * Math.floor(place / 12);
    const start = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const rooms = { room: `Room ${place % 12}`, date: first?.startDate, start: place < 60 ? "07:00" : start };
    const speakers = place % 2 ? talk.speakers : [{ name: "Ada Everywhere", organization: "Society of Speakers" }];
    return [`${first?.id}/more-${place}`, { ...talk, ...rooms, speakers, topics: ["conference talk"] }] as const;
  });
  const archive = archiveOf({
    url: "https://example.org/archive/",
    site: { series: [...new Map(events.map(({ series }) => [series.id, series])).values()] },
    events: Object.fromEntries(events.map((event) => [event.id, eventFields(event)])),
    talks: Object.fromEntries([...talks, ...more]),
  });
  const tag = existing(archive.topics.find(({ slug }) => slug === "conference-talk"));
  tag.talks = Array.from({ length: 5_000 }, (_, place) => archive.talks[place % archive.talks.length] as Talk);
  return archive;
}

const archive = largeArchive();
let render: (kind: string, view: object) => string;
let sizeOfStyles: (html: string) => number;
beforeAll(async () => {
  const styles = await loadStyles(join(PROJECT, "assets/css"), (file) => `/assets/${basename(file)}`);
  const environment = createEnvironment(await loadTemplates(), archive.words);
  const frame = frameView(archive, { generator: "", builtOn: "2020-05-04", assets: madeUpAssets(styles) });
  const sizes = new Map(
    Object.values(styles.files).flatMap((files) => files.map((file) => [madeUpPath(file), brotliCompressSync(file.text).length])),
  );
  render = (kind, view) => environment.render(`pages/${kind}.njk`, { view, frame });
  sizeOfStyles = (html) =>
    [...html.matchAll(/<link rel="stylesheet" href="(\/[^"]+)">/g)].reduce(
      (sum, [, path = ""]) => sum + (sizes.get(path) ?? Number.NaN),
      0,
    );
});

/** What a host sends of a page and its styles. */
function sizeOf(html: string): number {
  const styles = sizeOfStyles(html);
  const quick = styles + compress(Buffer.from(html)).length;
  return quick > FIRST_ROUND_TRIP ? styles + brotliCompressSync(html).length : quick;
}

/** Speakers and topics of few talks, whose pages are no long lists. */
const small = new Set([
  ...archive.people.filter(({ appearances }) => appearances.length < 20).map(({ slug }) => slug),
  ...archive.topics.filter(({ talks }) => talks.length < 20).map(({ slug }) => slug),
]);

/** Of each kind the longest pages are compressed, which takes long. */
const MEASURED = LONG ? 20 : 5;

const LISTS = [
  "home",
  "events",
  "event",
  "agenda",
  "presentations",
  "speakers",
  "speaker",
  "topics",
  "topic",
  "series",
  "years",
  "year",
  "explore",
];

describe("a large archive", () => {
  test.each(LISTS)("has no page of the kind %s that is too heavy", (name) => {
    const kind = existing(PAGE_KINDS.find((one) => one.name === name));
    const pages = kind.groups
      ? [...kind.groups(archive)].filter(({ id }) => !small.has(id)).flatMap(({ views }) => [...views()])
      : [...kind.views(archive)];
    expect(pages.length).toBeGreaterThan(0);
    const printed = pages.map((view) => ({ path: view.path, html: render(name, view) })).sort((a, b) => b.html.length - a.html.length);
    const heavy = printed.slice(0, MEASURED).flatMap(({ path, html }) => {
      const entries = (html.match(/<li class="talk-item/g) ?? []).length;
      const size = sizeOf(html);
      return size <= (entries > LONG_LIST.entries ? LONG_LIST.most : FIRST_ROUND_TRIP) ? [] : [`${path}: ${size} bytes`];
    });
    expect(heavy).toEqual([]);
  });
});

test("of an event of very many days, each page leads to the days around its own and to the ends, and the overview to all", () => {
  const dayOf = (place: number) => new Date(Date.UTC(2001, 0, 1 + 7 * place)).toISOString().slice(0, 10);
  const weekly = archiveOf({
    events: { meetup: { name: "Meetup", startDate: dayOf(0), endDate: dayOf(119) } },
    talks: Object.fromEntries(Array.from({ length: 120 }, (_, place) => [`meetup/t${place}`, { title: "T", date: dayOf(place) }])),
  });
  const [overview, ...days] = [...agendaPages.views(weekly)].map(({ dayLinks }) => dayLinks.map(({ href }) => href.split("/").at(-2)));
  expect(overview).toEqual(Array.from({ length: 120 }, (_, place) => dayOf(place)));
  expect(days).toHaveLength(120);
  expect(days[60]).toEqual([0, ...Array.from({ length: 25 }, (_, place) => 48 + place), 119].map(dayOf));
  expect(days.every((links, place) => links.includes(dayOf(place)) && links.length <= 27)).toBe(true);
});

test("what leads on from a part of a day says whether another part or another day follows", () => {
  const long = archiveOf({
    events: { fair: { name: "Fair", startDate: "2001-01-01", endDate: "2001-01-02" } },
    talks: Object.fromEntries(
      Array.from({ length: 900 }, (_, place) => [`fair/t${place}`, { title: "T", date: place < 600 ? "2001-01-01" : "2001-01-02" }]),
    ),
  });
  const [, ...pages] = [...agendaPages.views(long)];
  const steps = pages.map(({ next }) => `${next?.href.split("/").at(-2)}: ${next?.what}`);
  expect(pages.map(({ previous }) => previous?.what).slice(1)).toEqual(
    pages.slice(0, -1).map(({ next }) => next?.what.replace("Next", "Previous")),
  );
  expect([steps.filter((step) => step.endsWith("Next day")), steps[0]]).toEqual([["2001-01-02: Next day"], "2: Next part"]);
});
