/** A former address leads on to the page that took its place, and to the place within it that the address names. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { type Place, placeOnDisk, serveFolder } from "../support/served.ts";

const TALK = "/events/2020-spring/a-talk/";
const FORMER = ["/old/T1.html", "/events/2020-spring/former/"];

let browser: Browser;
const folder = temporaryFolder();
beforeAll(async () => {
  browser = await launch();
  const record = LITTLE["events/2020-spring/talks/a-talk.md"] ?? "";
  const content = folderOf({
    ...LITTLE,
    "events/2020-spring/talks/a-talk.md": record.replace("---\n", `---\nformerUrls: [${FORMER.join(", ")}]\n`),
  });
  const [site, copy] = [`${folder}/site`, `${folder}/copy`];
  const { code, stderr } = await archive(["build", "--content", content, "--assets", "no-assets", "--output", site, "--portable", copy]);
  expect(code, stderr).toBe(0);
});
afterAll(() => browser?.close());

/** Opens an address, and gives where it leads and what went wrong on the way. */
async function follow({ at }: Place, former: string, place: string, wanted: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(at(former, place), { waitUntil: "commit" });
  await page.waitForURL(({ pathname }) => pathname === new URL(at(TALK)).pathname);
  await page.waitForLoadState("networkidle");
  expect(page.url()).toBe(at(TALK, wanted));
  expect(problems).toEqual([]);
  await context.close();
}

test("on a server, with and without a place", async () => {
  const site = await serveFolder(`${folder}/site`);
  for (const former of FORMER) for (const place of ["", "#t=12:34"]) await follow(site, former, place, place);
  site.close();
});

test("without JavaScript to the top of the page", async () => {
  const site = await serveFolder(`${folder}/site`);
  await follow(site, "/old/T1.html", "#t=12:34", "", { javaScriptEnabled: false });
  site.close();
});

test("in a copy on a disk", () => follow(placeOnDisk(`${folder}/copy`), "/old/T1.html", "#t=12:34", "#t=12:34"));
