import { describe, expect, test } from "vitest";
import { cpuSeconds } from "../support/cpu.ts";
import { rewriteRecord, withFields, writtenFields } from "../../src/content/rewrite-record.ts";

const TALK = `---
# A comment.
title: "Old: a name"   # another
slides:
  url: https://example.org/old.pdf
  title: Slides
links:
  - title: Old
    url: https://example.org/old
  - title: Other
    url: https://example.org/other
sources: [https://example.org/old]
---

The old text.
`;

describe("the texts of a record", () => {
  test("are changed, and everything else keeps its bytes", () => {
    expect(rewriteRecord("talk", TALK, (text) => text.replace("Old:", "New:"))).toBe(TALK.replace("Old:", "New:"));
    expect(rewriteRecord("talk", TALK, (text) => text)).toBe(TALK);
    expect(rewriteRecord("talk", TALK, (text) => text.replace("old text", "new text"))).toBe(TALK.replace("old text", "new text"));
  });

  test("are changed in files whose lines end in either way, or in both, and no comment is lost", () => {
    const change = (file: string) => rewriteRecord("talk", file, (text) => text.replaceAll("old text", "new text").replace("Old:", "New:"));
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    const right = TALK.replace("old text", "new text").replace("Old:", "New:");
    expect(change(crlf(TALK))).toBe(crlf(right));
    const both = (text: string) => `${text}One.\r\nTwo.\n`;
    expect(change(both(TALK))).toBe(`${right}One.\nTwo.\n`);
    const other = `${crlf(TALK)}One.\nTwo.\r\n`;
    expect(change(other)).toBe(crlf(`${right}One.\nTwo.\n`));
    const imported = withFields("talk", crlf(TALK), { ...writtenFields("talk", crlf(TALK)), abstract: "One.\nTwo." });
    expect(imported).toBe(crlf(TALK.replace("The old text.", "One.\nTwo.")));
  });

  test("are changed where parts of a field stand in an order of their own, or all fields are indented, and no comment is lost", () => {
    const parts = "---\n# A comment.\ntitle: T\nspeakers:\n  - name: Old name\n    role: R\n    person: old\n# Another.\nroom: R\n---\n";
    const fields = writtenFields("talk", parts) ?? {};
    const more = withFields("talk", parts, { ...fields, speakers: [...(fields["speakers"] as object[]), { name: "New" }] });
    expect(more).toBe(parts.replace("    person: old\n", "    person: old\n  - name: New\n"));
    const indented = "\ufeff---\n  # A comment.\n  title: Old # x\n  room: R\n  # Another.\n---\n\nText.\n\n\n";
    for (const text of [indented, indented.replaceAll("\n", "\r\n")]) {
      expect(rewriteRecord("talk", text, (one) => one.replace("Old", "New"))).toBe(text.replace("Old", "New"));
      const { room, ...fields } = writtenFields("talk", text) ?? {};
      expect(room).toBe("R");
      expect(withFields("talk", text, { ...fields, track: "T" })).toBe(text.replace("room: R", "track: T"));
    }
  });

  test("are changed in lists and their parts, whose comments and ways of writing stay", () => {
    const text = `---
title: T
speakers: # in the order of the programme
  # She spoke first.
  -   name: "Old One" # as on the slides
      role:  Old role
  - { name: Old Two, role: 'Other' } # by video
topics: [old, "b: c", 'd'] # ours
links:
  - title: >-
      Old link
    url: https://example.org/old
---
`;
    const changed = rewriteRecord("talk", text, (one) => (/link|https/.test(one) ? one : one.replace(/old(?=$|[ ])/i, "New: it's")));
    expect(changed).toBe(
      text
        .replace('"Old One"', `"New: it's One"`)
        .replace("Old role", `"New: it's role"`)
        .replace("Old Two", `"New: it's Two"`)
        .replace("[old,", `["New: it's",`),
    );
    // A text of several lines is written anew with its list.
    expect(rewriteRecord("talk", text, (one) => one.replace("Old link", "New link"))).toContain("links:\n  - title: New link\n    url:");
  });

  test("are taken from lists and added to them, whose other entries keep their lines and comments", () => {
    const one = "# Moved with us.\n- path: '/a/' # why\n  date: 2026-01-01\n";
    const two = "- { path: /b/, date: 2026-01-02 } # also\n";
    const three = "- path: /c/\n  date: 2026-01-03\n";
    const [a, b, c] = ["a", "b", "c"].map((name, index) => ({ path: `/${name}/`, date: `2026-01-0${index + 1}` }));
    for (const [indent, newline] of [
      ["", "\n"],
      ["  ", "\n"],
      ["    ", "\r\n"],
    ] as const) {
      const text = (...entries: string[]) =>
        `# The addresses.\nremoved: # in order\n${entries.join("").replaceAll(/^/gm, indent).trimEnd()}\n`.replaceAll("\n", newline);
      for (const [removed, entries] of [
        [
          [a, b, c],
          [one, two, three],
        ],
        [
          [c, a, b],
          [three, one, two],
        ],
        [[b], [two]],
      ] as const)
        expect(withFields("addresses", text(one, two), { removed })).toBe(text(...entries));
    }
  });

  test("with many blanks in a line change as quickly as others", () => {
    const text = `---\ntitle: T\n# a${" ".repeat(190_000)}b\nroom: R\n---\n`;
    expect(
      cpuSeconds(() => expect(withFields("talk", text, { title: "T", room: "S" })).toBe(text.replace("room: R", "room: S"))),
    ).toBeLessThan(5);
  });

  test("that can only be written anew keep how lines end and the text below", () => {
    const text = "\ufeff---\r\n{title: Old, room: R}\r\n---\r\n\r\nText.\r\n\r\n";
    expect(rewriteRecord("talk", text, (one) => one.replace("Old", "New"))).toBe(
      text.replace("{title: Old, room: R}", "title: New\r\nroom: R"),
    );
  });

  test("of a file whose last line has no end get further fields", () => {
    const text = "# The addresses.\nremoved:\n  - path: /a/ # why\n    date: 2026-01-01";
    const movedMedia = [{ from: "a.pdf", to: "b.pdf" }];
    expect(withFields("addresses", text, { ...writtenFields("addresses", text), movedMedia })).toBe(
      `${text}\nmovedMedia:\n  - from: a.pdf\n    to: b.pdf\n`,
    );
  });

  test("can be taken away, with what is nothing without them", () => {
    const changed = rewriteRecord("talk", TALK, (text) => (text.endsWith("old") || text.endsWith("old.pdf") ? undefined : text));
    expect(writtenFields("talk", changed)).toEqual({
      title: "Old: a name",
      links: [{ title: "Other", url: "https://example.org/other" }],
      abstract: "The old text.",
    });
    expect(changed).toContain("# A comment.\n");
  });

  test("of a record without a body are YAML", () => {
    const site = "# The site.\nname: Old\nfeatured:\n  - a/old\n  - a/b\n";
    expect(rewriteRecord("site", site, (text) => (text === "a/old" ? undefined : text))).toBe(
      "# The site.\nname: Old\nfeatured:\n  - a/b\n",
    );
    expect(withFields("addresses", "", { removed: [{ path: "/a/", date: "2026-01-01" }] })).toBe(
      "removed:\n  - path: /a/\n    date: 2026-01-01\n",
    );
  });

  test("of a file that cannot be read stay as they are", () => {
    for (const text of ["", "no front matter", "---\ntitle: [\n---\n"]) expect(rewriteRecord("talk", text, () => "changed")).toBe(text);
  });
});
