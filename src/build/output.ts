/** The output folder: what the last build wrote there and is still good, what this one writes, and what has to go. */
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { visible } from "../problems/visible.ts";
import { MARKER, OutputError } from "./claim-output.ts";
import { LOCK } from "./lock.ts";
import { isSettled, linkStatOf, looksOf, stampOf } from "../content/file-state.ts";
import { isDraft, newDraftIn } from "../content/write-whole.ts";
import { digest } from "../text/digest.ts";
import { normal } from "../text/normal.ts";
import type { Found } from "./output-found.ts";

/**
 * What is known of a file that a build wrote: what it was made of (its key), a digest of its bytes, and its size and times on disk
 * (its stamp), by which it is known without being read. The stamp is empty where the file had only just been written.
 */
type NotedFile = readonly [key: string, bytes: string, stamp: string];

/** Files that were made together: what of, and their paths. */
export interface NotedGroup {
  key: string;
  exactKey?: string | undefined;
  paths: readonly string[];
}

/** What a build leaves in the cache about its output folder. */
export interface Manifest {
  /** Files by their path below the output folder. */
  files: Record<string, NotedFile>;
  groups: Record<string, NotedGroup>;
}

/** Some files of the last build: what was noted of them, and how those that are there look now. */
export interface KnownFiles {
  files: Manifest["files"];
  stamps: [path: string, stamp: string][];
}

/** What is known of an output folder that no build is known to have written. */
export const emptyManifest = (): Manifest => ({ files: {}, groups: {} });

const NOTHING: Found = { files: new Map(), folders: [], strange: [] };

export interface OutputOptions {
  /** What lies in the folder; without it, it is as if nothing did. */
  found?: Found;
  /** Whether others write into the folder too; then only what an earlier build is known to have written is deleted. */
  shared?: boolean | undefined;
  /** Files that an earlier build wrote, also one of another program, whose manifest is not believed. */
  written?: ReadonlySet<string>;
  /** Touches nothing. */
  dryRun?: boolean | undefined;
  /** Called before each file is written; a process that may write no more ends here. */
  beforeWrite?: () => void;
}

/** A build's view of the output folder. A file is left alone when it is made of the same and nobody touched it since. */
export class Output {
  readonly #dir: string;
  readonly #before: Manifest;
  #found: Found;
  readonly #shared: boolean;
  readonly #dryRun: boolean;
  readonly #written: ReadonlySet<string>;
  readonly #beforeWrite: () => void;
  readonly #now = new Map<string, NotedFile>();
  readonly #groups = new Map<string, NotedGroup>();
  /** Folders that are there for sure, each with whether this build made it, so that no other has left anything in it. */
  readonly #folders = new Map<string, boolean>();

  constructor(
    outputDir: string,
    before: Manifest = emptyManifest(),
    { found = NOTHING, shared = false, dryRun = false, written = new Set(), beforeWrite = () => {} }: OutputOptions = {},
  ) {
    this.#dir = outputDir;
    this.#before = before;
    this.#found = found;
    this.#shared = shared;
    this.#dryRun = dryRun;
    this.#written = written;
    this.#beforeWrite = beforeWrite;
  }

  /** What the last build noted of a file. */
  #notedBefore(path: string): NotedFile | undefined {
    return Object.hasOwn(this.#before.files, path) ? this.#before.files[path] : undefined;
  }

  /** Whether the file is there already, made of just that; then it stays. */
  keep(path: string, key: string): boolean {
    if (this.#now.get(path)?.[0] === key) return true;
    const before = this.#notedBefore(path);
    if (before?.[0] !== key) return false;
    const [, bytes, stampBefore] = before;
    const stamp = this.#found.files.get(path);
    if (!stamp) return false;
    if (stamp !== stampBefore && digestOfFile(join(this.#dir, path)) !== bytes) return false;
    this.#now.set(path, stamp === stampBefore ? before : [key, bytes, stamp]);
    return true;
  }

  /** Takes what really lies in the folder in place of what was assumed. Says whether all files that were kept look as was assumed. */
  confirm(found: Found): boolean {
    this.#found = found;
    return [...this.#now].every(([path, [, , stamp]]) => stamp === "" || found.files.get(path) === stamp);
  }

  /** Makes the folders for a file. What an earlier build left in its way, a file for a folder or the other way round, has to go. */
  makeWay(path: string): void {
    if (this.#dryRun) return;
    this.#beforeWrite();
    const isNew = this.#makeFolder(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
    if (isNew && !this.#now.has(path)) return;
    const full = join(this.#dir, path);
    const stats = linkStatOf(full);
    if (stats?.isDirectory()) {
      if (!this.#shared) rmSync(full, { recursive: true });
    } else if (stats && !isOwnFile(stats)) rmSync(full);
  }

  /** Makes a folder with those above it. Says whether this build made it. */
  #makeFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isInNew = folder !== "" && this.#makeFolder(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))));
    const full = join(this.#dir, folder);
    const isNew = (isInNew && isMade(full)) || this.#isMadeAmongOthers(folder, full);
    this.#folders.set(folder, isNew);
    return isNew;
  }

  /** Makes a folder where anything may be. Says whether this build made it. */
  #isMadeAmongOthers(folder: string, full: string): boolean {
    // The output folder itself may be a link of the user; one inside it may lead anywhere.
    const stats = folder === "" ? statOf(full) : linkStatOf(full);
    if (stats && !stats.isDirectory() && (!this.#shared || this.#notedBefore(folder) || stats.isSymbolicLink()))
      rmSync(full, { force: true });
    // Another process of this build may be making the same folder.
    return !stats?.isDirectory() && mkdirSync(full, { recursive: true }) !== undefined && !this.#shared;
  }

  /** Notes a file that somebody else writes. */
  note(path: string, key: string, content: string | Uint8Array): void {
    this.#beforeWrite();
    this.#now.set(path, [key, digest(content), ""]);
  }

  /** Writes a file, unless it is there already. Without a key, its bytes are what it is made of. */
  write(path: string, key: string | undefined, content: string | Uint8Array): void {
    const bytes = key === undefined ? digest(content) : undefined;
    const madeOf = key ?? bytes ?? "";
    if (this.keep(path, madeOf)) return;
    this.makeWay(path);
    if (!this.#dryRun) writeFileSync(join(this.#dir, path), content);
    this.#now.set(path, [madeOf, bytes ?? digest(content), ""]);
  }

  /** Copies a file, unless its copy is there already. */
  copy(path: string, key: string, from: string): void {
    if (this.keep(path, key)) return;
    this.makeWay(path);
    if (!this.#dryRun) copyAsNew(from, join(this.#dir, path));
    this.#now.set(path, [key, digestOfFile(from) ?? "", ""]);
  }

  /** What the last build noted of a group. */
  groupBefore(name: string): NotedGroup | undefined {
    return Object.hasOwn(this.#before.groups, name) ? this.#before.groups[name] : undefined;
  }

  /** Keeps the files of a group when all of them are there already, as the last build left them; `key` is what they are made of now. */
  keepGroup(name: string, key: string): boolean {
    const before = this.groupBefore(name);
    if (!before?.paths.every((path) => this.keep(path, this.#before.files[path]?.[0] ?? ""))) return false;
    this.#groups.set(name, { ...before, key });
    return true;
  }

  /** Notes files that are made together. */
  noteGroup(name: string, group: NotedGroup): void {
    this.#groups.set(name, group);
  }

  /** What was made or kept so far, by whoever uses this view. */
  made(): Manifest {
    return { files: Object.fromEntries(this.#now), groups: Object.fromEntries(this.#groups) };
  }

  /** Takes over what another process has made or kept in the same folder. */
  adopt({ files, groups }: Manifest): void {
    for (const [path, noted] of Object.entries(files)) this.#now.set(path, noted);
    for (const [name, group] of Object.entries(groups)) this.#groups.set(name, group);
  }

  /** What another process has to know of the files that some groups had after the last build. */
  knownOf(groups: Iterable<string>): KnownFiles {
    const known: KnownFiles = { files: {}, stamps: [] };
    for (const name of groups)
      for (const path of this.groupBefore(name)?.paths ?? []) {
        const noted = this.#before.files[path];
        const stamp = this.#found.files.get(path);
        if (noted) known.files[path] = noted;
        if (stamp !== undefined) known.stamps.push([path, stamp]);
      }
    return known;
  }

  /** Leaves the files of a group for a later run of its step; until then, they stay as they are. */
  postponeGroup(name: string): void {
    const before = this.groupBefore(name);
    if (before) this.keepGroup(name, before.key);
  }

  /** Keeps all files of the last build, when they are there as it left them, and nothing else is. */
  keepAll(): boolean {
    const { files, groups } = this.#before;
    if (!Object.entries(files).every(([path, [key]]) => this.keep(path, key))) return false;
    for (const [name, group] of Object.entries(groups)) this.noteGroup(name, group);
    const isOurs = this.#ours();
    return this.#found.strange.length === 0 && [...this.#found.files.keys(), ...this.#found.folders].every(isOurs);
  }

  /** Tells what belongs to this build. What was a file may be a folder by now, and the other way round. */
  #ours(): (path: string) => boolean {
    const folders = new Set<string>();
    for (const path of this.#now.keys())
      for (let end = path.lastIndexOf("/"); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf("/", end - 1))
        folders.add(path.slice(0, end));
    return (path) => this.#now.has(path) || folders.has(path) || path === MARKER || path === LOCK;
  }

  /** Deletes what this build did not make, and folders that are empty then; says what was made, for the next build. */
  finish(): Manifest {
    const isOurs = this.#ours();
    if (!this.#shared && !this.#dryRun)
      for (const path of this.#found.strange)
        rmSync(Buffer.concat([Buffer.from(join(this.#dir, "/")), path]), { recursive: true, force: true });
    const isTheirs = (path: string) => this.#shared && !this.#notedBefore(path) && !this.#written.has(path) && !isDraft(path);
    const files = [...this.#found.files.keys()].filter((path) => !isOurs(path) && !isTheirs(path));
    const folders = this.#found.folders.filter((path) => !isOurs(path));
    const isOursToo = this.#oursInOtherLetters(files.length + folders.length > 0);
    for (const path of files) if (!isOursToo(path)) this.#delete(path, true);
    for (const path of folders) if (!isOursToo(path)) this.#delete(path, !this.#shared);
    const noted: Manifest["files"] = {};
    for (const [path, now] of this.#now) {
      const [key, bytes, stamp] = now;
      noted[path] = stamp ? now : [key, bytes, this.#stampNow(path)];
    }
    return { files: noted, groups: Object.fromEntries(this.#groups) };
  }

  /**
   * Where the system tells capitals from small letters no more than macOS and Windows do, what was found under another name may be what this
   * build has just written. Says so, and gives it the name that it has now.
   */
  #oursInOtherLetters(isSought: boolean): (path: string) => boolean {
    const ours = new Map<string, string>();
    if (isSought)
      for (const path of this.#now.keys())
        for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
          const own = path.slice(0, end);
          if (ours.get(letters(own)) === own) break;
          ours.set(letters(own), own);
        }
    return (path) => {
      const own = ours.get(letters(path));
      if (own === undefined || this.#dryRun) return false;
      const [from, to] = [join(this.#dir, path), join(this.#dir, own)];
      if (!isOneFile(from, to)) return false;
      renameSync(from, to);
      return true;
    };
  }

  /**
   * What is known of the folder when a build failed or was stopped on its way: what it wrote so far, and what the last build noted of all else.
   * Nothing is deleted. What the last build noted becomes part of it, for a copy of that takes long.
   */
  unfinished(): Manifest {
    const { files, groups } = this.#before;
    const others = new Set<string>();
    for (const [path, noted] of this.#now) {
      if (files[path]?.[0] !== noted[0]) others.add(path);
      files[path] = noted;
    }
    for (const [name, { paths }] of Object.entries(groups)) if (paths.some((path) => others.has(path))) delete groups[name];
    for (const [name, group] of this.#groups) if (group.paths.every((path) => this.#now.has(path))) groups[name] = group;
    return this.#before;
  }

  /** Deletes a file or a folder; unless `whole`, a folder only when it is empty. */
  #delete(path: string, whole: boolean): void {
    if (this.#dryRun) return;
    const full = join(this.#dir, path);
    // What is there no more: a file has taken the place of the folder above it.
    if (!linkStatOf(full)) return;
    if (whole) rmSync(full, { recursive: true, force: true });
    else if (statOf(full)?.isDirectory() && readdirSync(full).length === 0) rmdirSync(full);
  }

  #stampNow(path: string): string {
    const now = Date.now();
    const stats = statOf(join(this.#dir, path));
    return stats && isSettled(stats, now) ? stampOf(stats) : "";
  }
}

/** A path without what some systems do not tell apart in names. */
const letters = (path: string) => normal(path, "NFC").toLowerCase();

/** Whether two names are those of one file or folder that has no more names than one. */
function isOneFile(one: string, other: string): boolean {
  const [stats, others] = [one, other].map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  if (!stats || !others || stats.ino !== others.ino || stats.dev !== others.dev) return false;
  return stats.isDirectory() || stats.nlink === 1n;
}

/**
 * Whether what is at a place is a file that can be written to as it is. What is written to a link would be written to where it leads, and what
 * is written to one name of a file to all its names; a pipe would be waited for, and nothing can be written to what is read-only.
 */
const isOwnFile = (stats: Stats): boolean => stats.isFile() && stats.nlink === 1 && (stats.mode & OWNER_WRITES) !== 0;

/** The permission of a file's owner to write to it. */
const OWNER_WRITES = 0o200;

/** Makes a folder in one that is there. Says whether nothing was at its place. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Copies a file, which gets its name when it is whole: it may be large, and a build be stopped or somebody read it meanwhile. It gets the
 * permissions of a new one: those of the original may keep a server from reading it, and the next build from writing it.
 */
function copyAsNew(from: string, to: string): void {
  const draft = newDraftIn(dirname(to));
  rmSync(draft, { force: true });
  refuseOther(from);
  const looks = looksOf(from);
  try {
    copyFileSync(from, draft);
    refuseOther(from);
    if (looksOf(from) !== looks)
      throw new OutputError(`\`${visible(from)}\` was changed while it was copied, so that the site would have a part of it. Build again.`);
    chmodSync(draft, 0o666 & ~process.umask());
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Throws where something else took the place of a file since it was listed: a link may lead anywhere, and a pipe never end. */
function refuseOther(file: string): void {
  if (lstatSync(file).isFile()) return;
  throw Object.assign(new Error("no file"), { code: "ENOENT", syscall: "copyfile", path: file });
}

/** The digest of a file of any size, read piece by piece; nothing when it is gone or cannot be read. */
function digestOfFile(file: string): string | undefined {
  const sum = createHash("sha256");
  const piece = Buffer.allocUnsafe(1 << 20);
  let handle: number | undefined;
  try {
    handle = openSync(file, "r");
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) sum.update(piece.subarray(0, length));
    return sum.digest("base64url").slice(0, 22);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
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
