/** The temporary folder of a benchmark: the synthetic records, and a folder for everything that is built from them. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { syntheticTalks } from "./synthetic-talks.ts";
import { videoRecords } from "./video-series.ts";

export const PROJECT = resolve(import.meta.dirname, "../..");

const made = new Set<string>();

export interface Workspace {
  /** How many. */
  talks: number;
  content: string;
  /** A path below the temporary folder, which need not exist. */
  at: (name: string) => string;
  /** The same path, where nothing is any more: what was there is out of the way until the end. */
  empty: (name: string) => string;
  /** Changes the title of one talk in `content` or a copy of it, or its room; what comes back undoes it. */
  edit: (content: string, field: EditedField, mark: number) => () => void;
}

/** Fields of a talk, of which only the title has words to find. */
export type EditedField = "title" | "room";

/** What the made-up archives of so many talks are like: `even` in events of 500, `videos` as PyVideo's. */
export const SHAPES = { even: syntheticTalks, videos: videoRecords };
export type Shape = keyof typeof SHAPES;

/** Writes the records of so many talks, one after another, to a new temporary folder. */
export function createWorkspace(talks: number, shape: Shape): Workspace {
  const folder = createFolder();
  const content = join(folder, "content");
  const written: string[] = [];
  for (const path of writeFiles(content, SHAPES[shape](talks))) if (path.includes("/talks/")) written.push(path);
  const edited = written[Math.floor(written.length / 2)] ?? "";
  const at = (name: string) => join(folder, name);
  return {
    talks,
    content,
    at,
    empty: (name) => {
      // Not removed: for minutes after thousands of files were, ext4 looks long for a number for each new one.
      if (existsSync(at(name))) renameSync(at(name), join(mkdtempSync(join(folder, "old-")), "old"));
      return at(name);
    },
    edit: (records, field, mark) => {
      const file = join(records, edited);
      const text = readFileSync(file, "utf8");
      const others = field === "room" ? text.replace(/^room: .*\n/m, "") : text;
      writeFileSync(file, others.replace(/^title: .*$/m, field === "room" ? `$&\nroom: Room ${mark}` : `$& (edited ${mark})`));
      return () => writeFileSync(file, text);
    },
  };
}

/** Writes files below a folder, and names each. */
export function* writeFiles(folder: string, files: Iterable<readonly [path: string, text: string]>): Generator<string> {
  const made = new Set<string>();
  for (const [path, text] of files) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
    yield path;
  }
}

/** A new temporary folder. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "archive-bench-"));
  made.add(folder);
  return folder;
}

/** Removes every temporary folder that this process made. */
export function removeWorkspaces(): void {
  // What was killed a moment ago may still be writing.
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  made.clear();
}

/** Writes to disk what is only in memory, so that no build waits for what another one wrote. */
export function settleDisk(): void {
  spawnSync("sync");
}

/** Web pages below a folder, and the bytes of all files. */
export function sizeOf(folder: string): { pages: number; bytes: number } {
  const size = { pages: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    if (entry.name.endsWith(".html")) size.pages++;
    size.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return size;
}

/** A site for plain Eleventy with the same records: a layout for talks and one for events are all it needs. */
export function writePlainSite(content: string, site: string): void {
  if (existsSync(site)) return;
  const source = join(import.meta.dirname, "plain");
  for (const name of ["eleventy.config.js", "_includes"]) cpSync(join(source, name), join(site, name), { recursive: true });
  for (const name of ["events", "speakers"]) cpSync(join(content, name), join(site, "content", name), { recursive: true });
  for (const event of readdirSync(join(content, "events"))) {
    cpSync(join(source, "talks.11tydata.js"), join(site, "content/events", event, "talks/talks.11tydata.js"));
    cpSync(join(source, "event.11tydata.js"), join(site, "content/events", event, "event.11tydata.js"));
  }
  const value = (name: string) => new RegExp(`^ *${name}: (.*)$`, "m").exec(readFileSync(join(content, "site.yaml"), "utf8"))?.[1];
  const facts = { name: value("name"), url: value("url")?.replace(/\/$/, ""), notice: value("notice"), licence: value("text") };
  mkdirSync(join(site, "_data"));
  writeFileSync(join(site, "_data/site.json"), JSON.stringify(facts));
  writeFileSync(join(site, "content/speakers/speakers.json"), JSON.stringify({ permalink: false }));
  writeFileSync(join(site, "package.json"), JSON.stringify({ type: "module", private: true }));
  symlinkSync(join(PROJECT, "node_modules"), join(site, "node_modules"));
}
