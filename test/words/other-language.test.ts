/** Prints every page of a rich archive, and files that readers open, in a made-up language, whose words stand in brackets, and looks for words that do not. */
import { beforeAll, describe, expect, test } from "vitest";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import type { Archive } from "../../src/model/archive.ts";
import { atom } from "../../src/outputs/atom.ts";
import { calendar } from "../../src/outputs/calendar.ts";
import { explore } from "../../src/outputs/explore.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { en } from "../../src/words/en.ts";
import type { Words } from "../../src/words/words.ts";
import { richArchive } from "../components/rich.ts";
import { madeUpAssets } from "../support/assets.ts";
import { elements, textOf } from "../support/html.ts";

/** The same words, each text in brackets. */
function bracketed<Value>(value: Value): Value {
  const inBrackets = (one: unknown): unknown => {
    if (typeof one === "string") return one === en.list.comma ? one : `⟦${one}⟧`;
    if (Array.isArray(one)) return one.map(inBrackets);
    if (typeof one === "function") return (...facts: unknown[]) => (one(...facts) === "" ? "" : inBrackets(one(...facts)));
    return Object.fromEntries(Object.entries(one as object).map(([key, inner]) => [key, inBrackets(inner)]));
  };
  return inBrackets(value) as Value;
}

const WORDS: Words = bracketed(en);
const archive: Archive = { ...richArchive(), words: WORDS };

/** All texts of the records. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value ? Object.values(value).flatMap(textsOf) : [];
}

const wordsOf = (text: string) => text.match(/\p{L}{2,}/gu) ?? [];
const { site, events, talks, people, papers, pages, topics, organizations } = archive;
const RECORDED = new Set(
  [
    ...[site, ...events, ...talks, ...papers, ...pages].map(({ record }) => record),
    ...people.map(({ name, record }) => [name, record?.record]),
    ...[...topics, ...organizations].map(({ name, otherNames, term }) => [name, otherNames, term]),
    archive.vocabularies.addresses?.record,
    [...archive.made.decks.values()].map((deck) => deck.pages.map(({ lines }) => lines)),
    [...archive.made.transcripts.values()].map(({ cues }) => cues),
  ]
    .flatMap(textsOf)
    .flatMap((text) => [...wordsOf(text), ...wordsOf(text).map((word) => word.charAt(0).toUpperCase() + word.slice(1))]),
);
/** Names of formats, programs and units, which are the same in every language. */
const NAMES = new Set(wordsOf("AA Atom BibTeX .bib CSL-JSON .csl.json CSV doi iCalendar JSON PDF RIS .ris VTT XML zip"));

/** The words of a text outside brackets that no record has. */
function leftOver(text: string): string[] {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  // A description is cut where it is too long.
  return wordsOf(rest.replace(/⟦[^⟦⟧]*…$/, "")).filter((word) => !RECORDED.has(word) && !NAMES.has(word));
}

/** What nobody reads, and what is the same in every language: addresses that are printed, names of files. */
const UNSEEN = /<(script|style|code)\b[^>]*>[\s\S]*?<\/\1>|<\/?noscript>|(?<=[>\s])https?:[^\s<]*/g;

describe("pages", () => {
  let environment: ReturnType<typeof createEnvironment>;
  beforeAll(async () => {
    environment = createEnvironment(await loadTemplates(), WORDS);
  });
  const frame = frameView(archive, { generator: "", builtOn: "2020-05-04", assets: madeUpAssets() });

  test.each(PAGE_KINDS.map(({ name }) => name))("%s says nothing that neither a record nor a language says", (name) => {
    const kind = PAGE_KINDS.find((one) => one.name === name);
    const found = [...(kind?.views(archive) ?? [])].flatMap((view) => {
      const html = environment.render(`pages/${name}.njk`, { view, frame });
      const all = elements(html.replace(UNSEEN, "").replaceAll("<", " <"));
      const attributes = all.flatMap(({ attrs }) => attrs.filter((attr) => /^(alt|title|aria-label|placeholder|label)$/.test(attr.name)));
      const described = all.filter(({ attrs }) => attrs.some(({ value }) => value === "description" || value === "og:description"));
      const texts = [...attributes, ...described.flatMap(({ attrs }) => attrs.filter((attr) => attr.name === "content"))];
      return [all[0] ? textOf(all[0]) : "", ...texts.map(({ value }) => value)].flatMap(leftOver);
    });
    expect([...new Set(found)]).toEqual([]);
  });
});

describe("files", () => {
  const contents = (files: Iterable<{ content: string | Uint8Array }>) => [...files].map(({ content }) => String(content));

  test("calendars describe sessions and events in the words of the language", () => {
    const files = archive.events.flatMap((event) => contents(calendar.eventFiles(archive, event)));
    const descriptions = files.flatMap((file) => file.replaceAll("\r\n ", "").match(/^DESCRIPTION.*$/gm) ?? []);
    expect(descriptions.length).toBeGreaterThan(3);
    expect(descriptions.flatMap((line) => leftOver(line.replace(/^DESCRIPTION:|\\n/g, " ")))).toEqual([]);
  });

  test("feeds say what a talk is in the words of the language", () => {
    const files = archive.events.flatMap((event) => contents(atom.eventFiles(archive, event)));
    const texts = files.flatMap((file) => [...file.matchAll(/<content[^>]*>([^<]*)</g)].map(([, text = ""]) => text));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.flatMap((text) => leftOver(text.replace(/&amp;/g, "&").replace(/&lt;.*?&gt;/g, " ")))).toEqual([]);
  });

  test("tables of numbers have heads in the words of the language", () => {
    expect(contents(explore.files(archive)).flatMap((file) => leftOver(file.split("\r\n")[0] ?? ""))).toEqual([]);
  });
});
