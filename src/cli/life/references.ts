/** What names a record elsewhere: ids in fields, links in texts. */
import type { RecordFile } from "../../content/files.ts";
import { rewriteRecord } from "../../content/rewrite-record.ts";
import { fieldOf, ID_FIELDS, type TextChange } from "../../model/change-texts.ts";
import { barePath, leadsInto, withoutAddressesIn } from "../../model/lost-links.ts";
import { speakerPath } from "../../model/urls.ts";
import type { Life } from "./archive.ts";

/** The fields that name a media file. */
export const MEDIA_FIELDS = ["file", "captions", "poster", "photo", "logo"] as const;

/** Fields whose addresses are facts, whatever becomes of records. */
const FACTS: ReadonlySet<string | number> = new Set(["formerUrls", "sources", "original", "removed", "movedMedia"]);

/** Changes texts in all records, or in some. */
export function changeTexts(life: Life, change: TextChange, files: readonly Pick<RecordFile, "kind" | "file">[] = life.files): void {
  for (const { kind, file } of files) {
    const text = life.edits.read(file);
    if (text !== undefined) life.edits.write(file, rewriteRecord(kind, text, change));
  }
}

/** Changes the id of a record in all fields that name it; with nothing in its place they are taken away. */
export function changeIds(life: Life, fields: readonly string[], change: (id: string) => string | undefined): void {
  changeTexts(life, (text, path) => (fields.includes(fieldOf(path)) ? change(text) : text));
}

/** Changes links to a page or file of this archive, in texts and in navigation. */
export function changeLinks(life: Life, from: string, to: string): void {
  const staying = leadingOn(life, from);
  changeTexts(life, (text, path) => (path.some((step) => FACTS.has(step)) ? text : relinked(text, from, to, staying)));
}

/** The addresses below a path that lead on or tell of a removal: they stay where they are, whatever moves. */
function leadingOn({ archive }: Life, from: string): string[] {
  const records = [...archive.events, ...archive.talks, ...archive.pages, ...archive.people.flatMap(({ record }) => record ?? [])];
  const removed = archive.vocabularies.addresses?.record.removed ?? [];
  const paths = [...records.flatMap(({ record }) => record.formerUrls ?? []), ...removed.map(({ path }) => path)];
  return paths.filter((path) => path.startsWith(from) && path !== from).map((path) => path.replace(/\/$/, ""));
}

/** Takes away links to a page of this archive; their words stay. */
export function removeLinks(life: Life, path: string): void {
  const leads = leadsInto(new Set([barePath(path)]), life.archive.site.record.url);
  changeTexts(life, (text, field) => (field.some((step) => FACTS.has(step)) ? text : withoutAddressesIn(text, field, leads)));
}

/** Changes the names of people in all records that name them by id or link to their pages. */
export function changePeople(life: Life, names: ReadonlyMap<string, string>): void {
  const ids: readonly string[] = ID_FIELDS.speaker;
  const change: TextChange = (text, path) => {
    if (ids.includes(fieldOf(path))) return names.get(text) ?? text;
    if (path.some((step) => FACTS.has(step))) return text;
    return [...text.matchAll(/\/speakers\/([a-z0-9-]+)\//g)].reduce((done, [from, id = ""]) => {
      const to = names.get(id);
      return to === undefined ? done : relinked(done, from, speakerPath(to));
    }, text);
  };
  // Most records name nobody in these ways, and are not read; one with escapes might.
  const mayName = (text: string) => /\\|\/speakers\/|\bperson\b|\bdifferentFrom\b/.test(text);
  changeTexts(
    life,
    change,
    life.files.filter(({ file }) => mayName(life.edits.read(file) ?? "")),
  );
}

/** A text whose links lead on; a link of this archive starts at its root. */
function relinked(text: string, from: string, to: string, staying: readonly string[] = []): string {
  let done = "";
  let rest = text;
  for (let at = rest.indexOf(from); at >= 0; at = rest.indexOf(from)) {
    const before = at === 0 ? "" : (rest[at - 1] ?? "");
    const next = rest[at + from.length] ?? "";
    // Of a folder all that is below it, of a file the whole name.
    const isWhole = !/[\w.~/:-]/.test(before) && (from.endsWith("/") || !/[\w-]/.test(next));
    const stays = staying.some((path) => rest.startsWith(path, at) && !/[\w.-]/.test(rest[at + path.length] ?? ""));
    done += rest.slice(0, at) + (isWhole && !stays ? to : from);
    rest = rest.slice(at + from.length);
  }
  return done + rest;
}
