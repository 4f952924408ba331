/** The rule that every page has an address of its own, on hosts that do not tell capitals apart too. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { RESERVED_TALKS } from "../model/records/talk.ts";
import { aliasSlugs } from "../model/vocabulary.ts";
import {
  agendaPath,
  eventCalendarPath,
  eventFeedPath,
  HEADERS,
  mediaPath,
  organizationPath,
  outputFile,
  OWN_FOLDERS,
  PATHS,
  REDIRECTS,
  schedulePath,
  slidesZipPath,
  talkCalendarPath,
  topicPath,
} from "../model/urls.ts";

interface Claim {
  path: string;
  what: string;
  /** The record that claims it; none for what every archive has. */
  file: string | undefined;
  field: FieldPath;
  /** What an editor can do about it. */
  hint: string;
  /** An address of an older site, which may lie anywhere. */
  former?: true;
}

/** Files beside the pages of events and talks. */
const OWN_FILES = /^\/events\/[^/]+\/((archive\.zip|event\.json|linkset\.json|talks\.csv)|([^/]+)\/\3\.(bib|ris|csl\.json))$/i;

export function addressClash(archive: Archive): Finding[] {
  const taken = new Map<string, Claim>();
  const folders = new Map<string, Claim>();
  const findings: Finding[] = [];
  for (const claim of claims(archive)) {
    const key = outputFile(claim.path).toLowerCase();
    let other = taken.get(key) ?? folders.get(key);
    for (const folder of foldersOf(key)) other ??= taken.get(folder);
    if (claim.former) other ??= ownFolder(claim.path);
    if (other) {
      if (claim.file !== undefined) findings.push(clash(claim, claim.file, other));
      continue;
    }
    taken.set(key, claim);
    for (const folder of foldersOf(key)) {
      if (folders.has(folder)) break;
      folders.set(folder, claim);
    }
  }
  return findings;
}

function clash(claim: Claim, file: string, other: Claim): Finding {
  const elsewhere = other.file !== undefined && other.file !== file ? ` The other is in ${other.file}.` : "";
  const same = other.path === claim.path;
  return {
    rule: "address-clash",
    severity: "error",
    file,
    path: claim.field,
    message: `The address \`${claim.path}\` of ${claim.what} ${same ? "is already that of" : `cannot stand beside \`${other.path}\` of`} ${other.what}.`,
    hint: `${claim.hint}${elsewhere}`,
  };
}

/** The claim of every archive on a whole folder, or on a file of an event or a talk. */
function ownFolder(path: string): Claim | undefined {
  const [folder] = OWN_FOLDERS.exec(path) ?? OWN_FILES.exec(path) ?? [];
  return folder === undefined
    ? undefined
    : { path: folder, what: "the archive's own pages and files", file: undefined, field: [], hint: "" };
}

/** The folders that a file of the site lies in, the innermost first. */
function* foldersOf(file: string): Generator<string> {
  for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) yield file.slice(0, end);
}

const RENAME = "Rename the file; its name is the address.";
const JOIN_NAMES =
  "If it is one person, join the spellings with `aliases` in a speaker record; if not, give one of them a record and name it with `person:`.";
const DELETE_FORMER = "Delete the former address here, or in the other record.";

/** What every archive has; nobody can rename it. */
const SYSTEM = { what: "a page that every archive has", file: undefined, field: [], hint: "" };

function* claims(archive: Archive): Generator<Claim> {
  const own = (path: string): Claim => ({ ...SYSTEM, path });
  for (const path of new Set([
    ...Object.values(PATHS),
    ...Object.values(REDIRECTS),
    ...Object.values(HEADERS),
    "/sitemap.xml",
    "/robots.txt",
    "/admin/",
    "/search/",
    "/accessibility/",
  ]))
    yield own(path);
  for (const event of archive.events) {
    const of = `“${event.record.name}”`;
    yield { path: event.path, what: `the event ${of}`, file: event.file, field: [], hint: RENAME };
    yield { ...own(agendaPath(event.id)), what: `the agenda of ${of}` };
    yield { ...own(slidesZipPath(event.id)), what: `the slides of ${of}` };
    for (const path of [eventCalendarPath(event.id), schedulePath(event.id, "xml"), schedulePath(event.id, "json")])
      yield { ...own(path), what: `the programme of ${of}` };
    yield { ...own(eventFeedPath(event.id)), what: `the feed of ${of}` };
  }
  for (const talk of archive.talks) {
    if (RESERVED_TALKS.has(talk.slug)) continue;
    yield { path: talk.path, what: `the talk “${talk.title}”`, file: talk.file, field: [], hint: RENAME };
    yield { ...own(talkCalendarPath(talk.event.id, talk.slug)), what: `the calendar of the talk “${talk.title}”` };
  }
  for (const page of archive.pages)
    yield { path: page.path, what: `the page “${page.record.title}”`, file: page.file, field: [], hint: RENAME };
  for (const person of archive.people) {
    const first = person.appearances[0];
    const index = first?.talk.speakers.findIndex((speaker) => speaker.person === person) ?? 0;
    const field = person.record || !first ? [] : first.talk.record.speakers ? ["speakers", index, "name"] : ["speaker"];
    yield { path: person.path, what: `the speaker ${person.name}`, file: person.record?.file ?? first?.talk.file, field, hint: JOIN_NAMES };
  }
  for (const topic of archive.topics) yield { ...own(topic.path), what: `the topic “${topic.name}”` };
  for (const { path, name } of archive.organizations) yield { ...own(path), what: `the organization “${name}”` };
  yield* aliasClaims(archive);
  for (const media of archive.media.keys()) yield { ...own(mediaPath(media)), what: `the file \`${media}\` in \`assets/media/\`` };
  yield* formerClaims(archive);
}

/** Other words for topics and organizations lead on from where their own pages would be. */
function* aliasClaims({ topics, organizations }: Archive): Generator<Claim> {
  for (const { term, name } of topics)
    for (const word of term ? aliasSlugs(term) : [])
      yield { ...SYSTEM, path: topicPath(word), what: `another word for the topic “${name}”` };
  for (const { term, name } of organizations)
    for (const word of term ? aliasSlugs(term) : [])
      yield { ...SYSTEM, path: organizationPath(word), what: `another name of the organization “${name}”` };
}

function* formerClaims(archive: Archive): Generator<Claim> {
  const records = [
    ...archive.events.map((event) => ({ ...event, of: event.record.name })),
    ...archive.talks.map((talk) => ({ ...talk, of: talk.title })),
    ...archive.people.flatMap(({ record, name }) => (record ? [{ ...record, of: name }] : [])),
    ...archive.pages.map((page) => ({ ...page, of: page.record.title })),
  ];
  for (const { file, record, of } of records)
    for (const [index, path] of (record.formerUrls ?? []).entries())
      yield { path, what: `a former page of “${of}”`, file, field: ["formerUrls", index], hint: DELETE_FORMER, former: true };
}
