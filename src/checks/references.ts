/** The rule that names of series and featured talks lead somewhere. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { didYouMean } from "../text/similar.ts";

export function references(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  const look = (file: string, path: FieldPath, id: string, known: readonly string[], what: string, create: string) => {
    if (known.includes(id)) return;
    const near = didYouMean(id, known);
    findings.push({
      rule: "unknown-reference",
      severity: "error",
      file,
      path,
      message: `There is no ${what} \`${id}\`.`,
      hint: near ? `Did you mean \`${near}\`?` : create,
    });
  };
  const series = (archive.site.record.series ?? []).map((one) => one.id);
  for (const event of archive.events)
    if (event.record.series !== undefined)
      look(event.file, ["series"], event.record.series, series, "series", `Add it under \`series:\` in ${archive.site.file}.`);
  const talks = archive.talks.map((talk) => talk.id);
  for (const [index, id] of (archive.site.record.featured ?? []).entries())
    look(
      archive.site.file,
      ["featured", index],
      id,
      talks,
      "talk",
      "Write the folder of the event, a slash and the file name of the talk.",
    );
  return findings;
}
