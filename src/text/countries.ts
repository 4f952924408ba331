/** Spellings of countries that mean the same. */
import { tidy } from "./normal.ts";

/** The usual English name first; all others in small letters. */
const SPELLINGS: readonly (readonly [name: string, ...others: string[]])[] = [
  ["Austria", "österreich", "at"],
  ["Belgium", "belgique", "belgië", "be"],
  ["Brazil", "brasil", "br"],
  ["Canada", "ca"],
  ["China", "people's republic of china", "pr china", "p.r. china", "prc", "cn"],
  ["Czech Republic", "czechia", "česko", "česká republika", "cz"],
  ["Denmark", "danmark", "dk"],
  ["Finland", "suomi", "fi"],
  ["France", "fr"],
  ["Germany", "deutschland", "federal republic of germany", "allemagne", "alemania", "de"],
  ["Greece", "hellas", "gr"],
  ["Hungary", "magyarország", "hu"],
  ["India", "bharat", "in"],
  ["Ireland", "éire", "republic of ireland", "ie"],
  ["Israel", "il"],
  ["Italy", "italia", "it"],
  ["Japan", "nippon", "日本", "jp"],
  ["Netherlands", "the netherlands", "holland", "nederland", "nl"],
  ["New Zealand", "nz"],
  ["Norway", "norge", "no"],
  ["Poland", "polska", "pl"],
  ["Portugal", "pt"],
  ["Romania", "românia", "ro"],
  ["Russia", "russian federation", "ru"],
  ["South Africa", "za"],
  ["South Korea", "republic of korea", "korea, republic of", "korea (south)", "kr"],
  ["Spain", "españa", "es"],
  ["Sweden", "sverige", "se"],
  ["Switzerland", "schweiz", "suisse", "svizzera", "ch"],
  ["Taiwan", "taiwan, province of china", "tw"],
  ["Turkey", "türkiye", "turkiye", "tr"],
  ["Ukraine", "ua"],
  ["United Arab Emirates", "uae", "u.a.e.", "ae"],
  ["United Kingdom", "uk", "u.k.", "great britain", "gb", "united kingdom of great britain and northern ireland"],
  ["USA", "united states", "united states of america", "the united states", "u.s.a.", "u.s.", "us"],
  ["Vietnam", "viet nam", "vn"],
];

const NAMES = new Map(
  SPELLINGS.flatMap(([name, ...others]) => [name.toLowerCase(), ...others].map((spelling) => [spelling, name] as const)),
);

/** The same for all spellings of a country: its usual English name where it is known here, else the text in small letters. */
export function countryKey(text: string): string {
  const plain = tidy(text).toLowerCase();
  return NAMES.get(plain) ?? plain;
}

/** What a country is called, the text itself among it; its code of two letters, which ends each list, is mostly another word. */
export function countryNames(text: string): string[] {
  const known = SPELLINGS.find(([name]) => name === countryKey(text));
  return [text, ...(known?.slice(0, -1) ?? [])];
}
