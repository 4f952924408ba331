/** The pages to browse by: light, reachable from every footer, and none of the former addresses of topics is lost. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { compress } from "../support/host.ts";
import { filesBelow, readPage } from "../support/html.ts";
import { rootSite } from "../support/real-sites.ts";
import { FIRST_ROUND_TRIP } from "../support/whole-site/weight.ts";

const site = await rootSite();
const html = (file: string) => readFileSync(join(site, file), "utf8");

test.each(["topics", "organizations", "years", "explore"])("no page of %s is heavier than a first round trip", (folder) => {
  const pages = filesBelow(join(site, folder)).filter((file) => file.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(2);
  // What is light when it is packed quickly is not packed well.
  const heavy = pages.map((file) => html(`${folder}/${file}`)).filter((page) => compress(Buffer.from(page)).length > FIRST_ROUND_TRIP);
  expect(heavy.filter((page) => brotliCompressSync(page).length > FIRST_ROUND_TRIP)).toEqual([]);
});

test("every footer leads to them", () => {
  for (const page of ["index.html", "explore/index.html", "404.html"])
    expect(readPage(site, page).links).toEqual(expect.arrayContaining(["/organizations/", "/years/", "/explore/", "/topics/"]));
});

test("another word for a topic leads to the topic, and a talk with it is listed there", () => {
  expect(html("topics/pvops/index.html")).toContain("url=/topics/paravirt-ops/");
  expect(readPage(site, "topics/paravirt-ops/index.html").text).toContain("The layer of the Linux kernel");
});

test("a talk and its speaker lead to the organization, under the published spelling", () => {
  const talk = readPage(site, "events/2016-developer-summit/amds-virtualization-memory-encryption-technology/index.html");
  expect(talk.text).toContain("Advanced Micro Devices (AMD)");
  expect(talk.links).toContain("/organizations/amd/");
  expect(readPage(site, "organizations/amd/index.html").links).toContain(
    "/events/2016-developer-summit/amds-virtualization-memory-encryption-technology/",
  );
});

describe("the charts", () => {
  test("have the same numbers as their tables and files", () => {
    const rows = parse(html("explore/editions.csv"), { columns: true }) as Record<string, string>[];
    const text = readPage(site, "explore/index.html").text.replace(/\s+/g, " ");
    expect(rows.length).toBe(30);
    for (const { edition, talks, speakers, organizations } of rows) expect(text).toContain(`${edition}${talks}${speakers}${organizations}`);
  });

  test("are pictures with a name and a description, without style or script of their own", () => {
    for (const page of ["explore/index.html", "explore/topics/index.html", "explore/speakers/index.html", "topics/security/index.html"]) {
      const charts = html(page).match(/<svg class="?chart[\s\S]*?<\/svg>/g) ?? [];
      expect(charts.length, page).toBeGreaterThan(0);
      for (const chart of charts) {
        expect(chart).toMatch(/^<svg class="?chart"? role="?img"? aria-labelledby="[^"]+ [^"]+"/);
        expect(chart).toMatch(/<title [^>]*>[^<]+<\/title><desc [^>]*>[^<]+<\/desc>/);
        expect(chart).not.toMatch(/style=|on\w+=|href=|NaN/);
      }
    }
  });
});
