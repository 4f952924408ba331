/** The look at the output folder, in a thread of its own; plain JavaScript, since the loader of TypeScript takes longer to start than this takes. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

/** A line for each entry: its path and how it looks (as `content/file-state.ts` says it), or just a path with a slash at its end. */
const lines = [];

function scan(folder) {
  for (const entry of readdirSync(join(workerData.dir, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    try {
      scanEntry(entry, path);
    } catch (error) {
      // What was deleted meanwhile hides nothing else.
      if (error.code !== "ENOENT") throw error;
    }
  }
}

function scanEntry(entry, path) {
  if (entry.isDirectory()) {
    scan(path);
    lines.push(`${path}/`);
  } else if (entry.isFile()) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(workerData.dir, path));
    lines.push(`${path}\t${size} ${mtimeMs} ${ctimeMs} ${ino}`);
  } else lines.push(`${path}\t`);
}

try {
  scan("");
} catch (error) {
  // The first build finds no folder.
  if (error.code !== "ENOENT") throw error;
}
parentPort.postMessage(lines.join("\n"));
