/** What commands say on the terminal: progress, problems, and mistakes in one sentence. */
import { SealError } from "../content/sealed.ts";
import { locateFirst } from "../content/locate.ts";
import type { Finding, Problem } from "../model/problem.ts";
import { ExtensionError, lateFailure } from "../build/guarded-extensions.ts";
import type { BuildResult, Progress } from "../build/progress.ts";
import { LedgerError } from "../intake/import-state.ts";
import { LostLedgerError } from "../preservation/ledger.ts";
import { ThemeError } from "../build/theme.ts";
import { OutputError } from "../build/claim-output.ts";
import { waitMessage } from "../build/lock.ts";
import { ScriptError } from "../build/scripts.ts";
import { RecordsError } from "../build/site.ts";
import { WorkerError } from "../build/worker-pool.ts";
import { formatUnpublished } from "../build/unpublished.ts";
import type { Unpublished } from "../model/unpublished.ts";
import { count } from "../text/wording.ts";
import { CardError } from "../media/cards.ts";
import { LostError } from "../media/prepare.ts";
import { SearchError } from "../search/pagefind.ts";
import { UsageError } from "./options.ts";
import { begin, settle } from "./unfinished.ts";
import { formatProblems } from "../problems/pretty.ts";
import { explainSystemError } from "../problems/system-errors.ts";
import { visible } from "../problems/visible.ts";
import { commandName } from "../text/commands.ts";
import { thrownText } from "../text/thrown-text.ts";

/** Failures whose message says all that is needed. */
const MENDABLE = [
  CardError,
  ExtensionError,
  LedgerError,
  LostError,
  LostLedgerError,
  SealError,
  OutputError,
  ScriptError,
  SearchError,
  ThemeError,
  UsageError,
  WorkerError,
];

export const wantsColour = (stream: NodeJS.WriteStream) => stream.isTTY === true && !process.env["NO_COLOR"];

export function printProblems(problems: readonly Problem[]): void {
  process.stderr.write(formatProblems(problems, wantsColour(process.stderr)));
}

/** More warnings than these are left to `check`, so that they do not bury what a build says. */
const MOST_WARNINGS = 5;

/** Prints the warnings of a build, the first few of many. */
export function printWarnings(warnings: readonly Finding[]): void {
  if (warnings.length === 0) return;
  printProblems(locateFirst(warnings, MOST_WARNINGS));
  if (warnings.length > MOST_WARNINGS)
    process.stderr.write(`And ${count(warnings.length - MOST_WARNINGS, "more warning")}; \`${commandName("check")}\` lists them all.\n`);
}

/** Tells which records stay out of everything published, and why; drafts are no secret, so they can be named. */
export function printUnpublished(unpublished: readonly Unpublished[], today: string | undefined): void {
  process.stderr.write(formatUnpublished(unpublished, today));
}

/** Shows how far a long piece of work is, on a terminal only, on one line that is overwritten. */
export function progress(what: string): (done: number, all: number) => void {
  if (process.stderr.isTTY !== true) return () => {};
  let told = 0;
  return (done, all) => {
    if (done !== all && done >= told && done - told < 100) return;
    told = done;
    process.stderr.write(`\r${what} ${done} of ${all}${done === all ? "\n" : ""}`);
  };
}

/** Shows which media something is made of, on a terminal only. */
export function mediaProgress(): (text: string) => void {
  if (process.stderr.isTTY !== true) return () => {};
  return (text) => process.stderr.write(`\r${text}\x1b[K\n\x1b[A`);
}

/** Tells for which other process a command waits before it uses a folder. */
export const tellWait: NonNullable<Progress["waiting"]> = (folder, other) => process.stderr.write(waitMessage(folder, other));

/** Shows how far a build is, on a terminal only. */
export function buildProgress(): Progress {
  if (process.stderr.isTTY !== true) return { waiting: tellWait };
  return {
    waiting: tellWait,
    records: progress("Reading records"),
    media: mediaProgress(),
    made: progress("Making pages and files:"),
    search: progress("Indexing for search"),
  };
}

/** `Wrote 3 of 625 pages to _site in 0.6 s; 622 were up to date.` */
export function summarize({ pages, written, seconds }: BuildResult, where = ""): string {
  const time = `in ${seconds.toFixed(1)} s`;
  if (written === pages) return `Wrote ${count(pages, "page")}${where} ${time}.`;
  return `Wrote ${count(written, "page")}${where} ${time}; ${count(pages - written, "page was", "pages were")} up to date.`;
}

/** Runs a command; what a user can mend becomes a message and exit code 1, anything else stays an error of ours. */
export async function runCommand(action: () => Promise<void>): Promise<void> {
  begin();
  try {
    await action();
  } catch (error) {
    process.exitCode = 1;
    printFailure(error);
  }
  settle();
}

/** Prints why a command failed. */
export function printFailure(error: unknown): void {
  if (error instanceof RecordsError) printProblems(error.problems);
  // What was refused may stand in it.
  const why = describeFailure(error).split("\n").map(visible).join("\n");
  process.stderr.write(error instanceof RecordsError ? "Nothing was written.\n" : `${why}\n`);
}

/** Why a command failed, as plain text: problems, one sentence, or the stack of an error of ours. */
export function describeFailure(error: unknown): string {
  if (error instanceof RecordsError) return formatProblems(error.problems, false);
  if (error instanceof Error && MENDABLE.some((kind) => error instanceof kind)) return error.message;
  const explained = explainSystemError(error);
  if (explained !== undefined) return explained;
  const { stack, originalError } = (error ?? {}) as { stack?: string; originalError?: Error };
  const inner = explainSystemError(originalError);
  if (inner !== undefined) return inner;
  // Eleventy wraps the error of a template; the inner one names the template and the line.
  return originalError ? originalError.message : (lateFailure(error) ?? stack ?? thrownText(error));
}
