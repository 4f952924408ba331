/** Owns how Eleventy gets its pages: one virtual template a kind of page, paginated over the views of the site. */
import { outputFile } from "../model/urls.ts";
import type { PageHead } from "../layouts/frame.ts";
import type { Site } from "./site.ts";
import { createEnvironment } from "./templates.ts";
import type { EleventyConfig, PaginationData } from "./types.ts";

export function pagesPlugin(config: EleventyConfig, site: Site): void {
  config.setTemplateFormats(["njk"]);
  config.setUseGitIgnore(false);
  config.setLibrary("njk", createEnvironment(site.templates));
  config.addGlobalData("frame", () => site.frame);
  config.addGlobalData("views", []);
  for (const [kind, views] of site.views) {
    // The views come through the hook and not through the data, which Eleventy would copy deeply.
    const pagination: PaginationData = { data: "views", size: 1, alias: "view", before: () => [...views] };
    config.addTemplate(`${kind}.njk`, site.templates.get(`pages/${kind}.njk`) ?? "", {
      pagination,
      permalink: ({ view }: { view: PageHead }) => outputFile(view.path),
      eleventyExcludeFromCollections: true,
    });
  }
}
