/** Bags are valid by a checker of their own and by sha512sum, the same bytes every time, and enough to build the site again. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeBag } from "../../src/preservation/bag.ts";
import { type Lock, programLock, readLock } from "../../src/preservation/program.ts";
import { checkBag } from "../support/bagit.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { makePdf } from "../support/make-pdf.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";
import { JPEG } from "../support/media-starts.ts";

const TALK = "events/2020-spring/talks/a-talk.md";
const CONTENT: Record<string, string> = {
  ...LITTLE,
  [TALK]: (LITTLE[TALK] ?? "").replace("\n---\n\n", "\nslides:\n  file: spring/a.pdf\nformerUrls:\n  - /old/a.html\n---\n\n"),
  "topics.yaml": "topics:\n  - name: grant tables\n",
  "words.yaml": "speakers:\n  title: People\n",
  "events/2021-spring/event.md": "---\nname: Little Conference 2021\n---\n",
  "events/2021-spring/talks/b-talk.md": "---\ntitle: B talk\nspeaker: Bob Example\nslides:\n  file: b.pdf\n---\n",
  "speakers/ada-example.md": "---\nname: Ada Example\nphoto: ada.jpg\n---\n\nA bio.\n",
  "speakers/bob-example.md": "---\nname: Bob Example\n---\n\nA bio.\n",
};
/** What an editor's program left of a draft, and notes: `check` says that the archive leaves out what is no record. */
const NO_RECORDS = {
  "content/events/2020-spring/talks/secret.md~": "---\ntitle: Secret\ndraft: true\n---\n",
  "content/notes.txt": "Secret",
};
const ASSETS: Record<string, string | Uint8Array> = {
  "media/spring/a.pdf": "%PDF-1.4 a",
  "media/b.pdf": "%PDF-1.4 b",
  "media/ada.jpg": JPEG,
  "media/größer als je.zip": "PK\u0003\u0004",
  "media/.hidden": "no",
};

/** What an archive adds to the program, and the lock file that names it. */
const BESIDE: Record<string, string> = {
  "extensions/index.js":
    'import { text } from "./text.js";\nexport default () => ({ outputs: [{ name: "mine", *files() { yield { path: "mine.txt", content: text }; } }] });\n',
  "extensions/text.js": 'export const text = "mine";\n',
  "extensions/node_modules/other/index.js": "",
  "templates/hello.md": "# Hello\n",
  ".eleventy.js": "",
  "eleventy.config.js": "",
  "package.json": "{}",
  "package-lock.json": '{"packages":{"node_modules/conference-archive":{}}}',
};
const project = () => folderOf({ ...BESIDE, ...NO_RECORDS, ...within("content", CONTENT), ...within("assets", ASSETS) });
const within = (folder: string, files: Record<string, string | Uint8Array>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

const reversed = (files: Record<string, string | Uint8Array>) => folderOf(Object.fromEntries(Object.entries(files).reverse()));
const sha512sum = (bag: string) =>
  ["manifest", "tagmanifest"].map(
    (name) => spawnSync("sha512sum", ["--check", "--strict", "--quiet", `${name}-sha512.txt`], { cwd: bag }).status,
  );

/** Every file below a folder with its bytes. */
function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path)).toString("latin1")]));
}

/** In place of the program, which takes long to pack; `test/package/installed.ts` builds with the one in a bag. */
const PROGRAM = ["--program", join(folderOf({ "conference-archive-9.9.9.tgz": "packed" }), "conference-archive-9.9.9.tgz")];

/** A folder with an npm of our own, which packs what it is told. */
function npmThatPacks(): string {
  const npm = '#!/bin/sh\nwhile [ "$1" != --pack-destination ]; do shift; done\necho "$@" > "$2/packed.tgz"\n';
  const folder = folderOf({ npm });
  chmodSync(join(folder, "npm"), 0o755);
  return folder;
}

test("the program is packed whole, however npm is set, and a link may lead to the folder of the bag", async () => {
  const place = folderOf({ "content/site.yaml": LITTLE["site.yaml"] ?? "" });
  mkdirSync(join(place, "empty"));
  symlinkSync("empty", join(place, "link"));
  const { code, stderr } = await archive(["bag", "--project", place, "--output", join(place, "link")], {
    PATH: `${npmThatPacks()}:${process.env["PATH"]}`,
  });
  expect([code, stderr]).toEqual([0, expect.stringContaining("Wrote a bag of")]);
  expect(readFileSync(join(place, "empty/data/program/packed.tgz"), "utf8")).toMatch(
    /--ignore-scripts=false --dry-run=false --no-update-notifier --cache \S+npm-cache\n$/,
  );
});

test("an npm that packs nothing is told", async () => {
  const place = folderOf({ "content/site.yaml": LITTLE["site.yaml"] ?? "", npm: "#!/bin/sh\nexit 0\n" });
  chmodSync(join(place, "npm"), 0o755);
  const run = await archive(["bag", "--project", place, "--output", join(place, "..", "no-bag")], {
    PATH: `${place}:${process.env["PATH"]}`,
  });
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("npm packed nothing") });
});

describe("a bag of everything", () => {
  const bag = join(folderOf({ ".bag.writing/mine.txt": "mine" }), "bag");
  const folder = project();
  const input = ["--project", folder, ...PROGRAM];
  beforeAll(async () => {
    const run = await archive(["bag", ...input, "--output", bag]);
    expect(run).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringContaining("`templates/` goes into the bag, but not the pages"),
    });
  });

  test("is valid, and says what it holds", () => {
    const { wrong, payload, info } = checkBag(bag);
    expect(wrong).toEqual([]);
    expect(payload).toEqual(
      expect.arrayContaining([
        ...Object.keys(CONTENT).map((path) => `content/${path}`),
        "assets/media/größer als je.zip",
        ".eleventy.js",
        "eleventy.config.js",
        "extensions/index.js",
        "extensions/text.js",
        "templates/hello.md",
        "site/index.html",
        "site/mine.txt",
        "site/media/spring/a.pdf",
        "site/old/a.html",
        "package-lock.json",
        "package.json",
        "portable/README.txt",
        "portable/index.html",
        "program/README.txt",
        "program/conference-archive-9.9.9.tgz",
        "program/package-lock.json",
        "program/package.json",
      ]),
    );
    expect(payload.filter((path) => /(^|\/)(\.|node_modules\/)/.test(path))).toEqual([".eleventy.js"]);
    for (const path of Object.keys(NO_RECORDS)) expect(payload).not.toContain(path);
    expect(info.slice(0, 2)).toEqual([
      ["External-Identifier", "https://little.example.org/"],
      ["External-Description", "Little Archive. Talks of a little conference"],
    ]);
    expect(readFileSync(join(bag, "manifest-sha512.txt"), "utf8")).toContain("  data/assets/media/größer als je.zip\n");
    expect(statSync(bag).mode & 0o777).toBe(0o777 & ~process.umask());
    // What was there before, whatever its name, and nothing else.
    expect(filesBelow(dirname(bag)).filter((file) => !file.startsWith("bag/"))).toEqual([".bag.writing/mine.txt"]);
  });

  test("is the same bytes from another folder, in another order of files, zone and locale", async () => {
    const second = join(temporaryFolder(), "bag");
    const other = ["--project", folder, "--content", reversed(CONTENT), "--assets", reversed(ASSETS), ...PROGRAM];
    const run = await archive(["bag", ...other, "--output", second], { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" });
    expect(run.code).toBe(0);
    expect(bytesOf(second)).toEqual(bytesOf(bag));
  });

  test("is enough to build the same site again", async () => {
    const site = join(temporaryFolder(), "site");
    const run = await archive(["build", "--project", join(bag, "data"), "--output", site]);
    expect(run.code).toBe(0);
    const built = bytesOf(site);
    built.delete("/.archive-output");
    expect(built).toEqual(bytesOf(join(bag, "data/site")));
  });

  test("is never written over, nor into what it holds", async () => {
    const refusal = async (output: string) => (await archive(["bag", ...input, "--output", output])).stderr;
    expect(await refusal(bag)).toBe(`\`${bag}\` is not an empty folder. Choose another with \`--output\`, or empty it yourself.\n`);
    expect(await refusal(join(folder, "content/bag"))).toMatch(/which goes into the bag/);
  });
});

describe("the program in a bag", () => {
  const manifest = { name: "archive-program", version: "2.0.0", license: "MIT", bin: { archive: "main.js" }, dependencies: { a: "1.0.0" } };
  const [peerDependencies, peerDependenciesMeta] = [{ p: "1.0.0", tests: "1.0.0" }, { tests: { optional: true } }];
  const program = { manifest, file: "archive-program-2.0.0.tgz", integrity: "sha512-x" };
  const at = (name: string) => `node_modules/${name}`;
  const own = { ...manifest, name: undefined, resolved: "file:archive-program-2.0.0.tgz", integrity: "sha512-x" };
  const packages = (lock: Lock) => (programLock(lock, program) as Lock | undefined)?.packages;

  test("is locked with what it needs and nothing else, from the lock file of its own project", () => {
    const lock = {
      packages: {
        "": { name: "archive-program", dependencies: { a: "1.0.0" }, devDependencies: { tests: "1.0.0" } },
        [at("a")]: { version: "1.0.0", dependencies: { b: "^1.0.0" }, optionalDependencies: { c: "1.0.0", absent: "1.0.0" } },
        [at("a/node_modules/b")]: { version: "1.2.0", dependencies: { a: "1.0.0" }, peerDependencies, peerDependenciesMeta },
        [at("p")]: { version: "1.0.0", peer: true },
        [at("b")]: { version: "2.0.0", dev: true },
        [at("c")]: { version: "1.0.0", devOptional: true },
        [at("tests")]: { version: "1.0.0", dev: true },
      },
    };
    expect(packages(lock)).toEqual({
      "": { name: "program", version: "2.0.0", dependencies: { "archive-program": "file:archive-program-2.0.0.tgz" } },
      [at("a")]: lock.packages[at("a")],
      [at("a/node_modules/b")]: lock.packages[at("a/node_modules/b")],
      [at("archive-program")]: own,
      [at("c")]: { version: "1.0.0", optional: true },
      [at("p")]: { version: "1.0.0" },
    });
    const further = { tests: "1.0.0" };
    const more = (programLock(lock, { ...program, further }) as Lock | undefined)?.packages;
    expect(more?.[""]?.dependencies).toEqual({ "archive-program": "file:archive-program-2.0.0.tgz", ...further });
    expect(more?.[at("tests")]).toEqual({ version: "1.0.0" });
  });

  test("from that of an archive, and of a workspace that keeps it in one of its parts", () => {
    const below = (folder: string) => ({
      packages: {
        "": { name: "ours", dependencies: { "archive-program": "^2.0.0", z: "1.0.0" } },
        [`${folder}${at("archive-program")}`]: { version: "2.0.0", resolved: "https://registry.example/archive-program.tgz" },
        [at("a")]: { version: "3.0.0", dependencies: { b: "1.0.0" } },
        [at("b")]: { version: "1.0.0" },
        [`${folder}${at("archive-program/node_modules/a")}`]: { version: "1.0.0", dependencies: { d: "1.0.0" } },
        [`${folder}${at("d")}`]: { version: "1.0.0" },
        [at("z")]: { version: "1.0.0" },
      },
    });
    expect(Object.keys(packages(below("")) ?? {})).toEqual(["", at("archive-program"), at("archive-program/node_modules/a"), at("d")]);
    expect(Object.keys(packages(below("packages/one/")) ?? {})).toEqual([
      "",
      at("archive-program"),
      at("archive-program/node_modules/a"),
      at("archive-program/node_modules/d"),
    ]);
  });

  test("a lock file that does not name it says nothing of it", () => {
    expect(packages({ packages: { "": { name: "ours" } } })).toBe(undefined);
  });
});

describe("names that BagIt and sha512sum write in different ways", () => {
  test.each(["100 %25.pdf", ...(LONG ? ["two\nlines.pdf", "back\\slash.pdf"] : [])])("%j is refused before a bag is made", async (name) => {
    const bag = join(temporaryFolder(), "bag");
    for (const place of [{ assets: `media/${name}` }, { content: `papers/${name}` }]) {
      const assets = folderOf({ ...ASSETS, ...(place.assets && { [place.assets]: "%PDF-1.4" }) });
      const content = folderOf({ ...CONTENT, ...(place.content && { [place.content]: "%PDF-1.4" }) });
      const run = await archive(["bag", "--content", content, "--assets", assets, "--output", bag]);
      expect(run.code).toBe(1);
      expect(run.stderr).toContain("[bad-file-name]");
      expect(existsSync(bag)).toBe(false);
    }
  });
});

test("such names are refused in extensions, templates and themes too, which nothing else looks at", async () => {
  const files = Object.entries({ ...LITTLE, "site.yaml": `${LITTLE["site.yaml"]}theme: mine\n` }).map(([path, text]) => [
    `content/${path}`,
    text,
  ]);
  const project = folderOf({ ...Object.fromEntries(files), "mine/100 %25.txt": "", "program.tgz": "" });
  const [bag, of] = [join(project, "bag"), (...names: string[]) => join(project, ...names)];
  const run = await archive(["bag", "--content", of("content"), "--assets", of("assets"), "--output", bag, "--program", of("program.tgz")]);
  expect(run).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("`100 %25.txt` in `mine` has a name that not all programs read alike."),
  });
  expect(existsSync(bag)).toBe(false);
});

test("a link in what an archive adds is refused at once: the build follows it, and the bag would not build again", async () => {
  const project = folderOf({ "content/site.yaml": "", "assets/a.txt": "", "extensions/index.js": "", "program.tgz": "" });
  symlinkSync("../assets", join(project, "extensions/lib"));
  const run = await archive(["bag", "--project", project, "--output", join(project, "bag"), "--program", join(project, "program.tgz")]);
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("extensions/lib` is a symbolic link, which a bag cannot hold.") });
  expect(existsSync(join(project, "bag"))).toBe(false);
});

describe("a bag of one event", () => {
  /** Its records name others, and a picture in a text. */
  const NAMING: Record<string, string> = {
    ...CONTENT,
    "site.yaml": `${CONTENT["site.yaml"]}featured:\n  - 2021-spring/b-talk\nfooter:\n  links:\n    - label: About\n      url: /about/\n`,
    "pages/about.md": "---\ntitle: About\n---\n\nText.\n",
    "events/2020-spring/event.md": `${CONTENT["events/2020-spring/event.md"]}\n![The hall](/media/hall.jpg)\n`,
    [TALK]: (CONTENT[TALK] ?? "").replace("\n---\n\n", "\nalsoGivenAt:\n  - 2021-spring\n---\n\n"),
  };

  test("is built again with what its records name and is elsewhere", async () => {
    const bag = join(temporaryFolder(), "bag");
    const [content, assets] = [folderOf(NAMING), folderOf({ ...ASSETS, "media/hall.jpg": JPEG })];
    const run = await archive(["bag", "--content", content, "--assets", assets, ...PROGRAM, "--event", "2020-spring", "--output", bag]);
    expect(run.code, run.stderr).toBe(0);
    const again = ["build", "--project", join(bag, "data"), "--output", join(temporaryFolder(), "site")];
    expect((await archive(again)).stderr).toContain("3 errors in 2 files.");
    const { code, stderr } = await archive([...again, "--part"]);
    expect(code, stderr).toBe(0);
    for (const message of [
      "There is no event or talk `2021-spring`.",
      "There is no talk `2021-spring/b-talk`.",
      "There is no page `/about/`.",
    ])
      expect(stderr).toContain(message);
    expect(readFileSync(join(bag, "data/program/README.txt"), "utf8")).toContain("conference-archive build --part --output");
  });

  test("holds its records, speakers, media and pages, and nothing of the others", async () => {
    const bag = join(temporaryFolder(), "bag");
    const input = ["--content", folderOf(CONTENT), "--assets", folderOf(ASSETS)];
    const run = await archive(["bag", ...input, ...PROGRAM, "--event", "2020-spring", "--output", bag], {
      SOURCE_DATE_EPOCH: "1700000000",
    });
    expect(run.code).toBe(0);
    const { wrong, payload, info } = checkBag(bag);
    expect(wrong).toEqual([]);
    expect(sha512sum(bag)).toEqual([0, 0]);
    const ofFormats = /\.(bib|ics|json|ris|xml|atom)$|archive\.zip$/;
    expect(
      payload.filter((path) => !/^(site|portable)\/assets\//.test(path) && !(/^(site|portable)\//.test(path) && ofFormats.test(path))),
    ).toEqual([
      "assets/media/ada.jpg",
      "assets/media/spring/a.pdf",
      "content/events/2020-spring/event.md",
      "content/events/2020-spring/talks/a-talk.md",
      "content/site.yaml",
      "content/speakers/ada-example.md",
      "content/topics.yaml",
      "content/words.yaml",
      "package-lock.json",
      "package.json",
      "portable/README.txt",
      "portable/events/2020-spring/a-talk/index.html",
      "portable/events/2020-spring/agenda/index.html",
      "portable/events/2020-spring/index.html",
      "portable/events/2020-spring/slides.zip",
      "portable/events/2020-spring/talks.csv",
      "portable/old/a.html",
      "program/README.txt",
      "program/conference-archive-9.9.9.tgz",
      "program/package-lock.json",
      "program/package.json",
      "site/events/2020-spring/a-talk/index.html",
      "site/events/2020-spring/agenda/index.html",
      "site/events/2020-spring/index.html",
      "site/events/2020-spring/slides.zip",
      "site/events/2020-spring/talks.csv",
      "site/media/ada.jpg",
      "site/media/spring/a.pdf",
      "site/old/a.html",
    ]);
    expect(payload).toContain("site/events/2020-spring/schedule.xml");
    const page = readFileSync(join(bag, "data/portable/events/2020-spring/a-talk/index.html"), "utf8");
    for (const part of ['"../../../../site/media/spring/a.pdf', '"../index.html"', '"https://little.example.org/speakers/"'])
      expect(page).toContain(part);
    expect(readFileSync(join(bag, "data/portable/README.txt"), "utf8")).toContain("Open events/2020-spring/index.html");
    expect(payload.filter((path) => /^site\/(data|feed|speakers|topics|presentations)/.test(path))).toEqual([]);
    expect(info.slice(0, 4)).toEqual([
      ["Bagging-Date", "2023-11-14"],
      ["External-Identifier", "https://little.example.org/events/2020-spring/"],
      ["External-Description", "Little Conference 2020, from: Little Archive"],
      ["Bag-Group-Identifier", "https://little.example.org/"],
    ]);
  });

  longTest("holds the pictures and cards that its pages show, and none that only others do", async () => {
    const bag = join(temporaryFolder(), "bag");
    const pdf = (text: string) => makePdf([{ words: [{ text, x: 50, y: 80, size: 40 }] }]);
    const input = [
      "--content",
      folderOf({ ...CONTENT, "site.yaml": (CONTENT["site.yaml"] ?? "").replace("cards: false\n", "") }),
      "--assets",
      folderOf({ "media/spring/a.pdf": pdf("Slide of A"), "media/b.pdf": pdf("Slide of B"), "media/ada.jpg": JPEG }),
    ];
    const run = await archive(["bag", ...input, ...PROGRAM, "--event", "2020-spring", "--output", bag]);
    expect(run.code, run.stderr).toBe(0);
    const { payload } = checkBag(bag);
    const made = payload.filter((path) => /^(site|portable)\/assets\/(cards|media)\//.test(path));
    const named = payload
      .filter((path) => /^site\/.*\.html$/.test(path))
      .flatMap((path) => readFileSync(join(bag, "data", path), "utf8").match(/assets\/(?:cards|media)\/[^"\s,]+/g) ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(made.filter((path) => path.startsWith("site/"))).toEqual([...new Set(named)].map((path) => `site/${path}`).sort());
    expect(made.filter((path) => path.startsWith("site/assets/cards/")).map((path) => basename(path).replace(/-[^-]*$/, ""))).toEqual([
      "a-talk",
      "little-conference-2020",
    ]);
    // A list on the page of A shows the first slide of B, in one small size.
    expect(made.filter((path) => path.includes("/b-"))).toHaveLength(2);
  });

  test("an event that is not there gets a name that is", async () => {
    const args = [
      "bag",
      "--content",
      folderOf(CONTENT),
      "--assets",
      folderOf(ASSETS),
      "--event",
      "2020-sprin",
      "--output",
      join(temporaryFolder(), "bag"),
    ];
    expect(await archive(args)).toMatchObject({ code: 1, stderr: "There is no event `2020-sprin`. Did you mean `2020-spring`?\n" });
  });
});

test("a bag whose sources were changed while it was made is not put into its place", () => {
  const [from, place] = [folderOf({ "a.txt": "1" }), temporaryFolder()];
  const refuse = () => {
    throw new Error("changed");
  };
  expect(() => writeBag(join(place, "making"), join(place, "bag"), [{ path: "a", from: join(from, "a.txt") }], [], refuse)).toThrow(
    "changed",
  );
  expect(existsSync(join(place, "bag"))).toBe(false);
});

describe("odd names", () => {
  const names = ["a b.txt", "100%.txt", "%0A.txt", "line\nbreak.txt", "return\r.txt", "größe.txt", "back\\slash.txt", "'\"$`.txt"];
  const from = folderOf(Object.fromEntries(names.map((name) => [name, name])));
  const bag = join(temporaryFolder(), "bag");
  writeBag(
    temporaryFolder(),
    bag,
    names.map((name) => ({ path: name, from: join(from, name) })),
    [["External-Description", "two\nlines: Payload-Oxum: 1.1"]],
  );

  test("are encoded as the RFC wants it", () => {
    const { wrong, payload, info } = checkBag(bag);
    expect(wrong).toEqual([]);
    expect(payload).toEqual([...names].sort());
    expect(info[0]).toEqual(["External-Description", "two lines: Payload-Oxum: 1.1"]);
  });

  test("the checker finds what is wrong with a bag", () => {
    writeFileSync(join(bag, "data/a b.txt"), "changed");
    writeFileSync(join(bag, "data/added.txt"), "");
    mkdirSync(join(bag, "extra"));
    writeFileSync(join(bag, "extra/tag.txt"), "");
    expect(checkBag(bag).wrong).toEqual([
      "data/added.txt is in no manifest",
      "extra/tag.txt is in no manifest",
      "data/a b.txt has another checksum",
      expect.stringMatching(/^Payload-Oxum/),
    ]);
    expect(sha512sum(bag)[0]).not.toBe(0);
  });
});

test("a lock file that a merge has broken, or that is none, is known", () => {
  for (const text of ["<<<<<<< HEAD\n{}", "null", '{"packages":[]}', '{"packages":{"node_modules/a":null}}'])
    expect(readLock(text)).toBeUndefined();
  const text = '{"packages":{"node_modules/a":{"resolved":"x","version":"1.0.0"}}}';
  expect(JSON.stringify(readLock(text))).toBe(text);
});
