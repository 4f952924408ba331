/** Ends a run of tests with one plain line: `2404 passed, 1 failed`. */
import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** How many tests ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A reporter of vitest that counts tests. `TEST_COUNTS` names a file for the numbers, for a runner that adds up several runs. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    // What fails outside of a test, or while a file is read, is a failure all the same.
    const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[resultOf(test)]++;
      counts.failed += module.errors().length;
    }
    const file = process.env["TEST_COUNTS"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    else process.on("exit", () => process.stdout.write(`${summaryLine(counts)}\n`));
  }
}

/** A test that was never come to counts as skipped. */
function resultOf(test: TestCase): keyof Counts {
  const { state } = test.result();
  return state === "pending" ? "skipped" : state;
}

/** The line itself: `7 passed, 0 failed`, and `, 2 skipped` where some were. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
