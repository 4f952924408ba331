/** The inline markup of reStructuredText: emphasis, literals, links and escapes in the text of a paragraph. */
import { append } from "../../text/append.ts";
import { withoutPunctuation } from "./addresses.ts";
import type { Run } from "./document.ts";

/** What the rest of a text says about its references, by their names in lower case. */
export interface Targets {
  links: ReadonlyMap<string, string>;
  /** Of `` `text`__ ``, in order; taken one by one. */
  anonymous: string[];
  substitutions: ReadonlyMap<string, Run[]>;
}

/** A name as references and targets are matched: case and white space do not count. */
export function targetName(text: string): string {
  return unescaped(text).replace(/\s+/g, " ").trim().toLowerCase();
}

/** A backslash takes away the meaning of the next character; before white space both vanish. */
function unescaped(text: string): string {
  return text.replace(/\\(\s|[\s\S])/g, (_, character: string) => (/\s/.test(character) ? "" : character));
}

const FOREIGN_MARK = "(?![\\x00-\\x7f])[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pd}\\p{Po}]";
const BEFORE = new RegExp(`(?:[\\s'"([{<\\-/:]|${FOREIGN_MARK})$`, "u");
const AFTER = `(?=$|[\\s'")\\]}>\\-/:.,;!?\\\\]|${FOREIGN_MARK})`;

/** How each kind of markup ends, looked for from its start on. */
const ENDS: Record<string, RegExp> = {
  "**": new RegExp(`(?<=[^\\s\\\\])\\*\\*${AFTER}`, "gu"),
  "*": new RegExp(`(?<=[^\\s\\\\])\\*${AFTER}`, "gu"),
  "``": new RegExp(`(?<=\\S)\`\`${AFTER}`, "gu"),
  "`": new RegExp(`(?<=[^\\s\\\\])\`(?:__?|:[\\w.+:-]+:)?${AFTER}`, "gu"),
  "|": new RegExp(`(?<=[^\\s\\\\])\\|(?:__?)?${AFTER}`, "gu"),
  "[": new RegExp(`(?<=[\\w#*])\\]_${AFTER}`, "gu"),
};

// A name begins where none can have begun before, so that a long one is looked at once.
const START =
  /\\[\s\S]|\*\*|\*|``|`|_`|\||\[(?=[\w#*][\w.#*-]*\]_)|(?<![\p{L}\p{N}_.-]|[\p{L}\p{N}][+:])[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*__?(?![\p{L}\p{N}_])|https?:\/\/[^\s<>`"]*|(?<![\p{L}\p{N}._+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?![\w@])/gu;

/** The runs of a text. */
export function inlineRuns(text: string, targets: Targets): Run[] {
  const runs: Run[] = [];
  const hopeless = new Set<string>();
  let done = 0;
  const plain = (end: number) => {
    if (end > done) runs.push({ text: unescaped(text.slice(done, end)) });
  };
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const mark = match[0];
    const at = match.index;
    if (mark.startsWith("\\")) continue;
    if (mark.startsWith("http")) {
      START.lastIndex = at + Math.max(1, withoutPunctuation(mark).length);
      continue;
    }
    if (mark.includes("@")) {
      plain(at);
      runs.push({ text: mark, link: `mailto:${mark}` });
      done = START.lastIndex;
      continue;
    }
    if (/^[\p{L}\p{N}]/u.test(mark)) {
      const link = mark.endsWith("__") ? targets.anonymous[0] : targets.links.get(targetName(mark.replace(/_$/, "")));
      if (link === undefined) continue;
      plain(at);
      if (mark.endsWith("__")) targets.anonymous.shift();
      runs.push({ text: mark.replace(/__?$/, ""), link });
      done = START.lastIndex;
      continue;
    }
    const key = mark === "_`" ? "`" : mark;
    const end = hopeless.has(key) ? undefined : findEnd(text, key, at + mark.length, at);
    if (end === null) hopeless.add(key);
    if (!end) {
      START.lastIndex = at + mark.length;
      continue;
    }
    const role = key === "`" ? /:([\w.+:-]+):$/.exec(text.slice(Math.max(done, at - 40), at))?.[0] : undefined;
    plain(at - (role?.length ?? 0));
    append(runs, marked(key, text.slice(at + mark.length, end.from), text.slice(end.from, end.to), targets, role));
    done = end.to;
    START.lastIndex = end.to;
  }
  plain(text.length);
  return runs;
}

/** The end of markup; nothing where it does not start here, `null` where no more of it ends in the text. */
function findEnd(text: string, mark: string, inside: number, at: number): { from: number; to: number } | null | undefined {
  const before = text.slice(Math.max(0, at - 1), at);
  const escapedBlank = /\\\s$/.test(text.slice(Math.max(0, at - 2), at));
  const isRole = mark === "`" && before === ":";
  if ((before !== "" && !BEFORE.test(before) && !escapedBlank && !isRole) || /^(\s|$)/.test(text.slice(inside, inside + 1)))
    return undefined;
  const quotes = { '"': '"', "'": "'", "(": ")", "[": "]", "{": "}", "<": ">" }[before];
  if (quotes !== undefined && text[inside] === quotes) return undefined;
  const end = ENDS[mark];
  if (!end) return undefined;
  end.lastIndex = inside + 1;
  const found = end.exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

function marked(mark: string, inside: string, end: string, targets: Targets, role: string | undefined): Run[] {
  if (mark === "``") return [{ text: inside, kind: "code" }];
  if (mark === "**") return [{ text: unescaped(inside), strong: true }];
  if (mark === "*") return [{ text: unescaped(inside), emphasis: true }];
  if (mark === "[") return [{ text: `[${inside}]` }];
  if (mark === "|") return targets.substitutions.get(targetName(inside)) ?? [{ text: `|${inside}|` }];
  return interpreted(inside, end, targets, role ?? /:[\w.+:-]+:$/.exec(end)?.[0]);
}

function interpreted(inside: string, end: string, targets: Targets, role: string | undefined): Run[] {
  const [written = "", address] = /<([^<>]+)>$/.exec(inside) ?? [];
  const label = address === undefined ? "" : inside.slice(0, inside.length - written.length).trimEnd();
  if (end.endsWith("_") && address !== undefined) {
    const url = address.endsWith("_") && !address.endsWith("\\_") ? targets.links.get(targetName(address.slice(0, -1))) : address;
    const link = url === undefined ? undefined : linkAddress(url);
    return [{ text: label === "" ? (link ?? address) : unescaped(label), link }];
  }
  if (end.endsWith("__")) return [{ text: unescaped(inside), link: targets.anonymous.shift() }];
  if (end.endsWith("_")) return [{ text: unescaped(inside), link: targets.links.get(targetName(inside)) }];
  const name = role?.replaceAll(":", "").toLowerCase();
  if (name === undefined) return [{ text: unescaped(inside), emphasis: true }];
  if (name === "strong") return [{ text: unescaped(inside), strong: true }];
  if (name === "emphasis" || name.startsWith("title")) return [{ text: unescaped(inside), emphasis: true }];
  if (/^(sub|sup|raw|html)/.test(name)) return [{ text: unescaped(inside) }];
  if (/^(pep|rfc)/.test(name) && /^\d+$/.test(inside))
    return [{ text: `${name.slice(0, 3).toUpperCase()} ${inside}`, link: standard(name, inside) }];
  return [{ text: unescaped(label || inside), kind: "code" }];
}

function standard(name: string, number: string): string {
  return name.startsWith("pep") ? `https://peps.python.org/pep-${number.padStart(4, "0")}` : `https://www.rfc-editor.org/rfc/rfc${number}`;
}

/** White space in an address is a line that was wrapped; a bare mail address leads to its mailbox. */
export function linkAddress(address: string): string {
  const whole = unescaped(address.replace(/(?<!\\)\s+/g, ""));
  return /^[^\s/:@]+@[^\s/:@]+\.[a-z]+$/i.test(whole) ? `mailto:${whole}` : whole;
}
