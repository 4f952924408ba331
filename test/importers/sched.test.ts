/** iCalendar: as sched.com writes it, and as others break it. */
import { expect, test } from "vitest";
import { brief, read } from "./read.ts";

const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];

test("what a calendar does not show to everybody becomes a draft, and that is told", () => {
  const { conference, told, notKept } = read("icalendar", {
    "a.ics": calendar(
      ...["PUBLIC", "PRIVATE", "CONFIDENTIAL"].flatMap((access) =>
        event("DTSTART:20190709T140000Z", `SUMMARY:${access}`, `CLASS:${access}`),
      ),
    ),
  });
  expect(conference.talks.map(({ record }) => record.draft)).toEqual([undefined, true, true]);
  expect(told).toEqual([
    "a.ics:8:1 not-public: “PRIVATE” and “CONFIDENTIAL” are not public in the calendar, so imports make them drafts, which no page shows.",
  ]);
  expect([...notKept.keys()]).not.toContain("class");
});

test("of many events that are not public the number is told, and of one its name", () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, index) => event("DTSTART:20190709T140000Z", `SUMMARY:Talk ${index}`, "CLASS:PRIVATE")).flat();
  expect(read("icalendar", { "a.ics": calendar(...events(300)) }).told).toEqual([
    "a.ics:3:1 not-public: “Talk 0”, “Talk 1”, “Talk 2”, “Talk 3”, “Talk 4” and 295 more are not public in the calendar, so imports make them drafts, which no page shows.",
  ]);
  expect(read("icalendar", { "a.ics": calendar(...events(1)) }).told).toEqual([
    "a.ics:3:1 not-public: “Talk 0” is not public in the calendar, so imports make it a draft, which no page shows.",
  ]);
});

test("a calendar of sched.com", () => {
  const { conference, told } = read("icalendar", {
    "all.ics": calendar(
      "X-WR-CALNAME:examplesummit2019",
      "PRODID:-//Sched.com Example Summit 2019//EN",
      "X-WR-TIMEZONE:UTC",
      ...event(
        "DTSTART:20190709T140000Z",
        "DTEND:20190709T143000Z",
        "SUMMARY:Keynote: R&amp;D\\, part 1",
        'DESCRIPTION:Speakers: Ann Lee\\, Bob Ray\\n\\nText <b>bold</b>\\, a <a href="https://e.exa',
        ' mple/x">link</a><script>alert(1)</script>.\\nSecond line',
        "CATEGORIES:KEYNOTE SESSIONS,Cloud",
        "LOCATION:Hall A\\, Level 2\\,",
        "UID:abc",
        "URL:https://examplesummit2019.sched.com/event/abc/keynote",
      ),
      ...event(
        "DTSTART;TZID=America/Chicago:20190709T233000",
        "DURATION:PT1H30M",
        "SUMMARY:Late",
        "DESCRIPTION:Speakers: they tell us more. Much more!",
        "CATEGORIES:",
        "UID:def",
      ),
      ...event("DTSTART;TZID=Europe/Berlin:20190710T090000", "DTEND;TZID=Europe/Berlin:20190710T100000", "SUMMARY:Remote", "UID:ghi"),
      ...event("DTSTART;VALUE=DATE:20190711", "SUMMARY:Hack day", "UID:jkl", "CATEGORIES:BREAKS"),
      ...event("DTSTART:20190711T1", "SUMMARY:When?", "UID:mno", "RRULE:FREQ=DAILY;COUNT=2"),
      ...event("DTSTART:20190712T100000Z", "SUMMARY:Off", "STATUS:CANCELLED", "RDATE:20190713T100000Z"),
      ...event("DTSTART:20190712T100000Z", "SUMMARY:"),
    ),
  });
  expect(conference).toMatchObject({ key: "examplesummit2019", slug: "examplesummit2019" });
  expect(conference.event).toEqual({
    name: "Example Summit 2019",
    timezone: "America/Chicago",
    sources: ["https://examplesummit2019.sched.com/"],
  });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "abc",
      rows: 1,
      url: "https://examplesummit2019.sched.com/event/abc/keynote",
      when: { date: "2019-07-09", start: "14:00", offset: "Z", end: { date: "2019-07-09", time: "14:30", offset: "Z" } },
      record: {
        title: "Keynote: R&D, part 1",
        abstract: "Text **bold**, a [link](https://e.example/x).\\\nSecond line",
        room: "Hall A, Level 2",
        track: "KEYNOTE SESSIONS",
        kind: "keynote",
        topics: ["cloud"],
      },
      speakers: ["Ann Lee", "Bob Ray"],
    },
    {
      key: "def",
      rows: 1,
      when: { date: "2019-07-09", start: "23:30", offset: "-05:00", duration: 90 },
      record: { title: "Late", abstract: "Speakers: they tell us more. Much more!" },
      speakers: [],
    },
    {
      key: "ghi",
      rows: 1,
      when: { date: "2019-07-10", start: "09:00", offset: "+02:00", end: { date: "2019-07-10", time: "10:00", offset: "+02:00" } },
      record: { title: "Remote" },
      speakers: [],
    },
    { key: "jkl", rows: 1, when: { date: "2019-07-11" }, record: { title: "Hack day", track: "BREAKS", kind: "break" }, speakers: [] },
    { key: "mno", rows: 1, record: { title: "When?" }, speakers: [] },
    {
      key: "Off",
      rows: 1,
      when: { date: "2019-07-12", start: "10:00", offset: "Z" },
      record: { title: "Off", status: "cancelled" },
      speakers: [],
    },
  ]);
  expect(told.map((one) => one.replace(/^all\.ics:(\d+):1 /, ""))).toEqual([
    "repeats: “When?” repeats; only its first time is taken.",
    "bad-time: `DTSTART:20190711T1` of “When?” is no time.",
    "repeats: “Off” repeats; only its first time is taken.",
    "title-missing: The row has no title.",
  ]);
});

test("what people of a calendar are is no name of another", () => {
  const { conference } = read("icalendar", {
    "a.ics": calendar(
      ...event("DTSTART:20200101T100000Z", "SUMMARY:One", "DESCRIPTION:Speaker: Ann Lee\\, Intel"),
      ...event("DTSTART:20200101T100000Z", "SUMMARY:Two", "DESCRIPTION:Speakers: Ann Lee (Intel)\\, Bob\\nText"),
    ),
  });
  const ann = { name: "Ann Lee", organization: "Intel" };
  expect(conference.talks.map(({ speakers }) => speakers)).toEqual([[ann], [ann, { name: "Bob" }]]);
});

test("lines that were never folded, lines of nothing, and a file that ends in the middle", () => {
  const text = `${["BEGIN:VCALENDAR", "X-WR-CALNAME:Example Days", "BEGIN:VEVENT", "SUMMARY:One", "DESCRIPTION:first line", "second line", "Note: third", "LOCATION:", "rubbish", "DTSTART:20200101T100000", "BEGIN:VALARM", "SUMMARY:no", "END:VALARM", "END:VEVENT", "BEGIN:VEVENT", "SUMMARY:Two"].join("\n")}\n`;
  const { conference, told, refused } = read("icalendar", { "a.ics": text });
  expect(conference.event).toEqual({ name: "Example Days" });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "One",
      rows: 1,
      when: { date: "2020-01-01", start: "10:00" },
      record: { title: "One", abstract: "first line\\\nsecond line\\\nNote: third" },
      speakers: [],
    },
  ]);
  expect(refused).toHaveLength(1);
  expect(told).toEqual([
    "a.ics:9:1 bad-line: The line is none of iCalendar and is left out.",
    "a.ics:15:1 row-cut-off: The file ends inside this event, “Two”.",
  ]);
});

test("a conference whose name stands in the description of its calendar", () => {
  const talk = event("DTSTART:20190710T090000Z", "DTEND:20190710T100000Z", "SUMMARY:A talk", "UID:a");
  const nameOf = (...head: string[]) => read("icalendar", { "a.ics": calendar(...head, ...talk) }).conference.event.name;
  expect(nameOf("X-WR-CALDESC:Example Days 2019")).toBe("Example Days 2019");
  expect(nameOf("X-WR-CALNAME:Days", "X-WR-CALDESC:Example Days 2019")).toBe("Days");
  // A whole text is no name.
  expect(nameOf(`X-WR-CALDESC:${"All talks of a conference. ".repeat(10)}`)).toBeUndefined();
});

test("earlier revisions of an event, tasks and notes are told", () => {
  const { conference, rows, told } = read("icalendar", {
    "a.ics": calendar(
      ...event("UID:a", "SEQUENCE:0", "DTSTART:20240501T100000Z", "SUMMARY:Old"),
      ...event("UID:a", "SEQUENCE:2", "DTSTART:20240501T110000Z", "SUMMARY:New"),
      ...event("UID:a", "SEQUENCE:2", "RECURRENCE-ID:20240502T110000Z", "DTSTART:20240502T110000Z", "SUMMARY:Other day"),
      ...["One", "Two"].flatMap((title) => event("UID:same", "SEQUENCE:0", "DTSTART:20240501T120000Z", `SUMMARY:${title}`)),
      ...["BEGIN:VTODO", "SUMMARY:x", "END:VTODO", "BEGIN:VTODO", "SUMMARY:y", "END:VTODO"],
    ),
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["New", "Other day", "One", "Two"]);
  expect(rows).toBe(5);
  expect(told.map((one) => one.replace(/:.*? /, ":1 "))).toEqual([
    "a.ics:1 not-a-talk: 2 entries of the kind VTODO are left out: only events are imported.",
    "a.ics:1 earlier-revision: This is an earlier revision of an event that the file has in a later one, which was taken.",
  ]);
});

test("local times of a calendar with a zone have their ends, and an end that cannot be told is told", () => {
  const at = (uid: string, start: string, end: string) => event(`UID:${uid}`, `SUMMARY:Talk ${uid}`, `DTSTART${start}`, `DTEND${end}`);
  const { conference, told } = read("icalendar", {
    "a.ics": calendar(
      "X-WR-TIMEZONE:America/New_York",
      ...at("local", ":20311028T140000", ":20311028T150000"),
      ...at("mixed", ":20311028T190000Z", ":20311028T160000"),
      // The clocks go back at two.
      ...at("twice", ";TZID=America/New_York:20311102T003000", ";TZID=America/New_York:20311102T013000"),
      ...at("broken", ":20311028T190000Z", ":later"),
    ),
  });
  expect(conference.talks.map(({ when }) => when)).toEqual([
    { date: "2031-10-28", start: "14:00", end: { date: "2031-10-28", time: "15:00" } },
    { date: "2031-10-28", start: "19:00", offset: "Z" },
    { date: "2031-11-02", start: "00:30", offset: "-04:00" },
    { date: "2031-10-28", start: "19:00", offset: "Z" },
  ]);
  expect(told.map((one) => one.split(":")[1])).toEqual(["14", "20", "26"]);
});

test("talks of our own calendars keep their titles and the names of their records", () => {
  const { conference } = read("icalendar", {
    "calendar.ics": calendar(
      "PRODID:-//Example Archive//Archive//EN",
      ...event("UID:1", "DTSTART:20311028T140000", "SUMMARY:Writing &amp\\;", "URL:https://archive.example/events/2031-demo/other-name/"),
    ),
  });
  expect(conference.talks[0]?.record.title).toBe("Writing &amp;");
  expect(conference.slug).toBe("2031-demo");
  expect(conference.talks.map(({ slug }) => slug)).toEqual(["other-name"]);
});
