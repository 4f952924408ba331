/** Imports texts into temporary folders, as the command does, and says what came of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "../../src/checks/index.ts";
import { loadArchive } from "../../src/content/load.ts";
import type { ForeignFile } from "../../src/importers/importer.ts";
import { importerFor } from "../../src/importers/index.ts";
import { type IntakeOptions, planIntake, writePlan } from "../../src/intake/intake.ts";
import { readStore } from "../../src/intake/existing-records.ts";
import type { scheduleJson } from "../../src/outputs/schedule-json.ts";
import type { scheduleXml } from "../../src/outputs/schedule-xml.ts";

export interface Talk {
  title: string;
  id?: string;
  date?: string;
  start?: string;
  duration?: string;
  room?: string;
  speakers?: (string | { id: string; name: string })[];
  abstract?: string;
  url?: string;
}

export interface Conference {
  acronym?: string;
  title?: string;
  zone?: string;
  start?: string;
  end?: string;
}

/** A schedule.json, as frab writes it. */
export function schedule(
  talks: readonly Talk[],
  { acronym = "small30", title = "Small 2030", zone, start = "2030-05-01", end = "2030-05-03" }: Conference = {},
): string {
  const days = [...new Set(talks.map(({ date = "2030-05-01" }) => date.slice(0, 10)))].sort();
  const row = ({ speakers = [], id, ...talk }: Talk) => ({
    ...talk,
    ...(id !== undefined && { guid: id }),
    persons: speakers.map((one) => (typeof one === "string" ? { public_name: one } : { id: one.id, public_name: one.name })),
  });
  const inDay = (day: string) => talks.filter(({ date = "2030-05-01" }) => date.slice(0, 10) === day).map(row);
  return JSON.stringify({
    schedule: {
      conference: {
        acronym,
        title,
        start,
        end,
        ...(zone && { time_zone_name: zone }),
        days: days.map((date) => ({ date, rooms: { Hall: inDay(date) } })),
      },
    },
  });
}

export interface Came {
  written: number;
  merged: number;
  leftOut: number;
  refused: number;
  /** Rules of all problems, in foreign files and records. */
  told: string[];
  messages: string[];
}

/** Imports a text, one in a file of some name, or the files of a folder. */
export function take(contentDir: string, given: string | ForeignFile | ForeignFile[], options: Partial<IntakeOptions> = {}): Came {
  const files = typeof given === "string" ? [{ path: "given", text: given }] : [given].flat();
  const importer = files.map((file) => importerFor(file)).find(Boolean);
  if (!importer) throw new Error("no importer recognises the text");
  const imported = importer.read(files);
  const plan = planIntake(readStore(contentDir), importer.name, imported, { contentDir, ...options });
  writePlan(plan);
  const all = [...plan.run.problems, ...plan.run.findings];
  return {
    ...plan.run.counts,
    told: all.map(({ rule }) => rule).sort(),
    messages: all.map(({ message }) => message),
  };
}

/** The errors that `check` has with a content folder. */
export function errorsIn(contentDir: string): string[] {
  const { archive, findings } = loadArchive({ contentDir, assetsDir: join(contentDir, "no-assets") });
  return [...findings, ...runChecks(archive)]
    .filter(({ severity }) => severity === "error")
    .map(({ file, message }) => `${file}: ${message}`);
}

/** All files below a folder with their texts. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]));
}

/** Changes a record as an editor would. */
export function edit(contentDir: string, path: string, change: (text: string) => string): void {
  const file = join(contentDir, path);
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}:\n${before}`);
  writeFileSync(file, after);
}

export const text = (contentDir: string, path: string) =>
  existsSync(join(contentDir, path)) ? readFileSync(join(contentDir, path), "utf8") : undefined;

/** The schedules that a build writes for the events of a folder. */
export function exported(contentDir: string, format: typeof scheduleXml | typeof scheduleJson): string[] {
  const { archive } = loadArchive({ contentDir, assetsDir: join(contentDir, "none") });
  return archive.events.flatMap((event) => [...format.eventFiles(archive, event)].map(({ content }) => String(content)));
}

/** The files of records below a folder, without the notes of imports. */
export const records = (folder: string) =>
  Object.fromEntries(Object.entries(filesIn(folder)).filter(([path]) => !path.startsWith(".imports")));
