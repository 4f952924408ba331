import fc from "fast-check";
import { expect, test } from "vitest";
import { folderOf, SITE } from "../support/content.ts";
import { errorsIn, filesIn, take } from "./make.ts";
import { runs } from "../support/long.ts";

const odd = fc.oneof(
  fc.constantFrom(
    null,
    0,
    -1,
    1e20,
    true,
    "",
    " ",
    "\n---\n",
    "2030-02-30",
    "2030-03-31T02:30:00+01:00",
    "25:00",
    "javascript:x",
    "https://a.example/x",
    "__proto__",
    "\ud800",
    "\u202e",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), { maxKeys: 3 }),
);
const mostly = (good: fc.Arbitrary<unknown>) => fc.oneof({ arbitrary: good, weight: 3 }, { arbitrary: odd, weight: 1 });
const person = fc.record(
  { id: mostly(fc.nat(5)), public_name: mostly(fc.constantFrom("Ann Able", "ann able", "Bob", "BOB")), biography: odd },
  { requiredKeys: [] },
);
const row = fc.record(
  {
    id: mostly(fc.nat(9)),
    guid: odd,
    title: mostly(fc.constantFrom("One", "Two", "agenda", "CON", "???", "*a*")),
    date: mostly(fc.constantFrom("2030-03-31T09:00:00+02:00", "2030-03-31T01:30:00+01:00", "2030-04-01T00:30:00+02:00")),
    start: odd,
    duration: mostly(fc.constantFrom("00:30", "12:00", "100:00")),
    room: odd,
    track: odd,
    slug: odd,
    url: mostly(fc.constantFrom("https://conf.example/a/", "https://conf.example/a/b", "https://conf.example/events/x/")),
    type: odd,
    language: odd,
    abstract: odd,
    description: odd,
    persons: mostly(fc.array(person, { maxLength: 3 })),
    links: mostly(fc.array(odd, { maxLength: 3 })),
    attachments: mostly(fc.array(fc.record({ url: odd, title: odd, type: odd }), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);
const conference = fc.record(
  { acronym: odd, title: odd, start: odd, end: odd, url: odd, time_zone_name: mostly(fc.constant("Europe/Berlin")) },
  { requiredKeys: [] },
);

test("whatever stands in a schedule: rows add up, what is written passes the check, and a second time changes nothing", () => {
  fc.assert(
    fc.property(conference, fc.array(mostly(row), { maxLength: 8 }), mostly(fc.constant("2030-03-31")), (facts, events, date) => {
      const text = JSON.stringify({ schedule: { conference: { ...facts, days: [{ date, rooms: { Hall: events } }] } } });
      const folder = folderOf({ "site.yaml": SITE });
      const came = take(folder, text, { event: "an-event" });
      expect(came.written + came.merged + came.refused).toBe(events.length);
      expect(errorsIn(folder)).toEqual([]);
      const before = filesIn(folder);
      expect(take(folder, text, { event: "an-event" }).written).toBe(0);
      expect(filesIn(folder)).toEqual(before);
    }),
    { numRuns: runs(150), seed: 20_261_122 },
  );
});
