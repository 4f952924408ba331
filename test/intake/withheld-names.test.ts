/** Names that imports must not bring back, in all forms in which a source may have them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Seal, SealedTexts } from "../../src/content/sealed.ts";
import type { ForeignConference, Place } from "../../src/importers/importer.ts";
import { FORGOTTEN, PERHAPS_OF, readNames, RENAMED, withholdNames } from "../../src/intake/withheld-names.ts";
import { folderOf } from "../support/content.ts";
import { keysToKnow } from "../../src/text/name-pattern.ts";
import { fieldsOfText, type Store, StoredRecords } from "../../src/intake/existing-records.ts";

const seal = new Seal("a key of this test, long enough");
const known = (name: string, word: string) => {
  const { sure, perhaps } = keysToKnow(name);
  return [...perhaps.map((key) => [seal.seal(key), PERHAPS_OF(word)] as const), ...sure.map((key) => [seal.seal(key), word] as const)];
};
const texts = SealedTexts.read("no such file").with([...known("Zelda Quuxbury", RENAMED("nora-new")), ...known("Mihai Donțu", FORGOTTEN)]);

function store(names: readonly string[]): Store {
  const records = new StoredRecords();
  for (const name of names) {
    const id = name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
    records.add({ kind: "speaker", id, file: `${id}.md`, record: fieldsOfText("speaker", `---\nname: "${name}"\n---\n`) ?? {}, looks: "" });
  }
  return { findings: [], unread: [], unreadTalks: new Map(), site: undefined, records };
}

const place: Place = { file: { path: "file.json", text: "" }, start: 0, end: 0 };

function taken(names: readonly string[], abstract = "", others: readonly string[] = []) {
  const conference: ForeignConference = {
    key: "x",
    event: {},
    talks: [{ rows: [place], key: "1", record: { title: "A talk", abstract }, speakers: names.map((name) => ({ name })) }],
    speakers: [],
  };
  const told: string[] = [];
  const guesses = names.map((name) => ({ written: `${name}, Red Hat`, read: `${name}; Red Hat` }));
  const imported = { conferences: [conference], rows: 1, refused: [], problems: [], notKept: new Map(), guesses };
  withholdNames(imported, store(["Nora New", ...others]), { texts, seal }, (_, { message }) => told.push(message));
  const [talk] = conference.talks;
  return {
    names: talk?.speakers.map(({ name }) => name),
    withheld: talk?.record.namesWithheld ?? 0,
    abstract: talk?.record.abstract,
    told: told.length,
    guesses: imported.guesses.map(({ read }) => read),
  };
}

describe("a speaker of a source", () => {
  test.each([
    "Zelda Quuxbury",
    "Quuxbury, Zelda",
    "Dr. Zelda Quuxbury",
    "Prof. Dr. Zelda Quuxbury, PhD",
    "ZELDA QUUXBURY",
    "Zelda Quuxbury (Example)",
  ])("%s has the new name, and no other", (name) =>
    expect(taken([name, "Other Person"])).toMatchObject({ names: ["Nora New", "Other Person"], withheld: 0, told: 0 }),
  );

  test.each(["Mihai Dontu", "Dr. Donțu, Mihai"])("%s, who left, is withheld", (name) =>
    expect(taken([name, "Other Person"])).toMatchObject({
      names: ["Other Person"],
      withheld: 1,
      told: 0,
      guesses: ["Other Person; Red Hat"],
    }),
  );

  test.each(["Z. Quuxbury", "Zelda M. Quuxbury", "Zelda Maria Quuxbury", "Quuxbury, Z.", "M. Dontu"])(
    "%s may be one of them: withheld and told",
    (name) => expect(taken([name, "Other Person"])).toMatchObject({ names: ["Other Person"], withheld: 1, told: 1 }),
  );

  test("of a like name whom the archive knows is somebody else", () =>
    expect(taken(["Zelda M. Quuxbury", "Zoe Quuxbury"], "", ["Zelda M. Quuxbury"])).toMatchObject({
      names: ["Zelda M. Quuxbury", "Zoe Quuxbury"],
      withheld: 0,
      told: 0,
    }));
});

test.each([
  ["By **Zelda** *Quuxbury* and Zelda&#32;Quuxbury.", "By Nora New and Nora New.", 0],
  ["See <https://example.org/mihai_dontu>, by Prof. Mihai Dontu.", "See […], by […].", 0],
  ["Z. Quuxbury and Zoe Quuxbury.", "[…] and Zoe Quuxbury.", 1],
])("the text %j", (text, changed, told) => expect(taken(["Other Person"], text)).toMatchObject({ abstract: changed, told }));

test("a talk or a person whose page has such a name in its address is taken in without the address", () => {
  const talk = (url: string) => ({
    rows: [place] as const,
    key: url,
    url,
    record: { title: "A talk" },
    speakers: [{ name: "Other Person" }],
  });
  const pages = ["https://conf.example/talks/mihai-dontu-on-memory/", "https://conf.example/talks/other/"];
  const other = { rows: [place], key: "other", name: "Other Person", bio: "Is here.", url: "https://conf.example/mihai-dontu/other/" };
  const conference: ForeignConference = { key: "x", event: {}, talks: pages.map(talk), speakers: [other] };
  const imported = { conferences: [conference], rows: 3, refused: [], problems: [], notKept: new Map() };
  withholdNames(imported, store([]), { texts, seal }, () => {});
  expect(conference.talks.map(({ url, record }) => [url, record.title])).toEqual([
    [undefined, "A talk"],
    [pages[1], "A talk"],
  ]);
  expect(conference.speakers).toMatchObject([{ name: "Other Person", bio: "Is here.", url: undefined }]);
});

test("names that were lost beside withdrawn addresses are told, and nothing is taken in without them", () => {
  const addresses = SealedTexts.read("no such file")
    .with([[seal.seal("/speakers/zelda-quuxbury/"), ""]])
    .format(seal);
  const folder = folderOf({ "content/site.yaml": "", ".ledger/withdrawn.txt": addresses });
  const content = join(folder, "content");
  mkdirSync(join(content, ".imports"));
  for (const lose of [() => {}, () => writeFileSync(join(content, ".imports/names.txt"), "")]) {
    lose();
    expect(() => readNames(content, {})).toThrow(/There is nothing in `.+names\.txt`, but addresses were withdrawn/);
  }
  // What nobody but others is called is sealed by nothing.
  writeFileSync(join(content, ".imports/names.txt"), `key ${seal.mark}\n`);
  expect(readNames(content, {})).toBeUndefined();
});

test.each([
  ["Zelda M. Quuxbury", "A talk with Zelda M. Quuxbury", "A talk with […]", 0],
  ["Zelda M. Quuxbury", "A talk with Zelda Quuxbury", "A talk with […]", 1],
  ["Zelda M. Quuxbury", "A talk with Dr. Zelda Quuxbury of it", "A talk with […] of it", 1],
  ["Zelda Quuxbury", "In it Zelda M. Quuxbury tells.", "In it […] tells.", 1],
  ["Zelda Quuxbury", "In it Zelda Maria Quuxbury tells.", "In it […] tells.", 1],
  ["Zelda M. Quuxbury", "In it Zelda Maria Quuxbury tells.", "In it […] tells.", 1],
  ["Zelda M. Quuxbury", "In it Zelda Nora Quuxbury tells.", "In it Zelda Nora Quuxbury tells.", 0],
  ["Zelda Maria Quuxbury", "In it Zelda Maria Other tells.", "In it Zelda Maria Other tells.", 0],
  ["Jan de Vries", "By Jan de Boer, once", "By Jan de Boer, once", 0],
  ["Jan de Vries", "By Jan Vries, once", "By […], once", 1],
])("of %s, “%s” becomes “%s”", (name, text, becomes, told) => {
  const conference: ForeignConference = {
    key: "x",
    event: {},
    talks: [{ rows: [place], key: "1", record: { title: text }, speakers: [] }],
    speakers: [],
  };
  const near: unknown[] = [];
  const imported = { conferences: [conference], rows: 1, refused: [], problems: [], notKept: new Map() };
  withholdNames(imported, store([]), { texts: SealedTexts.read("no such file").with(known(name, FORGOTTEN)), seal }, (one) =>
    near.push(one),
  );
  expect([conference.talks[0]?.record.title, near.length]).toEqual([becomes, told]);
});
