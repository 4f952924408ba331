/** What is wrong with the folder of a theme is told with file and place. */
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadAssets, refuseMissingScripts } from "../../src/build/assets.ts";
import { loadTemplates } from "../../src/build/templates.ts";
import { readOfTheme, themeDirOf } from "../../src/build/theme.ts";
import { fontFiles, readCardFonts } from "../../src/media/card-fonts.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { folderOf, LITTLE } from "../support/content.ts";

/** The way from a theme to the root of the disk, wherever temporary folders are. */
const ROOT = "../".repeat(20);

const load = (files: Record<string, string>) => loadAssets(folderOf(files), { origin: "https://example.org", prefix: "" });

test.each([
  [
    "styles that cannot be read",
    { "css/site.css": "@import 'broken.css';", "css/broken.css": "a {\n  color: red;\n}\n}\n" },
    /broken\.css:\d+:\d+: /,
  ],
  [
    "a file that is not there",
    { "css/theme.css": "a {}\np { background: url(../images/no.png) }" },
    /theme\.css:2:\d+: There is no file `\.\.\/images\/no\.png`/,
  ],
  ["another place", { "css/theme.css": "p { background: url(https://example.org/a.png) }" }, /theme\.css:1:\d+: `url\(https:.* is no file/],
  [
    "a file outside",
    { "css/theme.css": `p { background: url(${ROOT}etc/hostname) }` },
    /theme\.css:1:\d+: .*leads out of the folder of the theme/,
  ],
  [
    "styles of another host",
    { "css/theme.css": '@import url("https://fonts.example/css?family=X");' },
    /theme\.css:1:\d+: `https:\/\/fonts\.example\/css\?family=X` is on another host/,
  ],
  ["styles outside", { "css/theme.css": `@import '${ROOT}etc/hostname';` }, /leads out of the folder of the theme/],
  [
    "another place as a text in a property of one's own",
    { "css/theme.css": ':root { --a: image-set("a.png" 1x, "https://example.org/a.png" 2x) }' },
    /The file `a\.png` is named as text/,
  ],
  [
    "another place as a text with words for it",
    { "css/theme.css": 'p::before { content: image-set("https://example.org/a.png" type("image/png") 1x) / "A" }' },
    /The file `https:\/\/example\.org\/a\.png` is named as text/,
  ],
  ["a folder", { "css/theme.css": "p { background: url(../css) }" }, /theme\.css:1:\d+: There is no file/],
  ["an import that is not there", { "css/site.css": "@import 'nowhere.css';" }, /nowhere\.css|site\.css:1:/],
  ["blocks without end", { "css/theme.css": "a{".repeat(50_000) }, /theme\.css` has more than 100 blocks/],
  ["brackets without end", { "css/theme.css": `a { width: ${"calc(".repeat(50_000)} }` }, /theme\.css` has more than 100 blocks/],
  [
    "a million rules",
    { "css/site.css": "@import 'many.css';", "css/many.css": "a{color:red}\n".repeat(100_000) },
    /many\.css` has 1,300,000 bytes; at most 1,000,000 are read/,
  ],
])("%s", async (_, files, message) => {
  await expect(load(files)).rejects.toThrow(message);
});

test("a picture that is named as text where that is understood is published", async () => {
  const css = 'p { background: image-set("a.png" 1x, "b.png" type("image/png") 2x) }';
  const { files } = await load({ "css/theme.css": css, "css/a.png": "a", "css/b.png": "b" });
  const names = files.map(({ path }) => path.replace(/-[0-9a-f]{10}/, ""));
  expect(names).toEqual(expect.arrayContaining(["assets/a.png", "assets/b.png"]));
});

test.each(["css/theme.css", "css/kinds/talk.css", "images/icon.svg", "pages/talk.njk", "fonts/a.ttf"])(
  "%s that never ends",
  async (name) => {
    const folder = folderOf({ "css/site.css": "" });
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync("/dev/zero", join(folder, name));
    const read = async () => {
      await loadAssets(folder, { origin: "https://example.org", prefix: "" });
      await loadTemplates({}, folder);
      readCardFonts(fontFiles([join(folder, "fonts")]), readOfTheme);
    };
    await expect(read()).rejects.toThrow(/` is neither a file nor a folder/);
    await expect(read()).rejects.toThrow(name);
  },
);

test.each(["css/theme.css", "css/kinds/talk.css", "images/icon.svg"])("%s that is a link to a file outside", async (name) => {
  const outside = folderOf({ "a.css": "a{}", "a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  const folder = folderOf({ "css/site.css": "" });
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  symlinkSync(join(outside, `a${extname(name)}`), join(folder, name));
  await expect(loadAssets(folder, { origin: "https://example.org", prefix: "" })).rejects.toThrow(/leads out of the folder of the theme/);
});

test("a template or a script in pages that is a link to a file outside", async () => {
  const outside = folderOf({ "a.njk": readFileSync("src/components/picture.njk", "utf8"), "a.js": "1;" });
  const folder = folderOf({ "js/frame.js": "" });
  for (const name of ["js/inline/theme.js", "components/picture.njk"]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(join(outside, `a${extname(name)}`), join(folder, name));
  }
  const told = (name: string) => `\`${name}\` is a link that leads out of the folder of the theme. Put the file itself in its place.`;
  await expect(loadAssets(folder, { origin: "https://example.org", prefix: "" })).rejects.toThrow(told("js/inline/theme.js"));
  await expect(loadTemplates({}, folder)).rejects.toThrow(told("components/picture.njk"));
});

test("a theme that is a link itself is where it leads to", async () => {
  const theme = folderOf({ "css/theme.css": ".linked{color:red}" });
  const place = join(folderOf({}), "theme");
  symlinkSync(theme, place);
  const { files } = await loadAssets(place, { origin: "https://example.org", prefix: "" });
  expect(files.some(({ bytes }) => Buffer.from(bytes).includes(".linked{color:red}"))).toBe(true);
});

test("a folder of scripts that lacks some", () => {
  const links = {
    firstStyles: "",
    styles: {},
    icon: "",
    scripts: { frame: "" },
    inline: {},
    hashes: { styles: {}, scripts: {}, inline: [] },
  };
  expect(() => refuseMissingScripts("theme", links)).toThrow(
    /`theme\/js` takes the place .*, and lacks `agenda-zone`, .*`transcript`\. Copy/,
  );
});

test("a folder of its own for the icon alone is a theme", async () => {
  const { files } = await load({ "images/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" });
  expect(files.map(({ path }) => path).filter((path) => path.endsWith(".svg"))).toHaveLength(1);
});

describe("styles of a theme", () => {
  const texts = async (files: Record<string, string>) => {
    const { links, files: published } = await load(files);
    const textOf = (href: string) => Buffer.from(published.find(({ path }) => `/${path}` === href)?.bytes ?? "").toString();
    return {
      first: links.firstStyles,
      of: (kind: string) => links.styles[kind]?.map(({ href }) => textOf(href)).join("") ?? "",
      published,
    };
  };

  test("may be the tokens alone; all other files come from the program", async () => {
    const tokens = readFileSync(join(PROJECT, "assets/css/tokens.css"), "utf8").replace(/--tiny: [^;]+;/, "--tiny: 0.123rem;");
    const [before, after] = [await texts({}), await texts({ "css/tokens.css": tokens })];
    expect(after.first).toBe(before.first.replace(/--tiny:[^;]+;/, "--tiny:.123rem;"));
    expect(after.first).not.toBe(before.first);
    for (const { name } of PAGE_KINDS) expect(after.of(name), name).toBe(before.of(name));
  });

  test("hold no text that ends the element they stand in", async () => {
    const first = readFileSync(join(PROJECT, "assets/css/first.css"), "utf8");
    const { links } = await load({ "css/first.css": `${first}p::after { content: "</style><b>" }` });
    expect(links.firstStyles).toContain('content:"<\\/style><b>"');
    expect(links.firstStyles).not.toContain("</");
  });

  test("need not say that pictures keep their shape", async () => {
    expect((await texts({})).first).toContain("img{height:auto}");
  });

  test("may be one file of those that a kind of page imports", async () => {
    const [before, after] = [await texts({}), await texts({ "css/kinds/talk.css": ".mine { color: red }" })];
    expect(after.of("talk")).toContain(".mine{color:red}");
    expect(after.of("event")).toBe(before.of("event"));
  });

  test("may come after all others, with fonts that are published under a hash", async () => {
    const { published, of } = await texts({
      "css/theme.css": "@font-face { font-family: Mine; src: url(../fonts/mine.woff2) }",
      "fonts/mine.woff2": "a font",
    });
    const font = published.find(({ path }) => path.startsWith("assets/mine-"));
    expect(font?.path).toMatch(/^assets\/mine-[0-9a-f]{10}\.woff2$/);
    for (const { name } of PAGE_KINDS)
      expect(of(name)).toMatch(new RegExp(`font-family:Mine;src:url\\("?${font?.path.slice("assets/".length)}"?\\)}$`));
  });

  test("may name files with blanks as they are or as addresses, and a part of a file", async () => {
    const { published, of } = await texts({
      "css/theme.css": `@font-face { font-family: Mine; src: url("../fonts/my größe.woff2") } p { background: url(../fonts/my%20gr%C3%B6%C3%9Fe.woff2?v=1#a) }`,
      "fonts/my größe.woff2": "a font",
    });
    const fonts = published.filter(({ path }) => path.endsWith(".woff2") && path.startsWith("assets/my-"));
    expect(fonts).toHaveLength(1);
    const name = fonts[0]?.path.slice("assets/".length) ?? "";
    expect(name).toMatch(/^my-gr-e-[0-9a-f]{10}\.woff2$/);
    expect(of("talk").split(name)).toHaveLength(3);
    expect(of("talk")).toContain(`${name}#a`);
  });

  test("of all pages are one file, and those of a kind another; what a page has in itself ends where its title does", async () => {
    const { links, files } = await load({});
    const shared = new Set(Object.values(links.styles).map(([site]) => site?.href));
    expect(shared.size).toBe(1);
    expect(links.styles["talk"]?.map(({ isPrint }) => isPrint)).toEqual([false, false, true, true]);
    expect(files.filter(({ path }) => path.endsWith(".css")).every(({ path }) => /^assets\/[a-z-]+-[0-9a-f]{10}\.css$/.test(path))).toBe(
      true,
    );
    expect(links.firstStyles).toContain(".masthead");
    expect(links.firstStyles).not.toContain(".talk-item");
  });

  test("bring no token into pages that those do not use, and lose none", async () => {
    const { first, of } = await texts({});
    const declared = [...first.matchAll(/(--[\w-]+):/g)].map(([, name = ""]) => name);
    expect(declared.filter((name) => !new RegExp(`var\\(${name}[,)]`).test(first))).toEqual([]);
    const all = first + of("talk");
    const used = [...all.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = ""]) => name);
    expect([...new Set(used)].filter((name) => !all.includes(`${name}:`))).toEqual([]);
    expect(first.length).toBeLessThan(6_500);
  });
});

describe("templates of a theme", () => {
  const own = (name: string) => readFileSync(join(PROJECT, "src", name), "utf8");

  test("take the place of those of their name, and may be further components", async () => {
    const templates = await loadTemplates(
      {},
      folderOf({
        "components/bye.njk": "{% macro bye() %}<p>Bye</p>{% endmacro %}",
        "pages/moved.njk": own("pages/moved.njk").replace("</body>", "{# mine #}<hr></body>"),
      }),
    );
    expect(templates.get("pages/moved.njk")).toContain("<hr></body>");
    expect(templates.get("components/bye.njk")).toContain("<p>Bye</p>");
    expect(templates.get("pages/talk.njk")).toBe((await loadTemplates()).get("pages/talk.njk"));
  });

  test.each([
    ["a script", "<p>\n <script>run()</script>", /components\/a\.njk:2:2: `<script>run\(\)<\/script>` Scripts in a page are not run/],
    ["styles", "<style>p { color: red }</style>", /a\.njk:1:1: `<style>p \{ color: red \}<\/style>` Styles/],
    ["a handler", '<p\nonclick="run()">', /a\.njk:2:1: `onclick=` /],
    ["an address that runs", '<a href="javascript:run()">', /a\.njk:1:10: `javascript:` /],
    ["text as markup", "{{ view.title | safe }}", /a\.njk:1:1: `\{\{ view\.title \| safe \}\}` Only what the program's templates print/],
    ["text as markup by another filter", "{{ view.title | trim | safe }}", /a\.njk:1:22: `\| safe` Only/],
    ["an attribute without quotes", "<a href={{ view.home }}>", /a\.njk:1:8: `=\{\{` The value of an attribute needs quotes/],
    ["no escaping", "{% autoescape false %}{{ view.title }}{% endautoescape %}", /a\.njk:1:1: `\{% autoescape` Text has to be escaped/],
    ["what nobody can read", "{% if %}\n", /a\.njk:1:\d+: /],
    ["a quote that nothing closes", '<a class="x>y</a>\n', /a\.njk cannot be read as HTML: /],
    ["more than a template needs", "<p>".repeat(20_000), /components\/a\.njk` has 60,000 bytes; at most 50,000 are read/],
    ["blanks without end", `<p>${" ".repeat(40_000)}`, /components\/a\.njk:1:4: Here are more than 1000 blanks/],
    ["a filter that nothing ends", `{{ a${" \n".repeat(499)}x | trim`, /a\.njk:500:1: /],
    ["comments that nothing closes", "{#".repeat(20_000), /a\.njk:1:\d+: .*end of comment/s],
  ])("are refused with %s", async (_, source, message) => {
    await expect(loadTemplates({}, folderOf({ "components/a.njk": source }))).rejects.toThrow(message);
  });

  test.each([
    ["without the frame", "<p>{{ view.title }}</p>"],
    ["with the frame in a comment", '{# {% extends "layouts/frame.njk" %} #}<p>{{ view.title }}</p>'],
    ["with the frame as text", '{% raw %}{% extends "layouts/frame.njk" %}{% endraw %}'],
    ["with something before the frame", '<p></p>{% extends "layouts/frame.njk" %}'],
  ])("of pages are refused %s, which brings the policy", async (_, source) => {
    const refused = /pages\/talk\.njk:1:1: The page has to begin with `\{% extends "layouts\/frame\.njk" %\}`/;
    await expect(loadTemplates({}, folderOf({ "pages/talk.njk": source }))).rejects.toThrow(refused);
  });

  test("may begin with a comment, and say `extends` in another way", async () => {
    const source = own("pages/talk.njk").replace('{% extends "layouts/frame.njk" %}', "{# Ours. #}\n{%- extends 'layouts/frame.njk' -%}");
    await expect(loadTemplates({}, folderOf({ "pages/talk.njk": source }))).resolves.toBeDefined();
  });

  test.each([
    [{ "components/picture.njk": "" }, "components/picture.njk:1:1: The macro `picture` is missing, which `"],
    [
      { "components/a.njk": '{% from "components/picture.njk" import picture, pitcure as b %}' },
      "components/a.njk:1:1: There is no macro `pitcure` in `components/picture.njk`.",
    ],
    [{ "components/a.njk": '{% from "components/no.njk" import x %}' }, "There is no macro `x` in `components/no.njk`."],
  ])("are refused where a macro is missing: %j", async (files: Record<string, string>, message) => {
    const refused = loadTemplates({}, folderOf(files));
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(/^[^\n]*\n[^\n]*$/);
  });

  test("are refused under a name that no page has, and as a frame without its policy", async () => {
    await expect(loadTemplates({}, folderOf({ "pages/talks.njk": "<p>" }))).rejects.toThrow(
      "pages/talks.njk: The program has no template of this name. Did you mean",
    );
    const frame = own("layouts/frame.njk").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    await expect(loadTemplates({}, folderOf({ "layouts/frame.njk": frame }))).rejects.toThrow(
      /frame\.njk:1:1: The policy of the page is missing/,
    );
  });
});

test("the folder of the theme is that of the assets, or the one beside the records that is named", () => {
  const root = folderOf({ "content/site.yaml": "", "mine/css/tokens.css": "" });
  const dirs = { contentDir: join(root, "content"), assetsDir: join(root, "assets") };
  expect(themeDirOf(dirs, undefined)).toBe(dirs.assetsDir);
  expect(themeDirOf(dirs, "mine")).toBe(join(root, "mine"));
  expect(() => themeDirOf(dirs, "yours")).toThrow("`theme: yours`");
  expect(() => themeDirOf(dirs, "content")).toThrow("names the folder of the records");
});

test("check tells of a theme that is not there, as a build does", async () => {
  const content = folderOf({ ...LITTLE, "site.yaml": `${LITTLE["site.yaml"]}theme: yours\n` });
  const { code, stdout } = await archive(["check", "--content", content]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/site\.yaml:\d+:8 error \[missing-theme\]\n {2}`theme: yours` in /);
});

test("links that an editor keeps beside files while somebody types are no files of a theme", async () => {
  const files = ["css/kinds/.#talk.css", "pages/.#talk.njk", "fonts/.#letters.ttf"];
  const folder = folderOf({});
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    symlinkSync("somebody@elsewhere.1", join(folder, file));
  }
  expect((await loadTemplates({}, folder)).size).toBe((await loadTemplates({}, folderOf({}))).size);
  expect(fontFiles([join(folder, "fonts")])).toEqual([]);
  await loadAssets(folder, { origin: "https://example.org", prefix: "" });
});
