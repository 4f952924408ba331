/** The writing of Markdown (mdast-util-to-markdown) that our own renderer shows as the blocks say. */
import { append } from "../../text/append.ts";
import { type defaultHandlers, type Options, toMarkdown } from "mdast-util-to-markdown";
import { findAddresses } from "./addresses.ts";
import { type Block, cleanText, isSpace, type Run, tidyRuns } from "./document.ts";

type Tree = Parameters<typeof toMarkdown>[0];
type Flow = Extract<Tree, { type: "root" }>["children"][number];
type Phrasing = Extract<Tree, { type: "paragraph" }>["children"][number];
type Handle = (typeof defaultHandlers)["link"];

/** The renderer drops what is nested deeper than 20; a list takes two. */
const DEEPEST = 16;

/** What is not CommonMark but read by our renderer: strikethrough and tables. */
const OPTIONS: Options = {
  bullet: "-",
  rule: "-",
  emphasis: "_",
  fences: true,
  listItemIndent: "one",
  unsafe: [
    { character: "~", inConstruct: "phrasing" },
    { atBreak: true, character: "-", after: "[:|-]" },
    { atBreak: true, character: ":", after: "-" },
    { atBreak: true, character: "|" },
  ],
  handlers: { link: writeLink, delete: writeDeleted, table: writeTable } as Options["handlers"] & object,
};

/** Blocks as Markdown, without white space at the ends. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return toMarkdown({ type: "root", children: flow(blocks, 0) }, OPTIONS).trim();
}

function flow(blocks: readonly Block[], level: number): Flow[] {
  return blocks.flatMap((block): Flow[] => {
    if (block.type === "rule") return [{ type: "thematicBreak" }];
    if (block.type === "code") return /\S/.test(block.value) ? [{ type: "code", value: trimLines(block.value) }] : [];
    if (block.type === "quote" || block.type === "list") return container(block, level);
    if (block.type === "table") return table(block.head, block.rows);
    const children = phrasing(block.type === "heading" ? block.runs.map(unbroken) : block.runs);
    if (children.length === 0) return [];
    return [block.type === "heading" ? { type: "heading", depth: headingDepth(block.depth), children } : { type: "paragraph", children }];
  });
}

const unbroken = (run: Run): Run => (run.kind === "break" ? { text: " " } : run);
const trimLines = (code: string) =>
  cleanText(code)
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
const headingDepth = (depth: number) => Math.max(1, Math.min(6, depth)) as 1 | 2 | 3 | 4 | 5 | 6;

/** What is nested too deep to be rendered is shown on the level above. */
function container(block: Extract<Block, { type: "quote" | "list" }>, level: number): Flow[] {
  if (block.type === "quote") {
    if (level + 1 > DEEPEST) return flow(block.blocks, level);
    const children = flow(block.blocks, level + 1);
    return children.length === 0 ? [] : [{ type: "blockquote", children } as Flow];
  }
  if (level + 2 > DEEPEST) return block.items.flatMap((item) => flow(item, level));
  const items = block.items.map((item) => flow(item, level + 2)).filter((item) => item.length > 0);
  if (items.length === 0) return [];
  const spread = items.some((item) => item.filter((part) => part.type !== "list").length > 1);
  const children = items.map((item) => ({ type: "listItem", spread, children: item }));
  return [{ type: "list", ordered: block.ordered, start: Math.min(block.start, 999_999), spread, children } as Flow];
}

function phrasing(runs: readonly Run[]): Phrasing[] {
  return nest(tidyRuns(tidyRuns(runs).flatMap(findAddresses)), ["link", "strong", "emphasis", "deleted"]);
}

type Mark = "link" | "strong" | "emphasis" | "deleted";

/** Marks in marks: what covers most stands outside, but none may cut another in two. */
function nest(runs: readonly Run[], marks: readonly Mark[]): Phrasing[] {
  if (marks.length === 0) return leaves(runs);
  const choices = marks
    .map((mark) => ({ mark, parts: groups(runs, mark) }))
    .filter(({ mark, parts }) => mark === marks[0] || parts.length === 1 || !cuts(parts, marks));
  const { mark, parts } = choices.reduce((best, one) => (one.parts.length < best.parts.length || cuts(best.parts, marks) ? one : best));
  const inner = marks.filter((one) => one !== mark);
  return parts.flatMap((group, index): Phrasing[] => {
    const value = group.runs.find((run) => !isSpace(run))?.[mark];
    const children = nest(group.runs, inner);
    if (!group.marked || value === undefined) return children;
    if (mark === "link") return [{ type: "link", url: String(value), children } as Phrasing];
    if (mark !== "deleted") return [{ type: mark, children } as Phrasing];
    return standsAlone(parts, index) ? [{ type: "delete", children } as Phrasing] : children;
  });
}

/** Strikethrough is only read as such with words inside, and no word right outside. */
function standsAlone(parts: readonly Group[], index: number): boolean {
  const text = (part: Group | undefined) => part?.runs.map((run) => (run.kind === "break" ? " " : run.text)).join("") ?? "";
  const isWord = /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su.test(text(parts[index]));
  return isWord && !/[\p{L}\p{N}]$/u.test(text(parts[index - 1])) && !/^[\p{L}\p{N}]/u.test(text(parts[index + 1]));
}

interface Group {
  marked: boolean;
  runs: Run[];
}

/** Runs in a row with the same mark. White space belongs to what stands on both sides of it, or to nothing. */
function groups(runs: readonly Run[], mark: Mark): Group[] {
  const found: Group[] = [];
  let spaces: Run[] = [];
  let before: Run | undefined;
  for (const run of runs) {
    if (isSpace(run)) {
      spaces.push(run);
      continue;
    }
    const last = found.at(-1);
    const goesOn = before !== undefined && (before[mark] || undefined) === (run[mark] || undefined);
    const isOneLink = mark !== "link" || run.link === undefined || spaces.every(({ link }) => link === run.link);
    if (last && goesOn && isOneLink) append(last.runs, [...spaces, run]);
    else {
      if (spaces.length > 0) found.push({ marked: false, runs: spaces });
      found.push({ marked: Boolean(run[mark]), runs: [run] });
    }
    spaces = [];
    before = run;
  }
  return spaces.length > 0 ? [...found, { marked: false, runs: spaces }] : found;
}

/** Whether a mark goes on from one group into the next. */
function cuts(parts: readonly Group[], marks: readonly Mark[]): boolean {
  const words = parts.filter(({ runs: [first] }) => !isSpace(first));
  return words.some(({ runs: [first] }, index) =>
    marks.some((mark) => first?.[mark] && first[mark] === words[index - 1]?.runs.at(-1)?.[mark]),
  );
}

function leaves(runs: readonly Run[]): Phrasing[] {
  const found: Phrasing[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (run.kind === undefined && last?.type === "text") last.value += run.text;
    else if (run.kind === "break") found.push({ type: "break" });
    else found.push({ type: run.kind === "code" ? "inlineCode" : "text", value: run.text });
  }
  return found;
}

function writeLink(...[node, , state, info]: Parameters<Handle>): string {
  const { url, children } = node as { url: string; children: Phrasing[] };
  const [only] = children;
  const same = children.length === 1 && only?.type === "text" && only.value === url;
  if (same && !/%|xn--|[^\x21-\x7e]/i.test(url)) return `<${url}>`;
  const exits = [state.enter("link"), state.enter("label")];
  const label = state.containerPhrasing(node as never, { ...info, before: "[", after: "](" });
  for (const exit of exits.reverse()) exit();
  const target = url.replace(/&(?=[#A-Za-z0-9]+;)/g, "\\&");
  return `[${label}](${balanced(target) ? target : `<${target}>`})`;
}

function balanced(url: string): boolean {
  let open = 0;
  for (const character of url) {
    if (character === "(") open++;
    if (character === ")" && --open < 0) return false;
  }
  return open === 0;
}

function writeDeleted(...[node, , state, info]: Parameters<Handle>): string {
  return `~~${state.containerPhrasing(node as never, { ...info, before: "~", after: "~" })}~~`;
}

function table(head: Run[][] | undefined, rows: Run[][][]): Flow[] {
  const all = [head ?? [], ...rows];
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = all.map((row) => Array.from({ length: width }, (_, index) => phrasing((row[index] ?? []).map(unbroken))));
  return [{ type: "table", cells } as unknown as Flow];
}

function writeTable(...[node, , state, info]: Parameters<Handle>): string {
  const { cells } = node as unknown as { cells: Phrasing[][][] };
  const lines = cells.map((row) => `| ${row.map((children) => cell(children)).join(" | ")} |`);
  const rule = `|${" --- |".repeat(cells[0]?.length ?? 1)}`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");

  function cell(children: Phrasing[]): string {
    const paragraph = { type: "paragraph", children } as never;
    const exit = state.enter("phrasing");
    const text = state.containerPhrasing(paragraph, { ...info, before: "|", after: "|" });
    exit();
    return text.replaceAll("|", "\\|");
  }
}
