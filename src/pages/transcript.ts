/** The transcript of a talk's video: its lines beside the player, in parts where it is long. */
import { talkDigest } from "../components/digests.ts";
import { digestOf } from "../text/digest.ts";
import { type Link, link, talkLink } from "../components/links.ts";
import type { PartLink } from "../components/parts.ts";
import { captionsOf, type PlayerView, recordingPlayer } from "../components/player.ts";
import { transcriptUse } from "../publishing/page-needs.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Talk } from "../model/archive.ts";
import { atSecond } from "../publishing/players.ts";
import { formatSeconds } from "../text/clock.ts";
import { cueId, type TranscriptPart, transcribed, transcriptOf, transcriptParts } from "../model/transcript.ts";
import { PATHS } from "../model/urls.ts";
import { grouped } from "./page-kind.ts";

interface TranscriptView extends PageHead {
  talk: Link;
  event: Link;
  /** The languages of the title and of what is said, where they are not that of the page. */
  talkLang: string | null;
  linesLang: string | null;
  player: PlayerView | null;
  /** Where the time of a line leads. */
  hint: string | null;
  paragraphs: { speaker: string | null; lines: { id: string; time: string; href: string; text: string }[] }[];
  parts: PartLink[];
  next: Link | null;
  /** The whole transcript as a file. */
  file: Link | null;
}

export const transcriptPages = grouped<TranscriptView>("transcript", function* groups(archive) {
  for (const talk of archive.talks) {
    const transcript = transcriptOf(archive, talk);
    if (transcript)
      yield {
        id: talk.id,
        key: () => `${talkDigest(archive, talk)} ${digestOf(transcript)}`,
        *views() {
          const parts = transcriptParts(archive, talk);
          for (const part of parts) yield transcriptView(archive, talk, part, parts);
        },
      };
  }
});

function transcriptView(archive: Archive, talk: Talk, part: TranscriptPart, parts: readonly TranscriptPart[]): TranscriptView {
  const { event } = talk;
  const recording = transcribed(talk);
  const player = recordingPlayer(archive, talk, recording, archive.words.player.title(talk.title));
  const captions = captionsOf(archive, talk, recording);
  const following = parts[part.number];
  const { parts: partWords, sections, transcript: words } = archive.words;
  const title = `${words.title}${parts.length > 1 ? partWords.suffix({ number: part.number, all: parts.length }) : ""}`;
  const span = parts.length > 1 ? { from: formatSeconds(part.from), to: formatSeconds(part.to) } : {};
  return {
    ...pageHead(archive, {
      path: part.path,
      title,
      description: words.description({ talk: talk.title, event: event.record.name, ...span }),
      above: [link(archive, PATHS.events, sections.events), link(archive, event.path, event.record.name), talkLink(archive, talk)],
      section: PATHS.events,
      file: talk.file,
      uses: transcriptUse(archive, talk),
    }),
    windowTitle: words.windowTitle({ title, talk: talk.title, event: event.record.name }),
    talk: link(archive, talk.path, talk.title),
    event: link(archive, event.path, event.record.name),
    talkLang: talk.language === archive.site.record.language ? null : talk.language,
    linesLang: captions === null || captions.lang === archive.site.record.language ? null : captions.lang,
    player,
    hint: hintOf(archive, player),
    paragraphs: part.paragraphs.map(({ speaker, lines }) => ({
      speaker: speaker ?? null,
      lines: lines.map(({ second, text }) => ({ id: cueId(second), time: formatSeconds(second), href: playsAt(player, second), text })),
    })),
    parts: nearby(parts, part).map((one) => ({
      ...link(archive, one.path, `${formatSeconds(one.from)}–${formatSeconds(one.to)}`),
      current: one === part,
    })),
    next: following ? link(archive, following.path, words.next(formatSeconds(following.from))) : null,
    file: captions && { label: words.file, href: captions.src },
  };
}

function hintOf({ words: { transcript: words } }: Archive, player: PlayerView | null): string | null {
  if (!player) return null;
  return player.front ? words.hintAt(player.front.name) : words.hint;
}

/** Where a line is heard: in the video elsewhere, in the file, or, where there is neither any more, at itself. */
function playsAt(player: PlayerView | null, second: number): string {
  if (player?.front) return atSecond(player.front.watch, second);
  return player?.file ? `${player.file.src.replace(/#.*$/, "")}#t=${second}` : `#${cueId(second)}`;
}

/** All parts, or of very many the first, the last and those around this one. */
function nearby(parts: readonly TranscriptPart[], part: TranscriptPart): readonly TranscriptPart[] {
  if (parts.length === 1) return [];
  return parts.filter(({ number }) => number === 1 || number === parts.length || Math.abs(number - part.number) <= 12);
}
