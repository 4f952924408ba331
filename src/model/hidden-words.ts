/** Words that name what is not published: titles, names and ids of drafts, of records whose day has not come, and of withheld talks. */
import type { Archive, Filed, Records } from "./archive.ts";
import { normal } from "../text/normal.ts";

/** Names as words that follow each other, and those of scripts that write no blanks between words. */
export interface HiddenWords {
  runs: ReadonlySet<string>;
  /** The same by their words. */
  tree: WordTree;
  unspaced: readonly string[];
}

/** What may follow on some words, by the next one; `ENDS` where a name may end there. */
type WordTree = Map<string, WordTree>;
const ENDS = "";

function treeOf(runs: Iterable<string>): WordTree {
  const tree: WordTree = new Map();
  for (const run of runs) {
    let at = tree;
    for (const word of [...run.split(" "), ENDS]) {
      const next = at.get(word) ?? new Map();
      at.set(word, next);
      at = next;
    }
  }
  return tree;
}

/** Whether a name stands at a place among words; no more of them is looked at than some name begins with. */
function isNameAt(tree: WordTree, words: readonly string[], place: number): boolean {
  let at: WordTree | undefined = tree;
  for (let next = place; at; next++) {
    if (at.has(ENDS)) return true;
    at = next < words.length ? at.get(words[next] ?? ENDS) : undefined;
  }
  return false;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Small letters and digits without marks, with a blank between words. */
function bare(text: string): string {
  return normal(text, "NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The names of all records that are in `all` and not in `published`, or withheld there; nothing where there are none. */
export function hiddenWords(published: Records, all: Records, whole: Archive): HiddenWords | undefined {
  const out = <Kind>(list: readonly Filed<Kind>[], left: readonly Filed<Kind>[]) => {
    const ids = new Set(left.map(({ id }) => id));
    return list.filter(({ id }) => !ids.has(id));
  };
  const withheld = published.talks.filter(({ record }) => record.withheld);
  const talks = [...out(all.talks, published.talks), ...withheld];
  const shownTalks = new Set(published.talks.filter(({ record }) => !record.withheld).map(({ id }) => id));
  const shownSpeakers = new Set(published.speakers.map(({ id }) => id));
  const people = whole.people.filter(
    ({ record, appearances }) => !(record && shownSpeakers.has(record.id)) && !appearances.some(({ talk }) => shownTalks.has(talk.id)),
  );
  const hidden = new Set(people);
  const shownNames = new Set(whole.people.filter((person) => !hidden.has(person)).map(({ name }) => bare(name)));
  const speakersOf = ({ record }: (typeof withheld)[number]) => [record.speaker, ...(record.speakers ?? []).map(({ name }) => name)];
  const names = [
    ...out(all.events, published.events).flatMap(({ id, record }) => [id, record.name]),
    ...talks.flatMap(({ id, record }) => [...idsOf(id), record.title]),
    ...withheld.flatMap(speakersOf).filter((name) => name !== undefined && !shownNames.has(bare(name))),
    ...people.flatMap(({ slug, name, record }) => [slug, name, ...(record?.record.aliases ?? [])]),
    ...[...out(all.papers, published.papers), ...out(all.pages, published.pages)].flatMap(({ id, record }) => [...idsOf(id), record.title]),
    ...[...all.media.keys()].filter((path) => !published.media.has(path)),
  ];
  const runs = new Set(names.map((name) => bare(name ?? "")).filter((name) => name !== ""));
  if (runs.size === 0) return undefined;
  return { runs, tree: treeOf(runs), unspaced: [...runs].filter((run) => UNSPACED.test(run)) };
}

/** A record may be named by its file alone, where that is more than a word that anybody could use. */
function idsOf(id: string): string[] {
  const file = id.slice(id.lastIndexOf("/") + 1);
  return file.includes("-") ? [id, file] : [id, `${file}.md`];
}

/** Whether a text names something that is not published. */
export function namesHidden({ tree, unspaced }: HiddenWords, text: string): boolean {
  const plain = bare(text);
  const words = plain.split(" ");
  return words.some((_, place) => isNameAt(tree, words, place)) || unspaced.some((name) => plain.includes(name));
}

/** What is written for other editors: definitions of links that nothing uses, and comments; one that is never closed ends with its paragraph. */
const DEFINITION = String.raw`^ {0,3}(\[[^\]\n]{1,500}\]):[^\n]*(?:\n|(?![\s\S]))`;
const UNSEEN = new RegExp(String.raw`<!--[\s\S]*?-->|${DEFINITION}`, "gm");
const UNSEEN_AT_END = new RegExp(String.raw`<!--[\s\S]*?(?=\n[ \t]*\n|(?![\s\S]))|${DEFINITION}`, "gm");

/** A text in Markdown without comments that name something that is not published. A link that is defined and never used is one. */
export function withoutHiddenComments(hidden: HiddenWords, text: string): string {
  if (!text.includes("<!--") && !text.includes("]:")) return text;
  const uses = new Map<string, number>();
  for (const [label] of text.matchAll(/\[[^\]\n]{1,500}\]/g)) uses.set(label, (uses.get(label) ?? 0) + 1);
  const left = (comment: string, label: string | undefined) =>
    (label === undefined || uses.get(label) === 1) && namesHidden(hidden, comment) ? "" : comment;
  // Behind the end of the last comment none is closed, so that each of two passes is linear.
  const end = text.lastIndexOf("-->") + (text.includes("-->") ? 3 : 1);
  return text.slice(0, end).replace(UNSEEN, left) + text.slice(end).replace(UNSEEN_AT_END, left);
}
