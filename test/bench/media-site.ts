/** A small site with media of every kind, for what the real content does not have. */
import { manySlides } from "../support/decks.ts";
import { LITTLE } from "../support/little.ts";
import { makePdf } from "../support/make-pdf.ts";

const SAID = Array.from({ length: 40 }, (_, index) => {
  const at = (second: number) => `00:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}.000`;
  return `${at(index * 10)} --> ${at(index * 10 + 9)}\nThis is sentence ${index + 1} of the talk, about guests and their memory.\n`;
});

/** Its files by path, below `content/` and `assets/`. */
export function mediaSite(): Record<string, string | Uint8Array> {
  const content = Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text]));
  const talk = `---
title: A talk with everything
speaker: Ada Example
date: 2020-05-04
start: "11:00"
end: "11:30"
room: Hall
slides:
  file: e/deck.pdf
video:
  url: https://vimeo.com/57412215
  captions: e/talk.vtt
---

It has slides of its own, a video elsewhere, and what was said in it.
`;
  return {
    ...content,
    "content/events/2020-spring/talks/everything.md": talk,
    "assets/media/e/deck.pdf": makePdf(manySlides(20)),
    "assets/media/e/talk.vtt": `WEBVTT\n\n${SAID.join("\n")}`,
  };
}
