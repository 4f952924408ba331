/** The rule that names of series, talks and events lead somewhere. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { append } from "../text/append.ts";
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
  const refuseOwn = (file: string, path: FieldPath, what: string) =>
    findings.push({
      rule: "own-reference",
      severity: "error",
      file,
      path,
      message: `The ${what} names itself.`,
      hint: `Write the name of the other ${what}, or delete the field.`,
    });
  for (const { id, file, record } of archive.events)
    if (record.postponedTo !== undefined) {
      look(file, ["postponedTo"], record.postponedTo, events, "event", HINT);
      if (record.postponedTo === id) refuseOwn(file, ["postponedTo"], "event");
    }
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
      if (other === id) refuseOwn(file, [...path], "talk");
  }
  append(findings, circles(archive.talks, "continues"));
  append(findings, circles([...archive.events, ...archive.talks], "postponedTo"));
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

interface Linked {
  id: string;
  file: string;
  record: { continues?: string | undefined; postponedTo?: string | undefined };
}

/** Records that lead by one of their fields to each other and back: one of them is wrong, and no reader can tell which. Each is told once. */
function circles(records: readonly Linked[], field: "continues" | "postponedTo"): Finding[] {
  const byId = new Map(records.map((one) => [one.id, one]));
  const next = ({ record }: Linked) => byId.get(record[field] ?? "");
  const findings: Finding[] = [];
  const seen = new Set<Linked>();
  for (const first of records) {
    const way = new Set<Linked>();
    let at: Linked | undefined = first;
    for (; at && !seen.has(at); at = next(at)) {
      seen.add(at);
      way.add(at);
    }
    if (!at || !way.has(at) || next(at) === at) continue;
    const circle = [...way].slice([...way].indexOf(at));
    const names = circle.length > MOST_NAMED ? [...circle.slice(0, MOST_NAMED), undefined] : circle;
    findings.push({
      rule: "circle",
      severity: "warning",
      file: at.file,
      path: [field],
      message: `The way by \`${field}\` leads back to where it began: ${[...names, at].map((one) => (one ? `\`${one.id}\`` : "…")).join(", ")}.`,
      hint: `Delete \`${field}\` of the ${field === "continues" ? "first" : "one that took place"}, or correct it.`,
    });
  }
  return findings;
}

/** Records of a circle that a message names. */
const MOST_NAMED = 5;
