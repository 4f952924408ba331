/** The CSL-JSON of a talk, which citation processors read (https://docs.citationstyles.org/en/stable/specification.html). */
import type { Archive, Talk } from "../model/archive.ts";
import { type Citation, citationOf, hasTalkFiles, isCitable } from "../publishing/citation.ts";
import type { CitedName } from "../text/person-names.ts";
import { citationPath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const cslJson = {
  name: "csl-json",
  *talkFiles(archive: Archive, talk: Talk) {
    if (!isCitable(talk) || !hasTalkFiles(archive)) return;
    const content = `${JSON.stringify([cslItem(citationOf(archive, talk))])}\n`;
    yield { path: citationPath(talk.event.id, talk.slug, "csl.json").slice(1), content };
  },
} satisfies OutputFormat;

/** One item of the type conference paper. */
export function cslItem(citation: Citation): Record<string, unknown> {
  const { key, authors, title, date, event, publisher, url, language, keywords, notes } = citation;
  const days = [event.start, event.end].filter((day) => day !== undefined);
  const fields = {
    id: key,
    type: "paper-conference",
    title,
    author: authors.length ? authors.map(cslName) : undefined,
    issued: date && { "date-parts": [dateParts(date)] },
    // Styles print the proceedings from this; the event itself is known by few.
    "container-title": event.name,
    "event-title": event.name,
    "event-place": event.place,
    "event-date": days.length ? { "date-parts": days.map(dateParts) } : undefined,
    publisher,
    language,
    keyword: keywords.length ? keywords.join(", ") : undefined,
    note: notes.length ? notes.join(" ") : undefined,
    URL: url,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const dateParts = (date: string) => date.split("-").map(Number);

function cslName(name: CitedName): Record<string, string> {
  if ("literal" in name) return { literal: name.literal };
  const { family, given, particle, suffix } = name;
  return { family, given, ...(particle && { "non-dropping-particle": particle }), ...(suffix && { suffix }) };
}
