/** Makes small content folders for tests, in a temporary place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "archive-test-"));
  made.push(folder);
  return folder;
}

/** Writes files below a new temporary folder and returns its path. Binary content is given as bytes. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The smallest `site.yaml` that is valid. */
export const SITE = `name: Little Archive
tagline: Talks of a little conference
url: https://little.example.org/
notice: This is an archive.
liveSite:
  name: example.org
  url: https://example.org/
licence:
  text: The texts are free to use.
`;

/** A tiny conference: one event with one talk. */
export const LITTLE: Record<string, string> = {
  "site.yaml": SITE,
  "events/2020-spring/event.md":
    "---\nname: Little Conference 2020\nstartDate: 2020-05-04\nendDate: 2020-05-05\ntimezone: Europe/Berlin\ncity: Berlin\n---\n\nWelcome.\n",
  "events/2020-spring/talks/a-talk.md":
    '---\ntitle: A talk\nspeaker: Ada Example\nrole: Engineer\norganization: Example\ndate: 2020-05-04\nstart: "09:30"\nend: "10:00"\nroom: Hall\ntopics:\n  - testing\n---\n\nWhat it is about.\n',
};
