/** Builds make cards for social media: each once, again only where what stands on it changes, and none where an archive wants none. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, SITE, temporaryFolder } from "../support/content.ts";
import { mixedDeck } from "../support/decks.ts";

const WITH_CARDS = SITE.replace("cards: false\n", "");
const folder = folderOf({
  ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
  "content/site.yaml": WITH_CARDS,
  "content/events/2020-spring/talks/deck.md": "---\ntitle: With a deck\nspeaker: Ada Example\nslides:\n  file: e/deck.pdf\n---\n",
  "content/events/2020-spring/talks/arabic.md": "---\ntitle: المحاكاة الافتراضية\nlanguage: ar\n---\n",
  "assets/media/e/deck.pdf": mixedDeck(),
});
const output = join(temporaryFolder(), "site");
const cache = join(temporaryFolder(), "cache");
const build = () =>
  archive(["build", "--content", join(folder, "content"), "--assets", join(folder, "assets"), "--output", output, "--cache", cache]);
const cards = () => (existsSync(join(output, "assets/cards")) ? readdirSync(join(output, "assets/cards")).sort() : []);
const page = (path: string) => readFileSync(join(output, path, "index.html"), "utf8");
const cardOf = (path: string) => /<meta property="og:image" content="[^"]*\/assets\/cards\/([^"]+)"/.exec(page(path))?.[1];

let first: Awaited<ReturnType<typeof build>>;
beforeAll(async () => {
  first = await build();
  expect(first.code, first.stderr).toBe(0);
});

test("each talk, event and speaker has one, of which its page tells; a title without letters has none, which is told", () => {
  const paths = ["events/2020-spring", "events/2020-spring/a-talk", "events/2020-spring/deck", "speakers/ada-example"];
  expect(paths.map(cardOf).sort()).toEqual(cards());
  expect(cardOf("events/2020-spring/deck")).toMatch(/^with-a-deck-[0-9a-f]{12}\.jpg$/);
  expect(page("events/2020-spring/a-talk")).toContain('<meta property="og:image:width" content="1200">');
  expect(page("events/2020-spring/a-talk")).toContain(
    '<meta property="og:image:alt" content="A talk. Ada Example. Little Conference 2020 ',
  );
  // Search engines ask for a picture of an event.
  for (const path of ["events/2020-spring", "events/2020-spring/a-talk"])
    expect(page(path)).toContain(`"image":"https://little.example.org/assets/cards/${cardOf(path)}"`);
  expect(page("speakers/ada-example")).not.toContain('"image":');
  for (const card of cards()) expect(statSync(join(output, "assets/cards", card)).size).toBeLessThanOrEqual(40_000);
  expect(cardOf("events/2020-spring/arabic")).toBeUndefined();
  expect(first.stderr).toMatch(/warning \[card-without-letters\][\s\S]*1 of 5 cards/);
});

test("a picture that the cache holds only in part is made again before it goes on a card", async () => {
  const card = () => readFileSync(join(output, "assets/cards", cardOf("events/2020-spring/deck") ?? ""), "base64");
  const before = card();
  const kept = readdirSync(join(cache, "media")).find((name) => name.startsWith("deck-")) ?? "";
  const picture = join(cache, "media", kept, "1-960.webp");
  const damages = [() => truncateSync(picture, 900), () => writeFileSync(picture, ""), () => rmSync(picture)];
  for (const damage of damages) {
    damage();
    rmSync(join(output, "assets/cards", cardOf("events/2020-spring/deck") ?? ""));
    const { code, stderr } = await build();
    expect(code, stderr).toBe(0);
    expect(card()).toBe(before);
  }
});

test("an edit of a title makes one card anew; fonts of the theme add letters; off by one line", async () => {
  const before = cards();
  const written = new Map(before.map((card) => [card, statSync(join(output, "assets/cards", card)).mtimeMs]));
  const talk = join(folder, "content/events/2020-spring/talks/a-talk.md");
  writeFileSync(talk, readFileSync(talk, "utf8").replace("title: A talk", "title: A better talk"));
  expect((await build()).code).toBe(0);
  const after = cards();
  expect(after.filter((card) => !written.has(card))).toEqual([expect.stringMatching(/^a-better-talk-/)]);
  expect(after).toHaveLength(before.length);
  for (const card of after.filter((one) => written.has(one)))
    expect(statSync(join(output, "assets/cards", card)).mtimeMs).toBe(written.get(card));

  cpSync(
    join(PROJECT, "node_modules/@expo-google-fonts/noto-kufi-arabic/600SemiBold/NotoKufiArabic_600SemiBold.ttf"),
    join(folder, "assets/fonts/kufi.ttf"),
  );
  const withFont = await build();
  expect(withFont.stderr).not.toContain("card-without-letters");
  expect(cards()).toContain(cardOf("events/2020-spring/arabic"));

  writeFileSync(join(folder, "content/site.yaml"), `${WITH_CARDS}cards: false\n`);
  expect((await build()).code).toBe(0);
  expect(cards()).toEqual([]);
  expect(cardOf("events/2020-spring/a-talk")).toBeUndefined();
});
