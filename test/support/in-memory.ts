/** A folder in memory for what tests write and soon delete: on a disk every file costs the system several times as much. */
import { accessSync, chmodSync, constants, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { folderOfProcess } from "../../src/build/lock.ts";

/** Where Linux keeps files in memory. */
const IN_MEMORY = "/dev/shm";
const TMPFS = 0x01021994;
/** What all tests together may need at a time, with what their programs need beside it. */
const LEAST_ROOM = 3e9;
const LEAST_MEMORY = 8e9;

/** Has this process and its children make temporary files in memory, where what killed runs left is removed, unless somebody chose a place, or there is too little of it. */
export function makeTemporaryFilesInMemory(): void {
  if (process.env["TMPDIR"] !== undefined || !hasRoom()) return;
  const folder = folderOfProcess(IN_MEMORY, "archive-tests-");
  // As the usual folder for temporary files: tests run some programs as another user.
  chmodSync(folder, 0o1777);
  process.env["TMPDIR"] = folder;
  process.on("exit", () => remove(folder));
}

/** Programs that end at this moment, such as a browser, may still write there. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    process.stderr.write(`${folder} is not removed: ${(error as Error).message}\n`);
  }
}

function hasRoom(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(IN_MEMORY);
    accessSync(IN_MEMORY, constants.W_OK);
    return type === TMPFS && bavail * bsize >= LEAST_ROOM && freemem() >= LEAST_MEMORY && mayRunPrograms();
  } catch {
    return false;
  }
}

/** Whether programs that lie there may be started, as some tests do with those that they write. */
function mayRunPrograms(): boolean {
  const line = readFileSync("/proc/mounts", "utf8").match(new RegExp(`^\\S+ ${IN_MEMORY} \\S+ (\\S+)`, "m"));
  return line !== null && !line[1]?.split(",").includes("noexec");
}
