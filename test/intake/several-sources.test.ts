/** Several files of one conference: what one says and another does not is nobody's edit. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { calendar } from "../../src/outputs/calendar.ts";
import { folderOf, SITE } from "../support/content.ts";
import { edit, errorsIn, filesIn, take, text } from "./make.ts";

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
