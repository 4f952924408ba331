/** The visit to one address: robots first, HEAD then GET, redirects step by step, patience with what may pass. */
import { isUtf8 } from "node:buffer";
import { type FailureKind, RequestFailure } from "./failure.ts";
import type { Reply, SendRequest } from "./request.ts";
import { ALLOW_ALL, parseRobots, type Robots } from "./robots.ts";
import type { Turns } from "./turns.ts";
import { parseUrl } from "../../text/parse-url.ts";

/** What came of asking. `later` is a host that wants to be left alone for longer than we wait. */
export type Outcome =
  | { kind: "reply"; reply: Reply }
  | { kind: "failure"; failure: FailureKind }
  | { kind: "robots" }
  | { kind: "loop" }
  | { kind: "other-scheme" }
  | { kind: "later" };

export interface Answer {
  /** Redirects that were followed, in order. */
  hops: { status: number; to: string }[];
  outcome: Outcome;
}

export interface ProbeOptions {
  send: SendRequest;
  turns: Turns;
  /** Our name in `robots.txt`. */
  agent: string;
  /** Milliseconds before the second try; each further one waits twice as long. */
  backoff: number;
  /** The longest that a host may make us wait. */
  longestWait: number;
}

type Method = "HEAD" | "GET";

const MOST_HOPS = 10;
const MOST_TRIES = 4;
/** Addresses of one host in a row without an answer or with its trouble, after which its others are not tried. */
const MOST_SILENCE = 3;

export class Prober {
  readonly #options: ProbeOptions;
  /** The rules of each host; nothing of one that is in trouble. */
  readonly #robots = new Map<string, Promise<Robots | undefined>>();
  /** Hosts that are not asked again in this run, and why. */
  readonly #closed = new Map<string, Outcome>();
  readonly #silence = new Map<string, number>();

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  /** Visits an address and follows it to where it leads, as long as there is time. */
  async visit(address: string, until = Number.POSITIVE_INFINITY): Promise<Answer> {
    const answer = await this.#follow(address, until, "HEAD");
    // Some servers send HEAD elsewhere, such as to a page about errors; readers ask with GET.
    return answer.hops.length > 0 && isDeath(answer.outcome) ? this.#follow(address, until, "GET") : answer;
  }

  async #follow(address: string, until: number, method: Method): Promise<Answer> {
    let url = new URL(address);
    const hops: Answer["hops"] = [];
    const seen = new Set([url.href]);
    for (;;) {
      const robots = await this.#robotsOf(url);
      if (!robots) return { hops, outcome: { kind: "later" } };
      if (!robots.allows(url)) return { hops, outcome: { kind: "robots" } };
      const outcome = await this.#ask(url, method);
      const target = outcome.kind === "reply" ? targetOf(outcome.reply, url) : undefined;
      if (outcome.kind !== "reply" || !target) return { hops, outcome };
      hops.push({ status: outcome.reply.status, to: target.href });
      if (!/^https?:$/.test(target.protocol)) return { hops, outcome: { kind: "other-scheme" } };
      target.hash = "";
      if (seen.has(target.href) || hops.length > MOST_HOPS) return { hops, outcome: { kind: "loop" } };
      if (performance.now() >= until) return { hops, outcome: { kind: "later" } };
      seen.add(target.href);
      url = target;
    }
  }

  async #ask(url: URL, method: Method): Promise<Outcome> {
    const closed = this.#closed.get(url.host);
    if (closed) return closed;
    const last = await this.#tryOften(url, method);
    const outcome: Outcome = last.kind === "reply" && last.reply.status === 429 ? { kind: "later" } : last;
    const isSilent = mayPass(outcome);
    this.#silence.set(url.host, isSilent ? (this.#silence.get(url.host) ?? 0) + 1 : 0);
    const isFinal = outcome.kind === "later" || (outcome.kind === "failure" && outcome.failure === "no-host");
    if (isFinal || (this.#silence.get(url.host) ?? 0) >= MOST_SILENCE) this.#closed.set(url.host, outcome);
    return outcome;
  }

  async #tryOften(url: URL, first: Method): Promise<Outcome> {
    const { turns, backoff, longestWait } = this.#options;
    for (let tries = 1; ; tries++) {
      const method = tries === 1 ? first : "GET";
      const outcome = await this.#once(method, url);
      const isOver = method === "HEAD" ? isEnough(outcome) : !mayPass(outcome);
      const patience = outcome.kind === "failure" && outcome.failure === "timeout" ? 2 : MOST_TRIES;
      if (isOver || tries >= patience) return outcome;
      if (!mayPass(outcome)) continue;
      const wait = waitWanted(outcome) ?? backoff * 2 ** (tries - 1);
      if (wait > longestWait) return { kind: "later" };
      turns.pause(url.host, wait);
    }
  }

  async #once(method: Method, url: URL): Promise<Outcome> {
    try {
      return { kind: "reply", reply: await this.#options.turns.take(url.host, () => this.#options.send(method, url)) };
    } catch (error) {
      if (error instanceof RequestFailure) return { kind: "failure", failure: error.kind };
      throw error;
    }
  }

  #robotsOf({ origin, host }: URL): Promise<Robots | undefined> {
    const known = this.#robots.get(origin);
    if (known) return known;
    const loading = this.#loadRobots(new URL("/robots.txt", origin)).then((robots) => {
      if (robots) this.#options.turns.slowDown(host, robots.delay);
      return robots;
    });
    this.#robots.set(origin, loading);
    return loading;
  }

  /** A host that cannot be asked for its rules breaks none by not answering; one in trouble is left alone. */
  async #loadRobots(first: URL): Promise<Robots | undefined> {
    let url = first;
    for (let hops = 0; hops <= 5; hops++) {
      const outcome = await this.#once("GET", url);
      if (outcome.kind === "failure" && outcome.failure === "no-host") this.#closed.set(url.host, outcome);
      if (outcome.kind !== "reply") return ALLOW_ALL;
      const { status, body } = outcome.reply;
      const target = targetOf(outcome.reply, url);
      if (target && /^https?:$/.test(target.protocol)) url = target;
      else if (status === 429 || status >= 500) {
        const wait = waitWanted(outcome) ?? this.#options.backoff;
        if (hops > 0 || wait > this.#options.longestWait) return undefined;
        this.#options.turns.pause(url.host, wait);
      } else return status >= 200 && status < 300 ? parseRobots(body.toString("utf8"), this.#options.agent) : ALLOW_ALL;
    }
    return ALLOW_ALL;
  }
}

/** Whether an outcome says that there is nothing at an address. */
export function isDeath(outcome: Outcome): boolean {
  if (outcome.kind === "failure") return outcome.failure === "no-host";
  return outcome.kind === "reply" && (outcome.reply.status === 404 || outcome.reply.status === 410);
}

const PASSING: ReadonlySet<FailureKind> = new Set(["lookup", "refused", "reset", "timeout", "protocol"]);

/** What may be over in a moment. */
function mayPass(outcome: Outcome): boolean {
  if (outcome.kind === "failure") return PASSING.has(outcome.failure);
  return outcome.kind === "reply" && [429, 500, 502, 503, 504].includes(outcome.reply.status);
}

/** Whether HEAD says all: a redirect, or a file that no reader would take for a page. Many servers answer it wrongly otherwise. */
function isEnough(outcome: Outcome): boolean {
  if (outcome.kind === "failure") return !PASSING.has(outcome.failure);
  if (outcome.kind !== "reply") return true;
  const { status, headers } = outcome.reply;
  if (status >= 300 && status < 400) return headers.location !== undefined;
  const isFile = headers["content-type"] !== undefined && !isPage(headers["content-type"]);
  return status >= 200 && status < 300 && isFile && headers["content-length"] !== "0";
}

/** Whether a content type is that of a web page. */
export function isPage(type: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type);
}

function targetOf({ status, headers }: Reply, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  // Header bytes reach us as Latin-1; servers that do not encode their addresses mean UTF-8.
  const bytes = Buffer.from(headers.location, "latin1");
  // Others mean the bytes as they are, which is how browsers take them.
  const location = isUtf8(bytes) ? bytes.toString("utf8") : headers.location.replace(/[\x80-\xff]/g, (byte) => `%${hex(byte)}`);
  return parseUrl(location, from);
}

const hex = (byte: string) => byte.charCodeAt(0).toString(16).toUpperCase();

const waitWanted = (outcome: Outcome) => (outcome.kind === "reply" ? retryAfter(outcome.reply) : undefined);

/** `Retry-After` in milliseconds: seconds, or a date that is compared with the date of the answer itself. */
export function retryAfter({ headers }: Pick<Reply, "headers">): number | undefined {
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.parse(headers.date ?? "");
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
