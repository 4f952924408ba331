/** Records that are not published: drafts, and those whose day has not come. */
import type { Archive, Filed, Records } from "./archive.ts";
import { withoutHidden } from "./hidden-names.ts";
import type { SpeakerRecord } from "./records/speaker.ts";
import type { TalkRecord } from "./records/talk.ts";
import { tidy } from "../text/normal.ts";
import { mediaFilesOf, talkMediaOf } from "./talk-media.ts";

/** A record that stays out of everything published, and why. */
export interface Unpublished {
  file: string;
  /** `event`: it belongs to an event that is not published. `talks`: nothing that is published names the person. */
  reason: "draft" | "embargo" | "event" | "talks";
  /** The first day of publication of an embargo. */
  from?: string;
}

interface Publication {
  draft?: boolean | undefined;
  publishFrom?: string | undefined;
}

/** Whether a record may be published on a day; a record with `publishFrom` may not where no day is known. */
export function isPublished({ draft, publishFrom }: Publication, today: string | undefined): boolean {
  return draft !== true && (publishFrom === undefined || (today !== undefined && publishFrom <= today));
}

/**
 * The records that may be published on a day, the same set where that is all of them, and what stays out. `whole` is the archive of all records. What stays out takes
 * with it the talks of an event, media files that nothing else names (those of withheld talks too), and people who are named by nothing else.
 */
export function publishedRecords(
  records: Records,
  whole: Archive,
  today: string | undefined,
): { records: Records; unpublished: Unpublished[] } {
  const unpublished: Unpublished[] = [];
  const keep = ({ file, record }: Filed<Publication>): boolean => {
    if (isPublished(record, today)) return true;
    unpublished.push({ file, ...(record.draft ? { reason: "draft" } : { reason: "embargo", from: record.publishFrom ?? "" }) });
    return false;
  };
  const events = records.events.filter(keep);
  const eventIds = new Set(events.map(({ id }) => id));
  const talks = records.talks.filter((talk) => {
    if (eventIds.has(talk.id.slice(0, talk.id.indexOf("/")))) return keep(talk);
    unpublished.push({ file: talk.file, reason: "event" });
    return false;
  });
  const papers = records.papers.filter(keep);
  const pages = records.pages.filter(keep);
  const talkIds = new Set(talks.map(({ id }) => id));
  const onlyUnpublished = new Set(
    whole.people.flatMap(({ record, appearances }) =>
      record && appearances.length > 0 && !appearances.some(({ talk }) => talkIds.has(talk.id)) ? [record.id] : [],
    ),
  );
  const shownTalks = new Set(talks.flatMap(({ id, record }) => (record.withheld ? [] : [id])));
  const authors = new Set(papers.flatMap(({ record }) => (record.authors ?? []).map(tidy)));
  const namesOf = new Map(
    whole.people.flatMap(({ record, appearances }) => {
      const names = appearances.flatMap(({ talk, name }) => (shownTalks.has(talk.id) ? [tidy(name)] : []));
      return record && names.length > 0 ? [[record.id, new Set(names)] as const] : [];
    }),
  );
  const speakers = records.speakers.flatMap((filed) => {
    if (!keep(filed)) return namesOf.has(filed.id) ? [nameAlone(filed, new Set([...(namesOf.get(filed.id) ?? []), ...authors]))] : [];
    if (!onlyUnpublished.has(filed.id)) return [filed];
    unpublished.push({ file: filed.file, reason: "talks" });
    return [];
  });
  const published = { ...records, events, talks, papers, pages, speakers };
  const still = mediaNamed({ speakers, talks: talks.map((talk) => (talk.record.withheld ? withoutContent(talk, "") : talk)) });
  const hidden = [...mediaNamed(records)].filter((path) => !still.has(path));
  if (unpublished.length + hidden.length === 0 && !talks.some(({ record }) => record.withheld)) return { records, unpublished };
  const media = new Map(records.media);
  for (const path of hidden) media.delete(path);
  return { records: withoutHidden({ ...published, media }, records, whole), unpublished };
}

/** A person whose record is not published but whose talks are: the same person, with no more than the names by which published records know them. */
function nameAlone({ id, file, record }: Filed<SpeakerRecord>, known: ReadonlySet<string>): Filed<SpeakerRecord> {
  const [name = record.name, ...aliases] = [record.name, ...(record.aliases ?? [])].filter((one) => known.has(tidy(one)));
  return { id, file, isAbridged: true, record: { name, ...(aliases.length > 0 && { aliases }) } };
}

/** The local files that records name. */
function mediaNamed({ talks, speakers }: Pick<Records, "talks" | "speakers">): Set<string> {
  const ofTalks = talks.flatMap(({ record }) => {
    const { small, videos } = mediaFilesOf(talkMediaOf(record));
    return [...small, ...videos];
  });
  return new Set([...ofTalks, ...speakers.flatMap(({ record }) => record.photo ?? [])]);
}

/** What may be shown of a withheld talk: that it was there, when and where. */
export function withoutContent(filed: Filed<TalkRecord>, title: string): Filed<TalkRecord> {
  const { date, endDate, start, end, duration, room, track, order, kind, language, formerUrls } = filed.record;
  const shown = { date, endDate, start, end, duration, room, track, order, language, formerUrls };
  const stated = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
  return { ...filed, isAbridged: true, record: { title, ...stated, kind, withheld: true } };
}
