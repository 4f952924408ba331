/** Walking through the lines of a reStructuredText, where indentation is all the structure there is. */

/** The lines of a text, with tabs as the blanks they stand for. */
export function splitLines(text: string): string[] {
  return text.split("\n").map((line) => expandTabs(line).trimEnd());
}

function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  return [...line].reduce((text, character) => (character === "\t" ? text + " ".repeat(8 - (text.length % 8)) : text + character), "");
}

export const indentOf = (line: string) => line.length - line.trimStart().length;

export class Lines {
  protected at = 0;
  protected readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  protected line(offset = 0): string {
    return this.lines[this.at + offset] ?? "";
  }

  /** Takes the lines that are indented, with their common indentation taken away. */
  protected takeIndented(): string[] {
    const start = this.at;
    while (this.at < this.lines.length && (this.line() === "" || indentOf(this.line()) > 0)) this.at++;
    while (this.at > start && this.lines[this.at - 1] === "") this.at--;
    const taken = this.lines.slice(start, this.at);
    const margin = taken.reduce((least, line) => (line === "" ? least : Math.min(least, indentOf(line))), Number.POSITIVE_INFINITY);
    return taken.map((line) => line.slice(Math.min(margin, line.length)));
  }

  /** Takes the lines up to the next empty one. */
  protected takeParagraph(): string[] {
    const start = this.at;
    while (this.at < this.lines.length && this.line() !== "") this.at++;
    return this.lines.slice(start, this.at);
  }
}
