/** The printing of what was measured as a Markdown table. */
import type { Measured } from "./measure.ts";

export interface Row {
  name: string;
  runs: Measured[];
  size?: { pages: number; bytes: number } | undefined;
}

/** A table of medians; ratios are to `reference`, a row of the same run. */
export function table(rows: readonly Row[], reference: Row | undefined, referenceName: string): string {
  const ratio = (value: number | undefined, to: number | undefined) => (value === undefined || !to ? "–" : (value / to).toFixed(2));
  const [time, processors, memory] = reference
    ? [medianTime(reference), medianOf(reference, "cpu"), medianOf(reference, "peak")]
    : [undefined, undefined, undefined];
  const lines = rows.map((row) => {
    const times = row.runs.map((run) => run.seconds);
    const peak = medianOf(row, "peak");
    return [
      row.name,
      row.runs.length,
      medianTime(row).toFixed(2),
      `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}`,
      ratio(medianTime(row), time),
      medianOf(row, "cpu")?.toFixed(1) ?? "–",
      ratio(medianOf(row, "cpu"), processors),
      peak === undefined ? "–" : `${Math.round(peak / 1e6)} MB`,
      ratio(peak, memory),
      row.size ? row.size.pages.toLocaleString("en") : "–",
      row.size ? `${(row.size.bytes / 1e6).toFixed(1)} MB` : "–",
    ];
  });
  const of = `of ${referenceName}`;
  const head = ["build", "rounds", "seconds", "range", of, "CPU seconds", of, "peak memory", of, "pages", "written"];
  return [head, head.map((_, index) => (index ? "---:" : "---")), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function medianTime(row: Row): number {
  return median(row.runs.map((run) => run.seconds)) ?? 0;
}

function medianOf(row: Row, field: "cpu" | "peak"): number | undefined {
  return median(row.runs.flatMap((run) => run[field] ?? []));
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const before = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined || before === undefined ? undefined : (middle + before) / 2;
}
