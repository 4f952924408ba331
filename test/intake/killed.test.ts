import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importerFor } from "../../src/importers/index.ts";
import { LedgerError, readLedgers } from "../../src/intake/import-state.ts";
import { type Plan, planIntake, writePlan } from "../../src/intake/intake.ts";
import { readStore } from "../../src/intake/existing-records.ts";
import { ChangedError } from "../../src/intake/write.ts";
import { placeToWait } from "../../src/cli/one-at-a-time.ts";
import { lockFolder } from "../../src/build/lock.ts";
import { PROJECT, whileWaiting } from "../support/cli.ts";
import { folderOf, SITE } from "../support/content.ts";
import { errorsIn, filesIn, schedule, type Talk, take } from "./make.ts";

const empty = () => folderOf({ "site.yaml": SITE });
const version = (number: number, talks = 20) =>
  schedule(
    Array.from(
      { length: talks },
      (_, index): Talk => ({
        title: `Talk ${index}`,
        id: `${index}`,
        date: "2030-05-01T10:00:00Z",
        room: `Room ${number}`,
        abstract: `Text of version ${number}.`,
        speakers: [`Person ${index}`],
      }),
    ),
    { zone: "UTC" },
  );

const rows = (abstract: string) =>
  `title,speakers,date,abstract\n${Array.from({ length: 20 }, (_, index) => `Talk ${index},Person ${index},2030-05-01,${abstract}\n`).join("")}`;

/** What an import would write. */
function planOf(contentDir: string, text: string): Plan {
  const file = { path: "given", text };
  const importer = importerFor(file);
  if (!importer) throw new Error("unknown format");
  return planIntake(readStore(contentDir), importer.name, importer.read([file]), { contentDir });
}

/** An import that dies after so many files. */
function dieAfter(files: number, contentDir: string, text: string): void {
  const plan = planOf(contentDir, text);
  const die = (done: number) => {
    if (done === files) throw new Error("killed");
  };
  expect(() => writePlan(plan, die)).toThrow("killed");
}

test.each([1, 7, 20])("a first import that dies after %i files is completed by the next", (files) => {
  const [whole, killed] = [empty(), empty()];
  take(whole, version(1));
  dieAfter(files, killed, version(1));
  expect(take(killed, version(1))).toMatchObject({ refused: 0, told: [] });
  expect(filesIn(killed)).toEqual(filesIn(whole));
});

test.each([1, 7, 20])("a newer version that dies after %i files is no edit: the next version has no conflicts", (files) => {
  const [whole, killed] = [empty(), empty()];
  for (const folder of [whole, killed]) take(folder, version(1));
  dieAfter(files, killed, version(2));
  expect(errorsIn(killed)).toEqual([]);
  expect(take(killed, version(3))).toMatchObject({ written: 20, refused: 0, told: [] });
  take(whole, version(3));
  expect(filesIn(killed)).toEqual(filesIn(whole));
});

test.each([1, 7, 20])("a first import into records that are there already, and dies after %i files, is completed by the next", (files) => {
  const hand = "---\ntitle: Talk 7\nspeaker: Person 7\ndate: 2030-05-01\n---\n";
  const [whole, killed] = [empty(), empty()];
  for (const folder of [whole, killed]) {
    take(folder, { path: "small.csv", text: rows("About it.") }, { event: "small30", timezone: "UTC" });
    writeFileSync(join(folder, "events/small30/talks/talk-7.md"), hand);
  }
  take(whole, version(1));
  dieAfter(files, killed, version(1));
  expect(take(killed, version(1))).toMatchObject({ refused: 0 });
  expect(filesIn(killed)).toEqual(filesIn(whole));
});

test("an import that is killed before the record of its event is written gives talks their zone the next time", () => {
  const zoned = schedule([{ title: "Talk", id: "1", date: "2030-05-01T10:00:00Z" }], { zone: "Asia/Tokyo" });
  const [whole, killed] = [empty(), empty()];
  take(whole, zoned);
  mkdirSync(join(killed, ".imports"));
  copyFileSync(join(whole, ".imports/small30.json"), join(killed, ".imports/small30.next.json"));
  take(killed, zoned);
  expect(filesIn(killed)).toEqual(filesIn(whole));
});

test("a record that a killed import wrote and an editor changed elsewhere since has no conflict with the next version", () => {
  const folder = empty();
  take(folder, version(1));
  dieAfter(20, folder, version(2));
  const file = join(folder, "events/small30/talks/talk-7.md");
  const written = readFileSync(file, "utf8");
  expect(written).toContain("version 2");
  writeFileSync(file, written.replace("title: Talk 7", "title: Talk number 7"));
  expect(take(folder, version(3))).toMatchObject({ told: [] });
  expect(readFileSync(file, "utf8")).toBe(
    written.replace("title: Talk 7", "title: Talk number 7").replaceAll(/(?<=version |Room )2/g, "3"),
  );
});

test("what an editor changed in a record that a killed first import made stays so", () => {
  const folder = empty();
  dieAfter(20, folder, version(1));
  const file = join(folder, "events/small30/talks/talk-7.md");
  const written = readFileSync(file, "utf8")
    .replace("title: Talk 7", "title: Talk number 7")
    .replace(/^room: .*\n/m, "");
  writeFileSync(file, written);
  dieAfter(1, folder, version(1));
  expect(take(folder, version(1))).toMatchObject({ told: [] });
  expect(readFileSync(file, "utf8")).toBe(written);
  const { last, pending } = readLedgers(folder, "small30");
  expect([last.made, pending]).toEqual([undefined, undefined]);
});

test("a process that is killed leaves no half record, and the next one completes its work", async () => {
  const talks = 800;
  const folder = empty();
  const input = join(folderOf({ "schedule.json": version(1, talks) }), "schedule.json");
  const child = spawn(process.execPath, ["src/cli/start.js", "import", input, "--content", folder], {
    cwd: PROJECT,
    stdio: "ignore",
  });
  const ended = new Promise((done) => child.on("exit", (_, signal) => done(signal)));
  const written = join(folder, "events/small30/talks");
  await expect
    .poll(() => child.exitCode !== null || (existsSync(written) && readdirSync(written).length > 20), { timeout: 60_000, interval: 2 })
    .toBe(true);
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
  expect(readdirSync(written).length).toBeLessThan(talks);
  expect(errorsIn(folder)).toEqual([]);
  expect(take(folder, version(1, talks))).toMatchObject({ refused: 0, told: [] });
  const whole = empty();
  take(whole, version(1, talks));
  expect(filesIn(folder)).toEqual(filesIn(whole));
});

test("what somebody writes while an import is at work stays, and the next import takes it for an edit", () => {
  const folder = empty();
  take(folder, version(1));
  const plan = planOf(folder, version(2));
  const file = join(folder, "events/small30/talks/talk-7.md");
  const edited = readFileSync(file, "utf8").replace("title: Talk 7", "title: Talk number 7");
  writeFileSync(file, edited);
  expect(() => writePlan(plan)).toThrow(ChangedError);
  expect(readFileSync(file, "utf8")).toBe(edited);
  take(folder, version(2));
  expect(readFileSync(file, "utf8")).toBe(edited.replace("version 1", "version 2").replace("Room 1", "Room 2"));
});

test("two imports into one folder wait for each other", async () => {
  const folder = empty();
  const input = join(folderOf({ "schedule.json": version(1) }), "schedule.json");
  const release = await lockFolder(placeToWait(folder), () => {});
  await whileWaiting(["import", input, "--content", folder], () => {
    expect(existsSync(join(folder, "events"))).toBe(false);
    release();
  });
  expect(readdirSync(join(folder, "events/small30/talks"))).toHaveLength(20);
  expect(readdirSync(join(folder, ".imports"))).toEqual(["small30.json"]);
});

test("what imports remember is read as an editor on Windows writes it", () => {
  const [whole, folder] = [empty(), empty()];
  for (const one of [whole, folder]) take(one, version(1));
  const ledger = join(folder, ".imports/small30.json");
  writeFileSync(ledger, `\ufeff${readFileSync(ledger, "utf8").replaceAll("\n", "\r\n")}`);
  for (const one of [whole, folder]) expect(take(one, version(2))).toMatchObject({ written: 20, told: [] });
  expect(filesIn(folder)).toEqual(filesIn(whole));
});

test("a plan that was edited leads out of no folder", () => {
  const outer = folderOf({ "in/site.yaml": SITE });
  const folder = join(outer, "in");
  take(folder, version(1, 1));
  const imports = join(folder, ".imports");
  const [name = ""] = readdirSync(imports);
  const ledger = join(imports, name);
  const pending = readFileSync(ledger, "utf8").replace('"talk-0"', '"../../../../out"');
  rmSync(ledger);
  writeFileSync(join(imports, name.replace(".json", ".next.json")), pending);
  rmSync(join(folder, "events"), { recursive: true });
  expect(() => take(folder, version(1, 1))).toThrow(LedgerError);
  expect(readdirSync(outer)).toEqual(["in"]);
});
