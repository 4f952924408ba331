/** `slides.zip` of an event: its local slide files, and a note of those that are too large for it. */
import { type ZipEntry, zipOf } from "../components/zip.ts";
import type { Archive, Event } from "../model/archive.ts";
import { slidesOf } from "../model/slides.ts";
import { absolute, mediaPath, slidesZipPath } from "../model/urls.ts";
import type { OutputContext, OutputFormat } from "./output-format.ts";

export const slidesZip = {
  name: "slides-zip",
  *eventFiles(archive: Archive, event: Event, { readMedia }: OutputContext) {
    const { fitting, left } = slidesOf(archive, event);
    if (fitting.length === 0) return;
    const slides = fitting.map((path) => ({ path, bytes: readMedia(path) }));
    yield {
      path: slidesZipPath(event.id).slice(1),
      content: zipOf(left.length === 0 ? slides : [noteOf(archive, fitting, left), ...slides]),
    };
  },
} satisfies OutputFormat;

/** A text that names what is missing, under a name that no other file in the zip has. */
function noteOf(archive: Archive, fitting: readonly string[], left: readonly string[]): ZipEntry {
  let path = "README.txt";
  while (fitting.includes(path)) path = `_${path}`;
  const files = left.map((file) => `- ${absolute(archive.site.base, mediaPath(file))}\n`).join("");
  return { path, bytes: new TextEncoder().encode(`${archive.words.zip.tooLarge}\n${files}`) };
}
