/** The worker processes of a build: as many as there are processors and work for, each fed with records to read, and with groups until all are made. */
import type { ChildProcess } from "node:child_process";
import { availableMemory } from "node:process";
import type { RecordFile } from "../content/files.ts";
import type { KnownRecords } from "../content/record-cache.ts";
import type { Done, Work, Workers } from "./run-steps.ts";
import type { Answer, Order, RecordsToLoad, SiteToMake } from "./worker-messages.ts";

/** How a build gets worker processes. */
export interface WorkerOptions {
  /** The most that may run beside the build itself. */
  most: number;
  /** Starts one, which calls `followOrders` of `worker.ts`. Data go to it as structured clones. */
  start: () => ChildProcess;
  /** How many groups that wait, or records to read, are worth one. */
  groups?: number;
}

/** Why a worker could not go on. The message says it to the user. */
export class WorkerError extends Error {}

/** Groups that are worth a process: to start one takes as long as to make several hundreds. */
const GROUPS_A_WORKER = 2000;

/** Bytes that a worker of a large archive takes. */
const MEMORY_A_WORKER = 600_000_000;

/** How many pieces of work each worker has at a time, so that none waits for the next. */
const PIECES = 2;

interface Worker {
  child: ChildProcess;
  /** Of each answer that is to come: how many groups it is about, and what to do with records. */
  pieces: { groups: number; onKnown?: (known: KnownRecords) => void }[];
}

export class WorkerPool implements Workers {
  readonly #options: WorkerOptions;
  readonly #workers: Worker[] = [];
  #records: RecordsToLoad | undefined;
  #site: SiteToMake | undefined;
  #done: Done[] = [];
  #failure: WorkerError | undefined;
  #wake: () => void = () => {};
  #changed: Promise<void> | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Has all workers load the records, before they are told of the site. */
  load(records: RecordsToLoad): void {
    this.#records = records;
    for (const worker of this.#workers) send(worker, { load: records });
  }

  /** Tells all workers of the site, before they are given any of its groups. */
  tell(site: SiteToMake): void {
    this.#site = site;
    for (const worker of this.#workers) send(worker, { begin: site });
  }

  size(waiting: number): number {
    const { most, groups = GROUPS_A_WORKER } = this.#options;
    const size = Math.min(most, Math.floor(waiting / groups));
    if (this.#workers.length >= size) return this.#workers.length;
    const fitting = Math.min(size, Math.floor(availableMemory() / MEMORY_A_WORKER));
    while (this.#workers.length < fitting) this.#start();
    return this.#workers.length;
  }

  get isFree(): boolean {
    return this.#failure === undefined && this.#workers.some(({ pieces }) => pieces.length < PIECES);
  }

  get busy(): number {
    return this.#workers.flatMap(({ pieces }) => pieces).reduce((sum, { groups }) => sum + groups, 0);
  }

  give(work: Work): void {
    this.#order({ make: work }, { groups: work.groups.length });
  }

  /** Has a worker read some records. `onKnown` is told those in which nothing is wrong. */
  read(files: readonly RecordFile[], onKnown: (known: KnownRecords) => void): void {
    this.#order({ read: files }, { groups: 0, onKnown });
  }

  /** Whether an answer is to come. */
  get isAsked(): boolean {
    return this.#workers.some(({ pieces }) => pieces.length > 0);
  }

  #order(order: Order, piece: Worker["pieces"][number]): void {
    const [worker] = this.#workers.toSorted((a, b) => a.pieces.length - b.pieces.length);
    if (!worker) throw new Error("There is no worker.");
    worker.pieces.push(piece);
    send(worker, order);
  }

  async changed(): Promise<void> {
    if (this.#done.length > 0 || this.#failure) return;
    this.#changed ??= new Promise((wake) => {
      this.#wake = wake;
    });
    await this.#changed;
  }

  /** @throws {WorkerError} when a worker failed; what all of them had made is handed out before. */
  take(): Done[] {
    const done = this.#done;
    this.#done = [];
    if (done.length === 0 && this.#failure) throw this.#failure;
    return done;
  }

  /** Ends all workers. */
  stop(): void {
    for (const { child } of this.#workers.splice(0)) {
      child.removeAllListeners();
      if (child.connected) child.disconnect();
    }
  }

  #start(): void {
    const worker: Worker = { child: this.#options.start(), pieces: [] };
    this.#workers.push(worker);
    worker.child.on("message", (said: Answer) => {
      const piece = worker.pieces.shift();
      if (said.done) this.#done.push(said.done);
      if (said.known !== undefined) piece?.onKnown?.(JSON.parse(said.known) as KnownRecords);
      if (said.failed !== undefined) this.#fail(worker, said.failed);
      this.#tell();
    });
    const broken = (why: string) =>
      this.#fail(worker, `A process that makes pages ended (${why}), as one does that gets no more memory. ${LESS}`);
    worker.child.on("error", (error) => broken(error.message));
    worker.child.on("exit", (code, signal) => {
      if (code === 0) this.#fail(worker, "A process that makes pages was ended from within, as by `process.exit` in an extension.");
      else if (code === 1) this.#fail(worker, "A process that makes pages failed, as it has told above. What was written is kept.");
      else broken(signal ?? `exit code ${code}`);
    });
    if (this.#records) send(worker, { load: this.#records });
    if (this.#site) send(worker, { begin: this.#site });
  }

  #fail(worker: Worker, message: string): void {
    this.#failure ??= new WorkerError(message);
    worker.pieces = [];
    this.#tell();
  }

  #tell(): void {
    this.#changed = undefined;
    this.#wake();
  }
}

const LESS = "What was written is kept. Build again; `--jobs 1` needs the least memory.";

function send({ child }: Worker, order: Order): void {
  // Where it cannot be sent the process has ended, or was never started, which is told otherwise.
  if (child.connected) child.send(order, () => {});
}
