/** The step from reStructuredText to Markdown: the blocks that descriptions of talks are made of. */
import { append } from "../../text/append.ts";
import { type Block, cleanText, type Run } from "./document.ts";
import { inlineRuns, type Targets } from "./rst-inline.ts";
import { directive, readTargets } from "./rst-directives.ts";
import { indentOf, Lines, splitLines } from "./rst-lines.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** reStructuredText as Markdown that shows the same text, links and lists. What has no meaning in it stays text. */
export function rstToMarkdown(rst: string): string {
  const lines = splitLines(cleanText(rst));
  const targets = readTargets(lines);
  return writeMarkdown(new Reader(lines, targets, [], 0).blocks());
}

const BULLET = /^([-*+•‣⁃])( +)(?=\S)/;
const NUMBER = /^(?:\((\d{1,4}|#|[a-zA-Z]|[ivx]{1,5})\)|(\d{1,4}|#|[a-zA-Z]|[ivx]{1,5})[.)])( +)(?=\S)/;
const RULE = /^([!-/:-@[-`{-~])\1{2,}$/;
const FIELD = /^:((?:[^:\\`]|\\.)+):(?= |$) */;

/** Deeper than anyone indents; what lies below is read as plain paragraphs. */
const DEEPEST = 30;

class Reader extends Lines {
  private readonly found: Block[] = [];
  private readonly targets: Targets;
  private readonly adornments: string[];
  private readonly depth: number;

  constructor(lines: readonly string[], targets: Targets, adornments: string[], depth: number) {
    super(lines);
    this.targets = targets;
    this.adornments = adornments;
    this.depth = depth;
  }

  blocks(): Block[] {
    while (this.at < this.lines.length) {
      const line = this.line();
      if (line === "") this.at++;
      else if (indentOf(line) > 0) this.found.push({ type: "quote", blocks: this.nested(this.takeIndented()) });
      else this.block(line);
    }
    return this.found;
  }

  private nested(lines: readonly string[]): Block[] {
    if (this.depth >= DEEPEST) return [this.paragraph(lines.map((line) => line.trim()))];
    return new Reader(lines, this.targets, [...this.adornments], this.depth + 1).blocks();
  }

  private paragraph(lines: readonly string[]): Block {
    return { type: "paragraph", runs: inlineRuns(lines.join("\n"), this.targets) };
  }

  private block(line: string): void {
    if (/^(\.\.( |$)|__ \S)/.test(line)) this.explicit();
    else if (this.title()) return;
    else if (RULE.test(line) && line.length >= 4 && this.line(1) === "") {
      this.found.push({ type: "rule" });
      this.at++;
    } else if (this.isItem(line, BULLET)) this.list(BULLET, false);
    else if (this.isItem(line, NUMBER)) this.list(NUMBER, true);
    else if (FIELD.test(line)) this.fields();
    else if (/^\|( |$)/.test(line) && !/\|$/.test(line.slice(1))) this.lineBlock();
    else if (line.startsWith(">>> ")) this.found.push({ type: "code", value: this.takeParagraph().join("\n") });
    else if (/^\+-[-+]+\+$|^=+( +=+)+$/.test(line)) this.tableAsText();
    else this.text();
  }

  /** A list needs its second line indented, empty, or to be the next item; otherwise a sentence happens to start like one. */
  private isItem(line: string, pattern: RegExp): boolean {
    const match = pattern.exec(line);
    if (!match) return false;
    const next = this.line(1);
    return next === "" || indentOf(next) >= 1 || pattern.test(next) || pattern === BULLET;
  }

  private title(): boolean {
    const [first, second, third] = [this.line(), this.line(1), this.line(2)];
    const overlined = RULE.test(first) && second !== "" && third === first && !RULE.test(second);
    const underlined = !RULE.test(first) && RULE.test(second) && second.length >= Math.min(first.length, 4) && this.line(-1) === "";
    if (!overlined && !underlined) return false;
    const style = overlined ? `${first[0]}${first[0]}` : (second[0] ?? "");
    if (!this.adornments.includes(style)) this.adornments.push(style);
    const text = overlined ? second.trim() : first;
    this.found.push({ type: "heading", depth: this.adornments.indexOf(style) + 1, runs: inlineRuns(text, this.targets) });
    this.at += overlined ? 3 : 2;
    return true;
  }

  private list(pattern: RegExp, ordered: boolean): void {
    const items: Block[][] = [];
    const [, inner, outer] = pattern.exec(this.line()) ?? [];
    const start = ordered ? Number(inner ?? outer ?? 1) : 1;
    for (let match = pattern.exec(this.line()); match; match = pattern.exec(this.line())) {
      const first = this.line().slice(match[0].length);
      this.at++;
      // people forget to indent the second line of an item
      const lazy: string[] = [];
      while (
        this.line() !== "" &&
        indentOf(this.line()) === 0 &&
        !pattern.test(this.line()) &&
        !/^\.\. /.test(this.line()) &&
        !RULE.test(this.line())
      )
        lazy.push(this.lines[this.at++] ?? "");
      const rest = this.takeIndented();
      items.push(this.nested([first, ...lazy, ...rest]));
      let blank = 0;
      while (this.line(blank) === "" && this.at + blank < this.lines.length) blank++;
      if (pattern.test(this.line(blank))) this.at += blank;
    }
    this.found.push({ type: "list", ordered, start: Number.isNaN(start) ? 1 : start, items });
  }

  private fields(): void {
    const items: Block[][] = [];
    for (let match = FIELD.exec(this.line()); match; match = FIELD.exec(this.line())) {
      const first = this.line().slice(match[0].length);
      this.at++;
      const [head, ...rest] = this.nested([first, ...this.takeIndented()]);
      const name: Run[] = [{ text: `${match[1]}:`, strong: true }, { text: " " }];
      if (head?.type === "paragraph") items.push([{ type: "paragraph", runs: [...name, ...head.runs] }, ...rest]);
      else items.push([{ type: "paragraph", runs: name }, ...(head ? [head] : []), ...rest]);
    }
    this.found.push({ type: "list", ordered: false, start: 1, items });
  }

  private lineBlock(): void {
    const runs: Run[] = [];
    while (/^\|( |$)/.test(this.line())) {
      if (runs.length > 0) runs.push({ text: "", kind: "break" });
      const text = [this.line().slice(1).trim()];
      this.at++;
      while (indentOf(this.line()) > 0) text.push(this.lines[this.at++]?.trim() ?? "");
      append(runs, inlineRuns(text.join(" "), this.targets));
    }
    this.found.push({ type: "paragraph", runs });
  }

  private tableAsText(): void {
    this.found.push({ type: "code", value: this.takeParagraph().join("\n") });
  }

  private explicit(): void {
    // an empty comment ends what is above it, and what is indented below it is none of it
    if (this.line() === ".." && this.line(1) === "") {
      this.at++;
      return;
    }
    const first = this.line().replace(/^(\.\.|__) ?/, "");
    const isMarkup = this.line().startsWith("..");
    this.at++;
    const body = this.takeIndented();
    if (isMarkup)
      append(
        this.found,
        directive(first, body, this.targets, (lines) => this.nested(lines)),
      );
  }

  /** A paragraph, with the literal block after `::`; or a term with its definition. */
  private text(): void {
    const start = this.at;
    while (this.line() !== "" && indentOf(this.line()) === 0 && !(this.at > start && /^\.\. \S/.test(this.line()))) this.at++;
    const lines = this.lines.slice(start, this.at);
    const isLiteral = lines.at(-1)?.endsWith("::") === true;
    if (lines.length === 1 && !isLiteral && indentOf(this.line()) > 0 && this.line() !== "") {
      this.definitions(lines[0] ?? "");
      return;
    }
    const text = isLiteral
      ? lines
          .join("\n")
          .replace(/(?:^|\s)::$/, "")
          .replace(/::$/, ":")
      : lines.join("\n");
    if (text.trim() !== "") this.found.push(this.paragraph([text]));
    if (isLiteral) this.found.push({ type: "code", value: this.takeIndented().join("\n") });
    else if (indentOf(this.line()) > 0 && this.line() !== "") this.continueParagraph();
  }

  /** Lines that a program or an editor indented within a paragraph. */
  private continueParagraph(): void {
    const last = this.found.at(-1);
    const blocks = this.nested(this.takeIndented());
    const [first] = blocks;
    if (last?.type === "paragraph" && first?.type === "paragraph") {
      append(last.runs, [{ text: " " }, ...first.runs]);
      blocks.shift();
    }
    append(this.found, blocks);
  }

  private definitions(term: string): void {
    const runs = inlineRuns(term, this.targets).map((run) => (run.kind === "code" ? run : { ...run, strong: true }));
    const item: Block[] = [{ type: "paragraph", runs }, ...this.nested(this.takeIndented())];
    const last = this.found.at(-1);
    if (last?.type === "list" && this.definitionLists.has(last)) last.items.push(item);
    else {
      const list: Block = { type: "list", ordered: false, start: 1, items: [item] };
      this.definitionLists.add(list);
      this.found.push(list);
    }
  }

  private readonly definitionLists = new WeakSet<Block>();
}
