/** The facts about media files: which there are below `assets/media/`, how large, and of which kind. */
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import type { MediaFile } from "../model/made-media.ts";
import { HEAD_BYTES, looksLike } from "../model/media-kinds.ts";
import type { Finding } from "../model/problem.ts";
import { AS_FILE_ALONE, stampOf } from "./file-state.ts";
import { ODD_NAME, oddName } from "./odd-names.ts";

/**
 * All media files by their path below the folder, and what must not be there. Symbolic links are not followed, for they may lead
 * outside the project; pipes and devices are never opened.
 */
export function listMedia(mediaDir: string): { media: ReadonlyMap<string, MediaFile>; findings: Finding[] } {
  const media = new Map<string, MediaFile>();
  const findings: Finding[] = [];
  const tell = (path: string, rule: string, message: string, hint: string) =>
    findings.push({ rule, severity: "error", file: join(mediaDir, path).replaceAll("\\", "/"), message, hint });
  const enter = (path: string) => {
    try {
      const stats = lstatSync(join(mediaDir, path), { throwIfNoEntry: path !== "" });
      if (!stats) return;
      if (stats.isDirectory()) return walk(path);
      if (stats.isFile() && path !== "") return void media.set(path, describe(mediaDir, path));
      const wanted = path === "" ? "folder" : "file";
      if (stats.isSymbolicLink())
        tell(path, "symbolic-link", "This is a symbolic link, which is never followed.", `Put the ${wanted} itself in its place.`);
      else tell(path, "unreadable-file", `This is no ${wanted}.`, `Put a ${wanted} in its place, or delete it.`);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      tell(path, "unreadable-file", `This cannot be read (${code}).`, "Check that it is still there and that you may read it.");
    }
  };
  const walk = (folder: string) => {
    for (const name of readdirSync(join(mediaDir, folder)).sort()) {
      if (name.startsWith(".")) continue;
      if (ODD_NAME.test(name)) tell(folder, "bad-file-name", ...oddName(name));
      else enter(folder ? `${folder}/${name}` : name);
    }
  };
  enter("");
  return { media, findings };
}

function describe(mediaDir: string, path: string): MediaFile {
  const file = join(mediaDir, path);
  const handle = openSync(file, AS_FILE_ALONE);
  try {
    const stats = fstatSync(handle);
    const head = new Uint8Array(HEAD_BYTES);
    const length = stats.isFile() ? readSync(handle, head, 0, head.length, 0) : 0;
    const seen = stampOf(stats);
    return { path, bytes: stats.size, seen, looksLike: looksLike(path, head.subarray(0, length)), file: file.replaceAll("\\", "/") };
  } finally {
    closeSync(handle);
  }
}
