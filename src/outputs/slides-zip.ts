/** `slides.zip` of an event: its local slide files. */
import { zipOf } from "../components/zip.ts";
import type { Archive, Event } from "../model/archive.ts";
import { slidesOf } from "../model/slides.ts";
import { slidesZipPath } from "../model/urls.ts";
import type { OutputContext, OutputFormat } from "./output-format.ts";

export const slidesZip = {
  name: "slides-zip",
  *eventFiles(archive: Archive, event: Event, { readMedia }: OutputContext) {
    const slides = slidesOf(archive, event);
    if (slides.length === 0) return;
    yield { path: slidesZipPath(event.id).slice(1), content: zipOf(slides.map((path) => ({ path, bytes: readMedia(path) }))) };
  },
} satisfies OutputFormat;
