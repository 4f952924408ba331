/** Proves that what stands in a fingerprint for the part for programs changes whenever that part does. */
import { expect, it } from "vitest";
import { talkMetadata } from "../../src/components/metadata.ts";
import { loadArchive } from "../../src/content/load.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { existing } from "../model/make.ts";

const TALK = "events/2020-spring/talks/a-talk.md";
const EVENT = "events/2020-spring/event.md";

/** What stands for the talk's part, and the part itself. */
function tellingOf(files: Record<string, string>, media: Record<string, string> = {}): { key: string; made: string } {
  const assetsDir = folderOf({ "a.txt": "", ...media });
  const { archive } = loadArchive({ contentDir: folderOf(files), assetsDir });
  const { make, key } = talkMetadata(archive, existing(archive.talks[0]));
  return { key: existing(key), made: JSON.stringify(make()) };
}

const change = (file: string, from: string, to: string) => ({ ...LITTLE, [file]: existing(LITTLE[file]).replace(from, to) });
const slides = change(TALK, "topics:", "slides:\n  file: a.pdf\ntopics:");

it.each([
  ["title", change(TALK, "A talk", "Another talk"), {}],
  ["topic", change(TALK, "testing", "scheduling"), {}],
  ["speaker", change(TALK, "Ada Example", "Bob Example"), {}],
  ["slides", slides, { "media/a.pdf": "%PDF-1.4\n" }],
  ["name of the event", change(EVENT, "Little Conference 2020", "Large Conference 2020"), {}],
  ["city of the event", change(EVENT, "Berlin\n---", "Paris\n---"), {}],
])("another %s", (_, files, media) => {
  const [before, after] = [tellingOf(LITTLE), tellingOf(files, media)];
  expect(after.made).not.toBe(before.made);
  expect(after.key).not.toBe(before.key);
});

it("other bytes of a slide file that make it a web page", () => {
  const pdf = tellingOf(slides, { "media/a.pdf": "%PDF-1.4\n" });
  const html = tellingOf(slides, { "media/a.pdf": "<!doctype html>" });
  expect(html.made).not.toBe(pdf.made);
  expect(html.key).not.toBe(pdf.key);
});

it("nothing else", () => {
  expect(tellingOf(LITTLE)).toEqual(tellingOf({ ...LITTLE }));
});
