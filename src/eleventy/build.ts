/** Owns one build: a prepared site is handed to Eleventy, which writes it. */
import { relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import { editorFiles } from "./editor.ts";
import { claimOutput } from "./output.ts";
import { type BuildSettings, PROJECT_DIR } from "./settings.ts";
import { handOver, prepareSite, type Site } from "./site.ts";

export interface BuildSummary {
  site: Site;
  pages: number;
  seconds: number;
}

/** Builds the site. Throws `RecordsError` or `OutputError` before anything is written. */
export async function build(settings: BuildSettings, onProgress?: (done: number, all: number) => void): Promise<BuildSummary> {
  const start = performance.now();
  const site = await prepareSite(settings, onProgress);
  if (settings.editor) site.assets.files.push(...editorFiles(site.archive, settings.editor, site.assets.links.icon));
  claimOutput(settings.outputDir, [settings.contentDir, settings.assetsDir, resolve(PROJECT_DIR, "src")]);
  handOver(site);
  const eleventy = new Eleventy("src/eleventy", relative(process.cwd(), resolve(settings.outputDir)), {
    configPath: ".eleventy.ts",
    quietMode: true,
    source: "script",
  });
  eleventy.disableLogger();
  await eleventy.write();
  const pages = [...site.views.values()].reduce((sum, views) => sum + views.length, 0);
  return { site, pages, seconds: (performance.now() - start) / 1000 };
}
