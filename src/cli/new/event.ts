/** What `new event` asks for and the record it becomes. */
import { eventSchema } from "../../model/records/event.ts";
import { type Answers, all, type NewKind, one } from "./kind.ts";
import { commandName } from "../../text/commands.ts";

const { shape } = eventSchema;

export const newEvent: NewKind = {
  kind: "event",
  fields: [
    { flag: "name", value: "text", description: "name of the edition", required: true, schema: shape.name },
    { flag: "series", value: "name", description: "series it belongs to, as named in site.yaml", known: "series" },
    { flag: "start", value: "date", description: "first day, such as 2012-08-27; a month or a year will do", schema: shape.startDate },
    { flag: "end", value: "date", description: "last day", schema: shape.endDate },
    { flag: "timezone", value: "zone", description: "time zone of its times, such as America/Los_Angeles", schema: shape.timezone },
    { flag: "venue", value: "text", description: "building or place", schema: shape.venue },
    { flag: "city", value: "text", description: "city; “Online” for an event without a place", schema: shape.city },
    { flag: "country", value: "text", description: "country", schema: shape.country },
    { flag: "host", value: "text", description: "who hosted it", schema: shape.host },
    {
      flag: "language",
      value: "tag",
      description: "language of its talks where it is not the site's",
      schema: shape.language,
      silent: true,
    },
    { flag: "welcome", value: "text", description: "welcome text, in Markdown", schema: shape.welcome },
    { flag: "source", value: "address", description: "page that states these facts", several: true },
  ],
  record: (answers) => ({
    name: one(answers, "name"),
    series: one(answers, "series"),
    startDate: one(answers, "start"),
    endDate: one(answers, "end"),
    timezone: one(answers, "timezone"),
    venue: one(answers, "venue"),
    city: one(answers, "city"),
    country: one(answers, "country"),
    host: one(answers, "host"),
    language: one(answers, "language"),
    welcome: one(answers, "welcome"),
    sources: all(answers, "source"),
  }),
  suggestedName: yearFirst,
  place: (_, name) => ({ id: name, file: `events/${name}/event.md` }),
  example: `${commandName("new")} event --name "Example Conference 2027" --start 2027-06-15 --timezone Europe/Berlin --city Berlin --yes`,
};

/** `Example Summit 2012` of 2012 becomes `2012 Example Summit`, so that folders of events are in order of years. */
function yearFirst(answers: Answers): string {
  const name = one(answers, "name") ?? "";
  const year = one(answers, "start")?.slice(0, 4) ?? /\b(19|20)\d\d\b/.exec(name)?.[0];
  return year === undefined ? name : `${year} ${name.replace(year, " ")}`;
}
