/** The rule that every page has an address of its own, on hosts that do not tell capitals apart too. */
import { ignoredPaths } from "../publishing/moved.ts";
import type { Archive, Filed } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { addressOf, FIXED_PATHS, ownAddress, RESERVED_TALKS, reservedFolder } from "../model/addresses.ts";
import { isWindowsName } from "../model/records/addresses.ts";
import { foldersOf } from "../text/folders-of.ts";
import { hasSeriesPages } from "../model/series.ts";
import { aliasSlugs } from "../model/vocabulary.ts";
import { madeOfRecords, removedOf } from "../publishing/removed.ts";
import { listPartPath, mediaPath, organizationPath, outputFile, PATHS, seriesPath, topicPath } from "../model/urls.ts";

interface Claim {
  path: string;
  what: string;
  /** The record that claims it; none for what every archive has. */
  file: string | undefined;
  field: FieldPath;
  /** What an editor can do about it. */
  hint: string;
  /** Whether it may lie anywhere, as the address of an older site may, so that it could meet folders and files of the archive's own. */
  anywhere?: true;
}

/** What came again with what records say, though `addresses.yaml` tells that it was removed. What is there counts. */
export function removedAgain(archive: Archive): Finding[] {
  const { addresses } = archive.vocabularies;
  if (!addresses?.record.removed) return [];
  const made = madeOfRecords(archive);
  return addresses.record.removed.flatMap(({ path }, index) =>
    made.has(path)
      ? {
          rule: "removed-again",
          severity: "warning",
          file: addresses.file,
          path: ["removed", index, "path"],
          message: `\`${path}\` was removed, and is there again: it is ${made.get(path)}.`,
          hint: "Delete the entry here. If it should not be there, take what makes it out of the records.",
        }
      : [],
  );
}

export function addressClash(archive: Archive): Finding[] {
  const taken = new Map<string, Claim>();
  const folders = new Map<string, Claim>();
  const findings: Finding[] = [];
  for (const claim of claims(archive)) {
    const key = outputFile(claim.path).toLowerCase();
    const device = key.split("/").find(isWindowsName);
    // Names of files are refused before.
    if (device !== undefined && (claim.file === undefined || claim.field.length > 0))
      findings.push(refusedByWindows(claim, claim.file ?? archive.site.file, device));
    let other = taken.get(key) ?? folders.get(key);
    for (const folder of foldersOf(key)) other ??= taken.get(folder);
    if (claim.anywhere) other ??= ownClaim(archive, claim.path);
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

/** An address that follows from a name as it is published, of a person, a topic or an organization. */
function refusedByWindows(claim: Claim, file: string, device: string): Finding {
  return {
    rule: "windows-name",
    severity: "warning",
    file,
    path: claim.field,
    message: `Windows takes no folder of the name \`${device}\`, as in the address \`${claim.path}\` of ${claim.what}.`,
    hint: "On Windows the site cannot be built, nor a copy of it be kept. If it should be, spell the name out; for a person write a record of another file name and name it with `person:`.",
  };
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

/** The claim of every archive on a whole folder, or on a page or file of an event or a talk. */
function ownClaim(archive: Archive, path: string): Claim | undefined {
  const folder = reservedFolder(path);
  if (folder !== undefined) return { ...SYSTEM, path: folder, what: "the archive's own pages and files" };
  const found = ownAddress(path);
  if (!found) return undefined;
  const { address, variables } = found;
  const name = nameOf(archive, variables);
  return { ...SYSTEM, path: found.path, what: `${address.what}${name === undefined ? "" : ` of ${name}`}` };
}

/** The event or the talk that the variables of an address name. */
function nameOf({ events, talks }: Archive, { event, talk }: Readonly<Record<string, string>>): string | undefined {
  if (event === undefined) return undefined;
  if (talk === undefined) return `“${events.find(({ id }) => id === event)?.record.name ?? event}”`;
  return `the talk “${talks.find(({ id }) => id === `${event}/${talk}`)?.title ?? talk}”`;
}

const RENAME = "Rename the file; its name is the address.";
const JOIN_NAMES =
  "If it is one person, join the spellings with `aliases` in a speaker record; if not, give one of them a record and name it with `person:`.";
const DELETE_FORMER = "Delete the former address here, or in the other record.";

/** What every archive has; nobody can rename it. */
const SYSTEM = { what: "a page that every archive has", file: undefined, field: [], hint: "" };

function* claims(archive: Archive): Generator<Claim> {
  const own = (path: string): Claim => ({ ...SYSTEM, path });
  // An archive without papers has no list of them.
  for (const path of FIXED_PATHS) if (path !== PATHS.papers || archive.papers.length > 0) yield own(path);
  for (const event of archive.events)
    yield { path: event.path, what: `the event “${event.record.name}”`, file: event.file, field: [], hint: RENAME };
  for (const talk of archive.talks) {
    if (RESERVED_TALKS.has(talk.slug)) continue;
    if (/^\d+$/.test(talk.slug)) yield* partOfList(talk.path);
    yield { path: talk.path, what: `the talk “${talk.title}”`, file: talk.file, field: [], hint: RENAME };
  }
  for (const page of archive.pages)
    yield { path: page.path, what: `the page “${page.record.title}”`, file: page.file, field: [], hint: RENAME, anywhere: true };
  for (const person of archive.people) {
    const first = person.appearances[0];
    const index = first?.talk.speakers.findIndex((speaker) => speaker.person === person) ?? 0;
    const field = person.record || !first ? [] : first.talk.record.speakers ? ["speakers", index, "name"] : ["speaker"];
    yield { path: person.path, what: `the speaker ${person.name}`, file: person.record?.file ?? first?.talk.file, field, hint: JOIN_NAMES };
  }
  yield* seriesClaims(archive);
  for (const topic of archive.topics) yield { ...own(topic.path), what: `the topic “${topic.name}”` };
  for (const { path, name } of archive.organizations) yield { ...own(path), what: `the organization “${name}”` };
  yield* aliasClaims(archive);
  for (const media of archive.media.keys()) yield { ...own(mediaPath(media)), what: `the file \`${media}\` in \`assets/media/\`` };
  yield* formerClaims(archive);
  yield* recordedClaims(archive);
}

/** A further part of a long list, where the page of a record would be: the list may grow so long. */
function* partOfList(path: string): Generator<Claim> {
  const address = addressOf(path)?.address;
  if (address?.owner === "archive") yield { ...SYSTEM, path, what: address.what };
}

/** Each series has a place in the list of events. Of many events it has a page, and it and the list of all series may have further parts. */
function* seriesClaims(archive: Archive): Generator<Claim> {
  const hasPages = hasSeriesPages(archive);
  if (hasPages) yield* partOfList(listPartPath(PATHS.series, 2));
  const { record, file } = archive.site;
  for (const [index, { id, name }] of (record.series ?? []).entries()) {
    const path = hasPages ? seriesPath(id) : `${PATHS.events}#${id}`;
    const claim = { path, what: `the series “${name}”`, file, field: ["series", index, "id"], hint: "Give the series another id." };
    yield claim;
    if (hasPages) yield { ...claim, path: `${path}2/`, what: `a part of the series “${name}”` };
  }
}

/** Other words for topics and organizations lead on from where their own pages would be. */
function* aliasClaims({ topics, organizations, vocabularies }: Archive): Generator<Claim> {
  for (const path of ignoredPaths(vocabularies.topics?.record.notTopics, topicPath))
    yield { ...SYSTEM, path, what: "a word that is no topic (`notTopics`)" };
  for (const path of ignoredPaths(vocabularies.organizations?.record.notOrganizations, organizationPath))
    yield { ...SYSTEM, path, what: "a word that is no organization (`notOrganizations`)" };
  for (const { term, name } of topics)
    for (const word of term ? aliasSlugs(term) : [])
      yield { ...SYSTEM, path: topicPath(word), what: `another word for the topic “${name}”` };
  for (const { term, name } of organizations)
    for (const word of term ? aliasSlugs(term) : [])
      yield { ...SYSTEM, path: organizationPath(word), what: `another name of the organization “${name}”` };
}

function* formerClaims(archive: Archive): Generator<Claim> {
  for (const event of archive.events) yield* formerOf(event, event.record.name);
  for (const talk of archive.talks) yield* formerOf(talk, talk.title);
  for (const { record, name } of archive.people) if (record) yield* formerOf(record, name);
  for (const page of archive.pages) yield* formerOf(page, page.record.title);
}

function* formerOf({ file, record }: Filed<{ formerUrls?: string[] | undefined }>, name: string): Generator<Claim> {
  for (const [index, path] of (record.formerUrls ?? []).entries())
    yield { path, what: `a former page of “${name}”`, file, field: ["formerUrls", index], hint: DELETE_FORMER, anywhere: true };
}

/** What `addresses.yaml` says of addresses. */
function* recordedClaims(archive: Archive): Generator<Claim> {
  const { addresses } = archive.vocabularies;
  if (!addresses) return;
  const { file, record } = addresses;
  const hint = "Delete the entry here, if it is there again; or give the other another address.";
  const counts = new Set(removedOf(archive));
  for (const [index, one] of (record.removed ?? []).entries()) {
    if (!counts.has(one)) continue;
    const claim = { path: one.path, what: "what was removed", file, field: ["removed", index, "path"], hint };
    const owner = addressOf(one.path)?.address.owner;
    yield owner === "former" || owner === "page" ? { ...claim, anywhere: true } : claim;
  }
  for (const [index, { from }] of (record.movedMedia ?? []).entries())
    yield { path: mediaPath(from), what: "the former name of a media file", file, field: ["movedMedia", index, "from"], hint };
}
