/** A talk that was removed for good is known by every later import, whatever came or changed beside it, and nothing else is taken for it. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { Life } from "../../src/cli/life/archive.ts";
import { remove } from "../../src/cli/life/remove.ts";
import { edit, filesIn, take } from "../intake/make.ts";
import { folderOf, SITE, temporaryFolder } from "../support/content.ts";

const OF = { event: "small30", timezone: "Europe/Berlin" };
const table = (...rows: string[]) => `title,speakers,date,start\n${rows.map((row) => row.replace(" at ", ",2030-05-01,")).join("\n")}\n`;
const [ANN, BO, CY] = ["Workshop,Ann Able at 10:00", "Workshop,Bo Case at 11:00", "On trees,Cy Fu at 12:00"];

/** An archive of three talks, of which one was removed. */
function without(id: string): string {
  const content = folderOf({ "site.yaml": SITE });
  take(content, table(ANN, BO, CY), OF);
  for (const path of ["workshop", "workshop-2", "on-trees"]) edit(content, `events/small30/talks/${path}.md`, (text) => `${text}Edited.\n`);
  const place = temporaryFolder();
  const life = new Life({ content, assets: join(place, "assets"), ledger: join(place, "ledger") });
  remove(life, "talk", `small30/${id}`, { date: "2030-06-01", reason: undefined });
  life.edits.apply();
  return content;
}
const speakers = (content: string) =>
  Object.values(filesIn(join(content, "events/small30/talks"))).map((text) => /speaker: (.*)/.exec(text)?.[1] ?? text);

test.each([
  ["another of its title comes before it", "workshop", ["Workshop,Di New at 09:00", ANN, BO, CY], ["Cy Fu", "Bo Case", "Di New"]],
  ["another of its title comes after it", "workshop-2", [ANN, BO, CY, "Workshop,Di New at 13:00"], ["Cy Fu", "Ann Able", "Di New"]],
  ["its title gets longer", "on-trees", [ANN, BO, "On all trees,Cy Fu at 12:00"], ["Ann Able", "Bo Case"]],
  ["its time changes", "on-trees", [ANN, BO, "On trees,Cy Fu at 15:00"], ["Ann Able", "Bo Case"]],
])("where %s", (_, id, rows, left) => {
  const content = without(id);
  expect(take(content, table(...rows), OF)).toMatchObject({ leftOut: 1, refused: 0, told: ["record-removed"] });
  expect(speakers(content).sort()).toEqual([...left].sort());
});

test("where another talk has its place, that comes in", () => {
  const content = without("on-trees");
  expect(take(content, table(ANN, BO, "About stones,Di New at 12:00"), OF)).toMatchObject({ written: 1, leftOut: 0 });
  expect(speakers(content).sort()).toEqual(["Ann Able", "Bo Case", "Di New"]);
});
