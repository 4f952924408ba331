/** A whole site built from records in which every text is hostile: its pages have no more power than those of a harmless twin. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, SITE, temporaryFolder } from "../support/content.ts";
import { attribute, elements, filesBelow, textOf } from "../support/html.ts";

const HOSTILE = `'"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}{% include "x" %}<!--`;
/** Relations of links that load nothing. */
const LINKS_ONLY = /^(canonical|alternate|cite-as|type|author|describedby|item|collection|license|linkset)$/;
/** What runs before the first paint; the only code in a page. */
const INLINE = readFileSync(join(PROJECT, "assets/js/inline/theme.js"), "utf8").replace(/\s+/g, " ").trim();
const FIXTURES = join(PROJECT, "test/fixtures/hostile");

/** An archive in which every free text is the given one. */
function contentOf(text: string, talk: string, event: string): string {
  const value = JSON.stringify(text);
  const short = JSON.stringify(text.slice(0, 60));
  return folderOf({
    "content/site.yaml": `${SITE.replace("Little Archive", () => value)
      .replace("Talks of a little conference", () => value)
      .replace("This is an archive.", () => value)
      .replace("The texts are free to use.", () => value)}introduction: ${value}
navigation:
  - label: ${short}
    url: /papers/
sectionsLabel: ${short}
series:
  - id: little
    name: ${value}
    description: ${value}
featured:
  - 2020-spring/a-talk
`,
    "content/events/2020-spring/event.md": event,
    "content/events/2020-spring/talks/a-talk.md": talk,
    "content/events/2020-spring/talks/b-talk.md": `---\ntitle: ${value}\nspeaker: Ada Example\ntopics:\n  - testing\n---\n\n${text}\n`,
    "content/speakers/ada-example.md": `---\nname: Ada Example\norganizations:\n  - name: ${value}\nlinks:\n  - title: ${value}\n    url: https://example.org/\n---\n\n${text}\n`,
    "content/papers/a-paper.md": `---\ntitle: ${value}\nauthors:\n  - ${value}\nvenue: ${value}\npages: "1"\n---\n\n${text}\n`,
    "content/topics.yaml": `topics:\n  - name: testing\n    aliases: [${JSON.stringify(`${text.slice(0, 50)} and more`)}]\n    description: ${value}\n`,
    "content/organizations.yaml": `organizations:\n  - name: ${value}\n`,
    "content/pages/a-page.md": `---\ntitle: ${value}\ndescription: ${value}\nentries:\n  - name: ${value}\n    kind: ${short}\n    organization: ${value}\n    description: ${value}\n---\n\n${text}\n`,
  });
}

async function build(content: string): Promise<string> {
  const output = join(temporaryFolder(), "site");
  const run = await archive(["build", "--content", join(content, "content"), "--assets", join(content, "assets"), "--output", output]);
  expect(run.code, run.stderr).toBe(0);
  return output;
}

const fixture = (name: string) => readFileSync(join(FIXTURES, name, "inert-every-text.md"), "utf8");

/** The same record with every hostile text made harmless. */
function harmless(record: string): string {
  return record
    .replace(/"'\\">.*"$/gm, '"A text"')
    .replace(/"\{\{ constructor.*"$/gm, '"Bob Example"')
    .replace(/"\{\{ topics \}\}"/, '"a topic"')
    .replace(/\n---\n\n[\s\S]*$/, "\n---\n\nA [text](https://example.org/) with `code`.\n\n- a\n\n| a |\n| - |\n| b |\n\n```\nb\n```\n");
}

describe("a site of hostile records", () => {
  let site = "";
  let twin = "";
  const pages = (folder: string) => filesBelow(folder).filter((file) => file.endsWith(".html"));
  const all = (folder: string) => pages(folder).flatMap((page) => elements(readFileSync(join(folder, page), "utf8")));

  beforeAll(async () => {
    [site, twin] = await Promise.all([
      build(contentOf(HOSTILE, fixture("talk"), fixture("event"))),
      build(contentOf("A text", harmless(fixture("talk")), harmless(fixture("event")))),
    ]);
  });

  test("has the pages of its twin and no other files", () => {
    // The search index names its files after what is in them; more words are more parts of it, and more organizations more texts.
    const isPartOfIndex = (file: string) => /^pagefind\/(?:index|fragment)\//.test(file);
    const shape = (folder: string) => {
      const names = filesBelow(folder)
        .filter((file) => !/^(speakers|topics|organizations)\/.+\//.test(file))
        .map((file) => file.replace(/(?<=^pagefind\/(?:filter\/|fragment\/|index\/(?:names-)?|words-|days-))[0-9a-f]+(?=\.)/, "…"));
      return names.filter((file, index) => !isPartOfIndex(file) || names.indexOf(file) === index);
    };
    expect(shape(site)).toEqual(shape(twin));
    // Different hostile names of organizations are the same harmless one.
    const some = (folder: string) => pages(folder).filter((file) => !file.startsWith("organizations/"));
    expect(some(site).length).toBe(some(twin).length);
  });

  test("has no element and no attribute that its twin has not", () => {
    const parts = (folder: string) =>
      new Set(all(folder).flatMap(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => `${tagName} ${name}`)]));
    const known = parts(twin);
    expect([...parts(site)].filter((part) => !known.has(part))).toEqual([]);
    expect([...known].filter((part) => / (on\w+|style|srcdoc|formaction)$/.test(part))).toEqual([]);
  });

  test("loads its own files only, and has no code in its pages but the project's own", () => {
    const found = all(site);
    expect(found.filter(({ tagName }) => tagName === "script" || tagName === "link").length).toBeGreaterThan(0);
    for (const element of found) {
      const source =
        attribute(element, "src") ??
        (element.tagName === "link" && !LINKS_ONLY.test(attribute(element, "rel") ?? "") ? attribute(element, "href") : undefined);
      if (source !== undefined) expect(source).toMatch(/^\/(assets|media)\//);
      if (element.tagName !== "script") continue;
      // Data is no code; it must be whole, so that no record ends it early.
      if (attribute(element, "type") === "application/ld+json") expect(JSON.parse(textOf(element))).toHaveProperty("@graph");
      else expect(["", INLINE]).toContain(textOf(element));
    }
  });

  test("links to web pages, mail programs and itself only", () => {
    for (const element of all(site)) {
      const href = attribute(element, "href");
      if (href !== undefined) expect(href).toMatch(/^(https?:\/\/[^/]|mailto:[^/]|\/(?!\/)|#|[a-z0-9-]+\/?$)/);
    }
  });

  test("shows the texts as they were written, and runs no template in them", () => {
    const page = readFileSync(join(site, "events/2020-spring/a-talk/index.html"), "utf8");
    const body = elements(page).find(({ tagName }) => tagName === "body");
    const heading = elements(page).find(({ tagName }) => tagName === "h1");
    expect(heading && textOf(heading)).toContain(`${HOSTILE.slice(0, -4)}\${7*7}<!--`);
    expect(body && textOf(body)).toContain("{{ constructor.constructor('return process')().exit() }}");
    for (const file of pages(site)) expect(readFileSync(join(site, file), "utf8"), file).not.toMatch(/\b49\b/);
  });
});
