/** What a kind of record is to `new`: its fields as flags and questions, and how answers become a record. */
import type { z } from "zod";
import type { RecordKind } from "../../model/records/index.ts";

/** What was answered, by flag; every answer is a list, as most may be given several times. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** One thing to know about a new record. */
export interface Field {
  /** The flag, without `--`. */
  flag: string;
  /** What stands for the value in the help. */
  value: string;
  /** What it is, for the help and as question. */
  description: string;
  required?: true;
  /** May be given several times. */
  several?: true;
  /** Goes with the speaker of the same place: the first role with the first speaker. */
  ofSpeaker?: true;
  /** Names of the archive that complete it; of `namesakes` only those of the speaker that it goes with, and only where there are several. */
  known?: "events" | "speakers" | "topics" | "series" | "namesakes";
  choices?: readonly string[];
  /** Checks a single answer while it is typed. */
  schema?: z.ZodType;
  /** A flag for scripts, which is never asked for. */
  silent?: true;
}

export interface NewKind {
  kind: RecordKind & ("talk" | "event" | "speaker");
  fields: readonly Field[];
  record(answers: Answers): Record<string, unknown>;
  /** The name of the record that its answers suggest, before it is made fit for a file. */
  suggestedName(answers: Answers): string;
  /** The id in the archive and the file below the content folder. */
  place(answers: Answers, name: string): { id: string; file: string };
  example: string;
}

/** The only answer of a flag; an empty one is none. */
export function one(answers: Answers, flag: string): string | undefined {
  return answers.get(flag)?.[0]?.trim() || undefined;
}

/** All answers of a flag, or nothing where there are none. */
export function all(answers: Answers, flag: string): string[] | undefined {
  const given = (answers.get(flag) ?? []).map((text) => text.trim()).filter((text) => text !== "");
  return given.length > 0 ? given : undefined;
}
