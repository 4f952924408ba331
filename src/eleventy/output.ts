/** Owns the output folder: what the last build wrote there and is still good, what this one writes, and what has to go. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { digest, looks, wasAtRest } from "../content/file-state.ts";

const MARKER = ".archive-output";
const MARKER_TEXT = "This folder is written by the archive's build, which deletes from it whatever it did not write.\n";

/** Why a folder cannot be the output folder; the message says what to do. */
export class OutputError extends Error {}

/** Makes sure that a build may write into the folder and delete from it. `keep` are folders it must not touch. */
export function claimOutput(outputDir: string, keep: readonly string[]): void {
  for (const folder of keep) {
    const apart = relative(resolve(folder), resolve(outputDir));
    const back = relative(resolve(outputDir), resolve(folder));
    if (apart === "" || !apart.startsWith("..") || !back.startsWith(".."))
      throw new OutputError(
        `The output folder \`${outputDir}\` and \`${folder}\` lie in each other. Choose a folder of its own with \`--output\`.`,
      );
  }
  if (existsSync(outputDir) && readdirSync(outputDir).length > 0 && !existsSync(join(outputDir, MARKER)))
    throw new OutputError(
      `The folder \`${outputDir}\` holds files that no build of this archive wrote. Choose an empty folder with \`--output\`, or empty it yourself.`,
    );
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(join(outputDir, MARKER), MARKER_TEXT);
}

/** What is known of a file that a build wrote. */
export interface Written {
  /** A digest of what it was made of. */
  made: string;
  /** A digest of its bytes. */
  bytes: string;
  /** Its size and times on disk, by which it is known without being read. */
  seen: string;
}

/** What a build leaves in the cache about its output folder. */
export interface Manifest {
  /** Files by their path below the output folder. */
  files: Record<string, Written>;
  /** Files that were made together: what of, and their paths. */
  groups: Record<string, { made: string; paths: string[] }>;
}

/** A build's view of the output folder. A file is left alone when it is made of the same and nobody touched it since. */
export class Output {
  readonly #dir: string;
  readonly #before: Manifest;
  readonly #known: ReadonlySet<string>;
  readonly #now = new Map<string, Written>();
  readonly #groups: Manifest["groups"] = {};
  /** Folders that are there for sure. */
  readonly #folders = new Set<string>();
  readonly #isNew: boolean;

  constructor(outputDir: string, before: Manifest = { files: {}, groups: {} }) {
    this.#dir = outputDir;
    this.#before = before;
    this.#known = new Set(Object.keys(before.files));
    this.#isNew = readdirSync(outputDir).length <= 1;
  }

  /** Whether the file is there already, made of just that; then it stays. */
  keep(path: string, made: string): boolean {
    if (this.#now.get(path)?.made === made) return true;
    const before = this.#known.has(path) ? this.#before.files[path] : undefined;
    if (before?.made !== made) return false;
    const stats = statOf(join(this.#dir, path));
    if (!stats?.isFile()) return false;
    const seen = looks(stats);
    if (seen !== before.seen && digest(readFileSync(join(this.#dir, path))) !== before.bytes) return false;
    this.#now.set(path, { ...before, seen });
    return true;
  }

  /** Makes the folders for a file. What an earlier build left in its way, a file for a folder or the other way round, has to go. */
  makeWay(path: string): void {
    this.#makeFolder(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
    if (this.#known.has(path) || this.#isNew) return;
    if (statOf(join(this.#dir, path))?.isDirectory()) rmSync(join(this.#dir, path), { recursive: true });
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    if (folder !== "") this.#makeFolder(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))));
    const full = join(this.#dir, folder);
    const stats = statOf(full);
    if (stats && !stats.isDirectory()) rmSync(full);
    if (!stats?.isDirectory()) mkdirSync(full);
  }

  /** Notes a file that somebody else writes. */
  note(path: string, made: string, content: string | Uint8Array): void {
    this.#now.set(path, { made, bytes: digest(content), seen: "" });
  }

  /** Writes a file, unless it is there already. */
  write(path: string, made: string, content: string | Uint8Array): void {
    if (this.keep(path, made)) return;
    this.#place(path, (file) => writeFileSync(file, content));
    this.note(path, made, content);
  }

  /** Copies a file, unless its copy is there already. */
  copy(path: string, made: string, from: string): void {
    if (this.keep(path, made)) return;
    this.#place(path, (file) => copyFileSync(from, file));
    this.note(path, made, readFileSync(from));
  }

  /** The paths of files that are made together, when all of them are there already; then they stay. */
  keepGroup(name: string, made: string): readonly string[] | undefined {
    const before = Object.hasOwn(this.#before.groups, name) ? this.#before.groups[name] : undefined;
    if (before?.made !== made || !before.paths.every((path) => this.keep(path, this.#before.files[path]?.made ?? ""))) return undefined;
    this.#groups[name] = before;
    return before.paths;
  }

  /** Notes that files are made together, of that. */
  noteGroup(name: string, made: string, paths: string[]): void {
    this.#groups[name] = { made, paths };
  }

  #place(path: string, put: (file: string) => void): void {
    this.makeWay(path);
    put(join(this.#dir, path));
  }

  /** Deletes what this build did not make, and folders that are empty then; says what was made, for the next build. */
  finish(): Manifest {
    const folders = new Set<string>();
    for (const path of this.#now.keys())
      for (let end = path.lastIndexOf("/"); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf("/", end - 1))
        folders.add(path.slice(0, end));
    this.#prune("", folders);
    const files: Manifest["files"] = {};
    for (const [path, written] of this.#now) files[path] = written.seen ? written : { ...written, seen: this.#seen(path) };
    return { files, groups: this.#groups };
  }

  #seen(path: string): string {
    const now = Date.now();
    const stats = statSync(join(this.#dir, path));
    return wasAtRest(stats, now) ? looks(stats) : "";
  }

  #prune(folder: string, folders: ReadonlySet<string>): void {
    for (const entry of readdirSync(join(this.#dir, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory() && folders.has(path)) this.#prune(path, folders);
      else if (!this.#now.has(path) && path !== MARKER) rmSync(join(this.#dir, path), { recursive: true });
    }
  }
}

/** What is at a path; nothing also where a folder above it is a file now. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
