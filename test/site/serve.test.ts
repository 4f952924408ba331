/** `serve` shows the site, reloads open pages after changes, and survives a record with errors. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";

const content = folderOf(LITTLE);
const talk = join(content, "events/2020-spring/talks/a-talk.md");
const assets = temporaryFolder();
cpSync(join(PROJECT, "assets/js"), join(assets, "js"), { recursive: true });
let child: ChildProcess;
let said = "";
let origin = "";

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (condition()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${what} did not happen. The program said:\n${said}`);
}

beforeAll(async () => {
  child = spawn(
    process.execPath,
    [
      ...["--import", "tsx", "src/cli/main.ts", "serve", "--port", "0"],
      ...["--content", content, "--assets", assets, "--output", join(temporaryFolder(), "site")],
    ],
    { cwd: PROJECT },
  );
  child.stderr?.on("data", (chunk) => (said += chunk));
  await until(() => /Serving on/.test(said), "Serving");
  origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "";
});
afterAll(() => child.kill());

test("pages, folders without a slash, and missing pages are answered as a static host would", async () => {
  expect(await (await fetch(`${origin}/`)).text()).toContain("Little Archive");
  expect((await fetch(`${origin}/events`, { redirect: "manual" })).headers.get("location")).toBe("/events/");
  const missing = await fetch(`${origin}/no/such/page`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain("Page not found");
  expect((await fetch(`${origin}/..%2f..%2fpackage.json`)).status).toBe(400);
});

test("a changed record reaches open pages; a broken one is reported and mended without a restart", async () => {
  const events = await fetch(`${origin}/.preview/live`);
  const reader = (events.body as ReadableStream<Uint8Array>).getReader();
  let heard = "";
  const listen = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard += new TextDecoder().decode(part.value);
  };
  listen().catch(() => {});
  const text = readFileSync(talk, "utf8");
  writeFileSync(talk, text.replace("title: A talk", "title: A better talk"));
  await until(() => /data: reload/.test(heard), "A reload");
  expect(await (await fetch(`${origin}/events/2020-spring/a-talk/`)).text()).toContain("A better talk");

  writeFileSync(talk, text.replace("title: A talk", "titel: A talk"));
  await until(() => /Did you mean `title`/.test(said), "The message");
  await until(() => /event: trouble\ndata: .*Did you mean `title`/.test(heard), "The message in the browser");
  expect(await (await fetch(`${origin}/events/2020-spring/a-talk/`)).text()).toContain("A better talk");
  const built = () => (said.match(/Wrote/g) ?? []).length;
  const before = built();
  writeFileSync(talk, text);
  await until(() => built() > before, "The mended build");
  expect(await (await fetch(`${origin}/events/2020-spring/a-talk/`)).text()).not.toContain("A better talk");
  await reader.cancel();
});

test("a changed script is made anew; a mistake in it is reported and mended without a restart", async () => {
  const served = async () => {
    const page = await (await fetch(`${origin}/`)).text();
    return (await fetch(`${origin}${/src="([^"]*\/frame-[^"]*)"/.exec(page)?.[1]}`)).text();
  };
  const part = join(assets, "js/parts/dom.ts");
  const text = readFileSync(part, "utf8");
  expect(await served()).toContain("localStorage.getItem(key)");
  writeFileSync(part, text.replace("localStorage.getItem(key)", "localStorage.getItem(`my-${key}`)"));
  for (let tries = 0; tries < 200 && !(await served()).includes("my-"); tries++) await new Promise((done) => setTimeout(done, 100));
  expect(await served()).toContain("my-");
  writeFileSync(part, `${text}\nconst = 1;\n`);
  await until(() => /parts\/dom\.ts:\d+:7: /.test(said), "The message");
  writeFileSync(part, text);
  for (let tries = 0; tries < 200 && (await served()).includes("my-"); tries++) await new Promise((done) => setTimeout(done, 100));
  expect(await served()).not.toContain("my-");
});

test("a change during the first build is not missed", async () => {
  const folder = folderOf(LITTLE);
  const file = join(folder, "events/2020-spring/talks/a-talk.md");
  const port = await freePort();
  const early = spawn(
    process.execPath,
    ["src/cli/start.js", "serve", "--port", String(port), "--content", folder, "--output", join(temporaryFolder(), "site")],
    { cwd: PROJECT },
  );
  try {
    const answer = async (path: string) => (await fetch(`http://localhost:${port}${path}`).catch(() => undefined))?.text();
    let page: string | undefined;
    while (page === undefined) page = await answer("/");
    writeFileSync(file, readFileSync(file, "utf8").replace("title: A talk", "title: A late talk"));
    for (let tries = 0; tries < 200 && !page?.includes("A late talk"); tries++) {
      await new Promise((done) => setTimeout(done, 100));
      page = await answer("/events/2020-spring/a-talk/");
    }
    expect(page).toContain("A late talk");
  } finally {
    early.kill();
  }
});

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

test("the search index is there, and follows an edit", async () => {
  const find = async () => (await (await fetch(`${origin}/pagefind/entry.json`)).json()) as { wasm: string; meta: string };
  const entry = await find();
  writeFileSync(talk, readFileSync(talk, "utf8").replace(/^title: .*/m, "title: Marsupials"));
  for (let tries = 0; tries < 200 && (await find()).meta === entry.meta; tries++) await new Promise((done) => setTimeout(done, 100));
  expect((await find()).meta).not.toBe(entry.meta);
  expect((await fetch(`${origin}/pagefind/${entry.wasm}`)).headers.get("content-type")).toBe("application/wasm");
});
