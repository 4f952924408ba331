/** Watches folders (chokidar). Links in them are not followed, as no command does: one may lead to the whole disk. */
import { existsSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

export interface WatchOptions {
  /** Whether a path is nobody's business. */
  ignored: (path: string) => boolean;
  onEvent: (event: string, path: string) => void;
  /** Told of what cannot be watched; all else is watched all the same. */
  onTrouble: (error: NodeJS.ErrnoException) => void;
}

/** Milliseconds between two looks for a folder that went away. */
const PAUSE = 200;
/** Milliseconds in which the package looks through a folder. */
const TIME_TO_LOOK = 1000;

export class FolderWatcher {
  readonly #watcher: FSWatcher;
  /** The folders as they were given, by where they really are: a folder itself may be a link of the user. */
  readonly #given = new Map<string, string>();
  readonly #onEvent: WatchOptions["onEvent"];
  /** Looks for folders that went away. */
  readonly #looks = new Map<string, NodeJS.Timeout>();

  constructor(folders: readonly string[], { ignored, onEvent, onTrouble }: WatchOptions) {
    this.#onEvent = onEvent;
    const real = folders.map((folder) => this.#realOf(folder));
    this.#watcher = watch(real, { ignoreInitial: true, ignored, followSymlinks: false });
    this.#watcher.on("all", (event, path) => {
      if (event === "unlinkDir" && this.#given.has(path)) this.#awaitReturn(path);
      onEvent(event, this.#asGiven(path));
    });
    this.#watcher.on("error", (error) => onTrouble(error as NodeJS.ErrnoException));
  }

  /** Resolves once the folders are watched. */
  ready(): Promise<void> {
    return new Promise((done) => this.#watcher.once("ready", () => done()));
  }

  add(folder: string): void {
    this.#watcher.add(this.#realOf(folder));
  }

  close(): Promise<void> {
    for (const look of this.#looks.values()) clearInterval(look);
    return this.#watcher.close();
  }

  /** Watches a folder anew that went away and comes back, as it does when another branch is checked out: the package forgets it. */
  #awaitReturn(real: string): void {
    clearInterval(this.#looks.get(real));
    const look = setInterval(() => {
      if (!existsSync(real)) return;
      clearInterval(look);
      this.#looks.delete(real);
      this.#watcher.add(real);
      const tell = () => this.#onEvent("addDir", this.#asGiven(real));
      tell();
      // What was put into it while it was looked through is no change for the package.
      this.#looks.set(real, setTimeout(tell, TIME_TO_LOOK));
    }, PAUSE);
    this.#looks.set(real, look);
  }

  #realOf(folder: string): string {
    const real = realOf(folder);
    this.#given.set(real, resolve(folder));
    return real;
  }

  #asGiven(path: string): string {
    for (const [real, given] of this.#given)
      if (path === real || path.startsWith(`${real}${sep}`)) return join(given, relative(real, path));
    return path;
  }
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
