/** Asks axe-core about a page: WCAG 2.0 to 2.2 at A and AA, best practice, and the size of targets. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { NodeResult, Result } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe says of one element. */
export interface AxeNote {
  rule: string;
  /** Where the element is, as a selector. */
  target: string;
  html: string;
  message: string;
}

/** What axe finds wrong on a page, and what it cannot tell. */
export interface AxeReport {
  violations: AxeNote[];
  incomplete: AxeNote[];
}

/** All rules, or those that a change of theme, or of width, can break. */
export type AxeLook = "everything" | "colours" | "layout";

const OPTIONS: Record<AxeLook, object> = {
  everything: { runOnly: TAGS, rules: { "target-size": { enabled: true } } },
  colours: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
  layout: {
    runOnly: { type: "rule", values: ["scrollable-region-focusable", "target-size"] },
    rules: { "target-size": { enabled: true } },
  },
};

let served: Promise<string> | undefined;

/** The address of axe, on a server that ends with this process. */
function addressOfAxe(): Promise<string> {
  served ??= new Promise((done) => {
    const headers = { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "max-age=86400" };
    const server = createServer((_, response) => response.writeHead(200, headers).end(AXE)).unref();
    server.listen(0, "localhost", () => done(`http://localhost:${(server.address() as AddressInfo).port}/axe.js`));
  });
  return served;
}

/**
 * Loads axe into a page of a context with `bypassCSP`, from an address: the browser keeps what it compiled of it, which takes longer than
 * the rest. A page that may not load it, such as one that did not come from this machine, gets it with the first question.
 */
export async function loadAxe(page: Page): Promise<void> {
  await page.addScriptTag({ url: await addressOfAxe() }).catch(() => {});
}

/** Runs axe over the page as it is now, but for what is in the frames of other hosts. */
export async function axeReport(page: Page, look: AxeLook = "everything"): Promise<AxeReport> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  const found = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations, incomplete } = (await axe.run(options as never)) as unknown as Record<"violations" | "incomplete", Result[]>;
      return { violations, incomplete };
    },
    { ...OPTIONS[look], iframes: false, resultTypes: ["violations", "incomplete"] },
  );
  return { violations: notesOf(found.violations), incomplete: notesOf(found.incomplete) };
}

function notesOf(results: Result[]): AxeNote[] {
  return results.flatMap(({ id, nodes }) =>
    nodes.map((node) => ({ rule: id, target: node.target.flat().join(" "), html: node.html, message: messageOf(node) })),
  );
}

const messageOf = ({ any, all, none }: NodeResult) => [...any, ...all, ...none].map(({ message }) => message).join(" ");

/** The violations on a page, each with its rule and element. */
export async function axeViolations(page: Page): Promise<string[]> {
  return (await axeReport(page)).violations.map(({ rule, html }) => `${rule}: ${html}`);
}
