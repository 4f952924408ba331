/** The start of `npm start`, which `tsx watch` starts anew when a file of the program changes: a package that is missing is waited for. */
import { statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { whyNotStarted } from "./start-faults.js";

const project = resolve(import.meta.dirname, "../..");

/** Which packages npm has installed; it writes that last. */
const INSTALLED = join(project, "node_modules/.package-lock.json");
const written = () => statSync(INSTALLED, { throwIfNoEntry: false })?.mtimeMs;

/** Milliseconds between two looks. */
const PAUSE = 300;

const before = written();
try {
  await import("./main.ts");
} catch (error) {
  const why = whyNotStarted(error, project);
  if (why === undefined) throw error;
  // What the preview starts beside it nobody starts anew; the preview hears that it ended.
  if (process.argv[2] === "build-worker") {
    process.stderr.write(`${why}\n`);
    process.exit(1);
  }
  process.stderr.write(`${why.replace("then the command again.", "and it starts by itself.")}\n`);
  setInterval(() => {
    const now = written();
    // Packages are not watched: to whoever watches, this file has changed.
    if (now !== undefined && now !== before) utimesSync(import.meta.filename, new Date(), new Date());
  }, PAUSE);
}
