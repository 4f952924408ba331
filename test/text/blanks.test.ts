import { expect, test } from "vitest";
import { splitNames } from "../../src/importers/parts/people.ts";
import { joinBlanks } from "../../src/text/blanks.ts";
import { texText } from "../../src/text/tex.ts";
import { cpuSeconds } from "../support/cpu.ts";

test("a run of white space becomes one blank, or one line end", () => {
  expect(joinBlanks("a  ,\t b \n\n c\u2028 ")).toBe("a , b\nc\n");
});

test("texts of long runs of white space come apart at once", () => {
  const long = `Ada Example${" ".repeat(200_000)}x`;
  expect(splitNames(long)).toEqual(["Ada Example x"]);
  expect(cpuSeconds(() => [splitNames(long), texText(long)])).toBeLessThan(1);
});
