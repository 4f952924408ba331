/** `init`: a new archive in a folder of its own, with all that belongs around its records. */
import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ELEVENTY_FILES, fromHere, PACKAGE_NAME, VERSION } from "../build/settings.ts";
import { createRecordFile } from "../content/write-record.ts";
import { replaceFile } from "../content/write-whole.ts";
import { foldersAbove } from "../media/packages.ts";
import { eventSchema } from "../model/records/event.ts";
import { siteSchema } from "../model/records/site.ts";
import { talkSchema } from "../model/records/talk.ts";
import { commandName } from "../text/commands.ts";
import type { Command } from "./command.ts";
import { archiveFiles, isModule, otherScripts, packageText } from "./init/archive-files.ts";
import { namedProject } from "./project.ts";
import { askForFields, whatIsWrong } from "./new/ask.ts";
import { type Answers, type Field, one } from "./new/kind.ts";
import { UsageError } from "./options.ts";
import { readNamed } from "./paths.ts";
import { runCommand } from "./report.ts";

const FIELDS: readonly Field[] = [
  { flag: "name", value: "text", description: "name of the archive", required: true, schema: siteSchema.shape.name },
  { flag: "url", value: "address", description: "address at which it will be published", required: true, schema: siteSchema.shape.url },
  { flag: "event", value: "text", description: "name of a first event, with its year", required: true, schema: eventSchema.shape.name },
  { flag: "talk", value: "text", description: "title of a first talk", required: true, schema: talkSchema.shape.title },
  {
    flag: "language",
    value: "tag",
    description: "language of the archive, such as de; en where left out",
    schema: siteSchema.shape.language,
  },
];

/** Bytes; no package says more of itself. */
const LARGEST_PACKAGE = 10_000_000;

const HELP = `
Without \`--yes\` it asks on a terminal for what the flags have not told. No file is ever overwritten: what is there already stays as it is and
is named. A \`package.json\` that is there gets the scripts that it lacks.
`;

export function define(command: Command): void {
  command.argument("[folder]", "folder of the new archive", fromHere(namedProject() ?? process.cwd()));
  for (const { flag, value, description } of FIELDS) command.option(`--${flag} <${value}>`, description);
  command
    .option("--yes", "ask nothing; for scripts")
    .addHelpText(
      "after",
      `${HELP}\nExample:\n  ${commandName("init")} --name "Example Conference Archive" --url https://example.org/ --event "Example Conference 2025" --talk "Opening"\n`,
    )
    .action((folder: string, options: Record<string, string | true>) => runCommand(() => init(folder, options)));
}

async function init(folder: string, options: Record<string, string | true>): Promise<void> {
  if (existsSync(join(folder, "content/site.yaml")))
    throw new UsageError(`\`${folder}\` has an archive already. \`${commandName("new")} event\` adds to it. Nothing was written.`);
  const packageFile = join(folder, "package.json");
  const before = textOf(packageFile);
  const after = readablePackage(packageFile, before);
  const answers = await answersFrom(options);
  if (!answers) return;
  const files = archiveFiles({
    name: one(answers, "name") ?? "",
    url: one(answers, "url") ?? "",
    event: one(answers, "event") ?? "",
    talk: one(answers, "talk") ?? "",
    language: one(answers, "language") ?? "en",
  });
  // Before the site record, which comes last: by that it is known that nothing is missing.
  if (after !== before) {
    mkdirSync(folder, { recursive: true });
    replaceFile(packageFile, after);
    process.stdout.write(`${packageFile}\n`);
  }
  const kept: string[] = [];
  const ofEleventy = ELEVENTY_FILES.find((name) => isThere(join(folder, name)));
  for (const [path, text] of files) {
    // Eleventy finds both names; the second is a module in every folder.
    const name = path === "eleventy.config.js" && !isModule(after) ? "eleventy.config.mjs" : path;
    // Of several configurations Eleventy takes one, which is not to be ours.
    const file = join(folder, (path === "eleventy.config.js" && ofEleventy) || name);
    if (!writeNew(file, text)) kept.push(file);
  }
  if (kept.length > 0) process.stderr.write(`There already, and left as they are: ${kept.join(", ")}\n`);
  const configuration = (ofEleventy !== undefined && textOf(join(folder, ofEleventy))) || "";
  if (ofEleventy !== undefined && !configuration.includes(PACKAGE_NAME)) {
    const load = /^\s*(?:module\.)?exports\b/m.test(configuration)
      ? `const { default: conferenceArchive } = require("${PACKAGE_NAME}")`
      : `import conferenceArchive from "${PACKAGE_NAME}"`;
    process.stderr.write(
      `${join(folder, ofEleventy)} does not know the archive yet. To have Eleventy build it too, write there: \`${load}\`, and \`config.addPlugin(conferenceArchive)\` where \`config\` is what your function is given.\n`,
    );
  }
  const top = foldersAbove(resolve(folder)).find((one) => isThere(join(one, ".git")));
  if (top !== undefined && top !== resolve(folder)) {
    const [up, down] = [relative(folder, top), relative(top, resolve(folder))].map((path) => path.replaceAll("\\", "/"));
    process.stderr.write(
      `GitHub reads \`.github/\` only at the top of a repository, which is \`${up}\` from here: move it there, and give its workflows \`working-directory: ${down}\` and that folder before their paths.\n`,
    );
  }
  const theirs = otherScripts(after);
  if (theirs.length > 0) {
    const names = theirs.map((name) => `\`${name}\``).join(", ");
    process.stderr.write(`${packageFile} has scripts of these names already, which stay as they are: ${names}\n`);
  }
  const here = fromHere(folder);
  const start = theirs.includes("start") ? commandName("serve") : "npm start";
  process.stderr.write(`Next: \`${here === "." ? "" : `cd ${JSON.stringify(here)} && `}npm install && ${start}\`.\n`);
}

/** The text of `package.json`; nothing where there is none. */
function textOf(file: string): string | undefined {
  return isThere(file)
    ? readNamed(file, LARGEST_PACKAGE)
        .toString("utf8")
        .replace(/^\ufeff/, "")
    : undefined;
}

/** Whether something is at a path, be it a link that leads nowhere. */
const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function readablePackage(file: string, text: string | undefined): string {
  try {
    return packageText(text, VERSION);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${file}\` is no \`package.json\`: ${error.message}. Nothing was written.`);
  }
}

/** Writes a file where there is none, and names it. */
function writeNew(file: string, text: string): boolean {
  if (isThere(file)) return false;
  createRecordFile(file, text);
  process.stdout.write(`${file}\n`);
  return true;
}

/** What flags tell, and on a terminal the user; nothing when the user leaves. */
async function answersFrom(options: Record<string, string | true>): Promise<Answers | undefined> {
  const given = new Map<string, readonly string[]>();
  for (const field of FIELDS) {
    const text = options[field.flag];
    if (typeof text !== "string" || text.trim() === "") continue;
    const wrong = whatIsWrong(field, text);
    if (wrong !== undefined) throw new UsageError(`\`--${field.flag} ${text}\`: ${wrong} Nothing was written.`);
    given.set(field.flag, [text]);
  }
  if (options["yes"] !== true && process.stdin.isTTY === true && process.stdout.isTTY === true) return ask(given);
  const missing = FIELDS.filter(({ flag, required }) => required && !one(given, flag)).map(({ flag }) => `\`--${flag}\``);
  if (missing.length > 0) throw new UsageError(`A new archive needs ${missing.join(" and ")}. Nothing was written.`);
  return given;
}

async function ask(given: Answers): Promise<Answers | undefined> {
  const { askOnTerminal } = await import("./new/prompts.ts");
  return askOnTerminal("A new archive", (asker) => askForFields(FIELDS, given, asker));
}
