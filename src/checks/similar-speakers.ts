/** The warning that one person may be in the archive twice, under two spellings. */
import type { Archive, Person } from "../model/archive.ts";
import { findDoubles } from "../model/doubles.ts";
import type { Finding } from "../model/problem.ts";
import { commandName } from "../text/commands.ts";

/** Reports everyone once at most, however many names are like theirs; weak likenesses are left to the command `people`. */
export function similarSpeakers(archive: Archive): Finding[] {
  const findings = new Map<Person, Finding>();
  for (const { known, other, grade } of findDoubles(archive).pairs)
    if (grade !== "low" && !findings.has(other)) findings.set(other, finding(known, other));
  return [...findings.values()];
}

function finding(known: Person, doubtful: Person): Finding {
  const first = doubtful.appearances[0];
  const index = first?.talk.speakers.indexOf(first) ?? 0;
  return {
    rule: "similar-speakers",
    severity: "warning",
    file: doubtful.record?.file ?? first?.talk.file ?? "",
    path: doubtful.record || !first ? ["name"] : first.talk.record.speakers ? ["speakers", index, "name"] : ["speaker"],
    message: `${doubtful.name} and ${known.name} may be one person.`,
    hint: `If so, make \`${doubtful.name}\` an alias in the record of ${known.name}; if not, write \`differentFrom: [${known.slug}]\` in the record of ${doubtful.name}. \`${commandName("people")}\` does either.`,
  };
}
