/** The loop of every build: of each step it keeps what is still good, makes the rest, writes it, notes it; what nobody made is deleted. */
import { digest } from "../text/digest.ts";
import { OutputError } from "./claim-output.ts";
import type { Output } from "./output.ts";
import type { FileGroup, PageFile, Step, StepFile } from "./step.ts";

/** Pages that are printed at a time: Eleventy holds every page of a batch in memory until the batch is written. */
export const BATCH = 400;

/** Pages that a worker is given at a time: the fewer, the later none of them has anything to do, and the more, the less is said. */
const PIECE = 100;

/** One of several parts of a site, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

export interface LoopOptions {
  shard?: Shard | undefined;
  /** How many pages are printed at a time. */
  batch?: number;
  /** Processes that print pages too, where there are many. */
  workers?: Workers | undefined;
  /** Told how many groups of how many that are out of date are made. */
  onMade?: ((made: number, all: number) => void) | undefined;
  /** Told when all is done but what another process makes. */
  onWaiting?: (() => void) | undefined;
}

/** Worker processes as the loop sees them. */
export interface Workers {
  /** Starts as many as so many pages that wait are worth, unless they run. */
  start(waiting: number): void;
  /** Whether there are any. */
  readonly areThere: boolean;
  /** Whether one of them has nothing to do next. */
  readonly isFree: boolean;
  /** Pages that were given away, and not heard of again. */
  readonly busy: number;
  /** Has a worker print some pages, and note them. */
  give(pages: PageBatch): void;
  /** Waits until a worker has done something. */
  changed(): Promise<void>;
  /** Fails when one has failed. */
  check(): void;
}

/** Pages to print next. Whoever prints one says so, so that it is noted. */
export class PageBatch {
  readonly pages: ReadonlyMap<string, PageFile>;
  readonly #keys: ReadonlyMap<string, string>;
  readonly #output: Output;
  readonly #noted = new Set<string>();
  readonly #size: number;

  /** `size` is the number of pages in a whole batch. */
  constructor(pages: readonly { file: PageFile; key: string }[], output: Output, size: number) {
    this.#size = size;
    this.pages = new Map(pages.map(({ file }) => [file.path, file]));
    this.#keys = new Map(pages.map(({ file, key }) => [file.path, key]));
    this.#output = output;
  }

  /** Whether there is room for more pages, so that this is the last batch. */
  get isLast(): boolean {
    return this.pages.size < this.#size;
  }

  /** Pages that nobody has noted yet. */
  get missing(): number {
    return this.pages.size - this.#noted.size;
  }

  get missingPaths(): string[] {
    return [...this.pages.keys()].filter((path) => !this.#noted.has(path));
  }

  /** Notes a page that was printed. Says whether it is one of this batch. */
  noteWritten(path: string, html: string): boolean {
    return this.noteBytes(path, digest(html));
  }

  /** The same for a page that another process printed; it tells the digest of the bytes. */
  noteBytes(path: string, bytes: string): boolean {
    const key = this.#keys.get(path);
    if (key === undefined) return false;
    this.#output.note(path, key, bytes);
    this.#noted.add(path);
    return true;
  }
}

/**
 * Runs some steps. It is over when all files are written but the pages, which come out in batches: each has to be printed before the
 * next is asked for.
 *
 * @example
 * const loop = new BuildLoop(steps, output);
 * for await (const batch of loop.batches()) await print(batch);
 * const manifest = output.finish();
 */
export class BuildLoop {
  readonly #steps: readonly Step[];
  readonly #output: Output;
  readonly #options: LoopOptions;
  /** Files in lower case, since some file systems know no other. */
  readonly #registered = new Set<string>();
  readonly #promised: { group: FileGroup; key: string | undefined; files: Promise<Iterable<StepFile>> }[] = [];
  readonly #waiting: { file: PageFile; key: string }[] = [];
  /** Groups that are out of date and can be made later, of pages and of other files. */
  readonly #later: Record<"pages" | "files", { group: FileGroup; key: string }[]> = { pages: [], files: [] };
  #turn = 0;
  /** Pages of the site, or of this shard of it. */
  pages = 0;
  /** How many of them were out of date. */
  written = 0;

  constructor(steps: readonly Step[], output: Output, options: LoopOptions = {}) {
    this.#steps = steps;
    this.#output = output;
    this.#options = options;
  }

  /** Whether a file is one of those that the steps have made so far, or known to be made. */
  has(path: string): boolean {
    return this.#registered.has(path.toLowerCase());
  }

  /** Goes through all steps, and stops for each batch of pages. */
  async *batches(): AsyncGenerator<PageBatch, void> {
    const { workers } = this.#options;
    for (const step of this.#steps) {
      if (step.comesLast) yield* this.#makeLater();
      for (const group of step.groups()) yield* this.#take(group);
    }
    yield* this.#makeLater();
    if (this.#waiting.length > 0) yield* this.#nextBatch();
    while (workers?.busy) await workers.changed();
    workers?.check();
    this.#options.onWaiting?.();
    for (const { group, key, files } of this.#promised) yield* this.#write(group, key, await files);
    if (this.#waiting.length > 0) yield* this.#nextBatch();
  }

  /** Makes the groups that could wait: views of pages while a worker has nothing else to print, other files before pages that are printed here. */
  async *#makeLater(): AsyncGenerator<PageBatch, void> {
    const { pages, files } = this.#later;
    const { workers, onMade } = this.#options;
    const all = pages.length + files.length;
    while (pages.length > 0 || files.length > 0) {
      const from = pages.length > 0 && (workers?.isFree || files.length === 0) ? pages : files;
      for (const { group, key } of from.splice(0, 1)) yield* this.#write(group, key, await group.files());
      // So that answers are heard.
      await new Promise((done) => setImmediate(done));
      workers?.check();
      onMade?.(all - pages.length - files.length, all);
    }
  }

  /** Keeps the files of a group, or has them made. */
  async *#take(group: FileGroup): AsyncGenerator<PageBatch, void> {
    // Groups take turns between shards; where there is no key, files do.
    if (group.key && !this.#isOurs()) return;
    if (group.postponed) return this.#output.postponeGroup(group.name);
    const key = group.key?.();
    if (key !== undefined && this.#keep(group, key)) return;
    if (group.canWait && key !== undefined) {
      const later = this.#later[group.printed ? "pages" : "files"];
      later.push({ group, key });
      if (group.printed) this.#options.workers?.start(later.length);
      return;
    }
    const files = group.files();
    if (!(files instanceof Promise)) return yield* this.#write(group, key, files);
    // Whoever awaits it hears of a failure; a build that fails before does not need to.
    files.catch(() => {});
    this.#promised.push({ group, key, files });
  }

  /** Keeps a group whose files are made of the same as before, and are all there. */
  #keep(group: FileGroup, key: string): boolean {
    const { name, exactKey, onKept, printed } = group;
    const before = this.#output.groupBefore(name);
    if (!before || (before.key !== key && (exactKey === undefined || before.exactKey !== exactKey()))) return false;
    if (!this.#output.keepGroup(name, key)) return false;
    for (const path of before.paths) this.#register(path);
    if (printed) this.pages += before.paths.length;
    onKept?.(before.paths);
    return true;
  }

  async *#write(group: FileGroup, key: string | undefined, files: Iterable<StepFile> | AsyncIterable<StepFile>): AsyncGenerator<PageBatch> {
    const paths: string[] = [];
    for await (const file of files) {
      this.#register(file.path);
      paths.push(file.path);
      if (key === undefined && !this.#isOurs()) continue;
      if ("view" in file) {
        this.#print(file);
        if (this.#waiting.length >= this.#batchSize) yield* this.#nextBatch();
      } else if ("from" in file) this.#output.copy(file.path, file.key, file.from);
      else this.#output.write(file.path, file.key, file.content);
    }
    const { exactKey } = group;
    if (key !== undefined) this.#output.noteGroup(group.name, { key, exactKey: exactKey?.(), paths });
  }

  /** Has a page printed with others, unless it is there already. */
  #print(file: PageFile): void {
    this.pages++;
    const key = file.key();
    if (this.#output.keep(file.path, key)) return;
    this.#output.makeWay(file.path);
    this.#waiting.push({ file, key });
  }

  get #batchSize(): number {
    return this.#options.batch ?? (this.#options.workers?.areThere ? PIECE : BATCH);
  }

  /** The pages that wait, for a worker, or for whoever prints them here. */
  *#nextBatch(): Generator<PageBatch, void> {
    const { workers } = this.#options;
    const pages = this.#waiting.splice(0);
    this.written += pages.length;
    const batch = new PageBatch(pages, this.#output, this.#batchSize);
    if (workers?.isFree) workers.give(batch);
    else yield batch;
  }

  /** Whether the next group or file is one of this shard's, which take turns. */
  #isOurs(): boolean {
    const { index, of } = this.#options.shard ?? { index: 1, of: 1 };
    return this.#turn++ % of === index - 1;
  }

  /** Parts of long lists have addresses that no check of records sees; two files must never have one path. */
  #register(path: string): void {
    const name = path.toLowerCase();
    if (this.#registered.has(name))
      throw new OutputError(`Two files would be written to ${path}. Rename one of the records that they belong to.`);
    this.#registered.add(name);
  }
}
