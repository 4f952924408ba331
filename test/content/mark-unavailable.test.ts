/** A dead address is marked in its record, and every other byte stays. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Mark, markUnavailable } from "../../src/content/mark-unavailable.ts";

const MARK: Mark = {
  unavailable: "2026-11-22",
  archived: "https://web.archive.org/web/2013/http://x.org/a.pdf?b=1&c",
  archivedOn: "2013-04-05",
};
const record = (fields: string) =>
  `---\ntitle:   "A talk"   # odd blanks stay\n${fields}topics: [ a,b ]\n---\n\nText with slides: https://x.org/a.pdf\n`;
const YAML = "unavailable: 2026-11-22\n  archived: https://web.archive.org/web/2013/http://x.org/a.pdf?b=1&c\n  archivedOn: 2013-04-05\n";

describe("marking", () => {
  test.each([
    ["an address", "slides: http://x.org/a.pdf\n", `slides:\n  url: http://x.org/a.pdf\n  ${YAML}`],
    [
      "an address in quotes, with a comment",
      "slides:  'http://x.org/a.pdf'  # old\n",
      `slides:\n  url: 'http://x.org/a.pdf'  # old\n  ${YAML}`,
    ],
    ["an address on the next line", "slides:\n  http://x.org/a.pdf\n", `slides:\n  url: http://x.org/a.pdf\n  ${YAML}`],
    [
      "a record",
      "slides:\n  # where\n  url: http://x.org/a.pdf # here\n  title: Slides\n",
      `slides:\n  # where\n  url: http://x.org/a.pdf # here\n  ${YAML}  title: Slides\n`,
    ],
    [
      "a record that is indented deeper",
      "slides:\n      title: S\n      url: http://x.org/a.pdf\n",
      `slides:\n      title: S\n      url: http://x.org/a.pdf\n      ${YAML.replaceAll("\n  ", "\n      ")}`,
    ],
    [
      "a record in braces",
      "slides: {url: http://x.org/a.pdf, title: S}\n",
      "slides: {url: http://x.org/a.pdf, unavailable: 2026-11-22, archived: https://web.archive.org/web/2013/http://x.org/a.pdf?b=1&c, archivedOn: 2013-04-05, title: S}\n",
    ],
  ])("%s", (_, before, after) => {
    for (const crlf of [false, true]) {
      const lines = (text: string) => (crlf ? text.replaceAll("\n", "\r\n") : text);
      const marked = markUnavailable(lines(record(before)), ["slides"], MARK);
      expect(marked).toBe(lines(record(after)));
      const [, yaml = ""] = (marked ?? "").split(/^---\r?$/m);
      expect(parse(yaml).slides).toMatchObject({ ...MARK, url: "http://x.org/a.pdf" });
    }
  });

  test("an entry of a list, whichever it is", () => {
    const fields =
      "recordings:\n  - url: https://x.org/1\n    part: 1\n  - part: 2\n    url: https://x.org/2\ndocuments: [{ kind: paper, url: https://x.org/3 }]\n";
    const dead = { unavailable: "2026-11-22" };
    expect(markUnavailable(record(fields), ["recordings", 0], dead)).toBe(
      record(fields.replace("x.org/1\n", "x.org/1\n    unavailable: 2026-11-22\n")),
    );
    expect(markUnavailable(record(fields), ["recordings", 1], dead)).toBe(
      record(fields.replace("x.org/2\n", "x.org/2\n    unavailable: 2026-11-22\n")),
    );
    expect(markUnavailable(record(fields), ["documents", 0], dead)).toBe(
      record(fields.replace("x.org/3 ", "x.org/3, unavailable: 2026-11-22 ")),
    );
    expect(markUnavailable(record(fields), ["documents", 1], dead)).toBeUndefined();
  });

  test("without a copy, and in the last field", () => {
    const text = "\ufeff---\ntitle: T\nvideo: https://x.org/v\n---\n";
    expect(markUnavailable(text, ["video"], { unavailable: "2026-11-22" })).toBe(
      "\ufeff---\ntitle: T\nvideo:\n  url: https://x.org/v\n  unavailable: 2026-11-22\n---\n",
    );
  });

  test("the date of a copy never joins another copy", () => {
    const text = record("slides:\n  url: http://x.org/a.pdf\n  archived: https://other.example/copy\n");
    expect(markUnavailable(text, ["slides"], MARK)).toBe(
      record("slides:\n  url: http://x.org/a.pdf\n  unavailable: 2026-11-22\n  archived: https://other.example/copy\n"),
    );
  });

  test.each([
    ["no such field", ""],
    ["no address", "slides:\n  file: a.pdf\n"],
    ["marked before", "slides:\n  url: http://x.org/a.pdf\n  unavailable: 2020-01-01\n"],
    ["an address over several lines", 'slides: "http://x.org/\\\n  a.pdf"\n'],
    ["a comment before the value", "slides: # here\n  http://x.org/a.pdf\n"],
    ["a list", "slides: [http://x.org/a.pdf]\n"],
    ["an alias", "room: &a http://x.org/a.pdf\nslides: *a\n"],
    ["broken fields", "slides: http://x.org/a.pdf\nroom: 'open\n"],
  ])("leaves alone what it cannot mark: %s", (_, fields) => {
    expect(markUnavailable(record(fields), ["slides"], MARK)).toBeUndefined();
  });

  test("an address of many colons takes no time that doubles with each of them", () => {
    const archived = `https://x.org/${"://a".repeat(100)}!`;
    expect(markUnavailable(record("slides: http://x.org/a.pdf\n"), ["slides"], { ...MARK, archived })).toContain(`"${archived}"`);
  });

  test.each(["https://x.org/a: b", "https://x.org/a,b]}", 'https://x.org/"a', "https://x.org/a #b", "javascript:alert(1)"])(
    "a hostile copy %j stays a text or is refused",
    (archived) => {
      for (const fields of ["slides: http://x.org/a.pdf\n", "slides: {url: http://x.org/a.pdf}\n"]) {
        const marked = markUnavailable(record(fields), ["slides"], { ...MARK, archived });
        if (marked === undefined) continue;
        const { slides, ...rest } = parse(marked.split(/^---$/m)[1] ?? "");
        expect(slides).toEqual({ ...MARK, archived, url: "http://x.org/a.pdf" });
        expect(rest).toEqual({ title: "A talk", topics: ["a", "b"] });
      }
    },
  );
});
