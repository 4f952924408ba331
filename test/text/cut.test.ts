import { expect, test } from "vitest";
import { descriptionOf } from "../../src/components/linked-data.ts";
import { clip } from "../../src/model/records/fields.ts";
import { formatJson, LONGEST_EXCERPT } from "../../src/problems/json.ts";
import { cut } from "../../src/text/cut.ts";
import { render } from "../model/make.ts";

test("the beginning of a text, without half a character at its end", () => {
  expect(cut("abc", 5)).toBe("abc");
  expect(cut("abc", 2)).toBe("ab");
  expect(cut("a😀b", 3)).toBe("a😀");
  expect(cut("a😀b", 2)).toBe("a");
});

test("messages, reports and descriptions for programs have no half of a character", () => {
  const text = `a${"😀".repeat(600)}`;
  const place = { line: 1, column: 1, endLine: 1, endColumn: 2, excerpt: text };
  const report = formatJson([{ rule: "a", severity: "error", message: clip(text), hint: "", file: "a.md", ...place }]);
  expect(report).not.toMatch(/\\ud[89ab]/);
  expect(JSON.parse(report).problems[0].excerpt).toBe(text.slice(0, LONGEST_EXCERPT - 1));
  expect(clip(text)).toBe(`${text.slice(0, 59)}…`);
  expect(descriptionOf(render(text))).toBe(`${text.slice(0, 299)}…`);
});
