/** Reads the files to import: folders are walked, bytes become text, and each file goes to the importer that knows it. */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importerFor, IMPORTERS } from "../importers/index.ts";
import type { ForeignFile, Importer } from "../importers/importer.ts";
import { problemAt, wholeFile } from "../importers/parts/place.ts";
import type { Problem } from "../model/problem.ts";
import { type Decoded, decodeForeign } from "./decode.ts";

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
    const { file, faults } = read(one);
    for (const { message, hint, at } of faults)
      problems.push(problemAt({ file, start: at, end: at + (at > 0 ? 1 : 0) }, { rule: "not-utf-8", severity: "warning", message, hint }));
    const importer = wanted ?? importerFor(file);
    const group = importer && groups.get(importer);
    if (group) group.push(file);
    else if (importer) groups.set(importer, [file]);
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

function read(path: string): { file: ForeignFile; faults: Decoded["faults"] } {
  try {
    if (lstatSync(path).size > LARGEST) throw new InputError(`\`${path}\` is larger than ${LARGEST / 1_000_000} MB.`);
    const { text, faults } = decodeForeign(readFileSync(path));
    return { file: { path, text }, faults };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`\`${path}\` cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
