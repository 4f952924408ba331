/** Problems as annotations of GitHub Actions, and as Markdown for the summary of a job. */
import type { Problem, Severity } from "../model/problem.ts";
import { addTo } from "../text/add-to.ts";
import { count } from "../text/wording.ts";
import { summarize } from "./pretty.ts";
import { visible } from "./visible.ts";

/** GitHub shows only this many annotations of one severity a step. */
const SHOWN_PER_SEVERITY = 10;

/**
 * Workflow commands, one an annotation. Where there are more problems than GitHub shows, those of one file share an
 * annotation, and the last one says what is left for the summary.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(problems: readonly Problem[]): string {
  const lines = (["error", "warning"] as const).flatMap((severity) => annotations(problems, severity));
  return `${[...lines, summarize(problems)].join("\n")}\n`;
}

function annotations(problems: readonly Problem[], severity: Severity): string[] {
  const wanted = problems.filter((problem) => problem.severity === severity);
  if (wanted.length <= SHOWN_PER_SEVERITY) return wanted.map((problem) => annotation([problem]));
  const byFile = groupByFile(wanted);
  if (byFile.length <= SHOWN_PER_SEVERITY) return byFile.map(annotation);
  const shown = byFile.slice(0, SHOWN_PER_SEVERITY - 1);
  const rest = byFile.slice(SHOWN_PER_SEVERITY - 1);
  const left = `${count(rest.flat().length, severity)} in ${count(rest.length, "more file")}: see the summary of this job.`;
  return [...shown.map(annotation), `::${severity} title=${property("And more")}::${data(left)}`];
}

function groupByFile(problems: readonly Problem[]): Problem[][] {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) addTo(files, problem.file, problem);
  return [...files.values()];
}

/** One annotation at the first of some problems of one file. */
function annotation(problems: readonly Problem[]): string {
  const [first] = problems as readonly [Problem, ...Problem[]];
  const place = `file=${property(first.file)},line=${first.line},col=${first.column},endLine=${first.endLine},endColumn=${first.endColumn}`;
  const title = problems.length === 1 ? first.rule : `${count(problems.length, first.severity)} in this file`;
  const text = problems
    .map((problem) => `${problems.length === 1 ? "" : `Line ${problem.line}: `}${problem.message}\n→ ${problem.hint}`)
    .join("\n");
  return `::${first.severity} ${place},title=${property(title)}::${data(text)}`;
}

function data(text: string): string {
  const lines = text.split(/\r?\n/).map(visible);
  return lines.map((line) => line.replaceAll("%", "%25")).join("%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The full list as a Markdown table, for `GITHUB_STEP_SUMMARY`. */
export function formatSummary(problems: readonly Problem[], heading = "Records"): string {
  const title = `## ${heading}: ${summarize(problems)}\n`;
  if (problems.length === 0) return title;
  const rows = problems.map(
    ({ severity, file, line, column, message, hint, rule }) =>
      `| ${severity} | ${cell(`${file}:${line}:${column}`)} | ${cell(message)} ${cell(hint)} | ${rule} |`,
  );
  return [title, "| | where | what | rule |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
}

/** Text of strangers as text: nothing in it becomes a link, a picture, a mention or a tag of the summary. */
function cell(text: string): string {
  return visible(text.replace(/\s+/g, " ")).replace(/[\\`*_{}[\]<>()#+!|@~&]/g, (character) => `&#${character.codePointAt(0)};`);
}
