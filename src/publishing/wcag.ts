/** What the archive says of each success criterion of WCAG 2.2 at levels A and AA: whether pages meet it, and how that is tested. */
import type { Words } from "../words/words.ts";

export type WayOfTesting = keyof Words["accessibility"]["ways"];

/** The tests of each way in which criteria are tested; a program runs them whenever the archive's program changes. */
export const TEST_FILES: Readonly<Record<WayOfTesting, string | null>> = {
  axe: "test/browser/accessible.test.ts",
  keys: "test/browser/keyboard.test.ts",
  html: "test/support/whole-site/html.ts",
  walk: "test/browser/walk.test.ts",
  links: "test/support/whole-site/links.ts",
  theme: "test/browser/theme.test.ts",
  search: "test/browser/search.test.ts",
  eye: null,
};

export interface Criterion {
  number: keyof Words["accessibility"]["criteria"];
  level: string;
  /** Where the World Wide Web Consortium explains it. */
  address: string;
  state: keyof Words["accessibility"]["states"];
  tests: WayOfTesting[];
}

/** One line a criterion: number, name in its address, level, state (m, p or n), tests. `words/` says how pages meet it. */
const TABLE = `
1.1.1|non-text-content|A|p|axe html eye
1.2.1|audio-only-and-video-only-prerecorded|A|p|eye
1.2.2|captions-prerecorded|A|p|eye
1.2.3|audio-description-or-media-alternative-prerecorded|A|p|eye
1.2.4|captions-live|AA|n|
1.2.5|audio-description-prerecorded|AA|p|eye
1.3.1|info-and-relationships|A|m|axe html eye
1.3.2|meaningful-sequence|A|m|keys eye
1.3.3|sensory-characteristics|A|m|eye
1.3.4|orientation|AA|m|eye
1.3.5|identify-input-purpose|AA|n|
1.4.1|use-of-color|A|m|axe eye
1.4.2|audio-control|A|m|eye
1.4.3|contrast-minimum|AA|m|axe
1.4.4|resize-text|AA|m|axe
1.4.5|images-of-text|AA|p|eye
1.4.10|reflow|AA|m|axe keys
1.4.11|non-text-contrast|AA|m|eye
1.4.12|text-spacing|AA|m|axe
1.4.13|content-on-hover-or-focus|AA|m|eye
2.1.1|keyboard|A|m|keys theme
2.1.2|no-keyboard-trap|A|p|keys
2.1.4|character-key-shortcuts|A|m|search
2.2.1|timing-adjustable|A|m|eye
2.2.2|pause-stop-hide|A|m|eye
2.3.1|three-flashes-or-below-threshold|A|p|eye
2.4.1|bypass-blocks|A|m|axe keys
2.4.2|page-titled|A|m|axe
2.4.3|focus-order|A|m|keys
2.4.4|link-purpose-in-context|A|m|axe eye
2.4.5|multiple-ways|AA|m|links walk
2.4.6|headings-and-labels|AA|m|axe eye
2.4.7|focus-visible|AA|m|keys
2.4.11|focus-not-obscured-minimum|AA|m|keys
2.5.1|pointer-gestures|A|m|eye
2.5.2|pointer-cancellation|A|m|eye
2.5.3|label-in-name|A|m|axe eye
2.5.4|motion-actuation|A|n|
2.5.7|dragging-movements|AA|m|eye
2.5.8|target-size-minimum|AA|m|axe
3.1.1|language-of-page|A|m|axe html
3.1.2|language-of-parts|AA|p|axe
3.2.1|on-focus|A|m|keys
3.2.2|on-input|A|m|walk
3.2.3|consistent-navigation|AA|m|walk eye
3.2.4|consistent-identification|AA|m|eye
3.2.6|consistent-help|A|m|eye
3.3.1|error-identification|A|n|
3.3.2|labels-or-instructions|A|m|axe
3.3.3|error-suggestion|AA|n|
3.3.4|error-prevention-legal-financial-data|AA|n|
3.3.7|redundant-entry|A|n|
3.3.8|accessible-authentication-minimum|AA|n|
4.1.2|name-role-value|A|m|axe html
4.1.3|status-messages|AA|m|walk
`;

const STATES: Record<string, Criterion["state"]> = { m: "met", p: "partly", n: "not" };

/** All 55 criteria of WCAG 2.2 at levels A and AA, in its order; 4.1.1 is no longer one. */
export const CRITERIA: readonly Criterion[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [number = "", name = "", level = "", state = "", tests = ""] = line.split("|");
    return {
      // A test holds the table to the numbers that have words.
      number: number as Criterion["number"],
      level,
      address: `https://www.w3.org/WAI/WCAG22/Understanding/${name}`,
      state: STATES[state] ?? "partly",
      tests: tests.split(" ").filter((way): way is WayOfTesting => way in TEST_FILES),
    };
  });

/** The principles of WCAG by the first digit of their criteria, and their names in the address of the page. */
export const PRINCIPLES = { 1: "perceivable", 2: "operable", 3: "understandable", 4: "robust" } as const;
