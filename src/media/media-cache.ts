/** What was made of media in the cache folder, by the bytes it was made of: believed only when every byte is as it was left. */
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { digest } from "../text/digest.ts";
import type { MadeOfFile, Refusal } from "./jobs.ts";

/** What was made of a file, with the digests of what lies beside it; or why nothing can be. */
export interface Kept {
  outcome: { made: MadeOfFile } | { refused: Refusal };
  files: Record<string, string>;
}

/** Nothing that is kept has more bytes. */
const LARGEST_MADE = 200_000_000;

/** A file of a record as it was when it was last read. */
export interface Known {
  seen: string;
  key: string;
}

/** The names of what a store keeps: what was made under a key, the list of files, and drafts of both. */
const OURS = /^(?:(?:deck|picture)-[\w.-]+|files\.json(?:\.\d+\.draft)?)$/;

export class Store {
  readonly #dir: string;

  constructor(cacheDir: string) {
    this.#dir = resolve(cacheDir, "media");
    for (const name of this.#names()) {
      const process = OURS.test(name) ? Number(/\.(\d+)\.draft$/.exec(name)?.[1] ?? 0) : 0;
      if (process > 0 && !isAlive(process)) this.forget(name);
    }
  }

  /** The files of records that were read before, by their paths. */
  known(): Record<string, Known> {
    return (readSealed(join(this.#dir, "files.json")) ?? {}) as Record<string, Known>;
  }

  keepKnown(known: Record<string, Known>): void {
    writeSealed(join(this.#dir, "files.json"), known);
  }

  folder(key: string): string {
    return join(this.#dir, key);
  }

  /** What was made under that key, when nothing of it is missing. */
  find(key: string): Kept | undefined {
    const kept = readSealed(join(this.folder(key), "made.json")) as Kept | undefined;
    if (!kept) return undefined;
    const there = new Set(readdirSync(this.folder(key)));
    return Object.keys(kept.files).every((name) => there.has(name)) ? kept : undefined;
  }

  /** An empty folder to make things in. */
  draft(key: string): string {
    const draft = `${this.folder(key)}.${process.pid}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    return draft;
  }

  /** Keeps what was made in the draft; a build that is killed before leaves nothing that looks whole. */
  keep(key: string, draft: string, outcome: Kept["outcome"]): Kept {
    const names = readdirSync(draft).sort();
    const files = Object.fromEntries(names.map((name) => [name, digest(readFileSync(join(draft, name)))]));
    const kept = { outcome, files };
    writeSealed(join(draft, "made.json"), kept);
    this.forget(key);
    renameSync(draft, this.folder(key));
    return kept;
  }

  forget(key: string): void {
    if (OURS.test(key)) rmSync(this.folder(key), { recursive: true, force: true });
  }

  /** Forgets everything, and nothing that somebody else keeps in a folder of that name. */
  forgetAll(): void {
    for (const name of this.#names()) this.forget(name);
    if (existsSync(this.#dir) && this.#names().length === 0) rmdirSync(this.#dir);
  }

  #names(): string[] {
    return existsSync(this.#dir) ? readdirSync(this.#dir) : [];
  }

  /** The bytes of a file that was made, or nothing when they are not what was made. */
  read(key: string, name: string, bytes: string): Buffer | undefined {
    try {
      const found = readWhatIsOurs(join(this.folder(key), name));
      return digest(found) === bytes ? found : undefined;
    } catch {
      return undefined;
    }
  }
}

/** A digest of a file of any size, 132 bits of SHA-256. */
export async function digestOfFile(file: string): Promise<string> {
  const sum = createHash("sha256");
  await pipeline(createReadStream(file), sum);
  return sum.digest("hex").slice(0, 33);
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The bytes of a file that is kept. Throws where there is something else in its place, such as a pipe, which would be waited for. */
function readWhatIsOurs(file: string): Buffer {
  const stats = lstatSync(file);
  if (!stats.isFile() || stats.size > LARGEST_MADE) throw new Error("It is not ours.");
  return readFileSync(file);
}

function readSealed(file: string): unknown {
  try {
    const text = readWhatIsOurs(file).toString("utf8");
    const body = text.slice(text.indexOf("\n") + 1);
    return text.startsWith(`${digest(body)}\n`) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

function writeSealed(file: string, data: unknown): void {
  const body = JSON.stringify(data);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, `${digest(body)}\n${body}`);
  renameSync(draft, file);
}
