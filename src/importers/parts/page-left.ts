/** Warnings about what a page says and no record has. */
import { clip } from "../../model/records/fields.ts";
import { type Element, elementsBelow } from "../../text/html.ts";
import { count, someOf } from "../../text/wording.ts";
import type { Place } from "../importer.ts";
import type { Reading } from "./reading.ts";

/** Tells texts of a page that were left out; `whole` is what they were left out of, such as `list`. */
export function tellLeft(texts: readonly string[], whole: string, place: Place, reading: Reading): void {
  if (texts.length === 0) return;
  const some = someOf(texts.map((text) => `“${clip(text)}”`));
  reading.warn(place, "left-out", `Of the ${whole} this is left out: ${some}.`, "Add to the records by hand what belongs to talks.");
}

/** Slides and recordings whose address is told from the place of a page that does not say where it was. */
export function tellRelative(content: Element, base: string | undefined, place: Place, reading: Reading): void {
  const addresses =
    base === undefined ? [...elementsBelow(content)].flatMap((one) => one.attributes.get("href") ?? one.attributes.get("src") ?? []) : [];
  const files = new Set(addresses.filter(isFile));
  const [first] = files;
  if (first !== undefined)
    reading.warn(
      place,
      "relative-address",
      files.size === 1
        ? `The address \`${clip(first)}\` of a file starts from the place of this page, which does not say where that was.`
        : `The addresses of ${count(files.size, "file")}, such as \`${clip(first)}\`, start from the place of this page, which does not say where that was.`,
      'Write `<base href="https://…">` with its old address into the page, or add the links to the record by hand.',
    );
}

const isFile = (address: string) => !/^[a-z]+:/i.test(address) && /\.(pdf|pptx?|odp|key|mp4|webm|mov|avi|flv|ogv|mp3|ogg)$/i.test(address);
