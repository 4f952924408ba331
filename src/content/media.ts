/** Owns the facts about media files: which there are below `assets/media/`, how large, and whether a PDF is one. */
import { closeSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import type { MediaFile } from "../model/archive.ts";

/** All media files by their path below the folder. Symbolic links are left out: they may lead outside the project. */
export function listMedia(mediaDir: string): ReadonlyMap<string, MediaFile> {
  const found = new Map<string, MediaFile>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(mediaDir, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) found.set(path, describe(mediaDir, path));
    }
  };
  if (lstatSync(mediaDir, { throwIfNoEntry: false })?.isDirectory()) walk("");
  return found;
}

function describe(mediaDir: string, path: string): MediaFile {
  const file = join(mediaDir, path);
  return { path, bytes: lstatSync(file).size, looksLike: sniff(file) };
}

function sniff(file: string): MediaFile["looksLike"] {
  const head = Buffer.alloc(1024);
  const handle = openSync(file, "r");
  const length = readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  const text = head.subarray(0, length).toString("latin1");
  if (text.includes("%PDF-")) return "pdf";
  return /<(!doctype\s+html|html|script|svg|body|head)\b/i.test(text) ? "html" : "other";
}
