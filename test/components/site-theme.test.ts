/** What the fields of `site.yaml` make of the frame. */
import { beforeAll, describe, expect, test } from "vitest";
import { coloursCss } from "../../src/build/assets.ts";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { contrast } from "../../src/checks/colour-contrast.ts";
import { frameView } from "../../src/layouts/frame.ts";
import type { SiteRecord } from "../../src/model/records/site.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { existing } from "../model/make.ts";
import { madeUpAssets } from "../support/assets.ts";
import { richArchive } from "./rich.ts";

let environment: ReturnType<typeof createEnvironment>;
beforeAll(async () => {
  environment = createEnvironment(await loadTemplates());
});

/** The home page of an archive with these fields in its site record. */
function home(fields: Partial<SiteRecord>): string {
  const archive = richArchive();
  Object.assign(archive.site.record, fields);
  const [view] = existing(PAGE_KINDS.find(({ name }) => name === "home")).views(archive);
  const frame = frameView(archive, { generator: "Generator", builtOn: undefined, assets: madeUpAssets() });
  return environment.render("pages/home.njk", { view, frame });
}

describe("the frame", () => {
  test("has none of it where the record says nothing", () => {
    expect(home({})).not.toMatch(/brand-logo|sponsors|mailto:/);
  });

  test("has the logo in place of the mark, without a second name", () => {
    const html = home({ logo: "logo.png" });
    expect(html).toMatch(/<img class="brand-logo" src="\/archive\/media\/logo\.png" alt="">/);
    expect(html).not.toContain('<svg class="brand-mark"');
  });

  test("has sponsors by their picture or name, contact, words and links", () => {
    const html = home({
      contact: "archive@example.org",
      footer: { text: "Kept by <friends>.", links: [{ label: "All talks", url: "/presentations/" }] },
      sponsors: [{ name: "Example & Sons", url: "https://example.org/", logo: "sons.png" }, { name: "Somebody" }],
    });
    expect(html).toContain("<p>Kept by &lt;friends&gt;.</p>");
    expect(html).toContain('<a href="/archive/presentations/">All talks</a>');
    expect(html).toContain('Contact: <a href="mailto:archive@example.org">archive@example.org</a>');
    expect(html).toMatch(
      /<a class="leaving" href="https:\/\/example\.org\/" rel="external"><picture><img src="\/archive\/media\/sons\.png" alt="Example &amp; Sons"/,
    );
    expect(html).toContain("<li>Somebody</li>");
  });
});

test("colours replace those of the tokens, light and dark", () => {
  expect(coloursCss({})).toBe("");
  expect(coloursCss({ link: { light: "#112233", dark: "#ddeeff" } })).toMatch(/^:root\{--link:.*#123.*#def.*\}$/);
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
