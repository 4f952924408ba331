/**
 * Runs the tests: `npm test`, `npm run test:quick` and `npm run test:all`. Each is a list of steps; a new kind of test, such as one in
 * another browser, is a step more.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { FONT_SETS } from "./support/fonts.ts";
import { addCounts, type Counts, noCounts, summary } from "./support/summary.ts";

const PROJECT = resolve(import.meta.dirname, "..");
const BIN = join(PROJECT, "node_modules/.bin");

interface Step {
  name: string;
  command: readonly [string, ...string[]];
  environment?: Record<string, string>;
  /** What comes after it has no use when it fails. */
  first?: boolean;
}

const vitest = (...args: string[]): Step["command"] => [join(BIN, "vitest"), "run", "--config", "test/vitest.config.ts", ...args];
const npm = (script: string): Step["command"] => ["npm", "run", "--silent", script];

const SOURCE: readonly Step[] = [
  { name: "types", command: npm("typecheck"), first: true },
  { name: "lint", command: npm("lint"), first: true },
  { name: "format", command: npm("format"), first: true },
];
const programs = (name: string, ...args: string[]): Step => ({
  name,
  command: [join(BIN, "tsx"), "test/support/install-programs.ts", ...args],
  first: true,
});
const SERVERS = ["nginx", "caddy"];

const ENGINES: readonly Step[] = [
  programs("Firefox, WebKit and the Nu checker to test with", "firefox", "webkit", "xvfb", "java"),
  {
    name: "walks in Firefox and WebKit, and pages in the Nu checker",
    command: vitest("--project", "engines"),
    environment: { ENGINES: "1" },
  },
  {
    name: "the copy for a disk in Firefox",
    command: vitest("--project", "tests", "browser/firefox"),
    environment: { FIREFOX: "1" },
  },
];

/** What changes with the fonts: everything that is laid out. */
const LAID_OUT = ["browser/accessible", "browser/agenda", "browser/fonts", "browser/keyboard", "browser/slides", "browser/ugly"];

const LISTS = {
  test: {
    about: "all tests, in Chromium with one set of fonts",
    steps: [...SOURCE, programs("a Chromium and the servers to test with", ...SERVERS), { name: "tests", command: vitest() }],
  },
  quick: {
    about: "types, lint, format, and the tests of text, records, messages and one tiny site",
    steps: [...SOURCE, { name: "tests", command: vitest("test/text/", "test/model/", "test/checks/", "test/content/", "test/site/tiny") }],
  },
  engines: {
    about: "walks through a site in Firefox and WebKit, the copy for a disk in Firefox, and pages in the Nu HTML checker",
    steps: ENGINES,
  },
  all: {
    about: "all tests, then in other browsers, in every set of fonts, on every page, and with long random edits",
    steps: [
      ...SOURCE,
      programs("a Chromium, the servers and Hugo to test with", ...SERVERS, "hugo"),
      { name: "tests, and those that take long", command: vitest(), environment: { LONG: "1" } },
      ...Object.keys(FONT_SETS).map((fonts) => ({
        name: `every page in the fonts “${fonts}”`,
        command: vitest(...LAID_OUT, "xen-summit/accessible"),
        environment: { TEST_FONTS: fonts, ALL_PAGES: "1", LONG: "1" },
      })),
      ...ENGINES,
      { name: "every page is valid HTML", command: vitest("--project", "tests", "xen-summit/whole"), environment: { ALL_PAGES: "1" } },
      { name: "the tests of an archive of other conferences", command: [join(BIN, "tsx"), "test/support/adopter.ts"] },
      { name: "the package as others install and use it", command: [join(BIN, "tsx"), "test/package/installed.ts"] },
      { name: "two other conferences with the package", command: [join(BIN, "tsx"), "test/package/conferences.ts"] },
      {
        name: "200 random edits",
        command: vitest("--project", "tests", "site/cache", "-t", "random edits"),
        environment: { EDITS: "200" },
      },
      { name: "60 killed builds", command: vitest("--project", "tests", "site/cache", "-t", "killed"), environment: { KILLS: "60" } },
      {
        name: "100 pairs of builds at once",
        command: vitest("--project", "tests", "build/one-at-a-time", "-t", "two builds"),
        environment: { PAIRS: "100" },
      },
    ],
  },
} satisfies Record<string, { about: string; steps: readonly Step[] }>;

const HELP = `Usage: tsx test/run.ts [${Object.keys(LISTS).join("|")}]

Runs a list of steps, tells each as it begins, and ends with the number of tests that passed and failed.

${Object.entries(LISTS)
  .map(([name, { about, steps }]) => `${name.padEnd(8)} ${about}:\n${steps.map((step) => `         ${step.name}\n`).join("")}`)
  .join("\n")}
Examples:
  npm test
  npm run test:quick
  npm run test:all
  npx vitest run --config test/vitest.config.ts test/model/agenda    # one file
  TEST_FONTS=wide npx vitest run --config test/vitest.config.ts test/browser/agenda
`;

function run({ command: [program, ...args], environment }: Step, counts: string): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: PROJECT, stdio: "inherit", env: { ...process.env, TEST_COUNTS: counts, ...environment } });
    child.on("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });
}

async function main([name = "test", ...more]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    process.stdout.write(HELP);
    return 0;
  }
  if (!Object.hasOwn(LISTS, name) || more.length > 0) {
    process.stderr.write(`There is no list of steps \`${[name, ...more].join(" ")}\`. See \`npx tsx test/run.ts --help\`.\n`);
    return 1;
  }
  const { steps } = LISTS[name as keyof typeof LISTS] as { steps: readonly Step[] };
  const folder = mkdtempSync(join(tmpdir(), "archive-test-counts-"));
  const total = noCounts();
  const failed: string[] = [];
  let ended = 0;
  for (const step of steps) {
    process.stdout.write(`\n${++ended} of ${steps.length}: ${step.name}\n`);
    const counts = join(folder, String(ended));
    const passed = await run(step, counts);
    const found = existsSync(counts) ? (JSON.parse(readFileSync(counts, "utf8")) as Counts) : noCounts();
    addCounts(total, found);
    if (passed) continue;
    failed.push(step.name);
    // A step without tests of its own, or that ended before it counted them, failed all the same.
    if (found.failed === 0) total.failed++;
    if (step.first) break;
  }
  rmSync(folder, { recursive: true });
  const lost = steps.slice(ended).map((step) => step.name);
  const told = [failed.length > 0 ? `Failed: ${failed.join(", ")}.` : "", lost.length > 0 ? `Not run: ${lost.join(", ")}.` : ""];
  process.stdout.write(`\n${told.filter(Boolean).join(" ")}${failed.length > 0 ? "\n" : ""}${summary(total)}\n`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
