import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Talk } from "../../src/model/archive.ts";
import { overlaps } from "../../src/model/overlaps.ts";
import { minutesClock } from "../../src/model/time.ts";
import { eventOf } from "./make.ts";

type Fields = Record<string, unknown>;

const byRoom = (talk: Talk) => (talk.record.room === undefined ? [] : [talk.record.room]);

function clashes(talks: Record<string, Fields>, event: Fields = {}): string[] {
  const dated = Object.fromEntries(Object.entries(talks).map(([name, fields]) => [name, { date: "2020-05-04", room: "Hall", ...fields }]));
  return overlaps(eventOf(dated, event).talks, byRoom).map(([first, second, key]) => `${first.slug} ${second.slug} in ${key}`);
}

describe("overlaps", () => {
  test("two talks in one room at once", () => {
    expect(clashes({ a: { start: "09:00", end: "10:00" }, b: { start: "09:59", end: "11:00" } })).toEqual(["a b in Hall"]);
    expect(clashes({ a: { start: "09:00", end: "10:00" }, b: { start: "09:00", end: "10:00" } })).toEqual(["a b in Hall"]);
  });

  test("one after the other is no overlap", () => {
    expect(clashes({ a: { start: "09:00", end: "10:00" }, b: { start: "10:00", end: "11:00" } })).toEqual([]);
  });

  test("other rooms, other days and talks without a room or end overlap with nothing", () => {
    const at = { start: "09:00", end: "10:00" };
    expect(clashes({ a: at, b: { ...at, room: "Tower" }, c: { ...at, date: "2020-05-05" }, d: { ...at, room: undefined } })).toEqual([]);
    expect(clashes({ a: at, b: { start: "09:30" }, c: {} })).toEqual([]);
  });

  test("what was called off overlaps with nothing", () => {
    const at = { start: "09:00", end: "10:00" };
    expect(clashes({ a: { ...at, status: "cancelled" }, b: at, c: { ...at, status: "postponed" } })).toEqual([]);
    expect(clashes({ a: { ...at, status: "online" }, b: at })).toEqual(["a b in Hall"]);
    expect(clashes({ a: at, b: at }, { status: "cancelled" })).toEqual([]);
  });

  test("a talk past midnight meets one of the next morning", () => {
    const talks = { late: { start: "23:30", end: "00:30" }, early: { date: "2020-05-05", start: "00:15", end: "01:00" } };
    expect(clashes(talks)).toEqual(["late early in Hall"]);
    expect(clashes(talks, { dayChange: "04:00" })).toEqual(["late early in Hall"]);
  });

  test("a talk without a length does not clash with what starts with it, whatever their names", () => {
    const [moment, hour] = [
      { start: "09:00", duration: 0 },
      { start: "09:00", end: "10:00" },
    ];
    expect(clashes({ a: moment, b: hour })).toEqual([]);
    expect(clashes({ a: hour, b: moment })).toEqual([]);
  });

  test("every talk that meets another is named, no other one is, and the order of the talks does not matter", () => {
    const talk = fc
      .record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 8 }), room: fc.constantFrom("Hall", "Tower") })
      .map(({ start, length, room }) => ({ date: "2020-05-04", start: minutesClock(480 + start * 15), duration: length * 15, room }));
    fc.assert(
      fc.property(fc.array(talk, { maxLength: 20 }), (fields) => {
        const { talks } = eventOf(fields);
        const meets = (a: Talk, b: Talk) =>
          a.record.room === b.record.room && (a.when?.from ?? 0) < (b.when?.to ?? 0) && (b.when?.from ?? 0) < (a.when?.to ?? 0);
        const pairs = overlaps(talks, byRoom);
        for (const [first, second] of pairs) expect(meets(first, second)).toBe(true);
        const meeting = talks.filter((talk) => talks.some((other) => other !== talk && meets(talk, other)));
        for (const talk of meeting) expect(pairs.some((pair) => pair.includes(talk))).toBe(true);
        expect(overlaps(talks.toReversed(), byRoom)).toEqual(pairs);
      }),
    );
  });
});
