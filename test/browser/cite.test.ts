/** A reader copies the citation of a talk by a click, and can do without JavaScript. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { LITTLE, SITE } from "../support/content.ts";
import { prefixedExample } from "../support/example.ts";
import { serveFolder } from "../support/served.ts";
import { builtSite } from "../support/sites.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The page of a talk, under a prefix, in a browser that allows or forbids the clipboard. */
async function onTalk(options: { javaScriptEnabled?: boolean; mayCopy?: boolean }, look: (page: Page) => Promise<void>): Promise<void> {
  const site = await serveFolder((await prefixedExample()).site, "/archive");
  const { javaScriptEnabled = true, mayCopy = true } = options;
  const context = await browser.newContext({ javaScriptEnabled });
  if (mayCopy) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  else await context.addInitScript('Object.defineProperty(navigator, "clipboard", { value: undefined })');
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  try {
    await page.goto(`${site.origin}/archive/events/2012-summit/processor-update/`);
    await look(page);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    site.close();
  }
}

const TEXT =
  "Mira Halvorsen. “Processor Update 2012.” Example Summit 2012, Riverside, USA, 27 August 2012. Little Archive. https://www.example.net/archive/events/2012-summit/processor-update/";

test("a click copies the citation, another its BibTeX", () =>
  onTalk({}, async (page) => {
    const copied = () => page.evaluate<string>("navigator.clipboard.readText()");
    await page.getByRole("button", { name: "Copy citation" }).click();
    await page.getByText("Copied.").waitFor();
    expect(await copied()).toBe(TEXT);
    await page.getByRole("button", { name: "Copy BibTeX" }).click();
    await expect.poll(copied).toMatch(/^@inproceedings\{2012-summit:processor-update,/);
    expect(await axeViolations(page)).toEqual([]);
  }));

test("without files of talks the citation alone can be copied", async () => {
  const { site } = await builtSite({ ...LITTLE, "site.yaml": `${SITE}talkFiles: false\n` });
  const { at, close } = await serveFolder(site);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(at("/events/2020-spring/a-talk/"));
  const section = page.getByRole("region", { name: "Cite" });
  expect(await section.getByRole("button").allInnerTexts()).toEqual(["Copy citation"]);
  expect(await section.getByRole("list").count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
  close();
});

test("where the browser forbids it, the citation is selected", () =>
  onTalk({ mayCopy: false }, async (page) => {
    await page.getByRole("button", { name: "Copy citation" }).click();
    await page.getByText("could not be copied").waitFor();
    expect(await page.evaluate("String(getSelection()).trim()")).toBe(TEXT);
  }));

test("where the network is gone it is not said that the browser forbids it", () =>
  onTalk({}, async (page) => {
    await page.route("**/*.bib", (route) => route.abort());
    await page.getByRole("button", { name: "Copy BibTeX" }).click();
    await page.getByText("It could not be copied. The citation is selected").waitFor({ timeout: 10_000 });
    expect(await page.evaluate("String(getSelection()).trim()")).toBe(TEXT);
  }));

test("without JavaScript it is text beside the files of every format", () =>
  onTalk({ javaScriptEnabled: false }, async (page) => {
    const section = page.getByRole("region", { name: "Cite" });
    expect(await section.innerText()).toContain(TEXT);
    expect(await section.getByRole("button").count()).toBe(0);
    for (const name of [/^BibTeX/, /^RIS/, /^CSL-JSON/]) expect(await section.getByRole("link", { name }).count()).toBe(1);
  }));
