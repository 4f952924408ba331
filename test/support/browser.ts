/** Finds and starts Chromium for tests in a real browser. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { environmentOfFonts } from "./fonts.ts";

/** Chromium without windows, which draws the same and opens a page for a third of the processor time. */
export const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";

const USUAL_PLACES = [
  HEADLESS_SHELL,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser to test with: `CHROMIUM`, one of the system, or the one Playwright installed. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  return [...(named ? [named] : USUAL_PLACES), chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

let shared: Promise<Browser> | undefined;

/**
 * The browser of this process: started once, and shared by all test files that run in it. A file closes what it opened by `close()`,
 * which leaves the browser itself to the next; it ends with the process.
 */
export async function launch(): Promise<Browser> {
  shared ??= start();
  const browser = await shared;
  if (browser.isConnected()) return browser;
  shared = start();
  return shared;
}

/**
 * How near pictures and frames come before they are loaded: as with a fast connection, of which the shell knows nothing. The switch
 * replaces that of Playwright, whose mouse is among these too.
 */
const BLINK = [
  "primaryHoverType=2",
  "availableHoverTypes=2",
  "primaryPointerType=4",
  "availablePointerTypes=4",
  "lazyLoadingImageMarginPxUnknown=1250",
  "lazyLoadingFrameMarginPxUnknown=1250",
];

/** Starts a browser, which must make no request of its own and sees the fonts of the tests alone. */
async function start(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No Chromium found. Run `npm test`, which installs one, or set CHROMIUM.");
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...environmentOfFonts() },
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      `--blink-settings=${BLINK.join(",")}`,
    ],
  });
  // A busy machine is slow, not wrong: what is awaited on a page may take minutes, as anywhere in the tests.
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(120_000);
    return context;
  };
  browser.close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  return browser;
}
