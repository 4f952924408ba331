/** Eleventy, which prints the pages: it paginates over a batch of them, and Nunjucks makes each from its view. No other file knows Eleventy. */
import { join, relative, sep } from "node:path";
import type Eleventy from "@11ty/eleventy";
import type { EleventyBuild, Transformed, UserConfig } from "@11ty/eleventy";
import { digestOf } from "../text/digest.ts";
import { withoutNeedlessDirections } from "../text/direction.ts";
import type { PageBatch } from "./run-steps.ts";
import { type BuildSettings, fromHere, PROGRAM_DIR } from "./settings.ts";
import type { Site } from "./site.ts";
import { createEnvironment } from "./templates.ts";

export type { EleventyBuild, UserConfig };

/** The ending of the one template that stands for all pages of the archive. No such file exists. */
export const ENDING = "archivepage";

/** Prints the pages of a batch, and notes each. */
export class BatchPrinter {
  #site: Site | undefined;
  #batch: PageBatch | undefined;
  #environment: { madeOf: string; nunjucks: ReturnType<typeof createEnvironment> } | undefined;
  readonly #printed = new Map<string, string>();

  /** Takes the pages that are to be printed next. */
  take(site: Site, batch: PageBatch | undefined): void {
    this.#site = site;
    this.#batch = batch;
    this.#printed.clear();
    const { words, ownWords } = site.archive;
    const madeOf = digestOf([[...site.templates], words, ownWords?.record]);
    if (this.#environment?.madeOf !== madeOf) this.#environment = { madeOf, nunjucks: createEnvironment(site.templates, words) };
  }

  /** How many pages nobody has noted yet. */
  get missing(): number {
    return this.#batch?.missing ?? 0;
  }

  /** The files of the pages. */
  paths(): string[] {
    return [...(this.#batch?.pages.keys() ?? [])];
  }

  print(path: string): string {
    const page = this.#batch?.pages.get(path);
    if (!page || !this.#environment) throw new Error(`Nobody asked for the page ${path}.`);
    const printed = this.#environment.nunjucks.render(`pages/${page.kind}.njk`, { view: page.view, frame: this.#site?.frame });
    const html = withoutNeedlessDirections(printed);
    this.#printed.set(path, html);
    return html;
  }

  /** Notes a page that is about to be written, and gives its text as it was printed. */
  noteWritten(path: string): string {
    const html = this.#printed.get(path);
    if (html === undefined || !this.#batch?.noteWritten(path, html)) throw new Error(`The page ${path} was not printed.`);
    this.#printed.delete(path);
    return html;
  }
}

/** Adds the pages of the archive to an Eleventy: one template without a file, paginated over the pages of the batch. */
export function addArchivePages(config: UserConfig, printer: BatchPrinter, outputDir: () => string): void {
  config.addTemplateFormats([ENDING]);
  config.addExtension(ENDING, {
    read: false,
    getData: false,
    useLayouts: false,
    outputFileExtension: "html",
    compileOptions: { cache: false, permalink: "raw" },
    compile: () => (data) => printer.print(String(data["archivePage"])),
  });
  // The paths come through the hook and not through the data, which Eleventy has read before a batch is known.
  config.addTemplate(`conference-archive.${ENDING}`, "", {
    archivePages: [],
    pagination: { data: "archivePages", size: 1, alias: "archivePage", before: () => printer.paths() },
    permalink: ({ archivePage }: { archivePage: string }) => archivePage,
    eleventyExcludeFromCollections: true,
  });
  config.addTransform("conference-archive", function keepAsPrinted(content) {
    if (!isOfArchive(this)) return content;
    return printer.noteWritten(relative(outputDir(), this.page.outputPath).split(sep).join("/"));
  });
  // What other transforms made of a page is not what its policy and its note say of it; and they fail over what they do not know, such as
  // pictures that lie elsewhere. All of them are there by now, also those of plugins that came later.
  config.on("eleventy.config", (settings) => {
    const { transforms } = settings.getConfig();
    for (const [name, transform] of Object.entries(transforms))
      transforms[name] = function pastArchive(content, outputPath) {
        return isOfArchive(this) && name !== "conference-archive" ? content : transform.call(this, content, outputPath);
      };
  });
}

const isOfArchive = ({ page }: Transformed) => page.inputPath.endsWith(`.${ENDING}`);

/** Loads Eleventy without what has it read changed modules again: a thread through which every later import would go, and ours read none. */
async function loadEleventy(): Promise<typeof Eleventy> {
  process.env["ELEVENTY_SKIP_ESM_RESOLVER"] = "true";
  return (await import("@11ty/eleventy")).default;
}

/** Writes batches of pages by an Eleventy that knows nothing else; it starts when the first batch comes. */
export class PageWriter {
  readonly #settings: Pick<BuildSettings, "outputDir" | "dryRun">;
  readonly #printer = new BatchPrinter();
  #eleventy: Eleventy | undefined;

  constructor(settings: Pick<BuildSettings, "outputDir" | "dryRun">) {
    this.#settings = settings;
  }

  /** Loads Eleventy, so that the first batch need not wait for it. */
  async warmUp(): Promise<void> {
    await loadEleventy();
  }

  /** Writes the pages of a batch. */
  async write(site: Site, batch: PageBatch): Promise<void> {
    this.#printer.take(site, batch);
    this.#eleventy ??= await this.#start();
    await this.#eleventy.write();
  }

  async #start(): Promise<Eleventy> {
    const Eleventy = await loadEleventy();
    const { outputDir, dryRun = false } = this.#settings;
    // An input folder has to exist; nothing in this one has the ending.
    const eleventy = new Eleventy(fromHere(join(PROGRAM_DIR, "layouts")), fromHere(outputDir), {
      // A file of settings would be loaded by an address in which `#`, `?` and `%` of a folder's name mean something else.
      configPath: "",
      quietMode: true,
      source: "script",
      dryRun,
      config: (config) => {
        config.benchmarks.config.setMinimumThresholdMs(0);
        config.setTemplateFormats([ENDING]);
        config.setUseGitIgnore(false);
        // The data of a page are copied for each page, so that they hold no package.json.
        config.on("eleventy.config", (settings) => Object.assign(settings.getConfig().keys, { package: false }));
        addArchivePages(config, this.#printer, () => outputDir);
      },
    });
    eleventy.disableLogger();
    return eleventy;
  }
}
