/** Talks with several recordings and decks: all of them can be played and opened on their page. */
import { expect, test } from "vitest";
import { talkThings } from "../../src/components/talk-thing.ts";
import { talkPages } from "../../src/pages/talk.ts";
import { archiveOf, existing } from "../model/make.ts";

test("every recording plays under its name, and every deck on another host opens", () => {
  const archive = archiveOf({
    events: { e: {} },
    talks: {
      "e/t": {
        title: "T",
        recordings: [
          { url: "https://vimeo.com/57412215", part: 1 },
          { url: "https://www.youtube.com/watch?v=abcdefghijk", part: 2 },
          { file: "2020/talk.webm", language: "de" },
          { url: "https://example.org/no-player" },
          { url: "https://example.org/sound.mp3", title: "Sound", chapters: [{ start: "0:30", title: "Questions" }] },
        ],
        documents: [
          { kind: "slides", url: "https://www.slideshare.net/slideshow/one/12345678" },
          { kind: "slides", url: "https://www.slideshare.net/slideshow/two/12345679", title: "Second part" },
          { kind: "paper", url: "https://www.slideshare.net/slideshow/three/12345670" },
        ],
      },
    },
  });
  const view = existing([...talkPages.views(archive)][0]);
  expect(view.player?.front?.href).toBe("https://vimeo.com/57412215");
  expect(view.furtherPlayers.map(({ name, player }) => [name, player?.front?.name ?? player?.file?.src, player?.title])).toEqual([
    ["Video, part 2", "YouTube", "Video, part 2, T"],
    ["Video, German", "/media/2020/talk.webm", "Video, German, T"],
    ["Sound", undefined, undefined],
  ]);
  // Its parts are told all the same.
  expect(view.furtherPlayers.at(-1)?.chapters).toEqual([{ time: "0:30", second: 30, title: "Questions", href: null }]);
  expect(view.slides.map(({ front }) => front?.label)).toEqual([expect.stringContaining("Slides"), expect.stringContaining("Second part")]);
  expect(view.scripts).toContain("player");
  expect(view.needs.frames).toEqual(["https://player.vimeo.com", "https://www.slideshare.net", "https://www.youtube-nocookie.com"]);
});

test("chapters of a video without a player are no links, which would lead nowhere", () => {
  const video = { url: "https://example.org/no-player", chapters: [{ start: "1:30", title: "Questions" }] };
  const archive = archiveOf({ events: { e: {} }, talks: { "e/t": { title: "T", video } } });
  const view = existing([...talkPages.views(archive)][0]);
  expect([view.player, view.chapters]).toEqual([null, [{ time: "1:30", second: 90, title: "Questions", href: null }]]);
});

test("a recording of sound alone is called so", () => {
  const archive = archiveOf({
    events: { e: {} },
    talks: {
      "e/t": {
        title: "T",
        video: { file: "2020/talk.mp3" },
        recordings: [{ url: "https://example.org/talk.ogg?download", language: "de" }],
      },
    },
  });
  const view = existing([...talkPages.views(archive)][0]);
  expect(view.media.map(({ label }) => label)).toEqual(["Audio", "Audio, German"]);
  expect(view.player?.title).toBe("Audio, T");
  const types = talkThings(archive, existing(archive.talks[0])).map((thing) => thing["@type"]);
  expect(types).toEqual(["Event", "AudioObject", "AudioObject"]);
});
