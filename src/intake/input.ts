/** Reads the files to import: folders are walked, bytes become text, and each file goes to the importer that knows it. */
import { append } from "../text/append.ts";
import { lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readSafely, UnreadableError } from "../content/read-safely.ts";
import { importerFor, IMPORTERS } from "../importers/index.ts";
import type { ForeignFile, Importer } from "../importers/importer.ts";
import { problemAt, wholeFile } from "../importers/parts/place.ts";
import type { Problem } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import { commandName } from "../text/commands.ts";
import { count, enumerate } from "../text/wording.ts";
import { type Decoded, decodeForeign } from "./decode.ts";
import { addTo } from "../text/add-to.ts";

/** More than any schedule has, and little enough to be read. */
const LARGEST = 30_000_000;
/** Bytes of all files of an import together, which are in memory at once. */
const MOST = 300_000_000;
/** Elements of one file, of which a short one takes hundreds of times its bytes in memory; lines and cells are worth a part of one. */
const MOST_ELEMENTS = 500_000;
/** Those of all files of an import. */
const MOST_ELEMENTS_IN_ALL = 1_500_000;

/** What cannot be read at all. */
export class InputError extends Error {}

export interface Input {
  /** The files of each importer, in the order of the table. */
  groups: Map<Importer, ForeignFile[]>;
  problems: Problem[];
}

/**
 * Reads a file, or all files of a folder, and sorts them by format. `format` names the importer for all of them; `own` are asked first.
 * Files for which no room is left of `most` bytes are told and not read.
 */
export function readInput(path: string, format: string | undefined, own: readonly Importer[] = [], most = MOST): Input {
  const importers = [...own, ...IMPORTERS];
  const wanted = importers.find(({ name }) => name === format);
  const problems: Problem[] = [];
  const groups = new Map<Importer, ForeignFile[]>();
  const unknown: ForeignFile[] = [];
  const { files: found, others, isFolder } = filesOf(path);
  if (found.length === 0) throw new InputError(`The folder \`${path}\` holds no file.`);
  for (const one of others) problems.push(notRead(one, "warning", "It is a link or no file, and is not read."));
  let left = most;
  let elementsLeft = MOST_ELEMENTS_IN_ALL;
  for (const one of found) {
    const answer = read(one, Math.min(LARGEST, left), Math.min(MOST_ELEMENTS, elementsLeft));
    if (typeof answer === "string") {
      // One file does not stop the import of all others.
      if (!isFolder) throw new InputError(`\`${one}\` ${answer}.`);
      const isFull =
        left < LARGEST || elementsLeft < MOST_ELEMENTS
          ? " Its folder holds more than is read at a time: import parts of it one after another."
          : "";
      problems.push(notRead(one, "error", `The file ${answer}.${isFull}`));
      continue;
    }
    const { file, faults, bytes, elements } = answer;
    left -= bytes;
    elementsLeft -= elements;
    for (const { message, hint, at } of faults)
      problems.push(problemAt({ file, start: at, end: at + (at > 0 ? 1 : 0) }, { rule: "not-utf-8", severity: "warning", message, hint }));
    const importer = wanted ?? importerFor(file, own);
    if (importer) addTo(groups, importer, file);
    else unknown.push(file);
  }
  if (!wanted && groups.size > 1) append(unknown, withoutDoubtful(groups));
  append(problems, tellUnknown(unknown, groups.size === 0));
  return {
    groups: new Map(importers.flatMap((importer) => (groups.has(importer) ? [[importer, groups.get(importer) ?? []]] : []))),
    problems,
  };
}

/** Takes files that may be anything out of the groups, and answers with them. */
function withoutDoubtful(groups: Map<Importer, ForeignFile[]>): ForeignFile[] {
  return [...groups].flatMap(([importer, files]) => {
    const doubtful = files.filter((file) => importer.isDoubtful?.(file));
    const certain = files.filter((file) => !importer.isDoubtful?.(file));
    if (certain.length > 0) groups.set(importer, certain);
    else groups.delete(importer);
    return doubtful;
  });
}

/** What no importer knows, once a folder; it is an error where there is nothing else. */
function tellUnknown(files: readonly ForeignFile[], isAll: boolean): Problem[] {
  const folders = new Map<string, ForeignFile[]>();
  for (const file of files) {
    const folder = dirname(file.path);
    addTo(folders, folder, file);
  }
  return [...folders].flatMap(([folder, inside]) => {
    const [first] = inside;
    if (!first) return [];
    const names = inside.slice(0, 5).map((file) => `\`${clip(basename(file.path))}\``);
    const more = inside.length > names.length ? [`${inside.length - names.length} more`] : [];
    const isEmpty = inside.every(({ text }) => text.trim() === "");
    const message =
      inside.length === 1
        ? isEmpty
          ? "The file is empty."
          : "The content is of no format that can be imported."
        : `${count(inside.length, "file")} in \`${folder}\` ${isEmpty ? "are empty" : "are of no format that can be imported"}: ${enumerate([...names, ...more])}.`;
    const hint = inside.every(({ text }) => OWN_DATA.test(text)) ? OWN_DATA_HINT : UNKNOWN_HINT;
    return [problemAt(wholeFile(first), { rule: "unknown-format", severity: isAll ? "error" : "warning", message, hint })];
  });
}

/** How the data of a site of this program begin. */
const OWN_DATA = /^\{"\$schema":"[^"]*\/data\/schema\.json","version":\d+,"kind":"/;
const OWN_DATA_HINT = `These are data of a site of this program: \`${commandName("restore")}\` makes records of its whole folder, and \`--help\` there tells how.`;

const UNKNOWN_HINT =
  `The nearest format is CSV: save a table with the headings \`title,speakers,date,start,end,room,abstract\` and rows such as ` +
  `\`My talk,Ann Lee; Bob Ray,2024-05-01,09:30,10:00,Hall 1,What it is about\`, and import that. ` +
  `If the file is of a format that is known, name it with \`--format\`: ${IMPORTERS.map(({ name }) => name).join(", ")}.`;

function notRead(path: string, severity: Problem["severity"], message: string): Problem {
  const hint = "Put the file itself in its place, under a plain name, or take it out of the folder.";
  return problemAt(wholeFile({ path, text: "" }), { rule: "not-read", severity, message, hint });
}

/** The files at a path, and what else is in a folder that no import reads. Hidden files and folders are nobody's business. */
function filesOf(path: string): { files: string[]; others: string[]; isFolder: boolean } {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) throw new InputError(`There is no file or folder \`${path}\`.`);
  if (stat.isSymbolicLink() || stat.isFile()) return { files: [path.replaceAll("\\", "/")], others: [], isFolder: false };
  if (!stat.isDirectory()) throw new InputError(`\`${path}\` is neither a file nor a folder.`);
  const seen = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ file: join(entry.parentPath, entry.name).replaceAll("\\", "/"), isFile: entry.isFile() }))
    .filter(
      ({ file }) =>
        !file
          .slice(path.length)
          .split("/")
          .some((part) => part.startsWith(".")),
    );
  const some = (isFile: boolean) =>
    seen
      .filter((one) => one.isFile === isFile)
      .map(({ file }) => file)
      .sort();
  return { files: some(true), others: some(false), isFolder: true };
}

/** A file of at most so many bytes and elements as text; or why it cannot be read, as the end of a sentence. */
function read(
  path: string,
  most: number,
  mostElements: number,
): { file: ForeignFile; faults: Decoded["faults"]; bytes: number; elements: number } | string {
  try {
    const bytes = readSafely(path, most);
    const elements = elementsIn(bytes);
    if (elements > mostElements)
      return `has more than ${count(Math.floor(mostElements), "element")}${mostElements < MOST_ELEMENTS ? "" : ", more than any schedule; import parts of it"}`;
    const { text, faults } = decodeForeign(bytes);
    return { file: { path, text }, faults, bytes: bytes.length, elements };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return error.message;
  }
}

/** How many elements of XML, HTML or JSON some text has at most, with a half for each end of a line and a tenth for each cell. */
function elementsIn(bytes: Uint8Array): number {
  let elements = 0;
  for (const byte of bytes) elements += WEIGHTS[byte] ?? 0;
  return elements;
}

const WEIGHTS = new Float64Array(256);
for (const opener of "<{[") WEIGHTS[opener.charCodeAt(0)] = 1;
for (const end of "\r\n") WEIGHTS[end.charCodeAt(0)] = 0.5;
for (const separator of ",;\t|:") WEIGHTS[separator.charCodeAt(0)] = 0.1;
