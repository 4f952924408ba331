/** Owns the marks of a talk's slides and video in lists, and what makes a video mark play in place. */
import type { Archive, Talk } from "../model/archive.ts";
import type { Needs } from "../model/policy.ts";
import { foreignLanguage, type MediaLink, mediaLinks } from "./links.ts";
import { captionsOf, outsidePlayer, playerOrigins } from "./player.ts";
import { slideLinks } from "./slides.ts";

/** The links to the slides and the video of a talk. */
export function talkMedia(archive: Archive, talk: Talk): MediaLink[] {
  const videos = mediaLinks(archive, "video", talk.video, talk.title, foreignLanguage(archive, talk));
  return [...slideLinks(archive, talk), ...videos.map((video) => ({ ...video, play: playOf(archive, talk, video) }))];
}

/** The scripts of a page that lists these talks. */
export function mediaScripts(archive: Archive, talks: readonly Talk[]): string[] {
  const plays = talks.some((talk) => talk.video?.file !== undefined || outsidePlayer(archive, talk));
  return plays ? ["player", "open-in-place"] : [];
}

/** What a page needs to open the players of the videos elsewhere that it offers to play. */
export function playerNeeds(archive: Archive, talks: readonly Talk[]): Needs {
  const frames = playerOrigins(archive, talks);
  return frames.length === 0 ? {} : { frames };
}

function playOf(archive: Archive, talk: Talk, video: MediaLink): MediaLink["play"] {
  const title = `Video: ${talk.title}`;
  if (video.local) {
    const captions = captionsOf(archive, talk);
    return { title, embed: null, needsReferrer: false, captions: captions?.src ?? null, lang: captions?.lang ?? null };
  }
  const player = outsidePlayer(archive, talk);
  return player ? { title, embed: player.embed, needsReferrer: player.needsReferrer, captions: null, lang: null } : null;
}
