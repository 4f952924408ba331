/// <reference lib="dom" />
/** Templates are minified once: finished pages are as small as if the minifier had seen them, and a browser sees the same page. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { minify } from "html-minifier-terser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { loadStyles } from "../../src/build/assets.ts";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { archiveOf } from "../model/make.ts";
import { MANY_EVENTS } from "../../src/model/series.ts";
import { richArchive } from "../components/rich.ts";
import { madeUpAssets, madeUpPath } from "../support/assets.ts";
import { launch } from "../support/browser.ts";
import { PROJECT } from "../support/cli.ts";
import { rootExample } from "../support/example.ts";
import { LONG } from "../support/long.ts";

/** What users of html-minifier-terser give it for whole pages. */
const WHOLE_PAGE = {
  collapseWhitespace: true,
  collapseBooleanAttributes: true,
  removeComments: true,
  useShortDoctype: true,
  caseSensitive: true,
  decodeEntities: false,
};

const { content, assets: media } = await rootExample();
const { archive } = loadArchive({ contentDir: content, assetsDir: media });
const styles = await loadStyles(join(PROJECT, "assets/css"), (file) => `/assets/${basename(file)}`);
const assets = madeUpAssets(styles);
const styleTags = new Map(
  Object.values(styles.files)
    .flat()
    .map((file) => [
      `<link rel="stylesheet" href="${madeUpPath(file)}"${file.isPrint ? ' media="print"' : ""}>`,
      `<style>${file.text}</style>`,
    ]),
);
const frame = frameView(archive, { generator: "Test", builtOn: undefined, assets });

/** Templates as they are written. */
function writtenTemplates(): Map<string, string> {
  const folders = ["layouts", "components", "pages"].map((folder) => join(PROJECT, "src", folder));
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".njk"))
        .map((file): [string, string] => [`${folder.split(/[/\\]/).at(-1)}/${file}`, readFileSync(join(folder, file), "utf8")]),
    ),
  );
}

/** An archive of more events than one list shows, which has pages that smaller ones do not. */
const manyEvents = () =>
  archiveOf({
    site: { series: [{ id: "years", name: "Every year", description: "The conference." }] },
    events: Object.fromEntries(
      Array.from({ length: MANY_EVENTS + 1 }, (_, index) => [`in-${1900 + index}`, { startDate: String(1900 + index), series: "years" }]),
    ),
  });

interface Rendered {
  written: string;
  minified: string;
}

/** Which pages of each kind are compared: the first and the last, and in `npm run test:all` some between. */
const SPREAD = LONG ? [0, 0.2, 0.4, 0.6, 0.8, 1] : [0, 1];

let samples: Map<string, Rendered[]>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const [written, minified] = [createEnvironment(writtenTemplates()), createEnvironment(await loadTemplates())];
  samples = new Map(
    PAGE_KINDS.map((kind) => {
      const some = [archive, richArchive(), manyEvents()].map((one) => [...kind.views(one)]);
      const views = some.find(({ length }) => length > 0) ?? [];
      const chosen = [...new Set(SPREAD.map((part) => views[Math.floor(part * (views.length - 1))]))];
      const render = (environment: typeof written, view: unknown) => environment.render(`pages/${kind.name}.njk`, { view, frame });
      return [kind.name, chosen.map((view) => ({ written: render(written, view), minified: render(minified, view) }))];
    }),
  );
  browser = await launch();
  page = await browser.newPage({ javaScriptEnabled: true, bypassCSP: true });
});
afterAll(() => browser.close());

const compressed = (html: string) => brotliCompressSync(html).length;

/**
 * What a browser makes of a page: its elements with their attributes, and its text as CSS lays it out, where white space within a
 * line is one blank and white space beside a block is none (https://www.w3.org/TR/css-text-3/#white-space-phase-1).
 */
function seen(html: string): Promise<string[]> {
  // No server has the files of styles.
  const whole = html.replace(/<link rel="stylesheet"[^>]*>/g, (link) => styleTags.get(link) ?? link);
  return page.setContent(whole, { waitUntil: "commit" }).then(() =>
    page.evaluate(() => {
      const tokens: string[] = [];
      let blank = false;
      let atStart = true;
      const boundary = () => {
        blank = false;
        atStart = true;
      };
      const visit = (node: Node): void => {
        if (node.nodeType === 3) {
          const kept = /^(PRE|TEXTAREA|SCRIPT|STYLE|TITLE)$/.test(node.parentElement?.tagName ?? "") || node.parentElement?.closest("pre");
          if (kept) tokens.push((node as Text).data);
          else
            for (const part of (node as Text).data.split(/([ \t\n\r\f]+)/)) {
              if (part === "") continue;
              if (/^[ \t\n\r\f]/.test(part)) blank = !atStart;
              else {
                tokens.push(`${blank ? " " : ""}${part}`);
                blank = false;
                atStart = false;
              }
            }
        }
        if (node.nodeType !== 1) return;
        const element = node as Element;
        const isBlock =
          !/^(inline|contents)/.test(getComputedStyle(element).display) || /^(BR|HEAD|LINK|META|SCRIPT)$/.test(element.tagName);
        if (isBlock) boundary();
        const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value.replace(/\s+/g, " ").trim()}`).sort();
        tokens.push(`<${element.tagName} ${attributes.join(" ")}>`);
        for (const child of element.childNodes) visit(child);
        if (isBlock) boundary();
        tokens.push(`</${element.tagName}>`);
      };
      visit(document.documentElement);
      return tokens;
    }),
  );
}

describe.each(PAGE_KINDS.map(({ name }) => name))("pages of the kind %s", (kind) => {
  test("are after brotli at most 2 % larger than the minifier makes the whole page", async () => {
    for (const { written, minified } of samples.get(kind) ?? []) {
      const whole = await minify(written, WHOLE_PAGE);
      expect(compressed(minified) / compressed(whole), /<title>[^<]*/.exec(minified)?.[0]).toBeLessThan(1.02);
    }
  });

  test("are the same page in a browser as their templates were written", async () => {
    for (const { written, minified } of samples.get(kind) ?? []) expect(await seen(minified)).toEqual(await seen(written));
  });
});
