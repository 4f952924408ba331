/** The table of what the benchmark measures; to add a row, add an entry. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareFiles } from "./equal-files.ts";
import { comparePages } from "./equal-pages.ts";
import { firstSearch } from "./first-search.ts";
import { writeHugoSite } from "./hugo-site.ts";
import { type Measured, measure } from "./measure.ts";
import { PROJECT, settleDisk, type Workspace, writePlainSite } from "./workspace.ts";

export type Group = "ours" | "pages" | "hugo" | "plain" | "copy";
export const GROUPS: readonly Group[] = ["ours", "pages", "hugo", "plain", "copy"];

export interface Measurement {
  name: string;
  group: Group;
  /** Fewer rounds than asked for, for what takes long and is compared with nothing. */
  mostRounds?: number;
  /** The folder of its output, where the table shows how much that is. */
  output?: string;
  /** Prepares without being measured, then measures. */
  run: (space: Workspace, round: number) => Promise<Measured>;
}

/** Outputs below the temporary folder. */
const OURS = "ours";
const PAGES = "pages";
const HUGO = "hugo-output";

/** Our command line as `npm run archive` starts it, without npm around it, which takes as long as it likes. */
const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { scripts: { archive: string } };
const CLI = [process.execPath, ...scripts.archive.split(" ").slice(1)];

function ourBuild(space: Workspace): string[] {
  return [...CLI, "build", "--content", space.content, "--output", space.at(OURS), "--cache", space.at("cache")];
}

async function buildFromNothing(space: Workspace): Promise<Measured> {
  space.empty(OURS);
  space.empty("cache");
  settleDisk();
  return measure(ourBuild(space), PROJECT);
}

async function haveBuilt(space: Workspace): Promise<void> {
  if (!existsSync(join(space.at(OURS), "index.html"))) await buildFromNothing(space);
}

export const FULL: Measurement = { name: "ours, from nothing", group: "ours", output: OURS, run: buildFromNothing };

export const MEASUREMENTS: readonly Measurement[] = [
  FULL,
  {
    name: "ours, from nothing, without the search index",
    group: "pages",
    output: PAGES,
    run: async (space) => {
      for (const name of [PAGES, "pages-cache"]) space.empty(name);
      settleDisk();
      const folders = [space.content, space.at(PAGES), space.at("pages-cache")];
      const flags = CLI.filter((word) => word.startsWith("--"));
      return measure([process.execPath, ...flags, "--import", "tsx", join(import.meta.dirname, "without-search.ts"), ...folders], PROJECT);
    },
  },
  {
    name: "Hugo, `--minify`, from nothing",
    group: "hugo",
    output: HUGO,
    run: async (space) => {
      await haveBuilt(space);
      const site = space.at("hugo");
      if (!existsSync(site)) await writeHugoSite(space.content, space.at(OURS), site);
      for (const name of [HUGO, "hugo-cache", "hugo/resources", "hugo/.hugo_build.lock"]) space.empty(name);
      settleDisk();
      const folders = ["--destination", space.at(HUGO), "--cacheDir", space.at("hugo-cache")];
      return measure(["hugo", "--minify", "--quiet", "--config", "config.toml,params.toml", ...folders], site);
    },
  },
  {
    name: "plain Eleventy with html-minifier-terser, talks and events only",
    group: "plain",
    mostRounds: 1,
    output: "plain/_site",
    run: async (space) => {
      writePlainSite(space.content, space.at("plain"));
      space.empty("plain/_site");
      settleDisk();
      return measure([process.execPath, join(PROJECT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"], space.at("plain"));
    },
  },
  {
    name: "`cp -r` of our output",
    group: "copy",
    run: async (space) => {
      await haveBuilt(space);
      space.empty("copy");
      settleDisk();
      return measure(["cp", "-r", space.at(OURS), space.at("copy")], PROJECT);
    },
  },
  {
    name: "ours, no change",
    group: "ours",
    run: async (space) => {
      await haveBuilt(space);
      settleDisk();
      return measure(ourBuild(space), PROJECT);
    },
  },
  {
    name: "ours, one title edited",
    group: "ours",
    run: async (space, round) => {
      await haveBuilt(space);
      const undo = space.edit(`(edited ${round})`);
      settleDisk();
      try {
        return await measure(ourBuild(space), PROJECT);
      } finally {
        undo();
      }
    },
  },
  {
    name: "ours, search index anew",
    group: "ours",
    run: async (space) => {
      await haveBuilt(space);
      space.empty(`${OURS}/pagefind`);
      settleDisk();
      return measure(ourBuild(space), PROJECT);
    },
  },
];

/** What a first search on our site loads, in a line of text; nothing where it was not built. */
export function searchWeight(space: Workspace): string | undefined {
  return firstSearch(space.at(OURS));
}

/** The version of the Hugo that is installed, if one is. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? /v[\d.]+\S*/.exec(stdout)?.[0] : undefined;
}

/** How equal our site and Hugo's are, in lines of text; nothing where one of them was not built. */
export function equality(space: Workspace): string[] {
  const [ours, theirs] = [space.at(OURS), space.at(HUGO)];
  return existsSync(ours) && existsSync(theirs) ? [...comparePages(ours, theirs), "", ...compareFiles(ours, theirs)] : [];
}

/** The model of the processor, where the system tells. */
export function processor(): string {
  if (!existsSync("/proc/cpuinfo")) return "";
  return /^model name\s*: (.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "";
}
