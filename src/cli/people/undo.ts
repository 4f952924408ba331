/** What the last decisions about people changed, so that they can be taken back: the files as they were, in the folder of the cache. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { ownText } from "../../content/read-safely.ts";
import { replaceFile } from "../../content/write-whole.ts";
import { digest } from "../../text/digest.ts";
import { count, enumerate } from "../../text/wording.ts";
import { Edits } from "../life/edits.ts";
import { UsageError } from "../options.ts";

const batchSchema = z.strictObject({
  /** The folder of the records. */
  content: z.string(),
  decisions: z.number(),
  /** All files were changed, and none is on its way back: one that looks as before was made so by somebody else. */
  isDone: z.boolean().optional(),
  files: z.array(
    z.strictObject({
      /** A file in that folder, and nowhere else. */
      file: z.string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[^/\\:]+(?:\/[^/\\:]+)*$/),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

type Batch = z.infer<typeof batchSchema>;

/** Reads a note. @throws {UsageError} when it is not as it was written. */
function readNote(note: string): Batch {
  try {
    return batchSchema.parse(JSON.parse(ownText(note)));
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    throw new UsageError(
      `\`${note}\` is damaged. Delete it; the history of the repository has the records as they were; nothing was changed.`,
    );
  }
}

const folderOf = (cacheDir: string) => join(cacheDir, "people");
const textOf = (file: string) => (existsSync(file) ? ownText(file) : null);
const digestOf = (text: string | null) => (text === null ? null : digest(text));

/** Notes what is about to change. Gives what to call once it is changed. */
export function noteBatch(cacheDir: string, contentDir: string, edits: Edits, decisions: number): () => void {
  const files = [...edits.outcome()].map(([file, after]) => ({
    file: relative(contentDir, file).replaceAll("\\", "/"),
    before: textOf(file),
    after: digestOf(after ?? null),
  }));
  const folder = folderOf(cacheDir);
  mkdirSync(folder, { recursive: true });
  const batch: Batch = { content: resolve(contentDir), decisions, files };
  const note = join(folder, `${1 + Math.max(0, ...numbersIn(folder))}.json`);
  replaceFile(note, JSON.stringify(batch));
  return () => {
    try {
      replaceFile(note, JSON.stringify({ ...batch, isDone: true } satisfies Batch));
    } catch {
      // The records are changed, and the note as it is lets them be changed back.
    }
  };
}

/** Deletes what is kept of decisions that would bring a name back. Gives how many files that were. */
export function forgetBatches(cacheDir: string, holds: (text: string) => boolean): number {
  const folder = folderOf(cacheDir);
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const notes = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  const told = notes.filter((note) => textsOf(note).some(holds));
  for (const note of told) rmSync(note, { force: true });
  return told.length;
}

/** What a note tells; one that is damaged, and a list of decisions, as they stand there. */
function textsOf(note: string): string[] {
  const text = ownText(note);
  try {
    return batchSchema.parse(JSON.parse(text)).files.flatMap(({ file, before }) => [file, before ?? ""]);
  } catch {
    return [text];
  }
}

/** The changes that take the last batch back, and what to call before and after they are made. */
export function undoBatch(
  cacheDir: string,
  contentDir: string,
): { edits: Edits; decisions: number; begin: () => void; forget: () => void } {
  const folder = folderOf(cacheDir);
  const batches = numbersIn(folder)
    .sort((a, b) => b - a)
    .map((number) => join(folder, `${number}.json`))
    .map((note) => ({ note, batch: readNote(note) }));
  const found = batches.find(({ batch }) => batch.content === resolve(contentDir));
  if (!found)
    throw new UsageError(
      `Nothing is noted in \`${folder}\` that could be undone. The history of the repository has the records as they were; nothing was changed.`,
    );
  const { note, batch } = found;
  const edits = new Edits([contentDir]);
  const changed: string[] = [];
  for (const { file, before, after } of batch.files) {
    const place = join(contentDir, file).replaceAll("\\", "/");
    const now = digestOf(textOf(place));
    if (now !== after && (batch.isDone === true || now !== digestOf(before))) changed.push(place);
    else if (before === null) edits.remove(place);
    else edits.write(place, before);
  }
  if (changed.length > 0)
    throw new UsageError(
      `${count(changed.length, "file has", "files have")} changed since: ${enumerate(changed.slice(0, 5))}${changed.length > 5 ? " and others" : ""}. Take the decisions back by hand, or with the history of the repository; nothing was changed.`,
    );
  const begin = () => replaceFile(note, JSON.stringify({ ...batch, isDone: false } satisfies Batch));
  return { edits, decisions: batch.decisions, begin, forget: () => rmSync(note, { force: true }) };
}

function numbersIn(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []));
}
