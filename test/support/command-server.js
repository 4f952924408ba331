/**
 * Runs the commands that a test asks for, one after another, since to start the program takes longer than most of them. A command that ends
 * its process ends this one, which then leaves what it said in its own streams, as programs do.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiledProgram } from "../../src/cli/compile.js";

const main = join(await compiledProgram(), "src/cli/main.js");
const { MEDIA_MAKER } = process.env;
const said = { stdout: "", stderr: "" };
const print = { stdout: process.stdout.write.bind(process.stdout), stderr: process.stderr.write.bind(process.stderr) };
for (const name of ["stdout", "stderr"])
  process[name].write = (text, ...more) => {
    said[name] += text;
    // Whoever writes may wait until it is written.
    more.find((one) => typeof one === "function")?.();
    return true;
  };
process.on("exit", () => {
  for (const name of ["stdout", "stderr"]) if (said[name] !== "") print[name](said[name]);
});
process.on("disconnect", () => process.exit());
// Each command waits for the end of its process.
process.setMaxListeners(0);

let runs = 0;
process.on("message", async ({ args, environment }) => {
  setEnvironment({ ...environment, MEDIA_MAKER });
  process.argv.splice(1, Number.POSITIVE_INFINITY, main, ...args);
  process.exitCode = undefined;
  try {
    // The query makes another module of it, which runs again; what it loads is the same.
    await import(`${pathToFileURL(main).href}?${runs++}`);
  } catch (error) {
    // As Node does with what the first module of a program throws. Who listens ends the process.
    process.emit("uncaughtException", error);
    return;
  }
  process.emit("beforeExit", process.exitCode ?? 0);
  for (const event of ["uncaughtException", "unhandledRejection"]) process.removeAllListeners(event);
  process.send({ code: process.exitCode ?? 0, ...said });
  said.stdout = said.stderr = "";
});

function setEnvironment(wanted) {
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(wanted, name)) delete process.env[name];
  Object.assign(process.env, wanted);
}
process.send("ready");
