/** The run of a build: which pages are out of date, in batches that Eleventy renders, and what is written beside them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../text/digest.ts";
import type { PageHead } from "../layouts/frame.ts";
import { publishedMedia } from "../model/media.ts";
import { mediaPath, outputFile } from "../model/urls.ts";
import { outputGroups } from "../outputs/index.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import type { PageGroup } from "../pages/page-kind.ts";
import { templateFingerprints } from "./fingerprint.ts";
import { sectionOfEditor } from "./editor.ts";
import type { Output } from "./output.ts";
import { notesOf, SectionPolicies } from "./section-policies.ts";
import type { Site } from "./site.ts";

/** Eleventy holds every page of a batch in memory until the batch is written. */
const BATCH = 400;

interface StalePage {
  kind: string;
  view: PageHead;
  made: string;
}

interface NamedGroup extends PageGroup {
  kind: string;
  /** Unlike that of any other group of pages. */
  name: string;
  /** Stands for all that every page of its kind is made of: frame, template, program. */
  print: string;
}

export class BuildRun {
  readonly site: Site;
  readonly #output: Output;
  readonly #onBatch: (pages: number, written: number) => void;
  readonly #pagePaths: string[] = [];
  readonly #files = new Set<string>();
  readonly #policies: SectionPolicies;
  /** The pages that Eleventy is to write next, by their files. */
  readonly #batch = new Map<string, StalePage>();
  #stale: Iterator<StalePage> | undefined;
  #turn = 0;
  pages = 0;
  written = 0;

  constructor(site: Site, output: Output, onBatch: (pages: number, written: number) => void = () => {}) {
    this.site = site;
    this.#output = output;
    this.#onBatch = onBatch;
    this.#policies = new SectionPolicies(site.assets.links.hashes);
  }

  /** Takes the pages that are out of date of some groups, before all others; there may be none. */
  takeFirst(names: ReadonlySet<string>): void {
    this.#batch.clear();
    for (const group of this.#groups()) if (names.has(group.name)) for (const page of this.#staleOf(group, () => true)) this.#take(page);
  }

  /** Takes the next pages that are out of date; there are none when everything is written. */
  takeNext(): boolean {
    this.#batch.clear();
    this.#stale ??= this.#allStale();
    while (this.#batch.size < BATCH) {
      const { value, done } = this.#stale.next();
      if (done) break;
      this.#take(value);
    }
    this.#onBatch(this.pages, this.written);
    return this.#batch.size > 0;
  }

  #take(page: StalePage): void {
    const file = outputFile(page.view.path);
    this.#output.makeWay(file);
    this.#batch.set(file, page);
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

  *#groups(): Generator<NamedGroup> {
    const { archive, frame, templates, program } = this.site;
    const common = digest(JSON.stringify([program, archive.site.base, frame]));
    const prints = templateFingerprints(templates);
    for (const { name: kind, views, groups } of PAGE_KINDS) {
      const print = `${common} ${prints.get(`pages/${kind}.njk`)}`;
      for (const group of groups?.(archive) ?? [{ id: "all", views: () => views(archive) }])
        yield { ...group, kind, print, name: `${kind} ${group.id}` };
    }
  }

  *#allStale(): Generator<StalePage, undefined> {
    for (const group of this.#groups()) {
      const { kind, name, print, dependsOn } = group;
      // The pages of a group take turns too, so that shards have to look at each.
      const made = dependsOn && !this.site.settings.shard ? digest(`${print} ${dependsOn()}`) : undefined;
      const kept = made === undefined ? undefined : this.#output.keepGroup(name, made);
      if (kept) {
        for (const file of kept.paths) this.#meet(kind, file, pathOf(file));
        this.#policies.meet(kind, kept.paths.map(pathOf), kept.notes ?? []);
        continue;
      }
      const files: string[] = [];
      const notes = new Set<string>();
      yield* this.#staleOf(group, (view) => {
        const file = outputFile(view.path);
        files.push(file);
        for (const note of notesOf(view)) notes.add(note);
        this.#policies.meet(kind, [view.path], notesOf(view));
        return this.#meet(kind, file, view.path, view.noindex);
      });
      if (made !== undefined) this.#output.noteGroup(name, made, files, [...notes]);
    }
    return undefined;
  }

  *#staleOf({ kind, print, views }: NamedGroup, meet: (view: PageHead) => boolean): Generator<StalePage> {
    for (const view of views()) {
      if (!meet(view)) continue;
      const made = digest(`${print} ${JSON.stringify(view)}`);
      if (!this.#output.keep(outputFile(view.path), made)) yield { kind, view, made };
    }
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

  /** Writes what was made of media, unless it is there already. */
  async writeMedia(): Promise<void> {
    for (const { key, folder, read } of this.site.media) {
      if (!this.#isOurs() || this.#output.keepGroup(`made ${folder}`, key)) continue;
      const paths: string[] = [];
      for await (const { path, content } of read()) {
        this.#output.write(path, key, content);
        paths.push(path);
      }
      this.#output.noteGroup(`made ${folder}`, key, paths);
    }
  }

  /** Writes assets, media and outputs, each unless it is there already. */
  writeFiles(): void {
    const { archive, assets, settings } = this.site;
    const output = this.#output;
    for (const { path, bytes } of assets.files) if (this.#isOurs()) output.write(path, digest(bytes), bytes);
    const mediaFile = (path: string) => join(settings.assetsDir, "media", path);
    for (const media of publishedMedia(archive))
      if (this.#isOurs()) output.copy(mediaPath(media.path).slice(1), `${media.seen}`, mediaFile(media.path));
    const context = {
      pagePaths: this.#pagePaths,
      readMedia: (media: string) => readFileSync(mediaFile(media)),
      readRecord: (file: string) => readFileSync(file),
      sections: [...this.#policies.sections(), ...sectionOfEditor(archive, settings.editor)],
    };
    for (const { name, dependsOn, files } of outputGroups(archive, context)) {
      if (!this.#isOurs()) continue;
      const made = dependsOn();
      if (output.keepGroup(`output ${name}`, made)) continue;
      const paths: string[] = [];
      for (const { path, content } of files()) {
        output.write(path, digest(content), content);
        paths.push(path);
      }
      output.noteGroup(`output ${name}`, made, paths);
    }
  }
}

/** The site path of a page by its file. */
function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/** Parts of long lists have addresses that no check of records sees; two pages must never share a file. */
function refuseSharedFile(files: Set<string>, file: string, path: string): void {
  const name = file.toLowerCase();
  if (files.has(name)) throw new Error(`Two pages would be written to ${file}. Rename the record whose address is ${path}.`);
  files.add(name);
}
