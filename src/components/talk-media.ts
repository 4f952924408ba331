/** The marks of a talk's slides and video in lists, and what makes a mark open in place. */
import type { Archive, Talk } from "../model/archive.ts";
import { deckOf } from "../model/slides.ts";
import { outsidePlayer } from "../publishing/players.ts";
import { foreignLanguage, type MediaLink, mediaLinks } from "./links.ts";
import { captionsOf } from "./player.ts";
import { slideLinks } from "./slides.ts";

/** The links to the slides and the video of a talk. */
export function talkMedia(archive: Archive, talk: Talk): MediaLink[] {
  const videos = mediaLinks(archive, "video", talk.video, talk.title, foreignLanguage(archive, talk));
  const slides = slideLinks(archive, talk).map((one) => ({ ...one, play: one.local ? deckPlay(archive, talk) : null }));
  return [...slides, ...videos.map((video) => ({ ...video, play: playOf(archive, talk, video) }))];
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
