/** The preview sends parts of files as static hosts do; without that no browser moves in a video. */
import { symlinkSync } from "node:fs";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreviewServer } from "../../src/cli/preview-server.ts";
import { archive } from "../support/cli.ts";
import { folderOf, SITE } from "../support/content.ts";
import { PNG } from "../support/media-starts.ts";
import { serveFolder } from "../support/served.ts";

let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  site = await serveFolder(folderOf({ "a.webm": "0123456789", "empty.webm": "" }));
});
afterAll(() => site.close());

test("a port that is taken is told with the whole command for another one", async () => {
  const { port } = new URL(site.origin);
  const { code, stderr } = await archive(["serve", "--project", folderOf({ "content/site.yaml": SITE }), "--port", port]);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    new RegExp(`^Port ${port} is taken\\. Choose another above 1023, such as with \`[^\`]+ serve --port 3000\`\\.$`, "m"),
  );
});

const ask = async (range: string | undefined, file = "a.webm") => {
  const response = await fetch(`${site.origin}/${file}`, range === undefined ? {} : { headers: { Range: range } });
  return [response.status, response.headers.get("content-range"), await response.text()];
};

test.each([
  [undefined, 200, null, "0123456789"],
  ["bytes=0-", 206, "bytes 0-9/10", "0123456789"],
  ["bytes=2-4", 206, "bytes 2-4/10", "234"],
  ["bytes=8-99", 206, "bytes 8-9/10", "89"],
  ["bytes=-3", 206, "bytes 7-9/10", "789"],
  ["bytes=-99", 206, "bytes 0-9/10", "0123456789"],
  ["bytes=10-", 416, "bytes */10", ""],
  ["bytes=-0", 416, "bytes */10", ""],
  ["bytes=4-2", 200, null, "0123456789"],
  ["bytes=0-1,4-5", 200, null, "0123456789"],
  ["lines=1-2", 200, null, "0123456789"],
])("the range %j", async (range, ...expected) => {
  expect(await ask(range)).toEqual(expected);
});

test("an empty file is empty", async () => {
  expect(await ask(undefined, "empty.webm")).toEqual([200, null, ""]);
  expect(await ask("bytes=0-", "empty.webm")).toEqual([416, "bytes */0", ""]);
});

test("a site whose path is written with percent signs is there", async () => {
  const place = await serveFolder(folderOf({ "index.html": "Home", "a/index.html": "A" }), "/%C3%BCber/my%20archive");
  const pages = await Promise.all(["/", "/a", "/a/"].map((path) => fetch(place.at(path))));
  pages.push(await fetch(place.origin));
  place.close();
  expect(await Promise.all(pages.map((page) => page.text()))).toEqual(["Home", "A", "A", "Home"]);
});

test("a page that cannot be read is said to be so, and the server goes on", async () => {
  const folder = folderOf({ "index.html": "<!doctype html><p>Home" });
  // A file by its looks, which fails when it is read.
  symlinkSync("/proc/self/mem", join(folder, "404.html"));
  for (const live of [true, false]) {
    const { server } = createPreviewServer(folder, () => ({ prefix: "", trouble: undefined }), live);
    await new Promise<void>((done) => server.listen(0, "localhost", done));
    const { port } = server.address() as AddressInfo;
    const missing = await fetch(`http://localhost:${port}/nowhere`).catch(() => undefined);
    if (live) expect([missing?.status, await missing?.text()]).toEqual([500, "This page cannot be read (EIO).\n"]);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
    server.close();
  }
});

test.each([
  ["localhost", 200],
  ["site.localhost:8080", 200],
  ["127.0.0.1:1", 200],
  ["[::1]:8080", 200],
  ["evil.example", 403],
  ["localhost.evil.example", 403],
  ["127.0.0.1.evil.example", 403],
])("a request for the host %s is answered with %i", async (host, status) => {
  const answered = await new Promise<number | undefined>((done, fail) =>
    get(`${site.origin}/a.webm`, { headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    }).on("error", fail),
  );
  expect(answered).toBe(status);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is refused, as static hosts do", async (method) => {
  const response = await fetch(`${site.origin}/a.webm`, { method });
  expect([response.status, response.headers.get("allow"), await response.text()]).toEqual([405, "GET, HEAD", ""]);
});

test("media can do nothing in the preview, but for PDFs, which need no sandbox", async () => {
  const media = await serveFolder(
    folderOf({ "media/a.PNG": PNG, "media/a.pdf": "%PDF-1.4", "media/a.xsd": "<r/>", "media/a.vtt": "WEBVTT" }),
  );
  const said = async (path: string) => {
    const { headers } = await fetch(`${media.origin}/media/${path}`);
    return ["content-type", "content-security-policy", "x-content-type-options"].map((name) => headers.get(name));
  };
  expect(await said("a.PNG")).toEqual(["image/png", "sandbox allow-same-origin", "nosniff"]);
  expect(await said("a.pdf")).toEqual(["application/pdf", null, "nosniff"]);
  expect(await said("a.xsd")).toEqual(["application/octet-stream", "sandbox allow-same-origin", "nosniff"]);
  expect(await said("a.vtt")).toEqual(["text/vtt; charset=utf-8", "sandbox allow-same-origin", "nosniff"]);
  media.close();
});
