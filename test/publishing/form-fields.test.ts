import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type FormField, formFields } from "../../src/publishing/form-fields.ts";
import { RECORDS, type RecordKind } from "../../src/model/records/index.ts";
import { existing } from "../model/make.ts";

const flat = (fields: readonly FormField[]): FormField[] =>
  fields.flatMap((field) => [
    field,
    ...(field.kind === "record" ? flat(field.fields) : []),
    ...(field.kind === "list" ? flat([field.item]) : []),
  ]);
const talk = formFields(RECORDS.talk.schema);
const talkField = (name: string) => existing(talk.find((field) => field.name === name));

/** Words of the archive's own have no form. */
describe.each((Object.keys(RECORDS) as RecordKind[]).filter((kind) => kind !== "words"))("the form of a %s", (kind) => {
  const all = flat(formFields(RECORDS[kind].schema));

  test("has the body as one of its fields, as Markdown", () => {
    const { bodyField } = RECORDS[kind];
    expect(all.filter((field) => field.name === bodyField).every((field) => field.kind === "markdown")).toBe(true);
  });

  test("explains every field, and takes every example", () => {
    expect(all.filter((field) => field.help === "" && field.name !== "entry" && field.kind !== "list")).toEqual([]);
    for (const field of all)
      if (field.kind === "text" && field.pattern) expect(field.pattern.example, field.name).toMatch(new RegExp(field.pattern.source));
  });
});

test("kinds, bounds and choices come from the schema", () => {
  expect(talkField("title")).toEqual({
    name: "title",
    label: "Title",
    help: "The title as published. For example `Intel Update`.",
    required: true,
    kind: "text",
  });
  expect(talkField("formerUrls").label).toBe("Former URLs");
  expect(talkField("date")).toMatchObject({ kind: "text", pattern: { source: "^\\d{4}-\\d{2}-\\d{2}$" } });
  expect(talkField("duration")).toMatchObject({ kind: "number", min: 0, max: 6000 });
  expect(talkField("order")).toMatchObject({ kind: "number", min: 0, max: undefined });
  expect(talkField("kind")).toMatchObject({ kind: "choice", required: false, choices: expect.arrayContaining(["keynote"]) });
  expect(talkField("draft")).toMatchObject({ kind: "yes-or-no", required: false });
  expect(talkField("speakers")).toMatchObject({ kind: "list", item: { kind: "record", shortFor: undefined } });
});

test("slides and video may be written as the address alone", () => {
  expect(talkField("slides")).toMatchObject({ kind: "record", shortFor: "url" });
  expect(talkField("video")).toMatchObject({ kind: "record", shortFor: "url" });
});

test.each([z.strictObject({ odd: z.null() }), z.strictObject({ odd: z.union([z.string(), z.int()]) })])(
  "a schema that no form can show is refused",
  (schema) => {
    expect(() => formFields(schema)).toThrow("No form can show the field odd.");
  },
);
