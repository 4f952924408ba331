/** Transcripts as pages show them: lines, paragraphs, parts of a readable size, and the address of every line. */
import type { Archive, Talk } from "./archive.ts";
import type { Cue, Transcript } from "./made-media.ts";
import { transcriptPath } from "./urls.ts";

/** What is said from one second of a video on. */
export interface Line {
  second: number;
  text: string;
}

/** Lines of one speaker without a long pause. */
export interface Paragraph {
  speaker: string | undefined;
  lines: Line[];
}

/** One page of a transcript. */
export interface TranscriptPart {
  path: string;
  number: number;
  /** The seconds at which it starts and ends. */
  from: number;
  to: number;
  paragraphs: Paragraph[];
}

/** Bytes of text in a part: with the frame of a page they stay below what the first round trip carries. */
const LARGEST_PART = 13_000;
/** What the time and the link of a line weigh beside its text. */
const LINE_WEIGHT = 16;
/** Seconds. */
const PAUSE = 2;
/** Characters after which a paragraph ends with the next sentence, and after which it ends in any case. */
const LONG = 500;
const LONGEST = 1500;

/** The recording whose captions are the transcript of a talk: the first that has some. */
export function transcribed({ recordings }: Talk): Talk["video"] {
  return recordings.find(({ captions }) => captions !== undefined);
}

/** The transcript of a talk, where one could be made; without a line it is none. */
export function transcriptOf(archive: Archive, talk: Talk): Transcript | undefined {
  const { captions } = transcribed(talk) ?? {};
  const transcript = captions === undefined ? undefined : archive.made.transcripts.get(captions);
  return transcript && transcript.cues.length > 0 ? transcript : undefined;
}

const known = new WeakMap<Transcript, { talk: Talk; parts: TranscriptPart[] }>();

/** The pages of a talk's transcript in order; none where it has no transcript. */
export function transcriptParts(archive: Archive, talk: Talk): TranscriptPart[] {
  const transcript = transcriptOf(archive, talk);
  if (!transcript) return [];
  const made = known.get(transcript);
  if (made?.talk === talk) return made.parts;
  const parts = cut(paragraphsOf(transcript.cues)).map((paragraphs, index, all) => ({
    path: transcriptPath(talk.event.id, talk.slug, index + 1),
    number: index + 1,
    from: startOf(paragraphs),
    to: all[index + 1] === undefined ? lastSecond(transcript.cues) : startOf(all[index + 1] ?? []),
    paragraphs,
  }));
  known.set(transcript, { talk, parts });
  return parts;
}

/** The name of a line in its page. */
export const cueId = (second: number) => `t-${second}`;

/** The site path of the line that is spoken at a second of the video; undefined where there is no transcript. */
export function cuePath(archive: Archive, talk: Talk, seconds: number): string | undefined {
  const parts = transcriptParts(archive, talk);
  const part = parts.findLast(({ from }) => from <= seconds) ?? parts[0];
  if (!part) return undefined;
  const lines = part.paragraphs.flatMap((paragraph) => paragraph.lines);
  const line = lines.findLast(({ second }) => second <= seconds) ?? lines[0];
  return line && `${part.path}#${cueId(line.second)}`;
}

/** Cues as lines in paragraphs. What one speaker begins in one second is one line, so that every line has a name of its own. */
export function paragraphsOf(cues: readonly Cue[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let [length, end, taken] = [0, 0, -1];
  for (const { start, end: ends, speaker, text } of withoutRolling(cues)) {
    const paragraph = paragraphs.at(-1);
    const last = paragraph?.lines.at(-1);
    const second = Math.floor(start);
    const goesOn =
      paragraph !== undefined &&
      paragraph.speaker === speaker &&
      start - end < PAUSE &&
      length < LONGEST &&
      !(length > LONG && /[.!?…。！？]["'”’)\]]*$/u.test(last?.text ?? ""));
    if (last && (goesOn || paragraph?.speaker === speaker) && last.second === second && last.text.length < LONGEST) last.text += ` ${text}`;
    // Two voices of one second: the second of them is named after the next second that is free.
    else {
      const line = { second: Math.max(second, taken + 1), text };
      taken = line.second;
      if (goesOn) paragraph.lines.push(line);
      else paragraphs.push({ speaker, lines: [line] });
      if (!goesOn) length = 0;
    }
    length += text.length;
    end = Math.max(end, ends);
  }
  return paragraphs;
}

/** Captions that roll up say every line two or three times; a cue that stands for a moment gives them away. */
function withoutRolling(cues: readonly Cue[]): readonly Cue[] {
  if (!cues.some(({ start, end }) => end - start < 0.05)) return cues;
  const kept: Cue[] = [];
  let before = "";
  for (const cue of cues) {
    const text = cue.text.slice(overlap(before, cue.text)).trim();
    before = cue.text;
    if (text) kept.push({ ...cue, text });
  }
  return kept;
}

/** How many characters at the start of a text are the end of the one before, in whole words. */
function overlap(before: string, text: string): number {
  for (let length = Math.min(before.length, text.length, 300); length > 0; length--)
    if (before.endsWith(text.slice(0, length)) && (length === text.length || text[length] === " ")) return length;
  return 0;
}

/** Paragraphs in parts that are small enough; a paragraph stays whole. */
function cut(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const parts: Paragraph[][] = [];
  let weight = LARGEST_PART;
  for (const paragraph of paragraphs) {
    const own = paragraph.lines.reduce((sum, { text }) => sum + byteLength(text) + LINE_WEIGHT, 0);
    if (weight + own > LARGEST_PART) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)?.push(paragraph);
    weight += own;
  }
  return parts;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) bytes += text.charCodeAt(at) < 0x80 ? 1 : text.charCodeAt(at) < 0x800 ? 2 : 3;
  return bytes;
}

function startOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs[0]?.lines[0]?.second ?? 0;
}

function lastSecond(cues: readonly Cue[]): number {
  return cues.reduce((latest, { end }) => Math.max(latest, Math.ceil(end)), 0);
}
