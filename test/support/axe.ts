/** Asks axe-core about a page: WCAG 2.0 to 2.2 at A and AA, best practice, and the size of targets. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Result } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The violations on a page, each with its rule and the first element. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: AXE });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await axe.run({ runOnly: tags, rules: { "target-size": { enabled: true } } } as never);
    return (result as unknown as { violations: Result[] }).violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ""}`);
  });
}
