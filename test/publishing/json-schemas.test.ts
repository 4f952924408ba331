/** Proves that the JSON Schemas of records are fresh, accept records, and refuse what no record has. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listRecords } from "../../src/content/files.ts";
import type { RecordKind } from "../../src/model/records/index.ts";
import { jsonSchemaFiles, recordJsonSchema } from "../../src/publishing/json-schemas.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { EXAMPLE } from "../support/example.ts";
import { accepts, ajv, fieldsOf, KINDS, whatIsWrong } from "../support/json-schemas.ts";

const FOLDER = join(PROJECT, ".vscode/schemas");
/** Every object and string of a schema, to look for what hover needs. */
function* schemasIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* schemasIn(inner);
}

const SMALLEST: Record<RecordKind, Record<string, unknown>> = {
  talk: { title: "A talk" },
  event: { name: "An event" },
  speaker: { name: "Ada Example" },
  paper: { title: "A paper" },
  page: { title: "A page" },
  topics: { topics: [{ name: "memory" }] },
  addresses: {},
  organizations: { organizations: [{ name: "Example" }] },
  words: { speakers: { title: "People" } },
  site: {
    name: "Little Archive",
    tagline: "Talks",
    url: "https://example.org/",
    notice: "An archive.",
    liveSite: { name: "example.org", url: "https://example.org/" },
    licence: { text: "Free." },
  },
};

/** Some words of each form. */
const WORDS = `speakers: { title: People }
count: { talks: { one: One session, other: "{value} sessions" } }
presentations: { description: "{archive}: {talks}" }
topic: { heads: [Y, T] }
moved: { text: "There: {link}" }
scripts: { copied: Done, someOf: "{found} / {all}" }
`;

describe("the checked-in JSON Schemas", () => {
  it("are those of the record schemas; run `npm run archive -- schemas` when this fails", () => {
    for (const [name, text] of jsonSchemaFiles()) {
      const file = join(FOLDER, name);
      expect(existsSync(file) ? readFileSync(file, "utf8") : "no such file", name).toBe(text);
    }
  });

  it("are what the compiled program writes, in which nothing may have another name", async () => {
    const folder = temporaryFolder();
    expect(await archive(["schemas", "--output", folder, "--data", join(folder, "data.json")])).toMatchObject({ code: 0 });
    for (const [name, text] of jsonSchemaFiles()) expect(readFileSync(join(folder, name), "utf8"), name).toBe(text);
  });

  it("are all the files there", () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...jsonSchemaFiles().keys()].sort());
  });
});

describe.each(KINDS)("the JSON Schema of a %s", (kind) => {
  it("accepts every record of the example", () => {
    const records = listRecords(folderOf({ ...EXAMPLE, "words.yaml": WORDS })).files.filter((found) => found.kind === kind);
    expect(records.length).toBeGreaterThan(0);
    for (const { file } of records) expect(accepts(kind, fieldsOf(kind, file)), `${file}: ${whatIsWrong(kind)}`).toBe(true);
  });

  it("refuses an unknown field and a missing one", () => {
    const smallest = SMALLEST[kind];
    expect(accepts(kind, smallest), `${whatIsWrong(kind)}`).toBe(true);
    expect(accepts(kind, { ...smallest, sumary: "x" })).toBe(false);
    for (const field of Object.keys(smallest)) {
      const { [field]: _left, ...rest } = smallest;
      expect(accepts(kind, rest), field).toBe(false);
    }
  });

  it("explains every field, as text and as Markdown", () => {
    const schema = recordJsonSchema(kind);
    expect(schema["title"]).toBeTruthy();
    for (const inner of schemasIn(schema)) {
      if ("description" in inner && typeof inner["description"] === "string")
        expect(inner["markdownDescription"]).toBe(inner["description"]);
    }
    for (const [name, field] of Object.entries(schema["properties"] as Record<string, Record<string, unknown>>))
      expect(field["description"], name).toMatch(/\S.*\.$/);
  });

  it("gives only examples that it accepts itself", () => {
    const schema = recordJsonSchema(kind);
    for (const inner of schemasIn(schema)) {
      if (!Array.isArray(inner["examples"])) continue;
      const check = ajv.compile({ ...inner, $defs: schema["$defs"] ?? {} });
      for (const example of inner["examples"]) expect(check(example), `${example}`).toBe(true);
    }
  });
});

describe("fields", () => {
  it("are refused inside parts too", () => {
    expect(accepts("talk", { title: "x", speakers: [{ name: "x", nmae: "y" }] })).toBe(false);
    expect(accepts("talk", { title: "x", slides: { url: "https://example.org/", page: 3 } })).toBe(false);
  });

  it.each([
    ["talk", { start: "9:30" }],
    ["talk", { date: "2012-02-30" }],
    ["talk", { kind: "keynot" }],
    ["talk", { slides: "ftp://example.org/slides.pdf" }],
    ["talk", { duration: "30" }],
    ["talk", { title: "" }],
    ["event", { startDate: "27.8.2012" }],
    ["paper", { doi: "https://doi.org/10.1145/1" }],
    ["words", { speakers: { titel: "People" } }],
    ["words", { presentations: { description: "{archive}" } }],
    ["words", { presentations: { description: "{archive}: {talks} of {event}" } }],
    ["words", { moved: { text: "There: {lnik}" } }],
    ["words", { count: { talks: { one: "One session" } } }],
    ["words", { topic: { heads: ["Y"] } }],
    ["words", { scripts: { someOf: "{found}" } }],
    ["words", { scripts: { stopWords: "a" } }],
    ["words", { number: "a" }],
  ] as const)("of a %s with a bad value are refused: %j", (kind, fields) => {
    expect(accepts(kind, { ...SMALLEST[kind], ...fields })).toBe(false);
  });
});
