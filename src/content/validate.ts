/** The translation of schema issues (zod) into findings in plain words, with what to write instead. */
import type { z } from "zod";
import { isLikeFile } from "../model/media-kinds.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { pathBelowMedia } from "../model/records/addresses.ts";
import { clip } from "../model/records/fields.ts";
import { didYouMean } from "../text/similar.ts";
import { someOf } from "../text/wording.ts";
import { nameOf, nearestTimeZone, typeName, valueAt } from "./describe.ts";
import { accepts, hintFor, isRequired, knownKeys } from "./schema-fields.ts";

type Issue = z.core.$ZodIssue;
type Told = Pick<Finding, "rule" | "message" | "hint" | "atKey"> & {
  path: FieldPath;
  /** The field that a mistyped key was meant to be. */
  meant?: FieldPath;
};

/** A record as it was read: its schema, its data, and the text of a field as the editor wrote it. */
interface Written {
  schema: z.ZodType;
  data: unknown;
  textOf: (path: FieldPath) => { text: string; line: string } | undefined;
}

/** Checks data against a schema: the record, or every finding at once. */
export function validate(written: Written, file: string): { record: unknown } | { findings: Finding[] } {
  const result = written.schema.safeParse(written.data);
  if (result.success) return { record: result.data };
  const told = result.error.issues.flatMap((issue) => tell(issue, written, []));
  // A field that is missing because its name is mistyped is told once, at the mistyped name.
  const meant = new Set(told.flatMap((one) => (one.meant ? [one.meant.join("/")] : [])));
  const once = told.filter((one) => one.rule !== "missing-field" || !meant.has(one.path.join("/")));
  return { findings: once.map(({ meant: _, ...one }) => ({ severity: "error", file, ...one })) };
}

function tell(issue: Issue, written: Written, base: FieldPath): Told[] {
  const { schema, data } = written;
  const path = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const value = valueAt(data, path);
  const field = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, knownKeys(schema, path)));
    case "invalid_type":
      if (value === undefined) return [missing(path, knownKeys(schema, path.slice(0, -1)).length > 0)];
      return [wrongType(path, value, issue.expected, written)];
    case "invalid_union":
      return tellUnion(issue, written, path, value);
    case "invalid_value": {
      const choices = issue.values.map(String);
      if (value === undefined) return [missing(path, true)];
      if (value === null) return [wrongType(path, value, "string", written)];
      const hint = `Write one of: ${choices.join(", ")}.`;
      // Of lists and records nothing is told but what they are: their fields may be called as what makes texts of values.
      if (typeof value === "object")
        return [{ rule: "bad-choice", path, message: `${field} is ${typeName(value)}, but must be one word.`, hint }];
      const near = didYouMean(String(value), choices);
      return [
        {
          rule: "bad-choice",
          path,
          message: `\`${clip(String(value))}\` is not one of the words that ${field} can be.`,
          hint: `${near ? `Did you mean \`${near}\`? ` : ""}${hint}`,
        },
      ];
    }
    case "too_small":
    case "too_big":
      if (issue.origin === "array" && issue.code === "too_big")
        return [
          {
            rule: "list-too-long",
            path,
            message: `${field} has more than ${issue.maximum} entries.`,
            hint: "Keep those that matter most.",
          },
        ];
      if (issue.origin === "array")
        return [{ rule: "empty-list", path, message: `${field} has no entries.`, hint: "Write at least one entry, or delete the field." }];
      return [
        {
          rule: "out-of-range",
          path,
          message: `${field} is ${issue.code === "too_small" ? "too small" : "too large"}.`,
          hint: `Write a number that is at ${issue.code === "too_small" ? `least ${issue.minimum}` : `most ${issue.maximum}`}.`,
        },
      ];
    case "custom": {
      const params = issue.params as { rule: string; hint: string; atKey?: boolean };
      const near = params.rule === "bad-time-zone" ? nearestTimeZone(String(value)) : undefined;
      const hint = near === undefined ? fileHint(params.rule, path, value, written) : `Did you mean \`${near}\`?`;
      return [{ path, message: issue.message, ...params, ...(hint !== undefined && { hint }) }];
    }
    default:
      return [
        { rule: "wrong-type", path, message: `${field} is not valid: ${issue.message}`, hint: "Compare it with a record that works." },
      ];
  }
}

function tellUnion(issue: Extract<Issue, { code: "invalid_union" }>, written: Written, path: FieldPath, value: unknown): Told[] {
  const branches = issue.errors.map((errors) => errors as Issue[]);
  const fitting = branches.find((errors) => !errors.some((error) => error.code === "invalid_type" && error.path.length === 0));
  if (fitting) return fitting.flatMap((error) => tell(error, written, path));
  if (value === undefined) return [missing(path, true)];
  if (value === null) return [wrongType(path, value, "string", written)];
  return [
    {
      rule: "wrong-type",
      path,
      message: `${nameOf(path)} is ${typeName(value)}, but must be an address or a record.`,
      hint: Array.isArray(value)
        ? `Write one address, without \`- \`; several belong under ${path.at(-1) === "video" ? "`recordings:`, each as `- url:`" : "`documents:`, each as `- kind: slides` with `url:` below"}.`
        : "Write the address alone, or `url:` and further fields on indented lines below.",
    },
  ];
}

/** What fields are called elsewhere, with the names that they may have here. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  start: ["startDate"],
  end: ["endDate"],
  day: ["date"],
  time: ["start"],
  affiliation: ["organization", "organizations"],
  company: ["organization", "organizations"],
  employer: ["organization", "organizations"],
  author: ["speaker"],
  authors: ["speakers"],
  presenter: ["speaker"],
  presenters: ["speakers"],
  tags: ["topics"],
  keywords: ["topics"],
  description: ["abstract", "bio"],
  summary: ["abstract"],
  location: ["room", "venue"],
  deck: ["slides"],
};

/** The mend of a name of a file where an address stands, if the field may have either. */
function fileHint(rule: string, path: FieldPath, value: unknown, { schema }: Written): string | undefined {
  if (rule !== "bad-address" || typeof value !== "string" || !isLikeFile(value) || !knownKeys(schema, path).includes("file"))
    return undefined;
  return `If it is a file in \`assets/media/\`, write \`file: ${plain(pathBelowMedia(value))}\` on an indented line below; if not, its whole web address.`;
}

function unknownKey(key: string, path: FieldPath, known: readonly string[]): Told {
  // Quotes of text processors, stars and blanks that YAML does not know are no part of a name.
  const bare = clip(key, 100).replace(/^[^\p{L}]+|[^\p{L}\d]+$/gu, "");
  const near = (known.includes(bare) ? bare : didYouMean(key, known)) ?? OTHER_NAMES[key.toLowerCase()]?.find((one) => known.includes(one));
  return {
    rule: "unknown-key",
    path: [...path, key],
    atKey: true,
    message: `\`${clip(key)}\` is not a field of this record.`,
    hint: near ? `Did you mean \`${near}\`?` : `The fields are: ${known.join(", ")}.`,
    ...(near && { meant: [...path, near] }),
  };
}

function missing(path: FieldPath, isField: boolean): Told {
  const key = String(path.at(-1) ?? "");
  return {
    rule: "missing-field",
    path,
    message: `The field \`${key}\` is missing.`,
    hint: isField ? `Add \`${key}:\` and its value.` : "Add it.",
  };
}

const TYPES: Record<string, string> = {
  string: "text",
  int: "a whole number",
  number: "a whole number",
  array: "a list",
  boolean: "`true` or `false`",
  object: "a record with fields of its own",
};

function wrongType(path: FieldPath, value: unknown, expected: string, written: Written): Told {
  if (value === null) return noValue(path, written);
  const wanted = TYPES[expected] ?? expected;
  const hint = typeHint(path, value, expected, written) ?? `Write ${wanted}.`;
  return { rule: "wrong-type", path, message: `${nameOf(path)} is ${typeName(value)}, but must be ${wanted}.`, hint };
}

/** What to write instead of a value of the wrong type, word for word where that can be told. */
function typeHint(path: FieldPath, value: unknown, expected: string, { schema, textOf }: Written): string | undefined {
  const key = path.at(-1);
  const label = typeof key === "string" ? `${key}: ` : "- ";
  const text = textOf(path)?.text ?? (typeof value === "object" ? JSON.stringify(value) : String(value));
  if (expected === "string") {
    if (typeof value === "number" || typeof value === "boolean")
      return hintFor(schema, path, text) ?? `Put it in quotes: \`${label}"${text}"\`.`;
    const several = `${String(key)}s`;
    if (Array.isArray(value) && knownKeys(schema, path.slice(0, -1)).includes(several))
      return `Write one text; for several, use \`${several}\` with ${knownKeys(schema, [...path.slice(0, -1), several, 0]).includes("name") ? "`- name:` for each" : "each on a line of its own that starts with `- `"}.`;
    if (Array.isArray(value)) return "Write one text. If it starts with a bracket, put all of it in double quotes.";
    const name = ["name", "file", "url"].map((one) => valueAt(value, [one])).find((one) => typeof one === "string");
    if (typeof name !== "string" && !/["\\\n]/.test(text) && text.length < 200)
      return `If it is text, put it in double quotes: \`${label}"${text}"\`.`;
    return `Write the text alone, such as \`${label}${typeof name === "string" ? clip(name) : "…"}\`; put it in double quotes if it holds a colon or braces.`;
  }
  if (expected === "int" || expected === "number")
    return typeof value === "string" && /^\d+$/.test(value)
      ? `Write it without quotes: \`${label}${value}\`.`
      : `Write digits alone, such as \`${label}${[30, 2012].find((example) => accepts(schema, path, example)) ?? 1}\`.`;
  if (expected === "boolean") {
    const isNo = /^(no|off|false|0)$/i.test(text);
    return isNo || /^(yes|on|true|1)$/i.test(text) ? `Write \`${label}${isNo ? "false" : "true"}\`.` : undefined;
  }
  if (expected === "array") {
    const keys = knownKeys(schema, [...path, 0]);
    const [first] = keys;
    const lines = linesOf(textOf(path)?.text ?? "");
    if (first === undefined && lines.length > 0)
      return `Write each entry on a line of its own below, with a hyphen and a blank before it: ${someOf(lines.map((one) => `\`- ${plain(clip(one))}\``))}.`;
    const entries = typeof value === "string" ? entriesIn(value, first === "name" || key === "authors" || key === "aliases") : [];
    if (entries.length > 1) {
      const each = entries.map((one) => `\`- ${first === undefined ? "" : `${first}: `}${plain(clip(one))}\``);
      return `Write each entry on a line of its own below, indented: ${someOf(each)}.`;
    }
    const written = typeof value === "string" ? clip(value) : "…";
    const isAddress = /^https?:/i.test(written) && first !== "url" && keys.includes("url");
    const entry =
      first === undefined
        ? `- ${typeof value !== "string" ? "…" : written.startsWith("-") ? "" : plain(written)}`
        : `- ${first}: ${isAddress ? "…" : plain(written)}`;
    const below = isAddress ? `, with \`url: ${written}\` below it` : "";
    return `Write each entry on a line of its own below, indented and starting with \`${entry}\`${below}.`;
  }
  if (expected !== "object") return undefined;
  if (path.length === 0) return "Write fields as `name: value`, each on a line of its own, with nothing before them.";
  const [first = "name"] = knownKeys(schema, path);
  if (typeof value === "string" && typeof key === "number") {
    const isAddress = first !== "url" && /^https?:/i.test(value) && knownKeys(schema, path).includes("url");
    const [, field, rest] = /^([A-Za-z]+):(?=[^\s/])(.*)$/s.exec(value) ?? [];
    if (field !== undefined && knownKeys(schema, path).includes(field))
      return `A blank is missing after the colon: \`- ${field}: ${plain(clip(rest ?? ""))}\`.`;
    const [, start, title] = /^(\d+(?::\d\d){1,2})[\s–-]+(\S.*)$/.exec(value) ?? [];
    if (title !== undefined && ["start", "title"].every((one) => knownKeys(schema, path).includes(one)))
      return `Write \`- start: "${start}"\`, with \`title: ${plain(clip(title))}\` below it.`;
    const entry = isAddress ? `\`- ${first}: …\`, with \`url: ${clip(value)}\` below it` : `\`- ${first}: ${plain(clip(value))}\``;
    return /^\s*-/.test(textOf(path)?.line ?? "-")
      ? `Write ${entry}.`
      : `Write each entry on a line of its own below, without brackets: ${entry}.`;
  }
  return typeof value === "string"
    ? `Write its fields on indented lines below, starting with \`${first}: ${plain(clip(value))}\`.`
    : `Write its fields on indented lines below, starting with \`${first}:\`.`;
}

/** The entries of a list whose lines start with no sign, or with others than a hyphen and a blank, so that they are one text. */
function linesOf(text: string): string[] {
  const written = text.trim().split("\n");
  const isBare = written.length > 1 && !/[,;]/.test(text);
  const lines = written.map((line) => (/^\s*(?:[*•‣·–—]\s*|-(?=\S))(.*)$/.exec(line)?.[1] ?? (isBare ? line : "")).trim());
  return lines.every((line) => line !== "") ? lines : [];
}

/** The entries that a text lists where a list belongs. Names are parted where each is a whole one: `Lee, Ann` is one person. */
function entriesIn(text: string, areNames: boolean): string[] {
  const entries = text
    .split(text.includes("://") ? /[,;]?\s+/ : /[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return areNames && !entries.every((one) => one.includes(" ")) ? [text] : entries;
}

/** A text as it stands in YAML: in quotes where it needs them. */
const plain = (text: string) => (/^[^\s\p{P}\p{S}]|^…$/u.test(text) && !/:(\s|$)|\s#/.test(text) ? text : JSON.stringify(text));

function noValue(path: FieldPath, { schema, textOf }: Written): Told {
  const told = { rule: "empty-field", path, message: `${nameOf(path)} has no value.` };
  const [, comment] = /[:-]\s+(#.*)$/.exec(textOf(path)?.line ?? "") ?? [];
  const isEntry = typeof path.at(-1) === "number";
  if (comment !== undefined && !comment.startsWith("# "))
    return {
      ...told,
      hint: `A text that starts with \`#\` needs quotes: \`${isEntry ? "-" : `${String(path.at(-1))}:`} "${clip(comment)}"\`.`,
    };
  if (isEntry) return { ...told, hint: "Write a value, or delete the line." };
  return {
    ...told,
    hint: isRequired(schema, path) ? "Write a value; a record cannot do without it." : "Write a value, or delete the line.",
  };
}
