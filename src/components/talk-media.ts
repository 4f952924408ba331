/** The marks of a talk's slides and video in lists, and what makes a mark open in place. */
import type { Archive, Talk } from "../model/archive.ts";
import type { Needs } from "../publishing/policy.ts";
import { foreignLanguage, type MediaLink, mediaLinks } from "./links.ts";
import { captionsOf, outsidePlayer, playerOrigins } from "./player.ts";
import { recordingTitle } from "./media-titles.ts";
import { deckOf, documentLinks } from "./slides.ts";

/** The links to the slides and recordings of a talk, as lists show them. */
export function talkMedia(archive: Archive, talk: Talk): MediaLink[] {
  return allTalkMedia(archive, talk).filter(({ kind }) => kind !== "document");
}

/** The links to all documents and recordings of a talk. */
export function allTalkMedia(archive: Archive, talk: Talk): MediaLink[] {
  const documents = talk.documents.flatMap((document) =>
    documentLinks(archive, talk, document).map((one) => ({
      ...one,
      play: one.local && document === talk.slides ? deckPlay(archive, talk) : null,
    })),
  );
  const recordings = talk.recordings.flatMap((recording) => {
    const label = recordingTitle(archive, talk, recording);
    const links = mediaLinks(archive, "video", recording, talk.title, foreignLanguage(archive, talk), label);
    return links.map((link) => ({ ...link, play: playOf(archive, talk, recording, link) }));
  });
  return [...documents, ...recordings];
}

/** The scripts of a page that lists these talks. */
export function mediaScripts(archive: Archive, talks: readonly Talk[]): string[] {
  const recordings = talks.flatMap((talk) => talk.recordings);
  const plays = recordings.some((recording) => recording.file !== undefined || outsidePlayer(archive, recording));
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

function playOf(archive: Archive, talk: Talk, recording: Talk["recordings"][number], video: MediaLink): MediaLink["play"] {
  const title = archive.words.player.title(talk.title);
  if (video.local) {
    const captions = captionsOf(archive, talk, recording);
    return { title, embed: null, needsReferrer: false, captions: captions?.src ?? null, lang: captions?.lang ?? null };
  }
  const player = outsidePlayer(archive, recording);
  return player ? { title, embed: player.embed, needsReferrer: player.needsReferrer, captions: null, lang: null } : null;
}
