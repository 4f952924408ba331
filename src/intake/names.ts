/** The matching of foreign names to known speakers, so that one person has one page and two people have two. */
import type { Filed } from "../model/archive.ts";
import type { SpeakerRecord } from "../model/records/speaker.ts";
import { speakerPath } from "../model/urls.ts";
import { latinKey, slug } from "../text/slug.ts";
import { mayBeOne, tellingLetters } from "../text/telling-letters.ts";
import type { ForeignAppearance, ForeignSpeaker } from "../importers/importer.ts";
import { tidy } from "../text/normal.ts";

/** Which person a name means: by the name alone, by a record, or one of several. */
export type Match = { person?: string } | { ambiguous: string[] };

/** Everybody known so far; what is imported is added as it comes. */
export class Names {
  /** Records that tell apart, or join, what names alone cannot; by id. */
  readonly made = new Map<string, { name: string }>();
  /** The former names of records that the source calls otherwise by now, and which nobody has any more; by id. */
  readonly respelled = new Map<string, string>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byFolded = new Map<string, Set<string>>();
  readonly #byTelling = new Map<string, Set<string>>();
  readonly #organizations = new Map<string, string[]>();
  readonly #recordNames = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  /** Former addresses of people, which nobody else may get. */
  readonly #former = new Set<string>();
  /** The records to which addresses made of a name lead on, as `id name`. */
  readonly #leads = new Set<string>();
  /** The name behind every address of a person that no record has, and the person's identity at the source. */
  readonly #unrecorded = new Map<string, { name: string; key: string | undefined }>();
  readonly #byKey = new Map<string, string>();
  /** The records that somebody of the source has. */
  readonly #taken = new Set<string>();
  /** Those of them of which it is known who of the source are joined in them. */
  readonly #joined = new Set<string>();
  /** Where to go on counting, so that thousands of people of one name stay quick. */
  readonly #numbers = new Map<string, number>();
  readonly #settled = new Map<string, Match>();
  /** The identity at the source of records made for it. */
  readonly #keys = new Map<string, string>();

  constructor(records: readonly Filed<SpeakerRecord>[], names: Iterable<string>) {
    for (const { id, record } of records) {
      this.#addRecord(id, record.name);
      for (const alias of record.aliases ?? []) {
        add(this.#byName, tidy(alias), id);
        this.#aliases.set(tidy(alias), id);
      }
      for (const path of record.formerUrls ?? []) {
        this.#former.add(path);
        this.#leads.add(`${id} ${/^\/speakers\/(.+?)(?:-\d+)?\/$/.exec(path)?.[1]}`);
      }
      this.#organizations.set(
        id,
        (record.organizations ?? []).map(({ name }) => name.toLowerCase()),
      );
    }
    for (const name of names) if (!this.#byName.has(tidy(name))) this.#unrecorded.set(slug(name), { name: tidy(name), key: undefined });
  }

  /** Forgets identities of the source before, which mean nothing in the next one. */
  nextSource(): void {
    this.respelled.clear();
    this.#byKey.clear();
    this.#taken.clear();
    this.#joined.clear();
    this.#keys.clear();
    this.#settled.clear();
    for (const one of this.#unrecorded.values()) one.key = undefined;
  }

  /** The person of an appearance. `known` is the record that an editor or an earlier import gave for it. */
  resolve({ name, key, organization }: ForeignAppearance, known: string | undefined): Match {
    const exact = [...(this.#byName.get(tidy(name)) ?? [])];
    const byKey = key === undefined ? undefined : this.#byKey.get(key);
    const [only, second] = exact;
    if (only !== undefined && second === undefined) return byKey !== undefined && byKey !== only ? { person: byKey } : {};
    if (second !== undefined) {
      const employed = exact.filter(
        (id) => organization !== undefined && this.#organizations.get(id)?.includes(organization.toLowerCase()),
      );
      const ours = known !== undefined && exact.includes(known) ? known : undefined;
      const person = byKey ?? ours ?? (employed.length === 1 ? employed[0] : undefined);
      return person === undefined ? { ambiguous: exact } : { person };
    }
    if (byKey !== undefined) return { person: byKey };
    const settled = this.#settled.get(tidy(name)) ?? this.#settle({ name, key }, known);
    if (!("ambiguous" in settled)) this.#settled.set(tidy(name), settled);
    return settled;
  }

  /** A name that no record has in this spelling; the first answer in a source stands for all its talks. */
  #settle({ name, key }: ForeignAppearance, known: string | undefined): Match {
    const address = slug(name);
    const other = this.#unrecorded.get(address);
    if (other?.name === tidy(name)) {
      other.key ??= key;
      return {};
    }
    const folded = this.#spelledAs(name);
    const counted = folded.length === 1 && folded[0] !== undefined ? this.#keys.get(folded[0]) : undefined;
    if (counted !== undefined && key !== undefined && counted !== key) {
      this.#make(this.freeId(address), tidy(name), key);
      return {};
    }
    if (folded.length === 1 && folded[0] !== undefined) return { person: folded[0] };
    if (folded.length > 1) return known !== undefined && folded.includes(known) ? { person: known } : { ambiguous: folded };
    if (other === undefined && !this.#recordNames.has(address) && !this.#former.has(speakerPath(address))) {
      this.#unrecorded.set(address, { name: tidy(name), key });
      return {};
    }
    if (isSpelling({ name, key }, other)) {
      this.#make(address, other.name, other.key ?? key);
      return { person: address };
    }
    this.#make(this.freeId(address, other !== undefined), tidy(name), key);
    return {};
  }

  /** The record that says that a name is another spelling of its own, whatever a source makes of it. */
  aliasOf(name: string): string | undefined {
    const alias = this.#aliases.get(tidy(name));
    return this.#byName.get(tidy(name))?.size === 1 ? alias : undefined;
  }

  /**
   * Says who got a record at an earlier import, which tells people of one name apart. Says whether the record has the name still; it may also
   * have been joined with another one, to which its address leads on.
   */
  remember({ key, name }: ForeignSpeaker, id: string): boolean {
    const isSame = tidy(this.#recordNames.get(id) ?? "") === tidy(name);
    if (!isSame && !this.#leads.has(`${id} ${slug(name)}`)) return false;
    if (this.#taken.has(id)) this.#joined.add(id);
    this.#take(key, id);
    return isSame;
  }

  /**
   * The record of a person whom the source describes: one that is there, or the id of a new one. `alias` is the spelling by which talks without
   * a record know the person: without it in the new record they would be two at one address.
   */
  recordFor({ key, name }: ForeignSpeaker): { id: string; alias?: string } | { ambiguous: string[] } {
    const alias = this.aliasOf(name);
    const given = this.#byKey.get(key) ?? alias;
    if (given !== undefined) {
      this.#byKey.set(key, given);
      // Somebody else of the source may have the name of the record itself.
      if (given !== alias) this.#taken.add(given);
      return { id: given };
    }
    const taken = this.#taken;
    const exact = [...(this.#byName.get(tidy(name)) ?? [])].filter((id) => !taken.has(id));
    if (exact.length > 1) return { ambiguous: exact };
    const folded = exact.length === 0 && !this.#byName.has(tidy(name)) ? this.#spelledAs(name).filter((id) => !taken.has(id)) : [];
    const address = slug(name);
    const other = this.#unrecorded.get(address);
    const spelling = other?.name !== tidy(name) && isSpelling({ name, key }, other) ? other.name : undefined;
    const isElse = other !== undefined && other.name !== tidy(name) && spelling === undefined;
    const [id = this.#joinedAs(name) ?? this.freeId(address, isElse)] = [...exact, ...(folded.length === 1 ? folded : [])];
    this.#take(key, id);
    if (this.#recordNames.has(id)) return { id };
    this.#addRecord(id, tidy(name));
    this.#unrecorded.delete(id);
    if (spelling === undefined || id !== address) return { id };
    add(this.#byName, spelling, id);
    this.#aliases.set(spelling, id);
    return { id, alias: spelling };
  }

  /** The record with which another of the same name was joined, where no earlier import tells whose that was. */
  #joinedAs(name: string): string | undefined {
    const isJoined = (id: string) => this.#leads.has(`${id} ${slug(name)}`) && !this.#joined.has(id);
    return [...(this.#byName.get(tidy(name)) ?? [])].find(isJoined);
  }

  /** The records of which a name may be another spelling. */
  #spelledAs(name: string): string[] {
    const [folded, telling] = [fold(name), tellingLetters(name)];
    if (telling === "") return [...(this.#byFolded.get(folded) ?? [])];
    return [telling, ""].flatMap((letters) => [...(this.#byTelling.get(tellingKey(folded, letters)) ?? [])]);
  }

  /** Says that a record is called otherwise by now, so that the name of a talk is compared with what stands in it. */
  callNow(id: string, name: string): void {
    const before = this.#recordNames.get(id);
    if (before === undefined || tidy(before) === tidy(name)) return;
    const called = this.#byName.get(tidy(before));
    if (this.#aliases.get(tidy(before)) !== id) called?.delete(id);
    if (called?.size === 0) {
      this.#byName.delete(tidy(before));
      this.respelled.set(id, tidy(before));
    }
    this.#addRecord(id, name);
  }

  #take(key: string, id: string): void {
    this.#byKey.set(key, id);
    this.#taken.add(id);
  }

  /** An id that no record has or had, nor somebody without one who is there at the address. */
  freeId(address: string, isTaken = false): string {
    const isRecord = (id: string) => this.#recordNames.has(id) || this.#former.has(speakerPath(id));
    if (!isTaken && !isRecord(address) && !this.made.has(address) && !WINDOWS.test(address)) {
      const other = this.#unrecorded.get(address);
      if (other === undefined || other.key === undefined) return address;
    }
    let number = this.#numbers.get(address) ?? 2;
    while (isRecord(`${address}-${number}`) || this.#unrecorded.has(`${address}-${number}`)) number++;
    this.#numbers.set(address, number);
    return `${address}-${number}`;
  }

  #make(id: string, name: string, key: string | undefined): void {
    if (key !== undefined) this.#keys.set(id, key);
    this.made.set(id, { name });
    this.#unrecorded.delete(id);
    this.#addRecord(id, name);
  }

  #addRecord(id: string, name: string): void {
    this.#recordNames.set(id, name);
    add(this.#byName, tidy(name), id);
    add(this.#byFolded, fold(name), id);
    add(this.#byTelling, tellingKey(fold(name), tellingLetters(name)), id);
  }
}

interface Called {
  name: string;
  key: string | undefined;
}

/** One address, two spellings: one person, unless the source counts them as two. */
function isSpelling({ name, key }: Called, other: Called | undefined): other is Called {
  return (
    other !== undefined &&
    latinKey(other.name) === latinKey(name) &&
    mayBeOne(tellingLetters(other.name), tellingLetters(name)) &&
    (other.key === undefined || key === undefined || other.key === key)
  );
}

const WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(id));
}

const tellingKey = (folded: string, letters: string) => `${folded} ${letters}`;

/** The same for other capitals, accents and orders of words. */
function fold(name: string): string {
  const words = latinKey(name).split(/[-\s]/);
  return words.length > 5 ? words.join("-") : words.sort().join("-");
}
