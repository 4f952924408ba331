/** Owns the ways into the whole archive that every page offers. */
import type { Archive } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { yearsOf } from "../model/years.ts";
import { type Link, link } from "./links.ts";

/** The lists and overviews of the archive, each only where its page is there. */
export function waysIn(archive: Archive): Link[] {
  const ways: [label: string, path: string, isThere?: boolean][] = [
    ["Events", PATHS.events],
    ["Presentations", PATHS.presentations],
    ["Speakers", PATHS.speakers],
    ["Topics", PATHS.topics],
    ["Organizations", PATHS.organizations, archive.organizations.length > 0],
    ["Years", PATHS.years, yearsOf(archive).length > 0],
    ["Papers", PATHS.papers, archive.papers.length > 0],
    ["Explore", PATHS.explore, archive.events.length > 0],
  ];
  return ways.flatMap(([label, path, isThere = true]) => (isThere ? [link(archive, path, label)] : []));
}
