/** The steps that make files beside the pages: assets, media, and the outputs. */
import { sectionPolicies } from "../../publishing/section-policies.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedMedia } from "../../model/media.ts";
import { mediaPath } from "../../model/urls.ts";
import { outputGroups } from "../../outputs/index.ts";
import { sectionOfEditor } from "../editor.ts";
import type { Site } from "../site.ts";
import type { CopiedFile, Step } from "../step.ts";
import type { PageFacts } from "./pages.ts";

/** Styles, scripts and icon, and the web editor where there is one. */
export function assetsStep({ assets }: Site): Step {
  return {
    name: "assets",
    *groups() {
      yield { name: "assets", files: () => assets.files.map(({ path, bytes }) => ({ path, content: bytes })) };
    },
  };
}

/** Copies of the media that may be published, and what was made of them. */
export function mediaStep({ archive, media, settings }: Site): Step {
  return {
    name: "media",
    *groups() {
      for (const { key, folder, read } of media)
        yield {
          name: `made ${folder}`,
          key: () => key,
          async *files() {
            for await (const { path, content } of read()) yield { path, content, key };
          },
        };
      yield {
        name: "media",
        *files(): Generator<CopiedFile> {
          for (const { path, seen } of publishedMedia(archive))
            yield { path: mediaPath(path).slice(1), key: `${seen}`, from: join(settings.assetsDir, "media", path) };
        },
      };
    },
  };
}

/** Every file of every output. Comes after the pages, for it needs the facts of all of them. */
export function outputsStep({ archive, settings, assets }: Site, facts: PageFacts): Step {
  return {
    name: "outputs",
    *groups() {
      const context = {
        pagePaths: facts.paths,
        readMedia: (path: string) => readFileSync(join(settings.assetsDir, "media", path)),
        readRecord: (file: string) => readFileSync(file),
        sections: [...sectionPolicies(archive, assets.links.hashes), ...sectionOfEditor(archive, settings.editor)],
      };
      for (const { name, key, files } of outputGroups(archive, context)) yield { name: `output ${name}`, key, files };
    },
  };
}
