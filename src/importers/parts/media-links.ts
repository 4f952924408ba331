/** What addresses of a foreign talk are: its video, its slides, or further links. */
import type { ForeignTalk } from "../importer.ts";

export interface Medium {
  url: string;
  /** How the source names it; may be empty. */
  title: string;
  /** Whether the source says that it is a recording, or slides. */
  isVideo?: boolean;
  isSlides?: boolean;
  /** As records have it. */
  length?: string | undefined;
}

const VIDEO_HOST =
  /^https?:\/\/([\w-]+\.)*(youtube\.com\/(watch|live|embed)|youtu\.be\/|vimeo\.com\/|media\.ccc\.de\/v\/|peertube|dailymotion\.com|blip\.tv)/i;
const SLIDE_HOST = /^https?:\/\/([\w-]+\.)*(speakerdeck\.com|slideshare\.net|slides\.com|docs\.google\.com\/presentation|noti\.st)\//i;
const SLIDES = /\b(slides?|slide ?deck|presentation|folien|diapositivas)\b/i;

/** Whether an address leads to a known place for recordings. */
export const isVideoAddress = (url: string) => VIDEO_HOST.test(url) || /\.(webm|mp4|ogv|m4v|mkv|flv)([?#]|$)/i.test(url);

/** Whether an address, with how it is named, leads to slides. */
export const isSlidesAddress = (url: string, title: string) =>
  SLIDE_HOST.test(url) || (SLIDES.test(title) && !VIDEO_HOST.test(url)) || /\.(pptx?|odp|key)([?#]|$)/i.test(url);

/** The address of a video of which a file says the host and the name there, or the whole address; nothing where that is no name of the host. */
export function videoOf(host: string, id: string): string | undefined {
  if (/^https?:/i.test(id)) return id;
  if (/^[\w-]+(\.[\w-]+)+\/./.test(id)) return `https://${id}`;
  if (/^youtube$/i.test(host) && /^[\w-]{6,20}$/.test(id)) return `https://www.youtube.com/watch?v=${id}`;
  return /^vimeo$/i.test(host) && /^\d+(\/\w+)?$/.test(id) ? `https://vimeo.com/${id}` : undefined;
}

/** Sorts addresses: the first and best known place of a recording is the video, the first slides are the slides, further ones come after them. */
export function placeMedia(
  media: readonly Medium[],
  address: (written: string) => string | undefined,
  length?: string,
): Pick<ForeignTalk["record"], "video" | "slides" | "recordings" | "documents" | "links"> {
  const known = media.flatMap((medium) => {
    const url = address(medium.url);
    return url === undefined ? [] : [{ ...medium, url }];
  });
  const seen = new Set<string>();
  const once = known.filter(({ url }) => {
    const isNew = !seen.has(bare(url));
    seen.add(bare(url));
    return isNew;
  });
  const videos = once.filter((one) => one.isVideo ?? (one.isSlides !== true && isVideoAddress(one.url)));
  const video = videos.find(({ url }) => VIDEO_HOST.test(url)) ?? videos[0];
  const areVideos = new Set(videos);
  const decks = once.filter(
    (one) => !areVideos.has(one) && (one.isSlides ?? (one.isVideo !== true && isSlidesAddress(one.url, one.title))),
  );
  const [slides, ...moreSlides] = decks;
  const named = ({ url, title }: Medium) => (title === "" ? { url } : { url, title });
  const namedVideo = (one: Medium) => named(one.title === "" || /video/i.test(one.title) ? one : { ...one, title: `Video (${one.title})` });
  const recordings = videos
    .filter((one) => one !== video)
    .map((one) => ({ ...namedVideo(one), ...(one.length !== undefined && { duration: one.length }) }));
  const areDecks = new Set(decks);
  const links = once
    .filter((one) => !areVideos.has(one) && !areDecks.has(one))
    .map(({ url, title }) => ({ title: title === "" ? url : title, url }));
  const duration = video?.length ?? length;
  return {
    ...(video && { video: duration === undefined ? video.url : { url: video.url, duration } }),
    ...(recordings.length > 0 && { recordings }),
    ...(slides && { slides: slides.url }),
    ...(moreSlides.length > 0 && { documents: moreSlides.map((one) => ({ kind: "slides" as const, ...named(one) })) }),
    ...(links.length > 0 && { links }),
  };
}

/** Addresses that lead to one place are alike in this. */
const bare = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");

/** The length of a video as records have it, from seconds or `1:02:33`; nothing for none or zero. */
export function videoLength(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(Math.round(value)) : typeof value === "string" ? value.trim() : "";
  const [, hours, minutes, rest] = /^(?:(\d+):)?(\d+):(\d{2})$/.exec(text) ?? [];
  const seconds = /^\d+$/.test(text) ? Number(text) : Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
  if (!(seconds > 0) || seconds >= 360_000) return undefined;
  const two = (number: number) => String(number).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
