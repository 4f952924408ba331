/** What pages use beside what every page has, by what they show: their scripts, and what their policy has to let through. */
import type { Archive, Talk } from "../model/archive.ts";
import { deckOf, decksOf } from "../model/slides.ts";
import { transcribed } from "../model/transcript.ts";
import { isCitable } from "./citation.ts";
import { outsidePlayer, type Player } from "./players.ts";
import type { Needs, PageUse } from "./policy.ts";
import { outsideSlides, type SlidePlayer } from "./slide-players.ts";

export const NO_NEEDS: Needs = {};

/** A list of more talks than this has a page a year, and an overview that finds the others through an index. */
export const WHOLE_LIST = 150;

/** The index of more talks than this is in parts. */
export const WHOLE_INDEX = 600;

/** Free pages that stand in the footer of every page, and in its navigation where the site record names no sections: as many as it may name. */
export const MOST_PAGES = 40;
export const pagesInFrame = ({ pages }: Archive) => pages.slice(0, MOST_PAGES);

/** The search page. */
export const SEARCH_USE: PageUse = {
  scripts: ["search"],
  needs: { search: true, forms: ["https://duckduckgo.com"] },
};

/** The small page at a former address. */
export const MOVED_USE: PageUse = { scripts: ["moved"], needs: NO_NEEDS };

/** The scripts of a page with a list of talks: one talk needs no filter, and very many are found through an index. */
export function listScripts(talks: number, isOverview = talks > WHOLE_LIST): string[] {
  if (isOverview) return [talks > WHOLE_INDEX ? "presentations-parts" : "presentations-index"];
  return talks > 1 ? ["presentations"] : [];
}

/** Whether a recording plays on a page. */
function plays(archive: Archive, recording: Talk["video"]): boolean {
  return recording?.file !== undefined || outsidePlayer(archive, recording) !== undefined;
}

/** The slides elsewhere that the page of a talk opens, with their players: all but those that the archive shows itself. */
export function slidesOnPage(archive: Archive, talk: Talk): { slides: Talk["documents"][number]; player: SlidePlayer }[] {
  const shown = new Set(decksOf(archive, talk).map(({ document }) => document));
  return talk.documents.flatMap((slides) => {
    const player = slides.kind === "slides" && !shown.has(slides) ? outsideSlides(slides) : undefined;
    return player ? [{ slides, player }] : [];
  });
}

/** What the page of a talk uses. */
export function talkUse(archive: Archive, talk: Talk): PageUse {
  const slides = slidesOnPage(archive, talk).map(({ player }) => player);
  const opens = slides.length > 0 || talk.recordings.some((recording) => plays(archive, recording));
  return {
    scripts: [...(isCitable(talk) ? ["cite"] : []), ...(opens ? ["player"] : [])],
    needs: framing(originsOf([...talk.recordings.map((recording) => playerElsewhere(archive, recording)), ...slides])),
  };
}

/** What the transcript of a talk uses. */
export function transcriptUse(archive: Archive, talk: Talk): PageUse {
  const recording = transcribed(talk);
  const follows = recording?.file !== undefined;
  return {
    scripts: plays(archive, recording) ? ["player", ...(follows ? ["transcript"] : [])] : [],
    needs: framing(originsOf([playerElsewhere(archive, recording)])),
  };
}

/** What a page uses that lists these talks and opens their slides and videos: the site's own pages of slides, and the players. */
export function openingUse(archive: Archive, talks: readonly Talk[]): PageUse {
  const hasDeck = talks.some((talk) => deckOf(archive, talk) !== undefined);
  const videos = talks.flatMap(({ recordings }) => recordings.map((recording) => outsidePlayer(archive, recording)));
  const players = [...videos, ...talks.flatMap(({ documents }) => documents.map(outsideSlides))].filter((one) => one !== undefined);
  const opens = players.length > 0 || talks.some(({ recordings }) => recordings.some(({ file }) => file !== undefined));
  return {
    scripts: [...(opens ? ["player"] : []), ...(opens || hasDeck ? ["open-in-place"] : [])],
    needs: framing([...(hasDeck ? ["'self'"] : []), ...originsOf(players)]),
  };
}

/** The player of a recording elsewhere; none where the archive has the video itself. */
function playerElsewhere(archive: Archive, recording: Talk["video"]): Player | undefined {
  return recording?.file === undefined ? outsidePlayer(archive, recording) : undefined;
}

/** The origins that players come from, each once, in order of their names. */
function originsOf(players: readonly ({ host: string } | undefined)[]): string[] {
  return [...new Set(players.flatMap((player) => player?.host ?? []))].sort().map((host) => `https://${host}`);
}

function framing(frames: readonly string[]): Needs {
  return frames.length === 0 ? NO_NEEDS : { frames };
}
