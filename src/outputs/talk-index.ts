/**
 * `presentations/talks.json`, which the filter of a large archive reads: every talk as lists show it, strings shared through tables. That
 * of a very large archive is cut into parts, so that a filter loads those that it needs.
 */
import type { Link, MediaLink } from "../components/links.ts";
import { WHOLE_INDEX, WHOLE_LIST } from "../publishing/page-needs.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { presentations } from "../model/archive.ts";
import { newestFirst } from "../model/order.ts";
import { cutByWeight } from "../model/list-weight.ts";
import { PATHS, talkIndexPath } from "../model/urls.ts";
import type { IndexedTalk, IndexedWords, IndexOfParts, TalkIndex } from "../publishing/talk-index-format.ts";
import { addTo } from "../text/add-to.ts";
import { fold } from "../text/fold.ts";
import { characterOf, wordsIn } from "../text/words-of-parts.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/words.ts";
import type { OutputFormat } from "./output-format.ts";
import { nameDigest } from "../text/digest.ts";

export const talkIndex = {
  name: "talk-index",
  *files(archive) {
    if (presentations(archive.talks).length <= WHOLE_LIST) return;
    const people = new Table<TalkIndex["people"][number]>();
    const topics = new Table<string>();
    const media = new Table<TalkIndex["media"][number]>();
    const events = newestFirst(archive.events).flatMap((event): TalkIndex["events"] => {
      const items = presentations(event.talks).map((talk) => talkItem(archive, talk));
      const [first] = items;
      return first ? [[first.event.label, first.event.href, first.year, items.map(indexed)]] : [];
    });
    const index: TalkIndex = { people: people.rows, topics: topics.rows, media: media.rows, events };
    const { site, words } = archive;
    const cut = cutIndex(index, words.language(site.record.language));
    if (!cut) return yield jsonFile(PATHS.talkIndex, index);
    const ofWords = partFile(cut.words, "words-");
    const parts = cut.parts.map((part) => partFile(part));
    yield jsonFile(PATHS.talkIndex, { parts: parts.map(({ end }) => end), words: ofWords.end, ...cut.head } satisfies IndexOfParts);
    for (const { end, content } of [ofWords, ...parts]) yield { path: talkIndexPath(end).slice(1), content };

    function indexed(item: TalkItem): IndexedTalk {
      return [
        item.title,
        item.href.slice(item.event.href.length),
        item.speakers.map(({ label, href }: Link) => people.place([label, href])),
        item.topics.map(({ label }) => topics.place(label)),
        item.media.map(
          (link) => [media.place(common(archive.words, link)), link.href, ...(link.archived ? [link.archived.href] : [])] as const,
        ),
        ...withoutEmptyEnd([item.kind ?? "", item.lang ?? "", item.languages.join("|"), item.status ?? "", item.picture ?? ""]),
      ] as IndexedTalk;
    }
  },
} satisfies OutputFormat;

const textOf = (content: unknown) => `${JSON.stringify(content)}\n`;
const jsonFile = (path: string, content: unknown) => ({ path: path.slice(1), content: textOf(content) });

/** A part with what its name ends in, which changes with its content. */
function partFile(part: TalkIndex | IndexedWords, kind = ""): { end: string; content: string } {
  const content = textOf(part);
  return { end: kind + nameDigest(content), content };
}

/** A part has at most so many talks, or one larger event. */
const MOST_IN_PART = 300;

/** What leads to parts, but for the names of their files. */
type Head = Omit<IndexOfParts, "parts" | "words">;

/** The parts of an index and what leads to them; nothing where it is read whole. */
function cutIndex(
  { people, topics, media, events }: TalkIndex,
  usualLanguage: string,
): { head: Head; parts: TalkIndex[]; words: IndexedWords } | undefined {
  if (events.reduce((sum, [, , , talks]) => sum + talks.length, 0) <= WHOLE_INDEX) return undefined;
  const head: Head = { events: [], topics: [], languages: [] };
  const [byTopic, byLanguage] = [new Counts(), new Counts()];
  const words = new Map<string, number[]>();
  const parts = cutByWeight(events, ([, , , talks]) => talks.length, MOST_IN_PART).map((piece, part): TalkIndex => {
    const [ofPeople, ofTopics, ofMedia] = [new Picked(people), new Picked(topics), new Picked(media)];
    const texts = new Set<string>();
    const own = piece.map(([name, href, year, talks]): TalkIndex["events"][number] => {
      const event = head.events.length;
      const having = (kind: string) => talks.filter(([, , , , links]) => links.some(([place]) => media[place]?.[0] === kind)).length;
      head.events.push([name, year, part, talks.length, having("slides"), having("video")]);
      for (const [title, , by, about, , , , languages] of talks) {
        for (const place of about) byTopic.add(topics[place] ?? "", event);
        for (const language of (languages || usualLanguage).split("|")) byLanguage.add(language, event);
        for (const text of [title, ...by.map((place) => people[place]?.[0] ?? "")]) texts.add(text);
      }
      return [
        name,
        href,
        year,
        talks.map(([title, path, by, about, links, ...rest]) => [
          title,
          path,
          by.map((place) => ofPeople.place(place)),
          about.map((place) => ofTopics.place(place)),
          links.map(([place, ...hrefs]) => [ofMedia.place(place), ...hrefs]),
          ...rest,
        ]),
      ];
    });
    const inPart = new Set([...texts].flatMap((text) => [...wordsIn(fold(text))]));
    for (const word of inPart) addTo(words, word, part);
    return { people: ofPeople.rows, topics: ofTopics.rows, media: ofMedia.rows, events: own };
  });
  head.topics = byTopic.rows();
  head.languages = byLanguage.rows();
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  return { head, parts, words: sorted.map(([word, places]) => `${word} ${places.map(characterOf).join("")}`) };
}

/** How many talks of each event have each of some names. */
class Counts {
  readonly #events = new Map<string, Map<number, number>>();

  add(name: string, event: number): void {
    const events = this.#events.get(name) ?? new Map<number, number>();
    this.#events.set(name, events.set(event, (events.get(event) ?? 0) + 1));
  }

  rows(): IndexOfParts["topics"] {
    return [...this.#events].map(([name, events]) => [name, ...[...events].flat()]);
  }
}

function common({ links }: Words, { kind, label, where, unavailable, archived }: MediaLink): TalkIndex["media"][number] {
  const place = unavailable ? fill(links.gone, { address: where, date: unavailable }) : where;
  return [kind, label, place, unavailable ? 1 : 0, archived?.label ?? ""];
}

/** The texts up to the last one that is not empty. */
function withoutEmptyEnd(texts: readonly string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

/** Some rows of a table, in the order of their first use. */
class Picked<Row> {
  readonly rows: Row[] = [];
  readonly #all: readonly Row[];
  readonly #places: number[] = [];

  constructor(all: readonly Row[]) {
    this.#all = all;
  }

  /** The place here of a row that has another in the whole table. */
  place(place: number): number {
    this.#places[place] ??= this.rows.push(this.#all[place] as Row) - 1;
    return this.#places[place];
  }
}

/** Rows that are kept once, in the order of their first use. */
class Table<Row> {
  readonly rows: Row[] = [];
  readonly #places = new Map<string, number>();

  place(row: Row): number {
    const key = JSON.stringify(row);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }
}
