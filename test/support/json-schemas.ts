/** Holds records against their JSON Schemas, with another program than the one that reads them. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { splitFrontMatter } from "../../src/content/front-matter.ts";
import { readYaml } from "../../src/content/yaml.ts";
import { isRealDate } from "../../src/model/dates.ts";
import { RECORDS, type RecordKind } from "../../src/model/records/index.ts";
import { recordJsonSchema } from "../../src/publishing/json-schemas.ts";

/** The kinds of records. */
export const KINDS = Object.keys(RECORDS) as RecordKind[];

/** The validator, which knows the formats that our schemas name. */
export const ajv = new Ajv2020({ allErrors: true, strict: true, keywords: ["markdownDescription", "patternErrorMessage"] });
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addFormat("date", isRealDate);
const validators = new Map<RecordKind, ValidateFunction>(KINDS.map((kind) => [kind, ajv.compile(recordJsonSchema(kind))]));

/** Whether the JSON Schema of a kind accepts a record. */
export function accepts(kind: RecordKind, data: unknown): boolean {
  return validators.get(kind)?.(data) === true;
}

/** What the last record of a kind that was not accepted does wrong. */
export function whatIsWrong(kind: RecordKind): string[] {
  return (validators.get(kind)?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The fields of a record file as data; the body is not among them. */
export function fieldsOf(kind: RecordKind, file: string): unknown {
  const text = readFileSync(file, "utf8");
  if (RECORDS[kind].bodyField === undefined) return readYaml(text).data;
  const split = splitFrontMatter(text);
  if (!("parts" in split)) throw new Error(`${file} has no front matter.`);
  return readYaml(split.parts.yaml).data;
}
