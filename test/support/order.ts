/** The order of test files: those that take longest first, so that no processor is idle while the last of them runs. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of more than a quarter of a minute, the longest first. Any other order is right too, and slower. */
const LONGEST = [
  "xen-summit/whole",
  "xen-summit/browse",
  "xen-summit/density",
  "xen-summit/search-quality",
  "site/cache",
  "browser/safe",
  "site/eleventy",
  "site/large",
  "browser/accessible",
  "browser/steady",
  "browser/keyboard",
  "browser/walk",
  "browser/admin",
  "site/jobs",
  "browser/large",
  "browser/slides",
  "browser/video",
  "browser/disk",
  "browser/search",
  "cli/rename",
  "media/prepare",
  "cli/people",
  "cli/faults",
  "fuzz/fuzz",
  "preservation/bag",
  "build/one-at-a-time",
  "preservation/verify",
  "content/hostile",
  "content/fuzz",
  "cli/import",
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
