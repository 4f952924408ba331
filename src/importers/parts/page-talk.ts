/** Owns what a saved page of one talk says: title, abstract, speakers with roles and bios, slides and video. */
import type { ForeignAppearance, ForeignTalk, Place } from "../importer.ts";
import type { Block } from "./document.ts";
import { type Element, elementsBelow, textBelow } from "./html.ts";
import { elementBlocks } from "./html-to-markdown.ts";
import { looseClocks, looseDate } from "./loose-times.ts";
import { placeMedia } from "./media-links.ts";
import { isGenericLabel, linksBelow, type PageLink } from "./page-links.ts";
import { looksLikeName, printedPeople, printedPerson } from "./page-people.ts";
import { filled, lineOf, type Reading } from "./reading.ts";
import { writeMarkdown } from "./write-markdown.ts";

const SITE_NAME =
  /^(welcome to )?(the )?(xen(\.org| ?project)?|xen ?(project )?(developer |user |design |and )*summit)( (north america|asia|europe|fall|spring))?( 20\d\d)?$/i;
const ABOUT_TALK = /^(abstract|description|overview|summary|about (the|this) (talk|session|presentation)|details)\b/i;
const ABOUT_PEOPLE =
  /^((about )?(the )?(speakers?|presenters?|authors?|panell?ists?)( bios?| biograph(y|ies))?|bio(graph(y|ies)|s)?)\s*:?$/i;
const ABOUT_FILES = /^(slides?|videos?|presentations?( material)?|downloads?|links|resources|materials?|media|recordings?)\b.{0,30}$/i;
const LABEL = /^(speakers?|presenters?|presented by|authors?|by|date|day|when|time|room|location|where|track|title)\s*:\s*(.*)$/is;

type Section = "talk" | "people" | "files" | "other";

export function readPageTalk(
  content: Element,
  page: Element,
  place: Place,
  base: string | undefined,
  reading: Reading,
): ForeignTalk | undefined {
  const heading = titleElement(content);
  const written = heading ? lineOf(textBelow(heading)) : titleOfWindow(page);
  const title = reading.title(written, place);
  if (title === undefined) return undefined;
  const all = elementBlocks(content, base);
  const at = all.findIndex((block) => textOfBlock(block) === lineOf(written));
  const links = linksBelow(content, base).filter((link) => link.isVideo || link.isSlides || link.isOriginal);
  const collected = collect(all.slice(at + 1).filter((block) => !isOnlyLinks(block, links)));
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

interface Collected {
  abstract: Block[];
  people: ForeignAppearance[];
  labels: Partial<Record<string, string>>;
}

function collect(blocks: readonly Block[]): Collected {
  const result: Collected = { abstract: [], people: [], labels: {} };
  let section: Section = "talk";
  let bio: Block[] = [];
  let current: ForeignAppearance | undefined;
  const endBio = () => {
    const text = writeMarkdown(bio);
    if (current && text !== "") current.bio = text;
    bio = [];
  };
  const add = (people: readonly ForeignAppearance[]) => {
    endBio();
    for (const person of people) {
      // a bio further down the page belongs to the speaker named above
      const known = result.people.find(({ name }) => name === person.name);
      current = known ? Object.assign(known, person) : person;
      if (!known) result.people.push(person);
    }
  };
  for (const block of blocks.flatMap(flat)) {
    const text = textOfBlock(block);
    const [, label = "", value = ""] = LABEL.exec(text) ?? [];
    if (block.type === "heading" || (block.type === "paragraph" && isAllStrong(block))) {
      const next = sectionOf(text);
      const people = printedPeople(text);
      if (next) {
        endBio();
        section = next;
        continue;
      }
      if (people.length > 0) {
        add(people);
        section = "people";
        continue;
      }
      if (block.type === "heading") {
        endBio();
        section = "other";
      }
    }
    if (/^(speakers?|presenters?|presented by|authors?|by)$/i.test(label) && printedPeople(`${label} ${value}`).length > 0)
      add(printedPeople(`${label} ${value}`));
    else if (label !== "" && value !== "" && value.length < 200 && !/^(title|by)$/i.test(label))
      result.labels[label.toLowerCase()] = lineOf(value);
    else if (section === "people") {
      const people = text.length <= 150 ? printedPeople(text) : [];
      const lead = people.length === 0 ? leadingPerson(block) : undefined;
      if (people.length > 0) add(people);
      else if (lead) {
        add([lead]);
        bio.push(block);
      } else if (current) bio.push(block);
    } else if (section === "talk") result.abstract.push(block);
  }
  endBio();
  return result;
}

const flat = (block: Block): Block[] => (block.type === "quote" ? block.blocks.flatMap(flat) : [block]);

function sectionOf(text: string): Section | undefined {
  if (ABOUT_TALK.test(text) && text.length < 60) return "talk";
  if (ABOUT_PEOPLE.test(text)) return "people";
  return ABOUT_FILES.test(text) ? "files" : undefined;
}

/** `**Ann Lee** works on …`: the bio starts with the name. */
function leadingPerson(block: Block): ForeignAppearance | undefined {
  if (block.type !== "paragraph") return undefined;
  const lead = block.runs.find(({ text }) => text.trim() !== "");
  const name = lead?.strong
    ? lineOf(lead.text)
        .replace(/[,:–—-]+$/, "")
        .trim()
    : "";
  return looksLikeName(name) ? printedPerson(name) : undefined;
}

function isAllStrong(block: Extract<Block, { type: "paragraph" }>): boolean {
  return block.runs.every(({ strong, text }) => strong === true || text.trim() === "") && textOfBlock(block).length < 150;
}

function textOfBlock(block: Block): string {
  if (block.type === "code") return block.value;
  if (block.type !== "paragraph" && block.type !== "heading") return "";
  return lineOf(block.runs.map(({ text, kind }) => (kind === "break" ? "\n" : text)).join(""));
}

function isOnlyLinks(block: Block, links: readonly PageLink[]): boolean {
  if (block.type !== "paragraph") return block.type === "rule";
  const runs = block.runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return (
    runs.length > 0 &&
    runs.every(({ link, text }) => isGenericLabel(text) || (link !== undefined && (text === link || links.some(({ url }) => url === link))))
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
