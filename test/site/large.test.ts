/** A large archive stays readable: lists are split, no page is too long, and every talk can be reached by links. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { generateContent } from "../support/generate.ts";
import { elements, attribute, filesBelow, readPage } from "../support/html.ts";

const site = join(temporaryFolder(), "site");

beforeAll(async () => {
  // One edition of 500 talks and two of 110: years, letters, topics and one event are too long for a page.
  const content = folderOf({
    ...generateContent(3, 110),
    ...Object.fromEntries(
      Object.entries(generateContent(1, 500)).map(([path, text]) => [path, text.replace("name: Summit 2000", "name: Large Summit 2000")]),
    ),
  });
  const run = await archive(["build", "--content", content, "--output", site]);
  expect(run.code, run.stderr).toBe(0);
});

test("no list page has more than 300 entries", () => {
  const lists = filesBelow(site).filter((file) => file.endsWith(".html") && !/agenda/.test(file));
  for (const file of lists) {
    const html = readFileSync(join(site, file), "utf8");
    // Few can be no more when they are counted well.
    const isLong = (html.match(/talk-item/g) ?? []).length > 300;
    const items = (isLong ? elements(html) : []).filter(
      (element) => /talk-item/.test(attribute(element, "class") ?? "") && element.tagName === "li",
    );
    const topics = file.startsWith("topics/") ? readPage(site, file).links.filter((link) => /^\/topics\/[^/]+\/$/.test(link)) : [];
    const speakers = file.startsWith("speakers/") ? readPage(site, file).links.filter((link) => /^\/speakers\/[^/]+\/$/.test(link)) : [];
    expect(Math.max(items.length, topics.length, new Set(speakers).size), file).toBeLessThanOrEqual(300);
  }
});

test("every page can be reached from the home page", () => {
  const pages = new Set(filesBelow(site).filter((file) => file.endsWith(".html")));
  const seen = new Set<string>();
  const queue = ["index.html"];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const link of readPage(site, file).links) {
      const target = `${link.slice(1).replace(/#.*$/, "")}index.html`;
      if (link.startsWith("/") && pages.has(target)) queue.push(target);
    }
  }
  expect([...pages].filter((file) => !seen.has(file))).toEqual(["404.html"]);
});

test("the agenda of a large event has pages for each day", () => {
  const overview = readPage(site, "events/2000-summit/agenda/index.html");
  expect(overview.links).toEqual(
    expect.arrayContaining(["/events/2000-summit/agenda/2000-05-10/", "/events/2000-summit/agenda/2000-05-11/"]),
  );
  const pages = filesBelow(site).filter((file) => /^events\/2000-summit\/agenda\/2000-05-1[01]\/(\d+\/)?index\.html$/.test(file));
  const sessions = pages.flatMap((file) => readPage(site, file).links);
  expect(pages.length).toBeGreaterThan(2);
  expect(overview.links).toEqual(expect.arrayContaining(pages.map((file) => `/${file.replace("index.html", "")}`)));
  expect(new Set(sessions.filter((link) => /^\/events\/2000-summit\/talk-\d+\/$/.test(link))).size).toBe(500);
});

test("presentations have an overview of years that links the parts", () => {
  expect(readPage(site, "presentations/index.html").links).toEqual(
    expect.arrayContaining(["/presentations/2000/", "/presentations/2001/"]),
  );
  expect(readPage(site, "presentations/2000/index.html").links).toEqual(
    expect.arrayContaining(["/presentations/2000/2/", "/presentations/2000/3/"]),
  );
});
