/** What is told of a command that ends before its end. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";

function ended(code: number) {
  const text = `import { begin } from "./src/cli/unfinished.ts"; begin(); process.exit(${code});`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", text];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: "utf8" });
  return { status, stderr };
}

test("an end that nobody wanted is a fault", () => {
  expect(ended(0)).toEqual({ status: 1, stderr: expect.stringMatching(/^The command stopped before its end: /) });
});

test.each([130, 143])("who ends it, or lets it start again after a change, is told of no fault (%i)", (code) => {
  expect(ended(code)).toEqual({ status: code, stderr: "" });
});
