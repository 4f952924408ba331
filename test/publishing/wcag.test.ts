import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CRITERIA, PRINCIPLES, TEST_FILES } from "../../src/publishing/wcag.ts";
import { en } from "../../src/words/en.ts";
import { PROJECT } from "../support/cli.ts";

describe("the criteria of WCAG 2.2 at levels A and AA", () => {
  test("are 31 and 24, each once and in order", () => {
    const numbers = CRITERIA.map(({ number }) => number);
    expect(CRITERIA.filter(({ level }) => level === "A")).toHaveLength(31);
    expect(CRITERIA.filter(({ level }) => level === "AA")).toHaveLength(24);
    expect(numbers).toEqual([...new Set(numbers)]);
    const place = (number: string) => number.split(".").reduce((sum, part) => sum * 100 + Number(part), 0);
    expect(numbers).toEqual(numbers.toSorted((a, b) => place(a) - place(b)));
    expect(numbers.filter((number) => !((number[0] ?? "") in PRINCIPLES))).toEqual([]);
  });

  test("have words, each of them", () => {
    expect(CRITERIA.map(({ number }) => number).toSorted()).toEqual(Object.keys(en.accessibility.criteria).toSorted());
    expect(Object.keys(PRINCIPLES)).toEqual(Object.keys(en.accessibility.principles));
  });

  test("hold the six that came with 2.2, and not the one that went", () => {
    const numbers = CRITERIA.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining(["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"]));
    expect(numbers).not.toContain("4.1.1");
  });

  test("say how they are met, lead to their explanation, and are tested unless they do not apply", () => {
    for (const { number, address, state, tests } of CRITERIA) {
      const { name, how } = en.accessibility.criteria[number];
      expect(name, number).toMatch(/^[A-Z]/);
      expect(how, number).toMatch(/^[A-Z].+\.$/);
      expect(address, number).toMatch(/^https:\/\/www\.w3\.org\/WAI\/WCAG22\/Understanding\/[a-z]+(-[a-z]+)*$/);
      expect(tests.length > 0, number).toBe(state !== "not");
    }
    const address = (number: string) => CRITERIA.find((one) => one.number === number)?.address;
    expect(address("3.3.4")).toMatch(/\/error-prevention-legal-financial-data$/);
    expect(address("1.2.1")).toMatch(/\/audio-only-and-video-only-prerecorded$/);
  });

  test("name tests that are there and in use", () => {
    for (const [way, file] of Object.entries(TEST_FILES)) {
      if (file !== null) expect(existsSync(join(PROJECT, file)), file).toBe(true);
      expect(
        CRITERIA.some(({ tests }) => tests.some((one) => one === way)),
        way,
      ).toBe(true);
    }
  });
});
