/** What stands behind `..` in reStructuredText: targets of links, notes, code, pictures; comments vanish. */
import type { Block, Run } from "./document.ts";
import { htmlBlocks } from "./html-to-markdown.ts";
import { inlineRuns, linkAddress, type Targets, targetName } from "./rst-inline.ts";

const TARGET = /^\s*\.\. _(?!_)(`[^`]+`|(?:[^:\\]|\\.)+):(?:\s+(.*))?$/;
const ANONYMOUS = /^\s*(?:\.\. __:|__)\s+(\S.*)$/;
const SUBSTITUTION = /^\s*\.\. \|([^|]+)\| (replace|image|unicode|date)::\s*(.*)$/;
const EMBEDDED = /`([^`<>]*)<([^<>`]+)>`_(?!_)/g;

/** All targets of a text, wherever they stand. */
export function readTargets(lines: readonly string[]): Targets {
  const links = new Map<string, string>();
  const indirect: [string, string][] = [];
  const anonymous: string[] = [];
  const substitutions = new Map<string, Run[]>();
  for (const [index, line] of lines.entries()) {
    const [, name, address = ""] = TARGET.exec(line) ?? [];
    if (name !== undefined) {
      const whole = [address, ...continued(lines, index)].join("");
      const key = targetName(name.replace(/^`|`$/g, ""));
      if (/(?<!\\)_$/.test(whole)) indirect.push([key, targetName(whole.replace(/^`|`?_$/g, ""))]);
      else if (whole !== "") links.set(key, linkAddress(whole));
    }
    const [, unnamed] = ANONYMOUS.exec(line) ?? [];
    if (unnamed !== undefined) anonymous.push(linkAddress(unnamed));
    const [, shortened, kind, value = ""] = SUBSTITUTION.exec(line) ?? [];
    if (shortened !== undefined) {
      const nothing: Targets = { links, anonymous: [], substitutions: new Map() };
      substitutions.set(targetName(shortened), kind === "image" ? [{ text: shortened, link: value }] : inlineRuns(value, nothing));
    }
  }
  // a link that is written out names a target, too
  for (const [, label = "", address = ""] of lines.join("\n").matchAll(EMBEDDED)) {
    if (label.trim() !== "" && !links.has(targetName(label)) && !address.endsWith("_")) links.set(targetName(label), linkAddress(address));
  }
  for (const [name, other] of indirect) {
    const address = links.get(other);
    if (address !== undefined) links.set(name, address);
  }
  return { links, anonymous, substitutions };
}

function continued(lines: readonly string[], index: number): string[] {
  const more: string[] = [];
  for (let next = index + 1; /^\s+[^\s.]/.test(lines[next] ?? ""); next++) more.push(lines[next]?.trim() ?? "");
  return more;
}

const NOTES =
  /^(note|warning|tip|hint|important|caution|danger|error|attention|admonition|topic|sidebar|seealso|rubric|deprecated|versionadded)$/;
const SILENT = /^(contents|toctree|meta|sectnum|class|role|default-role|highlight|include|index|target-notes|footer|header|title)$/;

/** The blocks that a directive, footnote, target or comment is shown as. */
export function directive(first: string, body: readonly string[], targets: Targets, read: (lines: readonly string[]) => Block[]): Block[] {
  const [, note, noteText = ""] = /^\[([\w#*][\w.*-]*)\]\s*(.*)$/.exec(first) ?? [];
  if (note !== undefined) return labelled(`[${note}]`, read([noteText, ...body]));
  if (/^_|^\|/.test(first)) return [];
  const [, found = "", argument = ""] = /^([\w-]+(?:[:.+][\w-]+)*) ?::(?:\s+(.*))?$/.exec(first) ?? [];
  const name = found.toLowerCase();
  if (name === "" || SILENT.test(name)) return [];
  const { options, content } = splitOptions(body);
  if (/^(code|code-block|sourcecode|parsed-literal|math|highlight|prompt|doctest|ipython|literalinclude)$/.test(name))
    return [{ type: "code", value: [...(name === "math" && argument !== "" ? [argument] : []), ...content].join("\n") }];
  if (name === "raw") return /html/.test(argument) ? htmlBlocks(content.join("\n")) : [];
  if (/^(image|figure|thumbnail)$/.test(name)) return [picture(argument, options), ...read(content)];
  if (/^(youtube|vimeo)$/.test(name)) return [player(name, argument), ...read(content)];
  const heads = name === "csv-table" ? (options.get("header") ?? "") : "";
  const inside = read(heads === "" ? content : [heads, ...content]);
  if (!NOTES.test(name))
    return [...(argument === "" ? [] : [{ type: "paragraph" as const, runs: inlineRuns(argument, targets) }]), ...inside];
  if (/^(admonition|topic|sidebar|rubric)$/.test(name)) return [{ type: "paragraph", runs: [{ text: argument, strong: true }] }, ...inside];
  const label = `${name[0]?.toUpperCase()}${name.slice(1)}:`;
  return labelled(label, argument === "" ? inside : [...read([argument, ...content])]);
}

/** Puts a label before the first words of blocks. */
function labelled(label: string, blocks: Block[]): Block[] {
  const [first, ...rest] = blocks;
  const runs: Run[] = [{ text: label, strong: true }, { text: " " }];
  if (first?.type === "paragraph") return [{ type: "paragraph", runs: [...runs, ...first.runs] }, ...rest];
  return [{ type: "paragraph", runs }, ...blocks];
}

function splitOptions(body: readonly string[]): { options: Map<string, string>; content: string[] } {
  const options = new Map<string, string>();
  let index = 0;
  for (; index < body.length; index++) {
    const [, name, value = ""] = /^:([\w-]+):(?:\s+(.*))?$/.exec(body[index] ?? "") ?? [];
    if (name === undefined) break;
    options.set(name, value);
  }
  while (body[index] === "") index++;
  return { options, content: body.slice(index) };
}

function picture(address: string, options: ReadonlyMap<string, string>): Block {
  const target = options.get("target") ?? address;
  return { type: "paragraph", runs: [{ text: options.get("alt") ?? address, link: linkAddress(target) }] };
}

function player(name: string, id: string): Block {
  const address = name === "youtube" ? `https://www.youtube.com/watch?v=${id.trim()}` : `https://vimeo.com/${id.trim()}`;
  return { type: "paragraph", runs: [{ text: address, link: address }] };
}
