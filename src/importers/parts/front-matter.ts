/** Pages of Hugo, Jekyll, Eleventy and their like: fields in YAML or TOML (smol-toml) above a text in Markdown. */
import { parse as parseToml } from "smol-toml";
import { clip, FORBIDDEN_CHARACTER } from "../../model/records/fields.ts";
import type { ForeignFile, Place } from "../importer.ts";
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
  body: string;
  /** The name of the file, without its ending; that of its folder for `index.md`. */
  name: string;
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
    fields: fence === "---" ? yamlFields(file, start, inside, reading) : tomlFields(file, inside, reading),
    body: bodyOf(file.text.slice(whole.length)),
  };
}

/** What a site does not publish, an archive of it does not either. */
export function draftOf(fields: YamlValue): { draft?: true } {
  return saysDraft(fields.line("draft")) || saysNo(fields.line("published")) ? { draft: true } : {};
}

/** Whether the page of a person is a draft, which is told; its row then is refused, so that nothing of it is published but the name in talks. */
export function isDraftOfPerson({ fields, place }: ForeignPage, name: string, reading: Reading): boolean {
  if (!draftOf(fields).draft) return false;
  const hint = "If it may be published, take that out of the page and import again; talks have the name all the same.";
  reading.refuse(place, "draft-of-person", `The page of ${clip(name)} is a draft.`, hint);
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
    text.replace(new RegExp(FORBIDDEN_CHARACTER, "gu"), (character) => (/[\r\n]/.test(character) ? character : "")).trim(),
  );
}
