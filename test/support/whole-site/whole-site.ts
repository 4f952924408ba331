/** What the tests of a whole site are told: `site/whole.test.ts` has them look at made-up records, `xen-summit/whole.test.ts` at the real ones. */
import type { Archive } from "../../../src/model/archive.ts";
import { testFormats } from "./formats.ts";
import { testHtml } from "./html.ts";
import { testLinks } from "./links.ts";
import { testPrograms } from "./programs.ts";
import { testWeight } from "./weight.ts";

export interface WholeSite {
  /** The folder of the site built for `ROOT` of `bases.ts`. */
  site: string;
  /** The same for `PREFIXED`, where that is looked at, too. */
  prefixedSite: string | undefined;
  archive: Archive;
  /** Fewer pages, or talks whose day is known, than these would mean that most were not looked at. */
  least: { pages: number; dated: number };
  /** Of each kind of page so many are held against html-validate, spread over all of them. */
  validated: number;
}

/** Declares all tests that any site has to pass. */
export function testWholeSite(whole: WholeSite): void {
  testFormats(whole);
  testHtml(whole);
  testLinks(whole);
  testPrograms(whole);
  testWeight(whole);
}
