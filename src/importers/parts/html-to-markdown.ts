/**
 * The step from HTML to Markdown: the text, links and lists that a browser shows, and nothing active. By hand, since rehype-remark
 * calls itself for every level and ends at some thousand nested tags, leaves out players and their addresses, writes marks beside
 * blanks as entities, and brings 65 packages along.
 */
import { append } from "../../text/append.ts";
import type { Block, Run } from "./document.ts";
import { closestTable, type Element, elementsBelow, type Node, readFragment, textBelow } from "../../text/html.ts";
import { BLOCKS, CODE, DELETED, EMPHASIS, FRAMES, STRONG, UNSEEN } from "./html-names.ts";
import { writeMarkdown } from "./write-markdown.ts";
import { parseUrl } from "../../text/parse-url.ts";

/** HTML as Markdown. Relative links are resolved against `base`; without one they become their text. */
export function htmlToMarkdown(html: string, base?: string): string {
  return writeMarkdown(htmlBlocks(html, base));
}

/** HTML as blocks, for texts in which HTML is only a part. */
export function htmlBlocks(html: string, base?: string): Block[] {
  return blocksOf(readFragment(html), base, true);
}

/** What an element of a page holds, as blocks. What its styles hide, its scripts may have shown to whoever asked. */
export function elementBlocks(element: Element, base?: string): Block[] {
  return blocksOf(element, base, false);
}

function blocksOf(element: Element, base: string | undefined, isStill: boolean): Block[] {
  const flow = new Flow(base, isStill);
  flow.visitAll(element.children, {}, 0);
  return flow.finish();
}

type Marks = Omit<Run, "text">;

/** Styles of what no browser shows by itself. */
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/** Below this, elements only give their text. */
const DEEPEST = 120;

class Flow {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private stray: Extract<Block, { type: "list" }> | undefined;
  private readonly base: string | undefined;
  /** Whether no script can show what styles hide. */
  private readonly isStill: boolean;

  constructor(base: string | undefined, isStill: boolean) {
    this.base = base;
    this.isStill = isStill;
  }

  finish(): Block[] {
    this.endParagraph();
    return this.blocks;
  }

  visitAll(nodes: readonly Node[], marks: Marks, depth: number): void {
    for (const node of nodes) this.visit(node, marks, depth);
  }

  private endParagraph(): void {
    if (this.runs.some(({ text }) => text.trim() !== "")) this.blocks.push({ type: "paragraph", runs: this.runs });
    this.runs = [];
  }

  private push(block: Block): void {
    this.endParagraph();
    this.blocks.push(block);
  }

  private inside(nodes: readonly Node[], marks: Marks, depth: number): Block[] {
    const flow = new Flow(this.base, this.isStill);
    flow.visitAll(nodes, marks, depth + 1);
    return flow.finish();
  }

  private visit(node: Node, marks: Marks, depth: number): void {
    if (typeof node === "string") {
      this.runs.push({ ...marks, text: node });
      return;
    }
    const { name, attributes, children } = node;
    if (UNSEEN.has(name) || attributes.has("hidden") || (this.isStill && HIDDEN.test(attributes.get("style") ?? ""))) return;
    if (depth > DEEPEST) {
      this.runs.push({ ...marks, text: textBelow(node) });
    } else if (name === "br") this.lineBreak();
    else if (name === "hr") this.push({ type: "rule" });
    else if (name === "img" || FRAMES.has(name)) this.medium(node, marks);
    else if (name === "pre" || name === "xmp" || name === "listing" || name === "plaintext") this.preformatted(node);
    else if (/^h[1-6]$/.test(name)) this.heading(node, marks, depth);
    else if (name === "blockquote") this.push({ type: "quote", blocks: this.inside(children, marks, depth) });
    else if (name === "ul" || name === "ol" || name === "menu" || name === "dir") this.list(node, marks, depth);
    else if (name === "li") this.strayItem(this.inside(children, marks, depth));
    else if (name === "dl") this.definitions(node, marks, depth);
    else if (name === "table" && this.table(node, marks, depth)) return;
    else if (BLOCKS.has(name)) {
      this.endParagraph();
      this.visitAll(children, marks, depth + 1);
      this.endParagraph();
    } else this.visitAll(children, this.marked(node, marks), depth + 1);
  }

  /** Two line breaks are an empty line, as between paragraphs. */
  private lineBreak(): void {
    let last = this.runs.length - 1;
    while (last >= 0 && this.runs[last]?.kind === undefined && this.runs[last]?.text.trim() === "") last--;
    if (this.runs[last]?.kind === "break") this.endParagraph();
    else this.runs.push({ text: "", kind: "break" });
  }

  /** Items without a list around them are one list together. */
  private strayItem(item: Block[]): void {
    this.endParagraph();
    if (this.stray && this.stray === this.blocks.at(-1)) this.stray.items.push(item);
    else {
      this.stray = { type: "list", ordered: false, start: 1, items: [item] };
      this.push(this.stray);
    }
  }

  private marked({ name, attributes }: Element, marks: Marks): Marks {
    if (STRONG.has(name)) return { ...marks, strong: true };
    if (EMPHASIS.has(name)) return { ...marks, emphasis: true };
    if (DELETED.has(name)) return { ...marks, deleted: true };
    if (CODE.has(name)) return { ...marks, kind: "code" };
    const href = name === "a" ? this.resolve(attributes.get("href")) : undefined;
    return href === undefined ? marks : { ...marks, link: href };
  }

  private resolve(address: string | undefined): string | undefined {
    const trimmed = address?.trim();
    if (!trimmed) return undefined;
    if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) || this.base === undefined) return trimmed;
    return parseUrl(trimmed, this.base)?.href;
  }

  /** Pictures and players become links, as our pages show them. */
  private medium({ name, attributes, children }: Element, marks: Marks): void {
    const nested = children.find((child) => typeof child !== "string" && child.name === "source") as Element | undefined;
    const address = this.resolve(attributes.get("src") ?? attributes.get("data") ?? nested?.attributes.get("src"));
    const title = (attributes.get("alt") ?? attributes.get("title") ?? "").trim();
    if (name !== "img") this.endParagraph();
    const shown = title || (name === "img" && !marks.link ? "" : fileName(address ?? ""));
    if (shown) this.runs.push({ link: address, ...marks, text: shown });
    if (name !== "img") this.endParagraph();
  }

  private preformatted(node: Element): void {
    for (const element of elementsBelow(node)) if (element.name === "br") element.children.push("\n");
    this.push({ type: "code", value: textBelow(node) });
  }

  private heading({ name, children }: Element, marks: Marks, depth: number): void {
    for (const block of this.inside(children, marks, depth)) {
      this.push(block.type === "paragraph" ? { type: "heading", depth: Number(name[1]), runs: block.runs } : block);
    }
  }

  /** What stands between the items of a list belongs to the item before. */
  private list({ name, attributes, children }: Element, marks: Marks, depth: number): void {
    const items: Block[][] = [];
    for (const child of children) {
      if (typeof child === "string" && child.trim() === "") continue;
      const isItem = typeof child !== "string" && child.name === "li";
      const blocks = this.inside(isItem ? child.children : [child], marks, depth);
      const last = items.at(-1);
      if (isItem || !last) items.push(blocks);
      else append(last, blocks);
    }
    const start = Number.parseInt(attributes.get("start") ?? "1", 10);
    this.push({ type: "list", ordered: name === "ol", start: start >= 0 ? start : 1, items });
  }

  /** A term opens an item; its definitions follow below it. */
  private definitions({ children }: Element, marks: Marks, depth: number): void {
    const items: Block[][] = [];
    const parts = children.flatMap((child) => (typeof child !== "string" && child.name === "div" ? child.children : [child]));
    for (const child of parts) {
      if (typeof child === "string" && child.trim() === "") continue;
      const isTerm = typeof child !== "string" && child.name === "dt";
      const blocks = this.inside([child], isTerm ? { ...marks, strong: true } : marks, depth);
      const last = items.at(-1);
      if (isTerm || !last) items.push(blocks);
      else append(last, blocks);
    }
    this.push({ type: "list", ordered: false, start: 1, items });
  }

  /** Whether it is a table of short texts; one that lays out a page is read like any other text. */
  private table(node: Element, marks: Marks, depth: number): boolean {
    const rows = [...elementsBelow(node)].filter(({ name }) => name === "tr");
    if (rows.some((row) => closestTable(row) !== node) || rows.length > 500) return false;
    const cells = rows.map((row) => row.children.filter((child) => typeof child !== "string" && /^t[dh]$/.test(child.name)) as Element[]);
    const blocks = cells.map((row) => row.map((cell) => this.inside(cell.children, marks, depth)));
    const plain = blocks.flat().every((cell) => cell.length <= 1 && cell.every(({ type }) => type === "paragraph"));
    const width = Math.max(0, ...cells.map((row) => row.length));
    if (!plain || width < 2 || width > 50) return false;
    const texts = blocks.map((row) => row.map(([cell]) => (cell?.type === "paragraph" ? cell.runs : [])));
    const hasHead = cells[0]?.every(({ name }) => name === "th") === true;
    const captions = node.children.filter((child) => typeof child !== "string" && child.name === "caption");
    this.endParagraph();
    this.visitAll(captions, marks, depth + 1);
    this.push({ type: "table", head: hasHead ? texts[0] : undefined, rows: hasHead ? texts.slice(1) : texts });
    return true;
  }
}

function fileName(address: string): string {
  return /^https?:/i.test(address) ? address : "";
}
