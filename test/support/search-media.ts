/** A little archive as if its talk had slides and a transcript. */
import type { Archive } from "../../src/model/archive.ts";
import type { DeckPage, Picture } from "../../src/model/made-media.ts";

const LINES: Record<number, string[]> = {
  7: ["A blue diagram of grants", "and who holds them"],
  8: ["組込みシステムの仮想化とは"],
  9: ["<img src=x onerror=alert(1)> & &lt;b&gt;"],
};

function picture(path: string): Picture {
  return { width: 320, height: 180, sources: [{ type: "image/webp", width: 320, path }] };
}

/** Nine slides, and two lines of a transcript, the second after twelve and a half minutes. */
export function withMedia(archive: Archive): Archive {
  const [talk] = archive.talks;
  if (!talk) throw new Error("There is no talk.");
  talk.slides = { file: "deck.pdf" };
  talk.documents = [{ kind: "slides", file: "deck.pdf" }];
  talk.video = { file: "talk.webm", captions: "talk.vtt" };
  talk.recordings = [talk.video];
  const pages = Array.from({ length: 9 }, (_, index): DeckPage => {
    const number = index + 1;
    return {
      number,
      lines: LINES[number] ?? [],
      picture: picture(`/media/deck-${number}-960.webp`),
      thumbnail: picture(`/media/deck-${number}.webp`),
    };
  });
  const cues = [
    { start: 3, end: 5, speaker: undefined, text: "Good morning." },
    { start: 754, end: 760, speaker: "Ada", text: "Here we come to copying pages" },
  ];
  return {
    ...archive,
    made: { ...archive.made, decks: new Map([["deck.pdf", { pages }]]), transcripts: new Map([["talk.vtt", { cues }]]) },
  };
}
