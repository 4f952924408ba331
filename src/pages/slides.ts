/** The page of the slides of a talk: every page of a local PDF as picture and text. */
import { talkDigest } from "../components/digests.ts";
import { type Link, link, talkLink } from "../components/links.ts";
import type { PartLink } from "../components/parts.ts";
import { type PictureView, pictureView } from "../components/picture.ts";
import { type DeckPart, deckParts, downloadOf } from "../components/slides.ts";
import { decksOf, type ShownDeck } from "../model/slides.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Talk } from "../model/archive.ts";
import type { DeckPage } from "../model/made-media.ts";
import { NO_NEEDS } from "../publishing/page-needs.ts";
import { PATHS } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";
import { cut } from "../text/cut.ts";
import { isolated, piecesOf } from "../text/direction.ts";

interface SlideView {
  number: number;
  title: string | null;
  picture: PictureView;
  thumbnail: PictureView;
  lines: string[];
}

interface SlidesView extends PageHead {
  talk: ReturnType<typeof talkLink>;
  speakers: string[];
  /** `24 slides`. */
  size: string;
  all: number;
  download: Link;
  /** The language of the slides, where it is not that of the page. */
  slidesLang: string | null;
  textNote: string | null;
  slides: SlideView[];
  parts: PartLink[];
}

export const slidesPages = grouped<SlidesView>("slides", function* groups(archive) {
  for (const talk of archive.talks) {
    const decks = decksOf(archive, talk);
    if (decks.length === 0) continue;
    yield {
      id: talk.id,
      key: () => talkDigest(archive, talk),
      views: () => decks.flatMap((shown) => deckParts(archive, talk, shown).map((part) => slidesView(archive, talk, shown, part))),
    };
  }
});

/** Half the width of a desk's screen beside the strip of thumbnails, or all of a phone's. */
const SIZES = "(width >= 64rem) min(100vw - 18rem, 60rem), 100vw";

function slidesView(archive: Archive, talk: Talk, shown: ShownDeck, { path, pages, parts }: DeckPart): SlidesView {
  const { event } = talk;
  const { deck, document, number } = shown;
  const language = document.language ?? talk.language;
  const { count, list, sections, slides: words } = archive.words;
  const [first, last] = [pages[0]?.number ?? 1, pages.at(-1)?.number ?? 1];
  const range = parts.length === 0 ? words.title : words.titleOf({ first, last });
  // The first of several decks keeps the title that it had alone.
  const title =
    number === 1 ? range : parts.length === 0 ? (document.title ?? `${range} (${number})`) : `${document.title ?? number}: ${range}`;
  const names = talk.speakers.slice(0, 5).map(({ name }) => name);
  const download = downloadOf(archive, shown);
  return {
    ...pageHead(archive, {
      path,
      titleLang: talkLink(archive, talk).lang,
      title,
      description: words.description({ slides: deck.pages.length, talk: talk.title, speakers: list.and(names), event: event.record.name }),
      above: [link(archive, PATHS.events, sections.events), link(archive, event.path, event.record.name), talkLink(archive, talk)],
      section: PATHS.events,
      file: talk.file,
      ogType: "article",
      alternates: [{ ...download, label: words.title, format: "PDF", type: "application/pdf", of: talk.title }],
      uses: { scripts: ["slides"], needs: NO_NEEDS },
    }),
    windowTitle: words.windowTitle({ title, talk: talk.title, event: event.record.name }),
    talk: talkLink(archive, talk),
    speakers: names.length > 0 ? piecesOf(list.and(names.map(isolated))) : [],
    size: count.slides(deck.pages.length),
    all: deck.pages.length,
    download,
    slidesLang: language === archive.site.record.language ? null : language,
    textNote: deck.pages.every(({ lines }) => lines.length === 0) ? words.noText : null,
    slides: pages.map((page, index) => slideView(archive, page, deck.pages.length, index)),
    parts,
  };
}

/** Longer first lines are no titles. */
const LONGEST_TITLE = 80;

function slideView(archive: Archive, { number, lines, picture, thumbnail }: DeckPage, all: number, index: number): SlideView {
  const words = archive.words.slides;
  const [line = ""] = lines;
  const title = line.length > LONGEST_TITLE ? `${cut(line, LONGEST_TITLE).replace(/\s+\S*$/u, "")}…` : line;
  return {
    number,
    title: title || null,
    picture: pictureView(archive, picture, {
      alt: words.alt({ number, all, title }),
      sizes: SIZES,
      lazy: index > 0,
    }),
    thumbnail: pictureView(archive, thumbnail, { alt: words.slide, sizes: "", lazy: true }),
    lines,
  };
}
