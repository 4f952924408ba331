/** Every file of a built site has one row in the table of addresses and is of its media type; and every row is used. */
import { allCards } from "../../src/components/card.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { type Address, ADDRESSES, addressesOf, addressOf, mediaTypeOf } from "../../src/model/addresses.ts";
import type { Archive } from "../../src/model/archive.ts";
import { outputFile } from "../../src/model/urls.ts";
import { OUTPUTS } from "../../src/outputs/index.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { movedPaths } from "../../src/publishing/moved.ts";
import { pictureAt } from "../components/rich.ts";
import { archiveOf } from "../model/make.ts";
import { archive as cli } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { RICH, richMedia } from "../support/rich.ts";

const site = join(temporaryFolder(), "site");
let archive: Archive;
let files: string[];
const used = new Set<Address>();

/** An archive whose every list is too long for one page. */
function longArchive(): Archive {
  const many = <T>(number: number, make: (index: number) => T) => Array.from({ length: number }, (_, index) => make(index));
  const talk = (index: number) => ({
    title: `Talk ${index}`,
    date: `2012-05-${index % 2 ? "30" : "31"}`,
    speakers: [
      { name: `Ada Number${index}`, organization: "Example" },
      { name: `Bob Number${index}`, organization: `Company ${index}` },
      { name: "Everywhere Example" },
    ],
    topics: ["testing", `topic ${index}`],
    ...(index === 0 && {
      slides: { file: "deck.pdf" },
      documents: [{ kind: "slides", file: "second.pdf" }],
      video: { file: "talk.webm", captions: "talk.vtt" },
    }),
  });
  const archive = archiveOf({
    site: {
      series: many(301, (index) => ({ id: `series-${index}`, name: `Series ${index}`, description: "What it is about. ".repeat(10) })),
    },
    events: {
      "2012-long": { startDate: "2012-05-30", endDate: "2012-05-31" },
      ...Object.fromEntries(
        many(600, (index) => [`in-${1300 + index}`, { startDate: String(1300 + index), series: `series-${Math.max(0, index - 299)}` }]),
      ),
    },
    talks: Object.fromEntries(many(620, (index) => [`2012-long/talk-${index}`, talk(index)])),
    papers: Object.fromEntries(many(301, (index) => [`paper-${index}`, {}])),
  });
  const pages = many(300, (index) => ({
    number: index + 1,
    lines: many(20, (line) => `Line ${line} of the slide ${index}, which has a lot of text`),
    picture: pictureAt(`/assets/media/deck/${index}`),
    thumbnail: pictureAt(`/assets/media/deck/small-${index}`),
  }));
  const cues = many(900, (index) => ({ start: index * 4, end: index * 4 + 4, speaker: undefined, text: "What is said here. ".repeat(4) }));
  return {
    ...archive,
    made: {
      ...archive.made,
      decks: new Map(["deck.pdf", "second.pdf"].map((file) => [file, { pages }])),
      transcripts: new Map([["talk.vtt", { cues }]]),
    },
  };
}

/** The family of a path; what was asked for counts as used. */
function familyOf(path: string): Address | undefined {
  const address = addressOf(path)?.address;
  if (address) used.add(address);
  return address;
}

beforeAll(async () => {
  const [content, assets] = [folderOf(RICH), folderOf(await richMedia())];
  const run = await cli(["build", "--content", content, "--assets", assets, "--output", site, "--admin"]);
  expect(run.code, run.stderr).toBe(0);
  archive = loadArchive({ contentDir: content, assetsDir: assets }).archive;
  files = filesBelow(site).filter((file) => !file.startsWith("."));
});

/** How a file of that type begins. */
const SIGNS: Record<string, RegExp> = {
  "text/html": /^<!doctype html>/i,
  "text/css": /^[@.:*a-z][^<]*\{/,
  "text/javascript": /^(?!<)[\s\S]/,
  // Parts of the search index are data of Pagefind, which hosts compress under the name of text.
  "text/plain": /^(pagefind_dcd|[\x20-\x7e\x80-\xff\n\t]*$)/,
  "text/calendar": /^BEGIN:VCALENDAR\r\n/,
  "text/csv": /^[^{<\n]+,[^\n]*\r\n/,
  "text/vtt": /^WEBVTT/,
  // The configuration of the editor is JSON, which is YAML too.
  "text/yaml": /^(\{|[a-z_]+:)/,
  "application/json": /^[{[]/,
  "application/linkset+json": /^\{"linkset":/,
  "application/vnd.citationstyles.csl+json": /^\[\s*\{/,
  "application/x-bibtex": /^@[a-z]+\{/,
  "application/x-research-info-systems": /^TY {2}- /,
  "application/xml": /^<\?xml(?![\s\S]*<feed)/,
  "application/atom+xml": /^<\?xml[\s\S]*<feed/,
  "application/pdf": /^%PDF-/,
  "application/zip": /^PK\x03\x04/,
  "application/wasm": /^\0asm/,
  "application/octet-stream": /^\x1f\x8b/,
  "image/svg+xml": /^<svg/,
  "image/jpeg": /^\xff\xd8\xff/,
  "image/png": /^\x89PNG/,
  "image/webp": /^RIFF[\s\S]{4}WEBP/,
  "image/avif": /^[\s\S]{4}ftypavif/,
  "font/woff2": /^wOF2/,
  "video/webm": /^\x1a\x45\xdf\xa3/,
};

describe("every file of a site", () => {
  test("has one row that says most of it, and is what that says", () => {
    const wrong = files.filter((file) => {
      familyOf(`/${file}`);
      const type = mediaTypeOf(`/${file}`) ?? "";
      return !SIGNS[type]?.test(readFileSync(join(site, file), "latin1"));
    });
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThan(150);
  });

  test("is that of a former address only where a record says so", () => {
    const former = files.filter((file) => addressOf(`/${file}`)?.address.owner === "former");
    const moved = movedPaths(archive).map(({ from }) => outputFile(from));
    expect(former.length).toBeGreaterThan(0);
    expect(former.filter((file) => !moved.includes(file))).toEqual([]);
  });

  test("is in a row of a record that is there", () => {
    const ids: Record<string, ReadonlySet<string>> = {
      event: new Set(archive.events.map(({ id }) => id)),
      talk: new Set(archive.talks.map(({ slug }) => slug)),
      person: new Set(archive.people.map(({ slug }) => slug)),
      page: new Set(archive.pages.map(({ id }) => id)),
    };
    for (const file of files) {
      const { address, variables } = addressOf(`/${file}`) ?? {};
      if (address?.owner === "former") continue;
      for (const [name, value] of Object.entries(variables ?? {})) expect(ids[name]?.has(value) ?? true, file).toBe(true);
    }
  });
});

test("every row is used, in this site or in one whose lists are long", () => {
  for (const file of files) familyOf(`/${file}`);
  const long = longArchive();
  const paths = PAGE_KINDS.flatMap(({ views }) => [...views(long)].map(({ path }) => path));
  const context = {
    pagePaths: Array.from({ length: 50_001 }, () => "/"),
    sections: [],
    readMedia: () => new Uint8Array(),
    readRecord: () => new Uint8Array(),
  };
  for (const { files: made } of OUTPUTS) if (made) paths.push(...[...made(long, context)].map(({ path }) => `/${path}`));
  long.made = { ...long.made, cards: { key: "a font", letters: [[0x20, 0x7e]] } };
  paths.push(...[...allCards(long)].map(({ path }) => path));
  expect(paths.filter((path) => familyOf(path)?.owner === "former")).toEqual([]);
  expect(ADDRESSES.filter((address) => !used.has(address)).map(({ pattern }) => pattern)).toEqual([]);
});

test("no two rows say as much of one path", () => {
  for (const file of files) {
    const patterns = [...addressesOf(`/${file}`)].map(({ address }) => address.pattern);
    const shapes = patterns.map((pattern) => pattern.replace(/<(?!part|path)\w+>/g, "<>"));
    expect(new Set(shapes).size, file).toBe(shapes.length);
  }
});
