import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { agendaItem } from "../../src/components/agenda-item.ts";
import { columnChart, dotChart } from "../../src/components/chart.ts";
import { citationDownloads, eventDownloads } from "../../src/components/downloads.ts";
import { eventItem } from "../../src/components/event-item.ts";
import { historyOf, scaleOf } from "../../src/components/history.ts";
import { Deferred } from "../../src/text/deferred.ts";
import { outside, sourceLinks } from "../../src/components/links.ts";
import { paperItem } from "../../src/components/paper-item.ts";
import { pictureOf } from "../../src/components/picture.ts";
import { playerView } from "../../src/components/player.ts";
import { countriesOf } from "../../src/components/places.ts";
import { talkItem } from "../../src/components/talk-item.ts";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import { MANY_EVENTS } from "../../src/model/series.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { existing, talkOf } from "../model/make.ts";
import { madeUpAssets } from "../support/assets.ts";
import { elements, textOf } from "../support/html.ts";
import { richArchive } from "./rich.ts";

const HOSTILE = `"'><script>alert(1)</script></a></title></p>{{ 7 * 7 }}{% raw %}<img src=x onerror=alert(1)>&lt;<!--`;

/** Fields that templates compare or look up, and do not only print. */
const KEYS = new Set(["path", "scripts", "anchor"]);

/** The same view with the hostile text at the end of every text; HTML that the content room has made, and JSON-LD, stay as they are. */
function spoil<View>(view: View): View {
  const spoiled = (value: unknown): unknown => {
    if (typeof value === "string")
      return value === "" || value.startsWith("<p>") || value.startsWith('{"@context"') ? value : `${value}${HOSTILE}`;
    if (Array.isArray(value)) return value.map(spoiled);
    if (value === null || typeof value !== "object") return value;
    // Prose is made when it is printed too, and prints as text and HTML.
    if (value instanceof Deferred && "text" in value && "html" in value) return { text: spoiled(value.text), html: spoiled(value.html) };
    if (value instanceof Deferred) return { value: spoiled(value.value) };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, KEYS.has(key) ? inner : spoiled(inner)]));
  };
  return spoiled(view) as View;
}

/** The elements of a page and their attributes, without any text. */
function structure(html: string): string[] {
  return elements(html).map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "));
}

/** All texts and attribute values, as a browser reads them. */
function texts(html: string): string {
  const all = elements(html);
  return [textOf(existing(all[0])), ...all.flatMap(({ attrs }) => attrs.map(({ value }) => value))].join("\n");
}

function expectOnlyText(harmless: string, spoiled: string): void {
  expect(spoiled).not.toBe(harmless);
  expect(structure(spoiled)).toEqual(structure(harmless));
  expect(texts(spoiled)).toContain("{{ 7 * 7 }}");
  expect(texts(spoiled)).toContain("<script>alert(1)</script>");
  // What is drawn may hold the number too.
  const products = (html: string) => texts(html).match(/\D49\D/g) ?? [];
  expect(products(spoiled)).toEqual(products(harmless));
}

let environment: ReturnType<typeof createEnvironment>;
beforeAll(async () => {
  environment = createEnvironment(await loadTemplates());
});

const archive = richArchive();
const [local, gone, elsewhere] = [
  talkOf(archive, "2012-spring/local"),
  talkOf(archive, "2012-spring/gone"),
  talkOf(archive, "2012-spring/elsewhere"),
];
const paper = existing(archive.papers[0]);
const event = existing(archive.events.find(({ id }) => id === "2012-spring"));
const item = talkItem(archive, local);
const view = { section: "/events/", breadcrumbs: [] };

const MARK = pictureOf(archive, "2012/talk.jpg", { alt: "A mark", sizes: "12rem" });
const SPONSOR = { name: "Sponsor", leaving: outside("https://example.org/", "Sponsor"), logo: MARK };

/** Every macro with the arguments of a call that prints all it can. */
const MACROS: Record<string, [call: string, data: Record<string, unknown>][]> = {
  "affiliation affiliation": [
    ["affiliation(person)", { person: { role: "Engineer", affiliation: [{ text: "Example", href: "/organizations/example/" }] } }],
  ],
  "affiliation textParts": [
    [
      "textParts(parts)",
      {
        parts: [
          { text: "A ", href: null },
          { text: "B", href: "/b/" },
        ],
      },
    ],
  ],
  "agenda-item agendaItem": [
    ["agendaItem(item, true, 3)", { item: agendaItem(archive, local) }],
    ["agendaItem(item, true, 4)", { item: { ...agendaItem(archive, gone), length: "30 min" } }],
  ],
  "agenda-item clock": [
    ["clock(time)", { time: { text: "09:00", datetime: "2012-05-31T09:00+02:00" } }],
    ["clock(time)", { time: { text: "09:00", datetime: null } }],
  ],
  "agenda-item slotStart": [["slotStart(time)", { time: { text: "00:30", datetime: null, nextDay: true, sessions: 2 } }]],
  "agenda-item sessionLink": [["sessionLink(item)", { item: agendaItem(archive, local) }]],
  "chart chart": [
    [
      "chart(id, title, about, it)",
      { id: "growth", title: "Title", about: "About.", it: columnChart([{ label: "2012", values: [1, 2] }], 20, 50) },
    ],
    [
      "chart(id, title, about, it)",
      { id: "dots", title: "Title", about: "About.", it: dotChart([{ label: "arm", values: [1] }], ["2012"], 50, 20) },
    ],
  ],
  "chart chartTable": [
    [
      "chartTable(table)",
      {
        table: {
          summary: "As a table",
          caption: "Talks",
          heads: ["Year", "Talks"],
          rows: [{ label: "2012", href: "/years/2012/", cells: ["1"] }],
        },
      },
    ],
  ],
  "downloads downloadList": [["downloadList(list)", { list: citationDownloads(archive, local) }]],
  "downloads downloads": [["downloads(list)", { list: eventDownloads(archive, event) }]],
  "event-item eventItem": [
    ["eventItem(item, 0)", { item: eventItem(archive, event) }],
    ["eventItem(item, scale)", { item: eventItem(archive, event), scale: scaleOf(archive) }],
  ],
  "links inLanguage": [
    ["inLanguage(text, lang)", { text: "A title", lang: null }],
    ["inLanguage(text, lang)", { text: "A title", lang: "de" }],
  ],
  "history history": [["history(drawing)", { drawing: historyOf({ ...archive, events: [event, event, event] }) }]],
  "links mixed": [["mixed(list)", { list: ["By ", "Ada", "."] }]],
  "links leaving": [["leaving(item, '')", { item: outside("https://example.org/", "A label") }]],
  "links source": [["source(item)", { item: sourceLinks(["https://example.org/a/b"])[0] }]],
  "links sources": [["sources(list, heading)", { list: sourceLinks(["https://example.org/a/b"]), heading: "Heading" }]],
  "links mediaLink": [local, gone, elsewhere]
    .flatMap((talk) => talkItem(archive, talk).media)
    .flatMap((media) => [
      ["mediaLink(item)", { item: media }],
      ["mediaLink(item, true)", { item: media }],
    ]),
  "links mediaMark": [local, gone, elsewhere]
    .flatMap((talk) => talkItem(archive, talk).media)
    .flatMap((media) => [
      ["mediaMark(item)", { item: media }],
      ["mediaMark(item, true)", { item: media }],
      ["mediaMark(item)", { item: { ...media, unavailable: "1 May 2020", archived: null } }],
    ]),
  "links markText": [["markText(item)", { item: talkItem(archive, local).media[0] }]],
  "links playData": [["'<a ' | safe }}{{ playData(item) }}{{ '>' | safe", { item: talkItem(archive, local).media[0] }]],
  "links copyLink": [
    ["copyLink(item)", { item: talkItem(archive, gone).media[0] }],
    ["copyLink(item, 'media-copy')", { item: talkItem(archive, gone).media[0] }],
  ],
  "links ofThing": [["ofThing(item)", { item: talkItem(archive, local).media[0] }]],
  "links breakable": [["breakable(parts)", { parts: ["Europe/", "Berlin"] }]],
  "links goneAddress": [
    ["goneAddress(item)", { item: talkItem(archive, gone).media[0] }],
    ["goneAddress(item, true)", { item: talkItem(archive, gone).media[0] }],
  ],
  "links addTalk": [["addTalk(edit)", { edit: { href: "https://example.org/edit" } }]],
  "links editLink": [["editLink(edit)", { edit: { href: "https://example.org/edit" } }]],
  "links robust": [["'<a ' | safe }}{{ robust(item) }}{{ '>' | safe", { item: talkItem(archive, gone).media[0]?.archived }]],
  "links topics": [["topics(list)", { list: item.topics }]],
  "navigation-link navigationLink": [
    ["navigationLink(item, view)", { item: { label: "Events", href: "/events/", leaving: null }, view }],
    ["navigationLink(item, view)", { item: { label: "Blog", href: "", leaving: outside("https://example.org/", "Blog") }, view }],
  ],
  "paper-item paperItem": [
    ["paperItem(item, true, true)", { item: paperItem(archive, paper) }],
    ["paperItem(item)", { item: paperItem(archive, paper) }],
  ],
  "parts partLinks": [["partLinks(parts, label)", { parts: [{ label: "1–300", href: "/", current: true }], label: "Parts" }]],
  "player player": [
    ["player(video)", { video: playerView(archive, local) }],
    ["player(video)", { video: playerView(archive, elsewhere) }],
  ],
  "picture picture": [
    ["picture(item, 'portrait')", { item: pictureOf(archive, "2012/talk.jpg", { alt: "A picture", sizes: "10rem", lazy: true }) }],
    ["picture(item)", { item: pictureOf(archive, "as-it-is.gif", { alt: "A picture", sizes: "10rem" }) }],
  ],
  "places places": [["places(countries)", { countries: countriesOf({ ...archive, events: [event, event] }) }]],
  "site-theme siteLogo": [["siteLogo(theme)", { theme: { logo: MARK } }]],
  "site-theme siteFooter": [
    [
      "siteFooter(theme)",
      {
        theme: {
          sponsors: [SPONSOR, { ...SPONSOR, logo: null }, { ...SPONSOR, leaving: null, logo: null }],
          contact: { label: "mail@example.org", href: "mailto:mail@example.org" },
          footer: {
            text: "A text.",
            links: [
              { label: "Rules", href: "/rules/", leaving: null },
              { label: "Blog", href: "", leaving: outside("https://example.org/", "Blog") },
            ],
          },
        },
      },
    ],
  ],
  "site-theme contactLink": [["contactLink(contact)", { contact: { label: "mail@example.org", href: "mailto:mail@example.org" } }]],
  "site-theme sponsorMark": [
    ["sponsorMark(sponsor)", { sponsor: SPONSOR }],
    ["sponsorMark(sponsor)", { sponsor: { ...SPONSOR, logo: null } }],
  ],
  "talk-item talkItem": [
    ["talkItem(item, 'event')", { item }],
    ["talkItem(item, 'time')", { item }],
    ["talkItem(item, 'list')", { item }],
    ["talkItem(item, '', true)", { item: { ...item, moreSpeakers: 3 } }],
  ],
  "talk-item named": [["named(item)", { item }]],
  "talk-item moreSpeakers": [["moreSpeakers(item)", { item: { ...item, moreSpeakers: 3 } }]],
  "talk-item marks": [["marks(item)", { item: { ...item, status: "cancelled", languages: ["German", "English"] } }]],
  "talk-item publishedSpeakers": [["publishedSpeakers(item)", { item }]],
  "talk-item speakers": [
    ["speakers(item)", { item }],
    ["speakers(item)", { item: { ...item, moreSpeakers: 3, withheldNames: "Name withheld" } }],
  ],
};

describe("macros", () => {
  const cases = Object.entries(MACROS).flatMap(([macro, calls]) => calls.map(([call, data], index) => ({ macro, index, call, data })));

  test.each(cases)("$macro ($index) prints hostile text as text", ({ macro, call, data }) => {
    const [file, name] = macro.split(" ");
    const print = (values: object) => environment.renderString(`{% from "components/${file}.njk" import ${name} %}{{ ${call} }}`, values);
    expectOnlyText(print(data), print(spoil(data)));
  });

  test("each of them is tested here", () => {
    const folder = join(import.meta.dirname, "../../src/components");
    const found = readdirSync(folder)
      .filter((file) => file.endsWith(".njk"))
      .flatMap((file) =>
        [...readFileSync(join(folder, file), "utf8").matchAll(/\{%-?\s*macro\s+(\w+)/g)].map(([, name]) => `${file.slice(0, -4)} ${name}`),
      );
    expect(Object.keys(MACROS).sort()).toEqual(found.sort());
  });
});

describe("pages", () => {
  const frame = frameView(archive, {
    generator: "Generator",
    builtOn: "2020-05-04",
    assets: madeUpAssets(),
  });

  /** Pages that are others where there are many events, and an archive that has them. */
  const OF_MANY_EVENTS = ["home", "events", "series"];
  const large = { ...archive, events: Array.from({ length: MANY_EVENTS + 1 }, () => event) };

  test.each(PAGE_KINDS.map((kind) => kind.name))("%s prints hostile text as text", (name) => {
    const kind = existing(PAGE_KINDS.find((one) => one.name === name));
    const views = [...kind.views(archive), ...(OF_MANY_EVENTS.includes(name) ? kind.views(large) : [])];
    expect(views).not.toEqual([]);
    for (const view of views) {
      const print = (values: object) => environment.render(`pages/${name}.njk`, values);
      expectOnlyText(print({ view, frame }), print(spoil({ view, frame })));
    }
  });
});

test("a value that a view does not have is an error and not an empty place", () => {
  expect(() => environment.renderString("{{ view.tilte }}", { view: { title: "A title" } })).toThrow();
});
