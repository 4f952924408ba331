/** Reads conference sites of Hugo, Jekyll and Eleventy: a page for each talk and speaker, and a mapping file for what their fields are called. */
import { isTimeZone } from "../model/time.ts";
import { count, someOf } from "../text/wording.ts";
import type { ForeignConference, ForeignFile, ForeignSpeaker, ForeignTalk, Importer } from "./importer.ts";
import { type Column, columnsOf, type Field, isField } from "./parts/columns.ts";
import { cascade, draftOf, type ForeignPage, hasFrontMatter, isDraftOfPerson, readForeignPage } from "./parts/front-matter.ts";
import { dateOrder } from "./parts/loose-times.ts";
import { profileLink } from "./parts/profiles.ts";
import { filled, lineOf, listOf, Reading } from "./parts/reading.ts";
import { readTableRow, TableRow } from "./parts/table-row.ts";
import { textToMarkdown } from "./parts/text-to-markdown.ts";
import { readYamlFile, type YamlValue } from "./parts/yaml.ts";

const MAPPING = /^import:\s*front-matter\s*$/m;

export const frontMatter: Importer = {
  name: "front-matter",
  title: "pages with front matter (Hugo, Jekyll, Eleventy), with a mapping file where fields have names of their own",
  recognises: ({ text }) => hasFrontMatter(text) || MAPPING.test(text.slice(0, 5000)),
  read(files) {
    const reading = new Reading();
    const [mapping] = files.filter(({ text }) => !hasFrontMatter(text) && MAPPING.test(text));
    const pages = files.flatMap((file) => (file === mapping ? [] : (readForeignPage(file, reading) ?? [])));
    cascade(pages);
    return reading.finish(readPages(pages, mapping && readMapping(mapping, reading), reading));
  },
};

/** How a site calls things; made by the user where the usual names do not fit. */
interface Mapping {
  event: YamlValue | undefined;
  /** The folders of talks and of speakers; all pages that look like ones where they are left out. */
  talks: string;
  speakers: string;
  /** The field of the site by our name for it. */
  fields: ReadonlyMap<string, string>;
  speakerFields: ReadonlyMap<string, string>;
}

function readMapping(file: ForeignFile, reading: Reading): Mapping {
  const value = readYamlFile(file, reading);
  value.line("import");
  const names = (field: string) =>
    new Map((value.fields.get(field)?.fields.names() ?? []).map((name) => [name, value.fields.get(field)?.line(name) ?? ""]));
  const mapping = {
    talks: value.line("talks"),
    speakers: value.line("speakers"),
    fields: names("fields"),
    speakerFields: names("speakerFields"),
  };
  for (const name of mapping.fields.keys())
    if (!isField(name))
      reading.warn(
        value.placeOf("fields"),
        "unknown-field",
        `The mapping names \`${name}\`, which is no field of a talk that can be imported.`,
        "Write our names to the left: title, speakers, abstract, date, start, end, room, track, kind, language, topics, slides, video, url.",
      );
  return { event: value.fields.get("event"), ...mapping };
}

function readPages(pages: readonly ForeignPage[], mapping: Mapping | undefined, reading: Reading): ForeignConference[] {
  const isBelow = (page: ForeignPage, folder: string) => `/${page.file.path}`.includes(`/${folder.replace(/^\/|\/$/g, "")}/`);
  const people = pages.filter((page) => (mapping?.speakers ? isBelow(page, mapping.speakers) : isSpeaker(page)));
  const arePeople = new Set(people);
  const rest = pages.filter((page) => !arePeople.has(page));
  const talks = rest.filter((page) => (mapping?.talks ? isBelow(page, mapping.talks) : isTalk(page, mapping)));
  const areTalks = new Set(talks);
  tellOthers(
    rest.filter((page) => !areTalks.has(page)),
    reading,
  );
  const names = new Map<string, string>();
  const speakers = people.flatMap((page) => readSpeaker(page, mapping, names, reading));
  const { order } = dateOrder(talks.map((page) => textOf(page, mapping?.fields.get("date") ?? "date")));
  const conferences = new Map<string, ForeignConference>();
  for (const page of talks) {
    reading.row();
    const read = readTalk(page, mapping, names, order, reading);
    if (!read) continue;
    const { talk, event } = read;
    const key = mapping?.event?.line("name") || event || "front-matter";
    const conference = conferences.get(key) ?? { key, ...eventOf(mapping, event, reading), talks: [], speakers: [] };
    conferences.set(key, conference);
    conference.talks.push(talk);
  }
  const first = [...conferences.values()][0] ?? { key: "front-matter", ...eventOf(mapping, "", reading), talks: [], speakers: [] };
  return speakers.length + talks.length === 0 ? [] : [{ ...first, speakers }, ...[...conferences.values()].slice(1)];
}

function eventOf(mapping: Mapping | undefined, name: string, reading: Reading): Pick<ForeignConference, "event" | "slug"> {
  const event = mapping?.event;
  const zone = event?.line("timezone") ?? "";
  if (zone !== "" && !isTimeZone(zone) && event)
    reading.warn(event.place, "bad-time-zone", `\`${zone}\` is not a time zone.`, "Write an IANA name, such as `Europe/Berlin`.");
  return {
    event: filled({
      name: event?.line("name") || name,
      timezone: isTimeZone(zone) ? zone : undefined,
      city: event?.line("city"),
      country: event?.line("country"),
      venue: event?.line("venue"),
    }),
    ...filled({ slug: event?.line("id") }),
  };
}

const SPEAKER = /^(speakers?|person|people|author)s?$/i;

function isSpeaker({ fields, file }: ForeignPage): boolean {
  const type = ["type", "layout", "kind", "collection"]
    .map((name) => fields.fields.names().find((one) => one.toLowerCase() === name))
    .find((name) => name !== undefined && SPEAKER.test(fields.line(name)));
  return (
    type !== undefined ||
    (/\/_?(speakers?|people|authors?)\/([^/]+\/)?[^/]+$/i.test(file.path) &&
      !fields.fields.names().some((name) => /^speakers?$/i.test(name)))
  );
}

/** A page with a title that names speakers, or a time, or lies where talks lie. */
function isTalk({ fields, file }: ForeignPage, mapping: Mapping | undefined): boolean {
  const names = fields.fields.names();
  const known = new Set((columnsOf([...names, "abstract"]) ?? []).flatMap((column) => column?.field ?? []));
  const mapped = mapping !== undefined && [...mapping.fields.values()].filter((name) => names.includes(name)).length >= 2;
  const inFolder = /\/_?(talks?|sessions?|presentations?|program(me)?|schedule|lectures?|events?)\/([^/]+\/)?[^/]+$/i.test(file.path);
  return (
    mapped ||
    (known.has("title") && (known.has("speakers") || known.has("start") || known.has("firstName") || (inFolder && known.size > 2)))
  );
}

/** Pages about the venue, the sponsors and the like are told once. */
function tellOthers(pages: readonly ForeignPage[], reading: Reading): void {
  const [first] = pages;
  if (!first) return;
  const names = pages.map(({ file }) => `\`${file.path.split("/").slice(-2).join("/")}\``);
  reading.warn(
    first.place,
    "not-a-talk",
    `${count(pages.length, "page")} ${pages.length === 1 ? "names" : "name"} neither a speaker nor a time and ${pages.length === 1 ? "is" : "are"} left out: ${someOf(names)}.`,
    "If they are talks, write a mapping file (`import: front-matter`, `talks: <their folder>`, `fields:` with `title: <its name there>`) and import it with them.",
  );
}

/** The text of a field: a list one entry a line, a record as its name with what tells it apart in brackets. */
function textOf({ fields }: ForeignPage, name: string): string {
  return valueText(fields.fields.get(name));
}

function valueText(value: YamlValue | undefined): string {
  if (!value) return "";
  if (value.items.length > 0) return value.items.map(valueText).join("\n");
  if (value.fields.names().length === 0) return value.text;
  const name = value.line("name") || value.line("title");
  const organization = value.line("organization") || value.line("company") || value.line("affiliation");
  return organization === "" ? name : `${name} (${organization})`;
}

function readTalk(
  page: ForeignPage,
  mapping: Mapping | undefined,
  people: ReadonlyMap<string, string>,
  order: ReturnType<typeof dateOrder>["order"],
  reading: Reading,
): { talk: ForeignTalk; event: string } | undefined {
  const names = page.fields.fields.names();
  const guessed = columnsOf([...names, "abstract"]) ?? [];
  const mapped = new Map(
    [...(mapping?.fields ?? [])].flatMap(([field, name]): [string, Field][] => (isField(field) ? [[name, field]] : [])),
  );
  const taken = new Set(mapped.values());
  const columns = names.map((name, index): Column | undefined => {
    const field = mapped.get(name);
    if (field) return { field, speaker: 0 };
    const guess = guessed[index];
    return guess && !taken.has(guess.field) ? guess : undefined;
  });
  const used = names.filter((_, index) => columns[index]);
  const kept = columns.filter((column) => column !== undefined);
  const cells = used.map((name, index) => {
    const text = textOf(page, name);
    return kept[index]?.field === "speakers"
      ? text
          .split("\n")
          .map((one) => people.get(one.trim()) ?? one)
          .join("\n")
      : text;
  });
  const row = new TableRow(
    page.place,
    { columns: [...kept, { field: "abstract", speaker: 0 }], cells: [...used, "(text)"] },
    [...cells, page.body],
    reading,
  );
  const read = readTableRow(row, order, reading, { markdown: page.body });
  if (!read) return undefined;
  const { homePage, ...talk } = read;
  const links = homePage === undefined ? {} : { links: [...(talk.record.links ?? []), { title: homePage, url: homePage }] };
  const record = { ...talk.record, ...links, ...draftOf(page) };
  return {
    talk: { ...talk, key: talk.key === talk.record.title ? page.name : talk.key, slug: page.name, record },
    event: lineOf(row.text("event")),
  };
}

function readSpeaker(page: ForeignPage, mapping: Mapping | undefined, names: Map<string, string>, reading: Reading): ForeignSpeaker[] {
  reading.row();
  const named = (field: string, ...usual: string[]) => {
    const given = mapping?.speakerFields.get(field);
    const name = page.fields.fields.names().find((one) => (given === undefined ? usual.includes(one.toLowerCase()) : one === given));
    return name === undefined ? "" : lineOf(textOf(page, name));
  };
  const name = named("name", "name", "fullname", "full_name") || named("name", "title");
  if (name === "") {
    reading.refuse(
      page.place,
      "name-missing",
      "The speaker has no name.",
      "Write the name as `name` in the file, or say in a mapping file which field it is.",
    );
    return [];
  }
  names.set(page.name, name);
  if (isDraftOfPerson(page, name, reading)) return [];
  const links = page.fields.fields.names().flatMap((field) => {
    const link = profileLink(field, lineOf(page.fields.fields.has(field) && profileLink(field, "x") ? textOf(page, field) : ""));
    const url = link && reading.address(link.written, page.place);
    return link && url !== undefined ? [{ title: link.title, url }] : [];
  });
  const bio = page.body || textToMarkdown(named("bio", "bio", "biography", "description"));
  const organization = named("organization", "organization", "organisation", "company", "affiliation");
  return [{ rows: [page.place], key: page.name, name, ...filled({ bio, organization, links: listOf(links) as typeof links }) }];
}
