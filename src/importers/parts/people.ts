/** The names of people in foreign texts: how a list of names in one text comes apart. */
import { joinBlanks } from "../../text/blanks.ts";

const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|esq|mba|cissp|dr)\.?$/i;

/** Chinese, Japanese and Korean names, which stand without a blank in them. */
const WITHOUT_BLANK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々]+$/u;

/** The names in one text, such as `Ann Lee, Bob Ray and Cy Fu`; titles after a comma stay with their name, and brackets are not cut. */
export function splitNames(text: string): string[] {
  const parts = splitOutside(joinBlanks(text), /\s?[;；؛\n|]\s?|\s\/\s|\s?[,，、،]\s?(?:and|und|&)\s|\s(?:and|und|&)\s/gi);
  const names = parts.flatMap((part) => splitCommas(part, parts.length > 1)).map((name) => name.replace(/\s+/g, " ").trim());
  return [...new Set(names.filter((name) => name !== "" && !/^(tb[acd]|n\/?a|none|various|-+)\.?$/i.test(name)))];
}

/** Commas part names, but not `Lee, Ann` alone, which is one name with the family name first. */
function splitCommas(text: string, isOneOfMany: boolean): string[] {
  const parts = splitOutside(text, /\s?,\s|,(?=\S)|\s?[，、،]\s?/gu);
  const [first = "", second = ""] = parts;
  if (parts.length === 2 && parts.every((part) => WITHOUT_BLANK.test(part.trim())))
    return isOneOfMany && text.includes(",") ? [`${first.trim()} ${second.trim()}`] : parts;
  if (parts.length === 2 && !/\s/.test(first.trim()) && !/\s.*\s/.test(second.trim()) && !SUFFIX.test(second))
    return [`${second} ${first}`];
  return parts.reduce<string[]>((names, part) => {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(part.trim())) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
    return names;
  }, []);
}

/** The pieces of a text between separators; those in brackets, as in `Ann Lee (Red Hat, Inc.)`, part nothing. */
function splitOutside(text: string, separator: RegExp): string[] {
  const masked = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, (brackets) => "_".repeat(brackets.length));
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: found, index } of masked.matchAll(separator)) {
    pieces.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...pieces, text.slice(from)];
}
