/** Series of events, and where readers find each. */
import type { Archive, Event } from "./archive.ts";
import { newestFirst } from "./order.ts";
import { PATHS, seriesPath } from "./urls.ts";

/** More events than this are too many for one page, and every series of them has a page of its own. */
export const MANY_EVENTS = 60;

export interface Series {
  id: string;
  name: string;
  description: string | undefined;
  /** Its page, or its place in the list of events. */
  path: string;
  /** The newest first. */
  events: readonly Event[];
}

const known = new WeakMap<Archive, readonly Series[]>();

/** The series of an archive that have events, in the order of `site.yaml`. */
export function seriesOf(archive: Archive): readonly Series[] {
  const series = known.get(archive) ?? listSeries(archive);
  known.set(archive, series);
  return series;
}

/** Whether series have pages, and a list of them: where there are many events. */
export function hasSeriesPages(archive: Archive): boolean {
  return archive.events.length > MANY_EVENTS && seriesOf(archive).length > 0;
}

/** Those with the most events, in the order of `site.yaml`. */
export function largestSeries(archive: Archive, most: number): Series[] {
  const all = seriesOf(archive);
  const largest = new Set(all.toSorted((a, b) => b.events.length - a.events.length).slice(0, most));
  return all.filter((series) => largest.has(series));
}

/** The series that an event belongs to. */
export function seriesOfEvent(archive: Archive, { record }: Event): Series | undefined {
  return record.series === undefined ? undefined : seriesOf(archive).find(({ id }) => id === record.series);
}

function listSeries(archive: Archive): Series[] {
  const isLarge = archive.events.length > MANY_EVENTS;
  return (archive.site.record.series ?? [])
    .map(({ id, name, description }) => ({
      id,
      name,
      description,
      path: isLarge ? seriesPath(id) : `${PATHS.events}#${id}`,
      events: newestFirst(archive.events.filter(({ record }) => record.series === id)),
    }))
    .filter(({ events }) => events.length > 0);
}
