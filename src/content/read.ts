/** Reads one record file: bytes to text to checked record, with every problem as a finding. */
import type { FieldPath, Finding } from "../model/problem.ts";
import { RECORDS } from "../model/records/index.ts";
import { count } from "../text/wording.ts";
import type { RecordFile } from "./files.ts";
import { splitFrontMatter, tooLarge, wholeYaml } from "./front-matter.ts";
import { decode, readBytes } from "./read-text.ts";
import { validate } from "./validate.ts";
import { findField, readYaml } from "./yaml.ts";
import { lineOf } from "./yaml-mistakes.ts";
import { limitsOfRecord } from "./yaml-tokens.ts";
import { isObject } from "../text/is-object.ts";

const MOST_FINDINGS = 50;

export interface ReadResult {
  /** The record as its schema gives it; absent when there is an error. */
  record: unknown;
  findings: Finding[];
}

/** Reads and checks one record. Nothing is thrown for bad input, and no code in it is ever run. */
export function readRecord(found: RecordFile): ReadResult {
  const read = readBytes(found.file);
  return read.finding ? { record: undefined, findings: [read.finding] } : parseRecord(found, read.bytes);
}

/** Checks the record that the bytes of a file hold. */
export function parseRecord(found: RecordFile, bytes: Uint8Array): ReadResult {
  const { record, findings } = parseWhole(found, bytes);
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

function parseWhole({ kind, file }: RecordFile, bytes: Uint8Array): ReadResult {
  const read = decode(file, bytes);
  if (read.finding) return { record: undefined, findings: [read.finding] };
  const { schema, bodyField } = RECORDS[kind];
  const fail = (...told: Omit<Finding, "file" | "severity">[]): ReadResult => ({
    record: undefined,
    findings: told.map((one) => ({ severity: "error", file, ...one })),
  });
  const split = bodyField === undefined ? { parts: wholeYaml(read.text) } : splitFrontMatter(read.text);
  if ("complaint" in split) return fail(split.complaint);
  const { yaml, yamlStart, body, bodyStart } = split.parts;
  const complaint = bodyField === undefined ? undefined : tooLarge(yaml);
  if (complaint) return fail(complaint);
  const { data, document, complaints } = readYaml(yaml, limitsOfRecord(bodyField === undefined));
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
  if (bodyField !== undefined && body !== "" && isObject(data)) {
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
