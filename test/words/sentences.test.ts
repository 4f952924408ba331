/** Holds what readers see to `src/words/`: no sentence stands in a template or a view maker, and every entry is in use. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { PROJECT } from "../support/cli.ts";
import { readTexts } from "../support/source.ts";

const SRC = join(PROJECT, "src");
/** Rooms whose texts go to readers. */
const ROOMS = ["layouts", "pages", "components", "outputs", "search", "portable"];

/** Files of those rooms whose texts are for editors, for programs, or for those who run a web server. */
const OTHER_READERS =
  /^(components\/(card|linked-data|talk-thing)|outputs\/(editor-config|headers-\w+|redirects-\w+|robots|ris)|search\/(pagefind|segments|document-html)|portable\/carried-theme)\.ts$/;

/** Names, which no language translates, and what is written to be compared or to lead somewhere. */
const NAMES = new Set(["DuckDuckGo", "Atom", "BibTeX", "Online", "Other"]);

const filesOf = (rooms: readonly string[], ending: string) =>
  rooms.flatMap((room) =>
    readdirSync(join(SRC, room))
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => ({ path: `${room}/${file}`, text: readFileSync(join(SRC, room, file), "utf8") })),
  );

const SEEN_ATTRIBUTES = /\s(?:alt|title|aria-label|aria-description|placeholder|label|summary)="([^"]*)"/g;

/** Words in a template that no expression prints, and texts within its expressions. */
function wordsInTemplate(template: string): string[] {
  const source = template.replace(/\{#[\s\S]*?#\}/g, "");
  const literals = [...source.matchAll(/\{[{%][\s\S]*?[}%]\}/g)]
    .filter(([code]) => !/^\{%-?\s*(from|extends|import)\s/.test(code))
    .flatMap(([code]) => [...code.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ""))
    .filter(isSentence);
  const markup = source.replace(/\{[{%][\s\S]*?[}%]\}/g, "");
  const attributes = [...markup.matchAll(SEEN_ATTRIBUTES)].map(([, value = ""]) => value);
  // A macro can print attributes alone.
  const texts = markup.replace(/<[^>]*>|\b[\w-]+=""/g, "\n").replace(/&\w+;/g, "");
  return [...literals, ...[...attributes, ...texts.split("\n")].map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))];
}

/** Whether a text of the code reads like one for people: two words, or one with a capital letter. Keys, addresses and media types do not. */
function isSentence(text: string): boolean {
  const plain = text.replace(/<[^>]*>?/g, "").trim();
  if (/^\(width |^[\w-]+: /.test(plain)) return false;
  return /\p{L}[,.:;]? \p{L}/u.test(plain) || /^\p{Lu}\p{Ll}+/u.test(plain);
}

function sentencesInCode(path: string, text: string): string[] {
  return readTexts(path, text).filter((one) => isSentence(one) && !NAMES.has(one));
}

describe("templates", () => {
  test.each(filesOf(ROOMS, ".njk"))("$path has no words of its own", ({ text }) => {
    expect(wordsInTemplate(text)).toEqual([]);
  });

  test.each([
    ["<p>No talk</p>", "No talk"],
    ["<p>{{ number }} talks</p>", "talks"],
    ['<nav aria-label="Days">', "Days"],
    ['<img alt="A {{ x }}">', "A"],
    ['{{ heading or "Sources" }}', "Sources"],
    ['{{ partLinks(view.parts, "more slides") }}', "more slides"],
    ["<p>{% if x > 1 %}und{% endif %}</p>", "und"],
  ])("%s is found", (template, found) => {
    expect(wordsInTemplate(template)).toEqual([found]);
  });

  test.each(['{% from "components/a-b.njk" import x %}', '<a class="x" href="{{ a }}">{{ words.a.b }}</a> · ({{ b }})', "<!doctype html>"])(
    "%s is none",
    (template) => {
      expect(wordsInTemplate(template)).toEqual([]);
    },
  );
});

describe("code", () => {
  const files = filesOf(ROOMS, ".ts");

  test.each(files.filter(({ path }) => !OTHER_READERS.test(path)))("$path has no words of its own", ({ path, text }) => {
    expect(sentencesInCode(path, text)).toEqual([]);
  });

  test("files that are left out are there", () => {
    const patterns = OTHER_READERS.source.match(/[a-z][a-z-]+(?=[|)\\])/g) ?? [];
    expect(patterns.filter((name) => !files.some(({ path }) => path.includes(name)))).toEqual([]);
  });

  test.each([
    ['const a = "No talk";', "No talk"],
    ['const a = { title: "Talks" };', "Talks"],
    [`const a = \`\${n} talks are known\`;`, " talks are known"],
  ])("%s is found", (code, found) => {
    expect(sentencesInCode("a.ts", code)).toEqual([found]);
  });

  test.each([
    'import a from "./A.ts";',
    'const a = "text/vtt" + "en-US" + "og:title";',
    'const a = `<li><a href="${b}">`;',
    "type A = 'Two words';",
  ])("%s is none", (code) => {
    expect(sentencesInCode("a.ts", code)).toEqual([]);
  });
});

describe("scripts and styles", () => {
  const ASSETS = join(PROJECT, "assets");
  const below = (folder: string, ending: string) =>
    readdirSync(join(ASSETS, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(ending) && !file.endsWith(".d.ts"))
      .sort()
      .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(ASSETS, folder, file), "utf8") }));
  /** Selectors and names of classes are words in small letters too; a sentence begins with a capital, or ends with a sign. */
  const isShown = (text: string) => isSentence(text) && /^\P{L}*\p{Lu}|[.…!?:“”]\s*$/u.test(text) && !NAMES_OF_KEYS.test(text);
  const NAMES_OF_KEYS = /^(?:Arrow(?:Up|Down|Left|Right)|Enter|Escape|Home|End)$/;

  test.each(below("js", ".ts"))("$path has no words of its own", ({ path, text }) => {
    expect(readTexts(path, text).filter(isShown)).toEqual([]);
  });

  test.each(["No talk matches.", "Show more", " of these!", "Loading…"])("%s is found", (text) => {
    expect(readTexts("a.ts", `element.textContent = "${text}";`).filter(isShown)).toEqual([text]);
  });

  test.each(below("css", ".css"))("$path prints no words", ({ text }) => {
    const printed = [...text.matchAll(/content:([^;}]*)/g)].flatMap(([, value = ""]) => value.match(/"[^"]*"/g) ?? []);
    expect(printed.filter((one) => /\p{L}{2}/u.test(one))).toEqual([]);
  });
});

/** Groups whose entries the code asks for by a name that it computes. */
const COMPUTED =
  /^(kinds|status|(talk|event)\.status|talk\.(session|recording)|accessibility\.(ways|criteria|states|principles)|links\.(documents|video))(\.|$)/;

function leaves(group: object, above: readonly string[] = []): string[][] {
  return Object.entries(group).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value) ? leaves(value, [...above, key]) : [[...above, key]],
  );
}

describe("entries", () => {
  const code = filesOf([...ROOMS, "model", "publishing", "cli/init"], ".ts").map(({ text }) => new Set(text.match(/\w+/g)));
  const asked = filesOf(ROOMS, ".njk").flatMap(({ path, text }) =>
    [...text.matchAll(/\bwords\.([\w.]+)/g)].map(([, name = ""]) => ({ path, name })),
  );
  const known = new Set(leaves(en).map((path) => path.join(".")));

  test("that a template asks for are there", () => {
    expect(asked.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  test("are in use, each of them", () => {
    const inTemplates = new Set(asked.map(({ name }) => name));
    const unused = leaves(en)
      .filter((path) => !inTemplates.has(path.join(".")) && !COMPUTED.test(path.join(".")))
      .filter((path) => !code.some((names) => path.every((name) => names.has(name))))
      .map((path) => path.join("."));
    expect(unused).toEqual([]);
  });

  test("hold no markup, and begin and end with no blank but where something stands before them", () => {
    const texts = (value: unknown): string[] =>
      typeof value === "string" ? [value] : typeof value === "object" && value ? Object.values(value).flatMap(texts) : [];
    expect(texts(en).filter((text) => /[<>]|^\s/.test(text))).toEqual([]);
  });
});
