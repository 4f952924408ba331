/** The page of a speaker: bio with its age, organizations over time, talks across editions. */
import { speakerCard } from "../components/card.ts";
import { affiliationParts, type TextPart } from "../components/affiliation.ts";
import { type BioView, bioView } from "../components/bio.ts";
import { personDigest } from "../components/digests.ts";
import { personThing } from "../components/linked-data.ts";
import { link, type OutsideLink, outside, type SourceLink, sourceLinks } from "../components/links.ts";
import { cutIntoParts, type Part, type PartLink, TALKS_CUT } from "../components/parts.ts";
import { type PictureView, pictureOf } from "../components/picture.ts";
import { stripMark } from "../components/strip.ts";
import { type TalkItem, talkItemWithout } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, NamePart, Person, Talk } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";

interface SpeakerView extends PageHead {
  country: string | null;
  aliases: string | null;
  photo: PictureView | null;
  bio: BioView | null;
  organizations: { name: TextPart[]; years: string }[];
  parts: PartLink[];
  /** The newest first. */
  talks: TalkItem[];
  /** Other names, and roles, under which talks show the speaker. */
  shownAs: { text: string; years: string }[];
  links: OutsideLink[];
  sources: SourceLink[];
}

export const speakerPages = grouped<SpeakerView>("speaker", function* groups(archive) {
  for (const person of archive.people) {
    const talks = person.appearances.map(({ talk }) => talk);
    yield {
      id: person.slug,
      key: () => `${personDigest(archive, person)} ${JSON.stringify(stripMark(archive, talks))}`,
      views: () =>
        cutIntoParts(archive, talks.toReversed(), person.path, TALKS_CUT).map((part) => speakerView(archive, person, talks, part)),
    };
  }
});

function speakerView(archive: Archive, person: Person, talks: readonly Talk[], { path, suffix, items, parts }: Part<Talk>): SpeakerView {
  const record = person.record?.record;
  const { list, sections, speaker: words } = archive.words;
  const file = person.record?.file ?? person.appearances[0]?.talk.file;
  return {
    ...pageHead(archive, {
      path,
      title: `${person.name}${suffix}`,
      description:
        person.bio ?? words.description({ talks: person.appearances.length, name: person.name, archive: archive.site.record.name }),
      above: [link(archive, PATHS.speakers, sections.speakers)],
      section: PATHS.speakers,
      talks,
      file,
      ogType: "profile",
      card: speakerCard(archive, person),
      sources: record?.sources,
      isOfPeople: true,
      ...(path === person.path && { programs: { make: () => ({ things: [personThing(archive, person)] }) } }),
    }),
    country: record?.country ?? null,
    aliases: record?.aliases?.length ? words.otherNames(list.and(record.aliases)) : null,
    photo: record?.photo ? pictureOf(archive, record.photo, { alt: words.portrait(person.name), sizes: "10rem" }) : null,
    bio: bioView(archive, person),
    organizations: organizationsOf(archive, person),
    parts,
    talks: items.map((talk) => talkItemWithout(archive, talk, person)),
    shownAs: shownAs(archive, person),
    links: (record?.links ?? []).map(({ url, title }) => outside(url, title)),
    sources: sourceLinks(record?.sources),
  };
}

function organizationsOf(archive: Archive, person: Person): SpeakerView["organizations"] {
  const { list, speaker: words } = archive.words;
  const recorded = person.record?.record.organizations;
  if (recorded) {
    return recorded.map(({ from, seenIn = [] }, index) => ({
      name: affiliationParts(archive, person.affiliations[index] ?? []),
      years:
        from === undefined
          ? list.and(seenIn.map(String))
          : list.commas([words.since(from), seenIn.length > 0 && words.atSummits(seenIn.map(String))]),
    }));
  }
  const shown = new Map<string, { parts: readonly NamePart[]; years: Set<string> }>();
  for (const { organization, affiliation, talk } of person.appearances) {
    if (organization === undefined) continue;
    const known = shown.get(organization) ?? { parts: affiliation, years: new Set() };
    shown.set(organization, known);
    known.years.add(talk.event.year ?? "");
  }
  return [...shown.values()].map(({ parts, years }) => ({
    name: affiliationParts(archive, parts),
    years: list.and([...years].filter(Boolean)),
  }));
}

/** Names and roles of the speaker as talks showed them, where the record does not say the same. */
function shownAs(archive: Archive, person: Person): SpeakerView["shownAs"] {
  const { list, speaker: words } = archive.words;
  const shown = new Map<string, Set<string>>();
  for (const { talk, name, role } of person.appearances) {
    const text = list.commas([name !== person.name && words.as(name), role]);
    if (text) shown.set(text, (shown.get(text) ?? new Set()).add(talk.event.year ?? ""));
  }
  return [...shown].map(([text, years]) => ({ text, years: list.and([...years].filter(Boolean)) }));
}
