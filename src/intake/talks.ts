/** The talks of a foreign conference: each becomes a record, is merged into one, or is refused and told. */
import type { ForeignConference } from "../importers/importer.ts";
import { clip } from "../model/records/fields.ts";
import { programmeDay } from "./days.ts";
import { ownPage } from "./event.ts";
import type { FormerPaths } from "./former-paths.ts";
import { TalkIds } from "./ids.ts";
import type { Entry } from "./import-state.ts";
import type { IncomingTalks, SaidBefore } from "./incoming.ts";
import type { Incoming } from "./match.ts";
import type { Names } from "./names.ts";
import type { Fields } from "./canonical.ts";
import { alignOwn } from "./own-exports.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { talkPath } from "../model/urls.ts";
import type { Run } from "./import-run.ts";
import { type TalkContext, talkRecord } from "./talk.ts";
import { commandName } from "../text/commands.ts";

export interface TalksInput extends SaidBefore {
  run: Run;
  names: Names;
  former: FormerPaths;
  event: string;
  eventRecord: Fields;
  matched: IncomingTalks;
  onProgress: (done: number, all: number) => void;
}

/** Plans the records and counts their rows. Gives what the next import compares with. */
export function planTalks(conference: ForeignConference, input: TalksInput): Record<string, Entry> {
  const { run, names, former, event, eventRecord, matched, last, pending, elsewhere, onProgress } = input;
  const { incoming, records, found, ownId } = matched;
  const otherNames = new Set(elsewhere.flatMap(({ talks }) => Object.keys(talks)));
  const site = run.store.site?.language ?? "en";
  const language = typeof eventRecord["language"] === "string" ? eventRecord["language"] : site;
  const shared = sharedAddresses(incoming);
  const context: TalkContext = {
    run,
    names,
    former,
    language,
    isOwn: (url) => ownPage(run, url) !== undefined,
    isShared: (url) => shared.has(url),
  };
  const entries: Record<string, Entry> = { ...last?.talks };
  const taken = new Set([...found.values()].flatMap(({ id, from }) => (from === undefined ? [id] : [id, from])));
  const ids = new TalkIds((wish) => taken.has(wish) || run.isTaken("talk", `${event}/${wish}`) || run.moved.has(talkPath(event, wish)));
  for (const [index, one] of incoming.entries()) {
    const { talk } = one;
    const match = found.get(one);
    const before = match?.id;
    const was = match?.from ?? before;
    const name = before ?? ids.next(talk.slug ?? talk.record.title);
    taken.add(name);
    const file = run.fileOf("talk", `${event}/${name}`);
    const refuse = (rule: string, message: string, hint: string) => {
      run.tell(talk.rows[0], { rule, severity: "error", message, hint });
      return undefined;
    };
    const isGone =
      before !== undefined && was === before && !records.has(before) && (last?.talks[before] !== undefined || otherNames.has(before));
    const isRemoved = run.removed.has(talkPath(event, name));
    if ((isGone || isRemoved) && !run.exists(file)) {
      const title = clip(talk.record.title);
      const elsewhere = run.moved.get(talkPath(event, name));
      run.tell(talk.rows[0], {
        severity: "warning",
        ...(isRemoved
          ? {
              rule: "record-removed",
              message: `“${title}” was removed for good, as addresses.yaml says of ${talkPath(event, name)}; it is not written again.`,
              hint: `If this is another talk, write it with \`${commandName("new")} talk\` under another name.`,
            }
          : elsewhere !== undefined
            ? {
                rule: "record-moved",
                message: `“${title}” has been moved to ${elsewhere}; it is left as it is there.`,
                hint: "If the source says something new, write it into the record by hand.",
              }
            : {
                rule: "record-deleted",
                message: `“${title}” was imported before as ${file}, which has been deleted since; it is not written again.`,
                hint: `To have it again, delete \`${name}\` in ${run.ledgerOf(event)}, and import again.`,
              }),
      });
      run.count("leftOut", talk.rows.length);
      run.rows.push({ outcome: "leftOut", place: talk.rows[0], title: talk.record.title, file });
      onProgress(index + 1, incoming.length);
      continue;
    }
    const place = () => {
      if (isGone)
        return refuse(
          "unreadable-record",
          `The record ${file} cannot be read.`,
          `Run \`${commandName("check")}\` and mend it, then import again.`,
        );
      const unread = run.store.unreadTalks.get(event);
      if (before === undefined && unread !== undefined)
        return refuse(
          "unreadable-record",
          `The record ${unread} cannot be read, and may be that of “${clip(talk.record.title)}”.`,
          `Run \`${commandName("check")}\` and mend it, then import again.`,
        );
      const ours = records.get(name);
      const read = talkRecord(one, `${event}/${name}`, ours, context);
      const theirs =
        read && ours && talk.url !== undefined && ownId(talk.url) === name ? alignOwn(read, ours, conference.isSummary === true) : read;
      if (!theirs) return undefined;
      if (isOutside(eventRecord, theirs))
        return refuse(
          "outside-event",
          `“${clip(talk.record.title)}” is on ${String(theirs["date"])}, outside the days of the event in its record.`,
          `Correct \`startDate\` and \`endDate\` in ${run.fileOf("event", event)}, and import again.`,
        );
      return (
        run.put("talk", `${event}/${name}`, theirs, {
          last: last?.talks[was ?? name],
          pending: pending?.talks[was ?? name],
          // Another source may know the record by its new name already.
          others: elsewhere.map(({ talks }) => (talks[name] ?? talks[was ?? name])?.record).filter((one) => one !== undefined),
        }) ??
        refuse(
          "unreadable-record",
          `The record ${file} cannot be read or written.`,
          `Run \`${commandName("check")}\` and mend it, then import again.`,
        )
      );
    };
    const isNew = !run.isTaken("talk", `${event}/${name}`);
    const done = place();
    const outcome = !done ? "refused" : isNew ? "new" : done.changed ? "changed" : "same";
    run.rows.push({ outcome, place: talk.rows[0], title: talk.record.title, ...(done && { file }) });
    if (match?.from !== undefined && done) delete entries[match.from];
    if (done) entries[name] = { key: talk.key, record: done.base };
    run.count(!done ? "refused" : done.changed ? "written" : "merged", 1);
    run.count(done ? "merged" : "refused", talk.rows.length - 1);
    onProgress(index + 1, incoming.length);
  }
  noteMissing(run, event, { last, elsewhere, taken, records });
  return entries;
}

function sharedAddresses(incoming: readonly Incoming[]): Set<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const { talk } of incoming) if (talk.url !== undefined) (once.has(talk.url) ? twice : once).add(talk.url);
  return twice;
}

/** Talks are never deleted, only reported: that a source has lost one does not say that it was not held. */
function noteMissing(
  run: Run,
  event: string,
  {
    last,
    elsewhere,
    taken,
    records,
  }: Pick<TalksInput, "last" | "elsewhere"> & { taken: ReadonlySet<string>; records: ReadonlyMap<string, Fields> },
): void {
  for (const name of Object.keys(last?.talks ?? {}).sort())
    if (!taken.has(name) && records.has(name))
      run.missing.push({ id: `${event}/${name}`, isElsewhere: elsewhere.some(({ talks }) => Object.hasOwn(talks, name)) });
}

/** Tells which talks their sources have no more, once it is known what became of all events: a talk may have moved to another. */
export function tellMissing(run: Run): void {
  if (run.missing.length === 0) return;
  // What was there before this import is another talk: many have one name and one speaker every year.
  const bySpeakers = new Map<string | undefined, string>();
  for (const { kind, id, file, record } of run.store.records.values())
    if (kind === "talk" && run.changes.get(file)?.isNew) bySpeakers.set(titleAndSpeakers(record), id);
  for (const { id, isElsewhere } of run.missing) {
    const here = titleAndSpeakers(run.recordOf("talk", id) ?? {});
    const there = here === undefined ? undefined : bySpeakers.get(here);
    run.findings.push({
      rule: "gone-at-source",
      severity: "warning",
      file: run.fileOf("talk", id),
      path: ["title"],
      message: `The source had this talk at the last import and has it no more${there !== undefined ? `; ${there} is called the same, by the same people` : isElsewhere ? "; another source of the event gave it, too" : ""}.`,
      hint:
        there === undefined
          ? `Delete the record if ${isElsewhere ? "no source has it and " : ""}the talk was not held; otherwise keep it.`
          : `If it moved there, delete ${run.fileOf("talk", there)} and run \`${commandName("move")} talk ${id} ${there}\` with its day, so that what editors wrote and its address are kept. If it was held at both, keep both.`,
    });
  }
}

/** What tells a talk from those of other events; nothing where it has no speakers, as openings have none. */
function titleAndSpeakers(record: Fields): string | undefined {
  const names = listedSpeakers(record).map(({ name }) => String(name));
  return names.length === 0 ? undefined : JSON.stringify([record["title"], ...names.sort()]);
}

function isOutside(event: Fields, talk: Fields): boolean {
  const { startDate, endDate, dayChange } = event;
  const { date, start } = talk;
  if (typeof date !== "string" || typeof startDate !== "string") return false;
  const day = programmeDay(date, typeof start === "string" ? start : undefined, typeof dayChange === "string" ? dayChange : undefined);
  return day.slice(0, startDate.length) < startDate || (typeof endDate === "string" && day.slice(0, endDate.length) > endDate);
}
