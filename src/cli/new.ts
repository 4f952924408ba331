/** `new`: a talk, event or speaker from questions, flags or an issue, written only when it passes every check. */
import { append } from "../text/append.ts";
import { loadArchive } from "../content/load.ts";
import type { Archive } from "../model/archive.ts";
import { type Command, Option } from "./command.ts";
import { askForRest } from "./new/ask.ts";
import { newEvent } from "./new/event.ts";
import { type Answers, all, type NewKind } from "./new/kind.ts";
import { eventOf, knownNames, refuseSealedNames, reportNames } from "./new/names.ts";
import { newSpeaker } from "./new/speaker.ts";
import { newTalk } from "./new/talk.ts";
import { draftOf, pageOf, writeDraft } from "./new/write.ts";
import { withRecordsAlone } from "./one-at-a-time.ts";
import { addInputOptions, settingsFrom, UsageError } from "./options.ts";
import { printProblems, runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

type Options = Record<string, string | string[] | boolean | undefined> & { content: string; assets: string };

const HELP = `
Without \`--yes\` it asks for what the flags have not told; on a terminal, names of events, speakers and topics are completed
while you type. The record is checked before it is written, and no file is ever overwritten.
`;

export function define(command: Command): void {
  command.addHelpText("after", `\nExample:\n  ${newTalk.example}\n`);
  for (const kind of [newTalk, newEvent, newSpeaker]) {
    const one = command.command(kind.kind).description(`write a new ${kind.kind}`);
    for (const field of kind.fields) one.addOption(optionOf(field));
    if (kind === newTalk)
      one
        .option(
          "--from-issue <file>",
          "take all fields from an issue: the file of a GitHub event, as in GITHUB_EVENT_PATH, or of `gh issue view 12 --json number,body`",
        )
        .option("--report <file>", "with --from-issue: write what became of it as Markdown");
    addInputOptions(one)
      .option("--as <name>", "name of the new file, without .md (default: made from the title or name)")
      .option("--sure", "names that are nearly known ones are right all the same")
      .option("--yes", "ask nothing; for scripts")
      .addHelpText("after", `${HELP}\nExample:\n  ${kind.example}\n`)
      .action((options: Options) => runCommand(() => run(kind, options)));
  }
}

function optionOf({ flag, value, description, several, ofSpeaker, choices }: NewKind["fields"][number]): Option {
  const more = ofSpeaker ? "; again for each speaker, in the same order" : several ? "; may be given again" : "";
  const option = new Option(`--${flag} <${value}>`, `${description}${more}`);
  if (choices) option.choices(choices);
  if (several) option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
  return option;
}

async function run(kind: NewKind, options: Options): Promise<void> {
  const given = answersFrom(kind, options);
  const settings = settingsFrom(options);
  if (typeof options["fromIssue"] === "string") {
    if (given.size > 0) throw new UsageError("With `--from-issue` all fields come from the issue; leave the other flags out.");
    const { newFromIssue } = await import("./new/from-issue.ts");
    return newFromIssue(options["fromIssue"], settings, { report: text(options["report"]), as: text(options["as"]) });
  }
  const asks = options["yes"] !== true && process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (!asks) refuseMissing(kind, given);
  const answers = asks ? await converse(kind, given, loadArchive(settings).whole) : given;
  if (!answers) return;
  try {
    // Who picked a new name from the list of known ones has seen them. Other commands may have been at work meanwhile.
    await withRecordsAlone(options.content, () =>
      write(kind, answers, loadArchive(settings).whole, asks ? { ...options, sure: true } : options),
    );
  } catch (error) {
    if (asks) process.stderr.write(`Your answers as a command, to change and run again:\n  ${commandOf(kind, answers)}\n\n`);
    throw error;
  }
}

function commandOf({ kind }: NewKind, answers: Answers): string {
  const quote = (text: string) => (/^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const flags = [...answers].flatMap(([flag, given]) => given.map((text) => `--${flag} ${quote(text)}`));
  return [commandName("new"), kind, ...flags].join(" ");
}

/** Asks for the rest; nothing comes back when the user leaves. */
async function converse(kind: NewKind, given: Answers, archive: Archive): Promise<Answers | undefined> {
  const { askOnTerminal } = await import("./new/prompts.ts");
  return askOnTerminal(`A new ${kind.kind}`, (asker) => askForRest(kind, given, knownNames(archive), asker));
}

function write(kind: NewKind, given: Answers, archive: Archive, options: Options): void {
  const known = knownNames(archive);
  const event = eventOf(given, known);
  const answers = event === undefined ? given : new Map(given).set("event", [event]);
  const { problems, doubts, news } = reportNames(kind, answers, known);
  if (doubts.length > 0 && options["sure"] !== true)
    append(problems, [...doubts, "If a name is right all the same, run the command again with `--sure`."]);
  if (problems.length > 0) throw new UsageError([...problems, "Nothing was written."].join("\n"));
  const draft = draftOf(kind, answers, options.content, text(options["as"]));
  refuseSealedNames(archive, answers, draft, options.content, false);
  const result = writeDraft(archive, draft);
  if (result.problems.length > 0) printProblems(result.problems);
  if (!result.written) throw new UsageError("Nothing was written.");
  for (const one of news) process.stderr.write(`${one}\n`);
  process.stdout.write(`${draft.file}\n`);
  process.stderr.write(`Next: read it through, look at it with \`npm start\` under ${pageOf(draft)}, and commit it.\n`);
}

/** What the flags tell. */
function answersFrom({ fields }: NewKind, options: Options): Map<string, readonly string[]> {
  const answers = new Map<string, readonly string[]>();
  for (const { flag } of fields) {
    const value = options[flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (Array.isArray(value)) answers.set(flag, value);
    else if (typeof value === "string") answers.set(flag, [value]);
  }
  const speakers = answers.get("speaker")?.length ?? 0;
  for (const { flag, ofSpeaker } of fields)
    if (ofSpeaker && (answers.get(flag)?.length ?? 0) > speakers)
      throw new UsageError(
        `There are more \`--${flag}\` than \`--speaker\`. Give one for each speaker, in the same order; \`""\` leaves one out.`,
      );
  return answers;
}

function refuseMissing({ kind, fields }: NewKind, answers: Answers): void {
  const missing = fields.filter(({ flag, required }) => required && all(answers, flag) === undefined).map(({ flag }) => `\`--${flag}\``);
  if (missing.length > 0) throw new UsageError(`A new ${kind} needs ${missing.join(" and ")}. Nothing was written.`);
}

function text(value: string | string[] | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
