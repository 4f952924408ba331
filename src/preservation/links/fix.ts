/** The marking of dead slides and videos in their records. */
import { markUnavailable } from "../../content/mark-unavailable.ts";
import { replaceFile } from "../../content/write-whole.ts";
import { readText } from "../../content/read-text.ts";
import type { Collected, Use } from "./collect.ts";
import type { Verdict } from "./judge.ts";
import { canBeMarked } from "./report.ts";
import type { SendRequest } from "./request.ts";
import type { Turns } from "./turns.ts";
import { type Copy, findCopy, NO_ANSWER } from "./wayback.ts";

export interface Marked {
  use: Use;
  copy: Copy | undefined;
}

/**
 * What was marked, what was left because nobody knows whether there is a copy (no later run would ask for one), and what has to be marked by
 * hand, because nothing can be put into its record without touching more.
 */
export interface Marks {
  marked: Marked[];
  left: Use[];
  byHand: Use[];
  /** How many addresses were left for lack of time. */
  late: number;
}

/** Addresses in a row of which the web archive does not tell anything, after which it is not asked for the others. */
const MOST_SILENCE = 10;

/**
 * Marks every dead address that its record can mark. Records are changed by `alone`, while nobody else changes any. `until` is the moment of
 * the monotonic clock after which nothing more is asked.
 */
export async function markDead(
  uses: Collected["uses"],
  verdicts: ReadonlyMap<string, Verdict>,
  today: string,
  archive: { api: string; send: SendRequest; turns: Turns },
  alone: (change: () => void) => Promise<void>,
  until = Number.POSITIVE_INFINITY,
): Promise<Marks> {
  const marks: Marks = { marked: [], left: [], byHand: [], late: 0 };
  let silence = 0;
  for (const use of [...uses].flatMap(([address, list]) => (verdicts.get(address)?.state === "dead" ? list.filter(canBeMarked) : []))) {
    if (performance.now() >= until) {
      marks.late++;
      continue;
    }
    const copy = silence < MOST_SILENCE ? await findCopy(archive, use.address, use.near) : NO_ANSWER;
    silence = copy === NO_ANSWER ? silence + 1 : 0;
    if (copy === NO_ANSWER) {
      marks.left.push(use);
      continue;
    }
    await alone(() => {
      // An answer takes its time, in which somebody may have edited the record.
      const { text } = readText(use.file);
      const path = use.path.at(-1) === "url" ? use.path.slice(0, -1) : use.path;
      const after = text === undefined ? undefined : markUnavailable(text, path, { unavailable: today, ...copy }, use.address);
      if (after === undefined) marks.byHand.push(use);
      else {
        replaceFile(use.file, after);
        marks.marked.push({ use, copy });
      }
    });
  }
  return marks;
}
