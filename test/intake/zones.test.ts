/** Foreign times in the zone of their event. */
import { expect, test } from "vitest";
import { timeFields } from "../../src/intake/zones.ts";

test.each([
  [
    "a start and a last day",
    { date: "2024-10-26", start: "09:00", end: { date: "2024-10-28" } },
    { start: "09:00", endDate: "2024-10-28" },
  ],
  ["a last day that is the first", { date: "2024-10-26", start: "09:00", end: { date: "2024-10-26" } }, { start: "09:00" }],
  [
    "a start that clocks show twice, and a last day",
    { date: "2024-10-27", start: "02:30", end: { date: "2024-10-28" } },
    { endDate: "2024-10-28" },
  ],
  ["a length over days", { date: "2024-10-26", start: "09:00", duration: 3000 }, { start: "09:00", endDate: "2024-10-28", end: "10:00" }],
])("%s", (_, time, { ...fields }) => {
  expect(timeFields(time, "Europe/Berlin").fields).toEqual({ date: time.date, ...fields });
});
