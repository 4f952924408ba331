/** What one build leaves for the next is trusted only as far as it is true: every build is the clean build, byte for byte. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { archive, PROJECT } from "../support/cli.ts";
import { temporaryFolder } from "../support/content.ts";
import { generateContent } from "../support/generate.ts";
import { filesBelow } from "../support/html.ts";
import { builtSite } from "../support/sites.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

const CONTENT = generateContent(2, 20);

interface Place {
  content: string;
  assets: string;
  output: string;
  cache: string;
}

/** Where a first build left all that it leaves: copies of it, so that only one build is made for all tests. */
async function place(): Promise<Place & { pages: number }> {
  const folder = temporaryFolder();
  const { content, assets, site, cache, told } = await builtSite(CONTENT);
  const at = { content: join(folder, "content"), assets, output: join(folder, "site"), cache: join(folder, "cache") };
  cpSync(content, at.content, { recursive: true });
  cpSync(site, at.output, { recursive: true });
  cpSync(cache, at.cache, { recursive: true });
  return { ...at, pages: pagesWritten(told) };
}

/** How many pages a build says that it wrote. */
const pagesWritten = (told: string) => Number(/Wrote ([\d,]+) page/.exec(told)?.[1]?.replace(",", ""));

const options = ({ content, assets, output, cache }: Place) => {
  const folders = ["--content", content, "--assets", assets, "--output", output, "--cache", cache];
  return ["build", ...folders];
};

/** Builds, and says how many pages were written. */
async function build(at: Place, ...more: string[]): Promise<number> {
  const run = await archive([...options(at), ...more]);
  expect(run.code, run.stderr).toBe(0);
  return pagesWritten(run.stderr);
}

const bytesOf = (folder: string) => new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "base64")]));

async function expectClean(at: Place): Promise<void> {
  const records = Object.fromEntries(filesBelow(at.content).map((file) => [file, readFileSync(join(at.content, file))]));
  const clean = await builtSite(records);
  const [site, expected] = [bytesOf(at.output), bytesOf(clean.site)];
  expect([...site.keys()]).toEqual([...expected.keys()]);
  expect([...site].filter(([file, bytes]) => expected.get(file) !== bytes).map(([file]) => file)).toEqual([]);
}

const TALK = "events/2000-summit/talks/talk-7.md";

function retitle(at: Place, title: string): void {
  const file = join(at.content, TALK);
  writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*/m, `title: ${title}`));
}

// `EDITS=200` is the long run of `npm run test:all`, in which every kind of edit comes at least once.
const EDITS = Number(process.env["EDITS"] ?? (LONG ? 10 : 4));

test(`${EDITS} random edits of records, templates, styles, media, packages, output and cache: each time the clean build`, async () => {
  const seed = process.env["EDITS_SEED"] ?? "1";
  const words = [temporaryFolder(), String(EDITS), String(Math.ceil(EDITS / 6)), seed];
  const child = spawn(process.execPath, ["--import", "tsx", "test/site/random-edits.ts", ...words], { cwd: PROJECT });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  const code = await new Promise((done) => child.on("close", done));
  expect(code, err).toBe(0);
  const told = JSON.parse(out) as { untried: string[]; compared: number; skipped: number; refused: number; early: number };
  expect(told.compared + told.refused).toBe(EDITS);
  if (EDITS >= 20) expect(told.untried, "every kind of edit is tried").toEqual([]);
  expect(told.compared, "most edits make a site").toBeGreaterThan(EDITS / 2);
  expect(told.early, "a preview shows edits first").toBeGreaterThan(0);
  expect(told.skipped, "builds left pages alone").toBeGreaterThan(EDITS * 0.1);
}, 2_400_000);

describe("a build that finds what an earlier one left", () => {
  test("writes nothing when nothing changed, a few pages after one edit, and removes the pages of a deleted record", async () => {
    const at = await place();
    const all = at.pages;
    expect(all).toBeGreaterThan(50);
    // The copied folder is one that no build knows yet.
    await build(at);
    expect(await build(at)).toBe(0);
    retitle(at, "Another title");
    const few = await build(at);
    expect(few).toBeGreaterThan(2);
    expect(few).toBeLessThan(all / 2);
    if (LONG) await expectClean(at);
    rmSync(join(at.content, TALK));
    await build(at);
    expect(existsSync(join(at.output, "events/2000-summit/talk-7"))).toBe(false);
    await expectClean(at);
  });

  test("is not misled by times: everything copied, as CI restores it, is known by its bytes", async () => {
    const at = await place();
    await build(at);
    const folder = temporaryFolder();
    const copied = { ...at, content: join(folder, "content"), output: join(folder, "deep/site"), cache: join(folder, "cache") };
    cpSync(at.content, copied.content, { recursive: true });
    cpSync(at.cache, copied.cache, { recursive: true });
    const moved = { ...copied, output: join(folder, "site") };
    cpSync(at.output, moved.output, { recursive: true });
    const touched = new Date(2001, 1, 1);
    for (const file of filesBelow(moved.output)) utimesSync(join(moved.output, file), touched, touched);
    expect(await build(moved)).toBe(0);
    retitle(moved, "Edited where it was copied to");
    expect(await build(moved)).toBeGreaterThan(2);
    await expectClean(moved);
    // An output folder that it knows nothing of is written from the records that it knows.
    expect(await build(copied)).toBeGreaterThan(50);
    await expectClean(copied);
  });

  longTest("forgets everything with --clean", async () => {
    const at = await place();
    expect(await build(at, "--clean")).toBe(at.pages);
    await expectClean(at);
  });

  const SPOILT: [string, (text: string) => string][] = [
    ["cut off", (text: string) => text.slice(0, text.length / 2)],
    ["emptied", () => ""],
    ["not what it was", (text: string) => text.replace(/The [a-z]+/g, "The wrong")],
    ["of another program", (text: string) => text.replace(/cache 1 (\S+) \S+/, "cache 1 $1 AAAAAAAAAAAAAAAAAAAAAA")],
    ["of no program at all", () => '{"files":{},"groups":{}}'],
    ["text of somebody else", () => "<html>\u0000\ufffd"],
  ];
  // The cache is read in one place; `npm run test:all` tries all.
  test.each(LONG ? SPOILT : SPOILT.slice(2, 3))("ignores a cache that is %s", async (_, spoil) => {
    const at = await place();
    retitle(at, "Another title");
    for (const file of readdirSync(at.cache)) writeFileSync(join(at.cache, file), spoil(readFileSync(join(at.cache, file), "utf8")));
    expect(await build(at)).toBeGreaterThan(2);
    await expectClean(at);
  });
});

/** How many builds are killed: 60 in a run of its own in `npm run test:all`. */
const KILLS = Number(process.env["KILLS"] ?? (LONG ? 4 : 0));

if (KILLS > 0)
  test("a build that is killed at any moment leaves the next one correct", async () => {
    const at = await place();
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      for (const path of Object.keys(CONTENT).filter((name) => name.includes("/talks/")))
        writeFileSync(join(at.content, path), (CONTENT[path] ?? "").replace("title: The", `title: Round ${round} of the`));
      const child = spawn(process.execPath, ["src/cli/start.js", ...options(at)], { cwd: PROJECT, stdio: "ignore" });
      const ended = new Promise<NodeJS.Signals | null>((done) => child.on("close", (_, signal) => done(signal)));
      // From the first moment of writing on, which differs between machines, in ever longer steps.
      const started = performance.now();
      const index = join(at.output, "events/2000-summit/index.html");
      const before = existsSync(index) ? readFileSync(index, "utf8") : "";
      while (performance.now() - started < 5000 && existsSync(index) && readFileSync(index, "utf8") === before && child.exitCode === null)
        await new Promise((done) => setTimeout(done, 2));
      await new Promise((done) => setTimeout(done, ((round * 5) % 12) * 8));
      child.kill("SIGKILL");
      if ((await ended) === "SIGKILL") killed++;
      if (round % 4 === 3) {
        await build(at);
        await expectClean(at);
      }
    }
    expect(killed).toBeGreaterThan(KILLS / 3);
  }, 2_400_000);
