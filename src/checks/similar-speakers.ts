/** The warning that one person may be in the archive twice, under two spellings. */
import type { Archive, Person } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { editDistance } from "../text/similar.ts";
import { slug } from "../text/slug.ts";

/** Names that more people share than this say nothing, and would take long to compare. */
const LARGEST_GROUP = 200;

interface Named {
  person: Person;
  words: string[];
}

/** Reports everyone once at most, however many names are like theirs. */
export function similarSpeakers(archive: Archive): Finding[] {
  const findings = new Map<Person, Finding>();
  for (const group of groupsOf(archive.people)) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (one.person.slug === other.person.slug || knownToDiffer(one.person, other.person) || !looksLikeOne(one.words, other.words))
          continue;
        const [known, doubtful] = one.person.appearances.length >= other.person.appearances.length ? [one, other] : [other, one];
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
    const words = slug(person.name).split("-");
    const last = words.at(-1) ?? "";
    for (const key of [`last ${last}`, `first ${words[0]} ${last.slice(0, 2)}`, `first ${words[0]} …${last.slice(-2)}`]) {
      const group = groups.get(key);
      if (group) group.push({ person, words });
      else groups.set(key, [{ person, words }]);
    }
  }
  return [...groups.values()].filter((group) => group.length <= LARGEST_GROUP);
}

/** Told apart by a record, by two records of one name, or by speaking side by side. */
function knownToDiffer(one: Person, other: Person): boolean {
  if (one.record && other.record && one.name === other.name) return true;
  const talks = new Set(one.appearances.map((appearance) => appearance.talk));
  if (other.appearances.some((appearance) => talks.has(appearance.talk))) return true;
  const says = (a: Person, b: Person) => a.record?.record.differentFrom?.includes(b.slug) === true;
  return says(one, other) || says(other, one);
}

/** The same names but for middle names, initials, short forms or a slip of the pen. */
function looksLikeOne(a: readonly string[], b: readonly string[]): boolean {
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
