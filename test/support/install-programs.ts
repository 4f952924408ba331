/**
 * Installs what the tests run and do not find: a Chromium, from the system's packages or with Playwright, without which the run ends;
 * and from the packages alone, where that may be done without asking, what makes it fast and the programs whose tests are skipped otherwise.
 * `install-programs.ts nginx caddy hugo` names those of `programs.ts` that the run has a use for.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium, HEADLESS_SHELL } from "./browser.ts";
import { installNuChecker } from "./nu-checker.ts";
import { isInstalled, PROGRAMS } from "./programs.ts";

function run(command: string, ...args: string[]): boolean {
  process.stderr.write(`> ${[command, ...args].join(" ")}\n`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

/** Installs packages on Debian and its relatives, where that needs no question. Services are not started: `RUNLEVEL=1` asks for that. */
function installPackages(packages: readonly string[]): void {
  if (packages.length === 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync("sudo", ["-n", "true"]).status !== 0) return;
  const sudo = isRoot ? [] : ["sudo", "-n"];
  const [command = "", ...rest] = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"];
  // A machine without a network is not waited for.
  const apt = (...args: string[]) => run(command, ...rest, "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20", ...args);
  const install = (...names: string[]) => apt("install", "-y", "--no-install-recommends", ...names);
  if (!apt("update")) return;
  // One by one where not all of them are known.
  if (!install(...packages)) for (const name of packages) install(name);
}

const asked = new Set(process.argv.slice(2));
const lacking = Object.entries(PROGRAMS).flatMap(([name, program]) => (asked.has(name) && !isInstalled(program) ? [program] : []));
const hasShell = process.env["CHROMIUM"] !== undefined || existsSync(HEADLESS_SHELL);
const wanted = [...(hasShell ? [] : ["chromium-headless-shell"]), ...lacking.map((program) => program.package)];
if (wanted.length > 0)
  process.stderr.write(`The tests would like these packages, and install them where they may: ${wanted.join(", ")}.\n`);
installPackages(wanted);
if (asked.has("java") && isInstalled(PROGRAMS.java)) installNuChecker();
if (findChromium() === undefined) installPackages(["chromium"]);
if (findChromium() === undefined) {
  run("npx", "playwright-core", "install", "--with-deps", "chromium");
  if (findChromium() === undefined) {
    process.stderr.write("No Chromium could be installed. Install one by hand and run the tests again with CHROMIUM=/path/to/chromium.\n");
    process.exit(1);
  }
}
