/** While an editor writes, open pages load again after each build, show why one failed, and recover. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";

const content = folderOf({ ...LITTLE, "events/2020-spring/talks/a-talk.md": "---\ntitel: A talk\n---\n" });
const talk = join(content, "events/2020-spring/talks/a-talk.md");
let browser: Browser;
let child: ChildProcess;
let origin = "";

beforeAll(async () => {
  browser = await launch();
  child = spawn(
    process.execPath,
    ["src/cli/start.js", "serve", "--port", "0", "--content", content, "--output", join(temporaryFolder(), "site")],
    { cwd: PROJECT },
  );
  origin = await new Promise((found) => {
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) found(address);
    });
  });
});
afterAll(async () => {
  child.kill();
  await browser.close();
});

test("a first build that fails, its mending, and a second mistake all show in the open page", async () => {
  const page = await browser.newPage();
  const trouble = page.locator("#preview-trouble");
  await page.goto(`${origin}/`);
  await trouble.waitFor();
  expect(await trouble.innerText()).toContain("Did you mean `title`?");

  writeFileSync(talk, LITTLE["events/2020-spring/talks/a-talk.md"] ?? "");
  await page.getByRole("heading", { level: 1, name: "Talks of a little conference" }).waitFor();
  expect(await trouble.count()).toBe(0);

  await page.goto(`${origin}/events/2020-spring/a-talk/`);
  writeFileSync(talk, readFileSync(talk, "utf8").replace("title: A talk", "title: A better talk"));
  await page.getByRole("heading", { level: 1, name: "A better talk" }).waitFor();
  writeFileSync(talk, readFileSync(talk, "utf8").replace('start: "09:30"', "start: 25:00"));
  await trouble.waitFor();
  expect(await trouble.innerText()).toContain("bad-time");
  await page.close();
});
