/** The words of a site: all that its readers see which stands in no record, in the language of the archive. */
import { type LanguageOfWords, type WordRules, wordRules } from "../text/search-words.ts";
import * as arScripts from "./ar-browser.ts";
import { ar } from "./ar.ts";
import * as deScripts from "./de-browser.ts";
import { de } from "./de.ts";
import * as enScripts from "./en-browser.ts";
import { en } from "./en.ts";
import * as esScripts from "./es-browser.ts";
import { es } from "./es.ts";
import * as frScripts from "./fr-browser.ts";
import { fr } from "./fr.ts";
import * as jaScripts from "./ja-browser.ts";
import { ja } from "./ja.ts";

/** What every language has to say; the English file is the pattern. */
export type Words = InAnyLanguage<typeof en>;

/** The same entries, whatever their texts are. */
type InAnyLanguage<Entry> = Entry extends string
  ? string
  : Entry extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : Entry extends readonly string[]
      ? string[]
      : { [Name in keyof Entry]: InAnyLanguage<Entry[Name]> };

/** What every language has to say in scripts. */
type ScriptWords = Readonly<Record<keyof typeof enScripts, unknown>> & LanguageOfWords;

/** Languages by their tags: the words of pages, and those of scripts. To add one, add its two files and a line here. */
const LANGUAGES: Readonly<Record<string, readonly [Words, ScriptWords]>> = {
  ar: [ar, arScripts],
  de: [de, deScripts],
  en: [en, enScripts],
  es: [es, esScripts],
  fr: [fr, frScripts],
  ja: [ja, jaScripts],
};

/** The tags of all languages that there are words in. */
export const WORD_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** The tag of the words for a language (BCP 47), whatever its region: `en-GB` has those of `en`; nothing where there are none. */
export function languageOfWords(language: string): string | undefined {
  const tag = language.toLowerCase();
  return [tag, tag.split("-")[0] ?? ""].find((one) => Object.hasOwn(LANGUAGES, one));
}

/** The words in a language; English where there are none. */
export function wordsFor(language: string): Words {
  return LANGUAGES[languageOfWords(language) ?? ""]?.[0] ?? en;
}

/** What the search makes of words on a site in that language. */
export function searchRules(language: string): WordRules {
  return wordRules(language, LANGUAGES[languageOfWords(language) ?? ""]?.[1] ?? NO_RULES);
}

const NO_RULES: LanguageOfWords = { stopWords: "", affixes: "" };
