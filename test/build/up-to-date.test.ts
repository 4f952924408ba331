/** A build that finds a whole site does nothing, and finds every difference that could make it another. */
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BuildSettings } from "../../src/build/settings.ts";
import { Builder, buildIfNeeded } from "../../src/build/build.ts";
import { stateOfFiles } from "../../src/build/inputs.ts";
import { BuildStopped } from "../../src/build/run-steps.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { generateContent } from "../support/generate.ts";
import { filesBelow } from "../support/html.ts";
import { LITTLE } from "../support/little.ts";
import { LONG } from "../support/long.ts";
import { settingsIn } from "../support/settings.ts";
import { bytesBelow } from "../support/workers.ts";

const root = folderOf(
  Object.fromEntries(Object.entries(generateContent(1, 2)).map(([path, text]) => [`content/${path}`, text])) as Record<string, string>,
);
const settings = settingsIn(root);
const talk = join(settings.contentDir, filesBelow(settings.contentDir).find((file) => file.includes("/talks/")) ?? "");
const page = join(settings.outputDir, "index.html");

/** Long enough ago that times tell whether a file changed. */
function settle(folder: string): void {
  const past = new Date(Date.now() - 60_000);
  for (const file of filesBelow(folder)) utimesSync(join(folder, file), past, past);
}
const rest = () => new Promise((done) => setTimeout(done, 100));
const again = (more: Partial<BuildSettings> = {}) => new Builder({ ...settings, ...more }).upToDate();

beforeAll(async () => {
  mkdirSync(settings.assetsDir);
  await rest();
  await buildIfNeeded(settings);
  await rest();
});

describe("a site that was left whole", () => {
  test("is not made again, and the same is told of it", async () => {
    const result = await buildIfNeeded(settings);
    expect(result).toMatchObject({ written: 0, warnings: expect.any(Array), unpublished: [] });
    expect(result.pages).toBeGreaterThan(5);
    expect(result).not.toHaveProperty("site");
  });

  const CHANGES: [what: string, change: () => void][] = [
    ["a record was edited", () => writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, "title: Another title"))],
    ["a record came", () => copyFileSync(talk, talk.replace(/\.md$/, "-too.md"))],
    ["a record went", () => rmSync(talk.replace(/\.md$/, "-too.md"))],
    [
      "a file of the theme came",
      () => {
        mkdirSync(join(settings.assetsDir, "css"));
        writeFileSync(join(settings.assetsDir, "css/theme.css"), "p{color:red}");
      },
    ],
    ["somebody put a file there", () => writeFileSync(join(settings.outputDir, "mine.txt"), "mine")],
    ["a file of the site went", () => rmSync(page)],
  ];
  /** The same kinds of change once more; `npm run test:all` tries them too. */
  const MORE: typeof CHANGES = [
    ["a file of the site was edited", () => writeFileSync(page, `${readFileSync(page, "utf8")} `)],
    ["a file of the site was moved", () => renameSync(page, `${page}.old`)],
    ["somebody put a folder there", () => mkdirSync(join(settings.outputDir, "mine"))],
  ];
  test.each(LONG ? [...CHANGES, ...MORE] : CHANGES)("is made again when %s", async (_, change) => {
    expect(await again()).toBeDefined();
    change();
    await rest();
    expect(await again()).toBeUndefined();
    await buildIfNeeded(settings);
    await rest();
    const [file] = filesBelow(settings.outputDir).filter((name) => /^mine|\.old$/.test(name));
    expect(file).toBeUndefined();
  });

  test("is not taken for whole when a folder without a record came, which is an error", async () => {
    expect(await again()).toBeDefined();
    const without = join(settings.contentDir, "events/2099-without");
    cpSync(dirname(talk), join(without, "talks"), { recursive: true });
    await expect(buildIfNeeded(settings)).rejects.toThrow("The records have errors");
    rmSync(without, { recursive: true });
    expect(await again()).toBeDefined();
  });

  test("is looked at once by a build that finds an edit, and again by the next", async () => {
    let looks = 0;
    const count = () => looks++;
    process.on("worker", count);
    writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, "title: One more title"));
    const builder = new Builder(settings);
    expect(await builder.upToDate()).toBeUndefined();
    expect((await builder.build()).written).toBeGreaterThan(0);
    expect(looks).toBe(1);
    writeFileSync(page, `${readFileSync(page, "utf8")} `);
    expect((await builder.build()).written).toBe(1);
    expect(looks).toBe(2);
    process.off("worker", count);
    await rest();
    expect(await buildIfNeeded(settings)).toMatchObject({ written: 0 });
    await rest();
  });

  test("is made again for another day or address, and after a build that stopped", async () => {
    expect(await again()).toBeDefined();
    expect(await again({ today: "2020-05-04" })).toBeUndefined();
    expect(await again({ baseUrl: "https://example.org/other/" })).toBeUndefined();
    const running = await new Builder(settings).begin();
    running.noteSoFar();
    expect(await again()).toBeUndefined();
  });
});

test("media that were written anew with the same bytes, as a checkout does, make no page again", async () => {
  const talks = "content/events/2020-spring/talks";
  const front = "---\ntitle: A talk\nspeaker: Ada Example\nvideo:\n  url: https://vimeo.com/1\n  captions: a.vtt\n---\n";
  const folder = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    [`${talks}/filmed.md`]: front,
    "assets/media/a.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning\n",
  });
  const at = (name: string) => join(folder, name);
  const own = { ...settings, contentDir: at("content"), assetsDir: at("assets"), outputDir: at("site"), cacheDir: at("cache") };
  expect((await new Builder(own).build()).written).toBeGreaterThan(5);
  settle(at("assets"));
  expect((await new Builder(own).build()).written).toBe(0);
  writeFileSync(at("assets/media/a.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\nGood evening\n");
  expect((await new Builder(own).build()).written).toBeGreaterThan(0);
  const clean = { ...own, outputDir: at("clean"), cacheDir: at("clean-cache") };
  await new Builder(clean).build();
  expect(bytesBelow(own.outputDir)).toEqual(bytesBelow(clean.outputDir));
});

test("an edit that a preview could not build is not forgotten", async () => {
  const builder = new Builder(settings);
  await builder.build();
  const titled = (title: string) => writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, `title: ${title}`));
  const edit = { changed: new Set([talk]), open: [], onFirst: async () => {}, stop: new AbortController().signal };
  titled("A title that comes while the folder is away");
  // Whatever was put there meanwhile is not deleted.
  renameSync(settings.outputDir, `${settings.outputDir}-away`);
  mkdirSync(settings.outputDir);
  writeFileSync(join(settings.outputDir, "mine.txt"), "mine");
  await expect(builder.build({}, edit)).rejects.toThrow("no build of this archive wrote");
  rmSync(settings.outputDir, { recursive: true });
  renameSync(`${settings.outputDir}-away`, settings.outputDir);
  await builder.build({}, { ...edit, changed: new Set([join(settings.contentDir, "none.md")]) });
  const pages = filesBelow(settings.outputDir).map((file) => readFileSync(join(settings.outputDir, file), "utf8"));
  expect(pages.some((text) => text.includes("while the folder is away"))).toBe(true);
});

test("an edit that comes during the build of another stops it, and nothing of either is missing", async () => {
  const own = { ...settings, contentDir: join(root, "edited"), outputDir: join(root, "edits"), cacheDir: join(root, "edits-cache") };
  cpSync(settings.contentDir, own.contentDir, { recursive: true });
  const [first = "", second = ""] = filesBelow(own.contentDir)
    .filter((file) => file.includes("/talks/"))
    .map((file) => join(own.contentDir, file));
  const builder = new Builder(own);
  await builder.build();
  const open = `${/events\/[^/]+/.exec(first)?.[0]}/index.html`;
  const edit = (file: string, title: string, stop: AbortController, onFirst: () => void = () => {}) => {
    writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*/m, `title: ${title}`));
    return builder.build({}, { changed: new Set([file]), open: [open], onFirst: async () => onFirst(), stop: stop.signal });
  };
  const stop = new AbortController();
  await expect(edit(first, "Quokka", stop, () => stop.abort())).rejects.toThrow(BuildStopped);
  let shown = "";
  await edit(second, "Wombat", new AbortController(), () => {
    shown = readFileSync(join(own.outputDir, open), "utf8");
  });
  expect(shown).toContain("Quokka");
  expect(shown).toContain("Wombat");
  const clean = { ...own, outputDir: join(root, "edits-clean"), cacheDir: join(root, "edits-clean-cache") };
  await new Builder(clean).build();
  const built = bytesBelow(own.outputDir);
  expect(built).toEqual(bytesBelow(clean.outputDir));
  expect([...built.keys()].some((path) => path.startsWith("pagefind/index/"))).toBe(true);
});

test.each<[what: string, act: (file: string) => void]>([
  ["the output was deleted", () => rmSync(settings.outputDir, { recursive: true })],
  ["a pipe took the place of a page", (file) => execFileSync("mkfifo", [file])],
  ["a link took the place of a page", (file) => symlinkSync(talk, file)],
  ["a file took the place of a folder", (file) => writeFileSync(dirname(file), "a file")],
])("an edit is built where %s meanwhile", async (what, act) => {
  const builder = new Builder({ ...settings, leave: ["search", "cards"] });
  await builder.build();
  const own = `${/events\/.+(?=\.md$)/.exec(talk)?.[0].replace("/talks/", "/")}/index.html`;
  // Pages that are known by their times, and the one that had only just been shown.
  for (const page of ["presentations/index.html", "speakers/index.html", own]) {
    const file = join(settings.outputDir, page);
    const touch = () => {
      rmSync(dirname(file), { recursive: true, force: true });
      if (!what.includes("folder")) mkdirSync(dirname(file), { recursive: true });
      act(file);
    };
    if (page !== own) touch();
    writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, `title: While ${what} ${page.split("/")[0]}`));
    const onFirst = async () => {
      if (page === own) touch();
    };
    await builder.build({}, { changed: new Set([talk]), open: [], onFirst, stop: new AbortController().signal });
    await rest();
    await builder.build();
  }
  expect(readFileSync(join(settings.outputDir, "presentations/index.html"), "utf8")).toContain(`While ${what} events`);
  const other = { ...settings, leave: settings.leave, outputDir: join(root, "beside"), cacheDir: join(root, "beside-cache") };
  await new Builder({ ...other, leave: ["search", "cards"] }).build();
  expect(bytesBelow(settings.outputDir)).toEqual(bytesBelow(other.outputDir));
});

test("an edit is shown before the output folder was looked at, and what others did there is mended all the same", async () => {
  const own = { ...settings, outputDir: join(root, "touched"), cacheDir: join(root, "touched-cache") };
  const builder = new Builder(own);
  await builder.build();
  await rest();
  // Files that had only just been written are known by their times from now on.
  await builder.build();
  const [first = "", second = ""] = filesBelow(own.outputDir).filter((file) => /^(?:speakers|topics)\/.+\/index\.html$/.test(file));
  let looks = 0;
  const count = () => looks++;
  const edit = (title: string, touch: () => void) => {
    writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, `title: ${title}`));
    const onFirst = async () => {
      expect(looks).toBe(0);
      touch();
    };
    return builder.build({}, { changed: new Set([talk]), open: [], onFirst, stop: new AbortController().signal });
  };
  const clean = async () => {
    const other = { ...own, outputDir: join(root, "untouched"), cacheDir: join(root, "untouched-cache") };
    await new Builder(other).build();
    return bytesBelow(other.outputDir);
  };
  process.on("worker", count);
  await edit("Touched once", () => {
    rmSync(join(own.outputDir, first));
    writeFileSync(join(own.outputDir, second), "another page");
    writeFileSync(join(own.outputDir, "stray.txt"), "of nobody");
  });
  // One look that tells of it, and one of the build that mends it.
  expect(looks).toBe(2);
  expect(bytesBelow(own.outputDir)).toEqual(await clean());
  looks = 0;
  await rest();
  await edit("Touched no more", () => {});
  process.off("worker", count);
  expect(looks).toBe(1);
  expect(bytesBelow(own.outputDir)).toEqual(await clean());
});

test("a talk of which no day is known leads to its citation while talks have files", async () => {
  const bare = join(dirname(talk), "bare.md");
  writeFileSync(bare, "---\ntitle: Bare\n---\n");
  const site = join(settings.contentDir, "site.yaml");
  const before = readFileSync(site, "utf8");
  const own = { ...settings, outputDir: join(root, "files"), cacheDir: join(root, "files-cache") };
  const leads = async () => {
    await buildIfNeeded(own);
    const page = filesBelow(own.outputDir).find((file) => file.endsWith("/bare/index.html")) ?? "";
    return readFileSync(join(own.outputDir, page), "utf8").includes("bare.bib");
  };
  expect(await leads()).toBe(true);
  writeFileSync(site, `${before}talkFiles: false\n`);
  expect(await leads()).toBe(false);
  writeFileSync(site, before);
  expect(await leads()).toBe(true);
  rmSync(bare);
});

describe("the state of a folder", () => {
  test("is known when its files are at rest, changes with each of them, and is not known of links", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "inner/a.txt");
    mkdirSync(join(folder, "inner"));
    writeFileSync(file, "one");
    settle(folder);
    await rest();
    const before = stateOfFiles(folder);
    expect(before).toBeDefined();
    expect(stateOfFiles(folder)).toBe(before);
    writeFileSync(file, "two");
    expect(stateOfFiles(folder)).toBeUndefined();
    await rest();
    expect(stateOfFiles(folder)).not.toBe(before);
    expect(stateOfFiles(join(folder, "nowhere"))).toBeDefined();
    symlinkSync(file, join(folder, "link.txt"));
    expect(stateOfFiles(folder)).toBeUndefined();
  });
});
