/** The words of a site: all that its readers see which stands in no record, in the language of the archive. */
import { en } from "./en.ts";

/** What every language has to say; the English file is the pattern. */
export type Words = typeof en;

/** Languages by their tags. To add one, add its file and a line here. */
const LANGUAGES: ReadonlyMap<string, Words> = new Map([["en", en]]);

/** The words in a language (BCP 47), whatever its region: `en-GB` has those of `en`. English where there are none. */
export function wordsFor(language: string): Words {
  return LANGUAGES.get(language.toLowerCase()) ?? LANGUAGES.get(language.toLowerCase().split("-")[0] ?? "") ?? en;
}
