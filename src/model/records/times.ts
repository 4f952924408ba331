/** The fields for days, times of day and time zones. */
import { dateBounds, isPartialDate, isRealDate } from "../dates.ts";
import { isTimeZone } from "../time.ts";
import { checked, clip } from "./fields.ts";
import { guessDate, guessMonth, guessTime, guessTimes, isInQuotes } from "./guesses.ts";
import { commandName } from "../../text/commands.ts";
import { isTimeOfDay } from "../../text/clock.ts";

/** An ISO date: a day. */
export function day(description: string) {
  return checked({ description, examples: ["2012-08-27"], format: "date" }, (value) =>
    isRealDate(value)
      ? undefined
      : {
          rule: "bad-date",
          message: `\`${clip(value)}\` is not a day of the calendar${/^\d{4}-\d{2}-\d{2}$/.test(value) ? "" : " of the form year-month-day"}.`,
          hint: dayHint(value),
        },
  );
}

function dayHint(value: string): string {
  const month = /^\d{4}-\d{2}(?=-\d{2}$)/.exec(value)?.[0];
  if (month !== undefined && isPartialDate(month)) return `The last day of that month is \`${dateBounds(month).last}\`.`;
  const guess = guessDate(value);
  return guess ? `Write \`${guess}\`.` : "Write a date as `2012-08-27`.";
}

/** A day, a month or a year. */
export function partialDate(description: string) {
  return checked({ description, examples: ["2012-08-27", "2007-11", "2009"], pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }, (value) => {
    if (isPartialDate(value)) return undefined;
    const guess = guessMonth(value);
    return {
      rule: "bad-date",
      message: `\`${clip(value)}\` is not a day, month or year.`,
      hint: guess
        ? `Write \`${guess}\`.`
        : isRealDate(guessDate(value) ?? "") || /^\d{4}-\d{2}-\d{2}$/.test(value)
          ? dayHint(value)
          : 'Write a date as `2012-08-27`, `2012-08` or `"2012"`, as much of it as is known.',
    };
  });
}

/** A time of day, local to the event. */
export function clock(description: string) {
  return checked({ description, examples: ["09:30"], pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" }, (value) => {
    if (isTimeOfDay(value)) return undefined;
    const guess = guessTime(value);
    const both = guessTimes(value);
    if (both)
      return {
        rule: "bad-time",
        message: `\`${clip(value)}\` is a start and an end; each has a field of its own.`,
        hint: `Write \`start: "${both[0]}"\` and \`end: "${both[1]}"\`, or run \`${commandName("check")} --fix\`.`,
      };
    if (guess !== undefined && isInQuotes(value))
      return {
        rule: "bad-time",
        message: `The quotes around \`${clip(value)}\` are those of a text processor, which belong to the text here.`,
        hint: `Write \`"${guess}"\` with straight quotes, or run \`${commandName("check")} --fix\`.`,
      };
    return {
      rule: "bad-time",
      message: `\`${clip(value)}\` is not a time of day${/^\d{2}:\d{2}$/.test(value) ? "" : " of the form hours:minutes, with two digits each"}.`,
      hint: guess ? `Write \`"${guess}"\`.` : 'Write a time as `"09:30"`, from 00:00 to 23:59.',
    };
  });
}

/** An IANA time zone. */
export function timeZone(description: string) {
  return checked({ description, examples: ["America/Los_Angeles"] }, (value) =>
    isTimeZone(value)
      ? undefined
      : {
          rule: "bad-time-zone",
          message: `\`${clip(value)}\` is not a time zone.`,
          hint: "Write the IANA name of the zone, such as `Europe/London` or `America/Los_Angeles`.",
        },
  );
}
