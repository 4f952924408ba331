/** The drawing of an archive's history as numbers: a tower for every edition in order of time, a block for every talk. */
import { type Archive, type Event, presentations } from "../model/archive.ts";
import { href } from "../model/urls.ts";
import { drawnTalks, eventItem } from "./event-item.ts";

/** Lengths across are hundredths of the width, so that the drawing fits any page; lengths up are blocks. */
export interface History {
  caption: string;
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
/** What a year's label takes of the width of a wide and of a narrow page. */
const WIDE_LABEL = 3.1;
const NARROW_LABEL = 13;

/** How many talks one block stands for, so that no edition has too many to tell apart, and how many blocks the largest has. */
export function scaleOf({ events }: Archive): { blocks: number; talksOfBlock: number } {
  const most = events.reduce((largest, event) => Math.max(largest, presentations(event.talks).length), 0);
  let size = 1;
  for (let step = 0; most / size > MOST_BLOCKS; step++) size *= step % 3 === 1 ? 2.5 : 2;
  return { blocks: Math.max(LEAST_BLOCKS, Math.ceil(most / size)), talksOfBlock: size };
}

/** The drawing, or nothing where there is too little to draw. */
export function historyOf(archive: Archive): History | null {
  const { events } = archive;
  if (events.length < FEWEST) return null;
  const { blocks, talksOfBlock } = scaleOf(archive);
  const { places, slots, width } = columnsOf(archive);
  const columns = Math.max(LEAST_COLUMNS, width);
  const percent = (column: number) => Math.round((column / columns) * 10000) / 100;
  const drawn = places.map(({ event, column }) => ({ event, column, ...drawnTalks(event) }));
  const path = (field: "talks" | "withMedia" | "withVideo" | "withBoth", at = 0.5) =>
    drawn
      .filter((tower) => tower[field] > 0)
      .map((tower) => `M${tower.column + at} ${blocks}v-${Math.ceil(tower[field] / talksOfBlock)}`)
      .join("");
  return {
    caption: captionOf(archive),
    columns,
    blocks,
    talksOfBlock,
    all: path("talks"),
    media: path("withMedia"),
    video: path("withVideo"),
    both: path("withBoth", 0.685),
    empty: drawn.flatMap(({ talks, column }) => (talks ? [] : [`M${column + 0.5} ${blocks}v-.5`])).join(""),
    columnWidth: percent(1),
    towers: drawn.map(({ event, column, talks }) => ({
      href: href(archive.site.base, event.path),
      title: titleOf(archive, event),
      x: percent(column),
      middle: percent(column + 0.5),
      height: Math.ceil(talks / talksOfBlock) || 1,
      place: shortened(event.record.city ?? event.record.country ?? ""),
    })),
    hasPlaces: columns <= MOST_WITH_PLACES,
    years: labelsOf(slots.map(({ label, middle }) => ({ label, x: percent(middle) }))),
  };
}

/** A column for every edition, and one for a year that has none. */
function columnsOf({ events, words }: Archive) {
  const places: { event: Event; column: number }[] = [];
  const slots: { label: string; middle: number }[] = [];
  let width = 0;
  let last: number | undefined;
  const dated = events.filter(({ year }) => year !== undefined);
  for (const year of new Set(dated.map((event) => Number(event.year)))) {
    const empty = last === undefined ? 0 : year - last - 1;
    if (empty > LONGEST_GAP) width++;
    else for (let one = year - empty; one < year; one++) slots.push({ label: String(one), middle: width++ + 0.5 });
    const from = width;
    for (const event of dated) if (Number(event.year) === year) places.push({ event, column: width++ });
    slots.push({ label: String(year), middle: (from + width) / 2 });
    last = year;
  }
  const undated = events.filter(({ year }) => year === undefined);
  if (undated.length > 0) {
    if (width > 0) width++;
    slots.push({ label: words.history.undated, middle: width + undated.length / 2 });
    for (const event of undated) places.push({ event, column: width++ });
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

function shortened(text: string): string {
  if (text.length <= LONGEST_PLACE) return text;
  const letters = [...text.replace(/ \(.*$/, "")];
  return letters.length > LONGEST_PLACE
    ? `${letters
        .slice(0, LONGEST_PLACE - 1)
        .join("")
        .trim()}…`
    : letters.join("");
}
