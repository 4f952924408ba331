/** The kinds of text that records share, and what is wrong with a bad one. */
import { z } from "zod";
import { cut } from "../../text/cut.ts";
import { languageNamed, mayBeLanguage } from "../../text/language-names.ts";
import { hasMarkFlood } from "../../text/normal.ts";
import { capitalize, count } from "../../text/wording.ts";

/** What a field check says about a bad value. */
export interface Complaint {
  rule: string;
  message: string;
  hint: string;
}

export type FieldDoc = { description: string; examples?: unknown[] } & Record<string, unknown>;

/** A text field with a check of its own; the complaint travels as `params` of the zod issue. */
export function checked(doc: FieldDoc, check: (value: string) => Complaint | undefined) {
  return z
    .string()
    .superRefine((value, context) => {
      const complaint = check(value) ?? unsafeText(value);
      if (complaint) {
        const { message, ...params } = complaint;
        context.addIssue({ code: "custom", message, params });
      }
    })
    .meta(doc);
}

/**
 * C0 and C1 controls but tab and newline; separators that end lines unseen; bidirectional overrides and isolates, which can
 * make a text lie; halves of characters.
 */
export const FORBIDDEN_CHARACTER = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/u;

/** Blanks, and characters that are drawn as nothing. */
const INVISIBLE = /^[\p{White_Space}\p{Cf}\u115f\u1160\u3164\uffa0]*$/u;

/** What is wrong with a text of any kind. */
export function unsafeText(value: string): Complaint | undefined {
  if (hasMarkFlood(value))
    return {
      rule: "too-many-marks",
      message: "The text has more marks on one letter than any writing.",
      hint: "Delete them; nobody could read the letter, and to compare such a text takes long.",
    };
  const found = FORBIDDEN_CHARACTER.exec(value.replaceAll("\r\n", "\n"));
  if (!found) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    rule: "forbidden-character",
    message: `The text holds the invisible character U+${code}.`,
    hint: "Delete the character; it cannot be shown and can disguise the text.",
  };
}

/** Whether a record has fields at all: rules between fields run beside the rules of each, so that all is told at once. */
export function isWritten({ value }: { value: unknown }): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One line of text, at most `longest` characters. */
export function line(description: string, examples: string[], longest = 500) {
  return checked({ description, examples, minLength: 1, maxLength: longest }, (value) => {
    if (INVISIBLE.test(value)) return { rule: "empty-text", message: "The text is empty.", hint: "Write the text, or delete the field." };
    if (value.includes("\n"))
      return {
        rule: "one-line-text",
        message: "The text has more than one line.",
        hint: "Write it on one line; only long texts such as `abstract` and `bio` may have several.",
      };
    return tooLong(value, longest, "Shorten it; a longer text belongs into the body of the record or into a linked document.");
  });
}

/** Markdown of any number of lines, at most 100,000 characters. */
export function markdown(description: string) {
  return checked({ description, minLength: 1, contentMediaType: "text/markdown" }, (value) => {
    if (INVISIBLE.test(value)) return { rule: "empty-text", message: "The text is empty.", hint: "Write the text, or delete the field." };
    return tooLong(value, 100_000, "Shorten it, or move a part of it into a linked document.");
  });
}

export function tooLong(value: string, longest: number, hint: string): Complaint | undefined {
  if (value.length <= longest) return undefined;
  return {
    rule: "too-long",
    message: `The text has ${count(value.length, "character")}; the longest allowed has ${count(longest, "", "").trim()}.`,
    hint,
  };
}

/** Text of a fixed form, given by a pattern. */
export function patterned(description: string, examples: string[], pattern: RegExp, complain: (value: string) => Complaint) {
  return checked({ description, examples, pattern: pattern.source }, (value) => (pattern.test(value) ? undefined : complain(value)));
}

/** A language tag such as `en`, `de` or `pt-BR` (BCP 47). */
export function language(description: string) {
  return checked({ description, examples: ["en", "ja", "pt-BR"] }, (value) => {
    // One language has one tag: `en`, and not `eng` as well.
    const named = languageNamed(value);
    if (named === undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) && mayBeLanguage(value)) return undefined;
    const meant = named ?? tagOf(value);
    const isList = /[,;/]|\sand\s/.test(value);
    return {
      rule: "bad-language",
      message: named ? `The tag of the language \`${clip(value)}\` is \`${named}\`.` : `\`${clip(value)}\` is not a language tag.`,
      hint: meant
        ? `Write \`${meant}\`.`
        : isList
          ? "Write one tag; of a talk in several languages, list them under `languages`."
          : "Write a short tag: `en` for English, `de` for German, `ja` for Japanese, `pt-BR` for Brazilian Portuguese.",
    };
  });
}

/** A tag as it should be written, where it has an underscore or other capitals: `de_DE`, `EN-gb`. */
function tagOf(text: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3})){0,2}$/i.test(text) || !mayBeLanguage(text)) return undefined;
  const [language = "", ...parts] = text.toLowerCase().split(/[-_]/);
  // A script has four letters, and one capital; a country has capitals.
  return [language, ...parts.map((part) => (part.length === 4 ? capitalize(part) : part.toUpperCase()))].join("-");
}

/** A list with at most so many entries; no record needs more, and rules across records stay quick. */
export function listOf<Entry extends z.ZodType>(entry: Entry, most: number) {
  return z.array(entry).max(most);
}

/** Shortens foreign text so that a message stays readable. */
export function clip(text: string, longest = 60): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length > longest ? `${cut(flat, longest)}…` : flat;
}
