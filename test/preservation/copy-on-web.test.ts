/** A copy on the web whose server never comes to an end keeps no comparison waiting. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compareCopies, CopyError, copyOnWeb } from "../../src/preservation/fixity.ts";
import { answer, type Behaviour, inTurn, startServer } from "./links/servers.ts";

const endless: Behaviour = (_, response) => {
  response.writeHead(200);
  const send = () => {
    while (!response.destroyed && response.write(Buffer.alloc(10_000)));
    if (!response.destroyed) response.once("drain", send);
  };
  send();
};

const dripping: Behaviour = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write("x"), 5);
  response.on("close", () => clearInterval(timer));
};

test.each([
  ["sends without end", "a.pdf", "it sends more than 1,000,000 bytes"],
  ["drips", "b.pdf", "it sends less than 10,000 bytes a second"],
])("one that %s", async (_, path, why) => {
  const { origin } = await startServer({ "/media/a.pdf": endless, "/media/b.pdf": dripping });
  const copy = copyOnWeb(origin, { most: 1_000_000, slowest: 10_000, patience: 100 });
  await expect(copy(path)).rejects.toThrow(new CopyError(`${origin}/media/${path} cannot be read (${why}).`));
});

test("one that asks for patience is asked again after it; one that does so again and again, or for long, is not", async () => {
  const good: Behaviour = (_, response) => void response.end("the file");
  const later = answer(429, { "retry-after": "0" });
  const { origin, log } = await startServer({
    "/media/a.pdf": inTurn(later, answer(503, { "retry-after": "0" }), good),
    "/media/b.pdf": later,
    "/media/c.pdf": answer(429, { "retry-after": "3600" }),
  });
  const copy = copyOnWeb(origin);
  expect(await copy("a.pdf")).toBe(createHash("sha256").update("the file").digest("hex"));
  await expect(copy("b.pdf")).rejects.toThrow("cannot be read (it answers 429)");
  await expect(copy("c.pdf")).rejects.toThrow("cannot be read (it answers 429)");
  expect(log.map(({ asked }) => asked.slice(-5, -4)).join("")).toBe("aaabbbbc");
});

test("one that packs what it sends, though not asked to, is not said to have other bytes", async () => {
  const packing: Behaviour = (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    response.end(gzipSync("the file"));
  };
  const { origin } = await startServer({ "/media/a.pdf": packing });
  await expect(copyOnWeb(origin)("a.pdf")).rejects.toThrow("cannot be read (it sends its files packed)");
});

test("a comparison ends with its time, in the middle of a file too, and says how many files it left", async () => {
  const { origin } = await startServer({ "/media/b.pdf": dripping });
  const line = (name: string) => ({ name, sha256: "0", line: 1, text: "" });
  const media = { file: "", lines: ["a.pdf", "b.pdf", "c.pdf"].map(line), unreadable: [] };
  const until = performance.now() + 500;
  const there = copyOnWeb(origin, { until });
  const compared = await compareCopies({ addresses: media, media }, async () => "0", there, { until });
  expect(compared).toMatchObject({ files: 1, left: 2, differences: [{ path: "a.pdf", good: "here" }] });
});

test("a file that cannot be read is told, and the others are compared; a copy that is away is not asked for all", async () => {
  const named = (names: readonly string[]) => {
    const media = { file: "", lines: names.map((name) => ({ name, sha256: "0", line: 1, text: "" })), unreadable: [] };
    return { addresses: media, media };
  };
  const closed = async (path: string) => {
    if (path !== "c.pdf") throw new CopyError(`${path} cannot be read (it answers 403).`);
    return "0";
  };
  const good = async () => "0";
  expect(await compareCopies(named(["b.pdf", "c.pdf", "d.pdf"]), good, closed)).toEqual({
    files: 3,
    left: 0,
    differences: ["b.pdf", "d.pdf"].map((path) => ({
      path,
      good: "here",
      here: "good",
      there: "unreadable",
      why: `${path} cannot be read (it answers 403).`,
    })),
  });
  const many = Array.from({ length: 30 }, (_, index) => `${index}.pdf`);
  expect(await compareCopies(named(many), good, closed)).toMatchObject({ files: 10, left: 20 });
});
