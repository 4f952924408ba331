/** The strip below the masthead: every talk of the archive as a tick, in order of events, by what is known of it. */
import { type Archive, presentations, type Talk } from "../model/archive.ts";
import { groupBy } from "../model/agenda.ts";
import { MANY_EVENTS } from "../model/series.ts";

/**
 * The ticks as runs along one line, as paths. Talks of an event stand by kind, so that runs are few and short to write; of many events, talks of a year. An edit of
 * a talk's words changes none of it.
 */
export interface Strip {
  width: number;
  /** The lengths of dashes and gaps that make ticks of a run; empty where there are too many talks to tell apart. */
  dashes: string;
  /** With slides; those with both are among them. */
  slides: string;
  /** With a video and no slides. */
  video: string;
  /** With both: the half that stands for the video. */
  both: string;
  neither: string;
}

/** The ticks of the talks that a page is about. */
export interface StripMark {
  /** What covers all other ticks. */
  veil: string;
  /** The line below its own. */
  own: string;
}

/** What a talk takes of the width: a tick and the gap after it. */
const TICK = 4;
const BETWEEN_EVENTS = 8;
/** More talks are no longer told apart: runs of an event stand for them, in whole units, so that most changes of one talk change nothing here. */
const MOST_TICKS = 1500;
const LEAST_MARK = 10;

type Kind = "both" | "video" | "slides" | "neither";
const KINDS: readonly Kind[] = ["both", "video", "slides", "neither"];

interface Run {
  kind: Kind;
  from: number;
  length: number;
}

interface Layout {
  width: number;
  unit: number;
  runs: Run[];
  /** From where to where the tick of a talk reaches, by its id. */
  places: ReadonlyMap<string, readonly [from: number, to: number]>;
  /** The marks of lists of talks: each part of a long list asks for that of the whole. */
  marks: WeakMap<readonly Talk[], StripMark>;
}

const layouts = new WeakMap<Archive, Layout>();

function layoutOf(archive: Archive): Layout {
  const known = layouts.get(archive);
  if (known) return known;
  const stretches = stretchesOf(archive);
  const total = stretches.reduce((sum, { length }) => sum + length, 0);
  const unit = total <= MOST_TICKS ? TICK : (TICK * MOST_TICKS) / total;
  const places = new Map<string, readonly [number, number]>();
  const runs: Run[] = [];
  let at = 0;
  for (const talks of stretches) {
    const start = at;
    for (const kind of KINDS) {
      const same = talks.filter((talk) => kindOf(talk) === kind);
      if (same.length === 0) continue;
      const length = Math.max(1, Math.round(same.length * unit));
      runs.push({ kind, from: at, length });
      for (const [index, { id }] of same.entries()) places.set(id, [at + index * TICK, at + (index + 1) * TICK]);
      at += length;
    }
    if (unit !== TICK) for (const { id } of talks) places.set(id, [start, at]);
    at += BETWEEN_EVENTS;
  }
  const layout = { width: Math.max(1, at - BETWEEN_EVENTS), unit, runs, places, marks: new WeakMap() };
  layouts.set(archive, layout);
  return layout;
}

/** The talks of each event that has any; of many events, which nobody could tell apart, those of each year. */
function stretchesOf({ events, talks }: Archive): Talk[][] {
  if (events.length > MANY_EVENTS) return [...groupBy(presentations(talks), ({ event }) => event.year).values()];
  return events.map((event) => presentations(event.talks)).filter(({ length }) => length > 0);
}

function kindOf({ slides, video }: Talk): Kind {
  if (slides && video) return "both";
  return video ? "video" : slides ? "slides" : "neither";
}

/** The strip of an archive, or nothing where it has no talk. */
export function stripOf(archive: Archive): Strip | null {
  const { width, unit, runs } = layoutOf(archive);
  if (runs.length === 0) return null;
  const path = (y: number, ...kinds: Kind[]) =>
    runs
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ from, length }) => `M${from} ${y}h${length}`)
      .join("");
  return {
    width,
    dashes: unit === TICK ? `${TICK - 1} 1` : "",
    slides: path(7, "slides", "both"),
    video: path(7, "video"),
    both: path(3.5, "both"),
    neither: path(7, "neither"),
  };
}

/** The marks of some talks on the strip, or nothing where none of them is on it. */
export function stripMark(archive: Archive, talks: readonly Talk[]): StripMark | null {
  const layout = layoutOf(archive);
  const mark = layout.marks.get(talks) ?? markOf(layout, talks);
  if (mark) layout.marks.set(talks, mark);
  return mark;
}

function markOf({ width, places }: Layout, talks: readonly Talk[]): StripMark | null {
  const reaches: [from: number, to: number][] = [];
  for (const [from, to] of talks.flatMap(({ id }) => [places.get(id) ?? []]).sort(([a = 0], [b = 0]) => a - b)) {
    if (from === undefined || to === undefined) continue;
    const last = reaches.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else reaches.push([from, to]);
  }
  if (reaches.length === 0) return null;
  let veil = "";
  let at = 0;
  for (const [from, to] of [...reaches, [width, width] as const]) {
    if (from > at) veil += `M${at} 7h${from - at}`;
    at = to;
  }
  const own = reaches.map(([from, to]) => {
    const more = Math.max(0, LEAST_MARK - (to - from)) / 2;
    return `M${from - more} 18h${to - from + 2 * more}`;
  });
  return { veil, own: own.join("") };
}
