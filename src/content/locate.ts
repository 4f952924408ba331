/** The step from a finding to a located problem: it reads the file again, which only files with problems pay for. */
import { type Finding, type Problem, sortProblems } from "../model/problem.ts";
import { FORBIDDEN_CHARACTER } from "../model/records/fields.ts";
import { RECORDS } from "../model/records/index.ts";
import { withoutAtEnd } from "../text/blanks.ts";
import { splitFrontMatter, wholeYaml } from "./front-matter.ts";
import { readText } from "./read-text.ts";
import { findField } from "./yaml.ts";
import { type Document, parseYaml } from "./yaml-package.ts";
import { limitsOfRecord, tooComplex } from "./yaml-tokens.ts";

/** Gives every finding its line, column and line of text. */
export function locate(findings: readonly Finding[]): Problem[] {
  const texts = new Map<string, RecordText>();
  return findings.map((finding) => {
    // What is about a file as a whole needs no look into it, which may be a video.
    if (!finding.range && !finding.path?.length) return atTop(finding);
    let text = texts.get(finding.file);
    if (!text) {
      text = new RecordText(finding.file);
      texts.set(finding.file, text);
    }
    return place(finding, text);
  });
}

/** The first so many problems in their order; files with later ones are not read. */
export function locateFirst(findings: readonly Finding[], most: number): Problem[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const byFile = [...findings].sort((a, b) => text(a.severity, b.severity) || text(a.file, b.file));
  const last = byFile[most - 1];
  const end = last ? byFile.findLastIndex(({ severity, file }) => severity === last.severity && file === last.file) + 1 : byFile.length;
  return sortProblems(locate(byFile.slice(0, end))).slice(0, most);
}

/** The fields that the text below the front matter stands for. */
const BODY_FIELDS: ReadonlySet<unknown> = new Set(Object.values(RECORDS).flatMap(({ bodyField }) => bodyField ?? []));

type Range = { start: number; end: number };

function atTop({ path, atKey, range, within, ...finding }: Finding): Problem {
  return { ...finding, line: 1, column: 1, endLine: 1, endColumn: 1, excerpt: "" };
}

function place({ path, atKey, range, within, ...finding }: Finding, record: RecordText): Problem {
  const field = range ?? record.rangeOf(path ?? [], atKey === true);
  if (!field) return atTop(finding);
  const found = within === undefined ? field : partOf(record.text, field, within);
  const { start, end } = finding.rule === "forbidden-character" ? characterIn(record.text, found) : found;
  const [line, column] = record.lineAndColumn(start);
  const [endLine, endColumn] = record.lineAndColumn(Math.max(end, start));
  return { ...finding, line, column, endLine, endColumn, excerpt: record.lineText(line) };
}

/** Where a part of a field stands; by itself, if it does anywhere, and not within a longer word or path. */
function partOf(text: string, field: Range, part: string): Range {
  const whole = text.slice(0, field.end);
  const first = whole.indexOf(part, field.start);
  if (first < 0) return field;
  const isJoin = (at: number) => /[\w/-]/.test(whole.charAt(at));
  const isAlone = (at: number) => !(/^\w/.test(part) && isJoin(at - 1)) && !(/[\w/]$/.test(part) && isJoin(at + part.length));
  let start = first;
  while (start >= 0 && !isAlone(start)) start = whole.indexOf(part, start + part.length);
  return start < 0 ? { start: first, end: first + part.length } : { start, end: start + part.length };
}

/** The forbidden character itself, where it is written as such and not as an escape. */
function characterIn(text: string, { start, end }: Range): Range {
  const found = FORBIDDEN_CHARACTER.exec(text.slice(start, end).replaceAll("\r\n", " \n"));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : { start, end };
}

/** The text of one record file: where its lines start, and its YAML once it is asked for. */
class RecordText {
  readonly text: string;
  readonly #file: string;
  readonly #lines: number[] = [0];
  #yaml: { document: Document; start: number; body: Range } | null | undefined;

  constructor(file: string) {
    this.#file = file;
    this.text = readText(file).text ?? "";
    for (let end = this.text.indexOf("\n"); end >= 0; end = this.text.indexOf("\n", end + 1)) this.#lines.push(end + 1);
  }

  /** Where a field stands; nothing for the record as a whole and for a field that is missing at its top. */
  rangeOf(path: readonly (string | number)[], atKey: boolean): Range | undefined {
    if (path.length === 0) return undefined;
    if (this.#yaml === undefined) this.#yaml = this.#parse();
    if (this.#yaml === null) return undefined;
    const { document, start, body } = this.#yaml;
    const found = findField(document, path, atKey);
    if (!found) return BODY_FIELDS.has(path[0]) && body.end > body.start ? body : undefined;
    const length = this.text.slice(start + found.start, start + found.end).trimEnd().length;
    return { start: start + found.start, end: start + found.start + length };
  }

  #parse(): { document: Document; start: number; body: Range } | null {
    const isYamlAlone = !this.#file.endsWith(".md");
    const split = isYamlAlone ? { parts: wholeYaml(this.text) } : splitFrontMatter(this.text);
    if (!("parts" in split) || tooComplex(split.parts.yaml, limitsOfRecord(isYamlAlone))) return null;
    const { yaml, yamlStart, body, bodyStart } = split.parts;
    return { document: parseYaml(yaml), start: yamlStart, body: { start: bodyStart, end: bodyStart + body.length } };
  }

  /** Line and column of an offset, both from 1. */
  lineAndColumn(offset: number): [line: number, column: number] {
    let [low, high] = [0, this.#lines.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const start = this.#lines[low] ?? 0;
    return [low + 1, Math.max(1, offset - start + 1 - (low === 0 && this.text.startsWith("\ufeff") ? 1 : 0))];
  }

  /** The text of a line, without its end. */
  lineText(line: number): string {
    return withoutAtEnd(this.text.slice(this.#lines[line - 1], this.#lines[line]), /[\r\n]/).replace(/^\ufeff/, "");
  }
}
