/** What documents and recordings of a talk are called, where their records give them no title. */
import type { Archive, Talk } from "../model/archive.ts";
import { isSound } from "../model/media-kinds.ts";
import { secondsOf } from "../model/records/media.ts";

/** `Slides`, `Paper`, or `Slides, Japanese` where they are in another language than the talk. */
export function documentTitle({ words }: Archive, talk: Talk, { title, kind, language }: Talk["documents"][number]): string {
  return title ?? words.list.commas([words.links.documents[kind], otherLanguage(words, talk, language)]);
}

/** Whether a recording is of sound alone, as far as the names of its files tell. */
export function isAudio({ file, url }: Talk["recordings"][number]): boolean {
  return isSound(file ?? url ?? "");
}

/** `Video`, or `Audio, part 2, Japanese`. */
export function recordingTitle({ words }: Archive, talk: Talk, recording: Talk["recordings"][number]): string {
  const { title, part, language } = recording;
  const number = part === undefined ? undefined : words.links.part(part);
  return (
    title ?? words.list.commas([isAudio(recording) ? words.links.audio : words.links.video, number, otherLanguage(words, talk, language)])
  );
}

/** What the player of a recording is called for readers who hear it, where the talk has but one. */
export function playerTitle({ words }: Archive, talk: Talk, recording: Talk["video"]): string {
  return recording && isAudio(recording) ? words.list.commas([words.links.audio, talk.title]) : words.player.title(talk.title);
}

/** `6:00–11:00`, where a talk is in a longer video. */
export function stretchOf({ words }: Archive, { start, end, duration }: StretchOfVideo): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  // Some records have the length of the talk there, and not of the whole video.
  const over = duration !== undefined && secondsOf(duration) > secondsOf(start ?? "0:00") ? duration : undefined;
  return words.links.stretch({ start: start ?? "0:00", end: end ?? over });
}

/** A part of a video, as a record states it. */
export interface StretchOfVideo {
  start?: string | undefined;
  end?: string | undefined;
  /** The length of the whole video. */
  duration?: string | undefined;
}

/** What the address of a video file of the archive ends in, so that it plays that part (https://www.w3.org/TR/media-frags/). */
export function stretchFragment({ start, end }: StretchOfVideo): string {
  if (start === undefined && end === undefined) return "";
  return `#t=${secondsOf(start ?? "0:00")}${end === undefined ? "" : `,${secondsOf(end)}`}`;
}

/** The name of a language that is not the main one of the talk. */
function otherLanguage(words: Archive["words"], talk: Talk, language: string | undefined): string | undefined {
  return language === undefined || language === talk.language ? undefined : words.language(language);
}
