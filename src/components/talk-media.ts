/** The marks of a talk's slides and video in lists, and what makes a mark open in place. */
import type { Archive, Talk } from "../model/archive.ts";
import type { Needs } from "../publishing/policy.ts";
import { foreignLanguage, type MediaLink, mediaLinks } from "./links.ts";
import { captionsOf, outsidePlayer, playerOrigins } from "./player.ts";
import { deckOf, slideLinks } from "./slides.ts";

/** The links to the slides and the video of a talk. */
export function talkMedia(archive: Archive, talk: Talk): MediaLink[] {
  const videos = mediaLinks(archive, "video", talk.video, talk.title, foreignLanguage(archive, talk));
  const slides = slideLinks(archive, talk).map((one) => ({ ...one, play: one.local ? deckPlay(archive, talk) : null }));
  return [...slides, ...videos.map((video) => ({ ...video, play: playOf(archive, talk, video) }))];
}

/** The scripts of a page that lists these talks. */
export function mediaScripts(archive: Archive, talks: readonly Talk[]): string[] {
  const plays = talks.some((talk) => talk.video?.file !== undefined || outsidePlayer(archive, talk));
  if (plays) return ["player", "open-in-place"];
  return hasDeck(archive, talks) ? ["open-in-place"] : [];
}

/** What a page that lists these talks needs to open their slides and videos: the site's own pages of slides, and the players. */
export function openingNeeds(archive: Archive, talks: readonly Talk[]): Needs {
  const frames = [...(hasDeck(archive, talks) ? ["'self'"] : []), ...playerOrigins(archive, talks)];
  return frames.length === 0 ? {} : { frames };
}

const hasDeck = (archive: Archive, talks: readonly Talk[]) => talks.some((talk) => deckOf(archive, talk) !== undefined);

/** What a page needs to open the players of the videos elsewhere that it offers to play. */
export function playerNeeds(archive: Archive, talks: readonly Talk[]): Needs {
  const frames = playerOrigins(archive, talks);
  return frames.length === 0 ? {} : { frames };
}

function deckPlay(archive: Archive, talk: Talk): MediaLink["play"] {
  if (!deckOf(archive, talk)) return null;
  return { title: archive.words.slidesOf.title(talk.title), embed: null, needsReferrer: false, captions: null, lang: null };
}

function playOf(archive: Archive, talk: Talk, video: MediaLink): MediaLink["play"] {
  const title = archive.words.player.title(talk.title);
  if (video.local) {
    const captions = captionsOf(archive, talk);
    return { title, embed: null, needsReferrer: false, captions: captions?.src ?? null, lang: captions?.lang ?? null };
  }
  const player = outsidePlayer(archive, talk);
  return player ? { title, embed: player.embed, needsReferrer: player.needsReferrer, captions: null, lang: null } : null;
}
