/** How Eleventy gets its pages: a kind of page is a layout, and an empty virtual template paginated over its views. */
import { relative, sep } from "node:path";
import type { PageHead } from "../layouts/frame.ts";
import { outputFile } from "../model/urls.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import type { BuildRun } from "./build-run.ts";
import { LAYOUTS } from "./settings.ts";
import { createEnvironment } from "./templates.ts";
import type { EleventyConfig, PaginationData } from "./types.ts";

/** What Eleventy hands on as it is: it wraps and copies plain objects, which takes longer than printing them. */
class Whole {}
const whole = <Data extends object>(data: Data): Data => Object.setPrototypeOf(data, Whole.prototype);

/** `run` gives the run that Eleventy is at work for, which changes while frame and templates stay. */
export function pagesPlugin(config: EleventyConfig, run: () => BuildRun): void {
  const { archive, frame, templates, settings } = run().site;
  config.benchmarks.config.setMinimumThresholdMs(0);
  config.setTemplateFormats(["html", "njk"]);
  config.setUseGitIgnore(false);
  config.setLibrary("njk", createEnvironment(templates, archive.words));
  config.addGlobalData("frame", () => whole({ ...frame }));
  config.addGlobalData("views", []);
  for (const { name } of PAGE_KINDS) {
    // The views come through the hook and not through the data, which Eleventy would copy deeply. The page itself is empty and
    // its layout prints everything, because Eleventy compiles layouts once and pages each time.
    const pagination: PaginationData = { data: "views", size: 1, alias: "view", before: () => run().views(name).map(whole) };
    config.addTemplate(`${LAYOUTS}/${name}.njk`, templates.get(`pages/${name}.njk`) ?? "", {});
    config.addTemplate(`${name}.html`, "", {
      layout: `${name}.njk`,
      pagination,
      permalink: ({ view }: { view: PageHead }) => outputFile(view.path),
      eleventyExcludeFromCollections: true,
    });
  }
  config.addTransform("note", function note(html) {
    run().wrote(relative(settings.outputDir, this.page.outputPath).split(sep).join("/"), html);
    return html;
  });
}
