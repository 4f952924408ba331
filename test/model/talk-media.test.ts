/** Several recordings, documents and languages of a talk, licences, sessions that go together, and labels of vocabularies. */
import { describe, expect, test } from "vitest";
import { documentLicence, licenceOf, recordingLicence } from "../../src/model/licences.ts";
import { lengthOf } from "../../src/model/when.ts";
import { archiveOf, type Made } from "./make.ts";

function talkOf(fields: Record<string, unknown>, event: Record<string, unknown> = {}, made: Made = {}) {
  const archive = archiveOf({ ...made, events: { "2020": event }, talks: { "2020/a": fields } });
  const [talk] = archive.talks;
  if (!talk) throw new Error("The archive has no talk.");
  return { archive, talk };
}

describe("media", () => {
  test("one field is the first of a list", () => {
    const { talk } = talkOf({ slides: "https://example.org/s.pdf", video: "https://vimeo.com/1" });
    expect(talk.documents).toEqual([{ kind: "slides", url: "https://example.org/s.pdf" }]);
    expect(talk.recordings).toEqual([{ url: "https://vimeo.com/1" }]);
    expect(talk.slides).toBe(talk.documents[0]);
    expect(talk.video).toBe(talk.recordings[0]);
  });

  test("a list alone has its first slides and its first recording", () => {
    const { talk } = talkOf({
      documents: [
        { kind: "paper", url: "https://example.org/paper.pdf" },
        { kind: "slides", file: "a.pdf", language: "ja" },
      ],
      recordings: [{ url: "https://vimeo.com/1", language: "ja", part: 1 }, { url: "https://vimeo.com/2" }],
    });
    expect(talk.slides).toMatchObject({ file: "a.pdf" });
    expect(talk.video).toMatchObject({ part: 1 });
  });

  test("both are joined, the field first", () => {
    const { talk } = talkOf({
      video: "https://vimeo.com/1",
      recordings: [{ url: "https://vimeo.com/2" }],
      slides: { file: "a.pdf" },
      documents: [{ kind: "slides", file: "b.pdf" }],
    });
    expect(talk.recordings.map(({ url }) => url)).toEqual(["https://vimeo.com/1", "https://vimeo.com/2"]);
    expect(talk.documents.map(({ file }) => file)).toEqual(["a.pdf", "b.pdf"]);
  });
});

test.each([
  [{}, ["en"]],
  [{ language: "ja" }, ["ja"]],
  [{ languages: ["ja", "en"] }, ["ja", "en"]],
  [{ language: "en", languages: ["ja", "en"] }, ["en", "ja"]],
])("languages of %j", (fields, languages) => {
  const { talk } = talkOf(fields);
  expect([talk.language, talk.languages]).toEqual([languages[0], languages]);
});

describe("licences", () => {
  const MEDIA = { slides: "https://example.org/s.pdf", video: "https://vimeo.com/1" };
  const all = (fields: Record<string, unknown>, event = {}, site = {}) => {
    const { archive, talk } = talkOf({ ...MEDIA, ...fields }, event, { site });
    return [
      licenceOf(archive.site, talk),
      ...talk.documents.map((one) => documentLicence(archive.site, talk, one)),
      ...talk.recordings.map((one) => recordingLicence(archive.site, talk, one)),
    ];
  };

  test.each([
    ["nothing", {}, {}, {}, [undefined, undefined, undefined]],
    ["the site", {}, {}, { licences: { talks: "MIT" } }, ["MIT", "MIT", "MIT"]],
    ["the site's parts", {}, {}, { licences: { slides: "MIT", recordings: "CC0-1.0" } }, [undefined, "MIT", "CC0-1.0"]],
    [
      "the event before the site",
      {},
      { licences: { talks: "CC-BY-4.0" } },
      { licences: { recordings: "MIT" } },
      ["CC-BY-4.0", "CC-BY-4.0", "CC-BY-4.0"],
    ],
    ["the talk before both", { licence: "CC-BY-3.0" }, { licences: { recordings: "MIT" } }, {}, ["CC-BY-3.0", "CC-BY-3.0", "CC-BY-3.0"]],
    [
      "a recording of its own",
      { licence: "CC-BY-3.0", video: { url: "https://vimeo.com/1", licence: "CC0-1.0" } },
      {},
      {},
      ["CC-BY-3.0", "CC-BY-3.0", "CC0-1.0"],
    ],
  ])("of %s", (_, fields, event, site, expected) => {
    expect(all(fields, event, site)).toEqual(expected);
  });
});

describe("a session over several days", () => {
  test("lasts from its first day to its last", () => {
    const { talk } = talkOf(
      { date: "2020-05-04", endDate: "2020-05-06", start: "18:00", end: "12:00" },
      { timezone: "Europe/Berlin", startDate: "2020-05-04", endDate: "2020-05-06" },
    );
    expect(lengthOf(talk.record)).toBe(42 * 60);
    expect(talk.when).toMatchObject({ day: "2020-05-04", lastDay: "2020-05-06", endTime: { iso: "2020-05-06T12:00+02:00" } });
  });

  test("needs no time", () => {
    expect(talkOf({ date: "2020-05-04", endDate: "2020-05-06" }).talk.when).toMatchObject({ lastDay: "2020-05-06", from: undefined });
  });
});

describe("sessions that go together", () => {
  const archive = archiveOf({
    events: { "2020": { startDate: "2020-05-04" }, "2021": { startDate: "2021" }, "2022": { startDate: "2022" } },
    talks: {
      "2020/one": { part: 1, parts: 2 },
      "2020/two": { part: 2, continues: "2020/one" },
      "2021/again": { alsoGivenAt: ["2022", "2020/one"] },
      "2020/later": { status: "postponed", postponedTo: "2021/again" },
    },
  });
  const talk = (id: string) => archive.talks.find((one) => one.id === id);

  test("parts lead to each other", () => {
    expect(talk("2020/two")?.continues?.id).toBe("2020/one");
    expect(talk("2020/one")?.continuedBy.map(({ id }) => id)).toEqual(["2020/two"]);
  });

  test("the same talk elsewhere leads back, in order of time", () => {
    expect(talk("2021/again")?.alsoGivenAt.map(({ id }) => id)).toEqual(["2020/one", "2022"]);
    expect(talk("2020/one")?.alsoGivenAt.map(({ id }) => id)).toEqual(["2021/again"]);
  });

  test("a postponed talk leads to where it was given", () => {
    expect(talk("2020/later")?.postponedTo?.id).toBe("2021/again");
  });
});

test("labels of vocabularies are what readers see, and addresses stay", () => {
  const { archive } = talkOf(
    {
      topics: ["numa", "I/O"],
      speakers: [
        { name: "Ada", organization: "nec" },
        { name: "Bob", organization: "NEC Corp" },
      ],
    },
    {},
    { topics: [{ name: "numa", label: "NUMA" }], organizations: [{ name: "nec", label: "NEC", aliases: ["NEC Corp"] }] },
  );
  expect(archive.topics.map(({ slug, name, otherNames }) => [slug, name, otherNames])).toEqual([
    ["i-o", "I/O", []],
    ["numa", "NUMA", []],
  ]);
  expect(archive.organizations.map(({ slug, name, otherNames }) => [slug, name, otherNames])).toEqual([["nec", "NEC", ["NEC Corp"]]]);
});
