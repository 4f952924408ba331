/** The last steps of `new`: a free name, the check, and the file; a file that is there is never touched. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createRecordFile, formatRecord } from "../../content/write-record.ts";
import type { Archive } from "../../model/archive.ts";
import type { Problem } from "../../model/problem.ts";
import { isWindowsName } from "../../model/records/addresses.ts";
import { RESERVED_TALKS } from "../../model/addresses.ts";
import { slug } from "../../text/slug.ts";
import { checkDraft, type Draft } from "./check.ts";
import type { Answers, NewKind } from "./kind.ts";
import { UsageError } from "../options.ts";

/** That a file has the name that a record would get; `free` is the nearest that none has. */
export class NameTaken extends UsageError {
  readonly file: string;
  readonly free: string;
  constructor(kind: string, file: string, free: string) {
    super(`${file} is there already; nothing was written. If this is another ${kind}, run the command again with \`--as ${free}\`.`);
    this.file = file;
    this.free = free;
  }
}

/** The record as it would be written; its name comes from `as` or from the answers. */
export function draftOf(kind: NewKind, answers: Answers, contentDir: string, as: string | undefined): Draft {
  const name = as ?? freeOfReserved(kind, slug(kind.suggestedName(answers)));
  if (!isFileName(kind, name))
    throw new UsageError(`\`--as ${name}\` cannot be the name of a file. Write small letters, digits and single hyphens, without \`.md\`.`);
  const { id, file } = kind.place(answers, name);
  const path = join(contentDir, file).replaceAll("\\", "/");
  if (existsSync(path)) throw clash(kind, answers, contentDir, name);
  return { kind: kind.kind, id, file: path, text: formatRecord(kind.kind, kind.record(answers)) };
}

/** Checks and writes a draft. Errors are returned and nothing is written then; warnings do not keep it from being written. */
export function writeDraft(archive: Archive, draft: Draft): { problems: Problem[]; written: boolean } {
  const problems = checkDraft(archive, draft);
  if (problems.some(({ severity }) => severity === "error")) return { problems, written: false };
  try {
    createRecordFile(draft.file, draft.text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new UsageError(`${draft.file} was just written by somebody else. Run the command again.`);
    throw new UsageError(`${draft.file} cannot be written (${code}).`);
  }
  return { problems, written: true };
}

/** The address of the page that a draft becomes. */
export function pageOf({ kind, id }: Draft): string {
  return kind === "speaker" ? `/speakers/${id}/` : `/events/${id}/`;
}

function isFileName({ kind }: NewKind, name: string): boolean {
  const fits = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 100 && !isWindowsName(name);
  return fits && !(kind === "talk" && RESERVED_TALKS.has(name));
}

function freeOfReserved(kind: NewKind, name: string): string {
  return isFileName(kind, name) ? name : `${name}-${kind.kind}`;
}

function clash(kind: NewKind, answers: Answers, contentDir: string, name: string): NameTaken {
  const path = (one: string) => join(contentDir, kind.place(answers, one).file).replaceAll("\\", "/");
  let number = 2;
  while (existsSync(path(`${name}-${number}`))) number++;
  return new NameTaken(kind.kind, path(name), `${name}-${number}`);
}
