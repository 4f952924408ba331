/** The door to the package `yaml`: nothing else imports it. */
import {
  type Alias,
  Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  YAMLParseError,
} from "yaml";

export { Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Scalar, visit, type YAMLMap };

/**
 * The YAML document of a text: version 1.2 with the core schema, so that `09:30`, dates and `yes` stay text. A text that is nested so deep
 * that the parser, which calls itself for every level, has no stack left is a document with an error.
 */
export function parseYaml(text: string): Document {
  try {
    return parseDocument(text, { version: "1.2", schema: "core", merge: false, uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const document = new Document(null);
    document.errors.push(new YAMLParseError([0, 1], "UNEXPECTED_TOKEN", "The fields are nested deeper than in any record"));
    return document;
  }
}

/** The parts of a document that stand for others (`*name`). */
export function aliasesIn(document: Document): Alias[] {
  const found: Alias[] = [];
  visit(document, { Alias: (_, alias) => void found.push(alias) });
  return found;
}

/** A piece of YAML text and where it starts. */
export interface YamlToken {
  start: number;
  text: string;
}

/** Marks that the lexer adds to the text: start of a document, start of a plain text, end of a broken list. */
const NO_TEXT = new Set(["\u0002", "\u0018", "\u001f"]);

/** The comments of a text in order. */
export function* yamlComments(text: string): Generator<YamlToken> {
  let start = 0;
  let previous = "";
  for (const token of new Lexer().lex(text)) {
    // Before a plain text or the lines of a block stands a mark, so that one that begins with `#` is no comment.
    if (token.startsWith("#") && previous !== "\u001f") yield { start, text: token };
    previous = token;
    if (!NO_TEXT.has(token)) start += token.length;
  }
}

/** The tokens of a text in order. */
export function* yamlTokens(text: string): Generator<YamlToken> {
  let start = 0;
  for (const token of new Lexer().lex(text)) {
    if (NO_TEXT.has(token)) continue;
    yield { start, text: token };
    start += token.length;
  }
}
