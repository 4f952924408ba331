/** Builds: what is out of date goes to Eleventy in batches, the rest is written beside it, and noted for the next build. */
import { join, relative, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { digest } from "../text/digest.ts";
import { type KnownRecords, type Listing, RecordCache } from "../content/record-cache.ts";
import { createRenderer, loadArchive } from "../content/load.ts";
import { readRecord } from "../content/read.ts";
import { forgetMade, type MadeFiles, prepareMedia } from "../media/prepare.ts";
import { amendTalk } from "../model/amend.ts";
import type { Archive } from "../model/archive.ts";
import type { TalkRecord } from "../model/records/talk.ts";
import { BuildRun } from "./build-run.ts";
import type { BuildSummary, PreviewEdit, Progress } from "./build-talk.ts";
import { Cache } from "./cache.ts";
import { editorFiles } from "./editor.ts";
import { programFingerprint } from "./fingerprint.ts";
import { claimOutput } from "./claim-output.ts";
import { type Manifest, Output } from "./output.ts";
import { scanOutput } from "./output-found.ts";
import { beginSearch, SEARCH_GROUP } from "./search-step.ts";
import { type BuildSettings, ELEVENTY_CONFIG, PROJECT_DIR } from "./settings.ts";
import { checkRecords, makeSite, type Site } from "./site.ts";
import type { RunningEleventy } from "./types.ts";

export type { BuildSummary, PreviewEdit, Progress };

/** Builds the site. Throws `RecordsError` or `OutputError` before anything is written. */
export function build(settings: BuildSettings, progress: Progress = {}): Promise<BuildSummary> {
  return new Builder(settings).build(progress);
}

/** Builds one site again and again, and remembers what it can. */
export class Builder {
  readonly #settings: BuildSettings;
  readonly #program = programFingerprint();
  readonly #cache: Cache;
  readonly #manifestName: string;
  #known: KnownRecords | undefined;
  #listing: Listing | undefined;
  #manifest: Manifest | undefined;
  #templates: Record<string, string> | undefined;
  /** The last site that was built without an error, until the next is begun. */
  #site: Site | undefined;
  /** The output of that site. */
  #output: Output | undefined;
  #indexing: { stop: AbortController; done: Promise<boolean> } | undefined;
  #eleventy: { running: RunningEleventy; made: string } | undefined;

  constructor(settings: BuildSettings) {
    this.#settings = settings;
    this.#cache = new Cache(settings.cacheDir, this.#program);
    this.#manifestName = `output-${digest(relative(PROJECT_DIR, resolve(settings.outputDir)))}`;
    if (!settings.clean) return;
    for (const name of ["records", "templates", this.#manifestName]) this.#cache.forget(name);
    forgetMade(settings.cacheDir);
  }

  /** Builds the site. Throws `RecordsError` or `OutputError` before anything is written, but for what was written in a hurry. */
  async build(progress: Progress = {}, hurry?: PreviewEdit): Promise<BuildSummary> {
    const start = performance.now();
    const settings = this.#settings;
    this.#indexing?.stop.abort();
    await this.#indexing?.done.catch(() => {});
    if (hurry) await this.#writeFirst(hurry);
    const scan = scanOutput(settings.outputDir);
    // It is awaited later; when the build fails before, nobody needs to know that this failed too.
    scan.catch(() => {});
    this.#known ??= (this.#cache.read("records") ?? {}) as KnownRecords;
    this.#manifest ??= this.#cache.read(this.#manifestName) as Manifest | undefined;
    const watched = hurry && this.#listing ? { listing: this.#listing, changed: hurry.changed } : undefined;
    const records = new RecordCache(this.#known, watched);
    const loaded = loadArchive({ ...settings, cache: records, ...(progress.records && { onProgress: progress.records }) });
    this.#known = records.known();
    this.#listing = records.listing;
    this.#site = undefined;
    // V8 would rather let the heap of a large archive grow than look for what is free.
    setFlagsFromString(`--heap-growing-percent=${loaded.archive.talks.length > 50_000 ? 30 : 60}`);
    const warnings = checkRecords(loaded);
    const media = await prepareMedia(loaded.archive, { mediaDir: join(settings.assetsDir, "media"), ...settings }, progress.media);
    loaded.archive.made = media.made;
    warnings.push(...media.warnings);
    const site = await this.#makeSite(loaded.archive, media.files);
    claimOutput(settings.outputDir, [settings.contentDir, settings.assetsDir, resolve(PROJECT_DIR, "src")]);
    const output = new Output(settings.outputDir, this.#manifest);
    output.find(await scan);
    const search = beginSearch(site, output, settings.searchLater);
    const run = new BuildRun(site, output, progress.pages);
    while (run.takeNext()) await this.#render(run);
    await run.writeMedia();
    run.writeFiles();
    // What is noted is whole: pages without their index are written again, and their build fails.
    await search.finish(progress.search ?? (() => {}));
    this.#finish(output);
    // A few records are read again sooner than all are written.
    if (records.read > (records.listing?.files.length ?? 0) / 100) this.#cache.write("records", this.#known);
    this.#site = site;
    return { site, warnings, pages: run.pages, written: run.written, seconds: (performance.now() - start) / 1000 };
  }

  /**
   * Makes the search index that `searchLater` put off, of the site as it was built last; a build that begins meanwhile stops it.
   * Says whether it is whole now.
   */
  async index(progress: Progress = {}): Promise<boolean> {
    const site = this.#site;
    if (!site || !this.#output) return false;
    const output = this.#output;
    const stop = new AbortController();
    this.#indexing = { stop, done: this.#makeIndex(site, output, stop.signal, progress) };
    return this.#indexing.done;
  }

  async #makeIndex(site: Site, output: Output, stop: AbortSignal, progress: Progress): Promise<boolean> {
    output.release(SEARCH_GROUP);
    try {
      await beginSearch(site, output, false, stop).finish(progress.search ?? (() => {}));
    } catch (error) {
      if (stop.aborted) return false;
      throw error;
    }
    this.#finish(output);
    return true;
  }

  #finish(output: Output): void {
    this.#output = output;
    this.#manifest = output.finish();
    this.#cache.write(this.#manifestName, this.#manifest);
  }

  /** Loads Eleventy, so that the first page to write need not wait for it. */
  async warmUp(): Promise<void> {
    await import("@11ty/eleventy");
  }

  async #makeSite(archive: Archive, media: readonly MadeFiles[]): Promise<Site> {
    this.#templates ??= (this.#cache.read("templates") ?? {}) as Record<string, string>;
    const known = Object.keys(this.#templates).length;
    const site = await makeSite(this.#settings, archive, this.#program, this.#templates, media);
    if (Object.keys(this.#templates).length > known) this.#cache.write("templates", this.#templates);
    const { editor } = this.#settings;
    if (editor) site.assets.files.push(...editorFiles(archive, editor, site.assets.links.icon));
    return site;
  }

  /** Writes the pages that somebody waits for, when the words of one talk are all that changed since the last build. */
  async #writeFirst(hurry: PreviewEdit): Promise<void> {
    const [file, ...others] = hurry.changed;
    const found = this.#listing?.files.find((one) => resolve(one.file) === file);
    if (!this.#site || others.length > 0 || found?.kind !== "talk") return;
    const { record, findings } = readRecord(found);
    if (record === undefined || findings.length > 0) return;
    const { archive } = this.#site;
    const filed = { id: found.id, file: found.file, record: record as TalkRecord };
    const amended = amendTalk(archive, filed, createRenderer(archive.site.base.prefix));
    if (!amended) return;
    const run = new BuildRun({ ...this.#site, archive: amended }, new Output(this.#settings.outputDir, this.#manifest));
    run.takeFirst(this.#groupsOf(hurry));
    await this.#render(run);
    await hurry.onFirst();
  }

  /** Groups of pages that belong to changed records or that somebody is looking at. */
  #groupsOf({ changed, open }: PreviewEdit): ReadonlySet<string> {
    const names = new Set<string>();
    const looked = new Set(open);
    for (const [name, { paths }] of Object.entries(this.#manifest?.groups ?? {}))
      if (paths.some((path) => looked.has(path))) names.add(name);
    for (const { kind, id, file } of this.#listing?.files ?? []) if (changed.has(resolve(file))) names.add(`${kind} ${id}`);
    return names;
  }

  /** Has Eleventy write a batch; one that prints another frame or other templates starts anew. */
  async #render(run: BuildRun): Promise<void> {
    handedOver = run;
    const made = digest(JSON.stringify([run.site.frame, ...run.site.templates]));
    if (this.#eleventy?.made !== made) {
      const { default: Eleventy } = await import("@11ty/eleventy");
      const running = new Eleventy("src/build", relative(process.cwd(), resolve(this.#settings.outputDir)), {
        configPath: ELEVENTY_CONFIG,
        quietMode: true,
        source: "script",
      });
      running.disableLogger();
      this.#eleventy = { running, made };
    }
    await this.#eleventy.running.write();
  }
}

let handedOver: BuildRun | undefined;

/** The run that Eleventy was started for. */
export function currentRun(): BuildRun {
  if (!handedOver) throw new Error("Eleventy gets its pages from `npm run build`, and cannot be started by itself.");
  return handedOver;
}
