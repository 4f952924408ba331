/** Builds: the records are loaded and checked, steps make of them what is out of date, and what they made is noted for the next build. */
import { append } from "../text/append.ts";
import type { ChildProcess } from "node:child_process";
import { availableMemory } from "node:process";
import { join, relative, resolve } from "node:path";
import { cardWarnings } from "../components/card.ts";
import { archiveDigest } from "../components/digests.ts";
import { digest, digestOf } from "../text/digest.ts";
import { type KnownRecords, type Listing, RecordCache } from "../content/record-cache.ts";
import { createRenderer, listContent, loadArchive } from "../content/load.ts";
import { readRecord } from "../content/read.ts";
import { forgetMade, prepareMedia } from "../media/prepare.ts";
import { amendTalk } from "../model/amend.ts";
import { type MadeMedia, NOTHING_MADE } from "../model/made-media.ts";
import type { Finding } from "../model/problem.ts";
import { INDEX_FOLDER } from "../model/urls.ts";
import type { TalkRecord } from "../model/records/talk.ts";
import type { Unpublished } from "../model/unpublished.ts";
import { takeOver, toLeave } from "../model/remembered.ts";
import { Cache } from "./cache.ts";
import { claimOutput, mark } from "./claim-output.ts";
import { lockFolder, type Release } from "./lock.ts";
import { editorFiles } from "./editor.ts";
import { programFingerprint } from "./fingerprint.ts";
import { emptyManifest, type Manifest, Output } from "./output.ts";
import { assumedFound, scanOutput } from "./output-found.ts";
import { PageWriter } from "./eleventy.ts";
import { limitHeap } from "./heap.ts";
import { stateOfFiles } from "./inputs.ts";
import { IndexProcess } from "./index-process.ts";
import type { BuildResult, BuildSummary, Progress } from "./progress.ts";
import { BuildLoop, BuildStopped, type PageBatch, type Wait } from "./run-steps.ts";
import { type BuildSettings, PROGRAM_DIR, PROJECT_DIR } from "./settings.ts";
import { loadExtensions } from "./extensions.ts";
import { cardFontsOf, checkRecords, makeSite, type Site } from "./site.ts";
import { cardsStep } from "./steps/cards.ts";
import { assetsStep, mediaStep, outputsStep, pageListsStep } from "./steps/files.ts";
import { groupName, PageFacts, pagesStep } from "./steps/pages.ts";
import { forgetIndex, type IndexMemory, type SearchOptions, searchStep } from "./steps/search.ts";
import { themeDirOf } from "./theme.ts";
import type { SiteToMake } from "./worker-messages.ts";
import { type WorkerOptions, WorkerPool } from "./worker-pool.ts";

/** What somebody who watches the folders and the readers knows. */
export interface PreviewEdit {
  /** Absolute paths of records, which alone changed since the last build; none where nobody knows. */
  changed: ReadonlySet<string> | undefined;
  /** Files of the output that somebody is looking at; they are rendered first. */
  open: readonly string[];
  /** Told when they are written, before anything else is looked at. */
  onFirst: () => Promise<void>;
  /** Something else changed meanwhile: the build fails with `BuildStopped` as soon as there is something to see of this edit. */
  stop: AbortSignal;
}

/** A build that was begun: the records are sound, and files are being written. */
export interface RunningBuild {
  site: Site;
  warnings: readonly Finding[];
  /** Records that stay out. */
  unpublished: readonly Unpublished[];
  /** The next pages to print, once those before are printed; none when all else is written too. */
  next(): Promise<PageBatch | undefined>;
  /** Whether the output folder was as it was taken to be, where that was not looked at before. Fails with `BuildStopped` as `next` does. */
  isConfirmed(): Promise<boolean>;
  /** Deletes what nobody made, and notes what was made. */
  finish(): BuildSummary;
  /** Notes what was made so far, so that the next build need not make it again when this one cannot go on. */
  noteSoFar(): void;
  /** Keeps in mind what was made so far, since another build follows at once; `shown` is the site that was rendered first, of which more is known. */
  stop(shown: Site | undefined): void;
  /** Whether a file of the output is one of the archive, when the last batch is there. */
  owns(path: string): boolean;
}

/**
 * Builds the site, unless the last build left it whole, and nothing that it is made of, or in it, looks different now.
 * Throws as `build` does.
 */
export async function buildIfNeeded(settings: BuildSettings, progress: Progress = {}, workers?: WorkerOptions): Promise<BuildResult> {
  const builder = new Builder(settings, workers);
  return (await builder.upToDate(progress)) ?? (await builder.build(progress));
}

/** Builds the site. Throws `RecordsError` or `OutputError` before anything is written. `then` is done before any other build may begin. */
export function build(
  settings: BuildSettings,
  progress: Progress = {},
  workers?: WorkerOptions,
  then?: (summary: BuildSummary) => Promise<void>,
): Promise<BuildSummary> {
  return new Builder(settings, workers).build(progress, undefined, then);
}

/** How a builder gets a process that makes the search index beside it. */
export interface IndexerOptions {
  /** Starts it; it calls `followOrders` of `worker.ts`. */
  start: () => ChildProcess;
  /** How many talks are worth it: the index of fewer is made in less time than others are told of it. */
  talks?: number;
}

/** Folders with files that a site is made of, and the state of each before it was read. */
type Inputs = [folder: string, state: string | undefined][];

/** The name under which the cache keeps what took long to work out. */
const REMEMBERED = "remembered";

/** What the cache keeps of a site that was left whole. */
interface WholeSite {
  inputs: Inputs;
  settings: string;
  /** How the manifest looked that belongs to it. */
  manifest: string;
  result: Pick<BuildResult, "warnings" | "unpublished" | "pages">;
}

/** Builds one site again and again, and remembers what it can. */
export class Builder {
  readonly #settings: BuildSettings;
  readonly #workers: WorkerOptions | undefined;
  readonly #program = programFingerprint();
  readonly #cache: Cache;
  readonly #manifestName: string;
  #templates: Record<string, string>;
  readonly #pages: PageWriter;
  /** Whether what earlier builds left has still to be forgotten: others may be using it until they are waited for. */
  #forgets: boolean;
  /** What must outlive the program that wrote it: the files of a shared output folder. */
  readonly #lasting: Cache;
  #written: ReadonlySet<string>;
  #known: KnownRecords | undefined;
  #manifest: Manifest;
  /** How the manifest in the cache looks since this builder read or wrote it. */
  #noted: string;
  /** The last build that came to its end or was stopped, until the next is begun. */
  #lastBuild: { site: Site; listing: Listing } | undefined;
  /** What `upToDate` found in the output folder, for the build that follows, and how the manifest looked; nothing where another build came between. */
  #scan: { found: ReturnType<typeof scanOutput>; noted: string } | undefined;
  /** How folders looked when `upToDate` asked, for the build that follows. */
  #states: ReadonlyMap<string, string | undefined> = new Map();
  /** What was indexed, where several builds are to come, and this process makes the index. */
  #indexed: IndexMemory | undefined;
  readonly #indexerOptions: IndexerOptions | undefined;
  #indexer: IndexProcess | undefined;
  /** Whether somebody waits for what is to come, so that another process may make the index. */
  #isWarm = false;
  /** The groups of files that somebody has looked at. */
  readonly #groupOf = new Map<string, string>();
  /** What the last build had of media. */
  #made: MadeMedia = NOTHING_MADE;

  /**
   * With `workers`, other processes make pages too, where those that are out of date are many; with `indexer`, one makes the search index of
   * edits from `warmUp` on, where the archive has as many talks as that says.
   */
  constructor(settings: BuildSettings, workers?: WorkerOptions, indexer?: IndexerOptions) {
    this.#settings = settings;
    this.#workers = workers;
    this.#indexerOptions = indexer;
    this.#cache = new Cache(settings.cacheDir, this.#program);
    this.#manifestName = `output-${digest(relative(resolve(settings.cacheDir), resolve(settings.outputDir)))}`;
    this.#lasting = new Cache(settings.cacheDir, "any");
    this.#written = new Set((this.#lasting.read(`written-${this.#manifestName}`) ?? []) as string[]);
    this.#pages = new PageWriter(settings);
    this.#forgets = settings.clean ?? false;
    this.#templates = (this.#cache.read("templates") ?? {}) as Record<string, string>;
    this.#manifest = (this.#cache.read(this.#manifestName) ?? emptyManifest()) as Manifest;
    this.#noted = this.#cache.stamp(this.#manifestName);
  }

  /** Builds the site. Throws `RecordsError` or `OutputError` before anything is written, but for what an edit had rendered first. */
  async build(progress: Progress = {}, edit?: PreviewEdit, then?: (summary: BuildSummary) => Promise<void>): Promise<BuildSummary> {
    try {
      return await this.#alone(progress, async () => {
        const start = performance.now();
        const changed = this.#lastBuild && edit?.changed;
        const beginIndex = () => this.#indexer?.begin({ changed, media: this.#made, stop: edit?.stop });
        const shown = edit && (await this.#renderFirst(edit, beginIndex));
        if (!shown) beginIndex();
        const awaited = edit && { ...edit, isShown: shown !== undefined };
        const summary = (await this.#make(progress, awaited, shown, start, true)).finish();
        // The first build may have failed.
        if (this.#isWarm) this.#startIndexer();
        await then?.(summary);
        return summary;
      });
    } catch (error) {
      // What changed before this build is told to none that follows.
      if (!(error instanceof BuildStopped)) this.#lastBuild = undefined;
      throw error;
    }
  }

  /** Makes what is out of date, and once more where `trusts` was too much, since something else had touched the output folder. */
  async #make(
    progress: Progress,
    edit: (PreviewEdit & Wait) | undefined,
    shown: Site | undefined,
    start: number,
    trusts: boolean,
  ): Promise<RunningBuild> {
    const running = await this.begin(progress, edit, start, trusts);
    try {
      for (let batch = await running.next(); batch; batch = await running.next()) await this.#pages.write(running.site, batch);
      await this.#indexer?.saved();
      if (await running.isConfirmed()) return running;
    } catch (error) {
      if (error instanceof BuildStopped) running.stop(shown);
      else running.noteSoFar();
      throw error;
    }
    running.stop(shown);
    return this.#make(progress, edit, shown, start, false);
  }

  /**
   * Tells what a build would, when the last one left the site whole and nothing looks different now: no record, no file of the theme, of
   * the media or of the program, and no file of the site. Nothing is read then but what the last build noted.
   */
  async upToDate(progress: Progress = {}): Promise<BuildResult | undefined> {
    const start = performance.now();
    const whole = this.#cache.read(this.#wholeName) as WholeSite | undefined;
    if (!whole || this.#forgets || this.#settings.sharedOutput || this.#settings.dryRun || whole.settings !== this.#settingsKey)
      return undefined;
    return this.#alone(progress, async () => {
      const scan = { found: scanOutput(this.#settings.outputDir), noted: this.#cache.stamp(this.#manifestName) };
      // Who waits for it hears of a failure.
      scan.found.catch(() => {});
      this.#scan = scan;
      // Before the look at the output folder has come to its end, for the build goes on meanwhile.
      const states = new Map<string, string | undefined>();
      this.#states = states;
      const isChanged = ([folder, state]: Inputs[number]) => states.set(folder, stateOfFiles(folder)).get(folder) !== state;
      if (this.#noted !== whole.manifest || whole.inputs.some(isChanged)) return undefined;
      const output = new Output(this.#settings.outputDir, this.#manifest, { found: await scan.found });
      if (!output.keepAll()) return undefined;
      const manifest = output.finish();
      const isKnown = ([path, noted]: [string, Manifest["files"][string]]) => this.#manifest.files[path]?.[2] === noted[2];
      if (!Object.entries(manifest.files).every(isKnown)) {
        this.#note(manifest);
        this.#cache.write(this.#wholeName, { ...whole, manifest: this.#noted } satisfies WholeSite);
      }
      this.#scan = undefined;
      return { ...whole.result, written: 0, seconds: (performance.now() - start) / 1000 };
    });
  }

  get #wholeName(): string {
    return `whole-${this.#manifestName}`;
  }

  get #settingsKey(): string {
    return digestOf(this.#settings);
  }

  /** Does something while no other process builds into the output folder or with the cache, and with what the last of them noted. */
  async #alone<Result>(progress: Progress, work: () => Promise<Result>): Promise<Result> {
    const release = await this.lock(progress.waiting);
    try {
      return await work();
    } finally {
      release();
    }
  }

  /**
   * Waits until no other process builds into the output folder or with the cache, takes over what the last of them noted, and keeps others
   * waiting until the function that it answers with is called. `onWait` is told the folder and the other process. Throws
   * `OutputError` where the folder cannot be the output folder. `build` does this itself.
   */
  async lock(onWait: Progress["waiting"] = () => {}): Promise<Release> {
    const { cacheDir, outputDir } = this.#settings;
    this.#claim(true);
    const locks: Release[] = [];
    const release = () => {
      for (const one of locks.splice(0).reverse()) one();
    };
    const wait: typeof onWait = (folder, other) => {
      this.#scan = undefined;
      onWait(folder, other);
    };
    try {
      for (const folder of [cacheDir, outputDir]) locks.push(await lockFolder(folder, (other) => wait(folder, other)));
      if (this.#forgets) this.#forget();
      if (this.#cache.stamp(this.#manifestName) !== this.#noted) {
        this.#manifest = (this.#cache.read(this.#manifestName) ?? emptyManifest()) as Manifest;
        this.#lastBuild = undefined;
      }
      return release;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Forgets what earlier builds left in the cache. */
  #forget(): void {
    for (const name of ["records", REMEMBERED, "scripts", "templates", this.#manifestName, this.#wholeName]) this.#cache.forget(name);
    forgetIndex(this.#cache);
    this.#indexed = undefined;
    forgetMade(this.#settings.cacheDir);
    this.#templates = {};
    this.#forgets = false;
  }

  /** Makes sure that the output folder may be written, and marks it as ours before anything is written into it. */
  #claim(dryRun = this.#settings.dryRun): void {
    const { contentDir, assetsDir, outputDir, cacheDir, sharedOutput } = this.#settings;
    claimOutput(outputDir, [contentDir, assetsDir, PROGRAM_DIR], { cacheDir, shared: sharedOutput, dryRun });
  }

  /**
   * Loads and checks the records, and begins to write. With `trusts`, the output folder of an edit that somebody waits for is looked at last,
   * for a look at all files of a large archive takes as long as all the rest. Throws as `build` does.
   */
  async begin(progress: Progress = {}, edit?: PreviewEdit & Wait, start = performance.now(), trusts = false): Promise<RunningBuild> {
    const settings = this.#settings;
    const before = this.#scan;
    this.#scan = undefined;
    const isTrusted = trusts && edit !== undefined && this.#lastBuild !== undefined;
    const look = () => (before && before.noted === this.#cache.stamp(this.#manifestName) ? before.found : scanOutput(settings.outputDir));
    const scan = isTrusted ? undefined : look();
    // It is awaited later; when the build fails before, nobody needs to know that this failed too.
    scan?.catch(() => {});
    const last = this.#lastBuild;
    this.#lastBuild = undefined;
    const workers = this.#workers && !settings.shard ? new WorkerPool(this.#workers) : undefined;
    const watched = edit?.changed && last && { listing: last.listing, changed: edit.changed };
    if (edit && !this.#indexer) this.#indexed ??= { segments: new Map() };
    const { site, warnings, unpublished, listing, inputs } = await this.#load(progress, watched, workers).catch((error: unknown) => {
      workers?.stop();
      throw error;
    });
    workers?.tell(toMake(site));
    this.#claim();
    const output = new Output(settings.outputDir, this.#manifest, {
      found: (await scan) ?? assumedFound(settings.outputDir, this.#manifest.files),
      shared: settings.sharedOutput,
      dryRun: settings.dryRun,
      written: this.#written,
    });
    let isWaiting = false;
    const loop = new BuildLoop(
      allSteps(site, edit !== undefined, {
        cache: this.#cache,
        memory: this.#indexed,
        elsewhere: this.#indexer,
        stop: edit?.stop,
        onProgress: (done, all) => isWaiting && progress.search?.(done, all),
      }),
      output,
      {
        shard: settings.shard,
        workers,
        wait: edit,
        onMade: progress.made,
        onWaiting: () => {
          isWaiting = true;
        },
      },
    );
    const batches = loop.batches();
    return {
      site,
      warnings,
      unpublished,
      next: async () => (await batches.next()).value ?? undefined,
      isConfirmed: async () => {
        if (!isTrusted) return true;
        if (edit.stop.aborted) throw new BuildStopped();
        const found = await scanOutput(settings.outputDir, edit.stop).catch((error: unknown) => {
          throw edit.stop.aborted ? new BuildStopped() : error;
        });
        return output.confirm(found);
      },
      finish: () => {
        workers?.stop();
        this.#written = new Set();
        this.#note(output.finish());
        if (inputs && !settings.leave && !settings.dryRun)
          this.#cache.write(this.#wholeName, {
            inputs,
            settings: this.#settingsKey,
            manifest: this.#noted,
            result: { warnings, unpublished, pages: loop.pages },
          } satisfies WholeSite);
        this.#lastBuild = { site, listing };
        const remembered = toLeave();
        if (remembered) this.#cache.write(REMEMBERED, remembered);
        return { site, warnings, unpublished, pages: loop.pages, written: loop.written, seconds: (performance.now() - start) / 1000 };
      },
      noteSoFar: () => {
        workers?.stop();
        this.#note(output.unfinished());
      },
      stop: (shown = site) => {
        this.#manifest = output.unfinished();
        this.#lastBuild = { site: shown, listing };
      },
      owns: (path) => loop.has(path) || `/${path}`.startsWith(INDEX_FOLDER),
    };
  }

  /** Loads Eleventy, so that the first page to write need not wait for it, and of a large archive has another process learn what is indexed. */
  async warmUp(): Promise<void> {
    this.#isWarm = true;
    this.#startIndexer();
    await this.#pages.warmUp();
  }

  #startIndexer(): void {
    const { start, talks = TALKS_FOR_INDEXER } = this.#indexerOptions ?? {};
    const isLarge = this.#lastBuild !== undefined && this.#lastBuild.site.archive.talks.length >= talks;
    if (start && isLarge && !this.#indexer && availableMemory() > MEMORY_FOR_INDEXER) {
      this.#indexer = new IndexProcess(start, { settings: this.#settings, program: this.#program });
      this.#indexed = undefined;
    }
  }

  /** Loads and checks what the site is made of. `watched` is what is known of the folders without looking. */
  async #load(
    progress: Progress,
    watched: { listing: Listing; changed: ReadonlySet<string> } | undefined,
    workers: WorkerPool | undefined,
  ): Promise<{ site: Site; warnings: Finding[]; unpublished: Unpublished[]; listing: Listing; inputs: Inputs | undefined }> {
    const settings = this.#settings;
    const states = this.#states;
    this.#states = new Map();
    const stateOf = (folder: string): Inputs[number] => [folder, states.has(folder) ? states.get(folder) : stateOfFiles(folder)];
    // Files that somebody watches change while they are read.
    const inputs = watched
      ? []
      : [settings.contentDir, settings.assetsDir, settings.extensionsDir ?? [], PROGRAM_DIR, join(PROJECT_DIR, "assets")]
          .flat()
          .map(stateOf);
    if (!this.#known) takeOver(this.#cache.read(REMEMBERED));
    this.#known ??= (this.#cache.read("records") ?? {}) as KnownRecords;
    const extensions = await loadExtensions(settings.extensionsDir);
    const records = new RecordCache(this.#known, watched);
    if (workers)
      await readTogether(
        records,
        records.list(() => listContent(settings)),
        workers,
        progress.records,
      );
    const loaded = loadArchive({ ...settings, cache: records, ...(progress.records && { onProgress: progress.records }) });
    this.#known = records.known();
    const { archive } = loaded;
    const listing = records.listing ?? { files: [], findings: [], media: archive.media };
    // A few records are read again sooner than all are written.
    if (records.read > listing.files.length / 100) this.#cache.write("records", this.#known);
    workers?.load({ settings, program: this.#program });
    if (!watched) inputs.push(stateOf(themeDirOf(settings, archive.site.record.theme)));
    limitHeap(archive, watched !== undefined);
    const warnings = checkRecords(loaded, extensions, settings);
    const media = await prepareMedia(archive, { mediaDir: join(settings.assetsDir, "media"), ...settings }, progress.media);
    const cards = cardFontsOf(settings, archive);
    archive.made = { ...media.made, ...(cards && { cards }) };
    this.#made = media.made;
    const templates = Object.keys(this.#templates).length;
    const site = await makeSite(settings, archive, extensions, this.#program, this.#templates, media.files, this.#cache);
    if (settings.editor) append(site.assets.files, editorFiles(archive, settings.editor, site.assets.links.icon));
    if (Object.keys(this.#templates).length > templates) this.#cache.write("templates", this.#templates);
    // What could not be made of media is tried again.
    const areKnown = !watched && !extensions.isOutdated && media.warnings.length === 0 && inputs.every(([, state]) => state !== undefined);
    return {
      site,
      warnings: [...warnings, ...media.warnings, ...cardWarnings(archive)],
      unpublished: loaded.unpublished,
      listing,
      inputs: areKnown ? inputs : undefined,
    };
  }

  #note(manifest: Manifest): void {
    this.#manifest = manifest;
    this.#cache.write(this.#manifestName, manifest);
    this.#noted = this.#cache.stamp(this.#manifestName);
    // Somebody may have emptied or deleted the folder meanwhile; what is in it now is ours all the same.
    if (!this.#settings.dryRun) mark(this.#settings.outputDir);
    if (!this.#settings.sharedOutput) return;
    this.#written = new Set([...this.#written, ...Object.keys(manifest.files)]);
    this.#lasting.write(`written-${this.#manifestName}`, [...this.#written]);
  }

  /**
   * Renders the pages that somebody waits for, when the words of one talk are all that changed since the last build. The whole build
   * follows and trusts nothing of this. `onWritten` is called as soon as they are there. Gives the site as it was rendered, if it was.
   */
  async #renderFirst(edit: PreviewEdit, onWritten: () => void): Promise<Site | undefined> {
    if (!this.#lastBuild || !edit.changed) return undefined;
    const { site, listing } = this.#lastBuild;
    const [file, ...others] = edit.changed;
    const found = listing.files.find((one) => resolve(one.file) === file);
    if (others.length > 0 || found?.kind !== "talk") return undefined;
    const { record, findings } = readRecord(found);
    if (record === undefined || findings.length > 0) return undefined;
    const filed = { id: found.id, file: found.file, record: record as TalkRecord };
    const archive = amendTalk(site.archive, filed, createRenderer(site.archive.site.base.prefix));
    if (!archive) return undefined;
    const amended = { ...site, archive };
    this.#claim();
    const groups = this.#groupsToShow(edit.open).add(groupName("talk", found.id));
    const pages = pagesStep(amended, new PageFacts(), groups);
    const output = new Output(this.#settings.outputDir, this.#manifest);
    for await (const batch of new BuildLoop([pages], output).batches()) await this.#pages.write(amended, batch);
    // What is in them now is not what was noted.
    const { files } = this.#manifest;
    for (const path of Object.keys(output.made().files)) {
      const noted = files[path];
      if (noted) files[path] = [noted[0], noted[1], ""];
    }
    onWritten();
    await edit.onFirst();
    return amended;
  }

  /** The groups that some files belong to. Files that somebody looks at are asked for again, and to look through all groups takes long. */
  #groupsToShow(files: readonly string[]): Set<string> {
    const { groups } = this.#manifest;
    const isIn = (name: string | undefined, file: string) => name !== undefined && groups[name]?.paths.includes(file) === true;
    const unknown = files.filter((file) => !isIn(this.#groupOf.get(file), file));
    if (unknown.length > 0)
      for (const name of Object.keys(groups)) for (const file of unknown) if (isIn(name, file)) this.#groupOf.set(file, name);
    return new Set(files.flatMap((file) => this.#groupOf.get(file) ?? []));
  }
}

/** From how many talks on another process makes the index of edits, and how many bytes are to be free for it. */
const TALKS_FOR_INDEXER = 2000;
const MEMORY_FOR_INDEXER = 1_500_000_000;

/** Records that a worker reads at a time, and that are read here before anybody asks whether one of them has nothing to do. */
const PIECE = 200;

/** Reads the records that no build has read, where they are many: some here, and some by workers. */
async function readTogether(records: RecordCache, listing: Listing, workers: WorkerPool, onProgress: Progress["records"]): Promise<void> {
  const files = records.unknown(listing);
  const all = files.length;
  if (workers.size(all) === 0) return;
  const own = new RecordCache({});
  const theirs: KnownRecords = {};
  while (files.length > 0 || workers.isAsked) {
    while (files.length > 0 && workers.isFree) workers.read(files.splice(0, PIECE), (known) => Object.assign(theirs, known));
    for (const file of files.splice(0, PIECE)) own.recall(file);
    if (files.length > 0) await new Promise((done) => setImmediate(done));
    else if (workers.isAsked) await workers.changed();
    // Nothing is made yet, so that this can only fail.
    workers.take();
    onProgress?.(all - files.length, all);
  }
  records.learn({ ...theirs, ...own.known() });
}

/** What a worker process is told of the site. */
function toMake({ settings, program, archive, assets, templates }: Site): SiteToMake {
  return { settings, program, archive: archiveDigest(archive), media: archive.made, links: assets.links, templates };
}

/** The steps of a whole build, in their order: lists come before the search index where somebody waits, or are made while it is. */
function allSteps(site: Site, isAwaited: boolean, options: SearchOptions) {
  const facts = new PageFacts();
  const { leave } = site.settings;
  const search = searchStep(site, { ...options, postponed: leave?.includes("search") });
  const cards = cardsStep(site, leave?.includes("cards"));
  const pages = pagesStep(site, facts);
  const first = isAwaited ? [pages, search, cards] : [search, cards, pages];
  return [...first, assetsStep(site), mediaStep(site), outputsStep(site), pageListsStep(site, facts)];
}
