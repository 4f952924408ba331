/**
 * Watches folders (chokidar). Links in them are not followed, as no command does: one may lead to the whole disk. The package watches a
 * folder where it was when it was found: what took its place since, as after another branch was checked out, it never sees. So all folders
 * are looked at now and then, and where one is another all are watched anew. Where much changes at once, as in a rebase, it also misses files
 * that come or go: so the names in all folders are held against those that were there when all was read. And it takes a file for the
 * same whose time is the same, though another was put in its place: so the files are held against each other, too.
 */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { looksOf } from "../content/file-state.ts";

export interface WatchOptions {
  /** Whether a path is nobody's business. */
  ignored: (path: string) => boolean;
  /** Told of the folder itself (`addDir`) where it is watched anew, so that anything in it may have changed. */
  onEvent: (event: string, path: string) => void;
  /** Told of what cannot be watched; all else is watched all the same. */
  onTrouble: (error: NodeJS.ErrnoException) => void;
}

/** Milliseconds between two looks at the folders. */
const PAUSE = 1000;

/** What was in a folder, and the time of its last change when it was looked at. */
interface Listed {
  changed: number;
  names: string;
  /** What tells each file from others, by its name; nothing of what is no file. */
  looks: Map<string, string>;
}

export class FolderWatcher {
  readonly #options: WatchOptions;
  #watcher: FSWatcher;
  /** The folders as they were given, by where they really are: a folder itself may be a link of the user. */
  readonly #given = new Map<string, string>();
  /** Which folder the package watches at a path; none where there was none. */
  readonly #watched = new Map<string, string | undefined>();
  /** What was in each folder when all was read. */
  readonly #listed = new Map<string, Listed>();
  readonly #looks: NodeJS.Timeout;
  #isStarting = false;

  constructor(folders: readonly string[], options: WatchOptions) {
    this.#options = options;
    this.#watcher = this.#start(folders);
    this.#looks = setInterval(() => this.#look(), PAUSE);
  }

  /** Resolves once the folders are watched. */
  ready(): Promise<void> {
    return new Promise((done) => this.#watcher.once("ready", () => done()));
  }

  add(folder: string): void {
    if ([...this.#given.values()].includes(resolve(folder))) return;
    this.#watcher.add(this.#note(folder));
  }

  /** Notes what is in the folders, all of which is about to be read. */
  remember(): void {
    for (const path of this.#watched.keys()) this.#list(path);
  }

  /** The paths of which it has to be told that something is other in a folder than when all was read: the folder itself, or files in it. */
  #others(path: string): { event: "addDir" | "change"; path: string }[] {
    const before = this.#listed.get(path);
    if (before === undefined) return [];
    const now = this.#list(path, before);
    if (now?.names !== before.names) return [{ event: "addDir", path }];
    const others = [...now.looks].filter(([name, looks]) => before.looks.get(name) !== looks);
    return others.map(([name]) => ({ event: "change", path: join(path, name) }));
  }

  /** A folder is read only where something came or went since it was looked at. */
  #list(path: string, before = this.#listed.get(path)): Listed | undefined {
    try {
      const changed = statSync(path).mtimeMs;
      if (before?.changed === changed) return before;
      const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !this.#options.ignored(join(path, name)));
      const files = entries.filter((entry) => !entry.isDirectory());
      const names = entries.map(({ name }) => name);
      const looks = new Map(files.map(({ name }) => [name, looksOf(join(path, name))]));
      this.#listed.set(path, { changed, names: names.sort().join("/"), looks });
    } catch {
      this.#listed.delete(path);
    }
    return this.#listed.get(path);
  }

  close(): Promise<void> {
    clearInterval(this.#looks);
    return this.#watcher.close();
  }

  #start(folders: readonly string[]): FSWatcher {
    this.#isStarting = true;
    const { ignored, onTrouble } = this.#options;
    const watcher = watch(
      folders.map((folder) => this.#note(folder)),
      { ignoreInitial: true, ignored, followSymlinks: false },
    );
    watcher.on("all", (event, path, stats) => {
      if (event === "addDir") this.#watched.set(path, stats === undefined ? identityOf(path) : identityIn(stats));
      // The package forgets a folder that it was told to watch, and does not look whether it comes back.
      else if (event === "unlinkDir" && this.#given.has(path)) this.#watched.set(path, undefined);
      else if (event === "unlinkDir") this.#watched.delete(path);
      // It is read after it was told, and need not be told again.
      else if (event === "change") this.#listed.get(dirname(path))?.looks.set(basename(path), looksOf(path));
      this.#options.onEvent(event, this.#asGiven(path));
    });
    watcher.on("error", (error) => onTrouble(error as NodeJS.ErrnoException));
    watcher.once("ready", () => {
      this.#isStarting = false;
    });
    return watcher;
  }

  /** Notes a folder and all below it as they are before the package looks for them. */
  #note(folder: string): string {
    const real = realOf(folder);
    this.#given.set(real, resolve(folder));
    for (const path of [real, ...foldersBelow(real)]) this.#watched.set(path, identityOf(path));
    return real;
  }

  /** Watches all folders anew where one is not what it was; one that is away is waited for. */
  #look(): void {
    if (this.#isStarting) return;
    const isAnother = ([path, before]: [string, string | undefined]) => {
      const now = identityOf(this.#given.get(path) ?? path);
      return now !== undefined && now !== before;
    };
    if (![...this.#watched].some(isAnother)) {
      for (const { event, path } of [...this.#watched.keys()].flatMap((folder) => this.#others(folder)))
        this.#options.onEvent(event, this.#asGiven(path));
      return;
    }
    const folders = [...this.#given.values()];
    this.#given.clear();
    this.#watched.clear();
    this.#listed.clear();
    // What it says when it is closed is no change.
    void this.#watcher.removeAllListeners().close();
    this.#watcher = this.#start(folders);
    this.#watcher.once("ready", () => {
      for (const folder of folders) this.#options.onEvent("addDir", folder);
    });
  }

  #asGiven(path: string): string {
    for (const [real, given] of this.#given)
      if (path === real || path.startsWith(`${real}${sep}`)) return join(given, relative(real, path));
    return path;
  }
}

/** What tells a folder from any other that was or will be at its path: disks give the numbers of deleted ones to new ones. */
const identityIn = ({ ino, birthtimeMs }: Stats) => `${ino} ${birthtimeMs}`;

function identityOf(path: string): string | undefined {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? identityIn(stats) : undefined;
  } catch {
    return undefined;
  }
}

function foldersBelow(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...foldersBelow(path)] : [];
  });
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
