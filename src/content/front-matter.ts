/** The split of a Markdown file into front matter and body (gray-matter); YAML is the only language it may be in. */
import matter from "gray-matter";
import type { Finding } from "../model/problem.ts";
import { count } from "../text/wording.ts";

/** UTF-16 code units; no record needs more fields. */
const LARGEST_FRONT_MATTER = 200_000;

/** The parts of a record file, with the offsets at which they start. */
export interface Parts {
  yaml: string;
  yamlStart: number;
  body: string;
  bodyStart: number;
}

export type Split =
  | { parts: Parts }
  | { complaint: Pick<Finding, "rule" | "message" | "hint"> & { range: { start: number; end: number } } };

const refuse = () => {
  throw new Error("front matter in a programming language is never run");
};

// gray-matter knows engines that run code; every one of them is replaced, and the data is read by our own YAML room.
const OPTIONS = {
  language: "yaml",
  delimiters: "---",
  engines: {
    yaml: { parse: () => ({}) },
    js: refuse,
    javascript: refuse,
    json: refuse,
    coffee: refuse,
    coffeescript: refuse,
    cson: refuse,
    toml: refuse,
  },
};

/** Splits the text of a record file. Offsets count UTF-16 code units from the start of the text. */
export function splitFrontMatter(text: string): Split {
  const first = /^\ufeff?([^\r\n]*)/.exec(text)?.[1] ?? "";
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const firstLine = { start, end: Math.max(start + first.length, start + 1) };
  if (!first.startsWith("---")) {
    return {
      complaint: {
        rule: "front-matter-missing",
        message: text.trim() === "" ? "The file is empty." : "The file does not start with front matter.",
        hint: "Write `---` as the first line, then the fields, then `---` again, then the text.",
        range: firstLine,
      },
    };
  }
  if (first.trimEnd() !== "---") {
    return {
      complaint: {
        rule: "front-matter-language",
        message: `The first line is \`${first.slice(0, 40)}\`, not \`---\`.`,
        hint: "Write `---` alone; the fields of a record are YAML and nothing else.",
        range: firstLine,
      },
    };
  }
  const close = /\n(---[^\r\n]*)/.exec(text.slice(start + first.length));
  if (!close) {
    return {
      complaint: {
        rule: "front-matter-open",
        message: "The front matter is not closed.",
        hint: "Write `---` on a line of its own below the last field.",
        range: firstLine,
      },
    };
  }
  const closeStart = start + first.length + close.index + 1;
  const closeLine = close[1] ?? "";
  if (closeLine.trimEnd() !== "---") {
    return {
      complaint: {
        rule: "front-matter-open",
        message: `The line \`${closeLine.slice(0, 40)}\` looks like the end of the front matter, but is not \`---\`.`,
        hint: "End the front matter with `---` on a line of its own.",
        range: { start: closeStart, end: closeStart + closeLine.length },
      },
    };
  }
  // Up to the start of the closing line, so that the last field keeps its line end, CR and LF alike.
  const yaml = text.slice(start + 3, closeStart);
  const complaint = tooLarge(yaml);
  if (complaint) return { complaint: { ...complaint, range: firstLine } };
  const file = matter(`---\n${withoutBlankLines(yaml)}\n${text.slice(closeStart)}`, OPTIONS);
  const bodyStart = text.length - file.content.length;
  return { parts: { yaml, yamlStart: start + 3, ...trimBody(file.content, bodyStart) } };
}

/** What is wrong with the fields of a record when they are longer than those of any record. */
export function tooLarge(yaml: string): Pick<Finding, "rule" | "message" | "hint"> | undefined {
  if (yaml.length <= LARGEST_FRONT_MATTER) return undefined;
  return {
    rule: "file-too-large",
    message: `The fields take ${count(yaml.length, "character")}; at most ${count(LARGEST_FRONT_MATTER, "", "").trim()} are allowed.`,
    hint: "Move long texts into the body or a linked document.",
  };
}

/**
 * The fields as gray-matter gets them. Its pattern for comments (`^\s*#`) starts again at every blank line of a run, which takes time
 * that grows with the square of the run; without blank lines every line is looked at once. A line that begins after another sign of a line
 * end than LF must not look like the end of the fields.
 */
function withoutBlankLines(yaml: string): string {
  return yaml
    .split(/[\n\r\u2028\u2029]/)
    .filter((line) => line.trim() !== "" && !line.startsWith("---"))
    .join("\n");
}

/** The body without empty lines around it; blanks that start its first line belong to it, for they can make it code. */
function trimBody(content: string, start: number): { body: string; bodyStart: number } {
  const firstLine = content.lastIndexOf("\n", content.search(/\S|$/)) + 1;
  return { body: content.slice(firstLine).trimEnd(), bodyStart: start + firstLine };
}

/** A record without a body is YAML from start to end. */
export function wholeYaml(text: string): Parts {
  return { yaml: text, yamlStart: 0, body: "", bodyStart: text.length };
}
