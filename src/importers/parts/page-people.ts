/** How pages of talks print a person: `Ann Lee, Principal Engineer, Intel` and its relatives. */
import { filled, lineOf } from "./reading.ts";

export interface PrintedPerson {
  name: string;
  role?: string;
  organization?: string;
}

/** Words of roles. */
export const ROLE =
  /\b(engineer|manager|director|developer|architect|professor|founder|ceo|cto|cio|vp|president|researcher|research(er)?|lead(er)?|head|chair(man|person|woman)?|student|scientist|evangelist|consultant|maintainer|fellow|chief|officer|analyst|administrator|specialist|contributor|committer|advocate|owner|partner|intern|phd|designer|programmer|hacker|editor|staff)\b/i;
const NAME =
  /^(?:(?:dr|prof|mr|ms|mrs)\.? )?\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:(?:van|von|de|der|den|di|da|del|la|le|bin|al|el|du|dos|ten|ter)\b|[\p{Lu}"“(][\p{L}\p{M}.'’"”)-]*)){1,4}$/u;
const NO_NAME =
  /\b(xen|summit|agenda|slides?|video|abstract|overview|welcome|keynote|session|download|update|introduction|conclusion|linux|cloud|project|presentations?|about|contact|registration|hypervisor|virtualization|virtualisation|open source|live|migration|memory|networks?|networking|storage|schedul\w*|debugging|testing|systems?|scale|status|roadmap|releases?|servers?|desktop|mobile|design|using|future|guests?|support|tools?|drivers?|kernel|windows|corp|inc|ltd|gmbh|university|labs?|software|technologies|performance|security|the|and|for|with|in|on|of|to)\b/i;

/** No line of names is longer. */
const LONGEST_LINE = 500;

/** Whether a text can be the name of a person, by its form. */
export function looksLikeName(text: string): boolean {
  return text.length <= 60 && NAME.test(text) && !NO_NAME.test(text) && !ROLE.test(text);
}

/** The person that a line prints, if it starts with a name. */
export function printedPerson(text: string): PrintedPerson | undefined {
  const line = lineOf(text).replace(/^[-–—•*]\s*|[.;,]$/g, "");
  const [, before = "", inside = "", after = ""] = /^([^(]+?)\s*\(([^)]+)\)(.*)$/.exec(line) ?? [];
  if (looksLikeName(before) && !/\p{L}{3}/u.test(after)) return { name: before, ...affiliation(inside) };
  const [first = "", ...rest] = line.split(/\s*,\s*|\s+[-–—|]\s+|\s*:\s+|\s+(?:from|at)\s+(?=\p{Lu})/u);
  if (!looksLikeName(first)) return undefined;
  const remainder = lineOf(line.slice(first.length).replace(/^\s*(?:[,:|–—-]|from\b|at\b)\s*/, ""));
  return rest.length === 0 ? { name: first } : { name: first, ...affiliation(remainder) };
}

/** Whether a line by itself can say what a person is: short, with a role in it, and no sentence. */
export function isAffiliation(text: string): boolean {
  return (
    text.length <= 100 && ROLE.test(text) && /^\p{Lu}/u.test(text) && !/[.!?]$|\b(is|was|has|works|worked|joined|he|she|they)\b/i.test(text)
  );
}

/** `Principal Engineer, Intel`, `CTO at Citrix`, `Intel` or `Maintainer`. */
export function affiliation(text: string): Omit<PrintedPerson, "name"> {
  if (text.length > 150) return {};
  const [, atOne, one, ofOne, other] = /^(?:(.+?)\s+(?:at|@)\s+(.+)|([^,]+?)\s+(?:of|for)\s+([^,]+))$/.exec(text) ?? [];
  const [at = "", place = ""] = [atOne ?? ofOne, one ?? other];
  if (ROLE.test(at)) return { role: at, organization: place };
  const parts = text.split(/\s*(?:,|\s[-–—|]\s|\/)\s*/).filter(Boolean);
  const last = parts.at(-1) ?? "";
  if (parts.length === 1)
    return ROLE.test(last) && !/\b(inc|ltd|corp|gmbh|research)\b/i.test(last) ? { role: last } : filled({ organization: last });
  const first = parts[0] ?? "";
  if (ROLE.test(first)) return { role: parts.slice(0, -1).join(", "), organization: last };
  return ROLE.test(last) ? { role: last, organization: parts.slice(0, -1).join(", ") } : { organization: text };
}

/**
 * All persons of a line such as `Ann Lee (Intel) and Bob Ray (AMD)`. In `Ann Lee, Red Hat` the comma stands before an
 * organization, and between names only where a label or an `and` says that there are several.
 */
export function printedPeople(text: string): PrintedPerson[] {
  if (text.length > LONGEST_LINE) return [];
  const [label = ""] = /^(speakers?|presenters?|presented by|authors?|panell?ists?|by)\s*:?\s+/i.exec(text) ?? [];
  const line = lineOf(text.slice(label.length));
  const parts = line.split(/\s*;\s*|\s+(?:and|&)\s+|(?<=\))\s*,\s*|\s*\|\s*/).filter(Boolean);
  const several = parts.length > 1 ? parts.map(printedPerson).filter((person) => person !== undefined) : [];
  const names = line.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/).filter(Boolean);
  const isUneven =
    several.some(({ organization }) => organization === undefined) && several.some(({ organization }) => organization !== undefined);
  if (names.length > 1 && names.every(looksLikeName) && (isUneven || /s\b/i.test(label))) return names.map((name) => ({ name }));
  if (several.length > 1 && several.length === parts.length) return several;
  const single = printedPerson(line);
  return single ? [single] : [];
}
