/** Reads a record's schema as a form: which fields it has, what each of them takes, and how it is explained. */
import { z } from "zod";
import { capitalize } from "../text/wording.ts";

interface Common {
  name: string;
  label: string;
  /** What to write, in Markdown; empty where the schema says nothing. */
  help: string;
  required: boolean;
}

export type FormField = Common &
  (
    | { kind: "text"; pattern?: { source: string; example: string } }
    | { kind: "markdown" }
    | { kind: "number"; min: number | undefined; max: number | undefined }
    | { kind: "choice"; choices: string[] }
    | { kind: "yes-or-no" }
    | { kind: "list"; item: FormField }
    /** `shortFor` names the field that stands for the whole record when it is the only one: it may be written as text alone. */
    | { kind: "record"; fields: FormField[]; shortFor: string | undefined }
  );

/** The slice of JSON Schema (https://json-schema.org/draft/2020-12) that schemas of records come out as. */
interface Shape {
  type?: string;
  description?: string;
  examples?: unknown[];
  format?: string;
  pattern?: string;
  contentMediaType?: string;
  minimum?: number;
  maximum?: number;
  enum?: string[];
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  anyOf?: Shape[];
}

const DAY = "^\\d{4}-\\d{2}-\\d{2}$";

/** The fields of a record, in the order of its schema. Throws when a schema uses something that no form here can show. */
export function formFields(schema: z.ZodType): FormField[] {
  return fieldsOf(z.toJSONSchema(schema, { io: "input" }) as Shape);
}

function fieldsOf({ properties = {}, required = [] }: Shape): FormField[] {
  return Object.entries(properties).map(([name, shape]) => field(name, shape, required.includes(name)));
}

function field(name: string, shape: Shape, required: boolean): FormField {
  const common: Common = { name, label: label(name), help: help(shape), required };
  if (shape.anyOf) return shortRecord(common, shape.anyOf);
  if (shape.enum) return { ...common, kind: "choice", choices: shape.enum };
  switch (shape.type) {
    case "string": {
      if (shape.contentMediaType === "text/markdown") return { ...common, kind: "markdown" };
      const source = shape.pattern ?? (shape.format === "date" ? DAY : undefined);
      return { ...common, kind: "text", ...(source && { pattern: { source, example: String(shape.examples?.[0] ?? "") } }) };
    }
    case "integer":
      return { ...common, kind: "number", min: limit(shape.minimum), max: limit(shape.maximum) };
    case "boolean":
      return { ...common, kind: "yes-or-no" };
    case "array":
      return { ...common, kind: "list", item: field("entry", shape.items ?? {}, true) };
    case "object":
      return { ...common, kind: "record", fields: fieldsOf(shape), shortFor: undefined };
    default:
      throw new Error(`No form can show the field ${name}.`);
  }
}

/** A record that may also be written as the text of one of its fields: the first that takes the same text. */
function shortRecord(common: Common, [text, record]: Shape[]): FormField {
  const shortFor = Object.entries(record?.properties ?? {}).find(([, shape]) => shape.pattern === text?.pattern)?.[0];
  if (text?.type !== "string" || record?.type !== "object" || !shortFor) throw new Error(`No form can show the field ${common.name}.`);
  return { ...common, kind: "record", fields: fieldsOf(record), shortFor };
}

/** zod bounds every whole number by what a computer can count; that is no rule of ours. */
function limit(bound: number | undefined): number | undefined {
  return bound !== undefined && Number.isSafeInteger(bound) && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
}

function help({ description = "", examples = [] }: Shape): string {
  return examples.length === 0 ? description : `${description} For example \`${examples[0]}\`.`;
}

/** `formerUrls` as readers write it: “Former URLs”. */
function label(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalize(words.replace(/\b(url|doi)(s?)\b/g, (_, word: string, plural: string) => word.toUpperCase() + plural));
}
