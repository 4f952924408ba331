/** The page of an organization: whom it sent to which edition, and what it hosted. */
import { organizationDigest } from "../components/digests.ts";
import { type EventItem, eventItem } from "../components/event-item.ts";
import { organizationThing } from "../components/linked-data.ts";
import { type Link, link, type OutsideLink, outside } from "../components/links.ts";
import { cutIntoParts, type PartLink, TALKS_CUT } from "../components/parts.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Event, Organization, Person, Talk } from "../model/archive.ts";
import { membersOf, talksOf } from "../model/organizations.ts";
import { hostName, PATHS } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";

interface OrganizationView extends PageHead {
  size: string;
  otherNames: string | null;
  site: OutsideLink | null;
  parts: PartLink[];
  /** Talks by edition, the newest first. */
  editions: { event: Link; talks: TalkItem[] }[];
  people: (Link & { years: string })[];
  /** How many people are not named here. */
  morePeople: string | null;
  hosted: EventItem[];
}

const MOST_PEOPLE = 100;

export const organizationPages = grouped<OrganizationView>("organization", function* groups(archive) {
  for (const organization of archive.organizations)
    yield {
      id: organization.slug,
      key: () => organizationDigest(archive, organization),
      views: () => organizationViews(archive, organization),
    };
});

function organizationViews(archive: Archive, organization: Organization): OrganizationView[] {
  const { name, path, otherNames, term, hosted } = organization;
  const talks = talksOf(organization).toReversed();
  const people = membersOf(organization);
  const { count, list, organization: words, sections } = archive.words;
  const size = list.commas([
    people.length && count.speakers(people.length),
    talks.length && count.talks(talks.length),
    hosted.length && words.hosted(hosted.length),
  ]);
  return cutIntoParts(archive, talks, path, { ...TALKS_CUT, taken: 20 * Math.min(MOST_PEOPLE, people.length) }).map((part) => ({
    ...pageHead(archive, {
      path: part.path,
      title: `${name}${part.suffix}`,
      description: words.description({ name, archive: archive.site.record.name, size }),
      above: [link(archive, PATHS.organizations, sections.organizations)],
      section: PATHS.organizations,
      programs: { make: () => ({ things: [organizationThing(archive, organization)] }) },
    }),
    size,
    otherNames: otherNames.length ? words.otherNames(list.and(otherNames)) : null,
    site: term?.url === undefined ? null : outside(term.url, hostName(term.url)),
    parts: part.parts,
    editions: byEdition(archive, part.items),
    people: (part.number === 1 ? people.slice(0, MOST_PEOPLE) : []).map((person) => ({
      ...link(archive, person.path, person.name),
      years: list.commas(yearsAt(organization, person)),
    })),
    morePeople: part.number === 1 && people.length > MOST_PEOPLE ? words.morePeople(people.length - MOST_PEOPLE) : null,
    hosted: part.number === 1 ? hosted.toReversed().map((event) => eventItem(archive, event)) : [],
  }));
}

function byEdition(archive: Archive, talks: readonly Talk[]): OrganizationView["editions"] {
  const editions = new Map<Event, Talk[]>();
  for (const talk of talks) editions.set(talk.event, [talk, ...(editions.get(talk.event) ?? [])]);
  return [...editions].map(([event, list]) => ({
    event: link(archive, event.path, event.record.name),
    talks: list.map((talk) => talkItem(archive, talk)),
  }));
}

/** The years in which somebody was shown with the organization, as talks and the person's record tell. */
function yearsAt(organization: Organization, person: Person): string[] {
  const shown = organization.appearances.filter((appearance) => appearance.person === person).flatMap(({ talk }) => talk.event.year ?? []);
  const recorded = (person.record?.record.organizations ?? []).flatMap(({ seenIn = [] }, index) =>
    person.affiliations[index]?.some((part) => part.organization === organization) ? seenIn.map(String) : [],
  );
  return [...new Set([...shown, ...recorded])].sort();
}
