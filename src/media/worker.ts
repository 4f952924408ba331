/** The process of the maker as its build sees it: started when there is something to make, ended when it hangs. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Job, Made, Refusal } from "./jobs.ts";

export interface Limits {
  /** Milliseconds in which a page or a picture is made. */
  step: number;
  /** Milliseconds in which a whole deck is made. */
  whole: number;
}

export const LIMITS: Limits = { step: 60_000, whole: 20 * 60_000 };

/** Milliseconds in which the maker starts and opens a file, however busy the machine is. */
const START = 60_000;

/** Why nothing was made; `too slow` also says that the maker broke down, as it does when it gets no more memory. */
export type Failure = { refused: Refusal | "too slow" };

export class Maker {
  readonly #limits: Limits;
  #child: ChildProcess | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Makes something; one thing at a time. */
  make(job: Job, tell: (at: number, of: number) => void): Promise<{ made: Made } | Failure> {
    if (!this.#child?.connected) this.#child = start();
    const child = this.#child;
    return new Promise((done, fail) => {
      let spoke = false;
      let timer: NodeJS.Timeout | undefined;
      const finish = (outcome: { made: Made } | Failure) => {
        clearTimeout(timer);
        clearTimeout(end);
        child.removeAllListeners();
        done(outcome);
      };
      const giveUp = () => {
        this.stop();
        finish({ refused: "too slow" });
      };
      const end = setTimeout(giveUp, this.#limits.whole);
      const wait = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, milliseconds);
      };
      wait(Math.max(START, this.#limits.step));
      child.on("message", (said: Answer) => {
        spoke = true;
        if (!("at" in said)) return finish(said);
        tell(said.at, said.of);
        return wait(this.#limits.step);
      });
      child.once("error", fail);
      child.once("exit", (code) => {
        this.#child = undefined;
        // One that cannot even start has a fault that no file of a record can have.
        if (spoke || code === null || code === ABORTED) return giveUp();
        clearTimeout(timer);
        clearTimeout(end);
        return fail(new Error(`The program that makes pictures of media ended with ${code}. ${complaints.get(child) ?? ""}`));
      });
      child.send(job);
    });
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
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
  const child = spawn(process.execPath, ["--max-old-space-size=2048", ...program], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr?.on("data", (chunk: Buffer) => complaints.set(child, `${complaints.get(child) ?? ""}${chunk}`.slice(-2000)));
  return child;
}
