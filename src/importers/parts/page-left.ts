/** The warning about what a page says and no record has. */
import { clip } from "../../model/records/fields.ts";
import { enumerate } from "../../text/wording.ts";
import type { Place } from "../importer.ts";
import type { Reading } from "./reading.ts";

/** How many texts are told; of further ones, their number. */
const MOST = 5;

/** Tells texts of a page that were left out; `whole` is what they were left out of, such as `list`. */
export function tellLeft(texts: readonly string[], whole: string, place: Place, reading: Reading): void {
  if (texts.length === 0) return;
  const some = texts.slice(0, MOST).map((text) => `“${clip(text)}”`);
  const more = texts.length > MOST ? [`${texts.length - MOST} more`] : [];
  reading.warn(
    place,
    "left-out",
    `Of the ${whole} this is left out: ${enumerate([...some, ...more])}.`,
    "Add to the records by hand what belongs to talks.",
  );
}
