/** Builds by several processes. */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./cli.ts";
import { filesBelow } from "./html.ts";

/** Starts workers as the command does, however little there is to do. */
export function workers(most: number, onStart: (child: ChildProcess) => void = () => {}) {
  let started = 0;
  const start = () => {
    started++;
    const child = fork(join(PROJECT, "src/cli/start.js"), ["build-worker"], {
      cwd: PROJECT,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    onStart(child);
    return child;
  };
  return { options: { most, start, groups: 10 }, started: () => started };
}

/** The bytes of all files below a folder. */
export function bytesBelow(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "base64")]));
}
