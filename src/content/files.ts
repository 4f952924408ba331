/** Owns the walk through `content/`: which files are records of which kind, and what must not be there. */
import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../model/problem.ts";
import type { RecordKind } from "../model/records/index.ts";
import { slug } from "../model/slug.ts";

/** A file that holds a record: `id` is its name in the archive, `file` the path as the user knows it. */
export interface RecordFile {
  kind: RecordKind;
  id: string;
  file: string;
}

interface Walk {
  root: string;
  files: RecordFile[];
  findings: Finding[];
}

const RESERVED_TALKS = new Set(["agenda", "talks", "slides"]);
const WINDOWS_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Lists the records below a content folder in one order on every machine. */
export function listRecords(contentDir: string): { files: RecordFile[]; findings: Finding[] } {
  const walk: Walk = { root: contentDir, files: [], findings: [] };
  const entries = list(walk, "");
  if (entries === undefined || !entries.some((entry) => entry.name === "site.yaml")) {
    walk.findings.push(finding(walk, "site.yaml", "missing-site", "The record of the site is missing.", "Create `site.yaml` in the content folder; the project's own one shows all fields. Was the right folder given with `--content`?"));
  }
  for (const entry of entries ?? []) {
    if (entry.name === "site.yaml" && entry.isFile()) walk.files.push({ kind: "site", id: "site", file: path(walk, entry.name) });
    else if (entry.name === "events" && entry.isDirectory()) walkEvents(walk);
    else if (entry.name === "speakers" && entry.isDirectory()) walkFolder(walk, "speakers", "speaker");
    else if (entry.name === "papers" && entry.isDirectory()) walkFolder(walk, "papers", "paper");
    else if (entry.name === "pages" && entry.isDirectory()) walkFolder(walk, "pages", "page");
    else unknown(walk, entry.name);
  }
  return walk;
}

function walkEvents(walk: Walk): void {
  for (const entry of list(walk, "events") ?? []) {
    const at = `events/${entry.name}`;
    if (!entry.isDirectory()) {
      unknown(walk, at);
      continue;
    }
    checkName(walk, at, entry.name);
    const inside = list(walk, at) ?? [];
    if (!inside.some((file) => file.name === "event.md"))
      walk.findings.push(finding(walk, `${at}/event.md`, "missing-event", "The folder has no `event.md`.", "Create `event.md` in the folder, with at least `name:` of the event."));
    for (const file of inside) {
      if (file.name === "event.md") walk.files.push({ kind: "event", id: entry.name, file: path(walk, `${at}/event.md`) });
      else if (file.name === "talks" && file.isDirectory()) walkFolder(walk, `${at}/talks`, "talk", `${entry.name}/`);
      else unknown(walk, `${at}/${file.name}`);
    }
  }
}

function walkFolder(walk: Walk, folder: string, kind: RecordKind, idPrefix = ""): void {
  for (const entry of list(walk, folder) ?? []) {
    const at = `${folder}/${entry.name}`;
    if (!entry.name.endsWith(".md")) {
      unknown(walk, at);
      continue;
    }
    const name = entry.name.slice(0, -3);
    checkName(walk, at, name);
    if (kind === "talk" && RESERVED_TALKS.has(name))
      walk.findings.push(finding(walk, at, "reserved-name", `\`${name}\` is the address of another page of every event.`, `Rename the file, for example to \`${name}-talk.md\`.`));
    walk.files.push({ kind, id: `${idPrefix}${name}`, file: path(walk, at) });
  }
}

function checkName(walk: Walk, at: string, name: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 100 && !WINDOWS_NAMES.test(name)) return;
  const better = slug(name).replace(WINDOWS_NAMES, "$&-1") || "a-short-name";
  walk.findings.push(finding(walk, at, "bad-file-name", `\`${name.slice(0, 60)}\` cannot be part of an address.`, `Rename it to \`${better}\`: small letters, digits and single hyphens. The name becomes the address of the page.`));
}

function list(walk: Walk, folder: string): Dirent[] | undefined {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder !== "") walk.findings.push(finding(walk, folder, "unreadable-file", `The folder cannot be read (${(error as NodeJS.ErrnoException).code}).`, "Check that it is a folder and that you may read it."));
    return undefined;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.filter((entry) => {
    if (entry.name.startsWith(".")) return false;
    if (!isLink(walk, folder, entry)) return true;
    walk.findings.push(finding(walk, folder ? `${folder}/${entry.name}` : entry.name, "symbolic-link", "This is a symbolic link, which is never followed.", "Put the file itself in its place."));
    return false;
  });
}

function isLink(walk: Walk, folder: string, entry: Dirent): boolean {
  return entry.isSymbolicLink() || lstatSync(join(walk.root, folder, entry.name)).isSymbolicLink();
}

function unknown(walk: Walk, at: string): void {
  walk.findings.push({ ...finding(walk, at, "unknown-file", "This is not a record, and nothing is made of it.", "Media files belong into `assets/media/`; records end in `.md` and lie in `events/`, `speakers/`, `papers/` or `pages/`."), severity: "warning" });
}

function path(walk: Walk, at: string): string {
  return join(walk.root, at).replaceAll("\\", "/");
}

function finding(walk: Walk, at: string, rule: string, message: string, hint: string): Finding {
  return { rule, severity: "error", message, hint, file: path(walk, at) };
}
