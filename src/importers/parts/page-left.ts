/** The warning about what a page says and no record has. */
import { clip } from "../../model/records/fields.ts";
import { someOf } from "../../text/wording.ts";
import type { Place } from "../importer.ts";
import type { Reading } from "./reading.ts";

/** Tells texts of a page that were left out; `whole` is what they were left out of, such as `list`. */
export function tellLeft(texts: readonly string[], whole: string, place: Place, reading: Reading): void {
  if (texts.length === 0) return;
  const some = someOf(texts.map((text) => `“${clip(text)}”`));
  reading.warn(place, "left-out", `Of the ${whole} this is left out: ${some}.`, "Add to the records by hand what belongs to talks.");
}
