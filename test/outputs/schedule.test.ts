import { describe, expect, test } from "vitest";
import { scheduleJson } from "../../src/outputs/schedule-json.ts";
import { scheduleXml } from "../../src/outputs/schedule-xml.ts";
import { richArchive } from "../components/rich.ts";
import { archiveOf, existing, type Made } from "../model/make.ts";
import type { Archive } from "../../src/model/archive.ts";
import { shiftDay } from "../../src/model/time.ts";
import { eventsOf, jsonProblems, sessionsOf, xmlProblems } from "../support/schedule.ts";
import { children, childText, parseXml } from "../support/xml.ts";

function schedulesOf(archive: Archive, id = "2020-spring"): { xml: string | undefined; json: string } {
  const event = existing(archive.events.find((one) => one.id === id));
  const [xml, json] = [scheduleXml, scheduleJson].map((format) => [...format.eventFiles(archive, event)][0]?.content);
  return { xml: xml === undefined ? undefined : String(xml), json: String(existing(json)) };
}

const schedules = (made: Made, id?: string) => schedulesOf(archiveOf(made), id);

/** Everything is known, so both must be valid. */
function complete(event: object, talks: Record<string, object>) {
  const made = schedules({
    events: { "2020-spring": { startDate: "2020-05-04", endDate: "2020-05-05", timezone: "Europe/Berlin", ...event } },
    talks: Object.fromEntries(Object.entries(talks).map(([name, talk]) => [`2020-spring/${name}`, { ...talk }])),
  });
  const xml = existing(made.xml);
  expect(xmlProblems(xml)).toEqual([]);
  expect(jsonProblems(made.json)).toEqual([]);
  const schedule = parseXml(xml);
  return {
    schedule,
    events: eventsOf(schedule),
    conference: JSON.parse(made.json).schedule.conference,
    sessions: sessionsOf(JSON.parse(made.json)),
  };
}

const TIMED = { date: "2020-05-04", start: "09:30", end: "10:00" };

describe("a programme of which all is known", () => {
  test("has every session in its day and room", () => {
    const { schedule, conference } = complete(
      {},
      { a: { ...TIMED, room: "Hall" }, b: { ...TIMED, room: "Attic" }, c: { ...TIMED, date: "2020-05-05" } },
    );
    const days = children(schedule, "day").map((day) => [
      day.getAttribute("date"),
      ...children(day, "room").map((room) => room.getAttribute("name")),
    ]);
    expect(days).toEqual([
      ["2020-05-04", "Hall", "Attic"],
      ["2020-05-05", ""],
    ]);
    expect(conference.days.map((day: { date: string; rooms: object }) => [day.date, ...Object.keys(day.rooms)])).toEqual(days);
    expect(conference.rooms.map((room: { name: string }) => room.name)).toEqual(["Hall", "Attic"]);
    expect(conference).toMatchObject({ acronym: "2020_spring", daysCount: 2, time_zone_name: "Europe/Berlin", timeslot_duration: "00:05" });
  });

  test("has times with their offset", () => {
    const { events, sessions } = complete({}, { a: TIMED });
    const [event] = events;
    expect(["date", "start", "duration"].map((name) => childText(existing(event), name))).toEqual([
      "2020-05-04T09:30:00+02:00",
      "09:30",
      "00:30",
    ]);
    expect(sessions[0]).toMatchObject({ date: "2020-05-04T09:30:00+02:00", start: "09:30", duration: "00:30" });
  });

  test("keeps a session after midnight on the day of its programme", () => {
    const { schedule, conference } = complete({ dayChange: "04:00" }, { a: { date: "2020-05-05", start: "00:30", duration: 31 } });
    const [first] = children(schedule, "day");
    expect(["date", "start", "end"].map((name) => first?.getAttribute(name))).toEqual([
      "2020-05-04",
      "2020-05-04T04:00:00+02:00",
      "2020-05-05T04:00:00+02:00",
    ]);
    expect(conference.days[0].rooms[""][0].date).toBe("2020-05-05T00:30:00+02:00");
    expect(conference.timeslot_duration).toBe("00:01");
  });

  test("has a start of the day where summer time skips midnight", () => {
    const { conference } = complete(
      { startDate: "2018-11-04", endDate: "2018-11-04", timezone: "America/Sao_Paulo" },
      { a: { date: "2018-11-04", start: "09:00", duration: 30 } },
    );
    expect(conference.days[0]).toMatchObject({ day_start: "2018-11-04T01:00:00-02:00", day_end: "2018-11-05T00:00:00-02:00" });
  });

  test.each([
    ["Pacific/Apia", "2011-12-29", undefined, "2011-12-29T00:00:00-10:00", "2011-12-31T00:00:00+14:00"],
    ["Asia/Bahrain", "1972-05-30", "23:59", "1972-05-30T23:59:00+04:00", "1972-05-31T23:59:00+04:00"],
    ["Atlantic/Azores", "2020-10-24", undefined, "2020-10-24T00:00:00+00:00", "2020-10-25T00:00:00+00:00"],
    ["Europe/Berlin", "2020-03-28", "02:30", "2020-03-28T02:30:00+01:00", "2020-03-29T03:00:00+02:00"],
  ])("has a start and an end of the day in %s on %s, and its sessions", (timezone, day, dayChange, start, end) => {
    const date = dayChange === "23:59" ? shiftDay(day, 1) : day;
    const { events, conference } = complete(
      { timezone, startDate: day, endDate: day, dayChange },
      { a: { date, start: "14:00", duration: 30 } },
    );
    expect(conference.days).toMatchObject([{ day_start: start, day_end: end }]);
    expect(events).toHaveLength(1);
  });

  test("has slugs that the schema takes, from file names of a single letter too", () => {
    const { sessions } = complete({}, { a: TIMED, "a-talk": TIMED });
    expect(sessions.map(({ slug }) => slug)).toEqual(["2020_spring-___a", "2020_spring-a-talk"]);
  });
});

describe("what is not known", () => {
  const { xml, json } = schedules({
    events: { "2020-spring": { startDate: "2020-05-04", timezone: "Europe/Berlin" } },
    talks: {
      "2020-spring/timed": { date: "2020-05-04", start: "09:30" },
      "2020-spring/whole": { date: "2020-05-05", start: "09:30", duration: 20 },
      "2020-spring/dated": { date: "2020-05-04", duration: 20 },
      "2020-spring/undated": { room: "Hall" },
    },
  });

  test("is left out of schedule.json, and is all that is wrong with it", () => {
    const ofSessions = jsonProblems(json).filter(
      (problem) => / (date|start|duration) is missing/.test(problem) && /-(dated|timed|undated)/.test(problem),
    );
    expect(ofSessions.map((problem) => problem.replace("2020_spring-", ""))).toEqual([
      "dated: date is missing",
      "dated: start is missing",
      "timed: duration is missing",
      "undated: date is missing",
      "undated: duration is missing",
      "undated: start is missing",
    ]);
    const others = jsonProblems(json).filter((problem) => !ofSessions.includes(problem));
    expect(others.filter((problem) => !/^(conference: end|days: date|days: day_start|days: day_end) is missing$/.test(problem))).toEqual(
      [],
    );
  });

  test("keeps no session out of schedule.json", () => {
    expect(sessionsOf(JSON.parse(json)).map(({ slug }) => slug)).toEqual([
      "2020_spring-timed",
      "2020_spring-dated",
      "2020_spring-whole",
      "2020_spring-undated",
    ]);
  });

  test("keeps sessions out of schedule.xml, which is valid", () => {
    expect(xmlProblems(existing(xml))).toEqual([]);
    expect(eventsOf(parseXml(existing(xml))).map((event) => childText(event, "slug"))).toEqual(["2020_spring-whole"]);
  });

  test.each([
    ["a day", { timezone: "Europe/Berlin" }],
    ["a zone", { startDate: "2020-05-04" }],
  ])("makes no schedule.xml where it is %s", (_, event) => {
    const made = schedules({ events: { "2020-spring": event }, talks: { "2020-spring/a": {} } });
    expect(made.xml).toBeUndefined();
    expect(sessionsOf(JSON.parse(made.json))).toHaveLength(1);
  });
});

test("licence, opt-out and status are told", () => {
  const { events, sessions } = complete(
    { licences: { recordings: "CC-BY-4.0" } },
    {
      free: { ...TIMED, video: "https://vimeo.com/1" },
      shy: { ...TIMED, start: "10:00", end: "10:30", recording: "declined", status: "cancelled" },
    },
  );
  const recording = (index: number) => {
    const element = existing(children(existing(events[index]), "recording")[0]);
    return ["license", "optout"].map((name) => childText(element, name));
  };
  // What was not recorded has no licence.
  expect([recording(0), recording(1)]).toEqual([
    ["CC-BY-4.0", "false"],
    ["", "true"],
  ]);
  expect(sessions).toMatchObject([
    { recording_license: "CC-BY-4.0", do_not_record: false, subtitle: "" },
    { do_not_record: true, subtitle: "cancelled" },
  ]);
  expect(childText(existing(events[1]), "subtitle")).toBe("cancelled");
});

test("a session tells persons, links and slides, with full addresses", () => {
  const { xml, json } = schedulesOf(richArchive(), "2012-spring");
  const session = existing(sessionsOf(JSON.parse(json)).find(({ slug }) => slug === "2012_spring-local"));
  expect(session).toMatchObject({
    type: "keynote",
    track: "Security",
    language: "de",
    abstract: "What it is about.",
    url: "https://example.org/archive/events/2012-spring/local/",
  });
  const event = existing(eventsOf(parseXml(existing(xml))).find((one) => childText(one, "slug") === "2012_spring-local"));
  const linked = (list: string, name: string) =>
    children(existing(children(event, list)[0]), name).map((one) => ({ title: one.textContent, url: one.getAttribute("href") }));
  expect(linked("attachments", "attachment")).toEqual(session["attachments"]);
  expect(linked("links", "link")).toEqual(session["links"]);
  expect(session["attachments"]).toContainEqual(expect.objectContaining({ url: "https://example.org/archive/media/2012/talk.pdf" }));
  expect(childText(event, "video_download_url")).toBe("https://example.org/archive/media/2012/talk.webm");
  expect(children(existing(children(event, "persons")[0])).map((person) => person.textContent)).toEqual(
    (session["persons"] as { name: string }[]).map(({ name }) => name),
  );
});

test("guid, number and version follow from the records and not from their order or the host", () => {
  const talks = { "2020-spring/b": TIMED, "2020-spring/a": TIMED };
  const ids = (made: Made) =>
    sessionsOf(JSON.parse(schedules({ events: { "2020-spring": {} }, ...made }).json)).map(({ guid, id, slug }) => [slug, guid, id]);
  const before = ids({ talks });
  expect(ids({ talks: { ...talks, "2020-spring/0": { ...TIMED, start: "08:00" } } })).toEqual(expect.arrayContaining(before));
  expect(ids({ talks, url: "http://localhost:8080/" })).toEqual(before);
  const version = (fields: object) =>
    JSON.parse(schedules({ events: { "2020-spring": {} }, talks: { "2020-spring/a": { ...TIMED, ...fields } } }).json).schedule.version;
  expect(version({})).toBe(version({}));
  expect(version({ title: "Another" })).not.toBe(version({}));
});

test("hostile text stays text", () => {
  const evil = `]]></title><event id="1"/>&amp;&#10;"'<!-- {{ 7 * 7 }}`;
  const { events, sessions } = complete(
    { name: evil },
    { "a-talk": { ...TIMED, title: evil, room: evil, track: evil, abstract: `  ${evil}\n\n  two`, speaker: evil } },
  );
  const [event] = events;
  for (const name of ["title", "room", "track"]) expect(childText(existing(event), name)).toBe(evil);
  expect(childText(existing(event), "abstract")).toBe(`  ${evil}\n\n  two`);
  expect(sessions[0]).toMatchObject({ title: evil, room: evil, abstract: `  ${evil}\n\n  two` });
});

test("rooms may have any name", () => {
  const { sessions } = complete(
    {},
    { a: { ...TIMED, room: "__proto__" }, b: { ...TIMED, room: "1" }, c: { ...TIMED, room: "constructor" } },
  );
  expect(sessions.map(({ room }) => room).sort()).toEqual(["1", "__proto__", "constructor"]);
});
