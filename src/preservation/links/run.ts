/** A whole check of links: several hosts at once, each in its turn, and nothing asked twice. */
import { isIP } from "node:net";
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
  /** A host that is there as long as this machine is online. */
  knownHost: string;
  /** Looks the name of a host up once more: whether it is found, is not, or that cannot be told. */
  look: (host: string) => Promise<"found" | "none" | "unsure">;
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
  /** Addresses of which a host was not found, with the name of that host. */
  const lost = new Map<string, string>();
  const worker = async () => {
    for (let host = queue.shift(); host; host = queue.shift())
      for (const address of host) {
        if (performance.now() >= until) return;
        const answer = await prober.visit(address, until);
        const verdict = judge(address, answer);
        verdicts.set(address, verdict);
        const failure = answer.outcome.kind === "failure" ? answer.outcome.failure : undefined;
        const isLost = failure === "no-host";
        if ((!isLost && failure !== "lookup") || answer.hops.length > 0) found.add(new URL(address).hostname);
        if (isLost) lost.set(address, new URL(answer.hops.at(-1)?.to ?? address).hostname);
        // What says nothing about the address is asked again.
        else if (answer.outcome.kind !== "later" && verdict.state !== "private") journal.note(address, today, verdict);
        options.onProgress?.(verdicts.size, all);
      }
  };
  await Promise.all(Array.from({ length: options.hosts }, worker));
  const gone = await goneForGood(new Set(lost.values()), found, options);
  for (const [address, host] of lost) {
    const verdict = verdicts.get(address);
    if (verdict && gone?.has(host)) journal.note(address, today, verdict);
    else
      verdicts.set(address, {
        state: "unsure",
        why: gone ? "its host could not be found for a while" : "hosts could not be found; is this machine online?",
      });
  }
  return { verdicts, remembered, left: all - verdicts.size };
}

/**
 * Which hosts that were not found are not found now either; nothing where this machine finds none. A machine without a network, one that
 * loses it within a run, or one behind a filter finds no host, which says nothing about any of them.
 */
async function goneForGood(
  lost: ReadonlySet<string>,
  found: ReadonlySet<string>,
  { knownHost, look }: RunOptions,
): Promise<ReadonlySet<string> | undefined> {
  const gone = new Set<string>();
  for (const host of lost) if ((await look(host)) === "none") gone.add(host);
  // The network may have gone while those were looked up, so it is asked for after them.
  const others = found.size > lost.size ? [...found].filter((host) => isIP(host.replace(/^\[|\]$/g, "")) === 0).slice(-3) : [];
  for (const host of lost.size > 0 ? [knownHost, ...others] : []) if ((await look(host)) === "found") return gone;
  return undefined;
}
