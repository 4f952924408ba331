/**
 * Generated input of every kind: nothing throws, hangs, fills the memory or acts in a page. `npm test` tries 2,000 in all;
 * `FUZZ=100000` tries so many of each kind of text and one PDF for fifty of them, `FUZZ_SEED` begins elsewhere. What once failed is
 * in `seeds.json`, and is tried every time: add a line there when something fails.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { usageOf } from "../../src/media/usage.ts";
import { LIMITS, Maker } from "../../src/media/worker.ts";
import { temporaryFolder } from "../support/content.ts";
import { MIXED } from "../support/decks.ts";
import { makePdf } from "../support/make-pdf.ts";
import { KINDS } from "./kinds.ts";
import { changedBytes, randomOf } from "./random.ts";

const MOST_SECONDS = 5;
const MOST_MEMORY = 1_000_000_000;
const names = Object.keys(KINDS);
const wanted = Number(process.env["FUZZ"] ?? 0);
const [texts, pdfs] = wanted > 0 ? [wanted, Math.ceil(wanted / 50)] : [Math.floor(1980 / names.length), 20];
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 20_120_827);
const timeout = 120_000 + texts * 2000 + pdfs * 60_000;

interface Kept {
  kind: string;
  seed: number;
}
const kept = JSON.parse(readFileSync(join(import.meta.dirname, "seeds.json"), "utf8")) as Kept[];

/** Tries inputs one after another in a process of its own, and starts another when one had to be ended. */
class Trial {
  #child: ChildProcess | undefined;

  /** Why an input fails; empty when it holds. */
  async try(kind: string, seed: number): Promise<string> {
    this.#child ??= spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "child.ts")], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const child = this.#child;
    const before = usageOf(child.pid ?? 0)?.cpu ?? 0;
    // The process starts and loads the program with its first input.
    const allowed = MOST_SECONDS + (before < 2 ? 10 : 0);
    return new Promise((done) => {
      const finish = (why: string) => {
        clearInterval(watch);
        child.removeAllListeners();
        done(why);
      };
      const end = (why: string) => {
        this.stop();
        finish(why);
      };
      const watch = setInterval(() => {
        const { memory = 0, cpu = 0 } = usageOf(child.pid ?? 0) ?? {};
        if (cpu - before > allowed) end(`took more than ${MOST_SECONDS} s of processor time`);
        else if (memory > MOST_MEMORY) end("took more than 1 GB of memory");
      }, 100);
      child.once("message", (why: string) => finish(why));
      child.once("exit", (code, signal) => end(`ended the process (${signal ?? code})`));
      child.send({ kind, seed });
    });
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }
}

const trial = new Trial();
afterAll(() => trial.stop());

async function failures(kind: string, seeds: Iterable<number>): Promise<string[]> {
  const found: string[] = [];
  for (const seed of seeds) {
    const why = await trial.try(kind, seed);
    if (why !== "") found.push(`{ "kind": ${JSON.stringify(kind)}, "seed": ${seed} }: ${why}`);
    if (found.length >= 10) break;
  }
  return found;
}

function* seedsFrom(first: number, number: number): Generator<number> {
  for (let index = 0; index < number; index++) yield first + index;
}

describe("generated text", () => {
  test.each(names)("%s", { timeout }, async (kind) => {
    const again = kept.filter((one) => one.kind === kind).map(({ seed }) => seed);
    expect(await failures(kind, [...again, ...seedsFrom(firstSeed, texts)])).toEqual([]);
  });
});

test("changed PDFs", { timeout }, async () => {
  const folder = temporaryFolder();
  const file = join(folder, "a.pdf");
  const samples = [makePdf(MIXED.slice(0, 2)), makePdf(MIXED.slice(2, 5)), makePdf([{ picture: 20 }])];
  const maker = new Maker({ ...LIMITS, step: MOST_SECONDS, whole: 2 * MOST_SECONDS, memory: MOST_MEMORY });
  const broken: string[] = [];
  try {
    for (const seed of [...kept.filter(({ kind }) => kind === "PDF").map((one) => one.seed), ...seedsFrom(firstSeed, pdfs)]) {
      const random = randomOf(seed);
      writeFileSync(file, changedBytes(random.pick(samples), random));
      const pictures = join(folder, "pictures");
      mkdirSync(pictures, { recursive: true });
      const outcome = await maker.make({ kind: "deck", file, folder: pictures }, () => {});
      rmSync(pictures, { recursive: true });
      if ("refused" in outcome && outcome.refused === "broke down") broken.push(`{ "kind": "PDF", "seed": ${seed} }`);
    }
  } finally {
    maker.stop();
  }
  expect(broken).toEqual([]);
});
