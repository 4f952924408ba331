/** Another name for a person, or none: what changes in records, media, addresses and in what imports and the ledger remember. */
import { append } from "../../text/append.ts";
import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { themeDirOf } from "../../build/theme.ts";
import { knownToDiffer } from "../../model/doubles.ts";
import { recordComments } from "../../content/rewrite-record.ts";
import { formatRecord } from "../../content/write-record.ts";
import { type Seal, SealedTexts, withdrawnFile } from "../../content/sealed.ts";
import { importDrafts, importsFolder, importStateFiles, mapValues, type SourceEntry } from "../../intake/import-state.ts";
import { changeData, changeKey, FORGOTTEN, PERHAPS_OF, RENAMED, withoutSpeakers } from "../../intake/withheld-names.ts";
import type { Fields } from "../../intake/canonical.ts";
import { fieldOf, ID_FIELDS } from "../../model/change-texts.ts";
import type { Archive, Person, Talk } from "../../model/archive.ts";
import type { MediaFile } from "../../model/made-media.ts";
import type { FieldPath } from "../../model/problem.ts";
import type { RecordKind } from "../../model/records/index.ts";
import { mediaFilesOf } from "../../model/talk-media.ts";
import { mediaPath, speakerPath } from "../../model/urls.ts";
import { readLedger } from "../../preservation/ledger.ts";
import { encodedAddress } from "../../preservation/published.ts";
import { filesBelow } from "../../preservation/walk.ts";
import { isAddress, isCut, type NameChange, replaceHits } from "../../text/name-change.ts";
import { halvesOfName, keysToKnow, keysToLookUp, NameFinder, type NameHit, wordsOfName } from "../../text/name-pattern.ts";
import { readingWord } from "../../text/reading.ts";
import { slug } from "../../text/slug.ts";
import { holderOf, outside } from "../../text/stretches.ts";
import { UsageError } from "../options.ts";
import { additionsOf } from "../project.ts";
import { commandName } from "../../text/commands.ts";
import type { Life } from "./archive.ts";
import { textsOfMedia } from "./media-text.ts";
import { type Answers, Places, textOfFile } from "./places.ts";
import { changeIds, changeTexts, MEDIA_FIELDS, removeLinks } from "./references.ts";
import { dropMedia, noteVanishing, removeMedia } from "./remove.ts";
import { changePersonOfImports, type Kind, rename } from "./rename.ts";
import { WordsAlone } from "./words-alone.ts";

export interface PersonOptions extends Answers {
  /** Further spellings of the old name. */
  also: readonly string[];
  /** The day that notes at addresses say. */
  date: string;
  /** What seals the old names; a trial can do without. */
  seal: Seal | undefined;
  /** The text of slides, which was read before. */
  decks: Archive["made"]["decks"];
}

/** What the command has to say in the end. */
export interface PersonSummary {
  /** How many addresses left the ledger. */
  withdrawn: number;
  /** Spellings that another person has too, so that imports cannot tell who is meant. */
  shared: string[];
  /** Whether a text holds the name. */
  holds: (text: string) => boolean;
}

/** Decides all changes. `name` is the new name; without one the person leaves. */
export function changePerson(life: Life, who: string, name: string | undefined, options: PersonOptions): PersonSummary {
  const person = findPerson(life.archive, who);
  if (person) return new PersonChange(life, person, name, options).run();
  // Who has no page any more, or never had one, may be named still: at a removed address, as an author, in texts.
  const canLeave = name === undefined && who !== slug(who) && !isLone(who);
  const summary = canLeave ? new PersonChange(life, nobody(who), name, options).run() : undefined;
  if (summary && (summary.withdrawn > 0 || [...life.edits.outcome().keys()].some((file) => file !== life.namesFile))) return summary;
  const wholeName = name === undefined ? ", or the whole name of somebody who has no page any more" : "";
  throw new UsageError(
    `${canLeave ? `Nothing names \`${who}\`.` : `There is no person \`${who}\`.`} ${AS_IN_ADDRESS}${wholeName}; nothing was changed.`,
  );
}

const AS_IN_ADDRESS = "Write the name as in the address of the page, such as `ada-example`";

/** The person of a name in addresses, or of a name. */
function findPerson({ people }: Archive, who: string): Person | undefined {
  const found = people.filter((person) => person.slug === who || spellingsOf(person).includes(who));
  const [only, more] = found;
  if (!more) return only;
  const slugs = found.map((one) => `\`${one.slug}\``).join(", ");
  throw new UsageError(`Several people are called ${who}: ${slugs}. ${AS_IN_ADDRESS}; nothing was changed.`);
}

/** Whether a spelling is one word of a script in which names have several. */
const isLone = (spelling: string) => wordsOfName(spelling).length < 2 && /[\p{Lu}\p{Ll}]/u.test(spelling);

/** How many letters the words of a name have. */
const lettersOf = (name: string) => wordsOfName(name).join("").length;

/** Somebody of whom the archive has nothing but a name. */
function nobody(name: string): Person {
  const address = slug(name);
  return {
    slug: address,
    path: speakerPath(address),
    name,
    sortName: "",
    record: undefined,
    bio: undefined,
    appearances: [],
    affiliations: [],
  };
}

function spellingsOf({ name, record, appearances }: Person): string[] {
  return [...new Set([name, ...(record?.record.aliases ?? []), ...appearances.map((one) => one.name)])];
}

/** Fields that are changed with what they name, and not as texts. */
const NAMES_OF_THINGS: ReadonlySet<string> = new Set([
  ...ID_FIELDS.talk,
  ...ID_FIELDS.event,
  ...ID_FIELDS.speaker,
  ...MEDIA_FIELDS,
  "formerUrls",
  "from",
  "to",
  "path",
]);

/** The fields of a talk that its only speaker has. */
const APPEARANCE: ReadonlySet<string> = new Set(["speaker", "role", "organization", "bio"]);

/** Media that are text, and can be changed. */
const TEXTS = /\.(vtt|srt|txt|md|csv|json|xml|svg|ics|bib)$/i;
/** No larger file beside records and media is searched. */
const LARGEST_TEXT = 5_000_000;

/** Media of which a program reads what is said about them, and not what they show. */
const SHOWN = /\.(?:mp4|m4v|mov|webm|ogv|ogg|oga|opus|mp3|m4a|wav|flac|jpe?g|png|gif|webp|avif)$/i;

/** A record with a title; papers have no page of their own. */
interface Titled {
  file: string;
  path?: string;
  record: { title: string };
}

class PersonChange {
  readonly #life: Life;
  readonly #person: Person;
  readonly #name: string | undefined;
  readonly #options: PersonOptions;
  readonly #places: Places;
  readonly #spellings: string[];
  readonly #finder: NameFinder;
  /** Finds words that were given alone, such as a first name, and halves of a name in two scripts: only an editor knows whom they mean. */
  readonly #lone: NameFinder;
  /** Finds other people whose names hold a part of this one, or all of it. */
  readonly #others: NameFinder;
  /** Finds those of them whose names are longer than this one. */
  readonly #longerOthers: NameFinder;
  readonly #wordsAlone = new WordsAlone((text, isAddress) => this.#ofPerson(text, this.#finder.partsWithin(text, isAddress)));
  /** Records of the person and of talks that the person gave. */
  readonly #nearFiles: ReadonlySet<string>;
  /** Records whose addresses hold plain words, and their pages. */
  readonly #keptFiles = new Set<string>();
  readonly #keptPaths: string[] = [];
  /** What may be the name, but was answered to be somebody else's. */
  readonly #kept = new Set<string>();
  /** The names that media files were given. */
  readonly #newMedia = new Set<string>();

  constructor(life: Life, person: Person, name: string | undefined, options: PersonOptions) {
    this.#life = life;
    this.#person = person;
    this.#name = name;
    this.#options = options;
    this.#places = new Places(options);
    const own = spellingsOf(person);
    this.#spellings = [...new Set([...own, ...options.also.filter((one) => !isLone(one))])];
    this.#finder = new NameFinder(this.#spellings, name);
    const organizations = new Set(life.archive.organizations.map((one) => one.name));
    this.#lone = new NameFinder([
      ...options.also.filter((one) => isLone(one) && !own.includes(one)),
      ...this.#spellings.flatMap(halvesOfName).filter((half) => !organizations.has(half)),
    ]);
    const othersNames = life.archive.people.filter((other) => other !== person).flatMap(spellingsOf);
    const alike = othersNames.filter((one) => this.#finder.find(one, true).length + this.#finder.parts(one).length > 0);
    this.#others = new NameFinder(alike);
    const longest = Math.max(...this.#spellings.map(lettersOf));
    this.#longerOthers = new NameFinder(alike.filter((one) => lettersOf(one) > longest));
    this.#nearFiles = new Set([person.record?.file ?? "", ...person.appearances.map(({ talk }) => talk.file)]);
    if (name !== undefined && this.#holds(name))
      throw new UsageError(
        `“${name}” holds a name that must not be told any more. If the old name may be told, change \`name\` in the record of the person and put the old one under \`aliases\`; nothing was changed.`,
      );
  }

  run(): PersonSummary {
    this.#refuseEvents();
    this.#refuseOthers();
    this.#forgetAddresses();
    this.#renameThings();
    this.#changeMedia();
    const slugNow = this.#changePage();
    this.#changeRecords();
    this.#changeImports(slugNow);
    this.#lookForRest();
    this.#places.finish(this.#wordsAlone.lines());
    const shared = this.#sealNames(slugNow);
    dropMedia(this.#life);
    const mayTell = (path: string) => this.#mayBePerson(path).length > 0;
    const isNoted = (path: string) => !this.#isWithdrawn(path) && !mayTell(path);
    const after = noteVanishing(this.#life, { date: this.#options.date, reason: undefined }, isNoted);
    return {
      withdrawn: this.#withdraw(after, new Set(this.#life.vanishing(after).filter(mayTell))),
      shared,
      holds: (text) => this.#holds(text),
    };
  }

  #holds(text: string): boolean {
    return this.#finder.holds(text);
  }

  #refuseEvents(): void {
    const event = this.#life.archive.events.find(({ id }) => this.#tells(id));
    if (event)
      throw new UsageError(
        `The event \`${event.id}\` is called after the name. Give it another one first, with \`${commandName("rename")} event ${event.id} …\`; nothing was changed.`,
      );
  }

  /** Two people who may be one, and a new name that is another person's: only the editor knows what is meant. */
  #refuseOthers(): void {
    const known = this.#spellings.map(keysToKnow);
    const sure = new Set(known.flatMap((keys) => keys.sure));
    const perhaps = new Set(known.flatMap((keys) => keys.perhaps));
    const texts = new Set(this.#spellings);
    const keyNow = new Set(this.#name === undefined ? [] : keysToLookUp(this.#name).sure);
    for (const other of this.#life.archive.people) {
      if (other === this.#person) continue;
      const spellings = spellingsOf(other);
      if (spellings.some((one) => keysToLookUp(one).sure.some((key) => keyNow.has(key))))
        throw new UsageError(
          `Another person is called “${this.#name}” (\`${other.slug}\`), and two would become one. Give a name that tells them apart; nothing was changed.`,
        );
      const isSame = (one: string) => !texts.has(one) && keysToLookUp(one).sure.some((key) => sure.has(key));
      const alike = spellings.find(isSame);
      if (alike !== undefined)
        throw new UsageError(
          `“${alike}” (\`${other.slug}\`) is the same name written in another way, but another person here. If both are one, write the name alike in their records first, or give it under \`aliases\`; nothing was changed.`,
        );
      const isNear = (one: string) => {
        const keys = keysToLookUp(one);
        return (
          [...keys.sure, ...keys.short].some((key) => perhaps.has(key)) ||
          [...keys.short, ...keys.shortened, ...keysToKnow(one).perhaps].some((key) => sure.has(key))
        );
      };
      const near = spellings.find((one) => !texts.has(one) && isNear(one));
      if (near !== undefined && !knownToDiffer(this.#person, other) && !this.#places.isKept(other.slug))
        throw new UsageError(
          `“${near}” (\`${other.slug}\`) may be the same person. If so, write it under \`aliases\` in the record of ${this.#person.name} first; if not, answer \`--keep ${other.slug}\`. Nothing was changed.`,
        );
    }
  }

  /** What became of addresses that hold the name is told no more. */
  #forgetAddresses(): void {
    this.#life.changeAddresses(({ removed, movedMedia, ...rest }) => ({
      ...rest,
      removed: removed?.filter(({ path }) => !this.#tells(path)),
      movedMedia: movedMedia?.filter(({ from }) => !this.#tells(from)),
    }));
  }

  /** The speakers of a talk that are this person, by their place in it. */
  #placesIn(talk: Talk): number[] {
    return talk.speakers.flatMap(({ person }, index) => (person === this.#person ? [index] : []));
  }

  #changeRecords(): void {
    const { archive, edits, files } = this.#life;
    const talks = new Map(archive.talks.map((talk) => [talk.file, talk]));
    const own = this.#person.record?.file;
    if (own !== undefined && this.#name === undefined) edits.remove(own);
    for (const { kind, file } of files) {
      const talk = kind === "talk" ? talks.get(file) : undefined;
      const indexes = talk ? this.#placesIn(talk) : [];
      this.#changeRecord(kind, file, file === own, indexes);
      if (indexes.length > 0 && this.#name === undefined) this.#leaveTalk(file, indexes);
    }
  }

  #leaveTalk(file: string, indexes: readonly number[]): void {
    this.#life.change({ kind: "talk", file }, (fields) => {
      let index = -1;
      return withoutSpeakers(fields, () => indexes.includes(++index));
    });
  }

  /** `indexes`: which speakers of a talk are the person. */
  #changeRecord(kind: RecordKind, file: string, isOwn: boolean, indexes: readonly number[]): void {
    /** What is said of the person at a talk; it goes with somebody who leaves. */
    const isAppearance = (path: FieldPath) => {
      const [field, index] = path;
      if (field === "speakers") return indexes.includes(Number(index));
      return indexes.includes(0) && typeof field === "string" && APPEARANCE.has(field);
    };
    changeTexts(
      this.#life,
      (value, path) => {
        const field = fieldOf(path);
        if (field === "formerUrls" && this.#tells(value)) return this.#keptFiles.has(file) ? value : undefined;
        if (NAMES_OF_THINGS.has(field)) return value;
        const appears = kind === "talk" && isAppearance(path);
        if (appears && this.#name === undefined) return value;
        if (kind === "talk" && (field === "speaker" || (field === "name" && path[0] === "speakers")))
          return appears ? (this.#name ?? value) : this.#ofOther(file, path, value);
        if (isOwn && field === "aliases") return undefined;
        if (kind === "paper" && field === "authors" && this.#name !== undefined && this.#isName(value)) return this.#name;
        return this.#changeValue(file, path, value, { isOwn: isOwn || appears, isNear: isOwn || indexes.length > 0 });
      },
      [{ kind, file }],
    );
  }

  /** The name of another speaker: where it holds the old one, it names two people, and only an editor can tell them apart. */
  #ofOther(file: string, path: FieldPath, value: string): string {
    if (!this.#tells(value)) return value;
    const message = this.#isName(value)
      ? "Another person of the same name spoke here; the name stays theirs."
      : "The field names the person and somebody else: give each a field of its own.";
    this.#places.isCleared(file, path, "by hand", message);
    return value;
  }

  /**
   * A text or an address of a record. The name is replaced in what is the person's own; elsewhere it is asked about, and so is what may be
   * the name: with initials, or a first or last name alone in texts near the person.
   */
  #changeValue(file: string, path: FieldPath, value: string, { isOwn, isNear }: { isOwn: boolean; isNear: boolean }): string | undefined {
    const ask = (how: "text" | "address" | "by hand", message: string) => this.#places.isCleared(file, path, how, message);
    if (isAddress(value)) {
      const isHeld = this.#tells(value) || this.#lone.holds(value) || (isOwn && this.#finder.parts(value, true).length > 0);
      const [may] = isHeld ? [] : this.#hitsIn(value, false).perhaps;
      const message = may
        ? `The address holds “${value.slice(may.start, may.end)}”, which may be the person.`
        : "The address holds the name.";
      return (isHeld || may) && ask("address", message) ? undefined : value;
    }
    const { sure, plain, perhaps, parts } = this.#hitsIn(value, isNear);
    const hits: NameHit[] = [];
    const [words] = plain;
    if (words) {
      const how = plain.some((hit) => isCut(value, hit)) ? "by hand" : "text";
      const message = `The text holds “${value.slice(words.start, words.end)}”, which may be plain words and not the name.`;
      if (this.#places.isCleared(file, path, how, message, { isPlain: true })) append(hits, plain);
    }
    if (sure.some((hit) => isCut(value, hit))) ask("by hand", "The text holds the name, and markup begins or ends within it.");
    else if (sure.length > 0 && (isOwn || ask("text", "The text holds the name."))) append(hits, sure);
    const [may] = [...perhaps, ...parts];
    if (may && ask("text", `The text holds “${value.slice(may.start, may.end)}”, which may be the person.`))
      append(hits, [...perhaps, ...parts]);
    else for (const { start, end } of perhaps) this.#kept.add(value.slice(start, end));
    return hits.length === 0 ? value : this.#replaced(value, hits);
  }

  #hitsIn(text: string, isNear: boolean): { sure: NameHit[]; plain: NameHit[]; perhaps: NameHit[]; parts: NameHit[] } {
    const own = (hits: NameHit[]) => this.#ofPerson(text, hits);
    const found = this.#finder.find(text, true);
    const all = own(found);
    const lone = own(outside(this.#lone.find(text), found)).map((hit) => ({ ...hit, isPerhaps: true }));
    const parts = isNear ? own(outside(this.#finder.parts(text), lone)) : [];
    return {
      sure: all.filter(({ isPerhaps, isPlain }) => !isPerhaps && !isPlain),
      plain: all.filter(({ isPlain }) => isPlain),
      perhaps: all.filter(({ isPerhaps, isPlain }) => isPerhaps && !isPlain),
      parts: [...lone, ...parts],
    };
  }

  /** Those places in a text that are no part of another person's name, which speaks of them. */
  #ofPerson(text: string, hits: NameHit[]): NameHit[] {
    if (hits.length === 0) return hits;
    const theirs = this.#others.find(text);
    // Where a name is a part of a longer word, the hit is all of that: whose name is longer is meant.
    const longer = theirs.length > 0 ? this.#longerOthers.find(text) : [];
    return hits.filter((hit) => {
      const { start, end } = holderOf(theirs, hit) ?? hit;
      return end - start === hit.end - hit.start && (hit.isPerhaps || !holderOf(longer, hit));
    });
  }

  /**
   * Whether a text or an address holds the name, other than as a part of another person's. In a script without capitals and edges of names
   * nothing tells that for sure.
   */
  #tells(text: string): boolean {
    if (!this.#holds(text)) return false;
    const hits = this.#finder.find(text);
    return this.#ofPerson(text, hits).length > 0 || hits.some(({ start, end }) => !/[\p{Lu}\p{Ll}]/u.test(text.slice(start, end)));
  }

  /** Whether an address has other words around the name, so that together they may be a sentence: `how-will-power-be-saved`. */
  #mayBeWords(address: string): boolean {
    return this.#ofPerson(address, this.#finder.find(address)).every(({ start, end }) => {
      const before = /[^/]*$/.exec(address.slice(0, start))?.[0] ?? "";
      const after = /^[^/.]*/.exec(address.slice(end))?.[0] ?? "";
      return /\p{L}{2}/u.test(`${before} ${after}`);
    });
  }

  #replaced(text: string, hits: readonly NameHit[]): string {
    const sorted = [...hits].sort((a, b) => a.start - b.start);
    const wordOf = ({ start, end, isPerhaps }: NameHit) => (isPerhaps ? this.#wordFor(text.slice(start, end)) : this.#name);
    return replaceHits(text, sorted, wordOf, this.#finder);
  }

  /** What stands for what may be the old name, or for a word of it. */
  #wordFor(found: string): string | undefined {
    if (this.#name === undefined || wordsOfName(found).length !== 1 || this.#isName(found)) return this.#name;
    const word = readingWord(found);
    const now = wordsOfName(this.#name);
    return this.#spellings.some((one) => readingWord(wordsOfName(one).at(-1) ?? "") === word) ? now.at(-1) : now[0];
  }

  #isName(text: string): boolean {
    const keys = new Set(this.#spellings.flatMap((one) => keysToLookUp(one).sure));
    return keysToLookUp(text).sure.some((key) => keys.has(key));
  }

  #changeMedia(): void {
    const { archive } = this.#life;
    const talks = [...new Set(this.#person.appearances.map(({ talk }) => talk))];
    const ofTalks = new Set(talks.flatMap((talk) => Object.values(mediaFilesOf(talk)).flat()));
    const photo = this.#person.record?.record.photo;
    for (const media of archive.media.values()) {
      const isOfTalk = ofTalks.has(media.path);
      let isChanged = false;
      const isOwnPhoto = media.path === photo && !this.#isNamedElsewhere(photo);
      if (isOwnPhoto && this.#name === undefined) removeMedia(this.#life, media.path);
      else if (TEXTS.test(media.path) && media.bytes <= LARGEST_TEXT && isUtf8(readFileSync(this.#life.media(media.path))))
        isChanged = this.#changeTextFile(media, isOfTalk);
      else if (!isOwnPhoto) this.#askAboutFile(media, isOfTalk, media.path === photo);
      const stays = !this.#life.edits.isRemoved(this.#life.media(media.path));
      const isMoved = this.#life.edits.placeOf(this.#life.media(media.path)) !== this.#life.media(media.path);
      const isOthers = !isOfTalk && !isChanged && media.path !== photo;
      if (!stays || isMoved) continue;
      const goes = this.#tells(media.path)
        ? !(isOthers && this.#isKeptName(media.path))
        : this.#goesPerhaps(this.#life.media(media.path), media.path, "The name of the file");
      if (goes) rename(this.#life, "media", media.path, this.#freeMedia(media.path), { keepsAddress: false });
    }
  }

  /** Whether a name or an address that may tell of the person, as with an initial or half of the name, is to be another one. */
  #goesPerhaps(file: string, address: string, what: string): boolean {
    const [may] = this.#mayBePerson(address);
    if (!may) return false;
    const message = `${what} holds “${address.slice(may.start, may.end)}”, which may be the person.`;
    return this.#places.isCleared(file, undefined, "page", message);
  }

  /** What in a name or an address may be the person, other than the whole name. */
  #mayBePerson(address: string): NameHit[] {
    const { perhaps, parts } = this.#hitsIn(address, false);
    return [...perhaps, ...parts];
  }

  /** Whether other records name the photo of the person as well. */
  #isNamedElsewhere(photo: string): boolean {
    const own = this.#person.record?.file;
    return this.#life.files.some(({ file }) => file !== own && (this.#life.edits.read(file) ?? "").includes(photo));
  }

  /** Whether the name of a file of others holds plain words and not the name, as an editor says; it then stays. */
  #isKeptName(path: string): boolean {
    if (!this.#mayBeWords(path)) return false;
    const message = "The name of the file holds what may be plain words and not the name.";
    if (this.#places.isCleared(this.#life.media(path), undefined, "page", message, { isPlain: true })) return false;
    this.#keptPaths.push(encodedAddress(mediaPath(path).slice(1)), mediaPath(path));
    return true;
  }

  /** Captions and other texts. What was published under a name keeps its bytes, so that the changed text gets another one. Says whether it was changed. */
  #changeTextFile({ path }: MediaFile, isOfTalk: boolean): boolean {
    const file = this.#life.media(path);
    const text = textOfFile(file);
    const { sure, plain, perhaps, parts } = this.#hitsIn(text, isOfTalk);
    const cleared: NameHit[] = [];
    for (const [hits, what, isPlain] of [
      [sure, "the name", false],
      [plain, "what may be plain words and not the name", true],
      [[...perhaps, ...parts], "what may be the name", false],
    ] as const) {
      const [found] = hits;
      if (!found) continue;
      const how = hits.some((hit) => isCut(text, hit)) ? "by hand" : "text";
      const message = `The file holds ${what}, “${text.slice(found.start, found.end).replace(/\s+/g, " ")}”.`;
      if (this.#places.isCleared(file, undefined, how, message, { range: found, isPlain })) append(cleared, hits);
    }
    if (cleared.length === 0) {
      this.#noteWords(file, [text]);
      return false;
    }
    const left = this.#replaced(text, cleared);
    this.#life.edits.write(file, left);
    this.#wordsAlone.note(file, left);
    // What the file was called before gave other bytes, which are gone.
    this.#life.changeAddresses(({ movedMedia, ...rest }) => ({ ...rest, movedMedia: movedMedia?.filter(({ to }) => to !== path) }));
    if (!this.#tells(path)) rename(this.#life, "media", path, this.#freeMedia(path), { keepsAddress: false });
    return true;
  }

  #askAboutFile({ path, bytes }: MediaFile, isOfTalk: boolean, isPhoto = false): void {
    const file = this.#life.media(path);
    const lines = this.#options.decks.get(path)?.pages.flatMap((page) => page.lines);
    const { texts, isWhole } = textsOfMedia(file, bytes, lines);
    const isTold = texts.some((text) => this.#tells(text) || this.#lone.holds(text));
    const isPlain = isTold && !isOfTalk && texts.every((text) => this.#isPlain(text) && !this.#lone.holds(text));
    const message = isPlain
      ? "The file holds what may be plain words and not the name."
      : isTold
        ? "The file holds the name."
        : isPhoto
          ? "The file is the photo of the person, and other records name it as well: look into it."
          : isOfTalk
            ? "The file belongs to a talk of the person, and may show the name: look into it."
            : !isWhole && !SHOWN.test(path)
              ? "The file could not be looked into, or not as a whole, and may hold the name: look into it."
              : undefined;
    if (message === undefined) this.#noteWords(file, texts, false);
    else if (this.#places.isCleared(file, undefined, "file", message, { isPlain })) removeMedia(this.#life, path);
  }

  /** Whether a text holds nothing of the name but what may be plain words. */
  #isPlain(text: string): boolean {
    return !this.#holds(text) || this.#ofPerson(text, this.#finder.find(text)).every(({ isPlain }) => isPlain);
  }

  /** A free name for a media file, without the old name of the person. */
  #freeMedia(path: string): string {
    const folder = dirname(path) === "." ? "" : `${this.#renamed(dirname(path), "files")}/`;
    const ending = extname(path);
    const base = this.#renamed(basename(path, ending), "file");
    const isTaken = (name: string) => this.#life.archive.media.has(name) || this.#newMedia.has(name);
    let name = `${folder}${base}${ending}`;
    for (let number = 2; isTaken(name); number++) name = `${folder}${base}-${number}${ending}`;
    this.#newMedia.add(name);
    return name;
  }

  /** A name for files without the old name of the person. */
  #renamed(text: string, otherwise: string): string {
    const put = this.#name === undefined ? "" : slug(this.#name);
    const sure = this.#ofPerson(text, this.#finder.find(text));
    const hits = (sure.length > 0 ? sure : this.#mayBePerson(text)).sort((a, b) => a.start - b.start);
    const changed = hits.reduceRight((all, { start, end }) => all.slice(0, start) + put + all.slice(end), text);
    return changed.replace(/-{2,}/g, "-").replace(/^-|-$/g, "") || otherwise;
  }

  /** Talks, papers and pages whose addresses hold the name. */
  #renameThings(): void {
    const { talks, papers, pages } = this.#life.archive;
    const things: [Kind, string, string, Titled][] = [
      ...talks.map((talk): [Kind, string, string, Titled] => ["talk", `${talk.event.id}/`, talk.slug, talk]),
      ...papers.map((paper): [Kind, string, string, Titled] => ["paper", "", paper.id, paper]),
      ...pages.map((page): [Kind, string, string, Titled] => ["page", "", page.id, page]),
    ];
    const taken = new Set(things.map(([kind, before, id]) => `${kind} ${before}${id}`));
    for (const [kind, before, id, thing] of things) {
      const stays = this.#tells(id) ? this.#isCalledByWords(thing, id) : !this.#goesPerhaps(thing.file, id, "The address");
      if (stays) continue;
      const base = this.#renamed(id, kind);
      let to = base;
      for (let number = 2; taken.has(`${kind} ${before}${to}`); number++) to = `${base}-${number}`;
      taken.add(`${kind} ${before}${to}`);
      rename(this.#life, kind, `${before}${id}`, `${before}${to}`, { keepsAddress: false });
    }
  }

  /**
   * Whether an address is made of a title that holds plain words and not the name, or is one of others without such a title, and an editor
   * says that it stays.
   */
  #isCalledByWords({ file, path, record: { title } }: Titled, id: string): boolean {
    const isToldByTitle = this.#tells(title);
    if (isToldByTitle ? !this.#isPlain(title) : this.#nearFiles.has(file) || !this.#mayBeWords(id)) return false;
    const message = `The address holds what may be plain words and not the name${isToldByTitle ? ", as the title does" : ""}.`;
    if (this.#places.isCleared(file, undefined, "page", message, { isPlain: true })) return false;
    this.#keptFiles.add(file);
    if (path !== undefined) this.#keptPaths.push(path);
    return true;
  }

  /** The page of the person; gives its name in addresses, as far as there is one. */
  #changePage(): string | undefined {
    const { slug: before, record } = this.#person;
    const name = this.#name;
    if (name === undefined) {
      changeIds(this.#life, ID_FIELDS.speaker, (id) => (id === before ? undefined : id));
      // Nothing will be told at the address, not even that somebody was there.
      removeLinks(this.#life, this.#person.path);
      return undefined;
    }
    const to = this.#holds(before) || !record ? this.#freeSlug(slug(name)) : before;
    if (to !== before && record) rename(this.#life, "speaker", before, to, { keepsAddress: false });
    if (record) this.#life.change({ kind: "speaker", file: record.file }, (fields) => ({ ...fields, name }));
    else this.#life.edits.write(this.#life.file("speakers", `${to}.md`), formatRecord("speaker", { name }));
    return to;
  }

  #freeSlug(wish: string): string {
    const taken = new Set(this.#life.archive.people.map((one) => one.slug));
    let to = wish;
    for (let number = 2; taken.has(to); number++) to = `${wish}-${number}`;
    return to;
  }

  #changeImports(slugNow: string | undefined): void {
    const { slug: before } = this.#person;
    if (slugNow !== undefined && slugNow !== before && !this.#person.record) changePersonOfImports(this.#life, before, slugNow);
    const hasLeft = ({ name }: Readonly<Fields>) => this.#name === undefined && typeof name === "string" && this.#holds(name);
    // What may be the name goes as well, as imports withhold it, unless it was answered to be somebody else's.
    const isMeant = (text: string, hit: NameHit) =>
      !(hit.isPerhaps && (hit.isPlain || this.#kept.has(text.slice(hit.start, hit.end)))) && this.#ofPerson(text, [hit]).length > 0;
    const changes: NameChange[] = [{ finder: this.#finder, name: this.#name, isWide: true, isMeant }];
    const change = (record: Fields) => changeData(record, changes) as Fields;
    const changeSource = ({ event, talks, speakers }: SourceEntry): SourceEntry => {
      const left = Object.entries(speakers).filter(([id]) => this.#name !== undefined || id !== before);
      return {
        event: change(event),
        talks: mapValues(talks, ({ key, record }) => ({
          key: changeKey(key, changes),
          record: change(withoutSpeakers(record, hasLeft)),
        })),
        speakers: mapValues(Object.fromEntries(left), ({ key, joined, record }) => ({
          key: changeKey(key, changes),
          ...(joined && { joined: joined.map((one) => changeKey(one, changes)) }),
          record: change(record),
        })),
      };
    };
    this.#life.changeImports((ledger) => ({ ...ledger, sources: mapValues(ledger.sources, changeSource) }));
  }

  /** Comments in records, and whatever else holds the name still. */
  #lookForRest(): void {
    const { edits, files } = this.#life;
    for (const { kind, file } of files) {
      const text = edits.read(file);
      if (text === undefined) continue;
      this.#noteWords(file, [text]);
      if (!this.#mayHold(text, file)) continue;
      const told = this.#askForComments(kind, file, text);
      if (told > 0 || this.#places.holds(file) || !this.#tells(text)) continue;
      const before = textOfFile(file);
      const hits = this.#finder.find(before);
      const [range] = [...this.#ofPerson(before, hits), ...hits];
      this.#askForRest(file, text, range);
    }
    for (const file of this.#otherFiles()) this.#askForOther(file);
  }

  /** Notes where words of the name stand alone in a file that was not asked about, and in its name. */
  #noteWords(file: string, texts: readonly string[], hasLines = true): void {
    if (this.#places.holds(file)) return;
    this.#wordsAlone.noteName(file, relative(this.#life.contentDir, file));
    for (const text of texts) this.#wordsAlone.note(file, text, hasLines);
  }

  /** Asks about a file that is no record and no media file: of a picture or a font what is said of it is read. */
  #askForOther(file: string): void {
    const bytes = readFileSync(file);
    const isText = isUtf8(bytes);
    const text = isText ? (this.#life.edits.read(file) ?? "") : textsOfMedia(file, bytes.length, undefined).texts.join("\n");
    if (!this.#tells(file) && !this.#tells(text)) {
      const [may] = [...(isText ? this.#hitsIn(text, false).perhaps : []), ...this.#lone.find(text)];
      const message = `The file holds “${text.slice(may?.start, may?.end)}”, which may be the person.`;
      if (may) this.#places.isCleared(file, undefined, "by hand", message, isText ? { range: may } : {});
      else this.#noteWords(file, [text], isText);
      return;
    }
    const [range] = isText ? this.#ofPerson(text, this.#finder.find(text)) : [];
    const isPlain = !this.#tells(file) && this.#isPlain(text);
    this.#places.isCleared(file, undefined, "by hand", `The file or its name holds ${nameOr(isPlain)}.`, { range, isPlain });
  }

  /** Asks for each comment of a record, also where other parts of it hold the name and have been asked for; says how many there are. */
  #askForComments(kind: RecordKind, file: string, text: string): number {
    const now = recordComments(kind, text).filter((comment) => this.#mayHold(comment.text, file));
    const before = recordComments(kind, textOfFile(file));
    for (const comment of now) {
      const [start = 0] = before
        .splice(0, 1 + before.findIndex((one) => one.text === comment.text))
        .map((one) => one.start)
        .slice(-1);
      const { sure, plain, perhaps, parts } = this.#hitsIn(comment.text, this.#nearFiles.has(file));
      const [hit] = [...sure, ...perhaps, ...parts, ...plain];
      const range = hit && { start: start + hit.start, end: start + hit.end };
      if (!hit || this.#holds(comment.text)) {
        this.#askForRest(file, comment.text, range);
        continue;
      }
      const message = `A comment holds “${comment.text.slice(hit.start, hit.end)}”, which may be the person.`;
      this.#places.isCleared(file, undefined, "by hand", message, { range, isPlain: hit.isPlain });
    }
    return now.length;
  }

  /** Whether a record or a comment in it holds the name, or what may be the person. */
  #mayHold(text: string, file: string): boolean {
    return this.#tells(text) || Object.values(this.#hitsIn(text, this.#nearFiles.has(file))).some(({ length }) => length > 0);
  }

  #askForRest(file: string, text: string, range: { start: number; end: number } | undefined): void {
    const isPlain = this.#isPlain(text);
    this.#places.isCleared(file, undefined, "by hand", `A comment or another part of the file holds ${nameOr(isPlain)}.`, {
      range,
      isPlain,
    });
  }

  /**
   * The files beside records and media: also those of the theme, of what the archive adds to the program, and what a
   * merge or another program left beside the ledger and the memory of imports.
   */
  #otherFiles(): string[] {
    const { archive, contentDir, assetsDir, files, ledgerDir } = this.#life;
    const theme = themeDirOf(this.#life, archive.site.record.theme);
    const places = [contentDir, assetsDir, theme, importsFolder(contentDir), ledgerDir, ...additionsOf().values()];
    const known = [...files, ...importStateFiles(contentDir)].map(({ file }) => file);
    const records = new Set([...known, ...this.#life.ownFiles]);
    const all = places.filter((place) => existsSync(place)).flatMap((place) => (statSync(place).isDirectory() ? filesIn(place) : [place]));
    return [...new Set(all)]
      .filter(
        (file) =>
          !records.has(file) &&
          ![this.#life.media(""), `${importDrafts(contentDir)}/`].some((folder) => file.startsWith(folder)) &&
          !this.#life.edits.isRemoved(file),
      )
      .filter((file) => statSync(file).size <= LARGEST_TEXT);
  }

  /** Seals the old spellings, so that imports know them. Gives those that another person has too. */
  #sealNames(slugNow: string | undefined): string[] {
    const { archive, names, namesFile, edits } = this.#life;
    const others = archive.people.filter((one) => one !== this.#person).flatMap(spellingsOf);
    const taken = new Set(others.flatMap((one) => keysToLookUp(one).sure));
    const { seal } = this.#options;
    const word = slugNow === undefined ? FORGOTTEN : RENAMED(slugNow);
    if (seal) {
      names.check(seal);
      const before = RENAMED(this.#person.slug);
      const known = this.#spellings.map(keysToKnow);
      const free = (keys: string[], of: string) =>
        [...new Set(keys)].filter((key) => !taken.has(key)).map((key) => [seal.seal(key), of] as const);
      const perhaps = free(
        known.flatMap((keys) => keys.perhaps),
        PERHAPS_OF(word),
      ).filter(([sealed]) => !names.entries.has(sealed));
      const earlier = [...names.entries].flatMap(([sealed, of]) =>
        of === before ? [[sealed, word] as const] : of === PERHAPS_OF(before) ? [[sealed, PERHAPS_OF(word)] as const] : [],
      );
      const sure = free(
        known.flatMap((keys) => keys.sure),
        word,
      );
      edits.write(namesFile, names.with([...perhaps, ...earlier, ...sure]).format(seal));
    }
    const keys = new Set(taken);
    return this.#spellings.filter((one) => keysToKnow(one).sure.some((key) => keys.has(key)));
  }

  #isWithdrawn(path: string): boolean {
    if (this.#keptPaths.some((kept) => path.startsWith(kept))) return false;
    return this.#tells(path) || (this.#name === undefined && path === this.#person.path);
  }

  /** Takes addresses that hold the name out of the ledger, and those that went with it and may tell of the person, and seals them. */
  #withdraw(after: Archive, vanished: ReadonlySet<string>): number {
    const ledger = readLedger(this.#life.ledgerDir);
    if (!ledger) return 0;
    for (const { file, unreadable } of [ledger.addresses, ledger.media])
      if (unreadable[0])
        throw new UsageError(
          `Line ${unreadable[0].line} of \`${file}\` is none of a ledger, and could hide the name. Delete what a merge left behind, or get the file back from the history of the repository; nothing was changed.`,
        );
    const stays = new Set([...after.topics, ...after.organizations].map(({ path }) => path));
    const folders = [...vanished].filter((path) => path.endsWith("/"));
    const isLost = (path: string) => vanished.has(path) || folders.some((folder) => path.startsWith(folder));
    const goes = (path: string) => (this.#isWithdrawn(path) && !stays.has(path)) || isLost(path);
    const addresses = ledger.addresses.lines.filter(({ name }) => goes(name)).map(({ name, text }) => ({ address: name, text }));
    const media = ledger.media.lines
      .map(({ name, text }) => ({ address: encodedAddress(mediaPath(name).slice(1)), text }))
      .filter(({ address }) => goes(address));
    const { edits } = this.#life;
    const file = withdrawnFile(this.#life.ledgerDir).replaceAll("\\", "/");
    for (const [name, gone] of [
      [ledger.addresses.file, addresses],
      [ledger.media.file, media],
    ] as const) {
      const lines = new Set(gone.map(({ text }) => text));
      const kept = (edits.read(name) ?? "").split("\n").filter((line) => !lines.has(line.replace(/\r$/, "")));
      edits.write(name, kept.join("\n"));
    }
    const { seal } = this.#options;
    const gone = [...addresses, ...media];
    const texts = SealedTexts.read(file);
    if (seal) texts.check(seal);
    if (seal && gone.length > 0) edits.write(file, texts.with(gone.map(({ address }) => [seal.seal(address), ""] as const)).format(seal));
    return gone.length;
  }
}

/** Packages that extensions bring along are not the archive's own. */
const filesIn = (folder: string) =>
  filesBelow(folder)
    .filter((path) => !/(?:^|\/)node_modules\//.test(path))
    .map((path) => join(folder, path).replaceAll("\\", "/"));

const nameOr = (isPlain: boolean) => (isPlain ? "what may be plain words and not the name" : "the name");
