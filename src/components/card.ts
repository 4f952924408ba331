/** Cards for social media: what stands on that of a talk, an event or a speaker, and where it is published. */
import type { Archive, Event, Person, Talk } from "../model/archive.ts";
import { presentations } from "../model/archive.ts";
import { CARD_SIZE, type CardDrawing, missingLetters } from "../model/cards.ts";
import { placeOf } from "../model/place.ts";
import type { Finding } from "../model/problem.ts";
import { pictureOfTalk } from "../model/slides.ts";
import { isCalledOff, statusOf } from "../model/status.ts";
import { absolute, cardPath } from "../model/urls.ts";
import { digest } from "../text/digest.ts";
import { slug } from "../text/slug.ts";

/** An archive with more talks than this has a card for each event alone, which its talks share. */
const MOST_TALKS = 1000;
/** What stands behind the words, unless the archive names another colour. */
const GROUND = "#14323c";

const eventCards = new WeakMap<Archive, Map<Event, Card | undefined>>();

/** A card to draw, and its site path, which changes with whatever is drawn. */
export interface Card {
  path: string;
  drawing: CardDrawing;
}

/** A card as pages tell of it. */
export interface CardView {
  url: string;
  type: string;
  alt: string;
  width: number;
  height: number;
}

/** What stands for all that cards are made of beside records, where there are any. */
export function cardsKey({ made, talks }: Archive): string {
  return made.cards === undefined ? "" : `${made.cards.key} ${talks.length > MOST_TALKS}`;
}

/** Whether the card of a talk is that of its event, which changes with all talks of the event. */
function hasEventCard(archive: Archive, talk: Talk): boolean {
  return talk.isBreak || archive.talks.length > MOST_TALKS;
}

/** The path of the card of a talk where more than what is said of the talk is drawn on it. */
export function sharedCardPath(archive: Archive, talk: Talk): string {
  return hasEventCard(archive, talk) ? (eventCard(archive, talk.event)?.path ?? "") : "";
}

/** The card of a talk; a break, and a talk of a large archive, have that of the event. */
export function talkCard(archive: Archive, talk: Talk): Card | undefined {
  if (hasEventCard(archive, talk)) return eventCard(archive, talk.event);
  const { list, dates, status: words } = archive.words;
  const { event, speakers, when } = talk;
  const status = statusOf(talk);
  const day = when ? dates.date(when.day) : dates.range(event.record.startDate, event.record.endDate);
  return card(archive, {
    title: talk.title,
    lines: [
      list.commas(speakers.map(({ name }) => name)),
      [event.record.name, day, isCalledOff(status) && words[status]].filter(Boolean).join(" · "),
    ],
    media: mediaOf([talk]),
    picture: pictureSource(archive, talk),
  });
}

/** The card of an event, which all its talks may have. */
export function eventCard(archive: Archive, event: Event): Card | undefined {
  if (!archive.made.cards) return undefined;
  const known = eventCards.get(archive) ?? new Map<Event, Card | undefined>();
  eventCards.set(archive, known);
  if (!known.has(event)) known.set(event, makeEventCard(archive, event));
  return known.get(event);
}

function makeEventCard(archive: Archive, event: Event): Card | undefined {
  const { count, dates, eventItem: words } = archive.words;
  const talks = presentations(event.talks);
  const { startDate, endDate, status } = event.record;
  const occasion = [dates.range(startDate, endDate), placeOf(archive, event), isCalledOff(status) && words.status[status]];
  return card(archive, {
    title: event.record.name,
    lines: [occasion.filter(Boolean).join(" · "), talks.length > 0 ? count.talks(talks.length) : ""],
    media: mediaOf(event.talks),
    picture: undefined,
  });
}

/** The card of a speaker; a large archive has none. */
export function speakerCard(archive: Archive, person: Person): Card | undefined {
  if (archive.talks.length > MOST_TALKS) return undefined;
  const { count } = archive.words;
  const talks = person.appearances.map(({ talk }) => talk);
  const years = [...new Set(talks.flatMap(({ event }) => event.year ?? []))].sort();
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? "");
  return card(archive, {
    title: person.name,
    lines: [person.appearances.at(-1)?.organization ?? "", [count.talks(talks.length), span].filter(Boolean).join(" · ")],
    media: mediaOf(talks),
    picture: undefined,
  });
}

/** What the page of a card says of it. */
export function cardView({ site, words }: Archive, one: Card | undefined): CardView | null {
  if (!one) return null;
  const { title, lines } = one.drawing;
  const type = one.path.endsWith(".png") ? "image/png" : "image/jpeg";
  return { url: absolute(site.base, one.path), type, alt: words.frame.cardAlt([title, ...lines]), ...CARD_SIZE };
}

/** Every card of the archive, once. */
export function* allCards(archive: Archive): Generator<Card> {
  const seen = new Set<string>();
  const { events, people } = archive;
  const talks = archive.talks.length > MOST_TALKS ? [] : archive.talks;
  for (const make of [
    () => events.map((event) => eventCard(archive, event)),
    () => talks.map((talk) => talkCard(archive, talk)),
    () => people.map((person) => speakerCard(archive, person)),
  ])
    for (const one of make()) {
      if (!one || seen.has(one.path)) continue;
      seen.add(one.path);
      yield one;
    }
}

/** The warning that some titles cannot be drawn. */
export function cardWarnings(archive: Archive): Finding[] {
  const fonts = archive.made.cards;
  if (!fonts) return [];
  const titles = [
    ...archive.events.map(({ record }) => record.name),
    ...(archive.talks.length > MOST_TALKS ? [] : [...archive.talks.map(({ title }) => title), ...archive.people.map(({ name }) => name)]),
  ];
  const lacking = titles.flatMap((title) => {
    const letters = missingLetters(fonts, title);
    return letters.length > 0 ? [{ title, letters }] : [];
  });
  const [first] = lacking;
  if (!first) return [];
  const letters = [...new Set(lacking.flatMap((one) => one.letters))].sort();
  const shown = letters.slice(0, 12).join(" ");
  return [
    {
      rule: "card-without-letters",
      severity: "warning",
      file: archive.site.file,
      path: [],
      message: `No font has the letters ${shown}${letters.length > 12 ? " …" : ""}, so that ${lacking.length} of ${titles.length} cards for social media are not made; the first is that of “${first.title}”.`,
      hint: "Put a font that has them into the folder `fonts/` of the theme (`.ttf`, `.otf` or `.woff2`), or write `cards: false` to have no cards.",
    },
  ];
}

/** A card, unless its title cannot be shown. Other words that cannot be shown are left out. */
function card(archive: Archive, facts: Pick<CardDrawing, "title" | "lines" | "media" | "picture">): Card | undefined {
  const fonts = archive.made.cards;
  if (!fonts || missingLetters(fonts, facts.title).length > 0) return undefined;
  const { record } = archive.site;
  const isShown = (text: string) => text !== "" && missingLetters(fonts, text).length === 0;
  const drawing = {
    ...facts,
    lines: facts.lines.filter(isShown),
    site: isShown(record.name) ? record.name : "",
    hasMark: record.logo === undefined,
    ground: record.colours?.band?.light ?? GROUND,
  };
  const sum = Buffer.from(digest(`${fonts.key} ${JSON.stringify(drawing)}`), "base64url")
    .toString("hex")
    .slice(0, 12);
  const name = `${slug(facts.title).slice(0, 60).replace(/-$/, "")}-${sum}`;
  return { path: cardPath(`${name}.${drawing.picture === undefined ? "png" : "jpg"}`), drawing };
}

function mediaOf(talks: readonly Talk[]): CardDrawing["media"] {
  const media: CardDrawing["media"] = [];
  if (talks.some(({ slides }) => slides)) media.push("slides");
  if (talks.some(({ video }) => video)) media.push("video");
  return media;
}

/** The smallest file of a talk's picture that is large enough for a card. */
function pictureSource(archive: Archive, talk: Talk): string | undefined {
  const sources = pictureOfTalk(archive, talk)?.sources.filter(({ type }) => type === "image/webp") ?? [];
  return (sources.find(({ width }) => width >= 440) ?? sources.at(-1))?.path;
}
