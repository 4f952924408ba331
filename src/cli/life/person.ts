/** Another name for a person, or none: what changes in records, media, addresses and in what imports and the ledger remember. */
import { readFileSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { formatRecord } from "../../content/write-record.ts";
import type { Seal } from "../../content/sealed.ts";
import { SealedTexts } from "../../content/sealed.ts";
import { mapValues, type SourceEntry } from "../../intake/import-state.ts";
import { changeData, changeKey, changeText, FORGOTTEN, type NameChange, RENAMED, withoutSpeakers } from "../../intake/withheld-names.ts";
import type { Fields } from "../../intake/canonical.ts";
import type { Archive, Person, Talk } from "../../model/archive.ts";
import type { MediaFile } from "../../model/made-media.ts";
import type { FieldPath } from "../../model/problem.ts";
import type { RecordKind } from "../../model/records/index.ts";
import { mediaFilesOf } from "../../model/talk-media.ts";
import { mediaPath } from "../../model/urls.ts";
import { readLedger } from "../../preservation/ledger.ts";
import { encodedAddress } from "../../preservation/published.ts";
import { withdrawnFile } from "../../preservation/withdrawn.ts";
import { holdsName, nameKey, namePattern } from "../../text/name-pattern.ts";
import { slug } from "../../text/slug.ts";
import { UsageError } from "../options.ts";
import { commandName } from "../../text/commands.ts";
import type { Life } from "./archive.ts";
import { type Answers, Places, textOfFile } from "./places.ts";
import { changeIds, changeTexts, fieldOf, ID_FIELDS, MEDIA_FIELDS } from "./references.ts";
import { noteVanishing, removeMedia } from "./remove.ts";
import { changePersonOfImports, type Kind, rename } from "./rename.ts";

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
}

/** Decides all changes. `name` is the new name; without one the person leaves. */
export function changePerson(life: Life, who: string, name: string | undefined, options: PersonOptions): PersonSummary {
  return new PersonChange(life, findPerson(life.archive, who), name, options).run();
}

/** The person of a name in addresses, or of a name. */
function findPerson({ people }: Archive, who: string): Person {
  const found = people.filter((person) => person.slug === who || spellingsOf(person).includes(who));
  const [only, more] = found;
  if (only && !more) return only;
  const which = more
    ? `Several people are called ${who}: ${found.map((one) => `\`${one.slug}\``).join(", ")}.`
    : `There is no person \`${who}\`.`;
  throw new UsageError(`${which} Write the name as in the address of the page, such as \`ada-example\`; nothing was changed.`);
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

/** Media that are text, and can be changed. */
const TEXTS = /\.(vtt|srt|txt|md|csv|json|xml|svg|ics|bib)$/i;
/** No larger file is searched as it is. */
const LARGEST_SEARCHED = 100_000_000;

class PersonChange {
  readonly #life: Life;
  readonly #person: Person;
  readonly #name: string | undefined;
  readonly #options: PersonOptions;
  readonly #places: Places;
  readonly #spellings: string[];
  readonly #pattern: RegExp;
  readonly #changes: NameChange[];

  constructor(life: Life, person: Person, name: string | undefined, options: PersonOptions) {
    this.#life = life;
    this.#person = person;
    this.#name = name;
    this.#options = options;
    this.#places = new Places(options);
    this.#spellings = [...new Set([...spellingsOf(person), ...options.also])];
    this.#pattern = namePattern(this.#spellings);
    this.#changes = [{ pattern: this.#pattern, name }];
    if (name !== undefined && this.#holds(name))
      throw new UsageError(
        `“${name}” holds a name that must not be told any more. If the old name may be told, change \`name\` in the record of the person and put the old one under \`aliases\`; nothing was changed.`,
      );
  }

  run(): PersonSummary {
    this.#refuseEvents();
    this.#refuseOthers();
    this.#forgetAddresses();
    this.#changeRecords();
    this.#changeMedia();
    this.#renameThings();
    const slugNow = this.#changePage();
    this.#changeImports(slugNow);
    this.#lookForRest();
    this.#places.finish();
    const shared = this.#sealNames(slugNow);
    const after = noteVanishing(this.#life, { date: this.#options.date, reason: undefined }, (path) => !this.#isWithdrawn(path));
    return { withdrawn: this.#withdraw(after), shared };
  }

  #holds(text: string): boolean {
    return holdsName(this.#pattern, text);
  }

  #refuseEvents(): void {
    const event = this.#life.archive.events.find(({ id }) => this.#holds(id));
    if (event)
      throw new UsageError(
        `The event \`${event.id}\` is called after the name. Give it another one first, with \`${commandName("rename")} event ${event.id} …\`; nothing was changed.`,
      );
  }

  /** Two people who may be one, and a new name that is another person's: only the editor knows what is meant. */
  #refuseOthers(): void {
    const own = new Set(this.#spellings.map(nameKey));
    const texts = new Set(this.#spellings);
    const key = this.#name === undefined ? undefined : nameKey(this.#name);
    for (const other of this.#life.archive.people) {
      if (other === this.#person) continue;
      const spellings = spellingsOf(other);
      if (key !== undefined && spellings.some((one) => nameKey(one) === key))
        throw new UsageError(
          `Another person is called “${this.#name}” (\`${other.slug}\`), and two would become one. Give a name that tells them apart; nothing was changed.`,
        );
      const alike = spellings.find((one) => own.has(nameKey(one)) && !texts.has(one));
      if (alike !== undefined)
        throw new UsageError(
          `“${alike}” (\`${other.slug}\`) is the same name written in another way, but another person here. If both are one, write the name alike in their records first, or give it under \`aliases\`; nothing was changed.`,
        );
    }
  }

  /** What became of addresses that hold the name is told no more. */
  #forgetAddresses(): void {
    this.#life.changeAddresses(({ removed, movedMedia, ...rest }) => ({
      ...rest,
      removed: removed?.filter(({ path }) => !this.#holds(path)),
      movedMedia: movedMedia?.filter(({ from }) => !this.#holds(from)),
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
      if (indexes.length > 0 && this.#name === undefined) this.#leaveTalk(file, indexes);
      this.#changeRecord(kind, file, file === own, this.#name === undefined ? [] : indexes);
    }
  }

  #leaveTalk(file: string, indexes: readonly number[]): void {
    this.#life.change({ kind: "talk", file }, (fields) => {
      let index = -1;
      return withoutSpeakers(fields, () => indexes.includes(++index));
    });
  }

  #changeRecord(kind: RecordKind, file: string, isOwn: boolean, indexes: readonly number[]): void {
    const isSpeaker = (path: FieldPath) => {
      if (kind !== "talk") return false;
      const [field, index, inner] = path;
      if (field === "speakers") return indexes.includes(Number(index)) && (inner === "name" || inner === "bio");
      return indexes.includes(0) && (field === "speaker" || field === "bio");
    };
    const text = this.#life.edits.read(file);
    // Most records hold nothing of it.
    if (text === undefined || !(this.#holds(text) || text.includes("%"))) return;
    changeTexts(
      this.#life,
      (value, path) => {
        const field = fieldOf(path);
        if (field === "formerUrls" && this.#holds(value)) return undefined;
        if (NAMES_OF_THINGS.has(field) || !this.#holds(value)) return value;
        const isAddress = /^https?:\/\/\S*$/i.test(value);
        if (isSpeaker(path) && !isAddress) return this.#changed(value);
        if (isOwn && field === "aliases") return undefined;
        if (isOwn && !isAddress) return this.#changed(value);
        if (kind === "paper" && field === "authors" && this.#name !== undefined && this.#isName(value)) return this.#name;
        const message = isAddress ? "The address holds the name." : "The text holds the name.";
        return this.#places.isCleared(file, path, isAddress ? "address" : "text", message) ? this.#changed(value) : value;
      },
      [{ kind, file }],
    );
  }

  #changed(text: string): string | undefined {
    return changeText(text, this.#changes);
  }

  #isName(text: string): boolean {
    return this.#spellings.some((one) => nameKey(one) === nameKey(text));
  }

  #changeMedia(): void {
    const { archive } = this.#life;
    const talks = [...new Set(this.#person.appearances.map(({ talk }) => talk))];
    const ofTalks = new Set(talks.flatMap((talk) => Object.values(mediaFilesOf(talk)).flat()));
    const photo = this.#person.record?.record.photo;
    for (const media of archive.media.values()) {
      if (media.path === photo && this.#name === undefined) removeMedia(this.#life, media.path);
      else if (TEXTS.test(media.path)) this.#changeTextFile(media);
      else if (media.path !== photo) this.#askAboutFile(media, ofTalks.has(media.path));
      const stays = !this.#life.edits.isRemoved(this.#life.media(media.path));
      if (stays && this.#holds(media.path)) rename(this.#life, "media", media.path, this.#freeMedia(media.path), { keepsAddress: false });
    }
  }

  /** Captions and other texts. What was published under a name keeps its bytes, so that the changed text gets another one. */
  #changeTextFile({ path }: MediaFile): void {
    const file = this.#life.media(path);
    const text = textOfFile(file);
    const [found] = text.matchAll(this.#pattern);
    if (!found) return;
    const range = { start: found.index, end: found.index + found[0].length };
    if (!this.#places.isCleared(file, undefined, "text", "The file holds the name.", range)) return;
    this.#life.edits.write(file, this.#changed(text) ?? "");
    if (!this.#holds(path)) rename(this.#life, "media", path, this.#freeMedia(path), { keepsAddress: false });
  }

  #askAboutFile({ path, bytes }: MediaFile, isOfTalk: boolean): void {
    const file = this.#life.media(path);
    const lines = this.#options.decks.get(path)?.pages.flatMap((page) => page.lines) ?? [];
    const told =
      this.#holds(lines.join("\n")) || (bytes <= LARGEST_SEARCHED && this.#holds(readFileSync(file, "latin1").replaceAll("\0", "")));
    if (!told && !isOfTalk) return;
    const message = told ? "The file holds the name." : "The file belongs to a talk of the person, and may show the name: look into it.";
    if (this.#places.isCleared(file, undefined, "file", message)) removeMedia(this.#life, path);
  }

  /** A free name for a media file, without the old name of the person. */
  #freeMedia(path: string): string {
    const folder = dirname(path) === "." ? "" : `${this.#renamed(dirname(path), "files")}/`;
    const ending = extname(path);
    const base = this.#renamed(basename(path, ending), "file");
    const isTaken = (name: string) => this.#life.archive.media.has(name);
    let name = `${folder}${base}${ending}`;
    for (let number = 2; isTaken(name); number++) name = `${folder}${base}-${number}${ending}`;
    return name;
  }

  /** A name for files without the old name of the person. */
  #renamed(text: string, otherwise: string): string {
    const changed = text.replace(this.#pattern, () => (this.#name === undefined ? "" : slug(this.#name)));
    return changed.replace(/-{2,}/g, "-").replace(/^-|-$/g, "") || otherwise;
  }

  /** Talks, papers and pages whose addresses hold the name. */
  #renameThings(): void {
    const { talks, papers, pages } = this.#life.archive;
    const things: [Kind, string, string][] = [
      ...talks.map(({ event, slug: id }): [Kind, string, string] => ["talk", `${event.id}/`, id]),
      ...papers.map(({ id }): [Kind, string, string] => ["paper", "", id]),
      ...pages.map(({ id }): [Kind, string, string] => ["page", "", id]),
    ];
    const taken = new Set(things.map(([kind, before, id]) => `${kind} ${before}${id}`));
    for (const [kind, before, id] of things) {
      if (!this.#holds(id)) continue;
      const base = this.#renamed(id, kind);
      let to = base;
      for (let number = 2; taken.has(`${kind} ${before}${to}`); number++) to = `${base}-${number}`;
      taken.add(`${kind} ${before}${to}`);
      rename(this.#life, kind, `${before}${id}`, `${before}${to}`, { keepsAddress: false });
    }
  }

  /** The page of the person; gives its name in addresses, as far as there is one. */
  #changePage(): string | undefined {
    const { slug: before, record } = this.#person;
    const name = this.#name;
    if (name === undefined) {
      changeIds(this.#life, ID_FIELDS.speaker, (id) => (id === before ? undefined : id));
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
    const change = (record: Fields) => changeData(record, this.#changes) as Fields;
    const changeSource = ({ event, talks, speakers }: SourceEntry): SourceEntry => {
      const left = Object.entries(speakers).filter(([id]) => this.#name !== undefined || id !== before);
      return {
        event: change(event),
        talks: mapValues(talks, ({ key, record }) => ({
          key: changeKey(key, this.#changes),
          record: change(withoutSpeakers(record, hasLeft)),
        })),
        speakers: mapValues(Object.fromEntries(left), ({ key, record }) => ({
          key: changeKey(key, this.#changes),
          record: change(record),
        })),
      };
    };
    this.#life.changeImports((ledger) => ({ ...ledger, sources: mapValues(ledger.sources, changeSource) }));
  }

  /** Comments in records, and whatever else holds the name still. */
  #lookForRest(): void {
    const { edits, files } = this.#life;
    for (const { file } of files) {
      const text = edits.read(file);
      if (text === undefined || this.#places.holds(file)) continue;
      const [found] = text.matchAll(this.#pattern);
      if (!found) continue;
      const [written] = textOfFile(file).matchAll(this.#pattern);
      const range = written && { start: written.index, end: written.index + written[0].length };
      this.#places.isCleared(file, undefined, "by hand", "A comment or another part of the file holds the name.", range);
    }
  }

  /** Seals the old spellings, so that imports know them. Gives those that another person has too. */
  #sealNames(slugNow: string | undefined): string[] {
    const { archive, names, namesFile, edits } = this.#life;
    const others = new Set(archive.people.filter((one) => one !== this.#person).flatMap((one) => spellingsOf(one).map(nameKey)));
    const keys = [...new Set(this.#spellings.map(nameKey))].filter((key) => !others.has(key));
    const { seal } = this.#options;
    const word = slugNow === undefined ? FORGOTTEN : RENAMED(slugNow);
    const earlier = [...names.entries].filter(([, one]) => one === RENAMED(this.#person.slug)).map(([sealed]) => [sealed, word] as const);
    if (seal) {
      names.check(seal);
      edits.write(namesFile, names.with([...earlier, ...keys.map((key) => [seal.seal(key), word] as const)]).format(seal));
    }
    return this.#spellings.filter((one) => others.has(nameKey(one)));
  }

  #isWithdrawn(path: string): boolean {
    return this.#holds(path) || (this.#name === undefined && path === this.#person.path);
  }

  /** Takes addresses that hold the name out of the ledger, and seals them. */
  #withdraw(after: Archive): number {
    const ledger = readLedger(this.#life.ledgerDir);
    if (!ledger) return 0;
    const stays = new Set([...after.topics, ...after.organizations].map(({ path }) => path));
    const goes = (path: string) => this.#isWithdrawn(path) && !stays.has(path);
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
