/** Lists of talks and people in YAML and JSON, as sites of Jekyll, Hugo and Eleventy keep them as data. */
import { describe, expect, test } from "vitest";
import { isDataFile } from "../../src/importers/parts/item-pages.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { brief, read } from "./read.ts";

const SPEAKERS = `# Who speaks
- id: 1
  name: Ann
  surname: Lee
  company: Example Systems
  title: Kernel engineer
  bio: "<p>Writes <em>kernels</em>.</p>"
  thumbnailUrl: ann.jpg
  social:
    - { name: twitter, link: "https://twitter.example/ann" }
- id: 02
  name: Bob Ray
`;
const SESSIONS = `---
-
  id: 007
  title: "Xen on Arm"
  description: What changed.
  speakers: [1, 2]
  language: en
  presentation: https://slides.example/xen-on-arm
-
  id: 8
  title: Lunch
  service: true
- id: 9
  title: Nobody knows
  speakers: [1, 99]
`;
const SCHEDULE = `- date: "2024-11-13"
  dateReadable: Wednesday
  location: Town hall
  tracks:
    - { title: Main, color: "#fff" }
  timeslots:
    - startTime: "09:30"
      endTime: "10:15"
      sessionIds: [7]
    - { startTime: "10:15", endTime: "11:00", sessionIds: [8, 55] }
    - { startTime: "11:00", endTime: "11:15", sessionIds: [9] }
    - { startTime: "15:00", endTime: "15:15", sessionIds: [9] }
`;

describe("sessions, speakers and a schedule beside each other", () => {
  const { conference, told, notKept } = read("front-matter", {
    "_data/schedule.yml": SCHEDULE,
    "_data/sessions.yml": SESSIONS,
    "_data/speakers.yml": SPEAKERS,
    "_data/team.yml": "- name: Cy\n  surname: Fu\n  company: Example Systems\n  title: Organizer\n",
  });

  test("are talks with their people, days and times", () => {
    expect(conference.talks.map(brief)).toEqual([
      {
        key: "007",
        rows: 1,
        when: { date: "2024-11-13", start: "09:30", end: { date: "2024-11-13", time: "10:15" } },
        record: { title: "Xen on Arm", abstract: "What changed.", language: "en", slides: "https://slides.example/xen-on-arm" },
        speakers: ["Ann Lee", "Bob Ray"],
      },
      {
        key: "8",
        rows: 1,
        when: { date: "2024-11-13", start: "10:15", end: { date: "2024-11-13", time: "11:00" } },
        record: { title: "Lunch", kind: "break" },
        speakers: [],
      },
      { key: "9", rows: 1, record: { title: "Nobody knows" }, speakers: ["Ann Lee"] },
    ]);
    expect(conference.talks[0]?.speakers[0]?.role).toBe("Kernel engineer");
  });

  test("give people their bios, organizations and profiles; organizers are none", () => {
    expect(conference.speakers.map(({ rows, ...one }) => one)).toEqual([
      {
        key: "1",
        name: "Ann Lee",
        organization: "Example Systems",
        bio: "Writes _kernels_.",
        links: [{ title: "twitter", url: "https://twitter.example/ann" }],
      },
      { key: "2", name: "Bob Ray" },
    ]);
  });

  test("what has no place is told: ids of nobody, slots that name a talk twice, other lists", () => {
    expect(told).toEqual([
      expect.stringMatching(
        /^_data\/schedule\.yml:5:7 not-a-talk: 2 entries of lists name .* left out: `schedule\/tracks` and `_data\/team`\./,
      ),
    ]);
    expect(Object.fromEntries(notKept)).toMatchObject({
      sessionIds: 1,
      speakers: 1,
      thumbnailUrl: 1,
      startTime: 2,
      endTime: 2,
      location: 1,
    });
  });
});

test("lists may have names in place of numbers, in JSON too, and stand in one file", () => {
  const { conference } = read("front-matter", {
    "data/conf.json": JSON.stringify({
      title: "Example Conf",
      speakers: { "ann-lee": { name: "Ann Lee", bio: "Writes kernels." } },
      sessions: {
        "xen-on-arm": { title: "Xen on Arm", speakers: ["ann-lee"], tags: ["Arm"] },
        opening: { title: "Opening", time: "9:00" },
      },
    }),
  });
  expect(conference.talks.map(brief)).toEqual([
    { key: "xen-on-arm", slug: "xen-on-arm", rows: 1, record: { title: "Xen on Arm", topics: ["arm"] }, speakers: ["Ann Lee"] },
    { key: "opening", slug: "opening", rows: 1, record: { title: "Opening" }, speakers: [] },
  ]);
});

test("a talk is on the day, in the room and at the time of what is around it, but for what it says itself", () => {
  const { conference } = read("front-matter", {
    "data/programme.yml": `days:
  - date: 2024-11-13
    rooms:
      - room: Hall 1
        talks:
          - { title: One, speaker: Ann Lee, time: "9:30" }
          - { title: Two, speaker: Bob Ray, room: Hall 2 }
  - date: 2024-11-14
    slots:
      - time: 10:00-10:45
        talk: Closing words
`,
  });
  expect(conference.talks.map(({ record, when }) => [record.title, record.room, when?.date, when?.start])).toEqual([
    ["One", "Hall 1", "2024-11-13", "09:30"],
    ["Two", "Hall 2", "2024-11-13", undefined],
    ["Closing words", undefined, "2024-11-14", "10:00"],
  ]);
});

test("the time of a day or a session is none of the talks in it, and rooms have the names that a list gives them", () => {
  const { conference, notKept } = read("front-matter", {
    "data/rooms.yml": "- { key: room1, label: Great Hall }\n- { key: lobby, label: Lobby }\n",
    "data/sessions.yml": "- { key: one, title: One, speakers: [Ann Lee] }\n- { key: two, title: Two, speakers: [Bob Ray] }\n",
    "data/schedule.yml": `- day: 2024-11-13
  start: "08:00"
  rooms:
    - room: room1
      slots:
        - { slot: first, talk: one }
        - { time: "10:00", talks: [two] }
- title: Afternoon
  date: 2024-11-13
  start: "14:00"
  talks:
    - { title: Three, speaker: Cy Fu }
`,
  });
  expect(conference.talks.map(({ record, when }) => [record.title, record.room, when?.date, when?.start])).toEqual([
    ["One", "Great Hall", "2024-11-13", undefined],
    ["Two", "Great Hall", "2024-11-13", "10:00"],
    ["Three", undefined, "2024-11-13", undefined],
  ]);
  expect(Object.fromEntries(notKept)).toMatchObject({ start: 2 });
});

test("posts with an author are no talks; papers with an abstract are", () => {
  const { conference } = read("front-matter", {
    "data/posts.json": JSON.stringify([
      { title: "Registration is open", author: "Ann Lee", date: "2024-01-01", url: "https://a.example/" },
    ]),
    "data/accepted.json": JSON.stringify([
      { title: "One", authors: [{ first: "Ann", last: "Lee", email: "ann@a.example" }], abstract: "What it is." },
    ]),
  });
  expect(conference.talks.map(brief)).toEqual([
    { key: "One", rows: 1, record: { title: "One", abstract: "What it is." }, speakers: ["Ann Lee"] },
  ]);
});

test("what is listed with a page of its own is no second talk", () => {
  const { conference } = read("front-matter", {
    "_talks/xen-on-arm.md": "---\ntitle: Xen on Arm\nspeaker: ann\n---\n\nWhat changed.\n",
    "_data/speakers.yml": "ann: { name: Ann Lee, bio: Writes kernels. }\n",
    "_data/schedule.yml":
      "- { title: Xen on Arm, date: 2024-11-13, time: '9:30', speaker: Ann Lee }\n- { title: Lunch, date: 2024-11-13, time: '12:00' }\n",
  });
  expect(conference.talks.map(({ record, when, speakers }) => [record.title, when?.date, when?.start, speakers[0]?.name])).toEqual([
    ["Xen on Arm", "2024-11-13", "09:30", "Ann Lee"],
    ["Lunch", "2024-11-13", "12:00", undefined],
  ]);
});

test("what a list or a group keeps to itself stays a draft", () => {
  const { conference } = read("front-matter", {
    "data/talks.yml": `- title: Shown
  speaker: Ann Lee
- title: Hidden
  speaker: Ann Lee
  draft: true
- day: 1
  hidden: true
  talks:
    - { title: In a hidden group, speaker: Bob Ray }
`,
    "data/speakers.yml": "- { name: Bob Ray, bio: Nobody may read this., private: true }\n",
  });
  expect(conference.talks.map(({ record }) => [record.title, record.draft])).toEqual([
    ["Shown", undefined],
    ["Hidden", true],
    ["In a hidden group", true],
  ]);
  expect(JSON.stringify(conference.speakers)).not.toContain("Nobody may read");
});

test("people may be listed in groups, or each with a talk", () => {
  const { conference } = read("front-matter", {
    "_data/speakers.yml": `groups:
  - title: Invited
    members:
      - { name: Ann, surname: Lee, company: Example Systems }
  - title: Others
    members:
      - { name: Bob Ray, bio: Writes kernels., title: Xen on Arm, abstract: What changed. }
`,
  });
  expect(conference.speakers.map(({ name }) => name)).toEqual(["Ann Lee"]);
  expect(conference.talks.map(({ record, speakers }) => [record.title, record.abstract, speakers])).toEqual([
    ["Xen on Arm", "What changed.", [{ name: "Bob Ray", bio: "Writes kernels." }]],
  ]);
});

test("lists and folders that say by their names that nobody gave their talks make drafts", () => {
  const { conference, guesses } = read("front-matter", {
    "_data/rejected_talks.yml": "- { title: One, speaker: Ann Lee }\n",
    "_data/program.yml": "accepted:\n  - { title: Two, speaker: Ann Lee }\nwaitlist:\n  - { title: Three, speaker: Ann Lee }\n",
    "_talks/withdrawn/four.md": "---\ntitle: Four\nspeaker: Ann Lee\n---\n",
    "test/talks.yml": "- { title: Five, speaker: Ann Lee }\n",
    "_data/non-technical.yml": "- { title: Six, speaker: Ann Lee }\n",
  });
  expect(conference.talks.filter(({ record }) => record.draft).map(({ record }) => record.title)).toEqual(["Four", "One", "Three"]);
  expect(guesses).toEqual(["withdrawn", "rejected_talks", "waitlist"].map((written) => ({ written, read: "drafts, which no page shows" })));
});

test("talks of one title are one where a list only says when it is, and two where they are at two times", () => {
  const { conference } = read("front-matter", {
    "_data/talks.yml": "- { title: One, speaker: Ann Lee }\n- { title: Twice, speaker: Bob Ray, date: 2024-11-13 }\n",
    "_data/programme.yml": `morning:
  - { title: One, date: 2024-11-13, time: "9:00" }
  - { title: Coffee, date: 2024-11-13, time: "10:00" }
afternoon:
  - { title: Coffee, date: 2024-11-13, time: "15:00" }
  - { title: Twice, date: 2024-11-14, time: "16:00" }
`,
  });
  expect(conference.talks.map(({ record, when }) => [record.title, when?.date, when?.start])).toEqual([
    ["One", "2024-11-13", "09:00"],
    ["Twice", "2024-11-13", undefined],
    ["Coffee", "2024-11-13", "10:00"],
    ["Coffee", "2024-11-13", "15:00"],
    ["Twice", "2024-11-14", "16:00"],
  ]);
});

test("what stands for another part of a file is told, and entries without people are no talks", () => {
  const { conference, told } = read("front-matter", {
    "_data/list.yml": "- &one { title: One, speaker: Ann Lee }\n- *one\n- { title: Menu, url: /, speaker: '' }\n",
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["One"]);
  expect(told.map((text) => text.split(":").slice(0, 4).join(":"))).toEqual([
    "_data/list.yml:2:3 yaml-alias: `*one` stands for another part of the file, which is not read here.",
    expect.stringContaining("_data/list.yml:3:3 not-a-talk"),
  ]);
});

test("slides and chapters with their times are no talks, nor is the id of a slot that nobody knows", () => {
  const { conference, notKept } = read("front-matter", {
    "_data/talks.yml": "- { id: one, title: One, speaker: Ann Lee }\n",
    "talks/slide-index/one.json": JSON.stringify([{ id: "1", title: "How it began", time: "0:30" }]),
    "_data/schedule.yml": "- { time: '9:00', talk: keynote_open }\n- { time: '9:30', talk: Opening words }\n",
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["One", "Opening words"]);
  expect(notKept.get("talk")).toBe(1);
});

test("the settings of a program are no talk, and are told once", () => {
  const { conference, told, notKept } = read("front-matter", {
    "package.json": JSON.stringify({ name: "site", author: "Ann Lee", scripts: { build: "x" } }),
    "_data/conf.yml": "name: Example Conf\nauthors: [Ann Lee]\n",
    "talks/one.yml": "title: One\nspeaker: Ann Lee\n",
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["One"]);
  expect(told).toEqual([
    "package.json:1:1 not-a-talk: 2 files hold no list of talks or speakers and are left out: `package.json` and `_data/conf.yml`.",
  ]);
  expect(notKept.size).toBe(0);
});

test("a mapping file says what fields of lists are called", () => {
  const { conference } = read("front-matter", {
    "mapping.yml":
      "import: front-matter\nevent: { name: Example 2024 }\ntalks: _data/lineup\nfields: { title: headline, speakers: lecturer }\n",
    "_data/lineup.yml": "- { headline: One, lecturer: Ann Lee, name: x, bio: y }\n",
  });
  expect(conference.talks.map(({ record, speakers }) => [record.title, speakers[0]?.name])).toEqual([["One", "Ann Lee"]]);
});

test("a list of talks is known by what it holds", () => {
  const talk = { title: "One", speakers: ["Ann Lee"] };
  expect(isDataFile(JSON.stringify([talk]))).toBe(true);
  expect(isDataFile(JSON.stringify({ talks: { one: talk } }, null, 2))).toBe(true);
  expect(isDataFile("\n# ours\n---\n- title: One\n  speaker: Ann Lee\n")).toBe(true);
  expect(isDataFile("name: my-site\nurl: https://example.org\n")).toBe(false);
  expect(isDataFile("title,speakers\nOne,Ann Lee\n")).toBe(false);
  expect(isDataFile("<p>title: speakers:</p>")).toBe(false);
  expect(isDataFile("Our speakers: Ann Lee\ntitle: One\n")).toBe(false);
});

describe("entries of one title in several lists", () => {
  const titlesAnd = (files: Record<string, string>) =>
    read("front-matter", files).conference.talks.map(({ record, when, speakers }) => [
      record.title,
      record.draft,
      when?.date,
      speakers.map(({ name }) => name).join(),
    ]);

  test("are two talks where people, day or time differ", () => {
    expect(
      titlesAnd({
        "_data/schedule.yml": `day1:
  - { title: Lunch, date: 2024-11-13, time: "12:00" }
  - { title: Keynote, speaker: Ann Lee, date: 2024-11-13, time: "9:00" }
day2:
  - { title: Lunch, date: 2024-11-14, time: "12:00" }
  - { title: Keynote, speaker: 2, date: 2024-11-14, time: "9:00" }
`,
        "_data/speakers.yml": "- { id: 1, name: Ann Lee, bio: A }\n- { id: 2, name: Bob Ray, bio: B }\n",
        "_data/more.yml": "- { title: Keynote, speaker: 1, topics: [a] }\n",
      }),
    ).toEqual([
      ["Lunch", undefined, "2024-11-13", ""],
      ["Keynote", undefined, "2024-11-13", "Ann Lee"],
      ["Lunch", undefined, "2024-11-14", ""],
      ["Keynote", undefined, "2024-11-14", "Bob Ray"],
    ]);
  });

  test("are as little shown as the strictest of them", () => {
    const talks = "- { title: One, speaker: Ann Lee, abstract: A }\n- { title: Two, speaker: Ann Lee, abstract: A }\n";
    const { conference, told } = read("front-matter", {
      "_data/talks.yml": `${talks}- { title: Three, speaker: Ann Lee, abstract: A }\n`,
      "_data/more.yml": `- { title: One, speaker: Ann Lee, draft: true }
- { title: Two, speaker: Ann Lee, status: rejected }
- hidden: true
  talks:
    - { title: Three, speaker: Ann Lee }
`,
    });
    expect(conference.talks.map(({ record }) => [record.title, record.draft])).toEqual([
      ["One", true],
      ["Three", true],
    ]);
    expect(told.join()).toContain("“Two” is `rejected`");
  });
});

test("lists whose names say so are drafts", () => {
  const { conference } = read("front-matter", {
    "_data/rejected.yml": "- { title: One, speaker: Ann Lee }\n",
    "_data/conf.yml": "waitlist:\n  - { title: Two, speaker: Ann Lee }\ntalks:\n  - { title: Three, speaker: Ann Lee }\n",
  });
  expect(conference.talks.map(({ record }) => [record.title, record.draft])).toEqual([
    ["One", true],
    ["Two", true],
    ["Three", undefined],
  ]);
});

test("a slot that is hidden says nothing of a talk; one that is a talk has the name of its room", () => {
  const { conference } = read("front-matter", {
    "data/rooms.yml": "- { key: room1, label: Great Hall }\n",
    "data/talks.yml": "- { id: 7, title: One, speaker: Ann Lee }\n- { id: 8, title: Two, speaker: Ann Lee }\n",
    "data/schedule.yml": `- date: 2024-11-13
  room: room1
  timeslots:
    - { time: "9:00", talk: 7, hidden: true }
    - { time: "10:00", talk: 8 }
    - { time: "11:00", talk: Closing words }
`,
  });
  expect(conference.talks.map(({ record, when }) => [record.title, record.room, when?.start])).toEqual([
    ["One", undefined, undefined],
    ["Two", "Great Hall", "10:00"],
    ["Closing words", "Great Hall", "11:00"],
  ]);
});

test("the title of a talk is nobody's role, and what a program needs is no talk", () => {
  const { conference } = read("front-matter", {
    "data/speakers.yml": "- { name: Ann Lee, title: Xen on Arm, bio: A }\n- { name: Bob Ray, title: Engineer, bio: A }\n",
    "data/talks.yml": "- { title: Xen on Arm, speakers: [Ann Lee, Bob Ray] }\n",
    "composer.lock": JSON.stringify({ packages: [{ name: "a/log", authors: [{ name: "Cy Fu" }], time: "2020-01-01T00:00:00Z" }] }),
  });
  expect(conference.talks.map(({ speakers }) => speakers)).toEqual([[{ name: "Ann Lee" }, { name: "Bob Ray", role: "Engineer" }]]);
});

test("an id that two lists of rooms have for different rooms is the name of neither", () => {
  const { conference } = read("front-matter", {
    "2023/rooms.yml": "- { key: r1, label: Great Hall }\n- { key: r2, label: Lobby }\n",
    "2024/rooms.yml": "- { key: r1, label: Cinema }\n- { key: r2, label: Lobby }\n",
    "talks.yml": "- { title: One, speaker: Ann Lee, room: r1 }\n- { title: Two, speaker: Ann Lee, room: r2 }\n",
  });
  expect(conference.talks.map(({ record }) => record.room)).toEqual(["r1", "Lobby"]);
});

describe("talks that were handed in", () => {
  const drafts = (files: Record<string, string>) =>
    read("front-matter", files).conference.talks.flatMap(({ record }) => (record.draft ? [record.title] : []));
  const TWO =
    "- { id: 1, title: One, speaker: Ann Lee, description: First. }\n- { id: 2, title: Two, speaker: Bob Ray, description: Second. }\n";

  test.each([
    "proposals",
    "all_proposals",
    "talkProposals",
    "submissions",
    "papers-submitted",
    "cfp",
    "call-for-papers",
    "callForPapers",
    "CFPTalks",
    "einreichungen",
  ])("a list called %s is one of drafts, which is told", (name) => {
    const { conference, guesses } = read("front-matter", { [`_data/${name}.yml`]: TWO });
    expect(conference.talks.map(({ record }) => record.draft)).toEqual([true, true]);
    expect(guesses).toEqual([{ written: name, read: "talks that were handed in, and so drafts, which no page shows" }]);
  });

  test.each(["accepted_proposals", "submissions-accepted", "selectedProposals", "submitting", "talks"])(
    "a list called %s is none",
    (name) => {
      expect(drafts({ [`_data/${name}.yml`]: TWO })).toEqual([]);
    },
  );

  test("the innermost name counts, and that of the folder around", () => {
    expect(
      drafts({
        "_data/submissions.yml": `accepted:\n  - { title: One, speaker: Ann Lee }\nothers:\n  - { title: Two, speaker: Ann Lee }\n`,
      }),
    ).toEqual(["Two"]);
    expect(
      drafts({
        "proposals/one.md": "---\ntitle: One\nspeaker: Ann Lee\n---\n",
        "proposals/two/index.md": "---\ntitle: Two\nspeaker: Ann Lee\n---\n",
      }),
    ).toEqual(["One", "Two"]);
    // A folder of somebody's machine.
    expect(drafts({ "my-cfp/talks.yml": TWO, "my-cfp/one.md": "---\ntitle: One\nspeaker: Ann Lee\n---\n" })).toEqual([]);
  });

  test("those that a schedule or another list names were chosen", () => {
    expect(
      drafts({ "_data/proposals.yml": TWO, "_data/schedule.yml": "- date: 2024-05-06\n  slots:\n    - { time: '09:00', talk: 1 }\n" }),
    ).toEqual(["Two"]);
    expect(drafts({ "_data/proposals.yml": TWO, "_data/talks.yml": "- { title: Two, date: 2024-05-06, time: '9:00' }\n" })).toEqual([
      "One",
    ]);
    expect(drafts({ "_data/proposals.yml": TWO, "_data/submissions.yml": "- { title: Two, speaker: Bob Ray }\n" })).toEqual(["One", "Two"]);
    const hidden = "- date: 2024-05-06\n  slots:\n    - { time: '09:00', talk: 1, hidden: true }\n";
    expect(drafts({ "_data/proposals.yml": TWO, "_data/schedule.yml": hidden })).toEqual(["One", "Two"]);
  });

  test("where they have a status, that of each counts", () => {
    const list =
      "- { title: One, speaker: Ann Lee, status: accepted }\n- { title: Two, speaker: Ann Lee, status: '' }\n- { title: Three, speaker: Ann Lee, status: rejected }\n";
    const { conference, told } = read("front-matter", { "_data/proposals.yml": list });
    expect(conference.talks.map(({ record }) => [record.title, record.draft])).toEqual([
      ["One", undefined],
      ["Two", true],
    ]);
    expect(told.join()).toContain("not-accepted: “Three”");
  });
});

test.each([
  ...[
    "rejectedTalks",
    "talksRejected",
    "notAccepted",
    "hiddenSessions",
    "private",
    "waitListed",
    "waiting-list",
    "reserve",
    "unconfirmed",
    "cancelled_talks",
  ],
  ...["hidden_program", "test_schedule", "talks_private_old", "sessions_hidden_de", "REJECTEDTalks", "unlisted"],
  ...["draftTalks", "abgelehnte", "rechazadas", "back_up", "accepted_test", "talks.bak", "maybe"],
])("what a list called %s holds is no part of the programme", (name) => {
  const { conference, guesses } = read("front-matter", {
    "_data/conf.json": JSON.stringify({ [name]: [{ title: "One", speaker: "Ann Lee" }] }),
  });
  expect(conference.talks.map(({ record }) => record.draft)).toEqual([true]);
  expect(guesses).toEqual([{ written: name, read: "drafts, which no page shows" }]);
});

test.each([
  "private-cloud",
  "private-ai",
  "hidden-markov-models",
  "pending_intents",
  "backup_strategies",
  "test-driven",
  "examplesInRust",
  "nature_reserve",
  "maybe-monads",
  "no",
  "code-review",
])("a list called %s holds talks about that", (name) => {
  const { conference } = read("front-matter", { "_data/conf.json": JSON.stringify({ [name]: [{ title: "One", speaker: "Ann Lee" }] }) });
  expect(conference.talks.map(({ record }) => record.draft)).toEqual([undefined]);
});

test.each([
  ["talks/rejected-talks/one/index.md", "one"],
  ["rejected/2024/one.md", "one"],
  ["submissions/2024/one/index.md", "one"],
  ["talks/rejected/index.md", "rejected"],
])("a folder says it for the pages in folders of their own or of a year, too: %s", (path, name) => {
  const { conference } = read("front-matter", { [path]: "---\ntitle: One\nspeaker: Ann Lee\n---\n" });
  expect(conference.talks.map(({ record, key }) => [key, record.draft])).toEqual([[name, true]]);
});

test("a folder says it for the lists in folders of years, and the innermost counts", () => {
  const list = (title: string) => `- { title: ${title}, speaker: Ann Lee }\n`;
  const { conference } = read("front-matter", {
    "rejected/2024/talks.yml": list("One"),
    "proposals/2024/talks.yml": list("Two"),
    "proposals/accepted/2024/talks.yml": list("Three"),
    "proposals/more/talks.yml": list("Four"),
  });
  expect(conference.talks.map(({ record }) => [record.title, record.draft])).toEqual([
    ["One", true],
    ["Two", true],
    ["Three", undefined],
    ["Four", undefined],
  ]);
});

test("a person whom several lists have is one, with what each of them says", () => {
  const { conference, notKept } = read("front-matter", {
    "_speakers/ann-lee.md": "---\nname: Ann Lee\ntwitter: ann\n---\nWrites kernels.\n",
    "_data/speakers.json": JSON.stringify({
      1: { name: "Ann Lee", company: "Example Systems", bio: "Other words." },
      2: { name: "Bob Ray", bio: "B" },
    }),
    "_data/more/speakers.json": JSON.stringify([
      { name: "Ann Lee", role: "Engineer" },
      { name: "Bob Ray", bio: "B" },
      { name: "Bob Ray", bio: "Another." },
    ]),
    "_talks/a.md": "---\ntitle: One\nspeakers: [ann-lee]\n---\n",
  });
  expect(conference.speakers.map(({ rows, name, bio, organization }) => [rows.length, name, bio, organization])).toEqual([
    [3, "Ann Lee", "Writes kernels.", "Example Systems"],
    // One list has two of that name.
    [1, "Bob Ray", "B", undefined],
    [1, "Bob Ray", "B", undefined],
    [1, "Bob Ray", "Another.", undefined],
  ]);
  expect(conference.talks.map(({ speakers }) => speakers)).toEqual([[{ name: "Ann Lee", role: "Engineer" }]]);
  expect(notKept.get("bio")).toBe(1);
});

test("those of one name who have different profiles on one site are two", () => {
  const people = (twitter: string) => `- { name: John Ray, bio: A, twitter: ${twitter}, github: https://github.com/${twitter} }\n`;
  const several = (second: string) =>
    read("front-matter", { "2019/speakers.yml": people("father"), "2024/speakers.yml": people(second) }).conference.speakers;
  expect(several("son").map(({ links = [] }) => links.length)).toEqual([2, 2]);
  for (const same of ["Father", "father/?tab=repositories"]) expect(several(same).map(({ rows }) => rows.length)).toEqual([2]);
});

test("what a list says of somebody for a later day than another one is not shown before", () => {
  const someone = (facts: string) => `- { name: Ann Lee, ${facts} }\n`;
  const merged = (...lists: string[]) => {
    const files = Object.fromEntries(lists.map((list, index) => [`${index}/speakers.yml`, list]));
    const { conference, notKept } = read("front-matter", files, "2026-12-01");
    return [conference.speakers.map(({ rows, ...facts }) => ({ ...facts, rows: rows.length })), Object.fromEntries(notKept)];
  };
  const [shown, soon, late] = [
    someone("bio: Open."),
    someone("company: Soon, publishDate: 2027-01-01"),
    someone("company: Late, twitter: late, publishDate: 2030-01-01"),
  ];
  const ann = { key: "Ann Lee", name: "Ann Lee", rows: 2 };
  expect(merged(shown, late)).toEqual([[{ ...ann, bio: "Open." }], { organization: 1, links: 1 }]);
  expect(merged(late, shown)).toEqual([[{ ...ann, bio: "Open." }], { organization: 1, links: 1 }]);
  expect(merged(late, soon)).toEqual([[{ ...ann, organization: "Soon", publishFrom: "2027-01-01" }], { organization: 1, links: 1 }]);
});

test("a talk is one also where its title has another name, or its speaker an id that could be a word for yes", () => {
  const { conference } = read("front-matter", {
    "content/a.md": "---\ntalk: One\nfirst_name: Ann\nlast_name: Lee\n---\nWords.\n",
    "content/b.md": "---\ntitle: Two\nspeaker: 1\n---\nWords.\n",
    "_data/lineup.yml": "- { title: Three, speakers: [1], description: x }\n- { title: Four, speakers: [X], description: x }\n",
    "_data/speakers.yml": "- { id: 1, name: Bob Ray, bio: B }\n",
  });
  expect(conference.talks.map(({ record, speakers }) => [record.title, speakers[0]?.name])).toEqual([
    ["One", "Ann Lee"],
    ["Two", "Bob Ray"],
    ["Three", "Bob Ray"],
    ["Four", "X"],
  ]);
});

test("an id that lists in two languages have for two spellings is told where it stands for a name", () => {
  const { guesses } = read("front-matter", {
    "data/en/speakers.json": JSON.stringify([{ id: "AnnLee", name: "Ann Lee", bio: "A" }]),
    "data/ru/speakers.json": JSON.stringify([{ id: "AnnLee", name: "Энн Ли", bio: "A" }]),
    "data/talks.json": JSON.stringify([{ title: "One", speakers: ["AnnLee"] }]),
  });
  expect(guesses).toEqual([{ written: "AnnLee", read: "the name as it is written, for several people have that id" }]);
});

test("what is no person or talk: settings of Jekyll, organizers, and people who say whether they speak", () => {
  const { conference } = read("front-matter", {
    "_config.yml": "author: Ann Lee\ndefaults:\n  - scope: { path: '', type: speakers }\n    values: { layout: speaker, title: X }\n",
    "_organizers/cy.md": "---\ntitle: Cy Fu\nfirst_name: Cy\nlast_name: Fu\n---\nOrganizes.\n",
    "_organizers/di.md": "---\ntitle: Di Go\nname: Di Go\n---\nOrganizes.\n",
    "_data/people.yml": "- { name: Ann Lee, bio: A, speaker: true }\n- { name: Bob Ray, bio: B, speaker: false }\n",
    "_talks/a.md": "---\ntitle: One\nspeaker: Ann Lee\n---\n",
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["One"]);
  expect(conference.speakers.map(({ name }) => name)).toEqual(["Ann Lee"]);
});

test("beside a talk, the title of a person is a role; without one it is the talk", () => {
  const { conference } = read("front-matter", {
    "speakers.yml":
      "- { name: Ann Lee, title: Engineer, talk: One, abstract: A, bio: B }\n- { name: Bob Ray, talk: Two, abstract: A, bio: B }\n" +
      "- { name: Cy Fu, title: Three, talk: true, abstract: A }\n- { name: Di Go, title: Four, talk: 'https://example.org/4', abstract: A }\n",
  });
  expect(conference.talks.map(({ record, speakers }) => [record.title, speakers[0]?.name])).toEqual([
    ["Two", "Bob Ray"],
    ["Three", "Cy Fu"],
    ["Four", "Di Go"],
  ]);
  expect(conference.speakers.map(({ name }) => name)).toEqual(["Ann Lee"]);
});

test("posts are none where lists have the talks, and are told as posts", () => {
  const { conference, told } = read("front-matter", {
    "_posts/a.md": "---\ntitle: Welcome\nauthor: Ann Lee\ndate: 2024-01-01\n---\n",
    "_posts/b.md": "---\ntitle: Zero\nspeaker: Ann Lee\n---\n",
    "_data/program.yml": "- { title: One, speaker: Bob Ray }\n",
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["Zero", "One"]);
  expect(told).toEqual([expect.stringContaining("1 post is left out, as the site has its talks elsewhere: `_posts/a.md`.")]);
});

test("the number of a slot is no time, which another list tells", () => {
  const { conference, told } = read("front-matter", {
    "_talks/a.md": "---\ntitle: One\nspeaker: Ann Lee\nslot: 2\n---\n",
    "feedback.json": JSON.stringify({ sessions: { a: { title: "One", speakers: ["Ann Lee"], startTime: "2024-05-06T09:15:00+02:00" } } }),
  });
  expect(conference.talks.map(({ when }) => [when?.date, when?.start])).toEqual([["2024-05-06", "09:15"]]);
  expect(told).toEqual([]);
});

test("fields in braces that are indented with tabs are read, as Jekyll does", () => {
  const { conference, told } = read("front-matter", {
    "_data/sessions.yml": "- { id: 1, title: One, speakers: [Ann Lee] }\n",
    "_data/schedule.yml":
      '- date: "2024-05-06"\n  timeslots:\n    - {\n    \tstartTime: "09:20",\n    \tendTime: "09:50",\n    \tsessionIds: [1]\n    }\n',
  });
  expect(conference.talks.map(({ when }) => [when?.date, when?.start])).toEqual([["2024-05-06", "09:20"]]);
  expect(told).toEqual([]);
});

test("a slot that names a talk many times takes linear time", () => {
  const run = (count: number) => {
    const ids = Array.from({ length: count }, () => 1);
    const files = {
      "_data/talks.json": JSON.stringify([{ id: 1, title: "One", speaker: "Ann Lee" }]),
      "_data/schedule.json": JSON.stringify([{ date: "2024-05-06", timeslots: [{ startTime: "09:00", sessionIds: ids }] }]),
    };
    return cpuSeconds(() => read("front-matter", files));
  };
  run(500);
  expect(run(20_000)).toBeLessThan(12 * Math.max(run(5000), 0.05));
});
