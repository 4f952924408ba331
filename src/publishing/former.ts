/** The former addresses of what is below the page of a talk or an event: of its slides, transcript, agenda and files. */
import { addressOf } from "../model/addresses.ts";
import { agendaPagesOf } from "../model/agenda.ts";
import { type Archive, type Event, isTalk, type Talk } from "../model/archive.ts";
import { cutByWeight, MOST_TALKS, weightInProgramme } from "../model/list-weight.ts";
import { deckPaths, decksOf } from "../model/slides.ts";
import { transcriptParts } from "../model/transcript.ts";
import { agendaPath, eventTalksPath } from "../model/urls.ts";

/** The addresses in `formerUrls` that were those of such a page in this archive, such as `/events/2012/update/` of a talk. */
export function formerPages({ record, ...thing }: Talk | Event): string[] {
  const owner = "event" in thing ? "talk" : "event";
  const isPage = (path: string) => {
    const address = addressOf(path)?.address;
    return address?.ofRecord === true && address.owner === owner;
  };
  return (record.formerUrls ?? []).map((path) => path.replace(/(?:\/index\.html|\/)?$/, "/")).filter(isPage);
}

/** The address that something below a page had when the page was elsewhere. Files of a talk are named after it. */
export function formerAddress(address: string, page: string, former: string): string {
  const [name, before] = [nameOf(page), nameOf(former)];
  const inside = address.slice(page.length);
  return `${former}${inside.startsWith(`${name}.`) ? `${before}${inside.slice(name.length)}` : inside}`;
}

const nameOf = (page: string) => page.split("/").at(-2) ?? "";

/** The pages below that of a talk or an event. */
export function pagesBelow(archive: Archive, thing: Talk | Event): string[] {
  return isTalk(thing) ? belowTalk(archive, thing) : belowEvent(thing);
}

function belowTalk(archive: Archive, talk: Talk): string[] {
  const decks = decksOf(archive, talk).flatMap((shown) => deckPaths(talk, shown));
  return [...decks, ...transcriptParts(archive, talk).map(({ path }) => path)];
}

function belowEvent(event: Event): string[] {
  const { id, talks } = event;
  if (talks.length === 0) return [];
  const parts = cutByWeight(talks, weightInProgramme(event), MOST_TALKS).map((_, index) => eventTalksPath(id, index + 1));
  return [agendaPath(id), ...agendaPagesOf(event).map(({ path }) => path), ...parts.slice(1)];
}
