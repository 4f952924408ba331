/** Owns the split of a Markdown file into front matter and body (gray-matter); YAML is the only language it may be in. */
import matter from "gray-matter";
import type { Finding } from "../model/problem.ts";

/** The parts of a record file, with the offsets at which they start. */
export interface Parts {
  yaml: string;
  yamlStart: number;
  body: string;
  bodyStart: number;
}

export type Split = { parts: Parts } | { complaint: Pick<Finding, "rule" | "message" | "hint"> & { range: { start: number; end: number } } };

const refuse = () => {
  throw new Error("front matter in a programming language is never run");
};

// gray-matter knows engines that run code; every one of them is replaced, and the data is read by our own YAML room.
const OPTIONS = {
  language: "yaml",
  delimiters: "---",
  engines: { yaml: { parse: (text: string) => ({ yaml: text }) }, js: refuse, javascript: refuse, json: refuse, coffee: refuse, coffeescript: refuse, cson: refuse, toml: refuse },
};

/** Splits the text of a record file. Offsets count UTF-16 code units from the start of the text. */
export function splitFrontMatter(text: string): Split {
  const first = /^\ufeff?([^\r\n]*)/.exec(text)?.[1] ?? "";
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const firstLine = { start, end: Math.max(start + first.length, start + 1) };
  if (!first.startsWith("---")) {
    return { complaint: { rule: "front-matter-missing", message: "The file does not start with front matter.", hint: "Write `---` as the first line, then the fields, then `---` again, then the text.", range: firstLine } };
  }
  if (first.trimEnd() !== "---") {
    return { complaint: { rule: "front-matter-language", message: `The first line is \`${first.slice(0, 40)}\`, not \`---\`.`, hint: "Write `---` alone; the fields of a record are YAML and nothing else.", range: firstLine } };
  }
  const close = /\n(---[^\r\n]*)/.exec(text.slice(start + first.length));
  if (!close) {
    return { complaint: { rule: "front-matter-open", message: "The front matter is not closed.", hint: "Write `---` on a line of its own below the last field.", range: firstLine } };
  }
  const closeStart = start + first.length + close.index + 1;
  const closeLine = close[1] ?? "";
  if (closeLine.trimEnd() !== "---") {
    return { complaint: { rule: "front-matter-open", message: `The line \`${closeLine.slice(0, 40)}\` looks like the end of the front matter, but is not \`---\`.`, hint: "End the front matter with `---` on a line of its own.", range: { start: closeStart, end: closeStart + closeLine.length } } };
  }
  const file = matter(text, OPTIONS);
  const bodyStart = text.length - file.content.length;
  const yaml = typeof file.data["yaml"] === "string" ? file.data["yaml"] : "";
  return { parts: { yaml, yamlStart: start + 3, body: file.content, bodyStart } };
}
