import { expect, test } from "vitest";
import { numberOf, uuidOf } from "../../src/publishing/identifiers.ts";
import { archiveOf } from "../model/make.ts";

test("the UUID is that of the address, version 5", () => {
  // Computed with another implementation (Python's uuid module) from https://example.org/archive/events/2020-spring/a-talk/.
  const archive = archiveOf({ site: { url: "https://example.org/archive/" } });
  expect(uuidOf(archive, "/events/2020-spring/a-talk/")).toBe("ac4def6f-4128-53b1-a89f-59ff2e4ea791");
});

test("a copy on another host, and an address without its last slash, keep the UUID", () => {
  const site = { url: "https://example.org/archive" };
  const path = "/events/2020-spring/a-talk/";
  expect(uuidOf(archiveOf({ site, url: "http://localhost:8080/" }), path)).toBe("ac4def6f-4128-53b1-a89f-59ff2e4ea791");
});

test("a number is positive and fits into 31 bits", () => {
  expect(numberOf("00000000-0000-5000-8000-000000000000")).toBe(1);
  expect(numberOf("ffffffff-0000-5000-8000-000000000000")).toBeLessThan(2 ** 31);
  expect(numberOf("7ffffffe-0000-5000-8000-000000000000")).toBe(2 ** 31 - 1);
});
