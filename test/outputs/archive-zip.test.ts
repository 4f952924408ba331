/** Proves that the zip of an event holds its records as written and its media, and says what it had to leave out. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { archiveZip } from "../../src/outputs/archive-zip.ts";
import { outputGroups } from "../../src/outputs/index.ts";
import { archiveOf, existing, type Made } from "../model/make.ts";

const MADE: Made = {
  events: { "2020-spring": { name: "Spring" }, "2021-spring": {} },
  talks: {
    "2020-spring/b": { speaker: "Ada Example", slides: { file: "2020/b.pdf" }, video: { file: "2020/b.webm", captions: "2020/b.vtt" } },
    "2020-spring/a": { speaker: "Bob Example", slides: { file: "2020/gone.pdf" }, video: { file: "2020/huge.webm" } },
    "2021-spring/c": { slides: { file: "2021/c.pdf" } },
  },
  topics: [{ name: "arm" }],
  ownWords: { speakers: { title: "People" } },
  speakers: { ada: { name: "Ada Example", photo: "ada.jpg" }, eve: { name: "Eve Example" } },
  media: [
    { path: "2020/b.pdf", bytes: 3, looksLike: "pdf" },
    { path: "2020/b.webm", bytes: 100_000_000, looksLike: "other" },
    { path: "2020/huge.webm", bytes: 150_000_000, looksLike: "other" },
    { path: "2020/b.vtt", bytes: 3, looksLike: "other" },
    { path: "ada.jpg", bytes: 3, looksLike: "refused" },
    { path: "2021/c.pdf", bytes: 3, looksLike: "pdf" },
  ],
};
const ARCHIVE = archiveOf(MADE);

const read = (path: string) => new TextEncoder().encode(`bytes of ${path}`);
const CONTEXT = { pagePaths: [], sections: [], readMedia: read, readRecord: ({ file }: { file: string }) => read(file) };
const filesOf = (index: number) => {
  const event = existing(ARCHIVE.events[index]);
  const [file] = archiveZip.eventFiles(ARCHIVE, event, CONTEXT);
  return { path: existing(file).path, bytes: existing(file).content, files: unzipSync(existing(file).content) };
};

describe("the zip of an event", () => {
  const { path, bytes, files } = filesOf(0);

  it("holds its records, those of its speakers, and its media", () => {
    expect(path).toBe("events/2020-spring/archive.zip");
    expect(Object.keys(files)).toEqual([
      "README.txt",
      "content/topics.yaml",
      "content/words.yaml",
      "content/events/2020-spring/event.md",
      "content/events/2020-spring/talks/a.md",
      "content/events/2020-spring/talks/b.md",
      "content/speakers/ada.md",
      "assets/media/2020/b.pdf",
      "assets/media/2020/b.vtt",
      "assets/media/2020/b.webm",
    ]);
    expect(strFromU8(existing(files["content/speakers/ada.md"]))).toBe("bytes of content/speakers/ada.md");
    expect(strFromU8(existing(files["assets/media/2020/b.webm"]))).toBe("bytes of 2020/b.webm");
  });

  it("names in its README what is too large for it", () => {
    const readme = strFromU8(existing(files["README.txt"]));
    expect(readme).toContain("https://little.example.org/events/2020-spring/");
    // How to read it names what is in it.
    for (const [path] of readme.matchAll(/content\/events[^ ,]+event\.md/g)) expect(Object.keys(files)).toContain(path);
    expect(readme).toMatch(/content\/events\/2020-spring\/event\.md is the event, .* content\/events\/2020-spring\/talks\./);
    expect(readme).toContain("- https://little.example.org/media/2020/huge.webm\n");
    expect(strFromU8(existing(filesOf(1).files["README.txt"]))).not.toContain("too large");
  });

  it("is made again when a record changes that all events share, and no other file of the event is", () => {
    const keys = (made: Made) => new Map([...outputGroups(archiveOf(made), CONTEXT)].map(({ name, key }) => [name, key()]));
    const [before, after] = [keys(MADE), keys({ ...MADE, organizations: [{ name: "Example Systems" }] })];
    const changed = [...before].filter(([name, key]) => name.endsWith(" 2020-spring") && key !== after.get(name)).map(([name]) => name);
    expect(changed).toEqual(["archive-zip 2020-spring"]);
  });

  it("is the same bytes every time", () => {
    expect(filesOf(0).bytes).toEqual(bytes);
  });
});
