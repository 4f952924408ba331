/** Proves that issues of strangers become checked records or clear reports, and that the workflow trusts none of their text. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ISSUE_FIELDS, parseIssue, readIssue } from "../../src/cli/new/issue-form.ts";
import { reportOf } from "../../src/cli/new/from-issue.ts";
import { KEY_VARIABLE, Seal, SealedTexts } from "../../src/content/sealed.ts";
import { parseYaml } from "../../src/content/yaml-package.ts";
import { FORGOTTEN, PERHAPS_OF } from "../../src/intake/withheld-names.ts";
import { keysToKnow } from "../../src/text/name-pattern.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { runNew } from "./run-new.ts";
import { cpuSeconds } from "../support/cpu.ts";

const FIXTURES = join(PROJECT, "test/fixtures/issues");
const fixture = (name: string) => join(FIXTURES, `${name}.json`);
const parsed = (name: string) => parseIssue(readIssue(fixture(name)).body);

/** Runs the command on an event file in a content folder of its own. */
async function fromIssue(event: string) {
  const content = folderOf(LITTLE);
  const report = join(temporaryFolder(), "report.md");
  const run = await runNew(["talk", "--content", content, "--from-issue", event, "--report", report]);
  const added = filesBelow(content).filter((file) => !(file in LITTLE));
  return { ...run, content, added, report: readFileSync(report, "utf8") };
}

describe("an issue about a talk whose title another one has", () => {
  const body = `### Event\n\n2020-spring\n\n### Title\n\nA talk\n\n### Licence\n\n- [x] I may give this text, and the archive may publish it under CC BY 4.0.\n`;
  const event = () => join(folderOf({ "issue.json": JSON.stringify({ number: 12, body }) }), "issue.json");

  it("is told what an editor can do, and no command to run again", async () => {
    const { code, added, report } = await fromIssue(event());
    expect([code, added]).toEqual([1, []]);
    expect(report).toContain("a-talk.md is there already. If this is another talk of that title, an editor");
    expect(report).toContain("new talk --from-issue issue.json --as a-talk-2`");
    expect(report).not.toContain("again with");
  });

  it("becomes a record under the name that the editor gives", async () => {
    const content = folderOf(LITTLE);
    const { code } = await runNew(["talk", "--content", content, "--from-issue", event(), "--as", "a-talk-2"]);
    expect(code).toBe(0);
    expect(readFileSync(join(content, "events/2020-spring/talks/a-talk-2.md"), "utf8")).toBe("---\ntitle: A talk\n---\n");
  });
});

describe("an issue", () => {
  it("becomes a record that passes every check", async () => {
    const { code, stdout, content, added, report } = await fromIssue(fixture("good"));
    expect(code).toBe(0);
    expect(added).toEqual(["events/2020-spring/talks/booting-guests-in-parallel.md"]);
    expect(stdout.trim()).toBe(join(content, added[0] ?? ""));
    expect(readFileSync(join(content, added[0] ?? ""), "utf8")).toBe(`---
title: Booting guests in parallel
speakers:
  - name: Grace Sample
    role: Kernel Engineer
    organization: Sample University
  - name: Ada Example
    organization: Example
date: 2020-05-05
start: "14:00"
end: "14:30"
slides: https://example.org/parallel-boot.pdf
sources:
  - https://example.org/2020/schedule
  - https://example.org/2020/abstracts
---

A hypervisor that starts its guests one after the other wastes most processors.

- What has to be *locked*
- what need not be
`);
    expect(report).toContain("passes every check");
    expect(report).toContain("`Grace Sample` is a new speaker.");
    expect((await archive(["check", "--content", content])).code).toBe(0);
  });

  it("that tells a sealed name, or one close to it, is refused; without the key all are", async () => {
    const seal = new Seal("a key of this test, long enough");
    const { sure, perhaps } = keysToKnow("Grace Middle Sample");
    const names = SealedTexts.read("no such file").with([
      ...perhaps.map((key) => [seal.seal(key), PERHAPS_OF(FORGOTTEN)] as const),
      ...sure.map((key) => [seal.seal(key), FORGOTTEN] as const),
    ]);
    const [withKey, without] = ["a key of this test, long enough", ""].map((key) => ({ [KEY_VARIABLE]: key }));
    const content = folderOf({ ...LITTLE, ".imports/names.txt": names.format(seal) });
    const report = join(temporaryFolder(), "report.md");
    const args = ["talk", "--content", content, "--from-issue", fixture("good"), "--report", report];
    for (const [environment, why] of [
      [withKey, "a name that must not be told any more, or one that is close to it"],
      [without, `Set ${KEY_VARIABLE} to a long secret`],
    ] as const)
      expect(await archive(["new", ...args], environment)).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(why) });
    // Whoever has the key is told how to go on.
    const { number } = JSON.parse(readFileSync(fixture("good"), "utf8")).issue as { number: number };
    expect(readFileSync(report, "utf8")).toContain(
      `\ngh issue view ${number} --json number,body > issue.json\nnpm run archive -- new talk --from-issue issue.json\n`,
    );
  });

  it("may be the issue alone, as GitHub's own command prints it", async () => {
    const { issue } = JSON.parse(readFileSync(fixture("good"), "utf8")) as { issue: { number: number; body: string } };
    const file = join(folderOf({ "issue.json": JSON.stringify({ body: issue.body, number: issue.number }) }), "issue.json");
    expect((await fromIssue(file)).added).toEqual((await fromIssue(fixture("good"))).added);
  });

  it("may have Windows line ends, empty answers and the full name of the event", async () => {
    const { code, added, content } = await fromIssue(fixture("good-crlf"));
    expect(code).toBe(0);
    const text = readFileSync(join(content, added[0] ?? ""), "utf8");
    expect(text).not.toContain("\r");
    expect(text).not.toContain("No response");
    expect(text).toContain("speaker: Ada Example\n");
  });

  it("that does not pass is refused with place and remedy, and nothing is written", async () => {
    const { code, added, report } = await fromIssue(fixture("bad-date"));
    expect(code).toBe(1);
    expect(added).toEqual([]);
    expect(report).toContain("`2020-05-32` is not a day of the calendar.");
    expect(report).toContain('→ Write `"09:30"`.');
    expect(report).not.toContain("archive-new-");
  });

  it("with text that looks like front matter stays text", async () => {
    const { code, added, content } = await fromIssue(fixture("front-matter-in-text"));
    expect(code).toBe(0);
    const text = readFileSync(join(content, added[0] ?? ""), "utf8");
    expect(text.slice(0, text.indexOf("\n---\n"))).not.toMatch(/^(permalink|layout):/m);
    expect(text).toContain(`title: ${JSON.stringify('": | # {{ 7*7 }} --- \\" !!js/function &a *a')}\n`);
    expect((await archive(["check", "--content", content])).code).toBe(0);
  });

  it("of any kind never writes outside the talks of a known event", async () => {
    for (const name of ["path-in-event", "front-matter-injection", "backticks"]) {
      const { code, added } = await fromIssue(fixture(name));
      expect(code, name).toBe(1);
      expect(added, name).toEqual([]);
    }
    expect(existsSync("/tmp/owned")).toBe(false);
  });

  it("with a name near to a known one leaves the choice to the reviewer", async () => {
    const { code, report } = await fromIssue(fixture("new-near-name"));
    expect(code).toBe(0);
    expect(report).toContain("Did you mean `Ada Example`?");
  });
});

describe("the text of an issue", () => {
  it.each([
    ["missing-fields", ["“Event” is empty.", "“Title” is empty.", "The box under “Licence” is not ticked."]],
    ["no-body", ["“Event” is empty.", "“Title” is empty.", "The box under “Licence” is not ticked."]],
    ["front-matter-injection", ["“Title” has more than one line."]],
    ["second-heading", ["The heading “### Date” stands twice. Write headings in the abstract in other words."]],
    ["twenty-one-speakers", ["“Speakers” has 21 lines; 20 are allowed."]],
    ["log-command", ["Write each speaker on a line of its own as “Name; role; organization”."]],
    ["not-passing", ["“Slides” is not a web address. Write it in full, such as https://example.org/talk.pdf."]],
    ["good", []],
  ])("of %s is told", (name, complaints) => {
    expect(parsed(name).complaints).toEqual(complaints);
  });

  it("that stands above the fields is told", () => {
    const { body } = readIssue(fixture("good"));
    expect(parseIssue(`The date is a guess.\n\n${body}`).complaints).toEqual([
      "“The date is a guess.” stands above the fields. Move it into one of them, or delete it.",
    ]);
  });

  it("is capped", () => {
    expect(parseIssue("x".repeat(65_537)).complaints).toEqual(["The issue has 65537 characters; 65536 are allowed."]);
    const folder = folderOf({ "big.json": JSON.stringify({ issue: { number: 1, body: "x".repeat(1_000_000) } }) });
    expect(() => readIssue(join(folder, "big.json"))).toThrow("The file of the event has 1,000,032 bytes; at most 1,000,000 are read.");
  });

  it("is read in no time even when it is hostile", () => {
    const evil = ["### Title ".repeat(6000), "\n### Title\t".repeat(5000), "- [x".repeat(16_000), `### Title${" ".repeat(65_000)}`];
    expect(cpuSeconds(() => evil.forEach(parseIssue))).toBeLessThan(5);
  });

  it("of a file that is no event of an issue is refused", () => {
    expect(() => readIssue(fixture("not-an-issue"))).toThrow("The event is not about an issue.");
    expect(() => readIssue(fixture("not-json"))).toThrow("cannot be read, or is not JSON");
    expect(() => readIssue(fixture("none"))).toThrow("The file of the event cannot be read (ENOENT).");
  });
});

describe("a report", () => {
  it("holds text of strangers in a fence that it cannot close", () => {
    const text = reportOf({ lines: ["There is no event `x`.", "``````\n@team"] });
    expect(text.split("\n").filter((line) => /^`{7}(text)?$/.test(line))).toEqual(["```````text", "```````"]);
  });

  it("starts no line with a command to the log and holds no control characters", () => {
    const text = reportOf({ lines: ["::error::x", "a\u001b[31mb", " ##[group]x", "a\r::error::b"] });
    expect(text).not.toMatch(/^\s*(::|##)/m);
    expect(text).not.toMatch(/[\u001b\r]/);
  });
});

/** A YAML file of `.github` as data. */
function github(file: string): Record<string, unknown> {
  const document = parseYaml(readFileSync(join(PROJECT, ".github", file), "utf8"));
  expect(document.errors).toEqual([]);
  return document.toJS() as Record<string, unknown>;
}

interface FormPart {
  type: string;
  id?: string;
  attributes: { label?: string; value?: string; options?: { label: string; required?: boolean }[] };
  validations?: { required?: boolean };
}

describe("the issue form", () => {
  const form = github("ISSUE_TEMPLATE/add-a-talk.yml");
  const fields = (form["body"] as FormPart[]).filter(({ type }) => type !== "markdown");

  it("is a form as GitHub wants it", () => {
    expect(Object.keys(form).sort()).toEqual(["body", "description", "labels", "name", "title"]);
    expect(form["labels"]).not.toContain("approved");
    for (const { type, id, attributes } of fields) {
      expect(["input", "textarea", "dropdown", "checkboxes"]).toContain(type);
      expect(id).toMatch(/^[a-zA-Z0-9_-]+$/);
      expect(attributes.label).toBeTruthy();
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(github("ISSUE_TEMPLATE/config.yml")).toHaveProperty("blank_issues_enabled");
  });

  it("has the fields that are read, under the labels that are looked for", () => {
    expect(Object.fromEntries(fields.map(({ id, attributes }) => [id, attributes.label]))).toEqual(ISSUE_FIELDS);
  });

  it("asks for a consent that cannot be left out", () => {
    const consent = fields.find(({ type }) => type === "checkboxes");
    expect(consent?.attributes.options?.every(({ required }) => required)).toBe(true);
  });
});

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

describe("the workflow", () => {
  const workflow = github("workflows/add-talk.yml");
  const jobs = workflow["jobs"] as Record<string, { permissions: unknown; if: string; steps: Step[] }>;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("starts on labels only, and writes in one job only", () => {
    expect(workflow["on"]).toEqual({ issues: { types: ["labeled"] } });
    expect(workflow["permissions"]).toEqual({ contents: "read" });
    expect(Object.keys(jobs)).toEqual(["write", "propose"]);
    expect(jobs["write"]?.permissions).toBeUndefined();
    expect(jobs["write"]?.if).toBe("github.event.label.name == 'approved'");
    expect(jobs["propose"]?.permissions).toEqual({ contents: "write", "pull-requests": "write", issues: "write" });
    expect(jobs["propose"]?.if).toBe("always() && needs.write.result != 'skipped'");
  });

  it("has no expression in any script, and none of an issue's text anywhere", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
    const expressions = JSON.stringify(workflow).match(/\$\{\{.*?\}\}/g) ?? [];
    const aboutTheEvent = expressions.filter((text) => text.includes("github.event"));
    expect(aboutTheEvent.length).toBeGreaterThan(0);
    // Whether a label is the one that is meant is no text either.
    const known = /^\$\{\{ github\.event\.(?:issue\.number|label\.name == 'approved') \}\}$/;
    for (const text of aboutTheEvent) expect(text).toMatch(known);
  });

  it("opens the pull request of the first talk of an event, whose folder is not there", () => {
    const folder = temporaryFolder();
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe", encoding: "utf8" });
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text, { mode: 0o755 });
    };
    put("content/events/e/event.md", "---\nname: E\n---\n");
    put("temp/talk/path.txt", "content/events/e/talks/first.md\n");
    put("temp/talk/record.md", "---\ntitle: First\n---\n");
    put("temp/talk/report.md", "A record was made.\n");
    put("bin/gh", "#!/bin/sh\nexit 0\n");
    git("init", "--quiet", "--initial-branch=main");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--allow-empty", "--message=First");
    git("init", "--quiet", "--bare", "origin.git");
    git("remote", "add", "origin", join(folder, "origin.git"));
    const { run = "" } = jobs["propose"]?.steps.find(({ name }) => name === "Open the pull request") ?? {};
    const env = { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}`, RUNNER_TEMP: join(folder, "temp"), NUMBER: "7" };
    execFileSync("bash", ["-e", "-c", run], { cwd: folder, env, stdio: "pipe" });
    expect(git("show", "add-talk-7:content/events/e/talks/first.md")).toBe("---\ntitle: First\n---\n");
  });

  it("pins every action by commit", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });

  it("gives the token only to steps that run none of our packages", () => {
    for (const { run = "", env = {}, uses = "", with: options } of steps) {
      if (uses.startsWith("actions/checkout")) expect(options).toMatchObject({ "persist-credentials": false });
      if (/\bnp[mx]\b/.test(run)) expect(env).not.toHaveProperty("GH_TOKEN");
    }
  });

  it("is the only one that writes on an event of strangers", () => {
    for (const file of readdirSync(join(PROJECT, ".github/workflows")))
      expect(JSON.stringify(github(`workflows/${file}`)["on"]), file).not.toContain("pull_request_target");
  });
});
