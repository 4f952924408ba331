/** The loop of every build: of each step it keeps what is still good, makes the rest, writes it, notes it; what nobody made is deleted. */
import { visible } from "../problems/visible.ts";
import { foldersOf } from "../text/folders-of.ts";
import { OutputError } from "./claim-output.ts";
import type { KnownFiles, Manifest, Output } from "./output.ts";
import type { FileGroup, PageFile, Step, StepFile } from "./step.ts";

/** Pages that are printed at a time: Eleventy holds every page of a batch in memory until the batch is written. */
const BATCH = 100;

/** How many groups a worker is given at a time: the fewer, the later none of them has anything to do, and the more, the less is said. */
const MOST_GROUPS = 400;
const LEAST_GROUPS = 10;

/** After how many milliseconds other processes are heard. */
const A_TURN = 5;

const nextTurn = () => new Promise((done) => setImmediate(done));

/** One of several parts of a site, counted from 1. */
export interface Shard {
  index: number;
  of: number;
}

export interface LoopOptions {
  shard?: Shard | undefined;
  /** How many pages are printed at a time. */
  batch?: number;
  /** Processes that make groups too, where there are many. */
  workers?: Workers | undefined;
  /**
   * Somebody waits for the first pages: the files of each step are written before the next step, and groups whose keys take long to know
   * come last.
   */
  wait?: Wait | undefined;
  /** Told how many groups of how many that are out of date are made. */
  onMade?: ((made: number, all: number) => void) | undefined;
  /** Told when all is done but what another process makes. */
  onWaiting?: (() => void) | undefined;
}

/** What is known of somebody who waits. */
export interface Wait {
  /** Something else changed meanwhile, so that the build is to end before all is made. */
  stop: AbortSignal;
  /** Whether it may end at once, since the pages that are waited for are there; else it goes on until those of a step are. */
  isShown: boolean;
}

/** The build ended before all was made, since it was told to. */
export class BuildStopped extends Error {}

/** Groups for a worker process to make, by name and key, and what is known of the files that they had. */
export interface Work {
  groups: readonly (readonly [name: string, key: string])[];
  known: KnownFiles;
}

/** What a worker process made of them. */
export interface Done {
  made: Manifest;
  /** Pages of these groups, and how many of them were out of date. */
  pages: number;
  written: number;
}

/** Worker processes as the loop sees them. */
export interface Workers {
  /** How many there are to be, for so many groups that wait; they start when they are asked for. */
  size(waiting: number): number;
  /** Whether one of them has nothing to do next. */
  readonly isFree: boolean;
  /** Groups that were given away, and not heard of again. */
  readonly busy: number;
  give(work: Work): void;
  /** Waits until a worker has done something. Fails when one fails. */
  changed(): Promise<void>;
  /** What was done since this was asked last. */
  take(): Done[];
  /** Ends all of them, and frees their memory. */
  stop(): void;
}

/** Names of folders and a file, with single slashes between them; a build has files of its own at the top. */
const INSIDE = /^(?!\.archive-)(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)*$/u;

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

  /** Notes a page that was printed. Says whether it is one of this batch. */
  noteWritten(path: string, html: string): boolean {
    const key = this.#keys.get(path);
    if (key === undefined) return false;
    this.#output.note(path, key, html);
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
  /** The folders of those. */
  readonly #folders = new Set<string>();
  readonly #promised: { group: FileGroup; key: string | undefined; files: Promise<Iterable<StepFile>> }[] = [];
  readonly #waiting: { file: PageFile; key: string }[] = [];
  /** Groups that are out of date and can be made by anybody. */
  readonly #portable: { group: FileGroup; key: string }[] = [];
  /** Groups that are looked at when all others are made. */
  readonly #dear: FileGroup[] = [];
  /** Groups that a worker has been told to make. */
  readonly #given = new Map<string, FileGroup>();
  #turn = 0;
  /** When other processes were heard last. */
  #heard = 0;
  #mayStop: boolean;
  /** Pages of the site, or of this shard of it. */
  pages = 0;
  /** How many of them were out of date. */
  written = 0;

  constructor(steps: readonly Step[], output: Output, options: LoopOptions = {}) {
    this.#steps = steps;
    this.#output = output;
    this.#options = options;
    this.#mayStop = options.wait?.isShown ?? false;
  }

  /** Whether a file is one of those that the steps have made so far, or known to be made. */
  has(path: string): boolean {
    return this.#registered.has(path.toLowerCase());
  }

  /** Goes through all steps, and stops for each batch of pages. */
  async *batches(): AsyncGenerator<PageBatch, void> {
    for (const step of this.#steps) {
      if (step.comesLast) {
        yield* this.#makeAll();
        // What is left is little.
        this.#options.workers?.stop();
      }
      for (const group of step.groups()) {
        if (this.#options.wait && group.isDear) {
          this.#dear.push(group);
          continue;
        }
        yield* this.#take(group);
        // The maker of the index asks for more words meanwhile.
        if ((this.#promised.length > 0 || this.#options.wait) && this.#isDue()) await this.#giveTurn();
      }
      if (!this.#options.wait) continue;
      yield* this.#makeSoFar();
      this.#mayStop = true;
      this.#heedStop();
      yield* this.#writePromised();
    }
    yield* this.#makeAll();
    if (this.#waiting.length > 0) yield this.#nextBatch();
    this.#options.onWaiting?.();
    yield* this.#writePromised();
  }

  /** Writes what another process makes. */
  async *#writePromised(): AsyncGenerator<PageBatch, void> {
    for (const { group, key, files } of this.#promised.splice(0)) {
      const made = await files.catch((error: unknown) => {
        this.#heedStop();
        throw error;
      });
      yield* this.#write(group, key, made);
    }
  }

  /** Lets others do what waits. Fails when the build is to end. */
  async #giveTurn(): Promise<void> {
    await nextTurn();
    this.#heedStop();
  }

  #heedStop(): void {
    if (this.#mayStop && this.#options.wait?.stop.aborted) throw new BuildStopped();
  }

  /** Whether other processes have not been heard for a while. */
  #isDue(): boolean {
    const now = performance.now();
    if (now - this.#heard < A_TURN) return false;
    this.#heard = now;
    return true;
  }

  /** Makes what waits: the groups that anybody can make, then those whose keys were not asked for. */
  async *#makeAll(): AsyncGenerator<PageBatch, void> {
    if (this.#dear.length > 0) yield* this.#makeSoFar();
    for (const group of this.#dear.splice(0)) yield* this.#take(group);
    yield* this.#makePortable();
  }

  /** Makes the groups that anybody can make, and has all pages printed that wait. */
  async *#makeSoFar(): AsyncGenerator<PageBatch, void> {
    yield* this.#makePortable();
    if (this.#waiting.length > 0) yield this.#nextBatch();
  }

  /** Makes the groups that anybody can make, some of them here and, where they are many, some by workers. */
  async *#makePortable(): AsyncGenerator<PageBatch, void> {
    const waiting = this.#portable;
    const all = waiting.length;
    const { workers, onMade } = this.#options;
    const parts = 2 * (1 + (workers?.size(all) ?? 0));
    let isIndexed = false;
    const indexed = Promise.allSettled(this.#promised.map(({ files }) => files)).then(() => {
      isIndexed = true;
    });
    const next = () => waiting.splice(0, Math.min(MOST_GROUPS, Math.max(LEAST_GROUPS, Math.ceil(waiting.length / parts))));
    while (waiting.length > 0 || workers?.busy) {
      while (workers?.isFree && waiting.length > 0) this.#giveAway(workers, next());
      // Whoever feeds another process has no time to make pages, while there is somebody else to make them.
      if (waiting.length > 0 && (isIndexed || !workers?.busy)) {
        for (const { group, key } of next()) {
          yield* this.#write(group, key, await group.files());
          if (this.#isDue()) await this.#giveTurn();
          while (workers?.isFree && waiting.length > 0) this.#giveAway(workers, next());
        }
        // Nobody is to wait in the end for pages that are printed here alone.
        if (workers?.busy && this.#waiting.length > 0) yield this.#nextBatch();
        // So that answers are heard.
        await this.#giveTurn();
      } else if (workers?.busy) await Promise.race(waiting.length > 0 ? [workers.changed(), indexed] : [workers.changed()]);
      if (workers) this.#adoptDone(workers);
      onMade?.(all - waiting.length - (workers?.busy ?? 0), all);
    }
    if (workers) this.#adoptDone(workers);
  }

  #giveAway(workers: Workers, some: readonly { group: FileGroup; key: string }[]): void {
    const groups = some.map(({ group: { name }, key }) => [name, key] as const);
    for (const { group } of some) this.#given.set(group.name, group);
    workers.give({ groups, known: this.#output.knownOf(groups.map(([name]) => name)) });
  }

  #adoptDone(workers: Workers): void {
    for (let some = workers.take(); some.length > 0; some = workers.take())
      for (const { made, pages, written } of some) {
        this.#output.adopt(made);
        this.pages += pages;
        this.written += written;
        for (const [name, { paths }] of Object.entries(made.groups)) {
          for (const path of paths) this.#register(path);
          this.#given.get(name)?.onKept?.(paths);
          this.#given.delete(name);
        }
      }
  }

  /** Keeps the files of a group, or has them made. */
  async *#take(group: FileGroup): AsyncGenerator<PageBatch, void> {
    // Groups take turns between shards; where there is no key, files do.
    if (group.key && !this.#isOurs()) return;
    if (group.postponed) return this.#output.postponeGroup(group.name);
    const key = group.key?.();
    if (key !== undefined && this.#keep(group, key)) return;
    if (group.isPortable && key !== undefined) {
      this.#portable.push({ group, key });
      const { workers } = this.#options;
      // Workers that have run since the records were read need not wait until all keys are known.
      if (workers?.isFree && this.#portable.length >= 2 * MOST_GROUPS) this.#giveAway(workers, this.#portable.splice(0, MOST_GROUPS));
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
        this.#print(file, key);
        if (this.#waiting.length >= (this.#options.batch ?? BATCH)) yield this.#nextBatch();
      } else if ("from" in file) this.#output.copy(file.path, file.key, file.from);
      else this.#output.write(file.path, file.key, file.content);
    }
    const { exactKey } = group;
    if (key !== undefined) this.#output.noteGroup(group.name, { key, exactKey: exactKey?.(), paths });
  }

  /** Has a page printed with others, unless it is there already. */
  #print(file: PageFile, groupKey: string | undefined): void {
    this.pages++;
    const key = file.key?.() ?? groupKey;
    if (key === undefined) throw new Error(`Nothing says what ${file.path} is made of.`);
    if (this.#output.keep(file.path, key)) return;
    this.#output.makeWay(file.path);
    this.#waiting.push({ file, key });
  }

  #nextBatch(): PageBatch {
    const pages = this.#waiting.splice(0);
    this.written += pages.length;
    return new PageBatch(pages, this.#output, this.#options.batch ?? BATCH);
  }

  /** Whether the next group or file is one of this shard's, which take turns. */
  #isOurs(): boolean {
    const { index, of } = this.#options.shard ?? { index: 1, of: 1 };
    return this.#turn++ % of === index - 1;
  }

  /**
   * Parts of long lists have addresses that no check of records sees; two files must never have one path, nor one that of a folder. Nor
   * may extensions write, and so delete, anywhere else than below the output folder.
   */
  #register(path: string): void {
    if (!INSIDE.test(path))
      throw new OutputError(
        `\`${visible(path)}\` is no path of a file within the site, such as \`names/all.txt\`. Correct the extension that gives it.`,
      );
    const name = path.toLowerCase();
    if (this.#registered.has(name))
      throw new OutputError(`Two files would be written to ${path}. Rename one of the records that they belong to.`);
    this.#registered.add(name);
    const refuseBoth = (both: string) => {
      throw new OutputError(
        `\`${both}\` would be a file and the folder of another. Rename one of the records or outputs that they belong to.`,
      );
    };
    if (this.#folders.has(name)) refuseBoth(path);
    for (const folder of foldersOf(name)) {
      if (this.#registered.has(folder)) refuseBoth(path.slice(0, folder.length));
      if (this.#folders.has(folder)) break;
      this.#folders.add(folder);
    }
  }
}
