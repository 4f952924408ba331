/** Words of an archive's own in place of those of its language. */
import * as scripts from "./en-browser.ts";
import { en } from "./en.ts";
import { fill, piecesOf } from "./fill.ts";
import type { OwnScriptWord, OwnScriptWords } from "./own-script-words.ts";
import { type PluralForm, pluralForm } from "./plural-form.ts";
import type { Words } from "./words.ts";

/** A sentence, a list of heads of columns, or a sentence in the plural forms of a number. */
export type OwnEntry = string | readonly string[] | Readonly<Partial<Record<PluralForm, string>>>;

/** Entries by the names that they have in `en.ts`, each of which may be left out. */
export type OwnWords = { readonly [Name in string]?: OwnWords | OwnEntry | undefined };

/** What a language has under a name: groups hold further ones. */
type Entry = string | readonly string[] | Telling;
type Telling = (...facts: never[]) => string;
export interface Group {
  readonly [Name: string]: Group | Entry;
}

/** Entries that are the grammar of a language rather than words of it. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  [
    "number list dates.date dates.shortDay dates.day dates.range bytes minutes place language",
    "scripts.number scripts.dayName scripts.FROM scripts.startsFrom scripts.stopWords scripts.affixes",
  ].flatMap((names) => names.split(" ")),
);

/** The words of scripts in one order, whatever loads them. */
const SCRIPTS = Object.fromEntries(Object.entries(scripts).sort(([a], [b]) => (a < b ? -1 : 1))) as unknown as Group;

/** All that an archive may have words of its own for: the words of pages, and under `scripts` those of scripts, as English has them. */
export const REPLACEABLE: Group = { ...(en as unknown as Group), scripts: SCRIPTS };

/** The names of all words of scripts. */
export const SCRIPT_WORDS: readonly string[] = Object.keys(SCRIPTS);

/** The place of the one fact that an entry tells, where the fact has no name. */
const ONLY = "value";

/** The names of the facts that a function tells: those of its object or of its several parameters, or `value` for a single one. */
export function factsOf(telling: Telling): string[] {
  const source = String(telling);
  const [, names] = /^\(?\s*\(?\{([^}]*)\}/.exec(source) ?? /^\(([^(),]*(?:,[^(),]*)+)\)/.exec(source) ?? [];
  // A compiler may have given a fact another name within the function, behind a colon.
  return names === undefined ? [ONLY] : names.split(",").flatMap((name) => /[\w$]+/.exec(name)?.[0] ?? []);
}

/** The places that a text in place of an entry has to have. */
export function placesOf(entry: Entry): string[] {
  if (typeof entry === "function") return entry.length === 0 ? [] : factsOf(entry);
  return typeof entry === "string" ? piecesOf(entry).filter((_, index) => index % 2 === 1) : [];
}

/** The words of a language with some of an archive's own in their place; those that are not its own stay. */
export function withOwnWords(words: Words, own: OwnWords, language: string): Words {
  return merge(words as unknown as Group, own, { number: words.number, and: words.list.and, language }) as unknown as Words;
}

interface Grammar {
  number: (number: number) => string;
  and: (words: readonly string[]) => string;
  language: string;
}

function merge(group: Group, own: OwnWords, grammar: Grammar): Group {
  const merged: Record<string, Group | Entry> = { ...group };
  for (const [name, entry] of Object.entries(own)) {
    const before = group[name];
    if (entry === undefined || before === undefined) continue;
    if (typeof before === "function") merged[name] = telling(before, entry as OwnEntry, grammar);
    else if (typeof before === "string" || Array.isArray(before)) merged[name] = entry as string | readonly string[];
    else merged[name] = merge(before as Group, entry as OwnWords, grammar);
  }
  return merged;
}

/** A function that tells the facts of another in an archive's own sentence. */
function telling(before: Telling, entry: OwnEntry, { number, and, language }: Grammar): (...given: unknown[]) => string {
  const names = factsOf(before);
  const textOf = (fact: unknown) =>
    typeof fact === "number" ? number(fact) : Array.isArray(fact) ? and(fact.map(String)) : String(fact ?? "");
  return (...given) => {
    const [first] = given;
    const facts =
      typeof first === "object" && first !== null && !Array.isArray(first) ? (first as Record<string, unknown>) : { [ONLY]: first };
    const amount = names.map((name) => facts[name]).find((fact) => typeof fact === "number");
    const sentence = typeof entry === "string" ? entry : inForm(entry as Partial<Record<PluralForm, string>>, amount ?? 0, language);
    return fill(sentence, Object.fromEntries(names.map((name) => [name, textOf(facts[name])])));
  };
}

function inForm(forms: Partial<Record<PluralForm, string>>, amount: number, language: string): string {
  return forms[pluralForm(language, amount)] ?? forms.other ?? "";
}

/** The words of an archive's own for scripts, as `own-script-words.ts` speaks them; nothing where it has none. */
export function ownScriptWords(own: OwnWords | undefined): OwnScriptWords | undefined {
  const entries = Object.entries((own?.["scripts"] ?? {}) as Record<string, OwnEntry | undefined>);
  const words = entries.flatMap(([name, entry]): [string, OwnScriptWord][] => {
    const before = SCRIPTS[name];
    if (entry === undefined || before === undefined) return [];
    if (typeof before !== "function") return [[name, String(entry)]];
    const facts = factsOf(before);
    const pieces = (sentence: string) => piecesOf(sentence).map((piece, index) => (index % 2 === 0 ? piece : facts.indexOf(piece)));
    if (typeof entry === "string") return [[name, pieces(entry)]];
    return [[name, Object.fromEntries(Object.entries(entry).map(([form, sentence]) => [form, pieces(String(sentence))]))]];
  });
  return words.length === 0 ? undefined : Object.fromEntries(words);
}
