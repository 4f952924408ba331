/** Several files of one conference: what one says and another does not is nobody's edit. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { calendar } from "../../src/outputs/calendar.ts";
import { folderOf, SITE } from "../support/content.ts";
import { edit, errorsIn, filesIn, schedule, take, text } from "./make.ts";

const TALKS = "events/small30/talks";
const XML = `<schedule><conference><acronym>small30</acronym><title>Small 2030</title><start>2030-05-01</start><end>2030-05-02</end><time_zone_name>Europe/Berlin</time_zone_name></conference>
<day index="1" date="2030-05-01"><room name="Hall">
<event guid="00000000-0000-4000-8000-000000000001"><date>2030-05-01T10:00:00+02:00</date><start>10:00</start><duration>00:30</duration><room>Hall</room><title>One</title><track>Tools</track><abstract>Short.</abstract><persons><person id="1">Ann Able</person><person id="2">Bob Baker</person></persons></event>
<event guid="00000000-0000-4000-8000-000000000002"><date>2030-05-01T11:00:00+02:00</date><start>11:00</start><duration>00:30</duration><room>Hall</room><title>Two</title><persons><person id="3">Cy Fu</person></persons></event>
</room></day></schedule>`;

const person = (name: string, biography?: string) => ({ public_name: name, ...(biography !== undefined && { biography }) });
const json = (abstract = "Long and rich.") =>
  JSON.stringify({
    schedule: {
      conference: {
        acronym: "small30",
        title: "Small 2030",
        start: "2030-05-01",
        end: "2030-05-02",
        time_zone_name: "Europe/Berlin",
        days: [
          {
            date: "2030-05-01",
            rooms: {
              Hall: [
                {
                  guid: "00000000-0000-4000-8000-000000000001",
                  title: "One",
                  date: "2030-05-01T10:00:00+02:00",
                  duration: "00:30",
                  abstract,
                  persons: [person("Ann Able", "Ann is able."), person("Bob Baker")],
                },
                {
                  guid: "00000000-0000-4000-8000-000000000002",
                  title: "Two, with a longer title",
                  date: "2030-05-01T11:00:00+02:00",
                  persons: [person("Cy Fu", "Cy is here.")],
                },
              ],
            },
          },
        ],
      },
    },
  });

/** The same talk "Two" in a table. */
const table = (title: string, speakers = "Cy Fu") => `id,title,speakers,date,start,end\n2,${title},${speakers},2030-05-01,11:00,11:30\n`;
const of = { event: "small30" };
/** The files of the talks of the event. */
const names = (folder: string) => Object.keys(filesIn(join(folder, TALKS)));
const empty = () => folderOf({ "site.yaml": SITE });

describe("an XML and then a richer JSON of one conference", () => {
  const both = () => {
    const folder = empty();
    expect(take(folder, XML)).toMatchObject({ written: 2, told: [] });
    expect(take(folder, json())).toMatchObject({ written: 2, told: [] });
    return folder;
  };

  test("become one, without a conflict, and nothing that either says is lost", () => {
    const folder = both();
    expect(text(folder, `${TALKS}/one.md`)).toBe(
      '---\ntitle: One\nspeakers:\n  - name: Ann Able\n    bio: Ann is able.\n  - name: Bob Baker\ndate: 2030-05-01\nstart: "10:00"\nend: "10:30"\nroom: Hall\ntrack: Tools\n---\n\nLong and rich.\n',
    );
    expect(text(folder, `${TALKS}/two.md`)).toContain(
      'title: Two, with a longer title\nspeaker: Cy Fu\nbio: Cy is here.\ndate: 2030-05-01\nstart: "11:00"\nend: "11:30"\n',
    );
    expect(errorsIn(folder)).toEqual([]);
  });

  test("change nothing when they come again, in whatever order", () => {
    const folder = both();
    const before = filesIn(folder);
    for (const file of [XML, json(), json(), XML]) expect(take(folder, file)).toMatchObject({ written: 0, refused: 0, told: [] });
    expect(filesIn(folder)).toEqual(before);
  });

  test("keep what an editor wrote, and tell a conflict only then", () => {
    const folder = both();
    edit(folder, `${TALKS}/one.md`, (record) => record.replace("Long and rich.", "Mine."));
    expect(take(folder, XML).told).toEqual([]);
    expect(take(folder, json("Richer still.")).told).toEqual(["import-conflict"]);
    expect(text(folder, `${TALKS}/one.md`)).toContain("Mine.");
  });
});

describe("what two sources change in turn is nobody's edit", () => {
  const xml = (title: string) => XML.replace("<title>Two<", `<title>${title}<`);

  test.each([
    ["other words", "Two revised", "Two at last"],
    ["other capitals", "TWO", "Two at last"],
    ["back again", "Two revised", "Two"],
  ])("%s: the last one counts", (_, first, second) => {
    const folder = empty();
    for (const file of [xml("Two"), table("Two"), table(first)]) expect(take(folder, file, of).told).not.toContain("import-conflict");
    expect(text(folder, `${TALKS}/two.md`)).toContain(`title: ${first}\n`);
    if (second === "Two") expect(take(folder, xml("Other"), of).told).toEqual([]);
    for (const file of [xml(second), xml(second), table(first)]) expect(take(folder, file, of).told).not.toContain("import-conflict");
    expect(text(folder, `${TALKS}/two.md`)).toContain(`title: ${second}\n`);
    edit(folder, `${TALKS}/two.md`, (record) => record.replace(/title: .*/, "title: Mine"));
    expect(take(folder, xml("Two, once more"), of).told).toEqual(["import-conflict"]);
  });

  test.each([
    ["alone", "Cy Fu", "Cy B. Fu"],
    ["beside another", "Cy Fu; Di Gu", "Cy B. Fu; Di Gu"],
  ])("a speaker %s whose name one of them writes in another way keeps the bio that the other gave", (_, before, after) => {
    const people = (names: string) => names.split("; ").map((name) => person(name, `${name} is here.`));
    const rich = (names: string) =>
      json()
        .replace("Two, with a longer title", "Two")
        .replace(JSON.stringify([person("Cy Fu", "Cy is here.")]), JSON.stringify(people(names)));
    const folder = empty();
    for (const file of [rich(before), table("Two", before), table("Two", after)])
      expect(take(folder, file, of).told).not.toContain("import-conflict");
    expect(text(folder, `${TALKS}/two.md`)).toMatch(/(?:speaker|name): Cy B. Fu\n *bio: Cy Fu is here.\n/);
    expect(take(folder, rich(after), of).told).toEqual([]);
    expect(text(folder, `${TALKS}/two.md`)).toMatch(/(?:speaker|name): Cy B. Fu\n *bio: Cy B. Fu is here.\n/);
    // Another person has a bio of their own.
    take(folder, table("Two", after.replace("Cy B. Fu", "Eve Hu")), of);
    expect(text(folder, `${TALKS}/two.md`)).not.toContain("Cy B.");
  });
});

test("a talk that was deleted is left out ever after, which is no error", () => {
  const folder = empty();
  take(folder, XML);
  rmSync(join(folder, TALKS, "two.md"));
  for (const _ of [1, 2]) {
    const came = take(folder, XML);
    expect(came).toMatchObject({ written: 0, merged: 1, leftOut: 1, refused: 0, told: ["record-deleted"] });
  }
});

test("our own calendar changes nothing, and fills an empty archive with what it says", () => {
  const folder = empty();
  take(folder, XML);
  edit(folder, `${TALKS}/one.md`, (record) => record.replace("room: Hall", "room: Hall\ntopics:\n  - tools"));
  edit(folder, "events/small30/event.md", (record) =>
    record.replace("---\nname", "---\nname").replace("timezone:", "timezone:").replace("\n---\n", "\nvenue: House\ncity: Town\n---\n"),
  );
  const { archive } = loadArchive({ contentDir: folder, assetsDir: join(folder, "none") });
  const files = archive.events.flatMap((event) => [...calendar.eventFiles(archive, event)].map(({ content }) => String(content)));
  const before = filesIn(folder);
  expect(files).toHaveLength(1);
  for (const file of files) expect(take(folder, file)).toMatchObject({ written: 0, merged: 2, refused: 0, told: [] });
  const records = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith(".imports")));
  expect(records(filesIn(folder))).toEqual(records(before));

  const fresh = empty();
  for (const file of files) expect(take(fresh, file)).toMatchObject({ written: 2, told: [] });
  expect(text(fresh, "events/small30/event.md")).toContain("startDate: 2030-05-01\nendDate: 2030-05-02\ntimezone: Europe/Berlin");
  expect(text(fresh, `${TALKS}/one.md`)).toContain('start: "10:00"\nend: "10:30"');
});

test("addresses with letters of other scripts stay when they come for the thousandth time", () => {
  const folder = empty();
  const links = Array.from({ length: 4000 }, (_, index) => `<link href="https://bücher.example/${index % 50}">L${index % 50}</link>`).join(
    "",
  );
  const file = XML.replace("<track>", `<links>${links}</links><track>`);
  expect(take(folder, file).told).toEqual([]);
  const before = filesIn(folder);
  expect(take(folder, file)).toMatchObject({ written: 0, told: [] });
  expect(filesIn(folder)).toEqual(before);
  expect(text(folder, `${TALKS}/one.md`)?.match(/bücher/g)).toHaveLength(50);
});

test("an apostrophe may stand in an address (RFC 3986, 2.2)", () => {
  const folder = empty();
  expect(take(folder, XML.replace("<track>", `<url>https://conf.example/o'neil</url><track>`)).told).toEqual([]);
  expect(text(folder, `${TALKS}/one.md`)).toContain("original: https://conf.example/o'neil");
  expect(errorsIn(folder)).toEqual([]);
});

test("a field that comes in later leaves the comments and the rest of the record as they are", () => {
  const folder = empty();
  take(folder, XML);
  const written = 'title: "One" # as on the slides\n# asked the speaker\n';
  edit(folder, `${TALKS}/one.md`, (record) => record.replace("title: One\n", written));
  expect(take(folder, XML.replace("<track>", "<url>https://conf.example/one</url><track>"))).toMatchObject({ written: 1 });
  expect(text(folder, `${TALKS}/one.md`)).toContain(written);
  expect(text(folder, `${TALKS}/one.md`)).toContain("original: https://conf.example/one\n");
});

test("a talk that an editor deleted or moved to another event comes back by no other file of its event", () => {
  const folder = empty();
  take(folder, XML);
  const { [`${TALKS}/two.md`]: two = "", ...rest } = filesIn(folder);
  rmSync(join(folder, TALKS, "two.md"));
  expect(take(folder, json())).toMatchObject({ leftOut: 1, told: ["record-deleted"] });
  expect(text(folder, `${TALKS}/two.md`)).toBeUndefined();
  const moved = folderOf({
    ...rest,
    "events/2029-old/event.md": "---\nname: Old\nstartDate: 2029-05-01\n---\n",
    "events/2029-old/talks/second.md": two.replace(/date: .*?---\n/s, "formerUrls: [/events/small30/two/]\n---\n"),
  });
  expect(take(moved, json())).toMatchObject({ leftOut: 1, told: ["record-moved"] });
  expect(errorsIn(moved)).toEqual([]);
});

describe("another source, which calls nothing by the same key", () => {
  const other = table("Two");
  const old = { "events/2029-old/event.md": "---\nname: Old\nstartDate: 2029-05-01\n---\n" };

  test("brings no talk back that an editor has deleted or moved, and knows one that is called otherwise since", () => {
    const deleted = empty();
    take(deleted, XML);
    rmSync(join(deleted, TALKS, "two.md"));
    expect(take(deleted, other, of)).toMatchObject({ leftOut: 1, told: expect.arrayContaining(["record-deleted"]) });
    expect(names(deleted)).toEqual(["one.md"]);

    const { [`${TALKS}/two.md`]: two = "", ...rest } = filesIn(deleted);
    const moved = folderOf({
      ...rest,
      ...old,
      "events/2029-old/talks/second.md": `${two || "---\ntitle: Two\nspeaker: Cy Fu\n"}formerUrls: [/events/small30/two/]\n---\n`,
    });
    expect(take(moved, other, of)).toMatchObject({ leftOut: 1, told: expect.arrayContaining(["record-moved"]) });
    expect(names(moved)).toEqual(["one.md"]);

    const retitled = empty();
    take(retitled, XML);
    edit(retitled, `${TALKS}/two.md`, (record) => record.replace("title: Two", "title: Two, as it was held"));
    expect(take(retitled, other, of).told).not.toContain("import-conflict");
    expect(names(retitled)).toEqual(["one.md", "two.md"]);
    expect(text(retitled, `${TALKS}/two.md`)).toContain("title: Two, as it was held\n");
  });

  test("knows a talk by what any of the sources says of it", () => {
    const folder = empty();
    for (const file of [XML, table("Two")]) take(folder, file, of);
    take(folder, table("Two, by the table"), of);
    edit(folder, `${TALKS}/two.md`, (record) => record.replace(/title: .*/, "title: Mine"));
    const third = schedule([{ title: "Two", id: "7", date: "2030-05-01T11:00:00+02:00", speakers: ["Cy Fu"] }], {
      acronym: "small30",
      zone: "Europe/Berlin",
    });
    take(folder, third, of);
    expect(names(folder)).toEqual(["one.md", "two.md"]);
  });

  test("tells further times of a talk, and does not move the one that is known", () => {
    const folder = empty();
    take(folder, XML);
    const two = text(folder, `${TALKS}/two.md`);
    take(folder, "title,speakers,date,start,end\nTwo,Cy Fu,2030-05-02,11:00,11:30\nTwo,Cy Fu,2030-05-02,14:00,14:30\n", of);
    expect(names(folder)).toEqual(["one.md", "two-2.md", "two-3.md", "two.md"]);
    expect(text(folder, `${TALKS}/two.md`)).toBe(two);
  });

  test("knows talks of one title side by side by their rooms", () => {
    const folder = empty();
    const inLoft = (event: string) =>
      event.replace('2">', '3">').replace(">Hall<", ">Loft<").replace("</title>", "</title><abstract>Up.</abstract>");
    take(
      folder,
      XML.replace(/<event guid="[^"]*2">.*?<\/event>/, (event) => event + inLoft(event)),
    );
    const before = names(folder).map((name) => text(folder, `${TALKS}/${name}`));
    expect(before).toEqual(expect.arrayContaining([expect.stringMatching(/room: Loft\n[\s\S]*Up\./)]));
    take(folder, "title,speakers,date,start,end,room\nTwo,Cy Fu,2030-05-01,11:00,11:30,Loft\n", of);
    expect(names(folder).map((name) => text(folder, `${TALKS}/${name}`))).toEqual(before);
    // So they are where a source names them anew and has one of them no more.
    take(
      folder,
      XML.replace(/<event guid="[^"]*2">.*?<\/event>/, (event) => inLoft(event).replace('3">', '4">')),
    );
    expect(names(folder).map((name) => text(folder, `${TALKS}/${name}`))).toEqual(before);
  });

  test("may have what the one that had a talk has no more, which is told so", () => {
    const folder = empty();
    for (const file of [XML, other]) take(folder, file, of);
    const came = take(folder, XML.replace(/<event guid="[^"]*2">.*?<\/event>/, ""));
    expect(came).toMatchObject({
      told: ["gone-at-source"],
      messages: [expect.stringContaining("; another source of the event gave it, too.")],
    });
  });

  test("brings no record of a person back that an editor has deleted", () => {
    const people = (bio: string, key: string) =>
      JSON.stringify({
        sessions: [{ id: key, title: "One", startsAt: "2030-05-01T10:00:00", endsAt: "2030-05-01T10:30:00", speakers: [key] }],
        speakers: [
          { id: key, firstName: "Constructor", lastName: "", fullName: "Constructor", bio, tagLine: "", links: [], sessions: [key] },
        ],
        questions: [],
        categories: [],
        rooms: [],
      });
    const folder = empty();
    const pages = [
      { path: "m.yaml", text: "import: front-matter\nevent: { name: Small 2030, id: small30 }\ntalks: talks\nspeakers: people\n" },
      { path: "talks/one.md", text: "---\ntitle: One\nspeakers: [Constructor]\ndate: 2030-05-01\n---\n" },
      { path: "people/c.md", text: "---\nname: Constructor\n---\nOf the pages.\n" },
    ];
    take(folder, people("Of the list.", "a"), of);
    expect(text(folder, "speakers/constructor.md")).toContain("Of the list.");
    // Of two bios the last one counts.
    take(folder, pages, of);
    expect(text(folder, "speakers/constructor.md")).toContain("Of the pages.");
    take(folder, people("Of the list once more.", "a"), of);
    expect(text(folder, "speakers/constructor.md")).toContain("Of the list once more.");
    rmSync(join(folder, "speakers/constructor.md"));
    expect(take(folder, pages, of).told).toContain("record-deleted");
    expect(text(folder, "speakers/constructor.md")).toBeUndefined();
  });
});

describe("what one source says and another adds to", () => {
  const people = (...all: [name: string, ...facts: string[]][]) =>
    `title,speakers,company,date,start,end,url\nOne,${[0, 1].map((at) => all.map((one) => one[at] ?? "").join("; ")).join(",")},2030-05-01,10:00,10:30,https://tables.example/of/one\n`;
  const withUrl = json().replace('"title":"One"', '"title":"One","url":"https://conf.example/p/one"');

  test.each([
    ["one speaker", ["Ann Able"]],
    ["two speakers", ["Ann Able", "Bob Baker"]],
  ])("of %s: bios and organizations come together, in any order", (_, all) => {
    const rich = JSON.parse(withUrl);
    rich.schedule.conference.days[0].rooms.Hall[0].persons = all.map((name) => person(name, `${name} is able.`));
    const bare = `title,speakers,date,start,end\nOne,${all.join("; ")},2030-05-01,10:00,10:30\n`;
    const sources = [JSON.stringify(rich), people(...all.map((name): [string, string] => [name, "Example"])), bare];
    for (const order of [sources, sources.toReversed()]) {
      const folder = empty();
      for (const file of [...order, ...order])
        expect(take(folder, { path: `${order.indexOf(file)}`, text: file }, of).told).not.toContain("import-conflict");
      const record = text(folder, `${TALKS}/one.md`) ?? "";
      for (const name of all) expect(record).toContain(`${name} is able.`);
      expect(record.match(/organization: Example\n/g)).toHaveLength(all.length);
    }
  });

  test("a speaker who comes second leaves the first one's bio", () => {
    const folder = empty();
    take(folder, json());
    expect(text(folder, `${TALKS}/two-with-a-longer-title.md`)).toContain("bio: Cy is here.");
    take(folder, 'title,speakers,date,start,end\n"Two, with a longer title",Cy Fu; Di Gu,2030-05-01,11:00,11:30\n', of);
    expect(text(folder, `${TALKS}/two-with-a-longer-title.md`)).toContain("  - name: Cy Fu\n    bio: Cy is here.\n  - name: Di Gu\n");
  });

  test("a former path that two talks of one source state is that of the first, which is told each time", () => {
    const page = (title: string) => `---\ntitle: ${title}\nspeakers: [Ann Able]\ndate: 2030-05-01\naliases: /old/\n---\n`;
    const pages = [
      { path: "m.yaml", text: "import: front-matter\nevent: { name: Small 2030, id: small30 }\n" },
      { path: "talks/one.md", text: page("One") },
      { path: "talks/two.md", text: page("Two") },
    ];
    const folder = empty();
    for (const _ of [1, 2]) expect(take(folder, pages, of).told).toEqual(["former-path-taken"]);
    expect(names(folder).filter((name) => text(folder, `${TALKS}/${name}`)?.includes("/old/"))).toEqual(["one.md"]);
  });

  test("addresses of both are kept, and so lead on", () => {
    const folder = empty();
    for (const file of [withUrl, people(["Ann Able"])]) take(folder, file, of);
    expect(text(folder, `${TALKS}/one.md`)).toContain("formerUrls:\n  - /p/one\n  - /of/one\n");
    expect(text(folder, `${TALKS}/one.md`)).toContain("sources:\n  - https://conf.example/p/one\n  - https://tables.example/of/one\n");
    const before = filesIn(folder);
    for (const file of [withUrl, people(["Ann Able"])]) take(folder, file, of);
    expect(filesIn(folder)).toEqual(before);
    // What its own source says no more goes.
    take(folder, people(["Ann Able"]).replace("of/one", "of/first"), of);
    expect(text(folder, `${TALKS}/one.md`)).toContain("formerUrls:\n  - /p/one\n  - /of/first\n");
  });
});

test("two lists of one name that both count from one are two lists", () => {
  const list = (...rows: [title: string, speaker: string][]) =>
    `id,title,speakers,date,start,end\n${rows.map(([title, speaker], index) => `${index + 1},${title},${speaker},2030-05-01,1${index}:00,1${index}:30\n`).join("")}`;
  const folder = empty();
  const main = list(["Bar", "Ann Able"], ["Baz", "Bob Baker"]);
  const devroom = list(["Foo", "Di Gu"], ["Fie", "Eve Hu"]);
  take(folder, main, of);
  const before = filesIn(folder);
  expect(take(folder, devroom, of).told).toEqual(expect.arrayContaining(["gone-at-source", "gone-at-source"]));
  expect(filesIn(folder)).toMatchObject({
    ...before,
    ".imports/small30.json": expect.anything(),
    "events/small30/event.md": expect.anything(),
  });
  expect(names(folder)).toEqual(["bar.md", "baz.md", "fie.md", "foo.md"]);
  expect(take(folder, main, of)).toMatchObject({ written: 0 });
  // A number that means something: what the same people call otherwise is the same talk.
  take(folder, list(["Bar revised", "Ann B. Able"], ["Baz", "Bob Baker"]), of);
  expect(text(folder, `${TALKS}/bar.md`)).toContain("title: Bar revised\nspeaker: Ann B. Able\n");
});

test("tables that are imported one after the other widen the days that another gave, but not those of an editor, nor by years", () => {
  const table = (path: string, title: string, day: string) => ({ path, text: `title,speakers,date\n${title},${title} Able,${day}\n` });
  const of = { event: "small30", timezone: "Europe/Berlin" };
  const days = (folder: string) => /startDate: (.*)\nendDate: (.*)/.exec(text(folder, "events/small30/event.md") ?? "")?.slice(1);
  const folder = folderOf({ "site.yaml": SITE });
  take(folder, table("talks.csv", "One", "2030-05-02"), of);
  expect(take(folder, table("workshops.csv", "Two", "2030-05-01"), of)).toMatchObject({ written: 1, refused: 0 });
  expect(days(folder)).toEqual(["2030-05-01", "2030-05-02"]);
  expect(take(folder, table("talks.csv", "One", "2030-05-02"), of)).toMatchObject({ written: 0, merged: 1 });
  expect(days(folder)).toEqual(["2030-05-01", "2030-05-02"]);
  expect(take(folder, table("posters.csv", "Three", "2033-05-01"), of)).toMatchObject({ refused: 1, told: ["outside-event"] });
  edit(folder, "events/small30/event.md", (record) => record.replace("endDate: 2030-05-02", "endDate: 2030-05-03"));
  expect(take(folder, table("demos.csv", "Four", "2030-05-04"), of)).toMatchObject({ refused: 1, told: ["outside-event"] });
});

test("two editions of one name in a year are two events, and one that was put off stays one", () => {
  const meetup = (day: string, ...ids: string[]) =>
    schedule(
      ids.map((id) => ({ title: `Talk ${id}`, id, date: `${day}T10:00:00+00:00` })),
      { acronym: "meetup", title: "Meetup", zone: "UTC", start: day, end: day },
    );
  const folder = empty();
  const editions = [meetup("2030-03-05", "1", "2"), meetup("2030-06-04", "3", "4"), meetup("2030-06-25", "5", "6")];
  for (const one of editions) expect(take(folder, one).told).toEqual([]);
  const all = filesIn(folder);
  expect(Object.keys(all).filter((path) => path.endsWith("event.md"))).toEqual(
    ["meetup-2030-06-25", "meetup-2030-06", "meetup-2030"].map((id) => `events/${id}/event.md`),
  );
  for (const one of editions) expect(take(folder, one)).toMatchObject({ written: 0, refused: 0, told: [] });
  expect(filesIn(folder)).toEqual(all);
  take(folder, meetup("2030-11-05", "1", "2", "7"));
  expect(text(folder, "events/meetup-2030/event.md")).toContain("startDate: 2030-11-05\n");
});

test("talks that are in another event already are told, where a source does not name its event this time", () => {
  const folder = empty();
  const talks = ["One", "Two", "Three"].map((title, index) => ({ title, id: `k${index}`, date: `2030-05-01T1${index}:00:00+00:00` }));
  expect(take(folder, schedule(talks, { acronym: "a30", title: "A", zone: "UTC" })).told).not.toContain("talks-known");
  const came = take(folder, schedule(talks, { acronym: "b30", title: "B", zone: "UTC" }));
  expect(came.messages).toContainEqual(expect.stringMatching(/^Most of these talks are in the event a30 already; .* in b30 too\. /));
  const others = talks.map((talk) => ({ ...talk, date: talk.date.replace("2030", "2031") }));
  const next = schedule(others, { acronym: "c31", title: "C", zone: "UTC", start: "2031-05-01", end: "2031-05-03" });
  expect(take(folder, next).told).not.toContain("talks-known");
  // Talks by the same people are those of before in another year, too: the conference was put off.
  const spoken = (all: typeof talks, year: number) =>
    schedule(
      all.map((talk) => ({ ...talk, title: `${talk.title}, told`, speakers: ["Ann Able"] })),
      { acronym: "d", title: "D", zone: "UTC", start: `${year}-05-01`, end: `${year}-05-03` },
    );
  expect(take(folder, spoken(talks, 2030)).told).not.toContain("talks-known");
  expect(take(folder, spoken(others, 2031)).told).toContain("talks-known");
});

describe("editions that a source calls the same are events of their own, year by year", () => {
  const days = (year: number) => [`${year}-05-01`, `${year}-05-02`] as [string, string];
  const sessionize = (year: number) => {
    const session = (id: string, title: string, day: string) => ({ id, title, startsAt: `${day}T10:00:00`, endsAt: `${day}T10:30:00` });
    const fields = { description: null, isServiceSession: false, isPlenumSession: false, speakers: [], categoryItems: [], roomId: 1 };
    const sessions = days(year).map((day, index) => ({ ...session(`${year}${index}`, `Talk ${index}`, day), ...fields }));
    return JSON.stringify({ sessions, speakers: [], questions: [], categories: [], rooms: [{ id: 1, name: "Hall" }] });
  };
  const table = (year: number) => `title,date,start\nOpening,${days(year)[0]},10:00\nClosing,${days(year)[1]},11:00\n`;
  const named = (year: number) => {
    const [start, end] = days(year);
    return schedule([{ title: "One", id: "1", date: `${start}T10:00:00+00:00` }], {
      acronym: "p99",
      title: "P99",
      zone: "UTC",
      start,
      end,
    });
  };
  test.each([
    ["a table without a name", table, "given"],
    ["Sessionize", sessionize, "sessionize"],
    ["an acronym with a number that is no year", named, "p99"],
  ])("%s", (_, of, id) => {
    const folder = empty();
    take(folder, of(2030));
    const first = filesIn(folder);
    const next = take(folder, of(2031));
    expect(next.told).not.toContain("gone-at-source");
    expect(Object.entries(filesIn(folder)).filter(([path]) => Object.hasOwn(first, path))).toEqual(Object.entries(first));
    expect(text(folder, `events/${id}-2031/event.md`)).toContain("startDate: 2031-05-01\n");
    // Each year's file finds its own event again.
    const all = filesIn(folder);
    for (const year of [2030, 2031]) expect(take(folder, of(year))).toMatchObject({ written: 0, refused: 0 });
    expect(filesIn(folder)).toEqual(all);
  });
});

test("a name that an editor gave the event stays where one source has none, and another has a name of its own", () => {
  const folder = folderOf({ "site.yaml": SITE, "events/small30/event.md": "---\nname: Ours\ntimezone: Europe/Berlin\n---\n" });
  for (const file of [table("Two"), XML, table("Two"), XML]) take(folder, file, of);
  expect(text(folder, "events/small30/event.md")).toContain("name: Ours\n");
  expect(take(folder, XML, of).told).toContain("import-conflict");
});
