import { describe, expect, test } from "vitest";
import { lengthOf, minutesOf } from "../../src/model/when.ts";
import { eventOf, existing } from "./make.ts";

function when(talk: Record<string, unknown>, event: Record<string, unknown> = {}) {
  return existing(eventOf([talk], event).talks[0]).when;
}

describe("whenOf", () => {
  test("nothing is known where no day is", () => {
    expect(when({})).toBeUndefined();
    expect(when({ duration: 30 })).toBeUndefined();
  });

  test("a day alone has no times", () => {
    expect(when({ date: "2020-05-04" })).toMatchObject({
      day: "2020-05-04",
      start: undefined,
      end: undefined,
      from: undefined,
      to: undefined,
    });
  });

  test("start and end", () => {
    expect(when({ date: "2020-05-04", start: "09:30", end: "10:15" }, { timezone: "Europe/Berlin" })).toMatchObject({
      date: "2020-05-04",
      day: "2020-05-04",
      start: "09:30",
      end: "10:15",
      from: 570,
      to: 615,
      startTime: { kind: "instant", iso: "2020-05-04T09:30+02:00" },
      endTime: { kind: "instant", iso: "2020-05-04T10:15+02:00" },
    });
  });

  test("a session past midnight is one of the day on which it starts, though its record names the day of its end", () => {
    const party = { date: "2020-05-04", start: "22:00", end: "02:00" };
    expect(when({ ...party, endDate: "2020-05-05" })).toEqual(when(party));
    const late = { date: "2020-05-05", start: "01:00", end: "02:00" };
    expect(when({ ...late, endDate: "2020-05-05" }, { dayChange: "05:00" })).toMatchObject({ day: "2020-05-04", lastDay: "2020-05-04" });
    expect(when({ date: "2020-05-04", start: "09:00", end: "12:00", endDate: "2020-05-05" })).toMatchObject({ lastDay: "2020-05-05" });
  });

  test.each([
    ["Europe/Amsterdam", "1936-09-14"],
    ["Africa/Monrovia", "1971-06-15"],
    ["America/Cuiaba", "1900-06-19"],
  ])("a length ends at the full minute in %s on %s, where clocks were some seconds off", (timezone, date) => {
    expect(when({ date, start: "10:00", duration: 60 }, { timezone })).toMatchObject({ end: "11:00", from: 600, to: 660 });
    expect(when({ date, start: "10:00", duration: 0 }, { timezone })).toMatchObject({ end: "10:00", from: 600, to: 600 });
  });

  test("a length is one of time, not of clocks: it is right when they are changed, and where they show an end twice", () => {
    const zone = { timezone: "Europe/Berlin" };
    expect(when({ date: "2024-03-31", start: "01:30", duration: 120 }, zone)).toMatchObject({
      end: "04:30",
      endTime: { kind: "instant", iso: "2024-03-31T04:30+02:00" },
    });
    expect(when({ date: "2024-10-27", start: "01:30", duration: 120 }, zone)).toMatchObject({
      end: "02:30",
      endTime: { kind: "instant", iso: "2024-10-27T02:30+01:00" },
    });
    const minutes = (talk: object) => minutesOf(existing(eventOf([{ ...talk }], zone).talks[0]));
    expect(minutes({ date: "2024-03-31", start: "01:30", end: "04:30" })).toBe(120);
    expect(minutes({ date: "2024-10-27", start: "01:30", end: "03:30" })).toBe(180);
    expect(minutes({ date: "2024-10-27", start: "01:30", duration: 120 })).toBe(120);
  });

  test("the end follows from the duration", () => {
    expect(when({ date: "2020-05-04", start: "09:30", duration: 45 })).toMatchObject({ end: "10:15", to: 615 });
    expect(when({ date: "2020-05-04", start: "09:30", duration: 0 })).toMatchObject({ end: "09:30", to: 570 });
  });

  test("where only the start is known, the end is not made up", () => {
    expect(when({ date: "2020-05-04", start: "09:30" })).toMatchObject({ from: 570, end: undefined, to: undefined, endTime: undefined });
  });

  test("an end before the start is on the next day", () => {
    expect(when({ date: "2020-05-31", start: "23:30", end: "00:30" }, { timezone: "Europe/Berlin" })).toMatchObject({
      day: "2020-05-31",
      from: 1410,
      to: 1470,
      end: "00:30",
      startTime: { iso: "2020-05-31T23:30+02:00" },
      endTime: { iso: "2020-06-01T00:30+02:00" },
    });
  });

  test("a duration may pass several midnights", () => {
    expect(when({ date: "2020-12-30", start: "20:00", duration: 2 * 1440 + 60 }, { timezone: "UTC" })).toMatchObject({
      end: "21:00",
      endTime: { iso: "2021-01-01T21:00+00:00" },
    });
  });

  test("before the change of days a talk belongs to the programme of the day before, at the time it really is", () => {
    const event = { dayChange: "05:00", timezone: "Europe/Berlin" };
    expect(when({ date: "2020-06-01", start: "01:00", end: "02:00" }, event)).toMatchObject({
      date: "2020-06-01",
      day: "2020-05-31",
      from: 1500,
      to: 1560,
      start: "01:00",
      end: "02:00",
      startTime: { iso: "2020-06-01T01:00+02:00" },
      endTime: { iso: "2020-06-01T02:00+02:00" },
    });
    expect(when({ date: "2020-06-01", start: "05:00" }, event)).toMatchObject({ day: "2020-06-01", from: 300 });
    expect(when({ date: "2020-06-01", start: "04:59" }, event)).toMatchObject({ day: "2020-05-31" });
  });

  test("without a zone there is no instant; in a gap or repeated hour none is guessed", () => {
    expect(when({ date: "2020-05-04", start: "09:30", end: "10:00" })).toMatchObject({ startTime: undefined, endTime: undefined });
    const berlin = { timezone: "Europe/Berlin" };
    expect(when({ date: "2020-03-29", start: "02:30", end: "03:30" }, berlin)).toMatchObject({
      startTime: { kind: "gap" },
      endTime: { kind: "instant" },
    });
    expect(when({ date: "2020-10-25", start: "01:30", end: "02:30" }, berlin)).toMatchObject({
      startTime: { kind: "instant" },
      endTime: { kind: "repeated" },
    });
  });
});

test("the length of a talk comes from its end or its duration, or is not known", () => {
  const length = (fields: Record<string, unknown>) => lengthOf(existing(eventOf([fields]).talks[0]).record);
  const at = { date: "2020-05-04", start: "23:30" };
  expect(length({ ...at, end: "23:45" })).toBe(15);
  expect(length({ ...at, end: "00:45" })).toBe(75);
  expect(length({ ...at, end: "23:30" })).toBe(0);
  expect(length({ ...at, duration: 20 })).toBe(20);
  expect(length({ duration: 20 })).toBe(20);
  expect(length({ ...at })).toBeUndefined();
});

test("a programme past midnight stays in one day and in order", () => {
  const event = eventOf(
    {
      late: { date: "2020-06-01", start: "00:30" },
      evening: { date: "2020-05-31", start: "22:00" },
      morning: { date: "2020-06-01", start: "09:00" },
    },
    { dayChange: "04:00" },
  );
  expect(event.talks.map((talk) => talk.slug)).toEqual(["evening", "late", "morning"]);
});
