import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";
import { compareFiles } from "./equal-files.ts";
import { comparePages } from "./equal-pages.ts";
import { measure } from "./measure.ts";
import { pairTable, type Row, table } from "./table.ts";

describe("what is measured", () => {
  test("memory is that of all processes together", async () => {
    const hold = "const held = Buffer.alloc(120_000_000, 1); setTimeout(() => held.length, 1500);";
    const tree = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(hold)}], { stdio: "inherit" }); ${hold}`;
    const { peak, seconds, cpu = 1 } = await measure([process.execPath, "-e", tree], PROJECT);
    expect(seconds).toBeGreaterThan(1.4);
    if (process.platform === "linux") expect(peak).toBeGreaterThan(300_000_000);
    expect(cpu).toBeGreaterThan(0.05);
  });

  test("a command that fails is told with its output", async () => {
    await expect(measure([process.execPath, "-e", "console.error('no such talk'); process.exit(3)"], PROJECT)).rejects.toThrow(
      "no such talk",
    );
    await expect(measure(["no-such-program-anywhere"], PROJECT)).rejects.toThrow("ENOENT");
  });

  test("the table shows medians and ratios", () => {
    const row = (name: string, ...seconds: number[]): Row => ({
      name,
      runs: seconds.map((one) => ({ seconds: one, cpu: one * 2, peak: one * 1e8 })),
    });
    const hugo = row("Hugo", 4, 9, 5);
    expect(
      table([row("ours", 1, 2), hugo], hugo, "Hugo")
        .split("\n")
        .slice(2),
    ).toEqual([
      "| ours | 2 | 1.50 | 1.00–2.00 | 0.30 | 3.0 | 0.30 | 150 MB | 0.30 | – | – |",
      "| Hugo | 3 | 5.00 | 4.00–9.00 | 1.00 | 10.0 | 1.00 | 500 MB | 1.00 | – | – |",
    ]);
  });

  test("pairs with an earlier commit show ratios round by round", () => {
    const row = (name: string, ...seconds: number[]): Row => ({
      name,
      runs: seconds.map((one) => ({ seconds: one, cpu: one * 2, peak: undefined })),
    });
    expect(pairTable([["no change", row("ours", 1, 4, 3), row("abc", 2, 4, 4)]], "abc").split("\n")[2]).toBe(
      "| no change | 3 | 3.00 | 4.00 | 0.75 | 6.0 | 8.0 | 0.75 | – | – | – |",
    );
  });

  test("the comparison of pages finds what is not equal", () => {
    const page = (body: string) => `<!doctype html><title>A talk</title><body>${body}`;
    const ours = folderOf({
      "events/one/first/index.html": page('<p>Four words stand here <a href="/a/">there</a>'),
      "topics/x/index.html": page("<p>x"),
    });
    const theirs = folderOf({
      "events/one/first/index.html": page('<p>Four <b>other</b> words stand <a href="/b/">there</a>'),
      "page/2/index.html": page(""),
    });
    const lines = comparePages(ours, theirs).join("\n");
    expect(lines).toContain("Same addresses: 1 of 2 pages.");
    expect(lines).toContain("Not made by Hugo: 1 (topics/x/index.html).");
    expect(lines).toContain("Made by Hugo alone: 1 (page/2/index.html).");
    expect(lines).toContain("| talk | 1 of 1 | 80.0 % | 0.0 % | 100.0 % |");
    mkdirSync(join(ours, "events/none"), { recursive: true });
    rmSync(join(theirs, "page"), { recursive: true });
    expect(comparePages(ours, theirs).join("\n")).not.toContain("Hugo alone");
  });

  test("the comparison of pages looks at what programs read too", () => {
    const page = (url: string, name: string) =>
      folderOf({
        "index.html": `<!doctype html><link rel="item" href="${url}"><script type="application/ld+json">{"name":"${name}"}</script>`,
      });
    const share = (name: string) => comparePages(page("/a.pdf", "Ada"), page("/a.pdf", name)).find((line) => line.startsWith("| home"));
    expect(share("Ada")).toContain("| 100.0 % |");
    expect(share("Eve")).toContain("| 80.0 % |");
  });

  test("the comparison of files knows how Hugo names them, and what their formats put between words", () => {
    const ours = folderOf({
      "events/one/first/first.ics": "SUMMARY:A talk of many wo\r\n rds\r\n",
      "events/one/archive.zip": "zip",
      "data/talks.json": '{"abstract":"One\\nor two"}',
      "index.html": "",
      ".archive-output": "",
    });
    const theirs = folderOf({
      "events/one/first/index.ics": "SUMMARY:A talk\r\n  of many words\r\n",
      "data/talks.json": '{"abstract":"One or three"}',
      "other.xml": "",
    });
    expect(compareFiles(ours, theirs)).toEqual([
      "Same other files: 2 of 3.",
      "Made by ours alone, in the same time: 1 (1 events/*/archive.zip).",
      "Made by Hugo alone: 1 (other.xml).",
      "",
      "| kind of file | made by Hugo | compared | same words | bytes of Hugo's to ours |",
      "| --- | ---: | ---: | ---: | ---: |",
      "| data/* | 1 of 1 | 1 | 75.0 % | 103.8 % |",
      "| talk.ics | 1 of 1 | 1 | 100.0 % | 100.0 % |",
    ]);
  });
});
