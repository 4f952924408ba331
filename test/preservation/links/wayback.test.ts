import { describe, expect, test } from "vitest";
import { createRequests } from "../../../src/preservation/links/request.ts";
import { Turns } from "../../../src/preservation/links/turns.ts";
import { findCopy, NO_ANSWER, readAnswer, describeCopy } from "../../../src/preservation/links/wayback.ts";
import { answer, type Behaviour, huge, reset, silent, startServer } from "./servers.ts";

const closest = (fields: object = {}) =>
  JSON.stringify({
    url: "example.org",
    archived_snapshots: {
      closest: {
        status: "200",
        available: true,
        url: "http://web.archive.org/web/20130405060708/http://example.org/",
        timestamp: "20130405060708",
        ...fields,
      },
    },
  });

describe("the availability API", () => {
  test("names a copy and its day", () => {
    expect(readAnswer(closest())).toEqual({
      archived: "https://web.archive.org/web/20130405060708/http://example.org/",
      archivedOn: "2013-04-05",
    });
  });

  test.each([
    ["no copy", '{"url":"example.org","archived_snapshots":{}}'],
    ["a copy of an error", closest({ status: "404" })],
    ["one that is not available", closest({ available: false })],
    ["one that is not available, without an address", '{"archived_snapshots":{"closest":{"available":false}}}'],
  ])("%s is no copy", (_, text) => expect(readAnswer(text)).toBeUndefined());

  // A record that is marked is never asked about again, so that a copy would be lost.
  test.each([
    ["an address that runs code", closest({ url: "javascript:alert(1)" })],
    ["an address with more than an address", closest({ url: 'https://example.org/"><script>' })],
    ["an address with a line", closest({ url: "https://example.org/\nvideo: x" })],
    ["an address with a blank", closest({ url: "https://web.archive.org/web/2013/http://example.org/a b.pdf" })],
    ["an address that no record may hold", closest({ url: "https://example.org/\u202efdp.exe" })],
    ["a day that is none", closest({ timestamp: "20131399000000" })],
    ["a timestamp that is none", closest({ timestamp: "yesterday" })],
    ["a status in other words", closest({ status: 200 })],
    ["a message of trouble", '{"error":"rate limited"}'],
    ["an empty record", "{}"],
    ["a list", "[null]"],
    ["nothing", "null"],
    ["a copy that is a text", '{"archived_snapshots":{"closest":"https://example.org/"}}'],
  ])("%s is no answer", (_, text) => expect(readAnswer(text)).toBe(NO_ANSWER));

  test("is asked for the address, near the day; trouble tells of no copy", async () => {
    const ask = async (behaviour: Behaviour, allowPrivate = true) => {
      const server = await startServer({ "/api": behaviour });
      const send = createRequests({ timeout: behaviour === silent ? 300 : 60_000, userAgent: "x", allowPrivate });
      const copy = await findCopy({ api: `${server.origin}/api?key=1`, send, turns: new Turns(0) }, "http://x.org/?a=1&b=2", "2013-04-01");
      return { copy, asked: server.log.map(({ asked }) => asked) };
    };
    expect(await ask(answer(200, {}, closest()))).toEqual({
      copy: expect.objectContaining({ archivedOn: "2013-04-05" }),
      asked: ["GET /api?key=1&url=http%3A%2F%2Fx.org%2F%3Fa%3D1%26b%3D2&timestamp=20130401"],
    });
    for (const trouble of [answer(503, {}, closest()), reset, silent, huge]) expect((await ask(trouble)).copy).toBe(NO_ANSWER);
    expect((await ask(answer(200, {}, "<title>Busy</title>"))).copy).toBe(NO_ANSWER);
    expect(await ask(answer(200, {}, closest()), false)).toEqual({ copy: NO_ANSWER, asked: [] });
  });
});

test("an editor is asked to look at a copy of another time", () => {
  const copy = { archived: "https://web.archive.org/web/2021/a.pdf", archivedOn: "2021-03-01" };
  expect(describeCopy(copy, "2012-08-27")).toBe(", with a copy of 2021-03-01: look at it, since it is from 9 years later");
  expect(describeCopy(copy, "2024-01-01")).toBe(", with a copy of 2021-03-01: look at it, since it is from 3 years earlier");
  for (const near of ["2019", "2020-05-04", undefined]) expect(describeCopy(copy, near)).toBe(", with a copy of 2021-03-01");
});
