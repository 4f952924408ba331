/** The view of a talk's video: a file of the archive that plays on the page, or a front for the player of another host; slides have such a front too. */
import type { Archive, Talk } from "../model/archive.ts";
import { slidesOnPage } from "../publishing/page-needs.ts";
import { secondsOf } from "../model/records/media.ts";
import { atSecond, outsidePlayer } from "../publishing/players.ts";
import { playerTitle, recordingTitle, stretchFragment, stretchOf } from "./media-titles.ts";
import { type PictureView, pictureOf } from "./picture.ts";
import { href, mediaPath } from "../model/urls.ts";

export interface PlayerView {
  /** What the player is called for readers who hear it. */
  title: string;
  file: { src: string; captions: Captions | null; poster: string | null } | null;
  front: PlayerFront | null;
  /** A still of the video, of the archive's own. */
  picture: PictureView | null;
}

export interface Captions {
  src: string;
  lang: string;
}

/** What stands for the player of another host until a reader asks for it. Nothing of it comes from that host. */
export interface PlayerFront {
  /** The video or the slides as the record names them; of a talk in a longer video, where it starts there. */
  href: string;
  label: string;
  /** What readers call the host. */
  name: string;
  /** Which host is asked, and when. */
  note: string;
  embed: string;
  /** The same for readers; of a video with its second. */
  watch: string;
  needsReferrer: boolean;
}

/** How wide a player is. */
const SIZES = "(width >= 64rem) 40rem, 92vw";

/** The player of a talk's video: the file of the archive, else that of another host. None for what is gone or only a page. */
export function playerView(archive: Archive, talk: Talk): PlayerView | null {
  return recordingPlayer(archive, talk, talk.video, playerTitle(archive, talk, talk.video));
}

/** A part of a video. */
export interface ChapterView {
  time: string;
  second: number;
  title: string;
  /** Where it plays from there: in the file, or on its host. None where the video has no player. */
  href: string | null;
}

/** A recording after the first. */
export interface FurtherPlayer {
  name: string;
  /** None where it is gone, or only a page or sound; it is shown for its parts then. */
  player: PlayerView | null;
  chapters: ChapterView[];
}

/** The players of the recordings after the first, each with its name and its parts. */
export function furtherPlayers(archive: Archive, talk: Talk): FurtherPlayer[] {
  return talk.recordings.slice(1).flatMap((recording) => {
    const name = recordingTitle(archive, talk, recording);
    const player = recordingPlayer(archive, talk, recording, archive.words.list.commas([name, talk.title]));
    const chapters = chaptersOf(recording, player);
    return player || chapters.length > 0 ? [{ name, player, chapters }] : [];
  });
}

/** The parts of a recording, as they are in its player. */
export function chaptersOf(recording: Talk["video"], player: PlayerView | null): ChapterView[] {
  const { front, file } = player ?? {};
  const from = (second: number) => (front ? atSecond(front.watch, second) : file ? `${file.src.replace(/#.*$/, "")}#t=${second}` : null);
  return (recording?.chapters ?? []).map(({ start, title }) => {
    const second = secondsOf(start);
    return { time: start, second, title, href: from(second) };
  });
}

/** The player of a recording; `title` is what it is called for readers who hear it. */
export function recordingPlayer(archive: Archive, talk: Talk, recording: Talk["video"], title: string): PlayerView | null {
  const { file, poster, url } = recording ?? {};
  const { player: words } = archive.words;
  const picture = poster === undefined ? null : pictureOf(archive, poster, { alt: "", sizes: SIZES });
  if (file !== undefined)
    return {
      title,
      file: {
        src: href(archive.site.base, mediaPath(file)) + stretchFragment(recording ?? {}),
        captions: captionsOf(archive, talk, recording),
        poster: picture?.src ?? null,
      },
      front: null,
      picture: null,
    };
  const player = outsidePlayer(archive, recording);
  if (!player || url === undefined) return null;
  const { name, host, embed, watch, needsReferrer } = player;
  return {
    title,
    file: null,
    front: {
      href: recording?.start === undefined ? url : watch,
      label: words.watch({ host: name, length: stretchOf(archive, recording ?? {}) ?? recording?.duration }),
      note: words.comesFrom({ name, host }),
      ...{ name, embed, watch, needsReferrer },
    },
    picture,
  };
}

/** The fronts of the slides of a talk on other hosts, where the archive does not show them itself. */
export function slidesFronts(archive: Archive, talk: Talk): PlayerView[] {
  return slidesOnPage(archive, talk).flatMap(({ slides: { url, title }, player }) => {
    if (url === undefined) return [];
    const { links, slidesOf: words } = archive.words;
    const label = words.openOn({ label: title ?? links.documents.slides, host: player.name });
    const front = {
      href: url,
      label,
      name: player.name,
      note: words.comesFrom(player),
      embed: player.embed,
      watch: url,
      needsReferrer: false,
    };
    return [{ title: words.title(talk.title), file: null, front, picture: null }];
  });
}

/** The captions of a recording, in its language, else in that of the talk. */
export function captionsOf(archive: Archive, talk: Talk, recording: Talk["video"]): Captions | null {
  const { captions, language } = recording ?? {};
  return captions === undefined ? null : { src: href(archive.site.base, mediaPath(captions)), lang: language ?? talk.language };
}
