/** Somebody leaves, and files of others hold a word of the name alone: that is told, with the option that asks about it. */
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { folderOf, SITE } from "../support/content.ts";
import { forgetPerson } from "../support/forget.ts";

const shown: string[] = [];
beforeEach(() => {
  shown.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => shown.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const talk = (fields: string, body = "") => `---\n${fields}---\n\n${body}\n`;

const FILES = {
  "content/site.yaml": SITE,
  "content/events/2020/event.md": "---\nname: Conf 2020\n---\n",
  "content/events/2020/talks/a.md": talk("title: Alpha\nspeaker: Zelda Quuxbury\n"),
  "content/events/2020/talks/b.md": talk(
    "title: Beta\nspeaker: Zelda Other\n",
    "As Quuxbury showed.\n\nQuuxbury again, and <https://example.org/quuxbury>.",
  ),
  "content/events/2020/talks/c.md": talk(
    "title: Gamma\nspeaker: Ada Example\n",
    "A quuxbury is no name here; Zelda Other is another. With @quux\u00adburyz.",
  ),
  "content/events/2020/talks/quuxbury-answered.md": talk("title: An answer\nspeaker: Ada Example\n"),
  "assets/media/d.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nThanks to\nQuuxbury.\n",
  "assets/media/e.jpg": Buffer.from("\xff\xd8\xff\xe1Exif\0\0By Quuxbury\0\xff", "latin1"),
  "assets/css/own.css": "/* As Quuxbury drew it */\n",
};

function forget(answers: { also?: string[]; clear?: string[]; keep?: string[] } = {}): string {
  const folder = folderOf(FILES);
  const [content, assets, ledger] = ["content", "assets", ".ledger"].map((name) => join(folder, name)) as [string, string, string];
  shown.length = 0;
  try {
    forgetPerson({ content, assets, ledger }, "zelda-quuxbury", answers);
  } catch (error) {
    shown.push(String(error));
  }
  return shown.join("").replaceAll(`${folder}/`, "");
}

test("of each file that was not asked about, the first place is told, also of its name and of what is said of a picture", () => {
  expect(forget()).toBe(
    "`quuxburyz` stands alone in content/events/2020/talks/c.md:6, and may be somebody else or another word. " +
      "`--also quuxburyz` asks about each such place.\n" +
      "`Quuxbury` stands alone in assets/css/own.css:1, assets/media/d.vtt:5, assets/media/e.jpg, content/events/2020/talks/b.md:6 and " +
      "content/events/2020/talks/quuxbury-answered.md, and may be somebody else or another word. " +
      "`--also Quuxbury` asks about each such place.\n",
  );
});

test("the option that is told asks about the same places, and what was kept is told no more", () => {
  const asked = forget({ also: ["Quuxbury", "quuxburyz"] });
  for (const file of [
    "assets/css/own.css",
    "assets/media/d.vtt",
    "assets/media/e.jpg",
    "talks/b.md",
    "talks/c.md",
    "talks/quuxbury-answered.md",
  ])
    expect(asked).toContain(file);
  expect(asked).not.toContain("stands alone");
  expect(forget({ also: ["Quuxbury", "quuxburyz"], keep: ["all"] })).toBe("");
});
