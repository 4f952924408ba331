/** Where the slides of a talk are shown and how long decks are cut into pages. */
import type { Archive, Talk } from "../model/archive.ts";
import type { DeckPage } from "../model/made-media.ts";
import { deckCuts, deckPaths, decksOf, type ShownDeck } from "../model/slides.ts";
import { href, mediaPath, slidesPath } from "../model/urls.ts";
import { foreignLanguage, type Link, link, type MediaLink, mediaLinks } from "./links.ts";
import { documentTitle } from "./media-titles.ts";
import type { PartLink } from "./parts.ts";
import { type PictureView, pictureView } from "./picture.ts";

/** The links to one document of a talk: slides that the archive shows lead to where it does. */
export function documentLinks(archive: Archive, talk: Talk, document: Talk["documents"][number]): MediaLink[] {
  const kind = document.kind === "slides" ? "slides" : "document";
  const label = documentTitle(archive, talk, document);
  const links = mediaLinks(archive, kind, document, talk.title, foreignLanguage(archive, talk), label);
  const shown = decksOf(archive, talk).find((one) => one.document === document);
  if (!shown) return links;
  const viewer = href(archive.site.base, slidesPath(talk.event.id, talk.slug, shown.number));
  return links.map((one) => (one.local ? { ...one, href: viewer, where: archive.words.count.pages(shown.deck.pages.length) } : one));
}

/** The first slide, which leads to all of them, and the file itself. */
export interface DeckCover {
  picture: PictureView;
  viewer: Link;
  download: Link;
}

export function deckCover(archive: Archive, talk: Talk): DeckCover | null {
  const [shown] = decksOf(archive, talk);
  const first = shown?.deck.pages[0];
  if (!shown || !first) return null;
  const { words } = archive;
  const label = shown.document.title ?? words.links.documents.slides;
  return {
    // The link says where it leads; the picture shows nothing that its words do not say.
    picture: pictureView(archive, first.picture, { alt: "", sizes: "(width >= 56rem) 24rem, 100vw", lazy: true }),
    viewer: link(archive, slidesPath(talk.event.id, talk.slug), words.slidesOf.all({ label, pages: shown.deck.pages.length })),
    download: downloadOf(archive, shown),
  };
}

/** `Download PDF, 1.2 MB`. */
export function downloadOf(archive: Archive, { document: { file = "" } }: ShownDeck): Link {
  const { bytes, slidesOf } = archive.words;
  return link(archive, mediaPath(file), slidesOf.download(bytes(archive.media.get(file)?.bytes ?? 0)));
}

/** One page of the site with slides of a deck. */
export interface DeckPart {
  path: string;
  pages: DeckPage[];
  /** Links to all parts; empty where there is only one. */
  parts: PartLink[];
}

/** The pages of the site that show a deck. */
export function deckParts(archive: Archive, talk: Talk, shown: ShownDeck): DeckPart[] {
  const cuts = deckCuts(shown.deck);
  const paths = deckPaths(talk, shown);
  const labels = cuts.map((pages) => `${pages[0]?.number}–${pages.at(-1)?.number}`);
  return cuts.map((pages, index) => ({
    path: paths[index] ?? "",
    pages,
    parts: cuts.length === 1 ? [] : paths.map((path, at) => ({ ...link(archive, path, labels[at] ?? ""), current: at === index })),
  }));
}

/** The site path of one slide, which works without JavaScript too; the page of all slides where there is no such slide. */
export function slidePath(talk: Talk, shown: ShownDeck, number: number): string {
  const part = deckCuts(shown.deck).findIndex((pages) => pages.some((page) => page.number === number));
  const path = deckPaths(talk, shown)[part];
  return path === undefined ? slidesPath(talk.event.id, talk.slug, shown.number) : `${path}#slide-${number}`;
}
