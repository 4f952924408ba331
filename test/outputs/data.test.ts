/** Proves that the archive's data follow its published schema, and that large archives are cut into files of a readable size. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { isRealDate } from "../../src/model/dates.ts";
import { dataJsonSchemaText } from "../../src/publishing/json-schemas.ts";
import type { Archive } from "../../src/model/archive.ts";
import { data } from "../../src/outputs/data.ts";
import { richArchive } from "../components/rich.ts";
import { archiveOf, existing } from "../model/make.ts";
import { PROJECT } from "../support/cli.ts";

const CHECKED_IN = join(PROJECT, "src/outputs/archive-data.schema.json");

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addFormat("date", isRealDate);
const validate = ajv.compile(JSON.parse(readFileSync(CHECKED_IN, "utf8")));

interface File {
  kind: string;
  [field: string]: unknown;
}

/** All data files by path, as they are read. */
function filesOf(archive: Archive): Map<string, File> {
  const files = [...data.files(archive), ...archive.events.flatMap((event) => [...data.eventFiles(archive, event)])];
  return new Map(files.map(({ path, content }) => [path, JSON.parse(content as string)]));
}

const entriesOf = (file: File | undefined) => existing(file)["entries"] as Record<string, unknown>[];

describe("the data of an archive", () => {
  it("has a checked-in schema; run `npm run archive -- schemas` when this fails", () => {
    expect(readFileSync(CHECKED_IN, "utf8")).toBe(dataJsonSchemaText());
  });

  it.each([
    ["with everything", richArchive()],
    ["with nothing", archiveOf({})],
  ])("%s follows the schema, which is published with it", (_, archive) => {
    const files = filesOf(archive);
    expect(files.get("data/schema.json")).toEqual(JSON.parse(dataJsonSchemaText()));
    files.delete("data/schema.json");
    for (const [path, file] of files) {
      validate(file);
      expect(validate.errors ?? [], path).toEqual([]);
      expect(file["$schema"]).toMatch(/\/data\/schema\.json$/);
    }
    expect(validate({ ...files.get("data/talks.json"), kind: "tallks" })).toBe(false);
    const listed = (existing(files.get("data/archive.json"))["files"] as { path: string; kind: string; count: number }[]).map(
      ({ path, kind, count }) => [path, kind, count],
    );
    const found = [...files]
      .filter(([path]) => path !== "data/archive.json")
      .map(([path, file]) => [path, file.kind, ((file["entries"] ?? file["talks"]) as unknown[]).length]);
    expect(listed.sort()).toEqual(found.sort());
  });

  it("relates talks, speakers and topics", () => {
    const files = filesOf(richArchive());
    const talk = existing(entriesOf(files.get("data/talks.json")).find(({ id }) => id === "2012-spring/local"));
    expect(talk).toMatchObject({
      url: "https://example.org/archive/events/2012-spring/local/",
      start: "2012-05-31T09:00+02:00",
      end: "2012-05-31T10:00+02:00",
    });
    const people = talk["people"] as string[];
    const person = existing(entriesOf(files.get("data/speakers.json")).find(({ id }) => id === people[0]));
    expect(person["talks"]).toContain("2012-spring/local");
    const event = existing(files.get("events/2012-spring/event.json"));
    expect(event["talks"]).toContainEqual(talk);
    expect(event["event"]).toEqual(entriesOf(files.get("data/events.json")).find(({ id }) => id === "2012-spring"));
  });

  it("of 4,500 talks comes in three files, an entry on each line", () => {
    const talks = Object.fromEntries(
      Array.from({ length: 4500 }, (_, index) => [`e/t-${index}`, { title: `Talk ${index}`, order: index }]),
    );
    const archive = archiveOf({ events: { e: {} }, talks });
    const files = filesOf(archive);
    const parts = ["data/talks.json", "data/talks-2.json", "data/talks-3.json"].map((path) => entriesOf(files.get(path)));
    expect(parts.map((part) => part.length)).toEqual([2000, 2000, 500]);
    expect(parts.flat().map(({ id }) => id)).toEqual(archive.talks.map(({ id }) => id));
    expect(files.has("data/talks-4.json")).toBe(false);
    const text = existing([...data.files(archive)].find(({ path }) => path === "data/talks.json")).content as string;
    expect(text.split("\n")).toHaveLength(2000 + 3);
  });
});
