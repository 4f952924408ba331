/** Linked data on pages: JSON-LD in the words of https://schema.org, and the only place where it becomes text. */
import type { Archive, Event, Organization, Person, Prose, Talk } from "../model/archive.ts";
import type { Status } from "../model/status.ts";
import { cut } from "../text/cut.ts";
import { licenceAddress } from "../text/licences.ts";
import { isOrganization } from "../text/person-names.ts";
import { placeOf } from "../model/place.ts";
import { absolute, dataPath, mediaPath, PATHS } from "../model/urls.ts";
import type { Link } from "./links.ts";

/** A thing with its properties; what is undefined is left out. */
export type Thing = Record<string, unknown>;

/** A page and things are not the same: each thing has a name of its own below the address of its page. */
export const thingId = (archive: Archive, path: string, thing: string) => `${absolute(archive.site.base, path)}#${thing}`;
export const eventId = (archive: Archive, event: Event) => thingId(archive, event.path, "event");
export const personId = (archive: Archive, person: Person) => thingId(archive, person.path, "person");

/** The graph of a page as text that may stand in a `script` element: no record can end the element or open a comment. */
export function graphText(things: readonly Thing[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The way from the home page to a page, both included. */
export function breadcrumbList(archive: Archive, above: readonly Link[], title: string, path: string): Thing {
  const steps = [
    ...above.map(({ label, href }) => ({ label, url: archive.site.base.origin + href })),
    { label: title, url: absolute(archive.site.base, path) },
  ];
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ label, url }, index) => ({ "@type": "ListItem", position: index + 1, name: label, item: url })),
  };
}

/** The archive itself, and its records as a data set. */
export function archiveThings(archive: Archive): Thing[] {
  const { base, record } = archive.site;
  const site = { name: record.name, description: record.tagline, url: absolute(base, PATHS.home), license: record.licence.url };
  const distribution = { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: absolute(base, dataPath("archive")) };
  return [
    { "@type": "WebSite", "@id": thingId(archive, PATHS.home, "site"), ...site, inLanguage: record.language },
    { "@type": "Dataset", "@id": thingId(archive, PATHS.home, "data"), ...site, isAccessibleForFree: true, distribution },
  ];
}

/** An edition as other things name it; its own page tells the rest. */
export function eventReference(archive: Archive, event: Event): Thing {
  return { "@type": "Event", "@id": eventId(archive, event), name: event.record.name };
}

/** An edition. */
export function eventThing(archive: Archive, event: Event): Thing {
  const { startDate, endDate, series } = event.record;
  const of = archive.site.record.series?.find(({ id }) => id === series);
  return {
    ...eventReference(archive, event),
    url: absolute(archive.site.base, event.path),
    startDate,
    endDate,
    eventStatus: eventStatus(event.record.status),
    ...locationOf(archive, event),
    organizer: organizerOf(event),
    image: imageOf(archive, event.talks),
    description: descriptionOf(event.welcome),
    superEvent: of && { "@type": "EventSeries", "@id": thingId(archive, PATHS.events, of.id), name: of.name, description: of.description },
  };
}

/** Search engines show no more of a description. */
const MOST_DESCRIPTION = 300;

/** The beginning of a text, cut between words. */
export function descriptionOf(prose: Prose | undefined): string | undefined {
  if (prose === undefined || prose.text.length <= MOST_DESCRIPTION) return prose?.text;
  return `${cut(prose.text, MOST_DESCRIPTION).replace(/\s+\S*$/u, "")}…`;
}

/** Who is responsible for an event, as far as records say: its host. */
export function organizerOf(event: Event): Thing | undefined {
  const { host } = event.record;
  return host === undefined ? undefined : { "@type": "Organization", name: host };
}

/** The value of `eventStatus`; `postponed` with a new date is told by the event that took its place. */
export function eventStatus(status: Status | undefined): string {
  const name = status === undefined ? "Scheduled" : { cancelled: "Cancelled", postponed: "Postponed", online: "MovedOnline" }[status];
  return `https://schema.org/Event${name}`;
}

/** A picture of the first recording that has one of its own. */
export function imageOf(archive: Archive, talks: readonly Talk[]): string | undefined {
  const poster = talks.flatMap(({ recordings }) => recordings.flatMap((recording) => recording.poster ?? []))[0];
  return poster === undefined ? undefined : absolute(archive.site.base, mediaPath(poster));
}

/** The things of a page, of which the first is what it is about: an event that has no picture gets one. */
export function withPicture(things: readonly Thing[], picture: string | undefined): Thing[] {
  return things.map((thing, index) =>
    index === 0 && thing["@type"] === "Event" && thing["image"] === undefined ? { ...thing, image: picture } : thing,
  );
}

/** A licence as an address. */
export function licenceUrl(licence: string | undefined): string | undefined {
  return licence === undefined ? undefined : licenceAddress(licence);
}

/** Where an event or one of its talks took place; `room` is the smallest place that is known. */
export function locationOf(archive: Archive, event: Event, room?: string, status = event.record.status): Thing {
  const { venue, city, country } = event.record;
  if (city === "Online" || status === "online")
    return {
      eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
      location: { "@type": "VirtualLocation", url: absolute(archive.site.base, event.path) },
    };
  const name = room ?? venue ?? (placeOf(archive, event) || undefined);
  if (name === undefined) return {};
  const address = city || country ? { "@type": "PostalAddress", addressLocality: city, addressCountry: country } : undefined;
  const within = room !== undefined && venue !== undefined ? { "@type": "Place", name: venue } : undefined;
  return {
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: { "@type": "Place", name, address, containedInPlace: within },
  };
}

/** An organization as its own page tells of it. */
export function organizationThing(archive: Archive, organization: Organization): Thing {
  const { name, path, otherNames, term } = organization;
  return {
    "@type": "Organization",
    "@id": thingId(archive, path, "organization"),
    name,
    alternateName: otherNames.length ? otherNames : undefined,
    url: absolute(archive.site.base, path),
    sameAs: term?.url,
  };
}

/** Some talks name a project or a company where others name a person. */
export const personType = (name: string) => (isOrganization(name) ? "Organization" : "Person");

/** A person; organizations are all that are known, past ones too. */
export function personThing(archive: Archive, person: Person): Thing {
  const { aliases, photo, organizations } = person.record?.record ?? {};
  const shown = person.appearances.flatMap(({ organization }) => organization ?? []);
  const names = new Set([...(organizations ?? []).map(({ name }) => name), ...shown]);
  return {
    "@type": personType(person.name),
    "@id": personId(archive, person),
    name: person.name,
    alternateName: aliases,
    url: absolute(archive.site.base, person.path),
    image: photo && absolute(archive.site.base, mediaPath(photo)),
    ...affiliated(person.name, [...names]),
  };
}

/** What somebody belongs to; schema.org has another word for it where a project or a company speaks. */
export function affiliated(name: string, organizations: readonly string[]): Thing {
  const all = organizations.map((organization) => ({ "@type": "Organization", name: organization }));
  return all.length === 0 ? {} : { [isOrganization(name) ? "memberOf" : "affiliation"]: all };
}
