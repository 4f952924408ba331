/** Who makes what in a build with worker processes, and what becomes of it when one of them fails. */
import { EventEmitter } from "node:events";
import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Manifest, Output } from "../../src/build/output.ts";
import { scanOutput } from "../../src/build/output-found.ts";
import { BuildLoop, type Done, type Work, type Workers } from "../../src/build/run-steps.ts";
import type { FileGroup, Step } from "../../src/build/step.ts";
import { WorkerPool } from "../../src/build/worker-pool.ts";
import type { Answer, RecordsToLoad, SiteToMake } from "../../src/build/worker-messages.ts";
import { temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

const group = (name: string, key: string, more: Partial<FileGroup> = {}): FileGroup => ({
  name,
  key: () => key,
  isPortable: true,
  files: () => [{ path: `${name}.txt`, content: `${name} ${key}` }],
  ...more,
});

const stepOf = (...groups: FileGroup[]): Step => ({ name: "step", groups: () => groups });

/** A worker that makes everything it is given a moment later, in this process. */
class Neighbour implements Workers {
  readonly made: string[] = [];
  stopped = false;
  #dir: string;
  #step: Step;
  #queue: Work[] = [];
  #pieces: number;

  /** With `pieces`, it fails after so many pieces of work. */
  constructor(dir: string, step: Step, pieces = Number.POSITIVE_INFINITY) {
    this.#dir = dir;
    this.#step = step;
    this.#pieces = pieces;
  }

  size = () => 1;

  get isFree(): boolean {
    return this.#queue.length === 0;
  }

  get busy(): number {
    return this.#queue.reduce((sum, { groups }) => sum + groups.length, 0);
  }

  give(work: Work): void {
    this.#queue.push(work);
  }

  changed = () => Promise.resolve();

  stop(): void {
    expect(this.#queue).toEqual([]);
    this.stopped = true;
  }

  take(): Done[] {
    const work = this.#queue.shift();
    if (!work) return [];
    const wanted = new Map(work.groups);
    if (this.#pieces-- === 0) throw new Error("A worker failed.");
    const output = new Output(this.#dir, { files: work.known.files, groups: {} });
    for (const { name, files } of this.#step.groups()) {
      const key = wanted.get(name);
      if (key === undefined) continue;
      this.made.push(name);
      const some = [...(files() as Iterable<{ path: string; content: string }>)];
      for (const { path, content } of some) output.write(path, content, content);
      output.noteGroup(name, { key, paths: some.map(({ path }) => path) });
    }
    return [{ made: output.made(), pages: wanted.size, written: wanted.size }];
  }
}

async function run(dir: string, before: Manifest, step: Step, workers?: Workers) {
  const output = new Output(dir, before, { found: await scanOutput(dir) });
  const loop = new BuildLoop([step], output, { workers });
  try {
    for await (const batch of loop.batches()) for (const [path] of batch.pages) writeFileSync(join(dir, path), path);
  } catch (error) {
    return { error, manifest: output.unfinished(), loop };
  }
  return { manifest: output.finish(), loop };
}

const NOTHING: Manifest = { files: {}, groups: {} };
const many = (count: number, key: string) => Array.from({ length: count }, (_, index) => group(`g${index}`, key));

describe("the groups of a build", () => {
  test("are made once each, some here and some by workers, and all are noted and known", async () => {
    const dir = temporaryFolder();
    const step = stepOf(...many(500, "1"));
    const neighbour = new Neighbour(dir, step);
    const { manifest } = await run(dir, NOTHING, step, neighbour);
    expect(filesBelow(dir)).toHaveLength(500);
    expect(Object.keys(manifest.groups)).toHaveLength(500);
    expect(neighbour.made.length).toBeGreaterThan(0);
    expect(neighbour.made.length).toBeLessThan(500);
    expect(new Set(neighbour.made).size).toBe(neighbour.made.length);

    const idle = new Neighbour(dir, step);
    await run(dir, manifest, step, idle);
    expect(idle.made, "nothing is out of date").toEqual([]);
  });

  test("are given to workers before all keys are known", async () => {
    const dir = temporaryFolder();
    let keys = 0;
    const step = stepOf(...many(1200, "1").map((one) => ({ ...one, key: () => `${++keys}` })));
    const neighbour = new Neighbour(dir, stepOf(...many(1200, "1")));
    const given: number[] = [];
    const give = neighbour.give.bind(neighbour);
    neighbour.give = (work) => {
      given.push(keys);
      give(work);
    };
    await run(dir, NOTHING, step, neighbour);
    expect(given[0]).toBeLessThan(1200);
    expect(filesBelow(dir)).toHaveLength(1200);
  });

  test("take the memory of workers only until what comes last", async () => {
    const dir = temporaryFolder();
    const step = stepOf(...many(500, "1"));
    const neighbour = new Neighbour(dir, step);
    const last: Step = {
      name: "last",
      comesLast: true,
      groups() {
        expect(neighbour.stopped).toBe(true);
        expect(filesBelow(dir)).toHaveLength(500);
        return [];
      },
    };
    const loop = new BuildLoop([step, last], new Output(dir, NOTHING), { workers: neighbour });
    for await (const _ of loop.batches());
    expect(neighbour.stopped).toBe(true);
  });

  test("are left to workers while another process is fed", async () => {
    const dir = temporaryFolder();
    let index: (files: []) => void = () => {};
    const own: string[] = [];
    const step = stepOf(
      { name: "search", key: () => "1", files: () => new Promise<[]>((done) => (index = done)) },
      ...many(300, "1").map((one) => ({
        ...one,
        files: () => {
          own.push(one.name);
          return one.files();
        },
      })),
    );
    const neighbour = new Neighbour(dir, stepOf(...many(300, "1")));
    const take = neighbour.take.bind(neighbour);
    neighbour.take = () => {
      if (neighbour.made.length >= 200) index([]);
      return take();
    };
    await run(dir, NOTHING, step, neighbour);
    expect(filesBelow(dir)).toHaveLength(300);
    expect(neighbour.made.length).toBeGreaterThanOrEqual(200);
    expect(own.length + neighbour.made.length).toBe(300);
  });

  test("that are no more are deleted, and two of one path are refused, whoever made them", async () => {
    const dir = temporaryFolder();
    const step = stepOf(...many(120, "1"));
    const { manifest } = await run(dir, NOTHING, step, new Neighbour(dir, step));
    const fewer = stepOf(...many(110, "2"));
    await run(dir, manifest, fewer, new Neighbour(dir, fewer));
    expect(filesBelow(dir)).toHaveLength(110);
    const twice = stepOf(...many(110, "3"), group("again", "3", { files: () => [{ path: "G0.txt", content: "" }] }));
    const { error } = await run(dir, NOTHING, twice, new Neighbour(dir, twice));
    expect(String(error)).toContain("Two files would be written to");
  });

  test("that a worker had made before another failed are kept by the next build", async () => {
    const dir = temporaryFolder();
    const step = stepOf(...many(400, "1"));
    const failing = new Neighbour(dir, step, 2);
    const { error, manifest } = await run(dir, NOTHING, step, failing);
    expect(String(error)).toContain("A worker failed.");
    const made = Object.keys(manifest.groups);
    expect(made.length).toBeGreaterThan(0);
    const next = new Neighbour(dir, step);
    await run(dir, manifest, step, next);
    expect(next.made.filter((name) => made.includes(name))).toEqual([]);
    expect(filesBelow(dir)).toHaveLength(400);
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
  const start = (most: number, groups = 10) => {
    const children: Child[] = [];
    const pool = new WorkerPool({
      most,
      groups,
      start: () => {
        const child = new Child();
        children.push(child);
        return child as unknown as ChildProcess;
      },
    });
    pool.load({ program: "r" } as RecordsToLoad);
    pool.tell({ program: "p" } as SiteToMake);
    return { pool, children };
  };
  const work = (...names: string[]): Work => ({ groups: names.map((name) => [name, "1"]), known: { files: {}, stamps: [] } });
  const done = { made: NOTHING, pages: 1, written: 1 };

  test("are as many as there is work for", () => {
    const { pool, children } = start(3);
    expect(pool.size(9)).toBe(0);
    expect([children.length, pool.isFree]).toEqual([0, false]);
    expect(pool.size(25)).toBe(2);
    expect(pool.size(1000)).toBe(3);
    expect(pool.size(0), "those that run go on").toBe(3);
    expect(children.map(({ orders }) => orders)).toEqual(Array(3).fill([{ load: { program: "r" } }, { begin: { program: "p" } }]));
  });

  test("have two pieces of work at a time, and are told apart by what they have to do", async () => {
    const { pool, children } = start(1);
    pool.size(10);
    pool.give(work("a", "b"));
    expect([pool.isFree, pool.busy]).toEqual([true, 2]);
    pool.give(work("c"));
    expect([pool.isFree, pool.busy]).toEqual([false, 3]);
    const waiting = pool.changed();
    children[0]?.says({ done });
    await waiting;
    expect(pool.take()).toEqual([done]);
    expect([pool.isFree, pool.busy]).toEqual([true, 1]);
  });

  test("read records before the site is known, and tell those in which nothing is wrong", async () => {
    const { pool, children } = start(1);
    pool.size(10);
    const files = [{ kind: "talk" as const, id: "e/t", file: "t.md" }];
    const told: unknown[] = [];
    pool.read(files, (known) => told.push(known));
    expect([children[0]?.orders.at(-1), pool.isAsked, pool.busy]).toEqual([{ read: files }, true, 0]);
    const waiting = pool.changed();
    children[0]?.says({ known: '{"talk e/t":{"bytes":"b","seen":"","record":{}}}' });
    await waiting;
    expect([told, pool.take(), pool.isAsked]).toEqual([[{ "talk e/t": { bytes: "b", seen: "", record: {} } }], [], false]);
  });

  test.each([
    ["a signal", (child: Child) => child.emit("exit", null, "SIGKILL"), "A process that makes pages ended (SIGKILL)"],
    ["an exit", (child: Child) => child.emit("exit", 134, null), "A process that makes pages ended (exit code 134)"],
    ["a start that fails", (child: Child) => child.emit("error", new Error("spawn EAGAIN")), "(spawn EAGAIN)"],
    ["a template that fails", (child: Child) => child.says({ failed: "pages/talk.njk is broken.", done }), "pages/talk.njk is broken."],
  ])("fail by %s, after what was made is handed out", async (_, happens, message) => {
    const { pool, children } = start(2);
    pool.size(20);
    pool.give(work("a"));
    pool.give(work("b"));
    const [one, two] = children as [Child, Child];
    one.says({ done });
    happens(two);
    await pool.changed();
    expect(pool.take()[0]).toEqual(done);
    expect(() => pool.take()).toThrow(message);
    expect(pool.isFree, "nobody is given anything more").toBe(false);
  });

  test("end with the build", () => {
    const { pool, children } = start(2);
    pool.size(20);
    pool.stop();
    expect(children.map(({ connected }) => connected)).toEqual([false, false]);
  });
});
