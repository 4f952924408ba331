/** What an import has decided so far: changed files, ledgers, and what became of every row. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { editRecord } from "../content/edit-record.ts";
import { formatRecord } from "../content/write-record.ts";
import type { Complaint, Place } from "../importers/importer.ts";
import { problemAt } from "../importers/parts/place.ts";
import type { Finding, Problem } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import { type Entry, type EventOfSource, eventsBySource, ledgerFile } from "./import-state.ts";
import { groupOf, mergeRecords, saidBefore } from "./merge.ts";
import { type Fields, type ImportedKind, normal, same } from "./canonical.ts";
import { withoutOthers, withOthers } from "./other-sources.ts";
import { byFormerPath, removedPaths } from "./existing-archive.ts";
import { fieldsOf, fieldsOfText, type Store, storeKey, textOf } from "./existing-records.ts";
import type { Change } from "./write.ts";

/** `leftOut` is a talk whose record an editor has deleted. */
export type Outcome = "written" | "merged" | "leftOut" | "refused";

/** What became of a talk or person of the source. */
export interface RowOutcome {
  outcome: "new" | "changed" | "same" | "leftOut" | "refused";
  place: Place;
  title: string;
  file?: string;
}

/** What is known of a record from imports before: the last whole one, and one that was killed. */
export interface Before {
  last: Entry | undefined;
  pending: Entry | undefined;
  /** What other sources of the event said last of the same record. */
  others: readonly Fields[];
}

/** One import, before anything is written. */
export class Run {
  readonly changes = new Map<string, Change & { isNew: boolean }>();
  readonly counts: Record<Outcome, number> = { written: 0, merged: 0, leftOut: 0, refused: 0 };
  /** For the preview, in the order in which they were decided. */
  readonly rows: RowOutcome[] = [];
  /** In foreign files. */
  readonly problems: Problem[] = [];
  /** In records. */
  readonly findings: Finding[] = [];
  /** Talks that a source had before and has no more, and whether another source of the event gave them. */
  readonly missing: { id: string; isElsewhere: boolean }[] = [];
  readonly contentDir: string;
  readonly store: Store;
  /** The paths of pages that were removed for good. */
  readonly removed: ReadonlySet<string>;
  /** The talks that had another address before the import, by that address. */
  readonly moved: ReadonlyMap<string, string>;
  /** The events that had another address. */
  readonly movedEvents: ReadonlyMap<string, string>;
  /** Where each source was imported before. */
  readonly eventsOf: (source: string) => readonly EventOfSource[];
  /** All events that were imported before. */
  readonly imported: readonly EventOfSource[];
  /** The records that killed imports made, by their paths. */
  readonly made = new Set<string>();
  #fresh = new Set<string>();

  constructor(contentDir: string, store: Store) {
    this.contentDir = contentDir;
    this.store = store;
    this.removed = removedPaths(store);
    this.moved = byFormerPath(store, "talk");
    this.movedEvents = byFormerPath(store, "event");
    const events = eventsBySource(contentDir);
    this.eventsOf = (source) => events.get(source) ?? [];
    this.imported = [...events.values()].flat();
  }

  /** The files that changed since this was asked last. */
  freshChanges(): ReadonlySet<string> {
    const fresh = this.#fresh;
    this.#fresh = new Set();
    return fresh;
  }

  #change(file: string, text: string, looks: string): void {
    this.changes.set(file, { file, text, looks, isNew: looks === "" });
    this.#fresh.add(file);
  }

  count(outcome: Outcome, rows: number): void {
    this.counts[outcome] += rows;
  }

  tell(place: Place | undefined, complaint: Complaint): void {
    if (place) this.problems.push(problemAt(place, complaint));
  }

  /** Whether a record of that name is there, readable or not, or will be. */
  isTaken(kind: ImportedKind, id: string): boolean {
    return this.store.records.has(storeKey(kind, id)) || this.changes.has(this.fileOf(kind, id)) || existsSync(this.fileOf(kind, id));
  }

  fileOf(kind: ImportedKind, id: string): string {
    const [event, talk] = id.split("/");
    const path = kind === "event" ? `events/${id}/event.md` : kind === "talk" ? `events/${event}/talks/${talk}.md` : `speakers/${id}.md`;
    return join(this.contentDir, path).replaceAll("\\", "/");
  }

  /** The path of a record among the records. */
  pathOf(file: string): string {
    return relative(this.contentDir, file).replaceAll("\\", "/");
  }

  /** What the source said of a record when it was written last. What a killed import made is all its own, whatever an editor changed since. */
  saidBefore(
    file: string,
    last: Readonly<Fields> | undefined,
    pending: Readonly<Fields> | undefined,
    ours: Readonly<Fields>,
  ): Readonly<Fields> {
    return pending && !last && this.made.has(this.pathOf(file)) ? pending : saidBefore(last, pending, ours);
  }

  exists(file: string): boolean {
    return existsSync(file);
  }

  /** The ledger of an event, as the user knows it. */
  ledgerOf(event: string): string {
    return ledgerFile(this.contentDir, event).replaceAll("\\", "/");
  }

  /** The record as it will be after the import, as far as that is decided. */
  recordOf(kind: ImportedKind, id: string): Fields | undefined {
    const stored = this.store.records.get(storeKey(kind, id));
    return stored && fieldsOf(stored);
  }

  /**
   * Puts a record where it belongs, merged with what is there. Gives what the next import compares with and whether a file
   * changes; nothing where the file that is there cannot be read.
   */
  put(
    kind: ImportedKind,
    id: string,
    stated: Fields,
    { last, pending, others }: Before,
  ): { record: Fields; base: Fields; changed: boolean } | undefined {
    const file = this.fileOf(kind, id);
    const stored = this.store.records.get(storeKey(kind, id));
    if (!stored) {
      if (existsSync(file)) return undefined;
      const text = formatRecord(kind, stated);
      const read = fieldsOfText(kind, text);
      if (!read) return undefined;
      this.#change(file, text, "");
      this.store.records.add({ kind, id, file, record: read, looks: "" });
      return { record: read, base: normal(kind, stated), changed: true };
    }
    const ours = fieldsOf(stored);
    const said = this.saidBefore(file, last?.record, pending?.record, ours);
    const [base, theirs] = [said, stated].map((version) => normal(kind, withOthers(version, others, ours))) as [Fields, Fields];
    const elsewhere = others.map((other) => normal(kind, withOthers(other, [said, ...others.filter((one) => one !== other)], ours)));
    const merged = mergeRecords(kind, base, ours, theirs, elsewhere);
    const wasImported = last !== undefined || others.length > 0;
    for (const field of merged.conflicts) this.findings.push(conflict(file, field, ours, theirs, wasImported));
    const changed = Object.keys(merged.changes).length > 0;
    if (changed) {
      const before = this.changes.get(file);
      const text = before?.text ?? textOf(file);
      const edited = editRecord(kind, text, merged.changes, (one) => same(fieldsOfText(kind, one), merged.record));
      const whole = edited ?? formatRecord(kind, merged.record);
      this.#change(file, whole, stored.looks);
      stored.record = merged.record;
    }
    const own = withoutOthers(merged.base, [
      { filled: theirs, stated: normal(kind, stated) },
      { filled: base, stated: said },
    ]);
    return { record: merged.record, base: own, changed };
  }
}

function conflict(file: string, field: string, ours: Fields, theirs: Fields, wasImported: boolean): Finding {
  const what = groupOf(field)
    .filter((one) => theirs[one] !== undefined && !same(theirs[one], ours[one]))
    .map((one) => theirs[one]);
  return {
    rule: "import-conflict",
    severity: "warning",
    file,
    path: [groupOf(field).find((one) => ours[one] !== undefined) ?? field],
    message: `${wasImported ? "The source and an editor have both changed" : "The source has something else in"} \`${field}\`; the record keeps what it has. The source says: ${what.length === 0 ? "less" : `“${what.map(shown).join(", ")}”`}.`,
    hint: "Compare them, and write into the record what is right.",
  };
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return clip(text, 120);
}
