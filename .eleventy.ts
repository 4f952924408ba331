/** Owns the wiring of Eleventy: its plugin and folders. What to write comes from `src/eleventy/build.ts`. */
import { currentRun } from "./src/eleventy/build.ts";
import { pagesPlugin } from "./src/eleventy/pages-plugin.ts";
import { LAYOUTS } from "./src/eleventy/settings.ts";
import type { EleventyConfig, EleventySettings } from "./src/eleventy/types.ts";

export default function configure(config: EleventyConfig): EleventySettings {
  config.addPlugin(pagesPlugin, currentRun);
  return {
    dir: { input: "src/eleventy", includes: LAYOUTS, output: currentRun().site.settings.outputDir },
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
    keys: { package: false },
  };
}
