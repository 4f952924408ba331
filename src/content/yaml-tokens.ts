/** The tokens of YAML text: a cheap first look, before the parser runs, at how deep and how long the text is. */
import { yamlTokens } from "./yaml-package.ts";

/** How deep and how long a text may be. */
export interface YamlLimits {
  levels: number;
  /** Of indentation. */
  columns: number;
  tokens: number;
}

const OF_RECORDS: YamlLimits = { levels: 20, columns: 100, tokens: 20_000 };
/** A record of the whole archive is one file, however much it says; its bytes bound it. */
const OF_ARCHIVE: YamlLimits = { ...OF_RECORDS, tokens: 500_000 };

/** How deep and how long the fields of a record may be; those of a record that is YAML alone are all that an archive says of a thing. */
export const limitsOfRecord = (isYamlAlone: boolean): YamlLimits => (isYamlAlone ? OF_ARCHIVE : OF_RECORDS);

/**
 * Where a text becomes too deep or too long, for any record if no other limits are given. The parser calls itself for every level, and
 * thousands of levels would end the whole program, so such a text never reaches it.
 */
export function tooComplex(
  text: string,
  { levels, columns, tokens: most } = OF_RECORDS,
): { reason: "deep" | "long"; start: number } | undefined {
  if (isSurelySimple(text, { levels, columns, tokens: most })) return undefined;
  let brackets = 0;
  let indicators = 0;
  let tokens = 0;
  let indent = "";
  let previous = "\n";
  for (const { start, text: token } of yamlTokens(text)) {
    tokens += 1;
    if (token === "[" || token === "{") brackets += 1;
    else if (token === "]" || token === "}") brackets = Math.max(0, brackets - 1);
    else if (token.includes("\n")) indicators = 0;
    else if (brackets === 0 && (token === "-" || token === "?" || token === ":")) indicators += 1;
    if (previous.endsWith("\n")) indent = /^[ \t]+$/.test(token) ? token : "";
    const indented = brackets === 0 && indent !== token && indent.length > columns && !/^[#\r\n]/.test(token);
    if (brackets > levels || indicators > levels || indented) return { reason: "deep", start };
    if (tokens > most) return { reason: "long", start };
    previous = token;
  }
  return undefined;
}

/** Whether a text has not even the letters that it takes to be too deep or too long, so that its tokens need not be looked at. */
function isSurelySimple(text: string, { levels, columns, tokens }: YamlLimits): boolean {
  if (text.length > tokens / 2) return false;
  let brackets = 0;
  let indicators = 0;
  let blanks = 0;
  let isBlank = true;
  for (const letter of text) {
    if (letter === "\n") {
      indicators = blanks = 0;
      isBlank = true;
    } else if (letter === " " || letter === "\t") {
      if (isBlank && ++blanks > columns) return false;
    } else {
      isBlank = false;
      if ((letter === "[" || letter === "{") && ++brackets > levels) return false;
      if ((letter === "-" || letter === "?" || letter === ":") && ++indicators > levels) return false;
    }
  }
  return true;
}

/** The bracket that is still open at an offset, the innermost one. */
export function openBracket(text: string, offset: number): number | undefined {
  const open: number[] = [];
  for (const { start, text: token } of yamlTokens(text)) {
    if (start >= offset) break;
    if (token === "[" || token === "{") open.push(start);
    else if (token === "]" || token === "}") open.pop();
  }
  return open.at(-1);
}
