/** Owns the stubs of the Hugo site of the benchmark: lists and files of data that Hugo makes no pages for by itself. */
import type { Talk } from "./hugo-site.ts";

/** As many as one page of ours lists. */
const PART_SIZE = 300;
/** As many as one file of our data holds. */
const DATA_PART = 2000;

/** Writes a record below the content folder. */
export type Write = (path: string, fields: Record<string, unknown>, text?: string) => void;

/** Counts what the lists hold and writes a stub for every page of them. */
export class Lists {
  readonly #write: Write;
  readonly #topics = new Map<string, number>();
  readonly #people = new Set<string>();
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
    for (const person of talks.flatMap((talk) => talk.people)) this.#people.add(person);
    this.#stub(`${section}/agenda/`, { title: "Agenda", event: section, agenda: "all" });
    if (talks.length > PART_SIZE && days.length > 1)
      for (const day of days) this.#stub(`${section}/agenda/${day}/`, { title: day, event: section, agenda: day });
    this.#parts(talks.length, 2, (part) => [`${section}/talks/${part}/`, { title: event, event: section, part }]);
  }

  finish(): void {
    const sizes = { talks: this.#talks, speakers: this.#people.size, topics: this.#topics.size };
    const outputs = this.#talks > PART_SIZE ? ["HTML", "INDEX"] : ["HTML"];
    this.#write("presentations/_index.md", { title: "Presentations and Videos", outputs });
    for (const kind of ["events", "papers", "pages", "media"]) this.#data(kind, 0);
    for (const [kind, size] of Object.entries(sizes)) this.#data(kind, size);
    this.#stub("/data/archive.json", { title: "archive", layout: "archive" }, "data");
    for (const [topic, size] of this.#topics) {
      const path = `/topics/${topic.replaceAll(" ", "-")}`;
      this.#parts(size, 2, (part) => [`${path}/${part}/`, { title: topic, topic: path, part }]);
    }
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

  /** A page that is no page: its address ends in `.json`. */
  #data(kind: string, size: number): void {
    for (let part = 1; part <= Math.max(1, Math.ceil(size / DATA_PART)); part++) {
      const url = `/data/${kind}${part > 1 ? `-${part}` : ""}.json`;
      this.#stub(url, { title: kind, kind, part, layout: "list" }, "data");
    }
  }

  #parts(size: number, first: number, stub: (part: number, of: number) => [path: string, fields: Record<string, unknown>]): void {
    const of = Math.ceil(size / PART_SIZE);
    for (let part = first; part <= of; part++) this.#stub(...stub(part, of));
  }

  #stub(url: string, fields: Record<string, unknown>, type = "list"): void {
    const outputs = type === "data" ? { outputs: ["DATA"] } : {};
    this.#write(`presentations/${url.slice(1, -1).replaceAll("/", "-")}.md`, { ...fields, ...outputs, url, type });
  }
}

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
