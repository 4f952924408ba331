/** Habits of sources that were met in public repositories of conferences, each in its smallest form. */
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/importers/parts/schedule-text.ts";
import { splitNames } from "../../src/importers/parts/people.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { read } from "./read.ts";

const titles = (talks: readonly { record: { title: string } }[]) => talks.map(({ record }) => record.title);
const page = (fields: string, body = "Text.") => `---\n${fields}---\n${body}\n`;

describe("what organizers have not told anybody yet, or what only some may see, is not published", () => {
  test("a paper that was withdrawn or rejected, which OpenReview says as its venue", () => {
    const rows = [
      "ICLR 2024 poster",
      "ICLR 2024 Conference Withdrawn Submission",
      "ICLR 2024 Conference Desk Rejected Submission",
      "Submitted to ICLR 2024",
    ];
    const text = `number,forum,title,authors,venue\n${rows.map((venue, at) => `${at},https://openreview.net/forum?id=${at},T${at},Ann Lee,${venue}\n`).join("")}`;
    const { conference, refused } = read("csv", { "papers.csv": text });
    expect(titles(conference.talks)).toEqual(["T0"]);
    expect(conference.talks[0]?.record).toEqual({ title: "T0" });
    expect(refused).toHaveLength(3);
  });

  test("a venue is a room elsewhere", () => {
    const { conference } = read("csv", { "a.csv": "title,authors,venue\nT,Ann Lee,Town hall\n" });
    expect(conference.talks[0]?.record.room).toBe("Town hall");
  });

  test.each(["rejected", "withdrawn", "canceled", "submitted"])("a pending state of pretalx: %s", (state) => {
    const submission = { code: "A", title: "T", submission_type: "Talk", state: "accepted", pending_state: state, speakers: [] };
    expect(read("pretalx-api", { "a.json": JSON.stringify({ results: [submission] }) }).conference.talks[0]?.record.draft).toBe(true);
  });

  test.each([null, "", "accepted", "confirmed"])("a pending state that changes nothing: %s", (state) => {
    const submission = { code: "A", title: "T", submission_type: "Talk", state: "accepted", pending_state: state, speakers: [] };
    expect(read("pretalx-api", { "a.json": JSON.stringify({ results: [submission] }) }).conference.talks[0]?.record).toEqual({
      title: "T",
    });
  });

  test("the same in a table of pretalx", () => {
    const text =
      "Proposal title,Speaker names,Proposal state,Pending proposal state\nA,Ann Lee,accepted,rejected\nB,Ann Lee,accepted,\nC,Ann Lee,accepted,confirmed\n";
    const { conference } = read("csv", { "a.csv": text });
    expect(conference.talks.map(({ record }) => record.draft)).toEqual([true, undefined, undefined]);
  });

  test("a contribution of Indico that some people alone may see", () => {
    const contribution = (id: string, allowed: object) => ({ _type: "Contribution", id, title: id, speakers: [], allowed });
    const contributions = [contribution("A", { users: ["ann@example.org"], groups: [] }), contribution("B", { users: [], groups: [] })];
    const event = { _type: "Conference", id: "1", title: "C", contributions };
    const { conference } = read("indico", { "a.json": JSON.stringify({ results: [event] }) });
    expect(conference.talks.map(({ record }) => record.draft)).toEqual([true, undefined]);
  });
});

describe("pages", () => {
  test("a text in quotes over several lines that are not indented, as Hugo and Jekyll take it, is whole", () => {
    const fields =
      'title: "One\nand more: than one"\nspeaker: Ann Lee\nabstract: "First: line.\nSecond line.\n\nNew part."\nroom: \'Hall\n1\'\n';
    const { conference, told } = read("front-matter", { "talks/a.md": page(fields, "") });
    expect(conference.talks[0]?.record).toEqual({
      title: "One and more: than one",
      abstract: "First: line. Second line.\\\nNew part.",
      room: "Hall 1",
    });
    expect(told).toEqual([]);
  });

  test("a text in quotes that never ends stays broken, which is told", () => {
    expect(read("front-matter", { "talks/a.md": page('title: One\nspeaker: Ann Lee\nabstract: "First\nlast\n') }).told.join()).toContain(
      "bad-yaml",
    );
  });

  test("many such texts take linear time", () => {
    const fields = (count: number) =>
      `title: One\nspeaker: Ann Lee\n${Array.from({ length: count }, (_, at) => `a${at}: "x\ny"\n`).join("")}`;
    const run = (count: number) => cpuSeconds(() => read("front-matter", { "talks/a.md": page(fields(count)) }));
    run(500);
    expect(run(3000)).toBeLessThan(12 * Math.max(run(750), 0.05));
  });

  test.each(["speakers/Ann Lee.md", "_profiles/ann-lee.md", "content/team/ann-lee.md"])(
    "a talk names the page of its speaker: %s",
    (path) => {
      const files = { "talks/a.md": page("title: One\nspeakers:\n  - ann-lee\n"), [path]: page("key: ann-lee\nname: Ann Lee\n", "A bio.") };
      const { conference } = read("front-matter", files);
      expect(conference.talks[0]?.speakers.map(({ name }) => name)).toEqual(["Ann Lee"]);
      expect(conference.speakers.map(({ name, bio }) => [name, bio])).toEqual([["Ann Lee", "A bio."]]);
    },
  );

  test("posts of a site that has its talks elsewhere are none; where all are posts, they are", () => {
    const post = page("title: We are back\nauthor: Ann Lee\ndate: 2024-01-01\n");
    const { conference, told } = read("front-matter", { "_posts/a.md": post, "talks/b.md": page("title: One\nspeaker: Bob Ray\n") });
    expect(titles(conference.talks)).toEqual(["One"]);
    expect(told.join()).toContain("not-a-talk");
    expect(titles(read("front-matter", { "_posts/a.md": post }).conference.talks)).toEqual(["We are back"]);
  });

  test("the key of an author is nobody's name", () => {
    const { conference, notKept } = read("front-matter", { "_posts/a.md": page("title: One\nauthor: gerrit\ndate: 2024-01-01\n") });
    expect(conference.talks[0]?.speakers).toEqual([]);
    expect(notKept.get("author")).toBe(1);
  });

  test("a page that says nothing of a talk or of Xen is no talk", () => {
    const html = "<html><body><h1>General provisions</h1><p>Personal data are processed by the operator.</p></body></html>";
    expect(read("xen-page", { "a.html": html }).conference.talks).toEqual([]);
  });
});

test("a calendar without an event, such as a template, is no conference", () => {
  expect(
    read("icalendar", { "a.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{% for post in posts %}\r\nEND:VCALENDAR\r\n" }).conferences,
  ).toEqual([]);
});

test("data of pretalx in a form of a site's own says what to save in its place", () => {
  const submission = { code: "A", title: "T", submission_type: "Talk", state: "accepted" };
  const { told } = read("pretalx-api", { "a.json": JSON.stringify({ schedule: { "2024-11-02": { 540: { 1: submission } } } }) });
  expect(told.join()).toContain("nothing-to-import");
});

test("the name of a page that is not there is told", () => {
  const { guesses } = read("front-matter", { "talks/a.md": page("title: One\nspeakers: [ann-lee, Bob Ray]\n") });
  expect(guesses?.map(({ written }) => written)).toEqual(["ann-lee"]);
});

describe("tables", () => {
  test("pretalx's words for a talk that is not recorded, and a teaser", () => {
    const text = "Proposal title,Speaker names,Teaser,Don't record this session.\nA,Ann Lee,Short.,True\nB,Ann Lee,Short.,False\n";
    const { conference } = read("csv", { "a.csv": text });
    expect(conference.talks.map(({ record }) => [record.abstract, record.recording])).toEqual([
      ["Short.", "declined"],
      ["Short.", undefined],
    ]);
  });

  test("a title with HTML is found again by a table that an earlier version took", () => {
    const { conference } = read("csv", { "a.csv": "title,speakers\n<i>One</i>  and,Ann Lee\n" });
    expect(conference.talks.map(({ key, record }) => [key, record.title])).toEqual([["<i>One</i> and", "One and"]]);
  });

  test("where the column of the presenter is empty, the authors are the speakers", () => {
    const { conference } = read("csv", { "a.csv": "title,author,presenter\nA,Ann Lee,\nB,Ann Lee,Bob Ray\n" });
    expect(conference.talks.map(({ speakers }) => speakers.map(({ name }) => name))).toEqual([["Ann Lee"], ["Bob Ray"]]);
  });

  test("HTML in a title, but not what the title is about", () => {
    const text = 'title,speakers\n"<i>Rock</i> &amp; Roll",Ann Lee\nUse of <template> in C++,Ann Lee\n"std::vector<int> & more",Ann Lee\n';
    const { conference, guesses } = read("csv", { "a.csv": text });
    expect(titles(conference.talks)).toEqual(["Rock & Roll", "Use of <template> in C++", "std::vector<int> & more"]);
    expect(guesses?.map(({ read: one }) => one)).toEqual(["Rock & Roll"]);
  });

  test("organizations by numbers behind the names, as ConfTool has them", () => {
    const text = 'title,authors,organisations\nA,"Lee, Ann (1); Ray, Bob (1,2)","1: MIT; 2: ETH, Zurich"\n';
    expect(read("csv", { "a.csv": text }).conference.talks[0]?.speakers).toEqual([
      { name: "Ann Lee", organization: "MIT" },
      { name: "Bob Ray", organization: "MIT; ETH, Zurich" },
    ]);
  });

  test("a decision counts where the status says only that a paper came in", () => {
    const text = "title,authors,status,decision\nA,Ann Lee,Submitted,Accept\nB,Ann Lee,Under Review,Reject\n";
    expect(titles(read("csv", { "a.csv": text }).conference.talks)).toEqual(["A"]);
  });
});

test("Sessionize's files of several years, which number their sessions alike, are several conferences", () => {
  const year = (title: string) =>
    JSON.stringify({ sessions: ["1", "2"].map((id) => ({ id, title: `${title} ${id}`, isServiceSession: false })) });
  const { conferences } = read("sessionize", { "Y2023/all.json": year("Old"), "Y2024/all.json": year("New") });
  expect(conferences.map(({ key, talks }) => [key, titles(talks)])).toEqual([
    ["Y2023 all", ["Old 1", "Old 2"]],
    ["Y2024 all", ["New 1", "New 2"]],
  ]);
});

test("data of a site with a title and an address is no conference of pyvideo", () => {
  expect(read("pyvideo", { "_data/metadata.json": '{"title": "Our site", "url": "https://example.org"}' }).conferences).toEqual([]);
});

test.each(["conference", "Conférence", "quickie", "Breakout Session", "short_session", "Plenary"])(
  "a talk called %s is of no kind of its own",
  (type) => {
    expect(kindOf(type, "One", true)).toBeUndefined();
  },
);

test.each([
  ["Ann Lee, (Example GmbH)", "Ann Lee (Example GmbH)"],
  ["Felip Manyer i Ballester (FMB), Ann Lee (X)", "Felip Manyer i Ballester (FMB); Ann Lee (X)"],
  ["Jean-Pierre d’Ormesson et Zoé L’Étoile", "Jean-Pierre d’Ormesson; Zoé L’Étoile"],
  ["Lee, Ann (MIT Lab); Ray, Bob (ETH)", "Ann Lee (MIT Lab); Bob Ray (ETH)"],
  ["José Ortega y Gasset", "José Ortega y Gasset"],
])("%s", (text, names) => {
  expect(splitNames(text).join("; ")).toBe(names);
});
