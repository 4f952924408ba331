/** The files that `init` writes, and what it leaves as it is. */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { asModule, WITHOUT_READERS } from "../../src/cli/eleventy-hooks.ts";
import { archiveFiles, packageText } from "../../src/cli/init/archive-files.ts";
import { draftOf, newDraftIn } from "../../src/content/write-whole.ts";
import { parseYaml } from "../../src/content/yaml-package.ts";
import { archive } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

const TOLD = ["--name", "Example: Days", "--url", "https://days.example.org/archive/", "--event", "Example Days 2024", "--talk", "Opening"];
const init = (folder: string, ...args: string[]) => archive(["init", folder, ...TOLD, ...args]);

describe("the files of a new archive", () => {
  const files = archiveFiles({
    name: "Example: Days",
    url: "https://days.example.org/archive/",
    language: "de",
    event: "Days 2024",
    talk: "Opening",
  });

  test("are named after the event and the talk", () => {
    expect([...files.keys()].filter((path) => path.startsWith("content/"))).toEqual([
      "content/events/2024-days/event.md",
      "content/events/2024-days/talks/opening.md",
      "content/site.yaml",
    ]);
  });

  test("speak the language of the archive where readers see them", () => {
    expect(files.get("content/site.yaml")).toContain("notice: Dies ist ein Archiv vergangener Konferenzen.");
    expect(files.get("content/site.yaml")).not.toContain("Slides");
  });

  test("have no place left that nobody filled, and speak of nobody else", () => {
    for (const [path, text] of files) {
      expect(text, path).not.toMatch(/@[A-Z_]+@/);
      expect(text, path).not.toMatch(/xen/i);
    }
  });

  test("of workflows are YAML that runs the program that is installed", () => {
    for (const name of ["check", "deploy"]) {
      const text = files.get(`.github/workflows/${name}.yml`) ?? "";
      expect(parseYaml(text).errors).toEqual([]);
      expect(text.match(/npx (?!--no conference-archive)/)).toBeNull();
    }
  });
});

test("a clone on Windows, where Git changes the ends of lines, has the bytes that the ledger knows", async () => {
  const [folder, place] = [temporaryFolder(), temporaryFolder()];
  await init(folder);
  const files = { "assets/media/a.vtt": "WEBVTT\n", "assets/media/b.txt": "One\r\ntwo\r\n", "content/pages/c.md": "---\ntitle: C\n---\n" };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "core.autocrlf=true", "-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  git("init");
  git("add", "-A");
  git("commit", "-m", "All");
  git("clone", "-c", "core.autocrlf=true", folder, join(place, "clone"));
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(place, "clone", path), "utf8"), path).toBe(text);
});

test("what a killed command leaves of files that it wrote is not committed with the others", async () => {
  const folder = temporaryFolder();
  await init(folder);
  execFileSync("git", ["init"], { cwd: folder, stdio: "pipe" });
  writeFileSync(draftOf(join(folder, "content/site.yaml")), "name:");
  writeFileSync(newDraftIn(join(folder, ".ledger")), "/");
  const untracked = execFileSync("git", ["ls-files", "--others", "--exclude-standard"], { cwd: folder, encoding: "utf8" });
  expect(untracked).toContain("content/site.yaml\n");
  expect(untracked).not.toContain("writing");
});

describe("package.json", () => {
  test("gets scripts and the program, and keeps what it has", () => {
    const before = '{"name":"mine","scripts":{"build":"make"},"dependencies":{"conference-archive":"file:../a.tgz"}}';
    const after = JSON.parse(packageText(before, "1.2.3"));
    expect(after).toMatchObject({ name: "mine", dependencies: { "conference-archive": "file:../a.tgz" } });
    expect(after.scripts).toMatchObject({ build: "make", check: "conference-archive check", start: "conference-archive serve" });
    expect(JSON.parse(packageText(undefined, "1.2.3"))).toMatchObject({ type: "module", dependencies: { "conference-archive": "^1.2.3" } });
  });
});

describe("`init`", () => {
  test("writes an archive that has no problems, once", async () => {
    const folder = temporaryFolder();
    expect(await init(folder)).toMatchObject({ code: 0 });
    const check = await archive(["check", "--project", folder]);
    expect([check.code, check.stdout]).toEqual([0, "No problems.\n"]);
    const before = filesBelow(folder);
    const again = await init(folder);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("has an archive already")]);
    expect(filesBelow(folder)).toEqual(before);
  });

  test("overwrites nothing", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".gitignore"), "mine\n");
    writeFileSync(join(folder, "package.json"), '{"name":"mine","scripts":{"start":"mine"}}');
    mkdirSync(join(folder, "content"));
    const run = await init(folder);
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("There already, and left as they are: ")]);
    expect(run.stderr).toContain("has scripts of these names already, which stay as they are: `start`\n");
    expect(run.stderr).toContain("npm install && npm run archive -- serve`");
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("mine\n");
    // Without `"type": "module"`, Node reads only this name as a module.
    expect(filesBelow(folder)).toContain("eleventy.config.mjs");
  });

  test("Eleventy's options reach Eleventy, with `--` before them and without", async () => {
    const folder = temporaryFolder();
    await init(folder);
    writeFileSync(join(folder, "eleventy.config.js"), "export default () => ({ dir: { input: 'templates' } });\n");
    for (const options of [["--version"], ["--", "--version"]])
      expect(await archive(["--project", folder, "eleventy", ...options])).toMatchObject({ code: 0, stderr: "" });
  });

  test("Eleventy goes on where nobody reads what it says any more", async () => {
    const program = "let left = 20; const timer = setInterval(() => { console.log('x'); if (--left === 0) clearInterval(timer); }, 5)";
    const child = spawn(process.execPath, ["--import", asModule(WITHOUT_READERS), "-e", program], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
  });

  test.each([".eleventy.js", "eleventy.config.mjs"])("puts no configuration of Eleventy before %s, which is the user's", async (name) => {
    const folder = folderOf({ "package.json": '{ "type": "module" }', [name]: "export default () => ({});\n" });
    const run = await init(folder);
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining(`There already, and left as they are: ${join(folder, name)}\n`)]);
    expect(run.stderr).toContain(`${join(folder, name)} does not know the archive yet.`);
    expect(filesBelow(folder).filter((file) => file.includes("eleventy"))).toEqual([name]);
    expect(readFileSync(join(folder, name), "utf8")).toBe("export default () => ({});\n");
  });

  test.each([
    ["export default () => ({});\n", 'import conferenceArchive from "conference-archive"'],
    ["module.exports = () => ({});\n", 'const { default: conferenceArchive } = require("conference-archive")'],
  ])("says how the user’s configuration %j loads the archive", async (text, load) => {
    const run = await init(folderOf({ ".eleventy.js": text }));
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining(`write there: \`${load}\`, and `)]);
  });

  test.each([
    [["--url", "example.org"], "`--url example.org`: "],
    [["--name", ""], "A new archive needs `--name`."],
  ])("writes nothing when told %j", async (args, message) => {
    const folder = temporaryFolder();
    const run = await init(folder, ...args);
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(filesBelow(folder)).toEqual([]);
  });

  test.each([
    ["{", "is no `package.json`: Expected"],
    ["null", "is no `package.json`: it holds no fields"],
    ['{"scripts":"x"}', "is no `package.json`: `scripts` in it holds no fields"],
  ])("writes nothing beside a package.json that says %s", async (text, message) => {
    const folder = folderOf({ "package.json": text });
    const run = await init(folder);
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(filesBelow(folder)).toEqual(["package.json"]);
  });

  test("shows what it refuses, and lets none of it command a terminal", async () => {
    const { code, stderr } = await init(temporaryFolder(), "--name", "A \u001b[31mred\u202e");
    expect([code, stderr.split(":")[0]]).toEqual([1, "`--name A \ufffd[31mred\ufffd`"]);
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });

  test("goes to the folder that `--project` names", async () => {
    const folder = join(temporaryFolder(), "new");
    expect(await archive(["init", "--project", folder, ...TOLD])).toMatchObject({ code: 0 });
    expect(filesBelow(folder)).toContain("content/site.yaml");
  });

  test("says where workflows belong when it is not at the top of a repository", async () => {
    const top = temporaryFolder();
    // That of a worktree or a submodule is a file.
    writeFileSync(join(top, ".git"), "gitdir: elsewhere\n");
    const { stderr } = await init(join(top, "packages/archive"));
    expect(stderr).toContain("which is `../..` from here: move it there, and give its workflows `working-directory: packages/archive`");
    expect((await init(top)).stderr).not.toContain("working-directory");
  });

  test("that broke off can be done again, and what leads nowhere is left as it is", async () => {
    const folder = folderOf({ "content/events": "a file in the way" });
    symlinkSync("/nonexistent", join(folder, ".gitignore"));
    expect(await init(folder)).toMatchObject({ code: 1, stderr: expect.stringContaining("(ENOTDIR)") });
    // The site record, by which an archive is known, comes last.
    expect(filesBelow(folder)).toEqual(expect.arrayContaining(["package.json"]));
    rmSync(join(folder, "content/events"));
    expect(await init(folder)).toMatchObject({ code: 0, stderr: expect.stringContaining(`left as they are: ${folder}/.gitignore`) });
  });
});
