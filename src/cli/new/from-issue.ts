/** `new talk --from-issue`: an issue of strangers becomes a checked record, or a report of what keeps it from being one. */
import { writeFileSync } from "node:fs";
import { loadArchive } from "../../content/load.ts";
import { SealError, sealFrom } from "../../content/sealed.ts";
import { commandName } from "../../text/commands.ts";
import type { BuildSettings } from "../../build/settings.ts";
import { parseIssue, readIssue } from "./issue-form.ts";
import { eventOf, knownNames, refuseSealedNames, reportNames } from "./names.ts";
import { newTalk } from "./talk.ts";
import { draftOf, NameTaken, writeDraft } from "./write.ts";
import { withRecordsAlone } from "../one-at-a-time.ts";
import { UsageError } from "../options.ts";
import { formatProblems } from "../../problems/pretty.ts";
import { visible } from "../../problems/visible.ts";

interface Outcome {
  /** The file, when it was written. */
  file?: string;
  /** Plain sentences: what is wrong, or what a reviewer should look at. */
  lines: string[];
  /** The number of an issue that can only be taken where the key of sealed names is. */
  needsKey?: number;
}

interface Wishes {
  /** The file of the report. */
  report: string | undefined;
  /** The name of the new file. */
  as: string | undefined;
}

/** Writes the talk of an issue. Throws when there is none to write; the report is written in any case. */
export async function newFromIssue(eventFile: string, settings: BuildSettings, { report, as }: Wishes): Promise<void> {
  let outcome: Outcome;
  try {
    outcome = await withRecordsAlone(settings.contentDir, () => writeTalk(eventFile, settings, as));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof SealError)) throw error;
    outcome = { lines: [error instanceof NameTaken ? takenName(error) : error.message] };
  }
  if (report !== undefined) writeFileSync(report, reportOf(outcome));
  process.stderr.write(outcome.lines.map((line) => `${safeLine(line)}\n`).join(""));
  if (outcome.file === undefined) throw new UsageError("Nothing was written.");
  process.stdout.write(`${outcome.file}\n`);
}

/** Who writes an issue has no command to run again. */
const takenName = ({ file, free }: NameTaken) =>
  `${file} is there already. If this is another talk of that title, an editor saves the issue with \`gh issue view NUMBER --json number,body > issue.json\` and runs \`${commandName("new talk")} --from-issue issue.json --as ${free}\`.`;

function writeTalk(eventFile: string, settings: BuildSettings, as: string | undefined): Outcome {
  const { number, body } = readIssue(eventFile);
  const { answers, complaints } = parseIssue(body);
  if (complaints.length > 0) return { lines: complaints };
  const { whole: archive } = loadArchive(settings);
  const known = knownNames(archive);
  const event = eventOf(answers, known);
  const resolved = event === undefined ? answers : new Map(answers).set("event", [event]);
  const names = reportNames(newTalk, resolved, known);
  if (names.problems.length > 0) return { lines: names.problems };
  const draft = draftOf(newTalk, resolved, settings.contentDir, as);
  try {
    refuseSealedNames(archive, resolved, draft, settings.contentDir, true);
  } catch (error) {
    if (!(error instanceof SealError) || sealFrom(process.env)) throw error;
    return { lines: [error.message], needsKey: number };
  }
  const { problems, written } = writeDraft(archive, draft);
  const told = problems.length > 0 ? formatProblems(problems, false).trimEnd().split("\n") : [];
  // A reviewer decides whether a name is new or misspelt; the author of an issue cannot pass a flag.
  return written ? { file: draft.file, lines: [...names.doubts, ...names.news, ...told] } : { lines: told };
}

/** The report as Markdown for a comment or a pull request. Text of strangers stands in a fence that it cannot close. */
export function reportOf({ file, lines, needsKey }: Outcome): string {
  if (needsKey !== undefined)
    return `This archive keeps sealed the names of people who left or changed their name. Whether the talk tells one can only be looked up with the key, which no workflow has. An editor who has it makes the record with these commands, and commits it:

\`\`\`sh
gh issue view ${needsKey} --json number,body > issue.json
${commandName("new talk")} --from-issue issue.json
\`\`\`
`;
  const text = lines.map(safeLine).join("\n");
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const block = text === "" ? "" : `\n${fence}text\n${text}\n${fence}\n`;
  if (file !== undefined)
    return `A record was made from the issue and passes every check. Please read it through before you merge it.\n${block && `\nTo look at:\n${block}`}`;
  return `No record could be made from this issue yet. Please edit the text of the issue; a maintainer can then take the label \`approved\` off and set it again.\n${block}`;
}

/** One line without control characters, which does not start like a command to the log of GitHub Actions. */
function safeLine(line: string): string {
  return visible(line).replace(/^(\s*)(::|##)/, "$1 . $2");
}
