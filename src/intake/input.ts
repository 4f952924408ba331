/** Reads the files to import: folders are walked, bytes become text, and each file goes to the importer that knows it. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSafely, UnreadableError } from "../content/read-safely.ts";
import { importerFor, IMPORTERS } from "../importers/index.ts";
import type { ForeignFile, Importer } from "../importers/importer.ts";
import { problemAt, wholeFile } from "../importers/parts/place.ts";
import type { Problem } from "../model/problem.ts";

/** More than any schedule has, and little enough to be read. */
const LARGEST = 200_000_000;

/** What cannot be read at all. */
export class InputError extends Error {}

export interface Input {
  /** The files of each importer, in the order of the table. */
  groups: Map<Importer, ForeignFile[]>;
  problems: Problem[];
}

/** Reads a file, or all files of a folder, and sorts them by format. `format` names the importer for all of them. */
export function readInput(path: string, format: string | undefined): Input {
  const wanted = IMPORTERS.find(({ name }) => name === format);
  const problems: Problem[] = [];
  const groups = new Map<Importer, ForeignFile[]>();
  const found = filesOf(path);
  for (const one of found) {
    const { file, warning } = read(one);
    if (warning) problems.push(problemAt(wholeFile(file), warning));
    const importer = wanted ?? importerFor(file);
    if (importer) groups.set(importer, [...(groups.get(importer) ?? []), file]);
    else
      problems.push(
        problemAt(wholeFile(file), {
          rule: "unknown-format",
          severity: found.length === 1 ? "error" : "warning",
          message: file.text.trim() === "" ? "The file is empty." : "The content is of no format that can be imported.",
          hint: `Give the format with \`--format\`: ${IMPORTERS.map(({ name }) => name).join(", ")}.`,
        }),
      );
  }
  return {
    groups: new Map(IMPORTERS.flatMap((importer) => (groups.has(importer) ? [[importer, groups.get(importer) ?? []]] : []))),
    problems,
  };
}

function filesOf(path: string): string[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) throw new InputError(`There is no file or folder \`${path}\`.`);
  if (stat.isSymbolicLink() || stat.isFile()) return [path.replaceAll("\\", "/")];
  if (!stat.isDirectory()) throw new InputError(`\`${path}\` is neither a file nor a folder.`);
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .filter(
      (file) =>
        !file
          .slice(path.length)
          .split("/")
          .some((part) => part.startsWith(".")),
    )
    .sort();
}

function read(path: string): { file: ForeignFile; warning?: Parameters<typeof problemAt>[1] } {
  let bytes: Buffer;
  try {
    bytes = readSafely(path, LARGEST);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new InputError(`\`${path}\` ${error.message}.`);
  }
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return { file: { path, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) } };
  } catch {
    const declared = /encoding\s*=\s*["']([\w-]+)["']/i.exec(bytes.subarray(0, 200).toString("latin1"))?.[1] ?? "windows-1252";
    const text = new TextDecoder(/^utf-?8$/i.test(declared) || !isEncoding(declared) ? "windows-1252" : declared).decode(bytes);
    return {
      file: { path, text },
      warning: {
        rule: "not-utf-8",
        severity: "warning",
        message: `The file is not UTF-8; it was read as ${/^utf-?8$/i.test(declared) ? "windows-1252" : declared}.`,
        hint: "Compare letters with accents in the records; if they are wrong, save the file as UTF-8 and import again.",
      },
    };
  }
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}
