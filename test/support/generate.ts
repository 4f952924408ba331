/** Makes a large conference series out of nothing, the same on every run. */
import { SITE } from "./little.ts";

const WORDS =
  "grant table guest domain scheduler memory network driver boot migration tracing storage secure nested virtual interrupt device page cache release".split(
    " ",
  );
const FIRST = ["Ada", "Björn", "Chen", "Dilnoza", "Emeka", "Fatima", "Goran", "Hana", "Ivo", "Jun"];

/**
 * Content with `events` editions of `talks` talks each, in two rooms over two days, and one speaker for two talks. Every third
 * talk has slides, every fifth a video.
 */
export function generateContent(events: number, talks: number): Record<string, string> {
  const files: Record<string, string> = { "site.yaml": SITE };
  for (let event = 0; event < events; event++) {
    const year = 2000 + event;
    const folder = `events/${year}-summit`;
    files[`${folder}/event.md`] =
      `---\nname: Summit ${year}\nstartDate: ${year}-05-10\nendDate: ${year}-05-11\ntimezone: Europe/Berlin\ncity: Berlin\ncountry: Germany\n---\n`;
    for (let talk = 0; talk < talks; talk++) {
      const seed = event * talks + talk;
      const word = (offset: number) => WORDS[(seed * 7 + offset * 13) % WORDS.length] ?? "";
      const speaker = `${FIRST[seed % FIRST.length]} Number${Math.floor(seed / 2)}`;
      const minutes = Math.floor(talk / 4) % 28;
      const slides = seed % 3 ? "" : `slides: https://slides.example.org/${seed}.pdf\n`;
      const video = seed % 5 ? "" : `video: https://video.example.org/${seed}.webm\n`;
      const start = `${String(8 + Math.floor(minutes / 2)).padStart(2, "0")}:${minutes % 2 ? "30" : "00"}`;
      files[`${folder}/talks/talk-${talk}.md`] =
        `---\ntitle: The ${word(1)} ${word(2)} of talk ${talk}\nspeaker: ${speaker}\norganization: Company ${seed % 40}\ndate: ${year}-05-${talk % 2 ? "10" : "11"}\nstart: "${start}"\nduration: 25\nroom: Room ${talk % 4 < 2 ? "A" : "B"}\ntopics:\n  - ${word(1)}\n  - topic ${seed % 400}\n${slides}${video}---\n\nIt is about the ${word(3)} and the ${word(4)}.\n`;
    }
  }
  return files;
}
