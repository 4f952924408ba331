/** Filters and sorts all talks of a very large archive: reads of their index the parts that can have what is asked for. */
import * as words from "words";
import type { IndexedWords, IndexOfParts, TalkIndex } from "publishing/talk-index-format.ts";
import { fold } from "text/fold.ts";
import { characterOf, wordsIn } from "text/words-of-parts.ts";
import { find } from "./parts/dom.ts";
import { loader, loadWhenTouched, readIndex, talksOf } from "./parts/listed-talks.ts";
import { type Asked, type Choices, type FilteredTalk, startFilter } from "./parts/talk-filter.ts";

interface Head extends IndexOfParts {
  /** The talks that are there, by parts. */
  there: (FilteredTalk[] | undefined)[];
}

/** What leads to the parts, once it is there. */
let head: Head | undefined;
let choices: (Choices & Record<"slides" | "video", ReadonlyMap<string, number>>) | undefined;
let indexedWords: IndexedWords | undefined;

/** Reads what leads to the parts; rejects where that is what is known, so that it can be asked whether a newer build has other parts. */
async function readHead(): Promise<void> {
  const answer = await readIndex<IndexOfParts>();
  if (`${answer.parts}` === `${head?.parts}`) throw new Error();
  const { events, topics, languages, parts } = answer;
  head = { ...answer, there: parts.map(() => undefined) };
  indexedWords = undefined;
  const sum = (pairs: [string, number][]) => {
    const counts = new Map<string, number>();
    for (const [name, talks] of pairs) if (name) counts.set(name, (counts.get(name) ?? 0) + talks);
    return counts;
  };
  const having = (rows: IndexOfParts["topics"]) =>
    sum(rows.flatMap(([name, ...pairs]) => pairs.filter((_, at) => at % 2).map((talks): [string, number] => [name, talks])));
  choices = {
    event: sum(events.map(([name, , , talks]) => [name, talks])),
    year: sum(events.map(([, year, , talks]) => [year, talks])),
    topic: having(topics),
    language: having(languages),
    slides: sum(events.map(([, , , , slides]) => ["1", slides])),
    video: sum(events.map(([, , , , , video]) => ["1", video])),
  };
}

async function readPart(part: number): Promise<void> {
  const { parts, events, there } = head as Head;
  there[part] = talksOf(
    await readIndex<TalkIndex>(`-${parts[part]}`),
    events.findIndex(([, , one]) => one === part),
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

/** Parts that are loaded at once, and talks that are shown at a time: fewer than elsewhere, since each part has few that fit. */
const AT_ONCE = 4;
const AT_A_TIME = 100;
const load = loader(() => take(head?.there.flatMap((talks) => talks ?? []) ?? [], choices));
/** Loads parts, or where one is gone what leads to those of a newer build. */
const loadParts = (job: () => Promise<unknown>) => load(() => job().catch(readHead));

const take = startFilter({
  element: find("#years"),
  atATime: AT_A_TIME,
  need: (asked, found, limit, whole) => {
    if (!head) return load(readHead);
    const { events, words: end, there } = head;
    if (asked["words"] && !indexedWords)
      return loadParts(async () => {
        indexedWords = await readIndex<IndexedWords>(`-${end}`);
      });
    const wanted = partsFor(head, asked);
    const missing = wanted.filter((part) => !there[part]);
    const isSorted = /title|speaker/.test(asked["sort"] ?? "");
    const before = new Set(wanted.slice(0, wanted.indexOf(missing[0] ?? -1)));
    if (missing.length && (isSorted || found.filter(({ place }) => before.has(events[place]?.[2] ?? -1)).length <= limit))
      return loadParts(() => Promise.all((isSorted ? missing : missing.slice(0, AT_ONCE)).map(readPart)));
    return !missing.length ? (there.every(Boolean) ? "" : words.someOf(found.length, whole)) : countOf(asked, found.length, whole);
  },
});

/** How many talks there are of what is asked for, while some of them are not there. */
function countOf({ sort, ...asked }: Asked, found: number, whole: string): string {
  const [[name = "", value = ""] = [], other] = Object.entries(asked);
  const known = other ? undefined : choices?.[name as keyof typeof choices]?.get(value);
  return name ? (known === undefined ? words.atLeast(found, whole) : words.someOf(known, whole)) : whole;
}

loadWhenTouched(() => (head ? "" : load(readHead)));
