/** What stands on cards for social media, and which pages have one. */
import { describe, expect, test } from "vitest";
import { allCards, cardsKey, cardView, cardWarnings, eventCard, speakerCard, talkCard } from "../../src/components/card.ts";
import type { Archive } from "../../src/model/archive.ts";
import { archiveOf, existing, type Made } from "../model/make.ts";
import { richArchive } from "./rich.ts";

/** Letters of Latin-1 and punctuation, and nothing else. */
const LATIN = {
  key: "font",
  letters: [
    [0x20, 0xff],
    [0x2010, 0x2030],
  ],
} as const;

function withCards(made: Made, letters: Archive["made"]["cards"] | null = LATIN): Archive {
  const archive = archiveOf(made);
  archive.made = { ...archive.made, ...(letters && { cards: letters }) };
  return archive;
}

const EVENT = { name: "Summit 2013", startDate: "2013-10-24", endDate: "2013-10-25", city: "Edinburgh" };
const one = (talk: Record<string, unknown>, made: Made = {}) =>
  withCards({ events: { e: EVENT }, talks: { "e/a": { title: "Grant tables", speaker: "Ada Example", ...talk } }, ...made });
const talkOf = (archive: Archive) => existing(archive.talks[0]);

test("a talk shows its title, speakers, event and day; an event its days and talks; a speaker the years", () => {
  const archive = one({ date: "2013-10-24", slides: "https://example.org/a.pdf", organization: "Example" });
  expect(existing(talkCard(archive, talkOf(archive))).drawing).toEqual({
    title: "Grant tables",
    lines: ["Ada Example", "Summit 2013 · 24 October 2013"],
    site: "Little Archive",
    hasMark: true,
    ground: "#14323c",
    media: ["slides"],
    picture: undefined,
  });
  expect(existing(eventCard(archive, existing(archive.events[0]))).drawing.lines).toEqual(["24–25 October 2013 · Edinburgh", "1 talk"]);
  expect(existing(speakerCard(archive, existing(archive.people[0]))).drawing).toMatchObject({
    title: "Ada Example",
    lines: ["Example", "1 talk · 2013"],
  });
});

test("what was called off says so", () => {
  const second = (archive: Archive) => existing(talkCard(archive, talkOf(archive))).drawing.lines[1];
  expect(second(one({ status: "cancelled" }))).toBe("Summit 2013 · 24–25 October 2013 · cancelled");
  expect(second(one({ status: "online" }))).toBe("Summit 2013 · 24–25 October 2013");
  const all = one({}, { events: { e: { ...EVENT, status: "postponed" } } });
  expect(second(all)).toBe("Summit 2013 · 24–25 October 2013 · postponed");
  expect(existing(eventCard(all, existing(all.events[0]))).drawing.lines[0]).toBe("24–25 October 2013 · Edinburgh · postponed");
});

test("pages tell its address, size and words", () => {
  const archive = one({});
  const card = talkCard(archive, talkOf(archive));
  expect(cardView(archive, card)).toEqual({
    url: `https://little.example.org${card?.path}`,
    type: "image/png",
    alt: "Grant tables. Ada Example. Summit 2013 · 24–25 October 2013",
    width: 1200,
    height: 630,
  });
  expect(card?.path).toMatch(/^\/assets\/cards\/grant-tables-[0-9a-f]{12}\.png$/);
});

test("its address changes with what is on it, with the fonts, and with nothing else", () => {
  const path = (archive: Archive) => talkCard(archive, talkOf(archive))?.path;
  const first = path(one({}));
  expect(path(one({ topics: ["memory"], abstract: "Something else." }))).toBe(first);
  expect(path(one({ title: "Grant tables!" }))).not.toBe(first);
  expect(path(one({}, { site: { colours: { band: { light: "#333333", dark: "#222222" } } } }))).not.toBe(first);
  const other = withCards(
    { events: { e: EVENT }, talks: { "e/a": { title: "Grant tables", speaker: "Ada Example" } } },
    { ...LATIN, key: "x" },
  );
  expect(path(other)).not.toBe(first);
  expect(cardsKey(other)).not.toBe(cardsKey(one({})));
});

describe("letters that no font has", () => {
  test("in a title leave out the card, which is told once; in another line, that line", () => {
    const archive = one({ title: "仮想化", speaker: "Ада Пример" });
    expect(talkCard(archive, talkOf(archive))).toBeUndefined();
    expect(existing(cardWarnings(archive)[0])).toMatchObject({ severity: "warning", file: "content/site.yaml" });
    expect(existing(cardWarnings(archive)[0]).message).toMatch(
      /^No font has the letters .*, so that 2 of 3 cards .*; the first is that of “仮想化”\.$/,
    );
    const line = one({ speaker: "Ада Пример" });
    expect(existing(talkCard(line, talkOf(line))).drawing.lines).toEqual(["Summit 2013 · 24–25 October 2013"]);
  });

  test("are not told where all titles can be shown, or no cards are made", () => {
    expect(cardWarnings(one({}))).toEqual([]);
    expect(cardWarnings(withCards({ events: { e: EVENT }, talks: { "e/a": { title: "仮想化" } } }, null))).toEqual([]);
  });
});

test("a break has the card of its event, and so has every talk of more than 1,000", () => {
  const archive = one({ kind: "break" });
  const ofEvent = eventCard(archive, existing(archive.events[0]))?.path;
  expect(talkCard(archive, talkOf(archive))?.path).toBe(ofEvent);
  const talks = Object.fromEntries(
    Array.from({ length: 1001 }, (_, index) => [`e/t-${index}`, { title: `Talk ${index}`, speaker: "Ada E" }]),
  );
  const large = withCards({ events: { e: EVENT }, talks });
  expect([...allCards(large)]).toHaveLength(1);
  expect(talkCard(large, talkOf(large))?.path).toBe(eventCard(large, existing(large.events[0]))?.path);
  expect(speakerCard(large, existing(large.people[0]))).toBeUndefined();
});

test("the first slide of a deck is its picture, and cards with pictures are JPEG", () => {
  const archive = richArchive();
  archive.made = { ...archive.made, cards: LATIN };
  const card = existing([...allCards(archive)].find(({ drawing }) => drawing.picture !== undefined));
  expect(card.drawing.picture).toBe("/assets/media/talk-89ab/1-960.webp");
  expect(card.path).toMatch(/\.jpg$/);
});

test("without fonts there are no cards", () => {
  const archive = withCards({ events: { e: EVENT } }, null);
  expect([...allCards(archive)]).toEqual([]);
  expect(cardView(archive, eventCard(archive, existing(archive.events[0])))).toBeNull();
});
