/** The process of the maker as its build sees it: started when there is something to make, ended when it takes too much. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Job, Made, Refusal } from "./jobs.ts";
import { type Usage, usageOf } from "./usage.ts";

/** What the maker may use. Time of the processor is counted, not of the clock, so that no busy machine reaches a limit. */
export interface Limits {
  /** Seconds of processor time in which a page or a picture is made. */
  step: number;
  /** Seconds of processor time in which a whole deck is made. */
  whole: number;
  /** Bytes of resident memory, buffers and canvases among them. */
  memory: number;
}

export const LIMITS: Limits = { step: 60, whole: 20 * 60, memory: 1_000_000_000 };

/** Milliseconds between two looks at the process, and without any work of it after which it hangs. */
const LOOK = 100;
const HANGS = 120_000;

/**
 * Why nothing was made: a refusal that the same file meets every time, or that the maker hung or broke down, which may have been the
 * machine.
 */
export type Failure = { refused: Refusal | "broke down" };

export class Maker {
  readonly #limits: Limits;
  #child: ChildProcess | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Makes something; one thing at a time. Throws what the system refuses, such as room on a full disk. */
  make(job: Job, tell: (at: number, of: number) => void): Promise<{ made: Made } | Failure> {
    if (!this.#child?.connected) this.#child = start();
    const child = this.#child;
    return new Promise((done, fail) => {
      let spoke = false;
      const watch = new Watch(child.pid ?? 0, this.#limits, (refused) => {
        this.stop();
        finish({ refused });
      });
      const finish = (outcome: { made: Made } | Failure) => {
        const memory = watch.stop();
        // What one file took must not count against the next.
        if (memory > this.#limits.memory / 2) this.stop();
        child.removeAllListeners();
        // A process that was between two looks at it when it took too much is refused all the same, on every machine.
        done(memory > this.#limits.memory && "made" in outcome ? { refused: "too much memory" } : outcome);
      };
      child.on("message", (said: Answer) => {
        spoke = true;
        if ("isLast" in said) {
          this.stop();
          return finish({ refused: said.refused });
        }
        if ("fault" in said) {
          give(Object.assign(new Error(said.fault.message), said.fault));
          // It may still write other pictures of the same file.
          return this.stop();
        }
        if (!("at" in said)) return finish(said);
        tell(said.at, said.of);
        return watch.nextStep();
      });
      const give = (error: Error) => {
        watch.stop();
        child.removeAllListeners();
        fail(error);
      };
      child.once("error", give);
      child.once("exit", (code) => {
        this.#child = undefined;
        if (code === ABORTED) return finish({ refused: "too much memory" });
        // One that cannot even start has a fault that no file of a record can have.
        if (spoke || code === null) return finish({ refused: "broke down" });
        return give(new Error(`The program that makes pictures of media ended with ${code}. ${complaints.get(child) ?? ""}`));
      });
      // One that could not be started has nothing to send by, and says why in a moment.
      if (child.connected) child.send(job);
    });
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }
}

/** Looks at a process again and again, and tells once when it goes over a limit. */
class Watch {
  readonly #id: number;
  readonly #limits: Limits;
  readonly #over: (refused: Failure["refused"]) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #began: number;
  #step: number;
  #last: Usage = { memory: 0, cpu: 0 };
  #worked = performance.now();

  constructor(id: number, limits: Limits, over: (refused: Failure["refused"]) => void) {
    this.#id = id;
    this.#limits = limits;
    this.#over = over;
    this.#last = usageOf(id) ?? this.#last;
    this.#began = this.#last.cpu;
    this.#step = this.#last.cpu;
    this.#timer = setInterval(() => this.#look(), LOOK);
  }

  /** Begins the time of the next page. */
  nextStep(): void {
    this.#step = this.#last.cpu;
  }

  /** Looks once more, and says the most bytes that the process held. */
  stop(): number {
    clearInterval(this.#timer);
    return Math.max(this.#last.memory, usageOf(this.#id)?.memory ?? 0);
  }

  #look(): void {
    const now = usageOf(this.#id);
    if (!now) return;
    if (now.cpu > this.#last.cpu) this.#worked = performance.now();
    this.#last = now;
    const { step, whole, memory } = this.#limits;
    if (now.memory > memory) this.#over("too much memory");
    else if (now.cpu - this.#step > step || now.cpu - this.#began > whole) this.#over("too slow");
    else if (performance.now() - this.#worked > HANGS) this.#over("broke down");
  }
}

/** What Node ends with when it has no more memory. */
const ABORTED = 134;

const complaints = new WeakMap<ChildProcess, string>();

/** How Node starts the maker that lies in a folder beside this file: compiled, or by a loader where the program runs from its source. */
export function makerProgram(folder: string): string[] {
  const compiled = process.env["MEDIA_MAKER"] ?? join(folder, "maker/main.js");
  return existsSync(compiled) ? [compiled] : ["--import", "tsx", join(folder, "maker/main.ts")];
}

function start(): ChildProcess {
  const program = makerProgram(import.meta.dirname);
  const child = spawn(process.execPath, ["--max-old-space-size=1024", ...program], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr?.on("data", (chunk: Buffer) => complaints.set(child, `${complaints.get(child) ?? ""}${chunk}`.slice(-2000)));
  return child;
}
