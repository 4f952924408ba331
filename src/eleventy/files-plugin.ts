/** Owns what is written beside the pages: assets, media and outputs, once Eleventy has written every page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mediaPath, outputFile } from "../model/urls.ts";
import { outputFiles } from "../outputs/index.ts";
import { Output } from "./output.ts";
import type { Site } from "./site.ts";
import type { EleventyConfig } from "./types.ts";

export function filesPlugin(config: EleventyConfig, site: Site): void {
  config.on("eleventy.after", () => {
    const { archive, assets, settings, views } = site;
    const output = new Output(settings.outputDir);
    const pages = [...views.values()].flat();
    for (const page of pages) output.note(outputFile(page.path));
    for (const { path, bytes } of assets.files) output.write(path, bytes);
    const mediaFile = (path: string) => join(settings.assetsDir, "media", path);
    for (const media of archive.media.values())
      if (media.looksLike !== "html") output.copy(mediaPath(media.path).slice(1), mediaFile(media.path));
    const moved = new Set(views.get("moved"));
    const pagePaths = pages.filter((page) => !page.noindex && !moved.has(page)).map((page) => page.path);
    for (const { path, content } of outputFiles(archive, {
      pagePaths,
      readMedia: (media) => readFileSync(mediaFile(media)),
      readRecord: (file) => readFileSync(file),
    }))
      output.write(path, content);
    output.prune();
  });
}
