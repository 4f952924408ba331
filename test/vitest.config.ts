import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { makeTemporaryFilesInMemory } from "./support/in-memory.ts";
import { LONG } from "./support/long.ts";
import { LongestFirst } from "./support/order.ts";

/** As scripts of the browser name what they share with the program; `tsconfig.json` says so to the compiler. */
const resolve = { alias: { text: join(import.meta.dirname, "../src/text") } };

const common = {
  root: import.meta.dirname,
  // A busy machine is slow, not wrong: what is awaited may take minutes, and what hangs ends all the same.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  teardownTimeout: 300_000,
  expect: { poll: { timeout: 60_000, interval: 20 } },
  pool: "forks" as const,
  isolate: false,
  setupFiles: ["support/setup.ts"],
};

// `npm run test:all` writes more, and to a disk, as readers do.
if (!LONG) makeTemporaryFilesInMemory();

/** What takes long and is seldom broken: `npm run test:all` runs it. */
const NOT_NOW = LONG ? [] : ["**/*.long.test.ts"];

export default defineConfig({
  test: {
    // As for each project; this one is for the end of the processes that tests run in.
    teardownTimeout: common.teardownTimeout,
    // More than there are cores, since tests in a browser, and of commands, wait about as often as they compute.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", `${import.meta.dirname}/support/summary.ts`],
    projects: [
      {
        resolve,
        test: {
          ...common,
          name: "tests",
          include: ["**/*.test.ts"],
          // `npm run test:all` runs the copy in Firefox, and installs Firefox for it.
          exclude: ["engines/**", ...(process.env["FIREFOX"] ? [] : ["browser/firefox.test.ts"]), ...NOT_NOW],
          globalSetup: ["support/shared-sites.ts"],
        },
      },
      // Firefox and WebKit, which are large to install: `npm run test:engines` asks for them.
      {
        resolve,
        test: {
          ...common,
          name: "engines",
          include: process.env["ENGINES"] ? ["engines/**/*.test.ts"] : [],
          globalSetup: ["support/shared-sites.ts"],
        },
      },
    ],
  },
});
