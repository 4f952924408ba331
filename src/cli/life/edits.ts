/** Changes of files that are decided first and made together: told, tried in a copy, then made. */
import { copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { folderOfProcess } from "../../build/lock.ts";
import { replaceFiles } from "../../content/all-or-none.ts";
import { looksOf } from "../../content/file-state.ts";
import { ownText } from "../../content/read-safely.ts";
import { draftOf, isOnOtherDisk, refuseClosed, removeMade } from "../../content/write-whole.ts";
import { visible } from "../../problems/visible.ts";
import { UsageError } from "../options.ts";

export class Edits {
  /** Folders that stay when nothing is left in them. */
  readonly #lasting: ReadonlySet<string>;
  readonly #texts = new Map<string, string>();
  readonly #moves = new Map<string, string>();
  /** Which file was moved to a place last. */
  readonly #comers = new Map<string, string>();
  readonly #removed = new Set<string>();
  /** How each touched file looked when something was first decided of it. */
  readonly #seen = new Map<string, string>();

  /** Folders above those that are given are never removed, nor they themselves. */
  constructor(lasting: readonly string[] = []) {
    this.#lasting = new Set(lasting.map((folder) => resolve(folder)));
  }

  #see(...files: string[]): void {
    for (const file of files) if (!this.#seen.has(file)) this.#seen.set(file, looksOf(file));
  }

  /** The text of a file as it will be; nothing where there is none. Files keep the name that they have now until all is done. */
  read(file: string): string | undefined {
    this.#see(file);
    if (this.#removed.has(file)) return undefined;
    return this.#texts.get(file) ?? (existsSync(file) ? ownText(file) : undefined);
  }

  /** Gives a file a text, also one that was to be removed. */
  write(file: string, text: string): void {
    if (text === this.read(file)) return;
    this.#removed.delete(file);
    this.#texts.set(file, text);
  }

  move(file: string, to: string): void {
    this.#see(file, to);
    if (file === to) return;
    const other = this.#comers.get(to);
    // The one would be written over the other.
    if (other !== undefined && other !== file && this.#moves.get(other) === to)
      throw new UsageError(`\`${visible(file)}\` and \`${visible(other)}\` would both become \`${visible(to)}\`; nothing was changed.`);
    this.#comers.set(to, file);
    this.#moves.set(file, to);
  }

  remove(file: string): void {
    this.#see(file);
    this.#texts.delete(file);
    this.#moves.delete(file);
    this.#removed.add(file);
  }

  /** Whether a file will be gone. */
  isRemoved(file: string): boolean {
    return this.#removed.has(file);
  }

  /** Where a file will be. */
  placeOf(file: string): string {
    return this.#moves.get(file) ?? file;
  }

  /** The text of every touched file as it will be; nothing where there will be none. */
  outcome(): ReadonlyMap<string, string | undefined> {
    const gone = [...this.#removed, ...this.#moves.keys()].map((file) => [file, undefined] as const);
    const written = [...this.#texts.keys(), ...this.#moves.keys()].map((file) => [this.placeOf(file), this.read(file)] as const);
    return new Map<string, string | undefined>([...gone, ...written]);
  }

  /** How many files are touched. */
  get size(): number {
    return new Set([...this.#texts.keys(), ...this.#moves.keys(), ...this.#removed]).size;
  }

  /** What happens to each file, one a line, in order of their names. */
  lines(): string[] {
    const all = [...new Set([...this.#texts.keys(), ...this.#moves.keys(), ...this.#removed])].sort();
    return all.map((file) => {
      const to = this.#moves.get(file);
      if (this.#removed.has(file)) return `delete  ${file}`;
      if (to !== undefined) return `move    ${file}  → ${to}${this.#texts.has(file) ? " (changed)" : ""}`;
      return `${existsSync(file) ? "change" : "write "}  ${file}`;
    });
  }

  /** Throws where somebody else changed, made or removed a touched file since, whose work would be lost. */
  refuseChanged(): void {
    refuseOthers(this.#seen);
  }

  /** Makes the changes in the archive itself. */
  apply(): void {
    this.refuseChanged();
    this.applyToCopy((file) => file);
  }

  /** Makes them in a copy; `at` says where a file is there. What needs room on the disk comes first, and no old file goes before. */
  applyToCopy(at: (file: string) => string | undefined): void {
    const texts = [...this.#texts].flatMap(([file, text]) => {
      const to = at(this.placeOf(file));
      return to === undefined ? [] : [[to, text] as const];
    });
    const moves = [...this.#moves].flatMap(([file, place]) => {
      const [from, to] = [at(file), at(place)];
      return from === undefined || to === undefined ? [] : [{ from, to, isWritten: this.#texts.has(file) }];
    });
    const folders = new Set([...texts.map(([to]) => dirname(to)), ...moves.map(({ to }) => dirname(to))]);
    const removed = [...this.#removed].flatMap((file) => at(file) ?? []);
    const left = new Set([...moves.map(({ from }) => from), ...removed].map(dirname));
    /** Copies of files that move to another disk, by their places. */
    const copies = new Map<string, string>();
    /** Folders that are made here, each with the first one above it that was. */
    const made: [folder: string, first: string][] = [];
    try {
      for (const folder of folders) {
        const first = mkdirSync(folder, { recursive: true });
        if (first !== undefined) made.push([folder, first]);
      }
      // What is moved or deleted comes last, and must not fail when the texts are in their places.
      for (const folder of new Set([...folders, ...left])) if (existsSync(folder)) refuseClosed(folder);
      for (const { from, to, isWritten } of moves) {
        if (isWritten || !isOnOtherDisk(from, to)) continue;
        copies.set(to, draftOf(to));
        copyFileSync(from, draftOf(to));
      }
      replaceFiles(texts, (changes) => {
        for (const { from, to, isWritten } of moves) {
          const copy = copies.get(to);
          if (copy !== undefined) changes.place(copy, to);
          if (isWritten || copy !== undefined) changes.remove(from);
          else changes.move(from, to);
        }
        for (const place of removed) changes.remove(place);
      });
    } catch (error) {
      for (const draft of copies.values()) rmSync(draft, { force: true });
      for (const [folder, first] of made.reverse()) removeMade(folder, first);
      throw error;
    }
    for (const folder of left) this.#removeEmpty(folder);
  }

  /** Removes a folder that nothing is left in, and those above it. One that cannot be removed, such as the place of a disk or a link, stays. */
  #removeEmpty(folder: string): void {
    const isLasting = (at: string) => [...this.#lasting].some((one) => one === at || one.startsWith(`${at}${sep}`));
    try {
      for (let at = resolve(folder); existsSync(at) && !isLasting(at); at = dirname(at)) {
        const left = readdirSync(at);
        if (!left.every((name) => NOTHING.test(name))) return;
        if (!lstatSync(at).isDirectory()) return;
        for (const name of left) rmSync(join(at, name), { force: true });
        rmdirSync(at);
      }
    } catch {
      // It is empty, and in nobody's way.
    }
  }
}

/** Throws where a file does not look as it did any more. */
export function refuseOthers(seen: Iterable<readonly [file: string, looks: string]>): void {
  for (const [file, looks] of seen)
    if (looks !== looksOf(file))
      throw new UsageError(
        `\`${visible(file)}\` was changed by somebody else while this command was at work; nothing was changed. Run it again.`,
      );
}

/** What programs that show folders leave in them, and what keeps a folder that nothing else is in. */
const NOTHING = /^(?:\.DS_Store|\.directory|\.(?:git)?keep|Thumbs\.db|desktop\.ini)$/i;

/** Makes the changes in a copy of folders, each under a name of its own, and looks at it. Files are not copied but linked where the disk can. */
export function inCopy<Result>(
  edits: Edits,
  folders: Readonly<Record<string, string>>,
  beside: string,
  look: (copy: string) => Result,
): Result {
  const copy = folderOfProcess(dirname(resolve(beside)), ".trial-");
  const places = Object.entries(folders).map(([name, folder]) => [resolve(folder), join(copy, name)] as const);
  const at = (file: string): string | undefined => {
    const full = resolve(file);
    const place = places.find(([folder]) => full.startsWith(`${folder}${sep}`));
    return place && join(place[1], relative(place[0], full));
  };
  try {
    for (const [folder, to] of places) link(folder, to);
    edits.applyToCopy(at);
    return look(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function link(folder: string, to: string): void {
  mkdirSync(to, { recursive: true });
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [from, place] = [join(folder, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) link(from, place);
    else if (entry.isFile()) linkOrCopy(from, place);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
