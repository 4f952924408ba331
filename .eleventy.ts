/** Owns the wiring of Eleventy: its plugin and folders. What to write comes from `src/eleventy/build.ts`. */
import { receiveRun } from "./src/eleventy/build.ts";
import { pagesPlugin } from "./src/eleventy/pages-plugin.ts";
import { LAYOUTS } from "./src/eleventy/settings.ts";
import type { EleventyConfig, EleventySettings } from "./src/eleventy/types.ts";

export default async function configure(config: EleventyConfig): Promise<EleventySettings> {
  const run = await receiveRun();
  config.addPlugin(pagesPlugin, run);
  return {
    dir: { input: "src/eleventy", includes: LAYOUTS, output: run.site.settings.outputDir },
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
    keys: { package: false },
  };
}
