/** The warning that a talk names a topic or a speaker twice. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { wordKey } from "../text/slug.ts";

export function listedTwice(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  const report = (file: string, path: FieldPath, what: string) =>
    findings.push({
      rule: "listed-twice",
      severity: "warning",
      file,
      path,
      message: `${what} is in the list twice.`,
      hint: "Delete one of the two.",
    });
  for (const { file, record } of [...archive.talks, ...archive.papers])
    for (const index of repeated((record.topics ?? []).map(wordKey)))
      report(file, ["topics", index], `The topic “${record.topics?.[index]}”`);
  for (const talk of archive.talks)
    for (const index of repeated(talk.speakers.map((speaker) => speaker.person)))
      report(talk.file, ["speakers", index, "name"], `${talk.speakers[index]?.name}`);
  return findings;
}

/** The places at which something stands that stood before. */
function repeated(list: readonly unknown[]): number[] {
  return list.flatMap((one, index) => (list.indexOf(one) < index ? [index] : []));
}
