/** The page of an edition: welcome, facts, pointers to slides and videos, every talk. */
import { affiliationParts, type TextPart } from "../components/affiliation.ts";
import { eventDigest } from "../components/digests.ts";
import { type Download, eventDownloads, eventFeed } from "../components/downloads.ts";
import { eventItem, placeOf } from "../components/event-item.ts";
import { eventThing } from "../components/linked-data.ts";
import { type Link, link, type OutsideLink, outside, type SourceLink, sourceLinks } from "../components/links.ts";
import { cutIntoParts, type PartLink } from "../components/parts.ts";
import { eventSignposts, linksetSignpost } from "../components/signposts.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { openingUse } from "../publishing/page-needs.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { type Archive, type Event, presentations, type Talk } from "../model/archive.ts";
import { formatDate, formatDay, formatRange } from "../model/dates.ts";
import { slidesOf } from "../model/slides.ts";
import { agendaPath, eventDataPath, eventTalksPath, href, PATHS, slidesZipPath } from "../model/urls.ts";
import { count } from "../text/wording.ts";
import { grouped } from "./page-kind.ts";

/** How much of something there is; a link where there is any, to the list of all talks that shows just that. */
interface Pointer {
  text: string;
  href: string | null;
}

interface EventView extends PageHead {
  /** When, where and with whom, in one line. */
  occasion: string;
  welcome: string | null;
  note: string | null;
  facts: { term: string; parts: TextPart[] }[];
  agenda: Link;
  slides: Pointer;
  videos: Pointer;
  zip: Link | null;
  /** Talks by day, or by heading of the programme. */
  groups: { heading: string | null; talks: TalkItem[] }[];
  parts: PartLink[];
  downloads: Download[];
  links: OutsideLink[];
  sources: SourceLink[];
  previous: Link | null;
  next: Link | null;
}

export const eventPages = grouped<EventView>("event", function* groups(archive) {
  for (const event of archive.events) {
    const neighbours = [event.previous, event.next].map((other) => other && [other.path, other.record.name]);
    yield {
      id: event.id,
      dependsOn: () => `${eventDigest(archive, event)} ${JSON.stringify(neighbours)}`,
      *views() {
        const parts = cutIntoParts(archive, presentations(event.talks), event.path, (number) => eventTalksPath(event.id, number));
        for (const part of parts) yield eventView(archive, event, part.items, part.path, part.parts, part.suffix);
      },
    };
  }
});

function eventView(archive: Archive, event: Event, talks: Talk[], path: string, parts: PartLink[], suffix: string): EventView {
  const { record } = event;
  const all = presentations(event.talks);
  const zipped = slidesOf(archive, event);
  const { dates, place, host, size } = eventItem(archive, event);
  return {
    ...pageHead(archive, {
      path,
      title: `${record.name}${suffix}`,
      description: `${record.name}: ${[dates, place, size].filter(Boolean).join("; ")}.`,
      above: [link(archive, PATHS.events, "Events")],
      section: PATHS.events,
      file: event.file,
      alternates: [eventFeed(archive, event)],
      uses: openingUse(archive, talks),
      sources: record.sources,
      data: eventDataPath(event.id),
      ...(path === event.path && {
        programs: {
          make: () => ({
            things: [eventThing(archive, event)],
            signposts: [...eventSignposts(archive, event, (to) => href(archive.site.base, to)), linksetSignpost(archive, event)],
          }),
        },
      }),
    }),
    occasion: [dates, place, host && `hosted by ${host}`].filter(Boolean).join(" · "),
    welcome: event.welcome?.html ?? null,
    note: event.note?.html ?? null,
    facts: factsOf(archive, event),
    agenda: link(archive, agendaPath(event.id), "Agenda"),
    slides: amount(archive, event, all.filter((talk) => talk.slides).length, "slides", "slides"),
    videos: amount(archive, event, all.filter((talk) => talk.video).length, "video", "a video"),
    zip: zipped.length ? link(archive, slidesZipPath(event.id), `All slides as a zip (${count(zipped.length, "file")})`) : null,
    groups: groupTalks(archive, talks),
    parts,
    downloads: eventDownloads(archive, event),
    links: (record.links ?? []).map(({ url, title }) => outside(url, title)),
    sources: sourceLinks(record.sources),
    previous: event.previous ? link(archive, event.previous.path, event.previous.record.name) : null,
    next: event.next ? link(archive, event.next.path, event.next.record.name) : null,
  };
}

function amount(archive: Archive, event: Event, number: number, field: "slides" | "video", what: string): Pointer {
  if (number === 0) return { text: `No talk with ${what} is known.`, href: null };
  const filter = `${PATHS.presentations}?event=${encodeURIComponent(event.record.name)}&${field}=1`;
  return { text: `${count(number, "talk")} with ${what}`, href: href(archive.site.base, filter) };
}

function factsOf(archive: Archive, event: Event): EventView["facts"] {
  const { startDate, endDate, knownDays, venue, timezone, series } = event.record;
  const name = archive.site.record.series?.find((one) => one.id === series)?.name;
  const facts: [string, string | TextPart[] | undefined][] = [
    ["Dates", formatRange(startDate, endDate) || "not known"],
    ["Days known", knownDays?.map(formatDate).join(", ")],
    ["Venue", venue],
    ["Place", placeOf(event) || "not known"],
    ["Host", affiliationParts(archive, event.hosts)],
    ["Time zone", timezone],
    ["Series", name],
  ];
  return facts.flatMap(([term, text]) => (text?.length ? [{ term, parts: typeof text === "string" ? [{ text, href: null }] : text }] : []));
}

function groupTalks(archive: Archive, talks: readonly Talk[]): EventView["groups"] {
  const tracked = talks.some((talk) => talk.record.track !== undefined);
  const groups = new Map<string | null, TalkItem[]>();
  for (const talk of talks) {
    const heading = talk.when ? formatDay(talk.when.day) : tracked ? (talk.record.track ?? null) : null;
    groups.set(heading, [...(groups.get(heading) ?? []), { ...talkItem(archive, talk), when: "" }]);
  }
  return [...groups].map(([heading, items]) => ({ heading: heading ?? (groups.size > 1 ? "Day not known" : null), talks: items }));
}
