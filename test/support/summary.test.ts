/** The last lines of a run of the tests. */
import { expect, test } from "vitest";
import { addCounts, noCounts, summary } from "./summary.ts";

test("a run without skipped tests ends with one line", () => {
  expect(summary({ passed: 7, failed: 0, skipped: {} })).toBe("7 passed, 0 failed");
});

test("what was skipped is named with the reason, added up over several runs", () => {
  const total = noCounts();
  addCounts(total, { passed: 3, failed: 1, skipped: { "nginx is not installed: browser/safe.test.ts": 2 } });
  addCounts(total, {
    passed: 4,
    failed: 0,
    skipped: { "nginx is not installed: browser/safe.test.ts": 2, "Caddy is not installed: a.ts": 1 },
  });
  expect(summary(total).split("\n")).toEqual([
    "Skipped, since Caddy is not installed: a.ts (1)",
    "Skipped, since nginx is not installed: browser/safe.test.ts (4)",
    "7 passed, 1 failed, 5 skipped",
  ]);
});
