/** The look at the output folder, in a thread of its own; plain JavaScript, since the loader of TypeScript takes longer to start than this takes. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

/**
 * Each entry: a file's path and how it looks (as `content/file-state.ts` says it), or a folder's path with a slash at its end. A name may
 * hold every character but NUL and the slash, so that nothing else can be the end of an entry.
 */
const entries = [];
/** Paths that are not UTF-8, as bytes: as text they would name nothing. */
const strange = [];

function scan(folder) {
  const dir = join(workerData.dir, folder);
  const listed = readdirSync(dir, { withFileTypes: true });
  if (listed.some(({ name }) => name.includes("\ufffd")))
    for (const name of readdirSync(dir, "buffer"))
      if (!Buffer.from(name.toString()).equals(name)) strange.push(Buffer.concat([Buffer.from(folder && `${folder}/`), name]));
  for (const entry of listed) {
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
    entries.push(`${path}/`);
  } else if (entry.isFile()) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(workerData.dir, path));
    entries.push(`${path}\t${size} ${mtimeMs} ${ctimeMs} ${ino}`);
  } else entries.push(`${path}\t`);
}

try {
  scan("");
} catch (error) {
  // The first build finds no folder.
  if (error.code !== "ENOENT") throw error;
}
parentPort.postMessage({ text: entries.join("\0"), strange });
