/** What somebody changes while a build is at work: nothing unchecked is published, and nothing is kept under the name of something else. */
import { fork } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { generateContent } from "../support/generate.ts";
import { filesBelow } from "../support/html.ts";
import { copyProject } from "../support/project-copy.ts";
import { settingsIn } from "../support/settings.ts";
import { workers } from "../support/workers.ts";

/** Without what takes long to make. */
const leave = ["search", "cards"] as const;

test("a record that becomes a draft while the site is built is in no zip, and the build says so", async () => {
  const [contentDir, folder] = [folderOf(LITTLE), temporaryFolder()];
  const talk = join(contentDir, "events/2020-spring/talks/a-talk.md");
  const settings = settingsIn(folder, { contentDir, leave });
  const before = readFileSync(talk, "utf8");
  const records = (done: number, all: number) => {
    if (done === all) writeFileSync(talk, `${before.replace("---\n", "---\ndraft: true\n")}\nNobody may read this yet.\n`);
  };
  const failed = build(settings, { records });
  await expect(failed).rejects.toThrow(
    /a-talk\.md` was changed while the site was built, and nobody has checked what it says now\. Build again/,
  );
  expect(filesBelow(settings.outputDir).filter((file) => file.endsWith(".zip"))).toEqual([]);
  await build(settings);
  const [zip, ...others] = filesBelow(settings.outputDir).filter((file) => file.endsWith(".zip"));
  expect(others).toEqual([]);
  expect(readFileSync(join(settings.outputDir, zip ?? ""), "latin1")).not.toContain("a-talk.md");
});

test("a media file that is still being copied into its place when a zip is made is in none, and the build says so", async () => {
  const folder = temporaryFolder();
  const talk = "events/2020-spring/talks/a-talk.md";
  const contentDir = folderOf({ ...LITTLE, [talk]: (LITTLE[talk] ?? "").replace("date:", "video:\n  file: a.webm\ndate:") });
  const settings = settingsIn(folder, { contentDir, leave });
  const film = join(settings.assetsDir, "media/a.webm");
  mkdirSync(join(settings.assetsDir, "media"), { recursive: true });
  copyFileSync("test/fixtures/media/ten-seconds.webm", film);
  const failed = build(settings, { made: () => appendFileSync(film, "more") });
  await expect(failed).rejects.toThrow(/a\.webm` was changed while the site was built/);
  expect(filesBelow(settings.outputDir).filter((file) => file.endsWith(".zip"))).toEqual([]);
});

describe("a worker makes nothing", () => {
  const changed = /^The program, its packages or the extensions changed while the site was built\. Build again\.$/;

  test("that starts from another state of the program than the build", async () => {
    const project = temporaryFolder();
    copyProject(project);
    const start = () =>
      fork(join(project, "src/cli/start.js"), ["build-worker"], {
        cwd: project,
        serialization: "advanced",
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
    const settings = settingsIn(temporaryFolder(), { contentDir: folderOf(generateContent(1, 10)), leave });
    await build(settings, {}, { most: 1, start, groups: 10 });
    writeFileSync(join(project, "src/build/heap.ts"), `${readFileSync("src/build/heap.ts", "utf8")}// And more.\n`);
    await expect(build({ ...settings, clean: true }, {}, { most: 1, start, groups: 10 })).rejects.toThrow(changed);
  });

  test("with other extensions than the build", async () => {
    const extensionsDir = folderOf({ "index.mjs": "export default () => ({ checks: [() => []] });\n" });
    const settings = settingsIn(temporaryFolder(), { contentDir: folderOf(generateContent(1, 10)), extensionsDir, leave });
    const edit = () => writeFileSync(join(extensionsDir, "index.mjs"), "export default () => ({ checks: [] });\n");
    await expect(build(settings, { records: edit }, workers(1).options)).rejects.toThrow(changed);
  });
});
