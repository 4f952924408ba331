/** One build at a time into a folder; what a dead process or somebody's `rm` left behind is no obstacle. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { Builder, build } from "../../src/build/build.ts";
import { type Holder, LOCK, lockFolder, waitMessage } from "../../src/build/lock.ts";
import { makePortable } from "../../src/build/portable.ts";
import { prepareMediaAlone } from "../../src/cli/media.ts";
import { placeToWait } from "../../src/cli/one-at-a-time.ts";
import { loadArchive } from "../../src/content/load.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { LONG } from "../support/long.ts";

const never = () => {
  throw new Error("It waited.");
};

describe("a lock", () => {
  test("keeps a second one waiting until it is released", async () => {
    const folder = join(temporaryFolder(), "deep/folder");
    const release = await lockFolder(folder, never);
    const told: Holder[] = [];
    let isSecond = false;
    const second = lockFolder(folder, (other) => told.push(other)).then((releaseSecond) => {
      isSecond = true;
      return releaseSecond;
    });
    await new Promise((done) => setTimeout(done, 300));
    expect([isSecond, told]).toEqual([false, [{ process: process.pid }]]);
    writeFileSync(join(folder, "a"), "");
    release();
    (await second)();
    expect(existsSync(join(folder, LOCK))).toBe(false);
    expect(existsSync(folder)).toBe(true);
  });

  test.each([
    ["a process that is gone", () => `${spawnSync("true").pid} 12345 ${hostname()}\n`],
    ["an older process of the same number", () => `${process.pid} 1 ${hostname()}\n`],
  ])("of %s is taken over", async (_, left) => {
    const folder = folderOf({ [LOCK]: left() });
    (await lockFolder(folder, never))();
    expect(existsSync(join(folder, LOCK))).toBe(false);
  });

  test("that a process was killed while it wrote it is taken over, too, when it was not written for long", async () => {
    const folder = folderOf({ [LOCK]: "" });
    utimesSync(join(folder, LOCK), new Date(0), new Date(0));
    (await lockFolder(folder, never))();
    expect(existsSync(join(folder, LOCK))).toBe(false);
  });

  test("of another machine is waited for, and named with what to do", async () => {
    const folder = folderOf({ [LOCK]: "7 1 elsewhere\n" });
    const told = new Promise<Holder>((done) => {
      void lockFolder(folder, done).then((release) => release());
    });
    const said = waitMessage(folder, await told);
    expect(said).toContain("(process 7 of the machine elsewhere)");
    expect(said).toContain(`If that command is over, delete ${join(folder, LOCK)}.`);
    rmSync(join(folder, LOCK));
  });

  test("of another machine is left behind when it gave no sign of life for half an hour, as a container that was killed", async () => {
    const folder = folderOf({ [LOCK]: "7 1 elsewhere\n" });
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    utimesSync(join(folder, LOCK), minutesAgo(25), minutesAgo(25));
    let waited = 0;
    const locked = lockFolder(folder, () => {
      waited++;
      utimesSync(join(folder, LOCK), minutesAgo(31), minutesAgo(31));
    });
    (await locked)();
    expect([waited, existsSync(join(folder, LOCK))]).toEqual([1, false]);
  });

  test.each([
    ["", ""],
    ["hello\n", ""],
    [`${spawnSync("true").pid} 12345 ${hostname()}\n`, "-taking-over"],
  ])("that a killed process left (%j%s) is taken over, also where the clock was set back since", async (left, taking) => {
    const folder = folderOf({ [LOCK]: left, ...(taking && { [`${LOCK}${taking}`]: "" }) });
    const later = new Date(Date.now() + 3_600_000);
    for (const name of [LOCK, ...(taking ? [`${LOCK}${taking}`] : [])]) utimesSync(join(folder, name), later, later);
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    try {
      const locked = lockFolder(folder, never);
      await vi.advanceTimersByTimeAsync(9_000);
      expect(readFileSync(join(folder, LOCK), "utf8")).toBe(left);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(readFileSync(join(folder, LOCK), "utf8")).not.toBe(left);
      (await locked)();
    } finally {
      vi.useRealTimers();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a process in another container is waited for, whose number means nothing here", async () => {
    const folder = folderOf({ [LOCK]: `${spawnSync("true").pid} 12345 ${hostname()}@1\n` });
    const told = await new Promise<Holder>((done) => {
      void lockFolder(folder, done).then((release) => release());
    });
    expect(waitMessage(folder, told)).toContain(`of the machine ${hostname()}, in or outside of a container) is at work in`);
    rmSync(join(folder, LOCK));
  });

  test.each([
    ["before the machine started is over", 60, true],
    ["since the machine started may be at work", 600, false],
  ])("of a process in a container that was last seen %s", async (_, uptime, isTaken) => {
    const left = `${spawnSync("true").pid} 12345 ${hostname()}@1\n`;
    const folder = folderOf({ [LOCK]: left });
    const before = new Date(Date.now() - 300_000);
    utimesSync(join(folder, LOCK), before, before);
    vi.resetModules();
    vi.doMock("node:os", async (original) => ({ ...(await original<object>()), uptime: () => uptime }));
    try {
      const lock = await import("../../src/build/lock.ts");
      let waits = false;
      const taken = lock.lockFolder(folder, () => {
        waits = true;
        rmSync(join(folder, LOCK));
      });
      (await taken)();
      expect(waits).toBe(!isTaken);
    } finally {
      vi.doUnmock("node:os");
      vi.resetModules();
    }
  });

  test("shows that its process lives for as long as it is held", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const folder = temporaryFolder();
      const release = await lockFolder(folder, never);
      utimesSync(join(folder, LOCK), new Date(0), new Date(0));
      vi.advanceTimersByTime(60_000);
      expect(Date.now() - statSync(join(folder, LOCK)).mtimeMs).toBeLessThan(60_000);
      release();
      writeFileSync(join(folder, LOCK), "7 1 elsewhere\n");
      utimesSync(join(folder, LOCK), new Date(0), new Date(0));
      vi.advanceTimersByTime(60_000);
      expect(statSync(join(folder, LOCK)).mtimeMs).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("leaves no folder behind that it made and nobody used", async () => {
    const folder = join(temporaryFolder(), "deep/folder");
    (await lockFolder(folder, never))();
    expect(existsSync(dirname(folder))).toBe(false);
  });

  test("is a file: a link or a pipe in its place is told, and not waited for", async () => {
    const [linked, piped] = [temporaryFolder(), temporaryFolder()];
    symlinkSync("/nonexistent", join(linked, LOCK));
    spawnSync("mkfifo", [join(piped, LOCK)]);
    for (const folder of [linked, piped])
      await expect(lockFolder(folder, never)).rejects.toMatchObject({ code: "EEXIST", path: join(folder, LOCK) });
  });

  test("that no process of ours wrote is taken over, when it was not written for long", async () => {
    const folder = folderOf({ [LOCK]: "hello\n" });
    utimesSync(join(folder, LOCK), new Date(0), new Date(0));
    (await lockFolder(folder, never))();
    expect(existsSync(join(folder, LOCK))).toBe(false);
  });

  test("is the same for a folder that is reached by a link, and for whoever comes from elsewhere", () => {
    const folder = folderOf({ "records/content/site.yaml": "" });
    symlinkSync(join(folder, "records"), join(folder, "here"));
    expect(placeToWait(join(folder, "here/content"))).toBe(placeToWait(join(folder, "records/content")));
    expect(placeToWait(join(folder, "here/new"))).toBe(join(placeToWait(join(folder, "records")), "../records/.new.at-work"));
  });
});

const settings = (content: string, place: string) => ({
  contentDir: content,
  assetsDir: "no-assets",
  outputDir: join(place, "site"),
  cacheDir: join(place, "cache"),
});
const filesOf = (site: string) => Object.fromEntries(filesBelow(site).map((file) => [file, readFileSync(join(site, file), "latin1")]));

// `PAIRS=100` is the long run of `npm run test:all`.
const PAIRS = Number(process.env["PAIRS"] ?? 2);

test("two builds at once leave the site of one of them whole", { timeout: PAIRS * 600_000 }, async () => {
  const contents = ["First words", "Other words"].map((title) =>
    folderOf(Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [path, text.replace(/^title: .*$/m, `title: ${title}`)]))),
  );
  const wholes: ReturnType<typeof filesOf>[] = [];
  for (const content of contents) {
    const alone = settings(content, temporaryFolder());
    await new Builder(alone).build();
    wholes.push(filesOf(alone.outputDir));
  }
  // Each pair finds what the one before left, or nothing.
  let place = temporaryFolder();
  for (let pair = 0; pair < PAIRS; pair++) {
    if (pair % 3 === 2) place = temporaryFolder();
    const options = ["--assets", "no-assets", "--output", join(place, "site"), "--cache", join(place, "cache")];
    const runs = await Promise.all(contents.map((content) => archive(["build", "--content", content, ...options])));
    expect(runs.map(({ code, stderr }) => [code, /^\s+at /m.test(stderr)])).toEqual([
      [0, false],
      [0, false],
    ]);
    expect(wholes).toContainEqual(filesOf(join(place, "site")));
  }
});

test("a copy for a disk is made of the site that was built, before another build begins", async () => {
  const place = temporaryFolder();
  const all = { ...settings(folderOf(LITTLE), place), baseUrl: "https://one.example.org/archive/" };
  const other = { ...all, baseUrl: "https://other.example.org/" };
  const outputDir = join(place, "disk");
  let waits = false;
  let second: Promise<unknown> | undefined;
  await build(all, {}, undefined, async ({ site }) => {
    second = build(other, {
      waiting: () => {
        waits = true;
      },
    });
    await expect.poll(() => waits).toBe(true);
    await makePortable(all, site, { outputDir, isAlone: true });
  });
  const copy = filesOf(outputDir);
  await second;
  expect(readFileSync(join(all.outputDir, "index.html"), "utf8")).toContain("https://other.example.org/");
  expect(Object.entries(copy).filter(([, text]) => text.includes("other.example.org"))).toEqual([]);
  expect(copy["index.html"]).toContain('href="./data/archive.json"');
});

test("media are looked at when no build uses the same cache", async () => {
  const { contentDir, assetsDir, cacheDir } = settings(folderOf(LITTLE), temporaryFolder());
  const release = await lockFolder(cacheDir, never);
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const made = prepareMediaAlone(loadArchive({ contentDir, assetsDir }).archive, { assetsDir, cacheDir });
  await expect.poll(() => told.mock.calls.join("")).toBe(waitMessage(cacheDir, { process: process.pid }));
  told.mockRestore();
  release();
  expect((await made).warnings).toEqual([]);
  expect(existsSync(join(cacheDir, LOCK))).toBe(false);
});

test("a build with `clean` leaves to others what they are using, and forgets what they noted until it was its turn", async () => {
  const all = settings(folderOf(LITTLE), temporaryFolder());
  const release = await lockFolder(all.cacheDir, never);
  const inUse = join(all.cacheDir, "media/deck-a/1.jpg");
  mkdirSync(dirname(inUse), { recursive: true });
  writeFileSync(inUse, "");
  const clean = new Builder({ ...all, clean: true });
  const noted = join(all.cacheDir, "records.json");
  writeFileSync(noted, "");
  let found: boolean | undefined;
  const locked = clean.lock(() => {
    found = existsSync(inUse);
    release();
  });
  (await locked)();
  expect([found, existsSync(inUse), existsSync(noted)]).toEqual([true, false, false]);
});

describe("an output folder of ours", () => {
  test("that is emptied or deleted during a build is known again", async () => {
    const place = temporaryFolder();
    const all = settings(folderOf(LITTLE), place);
    await new Builder(all).build();
    const whole = filesOf(all.outputDir);
    writeFileSync(
      join(all.contentDir, "site.yaml"),
      readFileSync(join(all.contentDir, "site.yaml"), "utf8").replace("Little Archive", "Other"),
    );
    const running = await new Builder(all).begin();
    await running.next();
    rmSync(all.outputDir, { recursive: true });
    mkdirSync(join(all.outputDir, "events"), { recursive: true });
    writeFileSync(join(all.outputDir, "events/index.html"), "what a build writes without looking");
    running.noteSoFar();
    writeFileSync(join(all.contentDir, "site.yaml"), LITTLE["site.yaml"] ?? "");
    await new Builder(all).build();
    expect(filesOf(all.outputDir)).toEqual(whole);
  });

  test("is never written to through a link inside it", async () => {
    const place = temporaryFolder();
    const all = settings(folderOf(LITTLE), place);
    const outside = folderOf({ "page.html": "mine", "folder/index.html": "mine" });
    await new Builder(all).build();
    rmSync(join(all.outputDir, "index.html"));
    symlinkSync(join(outside, "page.html"), join(all.outputDir, "index.html"));
    rmSync(join(all.outputDir, "events"), { recursive: true });
    symlinkSync(join(outside, "folder"), join(all.outputDir, "events"));
    await new Builder(all).build();
    expect(filesOf(outside)).toEqual({ "page.html": "mine", "folder/index.html": "mine" });
    expect(lstatSync(join(all.outputDir, "events")).isDirectory()).toBe(true);
    expect(readFileSync(join(all.outputDir, "index.html"), "utf8")).toContain("Little Archive");
  });

  const STRANGE = [
    ["a line end and a way out", "x\n../outside"],
    ["a folder with a tab", "x\ty/"],
    ["a line end", "x\ny"],
    ["a folder with a line end at its end", "x\n../"],
    ["a tab", "index.html\ty"],
  ];
  test.each(LONG ? STRANGE : STRANGE.slice(0, 2))(
    "loses what is strange in it, be its name one with %s, and nothing else",
    async (_, name) => {
      const place = folderOf({ "outside/kept.txt": "mine" });
      const all = settings(folderOf(LITTLE), place);
      await new Builder(all).build();
      const both = () => [filesOf(join(place, "outside")), filesOf(all.outputDir)];
      const whole = both();
      mkdirSync(join(all.outputDir, dirname(`${name}a`)), { recursive: true });
      writeFileSync(join(all.outputDir, `${name}a`), "strange");
      await new Builder(all).build();
      expect(both()).toEqual(whole);
    },
  );

  test("may share files with a copy of it, which stays as it was", async () => {
    const place = temporaryFolder();
    const all = settings(folderOf(LITTLE), place);
    await new Builder(all).build();
    const [page, copy] = [join(all.outputDir, "index.html"), join(place, "copy.html")];
    const before = readFileSync(page, "utf8");
    linkSync(page, copy);
    const site = join(all.contentDir, "site.yaml");
    writeFileSync(site, readFileSync(site, "utf8").replace("Little Archive", "Other Archive"));
    await new Builder(all).build();
    expect(readFileSync(copy, "utf8")).toBe(before);
    expect(readFileSync(page, "utf8")).toContain("Other Archive");
  });

  test("may have folders where files were", async () => {
    const all = settings(folderOf(LITTLE), temporaryFolder());
    await new Builder(all).build();
    rmSync(join(all.outputDir, "index.html"));
    mkdirSync(join(all.outputDir, "index.html/a"), { recursive: true });
    await new Builder(all).build();
    expect(readFileSync(join(all.outputDir, "index.html"), "utf8")).toContain("Little Archive");
  });

  test("is not a file", async () => {
    const place = folderOf({ "README.md": "mine" });
    await expect(new Builder({ ...settings(folderOf(LITTLE), place), outputDir: join(place, "README.md") }).build()).rejects.toThrow(
      /README\.md` is a file\. Choose a folder/,
    );
    expect(readFileSync(join(place, "README.md"), "utf8")).toBe("mine");
  });
});
