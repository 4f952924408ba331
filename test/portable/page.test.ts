import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isCopied, isReadByScripts } from "../../src/portable/files.ts";
import { linkIn, wayUp } from "../../src/portable/links.ts";
import { CARRIED_THEME } from "../../src/portable/carried-theme.ts";
import { type CopiedPages, copiedPage } from "../../src/portable/page.ts";
import { diskPolicy } from "../../src/publishing/policy.ts";

const FILES = new Set(["index.html", "events/index.html", "events/e/index.html", "events/e/a/index.html", "assets/a.js", "media/a b.pdf"]);
const COPY: CopiedPages = {
  base: { origin: "https://example.org", prefix: "/archive" },
  has: (file) => FILES.has(file) || file.startsWith("assets/"),
  script: "/archive/assets/disk.js",
  stylesAt: () => "/archive/assets/styles/1.css",
  hashOf: (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`,
};
const PAGE = "events/e/a/index.html";

describe("links of a copy", () => {
  test.each([
    ["/archive/", "../../../index.html"],
    ["/archive", "../../../index.html"],
    ["/archive/events/", "../../index.html"],
    ["/archive/events/?year=2012#e", "../../index.html?year=2012#e"],
    ["/archive/events/e", "../index.html"],
    ["/archive/events/e/a/#top", "./index.html#top"],
    ["/archive/media/a%20b.pdf#page=2", "../../../media/a%20b.pdf#page=2"],
    // What the copy does not have is on the published site.
    ["/archive/speakers/ada/", "https://example.org/archive/speakers/ada/"],
    ["/elsewhere/", "https://example.org/elsewhere/"],
    ["/archives/", "https://example.org/archives/"],
    ["#top", "#top"],
    ["?q=a", "?q=a"],
    ["//example.net/", "//example.net/"],
    ["https://example.org/archive/events/", "https://example.org/archive/events/"],
    ["mailto:a@example.org", "mailto:a@example.org"],
  ])("%s becomes %s", (address, expected) => {
    expect(linkIn(COPY, PAGE, address)).toBe(expected);
  });

  test("a name with a colon is no scheme, and media may stay in another folder", () => {
    expect(linkIn({ ...COPY, has: () => true }, "index.html", "/archive/a:b.txt")).toMatch(/^\.\/a(:|%3A)b\.txt$/);
    expect(linkIn({ ...COPY, media: "../site/media/" }, PAGE, "/archive/media/a%20b.pdf")).toBe("../../../../site/media/a%20b.pdf");
    expect(linkIn({ ...COPY, media: "../site/media/" }, PAGE, "/archive/media/other.pdf")).toBe(
      "https://example.org/archive/media/other.pdf",
    );
    expect([wayUp("index.html"), wayUp(PAGE)]).toEqual(["./", "../../../"]);
  });
});

describe("a page of a copy", () => {
  const page = (head: string, body: string) => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  const POLICY = '<meta http-equiv="Content-Security-Policy" content="__">';

  test("differs in its links, and in nothing else", () => {
    const written = `<p title="/archive/events/">/archive/events/ &amp; <b>so</b></p><a class=x href="/archive/events/?a=1&amp;b=2">E</a><br>`;
    expect(copiedPage(COPY, PAGE, page("", written))).toBe(page("", written.replace('"/archive/events/?', '"../../index.html?')));
  });

  test.each([
    ['<img src="/archive/media/a%20b.pdf" alt="">', '<img src="../../../media/a%20b.pdf" alt="">'],
    [
      '<img srcset="/archive/assets/1.webp 200w, /archive/assets/2.webp 400w" alt="">',
      '<img srcset="../../../assets/1.webp 200w, ../../../assets/2.webp 400w" alt="">',
    ],
    ["<form action=/archive/events/></form>", '<form action="../../index.html"></form>'],
    ['<svg><a href="/archive/events/"><rect width="1"/></a></svg>', '<svg><a href="../../index.html"><rect width="1"/></a></svg>'],
    // Captions are handed over by the script, which has them in the copy itself.
    [
      '<video poster="/archive/assets/p.png"><track src="/archive/media/c.vtt" default></video>',
      '<video poster="../../../assets/p.png"><track data-src="../../../media/c.vtt" default></video>',
    ],
    [
      '<a href="/archive/media/v.webm" data-captions="/archive/media/c.vtt">V</a>',
      '<a href="https://example.org/archive/media/v.webm" data-captions="../../../media/c.vtt">V</a>',
    ],
    [
      '<form data-base="/archive" data-folder="/archive/pagefind/"></form>',
      '<form data-base="../../.." data-folder="../../../pagefind/"></form>',
    ],
    ['<noscript><a href="/archive/events/">E</a></noscript>', '<noscript><a href="../../index.html">E</a></noscript>'],
  ])("%s", (before, after) => {
    expect(copiedPage(COPY, PAGE, page("", before))).toBe(page("", after));
  });

  test("a former address leads on", () => {
    const head = '<meta http-equiv="refresh" content="0; url=/archive/events/e/a/">';
    expect(copiedPage(COPY, "old/a.html", page(head, ""))).toContain('content="0; url=../events/e/a/index.html"');
  });

  test("its styles are a file, its scripts have no digests, one before them stands in for a server, and the first takes the theme of the link", () => {
    const script = '<script src="/archive/assets/a.js" integrity="sha256-x" defer></script>';
    const head = `${POLICY}<template>${script}</template><script>run()</script><style>a{}</style>${script}`;
    const copied = '<script src="../../../assets/a.js" defer></script>';
    expect(copiedPage(COPY, PAGE, page(head.replace("__", "default-src 'none';style-src 'sha256-y'"), ""))).toBe(
      page(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'self'\">" +
          '<script src="../../../assets/disk.js" data-top="../../../" data-prefix="/archive" defer></script>' +
          `<template>${copied}</template><script>${CARRIED_THEME}run()</script><link rel="stylesheet" href="../../../assets/styles/1.css">${copied}`,
        "",
      ),
    );
  });
});

describe("the policy of a copy", () => {
  const HASH = `sha256-${"A".repeat(43)}=`;

  test("lets files be scripts and styles, and no other site anything that the page's own policy did not", () => {
    const text =
      "default-src 'none';base-uri 'none';form-action 'self' https://search.example;img-src 'self';media-src 'self';" +
      `style-src '${HASH}';font-src 'self';script-src 'wasm-unsafe-eval' '${HASH}' '${HASH}';connect-src 'self';` +
      "frame-src https://player.example;require-trusted-types-for 'script';trusted-types 'none'";
    expect(diskPolicy(text, [HASH]).split(";")).toEqual([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'self' https://search.example file:",
      "img-src 'self'",
      "media-src 'self' blob:",
      "style-src 'self'",
      "font-src data:",
      `script-src 'self' 'wasm-unsafe-eval' '${HASH}'`,
      "frame-src https://player.example",
      "require-trusted-types-for 'script'",
      "trusted-types files",
    ]);
  });

  test("a page without scripts still has none", () => {
    const text = "default-src 'none';img-src 'self';trusted-types 'none'";
    expect(diskPolicy(text, [])).toBe(text);
  });
});

test("files for servers and for the web editor are not copied, and what scripts fetch comes as scripts", () => {
  const paths = ["_headers", "_redirects.nginx", "robots.txt", "sitemap-2.xml", "admin/index.html", "pagefind/entry.json", "feed.atom"];
  expect(paths.filter(isCopied)).toEqual(["feed.atom"]);
  expect(
    [
      "pagefind/entry.json",
      "presentations/talks.json",
      "presentations/talks-words-9c1185a5c5.json",
      "events/e/a/a.bib",
      "media/c.VTT",
      "media/v.webm",
      "presentations/talks.csv",
    ].filter(isReadByScripts),
  ).toEqual([
    "pagefind/entry.json",
    "presentations/talks.json",
    "presentations/talks-words-9c1185a5c5.json",
    "events/e/a/a.bib",
    "media/c.VTT",
  ]);
});
