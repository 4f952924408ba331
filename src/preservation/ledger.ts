/** The ledger: two sorted text files that say which addresses and which media bytes have been published. */
import { join } from "node:path";
import { replaceFiles } from "../content/all-or-none.ts";
import { isThere } from "../content/file-state.ts";
import { ownText } from "../content/read-safely.ts";
import { makeFolder } from "../content/write-whole.ts";

/** A line of a ledger file and what it says; `sha256` is there for media only. */
export interface LedgerLine {
  name: string;
  sha256: string;
  line: number;
  text: string;
}

export interface LedgerFile {
  file: string;
  lines: LedgerLine[];
  /** Lines that say nothing the ledger knows, for example what a merge left behind. */
  unreadable: { line: number; text: string }[];
}

export interface Ledger {
  addresses: LedgerFile;
  media: LedgerFile;
}

const ADDRESSES = "addresses.txt";
const MEDIA = "media.sha256";

/** Both files of the ledger of a folder. */
export const ledgerFiles = (folder: string) => [join(folder, ADDRESSES), join(folder, MEDIA)];

/** A half of the ledger that is lost would promise nothing any more; the message says all that is needed. */
export class LostLedgerError extends Error {}

/** Reads the ledger of a folder; nothing where there is none yet. */
export function readLedger(folder: string): Ledger | undefined {
  const lost = [ADDRESSES, MEDIA].filter((name) => !isThere(join(folder, name)));
  if (lost.length === 2) return undefined;
  if (lost.length === 1)
    throw new LostLedgerError(
      `There is no \`${lost[0]}\` in \`${folder.replaceAll("\\", "/")}\`, beside the other half of the ledger. Get it back from the history of the repository; if nothing of the kind was ever published, write an empty file.`,
    );
  return {
    addresses: readLines(join(folder, ADDRESSES), (text) => (/^\/[!-~]*$/.test(text) ? { name: text, sha256: "" } : undefined)),
    media: readLines(join(folder, MEDIA), readChecksum),
  };
}

function readLines(file: string, read: (text: string) => { name: string; sha256: string } | undefined): LedgerFile {
  const found: LedgerFile = { file: file.replaceAll("\\", "/"), lines: [], unreadable: [] };
  const texts = isThere(file)
    ? ownText(file)
        .replace(/^\ufeff/, "")
        .split(/\r?\n/)
    : [];
  for (const [index, text] of texts.entries()) {
    if (text === "") continue;
    const said = read(text);
    if (said) found.lines.push({ ...said, line: index + 1, text });
    else found.unreadable.push({ line: index + 1, text });
  }
  return found;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r" };

/** The line of `sha256sum` for a file, which escapes what would break the line. */
function checksumLine(sha256: string, name: string): string {
  const escaped = name.replace(/[\\\n\r]/g, (character) => ESCAPES[character] ?? "");
  return `${escaped === name ? "" : "\\"}${sha256}  ${escaped}`;
}

function readChecksum(text: string): { name: string; sha256: string } | undefined {
  const [, escaped, sha256 = "", name = ""] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/i.exec(text) ?? [];
  if (name === "") return undefined;
  const plain = (code: string) => (code === "n" ? "\n" : code === "r" ? "\r" : code);
  // Some programs write capital digits, which mean the same.
  return { sha256: sha256.toLowerCase(), name: escaped ? name.replace(/\\(.)/g, (_, code: string) => plain(code)) : name };
}

/** Writes the ledger with everything that it said before and everything that is new; nothing ever leaves it here. */
export function extendLedger(
  folder: string,
  before: Ledger | undefined,
  addresses: Iterable<string>,
  media: Iterable<[string, string]>,
): void {
  const kept = before?.media.lines ?? [];
  const named = new Set(kept.map(({ name }) => name));
  const added = [...media].flatMap(([name, sha256]) => (named.has(name) ? [] : { name, text: checksumLine(sha256, name) }));
  // A merge may have left two lines of one name.
  const lines = [...kept, ...added].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(({ text }) => text);
  const known = [...new Set([...(before?.addresses.lines ?? []).map(({ name }) => name), ...addresses])].sort();
  const text = (all: readonly string[]) => all.map((line) => `${line}\n`).join("");
  // One half alone is a ledger that lost the other.
  makeFolder(folder, () =>
    replaceFiles([
      [join(folder, ADDRESSES), text(known)],
      [join(folder, MEDIA), text([...new Set(lines)])],
    ]),
  );
}
