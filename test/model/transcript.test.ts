import { describe, expect, test } from "vitest";
import type { Archive } from "../../src/model/archive.ts";
import type { Cue } from "../../src/model/made-media.ts";
import { NOTHING_MADE } from "../../src/model/made-media.ts";
import { cuePath, paragraphsOf, transcriptParts } from "../../src/model/transcript.ts";
import { archiveOf, talkOf } from "./make.ts";

const cue = (start: number, text: string, speaker?: string, end = start + 4): Cue => ({ start, end, speaker, text });
const shown = (cues: Cue[]) =>
  paragraphsOf(cues).map(({ speaker, lines }) => [speaker, ...lines.map(({ second, text }) => `${second} ${text}`)]);

function archiveWith(cues: Cue[]): Archive {
  const archive = archiveOf({
    events: { e: {} },
    talks: { "e/a": { video: { url: "https://vimeo.com/1", captions: "a.vtt" } }, "e/b": {} },
    media: [{ path: "a.vtt", bytes: 1, looksLike: "other" }],
  });
  return { ...archive, made: { ...NOTHING_MADE, transcripts: new Map([["a.vtt", { cues }]]) } };
}

describe("paragraphs", () => {
  test("end where another speaks, and at a pause", () => {
    expect(shown([cue(0.5, "One."), cue(4.4, "Two."), cue(8, "Three.", "Ada"), cue(12, "Four.", "Ada"), cue(20, "Five.", "Ada")])).toEqual([
      [undefined, "0 One.", "4 Two."],
      ["Ada", "8 Three.", "12 Four."],
      ["Ada", "20 Five."],
    ]);
  });

  test("end with a sentence when they are long", () => {
    const long = "word ".repeat(60);
    expect(shown([cue(0, long), cue(4, long), cue(8, `${long}and end.`), cue(12, "Next.")])).toHaveLength(2);
    expect(shown([cue(0, long), cue(4, long), cue(8, long), cue(12, "Next.")])).toHaveLength(1);
  });

  test("every line has a second of its own", () => {
    expect(
      shown([cue(1.1, "One"), cue(1.9, "and two."), cue(2, "Three.", "Ada"), cue(2.5, "Four.", "Bob"), cue(2.9, "Five.", "Eve")]),
    ).toEqual([
      [undefined, "1 One and two."],
      ["Ada", "2 Three."],
      ["Bob", "3 Four."],
      ["Eve", "4 Five."],
    ]);
  });

  test("captions that roll up are said once; what is said twice stays", () => {
    const rolling = [cue(0, "so this is"), cue(4, "so this is", undefined, 4.01), cue(4.01, "so this is the scheduler")];
    expect(shown(rolling)).toEqual([[undefined, "0 so this is", "4 the scheduler"]]);
    expect(shown([cue(0, "No, no."), cue(4, "No, no.")])).toEqual([[undefined, "0 No, no.", "4 No, no."]]);
  });
});

describe("the path of a line", () => {
  test("is that of the line spoken then", () => {
    const archive = archiveWith([cue(3, "One."), cue(754.2, "Two.")]);
    const at = (seconds: number) => cuePath(archive, talkOf(archive, "e/a"), seconds);
    expect([0, 3, 100, 754.2, 9999].map(at)).toEqual([3, 3, 3, 754, 754].map((second) => `/events/e/a/transcript/#t-${second}`));
  });

  test("is none without a transcript", () => {
    expect(cuePath(archiveWith([]), talkOf(archiveWith([]), "e/a"), 1)).toBeUndefined();
    expect(cuePath(archiveWith([cue(0, "x")]), talkOf(archiveWith([]), "e/b"), 1)).toBeUndefined();
  });

  test("names the part of a long transcript", () => {
    const archive = archiveWith(
      Array.from({ length: 900 }, (_, index) => cue(index * 4, "What is said in four seconds, about sixty characters.")),
    );
    const talk = talkOf(archive, "e/a");
    const parts = transcriptParts(archive, talk);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ path }) => path).slice(0, 2)).toEqual(["/events/e/a/transcript/", "/events/e/a/transcript/2/"]);
    expect(parts.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))).toHaveLength(900);
    for (const [index, part] of parts.entries()) {
      expect(part.to).toBe(parts[index + 1]?.from ?? 3600);
      expect(cuePath(archive, talk, part.from)).toBe(`${part.path}#t-${part.from}`);
      expect(cuePath(archive, talk, part.to - 1)).toMatch(new RegExp(`^${part.path}#`));
    }
  });
});
