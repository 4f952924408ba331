/** What pages use beside what every page has, by what they show: their scripts, and what their policy has to let through. */
import type { Archive, Talk } from "../model/archive.ts";
import { deckOf } from "../model/slides.ts";
import { isCitable } from "./citation.ts";
import { outsidePlayer, type Player } from "./players.ts";
import type { Needs, PageUse } from "./policy.ts";
import { outsideSlides, type SlidePlayer } from "./slide-players.ts";

export const NO_NEEDS: Needs = {};

/** A list of more talks than this has a page a year, and an overview that finds the others through an index. */
export const WHOLE_LIST = 150;

/** The search page. */
export const SEARCH_USE: PageUse = {
  scripts: ["search"],
  needs: { search: true, forms: ["https://duckduckgo.com"] },
};

/** The scripts of a page with a list of talks: one talk needs no filter, and very many are found through an index. */
export function listScripts(talks: number, isOverview = talks > WHOLE_LIST): string[] {
  if (isOverview) return ["presentations-index"];
  return talks > 1 ? ["presentations"] : [];
}

/** Whether the page of a talk plays its video. */
function showsPlayer(archive: Archive, talk: Talk): boolean {
  return talk.video?.file !== undefined || outsidePlayer(archive, talk.video) !== undefined;
}

/** The player of slides elsewhere that the page of a talk opens: that of its slides, unless the archive shows them itself. */
export function slidesOnPage(archive: Archive, talk: Talk): SlidePlayer | undefined {
  return deckOf(archive, talk) ? undefined : outsideSlides(talk.slides);
}

/** What the page of a talk uses. */
export function talkUse(archive: Archive, talk: Talk): PageUse {
  const slides = slidesOnPage(archive, talk);
  const plays = showsPlayer(archive, talk) || slides !== undefined;
  return {
    scripts: [...(isCitable(talk) ? ["cite"] : []), ...(plays ? ["player"] : [])],
    needs: framing(originsOf([videoOnPage(archive, talk), slides])),
  };
}

/** What the transcript of a talk uses. */
export function transcriptUse(archive: Archive, talk: Talk): PageUse {
  const plays = showsPlayer(archive, talk);
  const follows = talk.video?.file !== undefined;
  return {
    scripts: plays ? ["player", ...(follows ? ["transcript"] : [])] : [],
    needs: framing(originsOf([videoOnPage(archive, talk)])),
  };
}

/** What a page uses that lists these talks and opens their slides and videos: the site's own pages of slides, and the players. */
export function openingUse(archive: Archive, talks: readonly Talk[]): PageUse {
  const hasDeck = talks.some((talk) => deckOf(archive, talk) !== undefined);
  const videos = talks.flatMap(({ recordings }) => recordings.map((recording) => outsidePlayer(archive, recording)));
  const players = [...videos, ...talks.flatMap(({ documents }) => documents.map(outsideSlides))].filter((one) => one !== undefined);
  const plays = players.length > 0 || talks.some(({ recordings }) => recordings.some(({ file }) => file !== undefined));
  return {
    scripts: [...(plays ? ["player"] : []), ...(plays || hasDeck ? ["open-in-place"] : [])],
    needs: framing([...(hasDeck ? ["'self'"] : []), ...originsOf(players)]),
  };
}

/** The player of a video elsewhere that the page of a talk opens; none where the archive has the video itself. */
function videoOnPage(archive: Archive, { video }: Talk): Player | undefined {
  return video?.file === undefined ? outsidePlayer(archive, video) : undefined;
}

/** The origins that players come from, each once, in order of their names. */
function originsOf(players: readonly ({ host: string } | undefined)[]): string[] {
  return [...new Set(players.flatMap((player) => player?.host ?? []))].sort().map((host) => `https://${host}`);
}

function framing(frames: readonly string[]): Needs {
  return frames.length === 0 ? NO_NEEDS : { frames };
}
