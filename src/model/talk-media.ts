/** The recordings and documents of a talk: one field or a list in the record, always a list here. */
import type { Talk } from "./archive.ts";
import type { FieldPath } from "./problem.ts";
import type { DocumentRecord, SlidesRecord, VideoRecord } from "./records/media.ts";
import type { TalkRecord } from "./records/talk.ts";

/** An entry, and the field of the record that holds it. */
export interface PlacedMedia<Entry> {
  entry: Entry;
  path: FieldPath;
  /** The record gives the address alone. */
  isShort: boolean;
}

/** All documents of a talk: what `slides` says, then what `documents` says. */
export function documentsIn({ slides, documents = [] }: TalkRecord): PlacedMedia<DocumentRecord>[] {
  const first = typeof slides === "string" ? { url: slides } : slides;
  return [
    ...(first ? [{ entry: { kind: "slides" as const, ...first }, path: ["slides"], isShort: typeof slides === "string" }] : []),
    ...documents.map((entry, index) => ({ entry, path: ["documents", index], isShort: false })),
  ];
}

/** All recordings of a talk: what `video` says, then what `recordings` says. */
export function recordingsIn({ video, recordings = [] }: TalkRecord): PlacedMedia<VideoRecord>[] {
  const first = typeof video === "string" ? { url: video } : video;
  return [
    ...(first ? [{ entry: first, path: ["video"], isShort: typeof video === "string" }] : []),
    ...recordings.map((entry, index) => ({ entry, path: ["recordings", index], isShort: false })),
  ];
}

/** The fields of a talk that follow from its media alone. */
export interface TalkMedia {
  /** Slides, papers, code and more, in the order of the record. */
  documents: DocumentRecord[];
  /** The main one first. */
  recordings: VideoRecord[];
  /** The first document that is slides. */
  slides: SlidesRecord | undefined;
  /** The first recording. */
  video: VideoRecord | undefined;
}

/** What a record says of media, ready for a talk. */
export function talkMediaOf(record: TalkRecord): TalkMedia {
  const documents = documentsIn(record).map(({ entry }) => entry);
  const recordings = recordingsIn(record).map(({ entry }) => entry);
  return { documents, recordings, slides: documents.find(({ kind }) => kind === "slides"), video: recordings[0] };
}

/** The local files of a talk below `assets/media/`: documents, captions and posters; and the videos themselves. */
export function mediaFilesOf({ documents, recordings }: Pick<Talk, "documents" | "recordings">): { small: string[]; videos: string[] } {
  const known = (files: (string | undefined)[]) => files.filter((file) => file !== undefined);
  return {
    small: known([...documents.map(({ file }) => file), ...recordings.flatMap(({ captions, poster }) => [captions, poster])]),
    videos: known(recordings.map(({ file }) => file)),
  };
}
