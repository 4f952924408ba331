/** Owns the wiring of Eleventy: plugins in order, and folders. The site itself is prepared in `src/eleventy/site.ts`. */
import { filesPlugin } from "./src/eleventy/files-plugin.ts";
import { pagesPlugin } from "./src/eleventy/pages-plugin.ts";
import { receiveSite } from "./src/eleventy/site.ts";
import type { EleventyConfig, EleventySettings } from "./src/eleventy/types.ts";

export default async function configure(config: EleventyConfig): Promise<EleventySettings> {
  const site = await receiveSite();
  config.addPlugin(pagesPlugin, site);
  config.addPlugin(filesPlugin, site);
  return { dir: { input: "src/eleventy", output: site.settings.outputDir } };
}
