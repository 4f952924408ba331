/** What a build knows of the words of the build before: the index is made anew where one of them changed, and nowhere else. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { Cache } from "../../src/build/cache.ts";
import type { Site } from "../../src/build/site.ts";
import { forgetIndex, searchStep } from "../../src/build/steps/search.ts";
import { loadArchive } from "../../src/content/load.ts";
import type { Archive } from "../../src/model/archive.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { withMedia } from "../support/search-media.ts";

const SECOND = "events/2020-spring/talks/second.md";
const RECORDS: Record<string, string> = {
  ...LITTLE,
  [SECOND]:
    '---\ntitle: Second\nspeakers:\n  - name: Bo Example\n    organization: Blue Co\ndate: 2020-05-04\nstart: "11:00"\nend: "11:30"\ntopics: [grants]\nslides: https://one.example/s\n---\n\nOf pages.\n',
  "speakers/bo-example.md": "---\nname: Bo Example\n---\n",
  "topics.yaml": "topics:\n  - name: grants\n    aliases: [gnttab]\n",
  "organizations.yaml": "organizations:\n  - name: Blue Company\n    aliases: [Blue Co]\n",
};

/** The archive after one place of a file changed. */
function changed(file: string, from: string, to: string): Archive {
  const before = RECORDS[file] ?? "";
  expect(before).toContain(from);
  return load({ ...RECORDS, [file]: before.replace(from, to) });
}

function load(records: Record<string, string>): Archive {
  const { archive, findings } = loadArchive({ contentDir: folderOf(records), assetsDir: folderOf({}) });
  expect(findings).toEqual([]);
  return archive;
}

function wordsOf(archive: Archive, cache?: Cache): string | undefined {
  const [group] = searchStep({ archive, program: "p" } as Site, { cache }).groups();
  return group?.exactKey?.();
}

test.each<[what: string, file: string, from: string, to: string, isNew: boolean]>([
  ["an abstract", SECOND, "Of pages", "Of rings", true],
  ["a title", SECOND, "Second", "Third", true],
  ["words of a title in another order", SECOND, "Second", "cond Se", true],
  ["the first link of slides", SECOND, "slides: https://one.example/s\n", "", true],
  ["another link of slides", SECOND, "one.example", "two.example", false],
  ["a room", SECOND, "start:", "room: A\nstart:", false],
  ["what a speaker is called too", "speakers/bo-example.md", "Example", "Example\naliases: [Bobo Sample]", true],
  ["the bio of a speaker", "speakers/bo-example.md", "Example\n---\n", "Example\n---\n\nOf Oslo.\n", true],
  ["the country of a speaker", "speakers/bo-example.md", "Example", "Example\ncountry: Norway", false],
  ["a name of a topic", "topics.yaml", "gnttab", "granttab", true],
  ["the name of an organization", "organizations.yaml", "Blue Company", "Blue Corporation", true],
  ["the name of an event", "events/2020-spring/event.md", "Conference", "Congress", true],
])("after a change of %s", (_what, file, from, to, isNew) => {
  const cache = new Cache(temporaryFolder(), "p");
  const before = wordsOf(load(RECORDS), cache);
  const after = changed(file, from, to);
  expect(wordsOf(after, cache)).toBe(wordsOf(after));
  expect(wordsOf(after, cache) !== before).toBe(isNew);
});

test("an index that is to be made anew is made of nothing that was kept", async () => {
  const folder = temporaryFolder();
  const cache = new Cache(folder, "p");
  cache.write("records", {});
  const [group] = searchStep({ archive: load(RECORDS), program: "p" } as Site, { cache }).groups();
  await group?.files();
  group?.exactKey?.();
  expect(readdirSync(folder).toSorted()).toEqual(["records.json", expect.stringMatching(/^segment-/), "words.json"]);
  forgetIndex(cache);
  expect(readdirSync(folder)).toEqual(["records.json"]);
});

test("slides and transcripts that were made anew are words too", () => {
  const cache = new Cache(temporaryFolder(), "p");
  const made = (version: string): Archive => {
    const archive = withMedia(load(RECORDS));
    return { ...archive, made: { ...archive.made, versions: new Map([["deck.pdf", version]]) } };
  };
  const [before, after] = [made("1"), made("2")];
  after.made.decks.get("deck.pdf")?.pages[0]?.lines.push("Quite other words");
  const first = wordsOf(before, cache);
  expect(wordsOf(after, cache)).toBe(wordsOf(after));
  expect(wordsOf(after, cache)).not.toBe(first);
});

test("what another program noted, or somebody changed, is not believed", () => {
  const [folder, archive] = [temporaryFolder(), load(RECORDS)];
  const right = wordsOf(archive);
  const cache = new Cache(folder, "p");
  cache.write("words", { "": "nonsense" });
  expect(wordsOf(archive, cache)).toBe(right);
  expect(wordsOf(archive, new Cache(folder, "q"))).toBe(right);
});
