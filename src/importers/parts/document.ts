/** The form in which converted texts are held before they are Markdown: blocks, and runs of marked text in them. */
import { FORBIDDEN_CHARACTER } from "../../model/records/fields.ts";

/** A piece of text with all its marks, or a line break; how the source nested its marks does not matter. */
export interface Run {
  text: string;
  kind?: "code" | "break";
  strong?: boolean;
  emphasis?: boolean;
  deleted?: boolean;
  link?: string | undefined;
}

export type Block =
  | { type: "paragraph"; runs: Run[] }
  | { type: "heading"; depth: number; runs: Run[] }
  | { type: "code"; value: string }
  | { type: "rule" }
  | { type: "quote"; blocks: Block[] }
  | { type: "list"; ordered: boolean; start: number; items: Block[][] }
  | { type: "table"; head: Run[][] | undefined; rows: Run[][][] };

const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, "gu");
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Text without what no record may hold; every kind of line end becomes a newline. */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(FORBIDDEN, "");
}

/** The runs of a paragraph as they are shown: white space folded, none at the ends, marks only around what can be seen. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const pieces = splitBlanks(runs.map((run) => ({ ...run, text: cleanText(run.text) })));
  const tidy: Run[] = [];
  for (const piece of pieces) {
    const last = tidy.at(-1);
    const isEdge = !last || last.kind === "break";
    if (piece.kind === "break") {
      while (isSpace(tidy.at(-1))) tidy.pop();
      if (tidy.length > 0 && tidy.at(-1)?.kind !== "break") tidy.push(piece);
    } else if (!isSpace(piece) || (!isEdge && !(piece.text === " " && last?.text === " "))) tidy.push(piece);
  }
  while (tidy.at(-1)?.kind === "break" || isSpace(tidy.at(-1))) tidy.pop();
  return moveMarks(joinAlike(tidy));
}

/** Whether a run is only white space, which has no marks of its own. */
export const isSpace = (run: Run | undefined) => run !== undefined && run.kind === undefined && /^\s+$/.test(run.text);

/** Cuts runs so that white space at their ends stands alone, since no mark may start or end with it. */
function splitBlanks(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => {
    if (run.kind === "break") return [run];
    const text = run.text.replace(/[ \t\n]+/g, " ");
    const core = text.trim();
    const start = text.length - text.trimStart().length;
    return [text.slice(0, start), core, core === "" ? "" : text.slice(start + core.length)]
      .flatMap((part) => (part.trim() === "" ? part.split(/(?<= )|(?= )/) : [part]))
      .filter((part) => part !== "")
      .map((part) => (part.trim() === "" ? { ...withoutKind(run), text: part } : { ...run, text: part }));
  });
}

function withoutKind({ kind: _, ...run }: Run): Run {
  return run;
}

function joinAlike(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.kind !== "break" && !isSpace(last) && !isSpace(run) && sameMarks(last, run)) last.text += run.text;
    else if (last?.kind === "code" && run.kind === "code") {
      // two spans of code side by side would be read as one with backticks in it
      if (last.link === run.link) last.text += run.text;
      else joined.push(withoutKind(run));
    } else joined.push({ ...run });
  }
  return joined;
}

/** A mark that ends in a full stop or colon right before a word would not be read as its end: the full stop moves out. */
function moveMarks(runs: Run[]): Run[] {
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    if (!next || run.kind || next.kind || run.link !== next.link || !/^[\p{L}\p{N}]/u.test(next.text)) continue;
    if (!(run.strong && !next.strong) && !(run.emphasis && !next.emphasis)) continue;
    const [marks = ""] = /(?<![\p{P}\p{S}])[\p{P}\p{S}]{1,9}$/u.exec(run.text) ?? [];
    if (marks.length === run.text.length) continue;
    run.text = run.text.slice(0, run.text.length - marks.length);
    next.text = marks + next.text;
  }
  return runs;
}

function sameMarks(a: Run, b: Run): boolean {
  return a.kind === b.kind && !a.strong === !b.strong && !a.emphasis === !b.emphasis && !a.deleted === !b.deleted && a.link === b.link;
}
