/**
 * The columns of the archive's tables of talks. A site has headings in its own words over them, so that they are known again by their order: it never
 * changes, and what is new comes last.
 */
export const TALKS_TABLE = [
  "id",
  "title",
  "speakers",
  "organizations",
  "event",
  "date",
  "lastDay",
  "start",
  "end",
  "minutes",
  "room",
  "track",
  "kind",
  "languages",
  "status",
  "topics",
  "slides",
  "video",
  "licence",
  "address",
  "namesWithheld",
  "part",
  "parts",
  "recordingStatus",
  "postponedTo",
  "alsoGivenAt",
  "documents",
  "slidesLicence",
  "recordingLicence",
] as const;

export type TalksColumn = (typeof TALKS_TABLE)[number];

/** Whether a row is one of such a table, in any language: its first cell is `event/talk`, and its address ends in that. */
export function isTalksRow(cells: readonly string[]): boolean {
  const [id = ""] = cells;
  const address = cells[TALKS_TABLE.indexOf("address")] ?? "";
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) && address.endsWith(`/events/${id}/`);
}
