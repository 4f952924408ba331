/** Tiny sites, built whole: an empty archive, other content, media, languages, the output folder. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, SITE, temporaryFolder } from "../support/content.ts";
import { filesBelow, readPage } from "../support/html.ts";

const PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

async function build(content: string, ...args: string[]): Promise<string> {
  const site = join(temporaryFolder(), "site");
  const run = await archive(["build", "--content", content, "--output", site, ...args]);
  expect(run.code, run.stderr).toBe(0);
  return site;
}

test("an archive without any event is a whole site that says so", async () => {
  const site = await build(folderOf({ "site.yaml": SITE }));
  expect(readPage(site, "index.html").text).toContain("There are no events yet.");
  for (const page of ["events", "presentations", "speakers", "topics"])
    expect(readPage(site, `${page}/index.html`).text).toMatch(/There are no (events|talks|speakers|topics) yet\.|in this archive yet\./);
});

test("local slides are linked, zipped and served; what no record names is not published", async () => {
  const content = folderOf({
    ...LITTLE,
    "events/2020-spring/talks/a-talk.md": (LITTLE["events/2020-spring/talks/a-talk.md"] ?? "").replace(
      "topics:",
      "slides:\n  file: 2020/a-talk.pdf\ntopics:",
    ),
  });
  const assets = folderOf({
    "media/2020/a-talk.pdf": PDF,
    "media/2020/evil.html": "<script>alert(1)</script>",
    "media/2020/notes.txt": "notes",
  });
  const site = await build(content, "--assets", assets);
  expect(readPage(site, "events/2020-spring/a-talk/index.html").links).toContain("/media/2020/a-talk.pdf");
  expect(readPage(site, "events/2020-spring/index.html").links).toContain("/events/2020-spring/slides.zip");
  const zip = unzipSync(readFileSync(join(site, "events/2020-spring/slides.zip")));
  expect(Object.entries(zip).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([["2020/a-talk.pdf", PDF]]);
  expect(filesBelow(join(site, "media"))).toEqual(["2020/a-talk.pdf"]);
});

describe("the output folder", () => {
  test("that holds other files is left alone", async () => {
    const folder = folderOf({ "thesis.txt": "years of work" });
    const run = await archive(["build", "--content", folderOf(LITTLE), "--output", folder]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/holds files that no build of this archive wrote/);
    expect(filesBelow(folder)).toEqual(["thesis.txt"]);
  });

  test("cannot be the content folder or lie in it", async () => {
    const content = folderOf(LITTLE);
    for (const output of [content, join(content, "out"), join(content, "..")]) {
      const run = await archive(["build", "--content", content, "--output", output]);
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(/lie in each other/);
    }
  });

  test("cannot be them by a link, nor hold the cache", async () => {
    const folder = folderOf({ "content/site.yaml": SITE });
    mkdirSync(join(folder, "assets/media"), { recursive: true });
    symlinkSync("assets/media", join(folder, "_site"));
    const run = await archive(["build", "--project", folder]);
    expect([run.code, run.stderr]).toEqual([1, expect.stringMatching(/lie in each other/)]);
    const inside = await archive(["build", "--project", folder, "--output", join(folder, "site"), "--cache", join(folder, "site")]);
    expect([inside.code, inside.stderr]).toEqual([1, expect.stringMatching(/The cache .* lies in the output folder/)]);
    const among = await archive(["build", "--project", folder, "--output", join(folder, "site"), "--cache", join(folder, "assets")]);
    expect([among.code, among.stderr]).toEqual([1, expect.stringMatching(/The cache .* lies in .*with `--cache`/)]);
    expect(readdirSync(join(folder, "assets"))).toEqual(["media"]);
  });

  test("loses pages whose record is gone, and is unchanged by a build with errors", async () => {
    const content = folderOf({ ...LITTLE, "events/2020-spring/talks/other.md": "---\ntitle: Other\n---\n" });
    const site = await build(content);
    expect(existsSync(join(site, "events/2020-spring/other/index.html"))).toBe(true);
    writeFileSync(join(content, "events/2020-spring/talks/other.md"), "---\ntitel: Other\n---\n");
    const broken = await archive(["build", "--content", content, "--output", site]);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain("Did you mean `title`?");
    expect(existsSync(join(site, "events/2020-spring/other/index.html"))).toBe(true);
    rmSync(join(content, "events/2020-spring/talks/other.md"));
    expect((await archive(["build", "--content", content, "--output", site])).code).toBe(0);
    expect(existsSync(join(site, "events/2020-spring/other"))).toBe(false);
  });
});

test("talks past midnight, other languages and several rooms look as they are", async () => {
  const event = "events/2021-night/event.md";
  const talk = (title: string, more: string) => `---\ntitle: ${title}\n${more}\n---\n`;
  const site = await build(
    folderOf({
      ...LITTLE,
      [event]:
        '---\nname: Night Conference\nstartDate: 2021-06-01\nendDate: 2021-06-01\ntimezone: Europe/Berlin\ndayChange: "06:00"\n---\n',
      "events/2021-night/talks/late.md": talk("Late", 'date: 2021-06-01\nstart: "23:30"\nend: "00:30"\nroom: A'),
      "events/2021-night/talks/later.md": talk("Später", 'date: 2021-06-02\nstart: "01:00"\nduration: 30\nroom: B\nlanguage: de'),
      "events/2021-night/talks/japanese.md": talk(
        "仮想化の話",
        'date: 2021-06-01\nstart: "23:30"\nroom: B\nlanguage: ja\nspeaker: 山田 太郎',
      ),
    }),
  );
  const agenda = readFileSync(join(site, "events/2021-night/agenda/index.html"), "utf8");
  expect(agenda.match(/Tuesday, 1 June 2021/g)?.length).toBeGreaterThan(0);
  expect(agenda).not.toContain("2 June 2021");
  expect(agenda).toMatch(/<table/);
  expect(agenda).toMatch(/lang="ja"[^>]*>仮想化の話/);
  const later = readPage(site, "events/2021-night/later/index.html").text;
  expect(later).toContain("Wed 2 June 2021, 01:00–01:30");
  expect(later).toContain("ProgrammeTuesday, 1 June 2021");
  expect(existsSync(join(site, "speakers/u5c71-u7530-u592a-u90ce/index.html"))).toBe(true);
});

test("an empty folder can be the output, again and again", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "site"));
  expect((await archive(["build", "--content", folderOf(LITTLE), "--output", join(folder, "site")])).code).toBe(0);
  expect((await archive(["build", "--content", folderOf(LITTLE), "--output", join(folder, "site")])).code).toBe(0);
});
