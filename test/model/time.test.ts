import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockMinutes, daysSinceEpoch, isTimeZone, minutesClock, offsetChanges, resolveLocal, shiftDay } from "../../src/model/time.ts";
import { formatOffset } from "../../src/text/clock.ts";

describe("isTimeZone", () => {
  test.each([
    "Europe/Berlin",
    "America/Los_Angeles",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
    "Asia/Calcutta",
    "Asia/Kolkata",
    "Europe/Kiev",
    "US/Pacific",
    "Etc/GMT+5",
    "UTC",
    "GMT",
    "EST5EDT",
  ])("%s is a zone", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each([
    "+02:00",
    "-0700",
    "UTC+2",
    "GMT+5",
    "Z",
    "Etc/Unknown",
    "Factory",
    "localtime",
    "posixrules",
    "Europe/Xen",
    "Berlin",
    "PST",
    "Europe/Berlin ",
    " Europe/Berlin",
    "Europe/Berlin\n",
    "Europe\\Berlin",
    "../Europe/Berlin",
    "Europe/Berlin[u-ca=hebrew]",
    "",
    "A".repeat(70),
  ])("%j is none", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  test("capitals make no difference, and the times are those of the zone", () => {
    expect(isTimeZone("europe/berlin")).toBe(true);
    expect(resolveLocal("2020-05-04", "09:30", "europe/berlin")).toEqual(resolveLocal("2020-05-04", "09:30", "Europe/Berlin"));
  });

  test("every name that it accepts can resolve a time", () => {
    const part = fc.constantFrom("Europe", "Etc", "US", "Berlin", "Unknown", "GMT", "UTC", "+5", "-0", "SystemV", "PST8", "GMT0", "EST");
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom("/", ""), (parts, glue) => {
        const name = parts.join(glue);
        if (isTimeZone(name)) expect(resolveLocal("2020-05-04", "09:30", name).kind).toBe("instant");
      }),
    );
  });
});

describe("resolveLocal", () => {
  const kind = (date: string, clock: string, zone: string) => resolveLocal(date, clock, zone).kind;
  const iso = (date: string, clock: string, zone: string) => {
    const time = resolveLocal(date, clock, zone);
    return time.kind === "instant" ? time.iso : time.kind;
  };

  test("Europe/Berlin: the clock jumps from 02:00 to 03:00 in March", () => {
    expect(iso("2020-03-29", "01:59", "Europe/Berlin")).toBe("2020-03-29T01:59+01:00");
    expect(kind("2020-03-29", "02:00", "Europe/Berlin")).toBe("gap");
    expect(kind("2020-03-29", "02:59", "Europe/Berlin")).toBe("gap");
    expect(iso("2020-03-29", "03:00", "Europe/Berlin")).toBe("2020-03-29T03:00+02:00");
  });

  test("Europe/Berlin: the hour from 02:00 comes twice in October", () => {
    expect(iso("2020-10-25", "01:59", "Europe/Berlin")).toBe("2020-10-25T01:59+02:00");
    expect(kind("2020-10-25", "02:00", "Europe/Berlin")).toBe("repeated");
    expect(kind("2020-10-25", "02:59", "Europe/Berlin")).toBe("repeated");
    expect(iso("2020-10-25", "03:00", "Europe/Berlin")).toBe("2020-10-25T03:00+01:00");
  });

  test("America/New_York: gap in March, repeated hour in November, by the rules of that year", () => {
    expect(kind("2012-03-11", "02:30", "America/New_York")).toBe("gap");
    expect(iso("2012-03-11", "03:00", "America/New_York")).toBe("2012-03-11T03:00-04:00");
    expect(kind("2012-11-04", "01:30", "America/New_York")).toBe("repeated");
    expect(iso("2012-11-04", "02:00", "America/New_York")).toBe("2012-11-04T02:00-05:00");
    expect(kind("2006-04-02", "02:30", "America/New_York")).toBe("gap");
    expect(iso("2006-03-12", "02:30", "America/New_York")).toBe("2006-03-12T02:30-05:00");
  });

  test("Asia/Tokyo never changes its clock", () => {
    for (const date of ["2020-03-29", "2020-10-25", "2012-03-11", "2012-11-04"])
      expect(iso(date, "02:30", "Asia/Tokyo")).toBe(`${date}T02:30+09:00`);
  });

  test("a whole day can be missing: Samoa had no 30 December 2011", () => {
    expect(kind("2011-12-30", "12:00", "Pacific/Apia")).toBe("gap");
    expect(iso("2011-12-31", "12:00", "Pacific/Apia")).toBe("2011-12-31T12:00+14:00");
  });

  test("zones with half hours, and former names of zones", () => {
    expect(iso("2015-08-17", "10:00", "Asia/Kolkata")).toBe("2015-08-17T10:00+05:30");
    expect(iso("2015-08-17", "10:00", "Asia/Calcutta")).toBe("2015-08-17T10:00+05:30");
    expect(kind("2020-04-05", "01:45", "Australia/Lord_Howe")).toBe("repeated");
  });

  test("local mean time of old zones still makes a time that HTML knows", () => {
    const time = resolveLocal("1890-01-01", "12:00", "Europe/Berlin");
    expect(time).toMatchObject({ kind: "instant", iso: "1890-01-01T12:00+00:53" });
    expect(time.kind === "instant" && Number.isInteger(time.epochMinutes)).toBe(true);
  });

  test("the instant is the one that the printed offset says", () => {
    const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1439 }), zones, (day, minute, zone) => {
        const time = resolveLocal(shiftDay("1980-01-01", day), minutesClock(minute), zone);
        if (time.kind === "instant") expect(Date.parse(time.iso) / 60_000).toBe(time.epochMinutes);
      }),
    );
  });
});

test.each([
  ["Africa/Cairo", "2026-04-24", "+02:00", "+03:00"],
  ["America/Sao_Paulo", "2018-11-04", "-03:00", "-02:00"],
  ["Pacific/Apia", "2011-12-31", "-10:00", "+14:00"],
])("in %s a first day that begins with a change of clocks, %s, has that change", (zone, day, before, after) => {
  expect(offsetChanges(zone, day, day)).toEqual([expect.objectContaining({ before, after })]);
});

test("clock times and minutes of the day are each other's reverse, and wrap past midnight", () => {
  expect(clockMinutes("09:30")).toBe(570);
  expect(minutesClock(570)).toBe("09:30");
  expect(minutesClock(1440)).toBe("00:00");
  expect(minutesClock(1500)).toBe("01:00");
  expect(minutesClock(-30)).toBe("23:30");
  for (let minute = 0; minute < 1440; minute++) expect(clockMinutes(minutesClock(minute))).toBe(minute);
});

test("days are counted across months, leap days and years", () => {
  expect(shiftDay("2012-02-28", 1)).toBe("2012-02-29");
  expect(shiftDay("2012-12-31", 1)).toBe("2013-01-01");
  expect(shiftDay("2012-03-01", -1)).toBe("2012-02-29");
  expect(daysSinceEpoch("1970-01-01")).toBe(0);
  expect(daysSinceEpoch("1969-12-31")).toBe(-1);
  expect(daysSinceEpoch("2012-08-27")).toBe(Date.UTC(2012, 7, 27) / 86_400_000);
});

test.each([
  ["+00:00", "UTC"],
  ["+01:00", "UTC+1"],
  ["-07:00", "UTC−7"],
  ["+05:45", "UTC+5:45"],
  ["-00:25", "UTC−0:25"],
  ["+14:00", "UTC+14"],
])("the offset %s is written %s", (offset, text) => {
  expect(formatOffset(offset)).toBe(text);
});
