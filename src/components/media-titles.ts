/** What documents and recordings of a talk are called, where their records give them no title. */
import type { Archive, Talk } from "../model/archive.ts";

/** `Slides`, `Paper`, or `Slides, Japanese` where they are in another language than the talk. */
export function documentTitle({ words }: Archive, talk: Talk, { title, kind, language }: Talk["documents"][number]): string {
  return title ?? words.list.commas([words.links.documents[kind], otherLanguage(words, talk, language)]);
}

/** `Video`, or `Video, part 2, Japanese`. */
export function recordingTitle({ words }: Archive, talk: Talk, { title, part, language }: Talk["recordings"][number]): string {
  const number = part === undefined ? undefined : words.links.part(part);
  return title ?? words.list.commas([words.links.video, number, otherLanguage(words, talk, language)]);
}

/** The name of a language that is not the main one of the talk. */
function otherLanguage(words: Archive["words"], talk: Talk, language: string | undefined): string | undefined {
  return language === undefined || language === talk.language ? undefined : words.language(language);
}
