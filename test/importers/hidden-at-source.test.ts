/** What a source shows to nobody is not published by an import either: drafts, pages whose day has not come, comments, hidden elements. */
import { expect, test } from "vitest";
import { withoutComments, withoutPageComments } from "../../src/importers/parts/comments.ts";
import { withoutContacts } from "../../src/importers/parts/contacts.ts";
import type { ForeignFile } from "../../src/importers/importer.ts";
import { cascade, readForeignPage } from "../../src/importers/parts/front-matter.ts";
import { htmlToMarkdown } from "../../src/importers/parts/html-to-markdown.ts";
import { Reading } from "../../src/importers/parts/reading.ts";
import { scheduleText } from "../../src/importers/parts/schedule-text.ts";
import { textToMarkdown } from "../../src/importers/parts/text-to-markdown.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { read } from "./read.ts";

const pageOf = (fields: string, path = "talks/a.md", body = "Text.") => {
  const text = `---\ntitle: One\nspeakers: [Ann Lee]\n${fields}---\n${body}\n`;
  return read("front-matter", { [path]: text }).conference.talks[0]?.record;
};

test.each([
  "draft: true",
  "Draft: true",
  "DRAFT: yes",
  "isDraft: true",
  "published: false",
  "Published: no",
  "publish: false",
  "public: false",
  "private: true",
  "hidden: 1",
  "unlisted: true",
  "visibility: private",
  "visibility: internal",
  "is_public: false",
  "hide: true",
  "listed: false",
  "embargo: yes",
  "withdrawn: true",
  "headless: true",
  "build: { render: never, list: never }",
  "review_status: Rejected?",
])("a page of a site with `%s` becomes a draft", (field) => {
  expect(pageOf(`${field}\n`)?.draft).toBe(true);
});

test.each(["draft: false", "Draft: no", "published: true", "published: 2012-05", "hidden: false", "private: off", "visibility: public"])(
  "one with `%s` does not",
  (field) => {
    expect(pageOf(`${field}\n`)).not.toHaveProperty("draft");
    expect(pageOf(`${field}\n`)).not.toHaveProperty("publishFrom");
  },
);

test.each(["summary: a: b\ndraft: true", 'room: "A\ndraft: true', "draft:true", "room: A\n  draft: yes", "params:\n  draft: true"])(
  "one with fields that cannot all be read (%j) does",
  (fields) => {
    expect(pageOf(`${fields}\n`)?.draft).toBe(true);
  },
);

test("what lies in Jekyll's folder for drafts is a draft", () => {
  for (const path of ["_drafts/a.md", "site/talks/_drafts/a.md"]) expect(pageOf("", path)?.draft, path).toBe(true);
  expect(pageOf("", "my_drafts/a.md")?.draft).toBeUndefined();
});

test("a page that its site publishes on a day waits for that day", () => {
  for (const field of ["publishDate", "publishdate", "pubdate", "published", "published_at", "embargo_until"])
    expect(pageOf(`${field}: 2099-01-01T10:00:00Z\n`)?.publishFrom, field).toBe("2099-01-01");
});

test("a page whose day has passed is shown no more", () => {
  const files = { "talks/a.md": "---\ntitle: One\nspeakers: [Ann Lee]\nexpiryDate: 2020-01-01\n---\nText.\n" };
  expect(read("front-matter", files, "2026-12-01").conference.talks[0]?.record.draft).toBe(true);
  expect(read("front-matter", files, "2019-12-01").conference.talks[0]?.record.draft).toBeUndefined();
});

const belowOf = (index: string, fields = "", path = "talks/2024/a.md") => {
  const pages = { "talks/_index.md": index, [path]: `---\ntitle: One\nspeakers: [Ann Lee]\n${fields}---\nText.\n` };
  return read("front-matter", pages).conference.talks[0]?.record;
};

test.each([
  "---\ncascade:\n  publishDate: 2099-01-01\n---\n",
  "+++\n[cascade]\n  publishdate = 2099-01-01\n+++\n",
  "+++\n[[cascade]]\n  Draft = false\n[[cascade]]\n  publishDate = 2099-01-01T00:00:00Z\n+++\n",
  "---\nCascade:\n  - target: { path: '/talks/**' }\n    publishDate: 2099-01-01\n---\n",
])("so does a page below one that says so for all below it (%j)", (index) => {
  expect(belowOf(index)?.publishFrom).toBe("2099-01-01");
  expect(belowOf(index, "publishDate: 2098-01-01\n")?.publishFrom).toBe("2098-01-01");
  expect(belowOf(index, "", "sessions/a.md")).not.toHaveProperty("publishFrom");
});

test("a page below one that makes drafts of all below it is a draft, but where it says otherwise", () => {
  const index = "---\ncascade:\n  - draft: true\n    _target: { path: '/talks/2024/**' }\n---\n";
  expect(belowOf(index)?.draft).toBe(true);
  expect(belowOf(index, "draft: false\n")).not.toHaveProperty("draft");
  expect(belowOf(index, "", "talks/2023/a.md")).not.toHaveProperty("draft");
});

test.each(["hidden: false", "private: no", "unlisted: false", "draft:", "public: yes"])("%s says nothing of drafts above it", (field) => {
  expect(belowOf("---\ncascade:\n  draft: true\n---\n", `${field}\n`)?.draft).toBe(true);
});

test("the nearest page above says which are drafts, and many of them keep nobody waiting", () => {
  const index = (draft: boolean) => `---\ncascade:\n  draft: ${draft}\n---\n`;
  const files = {
    "talks/_index.md": index(true),
    "talks/b/_index.md": index(false),
    "talks/b/a.md": "---\ntitle: One\nspeakers: [Ann Lee]\n---\n",
  };
  expect(read("front-matter", files).conference.talks.map(({ record }) => record.draft)).toEqual([undefined]);
  const pages = Array.from({ length: 20_000 }, (_, at) => {
    const file = { path: `talks/${at}/_index.md`, text: "---\ncascade:\n  draft: true\n---\n" };
    return readForeignPage(file as ForeignFile, new Reading()) ?? [];
  }).flat();
  expect(cpuSeconds(() => cascade(pages))).toBeLessThan(2);
  expect(pages.map(({ above }) => above.length)).toEqual(pages.map(() => 1));
});

test("a page of devopsdays, too", () => {
  const files = {
    "data/events/2024-x.yml": "name: 2024-x\ncity: X\nstartdate: 2024-05-01\nenddate: 2024-05-01\nprogram: []\n",
    "content/events/2024-x/program/a.md": "+++\nTitle = 'A'\nType = 'talk'\nDraft = true\nSpeakers = ['ann']\n+++\n",
  };
  expect(read("devopsdays", files).conference.talks[0]?.record.draft).toBe(true);
});

test.each(["pending", "private", "Hidden", "unlisted", "unpublished", "embargoed", "trash"])(
  "a row of a table that is `%s` is no part of the programme",
  (status) => {
    const { conferences } = read("csv", { "a.csv": `title,speakers,status\nOne,Ann Lee,${status}\nTwo,Bob Ray,accepted\n` });
    expect(conferences.flatMap(({ talks }) => talks.map(({ record }) => record.title))).toEqual(["Two"]);
  },
);

const shownOf = (heading: string, value: string) => {
  const { conferences } = read("csv", { "a.csv": `title,speakers,${heading}\nOne,Ann Lee,"${value}"\nTwo,Bob Ray,\n` });
  return conferences.flatMap(({ talks }) => talks.filter(({ record }) => !record.draft).map(({ record }) => record.title));
};

const NOT_SHOWN = [
  "Rejected.",
  "❌ rejected",
  "Waitlist (3)",
  "Standby",
  "Not confirmed",
  "pending review",
  "Do not publish",
  "Speaker withdrew",
];
const NOR_ELSEWHERE = [
  "Nachrücker",
  "noch nicht bestätigt",
  "En espera (2)",
  "à confirmer",
  "non publié",
  "Reprovado",
  "в резерве",
  "غير مقبول",
  "補欠",
  "候补",
];
test.each([...NOT_SHOWN, ...NOR_ELSEWHERE, "Accepted, then withdrawn", "accepted (speaker cancelled)", "No - duplicate", "Moon phase"])(
  "a talk whose status is `%s` is shown to nobody",
  (status) => {
    expect(shownOf("status", status)).toEqual(["Two"]);
  },
);

test.each([
  "Moved to the waiting list",
  "accepted but no show",
  "Accepted (not confirmed)",
  "Accepted for the second round",
  "Accepted - unpublished",
  "accepted (revoked)",
  "accepted, didn't come",
  "accepted (members only)",
  "held for review",
  "Aceptada (retirada)",
  "backup talk",
  "Accepted?",
  "not yet",
])("nor is one whose status is `%s`", (status) => {
  expect(shownOf("status", status)).toEqual(["Two"]);
});

const ACCEPTED = [
  "Accepted (short)",
  "Accept as poster",
  "accept: full paper",
  "conditional accept",
  "Confirmed.",
  "(accepted)",
  "Accepted 👍",
];
const ACCEPTED_HOW = ["Accepted, confirmed", "Accepted (no slides)", "accepted (under 30 min)", "Accepted for publication", "accept_oral"];
const OTHERWISE = [
  "✅",
  "Delivered",
  "Oral",
  "Short paper",
  "Recorded",
  "Online",
  "upcoming",
  "Scheduled (Track A)",
  "Confirmed by Ann",
  "—",
];
const IN_OTHERS = ["принят", "Aceptada (corta)", "Aceptado - póster", "採択（口頭）", "stattgefunden", "realizada", "終了", "2024-01-05"];
test.each([...ACCEPTED, ...ACCEPTED_HOW, ...OTHERWISE, ...IN_OTHERS])("one whose status is `%s` is shown", (status) => {
  expect(shownOf("status", status)).toEqual(["One", "Two"]);
});

test.each([
  ["Estado", "Rechazado"],
  ["Statut", "Refusée"],
  ["Entscheidung", "abgelehnt"],
  ["Статус", "Отклонён"],
  ["状態", "却下"],
  ["상태", "거절"],
  ["Review status", "rejected"],
  ["Whatever it is", "Rejected"],
  ["status,Decision", 'accepted","reject'],
  ["Selected", "no"],
  ["Is public?", "no"],
  ["Visibility", "Organizers"],
  ["Do not publish?", "x"],
  ["Veröffentlichen", "nein"],
  ["Embargo", "yes"],
  ["Decision status", "Waiting list"],
  ["decisionStatus", "Undecided"],
  ["Final decision on the paper", "Reject"],
  ["deleted_at", "2024-01-05T10:00:00Z"],
  ["withdrawnDate", "2024-01-05"],
])("a talk with `%s` of `%s` is shown to nobody", (heading, value) => {
  expect(shownOf(heading, value)).toEqual(["Two"]);
});

test.each([
  ["State,City", 'CA","Fresno'],
  ["Estado,Ciudad", 'Jalisco","Zapopan'],
  ["Confirmed", "2024-01-05"],
  ["Internal", "needs a projector"],
  ["Hide", "toc"],
  ["Embargo", "31.12.2020"],
  ["Embargo", "lifted"],
  ["Visibility", "yes"],
  ["Accommodation", "declined"],
  ["Previous submission", "rejected"],
  ["deleted_at", "0000-00-00 00:00:00"],
  ["Decision tree", "Waiting list"],
  ["updated_at", "2024-01-05"],
])("one with `%s` of `%s` is shown", (heading, value) => {
  expect(shownOf(heading, value)).toEqual(["One", "Two"]);
});

test.each([
  ["Published", "not yet"],
  ["Public", "internal"],
  ["Internal", "yes"],
])("and one with `%s` of `%s` is not", (heading, value) => {
  expect(shownOf(heading, value)).toEqual(["Two"]);
});

test("a reason in the place of a “yes” calls a talk off, and is told; so is a day that nobody can read", () => {
  const of = (heading: string, value: string) => {
    const { conference, notKept } = read("csv", { "a.csv": `title,speakers,${heading}\nOne,Ann Lee,${value}\n` });
    return [conference.talks[0]?.record.status, [...notKept.keys()]];
  };
  expect(of("Cancelled", "speaker ill")).toEqual(["cancelled", ["Cancelled"]]);
  expect(of("Cancelled", "3")).toEqual([undefined, ["Cancelled"]]);
  expect(of("Cancelled", "no")).toEqual([undefined, []]);
  expect(of("Publish date", "soon")).toEqual([undefined, ["Publish date"]]);
  expect(pageOf("cancelled: speaker ill\n")?.status).toBe("cancelled");
  expect(scheduled({ cancelled: "illness" })?.record.status).toBe("cancelled");
});

test("other things than the talk may be refused, and reviewers may have said no to what was accepted", () => {
  expect(shownOf("Travel grant", "rejected")).toEqual(["One", "Two"]);
  expect(shownOf("Status,Reviewer 1", 'accepted","reject')).toEqual(["One", "Two"]);
});

test("a row waits for its day, and what was called off is told as that", () => {
  const table =
    "title,speakers,Publish date,Embargo until,Cancelled\nOne,Ann Lee,2099-01-01,,\nTwo,Bob Ray,,2098-02-01,\nThree,Cy Fu,2001-01-01,,yes\n";
  const { conference } = read("csv", { "a.csv": table }, "2026-12-01");
  expect(conference.talks.map(({ record }) => [record.publishFrom, record.status])).toEqual([
    ["2099-01-01", undefined],
    ["2098-02-01", undefined],
    [undefined, "cancelled"],
  ]);
});

const WITH_CONTACT = [
  "Ann Lee <ann@x.example>",
  "Ann Lee (ann@x.example)",
  "Ann Lee, ann@x.example",
  '""Lee, Ann"" <ann@x.example>',
  "Ann Lee ann (at) x.example",
];
test.each([
  ...WITH_CONTACT,
  "Ann Lee o'lee@x.example",
  "Ann Lee (+49 (0)170 123-4567)",
  "Ann Lee, Tel. 0170/1234567",
  "Ann Lee <mailto:ann@x.example>",
])("of %s the name alone is taken", (written) => {
  const { conference } = read("csv", { "a.csv": `title,speakers,room\nOne,"${written}",A\n` });
  expect(conference.talks[0]?.speakers).toEqual([{ name: "Ann Lee" }]);
});

test("addresses and numbers of people are told as not kept, and who has no other name is nobody", () => {
  const person = (id: number, public_name: string) => ({ id, public_name, organization: "Intel, +49 170 1234567" });
  const event = { id: 1, guid: "g", title: "One", persons: [person(1, "Ann Lee <ann@x.example>"), person(2, "bob@x.example")] };
  const days = [{ date: "2024-01-01", rooms: { A: [event] } }];
  const text = JSON.stringify({ schedule: { version: "1", conference: { title: "C", acronym: "c", days } } });
  const { conference, notKept } = read("schedule-json", { "a.json": text });
  expect(conference.talks[0]?.speakers).toEqual([{ name: "Ann Lee", key: "1", organization: "Intel" }]);
  expect(notKept.get("e-mail addresses and telephone numbers")).toBe(2);
});

test("what a record may not hold is left out of it", () => {
  for (const email of [
    "ann@my_host.example",
    `${"a".repeat(70)}@x.example`,
    `ann@${"a".repeat(70)}.example`,
    "a@b.c.d.e.f.g.h.i.j.k.example",
  ])
    expect(withoutContacts(`Ann Lee <${email}>`)).toBe("Ann Lee");
  expect(withoutContacts("Intel (ann@x.example, bob@x.example)")).toBe("Intel");
});

test.each(["Studio 54", "3M", "42", "Class of 2020-2024", "Ann Lee (@ann)", "R2 D2 2024-05-01", "AT&T", "Room 1234567"])(
  "%s is neither",
  (text) => {
    expect(withoutContacts(text)).toBe(text);
  },
);

const scheduled = (fields: object, person = {}) => {
  const event = { id: 1, guid: "g", title: "One", persons: [{ id: 1, public_name: "Ann Lee", biography: "Bio.", ...person }], ...fields };
  const conference = { title: "C", acronym: "c", days: [{ date: "2024-01-01", rooms: { A: [event] } }] };
  return read("schedule-json", { "a.json": JSON.stringify({ schedule: { version: "1", conference } }) }).conference.talks[0];
};

test.each([{ public: false }, { is_public: false }, { private: true }, { draft: "yes" }, { visibility: "team" }, { state: "rejected" }])(
  "an event of a schedule with %j is a draft",
  (fields) => {
    expect(scheduled(fields)?.record.draft).toBe(true);
  },
);

test("an event of a schedule waits for its day", () => {
  for (const field of ["embargo", "publish_at"])
    expect(scheduled({ [field]: "2099-01-01T00:00:00Z" })?.record.publishFrom).toBe("2099-01-01");
  expect(scheduled({ embargo: "2020-01-01" })?.record.publishFrom).toBeUndefined();
});

test("others are none; what was called off is told, and of people who are hidden there is the name alone", () => {
  for (const fields of [{}, { public: true }, { private: false }, { state: "confirmed" }, { visibility: "public" }])
    expect(scheduled(fields)?.record, JSON.stringify(fields)).toEqual({ title: "One", room: "A" });
  expect(scheduled({ cancelled: true })?.record.status).toBe("cancelled");
  expect(scheduled({}, { is_public: false })?.speakers).toEqual([{ name: "Ann Lee", key: "1" }]);
  const xml = `<schedule><conference><title>C</title></conference><day date="2024-01-01"><room name="A"><event id="1"><title>One</title><public>no</public></event></room></day></schedule>`;
  expect(read("schedule-xml", { "a.xml": xml }).conference.talks[0]?.record.draft).toBe(true);
});

test("slides of other talks, or for organizers alone, that speakers gave Sessionize are none of the talk", () => {
  const questions = ["Link to your slides", "Slides of an earlier talk", "Presentation URL (for the committee only)"];
  const session = (id: number) => ({
    id: `${id}`,
    title: `Talk ${id}`,
    isServiceSession: false,
    questionAnswers: [{ questionId: id, answerValue: `https://a.example/${id}.pdf` }],
  });
  const all = {
    sessions: questions.map((_, id) => session(id)),
    speakers: [],
    questions: questions.map((question, id) => ({ id, question })),
  };
  const { conference, notKept } = read("sessionize", { "a.json": JSON.stringify(all) });
  expect(conference.talks.map(({ record }) => record.slides)).toEqual(["https://a.example/0.pdf", undefined, undefined]);
  expect(notKept.get("questionAnswers.Slides of an earlier talk")).toBe(1);
});

test("the address beside the name of a speaker in a calendar is no part of the text", () => {
  const lines = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTART:20240101T100000Z",
    "SUMMARY:One",
    "DESCRIPTION:Speaker: Ann Lee <ann@x.example>\\nHello",
  ];
  const { conference } = read("icalendar", { "a.ics": [...lines, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n") });
  expect([conference.talks[0]?.record.abstract, conference.talks[0]?.speakers]).toEqual(["Hello", [{ name: "Ann Lee" }]]);
});

test("tags that pretalx shows to organizers alone become no topics", () => {
  const talk = (code: string, tags: unknown[]) => ({ code, title: code, state: "confirmed", submission_type: "Talk", tags });
  const inline = [{ id: 1, tag: "maybe", is_public: false }, { id: 2, tag: "testing", is_public: true }, "kernel"];
  const files = {
    "talks.json": JSON.stringify({ results: [talk("A", inline), talk("B", [1, 2])] }),
    "tags.json": JSON.stringify({ results: inline.slice(0, 2) }),
  };
  const { conference, notKept } = read("pretalx-api", files);
  expect(conference.talks.map(({ record }) => record.topics)).toEqual([["testing", "kernel"], ["testing"]]);
  expect(notKept.get("tags")).toBe(2);
});

test("files that Indico shows to some people alone become no links", () => {
  const file = (name: string, fields = {}) => ({ title: name, download_url: `https://a.example/${name}.pdf`, ...fields });
  const contribution = {
    title: "One",
    folders: [
      {
        title: "Open",
        is_protected: false,
        attachments: [file("slides", { is_protected: false }), file("review", { is_protected: true })],
      },
      { title: "Closed", is_protected: true, attachments: [file("budget", { is_protected: false })] },
    ],
    material: [
      { title: "Material", resources: ["slides", "review", "budget"].map((name) => ({ name, url: `https://a.example/${name}.pdf` })) },
    ],
  };
  const text = JSON.stringify({ _type: "HTTPAPIResult", results: [{ id: "1", title: "Ex", contributions: [contribution] }] });
  const { conference, notKept } = read("indico", { "a.json": text });
  expect(conference.talks[0]?.record).toEqual({ title: "One", slides: "https://a.example/slides.pdf" });
  expect(notKept.get("protected attachments")).toBe(4);
});

test.each(["Draft,yes", "private,x", "Hidden,1", "unlisted,true", "published,no"])("a row with %s is a draft", (field) => {
  const [heading, value] = field.split(",");
  const { conference } = read("csv", { "a.csv": `title,speakers,${heading}\nOne,Ann Lee,${value}\nTwo,Bob Ray,\n` });
  expect(conference.talks.map(({ record }) => record.draft)).toEqual([true, undefined]);
});

test("comments of HTML are no part of a text, whatever it is written in", () => {
  for (const convert of [scheduleText, textToMarkdown]) {
    expect(convert("Before <!-- not yet --> after.")).toBe("Before after.");
    expect(convert("Before.\n\n<!-- not\n\nyet -->\n\nAfter.")).toBe("Before.\n\nAfter.");
    expect(convert("<p>Before <!-- not yet -->after.</p>")).toBe("Before after.");
    expect(convert("It`s.\n\n<!-- not yet -->\n\nDon`t.")).not.toContain("not yet");
    expect(convert("[//]: # (not yet)\n\nAfter.")).toBe("After.");
  }
  const pyvideo = JSON.stringify({ title: "T", speakers: ["Ann"], videos: [], recorded: "2014-07-23", description: "Be <!-- x -->fore." });
  expect(read("pyvideo", { "a.json": pyvideo }).conference.talks[0]?.record.abstract).toBe("Be fore.");
});

test("what tells of comments, or ends nowhere, stays", () => {
  for (const text of ["Write `<!-- so -->`.", "```\n<!-- so -->\n```", "From <!-- on, and `more", "A -- b --> c"])
    expect(withoutComments(text)).toBe(text);
});

test("the comments of templates are no part of a page", () => {
  const comments = [
    "{% comment %}x{% endcomment %}",
    "{%- comment -%}\nx\n{%- endcomment -%}",
    "{# x #}",
    "{{/* x */}}",
    "{{- /* x */ -}}",
  ];
  for (const one of [...comments, "{{< comment >}}x{{< /comment >}}", "{{% comment %}}x{{% /comment %}}", "{% # x %}", "<!-- x -->"])
    expect(pageOf("", "talks/a.md", `Before.\n\n${one}\n\nAfter.`)?.abstract, one).toBe("Before.\n\nAfter.");
  expect(withoutPageComments("## A {#a}\n\n## B {#b}")).toBe("## A {#a}\n\n## B {#b}");
});

test("what styles hide is as hidden as what an attribute hides", () => {
  for (const attribute of ["hidden", 'style="display:none"', 'style="color: red; DISPLAY : none"', 'style="visibility: hidden;"'])
    expect(htmlToMarkdown(`<p>Before</p><p ${attribute}>not yet</p><p>after <span ${attribute}>not yet</span></p>`)).toBe(
      "Before\n\nafter",
    );
  expect(htmlToMarkdown('<p style="display:block">Shown</p>')).toBe("Shown");
});

test("what a saved page hides until somebody clicks is a part of it", () => {
  const page =
    '<html><body><h1>One</h1><p>Ann Lee, Intel</p><h4>Abstract</h4><div style="display: none"><p>What it is about.</p></div></body></html>';
  expect(read("xen-page", { "a.html": page }).conference.talks[0]?.record.abstract).toContain("What it is about.");
});

test("a flood of signs of addresses takes no time", () => {
  for (const unit of [
    "a",
    "a.",
    "a@",
    "a@a.",
    "e-mail:",
    "0",
    "0 ",
    "+",
    "(0",
    "@",
    "a (at",
    "tel. ",
    ", ",
    "<",
    '"',
    "Ann Lee <ann@x.example>, ",
  ])
    expect(
      cpuSeconds(() => withoutContacts(unit.repeat(200_000 / unit.length))),
      unit,
    ).toBeLessThan(2);
});

test.each(["<!--", "`", "``x`", "{# ", "{{/*", "{% comment %}", "{{< comment >}}", "{% # ", "[//]: ", "{{   "])(
  "a flood of %j takes no time",
  (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    expect(cpuSeconds(() => withoutPageComments(text))).toBeLessThan(2);
  },
);
