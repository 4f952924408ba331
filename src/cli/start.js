/** The start of the program from its source: compiled, or as it is where nothing can be written. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiledProgram } from "./compile.js";

const folder = await compiledProgram();
if (folder !== undefined) {
  await import(pathToFileURL(join(folder, "src/cli/main.js")).href);
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./main.ts");
}
