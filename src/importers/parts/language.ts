/** The languages of foreign data: names and three-letter codes as the tags that records use. */

const TAGS: Record<string, string> = {
  en: "eng english",
  de: "deu ger german deutsch",
  fr: "fra fre french français",
  es: "spa spanish español castellano",
  pt: "por portuguese português",
  it: "ita italian italiano",
  nl: "nld dut dutch nederlands",
  ru: "rus russian",
  pl: "pol polish polski",
  cs: "ces cze czech",
  ja: "jpn japanese 日本語",
  zh: "zho chi chinese 中文",
  ko: "kor korean 한국어",
  sv: "swe swedish svenska",
  da: "dan danish dansk",
  no: "nor norwegian",
  fi: "fin finnish",
  hu: "hun hungarian",
  el: "ell gre greek",
  tr: "tur turkish",
  uk: "ukr ukrainian",
  ca: "cat catalan",
  id: "ind indonesian",
  fa: "fas per persian",
  he: "heb hebrew",
  ar: "ara arabic",
  hi: "hin hindi",
  vi: "vie vietnamese",
  th: "tha thai",
};
const BY_NAME = new Map(Object.entries(TAGS).flatMap(([tag, names]) => names.split(" ").map((name): [string, string] => [name, tag])));

/** The tag of a language; nothing where the text names none, or more than one. */
export function languageOf(text: string): string | undefined {
  const known = BY_NAME.get(text.trim().toLowerCase());
  if (known !== undefined) return known;
  const [, language, region] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?$/i.exec(text.trim()) ?? [];
  return language === undefined
    ? undefined
    : `${BY_NAME.get(language.toLowerCase()) ?? language.toLowerCase()}${region ? `-${region.toUpperCase()}` : ""}`;
}
