/** Filters and sorts all talks of a very large archive: reads of their index the parts that can have what is asked for. */
import * as words from "words";
import type { IndexedWords, IndexOfParts, TalkIndex } from "publishing/talk-index-format.ts";
import { fold } from "text/fold.ts";
import { characterOf, wordsIn } from "text/words-of-parts.ts";
import { find } from "./parts/dom.ts";
import { loader, loadWhenTouched, readIndex, talksOf } from "./parts/listed-talks.ts";
import { type Asked, type Choices, type FilteredTalk, startFilter } from "./parts/talk-filter.ts";

/** The talks that are there, by parts. Nothing before it is known which there are. */
let parts: (FilteredTalk[] | undefined)[] | undefined;
let head: IndexOfParts | undefined;
let choices: Choices | undefined;
let indexedWords: IndexedWords | undefined;

async function readHead(): Promise<void> {
  const answer = await readIndex<IndexOfParts>();
  head = answer;
  const { events } = answer;
  parts = [...new Set(events.map(([, , part]) => part))].map(() => undefined);
  const sum = (pairs: [string, number][]) => {
    const counts = new Map<string, number>();
    for (const [name, talks] of pairs) if (name) counts.set(name, (counts.get(name) ?? 0) + talks);
    return counts;
  };
  const having = (rows: IndexOfParts["topics"]) =>
    sum(rows.map(([name, ...pairs]) => [name, pairs.reduce((all, talks, at) => all + (at % 2 ? talks : 0), 0)]));
  choices = {
    event: sum(events.map(([name, , , talks]) => [name, talks])),
    year: sum(events.map(([, year, , talks]) => [year, talks])),
    topic: having(answer.topics),
    language: having(answer.languages),
  };
}

async function readPart(part: number): Promise<void> {
  const answer = await readIndex<TalkIndex>(`-${part + 1}`);
  if (head && parts)
    parts[part] = talksOf(
      answer,
      head.events.findIndex(([, , one]) => one === part),
    );
}

/** The parts that can have talks which are asked for, in the order in which talks are shown. */
function partsFor({ events, topics, languages }: IndexOfParts, asked: Asked): number[] {
  const eventsOf = (rows: IndexOfParts["topics"], name = "") => rows.find(([one]) => one === name)?.filter((_, at) => at % 2);
  const [ofTopic, ofLanguage] = [eventsOf(topics, asked["topic"]), eventsOf(languages, asked["language"])];
  const ofWords = wordsIn(fold(asked["words"] ?? "")).map((run) =>
    (indexedWords ?? []).flatMap((entry) => (entry.split(" ", 1)[0]?.includes(run) ? entry.slice(entry.indexOf(" ") + 1) : [])).join(""),
  );
  const found = events.flatMap(([name, year, part, , slides, video], place) =>
    (asked["event"] || name) === name &&
    (asked["year"] || year) === year &&
    !(asked["slides"] && !slides) &&
    !(asked["video"] && !video) &&
    (ofTopic?.includes(place) ?? true) &&
    (ofLanguage?.includes(place) ?? true) &&
    ofWords.every((characters) => characters.includes(characterOf(part)))
      ? part
      : [],
  );
  const order = [...new Set(found)];
  return asked["sort"] === "oldest" ? order.reverse() : order;
}

const AT_ONCE = 4;
const load = loader(() => take(parts?.flatMap((talks) => talks ?? []) ?? [], choices));

const take = startFilter({
  element: find("#years"),
  need: (asked, found, limit, whole) => {
    if (!parts || !head) return load(readHead);
    const { events } = head;
    if (asked["words"] && !indexedWords)
      return load(async () => {
        indexedWords = await readIndex<IndexedWords>("-words");
      });
    const wanted = partsFor(head, asked);
    const missing = wanted.filter((part) => !parts?.[part]);
    const isSorted = /title|speaker/.test(asked["sort"] ?? "");
    const before = new Set(wanted.slice(0, wanted.indexOf(missing[0] ?? -1)));
    if (missing.length && (isSorted || found.filter(({ place }) => before.has(events[place]?.[2] ?? -1)).length <= limit))
      return load(() => Promise.all((isSorted ? missing : missing.slice(0, AT_ONCE)).map(readPart)));
    return !missing.length ? (parts.every(Boolean) ? "" : words.someOf(found.length, whole)) : countOf(asked, found.length, whole);
  },
});

/** How many talks there are of what is asked for, while some of them are not there. */
function countOf({ sort, ...asked }: Asked, found: number, whole: string): string {
  const [[name = "", value = ""] = [], other] = Object.entries(asked);
  const known = other ? undefined : choices?.[name as keyof Choices]?.get(value);
  return name ? (known === undefined ? words.atLeast(found, whole) : words.someOf(known, whole)) : whole;
}

loadWhenTouched(() => (parts ? "" : load(readHead)));
