/** The JSON Schemas: of records, which editors such as VS Code read while typing, and of the data that the archive publishes. */
import { z } from "zod";
import { anyDataFile } from "./data-format.ts";
import { wordsJsonSchema } from "./words-schema.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";

export type JsonSchema = Record<string, unknown>;

const TITLES: Record<RecordKind, { title: string; description: string }> = {
  talk: { title: "Talk", description: "A talk: `content/events/<event>/talks/<talk>.md`. The text below the fields is the abstract." },
  event: { title: "Event", description: "An edition: `content/events/<event>/event.md`. The text below the fields welcomes the reader." },
  speaker: { title: "Speaker", description: "A person: `content/speakers/<speaker>.md`. The text below the fields is the bio." },
  paper: { title: "Paper", description: "A paper: `content/papers/<paper>.md`. The text below the fields is a note on the content." },
  page: { title: "Page", description: "Any other page: `content/pages/<page>.md`. The text below the fields is its text." },
  topics: { title: "Topics", description: "The curated topics: `content/topics.yaml`. An archive can do without." },
  organizations: {
    title: "Organizations",
    description: "Spellings of organizations: `content/organizations.yaml`. An archive can do without.",
  },
  addresses: {
    title: "Addresses",
    description: "What became of addresses: `content/addresses.yaml`. Commands such as `remove` write it.",
  },
  words: {
    title: "Words",
    description: "Words of the archive's own in place of those of its language: `content/words.yaml`. An archive can do without.",
  },
  site: { title: "Site", description: "The site: `content/site.yaml`, with names, addresses, notice and navigation." },
};

/** The JSON Schema (draft 2020-12) of the fields of one kind of record, as an editor writes them. */
export function recordJsonSchema(kind: RecordKind): JsonSchema {
  // Of words, whose rule is one function, there is more to say than zod knows.
  const more = kind === "words" ? wordsJsonSchema() : {};
  const { $schema, ...schema } = z.toJSONSchema(RECORDS[kind].schema, { io: "input" }) as JsonSchema;
  return withMarkdown({ $schema, ...TITLES[kind], ...schema, ...more }) as JsonSchema;
}

/** The JSON Schema of the archive's data: of every file in `data/` and of `event.json` of every event. */
export function dataJsonSchema(): JsonSchema {
  // Examples help those who write records; they are of one conference, and the data of any other.
  const withoutExamples = ({ jsonSchema }: { jsonSchema: JsonSchema }) => void delete jsonSchema["examples"];
  const { $schema, ...schema } = z.toJSONSchema(anyDataFile, { io: "output", override: withoutExamples }) as JsonSchema;
  const title = "Data of a conference archive, version 1";
  const description =
    "Each file says in `kind` what it holds. `archive.json` lists all others. A `record` is what editors write; the rest is worked out from the records. New fields and files may come without a new version.";
  return { $schema, title, description, ...schema };
}

/** The schema of the data as a file. */
export function dataJsonSchemaText(): string {
  return `${JSON.stringify(dataJsonSchema(), null, 2)}\n`;
}

/** The schema files by name, such as `talk.schema.json`, each with its text. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  const kinds = Object.keys(TITLES) as RecordKind[];
  return new Map(kinds.map((kind) => [`${kind}.schema.json`, `${JSON.stringify(recordJsonSchema(kind), null, 2)}\n`]));
}

/**
 * Repeats each description as `markdownDescription`: the YAML language server prints `description` as bare text, in which
 * the backticks of field names would be escaped.
 */
function withMarkdown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMarkdown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === "description" && typeof inner === "string"
        ? [
            [key, inner],
            ["markdownDescription", inner],
          ]
        : [[key, withMarkdown(inner)]],
    ),
  );
}
