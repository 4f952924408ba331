/** A talk that is changed in a whole archive shows what a new archive would show of it. */
import { expect, test } from "vitest";
import { amendTalk } from "../../src/model/amend.ts";
import { talkPages } from "../../src/pages/talk.ts";
import type { Archive } from "../../src/model/archive.ts";
import type { TalkRecord } from "../../src/model/records/talk.ts";
import { archiveOf, existing, type Made, render, talkOf } from "./make.ts";

const ID = "2012-spring/grants";
const made = (talk: Record<string, unknown>): Made => ({
  events: { "2012-spring": { name: "Spring 2012", startDate: "2012-05-31", timezone: "Europe/Berlin" } },
  talks: {
    [ID]: { title: "Grants", speaker: "Ada Example", topics: ["memory"], date: "2012-05-31", start: "09:00", ...talk },
    "2012-spring/tables": { title: "Tables", speaker: "Ada Example", topics: ["memory"] },
  },
});

const shown = (archive: Archive) => JSON.stringify([...talkPages.views(archive)]);
const amended = (talk: Record<string, unknown>) => {
  const archive = archiveOf(made({}));
  shown(archive); // what was made of it before must not be shown again
  const { record } = talkOf(archiveOf(made(talk)), ID);
  return amendTalk(archive, { id: ID, file: existing(talkOf(archive, ID)).file, record: record as TalkRecord }, render);
};

test.each([
  [{ title: "Grant tables" }],
  [{ abstract: "What they are." }],
  [{ slides: "https://slides.example.org/1.pdf", video: { url: "https://video.example.org/1.webm" } }],
  [{ links: [{ title: "Notes", url: "https://example.org/notes" }], sources: ["https://example.org/"], room: "Hall" }],
])("%j is shown on every page of a talk", (talk) => {
  expect(shown(existing(amended(talk)))).toBe(shown(archiveOf(made(talk))));
});

test.each([
  [{ speaker: "Bob Example" }],
  [{ topics: ["memory", "tables"] }],
  [{ start: "09:30" }],
  [{ formerUrls: ["/old.html"] }],
  [{ kind: "keynote" }],
  [{ language: "de" }],
  [{ organization: "Example" }],
])("%j asks for a new archive", (talk) => expect(amended(talk)).toBeUndefined());

test("a talk that the archive does not have asks for a new one", () => {
  const archive = archiveOf(made({}));
  expect(amendTalk(archive, { ...talkOf(archive, ID), id: "2012-spring/other" }, render)).toBeUndefined();
});
