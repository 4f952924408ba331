/** Texts that a spreadsheet would compute: tables have an apostrophe before them, which spreadsheets do not show. */

/**
 * What a formula begins with, and a guarded one; spreadsheets of East Asia take the wide forms of these signs for it too.
 */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/;

/** The text for a cell of a table. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that such a cell stands for. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
