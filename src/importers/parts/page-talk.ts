/** What a saved page of one talk says: title, abstract, speakers with roles and bios, slides and video. */
import type { ForeignTalk, Place } from "../importer.ts";
import type { Block } from "./document.ts";
import { type Element, elementsBelow, textBelow } from "../../text/html.ts";
import { elementBlocks } from "./html-to-markdown.ts";
import { looseClocks, looseDate } from "./loose-times.ts";
import { placeMedia } from "./media-links.ts";
import { isGenericLabel, linksBelow, type PageLink } from "./page-links.ts";
import { ABOUT_PEOPLE, ABOUT_TALK, labelledTitle, readSections, textOfBlock } from "./page-sections.ts";
import { filled, lineOf, type Reading } from "./reading.ts";
import { writeMarkdown } from "./write-markdown.ts";

const SITE_NAME =
  /^(welcome to )?(the )?(xen(\.org| ?project)?|xen ?(project )?(developer |user |design |and )*summit)( (north america|asia|europe|fall|spring))?( 20\d\d)?$/i;
export function readPageTalk(
  content: Element,
  page: Element,
  place: Place,
  base: string | undefined,
  reading: Reading,
): ForeignTalk | undefined {
  const heading = titleElement(content);
  const all = elementBlocks(content, base);
  const written = labelledTitle(all) ?? (heading ? lineOf(textBelow(heading)) : titleOfWindow(page));
  const title = reading.title(written, place);
  if (title === undefined) return undefined;
  const at = all.findIndex((block) => textOfBlock(block) === lineOf(written));
  const links = linksBelow(content, base).filter((link) => link.isVideo || link.isSlides || link.isOriginal);
  const addresses = new Set(links.map(({ url }) => url));
  const collected = readSections(all.slice(at + 1).filter((block) => !isOnlyLinks(block, addresses)));
  const { date, time } = collected.labels;
  const day = date === undefined ? undefined : looseDate(date, undefined);
  return {
    rows: [place],
    key: base ?? title,
    record: {
      title,
      ...filled({
        abstract: writeMarkdown(collected.abstract),
        room: collected.labels["room"] ?? collected.labels["location"] ?? collected.labels["where"],
        track: collected.labels["track"],
      }),
      ...mediaOf(links, place, reading),
    },
    ...filled({ url: base, when: day === undefined ? undefined : { date: day, ...filled({ start: looseClocks(time ?? date ?? "")[0] }) } }),
    speakers: collected.people,
  };
}

/** The first heading that is not the name of the site, and of the highest rank there is. */
function titleElement(content: Element): Element | undefined {
  const headings = [...elementsBelow(content)].filter(({ name }) => /^h[1-4]$/.test(name));
  const possible = headings.filter((one) => {
    const text = lineOf(textBelow(one));
    return (
      text !== "" &&
      !SITE_NAME.test(text) &&
      !ABOUT_TALK.test(text) &&
      !ABOUT_PEOPLE.test(text) &&
      !/^(menu|navigation|search|login|share)$/i.test(text)
    );
  });
  const rank = possible.reduce((least, { name }) => (name < least ? name : least), "h9");
  return possible.find(({ name }) => name === rank);
}

/** Without the name of the site behind or before it. */
function titleOfWindow(page: Element): string {
  const element = [...elementsBelow(page)].find(({ name }) => name === "title");
  const parts = lineOf(element ? textBelow(element) : "").split(/\s+[|–—»·-]\s+/);
  return parts.find((part) => part !== "" && !SITE_NAME.test(part)) ?? "";
}

function isOnlyLinks(block: Block, addresses: ReadonlySet<string>): boolean {
  if (block.type !== "paragraph") return block.type === "rule";
  const runs = block.runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return (
    runs.length > 0 &&
    runs.every(({ link, text }) => isGenericLabel(text) || (link !== undefined && (text === link || addresses.has(link))))
  );
}

/** `Download original` is the file behind the player: of no use twice, but slides and videos may have nothing else. */
function mediaOf(links: readonly PageLink[], place: Place, reading: Reading) {
  const media = links.map(({ url, title, isVideo, isSlides }) => ({
    url,
    title: title === "" && !isVideo ? "Slides" : title,
    isVideo: isVideo ?? false,
    isSlides: isSlides ?? false,
  }));
  return placeMedia(media, (written) => reading.address(written, place));
}
