/** The names of people in foreign texts: how a list of names in one text comes apart. */
import { joinBlanks } from "../../text/blanks.ts";
import { isOrganization } from "../../text/person-names.ts";
import { affiliation, type PrintedPerson, ROLE } from "./page-people.ts";

const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|esq|mba|cissp|dr)\.?$/i;

/** Chinese, Japanese and Korean names, which stand without a blank in them. */
const WITHOUT_BLANK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々]+$/u;

const SEPARATOR = /\s?[;；؛\n|]\s?|\s\/\s|\s?[,，、،]\s?(?:and|und|&)\s|\s(?:and|und|&)\s/gi;
const COMMA = /\s?,\s|,(?=\S)|\s?[，、،]\s?/gu;
/** What stands behind the comma of `Example, Inc.`. */
const FORM_OF_COMPANY = /^(?:inc|ltd|llc|corp|gmbh)\.?$/i;

/**
 * The people in one text of a table that has no column for what they are: also of `Ann Lee, Intel; Bob Ray, CTO, AMD`. What stands behind a name
 * is told from another name where it has a word of a role or an organization, or is one word.
 */
export function splitPeople(text: string): PrintedPerson[] {
  return splitOutside(joinBlanks(text), SEPARATOR).flatMap((piece, _, pieces) => {
    const parts = splitOutside(piece, COMMA).map((part) => part.trim());
    const pairs = parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? ""] as const] : []));
    const [name = "", first = "", second] = parts;
    const isOne =
      isName(name) &&
      (second === undefined ? isAffiliation(first) : isRole(first) || isRole(second) || FORM_OF_COMPANY.test(second)) &&
      parts.length <= 3;
    if (isOne && parts.length > 1) return [{ name, ...affiliationOf(parts.slice(1).join(", ")) }];
    if (parts.length > 3 && pairs.every(([one, other]) => isName(one) && isAffiliation(other)))
      return pairs.map(([one, other]) => ({ name: one, ...affiliationOf(other) }));
    return tidyNames(splitCommas(piece, pieces.length > 1)).map((one) => ({ name: one }));
  });
}

const isRole = (text: string) => ROLE.test(text) && !SUFFIX.test(text);
const isName = (text: string) => /\s/.test(text) && !isOrganization(text) && !ROLE.test(text);
const isAffiliation = (text: string) =>
  text !== "" && !SUFFIX.test(text) && !WITHOUT_BLANK.test(text) && (!/\s/.test(text) || isOrganization(text) || ROLE.test(text));
const affiliationOf = (text: string) => (FORM_OF_COMPANY.test(text.split(", ").at(-1) ?? "") ? { organization: text } : affiliation(text));

/** The names in one text, such as `Ann Lee, Bob Ray and Cy Fu`; titles after a comma stay with their name, and brackets are not cut. */
export function splitNames(text: string): string[] {
  const parts = splitOutside(joinBlanks(text), SEPARATOR);
  return tidyNames(parts.flatMap((part) => splitCommas(part, parts.length > 1)));
}

/** Each name once, without what stands for none. */
function tidyNames(names: readonly string[]): string[] {
  const tidy = names.map((name) => name.replace(/\s+/g, " ").trim());
  return [...new Set(tidy.filter((name) => name !== "" && !/^(tb[acd]|n\/?a|none|various|-+)\.?$/i.test(name)))];
}

/** Commas part names, but not `Lee, Ann` alone, which is one name with the family name first. */
function splitCommas(text: string, isOneOfMany: boolean): string[] {
  const parts = splitOutside(text, COMMA);
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
