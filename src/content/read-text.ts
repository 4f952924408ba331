/** Reads a file's text: no links, no giants, strict UTF-8, and every refusal as a finding. */
import { lstatSync, readFileSync } from "node:fs";
import type { Finding } from "../model/problem.ts";
import { count } from "../text/wording.ts";

const LARGEST_FILE = 1_000_000;

function refuse(file: string, rule: string, message: string, hint: string, range?: Finding["range"]): { finding: Finding } {
  return { finding: { rule, severity: "error", message, hint, file, ...(range && { range }) } };
}

/** The bytes of a file, or why it cannot be read. */
export function readBytes(file: string): { bytes: Uint8Array; finding?: undefined } | { finding: Finding } {
  try {
    const stat = lstatSync(file);
    if (!stat.isFile())
      return refuse(
        file,
        "unreadable-file",
        `This is ${stat.isDirectory() ? "a folder" : "something else"} and not a file.`,
        "Rename it, or put a record file in its place.",
      );
    if (stat.size > LARGEST_FILE)
      return refuse(
        file,
        "file-too-large",
        `The file has ${count(stat.size, "byte")}; the largest allowed has ${count(LARGEST_FILE, "", "").trim()}.`,
        "Shorten the text, or move a part of it into a linked document.",
      );
    return { bytes: readFileSync(file) };
  } catch (error) {
    return refuse(
      file,
      "unreadable-file",
      `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      "Check that it exists and that you may read it.",
    );
  }
}

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text that the bytes of a file stand for; with a finding where they are not UTF-8, and then what can be read of it. */
export function decode(file: string, bytes: Uint8Array): { text: string; finding?: undefined } | { text: string; finding: Finding } {
  try {
    return { text: STRICT.decode(bytes) };
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    const start = Math.max(text.indexOf("\ufffd"), 0);
    const range = { start, end: start + 1 };
    return {
      ...refuse(file, "invalid-utf-8", "The file is not valid UTF-8.", "Save it again with the encoding UTF-8.", range),
      text,
    };
  }
}

/** The text of a file, or why it cannot be read. */
export function readText(file: string): { text: string; finding?: undefined } | { finding: Finding; text?: string } {
  const read = readBytes(file);
  return read.finding ? read : decode(file, read.bytes);
}
