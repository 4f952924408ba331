/** The records of foreign speakers: one a person, merged with the record that the archive has. */
import type { ForeignConference } from "../importers/importer.ts";
import { clip } from "../model/records/fields.ts";
import { cleanName, fitRecord } from "./fit-to-schema.ts";
import type { Entry, SourceEntry } from "./import-state.ts";
import { type Names, tidy } from "./names.ts";
import { same } from "./canonical.ts";
import { speakerPath } from "../model/urls.ts";
import type { Run } from "./import-run.ts";
import { commandName } from "../text/commands.ts";
import { someOf } from "../text/wording.ts";

/** Plans the records and counts their rows. Gives what the next import compares with. */
export function planSpeakers(
  run: Run,
  names: Names,
  conference: ForeignConference,
  last: SourceEntry | undefined,
  pending: SourceEntry | undefined,
  elsewhere: readonly SourceEntry[],
): Record<string, Entry> {
  const entries: Record<string, Entry> = { ...last?.speakers };
  const done = new Map<string, string>();
  const idOf = new Map(Object.entries(last?.speakers ?? {}).map(([id, entry]) => [entry.key, id]));
  for (const { rows, key, bio, links, url, organization, ...speaker } of conference.speakers) {
    const [place] = rows;
    const mended = (message: string, hint: string) => run.tell(place, { rule: "field-mended", severity: "warning", message, hint });
    const name = cleanName(speaker.name, mended);
    const refuse = (rule: string, message: string, hint: string) => {
      run.tell(place, { rule, severity: "error", message, hint });
      run.count("refused", rows.length);
      if (place) run.rows.push({ outcome: "refused", place, title: name });
    };
    const matched = tidy(name) === "" ? undefined : names.recordFor({ rows, key, name });
    if (!matched) {
      refuse("name-missing", "The speaker has no name.", "Give the name at its source.");
      continue;
    }
    if ("ambiguous" in matched) {
      refuse(
        "ambiguous-person",
        `Several people are called ${name} (${someOf(matched.ambiguous)}).`,
        "Write what is new into the right record by hand.",
      );
      continue;
    }
    const { id } = matched;
    const file = run.fileOf("speaker", id);
    const isRemoved = run.removed.has(speakerPath(id));
    if ((isRemoved || last?.speakers[id] !== undefined) && !run.isTaken("speaker", id)) {
      run.tell(place, {
        rule: isRemoved ? "record-removed" : "record-deleted",
        severity: "warning",
        message: isRemoved
          ? `The record of ${name} was removed for good, as addresses.yaml says of ${speakerPath(id)}; it is not written again.`
          : `${name} was imported before as ${file}, which has been deleted since; it is not written again.`,
        hint: `If the person wants to leave the archive, \`${commandName("forget-person")}\` takes the name out of all of it.`,
      });
      run.count("leftOut", rows.length);
      if (place) run.rows.push({ outcome: "leftOut", place, title: name, file });
      continue;
    }
    const ours = run.recordOf("speaker", id);
    const isNew = !run.isTaken("speaker", id);
    const isOther = typeof ours?.["name"] === "string" && tidy(ours["name"]) !== tidy(name);
    const sameName = isOther && (last?.speakers[id] === undefined || names.aliasOf(name) === id);
    const theirs = fitRecord(
      "speaker",
      {
        name: sameName ? ours["name"] : tidy(name),
        bio,
        links,
        organizations: organization ? [{ name: organization }] : [],
        sources: url ? [url] : [],
      },
      mended,
    );
    const before = done.get(id);
    if (theirs && before !== undefined && same(before, JSON.stringify(theirs))) {
      run.count("merged", rows.length);
      continue;
    }
    const put =
      theirs &&
      run.put("speaker", id, theirs, {
        last: last?.speakers[id],
        pending: pending?.speakers[id],
        others: elsewhere.map(({ speakers }) => speakers[id]?.record).filter((one) => one !== undefined),
      });
    if (!theirs || !put) {
      refuse(
        "unreadable-record",
        `The record ${run.fileOf("speaker", id)} cannot be read or written.`,
        `Run \`${commandName("check")}\` and mend it, then import again.`,
      );
      continue;
    }
    const was = idOf.get(key);
    if (isNew && was !== undefined && was !== id && run.isTaken("speaker", was))
      run.findings.push({
        rule: "renamed-at-source",
        severity: "warning",
        file: run.fileOf("speaker", was),
        path: ["name"],
        message: `The source calls this person “${clip(name)}” by now, whose record is ${file}; this one stays.`,
        hint: `If it is one person, join the two: \`${commandName("people")} --decisions\` with a table of the lines \`decision,keep,other\` and \`join,${id},${was}\`. If the former name has to go, run \`${commandName("forget-person")} ${was}\`.`,
      });
    const outcome = isNew ? "new" : put.changed ? "changed" : "same";
    if (place) run.rows.push({ outcome, place, title: name, file: run.fileOf("speaker", id) });
    done.set(id, JSON.stringify(theirs));
    entries[id] = { key, record: put.base };
    run.count(put.changed ? "written" : "merged", Math.min(1, rows.length));
    run.count("merged", Math.max(0, rows.length - 1));
  }
  return entries;
}
