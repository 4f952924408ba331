/** The benchmark itself, with few talks. */
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/content.ts";
import { bench, leftIn } from "./run-bench.ts";

test("measures our builds and prints a table", async () => {
  const temporary = temporaryFolder();
  const { code, stdout, stderr } = await bench(["--talks", "200", "--rounds", "1", "--only", "ours,copy"], temporary);
  expect(stderr).toContain("ours, from nothing, round 1 of 1 …");
  expect(code).toBe(0);
  const rows = stdout.split("\n").filter((line) => line.startsWith("| "));
  expect(rows.map((line) => line.split(" | ")[0])).toEqual([
    "| build",
    "| ---",
    "| ours, from nothing",
    "| ours, from nothing, with one process (`--jobs 1`)",
    "| `cp -r` of our output",
    "| ours, no change",
    "| ours, one room edited",
    "| ours, one title edited",
    "| ours, search index anew",
  ]);
  expect(rows[2]).toMatch(/\| 1 \| \d+\.\d\d \| .*\| (\d+\.\d|–) \| – \| (\d+ MB|–) \| – \| \d{3} \| \d+\.\d MB \|$/);
  expect(stdout).toMatch(/\nA first search of two words loads \d+ kB at most; /);
  expect(leftIn(temporary)).toEqual([]);
}, 300_000);

describe("npm run bench", () => {
  test("Ctrl-C ends what it started and leaves nothing behind", async () => {
    const temporary = temporaryFolder();
    const { code, stdout } = await bench(["--talks", "200", "--only", "ours"], temporary, "from nothing");
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(leftIn(temporary)).toEqual([]);
  });

  test.each([
    [["--talks", "many"], "`--talks many` is not a number from 1 to 9999999."],
    [["--against", "no-such-commit"], "`--against no-such-commit` is no commit of this project."],
    [["--only", "ours,jekyll"], "`--only jekyll` is not one of ours, pages, hugo, plain, copy."],
  ])("%s is a mistake that it names", async (args, message) => {
    const { code, stderr } = await bench(args, temporaryFolder());
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${message}\n` });
  });

  test("--help has an example", async () => {
    expect((await bench(["--help"], temporaryFolder())).stdout).toContain("Examples:\n  npm run bench -- --talks 2000");
  });
});
