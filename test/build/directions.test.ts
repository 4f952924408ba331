/** Styles hold for both directions of writing: they say where a line begins and ends, not left and right. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isFromRight } from "../../src/text/direction.ts";
import { PROJECT } from "../support/cli.ts";

const CSS = join(PROJECT, "assets/css");

/** Declarations that name a side, or that give one side another length than the other. */
function physical(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...plain.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
    .filter(([, name = "", value = ""]) => {
      if (name.startsWith("--")) return false;
      if (/(?:^|-)(?:left|right)(?:-|$)/.test(name)) return true;
      if (/^(?:text-align|float|clear|caption-side|justify-\w+|transform-origin|(?:mask|background)(?:-position|-image)?)$/.test(name))
        return /\b(?:left|right)\b/.test(value);
      if (!/^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/.test(name)) return false;
      const parts = value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
      return parts.length === 4 && parts[1] !== parts[3];
    })
    .map(([, name, value]) => `${name}: ${value}`);
}

test.each(readdirSync(CSS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css")))("%s", (file) => {
  expect(physical(readFileSync(join(CSS, file), "utf8"))).toEqual([]);
});

test.each([
  ["a { left: 0; }", "left: 0"],
  ["a { b { text-align: right; } }", "text-align: right"],
  ["a { margin: 0 0 0 var(--s1) }", "margin: 0 0 0 var(--s1) "],
  ["a { padding: 0 calc(1px + (2px)) 0 0; }", "padding: 0 calc(1px + (2px)) 0 0"],
  ["a { border-left: 0; }", "border-left: 0"],
  ["a { border-top-left-radius: 0; }", "border-top-left-radius: 0"],
  ["a { mask: linear-gradient(to left, red, blue); }", "mask: linear-gradient(to left, red, blue)"],
])("%s is found", (css, found) => {
  expect(physical(css)).toEqual([found]);
});

test.each([
  "a { margin: 0 1px 2px 1px; }",
  "/* left: 0; */ a { inset-inline-start: 0; }",
  "html { --start: left; }",
  ".left { color: red; }",
  "a { margin: 1px 2px; }",
])("%s holds for both", (css) => {
  expect(physical(css)).toEqual([]);
});

test.each(["ar", "AR-eg", "he", "fa", "ur-PK", "ckb", "az-Arab", "ku-Arab", "arz", "prs-AF", "ff-Adlm", "nqo"])(
  "%s is written from right to left",
  (tag) => {
    expect(isFromRight(tag)).toBe(true);
  },
);

test.each(["en", "de", "ja", "arn", "hi", "ku", "ar-Latn", "he-Latn-IL", "es-AR", ""])("%j is written from left to right", (tag) => {
  expect(isFromRight(tag)).toBe(false);
});
