/** RubyEvents: the YAML files of a folder, and the list of all speakers. */
import { expect, test } from "vitest";
import { brief, read } from "./read.ts";

const EVENT = `---
id: example-2024
title: Example Ruby 2024
location: Lyon, Rhône, France
description: ""
start_date: "2024-11-13"
end_date: "2024-11-14"
website: https://ruby.example/
channel_id: UCx
year: "2024"
`;

const VIDEOS = `---
# Day 1
- title: "Keynote: Names: and colons"
  raw_title: "Example 2024 Keynote"
  speakers:
    - Ann Lee
    - Bob Ray
  event_name: "Example Ruby 2024"
  date: "2024-11-13"
  kind: keynote
  slides_url: https://speakerdeck.com/ann/a
  video_provider: "youtube"
  video_id: "abc_DEF-123"
  description: |-
    First line
    second line

    - an item

- id: lightning-example-2024
  title: Lightning Talks
  date: "2024-11-13"
  video_provider: youtube
  video_id: "zzzzzzzzzzz"
  talks:
    - title: A quick one
      speakers: [Cy Fu]
      video_provider: parent
      video_id: quick
      start_cue: "05:10"
    - title: ""
      speakers: [TODO] # what RubyEvents itself writes for a speaker who is not known yet
- title: On day two
  date: "2024-11-14"
  language: japanese
  speakers: []
  video_provider: "not_published"
  video_id: "x"
- title: Bad date
  date: soon
  video_provider: vimeo
  video_id: 0123456
`;

const SCHEDULE = `days:
  - name: Day 1
    date: "2024-11-13"
    grid:
      - start_time: "09:00"
        end_time: "09:30"
        slots: 1
        items:
          - Registration & Coffee
      - start_time: "09:30"
        end_time: "10:30"
        slots: 1
      - start_time: "10:30"
        end_time: "11:30"
        slots: 1
  - name: Day 2
    date: "2024-11-14"
    grid:
      - start_time: "9:00"
        end_time: "10:00"
        slots: 3
      - start_time: "18:00"
        end_time: "20:00"
        slots: 1
        items:
          - title: Closing Party
            description: With *music*.
tracks: []
`;

const SPEAKERS = `---
- name: Ann Lee
  slug: ann-lee
  github: annlee
  twitter: ""
  website: https://ann.example/
- name: Somebody Else
  slug: somebody-else
  github: x
- name: ""
  slug: nobody
`;

test("a folder with all its files", () => {
  const { conference, conferences, told, rows } = read("rubyevents", {
    "data/speakers.yml": SPEAKERS,
    "data/ex/event.yml": EVENT,
    "data/ex/schedule.yml": SCHEDULE,
    "data/ex/videos.yml": VIDEOS,
  });
  expect(conferences).toHaveLength(1);
  expect(conference).toMatchObject({ key: "example-2024", slug: "example-2024" });
  expect(conference.event).toEqual({
    name: "Example Ruby 2024",
    startDate: "2024-11-13",
    endDate: "2024-11-14",
    city: "Lyon, Rhône",
    country: "France",
    sources: ["https://ruby.example/"],
  });
  expect(conference.talks.map(brief)).toEqual([
    {
      key: "abc_DEF-123",
      rows: 1,
      when: { date: "2024-11-13", start: "09:30", end: { date: "2024-11-13", time: "10:30" } },
      record: {
        title: "Keynote: Names: and colons",
        abstract: "First line\\\nsecond line\n\n- an item",
        kind: "keynote",
        video: "https://www.youtube.com/watch?v=abc_DEF-123",
        slides: "https://speakerdeck.com/ann/a",
      },
      speakers: ["Ann Lee", "Bob Ray"],
    },
    {
      key: "lightning-example-2024",
      slug: "lightning-example-2024",
      rows: 1,
      when: { date: "2024-11-13", start: "10:30", end: { date: "2024-11-13", time: "11:30" } },
      record: { title: "Lightning Talks", kind: "lightning", video: "https://www.youtube.com/watch?v=zzzzzzzzzzz" },
      speakers: [],
    },
    {
      key: "quick",
      rows: 1,
      when: { date: "2024-11-13" },
      record: { title: "A quick one", kind: "lightning", video: "https://www.youtube.com/watch?v=zzzzzzzzzzz&t=310s" },
      speakers: ["Cy Fu"],
    },
    { key: "x", rows: 1, when: { date: "2024-11-14" }, record: { title: "On day two", language: "ja" }, speakers: [] },
    { key: "0123456", rows: 1, record: { title: "Bad date", video: "https://vimeo.com/0123456" }, speakers: [] },
    {
      key: "2024-11-13 09:00 Registration & Coffee",
      rows: 1,
      when: { date: "2024-11-13", start: "09:00", end: { date: "2024-11-13", time: "09:30" } },
      record: { title: "Registration & Coffee", kind: "break" },
      speakers: [],
    },
    {
      key: "2024-11-14 18:00 Closing Party",
      rows: 1,
      when: { date: "2024-11-14", start: "18:00", end: { date: "2024-11-14", time: "20:00" } },
      record: { title: "Closing Party", kind: "closing", abstract: "With \\*music\\*." },
      speakers: [],
    },
  ]);
  expect(conference.speakers.map(({ name, links }) => [name, links?.map(({ url }) => url)])).toEqual([
    ["Ann Lee", ["https://ann.example/", "https://github.com/annlee"]],
  ]);
  expect(rows).toBe(10);
  expect(told.map((one) => one.replace(/ \(.*\)$/, ""))).toEqual([
    "data/ex/videos.yml:31:7 title-missing: The row has no title.",
    "data/ex/videos.yml:40:9 bad-date: `soon` of “Bad date” is not a date.",
    "data/ex/schedule.yml:16:5 schedule-does-not-fit: 1 talk of 2024-11-14 cannot be told apart among the slots of the schedule, so their times are left out.",
    expect.stringMatching(/^data\/speakers\.yml:10:3 name-missing: The speaker has no name\./),
    expect.stringMatching(
      /^data\/speakers\.yml:2:1 speakers-without-talk: 1 speaker in the file gave none of these talks and is left out\./,
    ),
  ]);
});

test("broken YAML is told with its place, and the rest is read", () => {
  const { conference, told } = read("rubyevents", {
    "videos.yml": '- title: Good\n  video_provider: youtube\n  video_id: abcdefghijk\n- title: "Open\n  video_provider: youtube\n',
  });
  expect(conference.talks.map(({ record }) => record.title)[0]).toBe("Good");
  expect(told[0]).toMatch(/^videos\.yml:\d+:\d+ bad-yaml: The YAML is broken here: /);
});

test("times as RubyEvents writes them", () => {
  const talk = (title: string, ...fields: string[]) =>
    [`- title: ${title}`, '  date: "2024-11-13"', "  speakers: [Ann Lee]", ...fields.map((one) => `  ${one}`)].join("\n");
  const { conference, told } = read("rubyevents", {
    "ex/event.yml": EVENT,
    "ex/videos.yml": [
      "---",
      talk("One", 'time: "10:00 - 10:50"', "id: one"),
      talk("Two", 'start_time: "11:00"', 'end_time: "11:20"', "id: two"),
      talk("Three", 'time: "23:30 - 00:10"', "id: three"),
      talk("Four", "time: late", "id: four"),
      talk(
        "Five",
        "id: five",
        "video_provider: youtube",
        'video_id: "abcdefghijk"',
        "alternative_recordings:",
        "  - title: French",
        "    url: https://vimeo.com/2",
      ),
      "",
    ].join("\n"),
  });
  expect(conference.talks.map(({ when }) => when)).toEqual([
    { date: "2024-11-13", start: "10:00", end: { date: "2024-11-13", time: "10:50" } },
    { date: "2024-11-13", start: "11:00", end: { date: "2024-11-13", time: "11:20" } },
    { date: "2024-11-13", start: "23:30", end: { date: "2024-11-14", time: "00:10" } },
    { date: "2024-11-13" },
    { date: "2024-11-13" },
  ]);
  expect(told.filter((one) => one.includes("bad-time"))).toEqual([expect.stringContaining("`late` of “Four” is not a time.")]);
  expect(conference.talks[4]?.record).toMatchObject({
    video: "https://www.youtube.com/watch?v=abcdefghijk",
    recordings: [{ title: "Video (French)", url: "https://vimeo.com/2" }],
  });
});

test("several files of one kind in a folder: talks of all of them, and of events the first, which is told", () => {
  const videos = (title: string) => `- title: ${title}\n  video_provider: youtube\n  video_id: ${title.padEnd(11, "x")}\n`;
  const { conference, told } = read("rubyevents", {
    "ex/event-1.yml": EVENT,
    "ex/event-2.yml": EVENT.replaceAll("2024", "2025"),
    "ex/videos-1.yml": videos("One"),
    "ex/videos-2.yml": videos("Two"),
  });
  expect(conference.talks.map(({ record }) => record.title)).toEqual(["One", "Two"]);
  expect(conference.key).toBe("example-2024");
  expect(told).toEqual([expect.stringMatching(/^ex\/event-2\.yml:1:1 second-file: /)]);
});

test("a meetup, which has no days of its own", () => {
  const { conference } = read("rubyevents", {
    "ex/event.yml": '---\nid: "ex-meetup"\ntitle: "Ex Meetup"\nlocation: "Sheffield, UK"\ntimezone: "Europe/London"\nkind: "meetup"\n',
    "ex/videos.yml": "- title: One\n  language: bulgarian\n  video_provider: youtube\n  video_id: abcdefghijk\n",
  });
  expect(conference.event).toMatchObject({ name: "Ex Meetup", city: "Sheffield", country: "UK", timezone: "Europe/London" });
  expect(conference.talks[0]?.record.language).toBe("bg");
});

test("a start that cannot be read is not taken from the end", () => {
  const { conference, told } = read("rubyevents", {
    "ex/videos.yml":
      "- title: One\n  date: '2024-11-13'\n  start_time: noon\n  end_time: '12:30'\n  video_provider: youtube\n  video_id: abcdefghijk\n",
  });
  expect(conference.talks[0]?.when).toEqual({ date: "2024-11-13" });
  expect(told).toEqual([expect.stringContaining("`noon` of “One” is not a time.")]);
});
