/** The stubs of the Hugo site of the benchmark: lists and files of data that Hugo makes no pages for by itself. */
import { extname } from "node:path";
import type { Talk } from "./hugo-site.ts";

/** As many as one page of ours lists. */
const PART_SIZE = 300;
const AGENDA_PAGE = 100;
/** As many as one file of our data holds. */
const DATA_PART = 2000;
const EVENT_FILES = ["calendar.ics", "schedule.xml", "schedule.json", "feed.atom", "linkset.json", "event.json"];

/** Writes a record below the content folder. */
export type Write = (path: string, fields: Record<string, unknown>, text?: string) => void;

/** Counts what the lists hold and writes a stub for every page of them. */
export class Lists {
  readonly #write: Write;
  readonly #topics = new Map<string, number>();
  readonly #people = new Set<string>();
  readonly #organizations = new Map<string, number>();
  readonly #years = new Map<string, number>();
  #talks = 0;

  constructor(write: Write) {
    this.#write = write;
  }

  addEvent(event: string, talks: readonly Talk[]): void {
    const section = `/events/${event}`;
    const year = talks[0]?.day.slice(0, 4) ?? "";
    const days = [...new Set(talks.map((talk) => talk.day))];
    this.#talks += talks.length;
    this.#years.set(year, (this.#years.get(year) ?? 0) + talks.length);
    for (const topic of talks.flatMap((talk) => talk.topics)) this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1);
    for (const name of talks.flatMap((talk) => talk.organizations)) this.#organizations.set(name, (this.#organizations.get(name) ?? 0) + 1);
    for (const person of talks.flatMap((talk) => talk.people)) this.#people.add(person);
    for (const name of EVENT_FILES) this.#file(section, name);
    this.#stub(`${section}/agenda/`, { title: "Agenda", event: section, agenda: "all" });
    if (talks.length > AGENDA_PAGE && days.length > 1)
      for (const day of days) this.#stub(`${section}/agenda/${day}/`, { title: day, event: section, agenda: day });
    this.#parts(talks.length, 2, (part) => [`${section}/talks/${part}/`, { title: event, event: section, part }]);
  }

  finish(): void {
    const [organizations, topics] = [this.#organizations.size, this.#topics.size];
    const sizes = { talks: this.#talks, speakers: this.#people.size, topics, organizations };
    this.#write("presentations/_index.md", { title: "Presentations and Videos" });
    this.#file("/", "feed.atom");
    this.#file("/", "archive.json", "/data/archive.json");
    if (this.#talks > PART_SIZE) this.#file("/presentations", "talks.json");
    for (const kind of ["events", "vocabularies", "papers", "pages", "media"]) this.#data(kind, 0);
    for (const [kind, size] of Object.entries(sizes)) this.#data(kind, size);
    for (const [topic, size] of this.#topics) {
      const path = `/topics/${topic.replaceAll(" ", "-")}`;
      this.#parts(size, 2, (part) => [`${path}/${part}/`, { title: topic, topic: path, part }]);
    }
    for (const [name, size] of this.#organizations) {
      const path = `/organizations/${name.toLowerCase().replaceAll(" ", "-")}`;
      this.#parts(size, 2, (part) => [`${path}/${part}/`, { title: name, organization: path, part }]);
    }
    this.#stub("/years/", { title: "Years", years: "all" });
    for (const [year, size] of this.#years)
      this.#parts(size, 1, (part) => [`/years/${year}/${part > 1 ? `${part}/` : ""}`, { title: year, talksOf: year, part }]);
    if (this.#talks > PART_SIZE)
      for (const [year, size] of this.#years)
        this.#parts(size, 1, (part, of) => [
          `/presentations/${year}/${part > 1 ? `${part}/` : ""}`,
          { title: `Talks of ${year}${of > 1 ? ` (${part} of ${of})` : ""}`, year: Number(year), part },
        ]);
    if (this.#people.size > PART_SIZE)
      for (const [letter, size] of countBy(this.#people, (name) => name.split(" ").at(-1)?.charAt(0) ?? ""))
        this.#parts(size, 1, (part, of) => [
          `/speakers/a-z/${letter.toLowerCase()}/${part > 1 ? `${part}/` : ""}`,
          { title: `Speakers: ${letter}${of > 1 ? ` (${part} of ${of})` : ""}`, letter, part },
        ]);
  }

  /** A file of a page that the partial of its name prints, as a page whose address has no slash at its end. */
  #file(page: string, name: string, url = `${page.replace(/\/$/, "")}/${name}`): void {
    const output = extname(name).slice(1).toUpperCase();
    this.#stub(url, { title: name, type: "data", layout: "print", partial: `files/${name}`, of: page, outputs: [output] });
  }

  #data(kind: string, size: number): void {
    for (let part = 1; part <= Math.max(1, Math.ceil(size / DATA_PART)); part++) {
      const url = `/data/${kind}${part > 1 ? `-${part}` : ""}.json`;
      this.#stub(url, { title: kind, kind, part, type: "data", layout: "list", outputs: ["JSON"] });
    }
  }

  #parts(size: number, first: number, stub: (part: number, of: number) => [path: string, fields: Record<string, unknown>]): void {
    const of = Math.ceil(size / PART_SIZE);
    for (let part = first; part <= of; part++) this.#stub(...stub(part, of));
  }

  #stub(url: string, fields: Record<string, unknown>): void {
    this.#write(`presentations/${url.replaceAll("/", "-")}.md`, { type: "list", ...fields, url });
  }
}

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
