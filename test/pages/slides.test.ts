/** How decks are cut into pages of the site, and how heavy those are. */
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { deckParts, documentLinks, slidePath } from "../../src/components/slides.ts";
import { loadAssets } from "../../src/build/assets.ts";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import type { Archive } from "../../src/model/archive.ts";
import { addressOf } from "../../src/model/addresses.ts";
import { decksOf } from "../../src/model/slides.ts";
import { slidesPages } from "../../src/pages/slides.ts";
import { pagesBelow } from "../../src/publishing/former.ts";
import { pictureAt } from "../components/rich.ts";
import { archiveOf, talkOf } from "../model/make.ts";
import { PROJECT } from "../support/cli.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { manySlides } from "../support/decks.ts";

let environment: ReturnType<typeof createEnvironment>;
const assets = (await loadAssets(join(PROJECT, "assets"), { origin: "https://example.org", prefix: "" })).links;
beforeAll(async () => {
  environment = createEnvironment(await loadTemplates());
});

const ID = "2020-spring/a-talk";

function archiveWith(pages: readonly string[][]): Archive {
  const archive = archiveOf({
    events: { "2020-spring": { name: "Spring 2020" } },
    talks: { [ID]: { title: "A talk with many slides", speaker: "Ada Example", slides: { file: "a.pdf" } } },
    media: [{ path: "a.pdf", bytes: 1_234_567, looksLike: "pdf" }],
  });
  const made = pages.map((lines, index) => ({
    number: index + 1,
    lines,
    picture: pictureAt(`/assets/media/a-0123456789ab/${index + 1}`),
    thumbnail: {
      width: 200,
      height: 113,
      sources: [{ type: "image/webp" as const, width: 200, path: `/assets/media/a-0123456789ab/${index + 1}-200.webp` }],
    },
  }));
  archive.made = { ...archive.made, decks: new Map([["a.pdf", { pages: made }]]) };
  return archive;
}

const LINES = manySlides(500).map(({ words = [] }) => words.map(({ text }) => text));
/** Letters that nothing can compress well, as the worst of texts. */
const NOISE = Array.from({ length: 20 }, (_, page) => [
  Array.from({ length: 3000 }, (_, at) => ((page * 48_271 + at * 16_807 * (at + page)) % 65_521).toString(36))
    .join("")
    .slice(0, 9000),
]);

describe.each([
  ["sixty slides", LINES.slice(0, 60)],
  ["five hundred slides", LINES],
  ["nothing", [[]]],
  ["sixty slides without text", LINES.slice(0, 60).map(() => [])],
  ["noise", NOISE],
  [
    "Japanese",
    LINES.slice(0, 60).map((_, page) =>
      Array.from({ length: 6 }, (_, line) =>
        String.fromCodePoint(...Array.from({ length: 20 }, (_, at) => 0x4e00 + ((page * 7919 + line * 104_729 + at * 1299) % 20_000))),
      ),
    ),
  ],
])("%s", (_, pages) => {
  const archive = archiveWith(pages);
  const views = [...slidesPages.views(archive)];

  test("each slide once, in order, and each page within its first journey", () => {
    expect(views.flatMap((view) => view.slides.map(({ number }) => number))).toEqual(pages.map((_, index) => index + 1));
    const frame = frameView(archive, { generator: "G", builtOn: undefined, assets });
    const pagesOfSite = views.map((view) => environment.render("pages/slides.njk", { view, frame })).sort((a, b) => b.length - a.length);
    const sizes = pagesOfSite.slice(0, 3).map((html) => brotliCompressSync(html).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(14_600);
  });
});

test("sixty slides of five points are two pages, and a slide knows its own", () => {
  const archive = archiveWith(LINES.slice(0, 60));
  const talk = talkOf(archive, ID);
  const [shown = { deck: { pages: [] }, document: { kind: "slides" as const }, number: 1 }] = decksOf(archive, talk);
  const parts = deckParts(archive, talk, shown);
  expect(parts.map(({ path }) => path)).toEqual(["/events/2020-spring/a-talk/slides/", "/events/2020-spring/a-talk/slides/2/"]);
  const [first] = parts[1]?.pages ?? [];
  expect(parts[0]?.parts.map(({ label }) => label)).toEqual([`1–${(first?.number ?? 0) - 1}`, `${first?.number}–60`]);
  expect(slidePath(talk, shown, 7)).toBe("/events/2020-spring/a-talk/slides/#slide-7");
  expect(slidePath(talk, shown, 60)).toBe("/events/2020-spring/a-talk/slides/2/#slide-60");
  expect(slidePath(talk, shown, 61)).toBe("/events/2020-spring/a-talk/slides/");
});

test("each of five hundred slides full of text is found in the time of one", () => {
  const archive = archiveWith(Array.from({ length: 500 }, () => Array.from({ length: 90 }, () => "word ".repeat(20))));
  const talk = talkOf(archive, ID);
  const [shown = { deck: { pages: [] }, document: { kind: "slides" as const }, number: 1 }] = decksOf(archive, talk);
  const paths = new Set<string>();
  const seconds = cpuSeconds(() => {
    for (const { number } of shown.deck.pages) paths.add(slidePath(talk, shown, number));
  });
  expect(paths.size).toBe(500);
  expect(seconds).toBeLessThan(5);
});

test("every local deck of a talk is shown, at an address of its own", () => {
  const archive = archiveWith(LINES.slice(0, 3));
  const talk = talkOf(archive, ID);
  const document = (file: string, title?: string) => ({ kind: "slides" as const, file, title });
  const decks = new Map(archive.made.decks);
  for (const file of ["b.pdf", "c.pdf"]) decks.set(file, archive.made.decks.get("a.pdf") ?? { pages: [] });
  archive.made = { ...archive.made, decks };
  talk.documents = [
    { kind: "slides", url: "https://example.org/slides.pdf" },
    document("a.pdf"),
    { kind: "paper", file: "c.pdf" },
    document("b.pdf"),
    document("c.pdf", "Demo"),
    document("gone.pdf"),
  ];
  const views = [...slidesPages.views(archive)];
  const page = "/events/2020-spring/a-talk/slides";
  expect(views.map(({ path, title }) => [path, title])).toEqual([
    [`${page}/`, "Slides"],
    [`${page}-2/`, "Slides (2)"],
    [`${page}-3/`, "Demo"],
  ]);
  for (const { path } of views) expect(addressOf(path)?.address).toMatchObject({ owner: "talk", what: expect.stringContaining("slides") });
  expect(
    talk.documents
      .flatMap((one) => documentLinks(archive, talk, one))
      .filter(({ local }) => local)
      .map(({ href }) => href),
  ).toEqual([`${page}/`, "/media/c.pdf", `${page}-2/`, `${page}-3/`, "/media/gone.pdf"]);
  expect(pagesBelow(archive, talk)).toEqual(views.map(({ path }) => path));
});

test("lists and the talk lead to the viewer, the talk to the file too", () => {
  const archive = archiveWith(LINES.slice(0, 3));
  const [view] = slidesPages.views(archive);
  expect(view?.alternates[0]).toMatchObject({ href: "/media/a.pdf", type: "application/pdf" });
  expect(view?.download.label).toBe("Download PDF, 1.2 MB");
});
