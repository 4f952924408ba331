/** CSV (RFC 4180) that no spreadsheet takes for formulas. */
import { guarded } from "../text/formula.ts";

export type Cell = string | number | undefined;

/** A table with its heads as the text of a file. */
export function csvText(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [heads, ...rows].map((row: readonly Cell[]) => row.map(cell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** A text that a spreadsheet would compute is guarded; a number is what it is. */
function cell(value: Cell): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" ? guarded(text) : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
