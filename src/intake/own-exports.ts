/** The way back of this archive's own exports: what a file cannot say of a record is not taken as taken away. */
import type { TalkRecord } from "../model/records/talk.ts";
import { lengthOf } from "../model/when.ts";
import { groupOf } from "./merge.ts";
import type { Fields } from "./canonical.ts";
import { listedSpeakers } from "./existing-archive.ts";

const MEDIA = ["slides", "documents", "video", "recordings", "links"];

/** What a calendar or a table of ours tells in other words, or not at all. */
const SUMMED_UP = [
  "abstract",
  "room",
  "track",
  "kind",
  "language",
  "topics",
  "words",
  "speakers",
  "licence",
  "namesWithheld",
  "part",
  "parts",
  "recording",
];

/**
 * The source's version of one of our own talks, with our words wherever it says the same in fewer. A file that only sums up
 * (`isSummary`) tells of nothing but titles and times.
 */
export function alignOwn(theirs: Fields, ours: Fields, isSummary: boolean): Fields {
  // Of a withheld talk our files say nothing.
  if (ours["withheld"] === true) return { ...ours };
  const aligned: Fields = { ...theirs };
  const take = (field: string) => {
    for (const one of groupOf(field)) {
      delete aligned[one];
      if (ours[one] !== undefined) aligned[one] = ours[one];
    }
  };
  const names = (record: Fields) =>
    listedSpeakers(record)
      .map(({ name }) => name)
      .join("\n");
  // That of a talk may be that of its event.
  take("status");
  if (isSummary) for (const field of SUMMED_UP) take(field);
  if (names(theirs) === names(ours)) take("speakers");
  if (mainLanguage(theirs) === mainLanguage(ours)) take("language");
  const sameStart = theirs["date"] === ours["date"] && theirs["start"] === ours["start"];
  if (sameStart && lengthOf(theirs as TalkRecord) === lengthOf(ours as TalkRecord)) take("date");
  const known = JSON.stringify([...MEDIA.map((field) => ours[field]), ours["original"]]);
  for (const field of MEDIA)
    if (addressesIn(theirs[field]).every((address) => known.includes(JSON.stringify(address)) || address.includes("/media/"))) take(field);
  return aligned;
}

/** The language of a record, or the first of several. */
function mainLanguage({ language, languages }: Fields): unknown {
  return language ?? (Array.isArray(languages) ? languages[0] : undefined);
}

function addressesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  const url = (value as { url?: unknown } | undefined)?.url;
  return typeof url === "string" ? [url] : [];
}
