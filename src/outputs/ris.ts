/** The RIS record of a talk, which reference managers import (https://en.wikipedia.org/wiki/RIS_(file_format)). */
import type { Archive, Talk } from "../model/archive.ts";
import { type Citation, citationOf, hasTalkFiles, isCitable } from "../publishing/citation.ts";
import { type CitedName, fullFamily } from "../text/person-names.ts";
import { citationPath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const ris = {
  name: "ris",
  *talkFiles(archive: Archive, talk: Talk) {
    if (isCitable(talk) && hasTalkFiles(archive))
      yield { path: citationPath(talk.event.id, talk.slug, "ris").slice(1), content: risRecord(citationOf(archive, talk)) };
  },
} satisfies OutputFormat;

/** One record of the type conference paper. */
export function risRecord(citation: Citation): string {
  const { key, authors, title, date, event, publisher, url, pdf, language, keywords, notes } = citation;
  const [year = "", month = "", day = ""] = date?.split("-") ?? [];
  const fields: [tag: string, value: string | undefined][] = [
    ["TY", "CPAPER"],
    ...authors.map((author): [string, string] => ["AU", risName(author)]),
    ["TI", title],
    ["T2", event.name],
    ["CY", event.place],
    ["PY", year],
    ["DA", date && `${year}/${month}/${day}/`],
    ["PB", publisher],
    ["LA", language],
    ...keywords.map((keyword): [string, string] => ["KW", keyword]),
    ...notes.map((note): [string, string] => ["N1", note]),
    ["UR", url],
    ["L1", pdf],
    ["ID", key],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : []));
  return `${lines.join("")}ER  - \r\n`;
}

/** `van Beethoven, Ludwig, Jr.`; commas separate, so a name that stays whole has none. */
function risName(name: CitedName): string {
  const plain = (part: string) => part.replace(/\s*,\s*/g, " ").replaceAll("*", " ");
  if ("literal" in name) return plain(name.literal);
  return [fullFamily(name), name.given, name.suffix]
    .filter((part) => part !== undefined)
    .map(plain)
    .join(", ");
}

/** A line end would begin a new field. */
function oneLine(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/gu, " ").trim();
}
