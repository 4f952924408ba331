/** `npm run bench -- --weight`: what a page of every kind weighs, and how Lighthouse scores it on a phone. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { outputFile } from "../../src/model/urls.ts";
import { archive } from "../support/cli.ts";
import { startHost } from "../support/host.ts";
import { samplePages } from "../support/samples.ts";
import { CATEGORIES, haveLighthouse, type Visit, visit } from "./lighthouse.ts";
import { mediaSite } from "./media-site.ts";
import { createFolder, PROJECT } from "./workspace.ts";

export interface WeightPlan {
  /** How often Lighthouse visits a page; the median counts. */
  rounds: number;
  /** Only kinds whose names hold this. */
  kinds: string;
}

/** What no visit is asked of: pages that lead on at once. */
const SKIPPED = /^moved/;
/** The page that says there is none must not be found by search engines, which costs points there. */
const UNFOUND = /^not-found/;

interface Row {
  kind: string;
  path: string;
  html: number;
  visits: Visit[];
}

/** Builds, serves and visits, and returns the table; whether all is as promised is the second answer. */
export async function weigh(plan: WeightPlan, say: (line: string) => void): Promise<{ table: string; good: boolean }> {
  haveLighthouse(say);
  const rows: Row[] = [];
  for (const [name, content, assets] of sources()) {
    const output = join(createFolder(), "site");
    // The build finds there what was made of media for the samples.
    const pages = Object.entries(await samplePages(content, assets, `${output}.cache`));
    const samples = pages.filter(([kind]) => !SKIPPED.test(kind) && kind.includes(plan.kinds));
    if (samples.length === 0) continue;
    const port = await freePort();
    say(`Building ${name} …`);
    const built = await archive([
      "build",
      "--content",
      content,
      "--assets",
      assets,
      "--output",
      output,
      "--base-url",
      `http://localhost:${port}/`,
    ]);
    if (built.code !== 0) throw new Error(built.stderr);
    const host = await startHost(output, port);
    try {
      for (const [kind, path] of samples) {
        say(`${kind}: ${path}`);
        const html = brotliCompressSync(readFileSync(join(output, outputFile(path)))).length;
        const row: Row = { kind: name === REAL ? kind : `${kind} (${name})`, path, html, visits: [] };
        for (let round = 0; round < plan.rounds; round++) row.visits.push(await visit(host.origin + path));
        rows.push(row);
      }
    } finally {
      host.close();
    }
  }
  return { table: table(rows), good: rows.every((row) => faults(row).length === 0) };
}

const REAL = "the real content";

function sources(): [name: string, content: string, assets: string][] {
  const folder = createFolder();
  for (const [path, bytes] of Object.entries(mediaSite())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return [
    [REAL, join(PROJECT, "content"), join(PROJECT, "assets")],
    ["with media", join(folder, "content"), join(folder, "assets")],
  ];
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const of = (row: Row, value: (one: Visit) => number) => median(row.visits.map(value));

/** What a page does not reach, with the audits that say why. */
function faults(row: Row): string[] {
  const lost = CATEGORIES.filter((name) => !(name === "seo" && UNFOUND.test(row.kind)) && of(row, ({ scores }) => scores[name]) < 100);
  const failed = [...new Set(row.visits.flatMap((one) => one.failed))];
  return lost.length === 0 ? [] : [`${row.kind}: ${lost.join(", ")} (${failed.join(", ") || "no single audit"})`];
}

function table(rows: readonly Row[]): string {
  const head = ["kind", "HTML, brotli", "requests", "transferred", "script", "CLS", "TBT", "perf.", "access.", "practices", "SEO"];
  const lines = rows.map((row) => [
    row.kind,
    `${row.html}`,
    `${of(row, ({ requests }) => requests)}`,
    `${of(row, ({ bytes }) => bytes)}`,
    `${of(row, ({ scriptBytes }) => scriptBytes)}`,
    of(row, ({ shift }) => shift).toFixed(3),
    `${Math.round(of(row, ({ blocked }) => blocked))} ms`,
    ...CATEGORIES.map((name) => `${of(row, ({ scores }) => scores[name])}${name === "seo" && UNFOUND.test(row.kind) ? "*" : ""}`),
  ]);
  const widths = head.map((text, column) => Math.max(text.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const print = (line: readonly string[]) =>
    `| ${line.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const notes = rows.some(({ kind }) => UNFOUND.test(kind)) ? ["", "* It must not be found by search engines."] : [];
  return [print(head), rule, ...lines.map(print), ...notes, ...rows.flatMap(faults).map((text) => `Below 100: ${text}`)].join("\n");
}
