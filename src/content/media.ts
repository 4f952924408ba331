/** The facts about media files: which there are below `assets/media/`, how large, and whether a PDF is one. */
import { closeSync, lstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import type { MediaFile } from "../model/made-media.ts";
import { stampOf } from "./file-state.ts";

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
  const stats = lstatSync(file);
  return { path, bytes: stats.size, seen: stampOf(stats), looksLike: sniff(file) };
}

/** Kinds of file that a browser runs or draws as a page, whatever is in them. */
const ACTIVE_NAME = /\.([sx]?html?|xht|mhtml?|svgz?|xml|xslt?|[cm]?js|wasm|swf|hta|php\d?|cgi|asp|jsp)$/i;
const ACTIVE_START = /<(!doctype\s+html|html|head|body|title|script|iframe|svg)\b/i;

function sniff(file: string): MediaFile["looksLike"] {
  const head = Buffer.alloc(1024);
  const handle = openSync(file, "r");
  const length = readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  const text = head.subarray(0, length).toString("latin1");
  const pdf = text.indexOf("%PDF-");
  if (ACTIVE_NAME.test(file) || ACTIVE_START.test(pdf < 0 ? text : text.slice(0, pdf))) return "html";
  return pdf < 0 ? "other" : "pdf";
}
