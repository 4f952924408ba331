/** The lists of speakers from A to Z: one page, or a page a letter with an overview. */
import { personDigest } from "../components/digests.ts";
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, namesCut, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Person } from "../model/archive.ts";
import { dataPath, letterName, letterPath, PATHS } from "../model/urls.ts";
import { letterOf } from "../text/fold.ts";
import { sortedWord } from "../text/person-names.ts";
import { grouped } from "./page-kind.ts";
import { normal } from "../text/normal.ts";

interface SpeakerItem extends Link {
  /** The name in parts, of which the one is the family name. */
  name: { before: string; family: string };
  organizations: string;
  /** One stroke a talk, at most so many. */
  strokes: string;
  talks: string;
}

const MOST_STROKES = 15;
/** Beside the name stand an organization or two. */
const PEOPLE_CUT = namesCut<Person>(({ name }) => name.length + 10);

interface SpeakersView extends PageHead {
  letters: (Link & { current: boolean })[];
  groups: { id: string; letter: string; speakers: SpeakerItem[] }[];
  parts: PartLink[];
  total: string;
}

export const speakersPages = grouped<SpeakersView>("speakers", function* groups(archive) {
  const letters = byLetter(archive.people);
  const { count, sections, speakers: words } = archive.words;
  const total = count.speakers(archive.people.length);
  const description = words.description({ speakers: archive.people.length, archive: archive.site.record.name });
  const head = (path: string, title: string, above?: Link[]) =>
    pageHead(archive, {
      path,
      title,
      description,
      folder: "speakers",
      section: PATHS.speakers,
      data: dataPath("speakers"),
      ...(above && { above }),
    });
  const key = (people: readonly Person[]) =>
    [description, ...letters.keys(), ...people.map((person) => personDigest(archive, person))].join(" ");
  if (cutIntoParts(archive, archive.people, PATHS.speakers, PEOPLE_CUT).length === 1) {
    const anchors = [...letters.keys()].map((letter) => ({
      ...link(archive, `${PATHS.speakers}#${idOf(letter)}`, labelOf(archive, letter)),
      current: false,
    }));
    const views = () => [
      {
        ...head(PATHS.speakers, words.title),
        letters: anchors.length > 1 ? anchors : [],
        groups: groupsOf(archive, archive.people),
        parts: [],
        total,
      },
    ];
    yield { id: "all", views };
    return;
  }
  const links = (current?: string) =>
    [...letters.keys()].map((letter) => ({ ...link(archive, letterPath(letter), labelOf(archive, letter)), current: letter === current }));
  const overview = () => [{ ...head(PATHS.speakers, words.title), letters: links(), groups: [], parts: [], total }];
  yield { id: "overview", views: overview };
  for (const [letter, people] of letters) {
    const views = () =>
      cutIntoParts(archive, people, letterPath(letter), PEOPLE_CUT).map((part) => ({
        ...head(part.path, `${words.ofLetter(labelOf(archive, letter))}${part.suffix}`, [link(archive, PATHS.speakers, sections.speakers)]),
        letters: links(letter),
        groups: groupsOf(archive, part.items),
        parts: part.parts,
        total: count.speakers(people.length),
      }));
    yield { id: letter, key: () => key(people), views };
  }
});

/** Stands for all names that do not begin with a letter of an alphabet. */
const OTHER_LETTER = "Other";
const labelOf = ({ words }: Archive, letter: string) => (letter === OTHER_LETTER ? words.speakers.otherLetter : letter);
const idOf = (letter: string) => `letter-${letterName(letter)}`;

function byLetter(people: readonly Person[]): Map<string, Person[]> {
  const letters = new Map<string, Person[]>();
  for (const person of people) {
    const letter = letterOf(person.name, person.sortName) ?? OTHER_LETTER;
    const list = letters.get(letter) ?? [];
    letters.set(letter, list);
    list.push(person);
  }
  return new Map([...letters].sort(([a], [b]) => (a === OTHER_LETTER ? 1 : b === OTHER_LETTER ? -1 : a < b ? -1 : 1)));
}

function groupsOf(archive: Archive, people: readonly Person[]): SpeakersView["groups"] {
  return [...byLetter(people)].map(([letter, list]) => ({
    id: idOf(letter),
    letter: labelOf(archive, letter),
    speakers: list.map((person) => speakerItem(archive, person)),
  }));
}

function speakerItem(archive: Archive, person: Person): SpeakerItem {
  const { count, list, speakers: words } = archive.words;
  const recorded = (person.record?.record.organizations ?? []).map((organization) => organization.name);
  const shown = person.appearances.flatMap((appearance) => appearance.organization ?? []);
  return {
    ...link(archive, person.path, person.name),
    organizations: list.commas([...new Set(recorded.length ? recorded : shown)]),
    name: familyName(person),
    strokes: "|".repeat(Math.min(MOST_STROKES, person.appearances.length)),
    talks: person.appearances.length ? count.talks(person.appearances.length) : words.noTalk,
  };
}

/** The family name as the list is sorted by it, with what stands behind it, of a name in Latin script; else the whole name. */
function familyName(person: Person): SpeakerItem["name"] {
  const name = normal(person.name, "NFC");
  const at = name.lastIndexOf(sortedWord(name));
  const isLatin = at > 0 && /^\s\p{Script=Latin}/u.test(name.slice(at - 1));
  return isLatin ? { before: name.slice(0, at), family: name.slice(at) } : { before: "", family: name };
}
