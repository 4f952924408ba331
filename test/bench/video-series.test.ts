/** The archive of the benchmark that has the shape of PyVideo's: a small one has that shape too. */
import { expect, test } from "vitest";
import { eventSchema } from "../../src/model/records/event.ts";
import { talkSchema } from "../../src/model/records/talk.ts";
import { ALL_VIDEOS, eventFields, madeEvents, talkFields, videoFiles, videoRecords } from "./video-series.ts";

const TALKS = Math.round(ALL_VIDEOS / 20);
const events = [...madeEvents(TALKS)];
const talks = events.flatMap((event) => event.talks);

/** How many have each value, the values of most first. */
function counts(values: readonly string[]): number[] {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found.values()].sort((a, b) => b - a);
}

const share = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length / list.length;
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

test("has the numbers of events, speakers and tags that were measured, in proportion", () => {
  expect(talks).toHaveLength(TALKS);
  expect(events).toHaveLength(27);
  const people = counts(talks.flatMap(({ speakers }) => speakers));
  expect(people.length).toBeGreaterThan(550);
  expect(people.length).toBeLessThan(700);
  expect(share(people, (number) => number === 1)).toBeGreaterThan(0.65);
  const tags = counts(talks.flatMap(({ topics }) => topics));
  expect(share(tags, (number) => number === 1)).toBeGreaterThan(0.4);
  expect(talks.filter(({ topics }) => topics.includes("talk")).length).toBeGreaterThan(20);
  expect(share(talks, ({ videos }) => videos.length > 0)).toBe(1);
});

test("has the lengths that were measured", () => {
  expect(mean(talks.map(({ title }) => title.length))).toBeGreaterThan(42);
  expect(mean(talks.map(({ title }) => title.length))).toBeLessThan(54);
  expect(mean(talks.map(({ text }) => text.length))).toBeGreaterThan(580);
  expect(mean(talks.map(({ text }) => text.length))).toBeLessThan(780);
  expect(share(talks, ({ text }) => text === "")).toBeGreaterThan(0.15);
});

test("is the same on every run, and no two of its things have one address", () => {
  expect([...madeEvents(TALKS)]).toEqual(events);
  const paths = [...videoRecords(TALKS)].map(([path]) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect([...videoFiles(TALKS)]).toHaveLength(TALKS + events.length);
});

test("its records are as the schemas want them", () => {
  for (const event of events) expect(eventSchema.safeParse(eventFields(event)).error).toBeUndefined();
  for (const talk of talks) expect(talkSchema.safeParse(talkFields(talk)).error).toBeUndefined();
});
