/** Owns the step from a finding to a located problem: it reads the file again, which only files with problems pay for. */
import type { Finding, Problem } from "../model/problem.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { readText } from "./read.ts";
import { findField } from "./yaml.ts";

/** Gives every finding its line, column and line of text. */
export function locate(findings: readonly Finding[]): Problem[] {
  const texts = new Map<string, string>();
  return findings.map((finding) => {
    let text = texts.get(finding.file);
    if (text === undefined) {
      text = readText(finding.file).text ?? "";
      texts.set(finding.file, text);
    }
    return place(finding, text);
  });
}

function place({ path, atKey, range, ...finding }: Finding, text: string): Problem {
  const { start, end } = range ?? rangeOf(text, finding.file, path ?? [], atKey === true) ?? firstLine(text);
  const [line, column] = lineAndColumn(text, start);
  const [endLine, endColumn] = lineAndColumn(text, Math.max(end, start));
  return { ...finding, line, column, endLine, endColumn, excerpt: lineText(text, line) };
}

function rangeOf(text: string, file: string, path: readonly (string | number)[], atKey: boolean): { start: number; end: number } | undefined {
  if (path.length === 0) return undefined;
  if (!file.endsWith(".md")) return findField(text, path, atKey);
  const split = splitFrontMatter(text);
  if (!("parts" in split)) return undefined;
  const found = findField(split.parts.yaml, path, atKey);
  return found && { start: found.start + split.parts.yamlStart, end: found.end + split.parts.yamlStart };
}

function firstLine(text: string): { start: number; end: number } {
  return { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}

function lineAndColumn(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  return [before.split("\n").length, offset - before.lastIndexOf("\n")];
}

function lineText(text: string, line: number): string {
  return (text.split("\n")[line - 1] ?? "").replace(/\r$/, "");
}
