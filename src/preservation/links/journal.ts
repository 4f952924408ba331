/** The memory of link checks: a line for every result as soon as it is there, so that a run can be taken up again. */
import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ownText } from "../../content/read-safely.ts";
import { replaceFile } from "../../content/write-whole.ts";
import { daysBetween } from "./days.ts";
import { STATES, type Verdict } from "./judge.ts";

const FILE = "results.jsonl";

const lineSchema = z.strictObject({
  /** Counts up when the same answer would be judged otherwise. */
  version: z.literal(1),
  address: z.string(),
  day: z.iso.date(),
  verdict: z.strictObject({ state: z.enum(STATES), why: z.string(), to: z.string().optional() }),
});

type Line = z.infer<typeof lineSchema>;

export class Journal {
  readonly #file: string;
  readonly #lines = new Map<string, Line>();

  /** Reads what earlier runs left in the folder; what cannot be read, such as half a line of a killed run, is as if not there. */
  constructor(folder: string) {
    this.#file = join(folder, FILE);
    mkdirSync(folder, { recursive: true });
    if (!existsSync(this.#file)) return;
    for (const text of ownText(this.#file).split("\n")) {
      const line = lineSchema.safeParse(parse(text)).data;
      if (line) this.#lines.set(line.address, line);
    }
    this.#compact();
  }

  /** A result that still counts: good ones for some days, all others on the day they were found; none for less than no days. */
  recall(address: string, today: string, goodFor: number): Verdict | undefined {
    const line = this.#lines.get(address);
    if (!line || goodFor < 0) return undefined;
    const age = daysBetween(line.day, today);
    const isGood = line.verdict.state === "fine" || line.verdict.state === "moved";
    return age >= 0 && age <= (isGood ? goodFor : 0) ? line.verdict : undefined;
  }

  note(address: string, day: string, verdict: Verdict): void {
    const line: Line = { version: 1, address, day, verdict };
    this.#lines.set(address, line);
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #compact(): void {
    const lines = [...this.#lines.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
    replaceFile(this.#file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
