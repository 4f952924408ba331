import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { icalendar, text } from "../../src/components/icalendar.ts";
import { FORBIDDEN_CHARACTER } from "../../src/model/records/fields.ts";

const fileOf = (value: string) =>
  icalendar({ name: "VCALENDAR", properties: [], components: [{ name: "VEVENT", properties: [{ name: "SUMMARY", value: text(value) }] }] });

const readBack = (file: string) => {
  const [entry, ...others] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
  expect(others).toEqual([]);
  expect(entry?.getAllProperties()).toHaveLength(1);
  return entry?.getFirstPropertyValue("summary");
};

test("any text is read back as it was, in lines of at most 75 octets that no character is cut by", () => {
  const allowed = fc.string({ unit: "grapheme", maxLength: 300 }).filter((value) => !FORBIDDEN_CHARACTER.test(value));
  fc.assert(
    fc.property(allowed, (value) => {
      const file = fileOf(value);
      expect(readBack(file)).toBe(value);
      for (const line of file.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Surrogate}/u);
      }
    }),
  );
});

test.each([
  ["a\nEND:VEVENT\nBEGIN:VEVENT", "a\nEND:VEVENT\nBEGIN:VEVENT"],
  ["a\r\nDTSTART:20120101\rURL:x", "a\nDTSTART:20120101\nURL:x"],
  ["back\\slash, semicolon; \\n", "back\\slash, semicolon; \\n"],
])("%j cannot leave its property", (value, read) => {
  expect(readBack(fileOf(value))).toBe(read);
});

test("nor can a value that is no text, or a parameter", () => {
  const file = icalendar({
    name: "VCALENDAR",
    properties: [{ name: "URL", value: "https://example.org/\r\nX-EVIL:1", parameters: { LANGUAGE: 'de:X-EVIL:1\r\nX-EVIL";,' } }],
  });
  expect(new ICAL.Component(ICAL.parse(file)).getAllProperties().map(({ name }) => name)).toEqual(["url"]);
});

test.each([73, 74, 75, 76, 148, 149, 150])("a line of %i octets is folded right", (octets) => {
  const value = "x".repeat(octets - "SUMMARY:".length);
  expect(readBack(fileOf(value))).toBe(value);
});
