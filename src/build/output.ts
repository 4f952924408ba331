/** The output folder: what the last build wrote there and is still good, what this one writes, and what has to go. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MARKER } from "./claim-output.ts";
import { stampOf, isSettled } from "../content/file-state.ts";
import { digest } from "../text/digest.ts";
import type { Found } from "./output-found.ts";

/**
 * What is known of a file that a build wrote: a digest of what it was made of, one of its bytes, and its size and times on disk, by
 * which it is known without being read.
 */
export type Written = readonly [made: string, bytes: string, seen: string];

type KeptGroup = { made: string; paths: string[] };

/** What a build leaves in the cache about its output folder. */
export interface Manifest {
  /** Files by their path below the output folder. */
  files: Record<string, Written>;
  /** Files that were made together: what of, and their paths. */
  groups: Record<string, KeptGroup>;
}

const NOTHING: Found = { files: new Map(), folders: [] };

/** A build's view of the output folder. A file is left alone when it is made of the same and nobody touched it since. */
export class Output {
  readonly #dir: string;
  readonly #before: Manifest;
  readonly #known: ReadonlySet<string>;
  readonly #now = new Map<string, Written>();
  readonly #groups: Manifest["groups"] = {};
  /** Folders that are there for sure. */
  readonly #folders = new Set<string>();
  #found = NOTHING;

  constructor(outputDir: string, before: Manifest = { files: {}, groups: {} }) {
    this.#dir = outputDir;
    this.#before = before;
    this.#known = new Set(Object.keys(before.files));
  }

  /** Tells what is in the folder; before that, it is as if nothing were. */
  find(found: Found): void {
    this.#found = found;
  }

  /** Whether the file is there already, made of just that; then it stays. */
  keep(path: string, made: string): boolean {
    if (this.#now.get(path)?.[0] === made) return true;
    const before = this.#known.has(path) ? this.#before.files[path] : undefined;
    if (before?.[0] !== made) return false;
    const [, bytes, looked] = before;
    const seen = this.#found.files.get(path);
    if (!seen) return false;
    if (seen !== looked && digest(readFileSync(join(this.#dir, path))) !== bytes) return false;
    this.#now.set(path, seen === looked ? before : [made, bytes, seen]);
    return true;
  }

  /** Makes the folders for a file. What an earlier build left in its way, a file for a folder or the other way round, has to go. */
  makeWay(path: string): void {
    this.#makeFolder(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
    if (this.#known.has(path)) return;
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
    this.#now.set(path, [made, digest(content), ""]);
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

  /** Files that are made together, when all of them are there already; then they stay. */
  keepGroup(name: string, made: string): Readonly<KeptGroup> | undefined {
    const before = Object.hasOwn(this.#before.groups, name) ? this.#before.groups[name] : undefined;
    if (before?.made !== made || !before.paths.every((path) => this.keep(path, this.#before.files[path]?.[0] ?? ""))) return undefined;
    this.#groups[name] = before;
    return before;
  }

  /** What the last build made a group of. */
  madeOf(name: string): string | undefined {
    return Object.hasOwn(this.#before.groups, name) ? this.#before.groups[name]?.made : undefined;
  }

  /** Lets go of a group that was kept, so that what is not made again is deleted. */
  release(name: string): void {
    for (const path of this.#groups[name]?.paths ?? []) this.#now.delete(path);
    delete this.#groups[name];
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
    // What was a file may be a folder by now, and the other way round.
    const isOurs = (path: string) => this.#now.has(path) || folders.has(path) || path === MARKER;
    for (const path of [...this.#found.files.keys(), ...this.#found.folders]) if (!isOurs(path)) this.#remove(path);
    const files: Manifest["files"] = {};
    for (const [path, written] of this.#now) {
      const [made, bytes, seen] = written;
      files[path] = seen ? written : [made, bytes, this.#seen(path)];
    }
    return { files, groups: this.#groups };
  }

  #seen(path: string): string {
    const now = Date.now();
    const stats = statSync(join(this.#dir, path));
    return isSettled(stats, now) ? stampOf(stats) : "";
  }

  #remove(path: string): void {
    rmSync(join(this.#dir, path), { recursive: true, force: true });
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
