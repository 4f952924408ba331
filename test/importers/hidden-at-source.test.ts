/** What a source shows to nobody is not published by an import either: drafts, pages whose day has not come, comments, hidden elements. */
import { expect, test } from "vitest";
import { withoutComments, withoutPageComments } from "../../src/importers/parts/comments.ts";
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
  for (const field of ["publishDate", "publishdate", "pubdate", "published"])
    expect(pageOf(`${field}: 2099-01-01T10:00:00Z\n`)?.publishFrom, field).toBe("2099-01-01");
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

test.each(["<!--", "`", "``x`", "{# ", "{{/*", "{% comment %}", "{{< comment >}}", "{% # ", "[//]: ", "{{   "])(
  "a flood of %j takes no time",
  (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    expect(cpuSeconds(() => withoutPageComments(text))).toBeLessThan(2);
  },
);
