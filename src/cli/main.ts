#!/usr/bin/env node
/** The command line: one table of commands, each loaded only when it runs. */
import "./optimize-later.ts";
import { PROGRAM_COMMAND } from "../build/settings.ts";
import { commandName, setProgram } from "../text/commands.ts";
import { Command } from "./command.ts";
import { explainSystemError } from "../problems/system-errors.ts";
import { isAtWork, settle } from "./unfinished.ts";
import { thrownText } from "../text/thrown-text.ts";

interface CommandEntry {
  name: string;
  /** Loads the module whose `define` adds arguments, options, help and action. */
  load: () => Promise<{ define: (command: Command) => void }>;
  summary: string;
  /** Not for people, and so not in the help. */
  hidden?: boolean;
}

const COMMANDS: readonly CommandEntry[] = [
  { name: "bag", summary: "pack records, media and site for long keeping (BagIt)", load: () => import("./bag.ts") },
  { name: "build", summary: "write the whole site", load: () => import("./build.ts") },
  { name: "build-worker", summary: "make pages for a build", load: () => import("./build-worker.ts"), hidden: true },
  { name: "check", summary: "report every problem of every record", load: () => import("./check.ts") },
  { name: "diff", summary: "list what two built sites do not share", load: () => import("./diff.ts") },
  { name: "eleventy", summary: "run Eleventy's own command, with templates of the archive's own", load: () => import("./eleventy.ts") },
  {
    name: "forget-person",
    summary: "take the name of a person out of the whole archive, for good",
    load: () => import("./forget-person.ts"),
  },
  { name: "import", load: () => import("./import.ts"), summary: "take in schedules and talk lists of other systems" },
  {
    name: "init",
    summary: "write a new archive: its site record, an event, a talk, and what belongs around them",
    load: () => import("./init.ts"),
  },
  { name: "links", summary: "visit every outside address and tell which are dead or moved", load: () => import("./links.ts") },
  { name: "move", summary: "move a talk to another event; the same as rename", load: () => import("./rename.ts") },
  { name: "new", summary: "write a new talk, event or speaker", load: () => import("./new.ts") },
  { name: "people", summary: "find people who are in the archive twice, and join or part them", load: () => import("./people.ts") },
  { name: "remove", summary: "take a record or a file out, and leave a note at its address", load: () => import("./remove.ts") },
  { name: "rename", summary: "give a record or a file another name; its addresses lead on", load: () => import("./rename.ts") },
  {
    name: "rename-person",
    summary: "give a person another name in the whole archive, and tell the old one nowhere",
    load: () => import("./rename-person.ts"),
  },
  { name: "restore", summary: "write the records of a built site as files again", load: () => import("./restore.ts") },
  { name: "schemas", summary: "write the JSON Schemas that editors read", load: () => import("./schemas.ts") },
  { name: "serve", summary: "build, serve on this machine and reload on changes", load: () => import("./serve.ts") },
  { name: "verify", summary: "hold a built site against what was ever published", load: () => import("./verify.ts") },
];

// What nobody waits for may fail too, such as the watch over a folder; it ends the program with a sentence as everything else does.
const end = async (error: unknown) => {
  const { code, syscall, stack } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  // Whoever reads the output has heard enough, such as `head`; what was asked for is done all the same, also by a process that a build started.
  if (code === "EPIPE" && syscall === "write" && (isAtWork() || process.connected)) return;
  settle();
  if (code === "EPIPE" && syscall === "write") process.exit(process.exitCode ?? 0);
  const report = await import("./report.ts").catch(() => undefined);
  // Where no file can be opened, not even the report can be loaded.
  if (report) report.printFailure(error);
  else process.stderr.write(`${explainSystemError(error) ?? stack ?? thrownText(error)}\n`);
  process.exit(1);
};
process.on("uncaughtException", end);
process.on("unhandledRejection", end);

setProgram(PROGRAM_COMMAND);
const program = new Command(PROGRAM_COMMAND)
  .description("Builds and keeps a conference archive. Records in, a static site out.")
  .addHelpText("after", `\nExample:\n  ${commandName("check")}\n`)
  .option("--project <dir>", "folder of the archive (default: the nearest from the current folder up that has `content/site.yaml`)");

// Options of the program may stand before the command.
const words = process.argv.slice(2);
const wanted = words.find((word, index) => !word.startsWith("-") && words[index - 1] !== "--project");
for (const entry of COMMANDS) {
  const command = program.command(entry.name, { hidden: entry.hidden === true }).description(entry.summary);
  if (entry.name === wanted || wanted === "help") (await entry.load()).define(command);
}

program.hook("preAction", async (_program, command) => (await import("./options.ts")).refuseEmptyPlaces(command));
await program.parseAsync();
