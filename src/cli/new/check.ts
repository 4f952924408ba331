/** The check of a record before it is written: what `check` would find in it, or because of it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { runChecks } from "../../checks/index.ts";
import { locate } from "../../content/locate.ts";
import { createMarkdown } from "../../content/markdown.ts";
import { readRecord } from "../../content/read.ts";
import type { Archive, Filed, Records } from "../../model/archive.ts";
import { buildArchive } from "../../model/build-archive.ts";
import { type Finding, type Problem, sortProblems } from "../../model/problem.ts";
import type { EventRecord } from "../../model/records/event.ts";
import type { SpeakerRecord } from "../../model/records/speaker.ts";
import type { TalkRecord } from "../../model/records/talk.ts";

/** A record that is not in the archive yet. */
export interface Draft {
  kind: "talk" | "event" | "speaker";
  id: string;
  /** Where it is to be written. */
  file: string;
  text: string;
}

/** All problems that come with a new record; those that the archive has without it are not among them. */
export function checkDraft(archive: Archive, draft: Draft): Problem[] {
  const folder = mkdtempSync(join(tmpdir(), "archive-new-"));
  try {
    // A file of its own shows every problem with its line, and nobody who watches the content sees half a record.
    const file = join(folder, basename(draft.file)).replaceAll("\\", "/");
    writeFileSync(file, draft.text);
    const { record, findings } = readRecord({ kind: draft.kind, id: draft.id, file });
    const around = record === undefined ? [] : findingsWith(archive, draft.kind, { id: draft.id, file, record });
    const rename = (text: string) => text.replaceAll(file, draft.file);
    return sortProblems(locate([...findings, ...around])).map((problem) => ({
      ...problem,
      file: rename(problem.file),
      message: rename(problem.message),
      hint: rename(problem.hint),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What relating and checking finds with the record and does not find without it. */
function findingsWith(archive: Archive, kind: Draft["kind"], filed: Filed<unknown>): Finding[] {
  const render = createMarkdown(archive.site.base.prefix);
  const findingsOf = (records: Records) => {
    const related = buildArchive(records, archive.site.base, render);
    return [...related.findings, ...runChecks(related.archive)];
  };
  const before = new Set(findingsOf(recordSetOf(archive)).map((finding) => JSON.stringify(finding)));
  return findingsOf(withRecord(recordSetOf(archive), kind, filed)).filter((finding) => !before.has(JSON.stringify(finding)));
}

/** The records that an archive was made of. */
function recordSetOf({ site, events, talks, people, papers, pages, vocabularies, media }: Archive): Records {
  const bare = <R>({ id, file, record }: Filed<R>): Filed<R> => ({ id, file, record });
  return {
    site: bare(site),
    events: events.map(bare),
    talks: talks.map(bare),
    speakers: people.flatMap(({ record }) => record ?? []),
    papers: papers.map(bare),
    pages: pages.map(bare),
    vocabularies,
    media,
  };
}

/** One more record, whose schema has proved its shape. */
function withRecord(records: Records, kind: Draft["kind"], filed: Filed<unknown>): Records {
  if (kind === "talk") return { ...records, talks: [...records.talks, filed as Filed<TalkRecord>] };
  if (kind === "event") return { ...records, events: [...records.events, filed as Filed<EventRecord>] };
  return { ...records, speakers: [...records.speakers, filed as Filed<SpeakerRecord>] };
}
