/** The record of an event: `content/events/<event>/event.md`; its body is the welcome text. */
import { z } from "zod";
import { isPartialDate } from "../dates.ts";
import { formerPath } from "./addresses.ts";
import { isWritten, language, line, markdown, listOf } from "./fields.ts";
import { clock, day, partialDate, timeZone } from "./times.ts";
import { licences } from "./media.ts";
import { links, sources, statusFields, statusIssue, unpublishedFields } from "./shared.ts";

export const eventSchema = z
  .strictObject({
    name: line("The name of the edition.", ["Example Summit 2012"]),
    series: line("The series it belongs to, as named in `site.yaml`.", ["example-summit"], 80).optional(),
    startDate: partialDate("Its first day; a month or a year where no more is known.").optional(),
    endDate: partialDate("Its last day. Leave it out where it is not known.").optional(),
    knownDays: listOf(day("A day on which a session is known to have taken place."), 50)
      .optional()
      .meta({ description: "Single days that are known where the first and last day are not." }),
    timezone: timeZone("The time zone of all its times, as IANA name.").optional(),
    dayChange: clock("Talks that start before this time belong to the day before, for events that go on after midnight.").optional(),
    venue: line("The building or place.", ["Edinburgh International Conference Centre"]).optional(),
    city: line("The city; `Online` for an event without a place.", ["San Diego"], 200).optional(),
    country: line("The country.", ["USA"], 200).optional(),
    host: line("Who hosted it.", ["The Linux Foundation"]).optional(),
    language: language("The language of its talks, where it is not the site's.").optional(),
    ...statusFields("event", ["2021-developer-design-summit"]),
    licences: licences.optional(),
    welcome: markdown("The welcome text. Write it here or as the body below the front matter, not both.").optional(),
    note: markdown("What is not known or stands out in this edition's records, for the reader.").optional(),
    links: links.optional(),
    formerUrls: listOf(formerPath("A path under which the event's page was known."), 100)
      .optional()
      .meta({ description: "Paths of older sites that must keep leading here." }),
    sources: sources.optional(),
    ...unpublishedFields,
  })
  .superRefine(
    ({ startDate, endDate, status, postponedTo }, context) => {
      const issue = statusIssue({ status, postponedTo });
      if (issue) context.addIssue(issue);
      if (startDate === undefined && endDate !== undefined)
        context.addIssue({
          code: "custom",
          path: ["endDate"],
          message: "`endDate` needs a `startDate`.",
          params: { rule: "date-missing", hint: "Add `startDate:`; a month or a year is enough.", atKey: true },
        });
      else if (isDate(startDate) && isDate(endDate) && endDate.padEnd(10, "~") < startDate)
        context.addIssue({
          code: "custom",
          path: ["endDate"],
          message: "The event ends before it starts.",
          params: { rule: "ends-before-start", hint: "Exchange `startDate` and `endDate`, or correct one of them." },
        });
    },
    { when: isWritten },
  );

/** The rules above see dates that have already been found wrong, too. */
const isDate = (date: string | undefined): date is string => typeof date === "string" && isPartialDate(date);

/** An event as an editor writes it. */
export type EventRecord = z.infer<typeof eventSchema>;
