/** `npm run bench`: our builds beside Hugo and plain Eleventy, on the same made-up talks, in the same run. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { commitOf, takeOut } from "./against.ts";
import { endAll } from "./measure.ts";
import {
  againstRows,
  equality,
  FULL,
  GROUPS,
  type Group,
  hugoVersion,
  MEASUREMENTS,
  OF_VIDEOS,
  type Measurement,
  processor,
  searchWeight,
} from "./measurements.ts";
import { askSearch } from "./search.ts";
import { medianTime, pairTable, type Row, table } from "./table.ts";
import { weigh } from "./weight.ts";
import { ALL_VIDEOS } from "./video-series.ts";
import { createFolder, createWorkspace, removeWorkspaces, SHAPES, type Shape, sizeOf, type Workspace } from "./workspace.ts";

const HELP = `Usage: npm run bench -- [options]

Builds made-up talks with this program, with Hugo on equal pages, and with plain Eleventy,
each in new processes and in turn, and prints medians, ratios to Hugo and peak memory.

Options:
  --talks N      how many talks to make (default: 10000; 21715 with --shape videos)
  --shape NAME   what they are like: "even" in events of 500, or "videos", as PyVideo's:
                 hundreds of events of many series, ours alone (default: even)
  --rounds K     how often to measure everything but plain Eleventy
                 (default: 3; 1 from 50,000 talks on)
  --only LIST    some of ours, pages, hugo, plain and copy, with commas between them
                 (default: all; ours alone from 50,000 talks on)
  --against C    also measures the program of commit C, with packages of its own;
                 a second table holds each build beside the same by that program
  --growth       then also builds ten times as many talks from nothing, once
  --weight       instead weighs a page of every kind and has Lighthouse score it
                 (installed on demand), each in the median of K rounds
  --kinds TEXT   with --weight, only kinds of page whose names hold this
  --search       instead asks the search of the archive's own records the questions of
                 its tests, beside Pagefind's own ranking and MiniSearch
  --videos DIR   with --search, asks 100 questions about the videos of a copy of
                 https://github.com/pyvideo/data, which it imports
  --help         prints this

Examples:
  npm run bench -- --talks 2000 --rounds 1 --only ours,hugo
  npm run bench -- --shape videos --rounds 1 --against HEAD~20
  npm run bench -- --weight --kinds talk
  npm run bench -- --search --videos ../pyvideo-data
`;

const NO_HUGO = `Hugo is not installed, so it is left out. To install it: \`apt install hugo\` (Debian, Ubuntu),
\`brew install hugo\` (macOS), or see https://gohugo.io/installation/
`;

/** From here on one round takes minutes. */
const MANY = 50_000;

interface Plan {
  talks: number;
  shape: Shape;
  rounds: number;
  only: readonly Group[];
  against: string | undefined;
  growth: boolean;
  weight: boolean;
  kinds: string;
  search: boolean;
  videos: string | undefined;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function readPlan(): Plan | undefined {
  const { values } = parseArgs({
    options: {
      talks: { type: "string" },
      shape: { type: "string", default: "even" },
      rounds: { type: "string" },
      only: { type: "string" },
      against: { type: "string" },
      growth: { type: "boolean", default: false },
      weight: { type: "boolean", default: false },
      kinds: { type: "string", default: "" },
      search: { type: "boolean", default: false },
      videos: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  const { shape } = values;
  if (!isShape(shape)) throw new Error(`\`--shape ${shape}\` is not one of ${Object.keys(SHAPES).join(", ")}.`);
  const talks = positive("--talks", values.talks ?? String(shape === "videos" ? ALL_VIDEOS : 10_000));
  const many = talks >= MANY;
  const groups = shape === "even" ? GROUPS : OF_VIDEOS;
  const only = values.only?.split(",") ?? (many ? ["ours"] : groups);
  const unknown = only.find((name) => !groups.some((group) => group === name));
  if (unknown !== undefined) throw new Error(`\`--only ${unknown}\` is not one of ${groups.join(", ")}.`);
  if (values.against !== undefined) commitOf(values.against);
  return {
    talks,
    shape,
    rounds: values.rounds === undefined ? (many ? 1 : 3) : positive("--rounds", values.rounds),
    only: groups.filter((group) => only.includes(group)),
    against: values.against,
    growth: values.growth,
    weight: values.weight,
    kinds: values.kinds,
    search: values.search,
    videos: values.videos,
  };
}

const isShape = (name: string): name is Shape => Object.hasOwn(SHAPES, name);

function positive(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`\`${option} ${text}\` is not a number from 1 to 9999999.`);
  return Number(text);
}

async function run(plan: Plan): Promise<void> {
  const hugo = hugoVersion();
  if (plan.only.includes("hugo") && !hugo) process.stderr.write(NO_HUGO);
  const { against } = plan;
  if (against !== undefined) say(`Taking out ${against} …`);
  const earlier = against === undefined ? [] : againstRows(against, takeOut(against, createFolder()));
  say(`Making ${plan.talks} talks …`);
  const space = createWorkspace(plan.talks, plan.shape);
  // An earlier commit does the same right after ours, so that what disturbs the machine disturbs both.
  const chosen = MEASUREMENTS.filter(({ group }) => plan.only.includes(group) && (group !== "hugo" || hugo)).flatMap((one) => [
    one,
    ...earlier.filter(({ task }) => one.group === "ours" && task === one.task),
  ]);
  const rows = new Map<Measurement, Row>(chosen.map((one) => [one, { name: one.name, runs: [] }]));
  let equal: string[] = [];
  for (let round = 1; round <= plan.rounds; round++) {
    for (const [one, row] of rows) {
      if (round > (one.mostRounds ?? plan.rounds)) continue;
      await measureOnce(one, row, space, `round ${round} of ${plan.rounds}`, round);
      if (round === 1 && one.group === "hugo" && equal.length === 0) {
        say("Comparing the pages …");
        equal = equality(space);
      }
    }
  }
  const list = [...rows.values()].filter((row) => row.runs.length > 0);
  const reference = [...rows].find(([one, row]) => one.group === "hugo" && row.runs.length > 0)?.[1];
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)}: ${plan.talks} talks${plan.shape === "even" ? "" : ` (${plan.shape})`}; ${facts(hugo)}\n\n${table(list, reference, "Hugo")}\n`,
  );
  const of = (one: Measurement | undefined) => one && rows.get(one);
  const pairs = [...rows].flatMap(([one, now]) => {
    const before = one.group === "ours" ? of(earlier.find(({ task }) => task !== undefined && task === one.task)) : undefined;
    return before && now.runs.length > 0 && before.runs.length > 0 ? [[one.task ?? "", now, before] as const] : [];
  });
  if (pairs.length) process.stdout.write(`\n${pairTable(pairs, plan.against ?? "")}\n`);
  const search = searchWeight(space);
  if (search) process.stdout.write(`\n${search}\n`);
  if (equal.length) process.stdout.write(`\n${equal.join("\n")}\n`);
  if (plan.growth) await growth(plan, rows.get(FULL) ?? { name: FULL.name, runs: [] }, space);
}

/** Ten times as many talks, in the same run; what was measured for the smaller number is used again. */
async function growth(plan: Plan, small: Row, space: Workspace): Promise<void> {
  if (small.runs.length === 0) await measureOnce(FULL, small, space, "once", 1);
  const talks = plan.talks * 10;
  say(`Making ${talks} talks …`);
  const large: Row = { name: `${FULL.name}, ${talks} talks`, runs: [] };
  await measureOnce(FULL, large, createWorkspace(talks, plan.shape), "once", 1);
  if (small.runs.length === 0 || large.runs.length === 0) return;
  const rows = [{ ...small, name: `${FULL.name}, ${plan.talks} talks` }, large];
  process.stdout.write(`\n${table(rows, small, `${plan.talks} talks`)}\n`);
  process.stdout.write(`\nTen times the talks take ${(medianTime(large) / medianTime(small)).toFixed(1)} times as long.\n`);
}

async function measureOnce(one: Measurement, row: Row, space: Workspace, when: string, round: number): Promise<void> {
  process.stderr.write(`${one.name}, ${when} … `);
  try {
    const measured = await one.run(space, round);
    row.runs.push(measured);
    say(`${measured.seconds.toFixed(2)} s`);
    if (one.output !== undefined) row.size ??= sizeOf(space.at(one.output));
  } catch (error) {
    // What fails has no row, and the rest is measured all the same.
    say(`failed\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function facts(hugo: string | undefined): string {
  const cores = `${availableParallelism()} cores`;
  return [`Node ${process.version}`, hugo && `Hugo ${hugo}`, processor(), cores].filter(Boolean).join(", ");
}

function cleanUp(): void {
  endAll();
  removeWorkspaces();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    cleanUp();
    process.exit(130);
  });

try {
  const plan = readPlan();
  if (plan?.weight) {
    const { table: weights, good } = await weigh(plan, say);
    process.stdout.write(`${facts(undefined)}\n\n${weights}\n`);
    if (!good) process.exitCode = 1;
  } else if (plan?.search) process.stdout.write(`${await askSearch(plan.videos, say)}\n`);
  else if (plan) await run(plan);
  else process.stdout.write(HELP);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  cleanUp();
}
