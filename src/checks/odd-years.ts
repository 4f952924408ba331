/** The warning that a date is of another calendar, as 2567-05-04 and 1403-02-15 are. */
import type { Archive } from "../model/archive.ts";
import { isUsualYear } from "../model/dates.ts";
import type { Finding } from "../model/problem.ts";

export function oddYears({ events, talks }: Archive): Finding[] {
  const dated = [
    ...events.map(({ file, record: { startDate, endDate } }) => ({ file, dates: { startDate, endDate } })),
    ...talks.map(({ file, record: { date, endDate } }) => ({ file, dates: { date, endDate } })),
  ];
  return dated.flatMap(({ file, dates }) =>
    Object.entries(dates).flatMap(([field, date]): Finding[] => {
      const year = date?.slice(0, 4);
      if (year === undefined || isUsualYear(year)) return [];
      return [
        {
          rule: "odd-year",
          severity: "warning",
          file,
          path: [field],
          message: `The year ${year} seems to be of another calendar.`,
          hint: "Write dates as the Gregorian calendar has them, such as `2024-05-04`.",
        },
      ];
    }),
  );
}
