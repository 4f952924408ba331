/** The talks of a source with the records that they have, before anything is decided of them. */
import type { ForeignConference } from "../importers/importer.ts";
import { type Fields, same } from "./canonical.ts";
import { ownPage } from "./event.ts";
import { talksIn } from "./existing-archive.ts";
import type { Run } from "./import-run.ts";
import type { Entry, SourceEntry } from "./import-state.ts";
import { type Incoming, type MatchedRecord, matchTalks } from "./match.ts";
import { groupOf } from "./merge.ts";
import { talkPath } from "../model/urls.ts";
import type { TimeFields } from "./zones.ts";

/** What was said of an event before: by this source, by an import of it that was killed, and by other sources. */
export interface SaidBefore {
  last: SourceEntry | undefined;
  pending: SourceEntry | undefined;
  elsewhere: readonly SourceEntry[];
}

export interface IncomingTalks {
  /** In one order for names and numbers, however the source sorts its rows. */
  incoming: readonly Incoming[];
  /** The talks of the event by their names, as they are now. */
  records: ReadonlyMap<string, Fields>;
  found: ReadonlyMap<Incoming, MatchedRecord>;
  /** The name of the talk whose page has this address, if it is one of this event. */
  ownId: (url: string) => string | undefined;
}

export function findRecords(
  run: Run,
  event: string,
  { talks }: ForeignConference,
  times: readonly TimeFields[],
  { last, pending, elsewhere }: SaidBefore,
): IncomingTalks {
  const incoming = talks.map((talk, index): Incoming => ({ talk, time: times[index] ?? {} })).sort(byTime);
  const records = talksIn(run.store, event);
  const imported = new Map<string, Entry>(Object.entries({ ...pending?.talks, ...last?.talks }));
  const others = elsewhere.flatMap(({ talks: theirs }) => Object.entries(theirs).filter(([name]) => !imported.has(name)));
  const ownId = (url: string) => {
    const own = ownPage(run, url);
    return own?.event === event && records.has(own.talk) ? own.talk : undefined;
  };
  const isRemoved = (name: string) => !records.has(name) && run.removed.has(talkPath(event, name));
  return { incoming, records, found: matchTalks(incoming, { records, imported, elsewhere: others, isRemoved, ownId }), ownId };
}

/** The records that stay on their day: those of talks that the source does not tell of, and those to which an editor gave another time. */
export function keepingTheirDay({ records, found }: IncomingTalks, { last, pending, elsewhere }: SaidBefore): Fields[] {
  const matched = new Map([...found.values()].map(({ id, from }) => [id, from ?? id]));
  const unit = (record: Fields) => groupOf("date").map((field) => record[field]);
  const isSaid = (id: string, was: string) => {
    const said = [last?.talks[was], pending?.talks[was], ...elsewhere.map(({ talks }) => talks[id] ?? talks[was])];
    return said.some((entry) => entry && same(unit(entry.record), unit(records.get(id) ?? {})));
  };
  return [...records].flatMap(([id, record]) => {
    const was = matched.get(id);
    return was !== undefined && isSaid(id, was) ? [] : [record];
  });
}

function byTime(a: Incoming, b: Incoming): number {
  const keys = ({ talk, time }: Incoming) => [time.date ?? "~", time.start ?? "~", talk.record.room ?? "~", talk.record.title, talk.key];
  const [left, right] = [keys(a), keys(b)];
  for (const [index, key] of left.entries()) {
    const other = right[index] ?? "";
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}
