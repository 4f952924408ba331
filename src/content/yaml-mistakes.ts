/** The words for broken YAML: what an editor most likely did, where, and the line as it should be written. */
import type { Finding } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import { type YamlToken, yamlTokens } from "./yaml-package.ts";
import { openBracket } from "./yaml-tokens.ts";
import { commandName } from "../text/commands.ts";

/** A complaint about YAML text, with offsets into that text. */
export type YamlComplaint = Pick<Finding, "rule" | "message" | "hint"> & { range: { start: number; end: number } };

/** What the parser says about a place in a text. */
export interface YamlError {
  code: string;
  message: string;
  pos: readonly [number, number];
}

/** Explains a syntax error. Unless the text can be read on after it, errors further down are its consequences. */
export function explainMistake(text: string, error: YamlError, quoted: readonly YamlToken[]): YamlComplaint & { readOn: boolean } {
  const told = unclosedQuote(text, error, quoted) ?? unclosedBracket(text, error) ?? inOneLine(text, error);
  return { rule: "yaml-syntax", readOn: false, ...told };
}

type Told = Omit<YamlComplaint, "rule"> & { rule?: string; readOn?: boolean };

/** The quoted texts, closed or not, which mistakes are often about. */
export const quotedTokens = (text: string): YamlToken[] => [...yamlTokens(text)].filter((token) => /^["']/.test(token.text));

/** A quoted text that runs on into the lines of other fields. */
function unclosedQuote(text: string, { code, message, pos }: YamlError, quoted: readonly YamlToken[]): Told | undefined {
  const unclosed = code === "MISSING_CHAR" && message.startsWith("Missing closing");
  const { start } = lineOf(text, pos[0]);
  for (const token of quoted) {
    if (token.start > pos[0]) break;
    const end = token.start + token.text.length;
    if (end < start) continue;
    const swallowsFields = /\n[ \t]*(- +)?[A-Za-z_][\w-]*:(\s|$)/.test(token.text);
    if (!swallowsFields && !(unclosed && end >= pos[0])) continue;
    const line = lineOf(text, token.start);
    return {
      message: "The quote that starts here is not closed.",
      hint: `Close it at the end of the text: ${suggestion(line) ?? "write the same quote again"}.${asApostrophe(line)}`,
      range: { start: token.start, end: line.end },
    };
  }
  return undefined;
}

/** What to write where a text begins with an apostrophe, as `'tis the season` does. */
function asApostrophe(line: Line): string {
  const { label, text = "" } = valueIn(line) ?? {};
  return /^'\p{L}[^'"\\]{0,200}$/u.test(text) ? ` If it belongs to the text: \`${label} "${text}"\`.` : "";
}

/** A list or record in brackets that goes on into the next field. */
function unclosedBracket(text: string, { code, message, pos }: YamlError): Told | undefined {
  if (
    !/Flow (map|sequence) in block collection|^Flow (map|sequence) must end|Expected .* to end with/.test(message) &&
    code !== "MISSING_CHAR"
  )
    return undefined;
  const start = openBracket(text, pos[0]);
  if (start === undefined) return undefined;
  const bracket = text[start] === "[" ? "]" : "}";
  return {
    message: `The bracket that starts here is not closed.`,
    hint: `Write \`${bracket}\` at its end, or put the whole text in double quotes if the bracket is part of it.`,
    range: { start, end: lineOf(text, start).end },
  };
}

function inOneLine(text: string, { code, message, pos }: YamlError): Told {
  const line = lineOf(text, pos[0]);
  const whole = { start: line.start + line.text.search(/\S|$/), end: line.end };
  const value = valueIn(line);
  const quote = suggestion(line);
  if (code === "TAB_AS_INDENT")
    return {
      message: "The line is indented with a tab.",
      hint: "Indent with blanks; YAML does not allow tabs.",
      range: { start: pos[0], end: Math.max(pos[1], pos[0] + 1) },
    };
  if (code === "MULTIPLE_DOCS")
    return {
      message: "A second record starts here.",
      hint: "Keep one record in a file, and delete the line `---`.",
      range: { start: pos[0], end: lineOf(text, pos[0]).end },
    };
  const field = /^[ \t]*([A-Za-z_][\w-]*):(\s|$)/.test(line.text);
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line.text))
    return {
      message: "The fields hold the marks of a merge that was not finished, and both versions.",
      hint: "Keep what is right, and delete the lines that start with `<<<<<<<`, `=======` and `>>>>>>>`.",
      range: whole,
    };
  const [, marked = "", rest = ""] = /^[ \t]*\*{1,2}([A-Za-z_][\w-]*)(?:\*{1,2}:|:\*{1,2})(.*)$/.exec(line.text) ?? [];
  if (marked)
    return {
      message: "The name of a field has no stars around it.",
      hint: `Write \`${clip(`${marked}: ${rest.trim()}`)}\`.`,
      range: whole,
    };
  const entry = /^[ \t]*(?:[*•‣·–—]\s+|-(?=[^\s-]))(.*)$/.exec(line.text)?.[1];
  if (entry !== undefined && !field)
    return {
      message: "An entry of a list starts with a hyphen and a blank.",
      hint: `Write \`- ${clip(entry)}\`, in the column of the other entries.`,
      range: whole,
    };
  if (/escape sequence/.test(message) && quote?.endsWith("'`"))
    return {
      message: "In double quotes, `\\` begins a sign of its own.",
      hint: `Put the text in single quotes: ${quote}.`,
      range: value?.range ?? whole,
    };
  if (value && quote && value.text.startsWith("? "))
    return {
      message: "The text starts with `?`, which has a meaning of its own in YAML.",
      hint: `Put the whole text in quotes: ${quote}.`,
      range: value.range,
    };
  const noBlank = /^([ \t]*(?:- +)?)([A-Za-z_][\w-]*):([^\s/].*)$/.exec(line.text);
  if (noBlank && /IMPLICIT_KEY|MISSING_CHAR/.test(code))
    return { message: "A blank is missing after the colon.", hint: `Write \`${clip(`${noBlank[2]}: ${noBlank[3]}`)}\`.`, range: whole };
  if (value && quote && code === "BLOCK_AS_IMPLICIT_KEY" && /:(\s|$)/.test(value.text))
    return {
      message: "A colon inside the text makes it look like another field.",
      hint: `Put the whole text in quotes: ${quote}.`,
      range: value.range,
      readOn: true,
    };
  if (
    value &&
    quote &&
    /^["'[{*&!|>%@`#,?-]/.test(value.text) &&
    /UNEXPECTED_TOKEN|BAD_SCALAR_START|BAD_ALIAS|TAG_RESOLVE_FAILED|MISSING_CHAR|BAD_PROP_ORDER/.test(code)
  )
    return {
      message: QUOTED_WITH_COMMA.test(value.text)
        ? `Behind the closing quote stands \`${value.text.at(-1)}\`, which does not belong there.`
        : /^["']/.test(value.text)
          ? "The text goes on after its closing quote."
          : `The text starts with ${value.text.startsWith("`") ? "a backtick" : `\`${value.text[0]}\``}, which has a meaning of its own in YAML.`,
      hint: QUOTED_WITH_COMMA.test(value.text) ? `Write ${quote}.` : `Put the whole text in quotes: ${quote}.`,
      range: value.range,
      readOn: true,
    };
  if (field && code === "UNEXPECTED_TOKEN" && line.text.search(/\S/) === 0) {
    const first = lineOf(text, /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text)?.[0].length ?? 0);
    const indent = first.text.search(/\S/);
    if (indent > 0)
      return {
        message: "The line is indented, and the fields below it are not.",
        hint: "Start it in the first column, as the others.",
        range: { start: first.start + indent, end: first.end },
      };
  }
  if (field && (code === "BAD_INDENT" || message.startsWith("Sequence item without"))) {
    const entry = entryAbove(text, line.start);
    if (entry)
      return {
        message: `The line is indented neither as the fields of the entry above it nor as those of the record.`,
        hint: `Start it in column ${entry.column}, below \`${clip(entry.field)}\`, if it belongs to that entry, and in column 1 if not.`,
        range: whole,
      };
  }
  if (/^[ \t]*- /.test(line.text))
    return {
      message: "The entry is indented differently from the others of its list.",
      hint: "Start all entries of a list in the same column.",
      range: whole,
    };
  if (code === "BLOCK_AS_IMPLICIT_KEY") {
    const next = lineOf(text, Math.min(line.end + 1, text.length));
    return {
      message: "The line is indented more than the field above it.",
      hint: "Start it in the same column as the other fields.",
      range: { start: next.start, end: next.end },
    };
  }
  if (code === "MULTILINE_IMPLICIT_KEY" || message.startsWith("Implicit map keys"))
    return {
      message: "A line without a colon stands where a field should start.",
      hint: "Write `field: value`, or indent the line so that it belongs to the field above.",
      range: whole,
    };
  if (code === "BAD_INDENT")
    return {
      message: "The line is indented differently from its neighbours.",
      hint: "Give all lines of one list or record the same indentation.",
      range: whole,
    };
  return {
    message: `This is not readable as YAML: ${clip(message.replace(/[\s.:]+$/, ""), 200)}.`,
    hint: "Compare the line with a record that works; texts with special characters need double quotes.",
    range: { start: pos[0], end: Math.max(pos[1], pos[0] + 1) },
  };
}

/** The first field of the entry of a list that the line above an offset belongs to, and the column in which it starts. */
function entryAbove(text: string, offset: number): { field: string; column: number } | undefined {
  for (let line = lineOf(text, offset); line.start > 0; ) {
    line = lineOf(text, line.start - 1);
    const [, before = "", field] = /^([ \t]*(?:- +)+)([A-Za-z_][\w-]*):(?:\s|$)/.exec(line.text) ?? [];
    if (field !== undefined) return { field, column: before.length + 1 };
    // A field of the record, and the end of what is above it.
    if (/^\S/.test(line.text)) return undefined;
  }
  return undefined;
}

interface Line {
  start: number;
  end: number;
  text: string;
}

/** The line around an offset, without its end. */
export function lineOf(text: string, offset: number): Line {
  // Before the first letter is none, which `lastIndexOf` takes for a wish to look at the first.
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  const trimmed = rest.trimEnd();
  return { start, end: start + trimmed.length, text: trimmed };
}

/** The value of a `field: value` line or of a `- value` line. */
function valueIn(line: Line): { label: string; text: string; range: { start: number; end: number } } | undefined {
  const match = /^[ \t]*(?:- +)*([A-Za-z_][\w-]*:)[ \t]+(?=\S)/.exec(line.text) ?? /^[ \t]*(?:- +)*(-) +(?=\S)/.exec(line.text);
  if (!match) return undefined;
  const start = line.start + match[0].length;
  return { label: match[1] ?? "", text: line.text.slice(match[0].length), range: { start, end: line.end } };
}

/** The line as it should be written: its text in quotes that do not occur in it. */
function suggestion(line: Line): string | undefined {
  const value = valueIn(line);
  if (!value || value.text.length > 200) return undefined;
  const inner = withoutQuotes(value.text);
  const quoted = !/["\\]/.test(inner) ? `"${inner}"` : `'${inner.replaceAll("'", "''")}'`;
  return `\`${value.label} ${quoted}\``;
}

/** A text in quotes with what parts fields in other languages than YAML. */
const QUOTED_WITH_COMMA = /^(["'])(?:(?!\1).)*\1[,;]$/;

function withoutQuotes(text: string): string {
  const [first] = text;
  if (QUOTED_WITH_COMMA.test(text)) return text.slice(1, -2);
  if (first !== '"' && first !== "'") return text;
  const [before = "", after, ...more] = text.slice(1).split(first);
  if (after === undefined) return before;
  const isInside = /\s$/.test(before) || /^\p{L}/u.test(after);
  return text.endsWith(first) && (more.length === 0 || isInside) ? text.slice(1, -1) : text;
}

/**
 * Complains about a plain text that a comment cuts, as in `title: Lessons from bug #42`. A comment has a blank behind its `#`,
 * or two before it; one that has neither was meant as text. `end` is where the text ends for YAML.
 */
export function cutByComment(text: string, start: number, end: number): YamlComplaint | undefined {
  const [cut] = /^ #[^\s#][^\r\n]*/.exec(text.slice(end, end + 500)) ?? [];
  if (cut === undefined) return undefined;
  const line = lineOf(text, end);
  const quote = lineOf(text, start).start === line.start ? suggestion(line) : undefined;
  return {
    rule: "cut-by-comment",
    message: `The text ends before \`${clip(cut.trim())}\`, for \`#\` after a blank starts a comment in YAML.`,
    hint: `Put the whole text in quotes${quote === undefined ? "" : `: ${quote}`}. If it is a comment, write a blank behind the \`#\`.`,
    range: { start: end + 1, end: end + cut.trimEnd().length },
  };
}

/** Complains about a text in a list that goes on with a line that was meant as the next entry. */
export function swallowedEntry(text: string, start: number, end: number): YamlComplaint | undefined {
  const swallowed = /\n[ \t]*(?=- )/.exec(text.slice(start, end));
  if (!swallowed) return undefined;
  const at = start + swallowed.index + swallowed[0].length;
  return {
    rule: "yaml-syntax",
    message: "The entry is indented more than the one above it, so that YAML takes both for one text.",
    hint: "Start all entries of a list in the same column.",
    range: { start: at, end: lineOf(text, at).end },
  };
}

const ODD_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff";
/** A text of one line that stands in quotes where it is a value, or its first blank would be taken for a slip. */
export const BEGINS_WITH_ODD_BLANK = new RegExp(`^[${ODD_BLANKS}].*$`);

/** A blank that YAML does not take for one, after the colon of a field that is not indented; and the blank that should stand there. */
export function* oddBlanks(text: string): Generator<{ start: number; end: number; key: string; rest: string }> {
  for (const match of text.matchAll(new RegExp(`^([A-Za-z_][\\w-]*):[ \\t]*[${ODD_BLANKS}]+[ \\t]*(?=(.*))`, "gm"))) {
    const key = match[1] ?? "";
    yield { start: match.index + key.length + 1, end: match.index + match[0].length, key, rest: match[2]?.trimEnd() ?? "" };
  }
}

/** Complains about a blank after a colon that YAML takes for a letter. */
export function oddBlank({ start, end, key, rest }: { start: number; end: number; key: string; rest: string }): YamlComplaint {
  return {
    rule: "odd-blank",
    message: `After \`${clip(key)}:\` stands a blank that YAML does not know, such as a non-breaking one.`,
    hint: `Write \`${clip(`${key}: ${rest}`, 200)}\` with a common blank, or run \`${commandName("check")} --fix\`.`,
    range: { start, end },
  };
}

/** Complains about a feature of YAML that no record needs; mostly a text that only looks like one. */
export function refuseFeature(text: string, start: number, end: number, what: string): YamlComplaint {
  const line = lineOf(text, start);
  const value = valueIn(line);
  const quote = suggestion(line);
  const isText = value && quote && /^[&*!]/.test(value.text);
  return {
    rule: "yaml-feature",
    message: `${what} does not belong into a record.`,
    hint: isText ? `If it is text, put all of it in quotes: ${quote}.` : "Delete it, or put the text in double quotes.",
    range: isText ? value.range : { start, end },
  };
}
