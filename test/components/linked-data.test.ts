/** Proves that a JSON-LD processor finds in our pages what the records say, and that no record gets out of its string. */
import { beforeAll, describe, expect, it } from "vitest";
import { graphText } from "../../src/components/linked-data.ts";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import type { Archive } from "../../src/model/archive.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { archiveOf, existing } from "../model/make.ts";
import { madeUpAssets } from "../support/assets.ts";
import { attribute, elements } from "../support/html.ts";
import { blocksOf, factsOf, valuesOf } from "../support/linked-data.ts";
import { richArchive } from "./rich.ts";

let environment: ReturnType<typeof createEnvironment>;
beforeAll(async () => {
  environment = createEnvironment(await loadTemplates());
});

/** The page at a path. */
function page(archive: Archive, kind: string, path: string): string {
  const frame = frameView(archive, {
    generator: "Generator",
    builtOn: undefined,
    assets: madeUpAssets(),
  });
  const views = existing(PAGE_KINDS.find((one) => one.name === kind)).views(archive);
  const view = existing([...views].find((one) => one.path === path));
  return environment.render(`pages/${kind}.njk`, { view, frame });
}

const rich = richArchive();
const at = (path: string) => `https://example.org/archive${path}`;

describe("linked data", () => {
  it("of a talk relates session, edition, speakers, video and slides", async () => {
    const facts = await factsOf(page(rich, "talk", "/events/2012-spring/local/"));
    const talk = at("/events/2012-spring/local/#talk");
    const [event, video, slides] = [
      at("/events/2012-spring/#event"),
      at("/events/2012-spring/local/#video"),
      at("/events/2012-spring/local/#slides"),
    ];
    expect(valuesOf(facts, talk, "type")).toEqual(["Event"]);
    expect(valuesOf(facts, talk, "name")).toEqual(["A talk"]);
    expect(valuesOf(facts, talk, "startDate")).toEqual(["2012-05-31T09:00+02:00"]);
    expect(valuesOf(facts, talk, "endDate")).toEqual(["2012-05-31T10:00+02:00"]);
    expect(valuesOf(facts, talk, "superEvent")).toEqual([event]);
    expect(valuesOf(facts, event, "name")).toEqual(["Spring 2012"]);
    const performers = valuesOf(facts, talk, "performer");
    expect(performers.length).toBeGreaterThan(0);
    for (const performer of performers) expect(valuesOf(facts, performer, "type")).toEqual(["Person"]);
    expect(valuesOf(facts, talk, "recordedIn")).toEqual([video]);
    expect(valuesOf(facts, video, "type")).toEqual(["VideoObject"]);
    expect(valuesOf(facts, video, "recordedAt")).toEqual([talk]);
    expect(valuesOf(facts, talk, "workFeatured")).toEqual([slides]);
    expect(valuesOf(facts, slides, "type")).toEqual(["PresentationDigitalDocument"]);
    expect(valuesOf(facts, slides, "author")).toEqual(performers);
  });

  it.each([
    ["a zone", { timezone: "Europe/Berlin" }, { end: "10:30" }, "2012-08-28T10:30+02:00"],
    ["no zone", {}, { end: "10:30" }, "2012-08-28T10:30"],
    ["no zone, and a length", {}, { duration: 90 }, "2012-08-28T10:30"],
    ["no zone, after midnight", { dayChange: "10:00" }, { end: "01:30" }, "2012-08-29T01:30"],
    ["no zone, on another day", {}, { endDate: "2012-08-30", end: "17:00" }, "2012-08-30T17:00"],
    ["no time of its end", {}, { endDate: "2012-08-30" }, "2012-08-30"],
  ])("of a talk tells its end: %s", async (_, event, talk, end) => {
    const record = { date: "2012-08-28", start: "09:00", ...talk };
    const archive = archiveOf({ events: { e: { name: "E", ...event } }, talks: { "e/t": record } });
    const facts = await factsOf(page(archive, "talk", "/events/e/t/"));
    expect(valuesOf(facts, "https://little.example.org/events/e/t/#talk", "endDate")).toEqual([end]);
  });

  it("of an edition names dates, place, host and series", async () => {
    const facts = await factsOf(page(rich, "event", "/events/2012-spring/"));
    const event = at("/events/2012-spring/#event");
    expect(valuesOf(facts, event, "startDate")).toEqual(["2012-05-31"]);
    expect(valuesOf(facts, event, "endDate")).toEqual(["2012-06-02"]);
    expect(valuesOf(facts, event, "superEvent")).toEqual([at("/events/#summit")]);
    const [place = ""] = valuesOf(facts, event, "location");
    expect(valuesOf(facts, place, "name")).toEqual(["A house"]);
    const [host = ""] = valuesOf(facts, event, "organizer");
    expect(valuesOf(facts, host, "name")).toEqual(["A host"]);
  });

  it("of a speaker, of the home page and of any other page", async () => {
    const person = at("/speakers/ada/#person");
    const facts = await factsOf(page(rich, "speaker", "/speakers/ada/"));
    expect(valuesOf(facts, person, "type")).toEqual(["Person"]);
    expect(valuesOf(facts, person, "alternateName")).toEqual(["A. Example"]);
    expect(valuesOf(facts, person, "image")).toEqual([at("/media/speakers/ada.jpg")]);
    const home = await factsOf(page(rich, "home", "/"));
    expect(valuesOf(home, at("/#site"), "type")).toEqual(["WebSite"]);
    expect(valuesOf(home, at("/#data"), "type")).toEqual(["Dataset"]);
    const papers = await factsOf(page(rich, "papers", "/papers/"));
    expect(papers.filter((fact) => fact.predicate.value === "https://schema.org/item").map((fact) => fact.object.value)).toEqual([
      at("/"),
      at("/papers/"),
    ]);
  });

  it("takes a project for an organization", async () => {
    const archive = archiveOf({ events: { e: {} }, talks: { "e/t": { speaker: "Example Project" } } });
    const facts = await factsOf(page(archive, "talk", "/events/e/t/"));
    expect(valuesOf(facts, "https://little.example.org/speakers/example-project/#person", "type")).toEqual(["Organization"]);
  });

  it("gives things only the properties that schema.org has for them", () => {
    const THING = "@type @id name alternateName description image url sameAs".split(" ");
    const WORK = "author inLanguage license archivedAt isAccessibleForFree hasPart encoding recordedAt keywords".split(" ");
    const HAS: Record<string, string> = {
      Event:
        "startDate endDate eventStatus eventAttendanceMode location organizer superEvent inLanguage performer keywords recordedIn workFeatured workPerformed",
      Person: "affiliation jobTitle",
      Organization: "memberOf",
      VideoObject: "contentUrl embedUrl duration thumbnailUrl uploadDate",
      Place: "address containedInPlace",
      MediaObject: "contentUrl",
    };
    const WORKS = /^(CreativeWork|VideoObject|MediaObject|\w*DigitalDocument|ScholarlyArticle|SoftwareSourceCode|Poster)$/;
    const archive = archiveOf({
      site: { licences: { talks: "CC-BY-4.0" } },
      events: { e: { name: "An event", venue: "A house", city: "Berlin", country: "Germany", licences: { talks: "CC-BY-4.0" } } },
      talks: {
        "e/t": {
          date: "2012-08-28",
          room: "Hall",
          speakers: [
            { name: "Ada Example", role: "Engineer", organization: "Example Systems" },
            { name: "Example Project", role: "Host", organization: "Example Foundation" },
          ],
          slides: { file: "a.pdf", url: "https://example.org/a.pdf" },
          video: { file: "a.webm", duration: "10:00", published: "2012-09-01" },
        },
      },
    });
    const found: Record<string, unknown>[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Array.isArray(value) && "@type" in value) found.push(value as Record<string, unknown>);
      Object.values(value).forEach(walk);
    };
    for (const [kind, path] of [
      ["talk", "/events/e/t/"],
      ["event", "/events/e/"],
      ["speaker", "/speakers/example-project/"],
    ] as const)
      for (const block of blocksOf(page(archive, kind, path))) walk(JSON.parse(block));
    const wrong = found.flatMap((thing) => {
      const type = String(thing["@type"]);
      if (!(type in HAS) && !WORKS.test(type)) return [];
      const known = new Set([...THING, ...(HAS[type] ?? "").split(" "), ...(WORKS.test(type) ? WORK : [])]);
      return Object.keys(thing).flatMap((name) => (known.has(name) ? [] : [`${type}.${name}`]));
    });
    expect(wrong).toEqual([]);
    const [slides] = found.filter((thing) => thing["@type"] === "PresentationDigitalDocument");
    expect(slides?.["encoding"]).toEqual({ "@type": "MediaObject", contentUrl: "https://little.example.org/media/a.pdf" });
    const [work] = found.filter((thing) => thing["@type"] === "CreativeWork");
    expect(work?.["license"]).toBe("https://creativecommons.org/licenses/by/4.0/");
  });

  it("says nothing that is not known", async () => {
    const archive = archiveOf({ events: { e: {} }, talks: { "e/t": {} } });
    const [text = ""] = blocksOf(page(archive, "talk", "/events/e/t/"));
    expect(text).not.toMatch(/null|undefined|Date|performer|location|recordedIn|workFeatured|keywords/);
  });

  it.each([
    ["</script><script>alert(1)</script>"],
    ["<!--<script>"],
    ["]]>&amp;&lt;"],
    ['"},{"@id":"https://evil.example/"'],
    ["\\u003c\\"],
  ])("keeps %s a text", async (hostile) => {
    const pageWith = (text: string) => {
      const talk = { title: text, speaker: text, organization: text, topics: [text], room: text };
      return page(archiveOf({ events: { e: { name: text, city: text } }, talks: { "e/t": talk } }), "talk", "/events/e/t/");
    };
    const scriptsIn = (html: string) => elements(html).filter((element) => element.tagName === "script").length;
    const html = pageWith(hostile);
    expect(scriptsIn(html)).toBe(scriptsIn(pageWith("A harmless text")));
    const facts = await factsOf(html);
    expect(valuesOf(facts, "https://little.example.org/events/e/t/#talk", "name")).toEqual([hostile]);
    expect(facts.some((fact) => fact.subject.value.startsWith("https://evil.example"))).toBe(false);
  });

  it("holds no character that ends a script or a line", () => {
    const text = graphText([{ name: "</script>\u2028\u2029\n<!--" }]);
    expect(text).not.toMatch(/[<>\u2028\u2029\n]/);
    expect(JSON.parse(text)["@graph"][0].name).toBe("</script>\u2028\u2029\n<!--");
  });
});

describe("the head of a talk's page", () => {
  const head = (archive: Archive, path: string) => {
    const all = elements(page(archive, "talk", path));
    const tags = all
      .filter((element) => element.tagName === "meta")
      .map((element) => [attribute(element, "name"), attribute(element, "content")] as const)
      .filter(([name]) => name?.startsWith("citation_"));
    const links = all
      .filter((element) => element.tagName === "link")
      .map((element) => [attribute(element, "rel"), attribute(element, "href")] as const);
    return { tags, links };
  };

  it("tells reference managers of a conference paper with all its authors", () => {
    const speakers = [
      "Jun Nakajima",
      "Ludwig Maria van Beethoven",
      "Ludwig van Beethoven",
      "King, Martin Luther, Jr.",
      "The A; B Foundation",
    ];
    const archive = archiveOf({
      events: { e: { name: "An event" } },
      talks: {
        "e/t": {
          title: "A & B",
          date: "2012-08-28",
          speakers: speakers.map((name) => ({ name })),
          slides: "https://example.org/a.pdf?x=1",
        },
      },
    });
    expect(head(archive, "/events/e/t/").tags).toEqual([
      ["citation_title", "A & B"],
      ["citation_author", "Nakajima, Jun"],
      ["citation_author", "Ludwig Maria van Beethoven"],
      ["citation_author", "van Beethoven, Ludwig"],
      ["citation_author", "King, Martin Luther Jr."],
      ["citation_author", "The A B Foundation"],
      ["citation_publication_date", "2012/08/28"],
      ["citation_conference_title", "An event"],
      ["citation_publisher", "Little Archive"],
      ["citation_language", "en"],
      ["citation_public_url", "https://little.example.org/events/e/t/"],
      ["citation_pdf_url", "https://example.org/a.pdf?x=1"],
    ]);
  });

  it("leads to metadata, content, authors, edition and link set", () => {
    const { links } = head(rich, "/events/2012-spring/local/");
    const of = (rel: string) => links.filter(([name]) => name === rel).map(([, href]) => href);
    expect(of("cite-as")).toEqual([at("/events/2012-spring/local/")]);
    expect(of("type")).toEqual(["https://schema.org/AboutPage", "https://schema.org/Event"]);
    expect(of("describedby")).toEqual(["bib", "ris", "csl.json"].map((format) => `/archive/events/2012-spring/local/local.${format}`));
    expect(of("item")).toEqual(["/archive/media/2012/talk.pdf", "/archive/media/2012/talk.webm"]);
    expect(of("author").length).toBeGreaterThan(0);
    expect(of("collection")).toEqual(["/archive/events/2012-spring/"]);
    expect(of("linkset")).toEqual(["/archive/events/2012-spring/linkset.json"]);
    expect(of("license")).toEqual(["https://www.example.org/licence"]);
  });

  it("names no licence for words that are not the archive's own, and no dead content", () => {
    const archive = archiveOf({
      site: { licence: { text: "Free.", url: "https://example.org/licence" } },
      events: { e: {} },
      talks: { "e/t": { abstract: "By the speaker.", slides: { url: "https://example.org/a.pdf", unavailable: "2020-01-01" } } },
    });
    const { links, tags } = head(archive, "/events/e/t/");
    expect(links.filter(([rel]) => rel === "license" || rel === "item")).toEqual([]);
    expect(tags.filter(([name]) => name === "citation_pdf_url")).toEqual([]);
  });
});
