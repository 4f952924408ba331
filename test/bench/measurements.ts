/** The table of what the benchmark measures; to add a row, add an entry. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Cache } from "../../src/build/cache.ts";
import { forgetIndex } from "../../src/build/steps/search.ts";
import { compareFiles } from "./equal-files.ts";
import { comparePages } from "./equal-pages.ts";
import { firstSearch } from "./first-search.ts";
import { writeHugoSite } from "./hugo-site.ts";
import { type Measured, measure } from "./measure.ts";
import { videoFiles } from "./video-series.ts";
import { type EditedField, PROJECT, settleDisk, type Workspace, writeFiles, writePlainSite } from "./workspace.ts";

export type Group = "ours" | "against" | "import" | "pages" | "hugo" | "plain" | "copy";
/** What `--only` can name; `against` is asked for by a commit. */
export const GROUPS: readonly Group[] = ["ours", "pages", "hugo", "plain", "copy"];
/** The same for the shape of PyVideo. */
export const OF_VIDEOS: readonly Group[] = ["ours", "import", "pages", "copy"];

export interface Measurement {
  name: string;
  group: Group;
  /** What it is called, where an earlier commit can be measured doing the same. */
  task?: string;
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
const HUGO_AND_INDEX = "hugo-and-index";

/** A state of this program: where it is, and where it builds to below the temporary folder. */
export interface Program {
  project: string;
  /** The command line as `npm run archive` starts it, without npm around it, which takes as long as it likes. */
  cli: readonly string[];
  output: string;
}

/** The program of a folder. */
export function programIn(project: string, output: string): Program {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { scripts: { archive: string } };
  return { project, cli: [process.execPath, ...scripts.archive.split(" ").slice(1)], output };
}

export const OUR_PROGRAM = programIn(PROJECT, OURS);

function build(program: Program, space: Workspace, ...more: string[]): Promise<Measured> {
  const { cli, project, output } = program;
  settleDisk();
  const folders = ["--content", contentFor(program, space), "--output", space.at(output), "--cache", space.at(`${output}-cache`)];
  return measure([...cli, "build", ...folders, ...more], project);
}

/** The records of a program. An earlier one refuses fields of `site.yaml` that came after it: it has a copy without them. */
function contentFor({ project, output }: Program, space: Workspace): string {
  const copy = space.at(`${output}-content`);
  if (project === PROJECT || existsSync(copy)) return project === PROJECT ? space.content : copy;
  cpSync(space.content, copy, { recursive: true, preserveTimestamps: true });
  const known = readFileSync(join(project, "src/model/records/site.ts"), "utf8");
  const site = join(copy, "site.yaml");
  const lines = readFileSync(site, "utf8").split("\n");
  writeFileSync(site, lines.filter((line) => known.includes(/^\w+/.exec(line)?.[0] ?? "")).join("\n"));
  return copy;
}

function buildFromNothing(program: Program, space: Workspace, ...more: string[]): Promise<Measured> {
  for (const name of [program.output, `${program.output}-cache`]) space.empty(name);
  return build(program, space, ...more);
}

async function haveBuilt(space: Workspace, program = OUR_PROGRAM): Promise<void> {
  if (!existsSync(join(space.at(program.output), "index.html"))) await buildFromNothing(program, space);
}

async function buildAfterEdit(program: Program, space: Workspace, field: EditedField, round: number): Promise<Measured> {
  await haveBuilt(space, program);
  const undo = space.edit(contentFor(program, space), field, round);
  try {
    return await build(program, space);
  } finally {
    undo();
  }
}

/** The command that builds Hugo's site into an empty folder, with nothing left of an earlier run; it needs our build once, for styles and scripts. */
async function hugo(space: Workspace, output: string): Promise<string[]> {
  await haveBuilt(space);
  if (!existsSync(space.at("hugo"))) await writeHugoSite(space.content, space.at(OURS), space.at("hugo"));
  for (const name of [output, "hugo-cache", "hugo/resources", "hugo/.hugo_build.lock"]) space.empty(name);
  settleDisk();
  const folders = ["--destination", space.at(output), "--cacheDir", space.at("hugo-cache")];
  return ["hugo", "--minify", "--quiet", "--config", "config.toml,params.toml", ...folders];
}

/** A word as a shell takes it. */
const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** Pagefind's own command for an index of the pages of talks, events, speakers, topics and organizations, which are what ours finds, without their lists. */
function pagefind(site: string): string[] {
  const lists = ".breadcrumbs, .talk-list, .download-list, .citation, .parts, .neighbours";
  const [kinds, root] = ["{events,events/*,speakers,topics,organizations}/*/index.html", "main"];
  const command = [process.execPath, join(PROJECT, "node_modules/pagefind/lib/runner/bin.cjs"), "--silent", "--site", site];
  return [...command, "--glob", kinds, "--root-selector", root, "--exclude-selectors", lists];
}

/** The rows of a program, ours or an earlier state of it. */
function rowsOf(name: string, group: Group, program: Program): Measurement[] {
  const edited = (field: EditedField, task: string): Measurement => ({
    name: `${name}, ${task}`,
    task,
    group,
    run: (space, round) => buildAfterEdit(program, space, field, round),
  });
  return [
    {
      name: `${name}, from nothing`,
      task: "from nothing",
      group,
      output: program.output,
      run: (space) => buildFromNothing(program, space),
    },
    {
      name: `${name}, no change`,
      task: "no change",
      group,
      run: async (space) => {
        await haveBuilt(space, program);
        return build(program, space);
      },
    },
    // Before the title, which changes words of the index there and back.
    edited("room", "one room edited"),
    edited("title", "one title edited"),
  ];
}

/** The rows of an earlier commit, whose program was taken out into a folder. */
export const againstRows = (commit: string, program: Program): Measurement[] => rowsOf(commit, "against", program);

const [FROM_NOTHING, ...AGAIN] = rowsOf("ours", "ours", OUR_PROGRAM);
export const FULL = FROM_NOTHING as Measurement;

export const MEASUREMENTS: readonly Measurement[] = [
  {
    name: "ours, import of the same talks in PyVideo's form",
    group: "import",
    run: async (space) => {
      const [source, target] = [space.at("videos"), space.empty("imported")];
      if (!existsSync(source)) Array.from(writeFiles(source, videoFiles(space.talks)));
      cpSync(join(space.content, "site.yaml"), join(target, "site.yaml"));
      settleDisk();
      return measure([...OUR_PROGRAM.cli, "import", source, "--format", "pyvideo", "--content", target], PROJECT);
    },
  },
  FULL,
  {
    name: "ours, from nothing, with one process (`--jobs 1`)",
    group: "ours",
    run: (space) => buildFromNothing({ ...OUR_PROGRAM, output: "one-process" }, space, "--jobs", "1"),
  },
  {
    name: "ours, from nothing, without the search index",
    group: "pages",
    output: PAGES,
    run: async (space) => {
      for (const name of [PAGES, "pages-cache"]) space.empty(name);
      settleDisk();
      const folders = [space.content, space.at(PAGES), space.at("pages-cache")];
      const flags = OUR_PROGRAM.cli.filter((word) => word.startsWith("--"));
      return measure([process.execPath, ...flags, "--import", "tsx", join(import.meta.dirname, "without-search.ts"), ...folders], PROJECT);
    },
  },
  {
    name: "Hugo, `--minify`, from nothing",
    group: "hugo",
    output: HUGO,
    run: async (space) => measure(await hugo(space, HUGO), space.at("hugo")),
  },
  {
    name: "Hugo, `--minify`, then `pagefind`, from nothing",
    group: "hugo",
    output: HUGO_AND_INDEX,
    run: async (space) => {
      const commands = [await hugo(space, HUGO_AND_INDEX), pagefind(space.at(HUGO_AND_INDEX))];
      return measure(["sh", "-c", commands.map((words) => words.map(quoted).join(" ")).join(" && ")], space.at("hugo"));
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
  ...AGAIN,
  {
    name: "ours, search index anew",
    group: "ours",
    run: async (space) => {
      await haveBuilt(space);
      space.empty(`${OURS}/pagefind`);
      forgetIndex(new Cache(space.at(`${OURS}-cache`), ""));
      return build(OUR_PROGRAM, space);
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
