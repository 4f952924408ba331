import { describe, expect, test } from "vitest";
import { importerFor } from "../../src/importers/index.ts";
import type { Imported } from "../../src/importers/importer.ts";

function read(text: string, path = "a-file"): Imported {
  const importer = importerFor({ path, text });
  expect(importer, "no importer recognises the text").toBeDefined();
  return importer?.read([{ path, text }]) ?? { conferences: [], rows: 0, refused: [], problems: [], notKept: new Map() };
}

const xml = (events: string, conference = "<title>Small Conference</title>", day = 'date="2030-05-01" index="1"') =>
  `<?xml version="1.0"?>\n<schedule><conference>${conference}</conference>\n<day ${day}><room name="Hall">\n${events}\n</room></day></schedule>`;

const json = (events: unknown[], conference: object = {}) =>
  JSON.stringify({
    schedule: {
      version: "1",
      base_url: "https://conf.example/2030/",
      conference: { acronym: "small30", title: "Small", days: [{ index: 1, date: "2030-05-01", rooms: { Hall: events } }], ...conference },
    },
  });

const talks = (imported: Imported) => imported.conferences.flatMap((conference) => conference.talks);
const told = (imported: Imported) => imported.problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe("schedule.xml", () => {
  test("of pentabarf and FOSDEM: the day has the date, and what starts before its change is on the next", () => {
    const imported = read(
      xml(
        `<event id="1"><start>09:30</start><duration>00:25</duration><room>Hall</room><slug>welcome</slug><title>Welcome</title>
          <type>keynote</type><abstract>&lt;p&gt;One &amp;amp; two&lt;/p&gt;</abstract><persons><person id="6">Ann Able</person></persons>
          <attachments><attachment type="slides" href="https://conf.example/1.pdf">Slides</attachment></attachments>
          <links><link href="https://video.example/1.webm">Video recording (WebM/VP9)</link><link href="https://more.example/">More</link></links></event>
        <event id="2"><start>00:30</start><duration>01:00:00</duration><title>After midnight</title></event>`,
        "<title>Small 2030</title><city>Ghent</city><venue>Aula</venue><start>2030-05-01</start><end>2030-05-02</end><day_change>09:00:00</day_change>",
      ),
    );
    expect(imported.problems).toEqual([]);
    expect(imported.conferences[0]?.event).toMatchObject({ name: "Small 2030", city: "Ghent", venue: "Aula", dayChange: "09:00" });
    expect(talks(imported)).toMatchObject([
      {
        key: "1",
        slug: "welcome",
        record: {
          title: "Welcome",
          kind: "keynote",
          room: "Hall",
          abstract: "One & two",
          slides: "https://conf.example/1.pdf",
          video: "https://video.example/1.webm",
          links: [{ title: "More", url: "https://more.example/" }],
        },
        speakers: [{ name: "Ann Able", key: "6" }],
        when: { date: "2030-05-01", start: "09:30", duration: 25 },
      },
      { when: { date: "2030-05-02", day: "2030-05-01", start: "00:30", duration: 60 } },
    ]);
  });

  test("of frab and pretalx: instants, identifiers, addresses, bios, both texts once", () => {
    const imported = read(
      xml(
        `<event guid="abc" id="7"><date>2030-05-01T10:00:00+02:00</date><start>10:00</start><duration>00:45</duration>
          <slug>small30-7-one</slug><url>https://conf.example/talk/7/</url><origin_url>https://cfp.example/7</origin_url>
          <title>One</title><subtitle>And more</subtitle><language>de</language><track>Core</track><type>lecture</type>
          <abstract>Short.</abstract><description>Short. And longer.</description>
          <persons><person id="1" code="XYZ"><name>Bob Baker</name><biography>Bakes *bread*.</biography></person></persons></event>`,
        "<acronym>small30</acronym><title>Small</title><time_zone_name>Europe/Berlin</time_zone_name>",
      ),
    );
    expect(talks(imported)).toMatchObject([
      {
        key: "abc",
        url: "https://conf.example/talk/7/",
        record: { language: "de", track: "Core", abstract: "**And more**\n\nShort. And longer.", sources: ["https://cfp.example/7"] },
        when: { date: "2030-05-01", start: "10:00", offset: "+02:00", duration: 45 },
        speakers: [{ name: "Bob Baker", key: "XYZ", bio: "Bakes *bread*." }],
      },
    ]);
    expect(talks(imported)[0]?.slug).toBeUndefined();
    expect(talks(imported)[0]?.record.kind).toBeUndefined();
  });

  test("what is broken is told with its place, and the rest is read", () => {
    const imported = read(
      xml(
        `<event id="1"><title>Q&A for R&D < all</title></event>
<event id="2"><title></title></event>
<event id="3"><start>25:00</start><title>Three</title><links><link href="nonsense">x</link></links></event>`,
      ),
    );
    expect(talks(imported).map(({ record }) => record.title)).toEqual(["Q&A for R&D < all", "Three"]);
    expect(imported.rows).toBe(3);
    expect(imported.refused).toHaveLength(1);
    expect(told(imported)).toEqual(["title-missing 5:1", "bad-address 6:62", "bad-time 6:15"]);
  });

  test("a file that ends in the middle keeps its whole events and refuses the cut one", () => {
    const whole = xml('<event id="1"><title>One</title></event><event id="2"><title>Two</title></event>');
    const imported = read(whole.slice(0, whole.indexOf("Two") + 2));
    expect(talks(imported)).toHaveLength(1);
    expect([imported.rows, imported.refused.length]).toEqual([2, 1]);
    expect(imported.problems.map(({ rule }) => rule).sort()).toEqual(["file-cut-off", "row-cut-off"]);
  });

  test("HTML that was not escaped, entities of HTML, comments, CDATA and events outside rooms are read", () => {
    const imported = read(
      `<!-- a <comment> --><!DOCTYPE schedule [<!ENTITY x "y">]><schedule><conference><title>A 2030</title></conference>
      <day date="2030-05-01"><event id="1"><title><![CDATA[Caf&eacute; <3]]></title><abstract><p>One <b>two</b></p><ul><li>three</li></ul></abstract></event>
      <event><title>Caf&eacute;</title></event></day></schedule>`,
    );
    expect(talks(imported).map(({ record }) => record)).toMatchObject([
      { title: "Caf&eacute; <3", abstract: "One **two**\n\n- three" },
      { title: "Café" },
    ]);
  });

  test.each([
    ["Plain & simple &lt;3\nsecond line", "Plain & simple &lt;3\\\nsecond line"],
    ["<b>One</b>\ntwo\n\nthree", "**One**\\\ntwo\n\nthree"],
    ["**One** <a href='https://a.example/x'>two</a><br/>three", "**One** [two](https://a.example/x)\\\nthree"],
    ["<p>a*b</p><ol><li>c</li></ol>", "a\\*b\n\n1. c"],
    ["\n                  One\n\n                  Two\n                  - item\n      ", "One\n\nTwo\n- item"],
    ["```\na\nb\n```", "```\na\nb\n```"],
    [
      "A long line that some program has wrapped after so\nmany letters, as old mail programs do it.",
      "A long line that some program has wrapped after so\nmany letters, as old mail programs do it.",
    ],
  ])("the text %j is the Markdown %j", (text, markdown) => {
    const [talk] = talks(read(json([{ title: "One", abstract: text }])));
    expect(talk?.record.abstract).toBe(markdown);
  });

  test("rows that are alike in every respect are one talk, and others of one title are not", () => {
    const row = (id: number, start: string) => `<event id="${id}"><start>${start}</start><title>Same</title></event>`;
    const imported = read(xml(row(1, "10:00") + row(2, "11:00") + row(1, "10:00")));
    expect(imported.rows).toBe(3);
    expect(talks(imported).map(({ rows }) => rows.length)).toEqual([2, 1]);
  });

  test("entities are not expanded, and depth is no trouble", () => {
    const bomb = `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    const imported = read(`${bomb}<schedule><day date="2030-01-01"><event><title>&b; &c;</title></event></day></schedule>`);
    expect(talks(imported)[0]?.record.title).toBe("&b; &c;");
    expect(read(`<schedule>${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}</schedule>`).rows).toBe(0);
  });

  test("names in one element come apart as they do in tables", () => {
    const names = (text: string) => talks(read(xml(`<event id="1"><title>A talk</title><person>${text}</person></event>`)))[0]?.speakers;
    expect(names("Lee, Ann")).toEqual([{ name: "Ann Lee" }]);
    expect(names("Ann Lee, PhD, Bob Ray and Cy Fu")).toEqual([{ name: "Ann Lee, PhD" }, { name: "Bob Ray" }, { name: "Cy Fu" }]);
  });
});

describe("schedule.json", () => {
  test("is read like schedule.xml", () => {
    const imported = read(
      json([
        {
          id: 1,
          guid: "g",
          date: "2030-05-01T23:30:00+02:00",
          start: "23:30",
          duration: "01:00",
          title: "Late",
          persons: [{ id: 3, public_name: "Ann Able", biography: "Ann." }, null],
          links: [{ url: "https://a.example/", title: "A" }, "https://b.example/"],
          attachments: [{ url: "/files/1.pdf", title: "Slides" }],
        },
      ]),
    );
    expect(imported.problems).toEqual([]);
    expect(talks(imported)).toMatchObject([
      {
        key: "g",
        record: {
          title: "Late",
          room: "Hall",
          slides: "https://conf.example/files/1.pdf",
          links: [{ title: "A" }, { url: "https://b.example/" }],
        },
        when: { date: "2030-05-01", start: "23:30", offset: "+02:00", day: "2030-05-01" },
        speakers: [{ name: "Ann Able", key: "3", bio: "Ann." }],
      },
    ]);
  });

  test("an offset that no clock has is told", () => {
    const event = (offset: string) => ({ title: "Odd", date: `2030-05-01T09:00:00${offset}`, start: "09:00" });
    const imported = read(json([event("+99:00"), event("+09:75")], { time_zone_name: "Europe/Berlin" }));
    expect(imported.problems.map(({ rule }) => rule)).toEqual(["bad-time", "bad-time"]);
  });

  test("every row is told, whatever stands in its place", () => {
    const imported = read(json([null, "text", 5, [], {}, { title: "Good" }, { title: { en: "Two words", de: "Zwei" } }]));
    expect(imported.rows).toBe(7);
    expect(imported.refused).toHaveLength(5);
    expect(
      imported.problems.filter(({ rule }) => rule === "title-missing").map(({ message }) => /\[\d\]/.exec(message.slice(-5))?.[0]),
    ).toEqual(["[0]", "[1]", "[2]", "[3]", "[4]"]);
    expect(talks(imported).map(({ record }) => record.title)).toEqual(["Good", "Two words"]);
  });

  test("a broken file is told with the place where it breaks", () => {
    const good = json([{ title: "Good" }]);
    expect(told(read(good.replace('"Good"', "'Bad'")))).toEqual([`bad-json 1:${good.indexOf('"Good"') + 1}`]);
    expect(read(good.slice(0, -20)).problems[0]?.message).toBe("The file ends in the middle.");
  });

  test("a zone that does not agree with the times is told", () => {
    const imported = read(json([{ title: "One", date: "2030-05-01T10:00:00+02:00", start: "10:00" }], { time_zone_name: "UTC" }));
    expect(imported.problems.map(({ rule }) => rule)).toEqual(["times-disagree"]);
  });
});
