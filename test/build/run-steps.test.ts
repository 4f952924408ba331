/** The loop of every build: what is kept, made, written, noted and deleted, and what a build that failed leaves for the next. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { emptyManifest, type Manifest, Output } from "../../src/build/output.ts";
import { scanOutput } from "../../src/build/output-found.ts";
import { BuildLoop, BuildStopped, type LoopOptions } from "../../src/build/run-steps.ts";
import type { FileGroup, PageFile, Step } from "../../src/build/step.ts";
import type { PageHead } from "../../src/layouts/frame.ts";
import { unprivileged } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

/** A step with some groups, and how often each group was made. */
function stepOf(...groups: FileGroup[]): { step: Step; made: string[] } {
  const made: string[] = [];
  const told = groups.map((group) => ({
    ...group,
    files: () => {
      made.push(group.name);
      return group.files();
    },
  }));
  return { step: { name: "step", groups: () => told }, made };
}

const group = (name: string, key: string, files: Record<string, string>, more: Partial<FileGroup> = {}): FileGroup => ({
  name,
  key: () => key,
  files: () => Object.entries(files).map(([path, content]) => ({ path, content })),
  ...more,
});

const page = (path: string, text: string): PageFile => ({
  path,
  kind: "page",
  view: { title: text } as PageHead,
  key: () => text,
});

const pages = (name: string, key: string | undefined, files: Record<string, string>): FileGroup => ({
  name,
  printed: true,
  ...(key !== undefined && { key: () => key }),
  files: () => Object.entries(files).map(([path, text]) => page(path, text)),
});

/** An output folder with what the last build noted of it. */
class Folder {
  readonly dir = temporaryFolder();
  manifest: Manifest = emptyManifest();

  /** Builds as the program does, with a printer that prints the title. Says which pages were printed, batch by batch. */
  async build(steps: readonly Step[], options: LoopOptions = {}): Promise<{ batches: string[][]; loop: BuildLoop }> {
    const output = new Output(this.dir, this.manifest, { found: await scanOutput(this.dir) });
    const loop = new BuildLoop(steps, output, options);
    const batches: string[][] = [];
    try {
      for await (const batch of loop.batches()) {
        batches.push([...batch.pages.keys()]);
        for (const [path, { view }] of batch.pages) {
          if (view.title === "fails") throw new Error("A page cannot be printed.");
          batch.noteWritten(path, view.title);
          writeFileSync(join(this.dir, path), view.title);
        }
      }
    } catch (error) {
      this.manifest = output.unfinished();
      throw error;
    }
    this.manifest = output.finish();
    return { batches, loop };
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true });
    writeFileSync(join(this.dir, path), text);
  }

  read = (path: string) => readFileSync(join(this.dir, path), "utf8");
  files = () => filesBelow(this.dir);
}

describe("a group of files", () => {
  test("is made once, and kept while its key stays", async () => {
    const folder = new Folder();
    const { step, made } = stepOf(group("a", "1", { "a/x.txt": "x", "y.txt": "y" }));
    await folder.build([step]);
    await folder.build([step]);
    expect(made).toEqual(["a"]);
    expect(folder.files()).toEqual(["a/x.txt", "y.txt"]);
  });

  test.each(["../x.txt", "..", "a/../../x.txt", "/x.txt", ".", "", "a//x.txt", "a/", "a\\..\\x.txt", "a\0.txt", ".archive-lock"])(
    "writes and deletes nothing outside of the output folder: %j",
    async (path) => {
      const folder = new Folder();
      const kept = join(dirname(folder.dir), "x.txt");
      await expect(folder.build([stepOf(group("a", "1", { [path]: "x" })).step])).rejects.toThrow("is no path of a file within the site");
      await expect(folder.build([stepOf(pages("a", "1", { [path]: "x" })).step])).rejects.toThrow("is no path of a file within the site");
      expect([existsSync(kept), folder.files()]).toEqual([false, []]);
    },
  );

  test("is made again with another key, and what it makes no more is deleted", async () => {
    const folder = new Folder();
    await folder.build([stepOf(group("a", "1", { "a/x.txt": "x", "y.txt": "y" })).step]);
    await folder.build([stepOf(group("a", "2", { "y.txt": "z" })).step]);
    expect(folder.files()).toEqual(["y.txt"]);
    expect(existsSync(join(folder.dir, "a")), "folders without files go too").toBe(false);
    expect(folder.read("y.txt")).toBe("z");
  });

  test("of one page has what the page is made of in its key, unless the page tells more", async () => {
    const folder = new Folder();
    const onePage = (key: string | undefined, text: string): FileGroup => {
      const { key: _, ...own } = page("x.html", text);
      return { ...pages("a", key, {}), files: () => [own] };
    };
    const build = async (key: string | undefined, text: string) => (await folder.build([stepOf(onePage(key, text)).step])).batches;
    expect(await build("1", "one")).toEqual([["x.html"]]);
    expect(await build("1", "one")).toEqual([]);
    expect(await build("2", "two")).toEqual([["x.html"]]);
    expect(folder.read("x.html")).toBe("two");
    await expect(build(undefined, "three"), "and nothing to know it by is a mistake").rejects.toThrow("x.html");
  });

  test.each([
    ["changed", (folder: Folder) => folder.put("x.txt", "other")],
    ["gone", (folder: Folder) => rmSync(join(folder.dir, "x.txt"))],
  ])("is made again when one of its files is %s", async (_, spoil) => {
    const folder = new Folder();
    const { step, made } = stepOf(group("a", "1", { "x.txt": "x" }), group("b", "1", { "y.txt": "y" }));
    await folder.build([step]);
    spoil(folder);
    await folder.build([step]);
    expect(made).toEqual(["a", "b", "a"]);
    expect(folder.read("x.txt")).toBe("x");
  });

  test("is kept by its exact key when the quick one has changed, and known by the new quick key from then on", async () => {
    const folder = new Folder();
    let asked = 0;
    const exact = (key: string) => ({
      exactKey: () => {
        asked++;
        return key;
      },
    });
    await folder.build([stepOf(group("a", "1", { "x.txt": "x" }, exact("words"))).step]);
    const later = stepOf(group("a", "2", { "x.txt": "x" }, exact("words")));
    await folder.build([later.step]);
    expect(later.made).toEqual([]);
    asked = 0;
    await folder.build([later.step]);
    expect([later.made, asked], "the exact key is not asked for").toEqual([[], 0]);
    const last = stepOf(group("a", "3", { "x.txt": "z" }, exact("other words")));
    await folder.build([last.step]);
    expect(last.made).toEqual(["a"]);
  });

  test("that is postponed stays as it is, good or not, until its step runs", async () => {
    const folder = new Folder();
    await folder.build([stepOf(group("a", "1", { "x.txt": "x" })).step]);
    const { step, made } = stepOf(group("a", "2", { "x.txt": "z" }, { postponed: true }));
    await folder.build([step]);
    expect([made, folder.read("x.txt")]).toEqual([[], "x"]);
    await folder.build([stepOf(group("a", "2", { "x.txt": "z" })).step]);
    expect(folder.read("x.txt")).toBe("z");
  });

  test("that another process makes is written last, and the others do not wait for it", async () => {
    const folder = new Folder();
    const order: string[] = [];
    const slow: FileGroup = {
      name: "slow",
      key: () => "1",
      files: () =>
        new Promise((done) =>
          setTimeout(() => {
            order.push("made");
            done([{ path: "slow.txt", content: "slow" }]);
          }, 50),
        ),
    };
    await folder.build([stepOf(slow, group("a", "1", { "x.txt": "x" })).step], { onWaiting: () => order.push("waiting") });
    expect(order).toEqual(["waiting", "made"]);
    expect(folder.files()).toEqual(["slow.txt", "x.txt"]);
  });

  test("tells which files of a group are kept", async () => {
    const folder = new Folder();
    const told: unknown[] = [];
    const step = stepOf(group("a", "1", { "x.txt": "x" }, { onKept: (paths) => told.push(paths) })).step;
    await folder.build([step]);
    await folder.build([step]);
    expect(told).toEqual([["x.txt"]]);
  });
});

describe("pages", () => {
  test("come in batches, and only those that are out of date", async () => {
    const folder = new Folder();
    const texts = { "a.html": "a", "b.html": "b", "c.html": "c" };
    const first = await folder.build([stepOf(pages("p", undefined, texts)).step], { batch: 2 });
    expect(first.batches).toEqual([["a.html", "b.html"], ["c.html"]]);
    const second = await folder.build([stepOf(pages("p", undefined, { ...texts, "b.html": "other" })).step], { batch: 2 });
    expect(second.batches).toEqual([["b.html"]]);
    expect([second.loop.pages, second.loop.written]).toEqual([3, 1]);
    expect(folder.read("b.html")).toBe("other");
  });

  test("are counted when their group is kept", async () => {
    const folder = new Folder();
    const { step } = stepOf(pages("p", "1", { "a.html": "a", "b.html": "b" }));
    await folder.build([step]);
    const { loop } = await folder.build([step]);
    expect([loop.pages, loop.written]).toEqual([2, 0]);
  });

  test("never share a file, also where letters have no case", async () => {
    const { step } = stepOf(pages("p", undefined, { "a/x.html": "1", "A/x.html": "2" }));
    await expect(new Folder().build([step])).rejects.toThrow("Two files would be written to A/x.html.");
  });

  test.each([[["robots.txt", "robots.txt/x/y.html"]], [["robots.txt/x/y.html", "robots.txt/z.html", "robots.txt"]]])(
    "never have the path of a folder: %s",
    async (paths) => {
      const { step } = stepOf(pages("p", undefined, Object.fromEntries(paths.map((path) => [path, "1"]))));
      await expect(new Folder().build([step])).rejects.toThrow("`robots.txt` would be a file and the folder of another.");
    },
  );
});

test("of shards, each makes its part, and together they make all", async () => {
  const folders = [new Folder(), new Folder()];
  const step = () =>
    stepOf(
      group("search", "1", { "s.txt": "s" }),
      pages("p", undefined, { "a.html": "a", "b.html": "b", "c.html": "c" }),
      group("o", "1", { "o.txt": "o" }),
    ).step;
  for (const [index, folder] of folders.entries()) await folder.build([step()], { shard: { index: index + 1, of: 2 } });
  const [one = [], two = []] = folders.map((folder) => folder.files());
  expect(one).toContain("s.txt");
  expect([...one, ...two].sort()).toEqual(["a.html", "b.html", "c.html", "o.txt", "s.txt"]);
});

describe("after a build that failed", () => {
  test("what it wrote is kept, what it did not reach is known, and nothing was deleted", async () => {
    const folder = new Folder();
    const first = [
      stepOf(pages("p", "1", { "p.html": "p" }), group("old", "1", { "old.txt": "old" }), group("o", "1", { "o.txt": "o" })).step,
    ];
    await folder.build(first);
    const failing: FileGroup = { name: "search", key: () => "2", files: () => Promise.reject(new Error("No index.")) };
    const steps = (search: FileGroup) => stepOf(search, pages("p", "2", { "p.html": "new" }), group("o", "1", { "o.txt": "o" })).step;
    await expect(folder.build([steps(failing)])).rejects.toThrow("No index.");
    expect(folder.files()).toEqual(["o.txt", "old.txt", "p.html"]);
    const { batches } = await folder.build([steps(group("search", "2", { "s.txt": "s" }))]);
    expect(batches, "the page is not printed again").toEqual([]);
    expect(folder.files()).toEqual(["o.txt", "p.html", "s.txt"]);
    expect(folder.read("p.html")).toBe("new");
  });

  test("groups whose keys take long to know wait for all others, where that is asked for", async () => {
    const asked: string[] = [];
    const told = (one: FileGroup): FileGroup => ({
      ...one,
      key: () => {
        asked.push(one.name);
        return one.key?.() ?? "";
      },
    });
    const step = stepOf(
      { ...told(pages("dear", "1", { "d.html": "d" })), isDear: true },
      { ...told(pages("list", "1", { "l.html": "l" })), isPortable: true },
    ).step;
    expect((await new Folder().build([step], { wait: { stop: new AbortController().signal, isShown: false } })).batches).toEqual([
      ["l.html"],
      ["d.html"],
    ]);
    expect(asked).toEqual(["list", "dear"]);
    expect((await new Folder().build([step])).batches).toEqual([["d.html", "l.html"]]);
  });

  test("pages that somebody waits for are printed before the files of later steps are made", async () => {
    const folder = new Folder();
    let atOutputs: boolean | undefined;
    const outputs = group("outputs", "1", { "o.txt": "o" });
    const files = () => {
      atOutputs = existsSync(join(folder.dir, "l.html"));
      return outputs.files();
    };
    const both = [stepOf({ ...pages("list", "1", { "l.html": "l" }), isPortable: true }).step, stepOf({ ...outputs, files }).step];
    await folder.build(both, { wait: { stop: new AbortController().signal, isShown: false } });
    expect(atOutputs).toBe(true);
  });

  test("a build that is to end goes on until there is something to see", async () => {
    const stop = AbortSignal.abort();
    const steps = () => [
      stepOf(pages("list", "1", { "l.html": "l" })).step,
      stepOf(group("o", "1", { "o.txt": "o" }), group("p", "1", { "p.txt": "p" })).step,
    ];
    const folder = new Folder();
    await expect(folder.build(steps(), { wait: { stop, isShown: false } })).rejects.toThrow(BuildStopped);
    expect([folder.files().includes("l.html"), folder.files().includes("p.txt")]).toEqual([true, false]);
    expect((await folder.build(steps())).batches, "what was made is kept").toEqual([]);
    expect(folder.files()).toEqual(["l.html", "o.txt", "p.txt"]);
    const next = new Folder();
    await expect(next.build(steps(), { wait: { stop, isShown: true } })).rejects.toThrow(BuildStopped);
    expect(next.files()).not.toContain("l.html");
  });

  test("a build that is to end while another process makes files says that it was stopped", async () => {
    const stop = new AbortController();
    const failing: FileGroup = {
      name: "search",
      key: () => "1",
      files: () => new Promise((_, fail) => stop.signal.addEventListener("abort", () => fail(new Error("No index.")))),
    };
    const built = new Folder().build([stepOf(failing).step], { wait: { stop: stop.signal, isShown: true } });
    setTimeout(() => stop.abort(), 20);
    await expect(built).rejects.toThrow(BuildStopped);
  });

  test("a page that was to be printed and was not is printed", async () => {
    const folder = new Folder();
    const texts = (b: string) => stepOf(pages("a", "1", { "a.html": "a" }), pages("b", "1", { "b.html": b })).step;
    await expect(folder.build([texts("fails")], { batch: 5 })).rejects.toThrow("cannot be printed");
    const { batches } = await folder.build([texts("b")]);
    expect(batches).toEqual([["b.html"]]);
    expect(folder.read("b.html")).toBe("b");
  });

  test("a page that was noted and never written is written", async () => {
    const folder = new Folder();
    const { step } = stepOf(pages("p", "1", { "a.html": "old" }));
    await folder.build([step]);
    const output = new Output(folder.dir, folder.manifest, { found: await scanOutput(folder.dir) });
    for await (const batch of new BuildLoop([stepOf(pages("p", "2", { "a.html": "new" })).step], output).batches())
      batch.noteWritten("a.html", "new");
    folder.manifest = output.unfinished();
    await folder.build([stepOf(pages("p", "2", { "a.html": "new" })).step]);
    expect(folder.read("a.html")).toBe("new");
  });

  test("a group of the past is not believed when another group has written its file since", async () => {
    const folder = new Folder();
    const failing: FileGroup = { name: "fails", key: () => "1", files: () => Promise.reject(new Error("No index.")) };
    await folder.build([stepOf(group("a", "1", { "x.txt": "of a" })).step]);
    await expect(folder.build([stepOf(failing, group("b", "1", { "x.txt": "of b" })).step])).rejects.toThrow();
    await folder.build([stepOf(group("a", "1", { "x.txt": "of a" })).step]);
    expect(folder.read("x.txt")).toBe("of a");
  });
});

test("a build that was killed is not believed: its files are known by their bytes alone", async () => {
  const folder = new Folder();
  const { step } = stepOf(pages("p", undefined, { "a.html": "a", "b.html": "b" }));
  await folder.build([step]);
  // It wrote one page of another state, and a file that the next build makes no more, and noted nothing.
  folder.put("a.html", "half");
  folder.put("stray/c.html", "c");
  const { batches } = await folder.build([step]);
  expect(batches).toEqual([["a.html"]]);
  expect(folder.files()).toEqual(["a.html", "b.html"]);
});

test("the copy of a read-only file is written anew when the file changes, also one that an earlier build left read-only", () => {
  const [dir, from] = [temporaryFolder(), join(temporaryFolder(), "a.pdf")];
  for (const folder of [dir, dirname(from)]) chmodSync(folder, 0o777);
  unprivileged(() => {
    for (const text of ["one", "other", "third"]) {
      rmSync(from, { force: true });
      writeFileSync(from, text, { mode: 0o400 });
      new Output(dir).copy("media/a.pdf", text, from);
      const copy = join(dir, "media/a.pdf");
      expect([readFileSync(copy, "utf8"), statSync(copy).mode & 0o600]).toEqual([text, 0o600]);
      if (text === "other") chmodSync(copy, 0o400);
    }
  });
});

test("a file that somebody writes while it is copied is told", async () => {
  const [dir, from] = [temporaryFolder(), join(folderOf({ "a.pdf": new Uint8Array(8_000_000) }), "a.pdf")];
  const write = 'const { workerData, parentPort } = require("node:worker_threads"); parentPort.postMessage(0);';
  const writer = new Worker(`${write} for (;;) require("node:fs").appendFileSync(workerData, "x");`, { eval: true, workerData: from });
  try {
    await once(writer, "message");
    const copyOften = () => {
      for (let time = 0; time < 100; time++) new Output(dir).copy("media/a.pdf", String(time), from);
    };
    expect(copyOften).toThrow("was changed while it was copied");
  } finally {
    await writer.terminate();
  }
});

test("the half of a copy that a killed build left goes, also where others write into the folder", async () => {
  const dir = folderOf({ "media/.4711.writing": "half", "media/theirs.txt": "theirs" });
  new Output(dir, emptyManifest(), { found: await scanOutput(dir), shared: true }).finish();
  expect(filesBelow(dir)).toEqual(["media/theirs.txt"]);
});

test("a process that may write no more writes nothing", () => {
  const [dir, from] = [temporaryFolder(), join(folderOf({ "a.pdf": "x" }), "a.pdf")];
  const beforeWrite = () => {
    throw new Error("no more");
  };
  const output = new Output(dir, emptyManifest(), { beforeWrite });
  expect(() => output.write("a.html", undefined, "x")).toThrow("no more");
  expect(() => output.copy("a.pdf", "key", from)).toThrow("no more");
  expect(() => output.note("b.html", "key", "x")).toThrow("no more");
  expect(readdirSync(dir)).toEqual([]);
});

test("what took the place of a file is not published", () => {
  const [dir, from] = [temporaryFolder(), folderOf({ "secret.txt": "secret" })];
  symlinkSync("secret.txt", join(from, "a.pdf"));
  execFileSync("mkfifo", [join(from, "b.pdf")]);
  for (const name of ["a.pdf", "b.pdf"]) expect(() => new Output(dir).copy(`media/${name}`, "key", join(from, name))).toThrow("no file");
  expect(readdirSync(join(dir, "media"))).toEqual([]);
});

test("a file that is copied has its name only when it is whole", async () => {
  const dir = folderOf({ "media/a.pdf": "former bytes" });
  const reader = openSync(join(dir, "media/a.pdf"), "r");
  try {
    new Output(dir).copy("media/a.pdf", "key", join(folderOf({ "a.pdf": "other bytes" }), "a.pdf"));
    expect([readFileSync(reader, "utf8"), readFileSync(join(dir, "media/a.pdf"), "utf8")]).toEqual(["former bytes", "other bytes"]);
    expect(readdirSync(join(dir, "media"))).toEqual(["a.pdf"]);
  } finally {
    closeSync(reader);
  }
});

test("a file or folder in the output whose name is not UTF-8 goes, as all does that no build made", async () => {
  const folder = new Folder();
  const { step } = stepOf(group("g", "1", { "caf\ufffd.txt": "kept" }));
  await folder.build([step]);
  const strange = (name: string) => Buffer.concat([Buffer.from(`${folder.dir}/${name}`), Buffer.from([0xe9])]);
  writeFileSync(strange("caf"), "x");
  mkdirSync(strange("sub-"));
  writeFileSync(Buffer.concat([strange("sub-"), Buffer.from("/x.html")]), "x");
  const output = new Output(folder.dir, folder.manifest, { found: await scanOutput(folder.dir) });
  expect(output.keepAll()).toBe(false);
  await folder.build([step]);
  expect(readdirSync(folder.dir)).toEqual(["caf\ufffd.txt"]);
  expect(folder.read("caf\ufffd.txt")).toBe("kept");
});
