/** The places that hold a name and that no program can decide about: each is asked about, and answered on the command line. */
import { isThere } from "../../content/file-state.ts";
import { locate } from "../../content/locate.ts";
import { ownText } from "../../content/read-safely.ts";
import { type FieldPath, type Problem, sortProblems } from "../../model/problem.ts";
import { visible } from "../../problems/visible.ts";
import { count } from "../../text/wording.ts";
import { UsageError } from "../options.ts";
import { printProblems } from "../report.ts";

/**
 * What an editor says of places: the name is taken out of them, or stays. `all` stands for all others, but for those that may be plain
 * words; `words` stands for these.
 */
export interface Answers {
  clear: readonly string[];
  keep: readonly string[];
}

interface Place {
  problem: Problem;
  /** The place as the user writes it. */
  name: string;
}

/** What taking the name out of a place means. */
export type Clearing = "text" | "address" | "page" | "file" | "by hand";

const HINTS: Record<Clearing, string> = {
  text: "writes what stands for the name in its place",
  address: "deletes the address",
  page: "gives it another address and withdraws this one",
  file: "deletes the file, and the fields that name it",
  "by hand": "",
};

/** Asks about places, and collects those without an answer. */
export class Places {
  readonly #answers: Answers;
  readonly #open: Place[] = [];
  readonly #used = new Set<string>();
  readonly #holding = new Set<string>();
  #plain = 0;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /**
   * Whether the name is to be taken out of a field of a record, or of a file as a whole. What may be plain words is asked about apart, so
   * that an answer for all never changes a sentence that speaks of nobody.
   */
  isCleared(
    file: string,
    path: FieldPath | undefined,
    how: Clearing,
    message: string,
    { range, isPlain = false }: { range?: { start: number; end: number } | undefined; isPlain?: boolean } = {},
  ): boolean {
    const others = isPlain ? "words" : "all";
    const isText = path !== undefined || range !== undefined;
    const [located] = isText ? locate([{ ...TOLD, file, message, ...(path && { path }), ...(range && { range }) }]) : [];
    const problem = located ?? { ...TOLD, file, message, line: 1, column: 1, endLine: 1, endColumn: 1, excerpt: "" };
    const name = isText ? `${file}:${problem.line}` : file;
    const { clear, keep } = this.#answers;
    const says = (list: readonly string[], word: string) => list.includes(word) && this.#used.add(word) !== undefined;
    if (says(keep, name) || (!clear.includes(name) && (says(keep, others) || (!clear.includes(others) && says(keep, "all"))))) {
      this.#holding.add(file);
      return false;
    }
    if (how !== "by hand" && (says(clear, name) || says(clear, others))) return true;
    const hint =
      how === "by hand"
        ? `Change it by hand, or answer \`--keep ${name}\`.`
        : `\`--clear ${name}\` ${HINTS[how]}; \`--keep ${name}\` leaves it.`;
    this.#holding.add(file);
    if (isPlain) this.#plain += 1;
    this.#open.push({ problem: { ...problem, hint }, name });
    return false;
  }

  /** Whether `--keep` names something that is no place in a file. */
  isKept(name: string): boolean {
    return this.#answers.keep.includes(name) && this.#used.add(name) !== undefined;
  }

  /** Whether the name stays in a file, or has no answer there yet. */
  holds(file: string): boolean {
    return this.#holding.has(file);
  }

  /**
   * Tells what has no answer yet, and some lines on what was not asked about.
   *
   * @throws {UsageError} while places have no answer, and for answers to what was not asked.
   */
  finish(notAsked: readonly string[]): void {
    if (this.#open.length > 0) printProblems(sortProblems(this.#open.map(({ problem }) => problem)));
    for (const line of notAsked) process.stderr.write(`${visible(line)}\n`);
    if (this.#open.length > 0) {
      throw new UsageError(
        `${count(this.#open.length, "place holds", "places hold")} the name and ${this.#open.length === 1 ? "has" : "have"} no answer yet; \`--clear all\` and \`--keep all\` answer for all others${this.#plain > 0 ? ", but `--clear all` for none that may be plain words: those are `--clear words`" : ""}. Nothing was changed.`,
      );
    }
    const odd = [...this.#answers.clear, ...this.#answers.keep].find((name) => name !== "all" && name !== "words" && !this.#used.has(name));
    if (odd !== undefined) throw new UsageError(`\`${odd}\` is no place that was asked about. Nothing was changed.`);
  }
}

const TOLD = { rule: "name-told", severity: "warning", hint: "" } as const;

/** The text of a file, and nothing of one that is not there. */
export const textOfFile = (file: string) => (isThere(file) ? ownText(file) : "");
