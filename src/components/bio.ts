/** The view of a bio: the text, who wrote it, and when it was true. */
import type { Appearance, Archive, Person, Prose } from "../model/archive.ts";
import { foreignLanguage } from "./links.ts";

export interface BioView {
  prose: Prose;
  /** Whose words these are and how old they are, in one sentence; empty when there is nothing to say. */
  note: string;
  /** Its language, where it is not that of the page. */
  lang: string | null;
}

/** The bio of a person, or nothing where none is known. */
export function bioView({ words: { bio: words, dates } }: Archive, person: Person): BioView | null {
  if (!person.bio) return null;
  const { bioBy, bioAsOf } = person.record?.record ?? {};
  const date = bioAsOf ? dates.date(bioAsOf) : null;
  return { prose: person.bio, note: bioBy === "archive" ? words.ownNote(date) : words.note(date), lang: null };
}

/** The bio as published for a talk, or else the person's. */
export function bioAtTalk(archive: Archive, appearance: Appearance): BioView | null {
  const { bio, person, talk } = appearance;
  return bio ? { prose: bio, note: archive.words.bio.atTalk, lang: foreignLanguage(archive, talk) } : bioView(archive, person);
}
