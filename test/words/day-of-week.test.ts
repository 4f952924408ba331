import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOfWeek } from "../../src/words/day-of-week.ts";

test("weeks begin with Monday", () => {
  expect(dayOfWeek("2012-08-27")).toBe(1);
  expect(dayOfWeek("2012-09-02")).toBe(7);
});

test("agrees with the calendar of the platform on every day", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      expect(dayOfWeek(date.toISOString().slice(0, 10))).toBe(date.getUTCDay() || 7);
    }),
  );
});
