/** The real site holds every record of `content/`, and the Intel Update page shows what its original showed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";
import { elements, filesBelow, readPage, textOf } from "../support/html.ts";
import { rootSite } from "../support/real-sites.ts";

const content = join(PROJECT, "content");
const records = filesBelow(content);
const names = (pattern: RegExp) => records.flatMap((file) => pattern.exec(file)?.slice(1).join("/") ?? []);
const site = await rootSite();
const read = (file: string) => readPage(site, file);
const front = (file: string) => readFileSync(join(content, file), "utf8");

describe("the site against content/", () => {
  const events = names(/^events\/([^/]+)\/event\.md$/);
  const talks = names(/^events\/([^/]+)\/talks\/([^/]+)\.md$/);
  const speakers = names(/^speakers\/([^/]+)\.md$/);
  const papers = names(/^papers\/([^/]+)\.md$/);

  test("holds as many records as were handed over", () => {
    expect({ events: events.length, talks: talks.length, speakers: speakers.length, papers: papers.length }).toEqual({
      events: 30,
      talks: 362,
      speakers: 137,
      papers: 49,
    });
  });

  test("has a page and an agenda for every event, a page for every talk and person, and no other", () => {
    const folders = (folder: string) =>
      readdirSync(join(site, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(folders("events").sort()).toEqual(events);
    const built = events.flatMap((event) => folders(`events/${event}`).map((talk) => `${event}/${talk}`));
    expect(built.sort()).toEqual([...talks, ...events.map((event) => `${event}/agenda`)].sort());
    const withPage = folders("speakers");
    expect(withPage).toEqual(expect.arrayContaining(speakers));
    // Who has no record of their own is named by a talk.
    for (const person of withPage.filter((name) => !speakers.includes(name)))
      expect(
        read(`speakers/${person}/index.html`).links.some((link) => /^\/events\/[^/]+\/[^/]+\/$/.test(link)),
        person,
      ).toBe(true);
  });

  test("shows every title on its page, in the agenda and, unless it is a break, in the list of presentations", () => {
    const lists = filesBelow(join(site, "presentations")).filter((file) => file.endsWith("index.html"));
    const presentations = lists.map((file) => read(`presentations/${file}`).text).join(" ");
    for (const talk of talks) {
      const [event = "", name = ""] = talk.split("/");
      const text = front(`events/${event}/talks/${name}.md`);
      const page = elements(readFileSync(join(site, `events/${event}/${name}/index.html`), "utf8"));
      const written = /^title: (?:"(.*)"|(.*))$/m.exec(text);
      const title = (written?.[1]?.replace(/\\"/g, '"') ?? written?.[2] ?? "missing").replace(/\s+/g, " ");
      expect(page.filter((element) => element.tagName === "h1").map(textOf)).toEqual([expect.stringContaining(title)]);
      expect(read(`events/${event}/agenda/index.html`).links).toContain(`/events/${event}/${name}/`);
      if (!/^kind: break$/m.test(text)) expect(presentations).toContain(title);
    }
  });

  test("lists every paper and every entry of the ecosystem with its sources", () => {
    const lists = filesBelow(join(site, "papers")).filter((file) => file.endsWith("index.html"));
    const pages = lists.map((file) => read(`papers/${file}`));
    expect(pages.flatMap((page) => [...page.ids])).toEqual(expect.arrayContaining(papers.map((paper) => `paper-${paper}`)));
    const links = pages.flatMap((page) => page.links);
    const sources = (text: string) => [...text.matchAll(/^\s*- (https?:\/\/\S+)$/gm)].map((match) => match[1]);
    for (const paper of papers) expect(links, paper).toEqual(expect.arrayContaining(sources(front(`papers/${paper}.md`))));
    expect(read("ecosystem/index.html").links).toEqual(expect.arrayContaining(sources(front("pages/ecosystem.md"))));
  });

  test("shows every source of every event, talk and speaker on its page", () => {
    for (const file of records.filter((name) => /^(events|speakers)\//.test(name))) {
      const page = `${file
        .replace(/\/event\.md$/, "")
        .replace("/talks/", "/")
        .replace(/\.md$/, "")}/index.html`;
      const sources = [
        ...front(file)
          .replace(/[\s\S]*^sources:$/m, "")
          .replace(/^---[\s\S]*/m, "")
          .matchAll(/^ {2}- (\S+)$/gm),
      ].map((match) => match[1]);
      expect(sources.length).toBeGreaterThan(0);
      expect(read(page).links, page).toEqual(expect.arrayContaining(sources));
    }
  });

  test("names every page but moved ones and 404 in the sitemap", () => {
    const { urlset } = new XMLParser().parse(readFileSync(join(site, "sitemap.xml"), "utf8")) as { urlset: { url: { loc: string }[] } };
    const isMoved = (file: string) => readFileSync(join(site, file), "utf8").includes('http-equiv="refresh"');
    const pages = filesBelow(site).filter((file) => file.endsWith("index.html") && !isMoved(file));
    expect(urlset.url.map((url) => url.loc).sort()).toEqual(
      pages.map((file) => `https://archive.example.org/${file.replace(/index\.html$/, "")}`).sort(),
    );
    expect(readFileSync(join(site, "robots.txt"), "utf8")).toContain("Sitemap: https://archive.example.org/sitemap.xml");
  });
});

describe("the pages that this archive grew from", () => {
  test("Intel Update shows everything the original page showed", () => {
    const page = read("events/2012-north-america/intel-update/index.html");
    for (const words of [
      "archive of past conferences",
      "xenproject.org",
      "Home",
      "Products",
      "Support",
      "Community",
      "Blog",
      "Xen Events",
      "Presentations and Videos",
      "Papers",
      "Ecosystem",
    ])
      expect(page.text).toContain(words);
    for (const words of [
      "Intel Update",
      "Jun Nakajima",
      "Principal Engineer",
      "Intel",
      "VMX features",
      "VMFUNC",
      "Intel Open Source Technology Center",
    ])
      expect(page.text).toContain(words);
    // Its page on the original site is this page now, so that a link there would lead nowhere else.
    expect(page.text).not.toContain("Original page");
  });

  test("its event welcomes readers and sends them to slides and videos in the agenda", () => {
    const page = read("events/2012-north-america/index.html");
    expect(page.text).toMatch(/slides and videos/);
    expect(page.links).toContain("/events/2012-north-america/agenda/");
    expect(read("events/2012-north-america/agenda/index.html").links).toContain("https://vimeo.com/51468041");
  });

  test("the twelve known addresses of 2012 lead on", () => {
    const moved = filesBelow(site).filter((file) => file.startsWith("xensummit/xs12na_talks/"));
    expect(moved).toHaveLength(12);
    for (const file of moved) {
      const html = readFileSync(join(site, file), "utf8");
      const target = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1] ?? "";
      expect(readFileSync(join(site, target, "index.html"), "utf8")).toContain(`www-archive.xenproject.org/${file}`);
      expect(html).toContain(`<link rel="canonical" href="https://archive.example.org${target}">`);
    }
    expect(readFileSync(join(site, "xensummit/xs12na_talks/T10.html"), "utf8")).toContain("/events/2012-north-america/intel-update/");
  });
});
