/** The start of the program from its source: compiled, or as it is where nothing can be written. */
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compiledProgram } from "./compile.js";
import { whyNotStarted } from "./start-faults.js";

try {
  const folder = await compiledProgram();
  if (folder !== undefined) {
    await import(pathToFileURL(join(folder, "src/cli/main.js")).href);
  } else {
    const { register } = await import("tsx/esm/api");
    register();
    await import("./main.ts");
  }
} catch (error) {
  const why = whyNotStarted(error, resolve(import.meta.dirname, "../.."));
  if (why === undefined) throw error;
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
