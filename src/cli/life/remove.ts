/** The removal of records and media files: the file and what names it, a note at every address that goes with it, what imports remember. */
import { relative } from "node:path";
import { mapValues } from "../../intake/import-state.ts";
import { fieldOf, ID_FIELDS } from "../../model/change-texts.ts";
import type { Archive, Event, Talk } from "../../model/archive.ts";
import { namedMedia } from "../../model/media.ts";
import { enumerate } from "../../text/wording.ts";
import { commandName } from "../../text/commands.ts";
import { UsageError } from "../options.ts";
import type { Life } from "./archive.ts";
import { changeIds, changeTexts, MEDIA_FIELDS } from "./references.ts";
import type { Kind } from "./rename.ts";

/** The day and the reason of a removal, as readers see them. */
export interface Reason {
  date: string;
  reason: string | undefined;
}

/** What imports remember of a removed talk: enough to know it again. */
const KNOWN_BY = ["title", "date", "start", "room"];

/** Decides all changes of a removal. */
export function remove(life: Life, kind: Kind, name: string, reason: Reason): void {
  const { archive } = life;
  const unknown = (): never => {
    throw new UsageError(`There is no ${kind} \`${name}\`; nothing was changed.`);
  };
  if (kind === "talk") removeTalks(life, [archive.talks.find(({ id }) => id === name) ?? unknown()], reason);
  else if (kind === "event") removeEvent(life, archive.events.find(({ id }) => id === name) ?? unknown(), reason);
  else if (kind === "speaker") removeSpeaker(life, name, reason, unknown);
  else if (kind === "media") removeMedia(life, archive.media.has(name) ? name : unknown());
  else {
    const page = archive.pages.find(({ id }) => id === name);
    const found = kind === "paper" ? archive.papers.find(({ id }) => id === name) : page;
    life.edits.remove((found ?? unknown()).file);
    if (kind === "page" && page) note(life, [page.path, ...(page.record.formerUrls ?? [])], reason);
  }
  dropMedia(life);
  noteVanishing(life, reason);
}

function removeTalks(life: Life, talks: readonly Talk[], reason: Reason): void {
  for (const { file } of talks) life.edits.remove(file);
  note(
    life,
    talks.flatMap(({ path, record }) => [path, ...(record.formerUrls ?? [])]),
    reason,
  );
  const ids = new Set(talks.map(({ id }) => id));
  changeIds(life, ID_FIELDS.talk, (id) => (ids.has(id) ? undefined : id));
  const shorten = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).filter(([key]) => KNOWN_BY.includes(key)));
  life.changeImports((ledger, event) => ({
    ...ledger,
    sources: mapValues(ledger.sources, (source) => ({
      ...source,
      talks: mapValues(source.talks, (entry, name) => (ids.has(`${event}/${name}`) ? { ...entry, record: shorten(entry.record) } : entry)),
    })),
  }));
}

function removeEvent(life: Life, event: Event, reason: Reason): void {
  removeTalks(life, event.talks, reason);
  life.edits.remove(event.file);
  note(life, [event.path, ...(event.record.formerUrls ?? [])], reason);
  changeIds(life, ID_FIELDS.event, (id) => (id === event.id ? undefined : id));
}

function removeSpeaker(life: Life, slug: string, reason: Reason, unknown: () => never): void {
  const person = life.archive.people.find((one) => one.slug === slug) ?? unknown();
  const talks = [...new Set(person.appearances.map(({ talk }) => talk.id))];
  if (talks.length > 0)
    throw new UsageError(
      `${person.name} is named in ${enumerate(talks.slice(0, 5))}${talks.length > 5 ? ` and ${talks.length - 5} more` : ""}, which make a page of the person with or without a record. To take the name out of all of the archive, run \`${commandName("forget-person")} ${slug}\`; nothing was changed.`,
    );
  if (person.record) life.edits.remove(person.record.file);
  note(life, [person.path, ...(person.record?.record.formerUrls ?? [])], reason);
  changeIds(life, ID_FIELDS.speaker, (id) => (id === slug ? undefined : id));
}

/** Takes a media file away, and the fields that name it. */
export function removeMedia(life: Life, path: string): void {
  life.edits.remove(life.media(path));
  const fields: readonly string[] = MEDIA_FIELDS;
  changeTexts(life, (text, field) => (text === path && fields.includes(fieldOf(field)) ? undefined : text));
  life.changeAddresses(({ movedMedia = [], ...rest }) => ({ ...rest, movedMedia: movedMedia.filter(({ to }) => to !== path) }));
}

/** Media files that only what was removed named, such as the captions of a video, go with it, also where they got another name. */
export function dropMedia(life: Life): void {
  const [before, after] = [namedMedia(life.archive), namedMedia(life.after())];
  for (const path of [...before].sort()) {
    const file = life.media(path);
    const now = relative(life.media(""), life.edits.placeOf(file)).replaceAll("\\", "/");
    if (!after.has(now) && life.archive.media.has(path) && !life.edits.isRemoved(file)) removeMedia(life, path);
  }
}

/** Notes every address that goes away with what was removed. */
export function noteVanishing(life: Life, reason: Reason, isNoted: (path: string) => boolean = () => true): Archive {
  const after = life.after();
  const paths = life.vanishing(after).filter(isNoted);
  if (paths.length === 0) return after;
  note(life, paths, reason);
  return life.after();
}

/** Notes addresses that answer no more. */
export function note(life: Life, paths: readonly string[], { date, reason }: Reason): void {
  life.changeAddresses(({ removed = [], ...rest }) => {
    const known = new Set(removed.map(({ path }) => path));
    // Nothing is told of what was never published.
    const more = [...new Set(paths)]
      .filter((path) => !known.has(path) && !life.isSecret(path))
      .map((path) => ({ path, date, ...(reason !== undefined && { reason }) }));
    return { ...rest, removed: [...removed, ...more].sort((a, b) => (a.path < b.path ? -1 : 1)) };
  });
}
