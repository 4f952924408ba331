/** The warning that a talk has no length. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { lengthOf } from "../model/when.ts";

export function zeroLength(archive: Archive): Finding[] {
  return archive.talks
    .filter((talk) => lengthOf(talk.record) === 0)
    .map((talk) => ({
      rule: "zero-length",
      severity: "warning",
      file: talk.file,
      path: [talk.record.end === undefined ? "duration" : "end"],
      message: "The talk has a length of 0 minutes.",
      hint: "Correct the end, or leave it out where it is not known.",
    }));
}
