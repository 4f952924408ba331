/** Says what is wrong with a schedule.xml or schedule.json, by rules of our own for what the published schemas ask. */
import { Ajv, type ErrorObject } from "ajv";
import { breaks, childText, children, type Element, parseXml, type Rule } from "./xml.ts";

const ANY: Rule = { text: /^[\s\S]*$/ };
const DATE = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const LENGTH = /^\d{1,2}:[0-5]\d$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NUMBER = /^[1-9]\d*$/;
const URI = /^https?:\/\/[^\s<>"{}|\\^`]+$/;
const LINKED: Rule = { text: /\S/, attributes: { href: URI } };

const EVENT: Rule = {
  attributes: { id: NUMBER, guid: UUID },
  children: {
    date: ["1", { text: MOMENT }],
    start: ["1", { text: CLOCK }],
    duration: ["1", { text: LENGTH }],
    room: ["1", ANY],
    title: ["1", { text: /\S/ }],
    subtitle: ["1", ANY],
    slug: ["1", { text: /^[a-z0-9_]{4,}-[a-z0-9_-]{4,}$/ }],
    track: ["1", ANY],
    type: ["1", { text: /\S/ }],
    language: ["?", { text: /^[A-Za-z0-9-]+$/ }],
    abstract: ["1", ANY],
    persons: ["?", { children: { person: ["*", { text: /\S/, attributes: { id: NUMBER } }] } }],
    recording: ["?", { children: { license: ["1", ANY], optout: ["1", { text: /^(true|false)$/ }] } }],
    links: ["?", { children: { link: ["*", LINKED] } }],
    attachments: ["?", { children: { attachment: ["*", LINKED] } }],
    url: ["?", { text: URI }],
    video_download_url: ["?", { text: URI }],
  },
};

const SCHEDULE: Rule = {
  children: {
    generator: ["1", { attributes: { name: /^[a-z-]+$/ } }],
    version: ["1", { text: /^[0-9a-f]{12}$/ }],
    conference: [
      "1",
      {
        children: {
          title: ["1", { text: /\S/ }],
          acronym: ["1", { text: /^[a-z0-9_]{4,}$/ }],
          start: ["?", { text: DATE }],
          end: ["?", { text: DATE }],
          days: ["?", { text: /^\d+$/ }],
          timeslot_duration: ["?", { text: LENGTH }],
          base_url: ["?", { text: URI }],
          time_zone_name: ["?", { text: /\S/ }],
        },
      },
    ],
    day: [
      "+",
      {
        attributes: { date: DATE, start: MOMENT, end: MOMENT, index: NUMBER },
        children: { room: ["*", { attributes: { name: /^[\s\S]*$/ }, children: { event: ["*", EVENT] } }] },
      },
    ],
  },
};

/** All sessions of a schedule.xml. */
export function eventsOf(schedule: Element): Element[] {
  return children(schedule, "day").flatMap((day) => children(day, "room").flatMap((room) => children(room, "event")));
}

/** What is wrong, sorted; what is missing of a session is told as `slug: date is missing`. */
export function xmlProblems(text: string): string[] {
  const schedule = parseXml(text);
  const events = eventsOf(schedule);
  const order = children(schedule).map(({ nodeName }) => nodeName);
  const shared = (values: (string | null | undefined)[], what: string) =>
    values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${what} ${value} is there twice`);
  const whole = breaks(schedule, SCHEDULE).filter((problem) => !problem.startsWith("schedule/day/room/event"));
  return [
    ...whole,
    ...events.flatMap((event) => breaks(event, EVENT, childText(event, "slug")).map((problem) => problem.replace("/", ": "))),
    ...(/^generator version conference( day)+$/.test(order.join(" ")) ? [] : ["the order is wrong"]),
    ...shared(
      events.map((event) => event.getAttribute("id")),
      "the number",
    ),
    ...shared(
      events.map((event) => event.getAttribute("guid")),
      "the guid",
    ),
    ...shared(
      events.map((event) => childText(event, "slug")),
      "the slug",
    ),
    ...shared(
      children(schedule, "day").map((day) => day.getAttribute("index")),
      "the day",
    ),
    ...children(schedule, "day").flatMap((day) =>
      children(day, "room").flatMap((room) =>
        children(room, "event")
          .filter((event) => childText(event, "room") !== room.getAttribute("name"))
          .map((event) => `${childText(event, "slug")} is in another room`),
      ),
    ),
  ].sort();
}

const string = (pattern: RegExp) => ({ type: "string", pattern: pattern.source });
const LIST = {
  type: "array",
  items: { type: "object", required: ["title", "url"], properties: { title: { type: "string" }, url: string(URI) } },
};
const object = (properties: object, optional: string[] = []) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const validate = new Ajv({ allErrors: true }).compile(
  object({
    $schema: string(URI),
    generator: object({ name: string(/^[a-z-]+$/) }),
    schedule: object({
      version: string(/^[0-9a-f]{12}$/),
      base_url: string(URI),
      conference: object(
        {
          acronym: string(/^[a-z0-9_]{4,}$/),
          title: { type: "string", minLength: 1 },
          start: string(DATE),
          end: string(DATE),
          daysCount: { type: "integer" },
          timeslot_duration: string(LENGTH),
          time_zone_name: { type: "string" },
          url: string(URI),
          tracks: { type: "array", items: object({ name: { type: "string", minLength: 1 } }) },
          rooms: { type: "array", items: object({ name: { type: "string", minLength: 1 }, guid: string(UUID) }) },
          days: {
            type: "array",
            items: object({
              index: { type: "integer", minimum: 1 },
              date: string(DATE),
              day_start: string(MOMENT),
              day_end: string(MOMENT),
              rooms: {
                type: "object",
                additionalProperties: {
                  type: "array",
                  items: object(
                    {
                      id: { type: "integer", minimum: 1, maximum: 2 ** 31 },
                      guid: string(UUID),
                      slug: string(/^[a-z0-9_-]+[a-z0-9]$/),
                      url: string(URI),
                      date: string(MOMENT),
                      start: string(CLOCK),
                      duration: string(/^\d+:[0-5]\d$/),
                      room: { type: "string" },
                      title: { type: "string", minLength: 1 },
                      subtitle: { type: "string" },
                      track: { type: "string" },
                      type: { type: "string" },
                      language: { type: "string" },
                      abstract: { type: "string" },
                      persons: {
                        type: "array",
                        // Not `public_name`: a person is either one of frab or one of pretalx.
                        items: object(
                          {
                            id: { type: "integer" },
                            guid: string(UUID),
                            name: { type: "string" },
                            url: string(URI),
                            biography: { type: "string" },
                          },
                          ["biography"],
                        ),
                      },
                      recording_license: { type: "string" },
                      do_not_record: { type: "boolean" },
                      links: LIST,
                      attachments: LIST,
                    },
                    ["recording_license", "do_not_record"],
                  ),
                },
              },
            }),
          },
        },
        ["time_zone_name"],
      ),
    }),
  }),
);

export interface JsonSession {
  slug: string;
  guid: string;
  id: number;
  [field: string]: unknown;
}

interface JsonSchedule {
  schedule: {
    version: string;
    conference: Record<string, unknown> & { days: ({ rooms: Record<string, JsonSession[]> } & Record<string, unknown>)[] };
  };
}

/** All sessions of a schedule.json. */
export function sessionsOf({ schedule }: JsonSchedule): JsonSession[] {
  return schedule.conference.days.flatMap(({ rooms }) => Object.values(rooms).flat());
}

/** What is wrong, sorted, in the words of `xmlProblems`. */
export function jsonProblems(text: string): string[] {
  const tree: JsonSchedule = JSON.parse(text);
  validate(tree);
  const nameOf = ({ instancePath }: ErrorObject): string => {
    let at: unknown = tree;
    for (const step of instancePath.split("/").slice(1))
      at = (at as Record<string, unknown>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
    return (at as { slug?: string }).slug ?? instancePath.split("/").at(-2)?.replace("schedule", "conference") ?? "";
  };
  return (validate.errors ?? [])
    .map((error) =>
      error.keyword === "required"
        ? `${nameOf(error)}: ${error.params["missingProperty"]} is missing`
        : `${error.instancePath} ${error.message}`,
    )
    .sort();
}
