/** Digests of what pages and files are made of, by which a build tells that it need not make them again. */
import { relatedTalks } from "../model/related.ts";
import {
  type Archive,
  type Event,
  type Filed,
  isTalk,
  type NamePart,
  type Organization,
  type Paper,
  type Person,
  type Talk,
  type Topic,
} from "../model/archive.ts";
import { mediaOf } from "../model/media.ts";
import { sharedRecords } from "../model/shared-records.ts";
import { mediaFilesOf } from "../model/talk-media.ts";
import { widerTopics } from "../model/topics.ts";
import { digestOf } from "../text/digest.ts";
import type { Year } from "../model/years.ts";

/** Remembers the digest of a thing. */
function once<Thing extends object>(partsOf: (archive: Archive, thing: Thing) => unknown[]): (archive: Archive, thing: Thing) => string {
  const known = new WeakMap<Thing, string>();
  return (archive, thing) => {
    let answer = known.get(thing);
    if (answer === undefined) {
      answer = digestOf(partsOf(archive, thing));
      known.set(thing, answer);
    }
    return answer;
  };
}

const ofFile = (filed: Filed<unknown> | undefined) => filed && (filed.digest ?? filed.record);

/** A file and what was made of it, which stands for its bytes; of others, which nobody has read, how they look on the disk. */
function mediaState(archive: Archive, path: string | undefined): unknown {
  if (path === undefined) return null;
  const { bytes, looksLike, seen } = archive.media.get(path) ?? {};
  return [path, bytes, looksLike, archive.made.versions?.get(path) ?? seen];
}

const ofArchive = (partsOf: (archive: Archive) => unknown[]) => {
  const digest = once<Archive>(partsOf);
  return (archive: Archive) => digest(archive, archive);
};

/** The site record, the words of the archive's own, and the address of the site. */
export const siteDigest = ofArchive((archive) => [ofFile(archive.site), ofFile(archive.ownWords), archive.site.base]);

/** What copies of all record files depend on beside them: the records that all events share, and the names that must not be told. */
export const sharedDigest = ofArchive((archive) => [
  sharedRecords(archive).map(ofFile),
  archive.hidden && digestOf([[...archive.hidden.runs].sort()]),
]);

/** Whatever is said of a talk anywhere: its record, those of its event and speakers, its topics and media. */
export const talkDigest = once<Talk>((archive, talk) => {
  const speakers = talk.speakers.map(({ person }) => [person.slug, person.name, ofFile(person.record)]);
  const topics = talk.topics.map(({ slug, name }) => [slug, name]);
  const organizations = talk.speakers.map(({ affiliation }) => organizationNames(affiliation));
  const photos = talk.speakers.map(({ person }) => person.record?.record.photo);
  const { small, videos } = mediaFilesOf(talk);
  const files = [...small, ...videos, ...photos];
  const media = files.map((file) => mediaState(archive, file));
  return [siteDigest(archive), talk.id, ofFile(talk), ofFile(talk.event), speakers, topics, talk.keywords, organizations, media];
});

/** An event and all its talks. */
export const eventDigest = once<Event>((archive, event) => [
  siteDigest(archive),
  event.id,
  ofFile(event),
  ofFile(event.postponedTo),
  organizationNames(event.hosts),
  mediaOf(archive, event).map(({ path }) => mediaState(archive, path)),
  talkDigests(archive, event.talks),
]);

/** A person and all their talks. */
export const personDigest = once<Person>((archive, person) => {
  const photo = person.record?.record.photo;
  return [
    siteDigest(archive),
    person.slug,
    person.name,
    ofFile(person.record),
    person.affiliations.map(organizationNames),
    mediaState(archive, photo),
    talkDigests(archive, talksOf(person)),
  ];
});

/** A topic with all its talks and papers. */
export const topicDigest = once<Topic>((archive, topic) => {
  const papers = topic.papers.map(paperParts);
  const { slug, name, otherNames, term, narrower } = topic;
  const around = [...widerTopics(topic), ...narrower].map((other) => [other.slug, other.name, other.talks.length, other.papers.length]);
  return [siteDigest(archive), slug, name, otherNames, term, around, papers, talkDigests(archive, topic.talks)];
});

/** An organization with all talks, people and events that name it. */
export const organizationDigest = once<Organization>((archive, { slug, name, otherNames, term, appearances, recorded, hosted }) => {
  const people = [...appearances.map(({ person }) => person), ...recorded].map((person) => personDigest(archive, person));
  const events = hosted.map((event) => eventDigest(archive, event));
  return [siteDigest(archive), slug, name, otherNames, term, people, events];
});

/** The papers of a year; its editions have digests of their own. */
export function yearDigest(archive: Archive, { year, papers }: Year): string {
  return digestOf([siteDigest(archive), year, papers.map((paper) => paperParts(paper))]);
}

/** All records and media of an archive. */
export const archiveDigest = ofArchive((archive) => [
  siteDigest(archive),
  archive.events.map((event) => eventDigest(archive, event)),
  archive.people.map((person) => personDigest(archive, person)),
  archive.topics.map((topic) => topicDigest(archive, topic)),
  Object.values(archive.vocabularies).map((vocabulary: Filed<unknown>) => ofFile(vocabulary)),
  [...archive.papers, ...archive.pages].map((filed) => [filed.id, ofFile(filed)]),
  [...archive.media.keys()].map((path) => mediaState(archive, path)),
]);

/** Several talks in their order. */
export function talkDigests(archive: Archive, talks: readonly (Talk | undefined)[]): string {
  return talks.map((talk) => (talk ? talkDigest(archive, talk) : "")).join(" ");
}

/** All that the page of a talk can show: the talk, its neighbours, the other talks of its speakers, and those related to it. */
export function talkPageDigest(archive: Archive, talk: Talk, neighbours: readonly (Talk | undefined)[]): string {
  const people = talk.speakers.map(({ person }) => personDigest(archive, person));
  const named = [talk.postponedTo, talk.continues, ...talk.continuedBy, ...talk.alsoGivenAt].flatMap((other) => other ?? []);
  const namedTalks = named.map((other) => (isTalk(other) ? other : undefined));
  const namedEvents = named.map((other) => ofFile(isTalk(other) ? other.event : other));
  const talks = [talk, ...neighbours, undefined, ...relatedTalks(archive, talk), undefined, ...namedTalks];
  return [talkDigests(archive, talks), digestOf(namedEvents), ...people].join(" ");
}

function talksOf(person: Person): Talk[] {
  return person.appearances.map((appearance) => appearance.talk);
}

function paperParts(paper: Paper): unknown[] {
  return [paper.id, ofFile(paper), paper.topics.map(({ slug, name }) => [slug, name])];
}

function organizationNames(parts: readonly NamePart[]): unknown[] {
  return parts.map(({ text, organization }) => [text, organization?.slug]);
}
