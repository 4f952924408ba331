/** Names of languages, their codes of three letters, and what people write for them by mistake: codes of countries that are of no language. */

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
  cs: "czech čeština ces cze cz",
  ja: "japanese 日本語 jpn jp",
  zh: "chinese 中文 mandarin zho chi cn",
  ko: "korean 한국어 kor",
  sv: "swedish svenska swe",
  da: "danish dansk dan dk",
  no: "norwegian norsk nor",
  fi: "finnish suomi fin",
  hu: "hungarian magyar hun",
  el: "greek ell gre gr",
  tr: "turkish türkçe tur",
  uk: "ukrainian ukr ua",
  ca: "catalan català cat",
  id: "indonesian ind",
  fa: "persian farsi fas per ir",
  he: "hebrew heb il",
  ar: "arabic ara",
  hi: "hindi hin",
  vi: "vietnamese vie vn",
  th: "thai tha",
  bg: "bulgarian български bul",
  ro: "romanian română ron rum",
  sk: "slovak slovenčina slk slo",
  sl: "slovenian slovenščina slv",
  hr: "croatian hrvatski hrv",
  sr: "serbian српски srpski srp rs",
  et: "estonian eesti est",
  lv: "latvian latviešu lav",
  lt: "lithuanian lietuvių lit",
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.split(" ").map((name): [string, string] => [name, tag])));

/** The tag of a language that is named, or given by its code of three letters; nothing for any other word. */
export function languageNamed(word: string): string | undefined {
  return BY_NAME.get(word.trim().toLowerCase());
}

/** The codes of two letters (ISO 639-1, to which none is added any more, and the six that were withdrawn from it). */
const TWO_LETTERS = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo " +
    "fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb " +
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc " +
    "sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu " +
    "bh in iw ji mo sh"
  ).split(" "),
);

/** Whether the first part of a tag may be a language: of two letters only what ISO 639-1 lists, of three any. */
export function mayBeLanguage(tag: string): boolean {
  const [code = ""] = tag.split(/[-_]/, 1);
  return code.length !== 2 || TWO_LETTERS.has(code.toLowerCase());
}
