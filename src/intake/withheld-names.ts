/**
 * The names that imports must not bring back: of people who have another name now, and of those who left. `content/.imports/names.txt`
 * holds them sealed. What a source says under such a name is taken in as if the source knew better.
 */
import { join } from "node:path";
import { needSeal, type Seal, SealedTexts } from "../content/sealed.ts";
import type { ForeignConference, ForeignSpeaker, ForeignTalk, Imported } from "../importers/importer.ts";
import { holdsName, nameKey, namePattern, possibleNames } from "../text/name-pattern.ts";
import type { Fields } from "./canonical.ts";
import { listedSpeakers } from "./existing-archive.ts";
import { type Store, storeKey } from "./existing-records.ts";
import { importsFolder } from "./import-state.ts";

export const namesFile = (contentDir: string) => join(importsFolder(contentDir), "names.txt");

/** What stands in texts in place of the name of somebody who left. */
export const NO_NAME = "[…]";

/** The word on a sealed name. */
export const FORGOTTEN = "forgotten";
export const RENAMED = (person: string) => `renamed ${person}`;

/** What becomes of a name: another one, or none. */
export interface NameChange {
  pattern: RegExp;
  /** The name that the person has now; none for somebody who left. */
  name: string | undefined;
}

/** A text without the old names: replaced, or nothing of an address that holds one. */
export function changeText(text: string, changes: readonly NameChange[]): string | undefined {
  let changed = text;
  for (const { pattern, name } of changes) {
    if (!holdsName(pattern, changed)) continue;
    if (/^https?:\/\/\S*$/i.test(changed)) return undefined;
    changed = changed.normalize("NFC").replace(pattern, () => name ?? NO_NAME);
  }
  return changed;
}

/** What identifies a talk or a person at its source, without the old names. */
export function changeKey(key: string, changes: readonly NameChange[]): string {
  return changeText(key, changes) ?? NO_NAME;
}

/** Any data without the old names; entries and fields of which nothing is left are left out. */
export function changeData(value: unknown, changes: readonly NameChange[]): unknown {
  if (typeof value === "string") return changeText(value, changes);
  if (Array.isArray(value)) {
    const left = value.map((one) => changeData(one, changes)).filter((one) => one !== undefined);
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, changeData(inner, changes)] as const);
  // A link without its address is none.
  if ("url" in value && value.url !== undefined && entries.some(([key, inner]) => key === "url" && inner === undefined)) return undefined;
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** The speakers of a talk without those who left, and how many names of the talk are withheld then. */
export function withoutSpeakers(talk: Readonly<Fields>, hasLeft: (speaker: Readonly<Fields>) => boolean): Fields {
  const listed = listedSpeakers(talk);
  const left = listed.filter((speaker) => !hasLeft(speaker));
  if (left.length === listed.length) return { ...talk };
  const { speaker, person, role, organization, bio, speakers, ...rest } = talk;
  const withheld = (typeof talk["namesWithheld"] === "number" ? talk["namesWithheld"] : 0) + listed.length - left.length;
  return { ...rest, ...speakerFields(left), namesWithheld: withheld };
}

/** The speakers of a talk in the form that records have: one as fields of the talk, several as a list. */
export function speakerFields(speakers: readonly Readonly<Fields>[]): Fields {
  const [only, more] = speakers;
  if (!only || more) return only ? { speakers } : {};
  const { name, ...rest } = only;
  return { speaker: name, ...rest };
}

/** What the records say of sealed names. Without the key an import cannot keep to it, and refuses. */
export function readNames(
  contentDir: string,
  environment: Readonly<Record<string, string | undefined>>,
): { texts: SealedTexts; seal: Seal } | undefined {
  const texts = SealedTexts.read(namesFile(contentDir));
  if (texts.size === 0) return undefined;
  const seal = needSeal(
    environment,
    "People of this archive changed their name or left, and without the key an import could bring their old names back. Nothing was imported.",
  );
  texts.check(seal);
  return { texts, seal };
}

/** What the files state, without the old names. Gives how many rows said nothing else than that somebody is there who left. */
export function withholdNames(imported: Imported, store: Store, { texts, seal }: { texts: SealedTexts; seal: Seal }): number {
  let leftOut = 0;
  for (const conference of imported.conferences) {
    const changes = changesIn(conference, store, texts, seal);
    if (changes.length > 0) leftOut += changeConference(conference, changes);
  }
  return leftOut;
}

/** The sealed names that a conference tells, as speakers or in any text. */
function changesIn(conference: ForeignConference, store: Store, texts: SealedTexts, seal: Seal): NameChange[] {
  const found = new Map<string, string[]>();
  const look = (key: string, name: string) => {
    const word = texts.find(seal, key);
    if (word !== undefined) found.set(word, [...(found.get(word) ?? []), name]);
  };
  const names = [...conference.talks.flatMap(({ speakers }) => speakers), ...conference.speakers];
  for (const { name } of names) look(nameKey(name), name);
  for (const text of textsIn(conference)) for (const { key, name } of possibleNames(text)) look(key, name);
  return [...found].map(([word, spellings]) => {
    const [, person] = /^renamed (\S+)$/.exec(word) ?? [];
    const name = person === undefined ? undefined : store.records.get(storeKey("speaker", person))?.record["name"];
    return { pattern: namePattern(spellings), name: typeof name === "string" ? name : undefined };
  });
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) if (key !== "rows") yield* textsIn(inner);
}

function changeConference(conference: ForeignConference, changes: readonly NameChange[]): number {
  const gone = changes.filter(({ name }) => name === undefined).map(({ pattern }) => pattern);
  const hasLeft = ({ name }: { name: string }) => gone.some((pattern) => holdsName(pattern, name));
  const change = <Thing>(thing: Thing): Thing => changeData(thing, changes) as Thing;
  let leftOut = 0;
  conference.event = change(conference.event);
  if (conference.slug !== undefined) conference.slug = change(conference.slug);
  conference.talks = conference.talks.map(({ rows, when, speakers, ...talk }): ForeignTalk => {
    const left = speakers.filter((speaker) => !hasLeft(speaker));
    const withheld = (talk.record.namesWithheld ?? 0) + speakers.length - left.length;
    const changed = change(talk);
    return {
      ...changed,
      key: changeKey(talk.key, changes),
      record: { ...changed.record, title: changed.record.title ?? talk.record.title, ...(withheld > 0 && { namesWithheld: withheld }) },
      rows,
      when,
      speakers: left.map((speaker) => change(speaker)),
    };
  });
  conference.speakers = conference.speakers.flatMap(({ rows, ...speaker }): ForeignSpeaker[] => {
    if (!hasLeft(speaker)) return [{ ...change(speaker), key: changeKey(speaker.key, changes), rows }];
    leftOut += rows.length;
    return [];
  });
  return leftOut;
}
