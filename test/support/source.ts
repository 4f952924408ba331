/** Reads TypeScript as words, strings and signs: as much of its grammar as it takes to find imports and forbidden words. */

export interface Token {
  kind: "word" | "string" | "sign" | "regex";
  /** The word or sign, or what is between the quotes. */
  text: string;
  line: number;
}

/** Stands in the text of a template for what its code computes. */
const COMPUTED = "\u0000";

const BEFORE_REGEX = new Set(["return", "typeof", "case", "in", "of", "new", "delete", "void", "throw", "else", "do", "yield", "await"]);

/** Splits source into tokens. Comments are gone; the code within `${}` of a template is there, its text is not. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (kind: Token["kind"], text: string, length: number) => {
    tokens.push({ kind, text, line: source.slice(0, at).split("\n").length });
    at += length;
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };

  /** Reads code to the end of the source, or to the brace that closes a `${`. */
  const readCode = (inTemplate: boolean) => {
    let depth = 0;
    while (at < source.length) {
      const skipped = match(/(\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y);
      if (skipped !== undefined) at += skipped.length;
      const sign = source[at];
      if (sign === undefined) return;
      const word = match(/[\p{L}\p{N}_$#@]+/uy);
      const text = sign === '"' || sign === "'" ? match(/(["'])(\\[\s\S]|(?!\1)[^\\\n])*\1/y) : undefined;
      const regex = sign === "/" && regexMayStand() ? match(/\/(\\.|\[(\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y) : undefined;
      if (word !== undefined) add("word", word, word.length);
      else if (text !== undefined) add("string", text.slice(1, -1), text.length);
      else if (regex !== undefined) add("regex", regex, regex.length);
      else if (sign === "`") readTemplate();
      else {
        if (sign === "{") depth++;
        if (sign === "}" && --depth < 0 && inTemplate) return;
        add("sign", sign, 1);
      }
    }
  };

  const readTemplate = () => {
    const token: Token = { kind: "string", text: "", line: 0 };
    add("string", "", 1);
    const place = tokens.length - 1;
    while (at < source.length && source[at] !== "`") {
      if (source.startsWith("${", at)) {
        at += 2;
        token.text += COMPUTED;
        readCode(true);
        at++;
      } else {
        const length = source[at] === "\\" ? 2 : 1;
        token.text += source.slice(at, at + length);
        at += length;
      }
    }
    at++;
    tokens[place] = { ...token, line: tokens[place]?.line ?? 0 };
  };

  const regexMayStand = () => {
    const before = tokens.at(-1);
    if (!before) return true;
    if (before.kind === "word") return BEFORE_REGEX.has(before.text);
    return before.kind === "sign" && !/[)\]}]/.test(before.text);
  };

  readCode(false);
  return tokens;
}

export interface Import {
  /** What is imported; undefined where the code computes it. */
  from: string | undefined;
  typeOnly: boolean;
  line: number;
}

/** Every import, static and dynamic, and every re-export. */
export function importsOf(tokens: readonly Token[]): Import[] {
  const found: Import[] = [];
  const text = (index: number) => (tokens[index]?.kind === "string" ? undefined : tokens[index]?.text);
  const string = (index: number) => (tokens[index]?.kind === "string" ? tokens[index]?.text : undefined);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word" || text(index - 1) === ".") continue;
    const add = (from: string | undefined, typeOnly = false) => found.push({ from, typeOnly, line: token.line });
    const next = text(index + 1);
    if ((token.text === "import" || token.text === "require") && next === "(") {
      const constant = text(index + 3) === ")" || text(index + 3) === ",";
      const from = constant ? string(index + 2) : undefined;
      add(from?.includes(COMPUTED) ? undefined : from);
    } else if (token.text === "import" && string(index + 1) !== undefined) add(string(index + 1));
    else if (token.text === "import" || token.text === "export") {
      const typeOnly = next === "type" && text(index + 2) !== "from";
      const start = text(index + (typeOnly ? 2 : 1));
      const named = start === "{" || start === "*" || (token.text === "import" && tokens[index + 1]?.kind === "word");
      if (!named) continue;
      const from = tokens.findIndex((other, at) => at > index && other.text === "from" && tokens[at + 1]?.kind === "string");
      const end = tokens.findIndex((other, at) => at > index && other.kind === "sign" && /[;=()]/.test(other.text));
      if (from >= 0 && (end < 0 || from < end)) add(string(from + 1), typeOnly);
    }
  }
  return found;
}
