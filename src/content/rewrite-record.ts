/** The change of all texts of a record file at once, such as of a name that many fields hold: what is not changed keeps its bytes. */
import { changeTextsIn, type TextChange } from "../model/change-texts.ts";
import type { Filed } from "../model/record-set.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { editRecord } from "./edit-record.ts";
import { splitFrontMatter, wholeYaml } from "./front-matter.ts";
import { formatExactly } from "./write-record.ts";
import { readYaml } from "./yaml.ts";

type Fields = Record<string, unknown>;

/** The fields of a record file as they are written, with the body as one of them; nothing where it cannot be read. */
export function writtenFields(kind: RecordKind, text: string): Fields | undefined {
  const { bodyField } = RECORDS[kind];
  const split = bodyField === undefined ? { parts: wholeYaml(text) } : splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const { data } = readYaml(split.parts.yaml);
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  return bodyField !== undefined && split.parts.body !== "" ? { ...data, [bodyField]: split.parts.body } : { ...data };
}

/** The text of a record file with other fields; the same text where they say the same. */
export function withFields(kind: RecordKind, text: string, fields: Readonly<Fields>): string {
  const before = writtenFields(kind, text) ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(fields)])];
  const changed = names.filter((name) => !equal(before[name], fields[name]));
  if (changed.length === 0) return text;
  const edited = editRecord(kind, text, Object.fromEntries(changed.map((name) => [name, fields[name]])));
  const whole = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  // The edit is believed only when the record says what it should.
  if (edited !== undefined && equal(sorted(writtenFields(kind, edited)), sorted(whole))) return edited;
  return formatExactly(kind, whole);
}

/** The text of a record file with all its texts changed. */
export function rewriteRecord(kind: RecordKind, text: string, change: TextChange): string {
  const fields = writtenFields(kind, text);
  return fields ? withFields(kind, text, (changeTextsIn(fields, change) ?? {}) as Fields) : text;
}

/** The text of a record file as it may be published: as it is written, or without what it tells of records that are not, and without comments. */
export function publishedText({ shortened }: Filed<unknown>, text: string): string {
  const fields = shortened && writtenFields(shortened.kind, text);
  return fields ? formatExactly(shortened.kind, (changeTextsIn(fields, shortened.change) ?? {}) as Fields) : text;
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function sorted(fields: Fields | undefined): unknown {
  return fields && Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}
