/** Someone edits records in the web editor, in a real browser, with Decap's own local server. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { launch } from "../support/browser.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, SITE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { serveFolder } from "../support/served.ts";

/** Records that hold whatever a form could spoil: short and long media, numbers and dates as text, long and odd texts. */
const RECORDS: Record<string, string> = {
  ...LITTLE,
  "site.yaml": `# The site.\n${SITE}navigation:\n  - label: Blog\n    url: https://example.org/\nfeatured:\n  - 2020-spring/rich\n`,
  "events/2020-spring/talks/rich.md": `---
# A comment.
title: "Xen: the road ahead"
speakers:
  - name: Mihai Donțu
    bio: |
      First *paragraph*.

      Second, with a list:

      - one
      - two
  - name: Ada Example
    role: "1"
    organization: "no"
date: 2020-05-04
start: "09:00"
duration: 0
order: 0
kind: design session
topics: [arm, "64"]
slides: https://example.org/slides.pdf
video:
  url: https://vimeo.com/57412215
  archived: https://web.archive.org/web/2013/https://vimeo.com/57412215
  archivedOn: "2013"
  duration: "54:10"
links:
  - title: A very long title that does not fit on one line of a file, so that a careless program would break it in two
    url: https://example.org/?a=1&b=2#c
formerUrls: [/old/T1.html]
---

## Heading

A paragraph with \`code\`, **bold**, __also bold__ and *emphasis*\\
on two lines.

* star
+ plus

| a | b |
| - | - |
| 1 | 2 |
`,
  "events/2020-spring/talks/abstract-field.md": `---
title: Another
speaker: Bob Example
abstract: |-
  Written as a field,

  in two paragraphs.
slides:
  url: https://example.org/only-an-address.pdf
video: https://example.org/video.html
---
`,
  "speakers/ada-example.md": `---\nname: Ada Example\nbioAsOf: "2014"\norganizations:\n  - name: Example\n    from: 2001\n    seenIn:\n      - 2019\n      - 2020\n---\n\nA bio.\n`,
  "papers/a-paper.md": `---\ntitle: A paper\nauthors:\n  - A. Author\n  - "7"\nyear: 2003\npages: 164-177\ndoi: 10.1145/945445.945462\n---\n`,
  "pages/about.md": `---\ntitle: About\nentries:\n  - name: Thing\n    since: 2003\n    description: |\n      One.\n\n      Two.\n    sources:\n      - https://example.org/\n---\n\nText.\n`,
};

const repository = () => folderOf(Object.fromEntries(Object.entries(RECORDS).map(([path, text]) => [`content/${path}`, text])));
const requests: string[] = [];
const complaints: string[] = [];
const plain = join(temporaryFolder(), "site");
const withEditor = join(temporaryFolder(), "site");
let browser: Browser;
let port: number;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  port = (probe.address() as { port: number }).port;
  probe.close();
  const input = ["--content", folderOf(RECORDS), "--assets", temporaryFolder()];
  const runs = await Promise.all([
    archive(["build", ...input, "--output", plain]),
    archive(["build", ...input, "--output", withEditor, "--admin-local", `${port}`]),
  ]);
  expect(runs.map((run) => run.code)).toEqual([0, 0]);
  site = await serveFolder(withEditor);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Opens the editor on a folder through `decap-server`, on this machine alone. */
function useEditor(folder: string, mode: "fs" | "git"): () => Page {
  let server: ChildProcess;
  let page: Page;
  beforeAll(async () => {
    server = spawn(process.execPath, [join(PROJECT, "node_modules/decap-server/dist/index.js")], {
      env: { ...process.env, PORT: `${port}`, BIND_HOST: "localhost", MODE: mode, GIT_REPO_DIRECTORY: folder },
    });
    await new Promise<void>((done) => server.stdout?.on("data", (text) => String(text).includes("listening") && done()));
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(20_000);
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${site.origin}/admin/`);
    await page.getByRole("button", { name: "Login" }).click();
    await page.getByRole("heading", { name: "Collections" }).waitFor();
  });
  afterAll(async () => {
    await page?.context().close();
    if (server.kill()) await once(server, "exit");
  });
  return () => page;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${site.origin}/admin/#/collections/${address}`);
  await page.getByText("Writing in").waitFor();
}

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).first().fill(text);

async function publish(page: Page): Promise<void> {
  await page.getByText("Unsaved changes").waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("menuitem", { name: "Publish now" }).click();
  await page.getByText("Changes saved").waitFor();
}

/** What a record says, as YAML data and body. */
function dataOf(text: string): { data: Record<string, unknown>; body: string } {
  const [, yaml = text, body = ""] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  return { data: parse(yaml, { version: "1.2", schema: "core" }), body: body.trim() };
}

describe("in a folder", () => {
  const folder = repository();
  const editor = useEditor(folder, "fs");
  const read = (path: string) => dataOf(readFileSync(join(folder, "content", path), "utf8"));
  const TITLE = 'New: what\'s "this"?';

  test.each([
    ["talks-2020-spring/entries/a-talk", "events/2020-spring/talks/a-talk.md", "Title", "title", TITLE],
    ["talks-2020-spring/entries/rich", "events/2020-spring/talks/rich.md", "Title", "title", TITLE],
    ["talks-2020-spring/entries/abstract-field", "events/2020-spring/talks/abstract-field.md", "Title", "title", TITLE],
    ["events/entries/2020-spring/event", "events/2020-spring/event.md", "Name", "name", TITLE],
    ["speakers/entries/ada-example", "speakers/ada-example.md", "Bio as of (optional)", "bioAsOf", "2015"],
    ["papers/entries/a-paper", "papers/a-paper.md", "Title", "title", TITLE],
    ["pages/entries/about", "pages/about.md", "Title", "title", TITLE],
    ["site/entries/site", "site.yaml", "Tagline", "tagline", TITLE],
  ])("%s: what was edited changes, and nothing else", async (address, path, label, field, text) => {
    const before = read(path);
    await open(editor(), address);
    await fill(editor(), label, text);
    await publish(editor());
    expect(read(path)).toEqual({ ...before, data: { ...before.data, [field]: text } });
  });

  test("an emptied field is left out, and slides given as an address grow into a record", async () => {
    const before = read("events/2020-spring/talks/rich.md");
    await open(editor(), "talks-2020-spring/entries/rich");
    await fill(editor(), "Start (optional)", "");
    await fill(editor(), "Body", "A new abstract.");
    const slides = editor().locator("[id^=slides-field]");
    await slides.getByRole("button").first().click();
    expect(await slides.getByLabel("URL (optional)").inputValue()).toBe("https://example.org/slides.pdf");
    await slides.getByLabel("Title (optional)").fill("Second part");
    await publish(editor());
    const { start: _, ...kept } = before.data;
    const slidesNow = { url: "https://example.org/slides.pdf", title: "Second part" };
    expect(read("events/2020-spring/talks/rich.md")).toEqual({ data: { ...kept, slides: slidesNow }, body: "A new abstract." });
  });

  test("a new talk and a new event get file names that the archive accepts", async () => {
    await open(editor(), "talks-2020-spring/new");
    await fill(editor(), "Title", "Über dom0’s “C++” & 50% more: part 1.2");
    await publish(editor());
    expect(read("events/2020-spring/talks/uber-dom0-s-c-50-more-part-1-2.md").data).toEqual({
      title: "Über dom0’s “C++” & 50% more: part 1.2",
    });
    await open(editor(), "events/new");
    await fill(editor(), "Name", "Little Conference 2021");
    await publish(editor());
    expect(read("events/little-conference-2021/event.md")).toEqual({ data: { name: "Little Conference 2021" }, body: "" });
  });

  test("the records pass the check", async () => {
    const run = await archive(["check", "--content", join(folder, "content")]);
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
  });
});

describe("in a git repository", () => {
  const folder = repository();
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], { encoding: "utf8" });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "Records");
  const editor = useEditor(folder, "git");

  test("a saved talk is a draft on a branch of its own, and can be edited again", async () => {
    const path = "content/events/2020-spring/talks/rich.md";
    const before = dataOf(git("show", `main:${path}`));
    for (const title of ["First draft", "Second draft"]) {
      await open(editor(), "talks-2020-spring/entries/rich");
      await fill(editor(), "Title", title);
      await editor().getByRole("button", { name: "Save", exact: true }).click();
      await editor().getByText("Changes saved").waitFor();
      expect(dataOf(git("show", `cms/talks-2020-spring/rich:${path}`))).toEqual({ ...before, data: { ...before.data, title } });
    }
    expect(dataOf(git("show", `main:${path}`))).toEqual(before);
  });
});

test("the editor asks no other host, and its security policy forbids nothing that it needs", () => {
  const hosts = new Set(requests.filter((url) => /^(http|ws)s?:/.test(url)).map((url) => new URL(url).origin));
  expect([...hosts].sort()).toEqual([site.origin, `http://localhost:${port}`].sort());
  expect(complaints).toEqual([]);
});

test("all other files are the same bytes with the editor and without it", () => {
  const digest = (folder: string) =>
    filesBelow(folder).map(
      (file) =>
        `${file} ${createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex")}`,
    );
  const all = digest(withEditor);
  expect(all.filter((line) => !line.startsWith("admin/"))).toEqual(digest(plain));
  expect(all.filter((line) => line.startsWith("admin/"))).toHaveLength(5);
});

test("without a repository on GitHub there is nowhere to save", async () => {
  const output = join(temporaryFolder(), "site");
  const run = await archive(["build", "--content", folderOf(LITTLE), "--output", output, "--admin"]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("The editor does not know where to save.");
});
