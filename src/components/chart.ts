/** The geometry of charts: numbers in, paths and places of labels out, which templates print as SVG. */

/** A text in a chart; `anchor` says which point of it the place is. */
export interface ChartLabel {
  x: number;
  y: number;
  text: string;
  anchor: "start" | "middle" | "end";
}

export interface Chart {
  width: number;
  height: number;
  /** One path a series. */
  series: { number: number; path: string; strokeWidth: number | null }[];
  labels: ChartLabel[];
  /** The line on which columns stand, or the lines between rows. */
  rules: string;
}

export interface Column {
  /** Printed below; empty for none. */
  label: string;
  /** From the bottom up, one for each series. */
  values: readonly number[];
}

const TEXT = 14;

/** Columns beside each other, each with its sum on top. No value is negative. Charts that are compared have one `scale`: the largest value of all. */
export function columnChart(columns: readonly Column[], step: number, tallest: number, scale = 0): Chart {
  const most = Math.max(1, scale, ...columns.map(({ values }) => sum(values)));
  const base = TEXT + tallest;
  const series = Math.max(1, ...columns.map(({ values }) => values.length));
  const gap = Math.max(1, Math.round(step / 6));
  const bars = Array.from({ length: series }, (_, number) =>
    columns
      .map(({ values }, index) => {
        const height = round(((values[number] ?? 0) / most) * tallest);
        const y = round(base - (sum(values.slice(0, number + 1)) / most) * tallest);
        return height === 0 ? "" : `M${index * step + gap} ${y}h${step - 2 * gap}v${height}h-${step - 2 * gap}z`;
      })
      .join(""),
  );
  const middle = (index: number) => round(index * step + step / 2);
  const sums = columns.map(({ values }, index): ChartLabel => {
    const total = sum(values);
    return { x: middle(index), y: round(base - (total / most) * tallest - 4), text: total === 0 ? "" : String(total), anchor: "middle" };
  });
  const names = columns.map(({ label }, index): ChartLabel => ({ x: middle(index), y: base + TEXT, text: label, anchor: "middle" }));
  const width = Math.max(1, columns.length * step);
  return {
    width,
    height: base + TEXT + 4,
    series: bars.map((path, number) => ({ number: number + 1, path, strokeWidth: null })),
    labels: [...sums, ...names].filter(({ text }) => text !== "").map((label) => within(label, width)),
    rules: `M0 ${base}h${width}`,
  };
}

export interface Row {
  label: string;
  values: readonly number[];
}

/** A row of dots for each thing, the larger the more; the area of a dot is as its value. */
export function dotChart(rows: readonly Row[], columns: readonly string[], labelWidth: number, step: number): Chart {
  const most = Math.max(1, ...rows.map(({ values }) => Math.max(...values)));
  const bySize = new Map<number, string>();
  const [x, y] = [(index: number) => labelWidth + index * step + step / 2, (index: number) => TEXT + index * step + step / 2];
  for (const [row, { values }] of rows.entries())
    for (const [column, value] of values.entries())
      if (value > 0) bySize.set(value, `${bySize.get(value) ?? ""}M${round(x(column))} ${round(y(row))}h0`);
  const width = labelWidth + columns.length * step;
  const names = rows.map(({ label }, index): ChartLabel => ({ x: labelWidth - 6, y: round(y(index) + 4), text: label, anchor: "end" }));
  const heads = columns.map((text, index): ChartLabel => ({ x: round(x(index)), y: TEXT - 4, text, anchor: "middle" }));
  return {
    width,
    height: TEXT + rows.length * step,
    series: [...bySize]
      .sort(([a], [b]) => a - b)
      .map(([value, path]) => ({ number: 1, path, strokeWidth: round(Math.max(3, Math.sqrt(value / most) * (step - 2))) })),
    labels: [...heads.filter(({ text }) => text !== "").map((label) => within(label, width)), ...names],
    rules: rows.map((_, index) => `M${labelWidth} ${round(y(index))}H${width}`).join(""),
  };
}

/** Short names of years for the columns of a chart: all where there is room, else every fifth year and the ends. */
export function yearLabels(years: readonly string[], step: number): string[] {
  if (step >= 32) return [...years];
  const every = Math.max(1, Math.ceil(36 / step));
  return years.map((year, index) => {
    const isEnd = index === 0 || index === years.length - 1;
    const nearEnd = index < every || index >= years.length - every;
    return isEnd || (!nearEnd && Number(year) % (every > 5 ? 10 : 5) === 0) ? year : "";
  });
}

/** Keeps a label at the edge inside. */
function within(label: ChartLabel, width: number): ChartLabel {
  const half = label.text.length * 3.2;
  if (label.anchor !== "middle") return label;
  if (label.x < half) return { ...label, x: 0, anchor: "start" };
  return label.x > width - half ? { ...label, x: width, anchor: "end" } : label;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
