/** The order in which the text of a slide is read: lines by their place, columns one after the other, each script in its direction. */

/** A piece of text on a page. Lengths in points, from the top left corner. */
export interface TextPiece {
  text: string;
  /** Its left end and its base line. */
  x: number;
  y: number;
  width: number;
  /** The size of its font. */
  size: number;
  /** Whether it runs from left to right or the other way, level; other text comes last, in the order of the file. */
  level: boolean;
}

const MOST_PIECES = 4000;
const MOST_TEXT = 10_000;
/** No deeper columns in columns than this. */
const DEEPEST = 3;
/** Lines above and below columns that go across them. */
const ACROSS = 4;

/** The lines of a page in reading order, without what is no text. */
export function readingOrder(pieces: readonly TextPiece[], pageWidth: number): string[] {
  const known = pieces.slice(0, MOST_PIECES).flatMap((piece) => {
    const text = clean(piece.text);
    return text.trim() === "" ? [] : [{ ...piece, text }];
  });
  const rows = rowsOf(known.filter(({ level }) => level));
  const turned = known.filter(({ level }) => !level).map(({ text }) => text);
  const lines = [...inOrder(rows, pageWidth, DEEPEST), ...turned].map((line) => line.replace(/\s+/gu, " ").trim()).filter(Boolean);
  let left = MOST_TEXT;
  return lines.flatMap((line) => {
    const part = line.slice(0, Math.max(0, left));
    left -= part.length;
    return part ? [part] : [];
  });
}

/** Without control and format characters, private ones (the bullets of symbol fonts) and halves of pairs. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, " ").replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}\uFFFD]/gu, "");
}

/** Pieces on one base line, from left to right. */
type Row = TextPiece[];

function rowsOf(pieces: readonly TextPiece[]): Row[] {
  const rows: { y: number; size: number; row: Row }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    // Raised and lowered text belongs to the line beside it.
    if (last && piece.y - last.y < 0.3 * Math.max(last.size, piece.size)) {
      last.row.push(piece);
      last.size = Math.max(last.size, piece.size);
    } else rows.push({ y: piece.y, size: piece.size, row: [piece] });
  }
  return rows.map(({ row }) => row.sort((a, b) => a.x - b.x));
}

function inOrder(rows: readonly Row[], pageWidth: number, depth: number): string[] {
  if (depth > 0)
    for (let across = 0; across <= 2 * ACROSS; across++)
      for (let above = Math.min(across, ACROSS); above >= Math.max(0, across - ACROSS); above--) {
        const body = rows.slice(above, rows.length - (across - above));
        const cut = gutter(body, pageWidth);
        if (cut === undefined) continue;
        const side = (isLeft: boolean) => body.map((row) => row.filter(({ x }) => x < cut === isLeft)).filter((row) => row.length > 0);
        const [left, right] = [side(true), side(false)];
        const columns = isFromRight(body.flat()) ? [right, left] : [left, right];
        return [
          ...rows.slice(0, above).map(lineOf),
          ...columns.flatMap((column) => inOrder(column, pageWidth, depth - 1)),
          ...rows.slice(rows.length - (across - above)).map(lineOf),
        ];
      }
  return rows.map(lineOf);
}

/** Where two columns meet, if rows are set in columns; a table is read row by row, and so is what stands beside bullets. */
function gutter(rows: readonly Row[], pageWidth: number): number | undefined {
  if (rows.length < 2) return undefined;
  const pieces = rows.flat().sort((a, b) => a.x - b.x);
  const size = median(pieces.map((piece) => piece.size));
  const gaps: { from: number; to: number }[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { x, width } of pieces) {
    if (x - end > Math.max(1.2 * size, 0.015 * pageWidth)) gaps.push({ from: end, to: x });
    end = end === Number.POSITIVE_INFINITY ? x + width : Math.max(end, x + width);
  }
  const [from, to] = [pieces[0]?.x ?? 0, end];
  const wide = gaps.filter((gap) => gap.from - from > 0.08 * pageWidth && to - gap.to > 0.08 * pageWidth);
  const widest = wide.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!widest) return undefined;
  const left = rows.filter((row) => row.some(({ x }) => x < widest.to)).length;
  const right = rows.filter((row) => row.some(({ x }) => x >= widest.to)).length;
  if (left < 2 || right < 2) return undefined;
  // Three or more short cells in most rows are a table.
  if (gaps.length > 1 && rows.filter((row) => row.length > 2).length > rows.length / 2) {
    const text = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    if (text / pieces.length < 20) return undefined;
  }
  return widest.to;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/gu;
const WITHOUT_BLANKS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。・「」（）]$/u;

function isFromRight(pieces: readonly TextPiece[]): boolean {
  const text = pieces.map((piece) => piece.text).join("");
  const strong = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > strong;
}

/** One row as text. Pieces of a row from the right come from the right, but for those of another script between them. */
function lineOf(row: Row): string {
  const ordered = isFromRight(row) ? fromRight(row) : row;
  let line = "";
  let before: TextPiece | undefined;
  for (const piece of ordered) {
    if (before) {
      const [one, other] = before.x <= piece.x ? [before, piece] : [piece, before];
      const gap = other.x - (one.x + one.width);
      const joined = WITHOUT_BLANKS.test(line.at(-1) ?? "") && WITHOUT_BLANKS.test(piece.text.charAt(0));
      if (gap > (joined ? 1 : 0.12) * Math.min(one.size, other.size)) line += " ";
    }
    line += piece.text;
    before = piece;
  }
  return line;
}

function fromRight(row: Row): Row {
  const ordered: Row = [];
  let others: Row = [];
  for (const piece of row.toReversed()) {
    if (/\p{L}/u.test(piece.text) && !isFromRight([piece])) others.unshift(piece);
    else {
      ordered.push(...others, piece);
      others = [];
    }
  }
  return [...ordered, ...others];
}
