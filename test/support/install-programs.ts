/**
 * Installs what the tests run and do not find: a Chromium, from the system's packages or with Playwright, without which the run ends;
 * and from the packages alone, where that may be done without asking, the servers and programs whose tests are skipped otherwise.
 */
import { spawnSync } from "node:child_process";
import { findChromium } from "./browser.ts";
import { isInstalled, PROGRAMS } from "./programs.ts";

function run(command: string, ...args: string[]): boolean {
  process.stderr.write(`> ${[command, ...args].join(" ")}\n`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** Debian and its relatives, where packages can be installed without asking. What is a service is not started: `RUNLEVEL=1` asks for that. */
function installPackages(...packages: string[]): void {
  if (packages.length === 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync("sudo", ["-n", "true"]).status !== 0) return;
  const quietly = ["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"];
  const apt = (...args: string[]) => (isRoot ? run("env", ...quietly, ...args) : run("sudo", "-n", "env", ...quietly, ...args));
  if (!apt("update")) return;
  // One by one, since not every system has them all.
  for (const name of packages) apt("install", "-y", "--no-install-recommends", name);
}

const lacking = Object.values(PROGRAMS).filter((program) => !isInstalled(program));
const hasChromium = findChromium() !== undefined;
const named = [...(hasChromium ? [] : ["Chromium"]), ...lacking.map(({ name }) => name)];
if (named.length > 0) process.stderr.write(`Not found, so that the tests install it if they may: ${named.join(", ")}.\n`);
installPackages(...(hasChromium ? [] : ["chromium"]), ...lacking.map((program) => program.package));
if (findChromium() === undefined) {
  run("npx", "playwright-core", "install", "--with-deps", "chromium");
  if (findChromium() === undefined) {
    process.stderr.write("No Chromium could be installed. Install one by hand and run the tests again with CHROMIUM=/path/to/chromium.\n");
    process.exit(1);
  }
}
