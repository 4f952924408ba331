/** The step from a span of a foreign file to a problem with line, column and the text of the line. */
import type { Problem } from "../../model/problem.ts";
import type { Complaint, ForeignFile, Place } from "../importer.ts";

/** A problem as `check` prints it. A place without a span (`start` 0, `end` 0) stands for the whole file. */
export function problemAt(place: Place, complaint: Complaint): Problem {
  const { file, start, end, what } = place;
  const lines = linesOf(file);
  const [line, column] = lineAndColumn(lines, start);
  const [endLine, endColumn] = lineAndColumn(lines, Math.max(start, end));
  const { rule, severity, hint } = complaint;
  const message = what === undefined ? complaint.message : `${complaint.message} (${what})`;
  const excerpt = file.text.slice(lines[line - 1], lastOfLine(file.text, lines[line] ?? file.text.length));
  return { rule, severity, message, hint, file: file.path, line, column, endLine, endColumn, excerpt: start === end ? "" : excerpt };
}

/** The number of the line in which a place starts, from 1. */
export function lineNumber({ file, start }: Place): number {
  return lineAndColumn(linesOf(file), start)[0];
}

/** Where the text of a line ends that has its line end before `end`. A look at the last characters alone: a line may be a whole file. */
function lastOfLine(text: string, end: number): number {
  let last = end;
  while (last > 0 && /[\r\n]/.test(text[last - 1] ?? "")) last--;
  return last;
}

/** A place for the whole file. */
export function wholeFile(file: ForeignFile): Place {
  return { file, start: 0, end: 0 };
}

const known = new WeakMap<ForeignFile, number[]>();

/** Where the lines of a file start. */
function linesOf(file: ForeignFile): number[] {
  let lines = known.get(file);
  if (!lines) {
    lines = [0];
    for (let end = file.text.indexOf("\n"); end >= 0; end = file.text.indexOf("\n", end + 1)) lines.push(end + 1);
    known.set(file, lines);
  }
  return lines;
}

function lineAndColumn(lines: readonly number[], offset: number): [line: number, column: number] {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return [low + 1, offset - (lines[low] ?? 0) + 1];
}
