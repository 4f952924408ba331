/** Every talk, event and speaker of the real site has a card for social media. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { outputFile } from "../../src/model/urls.ts";
import { PROJECT } from "../support/cli.ts";
import { rootSite } from "../support/real-sites.ts";

const { archive } = loadArchive({ contentDir: join(PROJECT, "content"), assetsDir: join(PROJECT, "assets") });

test("each page names its own, of at most 40 kB, and no other is there", async () => {
  const site = await rootSite();
  const named = [...archive.talks, ...archive.events, ...archive.people].map(({ path }) => {
    const html = readFileSync(join(site, outputFile(path)), "utf8");
    return /<meta property="og:image" content="https:\/\/[^/"]+\/(assets\/cards\/[^"]+)"/.exec(html)?.[1] ?? path;
  });
  const there = readdirSync(join(site, "assets/cards")).map((name) => `assets/cards/${name}`);
  expect([...new Set(named)].sort()).toEqual(there.sort());
  for (const path of there) {
    const card = readFileSync(join(site, path));
    expect(card.length, path).toBeLessThanOrEqual(40_000);
    expect([card.readUInt32BE(16), card.readUInt32BE(20)], path).toEqual([1200, 630]);
  }
});
