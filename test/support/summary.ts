/** Ends a run of tests with one plain line: `2404 passed, 1 failed`; what was skipped is named before it, with the reason. */
import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** How many tests ended how. */
export interface Counts {
  passed: number;
  failed: number;
  /** The skipped ones by the reason and the file, as in `nginx is not installed: browser/safe.test.ts`. */
  skipped: Record<string, number>;
}

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: {} });

/** Adds the numbers of one run to those of others. */
export function addCounts(to: Counts, { passed, failed, skipped }: Counts): void {
  to.passed += passed;
  to.failed += failed;
  for (const [why, number] of Object.entries(skipped)) to.skipped[why] = (to.skipped[why] ?? 0) + number;
}

/** A reporter of vitest that counts tests. `TEST_COUNTS` names a file for the numbers, for a runner that adds up several runs. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    // What fails outside of a test, or while a file is read, is a failure all the same.
    const counts: Counts = { ...noCounts(), failed: errors.length };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test that was never come to counts as skipped.
        if (state === "passed" || state === "failed") counts[state]++;
        else addCounts(counts, { ...noCounts(), skipped: { [`${reasonOf(test)}: ${module.relativeModuleId}`]: 1 } });
      }
      counts.failed += module.errors().length;
    }
    const file = process.env["TEST_COUNTS"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    else process.on("exit", () => process.stdout.write(`${summary(counts)}\n`));
  }
}

function reasonOf(test: TestCase): string {
  const { needs } = test.meta() as { needs?: string };
  return needs === undefined ? "not chosen, or not come to" : `${needs} is not installed`;
}

/** The last lines of a run: `7 passed, 0 failed, 2 skipped`, after a line for each file and reason of what was skipped. */
export function summary({ passed, failed, skipped }: Counts): string {
  const reasons = Object.entries(skipped).sort(([a], [b]) => (a < b ? -1 : 1));
  const number = reasons.reduce((sum, [, some]) => sum + some, 0);
  const lines = reasons.map(([why, some]) => `Skipped, since ${why} (${some})`);
  return [...lines, `${passed} passed, ${failed} failed${number > 0 ? `, ${number} skipped` : ""}`].join("\n");
}
