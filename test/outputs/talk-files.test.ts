/** `talkFiles: false` in `site.yaml`: no files of single talks, and no link to one. */
import { expect, test } from "vitest";
import { citationDownloads, talkDownloads } from "../../src/components/downloads.ts";
import { talkSignposts } from "../../src/components/signposts.ts";
import { bibtex } from "../../src/outputs/bibtex.ts";
import { calendar } from "../../src/outputs/calendar.ts";
import { cslJson } from "../../src/outputs/csl-json.ts";
import { ris } from "../../src/outputs/ris.ts";
import { archiveOf, existing } from "../model/make.ts";

function filesOf(site: object) {
  const archive = archiveOf({
    site: { ...site },
    events: { "2020": { startDate: "2020-05-04" } },
    talks: { "2020/a": { date: "2020-05-04" } },
  });
  const talk = existing(archive.talks[0]);
  const own = [bibtex, ris, cslJson, calendar].flatMap((format) => [...format.talkFiles(archive, talk)].map(({ path }) => path));
  const [ofEvent] = calendar.eventFiles(archive, talk.event);
  const links = [...citationDownloads(archive, talk), ...talkDownloads(archive, talk)].map(({ href }) => href);
  const typed = talkSignposts(archive, talk, (path) => path).filter(({ rel }) => rel === "describedby");
  return { own, links, typed: typed.map(({ href }) => href), ofEvent: ofEvent?.path };
}

test("a talk has citations and a calendar, each linked", () => {
  const { own, links, typed } = filesOf({});
  expect(own.map((path) => `/${path}`).sort()).toEqual([...links].sort());
  expect(own).toHaveLength(4);
  expect(typed).toHaveLength(3);
});

test("a site can do without, and keeps the files of events", () => {
  const { own, links, typed, ofEvent } = filesOf({ talkFiles: false });
  expect([own, links, typed]).toEqual([[], [], []]);
  expect(ofEvent).toBe("events/2020/calendar.ics");
});
