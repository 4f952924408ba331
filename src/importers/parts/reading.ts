/** The account of one reading: rows, what was refused and why, and the small decisions that all importers share. */
import type { Problem } from "../../model/problem.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import type { ForeignConference, ForeignTalk, Imported, Place } from "../importer.ts";
import { problemAt } from "./place.ts";
import { commandName } from "../../text/commands.ts";

export class Reading {
  private rows = 0;
  private readonly refused: Place[] = [];
  private readonly problems: Problem[] = [];

  /** Counts a row of the input; every row ends in a talk, in a speaker or in `refuse`. */
  row(): void {
    this.rows++;
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
    if (text === "" || /^(#|-|n\/?a|none|null|tb[ad])$/i.test(text)) return undefined;
    const isBare = /^www\.|^[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|edu|gov|be|de)\//i.test(text);
    const whole = isBare ? `https://${text}` : base !== undefined && URL.canParse(text, base) ? new URL(text, base).href : text;
    const url = whole.startsWith("//") ? `https:${whole}` : whole.replaceAll(" ", "%20");
    const complaint = badAddress(url);
    if (complaint === undefined) return url;
    return this.warn(
      place,
      "bad-address",
      `\`${clip(written)}\` is left out: ${complaint.message}`,
      "Correct the address in the file, or add it to the record by hand.",
    );
  }

  finish(conferences: readonly ForeignConference[]): Imported {
    const { rows, refused, problems } = this;
    return { conferences: conferences.map((one) => ({ ...one, talks: mergeAlike(one.talks) })), rows, refused, problems };
  }
}

/** Rows that are alike in every respect are one talk. */
function mergeAlike(talks: readonly ForeignTalk[]): ForeignTalk[] {
  const known = new Map<string, ForeignTalk>();
  for (const talk of talks) {
    const sameness = JSON.stringify({ ...talk, rows: undefined });
    const before = known.get(sameness);
    known.set(sameness, before ? { ...before, rows: [...before.rows, ...talk.rows] } : talk);
  }
  return [...known.values()];
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

/** Topics as records have them: lower case, each once. */
export function topicsOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => lineOf(name).toLowerCase()).filter((name) => name !== "" && name.length <= 80))];
}
