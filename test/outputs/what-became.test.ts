/** What files for other programs say of a talk that did not take place as announced, is one of several parts, or is not shown whole. */
import { expect, test } from "vitest";
import { atom } from "../../src/outputs/atom.ts";
import { bibtex } from "../../src/outputs/bibtex.ts";
import { calendar } from "../../src/outputs/calendar.ts";
import { cslJson } from "../../src/outputs/csl-json.ts";
import { ris } from "../../src/outputs/ris.ts";
import { citationOf, citationParts } from "../../src/publishing/citation.ts";
import { richArchive } from "../components/rich.ts";
import { archiveOf, existing, talkOf } from "../model/make.ts";

const archive = richArchive();
const event = existing(archive.events.find(({ id }) => id === "2011-autumn"));
const talk = (name: string) => talkOf(archive, `2011-autumn/${name}`);
const all = (files: Iterable<{ content: string | Uint8Array }>) => [...files].map(({ content }) => String(content)).join("\n");
/** Without the line breaks of long lines. */
const ics = (name: string) => all(calendar.talkFiles(archive, talk(name))).replace(/\r\n /g, "");
const feed = all(atom.eventFiles(archive, event)).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
const entryOf = (title: string) => existing(feed.split("<entry").find((entry) => entry.includes(`<title>${title}</title>`)));

test("feeds and calendars say what became of a talk, and where it was given in the end", () => {
  expect(entryOf("In two parts")).toContain("<p>This talk moved online.</p>");
  expect(ics("days")).toContain("DESCRIPTION:This talk was cancelled.");
  const there = "https://example.org/archive/events/2012-spring/local/";
  expect(feed).toContain(`<p>This talk was postponed: <a href="${there}">${there}</a>.</p>`);
});

test("what moved online has no place in calendars", () => {
  const moved = archiveOf({
    events: { "2020-spring": { startDate: "2020-05-04", city: "Berlin", status: "online" } },
    talks: { "2020-spring/a": { date: "2020-05-04", room: "Hall" } },
  });
  const [text] = [all(calendar.eventFiles(moved, existing(moved.events[0])))];
  expect(text).not.toContain("LOCATION");
  expect(text.match(/moved online\./g)).toHaveLength(2);
});

test("feeds and calendars tell of withheld names, parts, missing recordings, and the place in a longer video", () => {
  for (const text of [entryOf("In two parts"), ics("first")]) {
    expect(text).toContain("Name withheld");
    expect(text).toContain("Part 1 of 2");
    expect(text).toContain("12:30–1:02:30");
    expect(text).toContain("https://vimeo.com/2#t=750s");
  }
  expect(ics("second")).toContain("This talk was not recorded\\, at the request of its speakers.");
});

test("a session over several days has its first and its last in feeds", () => {
  expect(feed).toContain("Monday, 3 October 2011, 18:00 – Wednesday, 5 October 2011, 12:00");
});

test("a withheld talk has no licence", () => {
  expect(entryOf("Talk withheld")).not.toContain("<rights>");
  expect(entryOf("In two parts")).toContain("<rights>");
});

test("citations say what became of a talk, and which part it is", () => {
  expect(citationParts(citationOf(archive, talk("days")), archive.words).join(" ")).toContain(
    "3 October 2011. This talk was cancelled. Little Archive.",
  );
  expect(all(bibtex.talkFiles(archive, talk("first")))).toContain("note = {Name withheld. Part 1 of 2. This talk moved online.}");
  expect(all(ris.talkFiles(archive, talk("days")))).toContain("N1  - This talk was cancelled.\r\n");
  expect(JSON.parse(all(cslJson.talkFiles(archive, talk("days"))))[0]).toMatchObject({ note: "This talk was cancelled." });
  expect(all(bibtex.talkFiles(archive, talkOf(archive, "2012-spring/local")))).not.toContain("note =");
});

test("topics have their label, and what is none is left out", () => {
  const { talks } = archiveOf({
    events: { "2020-spring": {} },
    talks: { "2020-spring/a": { topics: ["numa", "Non-Uniform Memory", "beginner", "arm"] } },
    topics: [{ name: "numa", label: "NUMA", aliases: ["non-uniform memory"] }],
    notTopics: ["beginner"],
  });
  expect(talks[0]?.keywords).toEqual(["NUMA", "arm"]);
});

test("braces in a record are text, and no place of a sentence", () => {
  const { events, ...rest } = archiveOf({
    events: { "2020-spring": { name: "{place}" } },
    talks: { "2020-spring/a": { speaker: "{Ada}", organization: "{ACME}", room: "{room}", status: "cancelled" } },
  });
  const text = all(atom.eventFiles({ events, ...rest }, existing(events[0])));
  for (const braces of ["{place}", "{Ada} ({ACME})", "{room}"]) expect(text).toContain(braces);
});
