/** Visits to servers that misbehave in every way end soon, with a judgement that is fair. */
import { describe, expect, test } from "vitest";
import { judge } from "../../../src/preservation/links/judge.ts";
import { Prober } from "../../../src/preservation/links/probe.ts";
import { createRequests, type RequestOptions } from "../../../src/preservation/links/request.ts";
import { Turns } from "../../../src/preservation/links/turns.ts";
import { selfSigned } from "../../support/certificate.ts";
import {
  answer,
  type Behaviour,
  brokenOff,
  endless,
  huge,
  inTurn,
  page,
  redirect,
  reset,
  silent,
  startServer,
  startSocket,
} from "./servers.ts";
import { cpuSecondsOf } from "../../support/cpu.ts";

const AGENT = "conference-archive-links";

/** Milliseconds for a request: a busy machine must not look like a silent server, and those that are silent are not waited for long. */
const timeoutOf = (behaviours: readonly Behaviour[]) =>
  behaviours.some((behaviour) => behaviour === silent || behaviour === endless) ? 400 : 60_000;

function prober(options: Partial<RequestOptions> & { delay?: number; longestWait?: number } = {}): Prober {
  const { delay = 0, longestWait = 2000, ...rest } = options;
  const send = createRequests({ timeout: 60_000, userAgent: `${AGENT}/1.0`, allowPrivate: true, ...rest });
  return new Prober({ send, turns: new Turns(delay), agent: AGENT, backoff: 5, longestWait });
}

async function verdict(address: string, options: Parameters<typeof prober>[0] = {}) {
  return judge(address, await prober(options).visit(address));
}

/** What becomes of `/a` on a server, and what the server was asked. */
async function visit(behaviours: Record<string, Behaviour>, path = "/a", timeout = timeoutOf(Object.values(behaviours))) {
  const server = await startServer(behaviours);
  const found = await verdict(server.origin + path, { timeout });
  const shown = { ...found, why: found.why.replaceAll(server.origin, ""), ...(found.to && { to: found.to.replace(server.origin, "") }) };
  return { ...shown, asked: server.log.map(({ asked }) => asked).filter((asked) => asked !== "GET /robots.txt") };
}

const file = (type: string, status = 200) => answer(status, { "content-type": type }, "bytes");

describe("a good address", () => {
  test("a page is read once more with GET, to see what it says", async () => {
    expect(await visit({})).toEqual({ state: "fine", why: "", asked: ["HEAD /a", "GET /a"] });
  });

  test("a file needs no more than HEAD", async () => {
    expect(await visit({ "/a.pdf": file("application/pdf") }, "/a.pdf")).toEqual({ state: "fine", why: "", asked: ["HEAD /a.pdf"] });
  });

  test.each([
    ["405", answer(405)],
    ["404", answer(404)],
    ["500", answer(500)],
    ["a reset", reset],
    ["silence", silent],
  ])("HEAD answered with %s counts for nothing when GET is answered", async (_, refusal) => {
    const behaviour: Behaviour = (request, response, times) =>
      (request.method === "HEAD" ? refusal : page("A talk"))(request, response, times);
    expect(await visit({ "/a": behaviour }, "/a", timeoutOf([refusal]))).toMatchObject({ state: "fine", asked: ["HEAD /a", "GET /a"] });
  });

  test("trouble that passes is waited for", async () => {
    const trouble = inTurn(answer(503), answer(502), reset, page("A talk"));
    expect(await visit({ "/a": trouble })).toMatchObject({ state: "fine", asked: ["HEAD /a", "GET /a", "GET /a", "GET /a"] });
  });

  test("429 is waited for as long as Retry-After says, in seconds or until a date", async () => {
    for (const after of [
      { "retry-after": "1" },
      { date: "Thu, 01 Jan 2026 00:00:00 GMT", "retry-after": "Thu, 01 Jan 2026 00:00:01 GMT" },
    ]) {
      const server = await startServer({ "/a": inTurn(answer(429, after), page("A talk")) });
      expect(await verdict(`${server.origin}/a`)).toMatchObject({ state: "fine" });
      const [head, get] = server.log.slice(1);
      expect((get?.at ?? 0) - (head?.at ?? 0)).toBeGreaterThan(950);
    }
  });

  test("redirects that are not for good are no move", async () => {
    expect(await visit({ "/a": redirect("/b", 302) })).toMatchObject({ state: "fine", asked: ["HEAD /a", "HEAD /b", "GET /b"] });
  });
});

describe("an address that has moved", () => {
  test("for good, over several steps", async () => {
    expect(await visit({ "/a": redirect("/b", 308), "/b": redirect("c?d=1") })).toMatchObject({ state: "moved", to: "/c?d=1" });
  });

  test("is at the last place that is for good", async () => {
    expect(await visit({ "/a": redirect("/b"), "/b": redirect("/c", 307) })).toMatchObject({ state: "moved", to: "/b" });
  });

  test("to a place that is dead is dead", async () => {
    expect(await visit({ "/a": redirect("/b"), "/b": answer(404) })).toMatchObject({
      state: "dead",
      why: "it leads to /b, and there the host answers 404 (Not Found)",
    });
  });
});

test("a redirect written in another encoding than UTF-8 is followed byte by byte", async () => {
  const asked: string[] = [];
  const origin = await startSocket((socket) =>
    socket.on("data", (data) => {
      const [, path = ""] = / (\S+) /.exec(data.toString("latin1")) ?? [];
      asked.push(path);
      const head = path === "/a" ? "301 Moved\r\nlocation: /caf\u00e9.pdf" : "200 OK\r\ncontent-type: application/pdf";
      socket.end(Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`, "latin1"));
    }),
  );
  expect(await verdict(`${origin}/a`)).toMatchObject({ state: "moved", to: `${origin}/caf%E9.pdf` });
  expect(asked).toEqual(["/robots.txt", "/a", "/caf%E9.pdf"]);
});

describe("a dead address", () => {
  test.each([404, 410])("%d", async (status) => {
    expect(await visit({ "/a": page("Gone", "", status) })).toMatchObject({ state: "dead", asked: ["HEAD /a", "GET /a"] });
  });

  test("is dead for GET: a redirect that HEAD alone gets counts for nothing", async () => {
    const strange: Behaviour = (request, ...rest) =>
      (request.method === "HEAD" ? redirect("/no-head", 302) : page("A talk"))(request, ...rest);
    expect(await visit({ "/a": strange, "/no-head": answer(404) })).toEqual({
      state: "fine",
      why: "",
      asked: ["HEAD /a", "HEAD /no-head", "GET /no-head", "GET /a"],
    });
  });

  test("a host that is not there", async () => {
    const resolve = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    expect(await verdict("http://gone.example/a", { resolve })).toEqual({ state: "dead", why: "there is no such host" });
  });
});

describe("a suspicious address", () => {
  test.each<[string, Record<string, Behaviour>, string, string?]>([
    ["a circle", { "/a": redirect("/b"), "/b": redirect("/a") }, "its redirects lead round in a circle"],
    ["a way to itself", { "/a": redirect("/a#x", 302) }, "its redirects lead round in a circle"],
    ["the home page", { "/a": redirect("/") }, "it leads to the home page of"],
    ["a login page", { "/a": redirect("/users/sign_in?next=/a", 302) }, "it leads to a login page"],
    [
      "a page that asks for a password",
      { "/a": redirect("/b", 302), "/b": page("Hello", '<input name="p" type="password">') },
      "it leads to a page that asks for a password",
    ],
    ["an error page with 200", { "/a": page("Sorry – Page not found") }, "the page calls itself “Sorry – Page not found”"],
    [
      "an error page in its heading",
      { "/a": answer(200, { "content-type": "text/html" }, "<title>Us</title><h1>This <b>video</b> is unavailable</h1>") },
      "the page calls itself “This video is unavailable”",
    ],
    [
      "a parked domain",
      { "/a": page("example.org", "<p>This domain is for sale!</p>") },
      "the page says that its domain is for sale or parked",
    ],
    ["a video site without its video", { "/a": page("- VideoTube") }, "the title of the page, “- VideoTube”, names nothing"],
    ["an empty page", { "/a": answer(200, { "content-type": "text/html" }) }, "an empty page comes"],
    [
      "an empty file",
      { "/a.pdf": answer(200, { "content-type": "application/pdf", "content-length": "0" }) },
      "an empty file comes",
      "/a.pdf",
    ],
    ["another scheme", { "/a": redirect("mailto:ada@example.org") }, "it leads to mailto:ada@example.org, which is no web address"],
    ["an address that cannot be read", { "/a": redirect("http://[::x]:99999/") }, "the host answers 301 (Moved Permanently)"],
    ["an odd status", { "/a": answer(300) }, "the host answers 300 (Multiple Choices)"],
  ])("%s", async (_, behaviours, why, path) => {
    expect(await visit(behaviours, path)).toMatchObject({ state: "suspicious", why: expect.stringContaining(why) });
  });

  test("endless redirects end", async () => {
    const found = await visit({ ...Object.fromEntries([...Array(30).keys()].map((n) => [`/${n}`, redirect(`/${n + 1}`)])) }, "/0");
    expect(found).toMatchObject({ state: "suspicious" });
    expect(found.asked.length).toBeLessThan(15);
  });

  test("a page in place of a file", async () => {
    expect(await visit({ "/a.PDF": page("Viewer") }, "/a.PDF")).toMatchObject({
      state: "suspicious",
      why: "a web page comes in place of a file that ends in `.pdf`",
    });
    expect(await visit({ "/blob/a.pdf": page("Viewer") }, "/blob/a.pdf")).toMatchObject({ state: "fine" });
  });

  test("a talk that speaks of errors is none", async () => {
    expect(await visit({ "/a": page("Faults we found", "<p>The page was not found. 404. Buy this book.</p>") })).toMatchObject({
      state: "fine",
    });
  });
});

describe("what cannot be told", () => {
  test.each<[string, Behaviour, string]>([
    ["silence", silent, "the host does not answer in time"],
    ["resets", reset, "the host breaks the connection off"],
    ["errors that do not pass", answer(500), "the host answers 500 (Internal Server Error)"],
  ])("%s", async (_, behaviour, why) => {
    const { origin } = await startServer({ "/a": behaviour });
    expect(await verdict(`${origin}/a`, { timeout: timeoutOf([behaviour]) })).toEqual({ state: "unsure", why });
  });

  test("redirects to odd places are followed no further than they go", async () => {
    for (const to of ["//", "http:///x", "http://a b/", "http://127.0.0.1:0/", "\\\\x\\y", "/\u00ff\u0000", "?\u2028"]) {
      const { origin } = await startServer({
        "/a": (_, response) => void response.socket?.end(`HTTP/1.1 302 Found\r\nlocation: ${to}\r\n\r\n`),
      });
      const resolve = () => Promise.reject(Object.assign(new Error("no"), { code: "EAI_AGAIN" }));
      expect(["unsure", "suspicious"]).toContain((await verdict(`${origin}/a`, { resolve })).state);
    }
  });

  test("no server at the port", async () => {
    const { origin } = await startServer({});
    const port = Number(new URL(origin).port);
    expect(await verdict(`http://127.0.0.1:${port === 1 ? 2 : 1}/a`)).toEqual({ state: "unsure", why: "the host refuses the connection" });
  });

  test("certificates that are not valid", async () => {
    for (const tls of [selfSigned(), selfSigned({ name: "other.example" }), selfSigned({ until: "20200201000000Z" })]) {
      const { origin, log } = await startServer({}, tls);
      expect(await verdict(`${origin}/a`)).toEqual({ state: "unsure", why: "the certificate of the host is not valid" });
      expect(log).toEqual([]);
    }
  });

  test("HTTP where TLS is expected, noise where HTTP is expected, and heads that never end", async () => {
    const { origin } = await startServer({});
    expect((await verdict(`${origin.replace("http:", "https:")}/a`)).state).toBe("unsure");
    const noise = await startSocket((socket) => void socket.end("SSH-2.0-noise\r\n\r\n"));
    expect(await verdict(`${noise}/a`)).toEqual({ state: "unsure", why: "the host does not answer as a web server should" });
    const head = await startSocket((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => socket.write(`x-more: ${"x".repeat(8000)}\r\n`), 5);
      socket.on("close", () => clearInterval(timer));
    });
    expect((await verdict(`${head}/a`)).state).toBe("unsure");
  });

  test.each(["3600", "99999999999999"])("a host that wants to be left alone for long is, with all its addresses: %s", async (seconds) => {
    const server = await startServer({ "/a": answer(429, { "retry-after": seconds }) });
    const one = prober();
    for (const path of ["/a", "/b", "/c"])
      expect(judge(server.origin + path, await one.visit(server.origin + path))).toEqual({
        state: "unsure",
        why: "the host wants to be asked later",
      });
    expect(server.log.map(({ asked }) => asked)).toEqual(["GET /robots.txt", "HEAD /a"]);
  });

  test("a host that says 429 again and again is left alone, and one that is always in trouble is given up", async () => {
    const busy = await startServer({ "/a": answer(429) });
    const broken = await startServer({ ...Object.fromEntries("abcdefgh".split("").map((path) => [`/${path}`, answer(503)])) });
    const one = prober();
    for (const path of "abcdefgh") {
      expect(judge("http://x/", await one.visit(`${busy.origin}/${path}`)).why).toBe("the host wants to be asked later");
      expect(judge("http://x/", await one.visit(`${broken.origin}/${path}`)).state).toBe("unsure");
    }
    expect(busy.log.map(({ asked }) => asked)).toEqual(["GET /robots.txt", "HEAD /a", "GET /a", "GET /a", "GET /a"]);
    expect(new Set(broken.log.map(({ asked }) => asked.slice(-2)))).toEqual(new Set(["xt", "/a", "/b", "/c"]));
  });

  test("a host that never answers is given up", async () => {
    const server = await startServer({ ...Object.fromEntries("abcdefgh".split("").map((path) => [`/${path}`, reset])) });
    const one = prober();
    for (const path of "abcdefgh") expect(judge("http://x/", await one.visit(`${server.origin}/${path}`)).state).toBe("unsure");
    expect(new Set(server.log.map(({ asked }) => asked.slice(-2)))).toEqual(new Set(["xt", "/a", "/b", "/c"]));
  });
});

test.each([401, 403, 451, 999])("status %d is closed to programs, which is no death", async (status) => {
  expect(await visit({ "/a": answer(status) })).toMatchObject({ state: "closed" });
});

describe("bodies", () => {
  test("that never end, or hold more than anybody reads, are cut", async () => {
    for (const behaviour of [endless, huge]) {
      const before = process.memoryUsage().arrayBuffers;
      expect(await visit({ "/a": behaviour })).toMatchObject({ state: "fine" });
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
    }
  });

  test("that break off are cut, for the answer has come", async () => {
    for (const isReset of [false, true])
      expect(await visit({ "/a": brokenOff(200, isReset) })).toMatchObject({ state: "fine", asked: ["HEAD /a", "GET /a"] });
    expect(await visit({ "/a": brokenOff(404) })).toMatchObject({ state: "dead", asked: ["HEAD /a", "GET /a"] });
  });

  test("made to keep the reader busy are read in no time", async () => {
    const seconds = await cpuSecondsOf(async () => {
      for (const piece of ["<h1", "<", "<input ", "<title>", "domain "])
        await visit({ "/a": answer(200, { "content-type": "text/html" }, piece.repeat(Math.floor((1 << 19) / piece.length))) });
    });
    expect(seconds).toBeLessThan(10);
  });

  test("that are compressed are not looked into", async () => {
    expect(await visit({ "/a": answer(200, { "content-type": "text/html", "content-encoding": "gzip" }, "\u001f\u008b") })).toMatchObject({
      state: "fine",
    });
  });
});

describe("robots.txt", () => {
  test("is asked once for a host, and heeded, also behind a redirect", async () => {
    const server = await startServer({
      "/robots.txt": answer(200, {}, "User-agent: *\nDisallow: /secret/\n"),
      "/b": redirect("/secret/b"),
    });
    const one = prober();
    const states = [];
    for (const path of ["/a", "/secret/a", "/b"]) states.push(judge("http://x/", await one.visit(server.origin + path)).state);
    expect(states).toEqual(["fine", "robots", "robots"]);
    expect(server.log.map(({ asked }) => asked)).toEqual(["GET /robots.txt", "HEAD /a", "GET /a", "HEAD /b"]);
    expect(server.log[0]?.agent).toMatch(/^conference-archive-links\/1\.0/);
  });

  test("in trouble closes the host, missing opens it", async () => {
    expect(await visit({ "/robots.txt": answer(503) })).toEqual({ state: "unsure", why: "the host wants to be asked later", asked: [] });
    expect((await visit({ "/robots.txt": inTurn(answer(503), answer(200)) })).state).toBe("fine");
    expect((await visit({ "/robots.txt": answer(403) })).state).toBe("fine");
    expect((await visit({ "/robots.txt": huge })).state).toBe("fine");
    expect((await visit({ "/robots.txt": redirect("/robots.txt") })).state).toBe("fine");
  });
});

describe("politeness", () => {
  test("one request at a time to a host, with a pause after each; hosts do not wait for each other", async () => {
    const [first, second] = [await startServer({}), await startServer({})];
    const one = prober({ delay: 100 });
    await Promise.all([first, second].flatMap(({ origin }) => ["/a", "/b", "/c"].map((path) => one.visit(origin + path))));
    for (const { log, most } of [first, second]) {
      expect(most()).toBe(1);
      expect(log).toHaveLength(7);
      for (const [index, { at }] of log.entries()) if (index > 0) expect(at - (log[index - 1]?.at ?? 0)).toBeGreaterThan(95);
    }
    expect(second.log[1]?.at).toBeLessThan(first.log.at(-1)?.at ?? 0);
  });
});

describe("private addresses", () => {
  const closed = { allowPrivate: false };

  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/",
    "http://[fd00::1]/",
    "https://10.0.0.1/",
  ])("%s is never asked", async (address) => {
    expect(await verdict(address, closed)).toEqual({ state: "private", why: "it leads to a private or local address" });
  });

  test("a name that means this machine is never asked", async () => {
    const server = await startServer({});
    const address = `http://localhost:${new URL(server.origin).port}/a`;
    expect(await verdict(address, closed)).toMatchObject({ state: "private" });
    expect(server.log).toEqual([]);
  });

  test("a name that changes its meaning between two looks (DNS rebinding) reaches nothing", async () => {
    const server = await startServer({});
    const { port } = new URL(server.origin);
    // Every connection is made to what its own look found, so no earlier look can vouch for it.
    const looks: string[] = [];
    const resolve = async (host: string) => {
      looks.push(host);
      if (looks.length === 1) throw Object.assign(new Error("later"), { code: "EAI_AGAIN" });
      return [{ address: "127.0.0.1", family: 4 }];
    };
    expect(await verdict(`http://rebind.example:${port}/a`, { ...closed, resolve })).toMatchObject({ state: "private" });
    expect(looks).toHaveLength(2);
    const mixed = async () => [
      { address: "127.0.0.1", family: 4 },
      { address: "::ffff:7f00:1", family: 6 },
    ];
    expect(await verdict(`http://mixed.example:${port}/a`, { ...closed, resolve: mixed })).toMatchObject({ state: "private" });
    expect(server.log).toEqual([]);
  });

  test("a redirect into the network is not followed", async () => {
    // The name may be asked, as if it were public; where it leads may not.
    const server = await startServer({ "/a": redirect("http://169.254.169.254/latest/meta-data/") });
    const send = createRequests({ timeout: 60_000, userAgent: AGENT, allowPrivate: false });
    const through = createRequests({ timeout: 60_000, userAgent: AGENT, allowPrivate: true });
    const one = new Prober({
      send: (method, url) => (url.origin === server.origin ? through : send)(method, url),
      turns: new Turns(0),
      agent: AGENT,
      backoff: 5,
      longestWait: 100,
    });
    const address = `${server.origin}/a`;
    expect(judge(address, await one.visit(address))).toEqual({
      state: "private",
      why: "it leads to http://169.254.169.254/latest/meta-data/, and there it leads to a private or local address",
    });
  });
});

test("an address of any length that it leads to is told in short", async () => {
  const long = `/${"a".repeat(50_000)}`;
  const server = await startServer({
    "/": redirect(long),
    [long]: answer(403),
    "/login": redirect(`/login${long}`),
    "/other": redirect(`x:${long}`),
  });
  for (const path of ["/", "/login", "/other"]) expect((await verdict(server.origin + path)).why.length, path).toBeLessThan(400);
});
