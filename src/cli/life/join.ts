/** People who are one, and people who only look so: what joining and parting them writes into records. */
import { writtenFields } from "../../content/rewrite-record.ts";
import { formatRecord } from "../../content/write-record.ts";
import type { Person } from "../../model/archive.ts";
import { addTo } from "../../text/add-to.ts";
import { someOf } from "../../text/wording.ts";
import { UsageError } from "../options.ts";
import type { Life } from "./archive.ts";
import { changePeople } from "./references.ts";
import { changePeopleOfImports, renameSealed } from "./rename.ts";
import { tidy } from "../../text/normal.ts";

/** What an editor decided about two people, by their names in addresses. */
export interface Decision {
  decision: "join" | "part";
  /** Whose page and name stay. */
  keep: string;
  other: string;
}

/** Makes sure that decisions agree with each other and with who speaks beside whom. */
export function checkDecisions(life: Life, decisions: readonly Decision[]): void {
  new Groups(life, decisions);
}

/** Decides all changes; what of joined records cannot be kept is told. */
export function joinAndPart(life: Life, decisions: readonly Decision[]): void {
  const groups = new Groups(life, decisions);
  const renamed = new Map(groups.joined.flatMap(({ kept, others }) => others.map(({ slug }) => [slug, kept.slug] as const)));
  if (renamed.size > 0) {
    changePeople(life, renamed);
    changePeopleOfImports(life, renamed);
    for (const [from, to] of life.names.size > 0 ? renamed : []) renameSealed(life, from, to);
  }
  const owners = spellingOwners(life.archive.people);
  const files = new Map(life.archive.people.flatMap((person) => (person.record ? [[person, person.record.file] as const] : [])));
  for (const { kept, others } of groups.joined) new Joining(life, kept, others, owners).run(files);
  for (const { keep, other } of groups.parted) part(life, keep, other, files);
  for (const { record } of life.archive.people)
    if (record?.record.differentFrom?.some((slug) => renamed.has(slug)) === true && !life.edits.isRemoved(record.file))
      life.change({ kind: "speaker", file: record.file }, (fields) => ({
        ...fields,
        differentFrom: unique(textsOf(fields["differentFrom"])),
      }));
}

interface Group {
  kept: Person;
  others: Person[];
}

/** Who becomes one with whom, and who stays apart. */
class Groups {
  readonly joined: Group[] = [];
  readonly parted: { keep: Person; other: Person }[] = [];
  readonly #people: ReadonlyMap<string, Person>;
  readonly #group = new Map<Person, Set<Person>>();

  constructor(life: Life, decisions: readonly Decision[]) {
    this.#people = new Map(life.archive.people.map((person) => [person.slug, person]));
    const goes = new Set<Person>();
    const said = new Set<string>();
    for (const { decision, keep, other } of decisions) {
      if (decision !== "join") continue;
      said.add(`${keep} ${other}`).add(`${other} ${keep}`);
      const [a, b] = [this.#person(keep), this.#person(other)];
      if (a === b) throw new UsageError(`\`${keep}\` cannot be joined with itself; nothing was changed.`);
      const together = new Set([...this.#of(a), ...this.#of(b)]);
      for (const one of together) this.#group.set(one, together);
      goes.add(b);
    }
    for (const group of new Set(this.#group.values())) this.joined.push(grouped(group, goes, said));
    const keptOf = new Map(this.joined.flatMap(({ kept, others }) => others.map((other) => [other, kept] as const)));
    for (const { decision, keep, other } of decisions) {
      if (decision !== "part") continue;
      const [a, b] = [keep, other].map((slug) => this.#person(slug)).map((one) => keptOf.get(one) ?? one) as [Person, Person];
      if (a === b) throw new UsageError(`\`${keep}\` and \`${other}\` are both joined and parted; nothing was changed.`);
      this.parted.push({ keep: a, other: b });
    }
  }

  #of(person: Person): Set<Person> {
    return this.#group.get(person) ?? new Set([person]);
  }

  #person(slug: string): Person {
    const person = this.#people.get(slug);
    if (!person) throw new UsageError(`There is no person \`${slug}\`. Write the name as in the address of the page; nothing was changed.`);
    return person;
  }
}

/** The one who stays is never the other of a pair; of several the one with most talks. Of two pairs in a circle none says who that is. */
function grouped(group: ReadonlySet<Person>, goes: ReadonlySet<Person>, said: ReadonlySet<string>): Group {
  const [kept, ...more] = [...group]
    .filter((person) => !goes.has(person))
    .sort((a, b) => b.appearances.length - a.appearances.length || (a.slug < b.slug ? -1 : 1));
  if (!kept) {
    const slugs = someOf([...group].map(({ slug }) => `\`${slug}\``).sort());
    throw new UsageError(
      `Of ${slugs} each is joined to another one, so that nobody stays. Say of one that its name is kept; nothing was changed.`,
    );
  }
  // Who joins these two themselves knows better by now; who joins both to a third one may not have seen it.
  for (const { name, slug, record } of group)
    for (const other of group)
      if (record?.record.differentFrom?.includes(other.slug) === true && !said.has(`${slug} ${other.slug}`))
        throw new UsageError(
          `${name} and ${other.name} would become one, but ${record.file} says with \`differentFrom\` that they are two. Take it out of the record, or join fewer people; nothing was changed.`,
        );
  const talks = new Map<unknown, Person>();
  for (const person of group)
    for (const { talk } of person.appearances) {
      const other = talks.get(talk);
      if (other && other !== person)
        throw new UsageError(
          `${person.name} and ${other.name} speak side by side in “${talk.title}” (${talk.file}), and cannot be one; nothing was changed.`,
        );
      talks.set(talk, person);
    }
  const unpublished = [...group].find(({ record }) => record?.record.draft === true || record?.record.publishFrom !== undefined);
  if (unpublished)
    throw new UsageError(
      `The record of ${unpublished.name} (${unpublished.record?.file}) is not published yet. Publish it first, or delete it; nothing was changed.`,
    );
  return { kept, others: [...group].filter((person) => person !== kept && !more.includes(person)).concat(more) };
}

type Fields = Record<string, unknown>;

/** The people to whom each spelling belongs. */
function spellingOwners(people: readonly Person[]): ReadonlyMap<string, Person[]> {
  const owners = new Map<string, Person[]>();
  for (const person of people)
    for (const spelling of [person.name, ...(person.record?.record.aliases ?? [])]) addTo(owners, spelling, person);
  return owners;
}

/** Fields that mean something only together. */
const UNITS = [["bio", "bioBy", "bioAsOf"], ["country"], ["photo"]];
/** What the joined record says in any case, or in a way of its own. */
const JOINED = new Set(["name", "aliases", "differentFrom", "organizations", "links", "formerUrls", "sources", ...UNITS.flat()]);

class Joining {
  readonly #life: Life;
  readonly #kept: Person;
  readonly #others: readonly Person[];
  readonly #owners: ReadonlyMap<string, Person[]>;

  constructor(life: Life, kept: Person, others: readonly Person[], owners: ReadonlyMap<string, Person[]>) {
    this.#life = life;
    this.#kept = kept;
    this.#others = others;
    this.#owners = owners;
  }

  /** Decides the changes; `files` then says where the record of the one who stays is now. */
  run(files: Map<Person, string>): void {
    const group = [this.#kept, ...this.#others];
    // The record of the one who stays; else the first of the others becomes it, with its comments.
    const base = group.find(({ record }) => record);
    const written = group.map((person) => this.#fieldsOf(person));
    const fields = this.#joined(written);
    const file = this.#life.file("speakers", `${this.#kept.slug}.md`);
    if (base?.record) {
      this.#life.change({ kind: "speaker", file: base.record.file }, () => fields);
      this.#life.edits.move(base.record.file, file);
    } else this.#life.edits.write(file, formatRecord("speaker", fields));
    files.set(this.#kept, base?.record?.file ?? file);
    for (const { record } of group) if (record && record !== base?.record) this.#life.edits.remove(record.file);
  }

  #fieldsOf({ record }: Person): Fields {
    return (record && writtenFields("speaker", this.#life.edits.read(record.file) ?? "")) ?? {};
  }

  #joined(written: readonly Fields[]): Fields {
    const fields: Fields = { ...written[0] };
    for (const unit of [...UNITS, ...this.#otherFields(written)]) this.#takeFirst(fields, written, unit);
    const list = (field: string) => unique(written.flatMap((one) => textsOf(one[field])));
    const slugs = new Set([this.#kept, ...this.#others].map(({ slug }) => slug));
    const lists: Fields = {
      aliases: this.#aliases(),
      differentFrom: list("differentFrom").filter((slug) => !slugs.has(slug)),
      organizations: joinedOrganizations(written),
      links: uniqueBy(
        written.flatMap((one) => objectsOf(one["links"])),
        ({ url }) => String(url),
      ),
      formerUrls: unique([...list("formerUrls"), ...this.#others.map(({ path }) => path)]).filter((path) => path !== this.#kept.path),
      sources: list("sources"),
    };
    for (const [field, value] of Object.entries(lists)) {
      if (Array.isArray(value) && value.length > 0) fields[field] = value;
      else delete fields[field];
    }
    return { ...fields, name: this.#kept.name };
  }

  /** All spellings of the others, but those that somebody else has too: there talks say who is meant. */
  #aliases(): string[] {
    const group = new Set([this.#kept, ...this.#others]);
    const spellings = [...group].flatMap(({ name, record, appearances }) => [
      ...(record?.record.aliases ?? []),
      name,
      ...appearances.map((one) => one.name),
    ]);
    const isOurs = (spelling: string) => (this.#owners.get(spelling) ?? []).every((person) => group.has(person));
    return unique(spellings.map(tidy)).filter((spelling) => spelling !== tidy(this.#kept.name) && isOurs(spelling));
  }

  #otherFields(written: readonly Fields[]): string[][] {
    return unique(written.flatMap((one) => Object.keys(one)).filter((field) => !JOINED.has(field))).map((field) => [field]);
  }

  /** The first that says something; what others say differently cannot be kept, and is told. */
  #takeFirst(fields: Fields, written: readonly Fields[], unit: readonly string[]): void {
    const [first = ""] = unit;
    const from = written.find((one) => one[first] !== undefined);
    if (!from) return;
    for (const field of unit) {
      if (from[field] === undefined) delete fields[field];
      else fields[field] = from[field];
    }
    for (const [index, one] of written.entries()) {
      const person = index === 0 ? this.#kept : this.#others[index - 1];
      if (one[first] !== undefined && JSON.stringify(one[first]) !== JSON.stringify(from[first]) && person)
        this.#life.tell(
          `\`${first}\` in the record of ${person.name} (${person.record?.file}) is left out, for ${this.#kept.name} has another one: compare them.`,
        );
    }
  }
}

/** Two people who only look like one: a record says so, that of one who has a record already. */
function part(life: Life, keep: Person, other: Person, files: Map<Person, string>): void {
  const [holder, who] = files.has(other) || !files.has(keep) ? [other, keep] : [keep, other];
  const from = (fields: Fields): Fields => ({ ...fields, differentFrom: unique([...textsOf(fields["differentFrom"]), who.slug]) });
  const before = files.get(holder);
  const file = before ?? life.file("speakers", `${holder.slug}.md`);
  files.set(holder, file);
  if (before !== undefined) life.change({ kind: "speaker", file }, from);
  else life.edits.write(file, formatRecord("speaker", from({ name: holder.name })));
}

/** Organizations of all records, each once, with all its years. */
function joinedOrganizations(written: readonly Fields[]): Fields[] {
  const known = new Map<string, Fields>();
  for (const one of written.flatMap((fields) => objectsOf(fields["organizations"]))) {
    const key = String(one["name"]).toLowerCase();
    const before = known.get(key);
    const years = unique([before, one].flatMap((each) => (Array.isArray(each?.["seenIn"]) ? (each["seenIn"] as number[]) : [])));
    const starts = [before, one].flatMap((each) => (typeof each?.["from"] === "number" ? [each["from"]] : []));
    known.set(key, {
      ...one,
      ...before,
      ...(starts.length > 0 && { from: Math.min(...starts) }),
      ...(years.length > 0 && { seenIn: years.sort((a, b) => a - b) }),
    });
  }
  return [...known.values()];
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const objectsOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map([...values].reverse().map((value) => [keyOf(value), value])).values()].reverse();
}
