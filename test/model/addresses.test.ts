/** The table of addresses: every path has one row that says most of it, and whoever knows addresses agrees with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addressClash } from "../../src/checks/address-clash.ts";
import { FormerPaths } from "../../src/intake/former-paths.ts";
import {
  addressesOf,
  addressOf,
  ADDRESSES,
  contentType,
  isForArchive,
  mediaTypeOf,
  ownAddress,
  RESERVED_TALKS,
  reservedFolder,
  typeByName,
  UNCHANGING_FOLDERS,
} from "../../src/model/addresses.ts";
import { formerPath } from "../../src/model/records/addresses.ts";
import * as urls from "../../src/model/urls.ts";
import { PROJECT } from "../support/cli.ts";
import { archiveOf } from "./make.ts";

/** A path of a family: variables by values that fit nothing else. */
function sampleOf(pattern: string): string {
  return pattern
    .replaceAll("<part>", "7")
    .replaceAll("<path>", "old/T10.html")
    .replace(/<(\w+)>/g, (_, name) => `${name}-x`);
}

describe("a row", () => {
  test.each(ADDRESSES.map((address) => [address.pattern, address] as const))(
    "%s is found by its paths, and by no other row as well",
    (pattern, address) => {
      const found = [...addressesOf(sampleOf(pattern))].map((one) => one.address);
      expect(found[0]).toBe(address);
      expect(found.filter((other) => other.pattern.replace(/<\w+>/g, "<>") === pattern.replace(/<\w+>/g, "<>"))).toEqual([address]);
    },
  );

  test("has a media type, but for folders of files of several types", () => {
    const open = ADDRESSES.filter(({ type }) => type === undefined).map(({ pattern }) => pattern);
    expect(open).toEqual(["/media/<path>", "/assets/cards/<card>", "/assets/media/<picture>/<file>", "/assets/<file>", "/admin/<file>"]);
  });

  test("is there for every path that `urls.ts` spells", () => {
    const { PATHS, REDIRECTS, HEADERS } = urls;
    const formats: Record<string, string[]> = { citationPath: ["7", "7", "bib"], schedulePath: ["7", "xml"] };
    const notSpelled = ["encodedPath", "decodedPath", "madePath"];
    const made = Object.entries(urls).flatMap(([name, value]) =>
      name.endsWith("Path") && !notSpelled.includes(name)
        ? [(value as (...names: string[]) => string)(...(formats[name] ?? ["7", "7"]))]
        : [],
    );
    expect(made.length).toBeGreaterThan(20);
    const all = [...made, `${urls.madePath("a")}b.avif`, ...Object.values({ ...PATHS, ...REDIRECTS, ...HEADERS })];
    expect(all.filter((path) => addressOf(path)?.address.owner === "former")).toEqual([]);
  });
});

test("of two rows that fit, the one that says more is meant", () => {
  const patterns = (path: string) => [...addressesOf(path)].map(({ address }) => address.pattern);
  expect(patterns("/events/e/agenda/")).toEqual(["/events/<event>/agenda/", "/events/<event>/<talk>/", "/<path>"]);
  expect(patterns("/topics/list/2/")).toEqual(["/topics/list/<part>/", "/topics/<topic>/<part>/", "/<path>"]);
  expect(patterns("/topics/list/")[0]).toBe("/topics/<topic>/");
  expect(patterns("/events/e/t/t.ICS")[0]).toBe("/events/<event>/<talk>/<talk>.ics");
  expect(patterns("/events/e/t/u.ics")).toEqual(["/<path>"]);
  expect(patterns("/events/e/index.html")[0]).toBe("/events/<event>/");
  expect(patterns("/")).toEqual(["/"]);
  expect(addressOf("/events/E/T/t.bib")?.variables).toEqual({ event: "e", talk: "t" });
});

test("names are reserved that an event has pages of, and no others", () => {
  expect([...RESERVED_TALKS]).toEqual(["talks", "agenda"]);
});

test("files never change in folders whose names change with the content", () => {
  expect(UNCHANGING_FOLDERS).toEqual(["/assets/", "/pagefind/index/", "/pagefind/fragment/", "/pagefind/filter/"]);
});

describe("media types", () => {
  test.each([
    ["/", "text/html"],
    ["/events/e/", "text/html"],
    ["/404.html", "text/html"],
    ["/events/e/linkset.json", "application/linkset+json"],
    ["/events/e/event.json", "application/json"],
    ["/events/e/t/t.csl.json", "application/vnd.citationstyles.csl+json"],
    ["/events/e/t/t.bib", "application/x-bibtex"],
    ["/media/2020/v1.2.PDF", "application/pdf"],
    ["/media/2020/constructor", undefined],
    ["/assets/frame-0123456789.js", "text/javascript"],
    ["/admin/decap-cms.js.LICENSE.txt", "text/plain"],
    ["/pagefind/index/0123456789.txt", "text/plain"],
    ["/_headers", "text/plain"],
    ["/old/page", undefined],
    ["/old/T10.pdf", "application/pdf"],
  ])("%s", (path, type) => {
    expect(mediaTypeOf(path)).toBe(type);
  });

  test("texts say that they are UTF-8, others nothing", () => {
    expect(contentType("text/calendar")).toBe("text/calendar; charset=utf-8");
    expect(contentType("application/atom+xml")).toBe("application/atom+xml; charset=utf-8");
    expect(contentType("image/svg+xml")).toBe("image/svg+xml");
    expect(contentType("application/json")).toBe("application/json");
    expect(typeByName("json")).toBe("application/json");
  });
});

describe("former addresses", () => {
  const schema = formerPath("A former path.");
  /** Paths of every family, above, beside and below them, and in other letters. */
  const paths = ADDRESSES.flatMap(({ pattern }) => {
    const sample = sampleOf(pattern);
    const bare = sample.replace(/\/$/, "");
    return [
      sample,
      bare,
      `${bare}/`,
      `${bare}/a`,
      `${bare}/a/b.html`,
      `${bare}.old`,
      sample.toUpperCase(),
      bare.replace(/\/[^/]*$/, "/z.html"),
    ];
  }).filter((path) => schema.safeParse(path).success);
  const refused = (path: string) => addressClash(archiveOf({ events: { e: { formerUrls: [path] } } })).length > 0;

  test.each([
    "/search/a",
    "/years/2012/talk.html",
    "/organizations/citrix.html",
    "/explore/a",
    "/accessibility/a",
    "/_redirects",
    "/sitemap-3.xml",
    "/papers/2/",
  ])("%s is neither claimed by an import nor accepted by the check", (path) => {
    expect(new FormerPaths([]).claim(path, "talk e/t")).toBe(false);
    expect(refused(path)).toBe(true);
  });

  test("what an import claims, the check accepts", () => {
    const claimed = paths.filter((path) => new FormerPaths([]).claim(path, "talk e/t"));
    expect(paths.length).toBeGreaterThan(300);
    expect(claimed.length).toBeGreaterThan(20);
    expect(claimed.filter(refused)).toEqual([]);
  });

  test("the table, the check and imports tell the archive's own paths alike", () => {
    for (const path of paths) {
      const isOwn = ownAddress(path) !== undefined || reservedFolder(`/${urls.outputFile(path)}`) !== undefined;
      expect(refused(path), path).toBe(isOwn);
      if (isOwn) expect(isForArchive(path), path).toBe(true);
    }
  });

  test("pages of records are free where there is no such record, and imports leave them free", () => {
    for (const path of ["/events/2012-old/", "/events/2012-old/talk/", "/speakers/ada/", "/topics/xen/"]) {
      expect(refused(path), path).toBe(false);
      expect(new FormerPaths([]).claim(path, "talk e/t"), path).toBe(false);
    }
  });

  test.each([
    ["/events/e/agenda/", "is already that of", "the archive's own pages and files"],
    ["/events/e/calendar.ics", "is already that of", "the programme of “Little Conference”"],
    ["/events/E/archive.zip", "is already that of", "the records of “Little Conference”"],
    ["/events/e/t/t.bib", "is already that of", "the citation of the talk “A talk”"],
    ["/events/e/t/t.ics/a.html", "cannot stand beside `/events/e/t/t.ics` of", "the calendar of the talk “A talk”"],
    ["/events/e/gone/gone.ris", "is already that of", "the citation of the talk “gone”"],
    ["/papers/2/", "is already that of", "a part of the list of papers"],
    ["/data/a.json", "cannot stand beside `/data/` of", "the archive's own pages and files"],
  ])("the message on %s names what is there", (path, how, whose) => {
    const archive = archiveOf({ events: { e: { name: "Little Conference", formerUrls: [path] } }, talks: { "e/t": {} } });
    expect(addressClash(archive).map(({ message }) => message)).toEqual([
      `The address \`${path}\` of a former page of “Little Conference” ${how} ${whose}.`,
    ]);
  });
});

describe("pages of records and further parts of lists are not at one address", () => {
  const messages = (made: Parameters<typeof archiveOf>[0]) =>
    addressClash(archiveOf(made)).map(({ file, message }) => `${file} ${message}`);
  const series = (...ids: string[]) => ({ series: ids.map((id) => ({ id, name: id.toUpperCase() })) });
  const events = (count: number, ids: string[]) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`e-${index}`, { series: ids[index % ids.length] }]));

  test("that of a talk of an event called `list`", () => {
    const talks = { "list/2": { title: "Two" }, "list/second": {}, "e/2": {} };
    expect(messages({ events: { list: {}, e: {} }, talks })).toEqual([
      "content/talks/list/2.md The address `/events/list/2/` of the talk “Two” is already that of a part of the list of events.",
    ]);
  });

  test("those of two series of one id, where each has a page and where it has none", () => {
    const site = { series: ["First", "Second"].map((name) => ({ id: "x", name })) };
    expect(messages({ site, events: events(6, ["x"]) })).toEqual([
      "content/site.yaml The address `/events/#x` of the series “Second” is already that of the series “First”.",
    ]);
    expect(messages({ site, events: events(61, ["x"]) })).toEqual([
      "content/site.yaml The address `/series/x/` of the series “Second” is already that of the series “First”.",
      "content/site.yaml The address `/series/x/2/` of a part of the series “Second” is already that of a part of the series “First”.",
    ]);
  });

  test.each([
    [["list", "other"], ["The address `/series/list/2/` of a part of the series “LIST” is already that of a part of the list of series."]],
    [["x", "x/2"], ["The address `/series/x/2/` of the series “X/2” is already that of a part of the series “X”."]],
    [["x", "y"], []],
  ])("those of the series %j", (ids, expected) => {
    expect(messages({ site: series(...ids), events: events(61, ids) })).toEqual(expected.map((one) => `content/site.yaml ${one}`));
    expect(messages({ site: series(...ids), events: events(6, ids) })).toEqual([]);
  });
});

test.each(["assets", "media", "data", "pagefind", "admin", "search"])(
  "no free page can be called %s, whose folder is the archive's own",
  (id) => {
    expect(addressClash(archiveOf({ pages: { [id]: {} } })).map(({ file }) => file)).toEqual([`content/pages/${id}.md`]);
  },
);

test("the README lists the files for other programs, and no others", () => {
  const readme = readFileSync(join(PROJECT, "README.md"), "utf8");
  const [, rows = ""] = /^## Files for other programs\n([\s\S]*?)\n\nA talk has/m.exec(readme) ?? [];
  const listed = [...rows.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) => {
    const [first = "", ...others] = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    let before = `/${first}`;
    return [
      before,
      ...others.map((name) => {
        // `.ris` stands for the path before with another ending, `schedule.json` for another file beside it, others for themselves.
        const path = name.startsWith(".")
          ? `${before.replace(/\.[a-z.]+$/, "")}${name}`
          : name.includes("/")
            ? `/${name}`
            : before.replace(/[^/]*$/, name);
        before = path;
        return path;
      }),
    ];
  });
  const found = listed.map((path) => addressOf(path)?.address);
  expect(found.filter((address) => !address?.forPrograms)).toEqual([]);
  expect(ADDRESSES.filter(({ forPrograms }) => forPrograms).filter((address) => !found.includes(address))).toEqual([]);
});
