/** Holds a page against axe in both themes, against loss of text, and against languages that are not marked. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeProblems, lostText, unmarkedLanguages, withSpacing } from "./audit.ts";
import { FOREIGN } from "./rich.ts";

/** Opens a page, does with it what `enter` does, and expects nothing wrong with it. Themes are those of the system. */
export async function expectAccessible(page: Page, origin: string, path: string, enter?: (page: Page) => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, origin, path);
  await enter?.(page);
  const light = await axeProblems(page);
  await page.emulateMedia({ colorScheme: "dark" });
  // Without styles a page has the browser's own dark colours, of which axe knows only the text.
  const hasStyles = await page.evaluate(() => document.styleSheets.length > 0);
  const dark = hasStyles ? await axeProblems(page, "colours") : [];
  expect({ light, dark }).toEqual({ light: [], dark: [] });
  expect(await unmarkedLanguages(page, FOREIGN)).toEqual([]);
  expect(await lostText(page)).toEqual([]);
  expect(await withSpacing(page, () => lostText(page)), "with wide spacing").toEqual([]);
}

/** Opens a page; one that leads on at once is shown without that. */
async function open(page: Page, origin: string, path: string): Promise<void> {
  await page.route(`${origin}${path}`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    await route.fulfill({ headers, body: (await response.text()).replace(/<meta http-equiv="?refresh"?[^>]*>/i, "") });
  });
  await page.goto(`${origin}${path}`);
  await page.unroute(`${origin}${path}`);
}
