/** The account of one reading: rows, what was refused and why, and the small decisions that all importers share. */
import type { Problem } from "../../model/problem.ts";
import { isPartialDate } from "../../model/dates.ts";
import { isTimeZone } from "../../model/time.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import type { TalkRecord } from "../../model/records/talk.ts";
import type { ForeignConference, ForeignTime, Guess, Imported, Place } from "../importer.ts";
import { withoutContactsOf } from "./contacts.ts";
import { addCounts, countUnused, type FieldCounts, type ForeignFields } from "./field-use.ts";
import { languagesOf } from "./language.ts";
import { HOW_HELD, kindOf, SORT_OF_TALK } from "./schedule-text.ts";
import { clocksFrom, readClock, readStamp, type Stamp } from "./schedule-time.ts";
import { mergeAlike } from "./join.ts";
import { problemAt } from "./place.ts";
import { count } from "../../text/wording.ts";
import { joinBlanks } from "../../text/blanks.ts";
import { parseUrl } from "../../text/parse-url.ts";
import { commandName } from "../../text/commands.ts";

/** More rows than any source has; each of them takes memory until all are written. */
const MOST_ROWS = 100_000;

/** Thrown when a reading meets more rows than can be imported at a time; the message says what to do. */
export class TooManyRowsError extends Error {}

/** What people write into a field that they have nothing for. */
const SAYS_NOTHING = /^(|#|-|n\/?a|none|null|tb[acd])$/i;

/** `9:30`, `09:30:00`, `2:15 PM`, `9:00-9:30` and `9:00 am - 9:30 am`, which have one meaning. */
const CERTAIN_CLOCK =
  /^(\d{1,2}:\d{2}(:\d{2})?)(\s?[-–]\s?(\d{1,2}:\d{2}(:\d{2})?))?$|^\d{1,2}:\d{2}\s?[ap]m(\s?[-–]\s?\d{1,2}:\d{2}\s?[ap]m)?$/i;

export class Reading {
  private rows = 0;
  private readonly refused: Place[] = [];
  private readonly problems: Problem[] = [];
  private watched: ForeignFields[] = [];
  private readonly unused: FieldCounts[] = [];
  private readonly dropped = new Map<string, number>();
  private readonly guesses = new Map<string, Guess>();

  /** Counts a row of the input; every row ends in a talk, in a speaker or in `refuse`. */
  row(): void {
    this.rows++;
    if (this.rows > MOST_ROWS)
      throw new TooManyRowsError(
        `There are more than ${count(MOST_ROWS, "row")}, more than is imported at a time. Import parts one after another; nothing was imported.`,
      );
  }

  /** Takes note of what a file holds; in the end every field of it was asked for, or is told as not kept. */
  watch(fields: ForeignFields): void {
    this.watched.push(fields);
  }

  /** Takes all that was watched so far as read, and forgets it, so that a folder of thousands of files is not held whole. */
  settle(): void {
    const counts = addCounts(this.watched.map(countUnused));
    if (counts.size > 0) this.unused.push(counts);
    this.watched = [];
  }

  /** Says that a field was read, but that its value finds no place in a record. */
  drop(field: string): undefined {
    this.dropped.set(field, (this.dropped.get(field) ?? 0) + 1);
  }

  /** Says how a text was read that leaves room for another reading, so that people can compare; the same text as written is none. */
  guess(written: string, read: string): void {
    const text = joinBlanks(written)
      .split(/\s?[;\n|]\s?/)
      .map(lineOf)
      .filter((part) => part !== "")
      .join("; ");
    if (text !== read) this.guesses.set(JSON.stringify([text, read]), { written: clip(text, 200), read: clip(read, 200) });
  }

  /** Tells how a date or time was read that is not written as a date or a clock alone. */
  guessTime(written: string, parts: readonly (string | number | undefined)[]): void {
    const read = parts.filter((part) => part !== undefined && part !== 0).join(" ");
    if (written !== "" && read !== "" && readStamp(written) === undefined && !CERTAIN_CLOCK.test(written)) this.guess(written, read);
  }

  /** A start with an end that may lie after midnight. An end without a start finds no place in a record. */
  clocks(date: string, start: string | undefined, end: string | undefined, field: string): Pick<ForeignTime, "start" | "end"> {
    if (start === undefined && end !== undefined) this.drop(field);
    return clocksFrom(date, start, end);
  }

  /** The fields that found no place; to be asked when all is read. */
  notKept(): FieldCounts {
    return addCounts([this.dropped, ...this.unused, ...this.watched.map(countUnused)]);
  }

  refuse(place: Place, rule: string, message: string, hint: string): undefined {
    this.refused.push(place);
    this.problems.push(problemAt(place, { rule, severity: "error", message, hint }));
  }

  /** For a row whose problem has been told already. */
  refuseFor(problem: Problem, place: Place): undefined {
    this.refused.push(place);
    this.problems.push(problem);
  }

  warn(place: Place, rule: string, message: string, hint: string): undefined {
    this.problems.push(problemAt(place, { rule, severity: "warning", message, hint }));
  }

  add(problem: Problem): void {
    this.problems.push(problem);
  }

  /** A date, with a time or without; what was written and is none is told. */
  stamp(text: string, place: Place): Stamp | undefined {
    return this.#read(text, place, readStamp, "bad-date", "a date", "2024-11-13");
  }

  /** A date of which the day or the month may be missing. */
  day(text: string, place: Place): string | undefined {
    const read = (written: string) => (isPartialDate(written) ? written : readStamp(written)?.date);
    return this.#read(text, place, read, "bad-date", "a date", "2024-11-13");
  }

  /** A time of the day. */
  clock(text: string, place: Place): string | undefined {
    return this.#read(text, place, readClock, "bad-time", "a time", "09:30");
  }

  /** A time zone. */
  zone(text: string, place: Place): string | undefined {
    return this.#read(text, place, (zone) => (isTimeZone(zone) ? zone : undefined), "bad-time-zone", "a time zone", "Europe/Berlin");
  }

  #read<T>(text: string, place: Place, read: (text: string) => T | undefined, rule: string, what: string, example: string): T | undefined {
    const written = text.trim();
    const found = read(written);
    if (found !== undefined || SAYS_NOTHING.test(written)) return found;
    const hint = `Write it as \`${example}\` in the file, or add it to the record by hand.`;
    return this.warn(place, rule, `\`${clip(written)}\` is left out, as it cannot be read as ${what}.`, hint);
  }

  /** Topics as records have them: lower case, each once. */
  topics(names: readonly string[]): string[] {
    const known = new Set(names.map((name) => lineOf(name).toLowerCase()).filter((name) => name !== ""));
    const kept = [...known].filter((name) => name.length <= 80);
    for (let lost = known.size - kept.length; lost > 0; lost--) this.drop("topics");
    return kept;
  }

  /** A talk needs a title; a row without one is refused. */
  title(text: string, place: Place): string | undefined {
    const title = text.replace(/\s+/g, " ").trim();
    if (title !== "") return title;
    const hint = `Give it a title in the file, or write the talk by hand with \`${commandName("new")} talk\`.`;
    return this.refuse(place, "title-missing", "The row has no title.", hint);
  }

  /** A whole web address, or nothing; what was written and is none is told. */
  address(written: string, place: Place, base?: string): string | undefined {
    const text = written.trim();
    if (SAYS_NOTHING.test(text)) return undefined;
    const isBare = /^www\.|^[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|edu|gov|be|de)\//i.test(text);
    const whole = isBare ? `https://${text}` : ((base === undefined ? undefined : parseUrl(text, base)?.href) ?? text);
    const url = whole.startsWith("//") ? `https:${whole}` : whole.replaceAll(" ", "%20");
    const several = /\s(https?:|www\.)/i.test(text) ? { message: "These are several addresses." } : undefined;
    const complaint = several ?? badAddress(url);
    if (complaint === undefined) return url;
    return this.warn(
      place,
      "bad-address",
      `\`${clip(written)}\` is left out: ${complaint.message}`,
      "Correct the address in the file, or add it to the record by hand.",
    );
  }

  /** The language of a talk, or its languages with the main one first; what names none is told. */
  languages(text: string, place: Place): Pick<TalkRecord, "language" | "languages"> {
    const tags = languagesOf(text);
    if (tags === undefined && text.trim() !== "")
      this.warn(
        place,
        "bad-language",
        `\`${clip(text)}\` names no language that is known.`,
        "Write a short tag such as `en` in the file, or add it to the record by hand.",
      );
    const [first, second] = tags ?? [];
    return { ...(first !== undefined && { language: first }), ...(second !== undefined && tags && { languages: tags }) };
  }

  /** The kind of a session. What its name says beyond our words for kinds, such as `Talk 40 (30 min + 10 Q&A)`, is told as not kept. */
  kind(type: string, title: string, hasSpeakers: boolean, field: string): TalkRecord["kind"] | undefined {
    const kind = kindOf(HOW_HELD.test(type) ? "" : type, title, hasSpeakers);
    const isWhole =
      /^[\p{L}_ -]{1,30}$/u.test(type) && !SORT_OF_TALK.test(type) && !HOW_HELD.test(type) && (kind !== "other" || /^other$/i.test(type));
    if (type !== "" && !isWhole) this.drop(field);
    return kind;
  }

  finish(conferences: readonly ForeignConference[]): Imported {
    const { rows, refused, problems } = this;
    const merged = conferences.map((one) => withoutContactsOf({ ...one, talks: mergeAlike(one.talks) }, this));
    return { conferences: merged, rows, refused, problems, notKept: this.notKept(), guesses: [...this.guesses.values()] };
  }
}

/** The fields of an object that hold something. */
export function filled<T extends object>(fields: T): { [Field in keyof T]?: Exclude<T[Field], undefined> } {
  const isFilled = (value: unknown) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isFilled(value))) as T;
}

/** A text or number of foreign data as text on one line; anything else is empty. */
export function lineOf(value: unknown): string {
  return textOf(value).replace(/\s+/g, " ").trim();
}

/** A text or number of foreign data; anything else is empty. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** The entries of a list with their places in it; a lone value is a list of one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The entries of a list that is written into one text: as JSON or Python write it, or parted by semicolons, commas, bars or lines. */
export function entriesOfText(text: string): string[] {
  const [, inBrackets] = /^\s*[[({](.*)[\])}]\s*$/s.exec(text) ?? [];
  const parts = (inBrackets ?? text).split(
    /[;；؛|\n]/.test(inBrackets ?? text) && inBrackets === undefined ? /[;；؛|\n]/ : /[,，、،;；؛|\n]/,
  );
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/^(["'`])(.*)\1$/s, "$2")
        .trim(),
    )
    .filter((part) => part !== "");
}
