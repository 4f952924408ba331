/** A whole run: what is remembered for how long, and what is not. */
import { describe, expect, test } from "vitest";
import { Journal } from "../../../src/preservation/links/journal.ts";
import { Prober } from "../../../src/preservation/links/probe.ts";
import { createRequests } from "../../../src/preservation/links/request.ts";
import { checkAddresses } from "../../../src/preservation/links/run.ts";
import { Turns } from "../../../src/preservation/links/turns.ts";
import { temporaryFolder } from "../../support/content.ts";
import { answer, type Behaviour, inTurn, page, redirect, startServer } from "./servers.ts";

type Look = Parameters<typeof checkAddresses>[1]["look"];

function run(addresses: string[], folder: string, today: string, isOnline: boolean | Look = true, until = Number.POSITIVE_INFINITY) {
  const resolve = async (host: string) => {
    if (host.endsWith(".invalid")) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    return [{ address: "127.0.0.1", family: 4 }];
  };
  const send = createRequests({ timeout: 60_000, userAgent: "x", allowPrivate: true, resolve });
  const prober = new Prober({ send, turns: new Turns(0), agent: "x", backoff: 1, longestWait: 100 });
  return checkAddresses(addresses, {
    prober,
    journal: new Journal(folder),
    today,
    goodFor: 30,
    hosts: 4,
    knownHost: "archive.example",
    look:
      typeof isOnline === "function"
        ? isOnline
        : async (host) => (host.endsWith(".invalid") ? "none" : isOnline || host !== "archive.example" ? "found" : "unsure"),
    until,
  });
}

describe("a run", () => {
  test("asks for trouble again on another day, and for good news after a month", async () => {
    const server = await startServer({ "/": inTurn(answer(410), answer(410), page("Back again")) });
    const folder = temporaryFolder();
    const told = async (today: string) => {
      const { verdicts, remembered } = await run([`${server.origin}/`], folder, today);
      return [...[...verdicts.values()].map(({ state }) => state), remembered];
    };
    expect(await told("2026-01-01")).toEqual(["dead", 0]);
    expect(await told("2026-01-01")).toEqual(["dead", 1]);
    expect(await told("2026-01-02")).toEqual(["fine", 0]);
    expect(await told("2026-02-01")).toEqual(["fine", 1]);
    expect(await told("2026-02-02")).toEqual(["fine", 0]);
    // A clock that went back makes no result younger.
    expect(await told("2026-01-15")).toEqual(["fine", 0]);
  });

  test("leaves a host that makes it wait when its time is over, and goes on there the next time", async () => {
    const server = await startServer({
      "/robots.txt": answer(200, { "content-type": "text/plain" }, "User-agent: *\nCrawl-delay: 0.3\n"),
    });
    const addresses = Array.from({ length: 20 }, (_, at) => `${server.origin}/${at}.pdf`);
    const folder = temporaryFolder();
    const first = await run(addresses, folder, "2026-01-01", true, performance.now() + 1000);
    expect(first.left).toBeGreaterThan(10);
    expect(first.left + first.verdicts.size).toBe(20);
    const second = await run(addresses, folder, "2026-01-01", true, performance.now() + 1000);
    expect(second.remembered).toBe(first.verdicts.size);
    expect(second.left).toBeLessThan(first.left);
  });

  test("follows no redirect when its time is over", async () => {
    const slowly: Behaviour = (...all) => void setTimeout(() => redirect("/on")(...all), 300);
    const server = await startServer({ "/": slowly, "/on": page("A page") });
    const { verdicts } = await run([`${server.origin}/`], temporaryFolder(), "2026-01-01", true, performance.now() + 200);
    expect([...verdicts.values()]).toMatchObject([{ state: "unsure" }]);
    expect(server.log.some(({ asked }) => asked.endsWith("/on"))).toBe(false);
  });

  test("does not remember hosts that want to be left alone", async () => {
    const server = await startServer({ "/": inTurn(answer(429, { "retry-after": "999" }), page("A page")) });
    const folder = temporaryFolder();
    expect([...(await run([`${server.origin}/`], folder, "2026-01-01")).verdicts.values()]).toMatchObject([{ state: "unsure" }]);
    expect([...(await run([`${server.origin}/`], folder, "2026-01-01")).verdicts.values()]).toMatchObject([{ state: "fine" }]);
  });

  test("calls hosts that are not found dead only when others are found, or the network is known to work", async () => {
    const server = await startServer({});
    const good = `${server.origin}/`;
    const states = async (addresses: string[], isOnline: boolean) => {
      const folder = temporaryFolder();
      const { verdicts } = await run(addresses, folder, "2026-01-01", isOnline);
      const again = await run(addresses, folder, "2026-01-01", isOnline);
      return { states: addresses.map((address) => verdicts.get(address)?.state), remembered: again.remembered };
    };
    const [a, b] = ["http://a.invalid/", "http://b.invalid/"];
    expect(await states([good, a, b], false)).toEqual({ states: ["fine", "unsure", "unsure"], remembered: 1 });
    expect(await states([good, a, b], true)).toEqual({ states: ["fine", "dead", "dead"], remembered: 3 });
    expect(await states([a], false)).toEqual({ states: ["unsure"], remembered: 0 });
    expect(await states([good, `${good.replace("127.0.0.1", "other.example")}`, a], false)).toEqual({
      states: ["fine", "fine", "dead"],
      remembered: 3,
    });
  });

  test("calls no host dead that is found at the end, or that the network was lost for after most were found", async () => {
    const server = await startServer({});
    const good = ["a", "b", "c"].map((name) => server.origin.replace("127.0.0.1", `${name}.example`).concat("/"));
    const lost = ["http://d.invalid/", "http://e.invalid/"];
    const states = async (look: Look) => {
      const { verdicts } = await run([...good, ...lost], temporaryFolder(), "2026-01-01", look);
      return [...good, ...lost].map((address) => verdicts.get(address));
    };
    const fine = good.map(() => ({ state: "fine" }));
    expect(await states(async (host) => (host.startsWith("e.") ? "none" : "found"))).toMatchObject([
      ...fine,
      { state: "unsure", why: "its host could not be found for a while" },
      { state: "dead" },
    ]);
    expect(await states(async () => "none")).toMatchObject([...fine, { state: "unsure" }, { state: "unsure" }]);
  });

  test("what leads to a private address is asked again, as it may be allowed the next time", async () => {
    const folder = temporaryFolder();
    const address = "http://169.254.169.254/";
    for (const _ of [1, 2]) expect(await run([address], folder, "2026-01-01")).toMatchObject({ remembered: 0 });
  });

  test("visits several hosts at once, and every address once", async () => {
    // No server answers before all of them were asked, which never happens when hosts wait for each other.
    let asked = 0;
    let release = () => {};
    const allAsked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = (): Parameters<typeof startServer>[0] => ({
      "/a": (...all) => {
        if (++asked === 4) release();
        void allAsked.then(() => page("A page")(...all));
      },
    });
    const servers = await Promise.all([slow(), slow(), slow(), slow()].map((behaviours) => startServer(behaviours)));
    const { verdicts } = await run(
      servers.flatMap(({ origin }) => [`${origin}/a`, `${origin}/b`]),
      temporaryFolder(),
      "2026-01-01",
    );
    expect(verdicts.size).toBe(8);
    for (const { log } of servers)
      expect(log.map(({ asked }) => asked).toSorted()).toEqual(["GET /a", "GET /b", "GET /robots.txt", "HEAD /a", "HEAD /b"]);
  });
});
