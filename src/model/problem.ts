/** What a problem is: a plain value that the terminal, CI annotations and tests all print alike. */

export type Severity = "error" | "warning";

/** A step into a record: a key of a mapping or a place in a list. */
export type FieldPath = readonly (string | number)[];

/**
 * A problem as a rule states it: it knows the record's file and the field, not yet the line.
 * The content room turns findings into located problems.
 */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  /** What to do about it, in one sentence. */
  hint: string;
  /** Path of the file as the user knows it, with forward slashes. */
  file: string;
  /** The field that is wrong; empty for the record as a whole. */
  path?: FieldPath;
  /** The part of the field that is wrong, as it is written there; the whole field where that is not found. */
  within?: string;
  /** Point at the key itself instead of its value (an unknown key, for example). */
  atKey?: boolean;
  /** Character offsets into the file, where they are known already. */
  range?: { start: number; end: number };
}

/** A finding with its place. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Problem {
  rule: string;
  severity: Severity;
  message: string;
  hint: string;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The text of the first line, for the code frame; empty for a file that could not be read. */
  excerpt: string;
}

/** Errors before warnings, then by file, line, column and rule: one order on every machine. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) =>
      text(a.severity, b.severity) ||
      text(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      text(a.rule, b.rule) ||
      text(a.message, b.message),
  );
}
