/** What pages use beside what every page has, by what they show: their scripts, and what their policy has to let through. */
import type { Archive, Talk } from "../model/archive.ts";
import { deckOf } from "../model/slides.ts";
import { isCitable } from "./citation.ts";
import { outsidePlayer, playerOrigins } from "./players.ts";
import type { Needs, PageUse } from "./policy.ts";

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

/** What the page of a talk uses. */
export function talkUse(archive: Archive, talk: Talk): PageUse {
  const plays = showsPlayer(archive, talk);
  return { scripts: [...(isCitable(talk) ? ["cite"] : []), ...(plays ? ["player"] : [])], needs: playerNeeds(archive, talk) };
}

/** What the transcript of a talk uses. */
export function transcriptUse(archive: Archive, talk: Talk): PageUse {
  const plays = showsPlayer(archive, talk);
  const follows = talk.video?.file !== undefined;
  return { scripts: plays ? ["player", ...(follows ? ["transcript"] : [])] : [], needs: playerNeeds(archive, talk) };
}

/** What a page uses that lists these talks and opens their slides and videos: the site's own pages of slides, and the players. */
export function openingUse(archive: Archive, talks: readonly Talk[]): PageUse {
  const hasDeck = talks.some((talk) => deckOf(archive, talk) !== undefined);
  const recordings = talks.flatMap((talk) => talk.recordings);
  const plays = recordings.some((recording) => recording.file !== undefined || outsidePlayer(archive, recording) !== undefined);
  const frames = [...(hasDeck ? ["'self'"] : []), ...playerOrigins(archive, talks)];
  return {
    scripts: [...(plays ? ["player"] : []), ...(plays || hasDeck ? ["open-in-place"] : [])],
    needs: frames.length === 0 ? NO_NEEDS : { frames },
  };
}

/** What a page needs to open the player of a video elsewhere; nothing where the archive has the video itself. */
function playerNeeds(archive: Archive, talk: Talk): Needs {
  // The media bar of a page opens nothing in place, so it is the first recording alone that plays there.
  const frames = talk.video?.file === undefined ? playerOrigins(archive, [{ recordings: talk.recordings.slice(0, 1) }]) : [];
  return frames.length === 0 ? NO_NEEDS : { frames };
}
