/** Every command over a table of faults of the system: a sentence with the path and what to do, exit code 1, and never a stack. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { explainSystemError } from "../../src/problems/system-errors.ts";
import { archive, archives, PROJECT, type Run } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

const place = folderOf({
  ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
  file: "a file",
  "ledger/addresses.txt": "",
  "ledger/media.sha256": "",
  "site/index.html": "<!doctype html>",
  "out/.archive-output": "",
  "out/index.html/a": "a folder in the place of a page",
});
symlinkSync(join(place, "loop"), join(place, "loop"));
execFileSync("mkfifo", [join(place, "pipe")]);

/** Paths that no folder can be made at or read from. */
const FAULTS: Record<string, string> = {
  "below a file": join(place, "file/below"),
  "a file": join(place, "file"),
  "a link in a circle": join(place, "loop"),
  "below a link in a circle": join(place, "loop/below"),
  "a name that is too long": join(place, "x".repeat(300)),
  "a disk that cannot be written to": "/sys/archive-test/below",
  "a pipe": join(place, "pipe"),
};

const content = ["--content", join(place, "content"), "--assets", join(place, "no-assets")];
const fresh = (name: string) => join(place, `fresh-${name}`);

/** Commands in which `PATH` is the faulty path. */
const COMMANDS: Record<string, string[]> = {
  "bag to": ["bag", ...content, "--program", join(place, "file"), "--output", "PATH"],
  "bag of": ["bag", "--content", "PATH", "--output", fresh("bag")],
  "build to": ["build", ...content, "--output", "PATH", "--cache", fresh("cache")],
  "build of": ["build", "--content", "PATH", "--output", fresh("site"), "--cache", fresh("cache")],
  "build with the cache": ["build", ...content, "--output", fresh("other-site"), "--cache", "PATH"],
  check: ["check", "--content", "PATH"],
  diff: ["diff", "PATH", join(place, "site")],
  "disk to": ["build", ...content, "--output", fresh("third-site"), "--cache", fresh("third-cache"), "--portable", "PATH"],
  import: ["import", "PATH", "--content", join(place, "content")],
  "import to": ["import", join(place, "file"), "--content", "PATH"],
  init: ["init", "PATH", "--name", "N", "--url", "https://example.org/", "--event", "E 2020", "--talk", "T", "--yes"],
  "links with the cache": ["links", ...content, "--cache", "PATH", "--wayback", "http://127.0.0.1:9/"],
  links: ["links", "--content", "PATH", "--wayback", "http://127.0.0.1:9/"],
  new: ["new", "speaker", "--name", "Cy Example", "--yes", "--content", "PATH"],
  "new from": ["new", "talk", "--from-issue", "PATH", ...content],
  "people of": ["people", ...content, "--decisions", "PATH"],
  "people to": ["people", ...content, "--list", "PATH"],
  "people back": ["people", ...content, "--undo", "--cache", "PATH"],
  rename: ["rename", "event", "2020-spring", "2020-fall", "--content", "PATH"],
  "restore from": ["restore", "PATH", "--content", fresh("restored")],
  "restore to": ["restore", join(place, "site"), "--content", "PATH"],
  verify: ["verify", "PATH"],
  "verify against": ["verify", ...content, "--ledger", join(place, "ledger"), "--against", "PATH"],
  "verify to": ["verify", join(place, "site"), "--update", "--ledger", "PATH"],
};

describe.each(Object.entries(COMMANDS))("%s", (_, words) => {
  let runs: Run[];
  beforeAll(async () => {
    runs = await archives(Object.values(FAULTS).map((path) => words.map((word) => (word === "PATH" ? path : word))));
  });

  test.each(Object.keys(FAULTS).map((fault, index) => [fault, index] as const))("%s", (_fault, index) => {
    expectSentence(runs[index] as Run);
  });
});

test("a folder in the place of a page makes way, or is told", async () => {
  const { code, stderr } = await archive(["build", ...content, "--output", join(place, "out"), "--cache", fresh("cache")]);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(0);
});

/** What is no file, in the place of one that a command reads or writes: it would be waited for, or have no end. */
const NO_FILES: Record<string, (at: string) => void> = {
  "a pipe": (at) => execFileSync("mkfifo", [at]),
  "a device without end": (at) => symlinkSync("/dev/zero", at),
  "a file of three gigabytes": (at) => {
    writeFileSync(at, "");
    truncateSync(at, 3 * 2 ** 30);
  },
};

test.each(Object.keys(NO_FILES))("%s in the place of a file of the program is told, and never waited for", (kind) => {
  const project = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "a.csv": "title,speakers\nNew,Ada Example\n",
    "_site/.archive-output": "",
    "_site/index.html": "",
    "content/.imports/here": "",
  });
  const run = (...args: string[]): Run => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["src/cli/start.js", ...args, "--project", project], {
      cwd: PROJECT,
      encoding: "utf8",
      timeout: 60_000,
    });
    return { code: status ?? -1, stdout, stderr };
  };
  const put = (path: string) => {
    rmSync(join(project, path), { force: true });
    mkdirSync(dirname(join(project, path)), { recursive: true });
    NO_FILES[kind]?.(join(project, path));
  };
  for (const ledger of [".ledger/addresses.txt", ".ledger/media.sha256"]) put(ledger);
  expect(expectSentence(run("verify"))).toContain("addresses.txt");
  put("content/.imports/2020-spring.json");
  expect(expectSentence(run("import", join(project, "a.csv"), "--event", "2020-spring"))).toContain("2020-spring.json");
  put("_site/index.html");
  put(".cache/media/files.json");
  expect(run("build").code).toBe(0);
  expect(lstatSync(join(project, "_site/index.html")).isFile()).toBe(true);
});

test("a text of three gigabytes among the media is asked about where somebody is forgotten", async () => {
  const project = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "assets/media/large.txt": "",
  });
  truncateSync(join(project, "assets/media/large.txt"), 3 * 2 ** 30);
  const forget = ["forget-person", "Ada Example", "--project", project, "--dry-run"];
  const { code, stderr } = await archive(forget, { ARCHIVE_NAMES_KEY: "a".repeat(64) });
  expect(stderr).toContain("The file could not be looked into");
  expect(stderr).not.toMatch(/^\s+at .*[:/]/m);
  expect(code).toBe(1);
});

test("a build writes to no file that its mark leads to", async () => {
  const project = folderOf(Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])));
  for (const lead of [symlinkSync, linkSync]) {
    mkdirSync(join(project, "_site"), { recursive: true });
    rmSync(join(project, "_site/.archive-output"), { force: true });
    lead(join(project, "content/site.yaml"), join(project, "_site/.archive-output"));
    expect((await archive(["build", "--project", project])).code).toBe(0);
    expect(readFileSync(join(project, "content/site.yaml"), "utf8")).toBe(LITTLE["site.yaml"]);
  }
});

test("every sentence names the path, safely for a terminal, and the code", () => {
  const error = (code: string) =>
    Object.assign(new Error(`${code}: x, open '/a\u001b[2Jb'`), { code, syscall: "open", path: "/a\u001b[2Jb" });
  for (const code of [
    "EACCES",
    "EPERM",
    "EROFS",
    "ENOSPC",
    "ENOTDIR",
    "EISDIR",
    "EEXIST",
    "ENAMETOOLONG",
    "ELOOP",
    "EMFILE",
    "ENXIO",
    "ERR_STRING_TOO_LONG",
    "ERR_FS_FILE_TOO_LARGE",
  ])
    expect(explainSystemError(error(code))).toMatch(new RegExp(`\`/a\ufffd\\[2Jb\`.*\\. \\(?.*\\(${code}\\)$`));
  expect(explainSystemError(new Error("ours"))).toBeUndefined();
  const unopened = (folder: string) =>
    explainSystemError(
      Object.assign(new Error(`Cannot find package '${folder}/index.js' imported from /a.js`), { code: "ERR_MODULE_NOT_FOUND" }),
    );
  expect(unopened(place)).toContain("(EMFILE)");
  expect(unopened(join(place, "no-such-package"))).toBeUndefined();
  const thread = (why: string) => Object.assign(new Error(`Worker initialization failure: ${why}`), { code: "ERR_WORKER_INIT_FAILED" });
  expect(explainSystemError(thread("EMFILE"))).toContain("Too many files are open at once (this (a thread)).");
  expect(explainSystemError(thread("ERR_OTHER"))).toBeUndefined();
  const full = Object.assign(new Error(""), { code: "ENOSPC", syscall: "write", path: join(tmpdir(), "archive-bag-x1/a.zip") });
  expect(explainSystemError(full)).toMatch(/Or set `TMPDIR` to a folder with more space\. \(ENOSPC\)$/);
  expect(explainSystemError(error("toString"))).toBeUndefined();
});

/** A place of its own for mounts; some machines give that to nobody. */
const UNSHARE = ["--map-root-user", "--mount"];
const mayMount = spawnSync("unshare", [...UNSHARE, "true"]).status === 0;

test.skipIf(!mayMount)("a disk that can only be read is told as one, and not as a folder that is missing", () => {
  const disk = temporaryFolder();
  const build = [process.execPath, "src/cli/start.js", "build", ...content, "--cache", fresh("cache"), "--output", join(disk, "a/b")];
  const mounted = ["sh", "-c", 'mount -t tmpfs -o ro none "$0" && exec "$@"', disk, ...build];
  const { status, stdout, stderr } = spawnSync("unshare", [...UNSHARE, ...mounted], { cwd: PROJECT, encoding: "utf8" });
  expect(expectSentence({ code: status ?? -1, stdout, stderr })).toContain("lies on a disk that cannot be written to");
});

test("a command comes to its end also where nobody reads what it says", async () => {
  const project = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "extensions/index.mjs": 'export default () => (console.log("hello"), {});\n',
  });
  const child = spawn(process.execPath, ["src/cli/start.js", "build", "--project", project], { cwd: PROJECT });
  child.stdout.destroy();
  child.stderr.destroy();
  const [code] = await once(child, "exit");
  expect([code, existsSync(join(project, "_site/index.html"))]).toEqual([0, true]);
});

/** Runs a command with a disk of so many bytes at a place, where a shell prepares something first. */
function onDisk(bytes: number, disk: string, prepare: string, command: readonly string[]) {
  const shell = `mount -t tmpfs -o size=${bytes} none "$0"; cd "$0"; ${prepare}; cd "$OLDPWD"; "$@"; code=$?; ls -A "$0" >&2; exit $code`;
  return spawnSync("unshare", [...UNSHARE, "sh", "-c", shell, disk, process.execPath, "src/cli/start.js", ...command], {
    cwd: PROJECT,
    encoding: "utf8",
  });
}

test.skipIf(!mayMount)("a full disk is told, and nothing is left on it", () => {
  const disk = temporaryFolder();
  const fill = `mkdir content; cp ${join(place, "content/site.yaml")} content; cat /dev/zero > full 2> /dev/null`;
  const { status, stderr } = onDisk(65_536, disk, fill, ["new", "speaker", "--name", "C E", "--yes", "--content", join(disk, "content")]);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^There is no space left .*\(ENOSPC\)\ncontent\nfull\n$/)]);
});

longTest("the program runs from its source where there is no room for what it is compiled to", () => {
  if (!mayMount) return;
  const { status, stderr } = onDisk(65_536, join(PROJECT, "node_modules/.cache/conference-archive"), "true", ["check", ...content]);
  expect([status, stderr]).toEqual([0, expect.not.stringMatching(/^\s+at /m)]);
});

test("a port that cannot be opened", async () => {
  const { code, stderr } = await archive([
    "serve",
    ...content,
    "--output",
    fresh("served"),
    "--cache",
    fresh("cache"),
    "--port",
    "notaport",
  ]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("Write a number from 0 to 65535.")]);
});

/** What every failed command owes its user. */
function expectSentence({ code, stdout, stderr }: Run): string {
  const said = `${stdout}${stderr}`;
  expect(said).not.toMatch(/^\s+at .*[:/]|node:internal|Error:/m);
  expect(code, said).toBe(1);
  expect(said.trim()).toMatch(/[.!?)]$/);
  return said;
}

describe("files that somebody else alone may read or write", () => {
  const folder = folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    "assets/media/a.pdf": "%PDF-1.4",
    "talks.csv": "title,speaker\nA talk,Cy Example\n",
  });
  const site = join(folder, "site");
  const all = ["--content", join(folder, "content"), "--assets", join(folder, "assets")];
  const build = ["build", ...all, "--output", site, "--cache", join(folder, "cache")];
  const other = [...build, "--base-url", "https://example.org/other/"];
  const run = (args: string[]) => archive(args, {}, { unprivileged: true });
  beforeAll(async () => {
    chmodSync(folder, 0o777);
    expect((await run(build)).code).toBe(0);
  });

  /** A file or folder of each kind, read or written by one command. */
  const CLOSED: [what: string, path: string, mode: number, args: string[]][] = [
    ["a record, built", "content/events/2020-spring/event.md", 0, build],
    ["a folder of media, checked", "assets/media", 0, ["check", ...all]],
    ["a folder of the site, verified", "site/events", 0, ["verify", site, ...all.slice(0, 2), "--update"]],
    ["the cache, built again", "cache", 0o555, build],
    ["speakers, one added", "content", 0o555, ["new", "speaker", "--name", "Cy Example", "--yes", ...all]],
  ];
  /** What other commands do with the same; `npm run test:all` tries them too. */
  const ALSO_CLOSED: typeof CLOSED = [
    ["a folder of records, checked", "content/events", 0, ["check", ...all]],
    ["a folder of talks, imported into", "content/events/2020-spring/talks", 0, ["import", join(folder, "talks.csv"), ...all.slice(0, 2)]],
    ["a media file, checked", "assets/media/a.pdf", 0, ["check", ...all]],
    ["a page of the site, compared", "site/index.html", 0, ["diff", site, site]],
    ["data of the site, restored", "site/data/archive.json", 0, ["restore", site, "--content", join(folder, "new")]],
    ["the output folder, built again", "site", 0o555, other],
    ["a folder of the site, built again", "site/events", 0, other],
    ["the folder of a bag, packed", ".", 0o555, ["bag", ...all, "--output", join(folder, "bag")]],
  ];
  test.each(LONG ? [...CLOSED, ...ALSO_CLOSED] : CLOSED)("%s", async (_what, path, mode, args) => {
    const closed = join(folder, path);
    const { mode: before } = statSync(closed);
    chmodSync(closed, mode);
    try {
      expect(expectSentence(await run(args))).toContain("EACCES");
    } finally {
      chmodSync(closed, before & 0o777);
    }
  });

  test.each([
    ["cannot be made", ".", "none/cache"],
    ["is there", "cache", "cache"],
    ["would be on a disk that cannot be written to", "cache", "/sys/archive-test/cache"],
  ])("a cache that %s, and records that are checked all the same", async (_, closed, cache) => {
    chmodSync(join(folder, closed), 0o555);
    try {
      const { code, stdout, stderr } = await run(["check", ...all, "--cache", resolve(folder, cache)]);
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("a.pdf") });
      expect(stderr).toContain(`${cache}\` cannot be written, so that media are looked at anew each time.\n`);
    } finally {
      chmodSync(join(folder, closed), 0o777);
    }
  });

  test("and nothing of that stands in the way of a later build", async () => {
    expect((await run(build)).code).toBe(0);
  });
});

describe("a disk that takes no more bytes", () => {
  const FULL: Record<string, (folder: string) => string[]> = {
    build: (folder) => ["build", ...content, "--output", join(folder, "site"), "--cache", join(folder, "cache")],
    bag: (folder) => ["bag", ...content, "--output", join(folder, "bag")],
    restore: (folder) => ["restore", built, "--content", join(folder, "restored")],
    new: (folder) => ["new", "speaker", "--name", "Cy Example", "--yes", "--content", join(folder, "content"), "--assets", folder],
    verify: (folder) => ["verify", built, "--update", "--ledger", join(folder, "ledger")],
    init: (folder) => [
      "init",
      join(folder, "fresh"),
      "--yes",
      "--name",
      "A",
      "--url",
      "https://a.example/",
      "--event",
      "E 2020",
      "--talk",
      "T",
    ],
  };
  let built: string;
  beforeAll(async () => {
    built = join(fresh("built"), "site");
    expect((await archive(["build", ...content, "--output", built, "--cache", `${built}.cache`])).code).toBe(0);
  });

  test.each(LONG ? Object.keys(FULL) : ["build", "new"])("%s", async (name) => {
    const folder = folderOf(Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])));
    const run = await archive(FULL[name]?.(folder) ?? [], {}, { ulimit: "-f 0" });
    expectSentence(run);
    const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = left.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(names.sort()).toEqual(
      Object.keys(LITTLE)
        .map((path) => `content/${path}`)
        .sort(),
    );
  });
});

test("a folder for temporary files that is not there is called so, and nothing is left beside the place", async () => {
  const folder = fresh("no-temporary");
  const none = join(folder, "none");
  const run = await archive(["bag", ...content, "--output", join(folder, "bag")], { TMPDIR: none });
  expectSentence(run);
  expect(run.stderr).toContain(`No temporary folder can be made in \`${none}\`. Set \`TMPDIR\``);
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

test.each(["./none", "none/", "/none//deeper", "/none/./deeper"])("such a folder is known as %s, too", (written) => {
  vi.stubEnv("TMPDIR", written);
  const path = join(tmpdir(), "archive-XXXXXX");
  const error = Object.assign(new Error(`ENOENT: no such file or directory, mkdtemp '${path}'`), {
    code: "ENOENT",
    syscall: "mkdtemp",
    path,
  });
  expect(explainSystemError(error)).toContain(`No temporary folder can be made in \`${dirname(path)}\`. Set \`TMPDIR\``);
  vi.unstubAllEnvs();
});

test("a current folder that is gone is called so", () => {
  const error = Object.assign(new Error("ENOENT: no such file or directory, uv_cwd"), { code: "ENOENT", syscall: "uv_cwd" });
  expect(explainSystemError(error)).toBe("The current folder is not there any more. Go to another one, and try again. (ENOENT)");
});

test("fewer files that may be open at once than a build needs", async () => {
  const options = [...content, "--output", fresh("few"), "--cache", fresh("few-cache"), "--jobs", "1"];
  let failed = 0;
  // How many it needs depends on the version of Node; with fewer than 24 none starts.
  for (let most = 30; most >= 24 && (LONG || failed === 0); most--) {
    const run = await archive(["build", ...options], {}, { ulimit: `-n ${most}` });
    if (run.code === 0) continue;
    failed++;
    expect(expectSentence(run)).toContain("(EMFILE)");
  }
  expect(failed).toBeGreaterThan(0);
});

test.each([
  ["--ledger", ["remove", "talk", "2020-spring/a-talk", ...content, "--ledger", ""]],
  ["--portable", ["build", ...content, "--output", fresh("empty-site"), "--cache", fresh("empty-cache"), "--portable="]],
  ["--content", ["new", "speaker", "--name", "Cy Example", "--yes", "--content", ""]],
  ["--project", ["--project=", "check"]],
])("an option whose folder is empty is refused, and no other place is taken: %s", async (option, words) => {
  const { code, stderr } = await archive(words);
  expect([code, stderr]).toEqual([1, `\`${option}\` is empty. Write the place behind it, or leave it out.\n`]);
});

test.each([
  ["no length", ["forget-person", "ada-example", "--also", " "], "What `--also` gives"],
  ["any length", ["forget-person", "ada-example", "--also", "Ada Example ".repeat(6000)], "What `--also` gives"],
  ["two lines", ["forget-person", "Ada\nExample"], "The name"],
])("a name of %s is refused in a sentence", async (_what, words, start) => {
  const { code, stderr } = await archive([...words, ...content, "--dry-run"]);
  expect([code, stderr]).toEqual([1, `${start} has to be one line of 1 to 200 characters; nothing was changed.\n`]);
});
