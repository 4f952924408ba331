/**
 * A worker process of a build: it reads records for it, and makes the groups of pages and files that it is told to make, of the same records,
 * with the same program.
 */
import { archiveDigest } from "../components/digests.ts";
import { explainSystemError } from "../problems/system-errors.ts";
import type { RecordFile } from "../content/files.ts";
import { loadArchive } from "../content/load.ts";
import type { Archive } from "../model/archive.ts";
import { type KnownRecords, RecordCache } from "../content/record-cache.ts";
import { Cache } from "./cache.ts";
import { OutputError } from "./claim-output.ts";
import { PageWriter } from "./eleventy.ts";
import { type LoadedExtensions, loadExtensions } from "./extensions.ts";
import { ExtensionError } from "./guarded-extensions.ts";
import { limitHeap } from "./heap.ts";
import { IndexMaker } from "./index-maker.ts";
import { Output } from "./output.ts";
import { BuildLoop, type Done, type Work } from "./run-steps.ts";
import { programFingerprint } from "./fingerprint.ts";
import { frameOf, programWith, type Site } from "./site.ts";
import type { FileGroup } from "./step.ts";
import { ThemeError, themeDirOf } from "./theme.ts";
import { outputsStep } from "./steps/files.ts";
import { PageFacts, pagesStep } from "./steps/pages.ts";
import type { Answer, IndexAnswer, Order, RecordsToLoad, SiteToMake } from "./worker-messages.ts";
import { thrownText } from "../text/thrown-text.ts";

/** The process that started this one. */
const PARENT = process.ppid;

/** Follows the orders of the process that started this one, until that ends. */
export function followOrders(): void {
  let archive: Promise<Archive> | undefined;
  let site: Promise<WorkingSite> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let indexer: IndexMaker | undefined;
  const answer = (said: Answer | IndexAnswer) => process.send?.(said);
  limitHeap();
  process.on("message", (order: Order) => {
    if ("load" in order) {
      archive = loadRecords(order.load);
      // Who begins with them hears of a failure.
      archive.catch(() => {});
    } else if ("begin" in order) {
      site = loadSite(order.begin, archive);
      site.catch((error: unknown) => answer({ failed: told(error) }));
    } else if ("read" in order) answer(readRecords(order.read));
    else if ("indexer" in order) {
      // The index of another program would be noted as made by that of the build.
      if (programFingerprint() === order.indexer.program) indexer = new IndexMaker(order.indexer, answer);
      else process.disconnect?.();
    } else if ("index" in order || "files" in order) indexer?.follow(order);
    else last = last.then(async () => answer(await makeOrFail(await site, order.make))).catch(() => {});
  });
  process.on("disconnect", () => process.exit());
}

function readRecords(files: readonly RecordFile[]): Answer {
  try {
    const records = new RecordCache({});
    for (const file of files) records.recall(file);
    return { known: JSON.stringify(records.known()) };
  } catch (error) {
    return { failed: told(error) };
  }
}

/** The site with all its groups by name. */
interface WorkingSite {
  site: Site;
  groups: ReadonlyMap<string, FileGroup>;
  pages: PageWriter;
}

async function loadRecords({ settings, program }: RecordsToLoad): Promise<Archive> {
  const known = (new Cache(settings.cacheDir, program).read("records") ?? {}) as KnownRecords;
  const { archive } = loadArchive({ ...settings, cache: new RecordCache(known) });
  limitHeap(archive);
  return archive;
}

async function loadSite(
  { settings, program, archive: digest, media, links, templates }: SiteToMake,
  records: Promise<Archive> | undefined,
): Promise<WorkingSite> {
  const archive = await records;
  if (!archive) throw new Error("The process that makes pages was not told where the records are.");
  archive.made = media;
  if (archiveDigest(archive) !== digest) throw new OutputError("Records changed while the site was built. Build again.");
  const extensions = await loadOrEnd(settings.extensionsDir);
  // What this process makes is noted as made by the program of the build, and would be kept for good.
  if (programWith(programFingerprint(), extensions) !== program)
    throw new OutputError("The program, its packages or the extensions changed while the site was built. Build again.");
  const site: Site = {
    settings,
    themeDir: themeDirOf(settings, archive.site.record.theme),
    archive,
    extensions,
    program,
    frame: frameOf(settings, archive, links),
    assets: { links, files: [] },
    templates,
    media: [],
  };
  const groups = [pagesStep(site, new PageFacts()), outputsStep(site)].flatMap((step) => [...step.groups()]);
  return { site, groups: new Map(groups.map((group) => [group.name, group])), pages: new PageWriter(settings) };
}

/**
 * Loads what the archive adds to the program. While it loads, nothing but it keeps this process alive, which therefore ends where it waits
 * for what never comes.
 */
async function loadOrEnd(folder: string | undefined): Promise<LoadedExtensions> {
  const tell = () =>
    process.send?.({ failed: "The extensions cannot be loaded: they wait for something that never comes." } satisfies Answer);
  process.once("beforeExit", tell);
  process.channel?.unref();
  try {
    return await loadExtensions(folder);
  } finally {
    process.channel?.ref();
    process.off("beforeExit", tell);
  }
}

/**
 * Ends this process where the one that started it is no more, of which it hears only between two pieces of work: another build may write into the
 * folder by now. Where the system does not tell, as Windows, it ends a moment later.
 */
function endWithParent(): void {
  if (process.ppid !== PARENT) process.exit();
}

async function makeOrFail(working: WorkingSite | undefined, work: Work): Promise<Answer> {
  if (!working) return { failed: "The process that makes pages was told nothing of the site." };
  const { settings } = working.site;
  const output = new Output(
    settings.outputDir,
    { files: work.known.files, groups: {} },
    {
      found: { files: new Map(work.known.stamps), folders: [], strange: [] },
      shared: settings.sharedOutput,
      dryRun: settings.dryRun,
      beforeWrite: endWithParent,
    },
  );
  const loop = new BuildLoop([{ name: "work", groups: () => wanted(working, work) }], output);
  const done = (): Done => ({ made: output.made(), pages: loop.pages, written: loop.written });
  try {
    for await (const batch of loop.batches()) await working.pages.write(working.site, batch);
    return { done: done() };
  } catch (error) {
    return { failed: told(error), done: done() };
  }
}

/** The groups to make. Whoever asks for them knows that they are out of date. */
function* wanted({ groups }: WorkingSite, work: Work): Generator<FileGroup> {
  for (const [name, key] of work.groups) {
    const group = groups.get(name);
    if (!group) throw new Error(`There is no group of files with the name ${name}.`);
    yield { ...group, key: () => key, isPortable: false };
  }
}

/** What went wrong, for the user: what says all that is needed, why the system refused something, what a template complains of, or the stack of an error of ours. */
function told(error: unknown): string {
  if (error instanceof Error && MENDABLE.some((kind) => error instanceof kind)) return error.message;
  const { stack, originalError } = (error ?? {}) as { stack?: string; originalError?: Error };
  return explainSystemError(error) ?? explainSystemError(originalError) ?? originalError?.message ?? stack ?? thrownText(error);
}

/** Failures of what a worker does whose message says all that is needed. */
const MENDABLE = [OutputError, ExtensionError, ThemeError];
