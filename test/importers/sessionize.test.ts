/** Sessionize: four views, alone and together. */
import { expect, test } from "vitest";
import { brief, read } from "./read.ts";

const session = (fields: object) => ({
  id: "1",
  title: "First talk",
  description: "One.\r\n\r\n- a\r\n- *b*",
  startsAt: "2023-09-29T17:50:00Z",
  endsAt: "2023-09-29T18:20:00Z",
  isServiceSession: false,
  isPlenumSession: false,
  liveUrl: null,
  recordingUrl: null,
  status: "Accepted",
  ...fields,
});
const speaker = (fields: object) => ({
  id: "aa-1",
  firstName: "Ann",
  lastName: "Lee",
  fullName: "Ann Lee",
  bio: "Ann *is*.",
  tagLine: "Engineer at Example",
  profilePicture: "https://p.example/a.png",
  links: [
    { title: "Blog", url: "https://ann.example/", linkType: "Blog" },
    { title: "Twitter", url: "@ann", linkType: "Twitter" },
  ],
  sessions: [],
  ...fields,
});
const text = (value: unknown) => JSON.stringify(value, null, 2);

const ALL = {
  sessions: [
    session({
      speakers: ["aa-1", "bb-2"],
      categoryItems: [7, 8, 9, 10],
      roomId: 5,
      recordingUrl: "https://youtu.be/abcdefg",
      questionAnswers: [{ questionId: 3, answerValue: "https://s.example/a.pdf" }],
    }),
    session({
      id: "2",
      title: "Lunch",
      isServiceSession: true,
      speakers: [],
      categoryItems: [],
      description: null,
      startsAt: "2023-09-29T12:00:00",
      endsAt: null,
    }),
    session({ id: "3", title: "  ", speakers: [] }),
    session({ id: "4", title: "Not held", status: "Declined", speakers: [] }),
    session({ id: "5", title: "Bad time", startsAt: "tomorrow", speakers: ["zz-9"] }),
  ],
  speakers: [
    speaker({}),
    speaker({ id: "bb-2", firstName: "Bob", lastName: "Ray", fullName: null, links: null, bio: null, tagLine: null }),
    speaker({ id: "cc-3", firstName: "", lastName: "", fullName: "" }),
  ],
  questions: [{ id: 3, question: "Link to your slides", questionType: "Web_Address" }],
  categories: [
    { id: 1, title: "Session format", items: [{ id: 7, name: "Workshop (90 min)" }] },
    { id: 2, title: "Track", items: [{ id: 8, name: "Cloud" }] },
    { id: 3, title: "Language", items: [{ id: 9, name: "German" }] },
    { id: 4, title: "Tags", items: [{ id: 10, name: "Live Migration" }] },
  ],
  rooms: [{ id: 5, name: "Hall A" }],
};

test("the view All", () => {
  const { conference, rows, refused, told } = read("sessionize", { "all.json": text(ALL) });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "1",
      rows: 1,
      when: { date: "2023-09-29", start: "17:50", offset: "Z", end: { date: "2023-09-29", time: "18:20" } },
      record: {
        title: "First talk",
        abstract: "One.\n\n- a\n- \\*b\\*",
        room: "Hall A",
        track: "Cloud",
        kind: "workshop",
        language: "de",
        topics: ["live migration"],
        video: "https://youtu.be/abcdefg",
        slides: "https://s.example/a.pdf",
      },
      speakers: ["Ann Lee", "Bob Ray"],
    },
    { key: "2", rows: 1, when: { date: "2023-09-29", start: "12:00" }, record: { title: "Lunch", kind: "break" }, speakers: [] },
    { key: "5", rows: 1, record: { title: "Bad time", abstract: "One.\n\n- a\n- \\*b\\*" }, speakers: [] },
  ]);
  expect(conference.talks[0]?.speakers[0]).toEqual({ name: "Ann Lee", key: "aa-1", role: "Engineer at Example" });
  expect(conference.speakers.map(({ rows: _, ...one }) => one)).toEqual([
    { key: "aa-1", name: "Ann Lee", bio: "Ann \\*is\\*.", links: [{ title: "Blog", url: "https://ann.example/" }] },
    { key: "bb-2", name: "Bob Ray" },
  ]);
  expect([rows, refused.map(({ what }) => what)]).toEqual([8, ["$.speakers[2]", "$.sessions[2]", "$.sessions[3]"]]);
  expect(told).toContainEqual(expect.stringMatching(/^all\.json:\d+:5 title-missing: The row has no title\. \(\$\.sessions\[2\]\)$/));
  expect(told).toContainEqual(expect.stringContaining("`tomorrow` of “Bad time” is not a date with a time."));
  expect(told).toContainEqual(
    expect.stringContaining("speaker-unknown: A speaker of “Bad time” has no name in the file, only the number `zz-9`."),
  );
  expect(told).toContainEqual(expect.stringContaining("bad-address: `@ann` is left out"));
});

test("an end without a start is told as not kept, and not as no time", () => {
  const sessions = [session({ startsAt: null, speakers: [] }), session({ id: "2", title: "Second", speakers: [] })];
  const { told, notKept } = read("sessionize", { "all.json": text({ ...ALL, sessions }) });
  expect(told.filter((one) => one.includes("bad-time"))).toEqual([]);
  expect(notKept.get("endsAt")).toBe(1);
});

const SESSIONS = [
  {
    groupId: null,
    groupName: "All",
    sessions: [
      session({
        speakers: [{ id: "aa-1", name: "Ann Lee" }],
        room: "Hall A",
        categories: [{ id: 1, name: "Level", categoryItems: [{ id: 2, name: "Hard" }] }],
      }),
      session({ id: "2", title: "Second", startsAt: null, endsAt: null, room: null, speakers: [] }),
    ],
  },
  { groupId: 4, groupName: "Again", sessions: [session({ speakers: [{ id: "aa-1", name: "Ann Lee" }], room: "Hall A" })] },
];

test("the views Sessions and Speakers together; a session of two groups is one talk", () => {
  const speakers = [speaker({ sessions: [{ id: 1, name: "First talk" }] })];
  const { conference, conferences, rows } = read("sessionize", { "sessions.json": text(SESSIONS), "speakers.json": text(speakers) });
  expect(conferences).toHaveLength(1);
  expect(conference.talks.map(({ record, rows }) => [record.title, rows.length])).toEqual([
    ["First talk", 2],
    ["Second", 1],
  ]);
  expect(conference.talks[0]?.speakers).toEqual([{ name: "Ann Lee", key: "aa-1", role: "Engineer at Example" }]);
  expect(rows).toBe(4);
});

test("the view GridSmart, with its sessions by rooms or only by times", () => {
  const one = session({ speakers: [{ id: "aa-1", name: "Ann Lee" }], room: null });
  const day = { date: "2023-09-29T00:00:00", isDefault: false };
  const byRooms = [
    {
      ...day,
      rooms: [{ id: 5, name: "Hall A", sessions: [one] }],
      timeSlots: [{ slotStart: "17:50:00", rooms: [{ id: 5, name: "Hall A", session: one }] }],
    },
  ];
  const byTimes = [
    { ...day, rooms: [], timeSlots: [{ slotStart: "17:50:00", rooms: [{ id: 5, name: "Hall A", session: one, index: 0 }] }] },
  ];
  for (const view of [byRooms, byTimes]) {
    const { conference, rows } = read("sessionize", { "grid.json": text(view) });
    expect(rows).toBe(1);
    expect(conference.talks.map(({ record }) => [record.title, record.room])).toEqual([["First talk", "Hall A"]]);
  }
});

test("a broken file says where, a file that ends in the middle too", () => {
  const whole = text(ALL);
  expect(read("sessionize", { "cut.json": whole.slice(0, 2000) }).told).toEqual([
    expect.stringMatching(/^cut\.json:\d+:\d+ bad-json: The file ends in the middle/),
  ]);
  expect(read("sessionize", { "bad.json": whole.replace('"id": "2",', '"id" "2",') }).told).toEqual([
    expect.stringMatching(/^bad\.json:\d+:12 bad-json: /),
  ]);
});

test("categories and answers that find no place are told by their names", () => {
  const item = (id: number, name: string) => ({ id, name });
  const session = {
    id: "1",
    title: "One",
    isServiceSession: false,
    roomId: 77,
    categoryItems: [78],
    categories: [
      { name: "Level", categoryItems: [item(1, "Expert")] },
      { name: "Session format", categoryItems: [item(2, "Talk"), item(3, "Panel")] },
      { name: "Topics", categoryItems: [item(4, "Caches")] },
    ],
    questionAnswers: [
      { question: "Slides", answer: "https://example.org/a.pdf" },
      { question: "Shirt size", answer: "M" },
      { question: "Anything else?", answer: null },
    ],
  };
  const { conference, notKept } = read("sessionize", { "sessions.json": JSON.stringify([{ sessions: [session] }]) });
  expect(conference.talks[0]?.record).toMatchObject({ topics: ["caches"], slides: "https://example.org/a.pdf" });
  expect(Object.fromEntries(notKept)).toMatchObject({
    "categories.Level": 1,
    "categories.Session format": 1,
    "questionAnswers.Shirt size": 1,
    roomId: 1,
    categoryItems: 1,
  });
  expect(notKept.has("questionAnswers.Anything else?")).toBe(false);
});
