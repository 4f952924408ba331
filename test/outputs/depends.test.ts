import { expect, test } from "vitest";
import { OUTPUTS } from "../../src/outputs/index.ts";
import type { OutputFormat } from "../../src/outputs/output-format.ts";
import { archiveOf, type Made } from "../model/make.ts";

const read = (path: string) => new TextEncoder().encode(path);
const context = { pagePaths: [], sections: [], readMedia: read, readRecord: ({ file }: { file: string }) => read(file) };

const TALK = {
  title: "A talk",
  speaker: "Ada Example",
  date: "2020-05-04",
  start: "09:30",
  end: "10:00",
  topics: ["Grant tables", "arm"],
  slides: { file: "a.pdf" },
};
const MADE = {
  events: { "2020-spring": { name: "Spring", startDate: "2020-05-04", endDate: "2020-05-05", timezone: "Europe/Berlin" } },
  talks: { "2020-spring/a-talk": TALK, "2020-spring/b-talk": { title: "B" } },
  media: [{ path: "a.pdf", bytes: 1, looksLike: "pdf" as const }],
};

/** Other events, of the same people and topics in other spellings, before and after. */
const MORE: Made = {
  ...MADE,
  events: { ...MADE.events, "2019-spring": { startDate: "2019" }, "2021-spring": { startDate: "2021" } },
  talks: {
    ...MADE.talks,
    ...Object.fromEntries(
      ["2019-spring", "2021-spring"].map((event) => [
        `${event}/a-talk`,
        { ...TALK, date: undefined, start: undefined, end: undefined, topics: ["grant tables", "ARM"] },
      ]),
    ),
  },
  papers: { one: { topics: ["grant tables"] } },
};

/** The files of the event, and those of its first talk. */
function files(format: OutputFormat, made: Made) {
  const archive = archiveOf(made);
  return archive.events
    .filter(({ id }) => id === "2020-spring")
    .map((event) => ({
      event: format.eventFiles ? [...format.eventFiles(archive, event, context)] : [],
      talk: event.talks.slice(0, 1).flatMap((talk) => (format.talkFiles ? [...format.talkFiles(archive, talk, context)] : [])),
    }));
}

const formats = OUTPUTS.filter((format) => format.eventFiles || format.talkFiles);

test.each(formats.map((format) => ({ name: format.name, format })))(
  "$name: files of an event do not depend on other events",
  ({ format }) => {
    expect(files(format, MORE)).toEqual(files(format, MADE));
  },
);

test.each(formats.map((format) => ({ name: format.name, format })))("$name: files of a talk do not depend on other talks", ({ format }) => {
  const { "2020-spring/a-talk": talk } = MADE.talks;
  const alone = files(format, { ...MADE, talks: { "2020-spring/a-talk": talk } });
  expect(alone.map((one) => one.talk)).toEqual(files(format, MADE).map((one) => one.talk));
});
