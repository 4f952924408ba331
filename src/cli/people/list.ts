/** Decisions about people in a table (CSV): the list of pairs that is written, and what an editor made of it. */
import { csvText } from "../../components/csv.ts";
import { parseCells } from "../../importers/parts/cells.ts";
import { problemAt } from "../../importers/parts/place.ts";
import { decodeForeign } from "../../intake/decode.ts";
import type { Person } from "../../model/archive.ts";
import { type Double, yearOf } from "../../model/doubles.ts";
import type { Problem } from "../../model/problem.ts";
import { clip } from "../../model/records/fields.ts";
import { guesser } from "../../text/similar.ts";
import type { Decision } from "../life/join.ts";
import { readNamed } from "../paths.ts";

const HEADS = ["decision", "grade", "kind", "keep", "keep name", "keep talks", "other", "other name", "other talks", "for", "against"];
/** More than a list of all people of any archive. */
const LARGEST = 10_000_000;
/** So many mistakes are told; a table with more is another table. */
const MOST_PROBLEMS = 1000;

/** The text of a list, with nothing decided. */
export function formatList(pairs: readonly Double[]): string {
  return csvText(
    HEADS,
    pairs.map(({ known, other, kind, grade, evidence }) => {
      const texts = (isFor: boolean) => evidence.filter((one) => one.isFor === isFor).map(({ text }) => text);
      return ["", grade, kind, ...cellsOf(known), ...cellsOf(other), texts(true).join("; "), texts(false).join("; ")];
    }),
  );
}

/** The text of a table that says nothing but decisions. */
export function formatDecisions(decisions: readonly Decision[]): string {
  return csvText(
    ["decision", "keep", "other"],
    decisions.map(({ decision, keep, other }) => [decision, keep, other]),
  );
}

function cellsOf({ slug, name, appearances }: Person): string[] {
  const talks = [...new Set(appearances.map(({ talk }) => talk))];
  const shown = talks
    .slice(0, 5)
    .map((talk) => [yearOf(talk), talk.event.record.name, talk.title].filter((part) => part !== undefined).join(" "));
  return [slug, name, `${talks.length}${shown.length > 0 ? `: ${shown.join("; ")}` : ""}`];
}

/** What a cell of the column `decision` says; nothing for a word that is none. */
function wordOf(cell: string): Decision["decision"] | "other" | "skip" | undefined {
  const word = cell.trim().toLowerCase();
  const words = ["join", "other", "part", "skip"] as const;
  return word === "" ? "skip" : words.find((one) => one === word || one[0] === word);
}

/** The decisions of a list, with all that is wrong with it. */
export function readDecisions(path: string, people: readonly Person[]): { decisions: Decision[]; problems: Problem[] } {
  const file = { path: path.replaceAll("\\", "/"), text: decodeForeign(readNamed(path, LARGEST)).text };
  const problems: Problem[] = [];
  const tell = (span: { start: number; end: number }, rule: string, message: string, hint: string) =>
    problems.push(problemAt({ file, ...span }, { rule, severity: "error", message, hint }));
  const [line = ""] = file.text.split("\n", 1);
  // Spreadsheets of some countries write semicolons.
  const delimiter = [",", ";", "\t"].find((one) => line.includes(one)) ?? ",";
  const { records, broken } = parseCells(file.text, delimiter);
  for (const span of broken.slice(0, MOST_PROBLEMS))
    tell(span, "bad-csv", "A quote is opened and never closed.", "Close it, or take it away.");
  const [heads, ...rows] = records;
  const columns = ["decision", "keep", "other"].map((name) => heads?.record.findIndex((cell) => cell.trim().toLowerCase() === name) ?? -1);
  if (columns.includes(-1)) {
    const hint = "Write a list with `--list`, and change nothing in its first line.";
    tell(
      { start: 0, end: Math.max(1, line.length) },
      "headings-missing",
      "The first line has to name the columns `decision`, `keep` and `other`.",
      hint,
    );
    return { decisions: [], problems };
  }
  const slugs = new Set(people.map(({ slug }) => slug));
  const decisions: Decision[] = [];
  const guess = guesser();
  for (const { record, start, end } of rows) {
    if (problems.length >= MOST_PROBLEMS) break;
    const [cell = "", keep = "", other = ""] = columns.map((column) => (record[column] ?? "").trim());
    const word = wordOf(cell);
    if (word === "skip") continue;
    if (word === undefined) {
      const hint =
        "Write `join` (one person, under the name in `keep`), `other` (one person, under the name in `other`), `part` (two people) or nothing.";
      tell({ start, end }, "bad-decision", `\`${clip(cell)}\` is no decision.`, hint);
    }
    const unknown = [keep, other].filter((slug) => !slugs.has(slug));
    for (const slug of unknown) {
      const near = guess(slug, slugs);
      const hint = near ? `Did you mean \`${near}\`?` : "Write the name as in the address of the page.";
      tell({ start, end }, "unknown-person", `There is no person \`${clip(slug)}\`.`, hint);
    }
    if (unknown.length > 0) continue;
    if (word === "other") decisions.push({ decision: "join", keep: other, other: keep });
    else if (word) decisions.push({ decision: word, keep, other });
  }
  return { decisions, problems };
}
