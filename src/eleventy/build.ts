/** Owns one build: what is out of date goes to Eleventy in batches; the rest is written beside it, and noted for the next build. */
import { relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import { digest } from "../content/file-state.ts";
import { RecordCache, type KnownRecords } from "../content/record-cache.ts";
import { BuildRun } from "./build-run.ts";
import { Cache } from "./cache.ts";
import { editorFiles } from "./editor.ts";
import { programFingerprint } from "./fingerprint.ts";
import { claimOutput, type Manifest, Output } from "./output.ts";
import { type BuildSettings, DEFAULT_SETTINGS, PROJECT_DIR } from "./settings.ts";
import { prepareSite, type Site } from "./site.ts";

export interface BuildSummary {
  site: Site;
  pages: number;
  /** How many of the pages were out of date. */
  written: number;
  seconds: number;
}

/** Told how far a build is. */
export interface Progress {
  records?: (done: number, all: number) => void;
  pages?: (pages: number, written: number) => void;
}

/** Builds the site. Throws `RecordsError` or `OutputError` before anything is written. */
export async function build(settings: BuildSettings, progress: Progress = {}): Promise<BuildSummary> {
  const start = performance.now();
  const { run, finish } = await startBuild(settings, progress);
  if (run.next()) {
    handedOver = run;
    const eleventy = new Eleventy("src/eleventy", relative(process.cwd(), resolve(settings.outputDir)), {
      configPath: ".eleventy.ts",
      quietMode: true,
      source: "script",
    });
    eleventy.disableLogger();
    do await eleventy.write();
    while (run.next());
  }
  finish();
  return { site: run.site, pages: run.pages, written: run.written, seconds: (performance.now() - start) / 1000 };
}

async function startBuild(settings: BuildSettings, progress: Progress): Promise<{ run: BuildRun; finish: () => void }> {
  const program = programFingerprint();
  const cache = new Cache(settings.cacheDir, program);
  const manifestName = `output-${digest(relative(PROJECT_DIR, resolve(settings.outputDir)))}`;
  if (settings.clean) for (const name of ["records", manifestName]) cache.forget(name);
  const records = new RecordCache((cache.read("records") ?? {}) as KnownRecords);
  const site = await prepareSite(settings, { program, records, onProgress: progress.records });
  if (settings.editor) site.assets.files.push(...editorFiles(site.archive, settings.editor, site.assets.links.icon));
  claimOutput(settings.outputDir, [settings.contentDir, settings.assetsDir, resolve(PROJECT_DIR, "src")]);
  const output = new Output(settings.outputDir, cache.read(manifestName) as Manifest | undefined);
  const run = new BuildRun(site, output, progress.pages);
  const finish = () => {
    run.writeFiles();
    cache.write(manifestName, output.finish());
    if (records.read > 0) cache.write("records", records.known());
  };
  return { run, finish };
}

let handedOver: BuildRun | undefined;

/** The run that Eleventy was started for; a whole build with the default settings when Eleventy was started by itself. */
export async function receiveRun(): Promise<BuildRun> {
  if (handedOver) return handedOver;
  const { run } = await startBuild(DEFAULT_SETTINGS, {});
  run.next();
  return run;
}
