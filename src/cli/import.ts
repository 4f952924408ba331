/** `import`: files of other systems become records, and a table says what became of every row. */
import { visible } from "../problems/visible.ts";
import { append } from "../text/append.ts";
import { existsSync } from "node:fs";
import { buildDay } from "../build/settings.ts";
import { loadExtensions } from "../build/extensions.ts";
import { madeOfImported } from "../build/guarded-extensions.ts";
import type { Guess, Importer } from "../importers/importer.ts";
import { IMPORTERS } from "../importers/index.ts";
import { locate } from "../content/locate.ts";
import { InputError, readInput } from "../intake/input.ts";
import { lineNumber } from "../importers/parts/place.ts";
import type { RowOutcome } from "../intake/import-run.ts";
import { TooManyRowsError } from "../importers/parts/reading.ts";
import { planIntake, type Plan, writePlan } from "../intake/intake.ts";
import { ChangedError } from "../intake/write.ts";
import { readNames } from "../intake/withheld-names.ts";
import { readStore, type Store } from "../intake/existing-records.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { isTimeZone } from "../model/time.ts";
import type { FieldCounts } from "../importers/parts/field-use.ts";
import { clip } from "../model/records/fields.ts";
import { count, enumerate } from "../text/wording.ts";
import { type Command, Option } from "./command.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { UsageError } from "./options.ts";
import { usualExtensions, usualFolders } from "./project.ts";
import { printProblems, progress, runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
The format is told by the content:
${IMPORTERS.map(({ name, title }) => `  ${name.padEnd(18)} ${title}`).join("\n")}

Importing again changes only what changed at the source, and keeps what editors changed; where both did, the record stays as
it is and the conflict is reported. What the source said last is kept in \`.imports/\` in the folder of the records: commit it
with them. Exit code 1 means that rows were refused.

Example:
  ${commandName("import")} schedule.xml --event 2024-europe --dry-run
`;

interface ImportOptions {
  content: string;
  format?: string;
  event?: string;
  timezone?: string;
  dryRun?: boolean;
}

export function define(command: Command): void {
  command
    .argument("<path>", "a file, or a folder with files of one or several formats")
    .addOption(new Option("--format <name>", "read the files as this format").choices(IMPORTERS.map(({ name }) => name)))
    .option("--event <id>", "folder name of the event to import into (default: made of the source's own name)")
    .option("--timezone <zone>", "time zone of the event, where the source names none, such as Europe/Berlin")
    .option("--content <dir>", "folder of the records", usualFolders().contentDir)
    .option("--dry-run", "tell everything and write nothing")
    .addHelpText("after", HELP)
    .action((path: string, options: ImportOptions) =>
      runCommand(async () => importPath(path, options, (await loadExtensions(usualExtensions())).importers)),
    );
}

/** Tells what goes wrong in the files in a sentence. */
async function importPath(path: string, options: ImportOptions, own: readonly Importer[]): Promise<void> {
  checkOptions(options);
  const run = () => importInto(path, options, own);
  try {
    await (options.dryRun === true ? run() : oneAtATime(options.content, run));
  } catch (error) {
    if (error instanceof InputError || error instanceof ChangedError || error instanceof TooManyRowsError)
      throw new UsageError(error.message);
    throw error;
  }
}

function importInto(path: string, options: ImportOptions, own: readonly Importer[]): void {
  const input = readInput(path, options.format, own);
  const problems = [...input.problems];
  const table: Row[] = [];
  const names = readNames(options.content, process.env);
  const today = buildDay(process.env) ?? new Date().toISOString().slice(0, 10);
  for (const [importer, files] of input.groups) {
    process.stderr.write(`Reading ${count(files.length, "file")} as ${importer.title}\n`);
    const imported = importer.read(files, today);
    process.stderr.write(`Read ${count(imported.rows, "row")}\n`);
    refuseSeveral(imported.conferences, options.event);
    const store = readStore(options.content, progress("Reading records"));
    refuseLinks(store.findings);
    refuseUnread(store);
    const make = () =>
      planIntake(store, importer.name, imported, {
        contentDir: options.content,
        event: options.event,
        timezone: options.timezone,
        today,
        names,
        onProgress: progress("Merging talks"),
      });
    const plan = own.includes(importer) ? madeOfImported(importer, make) : make();
    if (!options.dryRun) writePlan(plan, progress("Writing records"));
    append(problems, [...plan.run.problems, ...locate(plan.run.findings)]);
    table.push({
      format: importer.name,
      files: files.length,
      read: imported.rows,
      notKept: imported.notKept,
      guesses: imported.guesses ?? [],
      plan,
    });
  }
  // What is no talk is an error where nothing else is there.
  const isAll = table.every(({ read }) => read === 0);
  for (const problem of isAll ? [] : problems) if (problem.rule === "not-a-talk") problem.severity = "warning";
  if (options.dryRun === true) process.stdout.write(table.map(({ plan }) => formatRows(plan)).join(""));
  tellProblems(problems);
  process.stdout.write(formatGuesses(table));
  process.stdout.write(formatTable(table, options.dryRun === true));
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

/** A terminal and a reader take no more. */
const MOST_PROBLEMS = 10_000;

/** Prints problems, and the numbers of those that are too many to be printed; no error is behind a warning. */
function tellProblems(problems: readonly Problem[]): void {
  const byWeight = ["error", "warning"].flatMap((severity) => problems.filter((one) => one.severity === severity));
  if (problems.length > 0) printProblems(sortProblems(byWeight.slice(0, MOST_PROBLEMS)));
  const more = new Map<string, number>();
  for (const { rule } of byWeight.slice(MOST_PROBLEMS)) more.set(rule, (more.get(rule) ?? 0) + 1);
  const kinds = [...more].map(([rule, number]) => `${number} [${rule}]`).join(", ");
  if (more.size > 0) process.stderr.write(`And more, of these kinds: ${kinds}. Mend those above first.\n`);
}

/** What would become of every record, one a line. */
function formatRows({ run, events }: Plan): string {
  const lines = run.rows.map(({ outcome, place, title, file }) => {
    return `${OUTCOMES[outcome].padEnd(9)} ${visible(place.file.path)}:${lineNumber(place)}  ${visible(clip(title))}${file === undefined ? "" : `  → ${file}`}`;
  });
  for (const event of events.keys()) {
    const change = run.changes.get(run.fileOf("event", event));
    lines.unshift(`${(change ? (change.isNew ? "new" : "change") : "same").padEnd(9)} ${run.fileOf("event", event)}`);
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n\n`;
}

const OUTCOMES: Record<RowOutcome["outcome"], string> = {
  new: "new",
  changed: "change",
  same: "same",
  leftOut: "left out",
  refused: "refused",
};

function checkOptions({ content, event, timezone }: ImportOptions): void {
  if (!existsSync(content)) throw new UsageError(`There is no folder \`${content}\`. Give the folder of the records with \`--content\`.`);
  if (event !== undefined && !(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(event) && event.length <= 100))
    throw new UsageError(`\`--event ${event}\` cannot be the name of a folder. Write small letters, digits and single hyphens.`);
  if (timezone !== undefined && !isTimeZone(timezone))
    throw new UsageError(`\`--timezone ${timezone}\` is not a time zone. Write an IANA name, such as \`Europe/Berlin\`.`);
}

/** What belongs to several events must not end up in one. */
function refuseSeveral(conferences: readonly { key: string }[], event: string | undefined): void {
  if (event === undefined || conferences.length < 2) return;
  const names = enumerate(conferences.map(({ key }) => `“${clip(key)}”`));
  throw new UsageError(
    `The files hold several events (${names}), which \`--event ${event}\` would make one. Import their files one by one; nothing was imported.`,
  );
}

/** A link could lead the import out of the folder. */
function refuseLinks(findings: readonly { rule: string; file: string }[]): void {
  const link = findings.find(({ rule }) => rule === "symbolic-link");
  if (link)
    throw new UsageError(
      `${link.file} is a symbolic link, which is never followed. Put the file itself in its place; nothing was imported.`,
    );
}

/** Else what was removed would come back, what is there would be written twice, and the language of talks that say none would be guessed. */
function refuseUnread({ unread }: Store): void {
  if (unread.length === 0) return;
  printProblems(sortProblems(locate(unread)));
  throw new UsageError(
    "Mend this first: without it nobody knows which records are there, which were removed for good, and the language of talks that name none. Nothing was imported.",
  );
}

interface Row {
  format: string;
  files: number;
  read: number;
  notKept: FieldCounts;
  guesses: readonly Guess[];
  plan: Plan;
}

/** The fields of each format that no record holds, the most frequent first. */
function formatNotKept(rows: readonly Row[]): string {
  return rows
    .filter(({ notKept }) => notKept.size > 0)
    .map(({ format, notKept }) => {
      const sorted = [...notKept].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
      const names = sorted.map(([name, number]) => `${visible(clip(name))} ${number}`);
      return `${rows.length > 1 ? `${format}, not kept` : "Not kept"}: ${names.join(", ")}\n`;
    })
    .join("");
}

/** What was read in one of several ways, for people to compare; nothing where no record changes. */
function formatGuesses(rows: readonly Row[]): string {
  const guesses = rows.filter(({ plan }) => plan.run.changes.size > 0).flatMap((row) => row.guesses);
  if (guesses.length === 0) return "";
  const lines = guesses.map(({ written, read }) => `  “${visible(written)}” → ${visible(read)}\n`);
  return `Texts that can be read in several ways, and how they were read. Where one is wrong, correct the record:\n${lines.join("")}\n`;
}

function formatTable(rows: readonly Row[], isDry: boolean): string {
  if (rows.length === 0) return "Nothing was imported.\n";
  const lines = [["format", "files", "read", "written", "merged", "left out", "refused"]];
  for (const { format, files, read, plan } of rows) {
    const { written, merged, leftOut, refused } = plan.run.counts;
    lines.push([format, ...[files, read, written, merged, leftOut, refused].map(String)]);
  }
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "),
  );
  const changes = rows.flatMap(({ plan }) => [...plan.run.changes.values()]);
  const events = [...new Set(rows.flatMap(({ plan }) => [...plan.events.keys()]))].sort();
  const made = changes.filter(({ isNew }) => isNew).length;
  const done = `${count(made, "new record")} and ${count(changes.length - made, "changed record")}`;
  const where =
    events.length > 0 ? ` for ${events.slice(0, 5).join(", ")}${events.length > 5 ? ` and ${events.length - 5} more` : ""}` : "";
  return `${table.join("\n")}\n${formatNotKept(rows)}${isDry ? `Would write ${done}${where}; nothing was written.` : `Wrote ${done}${where}.`}\n`;
}
