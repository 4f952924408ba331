/** Reads WebVTT captions (https://www.w3.org/TR/webvtt1/): who says what, and when. */
import type { Cue, Transcript } from "../model/made-media.ts";
import { FORBIDDEN_CHARACTER } from "../model/records/fields.ts";
import { cut } from "../text/cut.ts";

/** No talk has more; what is above is left out, so that no file can make a page that no browser shows. */
const MOST_CUES = 20_000;
const LONGEST_CUE = 2_000;

/** Told what is wrong on a line, counted from 1. */
export type OnMistake = (line: number, message: string) => void;

/**
 * Reads captions as browsers do: without its first line a file is no WebVTT and gives nothing, and a cue that is broken is left out.
 * A cue with several voices becomes one for each.
 */
export function parseWebVtt(source: string, onMistake: OnMistake = () => {}): Transcript | undefined {
  const lines = source
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "\uFFFD")
    .split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? "")) {
    onMistake(1, "The first line has to be `WEBVTT`.");
    return undefined;
  }
  const cues: Cue[] = [];
  // The header ends at the first blank line, or where the first cue begins.
  let at = 1;
  while (at < lines.length && lines[at] !== "" && !lines[at]?.includes("-->")) at++;
  while (at < lines.length) {
    if (lines[at] === "") {
      at++;
      continue;
    }
    // A cue has its times on its first line, or below its name; further times begin another, also without a blank line between.
    const begin = at;
    const times = lines[at]?.includes("-->") ? begin : begin + 1;
    while (at < lines.length && lines[at] !== "" && (at <= times || !lines[at]?.includes("-->"))) at++;
    readBlock(lines.slice(begin, at), begin + 1, cues, onMistake);
    if (cues.length >= MOST_CUES) {
      onMistake(begin + 1, `Only the first ${MOST_CUES} cues are read.`);
      return { cues: inOrder(cues.slice(0, MOST_CUES)) };
    }
  }
  return { cues: inOrder(cues) };
}

function readBlock(block: readonly string[], line: number, cues: Cue[], onMistake: OnMistake): void {
  const timing = block.findIndex((text, index) => index < 2 && text.includes("-->"));
  if (timing < 0) {
    if (!/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0] ?? "")) onMistake(line, "This block has no line with `-->` and two times.");
    return;
  }
  const times = TIMING.exec(block[timing] ?? "");
  const [start, end] = [secondsOf(times?.[1]), secondsOf(times?.[2])];
  if (start === undefined || end === undefined) {
    onMistake(line + timing, "Times are written like `00:01:02.500 --> 00:01:05.000`.");
    return;
  }
  if (end <= start) {
    onMistake(line + timing, "This cue ends before it starts.");
    return;
  }
  for (const { speaker, text } of voices(block.slice(timing + 1).join("\n"))) {
    if (text.length > LONGEST_CUE) onMistake(line + timing + 1, `Only the first ${LONGEST_CUE} characters of this cue are read.`);
    cues.push({ start, end, speaker: speaker && cut(speaker, LONGEST_CUE), text: cut(text, LONGEST_CUE) });
  }
}

const TIMING = /^[ \t]*([\d:.]+)[ \t]*-->[ \t]*([\d:.]+)(?:[ \t]|$)/;
const TIME = /^(?:(\d{2,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;

function secondsOf(text: string | undefined): number | undefined {
  const found = TIME.exec(text ?? "");
  if (!found) return undefined;
  const [, hours = "0", minutes, seconds, thousandths] = found;
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

interface Voice {
  speaker: string | undefined;
  text: string;
}

/** The text of a cue without its tags, cut where another voice begins. */
function voices(payload: string): Voice[] {
  const found: Voice[] = [];
  let [speaker, text] = [undefined as string | undefined, ""];
  const end = () => {
    const plain = plainText(text);
    if (plain) found.push({ speaker, text: plain });
    text = "";
  };
  for (const [token] of payload.matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!token.startsWith("<")) {
      text += decode(token);
      continue;
    }
    const voice = /^<v(?:\.[^\s>]*)?[ \t\n]+([^>]*)>?$/.exec(token);
    if (!voice && token !== "</v>") continue;
    end();
    speaker = voice ? plainText(decode(voice[1] ?? "")) || undefined : undefined;
  }
  end();
  return found;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00A0",
  lrm: "\u200E",
  rlm: "\u200F",
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** The letter at an end of a text is of Chinese or Japanese, which set no blanks between words. */
const [ENDS_WITHOUT_BLANKS, STARTS_WITHOUT_BLANKS] = [
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。]$/u,
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
];

const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, "gu");

/** One line without what no text of a record may hold, such as marks that turn the order of letters round. Lines of Chinese and Japanese are joined without a blank. One pass, however many blanks there are. */
function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, (blanks: string, at: number) => {
      const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + blanks.length, at + blanks.length + 2)];
      return blanks.includes("\n") && ENDS_WITHOUT_BLANKS.test(before) && STARTS_WITHOUT_BLANKS.test(after) ? "" : " ";
    })
    .replace(FORBIDDEN, "\ufffd")
    .trim();
}

/** In order of their starts; equal ones as in the file. */
function inOrder(cues: Cue[]): Cue[] {
  return cues.sort((a, b) => a.start - b.start);
}
