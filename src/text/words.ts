/** The words of a text that tell what it is about. */
import { normal } from "./normal.ts";

/** Words that tell nothing, by language; other languages have none here, and their common words count for little anyway. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "about after all also am an and any are around as at be because been before being between both but by can could did do does doing each even first for from get give given go good had has have he her here how if in include includes including into is it its itself just know like look made make makes making many may more most much must need needs new no not now of off on one only or other our out over own part present presentation presents provide provides see several she should show since so some still such take talk talks than that the their them then there these they this those through time to today together too two under up upon us use used user using various very via want was way we well were what when where which while who why will with within without work would you your",
    de: "aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dem den der des die dies diese dieser dieses doch durch ein eine einem einen einer eines er es für gibt haben hat ich ihr im in ist kann können man mehr mit nach nicht noch nur ob oder ohne sehr sich sie sind so soll über um und uns unter viele vom von vor vortrag was wenn werden wie wir wird zu zum zur",
    fr: "alors au aussi aux avec ce ces cet cette comme comment dans de des dont du elle en est et été être il ils je la le les leur mais même ne nos notre nous on ont ou où par pas plus pour pourquoi présentation qu que qui sa sans se ses son sont sur tous tout très un une vos votre vous",
    es: "al algo como con cómo de del desde donde el ella en entre era es esta este esto hay la las lo los más mi muy no nos o para pero por porque qué que se ser si sin sobre son su sus también tan te tiene todo un una uno y ya",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);

const NO_WORDS: ReadonlySet<string> = new Set();
const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that put no blank between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ADDRESS = /https?:\/\/\S+/g;
const NUMBER = /^\d+$/;
const ASCII = /^[\0-\x7f]*$/;

/**
 * The telling words of a text in order, so many at most, in small letters and without the plural `s`; each pair of characters where nothing
 * is between words.
 */
export function tellingWords(text: string, language: string, most = Number.POSITIVE_INFINITY): string[] {
  const stop = STOP_WORDS[language.slice(0, 2)] ?? NO_WORDS;
  const isEnglish = language.startsWith("en");
  const plain = ASCII.test(text);
  const small = (plain ? text : normal(text, "NFKC")).toLowerCase();
  const found: string[] = [];
  for (const word of (small.includes("://") ? small.replace(ADDRESS, " ") : small).match(WORD) ?? []) {
    if (found.length >= most) break;
    if (!plain && UNSPACED.test(word)) {
      const characters = [...word];
      for (const [index, character] of characters.entries()) if (index > 0) found.push(`${characters[index - 1]}${character}`);
    } else if (word.length > 1 && !stop.has(word) && !NUMBER.test(word)) found.push(isEnglish ? singular(word) : word);
  }
  return found.length > most ? found.slice(0, most) : found;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(ss|us|is|os)$/.test(word)) return word;
  return word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
