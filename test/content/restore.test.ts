/** Proves that records come back from the archive's data as they were, and that data cannot write outside the content folder. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lockFolder, nameOfProcess } from "../../src/build/lock.ts";
import { loadArchive } from "../../src/content/load.ts";
import { readRecord } from "../../src/content/read.ts";
import { RestoreError, restoreRecords } from "../../src/content/restore.ts";
import { formatExactly } from "../../src/content/write-record.ts";
import type { Archive } from "../../src/model/archive.ts";
import { FORBIDDEN_CHARACTER } from "../../src/model/records/fields.ts";
import { data } from "../../src/outputs/data.ts";
import { richArchive } from "../components/rich.ts";
import { archive as cli, whileWaiting } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { RECORDS } from "../support/editable.ts";
import { filesBelow } from "../support/html.ts";

/** The data of an archive as a built site has it. */
function siteOf(archive: Archive): string {
  const site = temporaryFolder();
  for (const { path, content } of [...data.files(archive), ...archive.events.flatMap((event) => [...data.eventFiles(archive, event)])]) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  return site;
}

const load = (contentDir: string) => loadArchive({ contentDir, assetsDir: "no-assets", today: "2100-01-01" }).archive;
const restore = (site: string) => Object.fromEntries([...restoreRecords(site)].map(({ path, text }) => [path, text]));

/** Every record by id, without where it lies. */
function recordsIn(archive: Archive): unknown {
  const of = (filed: readonly { id: string; record: unknown }[]) => filed.map(({ id, record }) => ({ id, record }));
  const speakers = archive.people.flatMap((person) => person.record ?? []);
  const vocabularies = Object.entries(archive.vocabularies).map(([kind, { record }]) => ({ kind, record }));
  vocabularies.sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return { site: archive.site.record, vocabularies, all: [archive.events, archive.talks, speakers, archive.papers, archive.pages].map(of) };
}

it("a fault is told with its place in the list", () => {
  const site = siteOf(load(folderOf(LITTLE)));
  const file = join(site, "data/archive.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"kind":"papers"', '"kind":7'));
  const { files } = JSON.parse(text) as { files: { kind: string }[] };
  expect(() => restore(site)).toThrow(`at files[${files.findIndex(({ kind }) => kind === "papers")}].kind`);
});

it.each([
  ["with a byte that is no letter any more", (text: string) => Buffer.from(text.replace("Ada", "\u00c1da"), "latin1"), "not UTF-8"],
  [
    "with a talk less than is told, as of another build",
    (text: string) => JSON.stringify({ ...(JSON.parse(text) as object), talks: [] }),
    "has 0, and not 1 entry as data/archive.json says",
  ],
])("data %s do not come back as something else", (_, damaged, told) => {
  const site = siteOf(load(folderOf(LITTLE)));
  const file = join(site, "events/2020-spring/event.json");
  writeFileSync(file, damaged(readFileSync(file, "utf8")));
  expect(() => restore(site)).toThrow(told);
});

describe("records", () => {
  it.each([
    ["with every oddity of editing", RECORDS],
    ["of a little conference", LITTLE],
  ])("%s come back the same", (_, files) => {
    const before = load(folderOf(files));
    const after = load(folderOf(restore(siteOf(before))));
    expect(recordsIn(after)).toEqual(recordsIn(before));
  });

  it("with every field come back the same", () => {
    const before = richArchive();
    expect(recordsIn(load(folderOf(restore(siteOf(before)))))).toEqual(recordsIn(before));
  });

  it("with the archive's own words", () => {
    const words = "sections:\n  speakers: People\n";
    expect(restore(siteOf(load(folderOf({ ...LITTLE, "words.yaml": words }))))["words.yaml"]).toBe(words);
  });

  it("have their words for the search on one line", () => {
    expect(formatExactly("talk", { title: "A talk", words: ["what's new", "copy, on write"] })).toBe(
      '---\ntitle: A talk\nwords: [what\'s new, "copy, on write"]\n---\n',
    );
  });

  it("keep a blank that YAML does not know at the beginning of a text, in quotes where that is one line", () => {
    const record = { title: "\u3000A talk", room: "\u00a0Hall", abstract: "\u3000One.\n\n\u3000Two.", speakers: [{ name: "\u202fAda" }] };
    const file = join(temporaryFolder(), "talk.md");
    writeFileSync(file, formatExactly("talk", record));
    expect(readRecord({ kind: "talk", id: "e/talk", file })).toEqual({ record: { ...record, kind: "talk" }, findings: [] });
  });

  it("with any text and list read as they were", () => {
    const line = fc
      .string({ unit: fc.constantFrom(..."ab:#-'\"\\{}[]&*!|>%@`~ \tä山😀=,?\u00a0\u3000"), minLength: 1, maxLength: 30 })
      .filter((text) => /\S/.test(text));
    const prose = fc
      .array(fc.oneof(line, fc.constantFrom("", "---", "    code", "\t", "\r")), { minLength: 1, maxLength: 6 })
      .map((lines) =>
        lines
          .join("\n")
          .replaceAll("\r\n", "\r\n")
          .replace(/\r(?!\n)/g, ""),
      )
      .filter((text) => /[a-z]/.test(text) && !FORBIDDEN_CHARACTER.test(text.replaceAll("\r\n", "\n")));
    const folder = temporaryFolder();
    fc.assert(
      fc.property(line, prose, fc.array(line, { maxLength: 2 }), (title, abstract, list) => {
        const record = { title, abstract, topics: list, words: list, kind: "talk" };
        const file = join(folder, "talk.md");
        writeFileSync(file, formatExactly("talk", record));
        const read = readRecord({ kind: "talk", id: "e/talk", file });
        expect(read.findings).toEqual([]);
        expect(read.record).toEqual(record);
      }),
      { numRuns: 300 },
    );
  });
});

describe("data that cannot be trusted", () => {
  const site = () => siteOf(load(folderOf(LITTLE)));
  const change = (folder: string, path: string, from: string, to: string) => {
    const text = readFileSync(join(folder, path), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(folder, path), text.replaceAll(from, to));
  };

  it.each([
    ["data/archive.json", '"path":"data/speakers.json"', '"path":"../speakers.json"', "is not the path of a data file"],
    ["data/archive.json", '"path":"data/speakers.json"', '"path":"/etc/passwd"', "is not the path of a data file"],
    ["events/2020-spring/event.json", '"2020-spring"', '"../../outside"', "cannot be the name of a record"],
    ["events/2020-spring/event.json", '"2020-spring/a-talk"', '"2020-spring/../../a"', "cannot be the name of a record"],
    ["events/2020-spring/event.json", '"2020-spring/a-talk"', '"other/a-talk"', "is not of this event"],
    ["events/2020-spring/event.json", '"version":1', '"version":2', "is not in the format"],
    ["events/2020-spring/event.json", '"title"', '"tilte"', "is not in the format"],
    ["events/2020-spring/event.json", "{", "[", "cannot be read as JSON"],
  ])("is refused: %s with %s as %s", (path, from, to, message) => {
    const folder = site();
    change(folder, path, from, to);
    expect(() => [...restoreRecords(folder)]).toThrow(RestoreError);
    expect(() => [...restoreRecords(folder)]).toThrow(message);
  });

  it.each([
    [
      "a record twice",
      (folder: string) => {
        change(folder, "data/papers.json", "\n]}", '{"id":"x","record":{"title":"T"}},{"id":"x","record":{"title":"T"}}\n]}');
        change(folder, "data/archive.json", '"path":"data/papers.json","count":0', '"path":"data/papers.json","count":2');
      },
      "twice",
    ],
    [
      "a file of the data that is to be read again and again",
      (folder: string) =>
        change(folder, "data/archive.json", '"files":[', `"files":[${'{"kind":"papers","path":"data/papers.json","count":0},'.repeat(9)}`),
      "names the file `data/papers.json` twice",
    ],
    [
      "a name that Windows keeps",
      (folder: string) => change(folder, "events/2020-spring/event.json", '"2020-spring/a-talk"', '"2020-spring/con"'),
      "cannot be the name",
    ],
    [
      "a million talks that are none",
      (folder: string) => change(folder, "events/2020-spring/event.json", '"talks":[', `"talks":[${"[],".repeat(1_000_000)}`),
      "at talks[0]",
    ],
    [
      "a million things in one record",
      (folder: string) => change(folder, "data/papers.json", "\n]}", `{"id":"x","record":{"title":[${"{},".repeat(1_000_000)}{}]}}\n]}`),
      "has an entry of more than 300,000 values",
    ],
    [
      "a list that no function takes as its arguments",
      (folder: string) => change(folder, "data/papers.json", "\n]}", `{"id":"x","record":{"title":[${"0,".repeat(250_000)}0]}}\n]}`),
      "at entries[0].record.title",
    ],
    [
      "more values than memory takes well",
      (folder: string) => change(folder, "data/papers.json", "\n]}", `${"[".repeat(6_000_000)}\n]}`),
      "has more than 5,000,000 values",
    ],
    [
      "a pipe",
      (folder: string) => {
        rmSync(join(folder, "data/archive.json"));
        execFileSync("mkfifo", [join(folder, "data/archive.json")]);
      },
      "is neither a file nor a folder",
    ],
    [
      "a device behind a link",
      (folder: string) => {
        rmSync(join(folder, "data/archive.json"));
        symlinkSync("/dev/zero", join(folder, "data/archive.json"));
      },
      "is neither a file nor a folder",
    ],
    [
      "commands to the terminal",
      (folder: string) => change(folder, "events/2020-spring/event.json", '"2020-spring/a-talk"', '"2020-spring/\\u001b]0;x\\u0007"'),
      "\ufffd]0;x\ufffd",
    ],
  ])("%s is refused by the command, which leaves no half of an archive", async (_, spoil, message) => {
    const folder = site();
    spoil(folder);
    const content = join(temporaryFolder(), "content");
    const { code, stderr } = await cli(["restore", folder, "--content", content]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|^\s+at /m);
    expect(existsSync(content)).toBe(false);
  });

  it("waits for another command that restores into the same place, and leaves alone what that one wrote", async () => {
    const place = temporaryFolder();
    const content = join(place, "content");
    const release = await lockFolder(join(place, ".content.writing"), () => {});
    const { code, stderr } = await whileWaiting(["restore", site(), "--content", content], () => {
      mkdirSync(content);
      writeFileSync(join(content, "theirs.md"), "theirs");
      release();
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining("is not empty")]);
    expect([readdirSync(place), readdirSync(content)]).toEqual([["content"], ["theirs.md"]]);
  });

  it("takes the site that a bag holds", async () => {
    const bag = folderOf({ "bagit.txt": "BagIt-Version: 1.0\n" });
    cpSync(site(), join(bag, "data/site"), { recursive: true });
    const [ofBag, ofSite] = [join(temporaryFolder(), "a"), join(temporaryFolder(), "b")];
    expect(await cli(["restore", bag, "--content", ofBag])).toMatchObject({ code: 0 });
    rmSync(join(bag, "data/site/data"), { recursive: true });
    const ofEvent = await cli(["restore", bag, "--content", join(temporaryFolder(), "content")]);
    expect(ofEvent).toMatchObject({ code: 1, stderr: expect.stringContaining("The records are in `data/content/` of the bag") });
    expect(await cli(["restore", site(), "--content", ofSite])).toMatchObject({ code: 0 });
    expect(filesBelow(ofBag)).toEqual(filesBelow(ofSite));
  });

  it("follows a link that leads to an empty folder", async () => {
    const place = temporaryFolder();
    mkdirSync(join(place, "empty"));
    symlinkSync("empty", join(place, "link"));
    expect(await cli(["restore", site(), "--content", join(place, "link")])).toMatchObject({ code: 0 });
    expect(readdirSync(join(place, "empty"))).toContain("site.yaml");
  });

  it("touches no folder beside its place, whatever its name, but what a killed command left", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const dead = `records-${nameOfProcess().replace(/^\d+/, String(pid))}-abcdef`;
    const place = folderOf({ ".content.writing/records/mine.md": "mine", [`.content.writing/${dead}/half.md`]: "half" });
    expect(await cli(["restore", site(), "--content", join(place, "content")])).toMatchObject({ code: 0 });
    expect(filesBelow(place).filter((file) => !file.startsWith("content/"))).toEqual([".content.writing/records/mine.md"]);
    expect(statSync(join(place, "content")).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("is told by the command in a sentence, and nothing is written", async () => {
    const content = temporaryFolder();
    const missing = await cli(["restore", join(content, "no-site"), "--content", join(content, "new")]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/^`.*archive\.json` cannot be read \(ENOENT\)\./);
    writeFileSync(join(content, "mine.txt"), "");
    const full = await cli(["restore", site(), "--content", content]);
    expect(full.stderr).toContain("is not empty");
    expect(full.code).toBe(1);
  });
});
