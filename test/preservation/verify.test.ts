/** What was published stays: the ledger of addresses and media, as an editor and as CI meet it. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lockFolder } from "../../src/build/lock.ts";
import { placeToWait } from "../../src/cli/one-at-a-time.ts";
import { extendLedger, readLedger } from "../../src/preservation/ledger.ts";
import { archive, whileWaiting } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { serveFolder } from "../support/served.ts";

const SITE = {
  "index.html": "home",
  "404.html": "lost",
  "robots.txt": "",
  "sitemap.xml": "",
  _redirects: "",
  "assets/site-0123456789.css": "",
  "admin/index.html": "",
  "presentations/talks-0123456789.json": "{}",
  ".archive-output": "",
  "events/2020-spring/index.html": "event",
  "events/2020-spring/agenda/index.html": "agenda",
  "events/2020-spring/agenda/2020-05-04/index.html": "day",
  "events/2020-spring/slides.zip": "zip",
  "old/T1.html": "moved",
  "old/käse %.html": "odd",
  "media/a.pdf": "%PDF-1.4",
  "media/with\nline\\break.bin": "odd",
};
const ADDRESSES = `/
/events/2020-spring/
/events/2020-spring/agenda/
/events/2020-spring/agenda/2020-05-04/
/events/2020-spring/slides.zip
/old/T1.html
/old/k%C3%A4se%20%25.html
`;

/** A built site with its ledger. */
async function published(): Promise<{ site: string; ledger: string; run: (...args: string[]) => ReturnType<typeof archive> }> {
  const [site, ledger] = [folderOf(SITE), join(temporaryFolder(), ".ledger")];
  const run = (...args: string[]) => archive(["verify", site, "--ledger", ledger, ...args], { GITHUB_STEP_SUMMARY: "" });
  expect(await run("--update")).toMatchObject({ code: 0, stdout: "No problems.\n" });
  return { site, ledger, run };
}

describe("verify", () => {
  test("writes a sorted ledger that says all addresses, and checksums that sha256sum confirms", async () => {
    const { site, ledger, run } = await published();
    expect(readFileSync(join(ledger, "addresses.txt"), "utf8")).toBe(ADDRESSES);
    const check = spawnSync("sha256sum", ["--check", "--strict", join(ledger, "media.sha256")], {
      cwd: join(site, "media"),
      encoding: "utf8",
    });
    expect(check.stderr).toBe("");
    expect(check.stdout.trim().split("\n")).toHaveLength(2);
    expect(await run()).toEqual({ code: 0, stdout: "No problems.\n", stderr: "" });
  });

  test("keeps what another run adds at the same time", async () => {
    const { site, ledger } = await published();
    const release = await lockFolder(placeToWait(ledger), () => {});
    const run = await whileWaiting(["verify", site, "--ledger", ledger, "--update"], () => {
      writeFileSync(join(ledger, "addresses.txt"), `${ADDRESSES}/z/\n`);
      writeFileSync(join(site, "z.html"), "new");
      release();
    });
    expect(readFileSync(join(ledger, "addresses.txt"), "utf8")).toBe(`${ADDRESSES}/z.html\n/z/\n`);
    expect(run.stdout).toContain("/z/");
  });

  test("fails when an address, a file or media is lost, and tells where it was promised", async () => {
    const { site, run } = await published();
    for (const gone of ["old/T1.html", "events/2020-spring/slides.zip", "media/a.pdf"]) rmSync(join(site, gone));
    const { code, stdout } = await run();
    expect(code).toBe(1);
    const told = stdout.replace(/\S*\/\.ledger/g, ".ledger");
    expect(told).toContain(`.ledger/addresses.txt:5:1 error [lost-address]
  \`/events/2020-spring/slides.zip\` was published, and this site has no file there.
  5 | /events/2020-spring/slides.zip
    | ${"^".repeat(30)}
  → Bring it back. What has to go is taken out with \`npm run archive -- remove\`, which keeps its address.

.ledger/addresses.txt:6:1 error [lost-address]
  \`/old/T1.html\` was published, and this site has no page there.
  6 | /old/T1.html
    | ${"^".repeat(12)}
  → Add \`/old/T1.html\` to the \`formerUrls\` of the record that takes its place. What has to go is taken out with \`npm run archive -- remove\`, which keeps its address.

.ledger/media.sha256:1:1 error [lost-media]
  The media file \`a.pdf\` was published, and this site does not have it.
`);
    expect(told).toContain("  → Bring it back to `assets/media/`, and name it in a record or link to it from a page.");
    expect(stdout).toContain("3 errors in 2 files.");
  });

  test("fails when the bytes of media changed, also when it is told to update", async () => {
    const { site, ledger, run } = await published();
    const before = readFileSync(join(ledger, "media.sha256"), "utf8");
    writeFileSync(join(site, "media/a.pdf"), "%PDF-1.5");
    writeFileSync(join(site, "new.html"), "new");
    const { code, stdout } = await run("--update", "--format", "json");
    expect(code).toBe(1);
    const [problem, ...more] = JSON.parse(stdout).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ rule: "changed-media", severity: "error" });
    expect(problem.message).toMatch(
      /^The bytes of the media file `a\.pdf` are not the published ones: SHA-256 was [0-9a-f]{64} and is [0-9a-f]{64}\.$/,
    );
    expect(readFileSync(join(ledger, "media.sha256"), "utf8")).toBe(before);
    expect(readFileSync(join(ledger, "addresses.txt"), "utf8")).toContain("/new.html\n");
  });

  test("a former address that leads on, and a list that became shorter, are no loss", async () => {
    const { site, run } = await published();
    writeFileSync(join(site, "old/T1.html"), '<meta http-equiv="refresh" content="0; url=/">');
    rmSync(join(site, "events/2020-spring/agenda/2020-05-04"), { recursive: true });
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain("warning [lost-part]");
  });

  test("a part of the index of talks, whose name changes with its content, is no loss, also where an earlier program has noted it", async () => {
    const { ledger, run } = await published();
    writeFileSync(join(ledger, "addresses.txt"), `${ADDRESSES}/presentations/talks-1.json\n`);
    expect(await run()).toEqual({ code: 0, stdout: "No problems.\n", stderr: "" });
  });

  test("the ledger only grows: an update keeps what the site has lost", async () => {
    const { site, ledger, run } = await published();
    rmSync(join(site, "old"), { recursive: true });
    expect((await run("--update")).code).toBe(1);
    expect(readFileSync(join(ledger, "addresses.txt"), "utf8")).toBe(ADDRESSES);
  });

  test.each(["addresses.txt", "media.sha256"])("fails when %s is lost, and writes nothing", async (name) => {
    const { ledger, run } = await published();
    rmSync(join(ledger, name));
    for (const args of [[], ["--update"], ["--media"]]) {
      const { code, stderr } = await run(...args);
      expect(code).toBe(1);
      expect(stderr).toMatch(new RegExp(`^There is no \`${name}\` in .*, beside the other half of the ledger\\. Get it back`));
    }
    expect(existsSync(join(ledger, name))).toBe(false);
  });

  test("the ledger keeps both lines of one file that a merge left", () => {
    const [here, there] = ["a", "b"].map((digit) => `${digit.repeat(64)}  talk.pdf\n`);
    const ledger = folderOf({ "addresses.txt": "/b/\n", "media.sha256": `${here}${there}` });
    extendLedger(ledger, readLedger(ledger), ["/a/"], [["sketch.pdf", "c".repeat(64)]]);
    expect(readFileSync(join(ledger, "media.sha256"), "utf8")).toBe(`${"c".repeat(64)}  sketch.pdf\n${here}${there}`);
    expect(readFileSync(join(ledger, "addresses.txt"), "utf8")).toBe("/a/\n/b/\n");
  });

  test("reads a ledger that another program has saved", async () => {
    const { ledger, run } = await published();
    for (const name of ["addresses.txt", "media.sha256"])
      writeFileSync(join(ledger, name), `\ufeff${readFileSync(join(ledger, name), "utf8").replaceAll("\n", "\r\n")}`);
    const media = join(ledger, "media.sha256");
    writeFileSync(
      media,
      readFileSync(media, "utf8").replace(/^(\ufeff?)([0-9a-f]{64})/gm, (_, mark, hash) => mark + hash.toUpperCase()),
    );
    expect(await run()).toEqual({ code: 0, stdout: "No problems.\n", stderr: "" });
  });

  test("what another site publishes counts too, before the ledger knows it", async () => {
    const { run } = await published();
    const main = folderOf({ ...SITE, "events/2021-spring/index.html": "new", "media/b.pdf": "%PDF-1.4" });
    const { code, stdout, stderr } = await run("--published", main);
    expect(code).toBe(1);
    expect(stdout).toContain("`/events/2021-spring/` was published");
    expect(stdout).toContain("`b.pdf` was published");
    expect(stderr).toBe("");
  });

  test("new addresses are no error, but it says so", async () => {
    const { site, run } = await published();
    writeFileSync(join(site, "new.html"), "new");
    expect(await run()).toMatchObject({
      code: 0,
      stderr: "New since the ledger: 1 address and 0 media files. `npm run archive -- verify --update` adds them.\n",
    });
  });

  test("what a merge left behind is an error, and is not written over", async () => {
    const { ledger, run } = await published();
    const torn = `<<<<<<< main\n${ADDRESSES}>>>>>>> branch\n`;
    writeFileSync(join(ledger, "addresses.txt"), torn);
    const { code, stdout } = await run("--update", "--format", "github");
    expect(code).toBe(1);
    expect(stdout.match(/title=ledger-line/g)).toHaveLength(2);
    expect(readFileSync(join(ledger, "addresses.txt"), "utf8")).toBe(torn);
  });

  test("says what is missing: the site, the ledger", async () => {
    expect(await archive(["verify", temporaryFolder()])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no built site in/),
    });
    expect(await archive(["verify", folderOf(SITE), "--ledger", temporaryFolder()])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no ledger in .* Write one with `npm run archive -- verify --update`/),
    });
  });
});

describe("fixity", () => {
  const MEDIA = { "media/a.pdf": "%PDF-1.4 a", "media/b.pdf": "%PDF-1.4 b", "media/2020/c d.pdf": "%PDF-1.4 c" };

  /** Assets whose media are all in a ledger, and a command that runs with both. */
  async function kept() {
    const [assets, ledger] = [folderOf(MEDIA), join(temporaryFolder(), ".ledger")];
    const site = folderOf({ ...MEDIA, "index.html": "home" });
    await archive(["verify", site, "--ledger", ledger, "--update"]);
    const run = (...args: string[]) =>
      archive(["verify", "--assets", assets, "--ledger", ledger, ...args], { SOURCE_DATE_EPOCH: "1790000000" });
    return { assets, site, run };
  }

  test("is read anew, byte by byte, and reported with the day", async () => {
    const { assets, run } = await kept();
    const report = join(temporaryFolder(), "fixity.json");
    expect(await run("--media", "--report", report)).toEqual({
      code: 0,
      stdout: "",
      stderr: "Read 3 media files on 2026-09-21: 3 good, 0 changed, 0 missing, 0 not in the ledger.\n",
    });
    // One bit of one file, the size and the times as before.
    const { atime, mtime } = statSync(join(assets, "media/a.pdf"));
    writeFileSync(join(assets, "media/a.pdf"), "%PDF-1.4 `");
    utimesSync(join(assets, "media/a.pdf"), atime, mtime);
    rmSync(join(assets, "media/b.pdf"));
    writeFileSync(join(assets, "media/new.pdf"), "%PDF-1.4");
    const { code, stdout } = await run("--media", "--report", report);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^changed {2}a\.pdf: SHA-256 was [0-9a-f]{64} and is [0-9a-f]{64}\nmissing {2}b\.pdf\nnew {6}new\.pdf\n$/);
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({
      date: "2026-09-21",
      files: 3,
      good: 1,
      missing: ["b.pdf"],
      unknown: ["new.pdf"],
    });
    const undated = await archive(["verify", "--media", "--assets", assets], { SOURCE_DATE_EPOCH: "yesterday" });
    expect(undated).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("SOURCE_DATE_EPOCH is `yesterday`") });
  });

  test("tells what cannot be read, and reads the rest", async () => {
    const { assets, site, run } = await kept();
    rmSync(join(assets, "media/b.pdf"));
    // No text names this file, so that it is there and cannot be read.
    writeFileSync(Buffer.concat([Buffer.from(join(assets, "media/odd-")), Buffer.from([0xff])]), "%PDF-1.4");
    const { code, stdout, stderr } = await run("--media");
    expect(code).toBe(1);
    expect(stdout).toContain("missing  b.pdf\nunread   odd-\ufffd: it cannot be read (ENOENT)\n");
    expect(stderr).toMatch(/: 2 good, 0 changed, 1 missing, 1 not in the ledger, 1 that cannot be read\.\n$/);
    const closed = createServer((request, response) => {
      const isClosed = request.url === "/media/a.pdf";
      response.writeHead(isClosed ? 403 : 200).end(isClosed ? "" : readFileSync(join(site, decodeURIComponent(request.url ?? ""))));
    });
    const origin = await new Promise<string>((done) => {
      closed.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(closed.address() as AddressInfo).port}`));
    });
    expect(await run("--against", origin)).toEqual({
      code: 1,
      stdout:
        "a.pdf: good here; mend the copy (here good, there unreadable)\nb.pdf: good there; mend this one (here missing, there good)\n",
      stderr: `${origin}/media/a.pdf cannot be read (it answers 403).\nCompared 3 media files: 1 good in both, 2 not.\n`,
    });
    closed.close();
  });

  test("looks for what was renamed under its new name, and for what was removed not at all", async () => {
    const { assets, site, run } = await kept();
    const content = folderOf({
      "addresses.yaml": "removed:\n  - { path: /media/a.pdf, date: 2026-09-21 }\nmovedMedia:\n  - { from: b.pdf, to: 2020/talk.pdf }\n",
    });
    renameSync(join(assets, "media/b.pdf"), join(assets, "media/2020/talk.pdf"));
    rmSync(join(assets, "media/a.pdf"));
    expect(await run("--content", content, "--media")).toEqual({
      code: 0,
      stdout: "",
      stderr: "Read 2 media files on 2026-09-21: 2 good, 0 changed, 0 missing, 0 not in the ledger.\n",
    });
    // The copy has what it had before; so would one that has all names.
    const compared = { code: 0, stdout: "", stderr: "Compared 2 media files: 2 good in both, 0 not.\n" };
    expect(await run("--content", content, "--against", site)).toEqual(compared);
    const web = await serveFolder(site);
    expect(await run("--content", content, "--against", web.origin)).toEqual(compared);
    web.close();
    writeFileSync(join(assets, "media/2020/talk.pdf"), "%PDF-1.4 `");
    expect(await run("--content", content, "--media")).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^changed {2}2020\/talk\.pdf: /),
    });
    expect(await run("--content", content, "--against", site)).toMatchObject({
      code: 1,
      stdout: "2020/talk.pdf: good there; mend this one (here changed, there good)\n",
    });
  });

  test("of two copies says which holds the good bytes, in a folder and on the web", async () => {
    const { assets, site, run } = await kept();
    const web = await serveFolder(site);
    for (const place of [site, web.origin]) expect(await run("--against", place)).toMatchObject({ code: 0, stdout: "" });
    writeFileSync(join(assets, "media/a.pdf"), "%PDF-1.4 `");
    writeFileSync(join(site, "media/b.pdf"), "%PDF-1.4 `");
    rmSync(join(site, "media/2020/c d.pdf"));
    rmSync(join(assets, "media/2020/c d.pdf"));
    for (const place of [site, web.origin])
      expect(await run("--against", place)).toEqual({
        code: 1,
        stdout: [
          "2020/c d.pdf: good nowhere; ask another copy (here missing, there missing)",
          "a.pdf: good there; mend this one (here changed, there good)",
          "b.pdf: good here; mend the copy (here good, there changed)",
          "",
        ].join("\n"),
        stderr: "Compared 3 media files: 0 good in both, 3 not.\n",
      });
    web.close();
    const odd = createServer((request, response) => {
      if (request.url?.startsWith("/leads/")) response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
      else if (request.url?.startsWith("/round/")) response.writeHead(302, { location: request.url }).end();
      else response.writeHead(200, { "content-length": "99" }).write("%PDF", () => response.destroy());
    });
    const origin = await new Promise<string>((done) => {
      odd.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(odd.address() as AddressInfo).port}`));
    });
    for (const [path, why] of [
      ["leads", "http://169.254.169.254/latest/ cannot be read (it leads to a private or local address)."],
      ["round", "cannot be read (it leads on more than 5 times)."],
      ["breaks", "cannot be read (the host breaks the connection off)."],
    ])
      expect(await run("--against", `${origin}/${path}/`)).toMatchObject({ code: 1, stderr: expect.stringContaining(why as string) });
    odd.close();
    expect(await run("--against", "http://127.0.0.1:9/")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/media\/.* cannot be read \(/),
    });
    expect(await run("--against", join(site, "nowhere"))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is neither a folder nor the address/),
    });
    for (const name of ["a.pdf", "b.pdf", "2020/c d.pdf"]) writeFileSync(join(site, "media", name), "<h1>Please log in</h1>");
    expect((await run("--against", site)).stderr).toContain("3 not.\nNone of them is good there: is `");
    rmSync(site, { recursive: true });
    mkdirSync(site);
    expect((await run("--against", site)).stderr).toContain("3 not.\nNone of them is there: is `");
  });

  test("is never compared with itself, and takes no option that it would pass over", async () => {
    const { assets, run } = await kept();
    const link = join(temporaryFolder(), "copy");
    symlinkSync(join(assets, "media"), link);
    for (const place of [assets, join(assets, "media"), link])
      expect(await run("--against", place)).toEqual({
        code: 1,
        stdout: "",
        stderr: `\`${place}\` holds these media themselves, and no copy of them.\n`,
      });
    const report = join(temporaryFolder(), "fixity.json");
    expect(await run("--report", report)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ good: 3 });
    for (const args of [
      ["--media", "--against", assets],
      ["--media", "--update"],
      ["--against", assets, "--update"],
      ["--against", assets, "--report", report],
    ])
      expect(await run(...args)).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be used with option") });
  });
});
