/** CSV (RFC 4180) that no spreadsheet takes for formulas. */

export type Cell = string | number | undefined;

/** A table with its heads as the text of a file. */
export function csvText(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [heads, ...rows].map((row: readonly Cell[]) => row.map(cell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** What a formula begins with; spreadsheets of East Asia take the wide forms of these signs for it too. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** A text that a spreadsheet would compute gets an apostrophe before it, which spreadsheets do not show. */
function cell(value: Cell): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
