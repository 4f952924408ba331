/** Problems in every format that `check` prints: exact text, schemas, and the limits of GitHub. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formatProblems, summarize } from "../../src/problems/pretty.ts";
import { formatGithub, formatSummary } from "../../src/problems/github.ts";
import { formatJson, reportSchema } from "../../src/problems/json.ts";
import { formatSarif } from "../../src/problems/sarif.ts";
import type { Problem, Severity } from "../../src/model/problem.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";

function problem(severity: Severity, file: string, line = 1): Problem {
  return {
    rule: "unknown-key",
    severity,
    message: "`a,b` is 100% not a field: no.",
    hint: "Did you mean\n`c`?",
    file,
    line,
    column: 2,
    endLine: line,
    endColumn: 5,
    excerpt: " a,b: 1",
  };
}

const many = (severity: Severity, files: number, perFile: number) =>
  Array.from({ length: files * perFile }, (_, index) =>
    problem(severity, `content/file-${Math.floor(index / perFile)}.md`, (index % perFile) + 1),
  );

describe("for GitHub", () => {
  test("one annotation a problem, with every special character escaped", () => {
    expect(formatGithub([problem("error", "content/a,b:c.md", 7)])).toBe(
      "::error file=content/a%2Cb%3Ac.md,line=7,col=2,endLine=7,endColumn=5,title=unknown-key::`a,b` is 100%25 not a field: no.%0A→ Did you mean%0A`c`?\n1 error in 1 file.\n",
    );
  });

  test.each([
    [3, 1, 3],
    [10, 1, 10],
    [4, 5, 4],
    [10, 4, 10],
    [25, 2, 10],
  ])("%i files with %i problems each make %i annotations of a severity", (files, perFile, annotations) => {
    const text = formatGithub([...many("error", files, perFile), ...many("warning", files, perFile)]);
    expect(text.match(/^::error /gm)).toHaveLength(annotations);
    expect(text.match(/^::warning /gm)).toHaveLength(annotations);
    if (files > 10) expect(text).toContain("more files: see the summary of this job.");
  });

  test("the summary lists everything, with the text of strangers as text", () => {
    const hostile = { ...problem("error", "content/x.md"), message: "<img src=x onerror=alert(1)> | [a](http://b) @everyone" };
    const summary = formatSummary([...many("warning", 30, 2), hostile]);
    expect(summary.match(/^\| (error|warning) /gm)).toHaveLength(61);
    expect(summary).not.toMatch(/<img|\]\(|@everyone/);
  });

  test("the command writes the summary where GitHub wants it", async () => {
    const summary = join(temporaryFolder(), "summary.md");
    const content = folderOf({ ...LITTLE, "events/2020-spring/talks/bad.md": "---\ntitel: Bad\n---\n" });
    const run = await archive(["check", "--content", content, "--format", "github"], { GITHUB_STEP_SUMMARY: summary });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^::error file=.*bad\.md,line=2,col=1/m);
    expect(readFileSync(summary, "utf8")).toContain("| error |");
  });
});

test("JSON validates against its schema and holds every problem", () => {
  const report: unknown = JSON.parse(formatJson([...many("error", 2, 2), problem("warning", "content/z.md")]));
  const validate = new Ajv({ strict: false }).compile(z.toJSONSchema(reportSchema, { target: "draft-7" }));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report).toMatchObject({ version: 1, errors: 4, warnings: 1 });
});

test("a line that is a whole file stands in no report with each of its problems", () => {
  const problems = Array.from({ length: 1000 }, () => ({ ...problem("error", "content/a.md"), excerpt: "x".repeat(1_000_000) }));
  for (const format of [formatJson, formatSarif]) expect(format(problems).length).toBeLessThan(3_000_000);
});

test("SARIF validates against the published schema", async () => {
  const schemaFile = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8")) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }).compile(schema);
  const content = folderOf({ ...LITTLE, "events/2020-spring/talks/bad.md": "---\ntitel: Bad\nstart: 9:30\n---\n" });
  const run = await archive(["check", "--content", content, "--format", "sarif"]);
  const log: unknown = JSON.parse(run.stdout);
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  expect(JSON.stringify(log)).toContain('"ruleId":"unknown-key"');
  expect(validate({ version: "2.1.0" })).toBe(false);
});

describe("in a terminal", () => {
  test("long lines are cut around the span, and control characters cannot reach the terminal", () => {
    const excerpt = `${"x".repeat(300)}\u001b[31mevil\u202e${"y".repeat(300)}`;
    const text = formatProblems([{ ...problem("error", "content/a.md"), excerpt, column: 301, endColumn: 310 }], false);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(130);
    expect(text).toMatch(/\| {17,}\^{9}/);
  });

  test("a line that begins with colons is shown as it is, above its marks", () => {
    const excerpt = "::: <b>note</b>";
    const text = formatProblems([{ ...problem("error", "content/a.md"), excerpt, column: 5, endColumn: 8 }], false);
    const [line = "", marks = ""] = text.split("\n").filter((one) => one.includes("| "));
    expect(line.slice(line.indexOf("| "))).toBe(`| ${excerpt}`);
    expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("<b>");
  });

  test("the count tells errors, warnings and files", () => {
    expect(summarize([])).toBe("No problems.");
    expect(summarize([...many("error", 2, 1), problem("warning", "content/z.md")])).toBe("2 errors and 1 warning in 3 files.");
  });
});

test("paths narrow the report, not the reading", async () => {
  const content = folderOf({
    ...LITTLE,
    "events/2020-spring/talks/bad.md": "---\ntitel: Bad\n---\n",
    "papers/bad.md": "---\ntitel: Bad\n---\n",
  });
  const run = await archive(["check", "--content", content, join(content, "papers")]);
  expect(run.stdout).toContain("papers/bad.md:2:1");
  expect(run.stdout).not.toContain("talks/bad.md");
});

describe("text of strangers commands nothing", () => {
  const hostile = {
    ...problem("error", "content/a\u001b[31mb.md"),
    message: "`\u001b]0;pwn\u0007\u202e ##[error]x ::set-env` is bad\u0000",
    hint: "\u2066hint",
    excerpt: 'a: "##[stop-commands]x\u200b"',
  };

  test.each([
    ["pretty", formatProblems([hostile], false)],
    ["github", formatGithub([hostile])],
    ["summary", formatSummary([hostile])],
    ["json", formatJson([hostile])],
    ["sarif", formatSarif([hostile])],
  ])("as %s", (format, text) => {
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u);
    if (format !== "json" && format !== "sarif") expect(text).not.toContain("##[");
    expect(text.match(/^::/gm) ?? []).toHaveLength(format === "github" ? 1 : 0);
  });

  // What runs the steps of a workflow passes over blanks before a command.
  test.each(["message", "hint"])("at the start of a %s", (field) => {
    const problems = [{ ...hostile, [field]: "::error file=README.md::said by a stranger" }];
    expect(formatProblems(problems, false)).not.toMatch(/^\s*::/m);
    expect(formatGithub(problems).match(/^\s*::/gm)).toHaveLength(1);
  });

  test("JSON still says exactly what was found", () => {
    expect(JSON.parse(formatJson([hostile]))).toMatchObject({ problems: [hostile] });
  });
});

test("a path that is no record's is an error, not a clean bill of health", async () => {
  const content = folderOf(LITTLE);
  for (const path of [join(content, "events/2020-sprin"), join(PROJECT, "README.md")]) {
    const run = await archive(["check", "--content", content, path]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/There is no file or folder|is not among the records/);
  }
});
