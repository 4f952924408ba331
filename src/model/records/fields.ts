/** Owns the kinds of field that records share: text, addresses, dates, times, paths, and what is wrong with a bad one. */
import { z } from "zod";
import { isPartialDate, isRealDate } from "../dates.ts";
import { isTimeZone } from "../time.ts";

/** What a field check says about a bad value. */
export interface Complaint {
  rule: string;
  message: string;
  hint: string;
}

type FieldDoc = { description: string; examples?: unknown[] } & Record<string, unknown>;

/** A text field with a check of its own; the complaint travels as `params` of the zod issue. */
function checked(doc: FieldDoc, check: (value: string) => Complaint | undefined) {
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

// C0 and C1 controls but tab and newline; bidirectional overrides and isolates, which can make a text lie.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

function unsafeText(value: string): Complaint | undefined {
  const found = FORBIDDEN.exec(value.replaceAll("\r\n", "\n"));
  if (!found) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    rule: "forbidden-character",
    message: `The text holds the invisible character U+${code}.`,
    hint: "Delete the character; it cannot be shown and can disguise the text.",
  };
}

/** One line of text, at most `longest` characters. */
export function line(description: string, examples: string[], longest = 500) {
  return checked({ description, examples, minLength: 1, maxLength: longest }, (value) => {
    if (value.trim() === "")
      return { rule: "empty-text", message: "The text is empty.", hint: "Write the text, or delete the field." };
    if (value.includes("\n"))
      return {
        rule: "one-line-text",
        message: "The text has more than one line.",
        hint: "Write it on one line; only `abstract` and `bio` may have several.",
      };
    return tooLong(value, longest);
  });
}

/** Markdown of any number of lines, at most 100,000 characters. */
export function markdown(description: string) {
  return checked({ description, minLength: 1 }, (value) => {
    if (value.trim() === "")
      return { rule: "empty-text", message: "The text is empty.", hint: "Write the text, or delete the field." };
    return tooLong(value, 100_000);
  });
}

function tooLong(value: string, longest: number): Complaint | undefined {
  if (value.length <= longest) return undefined;
  return {
    rule: "too-long",
    message: `The text has ${value.length} characters; the longest allowed is ${longest}.`,
    hint: "Shorten it; a longer text belongs into the body of the record or into a linked document.",
  };
}

const ADDRESS_HINT = "Write a full web address, such as `https://example.org/talk.html`.";

/** An absolute http or https address, kept as written. */
export function address(description: string, examples = ["https://example.org/talk.html"]) {
  return checked({ description, examples, format: "uri", pattern: "^https?://" }, (value) => {
    const complaint = (message: string): Complaint => ({ rule: "bad-address", message, hint: ADDRESS_HINT });
    if (/[\s\p{Cc}<>"'`\\{}|^]/u.test(value)) return complaint("The address holds a blank or a character that no address has.");
    if (!/^https?:\/\//i.test(value)) return complaint("The address does not start with `http://` or `https://`.");
    if (!URL.canParse(value)) return complaint("The address cannot be read.");
    const { username, password } = new URL(value);
    if (username || password) return complaint("The address holds a user name or password.");
    return tooLong(value, 2000);
  });
}

/** An ISO date: a day. */
export function day(description: string) {
  return checked({ description, examples: ["2012-08-27"], format: "date" }, (value) =>
    isRealDate(value)
      ? undefined
      : { rule: "bad-date", message: `\`${clip(value)}\` is not a day of the calendar.`, hint: "Write a date as `2012-08-27`." },
  );
}

/** A day, a month or a year. */
export function partialDate(description: string) {
  return checked({ description, examples: ["2012-08-27", "2007-11", "2009"], pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }, (value) =>
    isPartialDate(value)
      ? undefined
      : {
          rule: "bad-date",
          message: `\`${clip(value)}\` is not a day, month or year.`,
          hint: 'Write a date as `2012-08-27`, `2012-08` or `"2012"`, as much of it as is known.',
        },
  );
}

/** A time of day, local to the event. */
export function clock(description: string) {
  return checked({ description, examples: ["09:30"], pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" }, (value) => {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return undefined;
    const loose = /^(\d):([0-5]\d)$/.exec(value);
    return {
      rule: "bad-time",
      message: `\`${clip(value)}\` is not a time of day.`,
      hint: loose ? `Write \`"0${loose[0]}"\`.` : 'Write a time as `"09:30"`, from 00:00 to 23:59.',
    };
  });
}

/** An IANA time zone. */
export function timeZone(description: string) {
  return checked({ description, examples: ["America/Los_Angeles"] }, (value) =>
    isTimeZone(value)
      ? undefined
      : {
          rule: "bad-time-zone",
          message: `\`${clip(value)}\` is not a time zone.`,
          hint: "Write the IANA name of the zone, such as `Europe/London` or `America/Los_Angeles`.",
        },
  );
}

const SAFE_SEGMENT = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;

/** A file below `assets/media/`, with forward slashes. */
export function mediaFile(description: string, example: string) {
  return checked({ description, examples: [example] }, (value) =>
    value.length <= 300 && value.split("/").every((part) => SAFE_SEGMENT.test(part) && !part.endsWith("."))
      ? undefined
      : {
          rule: "bad-file-path",
          message: `\`${clip(value)}\` cannot be the path of a media file.`,
          hint: `Write the path below \`assets/media/\`, such as \`${example}\`: letters, digits, \`.\`, \`_\`, \`-\` and \`/\` only.`,
        },
  );
}

/** A path of this site that an older site used. */
export function formerPath(description: string) {
  return checked({ description, examples: ["/xensummit/xs12na_talks/T10.html"], pattern: "^/" }, (value) => {
    const parts = value.split("/");
    const inner = parts.slice(1, value.endsWith("/") ? -1 : undefined);
    if (parts[0] === "" && value.length <= 500 && inner.length > 0 && inner.every((part) => SAFE_SEGMENT.test(part))) return undefined;
    return {
      rule: "bad-former-url",
      message: `\`${clip(value)}\` cannot be kept working on a static site.`,
      hint: "Write the path alone, from the first slash on, such as `/xensummit/xs12na_talks/T10.html`, without `?` and `#`.",
    };
  });
}

/** The name of a record's file, without `.md`. */
export function recordName(description: string, examples: string[]) {
  return checked({ description, examples, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, (value) =>
    /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/.test(value)
      ? undefined
      : { rule: "bad-name", message: `\`${clip(value)}\` is not the name of a record.`, hint: `Write the name of the record's file without \`.md\`, such as \`${examples[0]}\`.` },
  );
}

/** Text of a fixed form, given by a pattern. */
export function patterned(description: string, examples: string[], pattern: RegExp, complaint: Complaint) {
  return checked({ description, examples, pattern: pattern.source }, (value) => (pattern.test(value) ? undefined : complaint));
}

/** A language tag such as `en`, `de` or `pt-BR` (BCP 47). */
export function language(description: string) {
  return checked({ description, examples: ["en", "ja", "pt-BR"] }, (value) =>
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)
      ? undefined
      : { rule: "bad-language", message: `\`${clip(value)}\` is not a language tag.`, hint: "Write a tag such as `en`, `de` or `pt-BR`." },
  );
}

/** Shortens foreign text so that a message stays readable. */
export function clip(text: string, longest = 60): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length > longest ? `${flat.slice(0, longest)}…` : flat;
}
