/** Builds a site in each language, and looks for English in all that its readers see. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { WORD_LANGUAGES, wordsFor } from "../../src/words/words.ts";
import { PROJECT } from "../support/cli.ts";
import { SITE } from "../support/content.ts";
import { elements, filesBelow, textOf } from "../support/html.ts";
import { type BuiltSite, builtSite } from "../support/sites.ts";
import { readTexts } from "../support/source.ts";

const record = (fields: string, body = "") => `---\n${fields}\n---\n\n${body}\n`;

/** An archive with a page of every kind, whose records say nothing that is a word of English. */
const RECORDS: Record<string, string> = {
  "events/2020-spring/event.md": record(
    "name: Zonk 2020\nstartDate: 2020-05-04\nendDate: 2020-05-05\ntimezone: Europe/Berlin\ncity: Ulm\nsources:\n  - https://zonk.example.org/",
  ),
  "events/2021-spring/event.md": record("name: Zonk 2021\nstatus: cancelled"),
  "events/2020-spring/talks/a-zonk.md": record(
    'title: Lorem\nspeakers:\n  - name: Ada Muster\n    organization: Muster\n    bio: Ipsum.\n  - name: Bo Muster\nkind: keynote\nlanguage: ta\ndate: 2020-05-04\nstart: "09:30"\nend: "10:00"\nroom: Saal\nslides: https://zonk.example.org/a.pdf\nvideo: https://www.youtube.com/watch?v=abcdefghijk\ntopics:\n  - dolor',
    "Lorem ipsum.",
  ),
  "events/2020-spring/talks/b-zonk.md": record("title: Ipsum\nspeaker: Ada Muster\ntopics:\n  - dolor\n  - amet"),
  "papers/lorem.md": record(
    "title: Lorem dolor\nauthors: [Ada Muster]\nyear: 2020\ntopics: [dolor]\nsources:\n  - https://zonk.example.org/p",
  ),
  "pages/amet.md": record("title: Amet", "Lorem."),
};

const site = (language: string) =>
  `language: ${language}\n${SITE}`
    .replace("Little Archive", "Zonk")
    .replace("Talks of a little conference", "Lorem")
    .replace("This is an archive.", "Ipsum.")
    .replace("The texts are free to use.", "Dolor.");

const lettersOf = (text: string) => text.toLowerCase().match(/\p{Script=Latin}{3,}/gu) ?? [];
const literalsOf = (...files: string[]) => files.flatMap((file) => readTexts(file, readFileSync(join(PROJECT, "src/words", file), "utf8")));
const ENGLISH = new Set(literalsOf("en.ts", "en-browser.ts").flatMap(lettersOf));

/** Names that no language translates, and words of formats. */
const NAMES = new Set(
  lettersOf(
    "Atom axe BibTeX CSV CSL doi JSON ICS RIS WCAG WebVTT XML YAML PDF JavaScript Chromium DuckDuckGo YouTube youtube.com example.org conference-archive schedule.json schedule.xml .csl.json .bib Tab Enter Esc",
  ),
);
const RECORDED = new Set(Object.values(RECORDS).flatMap(lettersOf));

/** What nobody reads: addresses, and names of files. */
const UNSEEN = /<(script|style|code|pre)\b[^>]*>[\s\S]*?<\/\1>|<\/?noscript>|https?:[^\s<"]*/g;
const SEEN = /^(?:alt|title|aria-label|aria-description|placeholder|label)$/;

/** The texts of a page that readers see or hear. */
function textsOf(html: string): string[] {
  const all = elements(html.replace(UNSEEN, "").replaceAll("<", " <"));
  const attributes = all.flatMap(({ attrs }) =>
    attrs.some(({ value }) => value === "description" || value === "og:description")
      ? attrs.filter(({ name }) => name === "content")
      : attrs.filter(({ name }) => SEEN.test(name)),
  );
  return [...(all[0] ? [textOf(all[0])] : []), ...attributes.map(({ value }) => value)];
}

describe.each(WORD_LANGUAGES.filter((language) => language !== "en"))("a site in %s", (language) => {
  let built: BuiltSite;
  let pages: { path: string; html: string }[];
  const read = (path: string) => readFileSync(join(built.site, path), "utf8");
  const numbers = `${language}-numbers.ts`;
  const own = new Set(literalsOf(`${language}.ts`, `${language}-browser.ts`, numbers).flatMap(lettersOf));
  const foreign = (text: string) =>
    lettersOf(text).filter((word) => ENGLISH.has(word) && !own.has(word) && !NAMES.has(word) && !RECORDED.has(word));

  beforeAll(async () => {
    built = await builtSite({ ...RECORDS, "site.yaml": site(language) });
    pages = filesBelow(built.site)
      .filter((path) => path.endsWith(".html"))
      .map((path) => ({ path, html: read(path) }));
  });

  test("says so on every page, with the direction in which it is written", () => {
    expect(pages.length).toBeGreaterThan(20);
    const begin = `<html lang="${language}"${language === "ar" ? ' dir="rtl"' : ""}>`;
    expect(pages.filter(({ html }) => !html.includes(begin)).map(({ path }) => path)).toEqual([]);
  });

  test("has no word of English on any page", () => {
    const found = pages.flatMap(({ path, html }) => textsOf(html).flatMap((text) => foreign(text).map((word) => `${path}: ${word}`)));
    expect([...new Set(found)]).toEqual([]);
  });

  test("has its words on the page for addresses that are none, and in styles", () => {
    const words = wordsFor(language);
    expect(read("404.html")).toContain(words.notFound.lead);
    const [, styles = ""] = /<link rel="stylesheet" href="\/(assets\/site-[^"]+)">/.exec(read("index.html")) ?? [];
    expect(read(styles)).toContain(words.links.leaves);
  });

  test("has scripts that speak it", () => {
    const scripts = filesBelow(built.site).filter((path) => /^assets\/.*\.js$/.test(path));
    const said = scripts.map(read).join("\n");
    const sentences = (file: string) => literalsOf(file).filter((text) => /\p{L}{2}.*\p{L}{2}/u.test(text) && !/[<>\\]/.test(text));
    const english = literalsOf("en-browser.ts").filter((text) => /\p{L}+ \p{L}+ \p{L}+/u.test(text));
    expect(english.length).toBeGreaterThan(10);
    expect(english.filter((text) => said.includes(text))).toEqual([]);
    expect(sentences(`${language}-browser.ts`).filter((text) => said.includes(text)).length).toBeGreaterThan(10);
  });

  test("has feeds, calendars and tables in it", () => {
    const files = filesBelow(built.site).filter((path) => /\.(?:ics|csv)$|feed\.xml$/.test(path));
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) {
      const text = read(path);
      const told = path.endsWith(".csv")
        ? (text.split("\r\n")[0] ?? "")
        : [
            ...text
              .replaceAll("\r\n ", "")
              .matchAll(/^(?:DESCRIPTION|SUMMARY|X-WR-CALNAME)[^:]*:(.*)$|<(?:title|subtitle|content)[^>]*>([^<]*)</gm),
          ]
            .map(([, one, other]) => one ?? other ?? "")
            .join(" ");
      expect(foreign(told.replace(/&lt;.*?&gt;|https?:\S*|\\n/g, " ")), path).toEqual([]);
      if (path.endsWith("feed.xml")) expect(text).toContain(`xml:lang="${language}"`);
    }
  });
});
