/** All texts in Markdown that an archive shows, with the fields that hold them. */
import type { Archive, Prose } from "./archive.ts";
import type { FieldPath } from "./problem.ts";

export interface PlacedText {
  file: string;
  path: FieldPath;
  prose: Prose;
  /** Whether it may have pictures of the archive's own media. */
  hasPictures: boolean;
}

export function* textsOf({ site, talks, people, events, papers, pages }: Archive): Generator<PlacedText> {
  const text = (file: string, path: FieldPath, prose: Prose | undefined, hasPictures = false): PlacedText[] =>
    prose ? [{ file, path, prose, hasPictures }] : [];
  yield* text(site.file, ["notice"], site.notice);
  yield* text(site.file, ["introduction"], site.introduction);
  for (const { file, record, abstract, speakers } of talks) {
    yield* text(file, ["abstract"], abstract);
    for (const [index, { bio }] of speakers.entries()) yield* text(file, record.speakers ? ["speakers", index, "bio"] : ["bio"], bio);
  }
  for (const { record, bio } of people) if (record) yield* text(record.file, ["bio"], bio);
  for (const { file, welcome, note } of events) {
    yield* text(file, ["welcome"], welcome, true);
    yield* text(file, ["note"], note);
  }
  for (const { file, note } of papers) yield* text(file, ["note"], note);
  for (const { file, text: prose, entries } of pages) {
    yield* text(file, ["text"], prose, true);
    for (const [index, { description }] of entries.entries()) yield* text(file, ["entries", index, "description"], description);
  }
}
