/** The step from text without markup, or of unknown markup, to Markdown. */
import { type Block, cleanText, type Run } from "./document.ts";
import { withoutComments } from "./comments.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { scheduleText } from "./schedule-text.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** Text of a field that holds HTML at some editors' hands and plain text at others'. */
export function textToMarkdown(written: string, base?: string): string {
  const text = withoutComments(written);
  if (!looksLikeHtml(text)) return MARKDOWN_LINK.test(text) ? scheduleText(text) : plainToMarkdown(text);
  const hasBlocks = /<(p|br|div|ul|ol|li|h[1-6]|table|pre|blockquote|hr)\b[^<>]*>/i.test(text);
  return htmlToMarkdown(hasBlocks ? text : text.trim().replace(/\r\n?|\n/g, "<br>"), base);
}

/** Nobody types that by chance: the text is Markdown already. */
const MARKDOWN_LINK = /\[[^\][]+\]\(https?:\/\/[^\s()]+\)/;

/** Whether a text has tags or entities, beyond a `<` or `&` that someone may have typed. */
export function looksLikeHtml(text: string): boolean {
  return (
    /<\/(p|a|ul|ol|li|div|b|i|em|strong|u|h[1-6]|span|pre|code|blockquote|table|font|sup|sub)\s*>/i.test(text) ||
    /<(br|hr|p)\s*\/?>|<(p|div|span|a|img|br|font)\s[a-z-]+\s*=/i.test(text) ||
    /&(amp|nbsp|quot|lt|gt|apos|hellip|[lr][sd]quo|[nm]dash|#\d{2,6}|#x[0-9a-f]{2,6});/i.test(text)
  );
}

/** Plain text: an empty line parts paragraphs, a line stays a line, lines with bullets or numbers are a list. */
export function plainToMarkdown(text: string): string {
  const blocks: Block[] = [];
  for (const part of cleanText(text).split(/\n(?:[^\S\n]*\n)+/)) addPart(blocks, part);
  return writeMarkdown(blocks.flatMap(keepLoneNumbers));
}

const ITEM = /^\s*(?:([-*+•‣⁃▪●◦·–])|(\d{1,3})[.)])\s+(?=\S)/u;

function addPart(blocks: Block[], part: string): void {
  let isFirst = true;
  for (const line of part.split("\n")) {
    if (line.trim() === "") continue;
    const [mark, , number] = ITEM.exec(line) ?? [];
    const last = blocks.at(-1);
    if (mark === undefined) addLine(blocks, line, isFirst);
    else {
      const runs: Run[] = [{ text: line.slice(mark.length) }];
      const isNext =
        last?.type === "list" && last.ordered === (number !== undefined) && (!number || Number(number) === last.start + last.items.length);
      if (isNext) last.items.push([{ type: "paragraph", runs }]);
      else blocks.push({ type: "list", ordered: number !== undefined, start: Number(number ?? 1), items: [[{ type: "paragraph", runs }]] });
    }
    isFirst = false;
  }
}

/** A line that only happens to start with a number or a dash is no list. */
function keepLoneNumbers(block: Block): Block[] {
  const [item] = block.type === "list" && block.items.length === 1 ? block.items : [];
  const isLone = block.type === "list" && item && block.ordered && block.start !== 1;
  if (!isLone || item[0]?.type !== "paragraph") return [block];
  return [{ type: "paragraph", runs: [{ text: `${block.start}. ` }, ...item[0].runs] }];
}

function addLine(blocks: Block[], line: string, isFirst: boolean): void {
  const last = blocks.at(-1);
  const inside = last?.type === "list" && /^\s{2,}/.test(line) ? last.items.at(-1)?.[0] : last;
  if (!isFirst && inside?.type === "paragraph") inside.runs.push({ text: "", kind: "break" }, { text: line });
  else blocks.push({ type: "paragraph", runs: [{ text: line }] });
}
