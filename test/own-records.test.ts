/** Only the tests below `xen-summit/` know the records of this archive, so that another archive deletes that folder and passes the rest. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const tests = import.meta.dirname;
const files = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    file.endsWith(".ts") &&
    !/^(?:xen-summit|bench)[/\\]/.test(file) &&
    !/^own-records\.test\.ts$|^support[/\\](?:real-sites|adopter)\.ts$/.test(file),
);

test("no other test reads `content/` of the project, or asks for the site that is built of it", () => {
  expect(files.length).toBeGreaterThan(150);
  const reading = files.filter((file) => {
    const text = readFileSync(join(tests, file), "utf8");
    return /\bPROJECT, "content"|\.\.\/content"|\/real-sites\.ts"/.test(text);
  });
  expect(reading).toEqual([]);
});

test("every build, check and bag of a test says whose records it means", () => {
  const silent = files.flatMap((file) => {
    const text = readFileSync(join(tests, file), "utf8");
    const calls = text.match(/\barchive\(\["(?:build|check|bag)"[^;]*?\]/g) ?? [];
    return calls.filter((call) => !/--content|--project|\.\.\.\w+|--help/.test(call)).map((call) => `${file}: ${call}`);
  });
  expect(silent).toEqual([]);
});

test("the folder of the real records holds nothing but tests of them", () => {
  const folder = join(tests, "xen-summit");
  // An archive of other conferences has none.
  const own = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".ts")) : [];
  for (const file of own) expect(readFileSync(join(folder, file), "utf8"), file).toMatch(/PROJECT, "content"|\/real-sites\.ts"/);
});
