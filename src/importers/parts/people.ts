/** The names of people in foreign texts: how a list of names in one text comes apart. */
import { joinBlanks } from "../../text/blanks.ts";
import { isOrganization } from "../../text/person-names.ts";
import type { ForeignAppearance } from "../importer.ts";
import { affiliation, type PrintedPerson, ROLE } from "./page-people.ts";
import { namesNobody, plainNames } from "./plain-names.ts";

const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|esq|mba|cissp|dr)\.?$/i;

/** Chinese, Japanese and Korean names, which stand without a blank in them. */
const WITHOUT_BLANK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々]+$/u;

const HARD_SEPARATOR = /\s?[;；؛\n|]\s?|\s\/\s/gu;
const SEPARATOR = /\s?[;；؛\n|]\s?|\s\/\s|\s?[,，、،]\s?(?:and|und|&)\s|\s(?:and|und|&)\s/gi;
/** `and` in other languages, which may also stand in one name (`Ortega y Gasset`), and a slash without blanks, but not that of `and/or` and `She/Her`. */
const PERHAPS_SEPARATOR = /\s(?:y|e|et|i|en|och|og|oraz|и|with|mit|avec|con|\+)\s|\/(?!or\s|[Hh](?:er|im)s?\b|[Tt]hem\b)/gu;
const COMMA = /\s?,\s|,(?=\S)|\s?[，、،]\s?/gu;
/** What stands behind the comma of `Example, Inc.`. */
const FORM_OF_COMPANY = /^(?:inc|ltd|llc|corp|gmbh)\.?$/i;

/**
 * The people in one text that may say what they are, too: `Ann Lee, Intel; Bob Ray, CTO, AMD`, `Ann Lee (Intel)`. What stands behind a name
 * is told from another name where it has a word of a role or an organization, or is one word.
 */
export function splitPeople(text: string, isFamilyUsuallyFirst = false): PrintedPerson[] {
  const plain = plainNames(text);
  const listed = behindColons(plain);
  if (listed) return listed;
  const pieces = withRoles(wholeRoles(joinBlanks(besideNames(plain))));
  const isUsual = isFamilyUsuallyFirst || pieces.some(isTurned);
  return pieces.flatMap((labelled) => {
    const [label = "", word = ""] = LABEL.exec(labelled) ?? [];
    const people = personsOf(labelled.slice(label.length), isUsual, pieces.length > 1).filter(({ name }) => !namesNobody(name));
    const [only, another] = people;
    const role = only && another === undefined && only.role === undefined ? ROLE_OF_LABEL[word.toLowerCase()] : undefined;
    return role === undefined ? people : people.map((one) => ({ ...one, role }));
  });
}

/** A name of several words, and what stands behind its colon. */
const NAME_AND_COLON = /^([\p{L}\p{M}.’'-]{1,30}(?: [\p{L}\p{M}.’'-]{1,30}){1,5}) ?: ([^:;]{2,200})$/u;

/** `Ann Lee: MIT; Bob Ray: Institute of Art and Science`, where each has a colon and an organization stands behind one of them. */
function behindColons(text: string): PrintedPerson[] | undefined {
  const pieces = text.split(/[;\n]/).map((piece) => piece.trim());
  const read = pieces.filter((piece) => piece !== "").map((piece) => NAME_AND_COLON.exec(piece));
  const people = read.flatMap((one) => (one && !ROLE.test(one[1] ?? "") ? { name: one[1] ?? "", organization: one[2] ?? "" } : []));
  const isList = people.length > 1 && people.length === read.length && people.some(({ organization }) => isOrganization(organization));
  return isList ? people : undefined;
}

/** Brackets behind a comma belong to the name before it, and brackets around brackets say nothing: `Ann Lee, ((Intel))` as `Ann Lee (Intel)`. */
function besideNames(text: string): string {
  return text.replace(/(?<=[\p{L}.])(?<!\n),\s?\((?=[^()]|\()/gu, " (").replace(/\(\(([^()]{1,100})\)\)/g, "($1)");
}

/** What may stand before names. */
const LABEL =
  /^\s?(moderators?|moderated by|chairs?|chaired by|hosts?|hosted by|panell?ists?|speakers?|presenters?|presented by|by)\s?[:：]\s?/i;
const ROLE_OF_LABEL: Record<string, string | undefined> = {
  moderator: "Moderator",
  "moderated by": "Moderator",
  chair: "Chair",
  "chaired by": "Chair",
  host: "Host",
  "hosted by": "Host",
};

/** The people of a piece between two separators. */
function personsOf(piece: string, isUsual: boolean, isOneOfMany: boolean): PrintedPerson[] {
  const parts = joinSuffixes(splitOutside(piece, COMMA)).filter((part) => !PRONOUNS.test(part));
  const [name = "", ...others] = parts;
  if (parts.length === 2 && LONE_ROLE.test(name) && isName(others[0] ?? ""))
    return [{ ...withOrganization(others[0] ?? ""), ...affiliation(name) }];
  if (parts.length === 2 && !/[、]/.test(piece) && isFamilyFirst(name, others[0] ?? "", isUsual))
    return [withOrganization(turned(name, others[0] ?? ""))];
  const [first = "", second] = others;
  const isOne =
    isName(name) &&
    (second === undefined
      ? isAffiliation(first)
      : isRole(first) || isRole(second) || FORM_OF_COMPANY.test(second) || others.every(isAffiliation)) &&
    others.length <= 2;
  if (isOne && others.length > 0) return [{ ...withOrganization(name), ...affiliationOf(others.join(", ")) }];
  const pairs = parts.flatMap((one, index) => (index % 2 === 0 ? [[one, parts[index + 1] ?? ""] as const] : []));
  if (others.length > 2 && pairs.every(([one, other]) => isName(one) && isAffiliation(other)))
    return pairs.map(([one, other]) => ({ ...withOrganization(one), ...affiliationOf(other) }));
  const comma = /[，、]/.test(piece) && !piece.includes(",") ? "、" : ", ";
  return tidyNames(splitCommas(parts.join(comma), isOneOfMany)).map(withOrganization);
}

/** A role of one word that is nobody's family name, as `Head` and `Fellow` are. */
const LONE_ROLE = /^(?:ceo|cto|cio|vp|president|professor|engineer|manager|director|developer|architect|researcher|scientist|student)$/i;
/** `Tony Head` is somebody. */
const SURNAME = /^\p{Lu}\S*\s(?:Head|Fellow|Chief|Staff|Partner|Leader?|Owner|Hacker|Student|Advocate|Intern|Chair)$/u;

/** Pieces that are a role, or an organization behind one, with the name before them: `Ann Lee | CTO | Intel`. */
function withRoles(pieces: readonly string[]): string[] {
  const all: string[] = [];
  let isBehindRole = false;
  for (const piece of pieces) {
    const last = all.at(-1) ?? "";
    const isAlone = !/[,，、(]/.test(piece) && isName(last);
    const isRoleOfLast = isAlone && isRole(piece) && !SURNAME.test(piece) && !/[,，、(]/.test(last) && !LABEL.test(piece);
    if (isRoleOfLast || (isBehindRole && isAlone && isAffiliation(piece))) all[all.length - 1] = `${last}, ${piece}`;
    else all.push(piece);
    isBehindRole = isRoleOfLast;
  }
  return all;
}

/** People as one text that can be read in one way only: `Ann Lee (CTO, Intel); Bob Ray`. */
export function peopleAsText(people: readonly ForeignAppearance[]): string {
  const printed = people.map(({ name, role, organization }) => {
    const is = [role, organization].filter((part) => part !== undefined).join(", ");
    return is === "" ? name : `${name} (${is})`;
  });
  return printed.join("; ") || "nobody";
}

/** Whether most names with a comma in these texts are `Lee, Ann`, so that `García Márquez, Gabriel` is one too. */
export function areFamilyFirst(texts: Iterable<string>): boolean {
  let more = 0;
  for (const text of texts)
    for (const piece of separated(joinBlanks(text))) {
      const parts = splitOutside(piece, COMMA);
      if (isTurned(piece)) more++;
      else if (parts[1] !== undefined && !SUFFIX.test(parts[1])) more--;
    }
  return more > 0;
}

function isTurned(piece: string): boolean {
  const [family = "", given, third] = splitOutside(piece, COMMA);
  return given !== undefined && third === undefined && isFamilyFirst(family, given);
}

/** Pronouns behind a name. */
const PRONOUNS = /^(?:she|he|they)\s?\/\s?\w+(?:\s?\/\s?\w+)?$/i;

const isRole = (text: string) => ROLE.test(text) && !SUFFIX.test(text);
function isName(text: string): boolean {
  const [name = ""] = text.split(",");
  return /\s/.test(withoutTitles(name)) && !isOrganization(name) && !ROLE.test(name);
}
const isAffiliation = (text: string) =>
  text !== "" && !SUFFIX.test(text) && !WITHOUT_BLANK.test(text) && (!/\s/.test(text) || isOrganization(text) || ROLE.test(text));
const affiliationOf = (text: string) => (FORM_OF_COMPANY.test(text.split(", ").at(-1) ?? "") ? { organization: text } : affiliation(text));

const TITLES = /^(?:(?:dr|prof|mr|mrs|ms)\.?\s)+/i;
const withoutTitles = (text: string) => text.replace(TITLES, "");
/** `Lee, Ann` and `Prof. Lee, Ann` as people are called. */
function turned(family: string, given: string): string {
  const [behind = ""] = BRACKETS.exec(given) ?? [];
  return `${TITLES.exec(family)?.[0] ?? ""}${given.slice(0, given.length - behind.length)} ${withoutTitles(family)}${behind}`;
}

/** What stands in brackets behind a name: `Lee, Ann (MIT)`. */
const BRACKETS = /\s?[([][^()[\]]{1,80}[)\]]$/;

/** The pieces between separators, but for an `and` within a role: `Head of Sales and Marketing, Intel`. */
function wholeRoles(text: string): string[] {
  return splitOutside(text, HARD_SEPARATOR).flatMap((piece) =>
    separated(piece).reduce<string[]>((pieces, next, index, all) => {
      const [, ...before] = splitOutside(all[index - 1] ?? "", COMMA);
      const role = before.at(-1) ?? "";
      const [first = ""] = splitOutside(next, COMMA);
      if (isRole(role) && /\s/.test(role) && !/\s/.test(first.trim())) pieces[pieces.length - 1] += ` and ${next}`;
      else pieces.push(next);
      return pieces;
    }, []),
  );
}

/** `Ann Lee (Intel)` names both. */
export function withOrganization(text: string): PrintedPerson {
  const [, name = "", organization = ""] = /^([^()]+?)\s*[([]([^()[\]]{2,80})[)\]]$/.exec(text) ?? [];
  return name === "" ||
    /^(she|he|they)\b|^(remote|online|virtual|tb[cd]|invited|keynote|(?:co-?)?(?:speaker|presenter|author|host|moderator|chair)|(?:first|main|lead|presenting|corresponding) (?:speaker|author)|panell?ist|withdrawn|in absentia|cancel+ed\b.*)$/i.test(
      organization,
    )
    ? { name: name || text }
    : { name, organization };
}

/** The names in one text, such as `Ann Lee, Bob Ray and Cy Fu`; titles after a comma stay with their name, and brackets are not cut. */
export function splitNames(text: string): string[] {
  const parts = separated(joinBlanks(besideNames(plainNames(text)))).map((part) => part.replace(LABEL, ""));
  return tidyNames(parts.flatMap((part) => splitCommas(part, parts.length > 1)));
}

/** The pieces between separators; what is one only perhaps parts whole names alone. */
function separated(text: string): string[] {
  return splitOutside(text, SEPARATOR).flatMap((piece) => {
    const parts = splitOutside(piece, PERHAPS_SEPARATOR);
    const firsts = parts.map((part) => splitOutside(part, COMMA)[0] ?? "").map((part) => part.replace(/\s?[([].*$/s, ""));
    return parts.length > 1 && firsts.every(isWholeName) ? parts : [piece];
  });
}

/** Whether a text has at least two words of a name, and is neither an organization nor a role. */
function isWholeName(text: string): boolean {
  const words = withoutTitles(text.trim()).split(/\s/);
  return (
    words.filter((word) => /^(?:[dl][’'])?\p{Lu}/iu.test(word) && /\p{Lu}/u.test(word)).length > 1 &&
    !isOrganization(text) &&
    !ROLE.test(text)
  );
}

/** Each name once, without what stands for none. */
function tidyNames(names: readonly string[]): string[] {
  const tidy = names.map((name) => name.replace(/\s+/g, " ").trim());
  return [...new Set(tidy.filter((name) => !namesNobody(name)))];
}

/** The small words that family names begin with. */
const PARTICLE = /^(?:van|von|vom|zu|zur|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|af|av|bin)\s/;

/** Whether two parts are a family name and what stands before it otherwise: `Lee, Ann`, `van Rossum, Guido`, `Prof. Lee, Ann`. */
function isFamilyFirst(family: string, givenWithBrackets: string, isUsual = false): boolean {
  const given = withoutTitles(givenWithBrackets.replace(BRACKETS, ""));
  // Chinese and Japanese names are written without a blank, and as a whole longer than one of their parts.
  const areShort = family.length <= 2 && given.length <= 2;
  return (
    (areShort || !WITHOUT_BLANK.test(family) || !WITHOUT_BLANK.test(given)) &&
    !LONE_ROLE.test(family) &&
    (isUsual || PARTICLE.test(family) || !/\s/.test(withoutTitles(family))) &&
    !/\s.*\s/.test(given) &&
    !SUFFIX.test(given) &&
    !ROLE.test(given) &&
    !isOrganization(given)
  );
}

/** Commas part names, but not `Lee, Ann` alone, which is one name with the family name first. */
function splitCommas(text: string, isOneOfMany: boolean): string[] {
  const parts = splitOutside(text, COMMA).map((part) => part.trim());
  const [first = "", second = ""] = parts;
  if (parts.length === 2 && parts.every((part) => WITHOUT_BLANK.test(part)))
    return isOneOfMany && text.includes(",") ? [`${first} ${second}`] : parts;
  return parts.length === 2 && isFamilyFirst(first, second) ? [turned(first, second)] : joinSuffixes(parts);
}

/** `Jr.` and the like belong to the name before. */
function joinSuffixes(parts: readonly string[]): string[] {
  return parts.reduce<string[]>((names, part) => {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(part.trim())) names[names.length - 1] = `${last}, ${part.trim()}`;
    else names.push(part.trim());
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
