/** What the last decisions about people changed, so that they can be taken back: the files as they were, in the folder of the cache. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { replaceFile } from "../../content/write-whole.ts";
import { digest } from "../../text/digest.ts";
import { count, enumerate } from "../../text/wording.ts";
import { Edits } from "../life/edits.ts";
import { UsageError } from "../options.ts";

const batchSchema = z.strictObject({
  /** The folder of the records. */
  content: z.string(),
  decisions: z.number(),
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
    return batchSchema.parse(JSON.parse(readFileSync(note, "utf8")));
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    throw new UsageError(
      `\`${note}\` is damaged. Delete it; the history of the repository has the records as they were; nothing was changed.`,
    );
  }
}

const folderOf = (cacheDir: string) => join(cacheDir, "people");
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : null);
const digestOf = (text: string | null) => (text === null ? null : digest(text));

/** Notes what is about to change. */
export function noteBatch(cacheDir: string, contentDir: string, edits: Edits, decisions: number): void {
  const files = [...edits.outcome()].map(([file, after]) => ({
    file: relative(contentDir, file).replaceAll("\\", "/"),
    before: textOf(file),
    after: digestOf(after ?? null),
  }));
  const folder = folderOf(cacheDir);
  mkdirSync(folder, { recursive: true });
  const batch: Batch = { content: resolve(contentDir), decisions, files };
  const number = 1 + Math.max(0, ...numbersIn(folder));
  replaceFile(join(folder, `${number}.json`), JSON.stringify(batch));
}

/** The changes that take the last batch back, and what to call once they are made. */
export function undoBatch(cacheDir: string, contentDir: string): { edits: Edits; decisions: number; forget: () => void } {
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
  const edits = new Edits();
  const changed: string[] = [];
  for (const { file, before, after } of batch.files) {
    const place = join(contentDir, file).replaceAll("\\", "/");
    const now = digestOf(textOf(place));
    if (now !== after && now !== digestOf(before)) changed.push(place);
    else if (before === null) edits.remove(place);
    else edits.write(place, before);
  }
  if (changed.length > 0)
    throw new UsageError(
      `${count(changed.length, "file has", "files have")} changed since: ${enumerate(changed.slice(0, 5))}${changed.length > 5 ? " and others" : ""}. Take the decisions back by hand, or with the history of the repository; nothing was changed.`,
    );
  return { edits, decisions: batch.decisions, forget: () => rmSync(note, { force: true }) };
}

function numbersIn(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []));
}
