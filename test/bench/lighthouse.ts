/** Lighthouse for the benchmark: installed on demand beside the packages of the project, which do without it, and run on one address. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "../support/browser.ts";
import { PROJECT } from "./workspace.ts";

/** The last version that runs on Node 20. */
const VERSION = "12.8.2";
const FOLDER = join(PROJECT, "node_modules/.cache", `lighthouse-${VERSION}`);
const CLI = join(FOLDER, "node_modules/lighthouse/cli/index.js");

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

export interface Visit {
  scores: Record<(typeof CATEGORIES)[number], number>;
  requests: number;
  /** Transferred in all, and of that scripts. */
  bytes: number;
  scriptBytes: number;
  /** Of the page itself. */
  pageBytes: number;
  shift: number;
  blocked: number;
  /** Audits that cost points. */
  failed: string[];
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number; details?: { items?: Request[] } }>;
  runtimeError?: { message: string };
}

interface Request {
  transferSize?: number;
  resourceType?: string;
}

/** Makes sure that Lighthouse is there; says what to do where it cannot be installed. */
export function haveLighthouse(say: (line: string) => void): void {
  if (existsSync(CLI)) return;
  say(`Installing Lighthouse ${VERSION} into node_modules/.cache/ (once) …`);
  mkdirSync(FOLDER, { recursive: true });
  const args = ["install", `lighthouse@${VERSION}`, "--prefix", FOLDER, "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status, stderr } = spawnSync("npm", args, { encoding: "utf8", cwd: FOLDER });
  if (status !== 0 || !existsSync(CLI))
    throw new Error(`Lighthouse could not be installed. Try again with a network:\n  npm ${args.join(" ")}\n${stderr}`);
}

/** Visits an address as a phone on a slow network does. */
export async function visit(address: string): Promise<Visit> {
  const text = await run([
    CLI,
    address,
    "--quiet",
    "--output=json",
    "--output-path=stdout",
    `--only-categories=${CATEGORIES.join(",")}`,
    "--chrome-flags=--headless=new --no-sandbox --disable-background-networking --no-first-run",
  ]);
  const report = JSON.parse(text) as Report;
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`);
  return read(report);
}

function read({ categories, audits }: Report): Visit {
  const requests = audits["network-requests"]?.details?.items ?? [];
  const bytes = (list: readonly Request[]) => list.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0);
  const refs = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []);
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    },
    requests: requests.length,
    bytes: bytes(requests),
    scriptBytes: bytes(requests.filter(({ resourceType }) => resourceType === "Script")),
    pageBytes: bytes(requests.filter(({ resourceType }) => resourceType === "Document")),
    shift: audits["cumulative-layout-shift"]?.numericValue ?? 0,
    blocked: audits["total-blocking-time"]?.numericValue ?? 0,
    failed: refs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
  };
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, CHROME_PATH: findChromium() ?? "" } });
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done(output) : fail(new Error(`Lighthouse failed: ${errors.slice(-2000)}`))));
  });
}
