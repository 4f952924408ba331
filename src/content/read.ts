/** Owns the reading of one record file: bytes to text to checked record, with every problem as a finding. */
import { lstatSync, readFileSync } from "node:fs";
import type { FieldPath, Finding } from "../model/problem.ts";
import { RECORDS } from "../model/records/index.ts";
import { count } from "../model/wording.ts";
import type { RecordFile } from "./files.ts";
import { splitFrontMatter, wholeYaml } from "./front-matter.ts";
import { validate } from "./validate.ts";
import { findField, readYaml } from "./yaml.ts";
import { lineOf } from "./yaml-mistakes.ts";

const LARGEST_FILE = 1_000_000;
const LARGEST_FRONT_MATTER = 200_000;
const MOST_FINDINGS = 50;

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
    if (!stat.isFile())
      return refuse(
        "unreadable-file",
        `This is ${stat.isDirectory() ? "a folder" : "something else"} and not a file.`,
        "Rename it, or put a record file in its place.",
      );
    if (stat.size > LARGEST_FILE)
      return refuse(
        "file-too-large",
        `The file has ${count(stat.size, "byte")}; the largest allowed has ${count(LARGEST_FILE, "", "").trim()}.`,
        "Shorten the text, or move a part of it into a linked document.",
      );
    bytes = readFileSync(file);
  } catch (error) {
    return refuse(
      "unreadable-file",
      `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      "Check that it exists and that you may read it.",
    );
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const readable = new TextDecoder("utf-8").decode(bytes);
    const start = Math.max(readable.indexOf("\ufffd"), 0);
    return {
      ...refuse("invalid-utf-8", "The file is not valid UTF-8.", "Save it again with the encoding UTF-8.", { start, end: start + 1 }),
      text: readable,
    };
  }
}

/** Reads and checks one record. Nothing is thrown for bad input, and no code in it is ever run. */
export function readRecord(found: RecordFile): ReadResult {
  const { record, findings } = readWhole(found);
  if (findings.length <= MOST_FINDINGS) return { record, findings };
  const more: Finding = {
    rule: "more-problems",
    severity: "error",
    file: found.file,
    message: `The record has ${count(findings.length, "problem")}; only the first ${MOST_FINDINGS} are shown.`,
    hint: `Correct these first, and check again.`,
  };
  return { record, findings: [...findings.slice(0, MOST_FINDINGS), more] };
}

function readWhole({ kind, file }: RecordFile): ReadResult {
  const read = readText(file);
  if (read.finding) return { record: undefined, findings: [read.finding] };
  const { schema, bodyField } = RECORDS[kind];
  const fail = (...told: Omit<Finding, "file" | "severity">[]): ReadResult => ({
    record: undefined,
    findings: told.map((one) => ({ severity: "error", file, ...one })),
  });
  const split = bodyField === undefined ? { parts: wholeYaml(read.text) } : splitFrontMatter(read.text);
  if ("complaint" in split) return fail(split.complaint);
  const { yaml, yamlStart, body, bodyStart } = split.parts;
  if (yaml.length > LARGEST_FRONT_MATTER)
    return fail({
      rule: "file-too-large",
      message: `The fields take ${count(yaml.length, "character")}; at most ${count(LARGEST_FRONT_MATTER, "", "").trim()} are allowed.`,
      hint: "Move long texts into the body or a linked document.",
    });
  const { data, document, complaints } = readYaml(yaml);
  if (document === undefined)
    return fail(
      ...complaints.map(({ range, ...told }) => ({ ...told, range: { start: range.start + yamlStart, end: range.end + yamlStart } })),
    );
  const textOf = (path: FieldPath) => {
    const range = findField(document, path, false);
    return range && { text: yaml.slice(range.start, range.end).trimEnd(), line: lineOf(yaml, range.start).text };
  };

  const findings: Finding[] = [];
  let whole = data;
  if (bodyField !== undefined && body !== "" && isRecord(data)) {
    if (Object.hasOwn(data, bodyField))
      findings.push({
        rule: "body-twice",
        severity: "error",
        file,
        path: [bodyField],
        atKey: true,
        message: `The record has both \`${bodyField}\` and a body.`,
        hint: `Keep one: delete \`${bodyField}\`, or the text below the front matter.`,
      });
    else whole = { ...data, [bodyField]: body };
  }
  const result = validate({ schema, data: whole, textOf }, file);
  if ("record" in result) return { record: findings.length === 0 ? result.record : undefined, findings };
  const placed = result.findings.map((finding) =>
    finding.path?.[0] === bodyField && whole !== data ? { ...finding, range: { start: bodyStart, end: bodyStart + body.length } } : finding,
  );
  return { record: undefined, findings: [...findings, ...placed] };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
