/** The mapping file of a site of Hugo, Jekyll or Eleventy, and its fields as texts and addresses. */
import { isField } from "./columns.ts";
import type { ForeignFile } from "../importer.ts";
import type { ForeignPage } from "./front-matter.ts";
import type { Reading } from "./reading.ts";
import { parseUrl } from "../../text/parse-url.ts";
import { readYamlFile, type YamlValue } from "./yaml.ts";

/** What a mapping file begins with. */
export const MAPPING = /^import:\s*front-matter\s*$/m;

/** How a site calls things; made by the user where the usual names do not fit. */
export interface Mapping {
  event: YamlValue | undefined;
  /** The folders of talks and of speakers; all pages that look like ones where they are left out. */
  talks: string;
  speakers: string;
  /** The address of the site, which paths of its pages begin at. */
  site: string;
  /** The field of the site by our name for it. */
  fields: ReadonlyMap<string, string>;
  speakerFields: ReadonlyMap<string, string>;
}

/** Reads a mapping file; a name that is none of our fields, and a site without a whole address, are told. */
export function readMapping(file: ForeignFile, reading: Reading): Mapping {
  const value = readYamlFile(file, reading);
  value.line("import");
  const names = (field: string) =>
    new Map((value.fields.get(field)?.fields.names() ?? []).map((name) => [name, value.fields.get(field)?.line(name) ?? ""]));
  const mapping = {
    talks: value.line("talks"),
    speakers: value.line("speakers"),
    site: reading.address(value.line("site"), value.placeOf("site")) ?? "",
    fields: names("fields"),
    speakerFields: names("speakerFields"),
  };
  for (const name of mapping.fields.keys())
    if (!isField(name))
      reading.warn(
        value.placeOf("fields"),
        "unknown-field",
        `The mapping names \`${name}\`, which is no field of a talk that can be imported.`,
        "Write our names to the left: title, speakers, abstract, date, start, end, room, track, kind, language, topics, slides, video, url.",
      );
  return { event: value.fields.get("event"), ...mapping };
}

/** The text of a field: a list one entry a line, a record as its name with what tells it apart in brackets. */
export function textOfField({ fields }: ForeignPage, name: string): string {
  return valueText(fields.fields.get(name));
}

function valueText(value: YamlValue | undefined): string {
  if (!value) return "";
  if (value.items.length > 0) return value.items.map(valueText).join("\n");
  if (value.fields.names().length === 0) return value.text;
  const name = value.line("name") || value.line("title");
  const organization = value.line("organization") || value.line("company") || value.line("affiliation");
  return organization === "" ? name : `${name} (${organization})`;
}

/** The lines of a text, without blanks around them. */
export const linesOf = (text = "") => text.split("\n").map((line) => line.trim());

/** The id of a page; `007` and `7` are one. */
export const plainId = (id: string) => id.trim().replace(/^0+(?=\d+$)/, "");

/** Whether a text is a path within its site. */
export const isPath = (text: string) => /^\/(?!\/)\S*$/.test(text.trim());

/** The whole address of a path, where the mapping names the site. */
export const wholeAddress = (path: string, mapping: Mapping | undefined) =>
  mapping?.site && isPath(path) ? parseUrl(path.trim(), mapping.site)?.href : undefined;
