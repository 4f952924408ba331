/** The copy that opens from a disk: every address in it leads to a file, and making it leaves the site as it is. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { tagsOf } from "../../src/text/html.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { portableExample, prefixedExample } from "../support/example.ts";
import { filesBelow } from "../support/html.ts";

let copy: string;
let files: string[];
beforeAll(async () => {
  copy = await portableExample();
  files = filesBelow(copy);
});

/** Attributes that hold no address, and may begin with anything. */
const TEXTS = new Set(["alt", "aria-keyshortcuts", "content", "data-prefix", "placeholder", "title"]);

/** Addresses in a page of the copy that lead to no file of it, as `file attribute="value"`. */
function lostAddresses(file: string): string[] {
  const here = pathToFileURL(join(copy, file));
  const lost: string[] = [];
  for (const { attributes } of tagsOf(readFileSync(join(copy, file), "utf8")))
    for (const [name, { value }] of attributes) {
      const told = `${file} ${name}="${value}"`;
      // A site path anywhere is one that was overlooked.
      if (!TEXTS.has(name) && /^\/(?!\/)/.test(value)) lost.push(told);
      const isRefresh = name === "content" && attributes.get("http-equiv")?.value === "refresh";
      const addresses = isRefresh
        ? [value.replace(/^0; url=/, "")]
        : name === "srcset"
          ? value.split(", ").map((one) => one.replace(/ .*/, ""))
          : [value];
      if (!isRefresh && !/^(srcset|href|src|action|poster|data-(captions|src|folder|index|top|base))$/.test(name)) continue;
      for (const address of addresses) {
        if (address === "") continue;
        const url = new URL(address, here);
        if (url.protocol !== "file:" || name === "data-folder") continue;
        const target = fileURLToPath(new URL(url.pathname, "file:///"));
        const isFolder = name === "data-top" || name === "data-base";
        if (!existsSync(target) || statSync(target).isDirectory() !== isFolder) lost.push(told);
      }
    }
  return lost;
}

test("every address in it leads to a file", () => {
  const pages = files.filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(150);
  expect(pages.flatMap(lostAddresses)).toEqual([]);
});

test("it has all pages and files of the site but those for servers, and the search as scripts", async () => {
  const { site } = await prefixedExample();
  const have = new Set(files);
  const lacks = filesBelow(site).filter((path) => !have.has(path) && !have.has(`assets/files/${path}.js`));
  expect(lacks.filter((path) => !/^(_headers|_redirects)|^(robots\.txt|sitemap\.xml)$/.test(path))).toEqual([]);
  expect(files).toContain("assets/files/pagefind/entry.json.js");
  expect(readFileSync(join(copy, "README.txt"), "utf8")).toContain("Open index.html");
});

test("a script holds the bytes of its file", async () => {
  const { site } = await prefixedExample();
  for (const path of files.flatMap((file) => /^assets\/files\/(.+)\.js$/.exec(file)?.[1] ?? [])) {
    const [, content = ""] = /^addFile\("([^"]*)"\);\n$/.exec(readFileSync(join(copy, `assets/files/${path}.js`), "utf8")) ?? [];
    expect(Buffer.from(content, "base64").equals(readFileSync(join(site, path))), path).toBe(true);
  }
});

test("the site is the same bytes with it and without; a second copy writes what changed, and deletes what has gone", async () => {
  const folder = temporaryFolder();
  const content = folderOf(LITTLE);
  const [plain, site, disk] = ["plain", "site", "disk"].map((name) => join(folder, name)) as [string, string, string];
  const build = (output: string, ...more: string[]) => archive(["build", "--content", content, "--output", output, ...more]);
  const bytes = (of: string) => filesBelow(of).map((path) => [path, readFileSync(join(of, path), "latin1")]);
  expect(await build(plain)).toMatchObject({ code: 0 });
  expect(await build(site, "--portable", disk)).toMatchObject({ code: 0 });
  expect(bytes(site)).toEqual(bytes(plain));

  const before = bytes(disk);
  const { mtimeMs } = statSync(join(disk, "index.html"));
  writeFileSync(join(disk, "stray.txt"), "");
  rmSync(join(disk, "events/index.html"));
  expect(await build(site, "--portable", disk)).toMatchObject({ code: 0 });
  expect(bytes(disk)).toEqual(before);
  expect(statSync(join(disk, "index.html")).mtimeMs).toBe(mtimeMs);
});

test("styles hold the fonts of a theme, wherever the site has them", async () => {
  const folder = temporaryFolder();
  const [site, disk] = [join(folder, "site"), join(folder, "disk")];
  const assets = folderOf({
    "css/theme.css": '@font-face { font-family: Own; src: url("../fonts/own.woff2") format("woff2") }\nh1 { background: url(own.svg) }\n',
    "css/own.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "fonts/own.woff2": "a font",
  });
  const run = await archive(["build", "--content", folderOf(LITTLE), "--assets", assets, "--output", site, "--portable", disk]);
  expect(run.code, run.stderr).toBe(0);
  const styles = filesBelow(disk).filter((path) => path.endsWith(".css"));
  const named = styles.flatMap((path) =>
    [...readFileSync(join(disk, path), "utf8").matchAll(/url\("?([^")]+)/g)].map(([, address = ""]) => ({ path, address })),
  );
  expect(named.map(({ address }) => address)).toContain(`data:font/woff2;base64,${Buffer.from("a font").toString("base64")}`);
  const files = named.filter(({ address }) => !address.startsWith("data:"));
  expect(files.map(({ address }) => address)).toContainEqual(expect.stringMatching(/own-[0-9a-f]{10}\.svg$/));
  for (const { path, address } of files) {
    expect(address).not.toMatch(/woff2/);
    expect(existsSync(join(disk, path, "..", address)), `${path}: ${address}`).toBe(true);
  }
});

test("it is written into no folder of others, nor into the site", async () => {
  const folder = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "mine/a.txt": "",
  });
  const build = (disk: string) =>
    archive(["build", "--content", join(folder, "content"), "--output", join(folder, "site"), "--portable", join(folder, disk)]);
  for (const [disk, told] of [
    ["mine", /holds files that no build of this archive wrote/],
    ["content/disk", /lie in each other/],
    ["site/disk", /lie in each other.*with `--portable`/],
  ] as const) {
    const { code, stderr } = await build(disk);
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
  }
  expect(filesBelow(join(folder, "mine"))).toEqual(["a.txt"]);
});

test("a part of a site has no copy", async () => {
  const run = await archive([
    "build",
    "--content",
    folderOf(LITTLE),
    "--output",
    join(temporaryFolder(), "a"),
    "--shard",
    "1/2",
    "--portable",
  ]);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("Leave out `--shard` or `--portable`") });
});
