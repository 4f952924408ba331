/** The worker processes of a build: as many as there are processors and work for, each fed with pages until all are printed. */
import type { ChildProcess } from "node:child_process";
import { availableMemory } from "node:process";
import type { PageBatch, Workers } from "./run-steps.ts";
import type { Answer, Order, PageToPrint, SiteToPrint } from "./worker-messages.ts";

/** How a build gets worker processes. */
export interface WorkerOptions {
  /** The most that may run beside the build itself. */
  most: number;
  /** Starts one, which calls `followOrders` of `worker.ts`. Data go to it as structured clones. */
  start: () => ChildProcess;
  /** How many pages that wait are worth one. */
  pages?: number;
}

/** Why a worker could not go on. The message says it to the user. */
export class WorkerError extends Error {}

/** Pages that are worth a process: to start one takes as long as to print some hundreds. */
const PAGES_A_WORKER = 600;

/** More than these would wait for views, which one process makes. */
const MOST_WORKERS = 3;

/** Bytes that a worker takes. */
const MEMORY_A_WORKER = 300_000_000;

/** How many pieces of work each worker has at a time, so that none waits for the next. */
const PIECES = 2;

interface Worker {
  child: ChildProcess;
  pieces: PageBatch[];
}

export class WorkerPool implements Workers {
  readonly #options: WorkerOptions;
  readonly #site: () => SiteToPrint;
  readonly #workers: Worker[] = [];
  #failure: WorkerError | undefined;
  #isNews = false;
  #wake: () => void = () => {};

  /** `site` is asked for when the first worker starts. */
  constructor(options: WorkerOptions, site: () => SiteToPrint) {
    this.#options = options;
    this.#site = site;
  }

  start(waiting: number): void {
    const { most, pages = PAGES_A_WORKER } = this.#options;
    const size = Math.min(most, MOST_WORKERS, Math.floor(waiting / pages));
    if (this.#workers.length >= size) return;
    const fitting = Math.floor(availableMemory() / MEMORY_A_WORKER);
    while (this.#workers.length < Math.min(size, fitting)) this.#startOne();
  }

  get areThere(): boolean {
    return this.#workers.length > 0;
  }

  get isFree(): boolean {
    return this.#failure === undefined && this.#workers.some(({ pieces }) => pieces.length < PIECES);
  }

  get busy(): number {
    return this.#workers.flatMap(({ pieces }) => pieces).reduce((sum, { missing }) => sum + missing, 0);
  }

  give(batch: PageBatch): void {
    const [worker] = this.#workers.toSorted((a, b) => a.pieces.length - b.pieces.length);
    if (!worker) throw new Error("There is no worker.");
    worker.pieces.push(batch);
    send(worker, { print: [...batch.pages.values()].map(({ path, kind, json }): PageToPrint => [path, kind, json.value]) });
  }

  async changed(): Promise<void> {
    if (!this.#isNews)
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    this.#isNews = false;
  }

  /** @throws {WorkerError} what its failure was; what all of them had printed is noted by then. */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Ends all workers. */
  stop(): void {
    for (const { child } of this.#workers.splice(0)) {
      child.removeAllListeners();
      if (child.connected) child.disconnect();
    }
  }

  #startOne(): void {
    const worker: Worker = { child: this.#options.start(), pieces: [] };
    this.#workers.push(worker);
    worker.child.on("message", ({ printed, failed }: Answer) => {
      const batch = worker.pieces.shift();
      for (const [path, bytes] of printed) batch?.noteBytes(path, bytes);
      if (failed !== undefined) this.#fail(worker, failed);
      else if (batch?.missing) this.#fail(worker, `A process left out ${batch.missingPaths[0]}.`);
      this.#tell();
    });
    const broken = (why: string) =>
      this.#fail(worker, `A process that makes pages ended (${why}), as one does that gets no more memory. ${LESS}`);
    worker.child.on("error", (error) => broken(error.message));
    worker.child.on("exit", (code, signal) => broken(signal ?? `exit code ${code}`));
    send(worker, { begin: this.#site() });
  }

  #fail(worker: Worker, message: string): void {
    this.#failure ??= new WorkerError(message);
    worker.pieces = [];
    this.#tell();
  }

  #tell(): void {
    this.#isNews = true;
    this.#wake();
  }
}

const LESS = "What was written is kept. Build again; `--jobs 1` needs the least memory.";

function send({ child }: Worker, order: Order): void {
  // Where it cannot be sent the process has ended, which is told otherwise.
  child.send(order, () => {});
}
