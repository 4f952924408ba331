/** Writes small PDFs by hand, with the standard fonts that every reader has, so that tests need neither a font nor a program. */
import { deflateSync } from "node:zlib";

export interface Words {
  text: string;
  /** From the top left corner, in points. */
  x: number;
  y: number;
  size?: number;
  /** `cjk` names a Japanese font that is not in the file; `hebrew` maps Latin letters to Hebrew ones, as a font in a file does. */
  font?: "latin" | "cjk" | "hebrew";
}

export interface PageOfPdf {
  /** In points; a slide of 16:9 where left out. */
  width?: number;
  height?: number;
  rotate?: 90 | 180 | 270;
  words?: Words[];
  /** A picture of so many coloured squares a side. */
  picture?: number;
  /** So many different pictures of one colour, each of so many pixels a side. */
  pictures?: { side: number; number: number };
  /** Further operators. */
  code?: string;
}

export interface PdfOptions {
  /** Needs a password to be opened. */
  encrypted?: boolean;
  /** Further objects by their number (from 900), such as forms; pages know number `n` as `/Fn`. */
  forms?: Record<number, string>;
}

const FONTS = {
  latin: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  cjk: "<</Type/Font/Subtype/Type0/BaseFont/KozMinPr6N-Regular/Encoding/UniJIS-UTF16-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/KozMinPr6N-Regular/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/KozMinPr6N-Regular/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>",
};
const HEBREW_FIRST = 0x5d0;

/** A whole PDF of these pages. */
export function makePdf(pages: readonly PageOfPdf[], { encrypted = false, forms = {} }: PdfOptions = {}): Uint8Array {
  const objects = new Map<number, string>();
  const streamOf = (text: string, facts = "") => `<<${facts}/Length ${Buffer.byteLength(text, "latin1")}>>stream\n${text}\nendstream`;
  objects.set(1, "<</Type/Catalog/Pages 2 0 R>>");
  objects.set(3, FONTS.latin);
  objects.set(4, FONTS.cjk);
  objects.set(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>");
  objects.set(6, streamOf(hebrewMap()));
  const names = Object.keys(forms)
    .map((number) => `/F${number} ${number} 0 R`)
    .join("");
  for (const [number, form] of Object.entries(forms))
    objects.set(Number(number), streamOf(form, `/Type/XObject/Subtype/Form/BBox[0 0 960 540]/Resources<</XObject<<${names}>>>>`));
  let next = 10;
  const kids = pages.map((page) => {
    const { width = 960, height = 540, rotate = 0, words = [], picture, pictures, code = "" } = page;
    const [at, content, image] = [next++, next++, next++];
    const drawing = [
      `0.93 0.95 0.97 rg 0 0 ${width} ${height} re f 0.08 0.2 0.24 rg 0 ${height - 12} ${width} 12 re f 0 0 0 rg`,
      picture ? `q ${height / 2} 0 0 ${height / 2} ${width / 2} 20 cm /I Do Q` : "",
      ...words.map((one) => wordsCode(one, height)),
      ...Array.from({ length: pictures?.number ?? 0 }, (_, one) => `q ${width} 0 0 ${height} 0 0 cm /P${one} Do Q`),
      code,
    ].join("\n");
    const bytes = deflateSync(drawing);
    objects.set(content, streamOf(bytes.toString("latin1"), "/Filter/FlateDecode"));
    if (picture) objects.set(image, pictureObject(picture, streamOf));
    let more = "";
    for (let one = 0; pictures && one < pictures.number; one++) {
      const facts = `/Type/XObject/Subtype/Image/Width ${pictures.side}/Height ${pictures.side}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`;
      objects.set(next, streamOf(deflateSync(Buffer.alloc(pictures.side ** 2 * 3, one * 20)).toString("latin1"), facts));
      more += `/P${one} ${next++} 0 R`;
    }
    const own = `${more}${picture ? `/I ${image} 0 R` : ""}${names}`;
    objects.set(
      at,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}/Contents ${content} 0 R/Resources<</Font<</latin 3 0 R/cjk 4 0 R/hebrew 5 0 R>>/XObject<<${own}>>>>>>`,
    );
    return `${at} 0 R`;
  });
  objects.set(2, `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(" ")}]>>`);
  const secret = "00".repeat(32);
  const extra = encrypted ? `/Encrypt<</Filter/Standard/V 1/R 2/O<${secret}>/U<${secret}>/P -4>>/ID[<${secret}><${secret}>]` : "";
  return assemble(objects, extra);
}

function assemble(objects: ReadonlyMap<number, string>, extra: string): Uint8Array {
  const size = Math.max(...objects.keys()) + 1;
  const places = new Map<number, number>();
  let text = "%PDF-1.7\n";
  for (const [number, object] of objects) {
    places.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  text += `xref\n0 ${size}\n${rows.join("")}trailer\n<</Size ${size}/Root 1 0 R${extra}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

function wordsCode({ text, x, y, size = 24, font = "latin" }: Words, height: number): string {
  const codes = {
    latin: () => Buffer.from(text, "latin1").toString("hex"),
    cjk: () => Buffer.from(text, "utf16le").swap16().toString("hex"),
    // A page is drawn from left to right, whatever the script.
    hebrew: () =>
      [...text]
        .reverse()
        .map((letter) => (letter === " " ? "20" : (0x61 + (letter.codePointAt(0) ?? 0) - HEBREW_FIRST).toString(16)))
        .join(""),
  };
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${codes[font]()}> Tj ET`;
}

function hebrewMap(): string {
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/H def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfrange <20> <20> <0020> <61> <7b> <05d0> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function pictureObject(side: number, streamOf: (text: string, facts: string) => string): string {
  const pixels = Buffer.alloc(side * side * 3);
  for (let at = 0; at < side * side; at++) pixels.set([(at * 37) % 256, (at * 91) % 256, (at * 13) % 256], at * 3);
  const facts = `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`;
  return streamOf(deflateSync(pixels).toString("latin1"), facts);
}
