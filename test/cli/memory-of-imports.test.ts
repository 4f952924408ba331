/** What imports remember holds nothing of somebody who left, also where an editor had to say whether a form of the name is the person. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { Life } from "../../src/cli/life/archive.ts";
import { changePerson } from "../../src/cli/life/person.ts";
import { Seal } from "../../src/content/sealed.ts";
import { readNames } from "../../src/intake/withheld-names.ts";
import { edit, filesIn, take } from "../intake/make.ts";
import { folderOf, SITE, temporaryFolder } from "../support/content.ts";

const KEY = "a secret of this test, and of nothing else";
const OF = { event: "small30", timezone: "UTC" };
const TABLE =
  "title,speakers,date,start,abstract\n" +
  'One,Zelda Quuxbury,2030-05-01,10:00,"In it Zelda M. Quuxbury tells of it all."\n' +
  'Two,Bo Case,2030-05-01,11:00,"With Zelda Maria Quuxbury and others."\n';

/** The archive after somebody left, and where it still has the name. */
function left(answers: { clear: string[]; keep: string[] }, change: (content: string) => void = () => {}) {
  const content = folderOf({ "site.yaml": SITE });
  take(content, TABLE, OF);
  change(content);
  const place = temporaryFolder();
  const life = new Life({ content, assets: join(place, "assets"), ledger: join(place, "ledger") });
  changePerson(life, "zelda-quuxbury", undefined, { also: [], ...answers, date: "2030-06-01", seal: new Seal(KEY), decks: new Map() });
  life.edits.apply();
  return {
    content,
    holding: () => Object.entries(filesIn(content)).flatMap(([path, text]) => (/quuxbury/i.test(path + text) ? [path] : [])),
  };
}

test.each([
  ["records have", () => {}],
  [
    "an editor took out of the records",
    (content: string) => {
      edit(content, "events/small30/talks/one.md", (text) => text.replace("Zelda M. Quuxbury", "she"));
      edit(content, "events/small30/talks/two.md", (text) => text.replace("Zelda Maria Quuxbury and ", ""));
    },
  ],
])("forms that %s", (_, change) => {
  const { content, holding } = left({ clear: ["all"], keep: [] }, change);
  expect(holding()).toEqual([]);
  const names = readNames(content, { ARCHIVE_NAMES_KEY: KEY });
  expect(take(content, TABLE, { ...OF, names }).told).toEqual(expect.arrayContaining(["name-withheld"]));
  expect(holding()).toEqual([]);
});

test("forms that are somebody else's stay", () => {
  const { content, holding } = left({ clear: [], keep: ["all"] });
  expect(holding()).toEqual([".imports/small30.json", "events/small30/talks/one.md", "events/small30/talks/two.md"]);
  expect(filesIn(content)[".imports/small30.json"]).toContain("With Zelda Maria Quuxbury and others.");
});
