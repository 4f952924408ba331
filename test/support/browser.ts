/** Finds and starts Chromium for tests in a real browser. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { environmentOfFonts } from "./fonts.ts";

const USUAL_PLACES = [
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

/** Starts the browser, which must make no request of its own and sees the fonts of the tests alone. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No Chromium found. Run `npm test`, which installs one, or set CHROMIUM.");
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environmentOfFonts() },
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
