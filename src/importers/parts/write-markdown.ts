/** Owns the writing of Markdown (mdast-util-to-markdown) that our own renderer shows as the blocks say. */
import { type defaultHandlers, type Options, toMarkdown } from "mdast-util-to-markdown";
import { findAddresses } from "./addresses.ts";
import { type Block, cleanText, type Run, tidyRuns } from "./document.ts";

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
const trimLines = (code: string) => cleanText(code).replace(/^(?:[ \t]*\n)+|\s+$/g, "");
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

const MARKS = [
  ["strong", "strong"],
  ["emphasis", "emphasis"],
  ["deleted", "delete"],
] as const;

function phrasing(runs: readonly Run[]): Phrasing[] {
  return linked(tidyRuns(tidyRuns(runs).flatMap(findAddresses)));
}

function linked(runs: readonly Run[]): Phrasing[] {
  return groups(runs, (run) => run.link).flatMap(([url, group]): Phrasing[] => {
    const children = marked(group, 0);
    return url === undefined ? children : [{ type: "link", url, children } as Phrasing];
  });
}

function marked(runs: readonly Run[], depth: number): Phrasing[] {
  const [field, type] = MARKS[depth] ?? [];
  if (!field || !type) return runs.map(leaf);
  return groups(runs, (run) => run[field] === true).flatMap(([on, group]): Phrasing[] =>
    on ? [{ type, children: marked(group, depth + 1) } as Phrasing] : marked(group, depth + 1),
  );
}

function leaf(run: Run): Phrasing {
  if (run.kind === "break") return { type: "break" };
  return { type: run.kind === "code" ? "inlineCode" : "text", value: run.text };
}

function groups<Key>(runs: readonly Run[], keyOf: (run: Run) => Key): [Key, Run[]][] {
  const found: [Key, Run[]][] = [];
  for (const run of runs) {
    const key = keyOf(run);
    const last = found.at(-1);
    if (last && last[0] === key) last[1].push(run);
    else found.push([key, [run]]);
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

/** Only where the marks are read as such: with words inside, and no word outside. */
function writeDeleted(...[node, , state, info]: Parameters<Handle>): string {
  const text = state.containerPhrasing(node as never, { ...info, before: "~", after: "~" });
  const isMark =
    /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su.test(text) && !/[\p{L}\p{N}]$/u.test(info.before) && !/^[\p{L}\p{N}]/u.test(info.after);
  return isMark ? `~~${text}~~` : state.containerPhrasing(node as never, info);
}

function table(head: Run[][] | undefined, rows: Run[][][]): Flow[] {
  const all = [head ?? [], ...rows];
  const width = Math.max(...all.map((row) => row.length));
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
