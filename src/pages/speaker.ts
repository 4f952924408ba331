/** The page of a speaker: bio with its age, organizations over time, talks across editions. */
import { affiliationParts, type TextPart } from "../components/affiliation.ts";
import { type BioView, bioView } from "../components/bio.ts";
import { personDigest } from "../components/digests.ts";
import { personThing } from "../components/linked-data.ts";
import { type Link, link, type OutsideLink, outside, type SourceLink, sourceLinks } from "../components/links.ts";
import { type PictureView, pictureOf } from "../components/picture.ts";
import { type TalkItem, talkItemWithout } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, NamePart, Person } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";

interface SpeakerView extends PageHead {
  country: string | null;
  aliases: string | null;
  photo: PictureView | null;
  bio: BioView | null;
  organizations: { name: TextPart[]; years: string }[];
  /** Talks by edition, the newest first, with what the speaker was shown as. */
  editions: { event: Link; talks: TalkItem[]; shownAs: string }[];
  links: OutsideLink[];
  sources: SourceLink[];
}

export const speakerPages = grouped<SpeakerView>("speaker", function* groups(archive) {
  for (const person of archive.people)
    yield { id: person.slug, key: () => personDigest(archive, person), views: () => [speakerView(archive, person)] };
});

function speakerView(archive: Archive, person: Person): SpeakerView {
  const record = person.record?.record;
  const { list, sections, speaker: words } = archive.words;
  const file = person.record?.file ?? person.appearances[0]?.talk.file;
  return {
    ...pageHead(archive, {
      path: person.path,
      title: person.name,
      description:
        person.bio ?? words.description({ talks: person.appearances.length, name: person.name, archive: archive.site.record.name }),
      above: [link(archive, PATHS.speakers, sections.speakers)],
      section: PATHS.speakers,
      file,
      ogType: "profile",
      sources: record?.sources,
      programs: { make: () => ({ things: [personThing(archive, person)] }) },
    }),
    country: record?.country ?? null,
    aliases: record?.aliases?.length ? words.otherNames(list.and(record.aliases)) : null,
    photo: record?.photo ? pictureOf(archive, record.photo, { alt: words.portrait(person.name), sizes: "10rem" }) : null,
    bio: bioView(archive, person),
    organizations: organizationsOf(archive, person),
    editions: editionsOf(archive, person),
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
      years: list.commas([from !== undefined && words.since(from), seenIn.length > 0 && words.atSummits(seenIn.map(String))]),
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

function editionsOf(archive: Archive, person: Person): SpeakerView["editions"] {
  const { list, speaker: words } = archive.words;
  const editions = new Map<string, SpeakerView["editions"][number]>();
  for (const appearance of person.appearances.toReversed()) {
    const { talk, name, role, organization } = appearance;
    const edition = editions.get(talk.event.id) ?? {
      event: link(archive, talk.event.path, talk.event.record.name),
      talks: [],
      shownAs: "",
    };
    editions.set(talk.event.id, edition);
    edition.talks.unshift(talkItemWithout(archive, talk, person));
    edition.shownAs ||= list.commas([name !== person.name && words.as(name), role, organization]);
  }
  return [...editions.values()];
}
