/** Packing and using the program as others do, for the tests of the package. Packages come from the cache of npm where it has them. */
import { equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PROJECT } from "../support/cli.ts";

/** The folder of all that a test makes; it is gone when the test ends. */
export const root = mkdtempSync(join(tmpdir(), "archive-installed-"));
/** Everything that the program printed. */
let told = "";
export const printed = (): string => told;

export interface Run {
  code: number | null;
  text: string;
}

/** Runs a command in a folder, with further variables of the environment. */
export function runWith(more: Record<string, string>, folder: string, command: string, ...args: string[]): Run {
  const environment = {
    ...process.env,
    NO_COLOR: "1",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_prefer_offline: "true",
    ...more,
  };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: environment,
    maxBuffer: 1 << 28,
  });
  return { code: status, text: `${stdout}${stderr}${error?.message ?? ""}` };
}

export const run = (folder: string, command: string, ...args: string[]): Run => runWith({}, folder, command, ...args);

/** Runs the program that is installed in a folder, from any other. */
export function archive(from: string, program: string, ...args: string[]): Run {
  const done = run(from, process.execPath, join(program, "node_modules/conference-archive/dist/cli/main.js"), ...args);
  told += done.text;
  return done;
}

/** What a run printed; fails where it failed. */
export function succeed({ code, text }: Run): string {
  equal(code, 0, text);
  return text;
}

export function put(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Every file below a folder with its size and time, but for what is named. */
export function filesOf(folder: string, leave: readonly string[] = []): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !leave.some((name) => path === name || path.startsWith(`${name}/`)))
    .map((path) => ({ path, stats: statSync(join(folder, path)) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ path, stats }) => `${path} ${stats.size} ${stats.mtimeMs}`)
    .sort();
}

/** Packs the program of this project; says which file that is. */
export function pack(): string {
  process.stdout.write("packing\n");
  const folder = join(root, "packed");
  mkdirSync(folder);
  succeed(run(PROJECT, "npm", "pack", "--pack-destination", folder));
  return join(folder, readdirSync(folder)[0] ?? "");
}

/** Builds the site of a bag again, in a copy of its payload, by the program in it alone; fails where a byte is another. */
export function buildFromBag(payload: string): void {
  const folder = mkdtempSync(join(root, "aus dem Keller "));
  const [copy, again] = [join(folder, "data"), join(folder, "again")];
  cpSync(payload, copy, { recursive: true });
  const program = join(copy, "program");
  succeed(run(program, "npm", "ci"));
  succeed(run(program, "npx", "--no", "conference-archive", "build", "--output", again));
  const differing = (site: string) =>
    run(folder, "diff", "--recursive", "--brief", "--exclude=.archive-output", site, join(copy, "site")).text;
  equal(differing(again), "");
  if (readdirSync(copy).some((name) => name.startsWith("eleventy.config."))) {
    // The same, and what templates of the archive make beside it.
    const beside = join(folder, "beside");
    succeed(run(program, "npx", "--no", "conference-archive", "eleventy", "--", `--output=${beside}`));
    const other = differing(beside)
      .split("\n")
      .filter((line) => !line.startsWith(`Only in ${beside}`));
    equal(other.join("\n"), "");
  }
  rmSync(folder, { recursive: true });
}

/**
 * Runs steps in their order, and tells each as it begins; words on the command line leave out steps with none of them in their names, and
 * `--keep` leaves what they made, to be looked at.
 */
export async function runSteps(steps: Record<string, () => void | Promise<void>>): Promise<void> {
  const words = process.argv.slice(2).filter((word) => word !== "--keep");
  try {
    for (const [name, step] of Object.entries(steps)) {
      if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
      process.stdout.write(`${name}\n`);
      await step();
    }
  } finally {
    if (process.argv.includes("--keep")) process.stdout.write(`kept in ${root}\n`);
    else rmSync(root, { recursive: true, force: true });
  }
}
