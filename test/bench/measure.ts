/** The measuring of one process: how long it takes, of processors too, and the most memory that it and all its children hold at a time. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const POLL_MILLISECONDS = 50;
/** In which Linux counts the time of processors. */
const TICKS_OF_SECOND = 100;

export interface Measured {
  seconds: number;
  /** Seconds of processor time of the process and all its children, to a twentieth; undefined where there is no `/proc`. */
  cpu: number | undefined;
  /** Resident memory in bytes; undefined where the system has no `/proc` to read it from. */
  peak: number | undefined;
}

const running = new Set<number>();

/** Runs a command to its end in a process group of its own. Throws with its output when it fails. */
export function measure(command: readonly string[], cwd: string): Promise<Measured> {
  const [program = "", ...args] = command;
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output = `${output}${chunk}`.slice(-4000)));
    let [peak, ticks] = [0, 0];
    const poll = () => {
      const now = stateOf(pid);
      peak = Math.max(peak, now.memory);
      ticks = Math.max(ticks, now.ticks);
    };
    const timer = setInterval(poll, POLL_MILLISECONDS);
    child.on("error", (error) => {
      clearInterval(timer);
      fail(error);
    });
    child.on("exit", (code) => {
      const seconds = (performance.now() - start) / 1000;
      clearInterval(timer);
      if (pid !== undefined) running.delete(pid);
      if (code === 0) done({ seconds, peak: peak || undefined, cpu: ticks / TICKS_OF_SECOND || undefined });
      else child.on("close", () => fail(new Error(`\`${command.join(" ")}\` failed:\n${output}`)));
    });
  });
}

/** Ends what this module started and has not ended yet. */
export function endAll(): void {
  for (const pid of running) {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // it has just ended by itself
    }
  }
  running.clear();
}

/**
 * What the tree of processes holds now, or the most that one of them ever held, whichever is more; shared pages count in each. And the
 * time of processors that it took so far, with that of children that have ended.
 */
function stateOf(pid: number | undefined): { memory: number; ticks: number } {
  let [sum, most, ticks] = [0, 0, 0];
  const visit = (process: string) => {
    const status = read(`/proc/${process}/status`);
    sum += kilobytes(status, "VmRSS");
    most = Math.max(most, kilobytes(status, "VmHWM"));
    // What stands before the bracket may hold blanks; the fields 14 to 17 are the times, its own and its children's.
    const fields = read(`/proc/${process}/stat`)
      .replace(/^.*\) /s, "")
      .split(" ");
    for (const time of fields.slice(11, 15)) ticks += Number(time);
    for (const thread of list(`/proc/${process}/task`))
      for (const child of read(`/proc/${process}/task/${thread}/children`).split(" ")) if (child) visit(child);
  };
  if (pid !== undefined) visit(String(pid));
  return { memory: Math.max(sum, most) * 1024, ticks };
}

function kilobytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? 0);
}

/** The text of a file of `/proc`; empty once its process has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
