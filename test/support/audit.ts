/** Holds a page against what axe cannot tell by itself: its doubts, reflow, spacing of text, and alternatives for colours. */
import type { Page } from "playwright-core";
import { type AxeLook, type AxeNote, axeReport } from "./axe.ts";

/** A doubt of axe that was looked into: what is behind it, and what is held against it instead. */
interface Accepted {
  rule: string;
  /** Elements that it is about. */
  selector: string;
  reason: string;
  /** What is wrong with such an element after all. */
  check: (page: Page, target: string) => Promise<string | undefined>;
}

/** Every doubt that is accepted; any other fails the test. */
export const ACCEPTED: readonly Accepted[] = [
  {
    rule: "color-contrast",
    selector: ".chart text, .chart-data table *",
    reason: "Labels of a chart stand on the page itself, where axe sees a picture; its table scrolls, and has numbers of one digit.",
    check: contrastWithPage,
  },
  {
    rule: "color-contrast",
    selector: ".agenda-grid td[rowspan] *",
    reason: "A session that takes several rows of the table lies over the next row, so axe cannot see what is behind it.",
    check: contrastWithPage,
  },
  {
    rule: "color-contrast",
    selector: ".section-navigation a",
    reason: "The row of sections scrolls sideways where there is little room, so that axe cannot see what is behind its end.",
    check: contrastWithPage,
  },
  {
    rule: "color-contrast",
    selector: "svg text",
    reason: "Axe takes a drawing for a picture, whose colours it does not know.",
    check: contrastWithPage,
  },
  {
    rule: "frame-tested",
    selector: ".player iframe",
    reason: "The player of another host is not ours to test.",
    check: lacks("title"),
  },
  {
    rule: "no-autoplay-audio",
    selector: ".player-dialog video",
    reason: "It plays because the reader asked for it.",
    check: lacks("controls"),
  },
];

/** Says when an element lacks an attribute. */
function lacks(attribute: string): Accepted["check"] {
  return async (page, target) =>
    (await page.locator(target).first().getAttribute(attribute)) === null ? `it lacks ${attribute}` : undefined;
}

/** What is wrong with the page as it is now: violations, and doubts that nobody explained or that turned out right. */
export async function axeProblems(page: Page, look: AxeLook = "everything"): Promise<string[]> {
  const { violations, incomplete } = await axeReport(page, look);
  const tell = ({ rule, html, message }: AxeNote) => `${rule}: ${html} (${message})`;
  const doubts: string[] = [];
  for (const note of incomplete) {
    const accepted = await acceptedFor(page, note);
    if (!accepted) doubts.push(`cannot tell: ${tell(note)}`);
    else doubts.push(...[await accepted.check(page, note.target)].flatMap((found) => (found ? [`${accepted.reason} But: ${found}`] : [])));
  }
  return [...violations.map(tell), ...doubts];
}

async function acceptedFor(page: Page, { rule, target }: AxeNote): Promise<Accepted | undefined> {
  for (const one of ACCEPTED) {
    if (one.rule !== rule) continue;
    const matches = await page.evaluate(
      ([where, selector]) => document.querySelector(where ?? "")?.matches(selector ?? ""),
      [target, one.selector],
    );
    if (matches) return one;
  }
  return undefined;
}

/** Computes the contrast of a text with the nearest ground that is not transparent. */
async function contrastWithPage(page: Page, target: string): Promise<string | undefined> {
  const contrast = await page.evaluate((selector) => {
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const element = document.querySelector(selector);
    if (!element) return 0;
    let ground: Element | null = element;
    while (ground && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
    const style = getComputedStyle(element);
    const pair = [
      element.closest("svg") ? style.fill : style.color,
      ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)",
    ].map(light);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  }, target);
  return contrast < 4.5 ? `the contrast of ${target} is ${contrast.toFixed(2)}` : undefined;
}

/** Text that sticks out of the page or is cut off; none of it, however narrow the page and however wide the text (1.4.10, 1.4.12). */
export function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const lost: string[] = [];
    /** The text of a field of one line scrolls along with the caret; the hint in an empty one cannot, so its width as a text is asked. */
    const cutsItsHint = (field: HTMLInputElement) => {
      const written = field.value;
      if (!field.placeholder || written !== "") return false;
      field.value = field.placeholder;
      const cut = field.scrollWidth > field.clientWidth + 1;
      field.value = written;
      return cut;
    };
    if (root.scrollWidth > root.clientWidth) lost.push(`the page is ${root.scrollWidth - root.clientWidth} pixels too wide`);
    // What only screen readers get is a pixel wide.
    const unseen = new Set<Element>();
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const isUnseen =
        style.clipPath === "inset(50%)" || style.visibility === "hidden" || (element.parentElement && unseen.has(element.parentElement));
      if (isUnseen) unseen.add(element);
      if (isUnseen || element.closest("[aria-hidden=true]")) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const place = () => `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? "").trim().slice(0, 40)}`;
      // Tables of data and charts may need two directions (1.4.10), and scroll in a region of their own. The row of sections scrolls too;
      // the footer has the same links below each other.
      if (width > 0 && (right > root.clientWidth + 1 || left < -1) && !element.closest("svg, .chart-scroll, .section-navigation li"))
        lost.push(`sticks out: ${place()}`);
      const clips = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const tooWide =
        element instanceof HTMLInputElement
          ? cutsItsHint(element)
          : clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const tooHigh = clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (tooWide || tooHigh) lost.push(`is cut off: ${place()}`);
    }
    return lost;
  });
}

/** Titles, each with its language, that stand on the page without it; in a citation they are part of another text. */
export function unmarkedLanguages(page: Page, languages: Readonly<Record<string, string>>): Promise<string[]> {
  return page.evaluate((titles) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || parent.closest("script, .citation")) continue;
      for (const [title, lang] of Object.entries(titles)) {
        const said = parent.closest("[lang]")?.getAttribute("lang");
        if (text.nodeValue?.includes(title) && said !== lang) found.push(`“${title}” is marked as ${said} in ${parent.outerHTML}`);
      }
    }
    return found;
  }, languages);
}

const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** Gives all text the space that a reader may ask for (1.4.12), and takes it back after the look. */
export async function withSpacing<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, SPACED);
  const seen = await look();
  await page.evaluate("document.adoptedStyleSheets.pop()");
  return seen;
}
