/** The Hugo site of the benchmark: the same records as Hugo wants them. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { handedOver } from "./hugo-data.ts";
import { listsOf } from "./hugo-lists.ts";
import { loadArchive } from "../../src/content/load.ts";
import { sessionPath } from "../../src/model/agenda.ts";
import { sectionsOf } from "../../src/components/ways-in.ts";
import type { Archive } from "../../src/model/archive.ts";
import { relatedTalks } from "../../src/model/related.ts";

const TALK_OUTPUTS = ["HTML", "ICS", "BIB", "RIS", "CSL"];
const TEMPLATES = join(import.meta.dirname, "hugo");

interface Talk {
  /** The name of its file. */
  slug: string;
  day: string;
  start: string;
  people: string[];
  organizations: string[];
  topics: string[];
  text: string;
}

/** Writes a Hugo site from the synthetic `content` below `site`; styles and scripts are those that our build wrote to `built`. */
export async function writeHugoSite(content: string, built: string, site: string): Promise<void> {
  cpSync(TEMPLATES, site, { recursive: true });
  for (const path of ["assets", "data/schema.json"]) cpSync(join(built, path), join(site, "static", path), { recursive: true });
  const write = writer(join(site, "content"));
  const record = readFileSync(join(content, "site.yaml"), "utf8");
  const { archive } = loadArchive({ contentDir: content, assetsDir: join(content, "no-media") });
  const { lists, stubs } = listsOf(archive);
  mkdirSync(join(site, "data"));
  for (const [name, value] of Object.entries({ ...(await handedOver(archive)), lists }))
    writeFileSync(join(site, "data", `${name}.json`), JSON.stringify(value));
  writeFileSync(join(site, "params.toml"), params(archive, record, generatorOf(built)));
  write("_index.md", { title: field(record, "name") });
  write("events/_index.md", { title: "Events", cascade: [{ _target: { kind: "page" }, outputs: TALK_OUTPUTS }] });
  write("presentations/_index.md", { title: "Presentations and Videos" });
  write("speakers/_index.md", { title: "Speakers" });
  write("topics/_index.md", { title: "Topics" });
  write("organizations/_index.md", { title: "Organizations" });
  for (const file of readdirSync(join(content, "speakers"))) {
    const text = readFileSync(join(content, "speakers", file), "utf8");
    write(`speakers/${file.slice(0, -3)}/_index.md`, { title: field(text, "name") }, body(text));
  }
  const known = new Map(archive.talks.map((talk) => [talk.id, talk]));
  for (const [place, event] of readdirSync(join(content, "events")).sort().entries()) {
    const folder = join(content, "events", event);
    const text = readFileSync(join(folder, "event.md"), "utf8");
    const fields = Object.fromEntries(["startDate", "endDate", "timezone", "city", "country"].map((name) => [name, field(text, name)]));
    write(`events/${event}/_index.md`, { title: field(text, "name"), type: "event", weight: place + 1, ...fields }, body(text));
    for (const [index, { slug, people, organizations, text }] of readTalks(folder).entries()) {
      const talk = known.get(`${event}/${slug}`);
      const weight = (place + 1) * 1_000_000 + index;
      const related = talk ? relatedTalks(archive, talk).map((other) => `/events/${other.id}`) : [];
      const session = talk ? sessionPath(talk) : "";
      write(`events/${event}/${slug}.md`, { weight, speakers: people, organizations, related, session }, text);
    }
  }
  for (const [url, fields] of stubs) write(`presentations/${url.replaceAll("/", "-")}.md`, { type: "list", ...fields, url });
}

/** The talks of an event in the order of its programme. */
function readTalks(folder: string): Talk[] {
  const talks = readdirSync(join(folder, "talks")).map((file): Talk => {
    const text = readFileSync(join(folder, "talks", file), "utf8");
    return {
      slug: basename(file, ".md"),
      day: field(text, "date"),
      start: field(text, "start"),
      people: [...text.matchAll(/^ {2}- name: (.+)$/gm)].map((match) => match[1] ?? ""),
      organizations: [...new Set([...text.matchAll(/^ {4}organization: (.+)$/gm)].map((match) => match[1] ?? ""))],
      topics: field(text, "topics").slice(1, -1).split(", "),
      // What Hugo keeps as a taxonomy are plain names; what they did and for whom stands beside them.
      text: text.slice(4).replace("speakers:", "appearances:"),
    };
  });
  const key = ({ day, start, slug }: Talk) => `${day} ${start} ${slug}`;
  return talks.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Writes a record below the content folder. */
type Write = (path: string, fields: Record<string, unknown>, text?: string) => void;

/** Writes a record: fields as JSON, which is YAML too; a `text` with fields of its own goes on where they end. */
function writer(folder: string): Write {
  const made = new Set<string>();
  return (path, fields, text = "---\n") => {
    const file = join(folder, path);
    const parent = join(file, "..");
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
    writeFileSync(file, `---\n${lines.join("")}${text}`);
  };
}

/** A field of one line, without its quotes. */
function field(text: string, name: string): string {
  return new RegExp(`^ *${name}: "?(.*?)"?$`, "m").exec(text)?.[1] ?? "";
}

/** What follows the fields of a record, from the line that ends them. */
function body(text: string): string {
  return text.slice(text.indexOf("\n---\n") + 1);
}

function generatorOf(built: string): string {
  return /Built from plain text records by ([^<]*?)\s*<\/p>/.exec(readFileSync(join(built, "index.html"), "utf8"))?.[1] ?? "";
}

/** The part of Hugo's settings that the records and our build decide; JSON strings are TOML strings too. */
function params(archive: Archive, record: string, generator: string): string {
  return [
    `baseURL = ${JSON.stringify(field(record, "url"))}`,
    `title = ${JSON.stringify(field(record, "name"))}`,
    "[params]",
    `tagline = ${JSON.stringify(field(record, "tagline"))}`,
    `notice = ${JSON.stringify(field(record, "notice"))}`,
    `licence = ${JSON.stringify(field(record, "text"))}`,
    `generator = ${JSON.stringify(generator)}`,
    `searchHint = ${JSON.stringify(archive.words.frame.searchHint(archive.talks.length))}`,
    'liveSite = { name = "example.org", url = "https://example.org/" }',
    `sections = [${sectionsOf(archive)
      .map(({ label, url }) => `{ label = "${label}", url = "${url}" }`)
      .join(", ")}]`,
    "",
  ].join("\n");
}
