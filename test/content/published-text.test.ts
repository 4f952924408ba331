/** The texts of record files as zips and bags have them: no comment in them names what is not published. */
import { describe, expect, test } from "vitest";
import { publishedText } from "../../src/content/rewrite-record.ts";
import { outputGroups } from "../../src/outputs/index.ts";
import type { Archive } from "../../src/model/archive.ts";
import { buildArchive } from "../../src/model/build-archive.ts";
import { hiddenWords, namesHidden, withoutHiddenComments } from "../../src/model/hidden-words.ts";
import { publishedRecords } from "../../src/model/unpublished.ts";
import { parseBase } from "../../src/model/urls.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { existing, type Made, recordsOf, render } from "../model/make.ts";

const BASE = parseBase("https://little.example.org/");

const made = (title: string): Made => ({
  events: { "2020-spring": {} },
  talks: {
    "2020-spring/open": { title: "Open to all", speaker: "Ada Example" },
    "2020-spring/rust-in-guests": { title, draft: true, speaker: "Quentin Quill" },
    "2020-spring/late": { title: "後の講演", publishFrom: "2030-01-01" },
    "2020-spring/gone": { title: "Not to be told", speaker: "Sybil Still", withheld: true },
  },
});

function archiveWith(title = "Rust, at last") {
  const records = recordsOf(made(title));
  return buildArchive(publishedRecords(records, buildArchive(records, BASE, render).archive, undefined).records, BASE, render).archive;
}

const { hidden } = archiveWith();
const words = existing(hidden);
const textOf = (text: string, file = "talk.md") => publishedText({ id: "a", file, record: {} }, text, words);

test("records that stay out are named by title, file and people, however they are written", () => {
  for (const text of [
    "see RUST at last",
    "was: 2020-spring/rust-in-guests.md",
    "rust-in-guests",
    "for Quentin  Quill",
    "詳細は後の講演で",
    "late.md",
    "Sybil Still",
    "not to be told",
  ])
    expect(namesHidden(words, text), text).toBe(true);
  for (const text of ["rust", "too late", "gone", "Ada Example", "Open to all", ""]) expect(namesHidden(words, text), text).toBe(false);
});

test("a comment as long as a record may have is looked through at once, whatever names are hidden", () => {
  const titles = Array.from({ length: 160 }, (_, length) => `${"a ".repeat(length)}z`);
  const talks = Object.fromEntries(titles.map((title, at) => [`2020-spring/x${at}`, { title, draft: true }]));
  const records = recordsOf({ events: { "2020-spring": {} }, talks });
  const many = existing(publishedRecords(records, buildArchive(records, BASE, render).archive, undefined).records.hidden);
  const seconds = cpuSeconds(() => {
    expect(namesHidden(many, "a ".repeat(20_000))).toBe(false);
    expect(namesHidden(many, `${"a ".repeat(20_000)}z`)).toBe(true);
  });
  expect(seconds).toBeLessThan(1);
});

test("where all is published, nothing is looked for", () => {
  const records = recordsOf({ events: { "2020-spring": {} }, talks: { "2020-spring/a": {} } });
  const whole = buildArchive(records, BASE, render).archive;
  expect(whole.hidden).toBeUndefined();
  expect(hiddenWords(records, records, whole)).toBeUndefined();
});

describe("a copy of a record", () => {
  test("lacks comments that name what stays out, over several lines and behind a value, and has all others", () => {
    const text = `---\r\n# Before: rust\r\n# at last, as sent in.\r\n\r\ntitle: "Open # Rust at last" # Quentin Quill\r\n# stays\r\nroom: Hall # stays too\r\nbio: |\r\n  # Rust at last is text here\r\n---\r\n\r\n# Rust at last\r\n`;
    expect(textOf(text)).toBe(
      `---\r\n\r\ntitle: "Open # Rust at last"\r\n# stays\r\nroom: Hall # stays too\r\nbio: |\r\n  # Rust at last is text here\r\n---\r\n\r\n# Rust at last\r\n`,
    );
  });

  test("of a YAML file is the same", () => {
    expect(textOf("# rust-in-guests\ntopics: # for late.md\n  - name: rust # language\n", "topics.yaml")).toBe(
      "topics:\n  - name: rust # language\n",
    );
  });

  test("without such comments has the same bytes", () => {
    const text = "---\ntitle: A # b\n# c\n---\n\nText.\n";
    expect(textOf(text)).toBe(text);
    expect(publishedText({ id: "a", file: "a.md", record: {} }, text, undefined)).toBe(text);
  });
});

test("neither do comments in Markdown", () => {
  const shown = "[rust at last][1]\n\n[1]: https://example.org/rust-at-last\n";
  const text = `One <!-- rust\nat last --> two <!-- stays -->.\n\n[//]: # (Quentin Quill)\n${shown}<!-- late.md`;
  expect(withoutHiddenComments(words, text)).toBe(`One  two <!-- stays -->.\n\n${shown}`);
  // What is never closed is no comment to readers.
  const open = "A parser meets <!-- and rust at last,\nlate.md.\n\nThen it goes on.";
  expect(withoutHiddenComments(words, open)).toBe("A parser meets \n\nThen it goes on.");
});

test("zips are made anew when the name of a draft changes", () => {
  const keyOf = (archive: Archive) => {
    const context = { pagePaths: [], sections: [], readMedia: () => new Uint8Array(), readRecord: () => new Uint8Array() };
    return existing([...outputGroups(archive, context)].find(({ name }) => name === "archive-zip 2020-spring")).key();
  };
  expect(keyOf(archiveWith("Another title"))).not.toBe(keyOf(archiveWith()));
  expect(keyOf(archiveWith())).toBe(keyOf(archiveWith()));
});
