/** Somebody whose name is two common words leaves: sentences that speak of nobody stay, and none is left without a word. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { folderOf, SITE } from "../support/content.ts";
import { forgetPerson } from "../support/forget.ts";

const CONTENT = {
  "site.yaml": SITE,
  "events/2020/event.md": "---\nname: Conf 2020\n---\n",
  "events/2020/talks/how-will-power-be-saved.md":
    "---\ntitle: How will power be saved?\nspeaker: Ada Example\nformerUrls:\n  - /old/will-power/\n---\n\nThat will power the host, says Will Power.\n",
  "events/2020/talks/ask.md": "---\ntitle: Ask Will Power\nspeaker: Will Power\n# how will power feel\n---\n",
  "speakers/will-power.md": "---\nname: Will Power\n---\n\nThis will power him. See [me](/speakers/will-power/).\n",
};
const MEDIA = { "media/a.txt": "fans will power down\n" };
const TALK = "events/2020/talks/how-will-power-be-saved.md";

let [content, assets] = ["", ""];
const shown: string[] = [];
beforeEach(() => {
  [content, assets] = [folderOf({ ...CONTENT, ...named }), folderOf(MEDIA)];
  shown.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => shown.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => shown.push(String(text)) > 0);
});
/** A talk that has the file, so that it is known. */
const named = { "events/2020/talks/notes.md": "---\ntitle: Notes\ndocuments:\n  - kind: handout\n    file: a.txt\n---\n" };

const forget = (answers: { clear?: string[]; keep?: string[] }) =>
  forgetPerson({ content, assets, ledger: folderOf({}) }, "will-power", answers);

const read = (path: string, folder = content) => readFileSync(join(folder, path), "utf8");

describe("“will power” in a sentence", () => {
  test("is asked about, whatever else is cleared", () => {
    expect(() => forget({ clear: ["all"] })).toThrow(/5 places hold the name .* `--clear words`/);
    const text = shown.join("");
    for (const place of [TALK, "a.txt", "ask.md"]) expect(text).toContain(place);
    expect(text).toContain("“will power”, which may be plain words and not the name");
    expect(read(TALK)).toContain("will power the host, says Will Power");
  });

  test("stays as it is where an editor says so, with its address, and the name beside it goes", () => {
    forget({ clear: ["all"], keep: ["words"] });
    expect(read(TALK)).toBe(CONTENT[TALK].replace("Will Power", "[…]"));
    expect(read("media/a.txt", assets)).toBe(MEDIA["media/a.txt"]);
    expect(read("events/2020/talks/ask.md")).not.toContain("Will Power");
    expect(existsSync(join(content, "speakers/will-power.md"))).toBe(false);
  });

  test("goes where an editor says that, with its address", () => {
    const { "events/2020/talks/ask.md": _, ...rest } = CONTENT;
    content = folderOf({ ...rest, ...named, "events/2020/talks/other.md": "---\ntitle: Other\nspeaker: Will Power\n---\n" });
    forget({ clear: ["all", "words"] });
    expect(existsSync(join(content, TALK))).toBe(false);
    expect(read("events/2020/talks/how-be-saved.md")).not.toMatch(/will power/i);
  });
});

describe("a short name, joined or with an initial in addresses of fields", () => {
  const ADDRESSES = ["https://example.org/~willpo/", "https://example.org/wquuxo.pdf"];
  const LINKS = ADDRESSES.map((url) => `  - title: More\n    url: ${url}\n`).join("");

  test.each([
    ["Will Po", ADDRESSES[0]],
    ["Will Quuxo", ADDRESSES[1]],
  ])("is asked about: %s", (name, address) => {
    writeFileSync(join(content, "speakers/will-power.md"), `---\nname: ${name}\n---\n`);
    writeFileSync(join(content, "events/2020/talks/ask.md"), `---\ntitle: Ask\nspeaker: ${name}\nlinks:\n${LINKS}---\n`);
    expect(() => forget({})).toThrow(/^1 place holds the name/);
    expect(shown.join("")).toMatch(/The address holds (?:the name|“wquuxo”, which may be the person)\./);
    forget({ clear: ["all"] });
    expect(ADDRESSES.filter((one) => !read("events/2020/talks/ask.md").includes(one))).toEqual([address]);
  });
});
