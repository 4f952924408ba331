/** The joining of what several files of one format state: files of one conference are one, and the same row twice is one talk. */
import { append } from "../../text/append.ts";
import type { ForeignConference, ForeignTalk, Imported, Place } from "../importer.ts";
import { addCounts } from "./field-use.ts";

/** All of it, in the order of the files. */
export function joinImported(parts: readonly Imported[]): Imported {
  const conferences = new Map<string, ForeignConference>();
  for (const conference of parts.flatMap((part) => part.conferences)) {
    const before = conferences.get(editionOf(conference));
    conferences.set(editionOf(conference), before ? join(before, conference) : conference);
  }
  return {
    conferences: [...conferences.values()],
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    refused: parts.flatMap((part) => part.refused),
    problems: parts.flatMap((part) => part.problems),
    notKept: addCounts(parts.map((part) => part.notKept)),
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
function join(first: ForeignConference, second: ForeignConference): ForeignConference {
  const day = (field: "startDate" | "endDate", pick: (days: string[]) => string | undefined) => {
    const found = pick([first.event[field], second.event[field]].filter((one) => one !== undefined).sort());
    return found === undefined ? {} : { [field]: found };
  };
  return {
    ...first,
    event: { ...second.event, ...first.event, ...day("startDate", (days) => days[0]), ...day("endDate", (days) => days.at(-1)) },
    talks: mergeAlike([...first.talks, ...second.talks]),
    speakers: [...first.speakers, ...second.speakers],
  };
}
