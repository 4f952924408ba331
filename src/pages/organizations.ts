/** The list of organizations from A to Z. */
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, namesCut, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Organization } from "../model/archive.ts";
import { membersOf, talksOf, yearsOf } from "../model/organizations.ts";
import { dataPath, listPartPath, PATHS } from "../model/urls.ts";
import { addTo } from "../text/add-to.ts";
import { fold, isAlphabetic, letterOf } from "../text/fold.ts";
import type { PageKind } from "./page-kind.ts";

interface OrganizationItem extends Link {
  facts: string;
}

interface OrganizationsView extends PageHead {
  lead: string;
  /** Those with the most talks, where the list is long. */
  largest: (Link & { size: number })[];
  parts: PartLink[];
  groups: { id: string; letter: string; organizations: OrganizationItem[] }[];
}

/** A list that is longer than this is worth a look at its largest. */
const LONG = 20;
const LARGEST = 10;

export const organizationsPages: PageKind<OrganizationsView> = {
  name: "organizations",
  *views(archive) {
    const words = archive.words.organizations;
    const organizations = archive.organizations.length;
    const largest = archive.organizations
      .map((organization) => ({ ...link(archive, organization.path, organization.name), size: talksOf(organization).length }))
      .filter(({ size }) => size > 0)
      .sort((a, b) => b.size - a.size)
      .slice(0, LARGEST);
    const cut = {
      ...namesCut<Organization>(({ name }) => name.length + 30),
      restPath: (number: number) => listPartPath(PATHS.organizations, number),
    };
    const sorted = archive.organizations
      .map((organization) => ({ organization, by: sortName(organization) }))
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
      .map(({ organization }) => organization);
    for (const part of cutIntoParts(archive, sorted, PATHS.organizations, cut)) {
      const letters = new Map<string, Organization[]>();
      for (const organization of part.items) {
        const letter = labelOf(archive, organization);
        addTo(letters, letter, organization);
      }
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `${words.title}${part.suffix}`,
          description: words.description({ organizations, archive: archive.site.record.name }),
          data: dataPath("organizations"),
        }),
        lead: words.lead(organizations),
        largest: part.number === 1 && organizations > LONG ? largest : [],
        parts: part.parts,
        groups: [...letters].map(([letter, list], index) => ({
          id: `letter-${index + 1}`,
          letter,
          organizations: list.map((organization) => organizationItem(archive, organization)),
        })),
      };
    }
  },
};

const beginsWithDigit = (name: string) => /^\P{L}*\d/u.test(name);

/** Digits first, then the letters of the Latin alphabet, then those of others; what begins with none of these comes last. */
function sortName({ name, slug }: Organization): string {
  if (isAlphabetic(name)) return fold(name);
  if (letterOf(name, slug)) return slug;
  return `${beginsWithDigit(name) ? " " : "\uffff"}${slug}`;
}

function labelOf({ words }: Archive, organization: Organization): string {
  const { name } = organization;
  return letterOf(name, sortName(organization)) ?? (beginsWithDigit(name) ? "0–9" : words.speakers.otherLetter);
}

function organizationItem(archive: Archive, organization: Organization): OrganizationItem {
  const [people, talks, years] = [membersOf(organization).length, talksOf(organization).length, yearsOf(organization)];
  const [first, last] = [years[0], years.at(-1)];
  const { count, list, organizations: words } = archive.words;
  const facts = list.commas([
    people && count.speakers(people),
    talks && count.talks(talks),
    organization.hosted.length && words.hosted(organization.hosted.length),
    first !== undefined && (first === last ? first : `${first}–${last}`),
  ]);
  // A number stays with its noun.
  return { ...link(archive, organization.path, organization.name), facts: facts.replace(/(\d) /g, "$1\u00a0") };
}
