/**
 * Runs commands one after another in one process, since to start the program takes longer than many commands, and prints as JSON what each
 * said and its exit code: `node several.js '[["check"],["build","--jobs","1"]]'`.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiledProgram } from "../../src/cli/compile.js";

const main = pathToFileURL(join(await compiledProgram(), "src/cli/main.js")).href;
const print = process.stdout.write.bind(process.stdout);
const runs = [];
for (const [index, args] of JSON.parse(process.argv[2]).entries()) {
  const run = { code: 0, stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"])
    process[name].write = (text) => {
      run[name] += text;
      return true;
    };
  process.argv.splice(1, Number.POSITIVE_INFINITY, main, ...args);
  process.exitCode = 0;
  // The query makes another module of it, which runs again; what it loads is the same.
  await import(`${main}?${index}`);
  runs.push({ ...run, code: process.exitCode });
}
process.exitCode = 0;
print(JSON.stringify(runs));
