/** A browser opens what lies in `/media/`, also what no build would put there: it is shown or offered, and runs nothing. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launch } from "../support/browser.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { type ProgramName, needs } from "../support/programs.ts";
import { LONG } from "../support/long.ts";
import { serveFolder } from "../support/served.ts";
import { caddySite, nginxSite } from "../support/web-servers.ts";

/** Says that it ran, to the server that it came from and to whoever opened it. */
const RUN = "fetch('/ran'); new Image().src = '/ran'; document.documentElement.setAttribute('data-ran', '')";
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}" width="60" height="40"><script>${RUN}</script><rect width="60" height="40"/></svg>`;
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>${RUN}</script><p>A text</p></body></html>`;
const PAGE = `<!doctype html><script>${RUN}</script><p>A text</p><form action="/ran"><button>Go</button></form>`;

/** Files with something that runs, and the kinds that a build does publish. */
const FILES: Record<string, string | Uint8Array> = {
  "drawing.svg": SVG,
  "page.html": PAGE,
  "page.xhtml": XHTML,
  "data.xml": XHTML,
  "schema.xsd": XHTML,
  "page-in.txt": `Text\n${PAGE}`,
  "captions.vtt": `WEBVTT\n\n00:00.000 --> 00:09.000\n${PAGE.replaceAll("\n", " ")}\n`,
  "page-as.png": PAGE,
  "page-as.mp4": PAGE,
};

let browser: Browser;
const site = join(temporaryFolder(), "site");
beforeAll(async () => {
  const run = await archive(["build", "--content", folderOf(LITTLE), "--assets", "no-assets", "--output", site]);
  expect(run.code, run.stderr).toBe(0);
  mkdirSync(join(site, "media"), { recursive: true });
  for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(site, "media", name), bytes);
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#0a0" } });
  writeFileSync(join(site, "media/picture.png"), await picture.png().toBuffer());
  cpSync(join(PROJECT, "test/fixtures/media/ten-seconds.webm"), join(site, "media/film.webm"));
  browser = await launch();
});
afterAll(() => browser?.close());

const preview = async (folder: string) => (await serveFolder(folder)).origin;
const SERVERS: [name: string, program: ProgramName | undefined, start: (folder: string) => Promise<string>][] = [
  ["the preview", undefined, preview],
  ["nginx", "nginx", nginxSite],
  ["Caddy", "caddy", caddySite],
];

/** Opens an address in a window of its own: what ran, and whether it was shown there or offered as a download. */
async function open(address: string, look: (page: Page) => Promise<unknown> = async () => undefined) {
  const context = await browser.newContext();
  const ran: string[] = [];
  await context.route("**/ran", (route) => {
    ran.push(route.request().url());
    return route.fulfill({ body: "" });
  });
  const page = await context.newPage();
  const isShown = await page.goto(address, { waitUntil: "load" }).then(
    () => true,
    (error: Error) => {
      if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
      return false;
    },
  );
  // In a sandbox no timer of the page itself ever ends.
  await page.waitForTimeout(100);
  const isMarked = isShown && (await page.evaluate(() => document.querySelector("[data-ran]") !== null));
  const seen = isShown ? await look(page) : undefined;
  await context.close();
  return { ran: ran.length > 0 || isMarked, isShown, seen };
}

describe.each(SERVERS)("%s", (_name, program, start) => {
  const options = program ? needs(program) : { skip: false };
  let origin: string;
  beforeAll(async () => {
    if (!options.skip) origin = await start(site);
  });

  // Both servers send the same; what a browser makes of all that the second sends is seen by `npm run test:all`.
  const some = <Thing>(all: readonly Thing[]) => (program === "caddy" && !LONG ? all.slice(0, 2) : all);

  test.each(some(Object.keys(FILES)))("runs nothing of %s", options, async (name) => {
    expect(await open(`${origin}/media/${name}`)).toMatchObject({ ran: false });
  });

  const width = (page: Page) => vi.waitUntil(() => page.evaluate(() => document.querySelector("video")?.videoWidth), { timeout: 20_000 });
  const SHOWN: [name: string, what: string, look: (page: Page) => Promise<unknown>, seen: unknown][] = [
    ["picture.png", "a picture", (page) => page.evaluate(() => document.images[0]?.naturalWidth), 60],
    ["film.webm", "a video", width, 160],
    ["page-in.txt", "a text", async (page) => (await page.innerText("body")).includes("<!doctype html><script>"), true],
    ["captions.vtt", "captions", async (page) => (await page.innerText("body")).startsWith("WEBVTT"), true],
  ];
  test.each(some(SHOWN))("shows %s, %s", options, async (name, _what, look, seen) => {
    expect(await open(`${origin}/media/${name}`, look)).toEqual({ ran: false, isShown: true, seen });
  });
});

test("without these headers drawings and pages do run, so that the tests above would tell", async () => {
  const types: Record<string, string> = { svg: "image/svg+xml", html: "text/html", xhtml: "application/xhtml+xml", xml: "application/xml" };
  const server = createServer(({ url = "" }, response) => {
    const name = url.replace("/media/", "");
    response.writeHead(200, { "content-type": types[name.replace(/^.*\./, "")] ?? "text/plain" }).end(FILES[name]);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  for (const name of ["drawing.svg", "page.html", "page.xhtml", "data.xml"])
    expect(await open(`http://127.0.0.1:${port}/media/${name}`), name).toMatchObject({ ran: true, isShown: true });
  server.close();
});
