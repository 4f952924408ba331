/** Somebody leaves whose name is a part of another person's, or of plain words in an address: what is not theirs stays, or is asked about. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { folderOf, SITE } from "../support/content.ts";
import { forgetPerson } from "../support/forget.ts";

const EVENT = { "site.yaml": SITE, "events/2020/event.md": "---\nname: Conf 2020\n---\n" };
const shown: string[] = [];
beforeEach(() => {
  shown.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => shown.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

function archiveOf(records: Record<string, string>, media: Record<string, string | Uint8Array> = {}, ledger: Record<string, string> = {}) {
  const [content, assets, ledgerDir] = [folderOf({ ...EVENT, ...records }), folderOf(media), folderOf(ledger)];
  return {
    content,
    assets,
    ledgerDir,
    forget: (who: string, answers: { clear?: string[]; keep?: string[] } = {}) =>
      forgetPerson({ content, assets, ledger: ledgerDir }, who, answers),
    read: (path: string) => readFileSync(join(content, path), "utf8"),
  };
}

const talk = (fields: string, body = "") => `---\n${fields}---\n\n${body}\n`;

test("what is called after somebody whose name is longer keeps its name, and nobody is asked", () => {
  const records = {
    "events/2020/talks/a.md": talk("title: Alpha\nspeaker: Jan Li\n"),
    "events/2020/talks/jan-li-smith-on-things.md": talk(
      "title: Things of Jan Li-Smith\nspeaker: Jan Li-Smith\nslides:\n  file: jan-li-smith.txt\n",
    ),
    "speakers/jan-li-smith.md": "---\nname: Jan Li-Smith\n---\n\nJan Li-Smith knows things.\n",
  };
  const { forget, read, assets } = archiveOf(records, { "media/jan-li-smith.txt": "By Jan Li-Smith\n" });
  forget("jan-li");
  expect(read("events/2020/talks/a.md")).not.toContain("Jan");
  for (const path of Object.keys(records).slice(1)) expect(read(path)).toBe(records[path as keyof typeof records]);
  expect(existsSync(join(assets, "media/jan-li-smith.txt"))).toBe(true);
});

test("names of files and addresses of others that may be plain words are asked about, and stay where an editor says so", () => {
  const records = {
    "events/2020/talks/a.md": talk("title: Alpha\nspeaker: Will Power\n"),
    "events/2020/talks/how-will-power-be-saved.md": talk(
      "title: Powering the host\nspeaker: Ada Example\nslides:\n  file: 2020/how-will-power-be-saved.txt\n",
    ),
  };
  const { forget, read, assets } = archiveOf(records, { "media/2020/how-will-power-be-saved.txt": "Fans.\n" });
  expect(() => forget("will-power", { clear: ["all"] })).toThrow(/^2 places hold the name/);
  expect(shown.join("")).toContain("The name of the file holds what may be plain words and not the name.");
  forget("will-power", { keep: ["words"] });
  expect(read("events/2020/talks/how-will-power-be-saved.md")).toContain("2020/how-will-power-be-saved.txt");
  expect(existsSync(join(assets, "media/2020/how-will-power-be-saved.txt"))).toBe(true);
});

test("a joined name in an address is asked about also where another person's shorter name is a part of it", () => {
  const { forget, read } = archiveOf({
    "events/2020/talks/a.md": talk("title: Alpha\nspeaker: Zelda Ada Example Quuxbury\n"),
    "events/2020/talks/b.md": talk(
      "title: Beta\nspeaker: Ada Example\nlinks:\n  - title: Page\n    url: https://example.org/~zeldaadaexamplequuxbury\n",
    ),
  });
  expect(() => forget("zelda-ada-example-quuxbury")).toThrow(/^1 place holds the name/);
  forget("zelda-ada-example-quuxbury", { clear: ["all"] });
  expect(read("events/2020/talks/b.md")).not.toContain("zelda");
});

test("a photo that other records have as well is asked about", () => {
  const records = {
    "events/2020/talks/a.md": talk("title: Alpha\nspeaker: Ada Example\n"),
    "events/2020/talks/b.md": talk("title: Beta\nspeaker: Bob Sample\n"),
    "speakers/ada-example.md": "---\nname: Ada Example\nphoto: team.jpg\n---\n",
    "speakers/bob-sample.md": "---\nname: Bob Sample\nphoto: team.jpg\n---\n",
  };
  const { forget, read, assets } = archiveOf(records, { "media/team.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) });
  expect(() => forget("ada-example")).toThrow(/^1 place holds the name/);
  expect(shown.join("")).toContain("other records name it as well");
  forget("ada-example", { keep: ["all"] });
  expect(read("speakers/bob-sample.md")).toBe(records["speakers/bob-sample.md"]);
  expect(existsSync(join(assets, "media/team.jpg"))).toBe(true);
});

test("either half of a name in two scripts is asked about, in texts, names of files and addresses of others", () => {
  const old = "/events/2020/bruce-lee-on-x/";
  const { forget, read, assets, content, ledgerDir } = archiveOf(
    {
      "events/2020/talks/a.md": talk("title: Alpha\nspeaker: 李小龙 (Bruce Lee)\n"),
      "events/2020/talks/b.md": talk("title: Beta\nspeaker: Ada Example\n", "With Bruce Lee."),
      "events/2020/talks/bruce-lee-on-x.md": talk("title: On X\nslides:\n  file: bruce-lee.txt\n"),
    },
    { "media/bruce-lee.txt": "Slides.\n" },
    { "addresses.txt": `${old}\n${old}bruce-lee-on-x.bib\n`, "media.sha256": "" },
  );
  const who = "李小龙 (Bruce Lee)";
  expect(() => forget(who)).toThrow(/^3 places hold the name/);
  forget(who, { clear: ["all"] });
  expect(read("events/2020/talks/b.md")).toContain("With […].");
  expect(read("events/2020/talks/on-x.md")).toContain("file: file.txt");
  expect(existsSync(join(assets, "media/file.txt"))).toBe(true);
  expect(existsSync(join(content, "addresses.yaml"))).toBe(false);
  expect(readFileSync(join(ledgerDir, "addresses.txt"), "utf8")).not.toContain("bruce");
});

test("pictures and fonts of the theme that hold the name are listed, by their names and by what is said of them", () => {
  const { forget } = archiveOf(
    { "events/2020/talks/a.md": talk("title: Alpha\nspeaker: Ada Example\n") },
    {
      "css/ada-example.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]),
      "css/logo.jpg": Buffer.from("\xff\xd8\xff\xe1Exif\0\0Canon\0Ada Example\0All\0\xff", "latin1"),
      "css/other.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]),
    },
  );
  expect(() => forget("ada-example")).toThrow(/^2 places hold the name/);
  forget("ada-example", { keep: ["all"] });
});
