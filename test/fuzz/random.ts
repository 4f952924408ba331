/** Chance that is the same for the same seed on every machine, and the changes to a text that find faults in programs. */

export interface Random {
  /** A whole number from 0 on, below the bound. */
  below(bound: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** The generator “mulberry32”: small, quick, and good enough to choose with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number] };
}

/** What is dear to parsers of every kind, and what would act in a page. */
const PIECES = [
  ...[
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "\0",
    "\u0007",
    "\ufeff",
    "\u2028",
    "\u202e",
    "\u0301",
    "\ud800",
    "\u{1f600}",
    "\u{e0041}",
    "ß",
    "日本",
  ],
  ...["---", "---\n", "- ", "? ", ": ", "a: ", "&a ", "*a ", "!!js/function ", "|", ">", "[", "]", "{", "}", ",", "'", '"', "#", "%", "\\"],
  ..."<script>alert(1)</script>|<img src=x onerror=alert(1)>|javascript:alert(1)|[a](javascript:alert(1))|<!--|]]>|<![CDATA[|</|/>".split(
    "|",
  ),
  ...'<!DOCTYPE x [<!ENTITY a "b">]>|&a;|&#x3c;|&lt;|<a b="|<?xml version="1.0"?>|{{ 7*7 }}|{% include "x" %}'.split("|"),
  ..."BEGIN:VEVENT\r\n|END:VEVENT\r\n|RRULE:FREQ=SECONDLY\r\n|DTSTART:|TZID=|00:00.000 --> |NOTE |STYLE\n|<v |<c.|WEBVTT".split("|"),
  ...[
    "__proto__",
    "constructor",
    "null",
    "true",
    "1e999",
    "-0",
    "9".repeat(40),
    "../",
    "/etc/passwd",
    "C:\\",
    "file:///",
    "http://[",
    "https://a@b/",
  ],
  ...["2020-02-30", "24:00", "0000-00-00", "T", "Z", "+99:99", "Europe/Berlin", "=cmd()", ",,,", ";", '""', "\\u0000", "\\ud800"],
];

const MOST_REPEATED = 60_000;
/** One run in eight is eight times as long, so that what takes the square of its length takes long. */
const repeats = (count: number) => (count % 8 === 0 ? 8 * count : count);

/** A text with some changes: pieces put in, parts left out, doubled, repeated, cut off or moved. */
export function changed(text: string, random: Random): string {
  let now = text;
  for (let left = 1 + random.below(6); left > 0; left--) {
    const at = random.below(now.length + 1);
    const length = random.below(Math.min(200, now.length - at + 1));
    const [before, part, after] = [now.slice(0, at), now.slice(at, at + length), now.slice(at + length)];
    const piece = random.pick(PIECES);
    now = random.pick([
      () => before + piece + part + after,
      () => before + piece + after,
      () => before + after,
      () => before + part + part + after,
      () => before + after + part,
      () => before + part.repeat(random.below(20)) + after,
      () => before + piece.repeat(repeats(random.below(Math.floor(MOST_REPEATED / piece.length)))) + part + after,
      () => (random.below(4) === 0 ? before : now),
      () => before + String.fromCharCode(random.below(0x10000)) + part + after,
    ])();
  }
  return now;
}

/** Bytes with some changes: bits turned, parts left out, doubled or overwritten with numbers at the edge. */
export function changedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let now = Buffer.from(bytes);
  for (let left = 1 + random.below(12); left > 0; left--) {
    const at = random.below(now.length + 1);
    const length = random.below(Math.min(64, now.length - at + 1));
    const [before, part, after] = [now.subarray(0, at), now.subarray(at, at + length), now.subarray(at + length)];
    const number = random.pick(["0", "-1", "2147483647", "99999999999", "1e9", "/Type", "<<", ">>", "[", "stream\n", "endobj", " 0 R"]);
    now = random.pick([
      () => Buffer.concat([before, Buffer.from([random.below(256)]), now.subarray(at + 1)]),
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, part, part, after]),
      () => Buffer.concat([before, Buffer.from(number), after]),
      // Numbers in the text of a PDF are sizes, places and counts.
      () =>
        Buffer.from(
          now.toString("latin1").replace(/\d+/g, (digits) => (random.below(40) === 0 ? number : digits)),
          "latin1",
        ),
    ])();
  }
  return now;
}
