/** The wiring of Eleventy: its plugin and folders. What to write comes from `src/build/build.ts`. */
import { currentRun } from "./src/build/build.ts";
import { pagesPlugin } from "./src/build/pages-plugin.ts";
import { LAYOUTS } from "./src/build/settings.ts";
import type { EleventyConfig, EleventySettings } from "./src/build/types.ts";

export default function configure(config: EleventyConfig): EleventySettings {
  config.addPlugin(pagesPlugin, currentRun);
  return {
    dir: { input: "src/build", includes: LAYOUTS, output: currentRun().site.settings.outputDir },
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
    keys: { package: false },
  };
}
