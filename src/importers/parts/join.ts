/** The joining of what several files of one format state: files of one conference are one, and the same row twice is one talk. */
import { addTo } from "../../text/add-to.ts";
import { append } from "../../text/append.ts";
import type { ForeignConference, ForeignTalk, Imported, Place } from "../importer.ts";
import { addCounts } from "./field-use.ts";

/** All of it, in the order of the files. */
export function joinImported(parts: readonly Imported[]): Imported {
  const editions = new Map<string, ForeignConference[]>();
  for (const conference of parts.flatMap((part) => part.conferences)) addTo(editions, editionOf(conference), conference);
  return {
    conferences: [...editions.values()].map(joined),
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    refused: parts.flatMap((part) => part.refused),
    problems: parts.flatMap((part) => part.problems),
    notKept: addCounts(parts.map((part) => part.notKept)),
    guesses: parts.flatMap((part) => part.guesses ?? []),
  };
}

/** Talks that are alike in every respect become one, which has the rows of all of them. */
export function mergeAlike(talks: readonly ForeignTalk[]): ForeignTalk[] {
  const alike = new Map<string, { talk: ForeignTalk; more: Place[] }>();
  for (const talk of talks) {
    const sameness = JSON.stringify({ ...talk, rows: undefined });
    const before = alike.get(sameness);
    if (before) append(before.more, talk.rows);
    else alike.set(sameness, { talk, more: [] });
  }
  return [...alike.values()].map(({ talk, more }) => (more.length === 0 ? talk : { ...talk, rows: [...talk.rows, ...more] }));
}

/** Some call every edition the same; the year tells them apart. */
function editionOf({ key, event }: ForeignConference): string {
  return `${key}\n${event.startDate?.slice(0, 4) ?? ""}`;
}

/** The first file decides what the event is called; its days are those of all files. */
function joined(all: readonly ForeignConference[]): ForeignConference {
  const [first, ...others] = all as [ForeignConference, ...ForeignConference[]];
  if (others.length === 0) return first;
  const days = (field: "startDate" | "endDate") => all.flatMap(({ event }) => event[field] ?? []).sort();
  const [startDate, endDate] = [days("startDate")[0], days("endDate").at(-1)];
  return {
    ...first,
    event: Object.assign({}, ...all.map(({ event }) => event).reverse(), startDate && { startDate }, endDate && { endDate }),
    talks: mergeAlike(all.flatMap(({ talks }) => talks)),
    speakers: all.flatMap(({ speakers }) => speakers),
  };
}
