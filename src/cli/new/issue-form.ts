/** Reads the issue form “Add a talk”: an issue's Markdown becomes answers, or sentences on what is wrong. */
import { append } from "../../text/append.ts";
import { readSafely, UnreadableError } from "../../content/read-safely.ts";
import { z } from "zod";
import { clip } from "../../model/records/fields.ts";
import type { Answers } from "./kind.ts";
import { UsageError } from "../options.ts";

const LARGEST_EVENT = 1_000_000;
const LONGEST_BODY = 65_536;
const MOST_LINES = 20;

/** The labels of the form's fields, in its order, with the flags they stand for. A test compares them with the form. */
export const ISSUE_FIELDS = {
  event: "Event",
  title: "Title",
  speaker: "Speakers",
  date: "Date",
  start: "Start",
  end: "End",
  abstract: "Abstract",
  slides: "Slides",
  video: "Video",
  source: "Sources",
  consent: "Licence",
} as const;

type IssueField = keyof typeof ISSUE_FIELDS;

const REQUIRED: readonly IssueField[] = ["event", "title"];
/** Fields whose text may have several lines, all others have one. */
const LONG: readonly IssueField[] = ["abstract", "speaker", "source", "consent"];

export interface Issue {
  number: number;
  answers: Answers;
  complaints: string[];
}

const issueSchema = z.object({ number: z.int().positive(), body: z.string().nullable() });
const fileSchema = z.union([z.object({ issue: issueSchema }), issueSchema]);

/**
 * Reads the file of a GitHub event (https://docs.github.com/webhooks/webhook-events-and-payloads#issues), or an issue alone as
 * `gh issue view 12 --json number,body` prints it.
 */
export function readIssue(file: string): { number: number; body: string } {
  let event: unknown;
  try {
    event = JSON.parse(readSafely(file, LARGEST_EVENT).toString("utf8"));
  } catch (error) {
    if (error instanceof UnreadableError) throw new UsageError(`The file of the event ${error.message}.`);
    throw new UsageError("The file of the event cannot be read, or is not JSON.");
  }
  const { success, data } = fileSchema.safeParse(event);
  if (!success) throw new UsageError("The event is not about an issue.");
  const { number, body } = "issue" in data ? data.issue : data;
  return { number, body: body ?? "" };
}

/** The answers in the text of an issue. No field of it is trusted; the record is checked like any other afterwards. */
export function parseIssue(body: string): { answers: Answers; complaints: string[] } {
  if (body.length > LONGEST_BODY)
    return { answers: new Map(), complaints: [`The issue has ${body.length} characters; ${LONGEST_BODY} are allowed.`] };
  const { sections, complaints } = splitSections(body.replace(/\r\n?/g, "\n"));
  const answers = new Map<string, readonly string[]>();
  for (const field of Object.keys(ISSUE_FIELDS) as IssueField[]) {
    const text = sections.get(field);
    if (text === undefined) {
      if (REQUIRED.includes(field)) complaints.push(`“${ISSUE_FIELDS[field]}” is empty.`);
    } else if (!LONG.includes(field) && text.includes("\n")) complaints.push(`“${ISSUE_FIELDS[field]}” has more than one line.`);
    else answers.set(field, [text]);
  }
  append(complaints, [...spreadLists(answers), ...localAddresses(answers)]);
  const [consent] = answers.get("consent") ?? [];
  answers.delete("consent");
  if (!/^- \[[xX]\] /m.test(consent ?? "")) complaints.push(`The box under “${ISSUE_FIELDS.consent}” is not ticked.`);
  return { answers, complaints: [...new Set(complaints)] };
}

/** Cuts the text at the headings of the form; a heading that stands twice could hide an answer and is refused. */
function splitSections(body: string): { sections: Map<IssueField, string>; complaints: string[] } {
  const sections = new Map<IssueField, string>();
  const complaints: string[] = [];
  const headings = Object.entries(ISSUE_FIELDS) as [IssueField, string][];
  const found = headings.flatMap(([field, label]) =>
    [...body.matchAll(new RegExp(`^### ${label}[ \\t]*$`, "gm"))].map((match) => ({
      field,
      label,
      start: match.index,
      length: match[0].length,
    })),
  );
  found.sort((a, b) => a.start - b.start);
  const above = found[0] === undefined ? "" : body.slice(0, found[0].start).trim();
  if (above !== "") complaints.push(`“${clip(above)}” stands above the fields. Move it into one of them, or delete it.`);
  for (const [index, { field, label, start, length }] of found.entries()) {
    if (found.some((other, place) => other.field === field && place < index)) {
      complaints.push(`The heading “### ${label}” stands twice. Write headings in the abstract in other words.`);
      continue;
    }
    const text = body.slice(start + length, found[index + 1]?.start).trim();
    if (text !== "" && text !== "_No response_") sections.set(field, text);
  }
  return { sections, complaints };
}

/** Speakers and sources stand one a line; `Name; role; organization` becomes three answers. */
function spreadLists(answers: Map<string, readonly string[]>): string[] {
  const complaints: string[] = [];
  const linesOf = (field: "speaker" | "source") => {
    const lines = (answers.get(field)?.[0] ?? "").split("\n").map((line) => line.trim().replace(/^[-*] +/, ""));
    const full = lines.filter((line) => line !== "");
    if (full.length > MOST_LINES) complaints.push(`“${ISSUE_FIELDS[field]}” has ${full.length} lines; ${MOST_LINES} are allowed.`);
    return full.slice(0, MOST_LINES);
  };
  const speakers = linesOf("speaker").map((line) => line.split(";").map((part) => part.trim()));
  for (const parts of speakers)
    if (parts.length > 3 || parts[0] === "") complaints.push("Write each speaker on a line of its own as “Name; role; organization”.");
  const sources = linesOf("source");
  answers.delete("speaker");
  answers.delete("source");
  if (sources.length > 0) answers.set("source", sources);
  for (const [place, flag] of ["speaker", "role", "organization"].entries())
    if (speakers.some((parts) => parts[place]))
      answers.set(
        flag,
        speakers.map((parts) => parts[place] ?? ""),
      );
  return [...new Set(complaints)];
}

/** Files come into the archive by pull request only. */
function localAddresses(answers: Answers): string[] {
  return (["slides", "video"] as const)
    .filter((field) => answers.has(field) && !/^https?:\/\//i.test(answers.get(field)?.[0] ?? ""))
    .map((field) => `“${ISSUE_FIELDS[field]}” is not a web address. Write it in full, such as https://example.org/talk.pdf.`);
}
