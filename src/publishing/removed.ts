/** What was removed for good: its pages, and the addresses below them. */
import { addressOf } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import type { AddressesRecord } from "../model/records/changes.ts";
import { decodedPath, href, outputFile, PATHS } from "../model/urls.ts";

/** An entry of `removed` in `addresses.yaml`. */
export type Removed = NonNullable<AddressesRecord["removed"]>[number];

/** All that was removed, in the order of the record. */
export function removedOf({ vocabularies }: Archive): readonly Removed[] {
  return vocabularies.addresses?.record.removed ?? [];
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
