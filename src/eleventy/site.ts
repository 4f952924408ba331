/** Owns a site that is ready to be written: the checked archive, its page views, templates and assets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "../checks/index.ts";
import { loadArchive } from "../content/load.ts";
import { locate } from "../content/locate.ts";
import type { RecordCache } from "../content/record-cache.ts";
import { type FrameView, frameView } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { type Assets, loadAssets } from "./assets.ts";
import { type BuildSettings, PROJECT_DIR } from "./settings.ts";
import { loadTemplates } from "./templates.ts";

export interface Site {
  settings: BuildSettings;
  archive: Archive;
  /** The fingerprint of the program that makes it. */
  program: string;
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

interface Preparation {
  program: string;
  records: RecordCache;
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Loads and checks all records. */
export async function prepareSite(settings: BuildSettings, { program, records, onProgress }: Preparation): Promise<Site> {
  const { archive, findings } = loadArchive({ ...settings, cache: records, ...(onProgress && { onProgress }) });
  const problems = sortProblems(locate([...findings, ...runChecks(archive)]));
  if (problems.some((problem) => problem.severity === "error")) throw new RecordsError(problems);
  const assets = loadAssets(settings.assetsDir, archive.site.base);
  return {
    settings,
    archive,
    program,
    frame: frameView(archive, { generator: GENERATOR, builtOn: settings.builtOn, assets: assets.links }),
    assets,
    templates: await loadTemplates(),
    warnings: problems,
  };
}
