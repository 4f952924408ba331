/** What hostile records cannot do: each is refused with a located problem or becomes inert text, quickly and without a side effect. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { loadArchive } from "../../src/content/load.ts";
import { createMarkdown } from "../../src/content/markdown.ts";
import { readRecord } from "../../src/content/read.ts";
import type { Archive } from "../../src/model/archive.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { RecordKind } from "../../src/model/records/index.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, SITE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { activeParts, visibleText } from "./inert.ts";
import { problemsOf } from "./printed.ts";

const FIXTURES = join(PROJECT, "test/fixtures/hostile");
const A_TALK = "content/events/2020-spring/talks/a-talk.md";
const GOOD = Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text]));

/** Fails the test when it takes too long, prints, opens a connection, or leaves a mark on the global object. */
const seconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const watched = {
  started: 0,
  stopped: 0,
  globals: [""],
  connect: vi.spyOn(Socket.prototype, "connect"),
  /** What follows in the test is not timed. */
  stop: () => {
    watched.stopped = seconds();
  },
};
beforeEach(() => {
  vi.spyOn(process.stdout, "write");
  vi.spyOn(process.stderr, "write");
  vi.spyOn(console, "log");
  vi.spyOn(console, "warn");
  vi.spyOn(console, "error");
  vi.spyOn(globalThis, "fetch");
  watched.connect.mockClear();
  watched.globals = Object.getOwnPropertyNames(globalThis).sort();
  watched.stopped = 0;
  watched.started = seconds();
});
afterEach(() => {
  const taken = (watched.stopped || seconds()) - watched.started;
  for (const method of [process.stdout.write, process.stderr.write, console.log, console.warn, console.error, globalThis.fetch])
    expect(vi.mocked(method)).not.toHaveBeenCalled();
  expect(watched.connect).not.toHaveBeenCalled();
  expect(Object.getOwnPropertyNames(globalThis).sort()).toEqual(watched.globals);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  vi.restoreAllMocks();
  watched.connect = vi.spyOn(Socket.prototype, "connect");
  expect(taken).toBeLessThan(2);
});
afterAll(() => watched.connect.mockRestore());

/** The little conference with other files. */
function withFiles(files: Record<string, string | Uint8Array>): string {
  return folderOf({ ...GOOD, ...files });
}

/** The problems of the little conference with another text for its talk. */
function problemsOfTalk(text: string): Problem[] {
  return problemsOf(withFiles({ [A_TALK]: text }));
}

function archiveOf(folder: string): Archive {
  const { archive, findings } = loadArchive({ contentDir: join(folder, "content"), assetsDir: join(folder, "assets") });
  expect(findings).toEqual([]);
  return archive;
}

/** Every problem has a place in a file of the folder. */
function expectLocated(problems: readonly Problem[], rules: readonly string[]): void {
  expect([...new Set(problems.map((problem) => problem.rule))].sort()).toEqual([...rules].sort());
  for (const problem of problems) {
    expect(problem.file).toMatch(/\/(content|assets)\//);
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.column).toBeGreaterThanOrEqual(1);
  }
}

describe("front matter in a programming language is never run", () => {
  const CODE = "globalThis.polluted = 1; process.stdout.write('run'); throw new Error('run')";

  test.each([
    "js",
    "javascript",
    "json",
    "coffee",
    "coffeescript",
    "cson",
    "toml",
    "yaml",
    "JS",
    " js",
    "js ",
    "unknown",
    "-",
    "constructor",
    "__proto__",
    "../../evil",
  ])("---%s", (language) => {
    expectLocated(problemsOfTalk(`---${language}\n${CODE}\n---\n\nText.\n`), ["front-matter-language"]);
  });

  test.each(["---js", "---json", "---coffee", "---unknown"])("%s as the second line", (fence) => {
    expectLocated(problemsOfTalk(`---\n${fence}\n${CODE}\n---\n`), ["front-matter-open"]);
  });

  test.each(["=", "+++", ";;;", "<!--", "#!/bin/sh"])("another fence: %s", (fence) => {
    expectLocated(problemsOfTalk(`${fence}\ntitle: A talk\n${fence}\n`), ["front-matter-missing"]);
  });
});

describe("YAML does nothing but hold data", () => {
  const REFUSED: [what: string, yaml: string, rule: string][] = [
    ["a function", "title: !!js/function 'function () { globalThis.polluted = 1 }'", "yaml-feature"],
    ["a regular expression", "title: !!js/regexp /(a+)+$/", "yaml-feature"],
    ["undefined", "title: !!js/undefined ''", "yaml-feature"],
    ["binary data", "title: !!binary aGVsbG8=", "yaml-feature"],
    ["a set", "title: A talk\ntopics: !!set {a, b}", "yaml-feature"],
    ["a text with a tag", "title: !!str 5", "yaml-feature"],
    ["a tag of its own", "title: !evil {a: b}", "yaml-feature"],
    ["a python object", "title: !!python/object/apply:os.system ['id']", "yaml-feature"],
    ["an anchor", "title: &a A talk", "yaml-feature"],
    ["an alias", "title: &a A talk\nroom: *a", "yaml-feature"],
    ["an alias that leads nowhere", "title: *nobody", "yaml-feature"],
    ["an alias of itself", "title: A talk\ntopics: &a [*a]", "yaml-feature"],
    ["a merge key", "title: A talk\nslides:\n  <<: {url: https://example.org/}", "forbidden-key"],
    ["a merge key in quotes", 'title: A talk\nslides:\n  "<<": {url: https://example.org/}', "forbidden-key"],
    ["__proto__", "title: A talk\n__proto__: {polluted: yes}", "forbidden-key"],
    ["__proto__ below", "title: A talk\nslides: {__proto__: {polluted: yes}}", "forbidden-key"],
    ["__proto__ with an escape", 'title: A talk\n"__pro\\x74o__": {polluted: yes}', "forbidden-key"],
    ["constructor", "title: A talk\nconstructor: {prototype: {polluted: yes}}", "forbidden-key"],
    ["prototype", "title: A talk\nprototype: {polluted: yes}", "forbidden-key"],
    ["toString", "title: A talk\ntoString: x\nhasOwnProperty: x\nvalueOf: x", "unknown-key"],
    ["a list as a key", "title: A talk\n? [a, b]\n: c", "yaml-feature"],
    ["a record as a key", "title: A talk\n? {a: b}\n: c", "yaml-feature"],
    ["null as a key", "title: A talk\n~: c", "yaml-feature"],
    ["a key without a name", "title: A talk\n: c", "yaml-feature"],
    ["not a number", "title: A talk\nduration: .nan", "wrong-type"],
    ["infinity", "title: A talk\nduration: .inf", "wrong-type"],
    ["a huge number", "title: A talk\nduration: 1e400", "wrong-type"],
    ["a number below zero", "title: A talk\nduration: -1", "out-of-range"],
  ];

  test.each(REFUSED)("%s", (_, yaml, rule) => {
    expectLocated(problemsOfTalk(`---\n${yaml}\n---\n\nText.\n`), [rule]);
  });

  test("a directive of another version changes nothing", () => {
    const folder = withFiles({ "content/site.yaml": `%YAML 1.1\n---\n${SITE.replace("name: Little Archive", "name: 'yes'")}` });
    expect(archiveOf(folder).site.record.name).toBe("yes");
    expectLocated(problemsOf(withFiles({ "content/site.yaml": `%TAG ! tag:evil,2000:\n---\n${SITE}title: !x y\n` })), ["yaml-feature"]);
  });

  const n = 40_000;
  const LARGE: Record<string, [yaml: string, rule: string]> = {
    "an alias bomb": [
      `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from("bcdefghij", (name, index) => `${name}: &${name} [${`*${"abcdefghij"[index]},`.repeat(9)}]`).join("\n")}`,
      "yaml-feature",
    ],
    "many aliases": [`title: &a x\ntopics: [${"*a,".repeat(n)}]`, "yaml-syntax"],
    "some aliases": [`title: &a x\ntopics: [${"*a,".repeat(9000)}]`, "yaml-feature"],
    "some anchors and tags": [`title: ${"&a ".repeat(4000)}x\nroom: ${"!a ".repeat(4000)}`, "yaml-syntax"],
    "many anchors": [`title: ${"&a ".repeat(n)}x`, "yaml-syntax"],
    "many tags": [`title: ${"!a ".repeat(n)}x`, "yaml-syntax"],
    "deep lists in brackets": [`topics: ${"[".repeat(n)}`, "yaml-syntax"],
    "deep lists in closed brackets": [`topics: ${"[".repeat(n)}${"]".repeat(n)}`, "yaml-syntax"],
    "deep records in braces": [`topics: ${"{a: ".repeat(n)}`, "yaml-syntax"],
    "deep lists with dashes": [`topics:\n  ${"- ".repeat(n)}x`, "yaml-syntax"],
    "deep keys with question marks": ["? ".repeat(n), "yaml-syntax"],
    "deep records by indentation": [Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"), "yaml-syntax"],
    "deep lists by indentation": [
      Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth * 30)}${"- ".repeat(15)}`).join("\n"),
      "yaml-syntax",
    ],
    "many fields": [Array.from({ length: 3000 }, (_, index) => `field-${index}: x`).join("\n"), "unknown-key"],
    "many fields with comments": [
      `title: A talk\n${Array.from({ length: 2500 }, (_, index) => `# c\nfield-${index}: x`).join("\n")}\nspeaker: x`,
      "unknown-key",
    ],
    "one field many times": ["title: x\n".repeat(3000), "duplicate-key"],
    "more fields than any record has": [Array.from({ length: 9000 }, (_, index) => `field-${index}: x`).join("\n"), "yaml-syntax"],
    "many errors": [`topics: [${",".repeat(n)}`, "yaml-syntax"],
    "many colons": [": ".repeat(n), "yaml-syntax"],
    "a long unclosed quote": [`title: "${"\\".repeat(n)}`, "yaml-syntax"],
    "an unclosed quote over many lines": [`title: "${"x: y\n".repeat(n / 2)}`, "yaml-syntax"],
    "a long key": [`${"a".repeat(n)}: x`, "yaml-syntax"],
    "a long text that looks like a date": [`title: A talk\ndate: ${"2020-".repeat(n / 5)}`, "bad-date"],
    "a long text that looks like a time": [`title: A talk\nstart: "${"9:".repeat(n / 5)}"`, "bad-time"],
    "a long name": [`title: A talk\nperson: "${"Ada ".repeat(n / 5)}"`, "bad-name"],
    "a long address": [`title: A talk\noriginal: https://example.org/${"a".repeat(n)}`, "too-long"],
    "a former address that hosts run as a program": ["title: A talk\nformerUrls: [/_worker.js]\n", "bad-former-url"],
    "a former address that servers read as settings": ["title: A talk\nformerUrls: [/Web.config/]\n", "bad-former-url"],
    "a long former address": [`title: A talk\nformerUrls: ["/${"a/".repeat(n / 2)}"]`, "bad-former-url"],
    "a long choice": [`title: A talk\nkind: ${"a".repeat(n)}`, "bad-choice"],
    "a long duration": [`title: A talk\nvideo: {url: "https://vimeo.com/1", duration: "${"1:".repeat(n / 5)}"}`, "bad-duration"],
    "10,000 characters of title": [`title: ${"x".repeat(10_000)}`, "too-long"],
  };

  test.each(Object.entries(LARGE))("%s", (_, [yaml, rule]) => {
    const problems = problemsOfTalk(`---\n${yaml}\n---\n\nText.\n`);
    expect(problems.map((problem) => problem.rule)).toContain(rule);
    expect(problems.length).toBeLessThanOrEqual(60);
  });

  test("10 MB of front matter, in one field and in many", () => {
    for (const text of ["x".repeat(10_000_000), "x\n  ".repeat(2_000_000), "x\nroom: x".repeat(1_000_000)])
      expectLocated(problemsOfTalk(`---\ntitle: ${text}\n---\n`), ["file-too-large"]);
    for (const text of ["x".repeat(400_000), "x\nroom: x".repeat(40_000)])
      expectLocated(problemsOfTalk(`---\ntitle: ${text}\n---\n`), ["file-too-large"]);
  });
});

describe("a record cannot reach the site generator", () => {
  test.each([
    "permalink",
    "layout",
    "eleventyComputed",
    "templateEngineOverride",
    "pagination",
    "tags",
    "eleventyExcludeFromCollections",
    "renderData",
    "override:tags",
    "eleventyNavigation",
    "dynamicPermalink",
  ])("%s is an unknown field", (key) => {
    expectLocated(problemsOfTalk(`---\ntitle: A talk\n"${key}": "../../../evil.html"\n---\n`), ["unknown-key"]);
    expectLocated(problemsOf(withFiles({ "content/site.yaml": `${SITE}"${key}": {a: "{{ 7 * 7 }}"}\n` })), ["unknown-key"]);
  });

  test.each(["a-talk.11tydata.js", "talks.json", "talks.11tydata.cjs", "talks.njk", "eleventy.config.js", "a-talk.html"])(
    "%s among the records is left out with a warning",
    (name) => {
      const problems = problemsOf(withFiles({ [`content/events/2020-spring/talks/${name}`]: "globalThis.polluted = 1" }));
      expectLocated(problems, ["unknown-file"]);
    },
  );
});

const SCHEMES = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript&#58;alert(1)",
  "java&#115;cript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript%3Aalert(1)",
  "%6Aavascript:alert(1)",
  "javascript://example.org/%0Aalert(1)",
  "javascript:/https://example.org/",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD4=",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "view-source:https://example.org/",
  "about:blank",
  "ftp://example.org/",
  "ws://example.org/",
  "intent://example.org/#Intent;end",
  "unknown:thing",
  "//example.org/",
  "\\\\example.org\\share",
  "/\\example.org/",
  "/\t/example.org/",
  "https:example.org",
  "https:/example.org/",
  "https:///example.org/",
  "https:\\\\example.org",
  "https://ada:secret@example.org/",
  "https://example.org@evil.example/",
  "https://example.org/\u202efdp.exe",
  "https://[",
  "https://exam ple.org/",
  'https://example.org/"onclick="alert(1)',
  "https://example.org/<script>",
  "http://",
  "",
];

describe("an address field takes web addresses alone", () => {
  const TALK = "title: A talk\n";
  const FIELDS: Record<string, [kind: RecordKind, yaml: (value: string) => string]> = {
    slides: ["talk", (value) => `${TALK}slides: ${value}`],
    "slides.url": ["talk", (value) => `${TALK}slides: {url: ${value}}`],
    "slides.archived": ["talk", (value) => `${TALK}slides: {url: "https://example.org/", archived: ${value}}`],
    video: ["talk", (value) => `${TALK}video: ${value}`],
    "video.url": ["talk", (value) => `${TALK}video: {url: ${value}}`],
    "video.archived": ["talk", (value) => `${TALK}video: {url: "https://example.org/", archived: ${value}}`],
    original: ["talk", (value) => `${TALK}original: ${value}`],
    sources: ["talk", (value) => `${TALK}sources: [${value}]`],
    links: ["talk", (value) => `${TALK}links: [{title: More, url: ${value}}]`],
    "links of an event": ["event", (value) => `name: An event\nlinks: [{title: More, url: ${value}}]`],
    "sources of an event": ["event", (value) => `name: An event\nsources: [${value}]`],
    "links of a speaker": ["speaker", (value) => `name: Ada Example\nlinks: [{title: More, url: ${value}}]`],
    "address of a paper": ["paper", (value) => `title: A paper\nurl: ${value}`],
    "address of an entry": ["page", (value) => `title: A page\nentries: [{name: Thing, url: ${value}}]`],
    "address of the site": ["site", (value) => SITE.replace("https://little.example.org/", () => value)],
    "live site": ["site", (value) => SITE.replace("url: https://example.org/", () => `url: ${value}`)],
    licence: ["site", (value) => SITE.replace(/^licence:\n.*$/m, () => `licence: {text: Free, url: ${value}}`)],
    repository: ["site", (value) => `${SITE}repository: {url: ${value}}\n`],
    navigation: ["site", (value) => `${SITE}navigation: [{label: More, url: ${value}}]\n`],
    sections: ["site", (value) => `${SITE}sections: [{label: More, url: ${value}}]\n`],
  };

  test.each(Object.entries(FIELDS))("%s", (field, [kind, yaml]) => {
    const folder = temporaryFolder();
    const file = join(folder, kind === "site" ? "site.yaml" : "record.md");
    const read = (value: string) => {
      const text = yaml(JSON.stringify(value));
      writeFileSync(file, kind === "site" ? text : `---\n${text}\n---\n`);
      return readRecord({ kind, id: "record", file });
    };
    const isOfSite = field === "address of the site";
    expect(read(`https://example.org/a%20b${isOfSite ? "" : "?c=d#e"}`).findings).toEqual([]);
    for (const address of SCHEMES) {
      const { record, findings } = read(address);
      expect(record, address).toBeUndefined();
      expect(
        findings
          .map((finding) => finding.rule)
          .every((rule) => ["bad-address", "empty-text", "one-line-text", "forbidden-character"].includes(rule)),
        address,
      ).toBe(true);
      expect(findings.length, address).toBeGreaterThan(0);
    }
  });
});

describe("a file field stays below the media folder", () => {
  const NAMES = [
    "../site.yaml",
    "a/../../b.pdf",
    "..",
    ".",
    "./a.pdf",
    "/etc/passwd",
    "//example.org/a.pdf",
    "C:\\a.pdf",
    "C:/a.pdf",
    "a\\b.pdf",
    "..\\a.pdf",
    "a\u0000.pdf",
    "a\n.pdf",
    "a b.pdf",
    "a%2fb.pdf",
    "%2e%2e/a.pdf",
    ".htaccess",
    "a/.git/config",
    "a//b.pdf",
    "a/",
    "a.pdf.",
    "con",
    "aux.pdf",
    "a/NUL.pdf",
    "LPT1/a.pdf",
    "a.pdf:stream",
    "a?.pdf",
    "a#b.pdf",
    "a<b>.pdf",
    "a\u202efdp.exe",
    "naïve.pdf",
    "",
    "x".repeat(400),
    "https://example.org/a.pdf",
  ];

  test.each(NAMES)("%j", (name) => {
    const value = JSON.stringify(name);
    const problems = problemsOfTalk(
      `---\ntitle: A talk\nslides: {file: ${value}}\nvideo: {url: "https://vimeo.com/1", file: ${value}, captions: ${value}, poster: ${value}}\n---\n`,
    );
    expectLocated(problems, ["bad-file-path"]);
    expect(problems).toHaveLength(4);
    expectLocated(problemsOf(withFiles({ "content/speakers/ada.md": `---\nname: Ada\nphoto: ${value}\n---\n` })), ["bad-file-path"]);
  });

  test("names that differ only in capitals or in their Unicode form are not the same file", () => {
    const folder = withFiles({ [A_TALK]: "---\ntitle: A talk\nslides:\n  file: A-Talk.pdf\n---\n", "assets/media/a-talk.pdf": "%PDF-1.4" });
    const [problem] = problemsOf(folder);
    expect(problem?.rule).toBe("missing-file");
    expect(problem?.hint).toContain("`a-talk.pdf`");
  });

  test("links to files and folders elsewhere are no media", () => {
    const secret = folderOf({ "secret.pdf": "%PDF-1.4 secret", "below/secret.pdf": "%PDF-1.4 secret" });
    const folder = withFiles({
      [A_TALK]: "---\ntitle: A talk\nslides:\n  file: secret.pdf\nvideo:\n  file: below/secret.pdf\n---\n",
      "assets/media/a.pdf": "%PDF-1.4",
    });
    symlinkSync(join(secret, "secret.pdf"), join(folder, "assets/media/secret.pdf"));
    symlinkSync(join(secret, "below"), join(folder, "assets/media/below"));
    expectLocated(problemsOf(folder), ["missing-file", "symbolic-link", "unnamed-media"]);
  });

  test.each([
    ["a.pdf", "<!doctype html><script>alert(1)</script>", "not-a-pdf"],
    ["a.pdf", "\ufeff\n <HTML>", "not-a-pdf"],
    ["a.pdf", "MZ\u0000", "not-a-pdf"],
    ["a.pdf", "", "not-a-pdf"],
    ["a.pdf", "<script>alert(1)</script>%PDF-1.4", "not-a-pdf"],
    ["a.html", "%PDF-1.4", "active-media"],
    ["a.htm", `${" ".repeat(5000)}<script>alert(1)</script>`, "active-media"],
    ["a.xhtml", "", "active-media"],
    ["a.svg", "<svg onload=alert(1)>", "active-media"],
    ["a.SVG", "", "active-media"],
    ["a.js", "alert(1)", "active-media"],
    ["a.xml", "<?xml-stylesheet href='a.xsl'?>", "active-media"],
    ["a.jpg", "<svg xmlns='http://www.w3.org/2000/svg'>", "active-media"],
    ["a.xsd", "<r xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></r>", "active-media"],
    ["a.rng", "<r xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></r>", "active-media"],
    ["a.unknown", "anything", "active-media"],
    ["a", "%PDF-1.4", "active-media"],
    ["a.vtt", "\ufeff\n<script>alert(1)</script>", "active-media"],
    ["a.mp4", "\u001aE", "active-media"],
  ])("%s that holds %j", (name, bytes, rule) => {
    const folder = withFiles({ [A_TALK]: `---\ntitle: A talk\nslides:\n  file: ${name}\n---\n`, [`assets/media/${name}`]: bytes });
    expectLocated(problemsOf(folder), [rule]);
  });
});

describe("media that only look active are published", () => {
  test.each([
    ["a.jpg", Buffer.from("\xff\xd8\xff\xe1\0\x40Exif\0\0<script>alert(1)</script>", "latin1")],
    ["a.vtt", "WEBVTT\n\nNOTE <script> and <body> are elements\n\n00:01.000 --> 00:02.000\nA <script> in a page.\n"],
    ["a.mov", Buffer.from("\0\0\0\x08moov", "latin1")],
  ])("%s", (name, bytes) => {
    const folder = withFiles({ [A_TALK]: `---\ntitle: A talk\nslides:\n  file: ${name}\n---\n` });
    mkdirSync(join(folder, "assets/media"), { recursive: true });
    writeFileSync(join(folder, "assets/media", name), bytes);
    expect(problemsOf(folder)).toEqual([]);
  });
});

describe("media that nobody names", () => {
  const media = { "assets/media/named.pdf": "%PDF-1.4", "assets/media/other.pdf": "%PDF-1.4", "assets/media/x.xsd": "<r/>" };
  const files = (problems: readonly { rule: string; file: string }[]) =>
    problems.map(({ rule, file }) => `${rule} ${file.replace(/^.*\/media\//, "")}`);

  test.each([
    ["a field", "slides:\n  file: named.pdf\n---\n"],
    ["a link", "---\n\nSee [the slides](/media/named.pdf#page=2).\n"],
    ["a link that is written oddly", "---\n\n[Slides][s]\n\n[s]: </media/n%61med.pdf> 'title'\n"],
    ["a full address of the site", "---\n\n<https://little.example.org/media/named.pdf>\n"],
  ])("are told, but for what is named by %s", (_, fields) => {
    const folder = withFiles({ ...media, [A_TALK]: `---\ntitle: A talk\n${fields}` });
    expect(files(problemsOf(folder))).toEqual(["unnamed-media other.pdf", "unnamed-media x.xsd"]);
  });

  test("a page that links to what is never published", () => {
    const folder = withFiles({ ...media, [A_TALK]: "---\ntitle: A talk\n---\n\nSee [this](/media/x.xsd).\n" });
    expect(files(problemsOf(folder))).toEqual(["active-media x.xsd", "unnamed-media named.pdf", "unnamed-media other.pdf"]);
  });
});

describe("file names of records", () => {
  const TEXT = "---\ntitle: A talk\n---\n";

  test.each([
    "con",
    "nul",
    "aux",
    "com1",
    "lpt9",
    "CON",
    "Talk",
    "a_talk",
    "a talk",
    "-a",
    "a-",
    "a--b",
    "a.b",
    "a\\b",
    "a\\..\\..\\evil",
    "a\nb",
    "a\u202eb",
    "täglich",
    "ta\u0308glich",
    "a%2fb",
    "<script>",
    "👋",
    "x".repeat(101),
    "{{ 7 * 7 }}",
  ])("%j is refused with a name that would do", (name) => {
    const folder = withFiles({ [`content/events/2020-spring/talks/${name}.md`]: TEXT });
    const problems = problemsOf(folder);
    expectLocated(problems, ["bad-file-name"]);
    const [, better] = /`([a-z0-9]+(?:-[a-z0-9]+)*)\.md`/.exec(problems[0]?.hint ?? "") ?? [];
    expect(better).toBeDefined();
    renameSync(join(folder, `content/events/2020-spring/talks/${name}.md`), join(folder, `content/events/2020-spring/talks/${better}.md`));
    expect(problemsOf(folder)).toEqual([]);
  });

  test("names that differ only in capitals", () => {
    const folder = withFiles({ "content/events/2020-spring/talks/A-talk.md": TEXT });
    expect(problemsOf(folder).map((problem) => problem.rule)).toEqual(["address-clash", "bad-file-name"]);
  });

  test("names that are the same text in two Unicode forms", () => {
    const folder = withFiles({
      "content/speakers/zo\u00eb.md": "---\nname: Zoë\n---\n",
      "content/speakers/zoe\u0308.md": "---\nname: Zoë\n---\n",
    });
    expect(problemsOf(folder).filter((problem) => problem.rule === "bad-file-name")).toHaveLength(2);
  });

  test("names that are no text", () => {
    const folder = withFiles({});
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, "content/events/2020-spring/talks/")), Buffer.from([0xff, 0xfe]), Buffer.from(".md")]),
      TEXT,
    );
    expect(problemsOf(folder).map((problem) => problem.rule)).toContain("bad-file-name");
  });

  test("a content folder with a NUL in its name", () => {
    const { findings } = loadArchive({ contentDir: "content\u0000/etc", assetsDir: "assets" });
    expect(findings.map((finding) => finding.rule)).toEqual(["missing-content"]);
  });

  test("links to files and folders are not followed", () => {
    const secret = folderOf({ "secret.md": "---\ntitle: secret\n---\n\nsecret\n", "talks/secret.md": "---\ntitle: secret\n---\n" });
    const folder = withFiles({ "content/events/2021-autumn/event.md": "---\nname: Another event\n---\n" });
    symlinkSync(join(secret, "secret.md"), join(folder, "content/events/2020-spring/talks/b-talk.md"));
    symlinkSync(join(secret, "talks"), join(folder, "content/events/2021-autumn/talks"));
    symlinkSync(secret, join(folder, "content/papers"));
    symlinkSync("/", join(folder, "content/events/root"));
    symlinkSync("nowhere", join(folder, "content/speakers"));
    const problems = problemsOf(folder);
    expectLocated(problems, ["symbolic-link"]);
    expect(problems).toHaveLength(5);
    expect(JSON.stringify(problems)).not.toContain('"excerpt":"---');
  });

  test("folders and other things in the place of files", () => {
    const folder = withFiles({ "content/speakers": "A file.", "content/events/2021-autumn/talks": "A file." });
    mkdirSync(join(folder, "content/papers/a-paper.md"), { recursive: true });
    mkdirSync(join(folder, "content/events/2021-autumn/event.md"));
    const rules = problemsOf(folder).map((problem) => problem.rule);
    expect(rules).toEqual(["unreadable-file", "unreadable-file", "unknown-file", "unknown-file"]);
  });
});

/** Bodies that try to become more than text. */
const MARKUP = [
  "<script>alert(1)</script>",
  "<script src=https://evil.example/x.js></script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><circle/></svg>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<iframe src=https://evil.example/></iframe>",
  "<object data=x></object><embed src=x>",
  "<a href='javascript:alert(1)' onclick=alert(1)>x</a>",
  "<p onclick=alert(1) style='color:red' class=x id=main>x</p>",
  "<base href=https://evil.example/>",
  "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<style>body { display: none }</style>",
  "<form action=https://evil.example/><input name=x></form>",
  "<template><script>alert(1)</script></template>",
  "</div></main></body><script>alert(1)</script>",
  "<!-- a comment --> <![CDATA[ x ]]> <?php x ?> <!DOCTYPE html>",
  "<b>bold</b> <i>x</i> <span>y</span> <video src=x></video> <audio src=x></audio>",
  "<x:y z='1'>\n\n# Heading\n\n</x:y>",
  "![a picture](https://evil.example/x.png)",
  '![a picture](https://evil.example/x.png "title")',
  "![a picture][1]\n\n[1]: https://evil.example/x.png",
  "[![x](https://evil.example/x.png)](https://evil.example/)",
  '[x](https://example.org/ "a title")',
  "[x](<https://example.org/a b>)",
  "```js onclick=alert(1)\ncode\n```",
  '```"><script>alert(1)</script>\ncode\n```',
  "~~~ {.class #id onclick=alert(1)}\ncode\n~~~",
  "| a | b |\n| :-: | --: |\n| <script> | [x](javascript:alert(1)) |",
  "# H1 {#id onclick=alert(1)}\n\n###### H6\n\nSetext\n======\n\nSetext\n------",
  "99999999999. a list\n\n1. <script>alert(1)</script>\n\n0. x",
  "- [ ] <input type=checkbox onclick=alert(1)>",
  "{{ 7 * 7 }} {% include 'x' %} {# comment #} {{ constructor.constructor('return process')().exit() }}",
  "${7*7} #{7*7} <%= 7*7 %> <?= 7*7 ?> {{{7*7}}} [[7*7]] *{7*7}",
  "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &#x3c;script&#x3e; \\<script\\>",
  "`<script>alert(1)</script>` ``<img src=x onerror=alert(1)>``",
  "https://evil.example/<script>alert(1)</script>",
  'https://evil.example/"onmouseover="alert(1)',
  "http://example.org/'><script>alert(1)</script>",
  "www.example.org ada@example.org //example.org ftp://example.org mailto:ada@example.org",
  "[x]: https://example.org/ 'title'\n[x]",
  "[^1]: footnote\n\n[^1]",
  "---\ntitle: x\n---",
  "+++\n---\nlayout: evil\n---",
];

/** Every way of writing a link in Markdown. */
const LINKS: ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `[x](<${address}>)`,
  (address) => `[x](${address} "title")`,
  (address) => `<${address}>`,
  (address) => `[x][1]\n\n[1]: ${address}`,
  (address) => `[x][1]\n\n[1]: <${address}> 'title'`,
  (address) => `[${address}]\n\n[${address}]: ${address}`,
  (address) => `![x](${address})`,
  (address) => `> - 1. **[x](${address})**`,
  (address) => `| a |\n| - |\n| [x](${address}) |`,
  (address) => address,
  (address) => `"${address}"`,
];

describe("Markdown becomes inert HTML", () => {
  const renderers = [createMarkdown("", 2), createMarkdown("/archive", 3)];

  test.each(MARKUP)("%j", (markdown) => {
    for (const render of renderers) {
      const { html } = render(markdown);
      expect(activeParts(html), html).toEqual([]);
      expect(visibleText(html)).not.toContain("49");
    }
  });

  test.each(SCHEMES)("links to %j in every notation", (address) => {
    for (const render of renderers)
      for (const link of LINKS) {
        const { html } = render(link(address));
        expect(activeParts(html), html).toEqual([]);
      }
  });

  test("links that may be: other sites, mail, paths of this site", () => {
    const { html } = createMarkdown("/archive")(
      "[a](https://example.org/) [b](mailto:ada@example.org) [c](/papers/) [d](#top) <https://example.org/e>",
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "https://example.org/",
      "mailto:ada@example.org",
      "/archive/papers/",
      "#top",
      "https://example.org/e",
    ]);
    expect(activeParts(html)).toEqual([]);
  });

  test("tables carry no styles, code no classes, links no titles", () => {
    const { html } = createMarkdown("")(
      '| a | b |\n| :-: | --: |\n| c | d |\n\n```js\ncode\n```\n\n[x](https://example.org/ "title")\n\n3. three',
    );
    expect(html).toContain("<th>a</th>");
    expect(html).toContain("<pre><code>code");
    expect(html).toContain('<ol start="3">');
    expect(html).not.toMatch(/style|class|title/);
  });

  const many = (text: string, bytes = 99_000) => text.repeat(Math.floor(bytes / text.length));
  const LONG: Record<string, string> = {
    stars: many("*"),
    "stars with letters": many("*a "),
    "stars and underscores": many("*_"),
    "open strong": many("**a "),
    underscores: many("_a"),
    tildes: many("~~a "),
    "open brackets": many("["),
    "open and closed brackets": `${many("[", 49_000)}${many("]", 49_000)}`,
    "closed brackets": many("]"),
    "empty links": many("[]("),
    "nested links": many("[a]("),
    "links and images": many("![[]()"),
    "unclosed references": many("[a][b"),
    "unclosed reference definitions": many("[a]: <b\n"),
    "reference definitions": many("[a]: b\n"),
    "reference definitions with open titles": many('[a]: b "\n'),
    "one reference used often": `${many("[a] ", 90_000)}\n\n[a]: https://example.org/${"x".repeat(1000)}`,
    "less-than signs": many("<"),
    "open tags": many("<a "),
    "open comments": many("<!--"),
    "open declarations": many("<!A "),
    "open processing instructions": many("<?"),
    "open CDATA": many("<![CDATA["),
    "open autolinks": many("<https:"),
    "greater-than signs": many(">"),
    "nested quotes": many("> "),
    "nested quotes, line by line": Array.from({ length: 300 }, (_, depth) => `${"> ".repeat(depth)}a`).join("\n"),
    "nested dashes": many("- "),
    "nested lists, line by line": Array.from({ length: 300 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
    "list after list": many("- a\n\n"),
    "empty list entries": many("*\n"),
    "nested numbers": many("1. "),
    "quotes in lists": many("> - "),
    blanks: `a${many(" ")}b`,
    "blanks at line ends": many(`a${" ".repeat(99)}\n`),
    tabs: many("\t"),
    "empty lines": many("\n"),
    backticks: many("`"),
    "backticks of growing length": Array.from({ length: 430 }, (_, length) => "`".repeat(length)).join("a"),
    "open code": many("`a "),
    fences: many("```\n"),
    "open fences": many("~~~a\n"),
    backslashes: many("\\"),
    ampersands: many("&"),
    "open entities": many("&#1"),
    "long entity": `&${many("a")};`,
    "table rows": `| a |\n| - |\n${many("| b |\n", 90_000)}`,
    "table columns": `${many("|a", 30_000)}|\n${many("|-", 30_000)}|\n${many("|b", 30_000)}|`,
    pipes: many("|"),
    dashes: many("-"),
    "equals signs": `a\n${many("=")}`,
    hashes: many("#"),
    headings: many("# a\n"),
    "links to nowhere": many("https://"),
    "many links": many("https://example.org/ "),
    "links with brackets": `https://example.org/${many("(")}`,
    "links with closing brackets": `https://example.org/${many(")")}`,
    "mail addresses": many("mailto:a@b.example "),
    dots: many(".\n\n"),
    "bio headings": many("\nbio\n"),
    colons: many(":"),
    emoji: many("👩‍👩‍👧"),
    "letters with many marks": many(`a${"\u0301\u0323".repeat(50)}`),
    "long word": many("a"),
  };

  test.each(Object.entries(LONG))("100 kB of %s", (_, markdown) => {
    const folder = withFiles({ [A_TALK]: `---\ntitle: A talk\nspeaker: Ada Example\n---\n\n${markdown}\n` });
    const archive = archiveOf(folder);
    expect(
      runChecks(archive).filter(({ rule }) => !/^(bio-in-abstract|html-in-text|footnote-in-text|picture-in-text|dead-link)$/.test(rule)),
    ).toEqual([]);
    const html = archive.talks[0]?.abstract?.html ?? "";
    expect(html.length).toBeLessThan(5_000_000);
    watched.stop();
    expect(activeParts(html)).toEqual([]);
  });
});

describe("whole records in which every text is hostile", () => {
  test.each(["talk", "event"])("the records of a %s in the fixtures are refused or inert", (name) => {
    const folder = withFiles({});
    const texts = filesBelow(join(FIXTURES, name));
    expect(texts.length).toBeGreaterThan(0);
    for (const file of texts) {
      const text = readFileSync(join(FIXTURES, name, file), "utf8");
      const at = name === "talk" ? A_TALK : "content/events/2020-spring/event.md";
      writeFileSync(join(folder, at), text);
      const before = filesBelow(folder);
      const problems = problemsOf(folder);
      if (file.startsWith("refused-"))
        expect(
          problems.some((problem) => problem.severity === "error"),
          file,
        ).toBe(true);
      else
        expect(
          problems.filter((problem) => problem.severity === "error"),
          file,
        ).toEqual([]);
      expect(filesBelow(folder)).toEqual(before);
    }
  });
});

describe("text of every script is kept as it is", () => {
  const TEXTS = [
    "Emoji: 👋🏽 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ #️⃣",
    "العربية: محاكاة الأجهزة",
    "עברית: וירטואליזציה",
    "\u200fRight-to-left mark\u200f and left-to-right mark\u200e",
    "فارسی: می\u200cخواهم",
    "हिन्दी: क्\u200dष",
    "日本語、中文、한국어",
    "Combining: e\u0301 o\u0308\u0323 Z\u0351\u036b\u0343",
    "Composed: é ö Å Å",
    "Ligatures ﬁ and signs ½ ™ ∑ µ μ",
    "Astral 𝕏𝖾𝗇 𠜎",
    "Soft\u00adhyphen, no-break\u00a0space, narrow\u202fspace",
    "Quotes “a” ‘b’ «c» „d“ and dashes – —",
    "Markup & <b>bold</b> \"quoted\" 'single' `code`",
    "Templates {{ 7 * 7 }} {% raw %} ${7*7}",
    "Backslash \\n \\u0041 and percent %41",
  ];

  test.each(TEXTS)("%s", (text) => {
    const value = JSON.stringify(text);
    const { talks, events, people } = archiveOf(
      withFiles({
        [A_TALK]: `---\ntitle: ${value}\nspeaker: ${value}\nrole: ${value}\norganization: ${value}\nroom: ${value}\n---\n\n    ${text}\n`,
        "content/events/2020-spring/event.md": `---\nname: ${value}\ncity: ${value}\n---\n`,
      }),
    );
    const [talk] = talks;
    expect([talk?.title, talk?.record.role, talk?.record.organization, talk?.record.room]).toEqual([text, text, text, text]);
    expect([events[0]?.record.name, events[0]?.record.city, talk?.speakers[0]?.name]).toEqual([text, text, text]);
    expect(people[0]?.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(visibleText(talk?.abstract?.html ?? "").trim()).toBe(text);
    expect(activeParts(talk?.abstract?.html ?? "")).toEqual([]);
  });

  test.each([
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\u0000",
    "\u0007",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u009b",
    "\ufffe",
  ])("%j is refused in every field, as itself and as an escape", (character) => {
    for (const text of [`a${character}b`, JSON.stringify(`a${character}b`)]) {
      if (character === "\u0085" && !text.startsWith('"')) continue;
      const problems = problemsOfTalk(`---\ntitle: ${text}\nspeaker: Ada Example\n---\n\nText.\n`);
      expectLocated(problems, ["forbidden-character"]);
      expect(problems[0]?.line).toBe(2);
    }
    expectLocated(problemsOfTalk(`---\ntitle: A talk\n---\n\nA ${character} text.\n`), ["forbidden-character"]);
  });
});

test("no test of this file left anything behind", () => {
  const marker = mkdtempSync(join(tmpdir(), "archive-test-"));
  rmSync(marker, { recursive: true });
  expect(Object.hasOwn(globalThis, "polluted")).toBe(false);
});
