/** Pages are shown in the fonts that the tests bring, whatever the machine has. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { PROJECT } from "../support/cli.ts";
import { chosenFonts, FONT_SETS, fontsConf } from "../support/fonts.ts";

describe.each(Object.entries(FONT_SETS))("the set %s", (_, { folders, ...set }) => {
  test("has fonts in every folder that it names, and a configuration that names no others", () => {
    for (const folder of folders)
      expect(
        readdirSync(join(PROJECT, "node_modules", folder)).some((file) => file.endsWith(".ttf")),
        folder,
      ).toBe(true);
    const dirs = [...fontsConf({ folders, ...set }, "/cache").matchAll(/<(?:dir|include)[^>]*>([^<]*)</g)].map(([, dir = ""]) => dir);
    expect(dirs).toEqual(folders.map((folder) => join(PROJECT, "node_modules", folder)));
    expect(dirs.every((dir) => existsSync(dir))).toBe(true);
  });
});

/** Chromium asks fontconfig for fonts on Linux alone. */
describe.runIf(process.platform === "linux")("a page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  /** The families of the fonts that show a text in a given family. */
  async function fontsOf(text: string, family: string): Promise<string[]> {
    const page = await browser.newPage();
    await page.setContent(`<p style="font-family: ${family}">${text}</p>`);
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "p" });
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    await page.close();
    return fonts.map(({ familyName }) => familyName);
  }

  const { sans, serif, mono } = FONT_SETS[chosenFonts()];
  test.each([
    ["serif", serif],
    ["sans-serif", sans],
    ["system-ui", sans],
    ["monospace", mono],
    ["'Noto Serif', Cambria, serif", serif],
    ["Roboto, 'Liberation Sans', Arial, sans-serif", sans],
  ])("that asks for %s gets %s", async (family, font) => {
    expect(await fontsOf("Xen Summit", family)).toEqual([font]);
  });

  test("in Japanese and Arabic has letters where the set has them", async () => {
    const wanted = chosenFonts() === "scripts" ? ["Sawarabi Gothic", "Noto Kufi Arabic"] : [sans, "DejaVu Sans"];
    const [japanese = "", arabic = ""] = wanted;
    expect(await fontsOf("仮想化", "sans-serif")).toEqual([japanese]);
    expect(await fontsOf("العربية", "sans-serif")).toEqual([arabic]);
  });
});
