/** What was imported last: one reviewable file an event, `content/.imports/<event>.json`, which the archive itself never reads. */
import { sortedKeys } from "../text/sorted-keys.ts";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isThere } from "../content/file-state.ts";
import { ownText } from "../content/read-safely.ts";
import type { Fields } from "./canonical.ts";
import { addTo } from "../text/add-to.ts";

/** A record as the source had it, and what identifies it there. */
export interface Entry {
  key: string;
  /** What identifies others there whom an editor joined with it. */
  joined?: readonly string[] | undefined;
  record: Fields;
}

/** What one source said of an event. Talks and speakers by the names of their records. */
export interface SourceEntry {
  event: Fields;
  talks: Record<string, Entry>;
  speakers: Record<string, Entry>;
}

export interface Ledger {
  version: 1;
  /** By importer and name of the edition, such as `schedule-xml:38c3`. */
  sources: Record<string, SourceEntry>;
  /** Only of an import that is at work or was killed: the records that it makes, by their paths among the records. */
  made?: readonly string[];
}

/** The ledger of the last whole import, and that of one which was killed on its way. */
export interface Ledgers {
  last: Ledger;
  pending: Ledger | undefined;
}

/** A ledger that was edited into something else. */
export class LedgerError extends Error {}

export const importsFolder = (contentDir: string) => join(contentDir, ".imports");
export const ledgerFile = (contentDir: string, event: string) => join(importsFolder(contentDir), `${event}.json`);
export const pendingFile = (contentDir: string, event: string) => join(importsFolder(contentDir), `${event}.next.json`);

/** Where an import writes files before they take their places. */
export const importDrafts = (contentDir: string) => join(importsFolder(contentDir), "tmp");

/** Removes what a killed import left there; none may be at work. */
export function removeImportDrafts(contentDir: string): void {
  rmSync(importDrafts(contentDir), { recursive: true, force: true });
}

export function readLedgers(contentDir: string, event: string): Ledgers {
  return {
    last: readLedger(ledgerFile(contentDir, event)) ?? { version: 1, sources: {} },
    pending: readLedger(pendingFile(contentDir, event)),
  };
}

/** An event that a source was imported into before, with what it said of the event then. */
export interface EventOfSource {
  event: string;
  said: Fields;
  talks: readonly Entry[];
}

/** The events that were imported before, by their sources. Each ledger is read once. */
export function eventsBySource(contentDir: string): ReadonlyMap<string, readonly EventOfSource[]> {
  const folder = importsFolder(contentDir);
  const bySource = new Map<string, EventOfSource[]>();
  if (!isThere(folder)) return bySource;
  const names = readdirSync(folder).filter((name) => /^[a-z0-9-]+(\.next)?\.json$/.test(name));
  for (const event of [...new Set(names.map((name) => name.replace(/(\.next)?\.json$/, "")))].sort()) {
    const { last, pending } = readLedgers(contentDir, event);
    for (const [source, { event: said, talks: all }] of Object.entries({ ...pending?.sources, ...last.sources })) {
      addTo(bySource, source, { event, said, talks: Object.values(all) });
    }
  }
  return bySource;
}

/** The files of all ledgers, each of which can be read: those of whole imports and those of killed ones. */
export function importStateFiles(contentDir: string): { file: string; event: string }[] {
  const folder = importsFolder(contentDir);
  if (!isThere(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^[a-z0-9-]+(\.next)?\.json$/.test(name));
  return names.sort().flatMap((name) => {
    const file = join(folder, name).replaceAll("\\", "/");
    return readLedger(file) ? [{ file, event: name.replace(/(\.next)?\.json$/, "") }] : [];
  });
}

/** The bytes of a ledger, the same for the same content. */
export function formatLedger(ledger: Ledger): string {
  return `${JSON.stringify(sortedKeys(ledger), undefined, 1)}\n`;
}

/** What a ledger says; an editor on Windows may have put a mark before it. */
export const parseLedger = (text: string): unknown => JSON.parse(text.replace(/^\ufeff/, ""));

function readLedger(file: string): Ledger | undefined {
  if (!isThere(file)) return undefined;
  const broken = () =>
    new LedgerError(
      `${file.replaceAll("\\", "/")} cannot be read. Get it back from the history of the repository, or delete it: then what editors changed since the last import is reported as a conflict, and talks that they deleted without \`remove\` come back.`,
    );
  let value: unknown;
  try {
    value = parseLedger(ownText(file));
  } catch {
    throw broken();
  }
  if (!isFields(value) || value["version"] !== 1 || !isFields(value["sources"])) throw broken();
  if (!areTexts([value["made"] ?? []].flat())) throw broken();
  for (const source of Object.values(value["sources"])) {
    if (!isFields(source) || !isFields(source["event"])) throw broken();
    for (const part of [source["talks"], source["speakers"]])
      if (
        !isFields(part) ||
        !Object.entries(part).every(
          // A name becomes the name of a file.
          ([name, entry]) =>
            /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) &&
            isFields(entry) &&
            areTexts([entry["key"], entry["joined"] ?? []].flat()) &&
            isFields(entry["record"]),
        )
      )
        throw broken();
  }
  return value as unknown as Ledger;
}

const areTexts = (values: readonly unknown[]) => values.every((value) => typeof value === "string");

/** What identifies all whom an entry stands for at the source, in their order. */
export const keysOf = (entry: Entry | undefined): string[] => (entry ? [entry.key, ...(entry.joined ?? [])] : []);

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same entries with other values. */
export function mapValues<From, To>(entries: Readonly<Record<string, From>>, change: (value: From, key: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
