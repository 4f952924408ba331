/** What the checks across records let pass; what they report is in `test/fixtures/bad`. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { sectionsOf } from "../../src/components/ways-in.ts";
import { loadArchive } from "../../src/content/load.ts";
import { MOST_PAGES } from "../../src/publishing/page-needs.ts";
import { archiveOf } from "../model/make.ts";
import { folderOf, LITTLE, SITE } from "../support/content.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { JPEG, WEBM } from "../support/media-starts.ts";

const EVENT = "events/2020-spring/event.md";

/** Everything that the checks say of the little conference with other files. */
function findingsOf(files: Record<string, string>, media: Record<string, string | Uint8Array> = {}) {
  const folder = folderOf({
    ...Object.fromEntries(Object.entries({ ...LITTLE, ...files }).map(([path, text]) => [`content/${path}`, text])),
    ...Object.fromEntries(Object.entries(media).map(([path, text]) => [`assets/media/${path}`, text])),
  });
  const { archive, findings } = loadArchive({ contentDir: join(folder, "content"), assetsDir: join(folder, "assets") });
  expect(findings).toEqual([]);
  return runChecks(archive);
}

/** The same as `rule file-name`. */
const checked = (...of: Parameters<typeof findingsOf>): string[] =>
  findingsOf(...of).map(({ rule, file }) => `${rule} ${file.slice(file.lastIndexOf("/") + 1)}`);

/** Talks of the little conference by name, each with a title and speaker of its own. */
function talks(fields: Record<string, string>): Record<string, string> {
  const speakers: Record<string, string> = { a: "Ada Example", b: "Bob Sample", c: "Cyd Muster" };
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      `events/2020-spring/talks/${name}-talk.md`,
      `---\ntitle: Talk ${name}\n${/^speaker/m.test(text) ? "" : `speaker: ${speakers[name]}\n`}${text}\n---\n`,
    ]),
  );
}

const event = (fields: string) => ({ [EVENT]: `---\nname: Little Conference 2020\n${fields}\n---\n` });

describe("rooms and speakers", () => {
  test.each([
    ["one after the other", 'start: "10:00"\nend: "10:30"\nroom: Hall'],
    ["at once in another room", 'start: "09:30"\nend: "10:00"\nroom: Attic'],
    ["at once without a room", 'start: "09:30"\nend: "10:00"'],
    ["at once with an unknown end", 'start: "09:30"\nroom: Hall'],
    ["on another day", 'date: 2020-05-05\nstart: "09:30"\nend: "10:00"\nroom: Hall'],
    ["without a time", "room: Hall"],
  ])("%s", (_, second) => {
    const first = 'date: 2020-05-04\nstart: "09:30"\nend: "10:00"\nroom: Hall';
    expect(checked(talks({ a: first, b: second.startsWith("date") ? second : `date: 2020-05-04\n${second}` }))).toEqual([]);
  });

  test("a long talk clashes with every talk in it, past the first one too", () => {
    const at = (start: string, end: string) => `date: 2020-05-04\nstart: "${start}"\nend: "${end}"\nroom: Hall`;
    expect(checked(talks({ a: at("09:00", "12:00"), b: at("09:30", "10:00"), c: at("11:00", "11:30") }))).toEqual([
      "room-clash b-talk.md",
      "room-clash c-talk.md",
    ]);
  });

  test("a talk past midnight clashes on the day on which it ends", () => {
    const files = {
      ...event('startDate: 2020-05-04\nendDate: 2020-05-05\ntimezone: Europe/Berlin\ndayChange: "04:00"'),
      ...talks({
        a: 'date: 2020-05-04\nstart: "23:30"\nend: "00:30"\nroom: Hall',
        b: 'date: 2020-05-05\nstart: "00:15"\nend: "00:45"\nroom: Hall',
      }),
    };
    expect(checked(files)).toEqual(["room-clash b-talk.md"]);
  });

  test("one person twice in one room is reported for the room alone", () => {
    const at = 'speaker: Ada Example\ndate: 2020-05-04\nstart: "09:30"\nend: "10:00"\nroom: Hall';
    expect(checked(talks({ a: at, b: at }))).toEqual(["room-clash b-talk.md"]);
  });
});

describe("days", () => {
  test.each([
    ["the first and the last day", "startDate: 2020-05-04\nendDate: 2020-05-05", "2020-05-05"],
    ["a month", "startDate: 2020-05", "2020-05-31"],
    ["a year", 'startDate: "2020"', "2020-12-31"],
    ["a first day without a last one", "startDate: 2020-05-04", "2020-06-04"],
    ["no days", "city: Berlin", "1999-01-01"],
    ["a leap day", "startDate: 2020-02", "2020-02-29"],
  ])("a talk within %s", (_, fields, date) => {
    expect(checked({ ...event(fields), ...talks({ a: `date: ${date}` }) })).toEqual([]);
  });

  test.each([
    ["the day after the last", "startDate: 2020-05-04\nendDate: 2020-05-05", "2020-05-06"],
    ["the month after", "startDate: 2020-05", "2020-06-01"],
    ["long after a first day", "startDate: 2020-05-04", "2020-06-05"],
  ])("a talk on %s", (_, fields, date) => {
    expect(checked({ ...event(fields), ...talks({ a: `date: ${date}` }) })).toEqual(["outside-event a-talk.md"]);
  });

  test("a talk after midnight belongs to the day before", () => {
    const files = event('startDate: 2020-05-04\nendDate: 2020-05-04\ndayChange: "04:00"');
    expect(checked({ ...files, ...talks({ a: 'date: 2020-05-05\nstart: "01:00"' }) })).toEqual([]);
    expect(checked({ ...files, ...talks({ a: 'date: 2020-05-05\nstart: "05:00"' }) })).toEqual(["outside-event a-talk.md"]);
  });
});

describe("times", () => {
  const zone = (name: string) => event(`startDate: 2020-03-01\nendDate: 2020-11-30\ntimezone: ${name}`);

  test("a gap and a repeated hour of one zone are plain times in another", () => {
    const gap = talks({ a: 'date: 2020-03-29\nstart: "02:30"' });
    expect(checked({ ...zone("Europe/Berlin"), ...gap })).toEqual(["time-in-gap a-talk.md"]);
    expect(checked({ ...zone("America/New_York"), ...gap })).toEqual([]);
    expect(checked({ ...event("startDate: 2020-03-29\nendDate: 2020-03-29"), ...gap })).toEqual([]);
    const repeated = talks({ a: 'date: 2020-11-01\nstart: "01:30"' });
    expect(checked({ ...zone("America/New_York"), ...repeated })).toEqual(["time-repeated a-talk.md"]);
    expect(checked({ ...zone("Europe/Berlin"), ...repeated })).toEqual([]);
  });

  test("a talk over midnight of up to 12 hours", () => {
    const at = (end: string) => talks({ a: `date: 2020-05-04\nstart: "20:00"\nend: "${end}"` });
    expect(checked(at("08:00"))).toEqual([]);
    expect(checked(at("08:01"))).toEqual(["ends-before-start a-talk.md"]);
  });
});

describe("addresses", () => {
  const former = (...paths: string[]) => `formerUrls:\n${paths.map((path) => `  - ${path}\n`).join("")}`.trimEnd();

  test.each([
    "/talks/1.html",
    "/talks/1/",
    "/events.html",
    "/events/2020-spring.html",
    "/events/2020-spring/b-talk/",
    "/events/2020-spring/b-talk/c-talk.bib",
    "/speakers/nobody/",
    "/topics/nothing/",
    "/media.html",
    "/agenda/",
  ])("a former address beside the archive: %s", (path) => {
    expect(checked(talks({ a: former(path) }))).toEqual([]);
  });

  test.each([
    "/events/",
    "/events",
    "/Events/",
    "/events/2020-spring/",
    "/events/2020-spring/agenda/",
    "/events/2020-spring/agenda/2020-05-04/",
    "/events/2020-spring/slides.zip",
    "/events/2020-spring/archive.zip",
    "/events/2020-spring/event.json",
    "/events/2020-spring/linkset.json",
    "/data/talks.json",
    "/events/2020-spring/a-talk/a-talk.bib",
    "/events/2020-spring/b-talk/B-talk.csl.json",
    "/events/2020-spring/calendar.ics",
    "/events/2020-spring/schedule.xml",
    "/events/2020-spring/feed.atom",
    "/events/2020-spring/a-talk/a-talk.ics",
    "/feed.atom",
    "/events/2020-spring/a-talk/",
    "/events/2020-spring/a-talk/index.html",
    "/speakers/ada-example/",
    "/speakers/a-z/a/",
    "/topics/testing/",
    "/topics/list/2/",
    "/presentations/2020/",
    "/media/a.pdf",
    "/assets/site.css",
    "/index.html",
    "/404.html",
    "/sitemap.xml",
    "/robots.txt",
    "/robots.txt/a.html",
  ])("a former address that is taken: %s", (path) => {
    expect(checked(talks({ a: `topics:\n  - testing\n${former(path)}` }))).toEqual(["address-clash a-talk.md"]);
  });

  test("a talk may be called slides, for no event has a page of that name", () => {
    expect(checked({ "events/2020-spring/talks/slides.md": "---\ntitle: A talk\n---\n" })).toEqual([]);
  });

  test("the same former address twice in one record", () => {
    expect(checked(talks({ a: former("/talks/1.html", "/talks/1.html") }))).toEqual(["address-clash a-talk.md"]);
  });

  test("spellings of one person that a record joins", () => {
    const files = { "speakers/ada-example.md": "---\nname: Ada Example\naliases:\n  - Ada  Éxample\n---\n" };
    expect(checked({ ...files, ...talks({ a: "speaker: Ada Example", b: "speaker: Ada  Éxample" }) })).toEqual([]);
  });
});

describe("references and files", () => {
  test("a series and a featured talk that are there", () => {
    const site = `${SITE}series:\n  - id: little\n    name: Little\nfeatured:\n  - 2020-spring/a-talk\n`;
    expect(checked({ "site.yaml": site, ...event("series: little") })).toEqual([]);
  });

  test("media that are there, whatever their capitals", () => {
    const fields = "slides:\n  file: A/slides.PDF\nvideo:\n  file: a.webm\n  captions: a.vtt\n  poster: a.jpg";
    const media = {
      "A/slides.PDF": "%PDF-1.4",
      "a.webm": WEBM,
      "a.vtt": "WEBVTT\n\n<v Ada>Hello",
      "a.jpg": JPEG,
    };
    expect(checked(talks({ a: fields }), media)).toEqual([]);
  });

  test("a PDF with a few bytes before its start", () => {
    expect(checked(talks({ a: "slides:\n  file: a.pdf" }), { "a.pdf": "\n\n%PDF-1.4 <html>" })).toEqual([]);
  });
});

test("files that no record names are told of only where every record can be read", () => {
  const rules = (site: string) => {
    const folder = folderOf({
      ...Object.fromEntries(Object.entries({ ...LITTLE, "site.yaml": site }).map(([path, text]) => [`content/${path}`, text])),
      "assets/media/logo.jpg": JPEG,
    });
    const { archive, findings } = loadArchive({ contentDir: join(folder, "content"), assetsDir: join(folder, "assets") });
    return runChecks(archive, undefined, findings).map(({ rule }) => rule);
  };
  expect(rules(SITE)).toEqual(["unnamed-media"]);
  expect(rules(`${SITE}logo: logo.jpg\nlgoo: 1\n`)).toEqual([]);
});

test("code in texts is no markup, and backticks that never end keep nobody waiting", () => {
  const talk = (text: string) => ({
    ...talks({ a: "topics: [testing]" }),
    "events/2020-spring/talks/a-talk.md": `---\ntitle: A\nspeaker: Ada Example\n---\n\n${text}\n`,
  });
  expect(checked(talk("`<b>` and ``a ` <i>`` and `` ` ``"))).toEqual([]);
  expect(checked(talk("` <b> `` and `<i>`"))).toEqual(["html-in-text a-talk.md"]);
  expect(cpuSeconds(() => checked(talk(`<[${"`".repeat(49_000)}${"a".repeat(49_000)}`)))).toBeLessThan(3);
});

test("what was removed and comes again with what records say is told, and stops no build", () => {
  const entries = (...paths: string[]) => `removed:\n${paths.map((path) => `  - path: ${path}\n    date: 2026-01-05\n`).join("")}`;
  const talk = { ...talks({ a: "topics: [testing]\norganization: Acme" }) };
  const again = ["/speakers/ada-example/", "/topics/testing/", "/organizations/acme/", "/years/2020/", "/events/2020-spring/calendar.ics"];
  const folder = { ...talk, "addresses.yaml": entries(...again, "/topics/gone/") };
  expect(checked(folder)).toEqual(again.map(() => "removed-again addresses.yaml"));
  expect(checked({ ...talk, "addresses.yaml": entries("/events/2020-spring/a-talk/") })).toEqual(["address-clash addresses.yaml"]);
});

describe("links in texts", () => {
  const files = {
    "site.yaml": SITE.replace("https://little.example.org/", "https://little.example.org/archive/"),
    "topics.yaml": "topics:\n  - name: testing\n    aliases: [trials]\n",
    "addresses.yaml":
      "removed:\n  - path: /events/2020-spring/gone/\n    date: 2026-01-05\nmovedMedia:\n  - from: before/a.pdf\n    to: a/b-c.pdf\n",
    "speakers/ada-example.md": "---\nname: Ada Example\nformerUrls:\n  - /people/ada.html\n---\n",
    "events/2020-spring/talks/d-talk.md": "---\ntitle: D\ndocuments:\n  - kind: handout\n    file: a/b-c.pdf\n---\n",
    "events/2020-spring/talks/b-talk.md": "---\ntitle: B\nslides:\n  file: a/b-c.pdf\nvideo:\n  file: b.webm\n  captions: b.vtt\n---\n",
  };
  const media = { "a/b-c.pdf": "%PDF-1.4", "b.webm": WEBM, "b.vtt": "WEBVTT\n\n<v Ada>Hello" };
  const about = (link: string) => ({ ...files, "pages/about.md": `---\ntitle: About\n---\n\nSee [this](${link}).\n` });

  test.each([
    "/",
    "/about/#part",
    "/about",
    "/events/2020-spring/",
    "/events/2020-spring/agenda/#session-a-talk",
    "/events/2020-spring/talks.csv",
    "/events/2020-spring/a-talk/a-talk.bib",
    "/events/2020-spring/b-talk/slides/",
    "/events/2020-spring/b-talk/transcript/#t-5",
    "/events/2020-spring/gone/",
    "/speakers/ada-example/",
    "/people/ada.html",
    "/topics/testing/",
    "/topics/trials/",
    "/organizations/example/",
    "/years/2020/",
    "/presentations/?topic=testing",
    "/data/archive.json",
    "/media/a/b-c%2Epdf",
    "/media/before/a.pdf",
    "/search/?q=x",
    "/names.txt",
    "https://little.example.org/archive/events/2020-spring/",
    "https://little.example.org/blog/",
    "https://little.example.org/archive/shop/",
    "https://example.org/events/none/",
    "mailto:a@example.org",
    "#part",
  ])("to %s lead somewhere", (link) => expect(checked(about(link), media)).toEqual([]));

  test.each([
    "/abuot/",
    "/events/2020-spring/c-talk/",
    "/events/2020-spring/a-talk/slides/",
    "/events/2020-spring/d-talk/slides/",
    "/events/2020-spring/a-talk/transcript/",
    "/events/2021-spring/agenda/",
    "/speakers/bob/",
    "/years/2021/",
    "/papers/",
    "/series/",
    "/presentations/2020/",
    "/media/a/c.pdf",
    "/people/bob.html",
    "/archive/about/",
    "https://little.example.org/archive/events/none/",
    "about/",
  ])("to %s are told of", (link) => expect(checked(about(link), media)).toEqual(["dead-link about.md"]));

  test.each(["/papers/", "/paper/", "/serie/"])("to %s are not told to lead to a list that there is not", (link) => {
    expect(findingsOf(about(link), media).map(({ hint }) => hint)).toEqual([expect.not.stringMatching(/`\/(papers|series)\/`/)]);
  });

  test("however many there are, nobody waits", () => {
    const links = Array.from({ length: 4000 }, (_, index) => `[a](/speakers/ada-${index}/)`).join(" ");
    let told: string[] = [];
    expect(
      cpuSeconds(() => (told = checked({ ...about("/"), "pages/about.md": `---\ntitle: About\n---\n\n${links}\n` }, media))),
    ).toBeLessThan(3);
    expect(told).toHaveLength(100);
  });
});

test("every page names so many free pages and no more, which is told", () => {
  const pages = (number: number) =>
    Object.fromEntries(Array.from({ length: number }, (_, index) => [`pages/p${index}.md`, `---\ntitle: P ${index}\n---\nx\n`]));
  expect(checked(pages(MOST_PAGES - 1))).not.toContain("many-pages site.yaml");
  expect(checked(pages(MOST_PAGES + 1))).toContain("many-pages site.yaml");
  const archive = archiveOf({ pages: Object.fromEntries(Array.from({ length: MOST_PAGES + 9 }, (_, index) => [`p${index}`, {}])) });
  expect(sectionsOf(archive).filter(({ url }) => /^\/p\d+\/$/.test(url))).toHaveLength(MOST_PAGES);
});

test("topics are listed twice where they are one topic, and not where their addresses begin alike", () => {
  expect(checked(talks({ a: "topics: [xen, Xen入門]" }))).toEqual([]);
  expect(checked(talks({ a: "topics: [xen, xen]" }))).toEqual(["listed-twice a-talk.md"]);
});

test("topics lie at most twenty levels deep, since every page names all above its own", () => {
  const chain = (levels: number) =>
    Array.from(
      { length: levels + 1 },
      (_, index) => `  - name: topic ${index}\n${index < levels ? `    broader: topic ${index + 1}\n` : ""}`,
    );
  expect(checked({ "topics.yaml": `topics:\n${chain(20).join("")}` })).toEqual([]);
  expect(checked({ "topics.yaml": `topics:\n${chain(1999).join("")}` })).toEqual(["too-deep topics.yaml"]);
});

test("a record of the whole archive may hold thousands of entries, and a circle of as many topics is told once", () => {
  const removed = Array.from({ length: 8000 }, (_, index) => `  - path: /a/${index}/\n    date: 2020-01-01\n`).join("");
  const topics = Array.from({ length: 2000 }, (_, index) => `  - name: topic ${index}\n    broader: topic ${(index + 1) % 2000}\n`).join(
    "",
  );
  const seconds = cpuSeconds(() =>
    expect(checked({ "addresses.yaml": `removed:\n${removed}`, "topics.yaml": `topics:\n${topics}` })).toEqual([
      "broader-cycle topics.yaml",
    ]),
  );
  expect(seconds).toBeLessThan(4);
});
