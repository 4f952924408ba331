/** Pages of Hugo, Jekyll, Eleventy and their like: fields in YAML or TOML (smol-toml) above a text in Markdown. */
import { parse as parseToml } from "smol-toml";
import { isRealDate } from "../../model/dates.ts";
import { clip, FORBIDDEN_CHARACTER } from "../../model/records/fields.ts";
import type { ForeignFile, Place } from "../importer.ts";
import { withoutPageComments } from "./comments.ts";
import { wholeFile } from "./place.ts";
import type { Reading } from "./reading.ts";
import { scheduleText } from "./schedule-text.ts";
import { saysDraft, saysNo } from "./stated.ts";
import { objectToYamlValue, readYamlFile, type YamlValue } from "./yaml.ts";

/** A page: its fields, and its text as Markdown. */
export interface ForeignPage {
  file: ForeignFile;
  /** The first line. */
  place: Place;
  fields: YamlValue;
  /** The fields as they are written, which may be broken. */
  written: string;
  body: string;
  /** The name of the file, without its ending; that of its folder for `index.md`. */
  name: string;
  /** What pages of folders above say for this one, the nearest first. */
  above: readonly YamlValue[];
}

const FENCED = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;

/** Whether a text starts with front matter. */
export function hasFrontMatter(text: string): boolean {
  return FENCED.test(text);
}

/** The page of a file; what is broken in it is told. */
export function readForeignPage(file: ForeignFile, reading: Reading): ForeignPage | undefined {
  const match = FENCED.exec(file.text);
  if (!match) return undefined;
  const [whole, fence = "", inside = ""] = match;
  const start = whole.indexOf(inside, fence.length);
  const place = { file, start: 0, end: fence.length };
  const [, folder = "", base = ""] = /([^/]*)\/?([^/]*?)(?:\.[a-z]+)?$/i.exec(file.path.replace(/\.[^./]+$/, "")) ?? [];
  const name = /^_?index$/.test(base) ? folder : base;
  return {
    file,
    place,
    name,
    above: [],
    written: inside,
    fields: fence === "---" ? yamlFields(file, start, inside, reading) : tomlFields(file, inside, reading),
    body: bodyOf(file.text.slice(whole.length)),
  };
}

/** Gives pages what the `_index.md` of a folder above says for all below it, as Hugo's `cascade` does. */
export function cascade(pages: readonly ForeignPage[]): void {
  const given = pages.flatMap((page) => {
    const [, folder] = /^(.*\/|)_index\.[^/]*$/.exec(page.file.path) ?? [];
    const said = page.fields.fields.get(page.fields.fields.names().find((name) => name.toLowerCase() === "cascade") ?? "");
    if (folder === undefined || said === undefined) return [];
    return (said.all.length > 0 ? said.items : [said]).map((fields) => ({ folder, fields, start: startOfTarget(fields) }));
  });
  given.sort((a, b) => b.folder.length - a.folder.length);
  for (const page of pages)
    page.above = given
      .filter(({ folder, start }) => page.file.path.startsWith(folder) && `/${page.file.path}`.includes(start))
      .map(({ fields }) => fields);
}

/** What the paths of the pages begin with that a cascade is for, before the first place that may be anything; empty where it is for all. */
function startOfTarget({ fields }: YamlValue): string {
  const target = fields.get("target") ?? fields.get("_target");
  return /^[^*?{[]*/.exec(target?.line("path") ?? "")?.[0] ?? "";
}

/** Fields that keep a page out of a site where they say anything but “no”, in small letters. */
const KEEPS_OUT = new Set(["draft", "isdraft", "private", "hidden", "unlisted", "unpublished"]);
/** Fields that do so where they say “no”. */
const LETS_IN = new Set(["published", "publish", "ispublished", "public", "visible"]);
/** Fields with the day from which on a site has the page. */
const RELEASED = new Set(["publishdate", "pubdate", "published", "publishfrom"]);
/** The same on a line of fields that are too broken to be read. */
const DRAFT_LINE =
  /^[ \t]*["']?(?:(?:is_?)?draft|private|hidden|unlisted)["']?[ \t]*[:=][ \t]*["']?(?:true|yes|on|1)\b|^[ \t]*["']?publish(?:ed)?["']?[ \t]*[:=][ \t]*["']?(?:false|no|off)\b/im;
/** Where Jekyll has pages that are not published yet. */
const DRAFTS = /(?:^|\/)_drafts\//i;

/** What a site does not publish, an archive of it does not either; for Hugo the names of fields may have any capitals. */
export function draftOf({ fields, written, file, above }: Pick<ForeignPage, "fields" | "written" | "file" | "above">): {
  draft?: true;
  publishFrom?: string;
} {
  const [draft] = [fields, ...above].flatMap((one) => saidOfDraft(one) ?? []);
  if (draft === true || DRAFT_LINE.test(written) || DRAFTS.test(file.path)) return { draft: true };
  const [publishFrom] = [fields, ...above].flatMap((one) => {
    const days = namesIn(one, (name) => RELEASED.has(name)).map((name) => one.line(name).slice(0, 10));
    return days.filter(isRealDate);
  });
  return publishFrom === undefined ? {} : { publishFrom };
}

/** Whether fields make a page a draft; nothing where they leave that to others. */
function saidOfDraft(fields: YamlValue): boolean | undefined {
  const keepOut = namesIn(fields, (name) => KEEPS_OUT.has(name));
  const isKept =
    keepOut.some((name) => saysDraft(fields.line(name))) ||
    namesIn(fields, (name) => LETS_IN.has(name)).some((name) => saysNo(fields.line(name))) ||
    namesIn(fields, (name) => name === "visibility").some((name) => /^(?:private|hidden|unlisted|draft)$/i.test(fields.line(name)));
  return isKept || (keepOut.length > 0 ? false : undefined);
}

/** The names of fields that are meant, which are compared without regard to capitals and signs. */
const namesIn = ({ fields }: YamlValue, isMeant: (name: string) => boolean): string[] =>
  fields.names().filter((name) => isMeant(name.toLowerCase().replace(/[^a-z]/g, "")));

/** Whether the page of a person is a draft, which is told; its row then is refused, so that nothing of it is published but the name in talks. */
export function isDraftOfPerson(page: ForeignPage, name: string, reading: Reading): boolean {
  if (!draftOf(page).draft) return false;
  const hint = "If it may be published, take that out of the page and import again; talks have the name all the same.";
  reading.refuse(page.place, "draft-of-person", `The page of ${clip(name)} is a draft.`, hint);
  return true;
}

/** The fields stand where they stand in the file: what is around them is blanked out. */
function yamlFields(file: ForeignFile, start: number, yaml: string, reading: Reading): YamlValue {
  const blank = file.text.slice(0, start).replace(/[^\n]/g, " ");
  return readYamlFile({ path: file.path, text: blank + yaml }, reading);
}

function tomlFields(file: ForeignFile, toml: string, reading: Reading): YamlValue {
  try {
    return objectToYamlValue(parseToml(toml), file, reading);
  } catch (error) {
    const [message = ""] = String((error as Error).message).split("\n");
    reading.warn(wholeFile(file), "bad-toml", `The TOML is broken: ${message}.`, "Put texts into double quotes, one field a line.");
    return objectToYamlValue({}, file, reading);
  }
}

/** Without shortcodes that only stand for pictures and embedded players; what else they say stays as text. */
function bodyOf(text: string): string {
  return scheduleText(
    withoutPageComments(text)
      .replace(new RegExp(FORBIDDEN_CHARACTER, "gu"), (character) => (/[\r\n]/.test(character) ? character : ""))
      .trim(),
  );
}
