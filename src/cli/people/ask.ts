/** Decisions about people by one key each. */
import { append } from "../../text/append.ts";
import type { Double } from "../../model/doubles.ts";
import { visible } from "../../problems/visible.ts";
import type { Decision } from "../life/join.ts";
import { showDouble } from "./show.ts";

/** Where keys come from and where pairs are shown. */
export interface Terminal {
  /** The next key; nothing when there are no more. */
  key(): Promise<string | undefined>;
  write(text: string): void;
}

/** Control and C, which ends without a decision. */
const INTERRUPT = "\u0003";

/** Shows pair after pair, and gives what was decided; nothing when the work is given up. `refusal` says why decisions cannot stand together. */
export async function askAboutPairs(
  pairs: readonly Double[],
  terminal: Terminal,
  refusal: (decisions: readonly Decision[]) => string | undefined,
): Promise<Decision[] | undefined> {
  const answers: (Decision | undefined)[] = [];
  while (answers.length < pairs.length) {
    const pair = pairs[answers.length];
    if (!pair) break;
    const { known, other } = pair;
    terminal.write(`\n${showDouble(pair, `${answers.length + 1} of ${pairs.length}`)}`);
    terminal.write(
      `j join as ${visible(known.name)} · o join as ${visible(other.name)} · p two people · s skip · u undo · q finish, write · Ctrl-C give up\n`,
    );
    const answer = await nextAnswer(terminal, pair);
    if (answer === "give up") return undefined;
    if (answer === "finish") break;
    if (answer === "undo") {
      answers.pop();
      continue;
    }
    const refused = answer === "skip" ? undefined : refusal([...answers.filter((one) => one !== undefined), answer]);
    if (refused !== undefined) terminal.write(`  ${visible(refused)}\n`);
    else answers.push(answer === "skip" ? undefined : answer);
  }
  return answers.filter((one) => one !== undefined);
}

async function nextAnswer(terminal: Terminal, { known, other }: Double): Promise<Decision | "skip" | "undo" | "finish" | "give up"> {
  for (;;) {
    const key = (await terminal.key())?.toLowerCase();
    if (key === undefined || key === "q") return "finish";
    if (key === INTERRUPT) return "give up";
    if (key === "s") return "skip";
    if (key === "u") return "undo";
    const told = { j: "joined", o: "joined under the other name", p: "two people" }[key];
    if (told !== undefined) terminal.write(`  ${told}\n`);
    if (key === "j") return { decision: "join", keep: known.slug, other: other.slug };
    if (key === "o") return { decision: "join", keep: other.slug, other: known.slug };
    if (key === "p") return { decision: "part", keep: known.slug, other: other.slug };
  }
}

/** What a terminal sends for keys without a letter, such as arrows, Home and F2, of which the end is a letter. */
const NO_LETTER = /\u001b(?:\[[\d;?]*[ -/]*[@-~]?|O[\d;]*[@-~]?|[^\u001b])?/g;

/** The terminal that the command runs in. Several keys at once, as from a paste or a pipe, are so many answers. */
export function keysOf(input: NodeJS.ReadStream, output: NodeJS.WritableStream): Terminal & { close(): void } {
  if (input.isTTY) input.setRawMode(true);
  input.setEncoding("utf8");
  const waiting: string[] = [];
  const chunks = input[Symbol.asyncIterator]();
  return {
    async key() {
      while (waiting.length === 0) {
        const { value, done } = await chunks.next();
        if (done === true) return undefined;
        append(waiting, String(value).replace(NO_LETTER, ""));
      }
      return waiting.shift();
    },
    write: (text) => void output.write(text),
    close() {
      if (input.isTTY) input.setRawMode(false);
      input.pause();
    },
  };
}
