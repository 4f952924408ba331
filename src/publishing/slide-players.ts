/** Slides on other hosts that open in place: which address tells the player of its host, and what that is embedded from. */
import type { Talk } from "../model/archive.ts";
import { type AddressParts, addressParts, archiveItem } from "./players.ts";

/** The player of slides on another host. */
export interface SlidePlayer {
  /** What readers call the host. */
  name: string;
  /** The host that a browser asks when the player opens. */
  host: string;
  /** The address of the player, made of checked ids and never pasted from a record. */
  embed: string;
}

type Finder = (found: AddressParts) => SlidePlayer | undefined;

/** The number of a deck ends its address; a day of the calendar at the end of an old address does not count as one. */
const slideShare: Finder = ({ path, host }) => {
  if (!/^(?:[a-z]{2}\.|www2\.)?slideshare\.net$/.test(host)) return undefined;
  const [, id] = /^slideshow\/(?:embed_code\/(?:key\/(?=\w{8,24}$))?|[^/]+\/(?=\d+$))(\w+)$/.exec(path.join("/")) ?? [];
  const [, old] = (path.length === 2 && /-(\d{7,10})$/.exec(path[1] ?? "")) || [];
  const isDay = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(old ?? "");
  const number = path[0] === "slideshow" ? id : isDay ? undefined : old;
  if (number === undefined) return undefined;
  const isNumber = /^\d{5,12}$/.test(number);
  if (!isNumber && path[2] !== "key") return undefined;
  return {
    name: "SlideShare",
    host: "www.slideshare.net",
    embed: `https://www.slideshare.net/slideshow/embed_code/${isNumber ? "" : "key/"}${number}`,
  };
};

const googleSlides: Finder = ({ path, host }) => {
  if (host !== "docs.google.com") return undefined;
  const [, published = "", id] = /^presentation\/(?:u\/\d+\/)?d\/(e\/)?([\w-]{20,120})(?:\/|$)/.exec(path.join("/")) ?? [];
  if (id === undefined) return undefined;
  return { name: "Google Slides", host, embed: `https://docs.google.com/presentation/d/${published}${id}/embed?start=false` };
};

/** The addresses of its decks do not tell the player, so that records name it. */
const speakerDeck: Finder = ({ path, host }) => {
  const [, id] = /^player\/([0-9a-f]{20,40})$/.exec(path.join("/")) ?? [];
  if (host !== "speakerdeck.com" || id === undefined) return undefined;
  return { name: "Speaker Deck", host, embed: `https://speakerdeck.com/player/${id}` };
};

const internetArchive: Finder = (found) => {
  const item = archiveItem(found);
  return item === undefined ? undefined : { name: "Internet Archive", host: "archive.org", embed: `https://archive.org/embed/${item}` };
};

/** Addresses that tell a player, as an editor would write them. */
export const SLIDE_PLAYER_EXAMPLES = [
  "https://www.slideshare.net/slideshow/embed_code/12345678",
  "https://docs.google.com/presentation/d/<id>/embed",
  "https://speakerdeck.com/player/<id>",
  "https://archive.org/embed/<item>",
];

/**
 * The player of the slides at an address; undefined where it tells none.
 *
 * @example slidePlayerOf("https://www.slideshare.net/slideshow/status/1387962")?.embed
 *   // "https://www.slideshare.net/slideshow/embed_code/1387962"
 */
export function slidePlayerOf(address: string): SlidePlayer | undefined {
  const found = addressParts(address);
  if (!found) return undefined;
  for (const find of [slideShare, googleSlides, speakerDeck, internetArchive]) {
    const player = find(found);
    if (player) return player;
  }
  return undefined;
}

/** The player of slides elsewhere that are not known to be gone, by `embed` of the record or else by their address. */
export function outsideSlides(document: Talk["documents"][number] | Talk["slides"]): SlidePlayer | undefined {
  if (document?.url === undefined || document.unavailable !== undefined) return undefined;
  if ("kind" in document && document.kind !== "slides") return undefined;
  return slidePlayerOf(document.embed ?? document.url);
}
