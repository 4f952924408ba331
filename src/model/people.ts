/** Who is who: which name at a talk belongs to which person. */
import type { Filed, Person } from "./archive.ts";
import type { Finding } from "./problem.ts";
import type { SpeakerRecord } from "./records/speaker.ts";
import { addTo } from "../text/add-to.ts";
import { fold, isAlphabetic } from "../text/fold.ts";
import { sortedWord } from "../text/person-names.ts";
import { guesser } from "../text/similar.ts";
import { slug } from "../text/slug.ts";
import { speakerPath } from "./urls.ts";
import { tidy } from "../text/normal.ts";

/** Of how many people of one name the records are named. */
const MOST_NAMED = 5;

/** Finds the person behind a name at a talk; makes one from the name alone where there is no record. */
export class People {
  readonly findings: Finding[] = [];
  readonly #byId = new Map<string, Person>();
  readonly #byName = new Map<string, Person[]>();
  readonly #guess = guesser();

  constructor(records: readonly Filed<SpeakerRecord>[]) {
    for (const record of records) this.#add(record.id, record.record.name, record);
    for (const person of this.#byId.values())
      for (const [index, alias] of (person.record?.record.aliases ?? []).entries()) this.#claim(alias, person, index);
  }

  /** The person, or a finding and a person of that name all the same, so that one mistake is reported once. */
  resolve(name: string, id: string | undefined, file: string, path: (string | number)[]): Person {
    if (id !== undefined) {
      const person = this.#byId.get(id);
      if (person) return person;
      const near = this.#guess(id, this.#byId.keys());
      this.findings.push({
        rule: "unknown-person",
        severity: "error",
        file,
        path: [...path, "person"],
        message: `There is no speaker record \`${id}\`.`,
        hint: near ? `Did you mean \`${near}\`?` : `Create \`speakers/${id}.md\`, or delete \`person\`.`,
      });
    }
    const known = this.#byName.get(tidy(name)) ?? [];
    if (known.length > 1 && id === undefined) {
      const records = known
        .slice(0, MOST_NAMED)
        .map((person) => `\`${person.slug}\``)
        .join(" or ");
      this.findings.push({
        rule: "ambiguous-person",
        severity: "error",
        file,
        path: [...path, path.length > 0 ? "name" : "speaker"],
        message: `Several people are called ${name}.`,
        hint: `Add \`person:\` with the name of the record: ${records}.`,
      });
    }
    return known[0] ?? this.#add(slug(name), tidy(name), undefined);
  }

  /** Everyone, in order of sorting names. */
  all(): Person[] {
    const unique = new Set([...this.#byId.values(), ...[...this.#byName.values()].flat()]);
    return [...unique].sort(bySortName);
  }

  #add(id: string, name: string, record: Filed<SpeakerRecord> | undefined): Person {
    const person: Person = {
      slug: id,
      path: speakerPath(id),
      name,
      sortName: sortName(name),
      record,
      bio: undefined,
      appearances: [],
      affiliations: [],
    };
    if (record) this.#byId.set(id, person);
    addTo(this.#byName, tidy(name), person);
    return person;
  }

  #claim(alias: string, person: Person, index: number): void {
    const others = (this.#byName.get(tidy(alias)) ?? []).filter((other) => other !== person);
    this.#byName.set(tidy(alias), [...others, person]);
    const [other] = others;
    if (other && person.record)
      this.findings.push({
        rule: "alias-claimed",
        severity: "error",
        file: person.record.file,
        path: ["aliases", index],
        message: `The spelling “${alias}” already belongs to \`${other.slug}\`.`,
        hint: "Delete it from one of the two records, or join the records.",
      });
  }
}

/** People in order of sorting names. */
export function bySortName(a: Person, b: Person): number {
  return a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.slug < b.slug ? -1 : 1;
}

/** Family name first as far as it can be told of a name in Latin script. Other alphabets keep their own letters, after these. */
function sortName(name: string): string {
  const family = sortedWord(name);
  if (/\p{Script=Latin}/u.test(family)) return `${slug(family)} ${slug(name)}`;
  return isAlphabetic(name) ? fold(name) : slug(name);
}
