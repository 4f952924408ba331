/** `verify`: a built site against the ledger of everything that was ever published. */
import { appendFileSync, existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isThere } from "../content/file-state.ts";
import { readRecord } from "../content/read.ts";
import { putFile } from "../content/write-whole.ts";
import { KEY_VARIABLE } from "../content/sealed.ts";
import type { AddressesRecord } from "../model/records/changes.ts";
import { wentWith } from "../publishing/removed.ts";
import { usualFolders } from "./project.ts";
import { sortProblems } from "../model/problem.ts";
import { count } from "../text/wording.ts";
import { compareCopies, copyInFolder, copyOnWeb, folderOfMedia, readFixity, type Since } from "../preservation/fixity.ts";
import { extendLedger, type Ledger, readLedger } from "../preservation/ledger.ts";
import { type Published, readPublished } from "../preservation/published.ts";
import { readWithdrawn, type Withdrawn } from "../preservation/withdrawn.ts";
import { mediaAddress, type Verdict, verify } from "../preservation/verify.ts";
import { type Command, Option } from "./command.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { dayOfEnvironment, minutes, MOST_MINUTES, UsageError } from "./options.ts";
import { FORMAT_NAMES, FORMATS } from "./problem-formats.ts";
import { formatSummary } from "../problems/github.ts";
import { visible, visibleJson } from "../problems/visible.ts";
import { runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
The ledger is two text files, to be checked in: \`addresses.txt\` with all addresses, \`media.sha256\` with the SHA-256 of all
media, which \`sha256sum --check\` reads in assets/media/. \`--update\` adds what is new and never takes anything away.
Exit code 1 means that an address or a media file is lost, or that the bytes of one changed.

\`--media\` reads every byte of \`assets/media/\` again, without a built site; \`--report\` writes what came of it, with the day, as JSON.
\`--against\` compares these media with a copy, a folder or the address of a site, and tells which of the two holds the good bytes.

Example:
  npm run build && ${commandName("verify")} --update
  ${commandName("verify")} --media --report fixity-2026.json
  ${commandName("verify")} --against https://mirror.example.org/archive/
`;

interface Options {
  content: string;
  ledger?: string;
  published?: string;
  format: string;
  update?: true;
  assets: string;
  media?: true;
  report?: string;
  against?: string;
  maxTime: number;
}

export function define(command: Command): void {
  const { assetsDir, contentDir, outputDir } = usualFolders();
  command
    .argument("[site]", "folder of the built site", outputDir)
    .option("--content <dir>", "folder of the records", contentDir)
    .option("--ledger <dir>", "folder of the ledger (default: `.ledger` beside the folder of the records)")
    .option("--published <site>", "folder of another built site, such as the one of the main branch, that must keep its addresses too")
    .option("--assets <dir>", "folder that holds the media, for `--media` and `--against`", assetsDir)
    .addOption(
      new Option("--media", "read all bytes of the media again and hold them against the ledger").conflicts([
        "against",
        "update",
        "published",
      ]),
    )
    .addOption(new Option("--report <file>", "with `--media`: write the report").implies({ media: true }))
    .addOption(
      new Option("--against <place>", "compare the media with a copy: a folder, or the address of a site").conflicts([
        "update",
        "published",
      ]),
    )
    .option("--max-time <minutes>", "with `--against`: time after which no further file is compared", minutes, MOST_MINUTES)
    .option("--update", "write the ledger with what is new")
    .addOption(new Option("--format <name>", "how to print the problems").choices(FORMAT_NAMES).default("pretty"))
    .addHelpText("after", HELP)
    .action((site: string, options: Options) =>
      runCommand(async () => {
        if (options.against !== undefined) return compare(options, options.against);
        if (options.media) return readAll(options);
        // Of two that read the ledger before either wrote it, the later would take away what the other added.
        return options.update ? oneAtATime(ledgerFolder(options), () => run(site, options)) : run(site, options);
      }),
    );
}

function run(site: string, options: Options): void {
  const published = readSite(site);
  const folder = ledgerFolder(options);
  const before = readLedger(folder);
  if (!before && !options.update)
    throw new UsageError(`There is no ledger in \`${folder}\`. Write one with \`${commandName("verify")} --update\`, and check it in.`);
  const withdrawn = readWithdrawn(folder);
  const verdict = verify(published, before ?? emptyLedger(folder), {
    others: options.published === undefined ? [] : [readSite(options.published)],
    isRemoved: wentWith(changesIn(options.content).removed ?? []),
    isWithdrawn: withdrawn.has,
  });
  const problems = sortProblems(verdict.problems);
  process.stdout.write(FORMATS[options.format]?.(problems) ?? "");
  const summary = process.env["GITHUB_STEP_SUMMARY"];
  if (options.format === "github" && summary && problems.length > 0) appendFileSync(summary, formatSummary(problems, "Published before"));
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
  if (options.update && problems.some(({ rule }) => rule === "ledger-line")) throw new UsageError("The ledger was not written.");
  if (options.update) extendLedger(folder, before, verdict.newAddresses, verdict.newMedia);
  process.stderr.write(`${closing(folder, verdict, options.update === true)}${ofGone(verdict.removed, withdrawn)}`);
}

/** What the records say became of addresses. */
function changesIn(contentDir: string): AddressesRecord {
  const file = join(contentDir, "addresses.yaml");
  if (!isThere(file)) return {};
  const { record, findings } = readRecord({ kind: "addresses", id: "addresses", file });
  if (record === undefined) throw new UsageError(`\`${file}\` has mistakes: ${findings[0]?.message} Mend it first.`);
  return record as AddressesRecord;
}

/** What they say became of media. */
function sinceIn(contentDir: string): Since {
  const { removed = [], movedMedia = [] } = changesIn(contentDir);
  const isRemoved = wentWith(removed);
  const moved = new Map(movedMedia.map(({ from, to }) => [from, to]));
  return { isRemoved: (path) => isRemoved(mediaAddress(path)), nowAt: (path) => moved.get(path) ?? path };
}

/** Addresses that went away and are no loss. */
function ofGone(removed: number, withdrawn: Withdrawn): string {
  const what = [
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(withdrawn.size > 0 ? [`${withdrawn.size} withdrawn${withdrawn.isCompared ? "" : ` (not compared without ${KEY_VARIABLE})`}`] : []),
  ];
  return what.length === 0 ? "" : `No longer published, as the archive says: ${what.join(", ")}.\n`;
}

function ledgerFolder(options: Options): string {
  return options.ledger ?? relative(process.cwd(), join(dirname(resolve(options.content)), ".ledger"));
}

/** The ledger beside the records, which has to be there. */
function ledgerOf(options: Options): Ledger {
  const folder = ledgerFolder(options);
  const ledger = readLedger(folder);
  if (!ledger)
    throw new UsageError(`There is no ledger in \`${folder}\`. Write one with \`${commandName("verify")} --update\`, and check it in.`);
  const [odd] = ledger.media.unreadable;
  if (odd)
    throw new UsageError(`Line ${odd.line} of \`${ledger.media.file}\` is not a checksum and a file. Delete what a merge left behind.`);
  return ledger;
}

function readAll(options: Options): void {
  const date = dayOfEnvironment() ?? new Date().toISOString().slice(0, 10);
  const report = readFixity(join(options.assets, "media"), ledgerOf(options), date, sinceIn(options.content));
  if (options.report !== undefined) putFile(options.report, visibleJson(report));
  for (const { path, promised, found } of report.changed)
    process.stdout.write(`changed  ${visible(path)}: SHA-256 was ${promised} and is ${found}\n`);
  for (const path of report.missing) process.stdout.write(`missing  ${visible(path)}\n`);
  for (const { path, why } of report.unreadable) process.stdout.write(`unread   ${visible(path)}: it cannot be read (${why})\n`);
  for (const path of report.unknown) process.stdout.write(`new      ${visible(path)}\n`);
  const unread = report.unreadable.length > 0 ? `, ${report.unreadable.length} that cannot be read` : "";
  const told = `${report.good} good, ${report.changed.length} changed, ${report.missing.length} missing, ${report.unknown.length} not in the ledger${unread}`;
  process.stderr.write(`Read ${count(report.files, "media file")} on ${date}: ${told}.\n`);
  if (report.changed.length + report.missing.length + report.unreadable.length > 0) process.exitCode = 1;
}

async function compare(options: Options, place: string): Promise<void> {
  const isAddress = /^https?:\/\//i.test(place);
  if (isAddress ? !URL.canParse(place) : !existsSync(place) || !statSync(place).isDirectory())
    throw new UsageError(`\`${place}\` is neither a folder nor the address of a site.`);
  const until = performance.now() + options.maxTime * 60_000;
  const mediaDir = join(options.assets, "media");
  const ledger = ledgerOf(options);
  const copy = isAddress ? place : folderOfMedia(place, ledger);
  if (!isAddress && existsSync(mediaDir) && realpathSync(copy) === realpathSync(mediaDir))
    throw new UsageError(`\`${place}\` holds these media themselves, and no copy of them.`);
  const there = isAddress ? copyOnWeb(place, { until }) : copyInFolder(copy);
  const here = copyInFolder(mediaDir);
  const { files, left, differences } = await compareCopies(ledger, here, there, {
    until,
    since: sinceIn(options.content),
  });
  const advice = { here: "good here; mend the copy", there: "good there; mend this one", nowhere: "good nowhere; ask another copy" };
  for (const { path, good, here, there: theirs } of differences)
    process.stdout.write(`${visible(path)}: ${advice[good]} (here ${here}, there ${theirs})\n`);
  for (const { why } of differences) if (why !== undefined) process.stderr.write(`${visible(why)}\n`);
  process.stderr.write(`Compared ${count(files, "media file")}: ${files - differences.length} good in both, ${differences.length} not.\n`);
  const isNoneOf = (states: readonly string[]) =>
    differences.length === files && differences.every(({ there: theirs }) => states.includes(theirs));
  const none = files > 0 && isNoneOf(["missing"]) ? "there" : files > 2 && isNoneOf(["missing", "changed"]) ? "good there" : undefined;
  if (none !== undefined)
    process.stderr.write(`None of them is ${none}: is \`${visible(place)}\` the copy, a folder of media or a site?\n`);
  if (left > 0)
    process.stderr.write(
      `${count(left, "file was", "files were")} not compared, since ${performance.now() >= until ? "the time of `--max-time` is over" : "none could be read any more"}.\n`,
    );
  if (differences.length + left > 0) process.exitCode = 1;
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
