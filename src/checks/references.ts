/** The rule that names of series, talks and events lead somewhere. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { guesser } from "../text/similar.ts";

export function references(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  const guess = guesser();
  const look = (file: string, path: FieldPath, id: string, known: ReadonlySet<string>, what: string, create: string) => {
    if (known.has(id)) return;
    const near = guess(id, known);
    findings.push({
      rule: "unknown-reference",
      severity: "error",
      file,
      path,
      message: `There is no ${what} \`${id}\`.`,
      hint: near ? `Did you mean \`${near}\`?` : create,
    });
  };
  const series = new Set((archive.site.record.series ?? []).map((one) => one.id));
  for (const event of archive.events)
    if (event.record.series !== undefined)
      look(event.file, ["series"], event.record.series, series, "series", `Add it under \`series:\` in ${archive.site.file}.`);
  const talks = new Set(archive.talks.map((talk) => talk.id));
  const events = new Set(archive.events.map(({ id }) => id));
  const things = new Set([...events, ...talks]);
  const HINT = "Write the folder of the event; for a talk a slash and the name of its file too.";
  for (const { file, record } of archive.events)
    if (record.postponedTo !== undefined) look(file, ["postponedTo"], record.postponedTo, events, "event", HINT);
  for (const { id, file, record } of archive.talks) {
    const { postponedTo, continues, alsoGivenAt = [] } = record;
    if (postponedTo !== undefined) look(file, ["postponedTo"], postponedTo, things, "event or talk", HINT);
    if (continues !== undefined) look(file, ["continues"], continues, talks, "talk", HINT);
    for (const [index, other] of alsoGivenAt.entries()) look(file, ["alsoGivenAt", index], other, things, "event or talk", HINT);
    for (const [path, other] of [
      [["postponedTo"], postponedTo],
      [["continues"], continues],
      ...alsoGivenAt.map((one, index) => [["alsoGivenAt", index], one] as const),
    ] as const)
      if (other === id)
        findings.push({
          rule: "own-reference",
          severity: "error",
          file,
          path: [...path],
          message: "The talk names itself.",
          hint: "Write the name of the other talk, or delete the field.",
        });
  }
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
