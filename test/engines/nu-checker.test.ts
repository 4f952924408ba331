/** The Nu HTML checker has nothing to say of any kind of page, but for what is listed here with its reason. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { outputFile } from "../../src/model/urls.ts";
import { rootExample } from "../support/example.ts";
import { type NuMessage, nuMessages } from "../support/nu-checker.ts";
import { needs } from "../support/programs.ts";
import { samplePages } from "../support/samples.ts";

/** What it says though the pages are right, or right to be otherwise. */
const EXPECTED: readonly { message: RegExp; why: string }[] = [
  {
    message: /^Inline script violates Content Security Policy/,
    why: "A block of JSON-LD is data, which no browser runs and no policy concerns.",
  },
  {
    message: /^Resource violates Content Security Policy .* (?:image|external stylesheet) “\/assets\//,
    why: "The page is read as a file, whose own site is none.",
  },
  {
    message: /^The “role” attribute must not be used on a “(?:tr|th|td)” element which has a “table” ancestor/,
    why: "On phones the parts of the table of an agenda are drawn as blocks, and older WebKit forgets then that it is one; the roles keep it.",
  },
  { message: /^The “(?:table|row|rowgroup|columnheader|rowheader|cell)” role is unnecessary/, why: "The same." },
];

describe("the Nu checker", needs("java"), () => {
  let messages: NuMessage[];
  beforeAll(async () => {
    const { site, content, assets, cache } = await rootExample();
    const paths = Object.values(await samplePages(content, assets, cache));
    const files = [...new Set(paths)].map((path) => join(site, outputFile(path))).filter(existsSync);
    expect(files.length).toBeGreaterThan(20);
    messages = nuMessages(files);
  });

  test("finds nothing else in the first and the largest page of every kind", () => {
    const told = messages.filter(({ message }) => !EXPECTED.some((one) => one.message.test(message)));
    expect(told.map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message}\n${extract}`)).toEqual([]);
  });

  test("still says what is listed, so that the list holds nothing old", () => {
    expect(EXPECTED.filter(({ message }) => !messages.some((one) => message.test(one.message))).map(({ why }) => why)).toEqual([]);
  });
});
