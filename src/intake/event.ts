/** The event of a foreign conference: which one it is, its zone, its days and its record. */
import type { ForeignConference } from "../importers/importer.ts";
import { wholeFile } from "../importers/parts/place.ts";
import { clip } from "../model/records/fields.ts";
import { eventPath, parseBase, talkPath } from "../model/urls.ts";
import { dayChangeOf, daysNear, programmeDay, spanWith } from "./days.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { fitRecord } from "./fit-to-schema.ts";
import { type FormerPaths, pathOf } from "./former-paths.ts";
import { eventId } from "./ids.ts";
import type { Entry } from "./import-state.ts";
import type { Fields } from "./canonical.ts";
import type { Run } from "./import-run.ts";
import { type TimeFields, timeFields, zoneOf } from "./zones.ts";
import { parseUrl } from "../text/parse-url.ts";
import { shiftDay } from "../model/time.ts";

/** The event and talk of a page of this archive, also under the address that it had before; nothing for any other address. */
export function ownPage(run: Run, url: string): { event: string; talk: string } | undefined {
  const site = run.store.site?.url;
  if (site === undefined || !parseUrl(url)) return undefined;
  const { origin, prefix } = parseBase(site);
  const start = `${origin}${prefix}/events/`;
  const [, event, talk] = url.startsWith(start) ? (/^([a-z0-9-]+)\/([a-z0-9-]+)\/?$/.exec(url.slice(start.length)) ?? []) : [];
  if (event === undefined || talk === undefined) return undefined;
  const moved = run.recordOf("talk", `${event}/${talk}`) ? undefined : run.moved.get(talkPath(event, talk));
  const [eventNow = event, talkNow = talk] = moved?.split("/") ?? [];
  return { event: eventNow, talk: talkNow };
}

/**
 * The folder of the event: where the source was imported before, where its pages are, or a name made of its own. Many sources call all their
 * editions the same, or name none at all: those of other years, and those of other weeks with other talks, are other events.
 */
export function chooseEvent(run: Run, source: string, conference: ForeignConference): string {
  const { startDate } = conference.event;
  const days = conference.talks.flatMap(({ when }) => when?.date ?? []).sort();
  const [first, last] = startDate === undefined ? [days[0], days.at(-1)] : [startDate, startDate];
  const known = run.eventsOf(source);
  const before = known.find(({ said, talks }) => {
    const from = said["startDate"];
    if (typeof from !== "string" || first === undefined || last === undefined) return true;
    const until = typeof said["endDate"] === "string" ? said["endDate"] : from;
    // The year of an event is that of its first day, unless the source has days of talks alone.
    if (yearOf(from) > yearOf(last) || yearOf(first) > yearOf(startDate === undefined ? until : from)) return false;
    const isFar = isLongAfter(first, until) || isLongAfter(from, conference.event.endDate ?? days.at(-1) ?? last);
    return !isFar || haveTalksInCommon(conference, talks);
  });
  if (before) return before.event;
  for (const { url } of conference.talks) {
    const own = url === undefined ? undefined : ownPage(run, url);
    if (own) return own.event;
  }
  const id = eventId(conference.slug ?? conference.event.name ?? conference.key, known.length > 0 ? first : startDate);
  if (first === undefined) return id;
  // The year, the month and the day, as many as it takes.
  const names = [4, 7, 10].map((length) => (id.endsWith(yearOf(first)) ? id + first.slice(4, length) : `${id}-${first.slice(0, length)}`));
  // Where a former edition was called so, this is the next one.
  const isFree = (name: string) =>
    known.every(({ event }) => event !== name) && (known.length === 0 || !run.movedEvents.has(eventPath(name)));
  return [id, ...names].find(isFree) ?? id;
}

/**
 * An event that has most of the talks: on the same days under another name of the source, as where a file that names the event was left out
 * this time, or talks with speakers on other days, as where it was put off to another year.
 */
export function eventOfSameTalks(run: Run, { talks }: ForeignConference): string | undefined {
  const key = (key: string, title: unknown, day?: unknown) => JSON.stringify([key, title, day]);
  const incoming = new Set(
    talks.flatMap(({ key: own, record: { title }, when, speakers }) => [
      ...(when ? [key(own, title, when.date)] : []),
      ...(speakers.length > 0 ? [key(own, title)] : []),
    ]),
  );
  const isSame = (entries: readonly Entry[]) => {
    const common = entries.filter(
      ({ key: own, record }) =>
        incoming.has(key(own, record["title"], record["date"])) ||
        (listedSpeakers(record).length > 0 && incoming.has(key(own, record["title"]))),
    ).length;
    return common >= FEWEST_IN_COMMON && common * 2 >= Math.min(talks.length, entries.length);
  };
  return run.imported.find((one) => isSame(one.talks))?.event;
}

/** An opening and a closing are at every conference. */
const FEWEST_IN_COMMON = 3;

const yearOf = (day: string) => day.slice(0, 4);

/** Whether there are weeks between two days; of months and years nobody knows. */
const isLongAfter = (day: string, end: string) => day.length === 10 && end.length === 10 && shiftDay(end, 14) < day;

/** Whether half of the talks are those of before, as they are where an event was put off. */
function haveTalksInCommon({ talks }: ForeignConference, before: readonly Entry[]): boolean {
  const key = (key: string, title: unknown) => JSON.stringify([key, title]);
  const known = new Set(before.map((one) => key(one.key, one.record["title"])));
  const common = talks.filter((talk) => known.has(key(talk.key, talk.record.title))).length;
  return common * 2 >= Math.min(talks.length, before.length);
}

/** Whether the days of a record are those that another source gave, and days are near enough to be of the same event. */
function isSpanOfOthers({ startDate, endDate }: Readonly<Fields>, others: readonly Readonly<Fields>[], days: readonly string[]): boolean {
  if (typeof startDate !== "string" || typeof endDate !== "string") return false;
  const isSaid = others.some((other) => other["startDate"] === startDate && other["endDate"] === endDate);
  return isSaid && days.every((day) => !isLongAfter(day, endDate) && !isLongAfter(startDate, day));
}

export interface EventPlan {
  /** The record as the source has it. */
  theirs: Fields;
  /** Times of the talks in the event's zone, in the order of the talks. */
  times: TimeFields[];
}

/**
 * The event's record and the times of its talks. `before` is what the source said of the event when its record was written last; `given` is
 * the zone from the command line; `staying` tells the records that stay on their days, once the times are known; `others` is what other sources said of it.
 */
export function planEvent(
  run: Run,
  id: string,
  conference: ForeignConference,
  before: Readonly<Fields>,
  given: string | undefined,
  former: FormerPaths,
  staying: (times: readonly TimeFields[]) => readonly Fields[],
  others: readonly Readonly<Fields>[] = [],
): EventPlan | undefined {
  const place = conference.talks[0] ? wholeFile(conference.talks[0].rows[0].file) : undefined;
  const warn = (rule: string, message: string, hint: string) =>
    run.tell(place, { rule, severity: "warning", message: `${conference.event.name ?? conference.key}: ${message}`, hint });
  const ours = run.recordOf("event", id) ?? {};
  // The zone and the change of day are settled before the rest, for the days of the talks hang on them.
  const settle = (field: "timezone" | "dayChange", value: string | undefined): string | undefined => {
    const [base, mine] = [before[field], ours[field]];
    const answer = value === base || mine !== base ? (mine ?? (base === undefined ? value : mine)) : value;
    return typeof answer === "string" ? answer : undefined;
  };
  const zone = zoneOf(conference, given);
  const known = settle("timezone", zone.name);
  const { timezone: stated } = conference.event;
  if (given !== undefined && stated !== undefined && given !== stated)
    warn(
      "time-zone-given",
      `the source names the time zone ${stated}; ${given} was taken, as \`--timezone\` says.`,
      "Leave out `--timezone` if the source is right.",
    );
  if (zone.warning && (known === zone.name || known === undefined)) warn("time-zone-missing", zone.warning.message, zone.warning.hint);

  const times = conference.talks.map((talk) => {
    const { fields, problems } = timeFields(talk.when, known);
    for (const problem of problems)
      run.tell(talk.rows[0], {
        rule: "time-left-out",
        severity: "warning",
        message: `“${clip(talk.record.title)}”: ${problem}`,
        hint: "Ask the organizers, and add the time to the record by hand.",
      });
    return fields;
  });
  const dated = conference.talks.map(({ when }, index) => ({ date: times[index]?.date, start: times[index]?.start, listed: when?.day }));
  const dayChange = settle("dayChange", dayChangeOf(dated, conference.event.dayChange));
  const days = dated
    .flatMap(({ date, start }) => (date === undefined ? [] : [{ date, start }]))
    .map(({ date, start }) => programmeDay(date, start, dayChange));
  const theirDays = [...days, ...times.flatMap(({ endDate }) => endDate ?? [])];
  const ourDays = staying(times).flatMap(({ date, start, endDate }) =>
    [typeof date === "string" && programmeDay(date, typeof start === "string" ? start : undefined, dayChange), endDate].filter(
      (day) => typeof day === "string",
    ),
  );
  const { widened, ...span } = spanWith(conference.event, [...theirDays, ...daysNear(spanWith(conference.event, theirDays), ourDays)]);
  if (widened)
    warn(
      "outside-event",
      `the source says that it took place from ${conference.event.startDate} to ${conference.event.endDate ?? "an unknown day"}, but there are talks on other days; the event has days ${span.startDate} to ${span.endDate}.`,
      "Correct the dates of the event or of the talks.",
    );
  // An event whose record tells its month or year only needs no days from a source that does not state any.
  // Our own schedules state the days of talks where the record leaves an end open.
  const isOwn = conference.talks.length > 0 && conference.talks.every(({ url }) => url !== undefined && ownPage(run, url)?.event === id);
  const isStated = [conference.event.startDate, before["startDate"]].some(Boolean);
  const isSpanNews = ours["startDate"] === undefined || (!isOwn && (isStated || isSpanOfOthers(ours, others, theirDays)));
  const { formerUrls, startDate: _, endDate: __, ...facts } = conference.event;
  const paths = formerUrls ?? (facts.sources?.[0] === undefined ? [] : [pathOf(facts.sources[0])].filter((path) => path !== undefined));
  const ourName = typeof ours["name"] === "string" ? ours["name"] : undefined;
  if (conference.event.name === undefined && ourName === undefined)
    warn(
      "name-missing",
      `the file does not name the event; it is called “${id}” for now.`,
      `Correct \`name\` in ${run.fileOf("event", id)}.`,
    );
  const theirs = fitRecord(
    "event",
    {
      ...facts,
      name: conference.event.name ?? ourName ?? id,
      ...(isSpanNews && span),
      timezone: given ?? conference.event.timezone ?? zone.name,
      dayChange,
      formerUrls: paths.filter((path) => former.claim(path, `event ${id}`)),
    },
    (message, hint) => warn("field-mended", message, hint),
  );
  // A name that an editor gave is none that the source said: another source could not tell it from one, and would replace it.
  if (theirs && conference.event.name === undefined && ourName !== undefined && ourName !== before["name"]) delete theirs["name"];
  return theirs && { theirs, times };
}
