import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorsIn, filesIn, schedule } from "../intake/make.ts";
import { archive } from "../support/cli.ts";
import { folderOf, SITE } from "../support/content.ts";

const TALKS = [
  { title: "One", id: "1", date: "2030-05-01T10:00:00+02:00", duration: "00:30", speakers: ["Ann Able"] },
  { title: "Two", id: "2", date: "2030-05-01T11:00:00+02:00", duration: "00:30" },
  { title: "", id: "3" },
];
const XML = `<schedule><conference><title>Other 2031</title></conference><day date="2031-05-01"><event id="1"><start>10:00</start><title>Three</title></event></day></schedule>`;

/** The numbers of the closing table: read, written, merged, left out, refused. */
function rows(stdout: string): number[][] {
  const lines = stdout.split("\n").filter((line) => /^[a-z-]+ .*\d$/.test(line));
  return lines.map((line) => line.trim().split(/\s+/).slice(2).map(Number));
}

describe("import", () => {
  test("takes in a folder of several formats, and accounts for every row", async () => {
    const input = folderOf({ "a/any-name.txt": schedule(TALKS, { zone: "Europe/Berlin" }), "b/other.data": XML, "notes.md": "# Notes\n" });
    const content = folderOf({ "site.yaml": SITE });
    const dry = await archive(["import", input, "--content", content, "--dry-run"]);
    expect(Object.keys(filesIn(content))).toEqual(["site.yaml"]);
    expect(dry.stdout).toContain("nothing was written");
    expect(dry.stdout).toMatch(/^new {7}\S+\/event\.md$/m);
    expect(dry.stdout).toMatch(/^new {7}\S+any-name\.txt:\d+ {2}\S.* {2}→ \S+\/talks\/\S+\.md$/m);
    expect(dry.stdout).toMatch(/^refused {3}\S+any-name\.txt:\d+ {2}\S/m);

    const first = await archive(["import", input, "--content", content]);
    expect(first.code).toBe(1);
    expect(rows(first.stdout)).toEqual([
      [1, 1, 0, 0, 0],
      [3, 2, 0, 0, 1],
    ]);
    expect(rows(dry.stdout)).toEqual(rows(first.stdout));
    expect(first.stderr).toContain("error [title-missing]");
    expect(first.stderr).toContain("notes.md:1:1 warning [unknown-format]");
    expect(errorsIn(content)).toEqual([]);

    const again = await archive(["import", input, "--content", content]);
    expect(rows(again.stdout)).toEqual([
      [1, 0, 1, 0, 0],
      [3, 0, 2, 0, 1],
    ]);
  });

  test("pages that are no talks are no error beside talks in files of another format", async () => {
    const input = folderOf({ "talks.xml": schedule(TALKS.slice(0, 2), { zone: "Europe/Berlin" }), "venue.md": "---\ntitle: Venue\n---\n" });
    const { code, stderr } = await archive(["import", input, "--content", folderOf({ "site.yaml": SITE })]);
    expect(stderr).toContain("venue.md:1:1 warning [not-a-talk]");
    expect(code).toBe(0);
  });

  test("tells how it read what can be read in several ways, only where a record changes, and no sign of a file commands the terminal", async () => {
    const table = 'title,speakers,\u001b[2J\nOne \u001b[31mtalk,"Ann Lee, Bob\u001b[1m Ray",5\n';
    const input = folderOf({ "t.csv": table });
    const content = folderOf({ "site.yaml": SITE });
    const dry = await archive(["import", input, "--content", content, "--dry-run"]);
    const first = await archive(["import", input, "--content", content]);
    const again = await archive(["import", input, "--content", content]);
    for (const { stdout, stderr } of [dry, first, again]) expect(stdout + stderr).not.toMatch(/\u001b/);
    expect(first.stdout).toContain("\n  “Ann Lee, Bob\ufffd[1m Ray” → Ann Lee; Bob\ufffd[1m Ray");
    expect(again.stdout).not.toContain("several ways");
  });

  test("waits for a site.yaml that can be read, whose language talks have that name none", async () => {
    const input = folderOf({ "schedule.xml": XML });
    const content = folderOf({ "site.yaml": `${SITE}language: de\ncolours: red\n` });
    const { code, stderr } = await archive(["import", input, "--content", content]);
    expect(code).toBe(1);
    expect(stderr).toContain("site.yaml:12:10 error [wrong-type]");
    expect(stderr).toContain("Nothing was imported.");
    expect(Object.keys(filesIn(content))).toEqual(["site.yaml"]);
  });

  test("waits for an addresses.yaml that can be read, which says what was removed for good", async () => {
    const input = folderOf({ "schedule.xml": XML });
    const content = folderOf({ "site.yaml": SITE, "addresses.yaml": "<<<<<<< HEAD\nremoved:\n  - path: /events/other-2031/three/\n" });
    const { code, stderr } = await archive(["import", input, "--content", content]);
    expect(code).toBe(1);
    expect(stderr).toContain("addresses.yaml:1:1 error [");
    expect(stderr).toContain("Nothing was imported.");
    expect(Object.keys(filesIn(content))).toEqual(["addresses.yaml", "site.yaml"]);
  });

  test("goes into the event and zone that are given", async () => {
    const input = folderOf({ "schedule.xml": XML });
    const content = folderOf({ "site.yaml": SITE });
    const { code } = await archive([
      "import",
      `${input}/schedule.xml`,
      "--content",
      content,
      "--event",
      "2031-spring",
      "--timezone",
      "Asia/Tokyo",
    ]);
    expect(code).toBe(0);
    const files = filesIn(content);
    expect(files["events/2031-spring/event.md"]).toContain("timezone: Asia/Tokyo");
    expect(files["events/2031-spring/talks/three.md"]).toContain('start: "10:00"');
  });

  test("takes the files of one conference as one, and refuses to make one event of several", async () => {
    const day = (date: string, title: string) => XML.replaceAll("2031-05-01", date).replace("Three", title);
    const input = folderOf({
      "1.xml": day("2031-05-01", "Three"),
      "2.xml": day("2031-05-02", "Four"),
      "copy.xml": day("2031-05-02", "Four"),
    });
    const content = folderOf({ "site.yaml": SITE });
    const { stdout, stderr } = await archive(["import", input, "--content", content, "--event", "2031"]);
    expect(rows(stdout)).toEqual([[3, 2, 1, 0, 0]]);
    expect(stderr).not.toContain("gone-at-source");
    expect(filesIn(content)["events/2031/event.md"]).toContain("startDate: 2031-05-01\nendDate: 2031-05-02\n");

    const several = folderOf({ "1.xml": XML, "2.xml": XML.replace("Other 2031", "Another 2031") });
    const refused = await archive(["import", several, "--content", content, "--event", "2031"]);
    expect(refused.stderr).toContain("“Other 2031” and “Another 2031”");
    expect(refused.code).toBe(1);
  });

  test.each([
    [["nowhere.xml"], "There is no file or folder `nowhere.xml`."],
    [["package.json", "--timezone", "CET+1"], "is not a time zone"],
    [["package.json", "--event", "../x"], "cannot be the name of a folder"],
    [["package.json", "--content", "nowhere"], "There is no folder `nowhere`."],
    [["package.json"], "holds no list of talks or speakers"],
    [["LICENSE"], "is of no format that can be imported"],
  ])("%j fails in one sentence", async (args, message) => {
    const content = folderOf({ "site.yaml": SITE });
    const { code, stderr } = await archive(["import", ...args, ...(args.includes("--content") ? [] : ["--content", content])]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
    expect(Object.keys(filesIn(content))).toEqual(["site.yaml"]);
  });

  test("explains itself with an example and all formats", async () => {
    const { stdout } = await archive(["import", "--help"]);
    for (const part of ["Example:", "schedule-xml", "schedule-json", "--dry-run", ".imports/"]) expect(stdout).toContain(part);
  });
});

test("what cannot be read in a folder is told, and the rest is imported", async () => {
  const folder = folderOf({ "a.csv": "title,speaker,date\nA,Ada Example,2012-08-28\n" });
  symlinkSync(join(folder, "a.csv"), join(folder, "linked.csv"));
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(".csv")]), "title\nB\n");
  const content = folderOf({ "site.yaml": SITE });
  const run = await archive(["import", folder, "--event", "2012-a", "--timezone", "UTC", "--content", content]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("linked.csv:1:1 warning [not-read]");
  expect(run.stderr).toContain("caf\ufffd.csv:1:1 error [not-read]");
  expect(existsSync(join(content, "events/2012-a/talks/a.md"))).toBe(true);
});
