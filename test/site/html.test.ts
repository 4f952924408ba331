/** Every page of the real site is valid HTML (html-validate). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConfigData, FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { filesBelow } from "../support/html.ts";

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

test("every page passes html-validate", async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader(CONFIG));
  const site = inject("rootSite");
  const problems: string[] = [];
  const pages = filesBelow(site).filter((file) => file.endsWith(".html"));
  for (const file of pages) {
    const report = await validator.validateString(readFileSync(join(site, file), "utf8"));
    for (const result of report.results)
      for (const message of result.messages)
        problems.push(`${file}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }
  expect(pages.length).toBeGreaterThan(600);
  expect(problems.slice(0, 20)).toEqual([]);
});
