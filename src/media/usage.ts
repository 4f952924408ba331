/** What a process of this machine uses of memory and processor, as its system says it. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export interface Usage {
  /**
   * The most bytes that it ever held in memory, or what it holds there and in swap if that is more; buffers and canvases count like
   * everything else. Where a system does not note the most, it is what the process holds now.
   */
  memory: number;
  /** Seconds of processor time that all its threads took. */
  cpu: number;
}

/** The clock of `/proc`, which Linux gives to programs at this rate on every machine (`man 7 time`). */
const TICKS = 100;
const hasProc = existsSync("/proc/self/stat");

/** What a process uses now; nothing when it is gone or the system has no way to tell. */
export function usageOf(id: number): Usage | undefined {
  try {
    return hasProc ? fromProc(id) : fromPs(execFileSync("ps", ["-o", "rss=,time=", "-p", `${id}`], { encoding: "utf8", stdio: "pipe" }));
  } catch {
    return undefined;
  }
}

function fromProc(id: number): Usage {
  const status = readFileSync(`/proc/${id}/status`, "utf8");
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status)?.[1] ?? 0);
  // The name of the program stands in brackets and may hold blanks; the times are the 12th and 13th field after it.
  const fields = readFileSync(`/proc/${id}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const memory = Math.max(kilobytes("VmHWM"), kilobytes("VmRSS") + kilobytes("VmSwap"));
  return { memory: memory * 1024, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS };
}

/** Reads `  12345   1:02.50`, or `1-02:03:04` where days have gone by. */
export function fromPs(line: string): Usage | undefined {
  const [, kilobytes, days = 0, hours = 0, minutes, seconds] =
    /^\s*(\d+)\s+(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)\s*$/
      .exec(line)
      ?.map((text) => (text === undefined ? undefined : Number(text))) ?? [];
  if (kilobytes === undefined || minutes === undefined || seconds === undefined) return undefined;
  return { memory: kilobytes * 1024, cpu: ((days * 24 + hours) * 60 + minutes) * 60 + seconds };
}
