/** What was removed for good: its pages, and the addresses below them. */
import { addressOf } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import type { AddressesRecord } from "../model/records/changes.ts";
import { slidesOf } from "../model/slides.ts";
import { decodedPath, eventCalendarPath, href, outputFile, PATHS, schedulePath, slidesZipPath, yearPath } from "../model/urls.ts";
import { hasKnownDay } from "../model/when.ts";
import { yearsOf } from "../model/years.ts";

/** An entry of `removed` in `addresses.yaml`. */
export type Removed = NonNullable<AddressesRecord["removed"]>[number];

/** All that was removed and is not there again, in the order of the record. */
export function removedOf(archive: Archive): readonly Removed[] {
  const { removed = [] } = archive.vocabularies.addresses?.record ?? {};
  if (removed.length === 0) return removed;
  const again = madeOfRecords(archive);
  return removed.filter(({ path }) => !again.has(path));
}

/** What is of no record of its own, and comes and goes with what records say: pages and files of events by their addresses, each with what it is. */
export function madeOfRecords(archive: Archive): Map<string, string> {
  const { events, people, topics, organizations, papers } = archive;
  return new Map([
    ...people.flatMap(({ path, name, record }) => (record ? [] : [[path, `the speaker ${name}`] as const])),
    ...topics.map(({ path, name }) => [path, `the topic “${name}”`] as const),
    ...organizations.map(({ path, name }) => [path, `the organization “${name}”`] as const),
    ...yearsOf(archive).map(({ year }) => [yearPath(year), `the year ${year}`] as const),
    ...(papers.length > 0 ? [[PATHS.papers, "the list of papers"] as const] : []),
    ...events.flatMap((event) => {
      const calendar = hasKnownDay(event) ? [eventCalendarPath(event.id)] : [];
      const schedule = calendar.length > 0 && event.record.timezone !== undefined ? [schedulePath(event.id, "xml")] : [];
      const zip = slidesOf(archive, event).fitting.length > 0 ? [slidesZipPath(event.id)] : [];
      return [...calendar, ...schedule, ...zip].map((path) => [path, `a file of the event “${event.record.name}”`] as const);
    }),
  ]);
}

/** Whether a page can say there that it was removed; a file such as a PDF can say nothing. */
export function hasTombstone({ path }: Pick<Removed, "path">): boolean {
  const address = addressOf(path)?.address;
  return address?.owner !== "media" && /\.html?$/.test(outputFile(path));
}

/** `/`, `/events/` and so on, down to that in which an address is. */
export const foldersAbove = (address: string) => [...address.slice(0, -1).matchAll(/\//g)].map(({ index }) => address.slice(0, index + 1));

/** Whether an address went away with something that was removed: a file, or what was below a page. */
export function wentWith(removed: readonly Pick<Removed, "path">[]): (address: string) => boolean {
  const files = new Set(removed.filter((one) => !hasTombstone(one)).map(({ path }) => path));
  const folders = new Set(removed.filter((one) => hasTombstone(one) && one.path.endsWith("/")).map(({ path }) => path));
  return (address) => files.has(address) || foldersAbove(address).some((folder) => folders.has(folder));
}

/** An address that a server answers with 410, as it sees it. */
export interface Gone {
  /** The path, decoded; that of a folder stands for all that was below it, where `below` says so. */
  path: string;
  below: boolean;
  /** The page that says so; that of lost addresses where there is none. */
  page: string;
  /** Whether there is a page that says so. */
  hasPage: boolean;
}

/** All addresses that are gone, those that say most first. All paths are under the prefix of the site. */
export function goneAddresses(archive: Archive): Gone[] {
  const { base } = archive.site;
  const exact: Gone[] = [];
  const below: Gone[] = [];
  for (const one of removedOf(archive)) {
    const hasPage = hasTombstone(one);
    const page = decodedPath(href(base, hasPage ? `/${outputFile(one.path)}` : PATHS.notFound));
    const path = decodedPath(href(base, one.path));
    exact.push({ path, below: false, page, hasPage });
    if (!hasPage || !one.path.endsWith("/")) continue;
    exact.push({ path: path.slice(0, -1), below: false, page, hasPage });
    if (/^(event|talk)$/.test(addressOf(one.path)?.address.owner ?? "")) below.push({ path, below: true, page, hasPage });
  }
  return [...exact, ...below.sort((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1))];
}
