/** Prints a page, as a reader does who wants it on paper. */
import type { Browser } from "playwright-core";

/** How many sheets a page takes, and whether they are wider than high. */
export async function printed(browser: Browser, address: string): Promise<{ pages: number; wide: boolean }> {
  const page = await browser.newPage();
  await page.goto(address);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  await page.close();
  const [, width = "0", height = "0"] = /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  return { pages: [...pdf.matchAll(/\/Type ?\/Page\b/g)].length, wide: Number(width) > Number(height) };
}
