/** What a program can read of a file, to look for a name in it. */
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { textsOfMedia } from "../../src/cli/life/media-text.ts";
import { zipOf } from "../../src/components/zip.ts";
import { NameFinder } from "../../src/text/name-pattern.ts";
import { folderOf } from "../support/content.ts";
import { cpuSeconds } from "../support/cpu.ts";
import { smallPdf } from "../support/rich.ts";

const finder = new NameFinder(["Zelda Quuxbury"]);
const zip = (path: string, text: string | Uint8Array) => Buffer.from(zipOf([{ path, bytes: Buffer.from(text) }]));
const CUT = "<w:p><w:r><w:t>By Zel</w:t></w:r><w:r><w:t>da Quux</w:t></w:r><w:r><w:t>bury</w:t></w:r></w:p><w:p>Text</w:p>";
const packed = (text: string) =>
  Buffer.concat([Buffer.from("%PDF-1.5\n1 0 obj << /Filter /FlateDecode >>\nstream\n"), deflateSync(text), Buffer.from("\nendstream\n")]);

function encrypted(): Buffer {
  const bytes = zip("word/document.xml", CUT);
  const at = bytes.indexOf("PK\x01\x02");
  bytes[at + 8] = 1;
  return bytes;
}

/** A zip with one file, whose list says that it is smaller than it is. */
function lying(): Buffer {
  const bytes = zip("word/document.xml", CUT);
  bytes.writeUInt32LE(CUT.length - 1, bytes.indexOf("PK\x01\x02") + 24);
  return bytes;
}

function look(bytes: Uint8Array, lines?: string[]) {
  const { texts, isWhole } = textsOfMedia(join(folderOf({ file: Buffer.from(bytes) }), "file"), bytes.length, lines);
  return [texts.some((text) => finder.holds(text)), isWhole];
}

const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();
/** With a backslash before brackets and backslashes. */
const escaped = (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace(/[\\()]/g, "\\$&"), "latin1");
const octal = (bytes: Buffer) =>
  [...bytes].map((byte) => (byte > 0x40 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`)).join("");

test.each([
  ["a table in UTF-16", Buffer.from("\ufefftitle;Mihai Donțu\r\n", "utf16le")],
  [
    "the tag of a recording",
    Buffer.concat([Buffer.from("ID3\x04\x00TPE1\x00\x01", "latin1"), wide("Mihai Donțu"), Buffer.from([0, 0, 255])]),
  ],
  ["the author of a PDF in digits", Buffer.from(`%PDF-1.6\n<</Author<${wide("Mihai Donțu").toString("hex").toUpperCase()}>>>`)],
  ["the author of a PDF with escapes", Buffer.from(`%PDF-1.6\n<</Author(\\376\\377${octal(wide("Mihai Donțu").subarray(2))})>>`, "latin1")],
  [
    "the title of a PDF as it is, behind a bracket",
    Buffer.concat([
      Buffer.from("%PDF-1.6\n<</Title("),
      wide("A "),
      Buffer.from("\x00\\("),
      wide("Mihai Donțu").subarray(2),
      Buffer.from(")>>"),
    ]),
  ],
  ["lines that end as those of slides", Buffer.from("\ufeffSlides\v\fMihai Donțu", "utf16le")],
  ["what begins within something else", Buffer.concat([Buffer.from("\xff\xfeabc", "latin1"), Buffer.from("\ufeffMihai Donțu", "utf16le")])],
  [
    "the author of a PDF as Word writes it",
    Buffer.concat([Buffer.from("%PDF-1.6\n<</Author("), escaped(wide("Mihai Donțu")), Buffer.from(")>>")]),
  ],
  ["what a PDF packs of itself", packed(`/Author<${wide("Mihai Donțu").toString("hex")}>`)],
])("letters beyond ASCII are read in %s", (_, bytes) => {
  const { texts } = textsOfMedia(join(folderOf({ file: bytes }), "file"), bytes.length, ["Slides"]);
  expect(texts.some((text) => new NameFinder(["Mihai Donțu"]).holds(text))).toBe(true);
});

test("no letter of a name in a string of a PDF is taken for a sign", () => {
  const author = Buffer.concat([Buffer.from("%PDF-1.6\n<</Author("), escaped(wide("李小龙")), Buffer.from(")>>")]);
  expect(textsOfMedia(join(folderOf({ file: author }), "file"), author.length, ["a"]).texts.some((text) => text.includes("李小龙"))).toBe(
    true,
  );
});

const chunk = (kind: string, data: Buffer | string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(Buffer.byteLength(data));
  return Buffer.concat([size, Buffer.from(kind), Buffer.from(data), Buffer.alloc(4)]);
};
const png = (kind: string, data: Buffer | string) =>
  Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk(kind, data), chunk("IEND", "")]);
const tag = (version: number, text: string) =>
  Buffer.from(
    `ID3${String.fromCharCode(version)}\0\0\0\0\x02\0TPE1\0\0\0${String.fromCharCode(text.length + 1)}\0\0\0${text}TIT2\0\0\0\x06\0\0\0Title`,
    "latin1",
  );

test.each([
  ["the author of a PNG", png("tEXt", "Author\0Zelda Quuxbury")],
  ["a packed text of a PNG", png("zTXt", Buffer.concat([Buffer.from("Author\0\0"), deflateSync("Zelda Quuxbury")]))],
  ["a packed text of a PNG in UTF-8", png("iTXt", Buffer.concat([Buffer.from("Author\0\x01\0\0\0"), deflateSync("Zelda Quuxbury")]))],
  [
    "what ImageMagick keeps in a PNG",
    png("tEXt", `Raw profile type iptc\0\niptc\n  14\n${Buffer.from("Zelda Quuxbury").toString("hex")}\n`),
  ],
  ["a photo between other words", Buffer.from("\xff\xd8\xff\xe1Exif\0\0MM\0*Canon\0Zelda Quuxbury\0All rights\0\xff", "latin1")],
  ["a tag of a recording", tag(3, "Zelda Quuxbury")],
  ["a tag of a recording of version 4", tag(4, "Zelda Quuxbury")],
  ["a comment of Ogg before a long one", Buffer.from("OggS\0\x02\xff\x13\0\0\0ARTIST=Zelda QuuxburyF\0\0\0COMMENT=x", "latin1")],
  ["an MP4 before another atom", Buffer.from("\0\0\0\x18ftypisom\xff\0\0\0\0Zelda Quuxbury\0\0\0E\xa9nam", "latin1")],
])("a name is read in %s", (_, bytes) => {
  expect(look(bytes)).toEqual([true, true]);
});

test.each(["(Zeld\\141 Quuxbury)", "(Zelda Quux\\\nbury)", `<${Buffer.from("Zelda Quuxbury").toString("hex")}>`])(
  "a name is read in %j of a PDF",
  (string) => {
    expect(look(Buffer.from(`%PDF-1.4\n<</Author${string}>>`, "latin1"), ["Slides"])[0]).toBe(true);
  },
);

test("marks of UTF-16 without end are looked at once", () => {
  const seconds = cpuSeconds(() => {
    for (const piece of ["\xff\xfe", "\xff\xfe\x00\x00", "\xfe\xffA", "<FEFF", "\\376\\377(", "(\\", "(x(y", "(\\)(", "<4 "])
      look(Buffer.from(`%PDF-1.4\n${piece.repeat(400_000)}`, "latin1"));
  });
  expect(seconds).toBeLessThan(20);
});

describe("a name is found in", () => {
  test.each<[string, Uint8Array]>([
    ["a document of Word, whose words are in pieces", zip("word/document.xml", CUT)],
    ["the metadata of a presentation", zip("docProps/core.xml", "<dc:creator>Zelda Quuxbury</dc:creator>")],
    ["who noted something", zip("word/comments.xml", '<w:comment w:author="Zelda Quuxbury"/>')],
    ["an OpenDocument file", zip("content.xml", "<text:p>Zelda<text:s/>Quuxbury</text:p>")],
    ["a book", zip("OEBPS/one.xhtml", "<p>Zelda&#160;<em>Quuxbury</em></p>")],
    ["a document in a zip", zip("all.docx", zip("word/document.xml", CUT))],
    ["the name of a file in a zip", zip("zelda-quuxbury.png", "")],
    ["a packed text", gzipSync("Zelda Quuxbury")],
    [
      "a long run of letters in what is no text",
      Buffer.concat([Buffer.from([255, 1]), Buffer.alloc(20_000_000, "a"), Buffer.from(" Zelda Quuxbury")]),
    ],
    ["a text in Latin-1", Buffer.from("Zélda Quuxbury", "latin1")],
    [
      "the metadata of a video",
      Buffer.concat([Buffer.from([0, 0, 0, 32, 255]), Buffer.from("ftyp\0\x01art\0\x01Zelda Quuxbury", "latin1")]),
    ],
  ])("%s", (_, bytes) => expect(look(bytes)).toEqual([true, true]));

  test("the pages of a PDF, and what is packed in it", () => {
    expect(look(Buffer.from(smallPdf("Slides")), ["By Zelda Quuxbury"])).toEqual([true, true]);
    expect(look(packed("/Author (Zelda Quuxbury)"), ["Slides"])).toEqual([true, true]);
  });
});

test.each<[string, Uint8Array, string[]?]>([
  ["a PDF that cannot be opened", Buffer.from(smallPdf("Slides"))],
  ["a PDF of pictures alone", Buffer.from(smallPdf("Slides")), ["", " "]],
  ["a zip that is encrypted", encrypted()],
  ["a zip that is damaged", Buffer.from("PK\x03\x04 no more")],
  ["a PDF in a zip", zip("slides.pdf", Buffer.from(smallPdf("Slides")))],
  ["a zip with a file of more bytes than it says", lying()],
  ["an old document", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 text", "latin1")],
  ["what is no gzip", Buffer.from("\x1f\x8b nothing", "latin1")],
])("%s could not be looked into", (_, bytes, lines) => expect(look(bytes, lines)).toEqual([false, false]));

test("the streams of a PDF are looked for in one pass, and those that do not unpack count", () => {
  const most = 200_000 * "stream ".length;
  const { texts } = textsOfMedia(join(folderOf({ file: `%PDF-1.4\n${"stream ".repeat(200_000)}endstream` }), "file"), most, undefined);
  expect(texts).toHaveLength(1);
  const bomb = Buffer.concat([Buffer.from("stream\n"), deflateSync(Buffer.alloc(21_000_000)), Buffer.from("\nendstream\n")]);
  expect(look(Buffer.concat([Buffer.from("%PDF-1.4\n"), ...Array<Buffer>(10).fill(bomb), packed("Zelda Quuxbury")]))).toEqual([
    false,
    false,
  ]);
  expect(look(Buffer.concat([Buffer.from("%PDF-1.4\n"), ...Array<Buffer>(9).fill(bomb), packed("Zelda Quuxbury")]))).toEqual([true, false]);
});

test.each<[string, () => Uint8Array]>([
  ["a document", () => zip("word/document.xml", "<w:t>\u0434ana xx</w:t>".repeat(1_000_000))],
  ["a text of signs alone", () => Buffer.from("<&".repeat(4_000_000))],
  [
    "many documents",
    () => Buffer.from(zipOf(Array.from({ length: 40 }, (_, at) => ({ path: `${at}.xml`, bytes: Buffer.alloc(1_000_000, "a ") })))),
  ],
  ["a packed text", () => gzipSync("a".repeat(70_000_000))],
])("no more of %s is looked into than takes seconds, and that it was not all is said", (_, make) => {
  const bytes = make();
  const { texts, isWhole } = textsOfMedia(join(folderOf({ file: bytes }), "file"), bytes.length, undefined);
  expect(isWhole).toBe(false);
  expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThanOrEqual(30_000_000);
  expect(texts.reduce((sum, text) => sum + (text.match(/[^a-z ]/gi) ?? []).length, 0)).toBeLessThanOrEqual(6_000_000);
});
