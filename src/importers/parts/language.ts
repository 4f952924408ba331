/** The languages of foreign data: names, codes of two and three letters, and several in one field, as the tags that records use. */
import { joinBlanks } from "../../text/blanks.ts";

const NAMES: Record<string, string> = {
  en: "english englisch anglais inglés",
  de: "german deutsch allemand alemán",
  fr: "french français französisch francés",
  es: "spanish español castellano spanisch espagnol",
  pt: "portuguese português",
  it: "italian italiano",
  nl: "dutch nederlands",
  ru: "russian русский",
  pl: "polish polski",
  cs: "czech čeština",
  ja: "japanese 日本語",
  zh: "chinese 中文 mandarin",
  ko: "korean 한국어",
  sv: "swedish svenska",
  da: "danish dansk",
  no: "norwegian norsk",
  fi: "finnish suomi",
  hu: "hungarian magyar",
  el: "greek",
  tr: "turkish türkçe",
  uk: "ukrainian",
  ca: "catalan català",
  id: "indonesian",
  fa: "persian farsi",
  he: "hebrew",
  ar: "arabic",
  hi: "hindi",
  vi: "vietnamese",
  th: "thai",
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.split(" ").map((name): [string, string] => [name, tag])));

/** Words that say that nothing is known, and are codes of languages by chance. */
const NONE = /^(tb[acd]|n\/?a|und|none|mul|zxx)$/i;

/**
 * The tags of the languages that a text names, in its order; nothing where a part of it is none.
 *
 * @example languagesOf("de, eng") // ["de", "en"]
 */
export function languagesOf(text: string): string[] | undefined {
  const parts = joinBlanks(text)
    .split(/\s*[,;/|+&]\s*|\s+(?:and|und|et|y)\s+/i)
    .filter((part) => part !== "");
  const tags = parts.map(tagOf);
  return tags.length > 0 && tags.every((tag) => tag !== undefined) ? [...new Set(tags)] : undefined;
}

/** Letters of the longest name of a language. */
const LONGEST_NAME = 80;

function tagOf(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (word.length > LONGEST_NAME) return undefined;
  const known = BY_NAME.get(word) ?? BY_NAME.get(word.replace(/\s*\(.*\)$/, ""));
  if (known !== undefined) return known;
  if (NONE.test(word) || !/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/.test(word)) return undefined;
  try {
    // codes of three letters become those of two, and the parts their usual capitals (BCP 47)
    return Intl.getCanonicalLocales(word.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
