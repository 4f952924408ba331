/** `verify`: a built site against the ledger of everything that was ever published. */
import { appendFileSync, existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { usualFolders } from "./project.ts";
import { sortProblems } from "../model/problem.ts";
import { count } from "../text/wording.ts";
import { extendLedger, type Ledger, readLedger } from "../preservation/ledger.ts";
import { type Published, readPublished } from "../preservation/published.ts";
import { type Verdict, verify } from "../preservation/verify.ts";
import { type Command, Option } from "./command.ts";
import { UsageError } from "./options.ts";
import { FORMAT_NAMES, FORMATS } from "./problems/formats.ts";
import { formatSummary } from "./problems/github.ts";
import { runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
The ledger is two text files, to be checked in: \`addresses.txt\` with all addresses, \`media.sha256\` with the SHA-256 of all
media, which \`sha256sum --check\` reads in assets/media/. \`--update\` adds what is new and never takes anything away.
Exit code 1 means that an address or a media file is lost, or that the bytes of one changed.

Example:
  npm run build && ${commandName("verify")} --update
`;

interface Options {
  content: string;
  ledger?: string;
  published?: string;
  format: string;
  update?: true;
}

export function define(command: Command): void {
  const { contentDir, outputDir } = usualFolders();
  command
    .argument("[site]", "folder of the built site", outputDir)
    .option("--content <dir>", "folder of the records", contentDir)
    .option("--ledger <dir>", "folder of the ledger (default: `.ledger` beside the folder of the records)")
    .option("--published <site>", "folder of another built site, such as the one of the main branch, that must keep its addresses too")
    .option("--update", "write the ledger with what is new")
    .addOption(new Option("--format <name>", "how to print the problems").choices(FORMAT_NAMES).default("pretty"))
    .addHelpText("after", HELP)
    .action((site: string, options: Options) => runCommand(async () => run(site, options)));
}

function run(site: string, options: Options): void {
  const published = readSite(site);
  const folder = options.ledger ?? relative(process.cwd(), join(dirname(resolve(options.content)), ".ledger"));
  const before = readLedger(folder);
  if (!before && !options.update)
    throw new UsageError(`There is no ledger in \`${folder}\`. Write one with \`${commandName("verify")} --update\`, and check it in.`);
  const verdict = verify(published, before ?? emptyLedger(folder), options.published === undefined ? [] : [readSite(options.published)]);
  const problems = sortProblems(verdict.problems);
  process.stdout.write(FORMATS[options.format]?.(problems) ?? "");
  const summary = process.env["GITHUB_STEP_SUMMARY"];
  if (options.format === "github" && summary && problems.length > 0) appendFileSync(summary, formatSummary(problems, "Published before"));
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
  if (options.update && problems.some(({ rule }) => rule === "ledger-line")) throw new UsageError("The ledger was not written.");
  if (options.update) extendLedger(folder, before, verdict.newAddresses, verdict.newMedia);
  process.stderr.write(closing(folder, verdict, options.update === true));
}

function closing(folder: string, { newAddresses, newMedia }: Verdict, updated: boolean): string {
  const what = `${count(newAddresses.length, "address", "addresses")} and ${count(newMedia.length, "media file")}`;
  if (updated) return `Added ${what} to ${folder}.\n`;
  return newAddresses.length + newMedia.length === 0
    ? ""
    : `New since the ledger: ${what}. \`${commandName("verify")} --update\` adds them.\n`;
}

function emptyLedger(folder: string): Ledger {
  return { addresses: { file: folder, lines: [], unreadable: [] }, media: { file: folder, lines: [], unreadable: [] } };
}

/** A folder that is no site would look like a site that lost everything. */
function readSite(site: string): Published {
  if (!existsSync(join(site, "index.html")) || !statSync(site).isDirectory())
    throw new UsageError(`There is no built site in \`${site}\`. Build one with \`npm run build\`.`);
  return readPublished(site);
}
