/** The way of foreign conferences into `content/`: what will be written, and that every row is accounted for. */
import { append } from "../text/append.ts";
import type { ForeignConference, Imported } from "../importers/importer.ts";
import { chooseEvent, eventOfSameTalks, planEvent } from "./event.ts";
import type { FormerPaths } from "./former-paths.ts";
import { formatLedger, type Ledger, readLedgers } from "./import-state.ts";
import { findRecords, type IncomingTalks, keepingTheirDay } from "./incoming.ts";
import type { Names } from "./names.ts";
import type { Seal, SealedTexts } from "../content/sealed.ts";
import { eventPath } from "../model/urls.ts";
import { withholdNames } from "./withheld-names.ts";
import type { Fields } from "./canonical.ts";
import { formerIn, namesIn } from "./existing-archive.ts";
import { Run } from "./import-run.ts";
import { keepFormerNames, planSpeakers, tellTwoOfOneName } from "./speakers.ts";
import type { Store } from "./existing-records.ts";
import { planTalks, tellMissing } from "./talks.ts";
import { type Change, writeImports } from "./write.ts";
import { commandName } from "../text/commands.ts";

export interface IntakeOptions {
  contentDir: string;
  /** The event to import into. */
  event?: string | undefined;
  timezone?: string | undefined;
  /** The day of the import, before which nothing has to wait any more. */
  today?: string | undefined;
  /** The names that must not come back, sealed. */
  names?: { texts: SealedTexts; seal: Seal } | undefined;
  /** Told how many of how many talks are done. */
  onProgress?: (done: number, all: number) => void;
}

/** What an import into one event will write. */
export interface EventChanges {
  ledger: Ledger;
  /** Whether the ledger is other than the one that is there. */
  isNews: boolean;
  files: Map<string, Change & { isNew: boolean }>;
  /** The records that a killed import made. */
  made: readonly string[];
}

export interface Plan {
  run: Run;
  events: Map<string, EventChanges>;
  /** The event that a changed file is written with, the first one that changes it. */
  owners: Map<string, EventChanges>;
}

/** Decides everything and writes nothing. */
export function planIntake(store: Store, importer: string, imported: Imported, options: IntakeOptions): Plan {
  const run = new Run(options.contentDir, store);
  const plan: Plan = { run, events: new Map(), owners: new Map() };
  append(run.problems, imported.problems);
  run.count("refused", imported.refused.length);
  for (const place of imported.refused) run.rows.push({ outcome: "refused", place, title: place.what ?? "" });
  if (options.names)
    run.count(
      "leftOut",
      withholdNames(imported, store, options.names, (place, complaint) => run.tell(place, complaint)),
    );
  const [names, former] = [namesIn(store), formerIn(store)];
  const all = imported.conferences.reduce((sum, { talks }) => sum + talks.length, 0);
  let before = 0;
  for (const conference of imported.conferences) {
    names.nextSource();
    const onProgress = (done: number) => options.onProgress?.(before + done, all);
    takeIn(plan, names, former, `${importer}:${conference.key}`, conference, { ...options, onProgress });
    before += conference.talks.length;
  }
  tellMissing(run);
  tellTwoOfOneName(run);
  const { written, merged, leftOut, refused } = run.counts;
  if (written + merged + leftOut + refused !== imported.rows)
    throw new Error(
      `The rows do not add up: ${imported.rows} read, ${written} written, ${merged} merged, ${leftOut} left out, ${refused} refused.`,
    );
  return plan;
}

/** Writes what was planned. Nothing is touched where nothing changes. */
export function writePlan({ run, events }: Plan, onProgress?: (done: number, all: number) => void): void {
  const imports = [...events]
    .filter(([, { isNews, files }]) => isNews || files.size > 0)
    .map(([event, { ledger, files, made }]) => {
      const changes = [...files.values()];
      const paths = changes.filter(({ isNew }) => isNew).map(({ file }) => run.pathOf(file));
      return { event, ledger, changes, made: [...new Set([...made, ...paths])].sort() };
    });
  if (imports.length > 0) writeImports(run.contentDir, imports, onProgress);
}

/** Talks and people that their source has published by now need no day of publication. */
function release({ talks, speakers }: ForeignConference, today: string | undefined): void {
  for (const one of [...talks.map(({ record }) => record), ...speakers])
    if (today !== undefined && one.publishFrom !== undefined && one.publishFrom <= today) delete one.publishFrom;
}

function takeIn(
  plan: Plan,
  names: Names,
  former: FormerPaths,
  source: string,
  conference: ForeignConference,
  options: IntakeOptions,
): void {
  const { run } = plan;
  release(conference, options.today);
  const wanted = options.event ?? chooseEvent(run, source, conference);
  const id = (run.isTaken("event", wanted) ? undefined : run.movedEvents.get(eventPath(wanted))) ?? wanted;
  if (id !== wanted)
    run.tell(conference.talks[0]?.rows[0], {
      rule: "record-moved",
      severity: "warning",
      message: `The event ${wanted} is called ${id} by now; the talks are taken into that.`,
      hint: `Import with \`--event ${id}\`. If this is another event, give it a name of its own.`,
    });
  if (run.removed.has(eventPath(id)) && !run.isTaken("event", id)) {
    leaveOut(run, id, conference);
    return;
  }
  const twin = options.event === undefined && !run.isTaken("event", id) ? eventOfSameTalks(run, conference) : undefined;
  if (twin !== undefined)
    run.tell(conference.talks[0]?.rows[0], {
      rule: "talks-known",
      severity: "warning",
      message: `Most of these talks are in the event ${twin} already; the source does not say that it is the same, and they are in ${id} too.`,
      hint: `If it is the same, take the new files away and import again with \`--event ${twin}\`, or with the file that names the event.`,
    });
  const { last: before, pending: killed } = readLedgers(options.contentDir, id);
  const changes = plan.events.get(id) ?? { ledger: structuredClone(before), isNews: false, files: new Map(), made: killed?.made ?? [] };
  for (const path of changes.made) run.made.add(path);
  const [last, pending] = [changes.ledger.sources[source], killed?.sources[source]];
  const elsewhere = Object.entries(changes.ledger.sources).flatMap(([name, other]) => (name === source ? [] : [other]));
  const entry = (said: Fields | undefined) => said && { key: source, record: said };
  const said = { last, pending, elsewhere };
  let matched: IncomingTalks | undefined;
  const event = planEvent(
    run,
    id,
    conference,
    run.saidBefore(run.fileOf("event", id), last?.event, pending?.event, run.recordOf("event", id) ?? {}),
    options.timezone,
    former,
    (times) => {
      matched = findRecords(run, id, conference, times, said);
      return keepingTheirDay(matched, said);
    },
    elsewhere.map((other) => other.event),
  );
  const put =
    event &&
    run.put("event", id, event.theirs, {
      last: entry(last?.event),
      pending: entry(pending?.event),
      others: elsewhere.map((other) => other.event),
    });
  if (!event || !put || !matched) {
    const rows = [...conference.talks, ...conference.speakers].flatMap((one) => [...one.rows]);
    const message = `The record ${run.fileOf("event", id)} cannot be read or written, so nothing was imported into it.`;
    run.tell(rows[0], {
      rule: "unreadable-record",
      severity: "error",
      message,
      hint: `Run \`${commandName("check")}\` and mend it, or give another event with \`--event\`.`,
    });
    run.count("refused", rows.length);
    return;
  }
  const speakers = planSpeakers(run, names, conference, last, pending, elsewhere);
  const talks = planTalks(conference, {
    run,
    names,
    former,
    event: id,
    eventRecord: put.record,
    matched,
    ...said,
    onProgress: options.onProgress ?? (() => {}),
  });
  for (const [person, record] of names.made)
    if (!run.isTaken("speaker", person)) run.put("speaker", person, record, { last: undefined, pending: undefined, others: [] });
  keepFormerNames(run, names);
  changes.ledger.sources[source] = { event: put.base, talks, speakers };
  changes.isNews = killed !== undefined || formatLedger(changes.ledger) !== formatLedger(before);
  for (const file of run.freshChanges()) {
    const change = run.changes.get(file);
    if (!change) continue;
    const owner = plan.owners.get(file) ?? changes;
    plan.owners.set(file, owner);
    owner.files.set(file, change);
  }
  plan.events.set(id, changes);
}

/** An event that was removed for good stays so. */
function leaveOut(run: Run, id: string, conference: ForeignConference): void {
  const rows = [...conference.talks, ...conference.speakers].flatMap((one) => [...one.rows]);
  run.tell(rows[0], {
    rule: "record-removed",
    severity: "warning",
    message: `The event ${id} was removed for good, as addresses.yaml says; nothing of it is taken in again.`,
    hint: "If this is another event, give its name with `--event`.",
  });
  run.count("leftOut", rows.length);
}
