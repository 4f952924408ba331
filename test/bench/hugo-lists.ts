/** The stubs of the Hugo site of the benchmark: lists and files of data that Hugo makes no pages for by itself, and where long lists are cut. */
import { extname } from "node:path";
import type { PartLink } from "../../src/components/parts.ts";
import type { PageHead } from "../../src/layouts/frame.ts";
import { agendaPagesOf } from "../../src/model/agenda.ts";
import type { Archive } from "../../src/model/archive.ts";
import { agendaPages } from "../../src/pages/agenda.ts";
import { eventPages } from "../../src/pages/event.ts";
import { organizationPages } from "../../src/pages/organization.ts";
import { presentationsPages } from "../../src/pages/presentations.ts";
import { speakerPages } from "../../src/pages/speaker.ts";
import { speakersPages } from "../../src/pages/speakers.ts";
import { topicPages } from "../../src/pages/topic.ts";
import { yearPages } from "../../src/pages/year.ts";
import { talkIndex } from "../../src/outputs/talk-index.ts";
import type { IndexOfParts } from "../../src/publishing/talk-index-format.ts";

/** As many as one file of our data holds. */
const DATA_PART = 2000;
const EVENT_FILES = ["calendar.ics", "schedule.xml", "schedule.json", "feed.atom", "talks.csv", "linkset.json", "event.json"];

/** The address of a page and its fields. */
export type Stub = readonly [url: string, fields: Record<string, unknown>];

/** A page of a list that is cut by weight, which only our program knows. */
interface Part {
  path: string;
  title: string;
  size: number;
}

/** Where the lists of an archive are cut, and a stub for every page and file of data that Hugo would not make. */
export function listsOf(archive: Archive) {
  const lists = {
    event: cut(eventPages.views(archive), ({ groups }) => total(groups.map(({ talks }) => talks))),
    topic: cut(topicPages.views(archive), ({ talks }) => talks.length),
    organization: cut(organizationPages.views(archive), ({ editions }) => total(editions.map(({ talks }) => talks))),
    speaker: cut(speakerPages.views(archive), ({ talks }) => talks.length),
    talksOf: cut(yearPages.views(archive), ({ editions }) => total(editions.map(({ talks }) => talks))),
    year: cut(presentationsPages.views(archive), ({ groups }) => total(groups.map(({ talks }) => talks))),
    letter: cut(speakersPages.views(archive), ({ groups }) => total(groups.map(({ speakers }) => speakers))),
  };
  const [overview] = presentationsPages.views(archive);
  const agendas = agendasOf(archive);
  return {
    lists: {
      /** The numbers of the last entries of all parts but those of lists that are whole, by the path of the first. */
      ends: Object.fromEntries(Object.values(lists).flatMap((list) => [...list].flatMap(([path, parts]) => endsOf(path, parts)))),
      /** How many talks the overview of all talks begins with. */
      newest: total((overview?.newest ?? []).map(({ talks }) => talks)),
      agendas,
      /** What stands above the columns of a table of talks. */
      columns: archive.words.csv.talks,
    },
    stubs: [...files(archive), ...pages()],
  };

  function* pages(): Generator<Stub> {
    for (const { path } of archive.events) {
      const list = (fields: Record<string, unknown>) => ({ event: path.replace(/\/$/, ""), ...fields });
      yield [`${path}agenda/`, list({ title: "Agenda", agenda: 0 })];
      for (const [index, page] of (agendas[path] ?? []).entries()) yield [page.path, list({ title: page.label, agenda: index + 1 })];
    }
    for (const kind of ["event", "topic", "organization", "speaker"] as const)
      for (const [path, parts] of lists[kind])
        for (const [index, part] of parts.entries())
          if (index > 0) yield [part.path, { title: part.title, [kind]: path.replace(/\/$/, ""), part: index + 1 }];
    yield ["/years/", { title: "Years", years: "all" }];
    for (const kind of ["talksOf", "year", "letter"] as const)
      for (const [path, parts] of lists[kind])
        if (!["/presentations/", "/speakers/"].includes(path))
          for (const [index, part] of parts.entries())
            yield [part.path, { title: part.title, [kind]: path.split("/").at(-2), part: index + 1 }];
  }
}

const total = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, { length }) => sum + length, 0);

/** The parts of lists by the path of the first. */
function cut<View extends PageHead & { parts: PartLink[] }>(views: Iterable<View>, sizeOf: (view: View) => number): Map<string, Part[]> {
  const lists = new Map<string, Part[]>();
  for (const view of views) {
    const first = view.parts[0]?.href ?? view.path;
    lists.set(first, [...(lists.get(first) ?? []), { path: view.path, title: view.title, size: sizeOf(view) }]);
  }
  return lists;
}

function endsOf(path: string, parts: readonly Part[]): [string, number[]][] {
  let end = 0;
  const ends = parts.map(({ size }) => (end += size));
  return parts.length > 1 ? [[path, ends]] : [];
}

/** The parts of agendas by the path of their event, with the place of their first session in the programme. */
function agendasOf(archive: Archive) {
  const overviews = new Map([...agendaPages.views(archive)].map(({ path, dayLinks }) => [path, dayLinks]));
  return Object.fromEntries(
    archive.events.map((event) => [
      event.path,
      agendaPagesOf(event).map(({ path, day, sessions }, index) => {
        const { label, size } = overviews.get(`${event.path}agenda/`)?.[index] ?? {};
        const from = event.talks.findIndex(({ id }) => id === sessions[0]?.id);
        return { path, day, label, size, from, sessions: sessions.length };
      }),
    ]),
  );
}

/** Files of data, each as a page whose address has no slash at its end, printed by the partial of its name. */
function* files(archive: Archive): Generator<Stub> {
  const file = (of: string | undefined, name: string, url = `${of ?? "/"}${name}`, fields = {}): Stub => [
    url,
    {
      title: name,
      type: "data",
      layout: "print",
      partial: `files/${name}`,
      ...(of !== undefined && { of }),
      outputs: [extname(name).slice(1).toUpperCase()],
      ...fields,
    },
  ];
  for (const { path } of archive.events) for (const name of EVENT_FILES) yield file(path, name);
  yield file("/", "feed.atom");
  yield file("/", "archive.json", "/data/archive.json");
  yield file("/", "talks.csv", "/presentations/talks.csv");
  // The second file, of the words in each part, is ours alone.
  const [index, , ...parts] = [...talkIndex.files(archive)];
  const sizes = parts.map(({ content }) => (JSON.parse(content) as { events: unknown[] }).events.length);
  // The names of parts are digests, which a template could not make before the parts.
  const { parts: names, words } = JSON.parse(index?.content ?? "{}") as Partial<IndexOfParts>;
  if (index) yield file(undefined, parts.length ? "index-of-parts.json" : "talks.json", `/${index.path}`, { sizes, names, words });
  let first = 0;
  for (const [place, { path }] of parts.entries()) {
    yield file(undefined, "talks.json", `/${path}`, { first, events: sizes[place] });
    first += sizes[place] ?? 0;
  }
  const { talks, people, topics, organizations } = archive;
  const none: readonly [string, number][] = ["events", "vocabularies", "papers", "pages", "media"].map((kind) => [kind, 0]);
  const kinds = { talks: talks.length, speakers: people.length, topics: topics.length, organizations: organizations.length };
  for (const [kind, size] of [...none, ...Object.entries(kinds)])
    for (let part = 1; part <= Math.max(1, Math.ceil(size / DATA_PART)); part++)
      yield [
        `/data/${kind}${part > 1 ? `-${part}` : ""}.json`,
        { title: kind, kind, part, type: "data", layout: "list", outputs: ["JSON"] },
      ];
}
