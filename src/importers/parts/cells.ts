/** Reads the cells of tables (csv-parse), with where each record stands. */
import { parse } from "csv-parse/sync";
import { unguarded } from "../../text/formula.ts";

/** A part of a text. */
export interface Span {
  start: number;
  end: number;
}

/** A record of a table, and where it stands. */
export interface Cells extends Span {
  record: string[];
}

const MOST_BROKEN = 50;

/** The cells of every record, with where it stands; lines with a quote that is never closed are set aside. */
export function parseCells(text: string, delimiter: string): { records: Cells[]; broken: Span[] } {
  const records: Cells[] = [];
  const broken: Span[] = [];
  let from = 0;
  while (from < text.length && broken.length < MOST_BROKEN) {
    const bytes = new Positions(text, from);
    let start = from;
    const onRecord = (record: string[], { bytes: read }: { bytes: number }) => {
      const end = bytes.at(read);
      records.push({ record: record.map(unguarded), start, end });
      start = end;
      return null;
    };
    try {
      parse(text.slice(from), { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, on_record: onRecord });
      break;
    } catch {
      const next = text.indexOf("\n", text.slice(start).search(/[^\r\n]/) + start);
      from = next < 0 ? text.length : next + 1;
      broken.push({ start, end: from });
    }
  }
  return { records, broken };
}

/** Characters of a text by the number of its bytes, asked in order. */
class Positions {
  private character: number;
  private byte = 0;
  private readonly text: string;

  constructor(text: string, from: number) {
    this.text = text;
    this.character = from;
  }

  at(byte: number): number {
    while (this.byte < byte && this.character < this.text.length) {
      const code = this.text.codePointAt(this.character) ?? 0;
      this.byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      this.character += code < 0x10000 ? 1 : 2;
    }
    return this.character;
  }
}
