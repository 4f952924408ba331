/** The warning that one person may be in the archive twice, under two spellings. */
import type { Archive, Person } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { isTitle } from "../text/person-names.ts";
import { editDistance } from "../text/similar.ts";
import { slug } from "../text/slug.ts";

/** Names that more people share than this say nothing, and would take long to compare. */
const LARGEST_GROUP = 200;

/** `RK` or `R.K.` in place of a family name. */
const INITIALS = /^(?:\p{Lu}\.?){1,4}$/u;

interface Named {
  person: Person;
  words: string[];
  /** The initials of all but the first name. */
  initials: string;
  /** All but the first name is initials. */
  isShort: boolean;
  isTitled: boolean;
}

/** Reports everyone once at most, however many names are like theirs. */
export function similarSpeakers(archive: Archive): Finding[] {
  const findings = new Map<Person, Finding>();
  for (const group of groupsOf(archive.people)) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (one.person.slug === other.person.slug || knownToDiffer(one.person, other.person) || !looksLikeOne(one, other)) continue;
        const [known, doubtful] = weight(one) >= weight(other) ? [one, other] : [other, one];
        if (!findings.has(doubtful.person)) findings.set(doubtful.person, finding(known.person, doubtful.person));
      }
    }
  }
  return [...findings.values()];
}

/**
 * People who share a last name, or a first name and either end of the last one, which a slip of the pen leaves alone.
 * Nobody else is compared, so that ten thousand names stay quick.
 */
function groupsOf(people: readonly Person[]): Named[][] {
  const groups = new Map<string, Named[]>();
  for (const person of people) {
    const named = namedOf(person);
    const [first, last] = [named.words[0], named.words.at(-1) ?? ""];
    for (const key of [
      `last ${last}`,
      `first ${first} ${last.slice(0, 2)}`,
      `first ${first} …${last.slice(-2)}`,
      `initials ${first} ${named.initials}`,
    ]) {
      const group = groups.get(key);
      if (group) group.push(named);
      else groups.set(key, [named]);
    }
  }
  return [...groups.values()].filter((group) => group.length <= LARGEST_GROUP);
}

/** The larger, the more is to be said for this spelling: more talks have it, else it has no title. */
function weight({ person, isTitled }: Named): number {
  return person.appearances.length + (isTitled ? 0 : 0.5);
}

/** `Dr. Greg Example` as `greg example`. */
function namedOf(person: Person): Named {
  const all = person.name.split(/[\s,]+/u);
  const parts = all.filter((part) => !isTitle(part));
  const words = slug(parts.join(" ") || person.name).split("-");
  const [, ...others] = parts;
  const isShort = others.length > 0 && others.every((part) => INITIALS.test(part));
  const initials = isShort
    ? others.join("").replaceAll(".", "").toLowerCase()
    : words
        .slice(1)
        .map((word) => word.charAt(0))
        .join("");
  return { person, words, initials, isShort, isTitled: parts.length < all.length };
}

/** Told apart by a record, by two records of one name, or by speaking side by side. */
export function knownToDiffer(one: Person, other: Person): boolean {
  if (one.record && other.record && one.name === other.name) return true;
  const talks = new Set(one.appearances.map((appearance) => appearance.talk));
  if (other.appearances.some((appearance) => talks.has(appearance.talk))) return true;
  const says = (a: Person, b: Person) => a.record?.record.differentFrom?.includes(b.slug) === true;
  return says(one, other) || says(other, one);
}

/** The same names but for titles, a first initial, initials in place of the family name, or what `wordsAgree` allows. */
function looksLikeOne(one: Named, other: Named): boolean {
  if (one.isShort !== other.isShort && one.initials !== "" && one.initials === other.initials && one.words[0] === other.words[0])
    return true;
  const [a, b] = [one.words, other.words];
  return wordsAgree(a, b) || wordsAgree(withoutInitial(a), b) || wordsAgree(a, withoutInitial(b));
}

/** `c titus brown` as `titus brown`. */
function withoutInitial(words: readonly string[]): readonly string[] {
  return words.length > 2 && words[0]?.length === 1 ? words.slice(1) : words;
}

/** The same names but for middle names, initials, short forms or a slip of the pen. */
function wordsAgree(a: readonly string[], b: readonly string[]): boolean {
  const [first, last, otherFirst, otherLast] = [a[0] ?? "", a.at(-1) ?? "", b[0] ?? "", b.at(-1) ?? ""];
  if (a.length < 2 || b.length < 2) return false;
  if (first === otherFirst) return last === otherLast ? middlesAgree(a, b) : isSlip(last, otherLast);
  if (last !== otherLast) return false;
  const [short, long] = first.length < otherFirst.length ? [first, otherFirst] : [otherFirst, first];
  return isSlip(first, otherFirst) || (short.length >= 4 && long.startsWith(short)) || (short.length === 1 && long.startsWith(short));
}

/** `Konrad Wilk` and `Konrad Rzeszutek Wilk` agree; `Ann B. Lee` and `Ann C. Lee` do not. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [middle, otherMiddle] = [a.slice(1, -1).join(" "), b.slice(1, -1).join(" ")];
  return middle === "" || otherMiddle === "" || middle.charAt(0) === otherMiddle.charAt(0);
}

function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  const most = length >= 9 ? 2 : 1;
  // Numbers tell things apart.
  return length >= 5 && Math.abs(a.length - b.length) <= most && !/\d/.test(a + b) && editDistance(a, b) <= most;
}

function finding(known: Person, doubtful: Person): Finding {
  const first = doubtful.appearances[0];
  const index = first?.talk.speakers.indexOf(first) ?? 0;
  return {
    rule: "similar-speakers",
    severity: "warning",
    file: doubtful.record?.file ?? first?.talk.file ?? "",
    path: doubtful.record || !first ? ["name"] : first.talk.record.speakers ? ["speakers", index, "name"] : ["speaker"],
    message: `${doubtful.name} and ${known.name} may be one person.`,
    hint: `If so, make \`${doubtful.name}\` an alias in the record of ${known.name}; if not, write \`differentFrom: [${known.slug}]\` in the record of ${doubtful.name}.`,
  };
}
