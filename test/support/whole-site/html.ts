/** Pages are valid HTML (html-validate): some of each kind, or with `ALL_PAGES=1` every one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConfigData, FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { filesBelow } from "../html.ts";
import type { WholeSite } from "./whole-site.ts";

// Titles of talks are as long as they are; the minifier writes a small doctype and keeps one blank where the source had several;
// the agenda says its table roles aloud, because on narrow screens its parts are no longer displayed as a table.
const CONFIG: ConfigData = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "no-redundant-role": "off",
    "doctype-style": ["error", { style: "lowercase" }],
  },
};

/** Some pages of each kind, spread over all of them. */
function someOf(files: readonly string[], most: number): string[] {
  const kinds = new Map<string, string[]>();
  for (const file of files) {
    const kind = file.replace(/(?<=^(events|speakers|topics|organizations|years)\/.*?)[^/]+(?=\/)/g, "…");
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  const step = (all: readonly string[]) => (process.env["ALL_PAGES"] ? 1 : Math.ceil(all.length / most));
  return [...kinds.values()].flatMap((all) => all.filter((_, index) => index % step(all) === 0));
}

/** Declares the test of it. */
export function testHtml(whole: WholeSite): void {
  test("pages pass html-validate", async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader(CONFIG));
    const { site, validated } = whole;
    const problems: string[] = [];
    const pages = someOf(
      filesBelow(site).filter((file) => file.endsWith(".html")),
      validated,
    );
    for (const file of pages) {
      const report = await validator.validateString(readFileSync(join(site, file), "utf8"));
      for (const result of report.results)
        for (const message of result.messages)
          problems.push(`${file}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
    }
    expect(pages.length).toBeGreaterThan((whole.least.pages * validated) / 80);
    expect(problems.slice(0, 20)).toEqual([]);
  });
}
