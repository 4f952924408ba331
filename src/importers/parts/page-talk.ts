/** What a saved page of one talk says: title, abstract, speakers with roles and bios, slides and video. */
import { clip } from "../../model/records/fields.ts";
import { count } from "../../text/wording.ts";
import type { ForeignTalk, ForeignTime, Place } from "../importer.ts";
import type { Block } from "./document.ts";
import { tellLeft } from "./page-left.ts";
import { type Element, elementsBelow, textBelow } from "../../text/html.ts";
import { elementBlocks } from "./html-to-markdown.ts";
import { looseClocks, looseDate } from "./loose-times.ts";
import { placeMedia } from "./media-links.ts";
import { isGenericLabel, linksBelow, pageAddress, type PageLink } from "./page-links.ts";
import { ABOUT_PEOPLE, ABOUT_TALK, blocksOf, labelledTitle, readSections, textOfBlock } from "./page-sections.ts";
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
  const headed = heading && lineOf(textBelow(heading));
  const all = blocksOf(elementBlocks(content, base));
  const written = labelledTitle(all) ?? headed ?? titleOfWindow(page);
  const title = reading.title(written, place);
  if (title === undefined) return undefined;
  const at = all.findIndex((block) => [lineOf(written), headed].includes(textOfBlock(block)));
  const links = linksBelow(content, base).filter((link) => link.isVideo || link.isSlides || link.isOriginal);
  const addresses = new Set(links.map(({ url }) => url));
  const isOfTalk = (block: Block) => !isOnlyLinks(block, addresses);
  const above = all.slice(0, Math.max(0, at)).filter((block) => isOfTalk(block) && !SITE_NAME.test(textOfBlock(block)));
  if (above.some((block) => textIn(block) !== "")) reading.drop("text above the title");
  const collected = readSections(all.slice(at + 1).filter(isOfTalk));
  const labels = new Labels(collected.labels);
  const room = labels.take("room", "location", "where");
  const track = labels.take("track");
  const when = timeOf(labels, reading);
  const isKnown = (text: string) => text === written || text === headed;
  const left = [
    ...(headed === undefined || headed === title || headed === lineOf(written) ? [] : [headed]),
    ...labels.rest.filter(([, value]) => !isKnown(value)).map((pair) => pair.join(": ")),
    ...collected.left,
  ];
  tellLeft(left, `page of “${clip(title)}”`, place, reading);
  tellRelative(content, base, place, reading);
  return {
    rows: [place],
    key: base ?? title,
    record: {
      title,
      ...filled({
        abstract: writeMarkdown(collected.abstract),
        room,
        track,
      }),
      ...mediaOf(links, place, reading),
    },
    ...filled({ url: base, when }),
    speakers: collected.people,
  };
}

/** What labels say; what nobody took is the rest. */
class Labels {
  readonly #said: Map<string, string>;

  constructor(labels: Partial<Record<string, string>>) {
    this.#said = new Map(
      Object.entries(labels).flatMap(([label, text]): [string, string][] => (text === undefined ? [] : [[label, text]])),
    );
  }

  /** What the first of these labels says that is there. */
  take(...labels: string[]): string | undefined {
    const label = labels.find((one) => this.#said.has(one));
    const text = label === undefined ? undefined : this.#said.get(label);
    if (label !== undefined) this.#said.delete(label);
    return text;
  }

  /** Gives back what could not be read. */
  leave(label: string, text: string): void {
    this.#said.set(label, text);
  }

  get rest(): [string, string][] {
    return [...this.#said];
  }
}

function timeOf(labels: Labels, reading: Reading): ForeignTime | undefined {
  const [dateText = "", timeText = ""] = [labels.take("date", "when", "day"), labels.take("time")];
  const date = looseDate(dateText, undefined);
  const clocks = looseClocks(timeText || dateText);
  if (date === undefined && dateText !== "") labels.leave("date", dateText);
  if (timeText !== "" && (date === undefined || clocks.length === 0)) labels.leave("time", timeText);
  if (date === undefined) return undefined;
  const [start, end] = clocks;
  const until = end && `to ${end}`;
  reading.guessTime(dateText, [date, ...(timeText === "" ? [start, until] : [])]);
  reading.guessTime(timeText, [start, until]);
  return { date, ...reading.clocks(date, start, end, "time") };
}

/** Slides and recordings whose address is told from the place of a page that does not say where it was. */
function tellRelative(content: Element, base: string | undefined, place: Place, reading: Reading): void {
  const addresses =
    base === undefined ? [...elementsBelow(content)].flatMap((one) => one.attributes.get("href") ?? one.attributes.get("src") ?? []) : [];
  const files = new Set(addresses.filter(isFile));
  const [first, ...more] = files;
  if (first !== undefined)
    reading.warn(
      place,
      "relative-address",
      `${more.length === 0 ? `The address \`${clip(first)}\` of a file starts` : `The addresses of ${count(files.size, "file")}, such as \`${clip(first)}\`, start`} from the place of this page, and it does not say where that was.`,
      'Write `<base href="https://…">` with its old address into the page, or add the links to the record by hand.',
    );
}

const isFile = (address: string) =>
  !/^[a-z]+:/i.test(address) && /\.(pdf|pptx?|odp|key|mp4|webm|mov|avi|flv|ogv|mp3|ogg|zip)$/i.test(address);

const textIn = (block: Block) => lineOf(writeMarkdown([block])).replace(/[^\p{L}\p{N}]+/gu, "");

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

const isWhole = (link: string | undefined): link is string => link !== undefined && /^(?:[a-z]+:|\/\/)/i.test(link);

function isOnlyLinks(block: Block, addresses: ReadonlySet<string>): boolean {
  if (block.type !== "paragraph") return block.type === "rule";
  const runs = block.runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return (
    runs.length > 0 && runs.every(({ link, text }) => (isWhole(link) ? addresses.has(pageAddress(link) ?? link) : isGenericLabel(text)))
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
