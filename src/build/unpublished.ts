/** What editors are told of records that are not published. */
import type { Unpublished } from "../model/unpublished.ts";
import { count } from "../text/wording.ts";

/** `2 records are not published: …`, a line each; empty where all are. */
export function formatUnpublished(unpublished: readonly Unpublished[], today: string | undefined): string {
  if (unpublished.length === 0) return "";
  const why = ({ reason, from = "" }: Unpublished) => {
    if (reason === "draft") return "draft";
    if (reason === "embargo") return `from ${from} on${today === undefined ? "" : `; today is ${today}`}`;
    return reason === "event" ? "its event is not published" : "no published talk names the person";
  };
  const lines = unpublished.map((one) => `  ${one.file} (${why(one)})\n`);
  const waits = today === undefined && unpublished.some(({ reason }) => reason === "embargo");
  const hint = waits ? "Nobody said what day it is: `--today` or SOURCE_DATE_EPOCH publishes what waits for a day that has come.\n" : "";
  return `${count(unpublished.length, "record is", "records are")} not published:\n${lines.join("")}${hint}`;
}
