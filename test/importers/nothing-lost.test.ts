/** What an importer cannot read is told: a field that holds something odd is never as if it were not there. */
import { expect, test } from "vitest";
import { IMPORTERS } from "../../src/importers/index.ts";
import type { Imported } from "../../src/importers/importer.ts";
import { profileLink } from "../../src/importers/parts/profiles.ts";

const RUBY = {
  "ex/event.yml": "---\nid: ex\ntitle: Ex\nyear: '2024'\nstart_date: [start_date]\nend_date: [end_date]\ntimezone: [timezone]\n",
  "ex/videos.yml":
    "- title: One\n  date: '2024-05-01'\n  start_time: [start_time]\n  end_time: [end_time]\n  topics: [[topic]]\n  video_provider: youtube\n  video_id: [video_id]\n",
  "ex/schedule.yml":
    "days:\n  - date: [date]\n    grid:\n      - start_time: [slot_start]\n        end_time: [slot_end]\n        items: [Party]\n",
  "speakers.yml": "- name: Ann Lee\n  slug: ann\n  twitter: [twitter]\n  mastodon: [mastodon]\n",
};
const DEVOPSDAYS = {
  "data/events/2024-x.yml":
    "name: 2024-x\ncity: X\nstartdate: [startdate]\nenddate: [enddate]\nprogram:\n- title: a-talk\n  type: [type]\n  location: [location]\n  date: 2024-05-01\n  start_time: [start_time]\n- title: Party\n  type: custom\n  date: [date]\n- title: Dance\n  date: 2024-05-01\n  start_time: '21:00'\n  end_time: [end_time]\n",
  "content/events/2024-x/program/a-talk.md":
    "---\nTitle: A talk\nType: talk\nSpeakers: [ann]\ntalk_date: 2024-05-01\nyoutube: [youtube]\nvimeo: [vimeo]\n---\n",
  "content/events/2024-x/program/b-talk.md": "---\nTitle: B talk\nType: talk\nSpeakers: [ann]\ntalk_date: [talk_date]\n---\n",
  "content/events/2024-x/speakers/ann.md":
    "---\nTitle: Ann Lee\ntype: speaker\nlinktitle: Ann\npronouns: [pronouns]\nlinkedin: [linkedin]\n---\n",
};
const INDICO = {
  "a.json": JSON.stringify({
    _type: "HTTPAPIResult",
    results: [
      {
        id: "1",
        title: "Ex",
        timezone: "[timezone]",
        startDate: { date: "[start]", time: "09:00:00", tz: "Europe/Berlin" },
        contributions: [{ id: "2", title: "One", startDate: { date: "2024-05-01", time: "[time]", tz: "[tz]" }, duration: "[duration]" }],
      },
    ],
  }),
};
const PRETALX = {
  "a.json": JSON.stringify({ slug: "ex", name: "Ex", date_from: "[date_from]", date_to: "[date_to]", timezone: "[timezone]" }),
  "b.json": JSON.stringify({
    results: [
      { code: "A", title: "One", state: "confirmed", submission_type: "Talk", duration: "[duration]", slot: { start: "[start]" } },
      { code: "B", title: "Two", state: "confirmed", submission_type: "Talk", slot: { start: "2024-05-01T10:00:00Z", end: "[end]" } },
    ],
  }),
};
const PYVIDEO = {
  "ex/category.json": JSON.stringify({ title: "Ex", start_date: "[start_date]" }),
  "ex/videos/a.json": JSON.stringify({
    title: "One",
    speakers: [],
    recorded: "[recorded]",
    duration: "[duration]",
    alias: "[alias]",
    videos: [],
  }),
};
const SCHEDULE = {
  "a.xml":
    '<schedule><conference><title>Ex</title><subtitle>[subtitle]</subtitle><url>[url]</url><day_change>[day_change]</day_change></conference><day index="1" date="[date]"><room name="Hall"><event id="1"><title>One</title></event></room></day></schedule>',
};

const values: Record<string, string> = { type: "seance", topic: "t".repeat(90), location: "Hall 2", mastodon: "ann somewhere" };

test.each([
  ["rubyevents", RUBY],
  ["devopsdays", DEVOPSDAYS],
  ["indico", INDICO],
  ["pretalx-api", PRETALX],
  ["pyvideo", PYVIDEO],
  ["schedule-xml", SCHEDULE],
])("%s", (name, written) => {
  const importer = IMPORTERS.find((one) => one.name === name);
  const said = (field: string, value: string) => {
    const files = Object.entries(written).map(([path, text]) => ({
      path,
      text: text.replace(/\[(\w+)\]/g, (_, one: string) =>
        one === field ? value : name === "schedule-xml" || path.endsWith("json") ? "" : "''",
      ),
    }));
    const imported = importer?.read(files) as Imported;
    const { conferences, problems, notKept } = imported;
    return JSON.stringify([conferences, problems.map(({ message }) => message), [...notKept]], (key, one: unknown) =>
      key === "rows" ? undefined : one,
    );
  };
  const fields = [...JSON.stringify(written).matchAll(/\[(\w+)\]/g)]
    .map(([, field = ""]) => field)
    .filter((one) => !["Party", "ann"].includes(one));
  const lost = fields.filter((field) => said(field, values[field] ?? "half past nine") === said(field, ""));
  expect(lost).toEqual([]);
});

test("names of people on other sites become addresses, and nothing else does", () => {
  const link = (field: string, text: string) => profileLink(field, text)?.written;
  expect(["jane", "@jane", "twitter.com/jane", "https://x.example/jane"].map((one) => link("twitter", one))).toEqual([
    "https://twitter.com/jane",
    "https://twitter.com/jane",
    "https://twitter.com/jane",
    "https://x.example/jane",
  ]);
  expect(["in/jane", "www.linkedin.com/in/jane", "jane"].map((one) => link("linkedin", one))).toEqual([
    "https://www.linkedin.com/in/jane",
    "https://www.linkedin.com/in/jane",
    "https://www.linkedin.com/in/jane",
  ]);
  expect(link("mastodon", "@jane@social.example")).toBe("https://social.example/@jane");
  expect(link("bsky", "jane.example")).toBe("https://bsky.app/profile/jane.example");
  expect(link("website", "jane.example")).toBe("https://jane.example");
  for (const none of ["N/A", "none", "-", "jane, joe", "jane (at work)"]) expect(link("github", none)).toBe(none);
});
