/** Owns a site that is ready to be written: the checked archive, its page views, templates and assets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "../checks/index.ts";
import { loadArchive } from "../content/load.ts";
import { locate } from "../content/locate.ts";
import { type FrameView, frameView, type PageHead } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { outputFile } from "../model/urls.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import { type Assets, loadAssets } from "./assets.ts";
import { type BuildSettings, DEFAULT_SETTINGS, PROJECT_DIR } from "./settings.ts";
import { loadTemplates } from "./templates.ts";

export interface Site {
  settings: BuildSettings;
  archive: Archive;
  /** Page views by kind of page. */
  views: ReadonlyMap<string, readonly PageHead[]>;
  frame: FrameView;
  assets: Assets;
  templates: ReadonlyMap<string, string>;
  warnings: Problem[];
}

/** Thrown when records have errors; nothing has been written then. */
export class RecordsError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super("The records have errors.");
    this.problems = problems;
  }
}

const { version } = JSON.parse(readFileSync(join(PROJECT_DIR, "package.json"), "utf8")) as { version: string };
const GENERATOR = `Xen Summit Archive ${version}`;

/** Loads and checks all records and computes every page view. */
export async function prepareSite(settings: BuildSettings, onProgress?: (done: number, all: number) => void): Promise<Site> {
  const { archive, findings } = loadArchive({ ...settings, ...(onProgress && { onProgress }) });
  const problems = sortProblems(locate([...findings, ...runChecks(archive)]));
  if (problems.some((problem) => problem.severity === "error")) throw new RecordsError(problems);
  const assets = loadAssets(settings.assetsDir, archive.site.base);
  const views = new Map(PAGE_KINDS.map((kind) => [kind.name, [...kind.views(archive)]]));
  refuseSharedFiles(views);
  return {
    settings,
    archive,
    views,
    frame: frameView(archive, { generator: GENERATOR, builtOn: settings.builtOn, assets: assets.links }),
    assets,
    templates: await loadTemplates(),
    warnings: problems,
  };
}

/** Parts of long lists have addresses that no check of records sees; two pages must never share a file. */
function refuseSharedFiles(views: ReadonlyMap<string, readonly PageHead[]>): void {
  const seen = new Set<string>();
  for (const view of [...views.values()].flat()) {
    const file = outputFile(view.path).toLowerCase();
    if (seen.has(file)) throw new Error(`Two pages would be written to ${file}. Rename the record whose address is ${view.path}.`);
    seen.add(file);
  }
}

let handedOver: Site | undefined;

/** Leaves a site for the Eleventy run that is about to start in this process. */
export function handOver(site: Site): void {
  handedOver = site;
}

/** The site that this Eleventy run is for; with the default settings when Eleventy was started by itself. */
export async function receiveSite(): Promise<Site> {
  return handedOver ?? prepareSite(DEFAULT_SETTINGS);
}
