/** The records that are there before an import: their files, their fields as written, and which the loader refuses. */
import { append } from "../text/append.ts";
import { looksOf } from "../content/file-state.ts";
import { listRecords, type RecordFile } from "../content/files.ts";
import { ownText } from "../content/read-safely.ts";
import { readRecord } from "../content/read.ts";
import { splitFrontMatter } from "../content/front-matter.ts";
import { readYaml } from "../content/yaml.ts";
import type { Finding } from "../model/problem.ts";
import { RECORDS } from "../model/records/index.ts";
import type { SiteRecord } from "../model/records/site.ts";
import { type Fields, type ImportedKind, normal } from "./canonical.ts";
import { addTo } from "../text/add-to.ts";

/** A record file as it is. */
export interface Stored extends RecordFile {
  /** As its schema reads it. */
  record: Fields;
  /** How the file looked when it was read; empty for one that is still to be written. */
  looks: string;
}

/** Records by kind and id, such as `talk 2012-europe/welcome`. */
export class StoredRecords {
  readonly #all = new Map<string, Stored>();
  readonly #talks = new Map<string, Stored[]>();

  get(key: string): Stored | undefined {
    return this.#all.get(key);
  }

  has(key: string): boolean {
    return this.#all.has(key);
  }

  values(): Iterable<Stored> {
    return this.#all.values();
  }

  /** Adds a record that is not there yet. */
  add(stored: Stored): void {
    this.#all.set(storeKey(stored.kind, stored.id), stored);
    if (stored.kind !== "talk") return;
    const event = eventOf(stored);
    addTo(this.#talks, event, stored);
  }

  /** The talks of an event. */
  talksOf(event: string): readonly Stored[] {
    return this.#talks.get(event) ?? [];
  }
}

export interface Store {
  /** Nothing where there is no such file, or where it cannot be read. */
  site: SiteRecord | undefined;
  records: StoredRecords;
  /** Of records that cannot be read; an import touches none of them. */
  findings: Finding[];
  /** Those without which nobody knows what is there, what was removed for good, and the language of talks that name none. */
  unread: Finding[];
  /** By event a file of a talk that cannot be read: it may be any of those that seem new. */
  unreadTalks: Map<string, string>;
}

/** The event of a talk. */
const eventOf = ({ id }: RecordFile) => id.slice(0, id.indexOf("/"));

export const storeKey = (kind: string, id: string) => `${kind} ${id}`;

/** Reads all records of a content folder. */
export function readStore(contentDir: string, onProgress: (done: number, all: number) => void = () => {}): Store {
  const { files, findings } = listRecords(contentDir);
  const store: Store = {
    site: undefined,
    records: new StoredRecords(),
    findings: findings.filter(({ severity }) => severity === "error"),
    // Whole folders.
    unread: findings.filter(({ rule }) => rule === "unreadable-file" || rule === "missing-content"),
    unreadTalks: new Map(),
  };
  for (const [index, file] of files.entries()) {
    const looks = looksOf(file.file);
    const { record, findings: told } = readRecord(file);
    append(store.findings, told);
    if (record === undefined && (file.kind === "site" || file.kind === "addresses")) append(store.unread, told);
    if (record === undefined && file.kind === "talk") store.unreadTalks.set(eventOf(file), file.file);
    if (record !== undefined && file.kind === "site") store.site = record as SiteRecord;
    if (record !== undefined) store.records.add({ ...file, record: record as Fields, looks });
    onProgress(index + 1, files.length);
  }
  return store;
}

/** What a record file says, in normal form. */
export function fieldsOf({ kind, record }: Stored): Fields {
  return normal(kind as ImportedKind, record);
}

/** The text of a record file as it is now. */
export function textOf(file: string): string {
  return ownText(file);
}

/** The fields that a text of a record says, to prove an edit before it is written. */
export function fieldsOfText(kind: ImportedKind, text: string): Fields | undefined {
  const split = splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const { data } = readYaml(split.parts.yaml);
  if (typeof data !== "object" || data === null) return undefined;
  const { bodyField, schema } = RECORDS[kind];
  const whole = bodyField !== undefined && split.parts.body !== "" ? { ...data, [bodyField]: split.parts.body } : data;
  const result = schema.safeParse(whole);
  return result.success ? normal(kind, result.data as Fields) : undefined;
}
