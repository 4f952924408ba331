/** What an archive adds to the program in its folder `extensions/`. */
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type LoadedExtensions, loadExtensions } from "../../src/build/extensions.ts";
import { ExtensionError, madeOfImported } from "../../src/build/guarded-extensions.ts";
import { outputGroups } from "../../src/outputs/index.ts";
import type { OutputContext, OutputFormat } from "../../src/outputs/output-format.ts";
import { archiveOf, talkOf } from "../model/make.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, SITE, temporaryFolder } from "../support/content.ts";
import { LONG } from "../support/long.ts";

const INDEX = `export default ({ pageHead, link, problemAt }) => ({
  pages: [{
    name: "sponsors",
    *views(archive) {
      yield { ...pageHead(archive, { path: "/sponsors/", title: "Sponsors", description: "Who paid." }), friends: [link(archive, "/events/", "Gold <b>")] };
    },
  }],
  outputs: [{ name: "names", *files(archive) { yield { path: "names.txt", content: archive.people.map(({ name }) => name + "\\n").join("") }; } }],
  checks: [(archive) => archive.talks.filter(({ record }) => !record.room).map(({ file }) => ({
    rule: "no-room", severity: "warning", file, path: [], message: "The talk has no room.", hint: "Add \`room:\`.",
  }))],
  importers: [{
    name: "lines", title: "lines of titles",
    recognises: ({ text }) => text.startsWith("TITLES\\n"),
    read: (files) => {
      const talks = files.flatMap((file) => file.text.split("\\n").slice(1).filter(Boolean).map((title) => ({
        rows: [{ file, start: file.text.indexOf(title), end: file.text.indexOf(title) + title.length }], key: title, record: { title }, speakers: [],
      })));
      const problems = files.map((file) => problemAt({ file, start: 0, end: 6 }, { rule: "lines", severity: "warning", message: "Only titles.", hint: "Add the rest." }));
      return { conferences: [{ key: "old-days", event: { name: "Old Days" }, slug: "old-days", talks, speakers: [] }], rows: talks.length, refused: [], problems, notKept: new Map() };
    },
  }],
});
`;
const TEMPLATE = `{% extends "layouts/frame.njk" %}
{% set kind = "sponsors" %}
{% block content %}<h1>{{ view.title }}</h1>{% for one in view.friends %}<p class="friend"><a href="{{ one.href }}">{{ one.label }}</a></p>{% endfor %}{% endblock %}
`;

/** What an importer gives that reads one talk, with other fields of the talk. */
const importedOf = (fields: string, rows = 1) =>
  `{ conferences: [{ key: "a", event: {}, talks: [{ rows: [{ file: { path: "a", text: "a" }, start: 0, end: 1 }], key: "1", record: { title: "A" }, speakers: [], ${fields} }], speakers: [] }], rows: ${rows}, refused: [], problems: [], notKept: new Map() }`;

const project = (more: Record<string, string>) =>
  folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "content/site.yaml": SITE.replace("licence:", "navigation:\n  - label: Sponsors\n    url: /sponsors/\nlicence:"),
    "extensions/index.js": INDEX,
    "assets/pages/sponsors.njk": TEMPLATE,
    "assets/css/kinds/sponsors.css": ".friend { color: red; }\n",
    "content/events/2020-spring/talks/no-room.md": "---\ntitle: Nowhere\nspeaker: Bo Example\n---\n",
    ...more,
  });

describe("a build", () => {
  let folder: string;
  const read = (path: string) => readFileSync(join(folder, "_site", path), "utf8");
  const build = () => archive(["build", "--project", folder]);
  beforeAll(async () => {
    folder = project({});
    const { code, stderr } = await build();
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("warning [no-room]");
  });

  test("makes pages of kinds of the archive's own, with their styles, in the navigation, the policy of every page, and a line in the sitemap", () => {
    const page = read("sponsors/index.html");
    expect(page).toContain('<p class="friend"><a href="/events/">Gold &lt;b&gt;</a></p>');
    const styles = page.match(/(?<=<link rel="stylesheet" href="\/)[^"]*/g) ?? [];
    expect(styles.map(read).join("")).toContain(".friend{color:red}");
    expect(read("index.html")).toContain('href="/sponsors/"');
    expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'[^"]*style-src /);
    expect(read("sitemap.xml")).toContain("/sponsors/");
    expect(read("_headers")).toContain("/sponsors/");
  });

  test("makes files of outputs of its own", () => {
    expect(read("names.txt")).toBe("Ada Example\nBo Example\n");
  });

  test("writes nothing again that is as it was; makes anew what an extension makes otherwise, also by a file that it imports", async () => {
    expect((await build()).stderr).toContain("Wrote 0 pages");
    // A process loads the module of a path once, so that each build is in a copy of all that the last one left.
    let last = folder;
    const made = async (files: Record<string, string>) => {
      const next = temporaryFolder();
      cpSync(last, next, { recursive: true });
      for (const [path, text] of Object.entries(files)) writeFileSync(join(next, "extensions", path), text);
      const { code, stderr } = await archive(["build", "--project", next]);
      expect(code, stderr).toBe(0);
      last = next;
      return readFileSync(join(next, "_site/names.txt"), "utf8");
    };
    const index = `import { word } from "./word.js";\n${INDEX.replace('name + "\\n"', 'name + word + "\\n"')}`;
    expect(await made({ "index.js": index, "word.js": 'export const word = "?";\n' })).toBe("Ada Example?\nBo Example?\n");
    expect(await made({ "word.js": 'export const word = ".";\n' })).toBe("Ada Example.\nBo Example.\n");
  });

  test("is what commands that change records know, too", async () => {
    const run = await archive(["rename", "talk", "2020-spring/no-room", "2020-spring/nowhere", "--dry-run", "--project", folder]);
    expect(run.code, run.stderr).toBe(0);
  });

  test("and `check` say what checks of its own find; `import` reads what importers of its own know", async () => {
    const checked = await archive(["check", "--project", folder]);
    expect(checked.stdout + checked.stderr).toContain("The talk has no room.");
    const titles = folderOf({ "titles.txt": "TITLES\nHow it began\n" });
    const imported = await archive(["import", join(titles, "titles.txt"), "--project", folder, "--content", join(folder, "content")]);
    expect(imported.code, imported.stderr).toBe(0);
    expect(imported.stdout + imported.stderr).toContain("Only titles.");
    expect(existsSync(join(folder, "content/events/old-days/talks/how-it-began.md"))).toBe(true);
  });
});

describe("extensions are refused", () => {
  const nothing = archiveOf({ events: { e: {} }, talks: { "e/t": {} } });
  const talk = talkOf(nothing, "e/t");
  const context: OutputContext = { pagePaths: [], sections: [], readMedia: () => new Uint8Array(), readRecord: () => new Uint8Array() };
  const told = async (text: string) => {
    try {
      await loadExtensions(join(folderOf({ "extensions/index.js": text }), "extensions"));
    } catch (error) {
      return (error as Error).message.replace(/^.*\n/, "");
    }
    return "";
  };

  test.each([
    ["export default { pages: [] };", /^Export a function as its default/],
    ["export default () => ({ page: [] });", /`page` is none of: pages, .* Did you mean `pages`\?$/],
    ["export default () => ({ pages: {} });", /^`pages` is not a list\.$/],
    ['export default () => ({ pages: [{ name: "Sponsors", views() {} }] });', /^`pages\[0\]` needs a `name` of small letters/],
    ['export default () => ({ pages: [{ name: "talk", views() {} }] });', /`talk`, as another is/],
    ['export default () => ({ pages: [{ name: "a" }] });', /needs a function `views`/],
    ['export default () => ({ outputs: [{ name: "a" }] });', /needs a function `files`/],
    ["export default () => ({ checks: [1] });", /^`checks\[0\]` is not a function/],
    ['export default () => ({ importers: [{ name: "a", title: "A" }] });', /`recognises` and `read`/],
    ["export default () => {", /cannot be loaded/],
  ])("%s", async (text, message) => {
    expect(await told(text)).toMatch(message);
  });

  test.each<[code: string, use: (loaded: LoadedExtensions) => unknown, message: RegExp]>([
    [
      "checks: [() => { throw new Error('No luck'); }]",
      ({ checks }) => checks[0]?.(nothing, []),
      /^The check `checks\[0\]` of `.*index\.js` failed: No luck\n {2}at .*index\.js:1:\d+$/,
    ],
    ["checks: [() => { throw null; }]", ({ checks }) => checks[0]?.(nothing, []), /failed: null$/],
    ...["Object.create(null)", "{ toString() { throw 1; } }"].map((thrown): [string, (loaded: LoadedExtensions) => unknown, RegExp] => [
      `checks: [() => { throw ${thrown}; }]`,
      ({ checks }) => checks[0]?.(nothing, []),
      /^The check `checks\[0\]` of .* failed: something was thrown that has no text/,
    ]),
    ...["path: 'title'", "path: [{}]", "range: 'title'", "range: { start: NaN, end: 1 }"].map(
      (place): [string, (loaded: LoadedExtensions) => unknown, RegExp] => [
        `checks: [() => [{ rule: 'a', severity: 'error', file: 'a.md', message: 'b', hint: 'c', ${place} }]]`,
        ({ checks }) => checks[0]?.(nothing, []),
        /gives something that is not a finding: .* is a list such as `\["title"\]`\.$/,
      ],
    ),
    ["checks: [() => [{ rule: 'a' }]]", ({ checks }) => checks[0]?.(nothing, []), /gives something that is not a finding/],
    ["checks: [() => 5]", ({ checks }) => checks[0]?.(nothing, []), /^The check `checks\[0\]` of `.*index\.js` gives no list\. /],
    ["checks: [async () => []]", ({ checks }) => checks[0]?.(nothing, []), /gives no list\. .* nothing can be waited for\.$/],
    [
      "pages: [{ name: 'a', views: () => [{}] }]",
      ({ pages }) => [...(pages[0]?.views(nothing) ?? [])],
      /^The kind of pages `a` .* not a view/,
    ],
    [
      "outputs: [{ name: 'a', *files() { yield { path: '\\ud800.txt', content: '' }; } }]",
      ({ outputs }) => [...(outputs[0]?.files?.(nothing, context) ?? [])],
      /^The output `a` .* not a file/,
    ],
    ["pages: [{ name: 'a', views: () => [{ path: '/a/' }] }]", ({ pages }) => [...(pages[0]?.views(nothing) ?? [])], /not a view/],
    [
      "checks: [({ talks }) => talks.sort()]",
      ({ checks }) => checks[0]?.({ talks: [2, 1] } as unknown as typeof nothing, []),
      /^The check `checks\[0\]` .* failed: Cannot assign to read only/,
    ],
    [
      "outputs: [{ name: 'a', *files() { yield { path: 'a.txt' }; } }]",
      ({ outputs }) => [...(outputs[0]?.files?.(nothing, context) ?? [])],
      /^The output `a` .* not a file/,
    ],
    [
      "outputs: [{ name: 'a', *talkFiles() { null.b; } }]",
      ({ outputs }) => [...(outputs[0]?.talkFiles?.(nothing, talk, context) ?? [])],
      /^The output `a` .* failed: Cannot read/,
    ],
    [
      "importers: [{ name: 'a', title: 'A', recognises() { throw 1; }, read() {} }]",
      ({ importers }) => importers[0]?.recognises({ path: "a", text: "" }),
      /^The importer `a` .* failed: 1$/,
    ],
    ...(
      [
        ["async recognises() {}, read() {}", /gives a promise\. `recognises` says/],
        ["recognises: () => true, read() {}", /gives no object/],
        ["recognises: () => true, async read() {}", /gives a promise\. `read` returns/],
        ["recognises: () => true, read: () => ({ conferences: [] })", /`rows` is not a number/],
        [
          `recognises: () => true, read: () => (${importedOf("rows: []")})`,
          /`conferences\[0\]\.talks\[0\]\.rows` is not a list of at least/,
        ],
        [
          `recognises: () => true, read: () => (${importedOf("record: {}")})`,
          /`conferences\[0\]\.talks\[0\]\.record\.title` is not a text/,
        ],
        [`recognises: () => true, read: () => (${importedOf('when: { date: "tomorrow" }')})`, /talks\[0\]\.when` is not a time/],
        [`recognises: () => true, read: () => (${importedOf("speakers: [{}]")})`, /speakers\[0\]\.name` is not a text/],
        [
          `recognises: () => true, read() { const own = { title: "A" }; own.own = own; return ${importedOf("record: own")}; }`,
          /`conferences\[0\]\.talks\[0\]\.record` holds itself, or more than 50 levels/,
        ],
        [
          `recognises: () => true, read: () => ({ ...${importedOf("")}, notKept: new Map([[7, 1]]) })`,
          /`notKept` is not a Map of the names of fields/,
        ],
        [`recognises: () => true, read: () => (${importedOf("", 7)})`, /says that it read 7 rows, but .* are 1/],
      ] as const
    ).map(([code, message]): [string, (loaded: LoadedExtensions) => unknown, RegExp] => [
      `importers: [{ name: 'a', title: 'A', ${code} }]`,
      ({ importers: [one] }) => one?.recognises({ path: "a", text: "" }) && one.read([]),
      message,
    ]),
  ])("or name themselves where they stumble: %s", async (code, use, message) => {
    const loaded = await loadExtensions(join(folderOf({ "extensions/index.js": `export default () => ({ ${code} });` }), "extensions"));
    expect(() => use(loaded)).toThrow(ExtensionError);
    expect(() => use(loaded)).toThrow(message);
  });

  test.each([
    ["talks: archive.talks", /of \/a\/ that cannot be told from another: `talks\[0\]\.\S+` holds itself\. Give what/],
    ["rooms: { all: [new Map()] }", /`rooms\.all\[0\]` is a Map\./],
    ["names: new Set()", /`names` is a Set\./],
    ["print: () => 1", /`print` is a function\./],
    ["number: 1n", /`number` is a bigint\./],
    ["deep: JSON.parse('['.repeat(5000) + ']'.repeat(5000))", /it has more than 100 levels\./],
  ])("where a build could not see that a page has changed: %s", async (fields, message) => {
    const view = `{ ...pageHead(archive, { path: "/a/", title: "A", description: "" }), day: new Date(0), none: undefined, ${fields} }`;
    const code = `export default ({ pageHead }) => ({ pages: [{ name: "a", views: (archive) => [${view}] }] });`;
    const { pages } = await loadExtensions(join(folderOf({ "extensions/index.js": code }), "extensions"));
    expect(() => [...(pages[0]?.views(nothing) ?? [])]).toThrow(message);
    expect(() => [...(pages[0]?.views(nothing) ?? [])]).toThrow(ExtensionError);
  });

  test("without `index.js` or `index.mjs`; no folder is none", async () => {
    expect((await loadExtensions(folderOf({ "index.mjs": "export default () => ({ outputs: [] });" }))).outputs).toEqual([]);
    await expect(loadExtensions(folderOf({ "a.js": "" }))).rejects.toThrow("has neither `index.js` nor `index.mjs`");
    const none: LoadedExtensions = await loadExtensions(join(folderOf({}), "extensions"));
    expect(none.pages).toEqual([]);
  });

  test.each([
    [
      "a template that is missing",
      { "extensions/index.js": INDEX.replace("pages: [", 'pages: [{ name: "patrons", *views() {} }, ') },
      /`patrons` have no template: write `.*pages\/patrons\.njk`/,
    ],
    ["a module that is called as none", { "package.json": '{"type":"commonjs"}' }, /\nIf it is a module, call it `index\.mjs`\.\n/],
    ["a template without the frame", { "assets/pages/sponsors.njk": "<p>Hello</p>" }, /begins with/],
  ])("with %s", async (_, files, message) => {
    const run = await archive(["build", "--project", project(files)]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
  });
});

test("what an output of its own makes of a talk or an event is made anew when any record changes, for it may look at all", () => {
  const context: OutputContext = { pagePaths: [], sections: [], readMedia: () => new Uint8Array(), readRecord: () => new Uint8Array() };
  const own: OutputFormat = { name: "own", talkFiles: () => [], eventFiles: () => [] };
  const keysOf = (talks: Record<string, Record<string, unknown>>) => {
    const groups = [...outputGroups(archiveOf({ events: { e: {}, f: {} }, talks }), context, [own])];
    return groups.filter(({ name }) => /^own e/.test(name)).map(({ name, key }) => `${name}: ${key()}`);
  };
  const [before, after] = [keysOf({ "e/t": {} }), keysOf({ "e/t": {}, "f/u": {} })];
  expect(before).toHaveLength(2);
  expect(after.filter((key) => before.includes(key))).toEqual([]);
  expect(keysOf({ "e/t": {} })).toEqual(before);
});

test("fields of another kind than the record has, which an importer gives, are told with its name", () => {
  const importer = { name: "lines" } as Parameters<typeof madeOfImported>[0];
  const make = () => (5 as unknown as string).normalize();
  expect(() => madeOfImported(importer, make)).toThrow(/^The importer `lines` of your extensions gives a field .*normalize/);
});

test("extensions that come later, by a promise, are waited for", async () => {
  const folder = folderOf({ "index.mjs": "export default async () => ({ outputs: [{ name: 'a', *files() {} }] });" });
  expect((await loadExtensions(folder)).outputs).toHaveLength(1);
  await expect(loadExtensions(folderOf({ "index.mjs": "export default async () => { throw new Error('No luck'); };" }))).rejects.toThrow(
    /cannot be loaded: No luck/,
  );
});

describe("an extension that ends the process fails the command, with a sentence:", () => {
  // As the code to load, and as a check, which runs later; with the code of a success, and without a word.
  const ENDS = [
    "process.exit(0); export default () => ({});",
    "export default () => ({ checks: [() => { process.exit(0); }] });",
    "export default () => ({ outputs: [{ name: 'a', *files() { process.exit(); } }] });",
    "setTimeout(() => process.exit(0), 1); await new Promise(() => {}); export default () => ({});",
    "await new Promise(() => {}); export default () => ({});",
  ];
  test.each(LONG ? ENDS : ENDS.slice(0, 2))("%s", async (text) => {
    const folder = folderOf({
      ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
      "extensions/index.mjs": text,
    });
    const { code, stderr } = await archive(["build", "--project", folder], { TZ: "UTC" });
    expect(stderr).toMatch(/^The command stopped before its end: .*`process\.exit` in an extension/m);
    expect(code).toBe(1);
  });
});

describe("what an extension began, and what fails when nothing waits for it, is told in a sentence with its place:", () => {
  const LATE: [text: string, told: RegExp][] = [
    [
      "setTimeout(() => { throw new Error('late'); }, 1);",
      /an extension began, .* failed: late\n {2}at file:.*\/extensions\/index\.mjs:1:\d+\n/,
    ],
    ["Promise.reject(new Error('late'));", /an extension began, .* failed: late\n {2}at file:.*\/extensions\/index\.mjs:1:\d+\n/],
    ["Promise.reject();", /the program or an extension began, .* failed: undefined\n/],
    ["Promise.reject('late');", /the program or an extension began, .* failed: late\n/],
    ["fetch('http://127.0.0.1:1/');", /the program or an extension began, .* failed: (?:fetch failed|bad port)\n/],
  ];
  test.each(LONG ? LATE : LATE.slice(0, 2))("%s", async (text, told) => {
    const folder = folderOf({
      ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
      "extensions/index.mjs": `${text} export default async () => { await new Promise((go) => setTimeout(go, 3000)); return {}; };`,
    });
    const { code, stderr } = await archive(["build", "--project", folder], { TZ: "UTC" });
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/\n\s+at .*\n\s+at /);
    expect(code).toBe(1);
  });
});

test("are loaded while an editor keeps a link beside them that leads nowhere", async () => {
  const folder = folderOf({ "index.mjs": "export default () => ({ outputs: [] });" });
  symlinkSync("somebody@elsewhere.1", join(folder, ".#index.mjs"));
  expect((await loadExtensions(folder)).outputs).toEqual([]);
});

test("stand for the files that they were loaded from, while a process that has them goes on", async () => {
  const folder = folderOf({ "index.mjs": "export default () => ({ outputs: [] });" });
  const first = await loadExtensions(folder);
  writeFileSync(join(folder, "index.mjs"), "export default () => ({ outputs: [], pages: [] });");
  // A preview has the old code still; what it makes must not pass for what the new code makes.
  expect(await loadExtensions(folder)).toMatchObject({ digest: first.digest, isOutdated: true });
  expect(first.isOutdated).toBe(false);
});
