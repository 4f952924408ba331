/** Owns `slides.zip` of an event: its local slide files, the same bytes on every build and machine. */
import { zipSync } from "fflate";
import type { Archive, Event } from "../model/archive.ts";
import { slidesOf } from "../model/slides.ts";
import { slidesZipPath } from "../model/urls.ts";
import type { OutputContext, OutputFormat } from "./output-format.ts";

/** The first moment that a zip can name (local DOS time, so written as local midnight). */
const FIXED_DATE = new Date(1980, 0, 1);

export const slidesZip = {
  name: "slides-zip",
  *eventFiles(archive: Archive, event: Event, { readMedia }: OutputContext) {
    const slides = slidesOf(archive, event);
    if (slides.length === 0) return;
    const entries = slides.map((path) => [path, readMedia(path)] as const);
    yield { path: slidesZipPath(event.id).slice(1), content: zipSync(Object.fromEntries(entries), { mtime: FIXED_DATE, level: 6 }) };
  },
} satisfies OutputFormat;
