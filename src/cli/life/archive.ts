/** The archive before and after a change of what became of its records: loaded, held against each other, written. */
import { dirname, join, relative, resolve } from "node:path";
import { type LoadedExtensions, loadExtensions, NO_EXTENSIONS, ownRules } from "../../build/extensions.ts";
import { buildDay } from "../../build/settings.ts";
import { runChecks } from "../../checks/index.ts";
import { looksOf } from "../../content/file-state.ts";
import { listRecords, type RecordFile } from "../../content/files.ts";
import { loadArchive } from "../../content/load.ts";
import { locate } from "../../content/locate.ts";
import { withFields, writtenFields } from "../../content/rewrite-record.ts";
import { RecordCache } from "../../content/record-cache.ts";
import { liesIn } from "../../content/real-place.ts";
import { undisturbed } from "../../content/undisturbed.ts";
import { removeDrafts } from "../../content/write-whole.ts";
import { type SealedTexts, withdrawnFile } from "../../content/sealed.ts";
import { formatLedger, importStateFiles, type Ledger, parseLedger, removeImportDrafts } from "../../intake/import-state.ts";
import { namesFile, readSealedNames } from "../../intake/withheld-names.ts";
import type { Archive, Event } from "../../model/archive.ts";
import { formerNames, publishedMedia } from "../../model/media.ts";
import { type Finding, type Problem, sortProblems } from "../../model/problem.ts";
import type { AddressesRecord } from "../../model/records/changes.ts";
import { mediaPath, PATHS, slidesPath, transcriptPath, yearPath } from "../../model/urls.ts";
import { yearsOf } from "../../model/years.ts";
import { OUTPUTS } from "../../outputs/index.ts";
import type { OutputContext } from "../../outputs/output-format.ts";
import { ledgerFiles, readLedger } from "../../preservation/ledger.ts";
import { formerAddress, formerPages } from "../../publishing/former.ts";
import { movedPaths } from "../../publishing/moved.ts";
import { count } from "../../text/wording.ts";
import type { Command } from "../command.ts";
import { oneAtATime, placeToWait, tellKilled } from "../one-at-a-time.ts";
import { addInputOptions, settingsFrom, UsageError } from "../options.ts";
import { usualExtensions } from "../project.ts";
import { printProblems } from "../report.ts";
import { commandName } from "../../text/commands.ts";
import { Edits, inCopy, refuseOthers } from "./edits.ts";

export interface LifeOptions {
  content: string;
  assets: string;
  ledger?: string;
  dryRun?: boolean;
}

/** Adds the options that all commands of this kind have. */
export function addLifeOptions(command: Command): Command {
  return addInputOptions(command)
    .option("--ledger <dir>", "folder of the ledger (default: `.ledger` beside the folder of the records)")
    .option("--dry-run", "tell everything and write nothing");
}

/** An archive without errors, and the changes of it that are being decided. */
export class Life {
  readonly edits: Edits;
  readonly archive: Archive;
  readonly contentDir: string;
  readonly assetsDir: string;
  readonly ledgerDir: string;
  readonly files: readonly RecordFile[];
  /** How each of them looked before it was read. */
  readonly #seen: ReadonlyMap<string, string>;
  readonly #isDry: boolean;
  readonly #extensions: LoadedExtensions;
  /** What was read once need not be read again in the copy. */
  readonly #read = new RecordCache({});
  readonly #told: string[] = [];
  /** What is published of an archive of all records. */
  readonly #published = new WeakMap<Archive, Archive>();
  #secret: ReadonlySet<string> | undefined;

  /** Reads an archive with its extensions: what their pages and checks say counts, too. */
  static async open(options: LifeOptions): Promise<Life> {
    tellKilled(options.content);
    return new Life(options, await loadExtensions(usualExtensions()));
  }

  /** @throws {UsageError} when records have errors: nothing can be told for sure then. */
  constructor(options: LifeOptions, extensions: LoadedExtensions = NO_EXTENSIONS) {
    this.contentDir = options.content;
    this.assetsDir = options.assets;
    this.ledgerDir = options.ledger ?? (relative(process.cwd(), join(dirname(resolve(options.content)), ".ledger")) || ".ledger");
    this.edits = new Edits([this.contentDir, this.assetsDir, this.ledgerDir]);
    this.#isDry = options.dryRun === true;
    this.#extensions = extensions;
    this.files = listRecords(this.contentDir).files;
    this.#seen = new Map(this.files.map(({ file }) => [file, looksOf(file)]));
    const { archive, whole, findings } = loadArchive({ ...settingsFrom(options), today: this.today, cache: this.#read });
    this.#published.set(whole, archive);
    const errors = this.#errorsOf(whole, findings);
    if (errors.length > 0) {
      printProblems(sortProblems(locate(errors)));
      throw new UsageError("Mend these records first; nothing was changed.");
    }
    this.archive = whole;
  }

  #errorsOf(archive: Archive, findings: readonly Finding[]): Finding[] {
    return [...findings, ...runChecks(archive, ownRules(this.#extensions, archive))].filter(({ severity }) => severity === "error");
  }

  /** Tells the editor something about the changes before they are made. */
  tell(text: string): void {
    this.#told.push(text);
  }

  /** The path of a file below the folder of the records, as records are listed. */
  file(...parts: string[]): string {
    return join(this.contentDir, ...parts).replaceAll("\\", "/");
  }

  media(path: string): string {
    return join(this.assetsDir, "media", path).replaceAll("\\", "/");
  }

  /** Changes the fields of a record, as they will be by now. */
  change({ kind, file }: Pick<RecordFile, "kind" | "file">, change: (fields: Record<string, unknown>) => Record<string, unknown>): void {
    const text = this.edits.read(file);
    const fields = text === undefined ? undefined : writtenFields(kind, text);
    if (text !== undefined && fields) this.edits.write(file, withFields(kind, text, change(fields)));
  }

  /** Changes what is known of addresses; the record is made where there is none. */
  changeAddresses(change: (record: AddressesRecord) => AddressesRecord): void {
    const file = this.file("addresses.yaml");
    const text = this.edits.read(file) ?? "";
    const record = change((text === "" ? {} : writtenFields("addresses", text)) as AddressesRecord);
    const filled = Object.fromEntries(Object.entries(record).filter(([, list]) => list !== undefined && list.length > 0));
    if (Object.keys(filled).length > 0) this.edits.write(file, withFields("addresses", text, filled));
    else if (text !== "") this.edits.remove(file);
  }

  /** Changes what imports remember; texts that `mayChange` says no of are left as they are. */
  changeImports(change: (ledger: Ledger, event: string) => Ledger, mayChange: (text: string) => boolean = () => true): void {
    for (const { file, event } of importStateFiles(this.contentDir)) {
      const text = this.edits.read(file) ?? "";
      if (!mayChange(text)) continue;
      // Names of records may be others now.
      const { made: _, ...ledger } = parseLedger(text) as Ledger;
      this.edits.write(file, formatLedger(change(ledger, event)));
    }
  }

  get namesFile(): string {
    return namesFile(this.contentDir).replaceAll("\\", "/");
  }

  /** The files beside the records that commands of this kind write themselves. */
  get ownFiles(): string[] {
    return [this.namesFile, withdrawnFile(this.ledgerDir), ...ledgerFiles(this.ledgerDir)].map((file) => file.replaceAll("\\", "/"));
  }

  /** The sealed names that imports keep to. */
  get names(): SealedTexts {
    return readSealedNames(this.contentDir, this.ledgerDir);
  }

  /** The archive as it will be. Errors that it has end the command. */
  after(): Archive {
    const folders = { content: this.contentDir, "assets/media": join(this.assetsDir, "media") };
    const { archive, problems } = inCopy(this.edits, folders, this.contentDir, (copy) => {
      const content = join(copy, "content");
      const {
        archive: published,
        whole,
        findings,
      } = loadArchive({
        today: this.today,
        contentDir: content,
        assetsDir: join(copy, "assets"),
        cache: new RecordCache(this.#read.known()),
      });
      this.#published.set(whole, published);
      const errors = this.#errorsOf(whole, findings);
      const real = (text: string) => text.replaceAll(content, this.contentDir);
      const located = locate(errors).map(
        (one): Problem => ({ ...one, file: real(one.file), message: real(one.message), hint: real(one.hint) }),
      );
      return { archive: whole, problems: located };
    });
    // What others did would count as done by the changes.
    this.#refuseOthers();
    if (problems.length > 0) {
      printProblems(sortProblems(problems));
      throw new UsageError("The records would have these errors then; nothing was changed.");
    }
    return archive;
  }

  /** Throws where somebody else changed, made or removed any record since: it may name what is changed, or lie in a folder that is moved. */
  #refuseOthers(): void {
    const now = listRecords(this.contentDir).files.map(({ file }) => file);
    refuseOthers([...this.#seen, ...now.filter((file) => !this.#seen.has(file)).map((file) => [file, ""] as const)]);
  }

  /** The day that notes at addresses say. */
  get today(): string {
    return buildDay(process.env) ?? new Date().toISOString().slice(0, 10);
  }

  /** Those of some addresses that readers may have kept: all that the ledger knows, or all where there is none. */
  published(paths: readonly string[]): string[] {
    const known = readLedger(this.ledgerDir)?.addresses.lines.map(({ name }) => name);
    return paths.filter((path) => known?.includes(path) ?? true);
  }

  /** Whether an address is that of a record which was never published: no note there may tell of it. */
  isSecret(path: string): boolean {
    this.#secret ??= this.#secretAddresses();
    return this.#secret.has(path);
  }

  #secretAddresses(): ReadonlySet<string> {
    const all = (archive: Archive) => [...addressesOf(archive), ...movedPaths(archive).map(({ from }) => from)];
    const published = this.#publishedOf(this.archive);
    if (published === this.archive) return new Set();
    const known = new Set([...all(published), ...(readLedger(this.ledgerDir)?.addresses.lines ?? []).map(({ name }) => name)]);
    return new Set(all(this.archive).filter((one) => !known.has(one)));
  }

  #publishedOf(whole: Archive): Archive {
    return this.#published.get(whole) ?? whole;
  }

  /** Addresses that are published now and will not be then, neither as a page nor leading on. */
  vanishing(whole: Archive): string[] {
    const after = this.#publishedOf(whole);
    const before = this.#publishedOf(this.archive);
    const then = new Set([...addressesOf(after), ...movedPaths(after).map(({ from }) => from), ...(removedIn(after) ?? [])]);
    const published = readLedger(this.ledgerDir);
    const known = new Set(published?.addresses.lines.map(({ name }) => name));
    const knownMedia = new Set(published?.media.lines.map(({ name }) => mediaPath(name)));
    // What was never published needs no word.
    const isKnown = (path: string) => published === undefined || known.has(path) || knownMedia.has(path);
    const gone = [...addressesOf(before)].filter((path) => !then.has(path) && isKnown(path));
    const below = [...known].filter(isMadeOfLostMedia(before, after)).filter((path) => !then.has(path));
    return [...new Set([...gone, ...below])].sort();
  }

  /** Makes the changes, or only tells them. No other command changes the records meanwhile; `first` is called before they are made, `last` after. */
  async finish(next: string, first: () => void = () => {}, last: () => void = () => {}): Promise<void> {
    const { edits } = this;
    for (const text of this.#told) process.stderr.write(`${text}\n`);
    for (const line of edits.lines()) process.stdout.write(`${line}\n`);
    if (this.#isDry) {
      process.stderr.write(`Would touch ${count(edits.size, "file")}; nothing was written.\n`);
      return;
    }
    const make = () => {
      this.#refuseOthers();
      edits.refuseChanged();
      for (const folder of [this.contentDir, join(this.assetsDir, "media")]) removeDrafts(folder);
      removeDrafts(this.ledgerDir, false);
      removeImportDrafts(this.contentDir);
      undisturbed(() => {
        first();
        edits.apply();
        last();
      });
    };
    // What `verify --update` has read of the ledger it writes again.
    const isOfLedger =
      [...edits.outcome().keys()].some((file) => liesIn(file, this.ledgerDir)) &&
      // With the records in one folder it would wait for itself.
      placeToWait(this.ledgerDir) !== placeToWait(this.contentDir);
    await oneAtATime(this.contentDir, isOfLedger ? () => oneAtATime(this.ledgerDir, make) : make);
    process.stderr.write(`Touched ${count(edits.size, "file")}. ${next}\n`);
  }
}

/** Whether an address is that of pages which were made of slides or captions that a talk has no more, also where the talk was before. */
function isMadeOfLostMedia(before: Archive, after: Archive): (address: string) => boolean {
  const then = new Map(after.talks.flatMap((talk) => [talk.path, ...(talk.record.formerUrls ?? [])].map((path) => [path, talk] as const)));
  const has = (files: (string | undefined)[]) => files.some((file) => file !== undefined);
  const lost = before.talks.flatMap((talk) => {
    const now = then.get(talk.path);
    if (!now) return [];
    const [decks, left] = [talk, now].map(
      ({ documents }) => documents.filter(({ kind, file }) => kind === "slides" && file !== undefined).length,
    );
    const lostDecks = Array.from({ length: decks ?? 0 }, (_, index) => index + 1).slice(left);
    const hadCaptions = has(talk.recordings.map(({ captions }) => captions)) && !has(now.recordings.map(({ captions }) => captions));
    const pages = [
      ...lostDecks.map((deck) => slidesPath(talk.event.id, talk.slug, deck)),
      ...(hadCaptions ? [transcriptPath(talk.event.id, talk.slug)] : []),
    ];
    return pages.flatMap((page) => [page, ...formerPages(now).map((former) => formerAddress(page, talk.path, former))]);
  });
  return (address) => lost.some((page) => address.startsWith(page));
}

/** What to do after a change. */
export const nextSteps = () =>
  `Next: look at the changes, build, run \`${commandName("verify")} --update\`, and commit all of it together.`;

function removedIn({ vocabularies }: Archive): string[] | undefined {
  return vocabularies.addresses?.record.removed?.map(({ path }) => path);
}

/** The addresses of an archive that come and go with its records: pages, files of events, media. */
function addressesOf(archive: Archive): Set<string> {
  const { events, talks, people, topics, organizations, pages } = archive;
  return new Set([
    ...[...events, ...talks, ...people, ...topics, ...organizations, ...pages].map(({ path }) => path),
    ...(archive.papers.length > 0 ? [PATHS.papers] : []),
    ...yearsOf(archive).map(({ year }) => yearPath(year)),
    ...events.flatMap((event) => eventFiles(archive, event)),
    ...publishedMedia(archive).flatMap(({ path }) => [path, ...formerNames(archive, path)].map(mediaPath)),
  ]);
}

/** Outputs need what they are made of, not what is in it, to say which files there are. */
const NO_CONTENT: OutputContext = {
  pagePaths: [],
  sections: [],
  readMedia: () => new Uint8Array(),
  readRecord: () => new Uint8Array(),
};

function eventFiles(archive: Archive, event: Event): string[] {
  const files = OUTPUTS.flatMap(({ eventFiles: filesOf }) => [...(filesOf?.(archive, event, NO_CONTENT) ?? [])]).map(
    ({ path }) => `/${path}`,
  );
  const formers = formerPages(event);
  return files.flatMap((path) => [path, ...formers.map((former) => `${former}${path.slice(event.path.length)}`)]);
}
