/** One build at a time into a folder: a file that says which process is at work, and that a dead process does not leave behind. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { fillMade, removeMade } from "../content/write-whole.ts";
import { visible } from "../problems/visible.ts";
import { Deferred } from "../text/deferred.ts";

/** The name of that file in the folder. */
export const LOCK = ".archive-lock";

/** Milliseconds between two tries, and after which what takes a moment (the writing of a lock, a taking over) counts as given up. */
const PAUSE = 100;
const GIVEN_UP = 10_000;

/**
 * How often a process shows by the time of its lock that it lives, and after how long without that it counts as dead on other machines, which
 * cannot ask it: a container that was killed leaves a lock of a machine that there will never be again. Hardly any work takes so long without a pause.
 */
const BEAT = 10_000;
const SILENT = 30 * 60_000;

/** What a lock says: process, start of it, machine or container. */
const HOLDER = /^(\d+) (\S+) (.+)\n$/;

export type Release = () => void;

/** The process that a build waits for. Its machine is named where it is another one, which alone could tell whether it is alive. */
export interface Holder {
  process: number;
  machine?: string;
}

/** What is told of a wait: the folder, the process that is at work in it, and what to do where nobody here can tell that it is dead. */
export function waitMessage(folder: string, { process: id, machine }: Holder): string {
  if (machine === undefined) return `Another command (process ${id}) is at work in ${visible(folder)}; waiting for it.\n`;
  const file = visible(join(folder, LOCK));
  return `Another command (process ${id} of the machine ${visible(machine)}) is at work in ${visible(folder)}; waiting for it. If that command is over, delete ${file}. Half an hour after its last sign of life the wait ends by itself.\n`;
}

/**
 * Waits until no other process builds into the folder, and keeps others waiting until `release` is called. `onWait` is told once, with
 * the other process. The folder is made where there is none, and is gone again when nothing was put into it.
 */
export async function lockFolder(folder: string, onWait: (other: Holder) => void): Promise<Release> {
  let made = mkdirSync(folder, { recursive: true });
  const file = join(folder, LOCK);
  const own = `${process.pid} ${startOf(process.pid)} ${HERE.value}\n`;
  const silence = new Silence(file);
  const taking = new Silence(`${file}-taking-over`);
  for (let told = false; ; ) {
    if (fillMade(folder, made, () => create(file, own))) {
      const beat = setInterval(() => showLife(file, own), BEAT).unref();
      return () => {
        clearInterval(beat);
        release(folder, own, made);
      };
    }
    const holder = read(file);
    // It was released just now, with its folder where that was empty.
    if (holder === undefined) {
      made ??= mkdirSync(folder, { recursive: true });
      continue;
    }
    const [isWhole, id, start = "", host = ""] = HOLDER.exec(holder) ?? [];
    const isElsewhere = host !== HERE.value;
    // On a folder that machines share, only the other machine knows its processes.
    const isLeft =
      isWhole && !isElsewhere
        ? !isSameProcess(Number(id), start)
        : silence.lasts(isWhole ? SILENT : GIVEN_UP) || (machineOf(host) === hostname() && silence.isOfFormerStart());
    if (isLeft && takeOver(file, holder, taking)) continue;
    if (isWhole && !isLeft && !told) onWait({ process: Number(id), ...(isElsewhere && { machine: called(host) }) });
    told ||= isWhole !== undefined && !isLeft;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** The process of this machine that had the lock of a folder when it was killed. */
export function killedIn(folder: string): number | undefined {
  try {
    const [, id = "", start = "", host = ""] = HOLDER.exec(read(join(folder, LOCK)) ?? "") ?? [];
    return host === HERE.value && !isSameProcess(Number(id), start) ? Number(id) : undefined;
  } catch {
    return undefined;
  }
}

/** Creates a file that is not there yet; says whether it did. */
function create(file: string, text: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, "wx");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw error;
  }
  try {
    writeSync(handle, text);
  } catch (error) {
    // On a full disk there would be a lock that nobody holds.
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

/**
 * For how long nobody has touched a file. Whoever made it, or should touch it, was killed where that is long; its time tells it, and
 * whoever waits sees it: the clock may have been set back since, as on a machine that loses it without power, and then no time tells.
 */
class Silence {
  readonly #file: string;
  #seen: number | undefined;
  #since = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether it has lasted since before this machine started, as after a power cut: no container of it lives that long. */
  isOfFormerStart(): boolean {
    const touched = this.#touched();
    return touched !== undefined && Date.now() - touched > 1000 * uptime() + GIVEN_UP;
  }

  #touched(): number | undefined {
    return statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs;
  }

  /** Whether it lasts for so many milliseconds. */
  lasts(age: number): boolean {
    const touched = this.#touched();
    if (touched !== this.#seen) this.#since = performance.now();
    this.#seen = touched;
    return touched !== undefined && (Date.now() - touched > age || performance.now() - this.#since > age);
  }
}

function showLife(file: string, own: string): void {
  try {
    if (read(file) === own) utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed it, or the disk is away; both are told by the work itself.
  }
}

/** The text of a lock. A link or a pipe of that name is no lock, and would be waited for without end. */
function read(file: string): string | undefined {
  try {
    if (!lstatSync(file).isFile()) throw Object.assign(new Error("no lock"), { code: "EEXIST", path: file });
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Gives the folder free, and removes what was made for the lock alone: the folder, and those above it up to the first that was made. */
function release(folder: string, own: string, made: string | undefined): void {
  const file = join(folder, LOCK);
  if (read(file) === own) rmSync(file, { force: true });
  if (made !== undefined) removeMade(folder, made);
}

/** Removes a folder that is for a lock alone, unless another process is at work in it by now. */
export function removeEmptied(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is gone, or in use.
  }
}

/**
 * Deletes what a dead process left; says whether it was this one that did. One process at a time does so, and looks again first, so that no
 * living one loses its lock.
 */
function takeOver(file: string, left: string, others: Silence): boolean {
  const taking = `${file}-taking-over`;
  if (!create(taking, "")) {
    if (others.lasts(GIVEN_UP)) rmSync(taking, { force: true });
    return false;
  }
  try {
    if (read(file) === left) rmSync(file, { force: true });
    return true;
  } finally {
    rmSync(taking, { force: true });
  }
}

/** A name for a folder of this process alone, which tells others whether that process is still at work. */
export function nameOfProcess(): string {
  return `${process.pid}-${startOf(process.pid)}-${HERE.value}`;
}

/** Whether a process of this machine had the name, and is over. */
function isNameOfDead(name: string): boolean {
  const [, id = "", start = "", host = ""] = /^(\d+)-([^-]+)-(.+)$/.exec(name) ?? [];
  return host === HERE.value && !isSameProcess(Number(id), start);
}

/** Whether the process is alive, and not another one that got its number later. */
function isSameProcess(id: number, start: string): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return startOf(id) === start;
}

/** When a process began, as Linux counts it; the same word for every process elsewhere. */
function startOf(id: number): string {
  try {
    return (
      readFileSync(`/proc/${id}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[19] ?? "unknown"
    );
  } catch {
    return "unknown";
  }
}

/** Where Linux counts the processes of a machine that are in no container. */
const OUTSIDE = "4026531836";

/**
 * Where the number of this process means something: on this machine, which is called by its name alone, as ever; or in a container of it, which
 * counts its own processes, and may have the name of the machine all the same.
 */
const HERE = new Deferred(() => {
  try {
    const [, space] = /(\d+)/.exec(readlinkSync("/proc/self/ns/pid")) ?? [];
    return space === undefined || space === OUTSIDE ? hostname() : `${hostname()}@${space}`;
  } catch {
    return hostname();
  }
});

/** The machine that such a place is on. */
const machineOf = (place: string) => place.split("@", 1)[0] ?? "";

/** How another such place is called. */
function called(place: string): string {
  const machine = machineOf(place);
  return machine === hostname() ? `${machine}, in or outside of a container` : machine;
}

/** Makes a folder that this process alone uses and its user alone may read, and removes those that killed processes left. No folder of anybody else has such a name. */
export function folderOfProcess(above: string, start: string): string {
  mkdirSync(above, { recursive: true });
  for (const name of readdirSync(above))
    if (name.startsWith(start) && isNameOfDead(name.slice(start.length).replace(/-[^-]{6}$/, "")))
      rmSync(join(above, name), { recursive: true, force: true });
  const folder = join(above, `${start}${nameOfProcess()}-${randomBytes(3).toString("hex")}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}
