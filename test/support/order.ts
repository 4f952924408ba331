/** The order of test files: those that take longest first, so that no processor is idle while the last of them runs. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of more than a quarter of a minute, the longest first. Any other order is right too, and slower. */
const LONGEST = [
  "xen-summit/whole",
  "site/eleventy",
  "fuzz/fuzz",
  "browser/accessible",
  "browser/large",
  "browser/search",
  "site/cache",
  "browser/slides",
  "xen-summit/density",
  "browser/video",
  "cli/faults",
  "browser/walk",
  "cli/rename",
  "xen-summit/search-quality",
  "cli/life",
  "browser/admin",
  "cli/people",
  "browser/agenda",
  "browser/keyboard",
  "preservation/bag",
  "build/up-to-date",
  "build/one-at-a-time",
  "content/hostile",
  "browser/disk",
  "build/cards",
  "browser/media",
  "browser/steady",
  "site/jobs",
  "site/large",
  "build/theme",
  "site/serve",
  "cli/links",
  "media/cards",
  "site/start",
  "build/run-steps",
  "browser/ugly",
  "browser/from-right",
  "importers/hostile",
  "build/extensions",
  "browser/safe",
  "site/small",
  "media/prepare",
  "content/bad-input",
  "browser/minified",
  "intake/killed",
  "media/maker",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return index < 0 ? LONGEST.length : index;
    };
    const usual = await super.sort(files);
    return usual.sort((a, b) => (a.project.name < b.project.name ? -1 : Number(a.project.name > b.project.name)) || rank(a) - rank(b));
  }
}
