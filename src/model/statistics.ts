/** What can be counted over the whole archive: editions, topics through the years, who came back. */
import { addTo } from "../text/add-to.ts";
import type { Archive, Event, Organization, Person, Topic } from "./archive.ts";
import { organizationsIn } from "./organizations.ts";
import { held } from "./status.ts";

/** An edition, or all editions of a year, in numbers. */
export interface Occasion {
  name: string;
  year: string;
  events: Event[];
  talks: number;
  people: Set<Person>;
  organizations: Set<Organization>;
  /** How many of the people spoke for the first time in the archive, and how many had spoken before. */
  firstTime: number;
  returning: number;
}

const known = new WeakMap<Archive, Occasion[]>();

/** Every edition in order of time. */
export function editions(archive: Archive): Occasion[] {
  let occasions = known.get(archive);
  if (!occasions) {
    occasions = occasionsOf(archive.events.map((event) => ({ name: event.record.name, events: [event] })));
    known.set(archive, occasions);
  }
  return occasions;
}

/** Every edition in order of time, or every year where there are more than so many. */
export function occasions(archive: Archive, most: number): Occasion[] {
  if (archive.events.length <= most) return editions(archive);
  const years = new Map<string, Event[]>();
  for (const event of archive.events) addTo(years, event.year ?? "", event);
  return occasionsOf([...years].map(([year, events]) => ({ name: year || archive.words.dates.yearNotKnown, events })));
}

function occasionsOf(groups: readonly { name: string; events: Event[] }[]): Occasion[] {
  const before = new Set<Person>();
  return groups.map(({ name, events }) => {
    const talks = events.flatMap((event) => held(event.talks));
    const speakers = talks.flatMap((talk) => talk.speakers);
    const people = new Set(speakers.map(({ person }) => person));
    const returning = [...people].filter((person) => before.has(person)).length;
    for (const person of people) before.add(person);
    return {
      name,
      year: events[0]?.year ?? "",
      events,
      talks: talks.length,
      people,
      organizations: new Set(speakers.flatMap(({ affiliation }) => organizationsIn(affiliation))),
      firstTime: people.size - returning,
      returning,
    };
  });
}

/** No conference is older. Where editions lie further apart, one of their years is a slip of the pen, or stands for another calendar. */
const MOST_YEARS = 200;

/** The years from the first edition to the last, those without an edition too as far as they are not too many. */
export function yearsWithin({ events }: Archive): string[] {
  const years = [...new Set(events.flatMap(({ year }) => (year === undefined ? [] : Number(year))))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const all = last - first < MOST_YEARS ? Array.from({ length: years.length && last - first + 1 }, (_, index) => first + index) : years;
  return all.map(String);
}

/** How many talks of a topic each of those years has. */
export function talksByYear(topic: Topic, years: readonly string[]): number[] {
  const counts = new Map<string | undefined, number>();
  for (const { event } of held(topic.talks)) counts.set(event.year, (counts.get(event.year) ?? 0) + 1);
  return years.map((year) => counts.get(year) ?? 0);
}

/** A speaker with the editions at which they spoke, in order of time. */
export interface Attendance {
  person: Person;
  events: Event[];
  talks: number;
}

/** All who spoke, those with the most editions first, then by sorting names. */
export function attendances({ people }: Archive): Attendance[] {
  return people
    .map((person) => {
      const talks = held(person.appearances.map(({ talk }) => talk));
      return { person, talks: new Set(talks).size, events: [...new Set(talks.map(({ event }) => event))] };
    })
    .filter(({ talks }) => talks > 0)
    .sort((a, b) => b.events.length - a.events.length);
}
