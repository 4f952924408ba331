import { describe, expect, test } from "vitest";
import { en } from "../../src/words/en.ts";

test("dates are printed as far as they are known", () => {
  expect(en.dates.date("2012-08-07")).toBe("7 August 2012");
  expect(en.dates.date("2007-11")).toBe("November 2007");
  expect(en.dates.date("2009")).toBe("2009");
});

test.each([
  ["2012-08-27", "Monday, 27 August 2012"],
  ["2012-02-29", "Wednesday, 29 February 2012"],
  ["2023-01-01", "Sunday, 1 January 2023"],
])("%s was a %s", (date, text) => {
  expect(en.dates.day(date)).toBe(text);
});

describe("the days of an event", () => {
  test.each([
    ["2012-08-27", "2012-08-28", "27–28 August 2012"],
    ["2012-05-31", "2012-06-02", "31 May – 2 June 2012"],
    ["2012-12-30", "2013-01-02", "30 December 2012 – 2 January 2013"],
    ["2011-08-27", "2012-08-28", "27 August 2011 – 28 August 2012"],
    ["2012-08-27", "2012-08-27", "27 August 2012"],
    ["2007-11", "2007-11", "November 2007"],
    ["2009", "2010", "2009 – 2010"],
    ["2012-08", "2013-09", "August 2012 – September 2013"],
    ["2012-08", "2012-09-02", "August 2012 – 2 September 2012"],
  ])("%s to %s", (start, end, text) => {
    expect(en.dates.range(start, end)).toBe(text);
  });

  test("says when they began, where only the first is known", () => {
    expect(en.dates.range("2012-08-27", undefined)).toBe("began 27 August 2012");
  });

  test("needs no last day where only month or year is known", () => {
    expect(en.dates.range("2007-11", undefined)).toBe("November 2007");
    expect(en.dates.range("2009", undefined)).toBe("2009");
  });

  test("is empty where nothing is known", () => {
    expect(en.dates.range(undefined, undefined)).toBe("");
  });
});

test.each([
  [0, "0 min"],
  [45, "45 min"],
  [60, "1 h"],
  [75, "1 h 15 min"],
  [1500, "25 h"],
])("%i minutes are %s", (minutes, text) => {
  expect(en.minutes(minutes)).toBe(text);
});

describe("sizes of files", () => {
  test.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [999, "999 bytes"],
    [1000, "1 kB"],
    [1499, "1 kB"],
    [1500, "2 kB"],
    [999_499, "999 kB"],
    [999_999, "1.0 MB"],
    [1_000_000, "1.0 MB"],
    [1_250_000, "1.3 MB"],
    [250_000_000, "250.0 MB"],
  ])("%i are %s", (bytes, text) => {
    expect(en.bytes(bytes)).toBe(text);
  });
});

test.each([
  ["ja", "Japanese"],
  ["DE", "German"],
  ["pt-BR", "Brazilian Portuguese"],
  ["de-AT", "German (de-AT)"],
  ["tlh", "tlh"],
  ["xx-YY", "xx-YY"],
])("%s is called %s", (tag, name) => {
  expect(en.language(tag)).toBe(name);
});

test("a place is named once", () => {
  expect(en.place({ city: "San Diego", country: "USA" })).toBe("San Diego, USA");
  expect(en.place({ city: "Online", country: "Online" })).toBe("Online");
  expect(en.place({})).toBe("");
});
