import { expect, test } from "vitest";
import { slidesOf } from "../../src/model/slides.ts";
import { archiveOf, existing } from "./make.ts";

test("an event's slides are the local files that are there, each once, by path", () => {
  const archive = archiveOf({
    events: { e: {}, f: {} },
    talks: {
      "e/a": { slides: { file: "e/z.pdf" } },
      "e/b": { slides: { file: "e/a.pdf", url: "https://example.org/a.pdf" } },
      "e/c": { slides: { file: "e/z.pdf" } },
      "e/d": { slides: { file: "e/missing.pdf" } },
      "e/e": { slides: "https://example.org/e.pdf" },
      "e/f": { video: { file: "e/video.webm" } },
      "f/a": {},
    },
    media: ["e/a.pdf", "e/z.pdf", "e/video.webm", "e/unused.pdf"].map((path) => ({ path, bytes: 1, looksLike: "pdf" as const })),
  });
  const [e, f] = archive.events;
  expect(slidesOf(archive, existing(e))).toEqual({ fitting: ["e/a.pdf", "e/z.pdf"], left: [] });
  expect(slidesOf(archive, existing(f))).toEqual({ fitting: [], left: [] });
});
