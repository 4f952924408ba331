/** The marks of a talk's slides and video in lists, and what makes a mark open in place. */
import type { Archive, Talk } from "../model/archive.ts";
import { decksOf } from "../model/slides.ts";
import { foreignLanguage, type MediaLink, mediaLinks } from "./links.ts";
import { outsidePlayer } from "../publishing/players.ts";
import { outsideSlides } from "../publishing/slide-players.ts";
import { playerTitle, recordingTitle } from "./media-titles.ts";
import { captionsOf } from "./player.ts";
import { documentLinks } from "./slides.ts";

/** The links to the slides and recordings of a talk, as lists show them. */
export function talkMedia(archive: Archive, talk: Talk): MediaLink[] {
  return allTalkMedia(archive, talk).filter(({ kind }) => kind !== "document");
}

/** The links to all documents and recordings of a talk. */
export function allTalkMedia(archive: Archive, talk: Talk): MediaLink[] {
  const documents = talk.documents.flatMap((document) =>
    documentLinks(archive, talk, document).map((one) => ({
      ...one,
      play: one.local ? deckPlay(archive, talk, document) : slidesPlay(archive, talk, document),
    })),
  );
  const recordings = talk.recordings.flatMap((recording) => {
    const label = recordingTitle(archive, talk, recording);
    const links = mediaLinks(archive, "video", recording, talk.title, foreignLanguage(archive, talk), label);
    const watch = recording.start === undefined ? undefined : outsidePlayer(archive, recording)?.watch;
    return links.map((link) => ({
      ...link,
      ...(!link.local && watch !== undefined && { href: watch }),
      play: playOf(archive, talk, recording, link),
    }));
  });
  return [...documents, ...recordings];
}

function deckPlay(archive: Archive, talk: Talk, document: Talk["documents"][number]): MediaLink["play"] {
  if (!decksOf(archive, talk).some((shown) => shown.document === document)) return null;
  return { title: archive.words.slidesOf.title(talk.title), embed: null, needsReferrer: false, captions: null, lang: null };
}

/** How slides elsewhere open in place. */
function slidesPlay(archive: Archive, talk: Talk, document: Talk["documents"][number]): MediaLink["play"] {
  const player = outsideSlides(document);
  if (!player) return null;
  return { title: archive.words.slidesOf.title(talk.title), embed: player.embed, needsReferrer: false, captions: null, lang: null };
}

function playOf(archive: Archive, talk: Talk, recording: Talk["recordings"][number], video: MediaLink): MediaLink["play"] {
  const title = playerTitle(archive, talk, recording);
  if (video.local) {
    const captions = captionsOf(archive, talk, recording);
    return { title, embed: null, needsReferrer: false, captions: captions?.src ?? null, lang: captions?.lang ?? null };
  }
  const player = outsidePlayer(archive, recording);
  return player ? { title, embed: player.embed, needsReferrer: player.needsReferrer, captions: null, lang: null } : null;
}
