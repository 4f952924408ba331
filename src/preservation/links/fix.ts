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

/** What was marked, and what was left because nobody knows whether there is a copy: no later run would ask for one. */
export interface Marks {
  marked: Marked[];
  left: Use[];
}

/** Marks every dead address that its record can mark. */
export async function markDead(
  uses: Collected["uses"],
  verdicts: ReadonlyMap<string, Verdict>,
  today: string,
  archive: { api: string; send: SendRequest; turns: Turns },
): Promise<Marks> {
  const marked: Marked[] = [];
  const left: Use[] = [];
  for (const use of [...uses].flatMap(([address, list]) => (verdicts.get(address)?.state === "dead" ? list.filter(canBeMarked) : []))) {
    const copy = await findCopy(archive, use.address, use.near);
    if (copy === NO_ANSWER) {
      left.push(use);
      continue;
    }
    // An answer takes its time, in which somebody may have edited the record.
    const { text } = readText(use.file);
    if (text === undefined) continue;
    const path = use.path.at(-1) === "url" ? use.path.slice(0, -1) : use.path;
    const after = markUnavailable(text, path, { unavailable: today, ...copy }, use.address);
    if (after === undefined) continue;
    replaceFile(use.file, after);
    marked.push({ use, copy });
  }
  return { marked, left };
}
