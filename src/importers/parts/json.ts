/** Reads JSON with places: the value, where each part of it stands, and where a broken file breaks. */
import type { Problem } from "../../model/problem.ts";
import type { Complaint, ForeignFile, Place } from "../importer.ts";
import { WatchedJson } from "./field-use.ts";
import { problemAt } from "./place.ts";
import type { Reading } from "./reading.ts";

export type JsonPath = readonly (string | number)[];

/** What a JSON file holds. `markRow` says of an object that it is a row, so that its fields are told by their own names alone. */
export type JsonFile =
  | { value: unknown; markRow: (object: unknown) => void; problem?: undefined }
  | { value: undefined; markRow: (object: unknown) => void; problem: Problem };

/** The value of a JSON file, or why there is none. What an importer does not ask it for is counted by the reading. */
export function readJson(file: ForeignFile, reading: Reading): JsonFile {
  const deep = firstTooDeep(file.text);
  if (deep !== undefined)
    return { value: undefined, markRow: () => {}, problem: problemAt({ file, start: deep, end: deep + 1 }, TOO_DEEP) };
  try {
    const watched = new WatchedJson(JSON.parse(file.text));
    reading.watch(watched);
    return { value: watched.value, markRow: (object) => watched.markRow(object) };
  } catch {
    const scanner = new Scanner(file.text);
    const start = Math.min(scanner.firstFault(), Math.max(0, file.text.length - 1));
    const cut = start >= file.text.trimEnd().length - 1 || /^"[^"\\]*(?:\\.[^"\\]*)*\\?$/s.test(file.text.slice(start));
    return {
      value: undefined,
      markRow: () => {},
      problem: problemAt(
        { file, start, end: start + 1 },
        {
          rule: "bad-json",
          severity: "error",
          message: cut ? "The file ends in the middle." : "The file is not JSON from here on.",
          hint: cut
            ? "Get the whole file from its source, and import it again."
            : "Mend the file at this place, or get it anew from its source.",
        },
      ),
    };
  }
}

/** Levels that no data of talks has, and that whatever calls itself for each can take. */
const MOST_LEVELS = 100;

const TOO_DEEP: Complaint = {
  rule: "bad-json",
  severity: "error",
  message: "The JSON is nested deeper than any data of talks.",
  hint: "Get the file anew from its source.",
};

/** The offset of the first bracket that opens a level too many, found before anything is parsed. */
function firstTooDeep(text: string): number | undefined {
  let levels = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\\" && isText) at++;
    else if (letter === '"') isText = !isText;
    else if (isText) continue;
    else if (letter === "]" || letter === "}") levels--;
    else if ((letter === "[" || letter === "{") && ++levels > MOST_LEVELS) return at;
  }
  return undefined;
}

/** Where the value at a path stands; the nearest part around it where there is none. It is looked up only when it is asked for. */
export function jsonPlace(file: ForeignFile, path: JsonPath): Place {
  const find = (): Span => {
    let spans = indexes.get(file);
    if (!spans) {
      spans = new Scanner(file.text).index();
      indexes.set(file, spans);
    }
    for (let length = path.length; length >= 0; length--) {
      const span = spans.get(pointer(path.slice(0, length)));
      if (span) return span;
    }
    return { start: 0, end: file.text.length };
  };
  const steps = path.map((step) =>
    typeof step === "number" ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
  );
  return {
    file,
    get start() {
      return find().start;
    },
    get end() {
      return find().end;
    },
    what: `$${steps.join("")}`,
  };
}

const indexes = new WeakMap<ForeignFile, Map<string, Span>>();

const pointer = (path: JsonPath) => path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

type Span = { start: number; end: number };

const DEEPEST = 20;

/** Walks JSON text without keeping its values. Broken text stops it; it never throws. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset at which the text stops being JSON. */
  firstFault(): number {
    this.#blank();
    const end = this.#value();
    if (end) this.#blank();
    return this.#at;
  }

  /** The spans of all values by their JSON pointers (RFC 6901), down to a depth that no schedule reaches. */
  index(): Map<string, Span> {
    const spans = new Map<string, Span>();
    this.#blank();
    const start = this.#at;
    this.#walk("", 0, spans);
    return spans.set("", { start, end: this.#text.length });
  }

  #walk(at: string, depth: number, spans: Map<string, Span>): boolean {
    if (depth > DEEPEST || !/[{[]/.test(this.#text[this.#at] ?? "")) return this.#value();
    const opening = this.#text[this.#at++];
    this.#blank();
    if (this.#text[this.#at] === (opening === "{" ? "}" : "]")) return this.#at++ >= 0;
    for (let index = 0; ; index++) {
      this.#blank();
      let key = String(index);
      if (opening === "{") {
        const keyStart = this.#at;
        if (!this.#key()) return false;
        key = parsed(this.#text.slice(keyStart, this.#text.lastIndexOf('"', this.#at) + 1));
        this.#blank();
      }
      const start = this.#at;
      const name = `${at}${pointer([key])}`;
      if (!this.#walk(name, depth + 1, spans)) return false;
      spans.set(name, { start, end: this.#at });
      this.#blank();
      if (this.#text[this.#at++] !== ",") return true;
    }
  }

  /** Passes over one value of any depth; false at the offset of the first fault. */
  #value(): boolean {
    const closing: string[] = [];
    for (;;) {
      this.#blank();
      const character = this.#text[this.#at];
      if (character === "{" || character === "[") {
        closing.push(character === "{" ? "}" : "]");
        this.#at++;
        this.#blank();
        if (this.#text[this.#at] !== closing.at(-1)) {
          if (closing.at(-1) === "}" && !this.#key()) return false;
          continue;
        }
      } else if (!(character === '"' ? this.#string() : this.#word())) return false;
      for (;;) {
        this.#blank();
        if (closing.length > 0 && this.#text[this.#at] === closing.at(-1)) {
          closing.pop();
          this.#at++;
        } else break;
      }
      if (closing.length === 0) return true;
      if (this.#text[this.#at] !== ",") return false;
      this.#at++;
      if (closing.at(-1) === "}" && !this.#key()) return false;
    }
  }

  #key(): boolean {
    this.#blank();
    if (!this.#string()) return false;
    this.#blank();
    if (this.#text[this.#at] !== ":") return false;
    this.#at++;
    return true;
  }

  #string(): boolean {
    return this.#pass(/"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y);
  }

  #word(): boolean {
    return this.#pass(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y);
  }

  #blank(): void {
    this.#pass(/[ \t\r\n]*/y);
  }

  #pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.test(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

function parsed(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return "";
  }
}
