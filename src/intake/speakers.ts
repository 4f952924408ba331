/** The records of foreign speakers: one a person, merged with the record that the archive has. */
import type { ForeignConference, ForeignSpeaker } from "../importers/importer.ts";
import { clip } from "../model/records/fields.ts";
import { cleanName, fitRecord } from "./fit-to-schema.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { type Entry, keysOf, type SourceEntry } from "./import-state.ts";
import type { Names } from "./names.ts";
import { tidy } from "../text/normal.ts";
import { type Fields, normal } from "./canonical.ts";
import { speakerPath } from "../model/urls.ts";
import type { Run } from "./import-run.ts";
import { addTo } from "../text/add-to.ts";
import { commandName } from "../text/commands.ts";
import { someOf } from "../text/wording.ts";

/** Somebody whom a source describes; an editor may have joined several. */
interface Said extends Pick<ForeignSpeaker, "key" | "name" | "rows"> {
  fields: Fields;
}

/** Plans the records and counts their rows. Gives what the next import compares with. */
export function planSpeakers(
  run: Run,
  names: Names,
  conference: ForeignConference,
  last: SourceEntry | undefined,
  pending: SourceEntry | undefined,
  elsewhere: readonly SourceEntry[],
): Record<string, Entry> {
  const entries: Record<string, Entry> = { ...last?.speakers };
  const said = new Map<string, Said[]>();
  const idOf = new Map(Object.entries(last?.speakers ?? {}).flatMap(([id, entry]) => keysOf(entry).map((key) => [key, id] as const)));
  for (const speaker of inOrder(
    conference.speakers.filter(({ draft }) => !draft),
    names,
    idOf,
  )) {
    const { rows, key, bio, links, url, organization, publishFrom } = speaker;
    const [place] = rows;
    const mended = (message: string, hint: string) => run.tell(place, { rule: "field-mended", severity: "warning", message, hint });
    const name = cleanName(speaker.name, mended);
    const refuse = (rule: string, message: string, hint: string) => {
      run.tell(place, { rule, severity: "error", message, hint });
      run.count("refused", rows.length);
      if (place) run.rows.push({ outcome: "refused", place, title: name });
    };
    const matched = tidy(name) === "" ? undefined : names.recordFor({ rows, key, name });
    if (!matched) {
      refuse("name-missing", "The speaker has no name.", "Give the name at its source.");
      continue;
    }
    if ("ambiguous" in matched) {
      refuse(
        "ambiguous-person",
        `Several people are called ${name} (${someOf(matched.ambiguous)}).`,
        "Write what is new into the right record by hand.",
      );
      continue;
    }
    const { id } = matched;
    const file = run.fileOf("speaker", id);
    const isRemoved = run.removed.has(speakerPath(id));
    const wasImported = [last, ...elsewhere].some((source) => source && Object.hasOwn(source.speakers, id));
    if ((isRemoved || wasImported) && !run.isTaken("speaker", id)) {
      run.tell(place, {
        rule: isRemoved ? "record-removed" : "record-deleted",
        severity: "warning",
        message: isRemoved
          ? `The record of ${name} was removed for good, as addresses.yaml says of ${speakerPath(id)}; it is not written again.`
          : `${name} was imported before as ${file}, which has been deleted since; it is not written again.`,
        hint: `If the person wants to leave the archive, \`${commandName("forget-person")}\` takes the name out of all of it.`,
      });
      run.count("leftOut", rows.length);
      if (place) run.rows.push({ outcome: "leftOut", place, title: name, file });
      continue;
    }
    // As an editor would have written it: no source says it, and none takes it away.
    if (matched.alias !== undefined && !run.isTaken("speaker", id))
      run.put("speaker", id, { name: tidy(name), aliases: [matched.alias] }, { last: undefined, pending: undefined, others: [] });
    const ours = run.recordOf("speaker", id);
    const isOther = typeof ours?.["name"] === "string" && tidy(ours["name"]) !== tidy(name);
    const sameName = isOther && (last?.speakers[id] === undefined || names.aliasOf(name) === id);
    const theirs = fitRecord(
      "speaker",
      {
        name: sameName ? ours["name"] : tidy(name),
        bio,
        links,
        organizations: organization ? [{ name: organization }] : [],
        sources: url ? [url] : [],
        publishFrom,
      },
      mended,
    );
    if (!theirs) {
      refuseUnreadable(run, id, { name, rows });
      continue;
    }
    addTo(said, id, { key, name, rows, fields: theirs });
  }
  // Of a page that the source shows to nobody by now, what was taken before is kept as a draft.
  for (const { key, name, draft } of conference.speakers) {
    const id = draft ? idOf.get(key) : undefined;
    if (id !== undefined && !said.has(id) && run.isTaken("speaker", id))
      said.set(id, [{ key, name, rows: [], fields: { ...last?.speakers[id]?.record, draft: true } }]);
  }
  for (const [id, people] of said) {
    const isNew = !run.isTaken("speaker", id);
    const stated = together(run, people);
    const put =
      stated &&
      run.put("speaker", id, stated, {
        last: last?.speakers[id],
        pending: pending?.speakers[id],
        others: elsewhere.map(({ speakers }) => speakers[id]?.record).filter((one) => one !== undefined),
      });
    if (!put) {
      for (const person of people) refuseUnreadable(run, id, person);
      continue;
    }
    names.callNow(id, String(put.record["name"]));
    for (const { key, name, rows } of people) {
      const was = idOf.get(key);
      if (isNew && was !== undefined && was !== id && run.isTaken("speaker", was)) tellRenamed(run, name, id, was);
      const [place] = rows;
      const outcome = isNew ? "new" : put.changed ? "changed" : "same";
      if (place) run.rows.push({ outcome, place, title: name, file: run.fileOf("speaker", id) });
    }
    const keys = people.map((person) => person.key);
    const before = keysOf(last?.speakers[id]);
    // Somebody may be away for once.
    const [key = "", ...joined] = new Set(before.includes(keys[0] ?? "") ? [...keys, ...before] : keys);
    // Where the record keeps a spelling of its own, the source has said another one all the same.
    const own = people[0] && put.base["name"] === put.record["name"] ? { name: tidy(people[0].name) } : {};
    entries[id] = { key, record: { ...put.base, ...own }, ...(joined.length > 0 && { joined }) };
    const all = people.reduce((sum, { rows }) => sum + rows.length, 0);
    run.count(put.changed ? "written" : "merged", Math.min(1, all));
    run.count("merged", Math.max(0, all - 1));
  }
  return entries;
}

/**
 * Those first who got a record at an earlier import, and last those who are called by an alias: where several are one person, what the
 * first says counts. `idOf` tells the records of earlier imports.
 */
function inOrder(speakers: readonly ForeignSpeaker[], names: Names, idOf: ReadonlyMap<string, string>): ForeignSpeaker[] {
  const places = new Map([...idOf.keys()].map((key, place) => [key, place]));
  const placeOf = ({ key }: ForeignSpeaker) => places.get(key) ?? places.size;
  const known = [...speakers].sort((a, b) => placeOf(a) - placeOf(b));
  const ranks = new Map(
    known.map((speaker) => {
      const id = idOf.get(speaker.key);
      const isRemembered = id !== undefined && names.remember(speaker, id);
      return [speaker, isRemembered ? 0 : names.aliasOf(speaker.name) === undefined ? 1 : 2];
    }),
  );
  return known.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** What all of them say: the word of the first, and what the others add. */
function together(run: Run, people: readonly Said[]): Fields | undefined {
  const [first, second] = people;
  if (!second) return first?.fields;
  const joined: Fields = {};
  const lists = new Map<string, Map<string, unknown>>();
  for (const [field, value] of people.flatMap(({ fields }) => Object.entries(normal("speaker", fields)))) {
    joined[field] ??= value;
    if (!Array.isArray(value)) continue;
    const list = lists.get(field) ?? new Map<string, unknown>();
    lists.set(field, list);
    for (const entry of value) list.set(JSON.stringify(entry), entry);
  }
  for (const [field, list] of lists) joined[field] = [...list.values()];
  return fitRecord("speaker", joined, (message, hint) =>
    run.tell(first?.rows[0], { rule: "field-mended", severity: "warning", message, hint }),
  );
}

function refuseUnreadable(run: Run, id: string, { name, rows }: Pick<ForeignSpeaker, "name" | "rows">): void {
  const [place] = rows;
  run.tell(place, {
    rule: "unreadable-record",
    severity: "error",
    message: `The record ${run.fileOf("speaker", id)} cannot be read or written.`,
    hint: `Run \`${commandName("check")}\` and mend it, then import again.`,
  });
  run.count("refused", rows.length);
  if (place) run.rows.push({ outcome: "refused", place, title: name });
}

function tellRenamed(run: Run, name: string, id: string, was: string): void {
  run.findings.push({
    rule: "renamed-at-source",
    severity: "warning",
    file: run.fileOf("speaker", was),
    path: ["name"],
    message: `The source calls this person “${clip(name)}” by now, whose record is ${run.fileOf("speaker", id)}; this one stays.`,
    hint: `If it is one person, join the two: \`${commandName("people")} --decisions\` with a table of the lines \`decision,keep,other\` and \`join,${id},${was}\`. If the former name has to go, run \`${commandName("forget-person")} ${was}\`.`,
  });
}

/** Gives a record that the source calls otherwise by now its former name as an alias, where talks of others know it by that. */
export function keepFormerNames(run: Run, { respelled }: Names): void {
  if (respelled.size === 0) return;
  const talks = [...run.store.records.values()].filter(({ kind }) => kind === "talk");
  const listed = talks.flatMap(({ record }) => listedSpeakers(record)).filter(({ person }) => person === undefined);
  const names = new Set(listed.map(({ name }) => tidy(String(name))));
  for (const [id, name] of respelled)
    if (names.has(name)) run.put("speaker", id, { aliases: [name] }, { last: undefined, pending: undefined, others: [] });
}

/** Talks of before that name somebody by a name that two have by now: no build takes them until an editor has said which it is. */
export function tellTwoOfOneName(run: Run): void {
  const stored = [...run.store.records.values()];
  const idsOf = new Map<string, string[]>();
  for (const { kind, id, record } of stored)
    if (kind === "speaker" && typeof record["name"] === "string") addTo(idsOf, tidy(record["name"]), id);
  const isNew = (id: string) => run.changes.get(run.fileOf("speaker", id))?.isNew === true;
  const doubled = new Map([...idsOf].filter(([, ids]) => ids.length > 1 && ids.some(isNew)));
  if (doubled.size === 0) return;
  for (const { kind, id, file, record } of stored) {
    const open =
      kind === "talk"
        ? listedSpeakers(record).find(({ name, person }) => person === undefined && doubled.has(tidy(String(name))))
        : undefined;
    if (!open) continue;
    const name = String(open["name"]);
    run.findings.push({
      rule: "ambiguous-person",
      severity: "error",
      file,
      path: ["title"],
      message: `${clip(name)} is the name of several people by now (${someOf(doubled.get(tidy(name)) ?? [])}); “${clip(String(run.recordOf("talk", id)?.["title"]))}” does not say which it means.`,
      hint: "Add `person:` with the name of the record beside the name; nothing is built until then.",
    });
  }
}
