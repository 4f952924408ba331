import { expect, test } from "vitest";
import { parseWebVtt } from "../../src/media/webvtt.ts";
import { cpuSeconds } from "../support/cpu.ts";

function read(source: string) {
  const mistakes: string[] = [];
  const transcript = parseWebVtt(source, (line, message) => mistakes.push(`${line}: ${message}`));
  return { cues: transcript?.cues.map(({ start, end, speaker, text }) => [start, end, speaker ?? null, text]), mistakes };
}

test("cues with names, settings, hours, voices, tags and references", () => {
  const source = `\uFEFFWEBVTT - made by us
Kind: captions

NOTE a remark
over two lines

STYLE
::cue { color: red }

intro
00:01.500 --> 00:04.000 align:start position:10%
<v.loud Ann Example>Hello, <i>everyone</i> &amp; <00:02.000>welcome &lt;all&gt;</v>

01:00:00.000 --> 01:00:01.250
First line
second line
`;
  expect(read(source)).toEqual({
    cues: [
      [1.5, 4, "Ann Example", "Hello, everyone & welcome <all>"],
      [3600, 3601.25, null, "First line second line"],
    ],
    mistakes: [],
  });
});

test("several voices in one cue; Chinese lines joined without a blank; any line ends; order of time", () => {
  const source =
    "WEBVTT\r\n\r\n00:05.000 --> 00:06.000\r\n<v Ann>Is it?</v> <v Bob>It is.\r\n\r\n00:01.000 --> 00:02.000\r\n虚拟\r\n机器\r\n";
  expect(read(source).cues).toEqual([
    [1, 2, null, "虚拟机器"],
    [5, 6, "Ann", "Is it?"],
    [5, 6, "Bob", "It is."],
  ]);
});

test("what is broken is left out and told, with its line", () => {
  const source = `WEBVTT

1
00:01 --> 00:02
no thousandths

00:03.000 --> 00:02.000
backwards

just text

00:04.000 --> 00:05.000
good`;
  expect(read(source)).toEqual({
    cues: [[4, 5, null, "good"]],
    mistakes: [
      "4: Times are written like `00:01:02.500 --> 00:01:05.000`.",
      "7: This cue ends before it starts.",
      "10: This block has no line with `-->` and two times.",
    ],
  });
});

test.each(["", "00:01.000 --> 00:02.000\ntext", "WEBVTTX\n", "1\n00:00:01,000 --> 00:00:02,000\nSubRip"])("no WebVTT: %j", (source) => {
  expect(read(source)).toEqual({ cues: undefined, mistakes: ["1: The first line has to be `WEBVTT`."] });
});

test("times below those of a cue without text begin the next cue, with or without a name above them", () => {
  const [one, two] = ["00:01.000 --> 00:02.000", "00:03.000 --> 00:04.000"];
  expect(read(`WEBVTT\n\n${one}\n${two}\nsecond\n`)).toEqual({ cues: [[3, 4, null, "second"]], mistakes: [] });
  expect(read(`WEBVTT\n\nname\n${one}\n${two}\nsecond\n`)).toEqual({ cues: [[3, 4, null, "second"]], mistakes: [] });
});

test("a transcript of nothing, and hostile text", () => {
  expect(read("WEBVTT")).toEqual({ cues: [], mistakes: [] });
  expect(read("WEBVTT\n\n00:01.000 --> 00:02.000\n<<script>alert(1)</script>&#0;&#x202e;\u0007&bogus; <b\n").cues).toEqual([
    [1, 2, null, "alert(1)\uFFFD\uFFFD &bogus;"],
  ]);
  // What could make a line lie about the order of its letters, or is no character, is shown as such; marks of direction stay.
  expect(read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v \u202eAda>a\u202eb\u2066c\ufffe\u{feff}d&#xffff;&rlm;\u2028e\n").cues).toEqual([
    [1, 2, "\uFFFDAda", "a\uFFFDb\uFFFDc\uFFFD d\uFFFD\u200F e"],
  ]);
  const seconds = cpuSeconds(() => {
    parseWebVtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"<v ".repeat(200_000)}`);
    parseWebVtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n中${" \n".repeat(100_000)}x`);
    parseWebVtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"\n \t".repeat(1)}${" \t".repeat(200_000)}`);
    expect(parseWebVtt(`WEBVTT\n\n${"00:01.000 --> 00:02.000\na\n\n".repeat(30_000)}`)?.cues).toHaveLength(20_000);
  });
  expect(seconds).toBeLessThan(10);
});

test("a cue that is too long is cut between characters, which is told", () => {
  const { cues, mistakes } = read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"a".repeat(1999)}😀b\n`);
  expect(cues).toEqual([[1, 2, null, "a".repeat(1999)]]);
  expect(mistakes).toEqual(["4: Only the first 2000 characters of this cue are read."]);
});
