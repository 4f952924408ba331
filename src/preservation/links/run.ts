/** A whole check of links: several hosts at once, each in its turn, and nothing asked twice. */
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
  /** The moment of the monotonic clock after which nothing more is asked; hosts can make each request wait. */
  until?: number;
  /** Whether names of hosts are found at all: asked when most are not. */
  isOnline: () => Promise<boolean>;
  onProgress?: (done: number, all: number) => void;
}

export interface RunResult {
  verdicts: Map<string, Verdict>;
  /** How many results are from earlier runs. */
  remembered: number;
  /** How many addresses were left for lack of time. */
  left: number;
}

/** Checks every address, or remembers how it was. */
export async function checkAddresses(addresses: Iterable<string>, options: RunOptions): Promise<RunResult> {
  const { prober, journal, today, goodFor, until = Number.POSITIVE_INFINITY } = options;
  const verdicts = new Map<string, Verdict>();
  const byHost = new Map<string, string[]>();
  for (const address of addresses) {
    const known = journal.recall(address, today, goodFor);
    const { host } = new URL(address);
    if (known) verdicts.set(address, known);
    else if (byHost.get(host)?.push(address) === undefined) byHost.set(host, [address]);
  }
  const remembered = verdicts.size;
  const all = remembered + [...byHost.values()].reduce((sum, list) => sum + list.length, 0);
  // A host with many addresses takes longest, so it starts first.
  const queue = [...byHost.values()].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  const lost = new Map<string, Verdict>();
  const worker = async () => {
    for (let host = queue.shift(); host; host = queue.shift())
      for (const address of host) {
        if (performance.now() >= until) return;
        const answer = await prober.visit(address, until);
        const verdict = judge(address, answer);
        verdicts.set(address, verdict);
        const failure = answer.outcome.kind === "failure" ? answer.outcome.failure : undefined;
        const isLost = failure === "no-host";
        if ((!isLost && failure !== "lookup") || answer.hops.length > 0) found.add(new URL(address).host);
        if (isLost) lost.set(address, verdict);
        else if (answer.outcome.kind !== "later") journal.note(address, today, verdict);
        options.onProgress?.(verdicts.size, all);
      }
  };
  await Promise.all(Array.from({ length: options.hosts }, worker));
  // A machine without a network, or behind a filter, finds no host; that says nothing about any of them.
  const lostHosts = new Set([...lost.keys()].map((address) => new URL(address).host)).size;
  const isTrue = lost.size === 0 || found.size > lostHosts || (await options.isOnline());
  for (const [address, verdict] of lost) {
    if (isTrue) journal.note(address, today, verdict);
    else verdicts.set(address, { state: "unsure", why: "most hosts could not be found; is this machine online?" });
  }
  return { verdicts, remembered, left: all - verdicts.size };
}
