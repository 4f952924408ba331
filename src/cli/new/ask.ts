/** The conversation of `new`: it asks for everything that no flag has told, one field after the other. */
import { type Answers, all, type Field, type NewKind } from "./kind.ts";
import type { KnownName, KnownNames } from "./names.ts";
import type { Asker } from "./prompts.ts";

const NOTHING_KNOWN: KnownNames = { events: [], speakers: [], topics: [], series: [], namesakes: new Map() };

/** The answers of the flags with those of the user. */
export function askForRest({ fields }: NewKind, given: Answers, known: KnownNames, asker: Asker): Promise<Answers> {
  return askForFields(fields, given, asker, known);
}

/** The same for any fields. Without `known`, no names are completed. */
export async function askForFields(fields: readonly Field[], given: Answers, asker: Asker, known = NOTHING_KNOWN): Promise<Answers> {
  const answers = new Map(given);
  for (const field of fields) {
    if (answers.has(field.flag) || field.silent) continue;
    const speakers = all(answers, "speaker") ?? [];
    const told =
      field.known === "namesakes"
        ? await askWhich(field, speakers, known, asker)
        : field.ofSpeaker
          ? await askOfEach(field, speakers, asker)
          : await askFor(field, known, asker);
    if (told.some((answer) => answer !== "")) answers.set(field.flag, told);
  }
  return answers;
}

async function askFor(field: Field, known: KnownNames, asker: Asker): Promise<string[]> {
  const names = namesFor(field, known);
  const told: string[] = [];
  for (;;) {
    const more = told.length > 0;
    const question = `${more ? "Another " : ""}${more ? field.description : capital(field.description)}`;
    const required = field.required === true && !more;
    const answer = names
      ? await asker.choose(question, { required, free: isFree(field), names: names.filter(({ name }) => !told.includes(name)) })
      : withoutQuotes(await asker.text(question, { required, check: (text) => whatIsWrong(field, withoutQuotes(text)) }));
    if (answer === "") return told;
    told.push(answer);
    if (!field.several) return told;
  }
}

/** Which of several people each speaker is; nothing is asked of a name that one person has. */
async function askWhich(field: Field, speakers: readonly string[], { namesakes }: KnownNames, asker: Asker): Promise<string[]> {
  const told: string[] = [];
  for (const speaker of speakers) {
    const names = namesakes.get(speaker);
    told.push(names ? await asker.choose(`${speaker}: ${field.description}`, { required: true, free: false, names }) : "");
  }
  return told;
}

/** Hints write values as files do; who types the quotes means the text in them. */
function withoutQuotes(answer: string): string {
  return /^"([^"]*)"$/.exec(answer.trim())?.[1] ?? answer;
}

/** One answer for each speaker, in their order. */
async function askOfEach(field: Field, speakers: readonly string[], asker: Asker): Promise<string[]> {
  const told: string[] = [];
  for (const speaker of speakers)
    told.push(
      await asker.text(`${capital(field.description)} of ${speaker}`, { required: false, check: (text) => whatIsWrong(field, text) }),
    );
  return told;
}

function namesFor(field: Field, known: KnownNames): readonly KnownName[] | undefined {
  if (field.choices) return field.choices.map((name) => ({ name, hint: "" }));
  return field.known === undefined || field.known === "namesakes" ? undefined : known[field.known];
}

/** Speakers and topics may be new; events and series must be there already. */
function isFree({ known }: Field): boolean {
  return known === "speakers" || known === "topics";
}

/** The first complaint of the field's schema, with what to write instead. */
export function whatIsWrong({ schema }: Field, text: string): string | undefined {
  const result = schema?.safeParse(text);
  const issue = result?.success === false ? result.error.issues[0] : undefined;
  if (!issue) return undefined;
  const hint = issue.code === "custom" ? issue.params?.["hint"] : undefined;
  return typeof hint === "string" ? `${issue.message} ${hint}` : issue.message;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
