/** The preview sends parts of files as static hosts do; without that no browser moves in a video. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf } from "../support/content.ts";
import { serveFolder } from "../support/served.ts";

let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  site = await serveFolder(folderOf({ "a.webm": "0123456789", "empty.webm": "" }));
});
afterAll(() => site.close());

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
