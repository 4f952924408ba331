/** Pages of Hugo, Jekyll, Eleventy and their like: fields in YAML or TOML (smol-toml) above a text in Markdown. */
import { parse as parseToml } from "smol-toml";
import { isRealDate } from "../../model/dates.ts";
import { clip, FORBIDDEN_CHARACTER } from "../../model/records/fields.ts";
import { foldersOf } from "../../text/folders-of.ts";
import type { ForeignFile, Place } from "../importer.ts";
import type { Column } from "./columns.ts";
import { withoutPageComments } from "./comments.ts";
import { wholeFile } from "./place.ts";
import { filled, type Reading } from "./reading.ts";
import { scheduleText } from "./schedule-text.ts";
import {
  foldersAround,
  isAboutShowing,
  isExpiry,
  isRelease,
  keepsOut,
  nameOfProposals,
  nameThatKeepsOut,
  plainName,
} from "./withheld-fields.ts";
import { objectToYamlValue, readYamlFile, type YamlValue } from "./yaml.ts";

/** What stands around an entry of a list for it, such as the day that it is listed under. */
export interface SaidAround {
  heading: string;
  column: Column;
  text(): string;
  /** The text, to be looked at alone: that is not to read it. */
  look(): string;
}

/** A page: its fields, and its text as Markdown; or an entry of a list that says what a page would. */
export interface ForeignPage {
  file: ForeignFile;
  /** That of the file; of an entry, its place in the file as if it were a page in a folder: `_data/talks/12` of `_data/talks.yml`. */
  path: string;
  /** The path of its list, of an entry. */
  list?: string;
  around?: readonly SaidAround[];
  /** The name of its list, or of the folder of its file, that keeps it out of a site: `rejected`. */
  keptOut?: string | undefined;
  /** The name of its list or folder, where that says only that talks were handed in: `proposals`. */
  proposed?: string | undefined;
  /** The names of rooms by their ids, where a list of the site has them. */
  rooms?: ReadonlyMap<string, string>;
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
  /** The day of the import, if it is known: a page that waits for a later one is not shown yet. */
  today?: string | undefined;
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
  const folders = foldersAround(file.path);
  const [keptOut, proposed] = [nameThatKeepsOut(folders), nameOfProposals(folders)];
  return {
    file,
    path: file.path,
    place,
    name: /^_?index$/.test(base) ? folder : base,
    above: [],
    written: inside,
    fields: fence === "---" ? yamlFields(file, start, inside, reading) : tomlFields(file, inside, reading),
    body: bodyOf(file.text.slice(whole.length)),
    ...filled({ keptOut, proposed }),
  };
}

/** Gives pages what the `_index.md` of a folder above says for all below it, as Hugo's `cascade` does. */
export function cascade(pages: readonly ForeignPage[]): void {
  const given = new Map<string, { fields: YamlValue; start: string }[]>();
  for (const page of pages) {
    const said = page.fields.fields.get(page.fields.fields.names().find((name) => name.toLowerCase() === "cascade") ?? "");
    if (said === undefined || !/^_index\.[^./]*(?:\.[^./]*)?$/.test(page.file.path.slice(page.file.path.lastIndexOf("/") + 1))) continue;
    const [folder = ""] = foldersOf(page.file.path);
    const parts = (said.all.length > 0 ? said.items : [said]).map((fields) => ({ fields, start: startOfTarget(fields) }));
    given.set(folder, [...(given.get(folder) ?? []), ...parts]);
  }
  if (given.size === 0) return;
  for (const page of pages)
    page.above = [...foldersOf(page.file.path), ""]
      .flatMap((folder) => given.get(folder) ?? [])
      .filter(({ start }) => `/${page.file.path}`.includes(start))
      .map(({ fields }) => fields);
}

/** What the paths of the pages begin with that a cascade is for, before the first place that may be anything; empty where it is for all. */
function startOfTarget({ fields }: YamlValue): string {
  const target = fields.get("target") ?? fields.get("_target");
  return /^[^*?{[]*/.exec(target?.line("path") ?? "")?.[0] ?? "";
}

/** The same on a line of fields that are too broken to be read. */
const DRAFT_LINE =
  /^[ \t]*["']?(?:is_?)?(?:draft|private|hidden|hide|unlisted|confidential)["']?[ \t]*[:=][ \t]*["']?(?:true|yes|on|1)\b|^[ \t]*["']?(?:is_?)?(?:publish(?:ed)?|public|visible|listed)["']?[ \t]*[:=][ \t]*["']?(?:false|no|off)\b/im;
/** Where Jekyll has pages that are not published yet. */
const DRAFTS = /(?:^|\/)_drafts\//i;

/** What a site does not publish, an archive of it does not either; for Hugo the names of fields may have any capitals. */
export function draftOf({
  fields,
  written,
  file,
  above,
  today,
  keptOut,
}: Pick<ForeignPage, "fields" | "written" | "file" | "above" | "today" | "keptOut">): { draft?: true; publishFrom?: string } {
  const all = [fields, ...above];
  if (keptOut !== undefined || sayDraft(all) || DRAFT_LINE.test(written) || DRAFTS.test(file.path) || all.some(isNeverBuilt))
    return { draft: true };
  const daysOf = (isMeant: (name: string) => boolean) =>
    all.flatMap((one) => namesIn(one, isMeant).map((name) => one.line(name).slice(0, 10))).filter(isRealDate);
  const [[publishFrom], [expiry]] = [daysOf(isRelease), daysOf(isExpiry)];
  if (expiry !== undefined && today !== undefined && expiry <= today) return { draft: true };
  return publishFrom === undefined || (today !== undefined && publishFrom <= today) ? {} : { publishFrom };
}

/** Whether Hugo is told neither to make a page nor to list it. */
function isNeverBuilt({ fields }: YamlValue): boolean {
  const built = fields.get("build") ?? fields.get("_build");
  return built !== undefined && ["render", "list"].every((name) => /^(?:never|false)$/i.test(built.line(name)));
}

/** Whether fields keep what they are of out of a site; the nearest first. */
export function sayDraft(all: readonly YamlValue[]): boolean {
  return saidOfDraft(all).some(([name, text]) => keepsOut(name, text));
}

/** What fields say of drafts, each by its plain name; of several pages the nearest says it, and leaves the fields that it lacks to the others. */
function saidOfDraft(pages: readonly YamlValue[]): (readonly [name: string, text: string])[] {
  const known = new Set<string>();
  return pages.flatMap((page) => {
    const said = namesIn(page, isAboutShowing)
      .map((name) => [plainName(name), page.line(name)] as const)
      .filter(([name, text]) => text !== "" && !known.has(name));
    for (const [name] of said) known.add(name);
    return said;
  });
}

/** The names of fields that are meant, which are compared without regard to capitals and signs. */
const namesIn = ({ fields }: YamlValue, isMeant: (name: string) => boolean): string[] =>
  fields.names().filter((name) => isMeant(plainName(name)));

/** Whether the page of a person is a draft, which is told; its row then is refused, so that nothing of it is published but the name in talks. */
export function isDraftOfPerson(page: ForeignPage, name: string, reading: Reading): boolean {
  if (!draftOf(page).draft) return false;
  const hint =
    "If it may be published, take that out of the page and import again; talks have the name all the same. A record of an earlier import becomes a draft.";
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
