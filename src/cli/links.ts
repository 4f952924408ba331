/** `links`: whether the outside addresses of the records are still there. */
import { lookup } from "node:dns/promises";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { loadArchive } from "../content/load.ts";
import { locate } from "../content/locate.ts";
import { buildDay } from "../build/settings.ts";
import { sortProblems } from "../model/problem.ts";
import { absolute, PATHS } from "../model/urls.ts";
import { count } from "../text/wording.ts";
import { collectAddresses, type Use } from "../preservation/links/collect.ts";
import { failureOf } from "../preservation/links/failure.ts";
import { markDead } from "../preservation/links/fix.ts";
import { Journal } from "../preservation/links/journal.ts";
import { STATES } from "../preservation/links/judge.ts";
import { Prober } from "../preservation/links/probe.ts";
import { findingsOf } from "../preservation/links/report.ts";
import { createRequests } from "../preservation/links/request.ts";
import { checkAddresses, type RunResult } from "../preservation/links/run.ts";
import { Turns } from "../preservation/links/turns.ts";
import { describeCopy } from "../preservation/links/wayback.ts";
import { type Command, InvalidArgumentError, Option } from "./command.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { addInputOptions, minutes, MOST_MINUTES, settingsFrom, UsageError } from "./options.ts";
import { isBelow, refuseUnknownPaths } from "./paths.ts";
import { FORMAT_NAMES, FORMATS } from "./problem-formats.ts";
import { formatSummary } from "../problems/github.ts";
import { visible } from "../problems/visible.ts";
import { usualFolders } from "./project.ts";
import { runCommand } from "./report.ts";
import { parseUrl } from "../text/parse-url.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
Every address is asked once: HEAD, and GET where that does not tell; one request at a time to a host, with a pause after each;
what \`robots.txt\` forbids is left alone. Results are kept in the cache as they come, so a run that was stopped goes on where
it was; good ones count for 30 days. Today's date is that of SOURCE_DATE_EPOCH, where it is set, or the clock's.
A host that is not found is looked for again at the end; none is called dead where that of the web archive is not found
either, and, where most others were found, neither are those.
Exit code 1 means that slides or videos are dead and not marked \`unavailable\`.

Example:
  ${commandName("links")} --fix content/events/2012-north-america
`;

/** The name that \`robots.txt\` files may speak to. */
const AGENT = "conference-archive-links";

interface Options {
  content: string;
  assets: string;
  format: string;
  fix?: true;
  wayback: string;
  cache: string;
  again?: true;
  delay: number;
  timeout: number;
  maxWait: number;
  maxTime: number;
  hosts: number;
  allowPrivate?: true;
}

export function define(command: Command): void {
  addInputOptions(command.argument("[paths...]", "check only the addresses in these files and folders"))
    .addOption(new Option("--format <name>", "how to print the problems").choices(FORMAT_NAMES).default("pretty"))
    .option("--fix", "write `unavailable` to slides and videos that are dead, and the copy of a web archive where it has one")
    .option("--wayback <url>", "address of the web archive's availability API", "https://archive.org/wayback/available")
    .option("--cache <dir>", "folder for results", join(usualFolders().cacheDir, "links"))
    .option("--again", "ask also for what the cache knows")
    .option("--delay <seconds>", "pause between two requests to a host", seconds, 1)
    .option("--timeout <seconds>", "time for one request", seconds, 20)
    .option("--max-wait <seconds>", "the longest that a host may make us wait with Retry-After", seconds, 120)
    .option("--max-time <minutes>", "time after which nothing more is asked; another run goes on", minutes, MOST_MINUTES)
    .option("--hosts <number>", "hosts to visit at the same time", hosts, 8)
    .option("--allow-private", "go to private and local addresses too")
    .addHelpText("after", HELP)
    .action((paths: string[], options: Options) => runCommand(() => run(paths, options)));
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 3600) || text.trim() === "") throw new InvalidArgumentError("Write a number of seconds from 0 to 3600.");
  return value;
}

function hosts(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 64)) throw new InvalidArgumentError("Write a number from 1 to 64.");
  return value;
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const settings = settingsFrom(options);
  refuseUnknownPaths(paths, settings.contentDir);
  if (!/^https?:\/\//.test(options.wayback) || !parseUrl(options.wayback))
    throw new UsageError(`\`--wayback ${options.wayback}\` is not an address.`);
  const { archive, findings } = loadArchive(settings);
  if (findings.some(({ rule }) => rule === "missing-content"))
    throw new UsageError(
      `The folder \`${options.content}\` is not there or cannot be read. Give the folder of the records with \`--content\`.`,
    );
  if (findings.some(({ severity }) => severity === "error"))
    process.stderr.write(`Some records have errors and may not have been read; \`${commandName("check")}\` lists them.\n`);
  const { uses: allUses, knownDead } = collectAddresses(archive);
  const uses = narrow(allUses, paths);
  const today = buildDay(process.env) ?? new Date().toISOString().slice(0, 10);
  const send = createRequests({
    timeout: options.timeout * 1000,
    userAgent: `${AGENT}/1.0 (+${absolute(archive.site.base, PATHS.home)})`,
    allowPrivate: options.allowPrivate === true,
  });
  const turns = new Turns(options.delay * 1000);
  const until = performance.now() + options.maxTime * 60_000;
  const prober = new Prober({ send, turns, agent: AGENT, backoff: options.delay * 1000, longestWait: options.maxWait * 1000 });
  const result = await checkAddresses(uses.keys(), {
    prober,
    journal: new Journal(options.cache),
    today,
    goodFor: options.again ? -1 : 30,
    hosts: options.hosts,
    until,
    knownHost: new URL(options.wayback).hostname,
    look: (host) => lookup(host.replace(/^\[|\]$/g, "")).then(() => "found", whyNotFound),
    onProgress: showProgress(),
  });
  const {
    marked,
    left: unmarked,
    byHand,
    late,
  } = options.fix
    ? await markDead(
        uses,
        result.verdicts,
        today,
        { api: options.wayback, send, turns },
        (change) => oneAtATime(options.content, change),
        until,
      )
    : { marked: [], left: [], byHand: [], late: 0 };
  for (const { use, copy } of marked)
    process.stderr.write(`Marked ${visible(use.address)} in ${visible(use.file)}${copy ? describeCopy(copy, use.near) : ""}\n`);
  for (const { address, file } of unmarked)
    process.stderr.write(
      `Left ${visible(address)} in ${visible(file)} as it is, since the web archive gives no answer that can be used about a copy. Run it again later.\n`,
    );
  for (const { address, file } of byHand)
    process.stderr.write(
      `Left ${visible(address)} in ${visible(file)} as it is, since it is written in another way than this can change, or was changed meanwhile. Add \`unavailable: ${today}\` beside the address by hand.\n`,
    );
  if (late > 0)
    process.stderr.write(
      `${count(late, "dead address was", "dead addresses were")} not marked, since the time of \`--max-time\` is over: run it again, and it goes on.\n`,
    );
  const done = new Set(marked.map(({ use }) => use));
  const left = new Map([...uses].map(([address, list]) => [address, list.filter((use) => !done.has(use))]));
  const problems = sortProblems(locate(findingsOf(left, result.verdicts)));
  process.stdout.write(FORMATS[options.format]?.(problems) ?? "");
  const summary = process.env["GITHUB_STEP_SUMMARY"];
  if (options.format === "github" && summary) appendFileSync(summary, formatSummary(problems, "Links"));
  process.stderr.write(closing(result, uses.size, knownDead.filter((file) => isBelow(file, paths)).length));
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

function whyNotFound(error: Error): "none" | "unsure" {
  return failureOf(error).kind === "no-host" ? "none" : "unsure";
}

function narrow(uses: ReadonlyMap<string, Use[]>, paths: readonly string[]): Map<string, Use[]> {
  const kept = [...uses].map(([address, list]) => [address, list.filter(({ file }) => isBelow(file, paths))] as const);
  return new Map(kept.filter(([, list]) => list.length > 0));
}

/** One line that is overwritten on a terminal; elsewhere a line now and then, so that a log shows that it goes on. */
function showProgress(): (done: number, all: number) => void {
  const isTerminal = process.stderr.isTTY === true;
  return (done, all) => {
    if (isTerminal) process.stderr.write(`\rAsked ${done} of ${all}${done === all ? "\n" : ""}`);
    else if (done % 100 === 0) process.stderr.write(`Asked ${done} of ${all}\n`);
  };
}

/** `812 addresses: 700 fine, 100 moved, 12 dead. 15 of them from the cache.` */
function closing({ verdicts, remembered, left }: RunResult, all: number, knownDead: number): string {
  const found = [...verdicts.values()];
  const states = STATES.map((state) => ({ state, number: found.filter((verdict) => verdict.state === state).length }));
  const counts = states.filter(({ number }) => number > 0).map(({ state, number }) => `${number} ${WORDS[state]}`);
  return [
    `${count(all, "address", "addresses")}${counts.length > 0 ? `: ${counts.join(", ")}` : ""}.`,
    ...(remembered > 0 ? [`${remembered} of them from the cache.`] : []),
    ...(left > 0
      ? [`${count(left, "was", "were")} not asked, since the time of \`--max-time\` is over: run it again, and it goes on.`]
      : []),
    ...(knownDead > 0 ? [`${knownDead} more marked as unavailable before.`] : []),
  ]
    .join(" ")
    .concat("\n");
}

const WORDS: Record<(typeof STATES)[number], string> = {
  fine: "fine",
  moved: "moved",
  dead: "dead",
  suspicious: "suspicious",
  unsure: "not to be told today",
  closed: "closed to programs",
  robots: "not for robots",
  private: "private",
};
