import { describe, expect, test } from "vitest";
import { columnChart, dotChart, yearLabels } from "../../src/components/chart.ts";

describe("columns", () => {
  test("are as tall as their values, with the sum on top", () => {
    const { width, height, series, labels } = columnChart(
      [
        { label: "2012", values: [1, 3] },
        { label: "2013", values: [0, 0] },
        { label: "2014", values: [2, 0] },
      ],
      24,
      40,
    );
    expect([width, height]).toEqual([72, 72]);
    expect(series.map(({ path }) => path)).toEqual(["M4 44h16v10h-16zM52 34h16v20h-16z", "M4 14h16v30h-16z"]);
    expect(labels.map(({ text }) => text)).toEqual(["4", "2", "2012", "2013", "2014"]);
  });

  test.each([[[]], [[{ label: "", values: [] }]], [[{ label: "x", values: [0] }]]])("of %j are no trouble", (columns) => {
    const chart = columnChart(columns, 13, 40);
    expect(JSON.stringify([chart.labels, chart.series.map(({ path }) => path), chart.rules])).not.toMatch(/null|NaN|Infinity/);
    expect(chart.width).toBeGreaterThan(0);
  });
});

describe("dots", () => {
  test("are drawn of thousands of years too", () => {
    const values = Array.from({ length: 9000 }, (_, year) => Number(year === 8999));
    const rows = Array.from({ length: 30 }, (_, row) => ({ label: `topic ${row}`, values }));
    expect(dotChart(rows, [], 50, 20).series.map(({ strokeWidth }) => strokeWidth)).toEqual([18]);
  });

  test("have areas like their values, and none for nothing", () => {
    const { series, labels } = dotChart([{ label: "arm", values: [1, 0, 4] }], ["2012", "", "2014"], 50, 20);
    expect(series.map(({ strokeWidth }) => strokeWidth)).toEqual([9, 18]);
    expect(series.map(({ path }) => path.match(/M/g)?.length)).toEqual([1, 1]);
    expect(labels.map(({ text }) => text)).toEqual(["2012", "2014", "arm"]);
  });
});

test("labels of years do not run into each other", () => {
  const years = Array.from({ length: 22 }, (_, index) => String(2005 + index));
  expect(yearLabels(years, 13).filter(Boolean)).toEqual(["2005", "2010", "2015", "2020", "2026"]);
  expect(yearLabels(years, 40)).toEqual(years);
  expect(yearLabels(["2012"], 13)).toEqual(["2012"]);
});
