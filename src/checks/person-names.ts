/** Names that are more than a name, or less: those of two people in one field, with an organization, and “TBD”. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import { citedName, EMAIL_IN_NAME, isOrganization } from "../text/person-names.ts";
import { enumerate } from "../text/wording.ts";

export function personNames(archive: Archive): Finding[] {
  const known = new Set(archive.people.map(({ name }) => name));
  const organizations = new Set(archive.organizations.flatMap(({ name, otherNames }) => [name, ...otherNames]));
  return [...names(archive)].flatMap(({ file, path, name }): Finding[] => {
    // `email-addresses.ts` tells what to do about it.
    if (EMAIL_IN_NAME.test(name)) return [];
    if (NO_NAME.test(name))
      return [
        {
          rule: "no-name",
          severity: "warning",
          file,
          path,
          message: `\`${clip(name)}\` is no name, and gets a page of its own among the speakers.`,
          hint: "Leave the field out until the name is known; `namesWithheld: 1` says that somebody is not named.",
        },
      ];
    const parted = partedByCommas(name, organizations);
    if (parted !== undefined)
      return [
        {
          rule: "organization-in-name",
          severity: "warning",
          file,
          path,
          message: `\`${clip(name)}\` seems to be a name with an organization.`,
          hint: `Write \`${clip(parted.name)}\` as the name, and ${enumerate(parted.others.map((one) => `\`${clip(one)}\``))} beside it.`,
        },
      ];
    const people = peopleIn(name, (one) => known.has(one));
    if (people === undefined) return [];
    return [
      {
        rule: "several-in-one-name",
        severity: "warning",
        file,
        path,
        message: `\`${clip(name)}\` seems to be ${people.length} people, who get one page together.`,
        hint: `Write each under \`speakers\`: ${enumerate(people.map((one) => `\`- name: ${clip(one)}\``))}.`,
      },
    ];
  });
}

function* names({ talks, people }: Archive): Generator<{ file: string; path: FieldPath; name: string }> {
  for (const { file, record } of talks) {
    if (record.speaker !== undefined) yield { file, path: ["speaker"], name: record.speaker };
    for (const [index, { name }] of (record.speakers ?? []).entries()) yield { file, path: ["speakers", index, "name"], name };
  }
  for (const { record } of people) if (record) yield { file: record.file, path: ["name"], name: record.record.name };
}

/** What stands where a name is not known. */
const NO_NAME = /^(?:t\.?b\.?[acd]\.?|n\/a|none|unknown|not known|to be (?:announced|confirmed|determined)|[?.–—-]+)$/i;

/** A name, and the fields for what stands behind it: an organization that the archive knows, and the role before that. */
function partedByCommas(text: string, known: ReadonlySet<string>): { name: string; others: string[] } | undefined {
  const [name = "", ...behind] = text.split(",").map((part) => part.trim());
  const organization = behind.pop();
  // `Example, Inc.` is an organization as a whole, and `Sample, Ada` a name in another order.
  if (organization === undefined || !known.has(organization) || !name.includes(" ") || isOrganization(name)) return undefined;
  const role = behind.join(", ");
  return { name, others: [...(role === "" ? [] : [`role: ${role}`]), `organization: ${organization}`] };
}

const SEPARATOR = /\s*[;/&]\s*|\s*,?\s+(?:and|und|et)\s+/i;

/** The people that a name lists, if each part of it is a whole name of a person. */
function peopleIn(name: string, isKnown: (name: string) => boolean): string[] | undefined {
  if (!/[,&/;]|\b(?:and|und|et)\b/i.test(name) || isOrganization(name)) return undefined;
  const parts = name.split(SEPARATOR).filter((part) => part !== "");
  const people = parts.flatMap((part) => {
    const pieces = part.split(/\s*,\s+/);
    return pieces.every((piece) => piece.includes(" ") && isWholeName(piece)) ? pieces : [part];
  });
  // In `Kim, Lee and Pat` a comma parts people, in `Lee, Kim; Pat, Ann` a family name from what follows.
  if (!/[;/]/.test(name) && people.some((one) => one.includes(","))) return undefined;
  // `García Márquez, Gabriel José` is one person, whose family name stands first.
  if (parts.length === 1 && people.length === 2 && !people.some(isKnown)) return undefined;
  return people.length > 1 && people.every(isWholeName) ? people : undefined;
}

const isWholeName = (name: string) => "family" in citedName(name) && name.split(" ").length < 5 && /^\p{Lu}/u.test(name);
