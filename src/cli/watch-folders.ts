/** Watches folders (chokidar). Links in them are not followed, as no command does: one may lead to the whole disk. */
import { realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

export interface WatchOptions {
  /** Whether a path is nobody's business. */
  ignored: (path: string) => boolean;
  onEvent: (event: string, path: string) => void;
  /** Told of what cannot be watched; all else is watched all the same. */
  onTrouble: (error: NodeJS.ErrnoException) => void;
}

export class FolderWatcher {
  readonly #watcher: FSWatcher;
  /** The folders as they were given, by where they really are: a folder itself may be a link of the user. */
  readonly #given = new Map<string, string>();

  constructor(folders: readonly string[], { ignored, onEvent, onTrouble }: WatchOptions) {
    const real = folders.map((folder) => this.#realOf(folder));
    this.#watcher = watch(real, { ignoreInitial: true, ignored, followSymlinks: false });
    this.#watcher.on("all", (event, path) => onEvent(event, this.#asGiven(path)));
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
    return this.#watcher.close();
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
