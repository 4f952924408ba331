/** Pairs of people who may be one, as text for a terminal. */
import type { Person, Talk } from "../../model/archive.ts";
import { type Double, yearOf } from "../../model/doubles.ts";
import { visible } from "../../problems/visible.ts";
import { count } from "../../text/wording.ts";

const MOST_TALKS = 5;

/** A pair with all that speaks for it and against it. */
export function showDouble({ known, other, kind, grade, evidence }: Double, place: string): string {
  const lines = [
    `${place}  ${grade}, ${kind}`,
    ...showPerson(known),
    ...showPerson(other),
    ...evidence.map(({ isFor, text }) => `  ${isFor ? "for:    " : "against:"} ${visible(text)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function showPerson({ name, slug, record, appearances }: Person): string[] {
  const talks = [...new Set(appearances.map(({ talk }) => talk))].sort((a, b) => (yearOf(a) ?? 0) - (yearOf(b) ?? 0));
  const spans = [...new Set([yearOf(talks[0]), yearOf(talks.at(-1))].filter((year) => year !== undefined))].join("–");
  const about = [count(talks.length, "talk"), spans, record && "with a record", record?.record.bio !== undefined && "and a bio"];
  const organizations = [...new Set(appearances.flatMap(({ organization }) => organization ?? []))];
  return [
    `  ${visible(name)} (${slug}): ${about.filter(Boolean).join(", ")}`,
    ...talks.slice(0, MOST_TALKS).map((talk) => `      ${showTalk(talk)}`),
    ...(talks.length > MOST_TALKS ? [`      and ${talks.length - MOST_TALKS} more`] : []),
    ...(organizations.length > 0 ? [`      at ${visible(organizations.slice(0, MOST_TALKS).join(", "))}`] : []),
  ];
}

function showTalk(talk: Talk): string {
  return visible([yearOf(talk), talk.event.record.name, `“${talk.title}”`].filter((part) => part !== undefined).join("  "));
}
