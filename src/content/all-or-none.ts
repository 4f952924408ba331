/** Several changes of files of which none is left where one of them fails. */
import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { undisturbed } from "./undisturbed.ts";
import { draftOf, writeDraft } from "./write-whole.ts";

/** What is done to files that are there. */
export interface Changes {
  /** Puts a file that is written whole into its place, or into that of the former one. */
  place(draft: string, file: string): void;
  /** Gives a file another name, also that of another file, which goes. */
  move(from: string, to: string): void;
  remove(file: string): void;
}

/**
 * Puts several files in their places: all are written beside them before the first takes its place, so that a disk that has no room for
 * one of them leaves all as they were. `also` is done after that, and what it throws takes all back.
 */
export function replaceFiles(texts: Iterable<readonly [file: string, text: string]>, also: (changes: Changes) => void = () => {}): void {
  const written: string[] = [];
  try {
    for (const [file, text] of texts) {
      writeDraft(file, text, draftOf(file));
      written.push(file);
    }
    undisturbed(() =>
      allOrNone((changes) => {
        for (const file of written) changes.place(draftOf(file), file);
        also(changes);
      }),
    );
  } finally {
    for (const file of written) rmSync(draftOf(file), { force: true });
  }
}

/** Makes changes; where one throws, those before it are taken back. */
function allOrNone(make: (changes: Changes) => void): void {
  const undo: (() => void)[] = [];
  const formers = new Set<string>();
  const nameFormer = (file: string): string => {
    // Short, for names may be as long as the system allows; nobody takes such a name for a record.
    const former = join(dirname(file), `.${process.pid}-${formers.size}.writing`);
    rmSync(former, { force: true });
    formers.add(former);
    return former;
  };
  const putBack = (former: string, file: string): void => {
    // Where it cannot be put back it is the only one, and must not go.
    formers.delete(former);
    renameSync(former, file);
  };
  const remove = (file: string): void => {
    if (!existsSync(file)) return;
    const former = nameFormer(file);
    renameSync(file, former);
    undo.push(() => putBack(former, file));
  };
  try {
    make({
      place(draft, file) {
        const former = existsSync(file) ? nameFormer(file) : undefined;
        // A second name of a file of somebody else could not be removed from every folder.
        if (former !== undefined) copyFileSync(file, former);
        renameSync(draft, file);
        undo.push(() => (former === undefined ? rmSync(file, { force: true }) : putBack(former, file)));
      },
      move(from, to) {
        remove(to);
        renameSync(from, to);
        undo.push(() => renameSync(to, from));
      },
      remove,
    });
  } catch (error) {
    for (const one of undo.reverse()) attempt(one);
    throw error;
  } finally {
    for (const former of formers) attempt(() => rmSync(former, { force: true }));
  }
}

/** What fails while others are taken back must not keep these from it. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The failure that led here is told.
  }
}
