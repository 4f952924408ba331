/** Holds a page against axe in both themes, against loss of text, and against languages that are not marked. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeProblems, lostText, unmarkedLanguages, withSpacing } from "./audit.ts";
import { loadAxe } from "./axe.ts";
import { FOREIGN } from "./rich.ts";
import { LONG } from "./long.ts";

/** A phone, and a screen on a desk. */
export const WIDTHS = [320, 1280];
/** Where more of a page is visible. Elsewhere only what depends on the width is asked, but by `npm run test:all`. */
const MOST = Math.max(...WIDTHS);
/** Where text that needs more room is lost first. */
const LEAST = Math.min(...WIDTHS);
const HEIGHT = 900;

/**
 * Opens a page of a context with `bypassCSP`, does with it what `enter` does, and expects nothing wrong with it, in both themes at either width. It is loaded once:
 * themes are those of the system, and its width changes as that of a window does.
 */
export async function expectAccessible(page: Page, address: string, enter?: (page: Page) => Promise<void>): Promise<void> {
  const [first = 0, ...others] = WIDTHS;
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: first, height: HEIGHT });
  await open(page, address);
  await enter?.(page);
  await loadAxe(page);
  // Without styles a page has the browser's own dark colours, of which axe knows only the text.
  const hasStyles = await page.evaluate(() => document.styleSheets.length > 0);
  for (const width of [first, ...others]) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width, height: HEIGHT });
    const light = await axeProblems(page, width === MOST || LONG ? "everything" : "layout");
    await page.emulateMedia({ colorScheme: "dark" });
    // Colours are those of the theme at every width: here they are asked for where most is visible, by `npm run test:all` at both.
    const dark = hasStyles && (width === MOST || LONG) ? await axeProblems(page, "colours") : [];
    expect({ light, dark }, `at ${width} px`).toEqual({ light: [], dark: [] });
    expect(await lostText(page), `at ${width} px`).toEqual([]);
    if (width === LEAST || LONG) expect(await withSpacing(page, () => lostText(page)), `at ${width} px, with wide spacing`).toEqual([]);
  }
  expect(await unmarkedLanguages(page, FOREIGN)).toEqual([]);
}

const REFRESH = /<meta http-equiv="?refresh"?[^>]*>/i;

/** Opens a page; one that leads on at once is shown without that. */
async function open(page: Page, address: string): Promise<void> {
  const response = await page.request.get(address);
  const text = await response.text();
  if (!REFRESH.test(text)) return void (await page.goto(address));
  await page.route(address, (route) => route.fulfill({ headers: response.headers(), body: text.replace(REFRESH, "") }));
  await page.goto(address);
  await page.unroute(address);
}
