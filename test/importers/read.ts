/** Reads foreign texts with the importer that recognises them, and holds the account to what every importer promises. */
import { expect } from "vitest";
import { IMPORTERS } from "../../src/importers/index.ts";
import type { ForeignConference, ForeignTalk, Imported } from "../../src/importers/importer.ts";
import { shownMarkdown } from "./shown.ts";

export interface ReadFiles extends Imported {
  /** Of the only conference. */
  conference: ForeignConference;
  /** Problems as `file:line:column rule: message`. */
  told: string[];
}

/** Reads files by their paths. All of them must be of the format `name`, by their content. */
export function read(name: string, files: Record<string, string>, today?: string): ReadFiles {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  for (const file of given) expect(IMPORTERS.find((importer) => importer.recognises(file))?.name, file.path).toBe(name);
  const imported = IMPORTERS.find((importer) => importer.name === name)?.read(given, today);
  if (!imported) throw new Error(`There is no importer ${name}.`);
  const taken = imported.conferences.flatMap(({ talks, speakers }) => [...talks, ...speakers].flatMap(({ rows }) => rows));
  expect(taken.length + imported.refused.length, "every row becomes something").toBe(imported.rows);
  expect(imported.problems.filter(({ severity }) => severity === "error").length).toBeGreaterThanOrEqual(
    imported.refused.length > 0 ? 1 : 0,
  );
  for (const talk of imported.conferences.flatMap(({ talks }) => talks))
    expect(shownMarkdown(talk.record.abstract ?? "").active).toEqual([]);
  const told = imported.problems.map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule}: ${message}`);
  const [conference = { key: "", event: {}, talks: [], speakers: [] }] = imported.conferences;
  return { ...imported, conference, told };
}

/** A talk in few words: without its rows, and with the names of its speakers. */
export function brief({ rows, speakers, ...talk }: ForeignTalk) {
  return { ...talk, rows: rows.length, speakers: speakers.map(({ name }) => name) };
}
