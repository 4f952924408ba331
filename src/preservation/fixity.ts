/** Fixity: every byte of the media is read again and held against the ledger; two copies are compared by what the ledger promised. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isThere } from "../content/file-state.ts";
import { parseUrl } from "../text/parse-url.ts";
import { count } from "../text/wording.ts";
import { hashFile } from "./hash.ts";
import type { Ledger } from "./ledger.ts";
import { retryAfter } from "./links/probe.ts";
import { createRequests } from "./links/request.ts";
import { filesBelow } from "./walk.ts";

/** What a reading of all media found, as it is kept year after year. Paths are below `assets/media/`, in order. */
export interface FixityReport {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Files that were read. */
  files: number;
  /** Files with the bytes that the ledger promises. */
  good: number;
  changed: { path: string; promised: string; found: string }[];
  missing: string[];
  /** Files that the system could not read, such as from a disk that fails, and why. */
  unreadable: { path: string; why: string }[];
  /** Files that the ledger does not know yet. */
  unknown: string[];
}

/** What the records say became of media since they were published. */
export interface Since {
  isRemoved: (path: string) => boolean;
  /** The name that a file has now. */
  nowAt: (path: string) => string;
}

const NOTHING_SINCE: Since = { isRemoved: () => false, nowAt: (path) => path };

/** Reads all bytes of a folder of media and holds them against the ledger. */
export function readFixity(mediaDir: string, ledger: Ledger, date: string, since: Since = NOTHING_SINCE): FixityReport {
  const promised = promises(ledger, since);
  const paths = isThere(mediaDir) ? filesBelow(mediaDir) : [];
  const unreadable: FixityReport["unreadable"] = [];
  const found = new Map(
    paths.flatMap((path) => {
      try {
        return [[path, hashFile(join(mediaDir, path), "sha256")] as const];
      } catch (error) {
        unreadable.push({ path, why: codeOf(error) });
        return [];
      }
    }),
  );
  const changed = [...promised].flatMap(([path, { sha256 }]) => {
    const now = found.get(path);
    return now === undefined || sha256.has(now) ? [] : [{ path, promised: [...sha256].join(" or "), found: now }];
  });
  const there = new Set(paths);
  const missing = [...promised.keys()].filter((path) => !there.has(path));
  const good = [...promised].filter(([path, { sha256 }]) => sha256.has(found.get(path) ?? ""));
  return {
    date,
    files: found.size,
    good: good.length,
    changed,
    missing,
    unreadable,
    unknown: paths.filter((path) => !promised.has(path)),
  };
}

/** Where the good bytes of a file are that the two copies do not both have. */
export interface Difference {
  path: string;
  good: "here" | "there" | "nowhere";
  here: "good" | "changed" | "missing" | "unreadable";
  there: "good" | "changed" | "missing" | "unreadable";
  /** Why one of them could not be read. */
  why?: string | undefined;
}

/** What two copies were found to have. */
export interface Comparison {
  files: number;
  /** How many files were not compared, since the time was over or none could be read any more. */
  left: number;
  differences: Difference[];
}

/**
 * Compares two copies of the media file by file; each says the SHA-256 of a path, or nothing where it has no such file. `until` is the moment
 * of the monotonic clock after which no further file is compared.
 */
export async function compareCopies(
  ledger: Ledger,
  here: Copy,
  there: Copy,
  { until = Number.POSITIVE_INFINITY, since = NOTHING_SINCE }: { until?: number; since?: Since } = {},
): Promise<Comparison> {
  const differences: Difference[] = [];
  const promised = promises(ledger, since);
  let [files, unread] = [0, 0];
  for (const [path, { sha256, names }] of promised) {
    if (performance.now() >= until) break;
    let why: string | undefined;
    const state = async (copy: Copy): Promise<Difference["here"]> => {
      try {
        // An older copy has the file under the name that it had.
        for (const name of names) {
          const found = await copy(name);
          if (found !== undefined) return sha256.has(found) ? "good" : "changed";
        }
        return "missing";
      } catch (error) {
        if (!(error instanceof CopyError)) throw error;
        why = error.message;
        return "unreadable";
      }
    };
    const [ours, theirs] = [await state(here), await state(there)];
    if (why !== undefined && performance.now() >= until) break;
    files++;
    unread = why === undefined ? 0 : unread + 1;
    if (ours === "good" && theirs === "good") continue;
    differences.push({ path, good: ours === "good" ? "here" : theirs === "good" ? "there" : "nowhere", here: ours, there: theirs, why });
    if (unread === MOST_UNREAD) break;
  }
  return { files, left: promised.size - files, differences };
}

/** Files in a row that cannot be read, after which a copy, such as a server that is away, is not asked for the others. */
const MOST_UNREAD = 10;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export type Copy = (path: string) => Promise<string | undefined>;

/** Where the media are in a folder of media, which may have a folder `media` too, a built site, or the assets: where more of the promised are. */
export function folderOfMedia(folder: string, { media }: Ledger): string {
  const inside = join(folder, "media");
  const known = (one: string) => media.lines.filter(({ name }) => existsSync(join(one, name))).length;
  return existsSync(inside) && known(inside) >= known(folder) ? inside : folder;
}

/** A copy in a folder of media. */
export function copyInFolder(mediaDir: string): Copy {
  const known = new Set(isThere(mediaDir) ? filesBelow(mediaDir) : []);
  return async (path) => {
    try {
      return known.has(path) ? hashFile(join(mediaDir, path), "sha256") : undefined;
    } catch (error) {
      throw new CopyError(`${join(mediaDir, path)} cannot be read (${codeOf(error)}).`);
    }
  };
}

/** Milliseconds in which the head of an answer has to come, and in which some more of a body. */
const PATIENCE = 60_000;

/** How often an address may lead to another one. */
const MOST_REDIRECTS = 5;

/** How often a server may ask for patience with a file, which it may do after a number of files, and for how many milliseconds. */
const MOST_WAITS = 3;
const LONGEST_WAIT = 120_000;

/** Bounds on what a server sends, which may never come to an end, or only drip. */
export interface CopyLimits {
  /** Bytes of a file. */
  most: number;
  /** Bytes a second, once the first minute is over. */
  slowest: number;
  /** Milliseconds that count as that minute. */
  patience: number;
  /** The moment of the monotonic clock at which it is over. */
  until: number;
}

const LIMITS: CopyLimits = { most: 100_000_000_000, slowest: 1000, patience: PATIENCE, until: Number.POSITIVE_INFINITY };

/**
 * A copy of the whole site on the web, such as a mirror. Files are read as they come, and none is kept. Whoever runs the command names
 * the place, so that it may be one of their own network, but never one of the machine itself, wherever the server leads.
 */
export function copyOnWeb(site: string, limits: Partial<CopyLimits> = {}): Copy {
  const { most, slowest, patience, until } = { ...LIMITS, ...limits };
  const send = createRequests({ timeout: PATIENCE, userAgent: "conference-archive (comparison of copies)", allowPrivate: true });
  return async (path) => {
    let url = new URL(`media/${path.split("/").map(encodeURIComponent).join("/")}`, site.endsWith("/") ? site : `${site}/`);
    const refuse = (why: string) => new CopyError(`${url} cannot be read (${why}).`);
    let waits = 0;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; ) {
      const hash = createHash("sha256");
      const began = performance.now();
      let bytes = 0;
      let excess: string | undefined;
      const take = (piece: Buffer) => {
        hash.update(piece);
        bytes += piece.length;
        const time = performance.now() - began;
        if (bytes > most) excess = `it sends more than ${count(most, "byte")}`;
        else if (time > patience && (bytes / time) * 1000 < slowest) excess = `it sends less than ${count(slowest, "byte")} a second`;
        else if (performance.now() >= until) excess = "the time is over";
        return excess === undefined;
      };
      const { status, headers } = await send("GET", url, take).catch((error: Error) => {
        throw refuse(excess ?? error.message);
      });
      if (status === 404 || status === 410) return undefined;
      const packing = headers["content-encoding"] ?? "identity";
      // It was not asked to, and the bytes of the file are not told by it.
      if (status === 200 && packing !== "identity") throw refuse("it sends its files packed");
      if (status === 200) return hash.digest("hex");
      const wait = status === 429 || status === 503 ? retryAfter({ headers }) : undefined;
      if (wait !== undefined && wait <= LONGEST_WAIT && waits++ < MOST_WAITS && performance.now() + wait < until) {
        await new Promise((done) => setTimeout(done, wait));
        continue;
      }
      redirects++;
      const next = status >= 300 && status < 400 ? parseUrl(headers.location ?? "", url) : undefined;
      if (!next || !/^https?:$/.test(next.protocol)) throw refuse(`it answers ${status}`);
      url = next;
    }
    throw refuse(`it leads on more than ${MOST_REDIRECTS} times`);
  };
}

/** Why a copy cannot be compared, in one sentence. */
export class CopyError extends Error {}

/** What the ledger promises of a file; after a mended fault it may hold two checksums. */
interface Promised {
  sha256: Set<string>;
  /** The name that the file has now, then those that it had. */
  names: Set<string>;
}

/** The promises by the name that a file has now; what was removed for good is promised no more. */
function promises(ledger: Ledger, { isRemoved, nowAt }: Since): ReadonlyMap<string, Promised> {
  const promised = new Map<string, Promised>();
  for (const { name, sha256 } of ledger.media.lines) {
    if (isRemoved(name)) continue;
    const now = nowAt(name);
    const known = promised.get(now) ?? { sha256: new Set(), names: new Set([now]) };
    known.sha256.add(sha256);
    known.names.add(name);
    promised.set(now, known);
  }
  return promised;
}
