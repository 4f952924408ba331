/** The view of a table with the data of a chart. */

export interface ChartTable {
  /** What opens it. */
  summary: string;
  caption: string;
  heads: string[];
  rows: { label: string; href: string | null; cells: string[] }[];
}

/** Numbers as cells; nothing where there is none, so that what is there stands out. */
export function cellsOf(values: readonly number[]): string[] {
  return values.map((value) => (value === 0 ? "" : String(value)));
}
