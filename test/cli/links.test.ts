/** `links` as an editor runs it, against servers of this machine. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answer, page, redirect, type Running, startServer, startSocket } from "../preservation/links/servers.ts";
import { selfSigned } from "../support/certificate.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, SITE, temporaryFolder } from "../support/content.ts";

const EVENT = "---\nname: Little Conference 2020\nstartDate: 2020-05-04\n---\n";
const copyOf = (url: string) =>
  answer(
    200,
    {},
    JSON.stringify({ archived_snapshots: { closest: { status: "200", available: true, url, timestamp: "20200601000000" } } }),
  );

/** Content whose outside addresses are all on these servers. */
async function world(): Promise<{
  content: string;
  talk: string;
  server: Running;
  other: Running;
  run: (...args: string[]) => ReturnType<typeof archive>;
}> {
  const server = await startServer({
    "/dead.pdf": answer(404),
    "/dead-video": answer(410),
    "/gone": answer(404),
    "/moved": redirect("/new"),
    "/wayback": (request, response, times) =>
      (request.url?.includes("dead.pdf")
        ? copyOf("https://web.archive.org/web/2020/dead.pdf")
        : answer(200, {}, '{"archived_snapshots":{}}'))(request, response, times),
  });
  const other = await startServer({ "/soft": page("Page not found") });
  const [a, b] = [server.origin, other.origin];
  const content = folderOf({
    "site.yaml": SITE.replaceAll("https://example.org/", `${b}/`),
    "events/2020-spring/event.md": EVENT,
    "events/2020-spring/talks/a-talk.md": `---\ntitle: A talk\nslides: ${a}/dead.pdf # the slides\nvideo:\n  url: ${a}/dead-video\nsources:\n  - ${a}/gone\n  - ${a}/page#one\n---\n\nSee [the page](${a}/page#two), or <${b}/soft>.\n\nAnd ${a}/moved too.\n`,
    "events/2020-spring/talks/b-talk.md": `---\ntitle: B talk\nslides:\n  url: ${a}/known-dead\n  unavailable: 2020-01-01\n---\n`,
  });
  const cache = temporaryFolder();
  const run = (...args: string[]) =>
    archive(["links", "--content", content, "--cache", cache, "--delay", "0", "--timeout", "2", ...args], {
      SOURCE_DATE_EPOCH: "1790000000",
      GITHUB_STEP_SUMMARY: "",
    });
  return { content, talk: join(content, "events/2020-spring/talks/a-talk.md"), server, other, run };
}

const asked = ({ log }: Running) => log.map((one) => one.asked).filter((one) => one !== "GET /robots.txt");

describe("links", () => {
  test("asks every outside address once, and tells of each that needs a look where it stands", async () => {
    const { server, other, run } = await world();
    const { code, stdout, stderr } = await run("--allow-private", "--format", "json");
    expect(code).toBe(1);
    const told = JSON.parse(stdout).problems.map(({ rule, severity, line, column, message }: Record<string, unknown>) => [
      `${line}:${column}`,
      severity,
      rule,
      String(message).replaceAll(server.origin, "A").replaceAll(other.origin, "B"),
    ]);
    expect(told).toEqual([
      ["3:9", "error", "dead-link", "`A/dead.pdf` is dead: the host answers 404 (Not Found)."],
      ["5:8", "error", "dead-link", "`A/dead-video` is dead: the host answers 410 (Gone)."],
      ["7:5", "warning", "dead-link", "`A/gone` is dead: the host answers 404 (Not Found)."],
      [expect.stringMatching(/^11:/), "warning", "suspicious-link", "`B/soft` answers, but the page calls itself “Page not found”."],
      ["13:5", "warning", "moved-link", "`A/moved` has moved for good to `A/new`."],
    ]);
    expect(stderr).toBe("7 addresses: 2 fine, 1 moved, 3 dead, 1 suspicious. 1 more marked as unavailable before.\n");
    expect(asked(server).filter((one) => one === "GET /page")).toHaveLength(1);
    expect(asked(server).filter((one) => one.includes("known-dead"))).toEqual([]);
    expect(server.log[0]?.agent).toBe("conference-archive-links/1.0 (+https://little.example.org/)");
  });

  test("stops when its time is over, says so, and goes on the next time", async () => {
    const { run } = await world();
    const first = await run("--allow-private", "--max-time", "1e-12");
    expect(first.stderr).toBe(
      "7 addresses. 7 were not asked, since the time of `--max-time` is over: run it again, and it goes on. 1 more marked as unavailable before.\n",
    );
    expect((await run("--allow-private")).stderr).toContain("7 addresses: 2 fine");
    expect((await run("--max-time", "0")).stderr).toContain("Write a number of minutes");
  });

  test("comes to its end when a server answers 101, and goes to no link-local address even when private ones are allowed", async () => {
    const switching = await startSocket((socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")),
    );
    const server = await startServer({ "/inward": redirect("http://169.254.169.254/latest/meta-data/") });
    const content = folderOf({
      "site.yaml": SITE.replaceAll("https://example.org/", `${server.origin}/`),
      "events/2020-spring/event.md": EVENT,
      "events/2020-spring/talks/a-talk.md": `---\ntitle: A talk\nslides: ${switching}/a.pdf\nvideo: ${server.origin}/inward\n---\n`,
    });
    const { code, stdout, stderr } = await archive(
      [
        "links",
        "--content",
        content,
        "--cache",
        temporaryFolder(),
        "--delay",
        "0",
        "--timeout",
        "2",
        "--allow-private",
        "--format",
        "json",
      ],
      { GITHUB_STEP_SUMMARY: "" },
    );
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^\d addresses: /)]);
    expect(stdout).toContain("does not answer as a web server should");
    expect(stdout).toContain("it leads to a private or local address");
  });

  test("goes to no private address unless told", async () => {
    const { server, other, run } = await world();
    const { code, stdout, stderr } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain("[private-link]");
    expect(stderr).toContain("7 addresses: 7 private.");
    expect([...server.log, ...other.log]).toEqual([]);
  });

  test("remembers: a second run asks nothing again, and `--again` does", async () => {
    const { server, run } = await world();
    const first = await run("--allow-private");
    const before = server.log.length;
    const second = await run("--allow-private");
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toContain("7 of them from the cache.");
    expect(server.log.length).toBe(before);
    await run("--allow-private", "--again");
    expect(server.log.length).toBe(2 * before);
  });

  test("paths narrow what is asked", async () => {
    const { content, server, other, run } = await world();
    const { code, stderr } = await run("--allow-private", join(content, "site.yaml"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "1 address: 1 fine.\n" });
    expect(asked(server)).toEqual([]);
    expect(asked(other)).toEqual(["HEAD /", "GET /"]);
    expect(await run(join(content, "nowhere"))).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no file or folder/) });
  });

  test("`--fix` marks dead slides and videos with the day and a copy, and touches nothing else", async () => {
    const { content, talk, server, run } = await world();
    const before = readFileSync(talk, "utf8");
    const { code, stderr } = await run("--allow-private", "--fix", "--wayback", `${server.origin}/wayback`);
    expect(code).toBe(0);
    expect(stderr).toContain(`Marked ${server.origin}/dead.pdf in ${talk}, with a copy of 2020-06-01\n`);
    expect(readFileSync(talk, "utf8")).toBe(
      before
        .replace(
          /slides: (.*)\n/,
          "slides:\n  url: $1\n  unavailable: 2026-09-21\n  archived: https://web.archive.org/web/2020/dead.pdf\n  archivedOn: 2020-06-01\n",
        )
        .replace(/(url: .*dead-video)\n/, "$1\n  unavailable: 2026-09-21\n"),
    );
    expect(server.log.find((one) => one.asked.startsWith("GET /wayback"))?.asked).toContain("timestamp=20200504");
    expect((await archive(["check", "--content", content])).code).toBe(0);
    const again = await run("--allow-private");
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("3 more marked as unavailable before.") });
  });

  test("without a network nothing is declared dead", async () => {
    const content = folderOf({
      "site.yaml": SITE.replaceAll("https://example.org/", "https://archive-links.invalid/"),
      "events/2020-spring/event.md": EVENT,
      "events/2020-spring/talks/a-talk.md": "---\ntitle: A talk\nslides: https://two.archive-links.invalid/a.pdf\n---\n",
    });
    const { code, stdout } = await archive(["links", "--content", content, "--cache", temporaryFolder(), "--delay", "0", "--fix"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("[dead-link]");
    expect(stdout).toContain("[unsure-link]");
  });

  test("a run that is killed goes on where it was", async () => {
    const server = await startServer({});
    const pages = [...Array(8).keys()].map((index) => `${server.origin}/${index}`);
    const content = folderOf({
      "site.yaml": SITE.replaceAll("https://example.org/", `${server.origin}/`),
      "events/2020-spring/event.md": EVENT,
      "events/2020-spring/talks/a-talk.md": `---\ntitle: A talk\nsources:\n${pages.map((one) => `  - ${one}\n`).join("")}---\n`,
    });
    const cache = temporaryFolder();
    const args = ["links", "--content", content, "--cache", cache, "--delay", "0.05", "--allow-private"];
    const child = spawn(process.execPath, ["src/cli/start.js", ...args], { cwd: PROJECT, stdio: "ignore" });
    while (!asked(server).includes("HEAD /4")) await new Promise((done) => setTimeout(done, 5));
    child.kill("SIGKILL");
    await new Promise((done) => child.on("close", done));
    // What a kill in the middle of a line leaves.
    writeFileSync(join(cache, "results.jsonl"), `${readFileSync(join(cache, "results.jsonl"), "utf8")}{"version":1,"addr`);
    const { code, stderr } = await archive(args);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^9 addresses: 9 fine\. [45] of them from the cache\.\n$/);
    for (const index of [0, 1, 2]) expect(asked(server).filter((one) => one === `GET /${index}`)).toHaveLength(1);
  });

  test("certificates are checked, as a browser checks them", async () => {
    const tls = selfSigned();
    const server = await startServer({}, tls);
    const trusted = join(folderOf({ "ca.pem": tls.cert }), "ca.pem");
    const content = folderOf({ "site.yaml": SITE.replaceAll("https://example.org/", `${server.origin}/`) });
    const run = (environment: Record<string, string>) =>
      archive(["links", "--content", content, "--cache", temporaryFolder(), "--delay", "0", "--allow-private"], environment);
    expect((await run({})).stdout).toContain("cannot be told: the certificate of the host is not valid.");
    expect((await run({ NODE_TLS_REJECT_UNAUTHORIZED: "0" })).stdout).toContain(
      "cannot be told: the certificate of the host is not valid.",
    );
    expect((await run({ NODE_EXTRA_CA_CERTS: trusted })).stderr).toBe("1 address: 1 fine.\n");
  });

  test("options that make no sense are told", async () => {
    for (const [option, value] of [
      ["--delay", "soon"],
      ["--hosts", "0"],
      ["--wayback", "archive.org"],
    ] as const)
      expect((await archive(["links", option, value])).code).toBe(1);
  });
});
