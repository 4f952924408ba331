/** The cache folder: what a build leaves for the next one, ignored when it is broken or another program left it. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { stampOf } from "../content/file-state.ts";
import { readSafely } from "../content/read-safely.ts";
import { replaceFile } from "../content/write-whole.ts";
import { digest } from "../text/digest.ts";

const ENDING = ".json";

export class Cache {
  readonly #dir: string;
  readonly #program: string;

  /** `program` is the fingerprint of the program that may read what it wrote. */
  constructor(dir: string, program: string) {
    this.#dir = dir;
    this.#program = program;
  }

  /** What was left under this name, or nothing when any byte of it is not as it was written. */
  read(name: string): unknown {
    let bytes: Buffer;
    try {
      bytes = readSafely(this.#file(name), Number.MAX_SAFE_INTEGER);
    } catch {
      return undefined;
    }
    const end = bytes.indexOf("\n");
    const body = bytes.subarray(end + 1);
    return bytes.toString("utf8", 0, end) === this.#header(name, body) ? JSON.parse(body.toString("utf8")) : undefined;
  }

  /** How what was left under this name looks, which changes when a process leaves something else; empty where there is nothing. */
  stamp(name: string): string {
    const stats = statSync(this.#file(name), { throwIfNoEntry: false });
    return stats ? stampOf(stats) : "";
  }

  /** Leaves plain data; a build that is killed meanwhile leaves the former data whole. */
  write(name: string, data: unknown): void {
    const body = JSON.stringify(data);
    mkdirSync(this.#dir, { recursive: true });
    replaceFile(this.#file(name), `${this.#header(name, body)}\n${body}`, this.#file(`${name}.${process.pid}.draft`));
  }

  /** Forgets what was left under this name. */
  forget(name: string): void {
    rmSync(this.#file(name), { force: true });
  }

  /** Forgets what was left under names that begin so, but for some. */
  keepOnly(beginning: string, ends: readonly string[]): void {
    const kept = new Set(ends.map((end) => `${beginning}${end}${ENDING}`));
    for (const file of existsSync(this.#dir) ? readdirSync(this.#dir) : [])
      if (file.startsWith(beginning) && file.endsWith(ENDING) && !kept.has(file)) rmSync(join(this.#dir, file), { force: true });
  }

  #file(name: string): string {
    return join(this.#dir, `${name}${ENDING}`);
  }

  #header(name: string, body: string | Uint8Array): string {
    return `conference-archive cache 1 ${name} ${this.#program} ${digest(body)}`;
  }
}
