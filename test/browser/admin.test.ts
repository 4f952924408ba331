/** Someone edits records in the web editor, in a real browser, with Decap's own local server. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { dataOf, RECORDS } from "../support/editable.ts";
import { filesBelow } from "../support/html.ts";
import { serveFolder } from "../support/served.ts";
import { LONG } from "../support/long.ts";
import { longTest } from "../support/long-test.ts";

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
    page.on("request", (request) => requests.push(request.url()));
    // A draft that does not exist yet is answered with 404 by the local server.
    page.on("console", (message) => {
      const expected = message.text().includes("404") && message.location().url.startsWith(`http://localhost:${port}/`);
      if (message.type() === "error" && !expected) complaints.push(message.text());
    });
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

/** Loads the editor anew, so that nothing is left of what was done in it before. */
async function go(page: Page, hash: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${site.origin}/admin/${hash}`);
}

async function open(page: Page, address: string): Promise<void> {
  await go(page, `#/collections/${address}`);
  await page.getByText("Writing in").waitFor();
}

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).first().fill(text);

async function publish(page: Page): Promise<void> {
  await page.getByText("Unsaved changes").waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("menuitem", { name: "Publish now" }).click();
  await page.getByText("Changes saved").waitFor();
}

describe("in a folder", () => {
  const folder = repository();
  const editor = useEditor(folder, "fs");
  const read = (path: string) => dataOf(readFileSync(join(folder, "content", path), "utf8"));
  const TITLE = 'New: what\'s "this"?';

  const ENTRIES: [address: string, path: string, label: string, field: string, text: string][] = [
    ["talks-2020-spring/entries/rich", "events/2020-spring/talks/rich.md", "Title", "title", TITLE],
  ];
  /** Records of other kinds and shapes, which go the same way. */
  const MORE: typeof ENTRIES = [
    ["events/entries/2020-spring/event", "events/2020-spring/event.md", "Name", "name", TITLE],
    ["site/entries/site", "site.yaml", "Tagline", "tagline", TITLE],
    ["speakers/entries/ada-example", "speakers/ada-example.md", "Bio as of (optional)", "bioAsOf", "2015"],
    ["talks-2020-spring/entries/a-talk", "events/2020-spring/talks/a-talk.md", "Title", "title", TITLE],
    ["talks-2020-spring/entries/abstract-field", "events/2020-spring/talks/abstract-field.md", "Title", "title", TITLE],
    ["papers/entries/a-paper", "papers/a-paper.md", "Title", "title", TITLE],
    ["pages/entries/about", "pages/about.md", "Title", "title", TITLE],
  ];
  test.each(LONG ? [...ENTRIES, ...MORE] : ENTRIES)(
    "%s: what was edited changes, and nothing else",
    async (address, path, label, field, text) => {
      const before = read(path);
      await open(editor(), address);
      await fill(editor(), label, text);
      await publish(editor());
      expect(read(path)).toEqual({ ...before, data: { ...before.data, [field]: text } });
    },
  );

  longTest("an emptied field is left out, and slides given as an address grow into a record", async () => {
    const before = read("events/2020-spring/talks/rich.md");
    await open(editor(), "talks-2020-spring/entries/rich");
    await fill(editor(), "Start (optional)", "");
    await fill(editor(), "Abstract (optional)", "A new abstract.");
    const slides = editor().locator("[id^=slides-field]");
    await slides.getByRole("button").first().click();
    expect(await slides.getByLabel("URL (optional)").inputValue()).toBe("https://example.org/slides.pdf");
    await slides.getByLabel("Title (optional)").fill("Second part");
    await publish(editor());
    const { start: _, ...kept } = before.data;
    const slidesNow = { url: "https://example.org/slides.pdf", title: "Second part" };
    expect(read("events/2020-spring/talks/rich.md")).toEqual({ data: { ...kept, slides: slidesNow }, body: "A new abstract." });
  });

  test("a new talk gets a file name that the archive accepts", async () => {
    await open(editor(), "talks-2020-spring/new");
    await fill(editor(), "Title", "Über dom0’s “C++” & 50% more: part 1.2");
    await publish(editor());
    expect(read("events/2020-spring/talks/uber-dom0s-c-plus-plus-and-50percent-more-part-1-2.md").data).toEqual({
      title: "Über dom0’s “C++” & 50% more: part 1.2",
    });
  });

  test("a new speaker whose name has no Latin letter gets the file name of the speaker's page", async () => {
    await open(editor(), "speakers/new");
    await fill(editor(), "Name", "山田 太郎");
    await publish(editor());
    expect(read("speakers/u5c71-u7530-u592a-u90ce.md")).toEqual({ data: { name: "山田 太郎" }, body: "" });
  });

  longTest("a new event gets a folder that the archive accepts", async () => {
    for (const [name, folder] of [
      ["Little Conference 2021", "little-conference-2021"],
      ["会議", "u4f1a-u8b70"],
      ["CON", "con-1"],
    ] as const) {
      await open(editor(), "events/new");
      await fill(editor(), "Name", name);
      await publish(editor());
      expect(read(`events/${folder}/event.md`)).toEqual({ data: { name }, body: "" });
    }
  });

  longTest("a picture is put into the folder of media, and shown there", async () => {
    const picture = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    );
    await go(editor(), "#/");
    await editor().getByRole("button", { name: "Media" }).click();
    await editor().locator("input[type=file]").setInputFiles({ name: "portrait.png", mimeType: "image/png", buffer: picture });
    await editor().locator("img[src^='blob:']").waitFor();
    expect(readFileSync(join(folder, "assets/media/portrait.png"))).toEqual(picture);
  });

  test("the records pass the check", async () => {
    const run = await archive(["check", "--content", join(folder, "content")]);
    expect(run.stdout + run.stderr).not.toContain("unquoted-time");
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
  });
});

if (LONG)
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
    filesBelow(folder)
      // Servers are told of the editor's own policy.
      .filter((file) => !file.startsWith("_headers"))
      .map(
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
