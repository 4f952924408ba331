/** The words of a site: all that its readers see which stands in no record, in the language of the archive. */
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
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

/** Languages by their tags. To add one, add its two files and a line here. */
const LANGUAGES: Readonly<Record<string, Words>> = { ar, de, en, es, fr, ja };

/** The tags of all languages that there are words in. */
export const WORD_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);

/** The tag of the words for a language (BCP 47), whatever its region: `en-GB` has those of `en`; nothing where there are none. */
export function languageOfWords(language: string): string | undefined {
  const tag = language.toLowerCase();
  return [tag, tag.split("-")[0] ?? ""].find((one) => Object.hasOwn(LANGUAGES, one));
}

/** The words in a language; English where there are none. */
export function wordsFor(language: string): Words {
  return LANGUAGES[languageOfWords(language) ?? "en"] ?? en;
}
