/** Installs a Chromium for the browser tests where there is none: from the system's packages, or with Playwright. */
import { spawnSync } from "node:child_process";
import { findChromium } from "./browser.ts";

function run(command: string, ...args: string[]): boolean {
  process.stderr.write(`> ${[command, ...args].join(" ")}\n`);
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
}

/** Debian and its relatives, where packages can be installed without asking. */
function installFromPackages(): boolean {
  const isRoot = process.getuid?.() === 0;
  const apt = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  if (spawnSync("apt-get", ["--version"]).status !== 0) return false;
  const [command, ...rest] = apt as [string, ...string[]];
  return run(command, ...rest, "update") && run(command, ...rest, "install", "-y", "--no-install-recommends", "chromium");
}

if (findChromium() === undefined) {
  process.stderr.write("No Chromium found; installing one for the browser tests.\n");
  installFromPackages();
  if (findChromium() === undefined) run("npx", "playwright-core", "install", "--with-deps", "chromium");
  if (findChromium() === undefined) {
    process.stderr.write("No Chromium could be installed. Install one by hand and run the tests again with CHROMIUM=/path/to/chromium.\n");
    process.exit(1);
  }
}
