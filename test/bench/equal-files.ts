/** The comparison of the files beside the pages: calendars, citations, feeds, data. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../support/html.ts";
import { evenly, OURS_ALONE, oursAlone, ourNames, share, shared, wordsOf } from "./equal-words.ts";

/** Of files larger than this, a few are enough. */
const LARGE = 100_000;

/** Compares the files of two built sites that are no pages, in Markdown lines. */
export function compareFiles(ours: string, theirs: string): string[] {
  const [left, right] = [filesOf(ours), filesOf(theirs)];
  const here = new Set(left);
  const there = new Map(right.map((file) => [ourNames(file), file]));
  const extra = [...there.keys()].filter((file) => !here.has(file));
  const alone = left.filter((file) => !there.has(file) && OURS_ALONE.test(file));
  const common = left.filter((file) => there.has(file) || !OURS_ALONE.test(file));
  const rows = [...new Set(common.map(kindOf))].map((kind) => {
    const files = common.filter((file) => kindOf(file) === kind);
    const both = files.flatMap((file) => {
      const other = there.get(file);
      return other === undefined ? [] : [[join(ours, file), join(theirs, other)] as const];
    });
    return `| ${kind} | ${both.length} of ${files.length} | ${compared(both)} |`;
  });
  return [
    `Same other files: ${left.filter((file) => there.has(file)).length} of ${left.length}.`,
    ...oursAlone(alone),
    ...(extra.length ? [`Made by Hugo alone: ${extra.length} (${extra.slice(0, 5).join(", ")}).`] : []),
    "",
    "| kind of file | made by Hugo | compared | same words | bytes of Hugo's to ours |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
  ];
}

/** The paths of a file that both have. */
type Pair = readonly [ours: string, theirs: string];

/** All files but pages and the mark by which our build knows its output again. */
function filesOf(folder: string): string[] {
  return filesBelow(folder).filter((file) => !/\.html$|^\./.test(file));
}

function kindOf(file: string): string {
  const beside = /^events\/[^/]+\/([^/]+)\/\1(\..+)$/.exec(file);
  if (beside) return `talk${beside[2]}`;
  const [folder, ...rest] = file.split("/");
  if (folder === "events" && rest.length === 2) return `${rest[1]} of an event`;
  return rest.length && folder !== "presentations" ? `${folder}/*` : file.replace(/-\d+\./, "-*.");
}

function compared(pairs: readonly Pair[]): string {
  const [first] = pairs;
  if (!first) return "– | – | –";
  const sample = evenly(pairs, statSync(first[0]).size > LARGE ? 3 : 25);
  let [same, words] = [0, 0];
  for (const [ours, theirs] of sample) {
    const [a, b] = [wordsOf(textOf(ours)), wordsOf(textOf(theirs))];
    same += shared(a, b);
    words += Math.max(a.length, b.length);
  }
  const bytes = (side: 0 | 1) => sample.reduce((sum, pair) => sum + statSync(pair[side]).size, 0);
  return `${sample.length} | ${share(same, words)} | ${share(bytes(1), bytes(0))}`;
}

/** The text of a file without what its format puts into words: folds of calendars, line ends of JSON, quotes of XML. */
function textOf(path: string): string {
  return ourNames(readFileSync(path, "utf8"))
    .replace(/\r\n /g, "")
    .replace(/\\[nrt"]|&(amp;)?(#\d+|lt|gt|quot|apos|amp);/g, " ");
}
