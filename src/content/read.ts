/** Owns the reading of one record file: bytes to text to checked record, with every problem as a finding. */
import { lstatSync, readFileSync } from "node:fs";
import type { Finding } from "../model/problem.ts";
import { RECORDS } from "../model/records/index.ts";
import type { RecordFile } from "./files.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { validate } from "./validate.ts";
import { readYaml } from "./yaml.ts";

const LARGEST_FILE = 1_000_000;
const LARGEST_FRONT_MATTER = 200_000;

export interface ReadResult {
  /** The record as its schema gives it; absent when there is an error. */
  record: unknown;
  findings: Finding[];
}

/** The text of a file, or why it cannot be read. Decoding is strict UTF-8. */
export function readText(file: string): { text: string; finding?: undefined } | { finding: Finding; text?: string } {
  const refuse = (rule: string, message: string, hint: string, range?: Finding["range"]) => ({
    finding: { rule, severity: "error" as const, message, hint, file, ...(range && { range }) },
  });
  let bytes: Buffer;
  try {
    const stat = lstatSync(file);
    if (!stat.isFile()) return refuse("unreadable-file", "This is not a file.", "Put a record file in its place.");
    if (stat.size > LARGEST_FILE)
      return refuse("file-too-large", `The file has ${stat.size} bytes; a record may have ${LARGEST_FILE}.`, "Shorten the text, or move a part of it into a linked document.");
    bytes = readFileSync(file);
  } catch (error) {
    return refuse("unreadable-file", `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`, "Check that it exists and that you may read it.");
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const readable = new TextDecoder("utf-8").decode(bytes);
    const start = Math.max(readable.indexOf("\ufffd"), 0);
    return { ...refuse("invalid-utf-8", "The file is not valid UTF-8.", "Save it again with the encoding UTF-8.", { start, end: start + 1 }), text: readable };
  }
}

/** Reads and checks one record. Nothing is thrown for bad input, and no code in it is ever run. */
export function readRecord({ kind, file }: RecordFile): ReadResult {
  const read = readText(file);
  if (read.finding) return { record: undefined, findings: [read.finding] };
  const { schema, bodyField } = RECORDS[kind];
  const fail = (finding: Omit<Finding, "file" | "severity">): ReadResult => ({ record: undefined, findings: [{ severity: "error", file, ...finding }] });
  const split = bodyField === undefined ? { parts: { yaml: read.text, yamlStart: 0, body: "", bodyStart: read.text.length } } : splitFrontMatter(read.text);
  if ("complaint" in split) return fail(split.complaint);
  const { yaml, yamlStart, body, bodyStart } = split.parts;
  if (yaml.length > LARGEST_FRONT_MATTER)
    return fail({ rule: "file-too-large", message: `The fields take ${yaml.length} characters; ${LARGEST_FRONT_MATTER} are allowed.`, hint: "Move long texts into the body or a linked document.", range: { start: 0, end: 3 } });
  const { data, complaints } = readYaml(yaml);
  if (complaints.length > 0)
    return {
      record: undefined,
      findings: complaints.map(({ range, ...complaint }) => ({ severity: "error", file, ...complaint, range: { start: range.start + yamlStart, end: range.end + yamlStart } })),
    };
  return check(data, body, bodyStart);

  function check(fields: unknown, text: string, textStart: number): ReadResult {
    const findings: Finding[] = [];
    let whole = fields;
    if (bodyField !== undefined && text.trim() !== "" && typeof fields === "object" && fields !== null) {
      if (Object.hasOwn(fields, bodyField))
        findings.push({ rule: "body-twice", severity: "error", file, path: [bodyField], atKey: true, message: `The record has both \`${bodyField}\` and a body.`, hint: `Keep one: delete \`${bodyField}\`, or the text below the front matter.` });
      else whole = { ...fields, [bodyField]: text.trim() };
    }
    const result = validate(schema, whole, file);
    if ("record" in result) return { record: findings.length === 0 ? result.record : undefined, findings };
    const placed = result.findings.map((finding) => {
      const inBody = finding.path?.[0] === bodyField && whole !== fields;
      const start = textStart + text.indexOf(text.trim());
      return inBody ? { ...finding, range: { start, end: start + text.trim().length } } : finding;
    });
    return { record: undefined, findings: [...findings, ...placed] };
  }
}
