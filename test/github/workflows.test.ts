/** The workflows on GitHub are as careful as they say. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PROJECT } from "../support/cli.ts";

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] }>;
}

/** Those of this repository, and those that `init` writes. */
const FOLDERS = [".github/workflows", "src/cli/init/files/github/workflows"];
const files = FOLDERS.flatMap((folder) => readdirSync(join(PROJECT, folder)).map((file) => `${folder}/${file}`));

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(PROJECT, file), "utf8");
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("reads only, unless a job says otherwise, and never runs with the secrets of the target", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    expect(text).not.toMatch(/secrets\.(?!GITHUB_TOKEN\b)/);
  });

  test("pins every action by commit", () => {
    const actions = steps.flatMap((step) => step.uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test("runs no package in a job whose token writes", () => {
    for (const { permissions = {}, steps } of Object.values(workflow.jobs))
      if (Object.values(permissions).includes("write"))
        for (const { uses = "", run = "" } of steps) expect(`${uses} ${run}`).not.toMatch(/\b(npm|npx|node|tsx)\b|setup-node/);
  });

  test("puts no text of strangers into a script", () => {
    for (const { run } of steps) expect(run ?? "").not.toMatch(/\$\{\{/);
  });

  test("asks for tests that there are", () => {
    const config = readFileSync(join(PROJECT, "test/vitest.config.ts"), "utf8");
    for (const { run = "" } of steps)
      for (const [, options = ""] of run.matchAll(/\bvitest run (.*)/g)) {
        for (const [, project] of options.matchAll(/--project (\S+)/g)) expect(config).toContain(`name: "${project}"`);
        for (const [path] of options.matchAll(/\btest\/\S+/g)) expect(existsSync(join(PROJECT, path)), path).toBe(true);
      }
  });
});

test.each(FOLDERS)("%s publishes records with `publishFrom` on their day", (folder) => {
  const { on, jobs } = parse(readFileSync(join(PROJECT, folder, "deploy.yml"), "utf8")) as Workflow;
  expect(Object.keys(on)).toContain("schedule");
  const builds = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = "" }) => (/\bbuild\b/.test(run) ? [run] : [])));
  expect(builds).toEqual([expect.stringContaining("--today")]);
});

test("a label that is no approval never takes the place of a run that waits for its turn", () => {
  const { concurrency } = parse(readFileSync(join(PROJECT, ".github/workflows/add-talk.yml"), "utf8")) as {
    concurrency: { group: string };
  };
  expect(concurrency.group).toContain("github.event.issue.number");
  expect(concurrency.group).toContain("github.event.label.name");
});

test("what `init` writes runs on the branch that Git begins with, whatever its name", () => {
  for (const name of ["check", "deploy"]) {
    const { on } = parse(readFileSync(join(PROJECT, "src/cli/init/files/github/workflows", `${name}.yml`), "utf8")) as Workflow;
    expect(on["push"]).toEqual({ branches: ["main", "master"] });
  }
});

test("every package of the lock file has a checksum and comes from the registry over https", () => {
  const { packages } = JSON.parse(readFileSync(join(PROJECT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { integrity?: string; resolved?: string }>;
  };
  const without = Object.entries(packages).filter(([name, { integrity }]) => name !== "" && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""));
  expect(without.map(([name]) => name)).toEqual([]);
  for (const { resolved = "https:" } of Object.values(packages)) expect(resolved).toMatch(/^https:/);
});

test("code owners end with the rules for records", () => {
  const lines = readFileSync(join(PROJECT, ".github/CODEOWNERS"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  expect(lines[0]).toMatch(/^\*\s+@/);
  expect(lines.slice(1).every((line) => /^\/(content|assets)\/\S*\s+@/.test(line))).toBe(true);
});

test("a path that the first job hands on is one line, whichever of several lines is as it should be", () => {
  expect(readFileSync(join(PROJECT, ".github/workflows/add-talk.yml"), "utf8")).toContain(
    String.raw`| grep -Ezqx 'content/events/[a-z0-9-]+/talks/[a-z0-9-]+\.md'; then exit 1`,
  );
});
