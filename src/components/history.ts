/** The drawing of an archive's history as numbers: a tower for every edition, or of many for every year, in order of time, a block for every talk. */
import { type Archive, type Event, presentations } from "../model/archive.ts";
import { MANY_EVENTS } from "../model/series.ts";
import { href, PATHS, yearPath } from "../model/urls.ts";
import { addTo } from "../text/add-to.ts";
import { drawnTalks, eventItem } from "./event-item.ts";

/** Lengths across are hundredths of the width, so that the drawing fits any page; lengths up are blocks. */
export interface History {
  caption: string;
  /** Whether a column is a year; else it is an event. */
  isByYear: boolean;
  columns: number;
  /** How many blocks high the drawing is. */
  blocks: number;
  /** How many talks one block stands for. */
  talksOfBlock: number;
  /** Outlines of towers in columns and blocks: all talks, those with slides or video, those with video; and editions without talks. */
  all: string;
  media: string;
  video: string;
  /** Those with both, as the other half of blocks with a video. */
  both: string;
  empty: string;
  columnWidth: number;
  towers: { href: string; title: string; x: number; middle: number; height: number; place: string }[];
  /** Whether places are written on the towers; there is room for some only. */
  hasPlaces: boolean;
  /** `minor` ones are left out where the page is narrow. */
  years: { label: string; x: number; minor: boolean }[];
}

/** Fewer editions are no history; a list tells them better. */
const FEWEST = 3;
const LEAST_COLUMNS = 12;
const LEAST_BLOCKS = 8;
const MOST_BLOCKS = 40;
/** Longer runs of years without an edition are drawn as one column. */
const LONGEST_GAP = 10;
const MOST_WITH_PLACES = 44;
const LONGEST_PLACE = 16;
/** The same on towers of at most half the height, which leave more room above them. */
const LONGEST_ON_LOW = 24;
/** What a year's label takes of the width of a wide and of a narrow page. */
const WIDE_LABEL = 3.1;
const NARROW_LABEL = 13;

/** How many talks one block stands for, so that no edition has too many to tell apart, and how many blocks the largest has. */
export function scaleOf({ events }: Archive): { blocks: number; talksOfBlock: number } {
  return scaleFor(events.reduce((largest, event) => Math.max(largest, presentations(event.talks).length), 0));
}

function scaleFor(most: number): { blocks: number; talksOfBlock: number } {
  let size = 1;
  for (let step = 0; most / size > MOST_BLOCKS; step++) size *= step % 3 === 1 ? 2.5 : 2;
  return { blocks: Math.max(LEAST_BLOCKS, Math.ceil(most / size)), talksOfBlock: size };
}

/** The drawing, or nothing where there is too little to draw. */
export function historyOf(archive: Archive): History | null {
  const { events } = archive;
  if (events.length < FEWEST) return null;
  const isByYear = events.length > MANY_EVENTS;
  const towers = isByYear ? yearTowers(archive) : eventTowers(archive);
  const { blocks, talksOfBlock } = scaleFor(towers.reduce((largest, { talks }) => Math.max(largest, talks), 0));
  const { places, slots, width } = columnsOf(archive, towers);
  const columns = Math.max(LEAST_COLUMNS, width);
  const percent = (column: number) => Math.round((column / columns) * 10000) / 100;
  const drawn = places.map(({ tower, column }) => ({ ...tower, column }));
  const path = (field: "talks" | "withMedia" | "withVideo" | "withBoth", at = 0.5) =>
    drawn
      .filter((tower) => tower[field] > 0)
      .map((tower) => `M${tower.column + at} ${blocks}v-${Math.ceil(tower[field] / talksOfBlock)}`)
      .join("");
  return {
    caption: captionOf(archive),
    isByYear,
    columns,
    blocks,
    talksOfBlock,
    all: path("talks"),
    media: path("withMedia"),
    video: path("withVideo"),
    both: path("withBoth", 0.685),
    empty: drawn.flatMap(({ talks, column }) => (talks ? [] : [`M${column + 0.5} ${blocks}v-.5`])).join(""),
    columnWidth: percent(1),
    towers: drawn.map(({ path: to, title, place, column, talks }) => {
      const height = Math.ceil(talks / talksOfBlock) || 1;
      return {
        href: href(archive.site.base, to),
        title,
        x: percent(column),
        middle: percent(column + 0.5),
        height,
        place: shortened(place, height * 2 > blocks ? LONGEST_PLACE : LONGEST_ON_LOW),
      };
    }),
    hasPlaces: !isByYear && columns <= MOST_WITH_PLACES,
    years: labelsOf(slots.map(({ label, middle }) => ({ label, x: percent(middle) }))),
  };
}

/** What a column stands for. */
interface Tower extends ReturnType<typeof drawnTalks> {
  year: string | undefined;
  path: string;
  title: string;
  place: string;
}

function eventTowers(archive: Archive): Tower[] {
  return archive.events.map((event) => ({
    year: event.year,
    path: event.path,
    title: titleOf(archive, event),
    place: event.record.city ?? event.record.country ?? "",
    ...drawnTalks(event),
  }));
}

/** A tower for each year; those without one lead to the list of events. */
function yearTowers({ events, words: { count, history } }: Archive): Tower[] {
  const years = new Map<string | undefined, Event[]>();
  for (const event of events) addTo(years, event.year, event);
  return [...years].map(([year, list]) => {
    const drawn = list.map(drawnTalks);
    const sum = (field: keyof ReturnType<typeof drawnTalks>) => drawn.reduce((all, one) => all + one[field], 0);
    const talks = sum("talks");
    return {
      year,
      path: year === undefined ? PATHS.events : yearPath(year),
      title: [year ?? history.undated, count.events(list.length), count.talks(talks)].join(" · "),
      place: "",
      ...{ talks, withMedia: sum("withMedia"), withVideo: sum("withVideo"), withBoth: sum("withBoth") },
    };
  });
}

/** A column for every tower, and one for a year that has none. */
function columnsOf({ words }: Archive, towers: readonly Tower[]) {
  const places: { tower: Tower; column: number }[] = [];
  const slots: { label: string; middle: number }[] = [];
  let width = 0;
  let last: number | undefined;
  const dated = towers.filter(({ year }) => year !== undefined);
  for (const year of new Set(dated.map((tower) => Number(tower.year)))) {
    const empty = last === undefined ? 0 : year - last - 1;
    if (empty > LONGEST_GAP) width++;
    else for (let one = year - empty; one < year; one++) slots.push({ label: String(one), middle: width++ + 0.5 });
    const from = width;
    for (const tower of dated) if (Number(tower.year) === year) places.push({ tower, column: width++ });
    slots.push({ label: String(year), middle: (from + width) / 2 });
    last = year;
  }
  const undated = towers.filter(({ year }) => year === undefined);
  if (undated.length > 0) {
    if (width > 0) width++;
    slots.push({ label: words.history.undated, middle: width + undated.length / 2 });
    for (const tower of undated) places.push({ tower, column: width++ });
  }
  return { places, slots, width };
}

/** Of the labels those that there is room for: the ends, round years, then others. */
function labelsOf(labels: { label: string; x: number }[]): History["years"] {
  const ends = new Set([labels[0], labels.at(-1)]);
  const rank = (label: (typeof labels)[number]) =>
    ends.has(label) ? 0 : 1 + [50, 10, 5, 2, 1].findIndex((step) => Number(label.label) % step === 0);
  const fitting = (list: typeof labels, room: number) => {
    const placed: typeof labels = [];
    for (const label of list.toSorted((a, b) => rank(a) - rank(b)))
      if (placed.every(({ x }) => Math.abs(x - label.x) >= room)) placed.push(label);
    return placed;
  };
  const wide = fitting(labels, WIDE_LABEL);
  const narrow = new Set(fitting(wide, NARROW_LABEL));
  return wide.toSorted((a, b) => a.x - b.x).map((label) => ({ ...label, minor: !narrow.has(label) }));
}

function captionOf({ events, words }: Archive): string {
  const years = events.flatMap(({ year }) => (year === undefined ? [] : [year]));
  return words.history.caption({ editions: events.length, first: years[0], last: years.at(-1) });
}

function titleOf(archive: Archive, event: Event): string {
  const { name, place, host, size } = eventItem(archive, event);
  return [name, place, host && archive.words.eventItem.hostedBy(host), size].filter(Boolean).join(" · ");
}

function shortened(text: string, longest: number): string {
  if (text.length <= LONGEST_PLACE) return text;
  const letters = [...text.replace(/ \(.*$/, "")];
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join("")
        .trim()}…`
    : letters.join("");
}
