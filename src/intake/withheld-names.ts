/**
 * The names that imports must not bring back: of people who have another name now, and of those who left. `content/.imports/names.txt`
 * holds them sealed. What a source says under such a name is taken in as if the source knew better.
 */
import { dirname, join, resolve } from "node:path";
import { needSeal, type Seal, SealedTexts, SealError, withdrawnFile } from "../content/sealed.ts";
import type { Complaint, ForeignConference, ForeignSpeaker, ForeignTalk, Imported, Place } from "../importers/importer.ts";
import { changeText, NO_NAME, type NameChange } from "../text/name-change.ts";
import { keysToLookUp, NameFinder, type PossibleName, possibleNames } from "../text/name-pattern.ts";
import type { Fields } from "./canonical.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { type Store, storeKey } from "./existing-records.ts";
import { importsFolder } from "./import-state.ts";

export const namesFile = (contentDir: string) => join(importsFolder(contentDir), "names.txt");

/** The word on a sealed name. */
export const FORGOTTEN = "forgotten";
export const RENAMED = (person: string) => `renamed ${person}`;
/** The word on a form of the name that may be somebody else's, such as `Z. Example`. */
const PERHAPS = "perhaps ";
export const PERHAPS_OF = (word: string) => PERHAPS + word;

/** What a word on a sealed name becomes when the person that it names is called otherwise in addresses. */
export function wordOfPerson(word: string, from: string, to: string): string {
  return word === RENAMED(from) ? RENAMED(to) : word === PERHAPS_OF(RENAMED(from)) ? PERHAPS_OF(RENAMED(to)) : word;
}

/** What identifies a talk or a person at its source, without the old names. */
export function changeKey(key: string, changes: readonly NameChange[]): string {
  return changeText(key, changes) ?? NO_NAME;
}

/** Any data without the old names; entries and fields of which nothing is left are left out. */
export function changeData(value: unknown, changes: readonly NameChange[]): unknown {
  if (typeof value === "string") return changeText(value, changes);
  if (Array.isArray(value)) {
    const left = value.map((one) => changeData(one, changes)).filter((one) => one !== undefined);
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, changeData(inner, changes)] as const);
  // A link without its address is none.
  if ("url" in value && value.url !== undefined && entries.some(([key, inner]) => key === "url" && inner === undefined)) return undefined;
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** The speakers of a talk without those who left, and how many names of the talk are withheld then. */
export function withoutSpeakers(talk: Readonly<Fields>, hasLeft: (speaker: Readonly<Fields>) => boolean): Fields {
  const listed = listedSpeakers(talk);
  const left = listed.filter((speaker) => !hasLeft(speaker));
  if (left.length === listed.length) return { ...talk };
  const { speaker, person, role, organization, bio, speakers, ...rest } = talk;
  const withheld = (typeof talk["namesWithheld"] === "number" ? talk["namesWithheld"] : 0) + listed.length - left.length;
  return { ...rest, ...speakerFields(left), namesWithheld: withheld };
}

/** The speakers of a talk in the form that records have: one as fields of the talk, several as a list. */
export function speakerFields(speakers: readonly Readonly<Fields>[]): Fields {
  const [only, more] = speakers;
  if (!only || more) return only ? { speakers } : {};
  const { name, ...rest } = only;
  return { speaker: name, ...rest };
}

/**
 * The sealed names of an archive. `forget-person` and `rename-person` write them first, and then what they withdraw from the ledger: addresses
 * that were withdrawn without any name tell that the names were lost, as where a copy of the records left out what begins with a dot.
 *
 * @throws {SealError} when they were lost.
 */
export function readSealedNames(contentDir: string, ledgerDir = join(dirname(resolve(contentDir)), ".ledger")): SealedTexts {
  const [file, withdrawn] = [namesFile(contentDir), withdrawnFile(ledgerDir)];
  const names = SealedTexts.read(file);
  if (!names.hasKey && SealedTexts.read(withdrawn).size > 0)
    throw new SealError(
      `There is nothing in \`${file.replaceAll("\\", "/")}\`, but addresses were withdrawn with names (\`${withdrawn.replaceAll("\\", "/")}\`), which could come back now. Get the file back from the history of the repository. If its key is lost, delete both.`,
    );
  return names;
}

/** What the records say of sealed names. Without the key an import cannot keep to it, and refuses. */
export function readNames(
  contentDir: string,
  environment: Readonly<Record<string, string | undefined>>,
  refused = "Nothing was imported.",
): { texts: SealedTexts; seal: Seal } | undefined {
  const texts = readSealedNames(contentDir);
  if (texts.size === 0) return undefined;
  const seal = needSeal(
    environment,
    `People of this archive changed their name or left, and without the key their old names could come back. ${refused}`,
  );
  texts.check(seal);
  return { texts, seal };
}

const NEAR: Complaint = {
  rule: "name-withheld",
  severity: "warning",
  message: "A name here is close to one that must not be told any more, but for titles, initials or middle names; it is withheld.",
  hint: "If it is somebody else, write the name into the record by hand: imports leave it there, and know it from then on.",
};

/**
 * What the files state and how it was read, without the old names; what may be one of them is withheld, and told. Gives how many rows said nothing else than
 * that somebody is there who left.
 */
export function withholdNames(
  imported: Imported,
  store: Store,
  sealed: { texts: SealedTexts; seal: Seal },
  tell: (place: Place, complaint: Complaint) => void,
): number {
  const known = namesOf(store);
  const lookUp = new LookUp(sealed.texts, sealed.seal, known);
  let leftOut = 0;
  for (const conference of imported.conferences) {
    const found = namesIn(conference, lookUp);
    if (found.size === 0) continue;
    const withholding = new Withholding(found, store, tell);
    leftOut += withholding.change(conference);
    imported.guesses = (imported.guesses ?? []).filter(({ written, read }) => !withholding.isIn(written) && !withholding.isIn(read));
  }
  return leftOut;
}

/** Whether names of speakers or a text tell a sealed name, or what may be one; `known` are names that the archive has, who are somebody else. */
export function tellsSealedName(
  { names, text }: { names: readonly string[]; text: string },
  { texts, seal }: { texts: SealedTexts; seal: Seal },
  known: ReadonlySet<string>,
): boolean {
  const lookUp = new LookUp(texts, seal, known);
  return names.some((name) => lookUp.speaker(name) !== undefined) || [...possibleNames(text)].some((run) => lookUp.run(run) !== undefined);
}

/** All names that the records tell: whoever has one of them is somebody else. */
function namesOf(store: Store): Set<string> {
  const names = [...store.records.values()].flatMap(({ kind, record }) => {
    if (kind === "talk") return listedSpeakers(record).map(({ name }) => name);
    return kind === "speaker" ? [record["name"], ...(Array.isArray(record["aliases"]) ? record["aliases"] : [])] : [];
  });
  return new Set(names.filter((name) => typeof name === "string"));
}

/** Looks names up among the sealed ones. */
class LookUp {
  readonly #all: SealedTexts;
  readonly #sure: SealedTexts;
  readonly #seal: Seal;
  readonly #known: ReadonlySet<string>;

  constructor(texts: SealedTexts, seal: Seal, known: ReadonlySet<string>) {
    this.#all = texts;
    this.#sure = texts.only((word) => !word.startsWith(PERHAPS));
    this.#seal = seal;
    this.#known = known;
  }

  /** The word on the name of a speaker: on the name itself, or on what it may be. */
  speaker(name: string): string | undefined {
    const { sure, short, shortened } = keysToLookUp(name);
    const word = this.#first(this.#sure, sure);
    if (word !== undefined || this.#known.has(name)) return word;
    const near = this.#first(this.#all, [...sure, ...short]) ?? this.#first(this.#sure, shortened);
    return near === undefined ? undefined : near.startsWith(PERHAPS) ? near : PERHAPS_OF(near);
  }

  /** The word on a run of words in a text. */
  run({ key, short, shortened, mayBeNear, name }: PossibleName): string | undefined {
    const word = this.#first(this.#sure, [key]);
    if (word !== undefined || !mayBeNear || this.#known.has(name)) return word;
    const near = this.#first(this.#all, [key, ...short]) ?? this.#first(this.#sure, [...short, ...shortened]);
    return near === undefined ? undefined : near.startsWith(PERHAPS) ? near : PERHAPS_OF(near);
  }

  #first(texts: SealedTexts, keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const word = texts.find(this.#seal, key);
      if (word !== undefined) return word;
    }
    return undefined;
  }
}

/** The sealed names that a conference tells, as speakers or in any text: the spellings of each word. */
function namesIn(conference: ForeignConference, lookUp: LookUp): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (word: string | undefined, name: string) => {
    if (word !== undefined) found.set(word, (found.get(word) ?? new Set()).add(name));
  };
  const names = [...conference.talks.flatMap(({ speakers }) => speakers), ...conference.speakers];
  for (const { name } of names) note(lookUp.speaker(name), name);
  for (const text of textsIn(conference)) for (const run of possibleNames(text)) note(lookUp.run(run), run.name);
  return found;
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) if (key !== "rows") yield* textsIn(inner);
}

/** Changes what one conference says. */
class Withholding {
  readonly #changes: NameChange[] = [];
  readonly #near: NameFinder[] = [];
  readonly #newNames = new Map<string, string>();
  readonly #tell: (place: Place, complaint: Complaint) => void;

  constructor(found: ReadonlyMap<string, ReadonlySet<string>>, store: Store, tell: (place: Place, complaint: Complaint) => void) {
    this.#tell = tell;
    // A whole name goes before what may be a part of one: “Zelda M. Quuxbury” before “Zelda M”.
    const isSure = ([word]: readonly [string, unknown]) => !word.startsWith(PERHAPS);
    for (const [word, spellings] of [...found].sort((a, b) => Number(isSure(b)) - Number(isSure(a)))) {
      const [, person] = /^renamed (\S+)$/.exec(word) ?? [];
      const name = person === undefined ? undefined : store.records.get(storeKey("speaker", person))?.record["name"];
      const finder = new NameFinder(spellings);
      this.#changes.push({ finder, name: typeof name === "string" ? name : undefined });
      if (typeof name === "string") for (const spelling of spellings) this.#newNames.set(spelling, name);
      if (word.startsWith(PERHAPS)) this.#near.push(finder);
    }
  }

  /** Whether a text tells one of the names. */
  isIn(text: string): boolean {
    return this.#changes.some(({ finder }) => finder.holds(text));
  }

  /** Gives how many rows are left out. */
  change(conference: ForeignConference): number {
    const change = <Thing>(thing: Thing): Thing => changeData(thing, this.#changes) as Thing;
    // A talk or a person whose page has the name in its address is more than a link: the address alone goes.
    const changeAll = <Thing extends { url?: string | undefined }>({ url, ...thing }: Thing) => ({ ...change(thing), url: change(url) });
    let leftOut = 0;
    conference.event = change(conference.event);
    if (conference.slug !== undefined) conference.slug = change(conference.slug);
    conference.talks = conference.talks.map(({ rows, when, speakers, ...talk }): ForeignTalk => {
      this.#tellNear([talk, speakers], rows);
      const left = speakers.filter((speaker) => !this.#hasLeft(speaker));
      const withheld = (talk.record.namesWithheld ?? 0) + speakers.length - left.length;
      const changed = changeAll(talk);
      return {
        ...changed,
        key: changeKey(talk.key, this.#changes),
        record: { ...changed.record, title: changed.record.title ?? NO_NAME, ...(withheld > 0 && { namesWithheld: withheld }) },
        rows,
        when,
        speakers: left.map((speaker) => ({ ...change(speaker), name: this.#nameOf(speaker) })),
      };
    });
    conference.speakers = conference.speakers.flatMap(({ rows, ...speaker }): ForeignSpeaker[] => {
      this.#tellNear(speaker, rows);
      if (!this.#hasLeft(speaker))
        return [{ ...changeAll(speaker), name: this.#nameOf(speaker), key: changeKey(speaker.key, this.#changes), rows }];
      leftOut += rows.length;
      return [];
    });
    return leftOut;
  }

  #hasLeft({ name }: { name: string }): boolean {
    return !this.#newNames.has(name) && this.#changes.some((change) => change.name === undefined && change.finder.holds(name));
  }

  /** The new name alone, so that a title makes no second person. */
  #nameOf({ name }: { name: string }): string {
    return this.#newNames.get(name) ?? changeKey(name, this.#changes);
  }

  #tellNear(said: unknown, [place]: readonly Place[]): void {
    if (!place || this.#near.length === 0) return;
    if ([...textsIn(said)].some((text) => this.#near.some((finder) => finder.holds(text)))) this.#tell(place, NEAR);
  }
}
