/** What the archive says of each success criterion of WCAG 2.2 at levels A and AA: how pages meet it, and how that is tested. */
import { slug } from "../text/slug.ts";

/** Ways in which criteria are tested; where there is a `file`, a program does it whenever the archive's program changes. */
export const WAYS_OF_TESTING = {
  axe: {
    label: "axe",
    file: "test/browser/accessible.test.ts",
    what: "axe-core looks at the first and the largest page of every kind, and at pages in use, in both themes, 320 and 1280 pixels wide, with all its rules for WCAG 2.0 to 2.2 and best practice. The same test finds text that is cut off, sticks out or says nothing of its language.",
  },
  keys: {
    label: "keyboard walk",
    file: "test/browser/keyboard.test.ts",
    what: "A browser walks through pages of several kinds with real presses of Tab, forwards and backwards: each stop must be visible, marked and in the order of the text, and every control must be reached.",
  },
  html: { label: "HTML check", file: "test/support/whole-site/html.ts", what: "Every page of this project's own archive is valid HTML." },
  walk: {
    label: "reader’s walk",
    file: "test/browser/walk.test.ts",
    what: "A browser follows links, filters and sorts talks, with and without JavaScript.",
  },
  links: {
    label: "link check",
    file: "test/support/whole-site/links.ts",
    what: "No link of the archive’s own leads nowhere, and every page is within reach of the home page.",
  },
  theme: { label: "theme test", file: "test/browser/theme.test.ts", what: "The choice of a theme is reached by keyboard and remembered." },
  search: {
    label: "search test",
    file: "test/browser/search.test.ts",
    what: "A browser searches by keyboard, and turns the key that leads to the search off and on.",
  },
  eye: {
    label: "by eye",
    file: null,
    what: "Somebody looked at pages of every kind in both themes, in print and with forced colours, and at what a screen reader is given.",
  },
} as const;

export type WayOfTesting = keyof typeof WAYS_OF_TESTING;

export interface Criterion {
  number: string;
  name: string;
  level: string;
  /** Where the World Wide Web Consortium explains it. */
  address: string;
  state: "met" | "partly met" | "does not apply";
  how: string;
  tests: WayOfTesting[];
}

/** One line a criterion: number, name, level, state (m, p or n), tests, and how it is met. */
const TABLE = `
1.1.1|Non-text Content|A|p|axe html eye|Portraits are described, and drawings have the same facts as text beside them. What slides and videos show is described only as far as their authors did.
1.2.1|Audio-only and Video-only (Prerecorded)|A|p|eye|A transcript is offered where the archive has one; for most recordings none is known.
1.2.2|Captions (Prerecorded)|A|p|eye|Videos in the archive play with captions where there are some. On other hosts their players decide.
1.2.3|Audio Description or Media Alternative (Prerecorded)|A|p|eye|The abstract, slides and transcript of a talk stand beside its video, as far as they are known.
1.2.4|Captions (Live)|AA|n||Nothing is live.
1.2.5|Audio Description (Prerecorded)|AA|p|eye|No video is known to have an audio description.
1.3.1|Info and Relationships|A|m|axe html eye|Headings, lists, tables with scoped headers, labels and landmarks say what the layout shows.
1.3.2|Meaningful Sequence|A|m|keys eye|Pages read in the order of their source, also where columns stand side by side.
1.3.3|Sensory Characteristics|A|m|eye|No instruction relies on shape, place or sound.
1.3.4|Orientation|AA|m|eye|Pages work upright and across.
1.3.5|Identify Input Purpose|AA|n||No field asks for anything about the reader.
1.4.1|Use of Color|A|m|axe eye|Links in text are underlined; the current page is also marked by weight and a line.
1.4.2|Audio Control|A|m|eye|Nothing plays by itself.
1.4.3|Contrast (Minimum)|AA|m|axe|Text has a contrast of at least 4.5 to 1 in both themes.
1.4.4|Resize Text|AA|m|axe|All sizes follow the reader’s own, and pages work at 400 percent.
1.4.5|Images of Text|AA|p|eye|The archive writes its text as text. Slides may hold pictures of text.
1.4.10|Reflow|AA|m|axe keys|At 320 pixels, which is 400 percent of a window 1280 pixels wide, nothing has to be scrolled sideways.
1.4.11|Non-text Contrast|AA|m|eye|Edges of fields and buttons, and the mark of the focus, have a contrast of at least 3 to 1.
1.4.12|Text Spacing|AA|m|axe|With the spacing that the criterion names no text is lost.
1.4.13|Content on Hover or Focus|AA|m|eye|Nothing appears on hover or focus but the skip link and the browser’s own hints.
2.1.1|Keyboard|A|m|keys theme|All links and controls are reached and used by keyboard.
2.1.2|No Keyboard Trap|A|p|keys|Tab leads through each page and out of it. The players of other hosts, which open only when asked for, are theirs.
2.1.4|Character Key Shortcuts|A|m|search|The key / moves the focus to the search; a box on the search page turns that off. No other letter or sign acts by itself.
2.2.1|Timing Adjustable|A|m|eye|No page sets a time limit. Pages at old addresses lead on at once.
2.2.2|Pause, Stop, Hide|A|m|eye|Nothing moves, blinks or changes by itself.
2.3.1|Three Flashes or Below Threshold|A|p|eye|Nothing on a page flashes. Videos have not been looked through.
2.4.1|Bypass Blocks|A|m|axe keys|The first stop of every page is a link that skips to the content; landmarks and headings do the same.
2.4.2|Page Titled|A|m|axe|Every page has a title of its own with the name of the archive.
2.4.3|Focus Order|A|m|keys|The focus follows the order of the text.
2.4.4|Link Purpose (In Context)|A|m|axe eye|Links that look alike, such as those to slides, say for screen readers what talk they belong to and whether they leave the archive.
2.4.5|Multiple Ways|AA|m|links walk|Each talk is found through its event, the agenda, its speakers, its topics and the list of all talks.
2.4.6|Headings and Labels|AA|m|axe eye|Headings and labels say what follows them.
2.4.7|Focus Visible|AA|m|keys|Every stop shows an outline of at least two pixels.
2.4.11|Focus Not Obscured (Minimum)|AA|m|keys|Nothing lies over what has the focus.
2.5.1|Pointer Gestures|A|m|eye|A single tap or click does everything.
2.5.2|Pointer Cancellation|A|m|eye|Links and controls act when the pointer is released.
2.5.3|Label in Name|A|m|axe eye|The name of a control begins with the words that are seen.
2.5.4|Motion Actuation|A|n||Nothing listens to the motion of a device.
2.5.7|Dragging Movements|AA|m|eye|Nothing has to be dragged.
2.5.8|Target Size (Minimum)|AA|m|axe|Targets measure at least 24 by 24 pixels or keep that distance; links within sentences are exempt.
3.1.1|Language of Page|A|m|axe html|Every page names its language.
3.1.2|Language of Parts|AA|p|axe|Titles, abstracts and bios of a talk in another language name it, where the record does. Quotations within a text do not.
3.2.1|On Focus|A|m|keys|The focus alone changes nothing.
3.2.2|On Input|A|m|walk|A choice in the filter changes the list below it, says so, and leaves the focus where it is.
3.2.3|Consistent Navigation|AA|m|walk eye|Masthead, breadcrumbs and footer are the same, in the same order, on every page.
3.2.4|Consistent Identification|AA|m|eye|The same thing has the same name and mark everywhere; navigation, footer and lists take the names of sections from one place.
3.2.6|Consistent Help|A|m|eye|This page is linked in the footer of every page.
3.3.1|Error Identification|A|n||No input can be wrong; a filter without a hit says so.
3.3.2|Labels or Instructions|A|m|axe|Every field has a visible label, or a symbol with a name.
3.3.3|Error Suggestion|AA|n||No input can be wrong.
3.3.4|Error Prevention (Legal, Financial, Data)|AA|n||Readers send nothing.
3.3.7|Redundant Entry|A|n||Nothing has to be entered twice.
3.3.8|Accessible Authentication (Minimum)|AA|n||Nobody logs in.
4.1.2|Name, Role, Value|A|m|axe html|Controls are the browser’s own, with names.
4.1.3|Status Messages|AA|m|walk|The number of talks found and the result of copying are told to screen readers without moving the focus.
`;

const STATES: Record<string, Criterion["state"]> = { m: "met", p: "partly met", n: "does not apply" };

/** All 55 criteria of WCAG 2.2 at levels A and AA, in its order; 4.1.1 is no longer one. */
export const CRITERIA: readonly Criterion[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [number = "", name = "", level = "", state = "", tests = "", how = ""] = line.split("|");
    return {
      number,
      name,
      level,
      address: `https://www.w3.org/WAI/WCAG22/Understanding/${slug(name)}`,
      state: STATES[state] ?? "partly met",
      how,
      tests: tests.split(" ").filter((way): way is WayOfTesting => way in WAYS_OF_TESTING),
    };
  });

/** The principles of WCAG by the first digit of their criteria. */
export const PRINCIPLES: Readonly<Record<string, string>> = { 1: "Perceivable", 2: "Operable", 3: "Understandable", 4: "Robust" };
