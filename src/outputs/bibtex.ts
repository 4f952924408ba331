/** The BibTeX entry of a talk; fields beside those of BibTeX itself are biblatex's. */
import type { Archive, Talk } from "../model/archive.ts";
import { type Citation, citationOf, hasTalkFiles, isCitable } from "../publishing/citation.ts";
import { type CitedName, fullFamily } from "../text/person-names.ts";
import { texText } from "../text/tex.ts";
import { citationPath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

/** The macros that every style defines, and prints in its own language. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export const bibtex = {
  name: "bibtex",
  *talkFiles(archive: Archive, talk: Talk) {
    if (isCitable(talk) && hasTalkFiles(archive))
      yield { path: citationPath(talk.event.id, talk.slug, "bib").slice(1), content: bibtexEntry(citationOf(archive, talk)) };
  },
} satisfies OutputFormat;

/** One `@inproceedings` entry. */
export function bibtexEntry(citation: Citation): string {
  const { key, authors, hasMoreAuthors, title, date, event, publisher, url, language, keywords, notes } = citation;
  const month = date === undefined ? undefined : MONTHS[Number(date.slice(5, 7)) - 1];
  const days = [event.start, event.end].filter((day) => day !== undefined).join("/");
  // What every style prints as “et al.”
  const names = [...authors.map(bibtexName), ...(hasMoreAuthors && authors.length > 0 ? ["others"] : [])];
  const fields: [name: string, value: string | undefined][] = [
    ["author", names.length ? braced(names.join(" and ")) : undefined],
    // Twice in braces: the title as published, in no style's capitals.
    ["title", braced(braced(texText(title)))],
    ["booktitle", braced(texText(event.name))],
    ["eventdate", days ? braced(days) : undefined],
    ["venue", event.place && braced(texText(event.place))],
    ["address", event.place && braced(texText(event.place))],
    ["organization", event.host && braced(texText(event.host))],
    ["note", notes.length ? braced(texText(notes.join(" "))) : undefined],
    ["publisher", braced(texText(publisher))],
    ["year", date && braced(date.slice(0, 4))],
    ["month", month],
    ["day", date?.length === 10 ? braced(String(Number(date.slice(8)))) : undefined],
    ["url", braced(bibtexUrl(url))],
    ["language", braced(language)],
    ["keywords", keywords.length ? braced(keywords.map((keyword) => texText(keyword.replaceAll(",", " "))).join(", ")) : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},\n`]));
  return `@inproceedings{${key},\n${lines.join("")}}\n`;
}

const braced = (text: string) => `{${text}}`;

/** `van Beethoven, Ludwig`; a name that must stay whole stands in braces. */
function bibtexName(name: CitedName): string {
  if ("literal" in name) return braced(texText(name.literal));
  const parts = [fullFamily(name), name.suffix, name.given].filter((part) => part !== undefined);
  return parts.map(namePart).join(", ");
}

/** A comma or an ` and ` inside braces separates nothing. */
function namePart(part: string): string {
  return /,|(^|\s)and(\s|$)/i.test(part) ? braced(texText(part)) : texText(part);
}

/** Styles print addresses verbatim, so nothing is escaped; what could end the field is written as RFC 3986 has it. */
function bibtexUrl(url: string): string {
  return url.replace(/[{}\\]/g, (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
