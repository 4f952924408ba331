/** The record of a foreign talk: its fields as the archive has them, its speakers told apart, its old address kept. */
import type { ForeignAppearance, Place } from "../importers/importer.ts";
import { clip } from "../model/records/fields.ts";
import { cleanName, fitRecord } from "./fit-to-schema.ts";
import { type FormerPaths, pathOf } from "./former-paths.ts";
import type { Incoming } from "./match.ts";
import type { Names } from "./names.ts";
import { tidy } from "../text/normal.ts";
import type { Fields } from "./canonical.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { speakerFields } from "./withheld-names.ts";
import type { Run } from "./import-run.ts";
import { someOf } from "../text/wording.ts";

export interface TalkContext {
  run: Run;
  names: Names;
  former: FormerPaths;
  /** The language that talks have where they say nothing. */
  language: string;
  /** Whether the address is a page of this archive. */
  isOwn(url: string): boolean;
  /** Whether several talks have the address, so that it is the page of none of them. */
  isShared(url: string): boolean;
}

/** The record as the source has it; nothing where the talk has to be refused, which is told. */
export function talkRecord({ talk, time }: Incoming, id: string, ours: Fields | undefined, context: TalkContext): Fields | undefined {
  const { run, names, former } = context;
  const place = talk.rows[0];
  /** By their names and records: somebody who is listed twice speaks once, and two of one name are two. */
  const speakers = new Map<string, Fields>();
  const known = knownPersons(ours);
  const mended = (message: string, hint: string) => run.tell(place, { rule: "field-mended", severity: "warning", message, hint });
  for (const foreign of talk.speakers) {
    const appearance = { ...foreign, name: cleanName(foreign.name, mended) };
    if (/^[\p{White_Space}\p{Cf}]*$/u.test(appearance.name)) continue;
    const match = names.resolve(appearance, known.get(tidy(appearance.name)));
    if ("ambiguous" in match) {
      run.tell(place, {
        rule: "ambiguous-person",
        severity: "error",
        message: `Several people are called ${appearance.name} (${someOf(match.ambiguous)}); the talk “${talk.record.title}” cannot say which it is.`,
        hint: "Write the talk by hand with `person:`, and import again; or join the records if it is one person.",
      });
      return undefined;
    }
    const who = JSON.stringify([tidy(appearance.name), match.person]);
    if (!speakers.has(who)) speakers.set(who, appearanceFields(appearance, match.person));
  }
  const url = talk.url === undefined || context.isOwn(talk.url) ? undefined : talk.url;
  const page = url === undefined || context.isShared(url) ? undefined : url;
  const path = page === undefined ? undefined : pathOf(page);
  const claimed = (one: string) => former.claim(one, `talk ${id}`);
  const stated = [...new Set(talk.record.formerUrls)].filter((one) => claimed(one) || tellTaken(one, talk.record.title, place, run));
  const paths = new Set([...stated, ...(path !== undefined && claimed(path) ? [path] : [])]);
  const sources = [...(url === undefined ? [] : [url]), ...(talk.record.sources ?? [])];
  const { language } = talk.record;
  const record = fitRecord(
    "talk",
    {
      ...talk.record,
      ...time,
      language: language === context.language ? undefined : language,
      ...speakerFields([...speakers.values()]),
      original: talk.record.original ?? page,
      sources: [...new Set(sources)],
      formerUrls: [...paths],
    },
    mended,
  );
  if (!record)
    run.tell(place, {
      rule: "title-missing",
      severity: "error",
      message: "The talk has no title that a record could have.",
      hint: "Give it a title at its source.",
    });
  return record;
}

function appearanceFields({ name, role, organization, bio }: ForeignAppearance, person: string | undefined): Fields {
  return Object.fromEntries(
    Object.entries({ name: tidy(name), person, role, organization, bio }).filter(([, value]) => value !== undefined && value !== ""),
  );
}

/** The records that the talk already gives for speakers, by their names. */
function knownPersons(ours: Fields | undefined): ReadonlyMap<string, string> {
  const known = listedSpeakers(ours ?? {}).flatMap(({ name, person }): [string, string][] =>
    typeof name === "string" && typeof person === "string" ? [[tidy(name), person]] : [],
  );
  return new Map(known.reverse());
}

/** Says that a path that the source states cannot lead on to the talk. */
function tellTaken(path: string, title: string, place: Place | undefined, run: Run): undefined {
  run.tell(place, {
    rule: "former-path-taken",
    severity: "warning",
    message: `\`${clip(path, 200)}\` does not lead on to “${clip(title)}”: another record or a page has that path, or one below or above it.`,
    hint: "Give it to one of them at the source, or write `formerUrls` by hand.",
  });
}
