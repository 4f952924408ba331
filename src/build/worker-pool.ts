/** The worker processes of a build: as many as there are processors and work for, each fed with groups until all are made. */
import type { ChildProcess } from "node:child_process";
import { availableMemory } from "node:process";
import type { Done, Work, Workers } from "./run-steps.ts";
import type { Answer, Order, SiteToMake } from "./worker-messages.ts";

/** How a build gets worker processes. */
export interface WorkerOptions {
  /** The most that may run beside the build itself. */
  most: number;
  /** Starts one, which calls `followOrders` of `worker.ts`. Data go to it as structured clones. */
  start: () => ChildProcess;
  /** How many groups that wait are worth one. */
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
  pieces: number[];
}

export class WorkerPool implements Workers {
  readonly #options: WorkerOptions;
  readonly #site: () => SiteToMake;
  readonly #workers: Worker[] = [];
  #done: Done[] = [];
  #failure: WorkerError | undefined;
  #wake: () => void = () => {};
  #changed: Promise<void> | undefined;

  /** `site` is asked for when the first worker starts. */
  constructor(options: WorkerOptions, site: () => SiteToMake) {
    this.#options = options;
    this.#site = site;
  }

  size(waiting: number): number {
    const { most, groups = GROUPS_A_WORKER } = this.#options;
    const size = Math.min(most, Math.floor(waiting / groups), Math.floor(availableMemory() / MEMORY_A_WORKER));
    if (this.#workers.length >= size) return this.#workers.length;
    const begin = this.#site();
    while (this.#workers.length < size) this.#start(begin);
    return size;
  }

  get isFree(): boolean {
    return this.#failure === undefined && this.#workers.some(({ pieces }) => pieces.length < PIECES);
  }

  get busy(): number {
    return this.#workers.flatMap(({ pieces }) => pieces).reduce((sum, groups) => sum + groups, 0);
  }

  give(work: Work): void {
    const [worker] = this.#workers.toSorted((a, b) => a.pieces.length - b.pieces.length);
    if (!worker) throw new Error("There is no worker.");
    worker.pieces.push(work.groups.length);
    send(worker, { make: work });
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

  #start(begin: SiteToMake): void {
    const worker: Worker = { child: this.#options.start(), pieces: [] };
    this.#workers.push(worker);
    worker.child.on("message", (said: Answer) => {
      worker.pieces.shift();
      if (said.done) this.#done.push(said.done);
      if ("failed" in said) this.#fail(worker, said.failed);
      this.#tell();
    });
    const broken = (why: string) =>
      this.#fail(worker, `A process that makes pages ended (${why}), as one does that gets no more memory. ${LESS}`);
    worker.child.on("error", (error) => broken(error.message));
    worker.child.on("exit", (code, signal) => broken(signal ?? `exit code ${code}`));
    send(worker, { begin });
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
  // Where it cannot be sent the process has ended, which is told otherwise.
  child.send(order, () => {});
}
