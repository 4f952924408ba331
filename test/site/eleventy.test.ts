/** The archive as a plugin: Eleventy's own command builds the same site, beside templates of the user, and never reads a record itself. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { build, CONFIG, CONTENT, config, differing, eleventy, ended, NOTES, project, start, startNode, TALK } from "../support/eleventy.ts";
import { filesBelow } from "../support/html.ts";
import { builtSite } from "../support/sites.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

describe("Eleventy's own command", () => {
  test("builds the same small site as the archive's, at once and after an edit", async () => {
    const folder = project();
    const site = await build(folder);
    expect(filesBelow(site).length).toBeGreaterThan(40);
    expect(differing(site, (await builtSite(LITTLE)).site)).toEqual([]);
    const event = join(site, "404.html");
    const before = statSync(event).mtimeMs;
    const edited = CONTENT[TALK]?.replace("title: A talk", "title: A better talk") ?? "";
    writeFileSync(join(folder, TALK), edited);
    await build(folder);
    const { site: expected } = await builtSite({ ...LITTLE, [TALK.replace("content/", "")]: edited });
    expect(differing(site, expected)).toEqual([]);
    expect(statSync(event).mtimeMs, "what is up to date is left alone").toBe(before);
  });

  longTest("does not depend on the current folder", async () => {
    const folder = project();
    const elsewhere = temporaryFolder();
    const run = await ended(start(elsewhere, `--config=${relative(elsewhere, join(folder, CONFIG))}`));
    expect(run.code, run.stderr).toBe(0);
    expect(existsSync(join(folder, "_site/events/2020-spring/a-talk/index.html"))).toBe(true);
    expect(filesBelow(elsewhere)).toEqual([]);
  });

  test.each(["a#1", ...(LONG ? ["a%20b c"] : [])])(
    "builds in a folder that is called `%s`, as the archive's own command `eleventy`",
    async (name) => {
      const files = { "package.json": '{ "type": "module" }', ...CONTENT, ...NOTES };
      const folder = join(folderOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]))), name);
      const run = await ended(startNode(folder, join(PROJECT, "src/cli/start.js"), "eleventy"));
      expect(run.code, run.stdout + run.stderr).toBe(0);
      expect(existsSync(join(folder, "_site/events/2020-spring/a-talk/index.html"))).toBe(true);
      expect(readFileSync(join(folder, "_site/notes/first/index.html"), "utf8")).toContain("HELLO!");
    },
  );

  longTest("writes nothing with --dryrun, and goes through everything", async () => {
    const folder = project();
    const before = filesBelow(folder);
    const run = await eleventy(folder, "--dryrun");
    expect(run.code, run.stderr).toBe(0);
    expect(filesBelow(folder)).toEqual(before);
    writeFileSync(join(folder, TALK), "---\ntitel: A talk\n---\n");
    expect((await eleventy(folder, "--dryrun")).code).toBe(1);
  });

  test("says what is wrong with records and ends with 1; nothing is written", async () => {
    const folder = project({ [TALK]: "---\ntitel: A talk\n---\n" });
    const run = await eleventy(folder);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/events/2020-spring/talks/a-talk.md:2:1 error");
    expect(run.stderr.match(/Did you mean `title`\?/g)).toHaveLength(1);
    expect(run.stderr + run.stdout).toContain("The records have errors. Nothing was written.");
    expect(run.stderr + run.stdout).not.toMatch(/\n {4}at /);
    expect(existsSync(join(folder, "_site"))).toBe(false);
  });

  /** Of what is refused, or told, in the same place `npm test` tries the first, `npm run test:all` the others too. */
  const some = <Case>(cases: readonly Case[]) => (LONG ? cases : cases.slice(0, 1));
  const REFUSED: [what: string, options: string, says: string][] = [
    ["a day that is none", 'today: "now"', "The option `today` of the plugin is `now`. Write a day of the calendar"],
    [
      "an address without its start",
      'baseUrl: "example.org"',
      "The option `baseUrl` of the plugin is `example.org`: The address does not start",
    ],
    ["a name that is none", 'baseURL: "https://example.org/"', "The option `baseURL` of the plugin is none of root, content, assets"],
    ["a day that is no text", "today: new Date()", "The option `today` of the plugin has to be a text."],
  ];
  test.each(some(REFUSED))("refuses %s, and writes nothing", async (_, options, says) => {
    const hidden = CONTENT[TALK]?.replace("title: A talk", "title: A talk\npublishFrom: 2999-01-01") ?? "";
    const folder = project({ [TALK]: hidden, [CONFIG]: config("", undefined, `root: import.meta.dirname, ${options}`) });
    const run = await eleventy(folder);
    expect(run.code).toBe(1);
    expect(run.stderr + run.stdout).toContain(says);
    expect(existsSync(join(folder, "_site"))).toBe(false);
  });

  const MISUSED: [what: string, more: string, args: string[], sentence: string][] = [
    ["--incremental with a file", "", ["--incremental=content/site.yaml"], "Leave out `--incremental` with a file"],
    ["a second time that it is added", "config.addPlugin(conferenceArchive, { root: import.meta.dirname });", [], "is added twice"],
  ];
  test.each(some(MISUSED))("refuses %s", async (_, more, args, sentence) => {
    const folder = project({ [CONFIG]: config(more) });
    const run = await eleventy(folder, ...args);
    expect([run.code, run.stderr + run.stdout]).toEqual([1, expect.stringContaining(sentence)]);
    expect(run.stderr + run.stdout).not.toMatch(/\n {4}at /);
    expect(existsSync(join(folder, "_site"))).toBe(false);
  });

  const BROKEN: [what: string, files: Record<string, string>, sentence: string][] = [
    [
      "a theme that is not there",
      { "content/site.yaml": `${CONTENT["content/site.yaml"]}theme: nowhere\n` },
      "names a folder that is not beside",
    ],
    ["a cache that is a file", { ".cache": "a file" }, "is a file and not a folder"],
  ];
  test.each(some(BROKEN))("tells of %s in a sentence", async (_, files, sentence) => {
    const run = await eleventy(project(files));
    expect([run.code, run.stderr + run.stdout]).toEqual([1, expect.stringContaining(sentence)]);
    expect(run.stderr + run.stdout).not.toMatch(/\n {4}at /);
  });
});

describe("templates of the user", () => {
  test("are built beside the archive: a Markdown page, a collection, a shortcode; and stay when records go, or the archive's own command builds", async () => {
    const folder = project({ ...NOTES, "content/events/2020-spring/talks/other.md": "---\ntitle: Other\n---\n" });
    const site = await build(folder);
    expect(readFileSync(join(site, "notes/first/index.html"), "utf8")).toBe("<h1>First</h1>\n<p>HELLO!</p>\n");
    expect(readFileSync(join(site, "notes/index.html"), "utf8")).toContain('<li><a href="/notes/first/">First</a></li>');
    expect(readFileSync(join(site, "notes/index.html"), "utf8"), "pages of the archive are in no collection").toContain("Of 2.");
    expect(readFileSync(join(site, "mine.txt"), "utf8")).toBe("Mine.\n");
    expect(existsSync(join(site, "events/2020-spring/other/index.html"))).toBe(true);
    const before = filesBelow(site);
    const own = await ended(startNode(folder, join(PROJECT, "src/cli/start.js"), "build"));
    expect(own.code, own.stderr).toBe(0);
    expect(own.stderr, "the archive's own command says how to build them").toContain("`npm run eleventy` builds them and the archive.");
    expect(filesBelow(site), "and leaves them alone").toEqual(before);
    rmSync(join(folder, "content/events/2020-spring/talks/other.md"));
    writeFileSync(join(site, "events/2020-spring/by-hand.txt"), "put here by hand");
    await build(folder);
    expect(existsSync(join(site, "events/2020-spring/other"))).toBe(false);
    for (const path of ["notes/index.html", "notes/first/index.html", "mine.txt", "events/2020-spring/by-hand.txt"])
      expect(existsSync(join(site, path)), path).toBe(true);
  });

  test("are no records: those are data, also where the input folder holds them", async () => {
    const evil = `---js\n{ title: (require("fs").writeFileSync("ran.txt", ""), "A talk") }\n---\n`;
    const returns = '{ dir: { input: ".", output: "_site" } }';
    const folder = project({
      [CONFIG]: config("", returns),
      "content/pages/about.md": "---\ntitle: About\n---\n\n{{ 7 * 7 }}\n",
      "assets/media/page.html": "<p>{{ 7 * 7 }}</p>",
    });
    const site = await build(folder);
    expect(readFileSync(join(site, "about/index.html"), "utf8")).toContain("{{ 7 * 7 }}");
    expect(filesBelow(site).filter((file) => /content|page\.html/.test(file))).toEqual([]);
    writeFileSync(join(folder, TALK), evil);
    expect((await eleventy(folder)).code).toBe(1);
    expect(existsSync(join(folder, "ran.txt"))).toBe(false);
  });
});

test("--serve shows changes of records, and lets Eleventy's own script load pages again", async () => {
  const folder = project();
  const child = start(folder, "--serve", "--port=0");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  const until = async (what: string, condition: () => Promise<boolean> | boolean) => {
    const started = performance.now();
    while (!(await condition())) {
      if (performance.now() - started > 250_000) throw new Error(`${what} did not happen:\n${said}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  try {
    await until("Serving", () => /http:\/\/localhost:\d+/.test(said) && said.includes("Watching"));
    const address = `${/http:\/\/localhost:\d+/.exec(said)?.[0]}/events/2020-spring/a-talk/`;
    const page = async () => (await fetch(address)).text();
    const better = readFileSync(join(folder, TALK), "utf8").replace("title: A talk", "title: A better talk");
    expect(await page()).toMatch(/<meta http-equiv="Content-Security-Policy" content="[^"]*;script-src 'self' [^;"]*'sha256-/);
    expect(await page()).not.toContain("trusted-types");
    expect(readFileSync(join(folder, "_site/events/2020-spring/a-talk/index.html"), "utf8")).toContain("trusted-types");
    // Eleventy says that it watches some time before it does, and hears nothing of a change between.
    let edits = 0;
    await until("A better page", async () => {
      if (edits++ % 50 === 0) writeFileSync(join(folder, TALK), better);
      return (await page()).includes("A better talk");
    });
  } finally {
    child.kill();
  }
});
