/** Walks through a page with the Tab key, as readers without a mouse do, and tells what stands in their way. */
import type { Page } from "playwright-core";

/** One stop of a walk. */
export interface Stop {
  /** The element with its words, such as `a “Skip to content”`. */
  name: string;
  /** The place among all elements of the page. */
  place: number;
  /** What is wrong here: nothing shows the focus, something lies over it, or it cannot be seen. */
  problems: string[];
}

const LONGEST_WALK = 2000;
/** A player has controls of its own, all of which are the same element to the page. */
const MOST_STOPS_INSIDE = 15;

/** Presses Tab until the focus leaves the page or begins anew, or for `most` stops. */
export async function walk(page: Page, { most = LONGEST_WALK, key = "Tab" } = {}): Promise<Stop[]> {
  const stops: Stop[] = [];
  const seen = new Set<number>();
  let inside = 0;
  while (stops.length < most) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null) return stops;
    if (stop.place === stops.at(-1)?.place) {
      if (++inside > MOST_STOPS_INSIDE) throw new Error(`${stop.name} does not let the focus go.`);
      continue;
    }
    if (seen.has(stop.place)) return stops;
    seen.add(stop.place);
    stops.push(stop);
    inside = 0;
  }
  if (most < LONGEST_WALK) return stops;
  throw new Error(`The walk does not end; it is at ${stops.at(-1)?.name}.`);
}

/** Follows the link that skips the head of the page. */
export const skipHead = (page: Page): Promise<void> => page.locator(".skip-link").press("Enter");

/** What stands in the way of a reader who walks the whole page: bad stops, an order that jumps, controls that are never reached. */
export async function walkProblems(page: Page): Promise<string[]> {
  const all = await page.evaluate(reachable);
  const stops = await walk(page);
  const visited = new Set(stops.map(({ place }) => place));
  return [...stopProblems(stops), ...all.filter(({ place }) => !visited.has(place)).map(({ name }) => `${name} is never reached`)];
}

/** What is wrong at the stops of a walk. */
export const problemsOf = (stops: readonly Stop[]): string[] =>
  stops.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));

/** What is wrong at the stops of a walk, and where its order is not that of the text. */
export function stopProblems(stops: readonly Stop[]): string[] {
  const jumps = stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    return before && before.place > stop.place ? [`${stop.name} comes after ${before.name}`] : [];
  });
  return [...problemsOf(stops), ...jumps];
}

/** Walks until a stop whose name matches, and returns the stops on the way with it. */
export async function walkTo(page: Page, name: RegExp, most = 200): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    const [stop] = await walk(page, { most: 1 });
    if (!stop) break;
    stops.push(stop);
    if (name.test(stop.name)) return stops;
  }
  throw new Error(`No stop matches ${name}: ${stops.map((stop) => stop.name).join(", ")}`);
}

// The functions below run in the browser, each by itself. Scripts, and the popup of the search as long as it is empty, come when the field
// is reached; they are counted in no place, or all after them would have another than before.

function lookAtFocus(): Stop | null {
  const places = [...document.querySelectorAll("*:not(script, .search-popup:not(:has(a)), .search-popup:not(:has(a)) *)")];
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const problems: string[] = [];
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  if (!element.matches(":focus-visible")) problems.push("is not :focus-visible");
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) problems.push(`has no outline (${outlineStyle} ${outlineWidth})`);
  if (/^rgba.*, 0\)$/.test(outlineColor)) problems.push("has an outline without colour");
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const isSeen = boxes.some((box) => {
    const middle = { x: (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, y: (box.top + box.bottom) / 2 };
    const top = document.elementFromPoint(middle.x, middle.y);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  if (!isSeen) problems.push(boxes.length === 0 ? "has no size" : "is outside of the window, or something lies over it");
  const label = element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? "";
  const name = `${element.tagName.toLowerCase()} “${label.replace(/\s+/g, " ").trim()}”`;
  return { name, place: places.indexOf(element), problems };
}

function reachable(): { name: string; place: number }[] {
  const all = [...document.querySelectorAll("*:not(script, .search-popup:not(:has(a)), .search-popup:not(:has(a)) *)")];
  return all.flatMap((element, place) => {
    const isControl = element.matches(
      "a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, audio[controls], video[controls], iframe, [tabindex]",
    );
    const isSkipped = element.matches("[tabindex='-1'], [inert] *") || !element.checkVisibility({ visibilityProperty: true });
    // Of several radio buttons the keyboard reaches one, from which arrows lead to the others.
    const isOtherRadio = element.matches("input[type=radio]:not(:checked)");
    if (!isControl || isSkipped || isOtherRadio) return [];
    return [{ name: `${element.tagName.toLowerCase()} “${(element.textContent ?? "").replace(/\s+/g, " ").trim()}”`, place }];
  });
}
