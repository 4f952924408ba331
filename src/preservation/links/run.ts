/** Owns a whole check of links: several hosts at once, each in its turn, and nothing asked twice. */
import { judge, type Verdict } from "./judge.ts";
import type { Journal } from "./journal.ts";
import type { Prober } from "./probe.ts";

export interface RunOptions {
  prober: Prober;
  journal: Journal;
  today: string;
  /** Days for which a good result counts. */
  goodFor: number;
  /** Hosts that are visited at the same time. */
  hosts: number;
  onProgress?: (done: number, all: number) => void;
}

export interface RunResult {
  verdicts: Map<string, Verdict>;
  /** How many results are from earlier runs. */
  remembered: number;
}

/** Checks every address, or remembers how it was. */
export async function checkAddresses(addresses: Iterable<string>, options: RunOptions): Promise<RunResult> {
  const { prober, journal, today, goodFor } = options;
  const verdicts = new Map<string, Verdict>();
  const byHost = new Map<string, string[]>();
  for (const address of addresses) {
    const known = journal.recall(address, today, goodFor);
    const { host } = new URL(address);
    if (known) verdicts.set(address, known);
    else byHost.set(host, [...(byHost.get(host) ?? []), address]);
  }
  const remembered = verdicts.size;
  const all = remembered + [...byHost.values()].reduce((sum, list) => sum + list.length, 0);
  // A host with many addresses takes longest, so it starts first.
  const queue = [...byHost.values()].sort((a, b) => b.length - a.length);
  let somebodyAnswered = remembered > 0;
  const unheard: string[] = [];
  const worker = async () => {
    for (let host = queue.shift(); host; host = queue.shift())
      for (const address of host) {
        const answer = await prober.visit(address);
        const verdict = judge(address, answer);
        verdicts.set(address, verdict);
        somebodyAnswered ||= answer.outcome.kind === "reply" || answer.hops.length > 0;
        if (answer.outcome.kind === "failure" && answer.outcome.failure === "no-host") unheard.push(address);
        else if (answer.outcome.kind !== "later") journal.note(address, today, verdict);
        options.onProgress?.(verdicts.size, all);
      }
  };
  await Promise.all(Array.from({ length: options.hosts }, worker));
  for (const address of unheard) {
    const verdict = verdicts.get(address);
    if (verdict && somebodyAnswered) journal.note(address, today, verdict);
    // A machine without a network finds no host at all; that says nothing about any of them.
    else verdicts.set(address, { state: "unsure", why: "no host at all could be found; is this machine online?" });
  }
  return { verdicts, remembered };
}
