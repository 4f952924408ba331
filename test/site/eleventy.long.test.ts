/** More of Eleventy's own command with the plugin: other builds beside it, and templates that get in the way of the archive. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCK, lockFolder } from "../../src/build/lock.ts";
import { build, CONFIG, config, differing, eleventy, ended, NOTES, project, start, TALK } from "../support/eleventy.ts";
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
});
