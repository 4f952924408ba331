/** Who makes what in a build with worker processes, and what becomes of it when one of them fails. */
import { EventEmitter } from "node:events";
import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Manifest, Output } from "../../src/build/output.ts";
import { scanOutput } from "../../src/build/output-found.ts";
import { BuildLoop, PageBatch, type Workers } from "../../src/build/run-steps.ts";
import type { FileGroup, PageFile, Step } from "../../src/build/step.ts";
import { WorkerPool } from "../../src/build/worker-pool.ts";
import type { Answer, SiteToPrint } from "../../src/build/worker-messages.ts";
import type { PageHead } from "../../src/layouts/frame.ts";
import { Deferred } from "../../src/text/deferred.ts";
import { digest } from "../../src/text/digest.ts";
import { temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

const page = (path: string, key: string): PageFile => ({
  path,
  kind: "page",
  view: { title: key } as PageHead,
  json: new Deferred(() => JSON.stringify({ title: key })),
  key: () => key,
});

const group = (name: string, key: string, more: Partial<FileGroup> = {}): FileGroup => ({
  name,
  key: () => key,
  canWait: true,
  printed: true,
  files: () => [page(`${name}.html`, key)],
  ...more,
});

const stepOf = (...groups: FileGroup[]): Step => ({ name: "step", groups: () => groups });

function print(dir: string, batch: PageBatch): void {
  for (const path of batch.pages.keys()) {
    writeFileSync(join(dir, path), path);
    batch.noteBytes(path, digest(path));
  }
}

/** A worker that prints everything it is given a moment later, in this process. */
class Neighbour implements Workers {
  readonly printed: string[] = [];
  areThere = false;
  readonly #dir: string;
  readonly #queue: PageBatch[] = [];
  #pieces: number;

  /** With `pieces`, it fails after so many pieces of work. */
  constructor(dir: string, pieces = Number.POSITIVE_INFINITY) {
    this.#dir = dir;
    this.#pieces = pieces;
  }

  start = (waiting: number) => {
    this.areThere ||= waiting > 100;
  };

  get isFree(): boolean {
    return this.areThere && this.#queue.length === 0;
  }

  get busy(): number {
    return this.#queue.reduce((sum, { missing }) => sum + missing, 0);
  }

  give(batch: PageBatch): void {
    this.#queue.push(batch);
    setTimeout(() => this.#print(), 1);
  }

  changed = () => new Promise<void>((done) => setTimeout(done, 1));

  check(): void {
    if (this.#pieces < 0) throw new Error("A worker failed.");
  }

  #print(): void {
    const batch = this.#queue.shift();
    if (!batch || this.#pieces-- <= 0) return;
    this.printed.push(...batch.pages.keys());
    print(this.#dir, batch);
  }
}

async function run(dir: string, before: Manifest, step: Step, workers?: Workers) {
  const output = new Output(dir, before, { found: await scanOutput(dir) });
  const loop = new BuildLoop([step], output, { workers });
  const here: string[] = [];
  try {
    for await (const batch of loop.batches()) {
      here.push(...batch.pages.keys());
      print(dir, batch);
    }
  } catch (error) {
    return { error, manifest: output.unfinished(), loop, here };
  }
  return { manifest: output.finish(), loop, here };
}

const NOTHING: Manifest = { files: {}, groups: {} };
const many = (count: number, key: string) => Array.from({ length: count }, (_, index) => group(`g${index}`, key));

describe("the pages of a build", () => {
  test("are printed once each, some here and some by workers, and all are noted", async () => {
    const dir = temporaryFolder();
    const step = stepOf(...many(950, "1"));
    const neighbour = new Neighbour(dir);
    const { manifest, here, loop } = await run(dir, NOTHING, step, neighbour);
    expect(filesBelow(dir)).toHaveLength(950);
    expect(Object.keys(manifest.groups)).toHaveLength(950);
    expect([loop.pages, loop.written]).toEqual([950, 950]);
    expect([here.length > 0, neighbour.printed.length > 0]).toEqual([true, true]);
    expect(new Set([...here, ...neighbour.printed]).size).toBe(here.length + neighbour.printed.length);

    const idle = new Neighbour(dir);
    const again = await run(dir, manifest, step, idle);
    expect([idle.printed, again.here], "nothing is out of date").toEqual([[], []]);
  });

  test("are left to workers while other files are made", async () => {
    const dir = temporaryFolder();
    const files = Array.from({ length: 300 }, (_, index) => ({
      ...group(`f${index}`, "1", { printed: false }),
      files: async function* made() {
        await new Promise((done) => setTimeout(done, 1));
        yield { path: `f${index}.txt`, content: "" };
      },
    }));
    const neighbour = new Neighbour(dir);
    const { here } = await run(dir, NOTHING, stepOf(...files, ...many(300, "1")), neighbour);
    expect([here, neighbour.printed.length, filesBelow(dir).length]).toEqual([[], 300, 600]);
  });

  test("that are no more are deleted, and two of one path are refused, whoever prints them", async () => {
    const dir = temporaryFolder();
    const { manifest } = await run(dir, NOTHING, stepOf(...many(120, "1")), new Neighbour(dir));
    await run(dir, manifest, stepOf(...many(110, "2")), new Neighbour(dir));
    expect(filesBelow(dir)).toHaveLength(110);
    const twice = stepOf(...many(110, "3"), group("again", "3", { files: () => [page("G0.html", "")] }));
    const { error } = await run(dir, NOTHING, twice, new Neighbour(dir));
    expect(String(error)).toContain("Two files would be written to");
  });

  test("that a worker had printed before it failed are kept by the next build", async () => {
    const dir = temporaryFolder();
    const step = stepOf(...many(600, "1"));
    const failing = new Neighbour(dir, 2);
    const { error, manifest } = await run(dir, NOTHING, step, failing);
    expect(String(error)).toContain("A worker failed.");
    expect(failing.printed).toHaveLength(200);
    const next = new Neighbour(dir);
    const { here } = await run(dir, manifest, step, next);
    expect([...here, ...next.printed].filter((path) => failing.printed.includes(path))).toEqual([]);
    expect(filesBelow(dir)).toHaveLength(600);
  });
});

/** A child process that only says what a test has it say. */
class Child extends EventEmitter {
  connected = true;
  readonly orders: unknown[] = [];
  send = (order: unknown) => this.orders.push(order);
  disconnect = () => {
    this.connected = false;
  };
  says = (answer: Answer) => this.emit("message", answer);
}

describe("the workers of a build", () => {
  const start = (most: number, pages = 10) => {
    const children: Child[] = [];
    const pool = new WorkerPool(
      {
        most,
        pages,
        start: () => {
          const child = new Child();
          children.push(child);
          return child as unknown as ChildProcess;
        },
      },
      () => ({ ownWords: { a: "b" } }) as unknown as SiteToPrint,
    );
    return { pool, children };
  };
  const batch = (...names: string[]) => {
    const output = new Output(temporaryFolder());
    return {
      output,
      pages: new PageBatch(
        names.map((name) => ({ file: page(name, "1"), key: "1" })),
        output,
        100,
      ),
    };
  };
  const answer = (...names: string[]): Answer => ({ printed: names.map((name) => [name, "bytes"]) });

  test("are as many as there is work for, and views", () => {
    const { pool, children } = start(9);
    pool.start(9);
    expect([children.length, pool.areThere, pool.isFree]).toEqual([0, false, false]);
    pool.start(25);
    expect([children.length, pool.areThere, pool.isFree]).toEqual([2, true, true]);
    pool.start(1000);
    expect(children).toHaveLength(3);
    pool.start(0);
    expect(children.map(({ orders }) => orders)).toEqual(Array(3).fill([{ begin: { ownWords: { a: "b" } } }]));
  });

  test("have two batches at a time, and note what they printed", async () => {
    const { pool, children } = start(1);
    pool.start(10);
    const { pages, output } = batch("a.html", "b.html");
    pool.give(pages);
    expect(children[0]?.orders.at(-1)).toEqual({
      print: [
        ["a.html", "page", '{"title":"1"}'],
        ["b.html", "page", '{"title":"1"}'],
      ],
    });
    expect([pool.isFree, pool.busy]).toEqual([true, 2]);
    pool.give(batch("c.html").pages);
    expect([pool.isFree, pool.busy]).toEqual([false, 3]);
    const waiting = pool.changed();
    children[0]?.says(answer("a.html", "b.html"));
    await waiting;
    expect(Object.keys(output.unfinished().files)).toEqual(["a.html", "b.html"]);
    expect([pool.isFree, pool.busy]).toEqual([true, 1]);
  });

  test.each([
    ["a signal", (child: Child) => child.emit("exit", null, "SIGKILL"), "A process that makes pages ended (SIGKILL)"],
    ["an exit", (child: Child) => child.emit("exit", 134, null), "A process that makes pages ended (exit code 134)"],
    ["a start that fails", (child: Child) => child.emit("error", new Error("spawn EAGAIN")), "(spawn EAGAIN)"],
    ["a template that fails", (child: Child) => child.says({ printed: [], failed: "talk.njk is broken." }), "talk.njk is broken."],
    ["a page that it leaves out", (child: Child) => child.says({ printed: [] }), "A process left out b.html"],
  ])("fail by %s, and what was printed is noted", async (_, happens, message) => {
    const { pool, children } = start(2);
    pool.start(20);
    const { pages, output } = batch("a.html");
    pool.give(pages);
    pool.give(batch("b.html").pages);
    const [one, two] = children as [Child, Child];
    one.says(answer("a.html"));
    expect(() => pool.check()).not.toThrow();
    happens(two);
    await pool.changed();
    expect(Object.keys(output.unfinished().files)).toEqual(["a.html"]);
    expect(() => pool.check()).toThrow(message);
    expect(pool.isFree, "nobody is given anything more").toBe(false);
  });

  test("end with the build", () => {
    const { pool, children } = start(2);
    pool.start(20);
    pool.stop();
    expect(children.map(({ connected }) => connected)).toEqual([false, false]);
  });
});
