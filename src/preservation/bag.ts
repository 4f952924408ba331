/** The BagIt 1.0 bag (RFC 8493): payload, SHA-512 manifests and tag files, the same bytes for the same files. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashFile } from "./hash.ts";

/** A file of the payload: its path below `data/`, and where it is copied from, unless another text stands for it. */
export interface PayloadFile {
  path: string;
  from: string;
  text?: string | undefined;
}

/** A line of `bag-info.txt`. */
export type BagInfo = [label: string, value: string];

export interface BagSummary {
  files: number;
  bytes: number;
}

const DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/**
 * Writes a bag. It is made in a new folder beside its place and moved there whole, so that a killed run leaves no half bag under its
 * name. The folder must be empty or not exist. `beforeMove` may throw, and there is no bag then.
 */
export function writeBag(
  making: string,
  folder: string,
  payload: readonly PayloadFile[],
  info: readonly BagInfo[],
  beforeMove: () => void = () => {},
): BagSummary {
  const summary = fill(making, payload, info);
  beforeMove();
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(making, folder);
  return summary;
}

function fill(folder: string, payload: readonly PayloadFile[], info: readonly BagInfo[]): BagSummary {
  mkdirSync(join(folder, "data"), { recursive: true });
  const sorted = [...payload].sort((a, b) => (a.path < b.path ? -1 : 1));
  let bytes = 0;
  for (const { path, from, text } of sorted) {
    const to = join(folder, "data", path);
    mkdirSync(dirname(to), { recursive: true });
    if (text === undefined) copyFileSync(from, to);
    else writeFileSync(to, text);
    bytes += statSync(to).size;
  }
  const oxum: BagInfo = ["Payload-Oxum", `${bytes}.${sorted.length}`];
  const manifest = (paths: readonly string[]) =>
    paths.map((path) => `${hashFile(join(folder, path), "sha512")}  ${encodePath(path)}\n`).join("");
  const tags: [file: string, text: string][] = [
    ["bag-info.txt", [...info, oxum].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join("")],
    ["bagit.txt", DECLARATION],
    ["manifest-sha512.txt", manifest(sorted.map(({ path }) => `data/${path}`))],
  ];
  for (const [file, text] of tags) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "tagmanifest-sha512.txt"), manifest(tags.map(([file]) => file)));
  return { files: sorted.length, bytes };
}

/** The three characters that section 2.1.3 of the RFC wants encoded, and those only. */
function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}
