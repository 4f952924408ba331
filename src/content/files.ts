/** The walk through `content/`: which files are records of which kind, and what must not be there. */
import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { Finding } from "../model/problem.ts";
import { isWindowsName } from "../model/records/addresses.ts";
import { clip } from "../model/records/fields.ts";
import type { RecordKind } from "../model/records/index.ts";
import { RESERVED_TALKS } from "../model/addresses.ts";
import { didYouMean } from "../text/similar.ts";
import { slug } from "../text/slug.ts";
import { ODD_NAME, oddName } from "./odd-names.ts";
import { readText } from "./read-text.ts";

/** A file that holds a record: `id` is its name in the archive, `file` the path as the user knows it. */
export interface RecordFile {
  kind: RecordKind;
  id: string;
  file: string;
}

const WHOLE_ARCHIVE = ["site", "topics", "organizations", "addresses", "words"] as const;

interface Walk {
  root: string;
  files: RecordFile[];
  findings: Finding[];
}

/** Lists the records below a content folder in one order on every machine. */
export function listRecords(contentDir: string): { files: RecordFile[]; findings: Finding[] } {
  const walk: Walk = { root: contentDir, files: [], findings: [] };
  const entries = list(walk, "");
  if (entries === undefined)
    walk.findings.push(
      finding(
        walk,
        "",
        "missing-content",
        "There is no such folder, or it cannot be read.",
        "Give the folder of the records with `--content`.",
      ),
    );
  else if (!exists(walk, "site.yaml"))
    walk.findings.push(
      finding(
        walk,
        "site.yaml",
        "missing-site",
        "The record of the site is missing.",
        nearly(entries, "site.yaml", /^site\.ya?ml(\.txt)?$/i) ??
          "Create `site.yaml` in this folder, with the name, address and notice of the site. Was the right folder given with `--content`?",
      ),
    );
  for (const entry of entries ?? []) {
    const kind = WHOLE_ARCHIVE.find((one) => entry.name === `${one}.yaml`);
    if (kind) walk.files.push({ kind, id: kind, file: path(walk, entry.name) });
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
    const isMissing = !exists(walk, `${at}/event.md`);
    if (isMissing && holdsNothing(join(walk.root, at))) continue;
    checkName(walk, at, entry.name);
    const inside = list(walk, at) ?? [];
    if (isMissing)
      walk.findings.push(
        finding(
          walk,
          `${at}/event.md`,
          "missing-event",
          "The folder has no `event.md`.",
          nearly(inside, "event.md", /^(event|events|index|readme)\.(md|markdown|txt|md\.txt)$/i) ??
            "Create `event.md` in the folder, with at least `name:` of the event.",
        ),
      );
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
    checkName(walk, at, name, ".md");
    if (kind === "talk" && RESERVED_TALKS.has(name))
      walk.findings.push(
        finding(
          walk,
          at,
          "reserved-name",
          `A talk cannot be called \`${name}\`: every event has a page of that name.`,
          `Rename the file, for example to \`${name}-talk.md\`.`,
        ),
      );
    walk.files.push({ kind, id: `${idPrefix}${name}`, file: path(walk, at) });
  }
}

function checkName(walk: Walk, at: string, name: string, ending = ""): void {
  const reserved = isWindowsName(name);
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 100 && !reserved) return;
  const better = `${slug(name) || "a-short-name"}${reserved ? "-1" : ""}${ending}`;
  walk.findings.push(
    finding(
      walk,
      at,
      "bad-file-name",
      `\`${clip(name)}${ending}\` cannot be the name of a record.`,
      reserved
        ? `Rename it, for example to \`${better}\`: Windows keeps that name for itself, so the archive could not be copied there.`
        : `Rename it to \`${better}\`: at most 100 small letters, digits and single hyphens, for the name becomes the address of the page.`,
    ),
  );
}

function list(walk: Walk, folder: string): Dirent[] | undefined {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder !== "")
      walk.findings.push(
        finding(
          walk,
          folder,
          "unreadable-file",
          `The folder cannot be read (${(error as NodeJS.ErrnoException).code}).`,
          "Check that it is a folder and that you may read it.",
        ),
      );
    return undefined;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.filter((entry) => {
    if (entry.name.startsWith(".")) return false;
    if (!isLink(walk, folder, entry)) return true;
    walk.findings.push(
      finding(
        walk,
        folder ? `${folder}/${entry.name}` : entry.name,
        "symbolic-link",
        "This is a symbolic link, which is never followed.",
        "Put the file itself in its place.",
      ),
    );
    return false;
  });
}

function isLink(walk: Walk, folder: string, entry: Dirent): boolean {
  // Some file systems do not say in a listing what an entry is.
  if (entry.isFile() || entry.isDirectory()) return false;
  return entry.isSymbolicLink() || lstatSync(join(walk.root, folder, entry.name), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/**
 * Whether nothing is in a folder but what begins with a dot, and folders of which the same is true: a command left it that was killed before it
 * wrote a record there, or a program that shows folders.
 */
export function holdsNothing(folder: string): boolean {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.every((entry) => entry.name.startsWith(".") || (entry.isDirectory() && holdsNothing(join(folder, entry.name))));
  } catch {
    return false;
  }
}

function exists(walk: Walk, at: string): boolean {
  return lstatSync(join(walk.root, at), { throwIfNoEntry: false }) !== undefined;
}

/** What to do when the file is there under nearly its name. */
function nearly(entries: readonly Dirent[], name: string, pattern: RegExp): string | undefined {
  const near = entries.find((entry) => pattern.test(entry.name));
  return near && `Rename \`${near.name}\` to \`${name}\`.`;
}

/** A file or folder that is no record: what it most likely was meant to be, and where it belongs. */
function unknown(walk: Walk, at: string): void {
  if (ODD_NAME.test(at)) {
    walk.findings.push(finding(walk, dirname(at), "bad-file-name", ...oddName(basename(at))));
    return;
  }
  const meant = misplaced(walk, at);
  walk.findings.push(
    meant
      ? finding(walk, at, "misplaced-record", `The archive leaves this out: ${meant.cause}.`, meant.hint)
      : {
          ...finding(
            walk,
            at,
            "unknown-file",
            "This is not a record; the archive leaves it out.",
            "Media files belong into `assets/media/`; records end in `.md` and lie in `events/`, `speakers/`, `papers/` or `pages/`.",
          ),
          severity: "warning",
        },
  );
}

const FOLDERS = ["events", "speakers", "papers", "pages"];

/** What is meant as a record, but has another ending or lies elsewhere. */
function misplaced(walk: Walk, at: string): { cause: string; hint: string } | undefined {
  const name = at.split("/").at(-1) ?? "";
  const [, base = ""] =
    /^(.+?)\.(?:md\.txt|markdown|mdown|mkdn?|mdx?\.te?xt|mdx)$/i.exec(name) ?? (/\.MD$/i.exec(name) ? [name, name.slice(0, -3)] : []);
  const parts = at.split("/");
  const inRecords = FOLDERS.includes(parts[0] ?? "") || parts.length === 1;
  if (base !== "" && inRecords && parts.length > 1 && !name.endsWith(".md"))
    return { cause: `records end in \`.md\``, hint: `Rename it to \`${base}.md\`.` };
  if (/\.(txt|text)$/i.test(name) && parts.length > 1 && looksLikeRecord(join(walk.root, at)))
    return { cause: "records end in `.md`", hint: `Rename it to \`${name.replace(/\.te?xt$/i, ".md")}\`.` };
  const near = parts.length === 1 && !name.includes(".") ? didYouMean(name.toLowerCase(), FOLDERS) : undefined;
  if (near !== undefined && near !== name) return { cause: `the folder is called \`${near}\``, hint: `Rename \`${name}\` to \`${near}\`.` };
  if (!name.endsWith(".md") || !looksLikeRecord(join(walk.root, at))) {
    const isTalks =
      name !== "talks" &&
      parts.length === 3 &&
      parts[0] === "events" &&
      !name.includes(".") &&
      didYouMean(name.toLowerCase(), ["talks"]) !== undefined;
    return isTalks
      ? { cause: "the folder of an event's talks is called `talks`", hint: `Rename \`${name}\` to \`talks\`.` }
      : tooDeep(walk, at);
  }
  if (parts.length === 3 && parts[0] === "events" && name.toLowerCase() === "event.md")
    return { cause: "the record of an event is called `event.md`", hint: `Rename it to \`event.md\`.` };
  if (parts.length === 3 && parts[0] === "events")
    return { cause: "talks lie in the folder `talks` of their event", hint: `Move it to \`events/${parts[1]}/talks/${name}\`.` };
  if (parts.length === 2 && parts[0] === "events")
    return { cause: "every event has a folder of its own", hint: `Move it to \`events/${name.slice(0, -3)}/event.md\`.` };
  if (parts.length === 1)
    return {
      cause: "records lie in folders by their kind",
      hint: "Move it to `events/<event>/talks/`, `speakers/`, `papers/` or `pages/`.",
    };
  return undefined;
}

/** How deep folders are looked into for records that the archive does not find there. */
const DEEPEST = 6;

/** The path below a folder of the first record in it; undefined for a file, and where there is none. */
function recordBelow(folder: string, depth = 0): string | undefined {
  if (depth === DEEPEST || !lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const entries = readFolder(folder).filter(({ name }) => !name.startsWith("."));
  const record = entries.find((entry) => entry.isFile() && entry.name.endsWith(".md") && looksLikeRecord(join(folder, entry.name)));
  if (record) return record.name;
  for (const { name } of entries) {
    const below = recordBelow(join(folder, name), depth + 1);
    if (below !== undefined) return `${name}/${below}`;
  }
  return undefined;
}

/** What is wrong with a folder below those of records that holds records, which lie deeper than the archive looks for them. */
function tooDeep(walk: Walk, at: string): { cause: string; hint: string } | undefined {
  const parts = at.split("/");
  const record = parts.length > 1 && FOLDERS.includes(parts[0] ?? "") ? recordBelow(join(walk.root, at)) : undefined;
  if (record === undefined) return undefined;
  const [kind = "", event = "", place] = parts;
  const [folder = "", name = ""] = `${at}/${record}`.split("/").slice(-2);
  if (kind === "events" && name === "event.md")
    return { cause: "the folders of events lie in `events` itself", hint: `Move \`${clip(folder)}\` to \`events/${clip(folder)}\`.` };
  if (kind === "events" && place !== "talks")
    return {
      cause: "the folder of an event holds `event.md` and the folder `talks`",
      hint: `Move \`${clip(record)}\`, and all other records in here, to \`events/${event}/talks/\`, \`speakers/\`, \`papers/\` or \`pages/\`.`,
    };
  const home = kind === "events" ? `events/${event}/talks` : kind;
  const target = name === "index.md" ? `${folder}.md` : name;
  return {
    cause: `records lie in \`${home}\` itself, and in no folder below`,
    hint: `Move \`${clip(record)}\` to \`${home}/${clip(target)}\`, and so all other records in here.`,
  };
}

/** What lies in a folder, in one order on every machine; nothing where it cannot be read. */
function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Whether a file starts as a record does. */
function looksLikeRecord(file: string): boolean {
  const { text = "" } = readText(file);
  return /^\ufeff?---[ \t]*\r?\n/.test(text);
}

function path(walk: Walk, at: string): string {
  return join(walk.root, at).split(sep).join("/");
}

function finding(walk: Walk, at: string, rule: string, message: string, hint: string): Finding {
  return { rule, severity: "error", message, hint, file: path(walk, at) };
}
