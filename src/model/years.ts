/** Years: which there are, and what belongs to each. */
import type { Archive, Event, Paper } from "./archive.ts";
import { yearPath } from "./urls.ts";

export interface Year {
  year: string;
  path: string;
  /** In order of time. */
  events: Event[];
  papers: Paper[];
}

const known = new WeakMap<Archive["events"], Year[]>();

/** The years of editions and papers, from the first on. What has no year is in none. */
export function yearsOf(archive: Archive): Year[] {
  let years = known.get(archive.events);
  if (!years) {
    years = makeYears(archive);
    known.set(archive.events, years);
  }
  return years;
}

function makeYears({ events, papers }: Archive): Year[] {
  const years = new Map<string, Year>();
  const of = (year: string) => {
    const found = years.get(year) ?? { year, path: yearPath(year), events: [], papers: [] };
    years.set(year, found);
    return found;
  };
  for (const event of events) if (event.year !== undefined) of(event.year).events.push(event);
  for (const paper of papers) if (paper.record.year !== undefined) of(String(paper.record.year)).papers.push(paper);
  return [...years.values()].sort((a, b) => (a.year < b.year ? -1 : 1));
}
