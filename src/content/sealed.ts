/**
 * Sealed texts: a file tells whether it knows a text, and nobody who has no key can read it out of the file or try guesses.
 *
 * Each text is a slow hash (scrypt) keyed by a secret that is kept outside the repository, and before it two digits of a quick one
 * under the same key, so that thousands of texts can be looked up. Without the key a guess cannot be tried at all. Whoever has both
 * the file and the key can try guesses, but for one of 256 has to wait for the slow hash.
 */
import { createHmac, scryptSync } from "node:crypto";
import { join } from "node:path";
import { isThere } from "./file-state.ts";
import { ownText } from "./read-safely.ts";

/** The variable of the environment that holds the key. */
export const KEY_VARIABLE = "ARCHIVE_NAMES_KEY";

/** A key that is missing, too short, or not the one of a file; or a file that is damaged. */
export class SealError extends Error {}

const SHORTEST_KEY = 20;
const COST = { N: 2 ** 14, r: 8, p: 1 };
const KEEP = `Keep it outside the repository, in a password manager and in the secrets of whatever runs imports; who loses it can seal no more.`;

/** The addresses that were withdrawn since they hold a name, sealed, in the folder of the ledger. */
export const withdrawnFile = (ledger: string) => join(ledger, "withdrawn.txt");

/** What seals texts under one key. */
export class Seal {
  readonly #key: Buffer;

  /** @throws {SealError} when the key is too short to be one. */
  constructor(key: string) {
    if (key.length < SHORTEST_KEY)
      throw new SealError(
        `The key in ${KEY_VARIABLE} is shorter than ${SHORTEST_KEY} characters. Make one with \`openssl rand -hex 32\`. ${KEEP}`,
      );
    this.#key = scryptSync(key, "conference-archive", 32, COST);
  }

  /** Two digits that are quick to make. */
  tag(text: string): string {
    return createHmac("sha256", this.#key).update(text).digest("hex").slice(0, 2);
  }

  /** The sealed text, as a file holds it. */
  seal(text: string): string {
    return `${this.tag(text)}-${scryptSync(text, this.#key, 16, COST).toString("hex")}`;
  }

  /** What tells this key from others. */
  get mark(): string {
    return this.seal("").slice(3, 11);
  }
}

/** The key of the environment. */
export function sealFrom(environment: Readonly<Record<string, string | undefined>>): Seal | undefined {
  const key = environment[KEY_VARIABLE];
  return key === undefined || key === "" ? undefined : new Seal(key);
}

/** The key of the environment, for what cannot be done without it. */
export function needSeal(environment: Readonly<Record<string, string | undefined>>, what: string): Seal {
  const seal = sealFrom(environment);
  if (seal) return seal;
  throw new SealError(`${what} Set ${KEY_VARIABLE} to a long secret, such as that of \`openssl rand -hex 32\`. ${KEEP}`);
}

/** A file of sealed texts, one a line, each with a word on it or none. */
export class SealedTexts {
  readonly #entries: Map<string, string>;
  readonly #mark: string | undefined;
  readonly #known = new Map<string, string | undefined>();

  private constructor(entries: Map<string, string>, mark: string | undefined) {
    this.#entries = entries;
    this.#mark = mark;
  }

  /** @throws {SealError} when a line is none of such a file, or the file was cut. */
  static read(file: string): SealedTexts {
    const text = isThere(file) ? ownText(file).replace(/^\ufeff/, "") : "";
    let mark: string | undefined;
    const entries = new Map<string, string>();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (line === "") continue;
      const [, key, sealed, word = ""] = /^(?:key ([0-9a-f]{8})|([0-9a-f]{2}-[0-9a-f]{32})(?: ([a-z0-9 /-]+))?)$/.exec(line) ?? [];
      if (key !== undefined && (mark === undefined || mark === key)) mark = key;
      else if (sealed !== undefined) entries.set(sealed, word);
      else
        throw new SealError(
          `Line ${index + 1} of \`${file.replaceAll("\\", "/")}\` cannot be read. If a merge left it, delete its marks alone; the lines of both sides stay, or names of one side could come back. Else get the file back from the history of the repository.`,
        );
    }
    if (text !== "" && !text.endsWith("\n"))
      throw new SealError(
        `The last line of \`${file.replaceAll("\\", "/")}\` does not end, so that the file may have been cut. Get it back from the history of the repository; if it is whole, press Enter at its end.`,
      );
    // Any key would do, and know none of them.
    if (mark === undefined && entries.size > 0)
      throw new SealError(`\`${file.replaceAll("\\", "/")}\` has lost its line \`key …\`. Get it back from the history of the repository.`);
    return new SealedTexts(entries, mark);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether the file says under which key; a whole one does, even where nothing is sealed in it. */
  get hasKey(): boolean {
    return this.#mark !== undefined;
  }

  /** Makes sure that the texts were sealed with this key. */
  check(seal: Seal): void {
    if (this.#mark !== undefined && this.#mark !== seal.mark)
      throw new SealError(`The key in ${KEY_VARIABLE} is not the one that this archive was sealed with.`);
  }

  /** The word on a text; nothing where the text is not among them. */
  find(seal: Seal, text: string): string | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const tag = seal.tag(text);
    const mayBe = [...this.#entries.keys()].some((sealed) => sealed.startsWith(tag));
    const word = mayBe ? this.#entries.get(seal.seal(text)) : undefined;
    this.#known.set(text, word);
    return word;
  }

  /** Those whose words are of some kind. */
  only(isMeant: (word: string) => boolean): SealedTexts {
    return new SealedTexts(new Map([...this.#entries].filter(([, word]) => isMeant(word))), this.#mark);
  }

  /** The words on all texts, each with the sealed text. */
  get entries(): ReadonlyMap<string, string> {
    return this.#entries;
  }

  /** The same with more texts and other words on known ones. */
  with(more: Iterable<readonly [sealed: string, word: string]>): SealedTexts {
    return new SealedTexts(new Map([...this.#entries, ...more]), this.#mark);
  }

  /** The text of the file. */
  format(seal: Seal | undefined): string {
    const mark = this.#mark ?? seal?.mark;
    const lines = [...this.#entries].map(([sealed, word]) => `${sealed}${word === "" ? "" : ` ${word}`}\n`).sort();
    return `${mark === undefined ? "" : `key ${mark}\n`}${lines.join("")}`;
  }
}
