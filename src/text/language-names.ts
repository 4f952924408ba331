/** Names of languages and their codes of three letters, as people write them. */

const NAMES: Record<string, string> = {
  en: "english englisch anglais inglés eng",
  de: "german deutsch allemand alemán deu ger",
  fr: "french français französisch francés fra fre",
  es: "spanish español castellano spanisch espagnol spa",
  pt: "portuguese português por",
  it: "italian italiano ita",
  nl: "dutch nederlands nld dut",
  ru: "russian русский rus",
  pl: "polish polski pol",
  cs: "czech čeština ces cze",
  ja: "japanese 日本語 jpn",
  zh: "chinese 中文 mandarin zho chi",
  ko: "korean 한국어 kor",
  sv: "swedish svenska swe",
  da: "danish dansk dan",
  no: "norwegian norsk nor",
  fi: "finnish suomi fin",
  hu: "hungarian magyar hun",
  el: "greek ell gre",
  tr: "turkish türkçe tur",
  uk: "ukrainian ukr",
  ca: "catalan català cat",
  id: "indonesian ind",
  fa: "persian farsi fas per",
  he: "hebrew heb",
  ar: "arabic ara",
  hi: "hindi hin",
  vi: "vietnamese vie",
  th: "thai tha",
  bg: "bulgarian български bul",
  ro: "romanian română ron rum",
  sk: "slovak slovenčina slk slo",
  sl: "slovenian slovenščina slv",
  hr: "croatian hrvatski hrv",
  sr: "serbian српски srpski srp",
  et: "estonian eesti est",
  lv: "latvian latviešu lav",
  lt: "lithuanian lietuvių lit",
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.split(" ").map((name): [string, string] => [name, tag])));

/** The tag of a language that is named, or given by its code of three letters; nothing for any other word. */
export function languageNamed(word: string): string | undefined {
  return BY_NAME.get(word.trim().toLowerCase());
}
