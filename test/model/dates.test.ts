import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateBounds, isPartialDate, isRealDate } from "../../src/model/dates.ts";

describe("isRealDate", () => {
  test.each(["2012-02-29", "2000-02-29", "2013-02-28", "2012-12-31", "1000-01-01", "9998-12-31"])("%s is a day", (text) => {
    expect(isRealDate(text)).toBe(true);
  });

  test.each([
    "2013-02-29",
    "1900-02-29",
    "2012-02-30",
    "2012-04-31",
    "2012-13-01",
    "2012-00-10",
    "2012-01-00",
    "0000-01-01",
    "0001-01-01",
    "0999-12-31",
    "9999-01-01",
    "2012-1-1",
    "12-01-01",
    "2012-08",
    "2012-08-27T00:00",
    "2012-08-27 ",
    "2012-08-27\n",
    "２０１２-08-27",
    "",
  ])("%j is none", (text) => {
    expect(isRealDate(text)).toBe(false);
  });

  test("agrees with the calendar of the platform on every day and non-day", () => {
    const number = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9998 }), number(13), number(32), (year, month, day) => {
        const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
        const date = new Date(`${text}T00:00:00Z`);
        expect(isRealDate(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text));
      }),
    );
  });
});

describe("isPartialDate", () => {
  test.each(["2012-08-27", "2012-08", "2012", "2012-12"])("%s is a day, month or year", (text) => {
    expect(isPartialDate(text)).toBe(true);
  });

  test.each(["2012-13", "2012-00", "2012-8", "201", "20121", "2012-", "2012-02-30", "0000", "0000-01", "0999", "9999-12", ""])(
    "%j is none",
    (text) => {
      expect(isPartialDate(text)).toBe(false);
    },
  );
});

test("a partial date can mean every day of its month or year, leap days too", () => {
  expect(dateBounds("2012-08-27")).toEqual({ first: "2012-08-27", last: "2012-08-27" });
  expect(dateBounds("2012-02")).toEqual({ first: "2012-02-01", last: "2012-02-29" });
  expect(dateBounds("1900-02")).toEqual({ first: "1900-02-01", last: "1900-02-28" });
  expect(dateBounds("2012")).toEqual({ first: "2012-01-01", last: "2012-12-31" });
});
