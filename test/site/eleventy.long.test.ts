/** More of Eleventy's own command with the plugin: other builds beside it, and templates that get in the way of the archive. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCK, lockFolder } from "../../src/build/lock.ts";
import { build, CONFIG, config, differing, eleventy, ended, NOTES, project, start, startNode, TALK } from "../support/eleventy.ts";
import { filesBelow } from "../support/html.ts";
import { LITTLE } from "../support/little.ts";
import { builtSite } from "../support/sites.ts";

describe("Eleventy's own command", () => {
  test("waits for another build into the same folder, and leaves no lock", async () => {
    const folder = project();
    const release = await lockFolder(join(folder, "_site"), () => {});
    const child = start(folder);
    const run = ended(child);
    await new Promise<void>((done) => child.stderr.on("data", (chunk) => String(chunk).includes("waiting for it") && done()));
    expect(existsSync(join(folder, "_site/index.html"))).toBe(false);
    release();
    expect((await run).code).toBe(0);
    expect(existsSync(join(folder, "_site/index.html"))).toBe(true);
    expect(filesBelow(folder).filter((file) => file.endsWith(LOCK))).toEqual([]);
  });

  test("leaves the site as it is when nothing is built at first", async () => {
    const folder = project();
    const site = await build(folder);
    const before = filesBelow(site);
    writeFileSync(join(folder, TALK), readFileSync(join(folder, TALK), "utf8").replace("title: A talk", "title: A better talk"));
    await eleventy(folder, "--ignore-initial");
    expect(filesBelow(site)).toEqual(before);
    await build(folder);
    expect(readFileSync(join(site, "events/2020-spring/a-talk/index.html"), "utf8")).toContain("A better talk");
  });
});

describe("pages of the archive", () => {
  test.each<[why: string, more: string, args: string[]]>([
    ["other formats alone are asked for", "", ["--formats=md"]],
    ["a preprocessor leaves out all templates", 'config.addPreprocessor("none", "*", () => false);', []],
  ])("are written where %s", async (_, more, args) => {
    const folder = project({ [CONFIG]: config(more) });
    const { site } = await builtSite(LITTLE);
    expect(differing(await build(folder, ...args), site)).toEqual([]);
    writeFileSync(join(folder, TALK), readFileSync(join(folder, TALK), "utf8").replace("title: A talk", "title: A better talk"));
    expect(readFileSync(join(await build(folder, ...args), "events/2020-spring/a-talk/index.html"), "utf8")).toContain("A better talk");
  });
});

describe("templates of the user", () => {
  test("stay when another program builds, which deletes what the one before wrote", async () => {
    const folder = project({ ...NOTES, "content/events/2020-spring/talks/other.md": "---\ntitle: Other\n---\n" });
    const site = await build(folder);
    // Another program believes no manifest of this one.
    for (const name of filesBelow(join(folder, ".cache")).filter((file) => /^(output|records)-?/.test(file)))
      writeFileSync(join(folder, ".cache", name), "of another program");
    rmSync(join(folder, "content/events/2020-spring/talks/other.md"));
    writeFileSync(join(site, "by-hand.txt"), "put here by hand");
    await build(folder);
    expect(existsSync(join(site, "events/2020-spring/other"))).toBe(false);
    for (const path of ["notes/index.html", "mine.txt", "by-hand.txt"]) expect(existsSync(join(site, path)), path).toBe(true);
  });

  test("change no page of the archive, also with transforms", async () => {
    const { site: plain } = await builtSite(LITTLE);
    const mine = project({
      ...NOTES,
      [CONFIG]: config('config.addShortcode("shout", (word) => word); config.addTransform("mine", (html) => html + "<!-- mine -->");'),
    });
    const site = await build(mine);
    expect(readFileSync(join(site, "notes/index.html"), "utf8")).toContain("<!-- mine -->");
    expect(differing(plain, site)).toEqual(["notes/first/index.html", "notes/index.html"]);
  });

  test("and transforms of plugins that are added later neither change nor fail over pages of the archive", async () => {
    const later = (code: string) => `config.addPlugin((other) => other.addTransform("later", ${code}));`;
    const refuses =
      'function (html) { if (this.page.url !== "/notes/" && this.page.url !== "/notes/first/") throw new Error("Unknown."); return html; }';
    const mine = project({
      ...NOTES,
      [CONFIG]: config(
        `config.addShortcode("shout", (word) => word); ${later("(html) => html + '<!-- later -->'")} ${later(refuses).replace('"later"', '"refuses"')}`,
      ),
    });
    const site = await build(mine);
    expect(readFileSync(join(site, "notes/index.html"), "utf8")).toContain("<!-- later -->");
    expect(differing((await builtSite(LITTLE)).site, site)).toEqual(["notes/first/index.html", "notes/index.html"]);
  });

  test("cannot have an address of the archive", async () => {
    const folder = project({ "content/pages/about.md": "---\ntitle: About\n---\n\nText.\n" });
    const site = await build(folder);
    for (const address of ["/about/", "/events/2020-spring/a-talk/", "/sitemap.xml", "/pagefind/entry.json"]) {
      const file = join(site, address.endsWith("/") ? `${address}index.html` : address);
      const before = readFileSync(file, "utf8");
      writeFileSync(join(folder, "templates/mine.md"), `---\npermalink: ${address}\n---\nMine.\n`);
      const run = await eleventy(folder);
      expect(run.code, address).toBe(1);
      expect(run.stderr + run.stdout).toContain(`./templates/mine.md would be written to ${address}, which belongs to the archive.`);
      expect(readFileSync(file, "utf8")).toBe(before);
    }
  });

  test.each(["robots.txt", "events/index.html"])("cannot copy a file over %s of the archive", async (path) => {
    const copies = `config.addPassthroughCopy({ "mine": "." });`;
    const folder = project({ [CONFIG]: config(copies), "mine/own.txt": "Mine.\n", [`mine/${path}`]: "Mine.\n" });
    const run = await eleventy(folder);
    expect([run.code, run.stderr + run.stdout]).toEqual([
      1,
      expect.stringContaining(`mine/${path} was copied to /${path}, which belongs to the archive. Copy it to another place.`),
    ]);
    expect(run.stderr + run.stdout).not.toMatch(/\n {4}at /);
    rmSync(join(folder, "mine", path));
    const site = await build(folder);
    expect(differing((await builtSite(LITTLE)).site, site)).toEqual(["own.txt"]);
  });
});

test("a script may ask one Eleventy for data first, and then for files", async () => {
  const script = `import Eleventy from ${JSON.stringify(import.meta.resolve("@11ty/eleventy"))};
const eleventy = new Eleventy("templates", "_site", { configPath: "${CONFIG}", quietMode: true });
await eleventy.toJSON();
await eleventy.write();
`;
  const folder = project({ "script.js": script });
  const run = await ended(startNode(folder, "script.js"));
  expect(run.code, run.stderr).toBe(0);
  expect(differing((await builtSite(LITTLE)).site, join(folder, "_site"))).toEqual([]);
});
