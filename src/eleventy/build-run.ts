/** Owns the run of a build: which pages are out of date, in batches that Eleventy renders, and what is written beside them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../content/file-state.ts";
import type { PageHead } from "../layouts/frame.ts";
import { mediaPath, outputFile } from "../model/urls.ts";
import { outputGroups } from "../outputs/index.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import { templateFingerprints } from "./fingerprint.ts";
import type { Output } from "./output.ts";
import type { Site } from "./site.ts";

/** Eleventy holds every page of a batch in memory until the batch is written. */
const BATCH = 1000;

interface StalePage {
  kind: string;
  view: PageHead;
  made: string;
}

export class BuildRun {
  readonly site: Site;
  readonly #output: Output;
  readonly #pages: Iterator<StalePage>;
  readonly #pagePaths: string[] = [];
  /** What the pages of the batch are made of, by their files. */
  readonly #batch = new Map<string, StalePage>();
  readonly #files = new Set<string>();
  #turn = 0;
  #onBatch: (pages: number, written: number) => void;
  pages = 0;
  written = 0;

  constructor(site: Site, output: Output, onBatch: (pages: number, written: number) => void = () => {}) {
    this.site = site;
    this.#output = output;
    this.#onBatch = onBatch;
    this.#pages = this.#stalePages();
  }

  /** Takes the next pages that are out of date; there are none when everything is written. */
  next(): boolean {
    this.#batch.clear();
    while (this.#batch.size < BATCH) {
      const { value, done } = this.#pages.next();
      if (done) break;
      const file = outputFile(value.view.path);
      this.#output.makeWay(file);
      this.#batch.set(file, value);
    }
    this.#onBatch(this.pages, this.written);
    return this.#batch.size > 0;
  }

  /** The views of the batch that a template prints. */
  views(kind: string): PageHead[] {
    return [...this.#batch.values()].filter((page) => page.kind === kind).map((page) => page.view);
  }

  /** Notes a page that Eleventy is about to write. */
  wrote(file: string, html: string): void {
    this.#output.note(file, this.#batch.get(file)?.made ?? "", html);
    this.written++;
  }

  *#stalePages(): Generator<StalePage, undefined> {
    const { archive, frame, templates, program, settings } = this.site;
    const common = digest(JSON.stringify([program, archive.site.base, frame]));
    const prints = templateFingerprints(templates);
    for (const { name, views, groups } of PAGE_KINDS) {
      const print = `${common} ${prints.get(`pages/${name}.njk`)}`;
      const all = groups?.(archive) ?? [{ id: "all", dependsOn: undefined, views: () => views(archive) }];
      for (const group of all) {
        // The pages of a group take turns too, so that shards have to look at each.
        const made = group.dependsOn === undefined || settings.shard ? undefined : digest(`${print} ${group.dependsOn}`);
        const kept = made === undefined ? undefined : this.#output.keepGroup(`${name} ${group.id}`, made);
        if (kept) {
          for (const file of kept) this.#meet(name, file, `/${file.replace(/(^|\/)index\.html$/, "$1")}`);
          continue;
        }
        const files: string[] = [];
        for (const view of group.views()) {
          const file = outputFile(view.path);
          files.push(file);
          if (!this.#meet(name, file, view.path, view.noindex)) continue;
          const made = digest(`${print} ${JSON.stringify(view)}`);
          if (!this.#output.keep(file, made)) yield { kind: name, view, made };
        }
        if (made !== undefined) this.#output.noteGroup(`${name} ${group.id}`, made, files);
      }
    }
    return undefined;
  }

  /** Takes note of a page of the site, and says whether it is this shard's. */
  #meet(kind: string, file: string, path: string, noindex = false): boolean {
    refuseSharedFile(this.#files, file, path);
    if (!noindex && kind !== "moved") this.#pagePaths.push(path);
    const ours = this.#isOurs();
    if (ours) this.pages++;
    return ours;
  }

  /** Whether the next page or file is one of this shard's, which take turns. */
  #isOurs(): boolean {
    const { index, of } = this.site.settings.shard ?? { index: 1, of: 1 };
    return this.#turn++ % of === index - 1;
  }

  /** Writes assets, media and outputs, each unless it is there already. */
  writeFiles(): void {
    const { archive, assets, settings, program } = this.site;
    const output = this.#output;
    for (const { path, bytes } of assets.files) if (this.#isOurs()) output.write(path, digest(bytes), bytes);
    const mediaFile = (path: string) => join(settings.assetsDir, "media", path);
    for (const media of archive.media.values())
      if (media.looksLike !== "html" && this.#isOurs()) output.copy(mediaPath(media.path).slice(1), `${media.seen}`, mediaFile(media.path));
    const context = {
      pagePaths: this.#pagePaths,
      readMedia: (media: string) => readFileSync(mediaFile(media)),
      readRecord: (file: string) => readFileSync(file),
    };
    for (const { name, dependsOn, files } of outputGroups(archive, context)) {
      if (!this.#isOurs()) continue;
      if (dependsOn === undefined) {
        for (const { path, content } of files()) output.write(path, digest(content), content);
        continue;
      }
      const made = digest(`${program} ${dependsOn}`);
      if (output.keepGroup(`output ${name}`, made)) continue;
      const paths: string[] = [];
      for (const { path, content } of files()) {
        output.write(path, `${made} ${name}`, content);
        paths.push(path);
      }
      output.noteGroup(`output ${name}`, made, paths);
    }
  }
}

/** Parts of long lists have addresses that no check of records sees; two pages must never share a file. */
function refuseSharedFile(files: Set<string>, file: string, path: string): void {
  const name = file.toLowerCase();
  if (files.has(name)) throw new Error(`Two pages would be written to ${file}. Rename the record whose address is ${path}.`);
  files.add(name);
}
