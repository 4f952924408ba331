/** `people`: who may be in the archive twice, and who is: pairs with evidence, joined or parted by one key or in bulk. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFile, removeDrafts, replaceFile } from "../content/write-whole.ts";
import { type Double, type Doubles, findDoubles } from "../model/doubles.ts";
import { sortProblems } from "../model/problem.ts";
import { movedPaths } from "../publishing/moved.ts";
import { commandName } from "../text/commands.ts";
import { count } from "../text/wording.ts";
import type { Command } from "./command.ts";
import { addLifeOptions, Life, type LifeOptions, nextSteps } from "./life/archive.ts";
import { checkDecisions, type Decision, joinAndPart } from "./life/join.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { UsageError } from "./options.ts";
import { askAboutPairs, keysOf } from "./people/ask.ts";
import { formatDecisions, formatList, readDecisions } from "./people/list.ts";
import { showDouble } from "./people/show.ts";
import { noteBatch, undoBatch } from "./people/undo.ts";
import { usualFolders } from "./project.ts";
import { printProblems, runCommand } from "./report.ts";

const HELP = `
On a terminal each pair waits for one key; nothing is written before you finish. Without one, or with \`--list\`, the pairs are only told.
To decide in bulk, write a list, fill its column \`decision\` in any spreadsheet, and give it back:

  join   one person: the name in \`keep\` stays, the other one is an alias of it, and its address leads on
  other  one person, under the name in \`other\`
  part   two people: a record says \`differentFrom\`, and they are not told again

All decisions of a run are one batch: it is tried in a copy first, and \`--undo\` takes the last one back as long as its files are as it left
them. Records are joined field by field; what two of them say differently is told. Given names that stand for each other in your archive
belong into \`nicknames\` of site.yaml.

Example:
  ${commandName("people")} --list people.csv
  ${commandName("people")} --decisions people.csv --dry-run
  ${commandName("people")} --undo
`;

interface PeopleOptions extends LifeOptions {
  all?: boolean;
  list?: string;
  decisions?: string;
  undo?: boolean;
  cache: string;
}

export function define(command: Command): void {
  addLifeOptions(command)
    .option("--all", "tell pairs of the grade `low` too")
    .option("--list <file>", "write the pairs into a table (CSV) with a column for decisions")
    .option("--decisions <file>", "do what such a table says")
    .option("--undo", "take back the last batch of decisions")
    .option("--cache <dir>", "folder of what builds leave, and of what `--undo` needs", usualFolders().cacheDir)
    .addHelpText("after", HELP)
    .action((options: PeopleOptions) => runCommand(() => run(options)));
}

async function run(options: PeopleOptions): Promise<void> {
  const { list, decisions, undo } = options;
  if ([list, decisions, undo].filter((one) => one !== undefined).length > 1)
    throw new UsageError("Give one of `--list`, `--decisions` and `--undo` at a time.");
  if (undo === true) return takeBack(options);
  const life = await Life.open(options);
  if (decisions !== undefined) return decideFrom(life, decisions, options);
  const doubles = findDoubles(life.archive);
  const pairs = options.all === true ? doubles.pairs : doubles.pairs.filter(({ grade }) => grade !== "low");
  const rest = doubles.pairs.length - pairs.length;
  if (list !== undefined) writeList(list, pairs);
  else if (process.stdin.isTTY && process.stdout.isTTY && pairs.length > 0) {
    process.stderr.write(summary(pairs, rest, doubles));
    return decideByKeys(life, pairs, options);
  } else for (const [index, pair] of pairs.entries()) process.stdout.write(`${showDouble(pair, `${index + 1} of ${pairs.length}`)}\n`);
  process.stderr.write(summary(pairs, rest, doubles));
}

function summary(pairs: readonly Double[], rest: number, { crowds }: Doubles): string {
  const more = rest > 0 ? ` ${count(rest, "pair")} of the grade \`low\`: \`--all\` tells them too.` : "";
  const lines = crowds.map(({ key, people }) => `Too many names are alike to be compared one by one: ${people} (${key}).\n`);
  return `${count(pairs.length, "pair")} of people who may be one.${more}\n${lines.join("")}`;
}

function writeList(file: string, pairs: readonly Double[]): void {
  if (existsSync(file))
    throw new UsageError(`There is a file \`${file}\` already, maybe with decisions. Give another name; nothing was written.`);
  createFile(file, formatList(pairs));
}

async function decideByKeys(life: Life, pairs: readonly Double[], options: PeopleOptions): Promise<void> {
  const terminal = keysOf(process.stdin, process.stdout);
  const decisions = await askAboutPairs(pairs, terminal, (some) => refusalOf(life, some)).finally(() => terminal.close());
  if (!decisions) process.stderr.write("Given up; nothing was changed.\n");
  else {
    try {
      await decide(life, decisions, options);
    } catch (error) {
      const file = join(options.cache, "people", "decisions.csv");
      mkdirSync(dirname(file), { recursive: true });
      replaceFile(file, formatDecisions(decisions));
      process.stderr.write(`The decisions are kept in \`${file}\`, for \`${commandName("people")} --decisions\`.\n`);
      throw error;
    }
  }
}

/** Why decisions cannot stand together; nothing where they can. */
function refusalOf(life: Life, decisions: readonly Decision[]): string | undefined {
  try {
    checkDecisions(life, decisions);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

async function decideFrom(life: Life, file: string, options: PeopleOptions): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`There is no file \`${file}\`. Write one with \`--list\`.`);
  const { decisions, problems } = readDecisions(file, life.archive.people);
  if (problems.length > 0) {
    printProblems(sortProblems(problems));
    throw new UsageError("Mend the list first; nothing was changed.");
  }
  await decide(life, decisions, options);
}

async function decide(life: Life, decisions: readonly Decision[], { cache }: PeopleOptions): Promise<void> {
  if (decisions.length === 0) {
    process.stderr.write("Nothing is decided; nothing was changed.\n");
    return;
  }
  joinAndPart(life, decisions);
  const after = life.after();
  // Nothing but pages of people comes and goes here.
  const kept = new Set([...after.people.map(({ path }) => path), ...movedPaths(after).map(({ from }) => from)]);
  const lost = life.archive.people.filter(({ path }) => !kept.has(path)).map(({ path }) => path);
  if (lost.length > 0) throw new Error(`These addresses would be lost: ${lost.join(", ")}. Nothing was changed.`);
  let settle = () => {};
  const note = () => {
    settle = noteBatch(cache, life.contentDir, life.edits, decisions.length);
  };
  const next = `${count(decisions.length, "decision")}; \`${commandName("people")} --undo\` takes them back. ${nextSteps()}`;
  await life.finish(next, note, () => settle());
}

async function takeBack({ cache, content, dryRun }: PeopleOptions): Promise<void> {
  const { edits, decisions, begin, forget } = undoBatch(cache, content);
  for (const line of edits.lines()) process.stdout.write(`${line}\n`);
  if (dryRun === true) {
    process.stderr.write(`Would take back ${count(decisions, "decision")}; nothing was written.\n`);
    return;
  }
  await oneAtATime(content, () => {
    edits.refuseChanged();
    // A run that was killed may have left some, with records as they were to be.
    removeDrafts(content);
    begin();
    edits.apply();
    forget();
  });
  process.stderr.write(`Took back ${count(decisions, "decision")}. ${nextSteps()}\n`);
}
