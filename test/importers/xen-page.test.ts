/** Saved pages: of one talk, and lists of presentations. */
import { expect, test } from "vitest";
import { printedPeople } from "../../src/importers/parts/page-people.ts";
import { brief, read } from "./read.ts";

const TALK = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<!-- saved from url=(0041)http://old.example/summit/xs12na_talks/T1.html -->
<html><head><title>Xen Summit </title><script>run()</script></head><body>
<table id="frame"><tr><td><a href="/">Home</a><img src="/pixel.gif" alt=""></td></tr></table>
<ul class="menu"><li><a href="/a.html">Slides</a></li><li><a href="/b.html">Videos</a></li></ul>
<h2>Faster Examples</h2>
<p><i>At the Xen Summit North America 2012 we show <a href="../faster.html">faster</a> examples.</i></p>
<ul><li>one<li>two</ul>
<h3>Ann Lee, Principal Engineer, Example Corp</h3>
<p><img src="ann.jpg" alt=""> Ann makes examples.</p><p>She likes <b>them</b>.</p>
<h3>Bob Ray (Other Ltd)</h3><p>Bob, too.</p>
<p><a href="/files/T1.pdf">Slides (PDF)</a> | <a href="http://vimeo.com/12345678">Video</a></p>
<iframe src="https://player.vimeo.com/video/12345678"></iframe>
<a href="/files/T1.mp4">Download original</a>
<div class="footer">Copyright</div></body></html>`;

/** Pages that name Xen, as those of the old site do. */
const readOurs = (files: Record<string, string>) =>
  read("xen-page", Object.fromEntries(Object.entries(files).map(([path, html]) => [path, `${html}<!-- Xen -->`])));

test("the page of a talk", () => {
  const { conference, told } = read("xen-page", { "saved/T1.html": TALK });
  expect(conference).toMatchObject({ key: "Xen Summit North America 2012", event: { name: "Xen Summit North America 2012" } });
  expect(conference.talks.map(({ rows: _, ...talk }) => talk)).toEqual([
    {
      key: "http://old.example/summit/xs12na_talks/T1.html",
      url: "http://old.example/summit/xs12na_talks/T1.html",
      record: {
        title: "Faster Examples",
        abstract:
          "_At the Xen Summit North America 2012 we show [faster](http://old.example/summit/faster.html) examples._\n\n- one\n- two",
        slides: "http://old.example/files/T1.pdf",
        video: "http://vimeo.com/12345678",
        recordings: [{ title: "Video (Download original)", url: "http://old.example/files/T1.mp4" }],
      },
      speakers: [
        { name: "Ann Lee", role: "Principal Engineer", organization: "Example Corp", bio: "Ann makes examples.\n\nShe likes **them**." },
        { name: "Bob Ray", organization: "Other Ltd", bio: "Bob, too." },
      ],
    },
  ]);
  expect(told).toEqual([]);
});

test("a page with labels in place of headings", () => {
  const html = `<html><body><div id="content"><h1>Labelled</h1><p>Speaker: Ann Lee, Example Corp</p><p>Date: 27 August 2012</p>
    <p>Room: Hall A</p><h4>Abstract</h4><p>What it is about.</p><h4>About the speaker</h4><p><strong>Ann Lee</strong> makes examples.</p></div></body></html>`;
  expect(read("xen-page", { "a.html": html }).conference.talks.map(({ rows: _, ...talk }) => talk)).toEqual([
    {
      key: "Labelled",
      when: { date: "2012-08-27" },
      record: { title: "Labelled", abstract: "What it is about.", room: "Hall A" },
      speakers: [{ name: "Ann Lee", organization: "Example Corp", bio: "**Ann Lee** makes examples." }],
    },
  ]);
});

test("roles below the names, lines with labels, and a table of labels", () => {
  const pages = {
    "a/headings.html": `<html><body><h2>Talk A</h2><p>About A.</p><h3>Ann Lee</h3><h4>Principal Engineer, Example Corp</h4><p>Ann's bio.</p>
      <h3>Bob Ray</h3><p><em>Maintainer, Other Ltd</em></p><p>Bob's bio.</p></body></html>`,
    "a/lines.html": `<html><body><h2>Talk B</h2><p><b>Speaker:</b> Ann Lee<br><b>Title:</b> Principal Engineer<br><b>Company:</b> Example Corp</p>
      <p><b>Abstract:</b> About <i>B</i>.</p><p><b>Bio:</b> Ann's bio.</p></body></html>`,
    "a/table.html": `<html><body><table><tr><td>Title:</td><td>Talk C</td></tr><tr><td>Speaker</td><td>Ann Lee, Principal Engineer, Example Corp</td></tr>
      <tr><td>Abstract</td><td>About C.</td></tr></table></body></html>`,
  };
  const ann = { name: "Ann Lee", role: "Principal Engineer", organization: "Example Corp" };
  expect(read("xen-page", pages).conference.talks.map(({ record, speakers }) => ({ ...record, speakers }))).toEqual([
    {
      title: "Talk A",
      abstract: "About A.",
      speakers: [
        { ...ann, bio: "Ann's bio." },
        { name: "Bob Ray", role: "Maintainer", organization: "Other Ltd", bio: "Bob's bio." },
      ],
    },
    { title: "Talk B", abstract: "About _B_.", speakers: [{ ...ann, bio: "Ann's bio." }] },
    { title: "Talk C", abstract: "About C.", speakers: [ann] },
  ]);
});

test("what is neither of the talk nor of its speakers is told, and of what is said twice the first counts", () => {
  const html = `<html><body><div id="content"><p>Ann Lee welcomes you.</p><h2>Twice</h2><p>What it is about.</p><p>When: 27 August 2012, 23:30 - 00:15</p>
    <p>Room: Hall A</p><p>Room: Hall B</p><p>Event: Example Days</p><h4>Sponsors</h4><p>A <a href="http://s.example/">sponsor</a></p>
    <h3>Ann Lee, Engineer, Example Corp</h3><p>Her bio.</p><h3>Ann Lee, Manager, Example Corp</h3><p>More of it.</p>
    <p><a href="http://ann.example/">Website</a></p><p><a href="talk.pdf">Slides</a> <a href="talk.mp4">Video</a></p></div></body></html>`;
  const { conference, told, notKept } = readOurs({ "a.html": html });
  expect(conference.talks.map(({ rows: _, ...talk }) => talk)).toEqual([
    {
      key: "Twice",
      when: { date: "2012-08-27", start: "23:30", end: { date: "2012-08-28", time: "00:15" } },
      record: { title: "Twice", abstract: "What it is about.", room: "Hall A" },
      speakers: [
        {
          name: "Ann Lee",
          role: "Engineer",
          organization: "Example Corp",
          bio: "Her bio.\n\nMore of it.\n\n[Website](http://ann.example/)",
        },
      ],
    },
  ]);
  expect(told).toEqual([
    "a.html:1:1 left-out: Of the page of “Twice” this is left out: “event: Example Days”, “Room: Hall B”, “Sponsors”, “A [sponsor](http://s.example/)” and “Manager”.",
    "a.html:1:1 relative-address: The addresses of 2 files, such as `talk.pdf`, start from the place of this page, which does not say where that was.",
  ]);
  expect([...notKept]).toEqual([["text above the title", 1]]);
});

test("a page in another script", () => {
  const html = `<html><body><div id="content"><h2>仮想化の現在</h2><p>この講演では仮想化について話します。</p><p>Speaker: Ann Lee</p></div></body></html>`;
  const { conference, told } = readOurs({ "a.html": html });
  expect(conference.talks.map(({ record }) => record)).toEqual([
    { title: "仮想化の現在", abstract: "この講演では仮想化について話します。" },
  ]);
  expect(told).toEqual([]);
});

test("a bio without anybody whose it is, is told", () => {
  const html = `<html><body><div id="content"><h2>Whose</h2><p>What it is about.</p><h3>About the speaker</h3><p>Likes examples.</p></div></body></html>`;
  expect(readOurs({ "a.html": html }).told).toEqual(["a.html:1:1 left-out: Of the page of “Whose” this is left out: “Likes examples.”."]);
});

test("a list of presentations, in entries and in a table", () => {
  const html = `<html><head><title>Xen Summit Boston 2008</title></head><body><nav><li><a href="http://e.example/x.pdf">Menu</a></li></nav>
    <h1>Xen Summit Boston 2008</h1><ul>
    <li><a href="http://e.example/a.pdf">Status and Roadmap</a> - Ann Lee, Example Corp</li>
    <li>Bob Ray (Other Ltd), Releases [<a href="http://e.example/b.pdf">slides</a>] [<a href="http://vimeo.com/1">video</a>]</li>
    <li><a href="http://e.example/c.html">Networks, fast and slow</a> (Cy Fu, Third)</li>
    <li>Only words</li></ul>
    <table><tr><th>Talk</th><th>Speaker</th><th>Slides</th></tr>
    <tr><td><a href="http://e.example/d.html">Memory</a></td><td>Di Vo (Fourth)</td><td><a href="http://e.example/d.pdf">PDF</a></td></tr>
    <tr><td></td><td>Nobody</td><td></td></tr></table></body></html>`;
  const { conference, rows, told } = read("xen-page", { "list.html": html });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "Status and Roadmap",
      rows: 1,
      record: { title: "Status and Roadmap", slides: "http://e.example/a.pdf" },
      speakers: ["Ann Lee"],
    },
    {
      key: "Releases",
      rows: 1,
      record: { title: "Releases", slides: "http://e.example/b.pdf", video: "http://vimeo.com/1" },
      speakers: ["Bob Ray"],
    },
    {
      key: "Networks, fast and slow",
      rows: 1,
      url: "http://e.example/c.html",
      record: { title: "Networks, fast and slow" },
      speakers: ["Cy Fu"],
    },
    {
      key: "Memory",
      rows: 1,
      url: "http://e.example/d.html",
      record: { title: "Memory", slides: "http://e.example/d.pdf" },
      speakers: ["Di Vo"],
    },
  ]);
  expect(rows).toBe(5);
  expect(told).toEqual([
    "list.html:1:1 left-out: Of the list this is left out: “Only words”.",
    "list.html:9:5 title-missing: The row has no title.",
  ]);
});

test("slides of a list whose place nobody knows are told", () => {
  const html = `<html><body><table><tr><th>Talk</th><th>Speaker</th><th>Slides</th></tr>
    <tr><td>One</td><td>Ann Lee</td><td><a href="one.pdf">PDF</a></td></tr><tr><td>Two</td><td>Bob Ray</td><td></td></tr></table></body></html>`;
  expect(readOurs({ "list.html": html }).told).toEqual([
    "list.html:1:1 relative-address: The address `one.pdf` of a file starts from the place of this page, which does not say where that was.",
  ]);
});

test("a table without rows and one address are told once, and in words that stand apart", () => {
  const list = `<h1>Talks</h1><table><tr><th>Title</th><th>Speaker</th></tr><tr><td>Day one</td></tr></table>
<ul><li><a href="http://e.example/a.pdf">Scheduling</a> (Ann Lee)</li><li><a href="http://e.example/b.pdf">Memory</a> (Bob Ray)</li></ul>`;
  expect(readOurs({ "a.html": `<html><body>${list}</body></html>` }).told).toEqual([
    "a.html:1:1 left-out: Of the list this is left out: “Title Speaker” and “Day one”.",
  ]);
  const page = '<h1>Scheduling</h1><p>Speaker: Ann Lee</p><p><a href="a.pdf">Slides</a></p><p><a href="a.pdf">PDF</a></p>';
  expect(readOurs({ "a.html": `<html><body>${page}</body></html>` }).told).toEqual([
    "a.html:1:1 relative-address: The address `a.pdf` of a file starts from the place of this page, which does not say where that was.",
  ]);
});

test("a page without a talk is refused", () => {
  expect(read("xen-page", { "a.html": "<html><body><h1>Imprint</h1></body></html>" }).told).toEqual([
    "a.html:1:1 no-talk: The page holds neither a talk nor a list of talks that could be told.",
  ]);
});

test.each([
  ["Ann Lee, Principal Engineer, Intel", [{ name: "Ann Lee", role: "Principal Engineer", organization: "Intel" }]],
  ["Ann van der Lee (Intel, Haifa)", [{ name: "Ann van der Lee", organization: "Intel, Haifa" }]],
  ["Ann Lee – Maintainer", [{ name: "Ann Lee", role: "Maintainer" }]],
  [
    "By Ann Lee (Intel) and Bob Ray (AMD)",
    [
      { name: "Ann Lee", organization: "Intel" },
      { name: "Bob Ray", organization: "AMD" },
    ],
  ],
  ["Speakers: Ann Lee, Bob Ray", [{ name: "Ann Lee" }, { name: "Bob Ray" }]],
  ["Ann Lee, Red Hat", [{ name: "Ann Lee", organization: "Red Hat" }]],
  ["Ann Lee, Bob Ray and Cy Fu", [{ name: "Ann Lee" }, { name: "Bob Ray" }, { name: "Cy Fu" }]],
  ["Ann Lee, CTO at Example", [{ name: "Ann Lee", role: "CTO", organization: "Example" }]],
  ["Live Migration of Guests", []],
  ["Xen Summit", []],
])("the people in %j", (text, people) => {
  expect(printedPeople(text)).toEqual(people);
});

test("of a page that does not name Xen it is told that it is read as one that does", () => {
  const html = "<html><body><h1>Labelled</h1><p>Speaker: Ann Lee, Example Corp</p><h4>Abstract</h4><p>What it is about.</p></body></html>";
  expect(read("xen-page", { "a.html": html }).told).toEqual([
    "a.html:1:1 other-site: The page does not name Xen, and is read as one of the old Xen site all the same.",
  ]);
  expect(readOurs({ "a.html": html }).told).toEqual([]);
});
