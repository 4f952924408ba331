/** How problems look in a terminal: place, line with the span marked, reason, and what to do. */
import { append } from "../text/append.ts";
import { styleText } from "node:util";
import type { Problem } from "../model/problem.ts";
import { count } from "../text/wording.ts";
import { visible, visibleWithin } from "./visible.ts";

const WIDEST = 100;

type Paint = (style: "red" | "yellow" | "cyan" | "bold" | "dim", text: string) => string;

/** Prints problems as text, with a count at the end; `colour` adds terminal colours. */
export function formatProblems(problems: readonly Problem[], colour: boolean): string {
  const paint: Paint = colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
  return [...problems.map((problem) => formatProblem(problem, paint)), `${summarize(problems)}\n`].join("\n");
}

/** `2 errors and 1 warning in 3 files.` */
export function summarize(problems: readonly Problem[]): string {
  const number = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const files = new Set(problems.map((problem) => problem.file)).size;
  if (files === 0) return "No problems.";
  const parts = [number("error") && count(number("error"), "error"), number("warning") && count(number("warning"), "warning")];
  return `${parts.filter(Boolean).join(" and ")} in ${count(files, "file")}.`;
}

function formatProblem(problem: Problem, paint: Paint): string {
  const colour = problem.severity === "error" ? "red" : "yellow";
  const place = `${visible(problem.file)}:${problem.line}:${problem.column}`;
  const lines = [
    `${paint("bold", place)} ${paint(colour, problem.severity)} ${paint("dim", `[${visible(problem.rule)}]`)}`,
    `  ${visible(problem.message)}`,
  ];
  if (problem.excerpt.trim() !== "") append(lines, frame(problem, paint, colour));
  return [...lines, `  ${paint("cyan", "→")} ${visible(problem.hint)}`, ""].join("\n");
}

/** The line itself, cut to a window around the span, with the span underlined. */
function frame(problem: Problem, paint: Paint, colour: "red" | "yellow"): string[] {
  const { excerpt, line, column, endLine, endColumn } = problem;
  const start = column - 1;
  const end = endLine === line ? Math.max(endColumn - 1, start + 1) : excerpt.length;
  const from = start > WIDEST - 20 ? start - 20 : 0;
  const shown = excerpt.slice(from, from + WIDEST);
  const gutter = `  ${line} | `;
  const dots = [from > 0 ? "…" : "", from + WIDEST < excerpt.length ? "…" : ""] as const;
  const marks = "^".repeat(Math.max(1, Math.min(end, from + WIDEST) - start));
  return [
    `${paint("dim", gutter)}${dots[0]}${visibleWithin(shown)}${dots[1]}`,
    `${paint("dim", `${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(start - from + dots[0].length)}${paint(colour, marks)}`,
  ];
}
