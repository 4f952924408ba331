/** The view of an edition in a list. */
import { type Archive, type Event, presentations } from "../model/archive.ts";
import { placeOf } from "../model/place.ts";
import { href } from "../model/urls.ts";

export { placeOf };

export interface EventItem {
  name: string;
  href: string;
  year: string;
  dates: string;
  place: string;
  host: string | null;
  /** What became of it: `cancelled`. */
  status: string | null;
  /** `17 talks, 9 with slides, 3 with video`. */
  size: string;
  /** `17 talks` */
  amount: string;
  slides: number;
  videos: number;
  talks: number;
  /** Talks with slides or video, those with video, and those with both, for blocks drawn to scale. */
  withMedia: number;
  withVideo: number;
  withBoth: number;
}

export function eventItem(archive: Archive, event: Event): EventItem {
  const { count, dates, eventItem: words, list } = archive.words;
  const { cancelled, postponed, online } = words.status;
  const talks = presentations(event.talks);
  const slides = talks.filter((talk) => talk.slides).length;
  const videos = talks.filter((talk) => talk.video).length;
  return {
    name: event.record.name,
    href: href(archive.site.base, event.path),
    year: event.year ?? "",
    dates: dates.range(event.record.startDate, event.record.endDate) || dates.dateNotKnown,
    place: placeOf(archive, event),
    host: event.record.host ?? null,
    status: event.record.status === undefined ? null : { cancelled, postponed, online }[event.record.status],
    size: list.commas([
      talks.length ? count.talks(talks.length) : words.noTalks,
      slides && words.withSlides(slides),
      videos && words.withVideo(videos),
    ]),
    amount: talks.length ? count.talks(talks.length) : words.noTalks,
    slides,
    videos,
    ...drawnTalks(event),
  };
}

/** The talks of an edition as drawings tell them apart. */
export function drawnTalks(event: Event): Pick<EventItem, "talks" | "withMedia" | "withVideo" | "withBoth"> {
  const talks = presentations(event.talks);
  return {
    talks: talks.length,
    withMedia: talks.filter((talk) => talk.slides || talk.video).length,
    withVideo: talks.filter((talk) => talk.video).length,
    withBoth: talks.filter((talk) => talk.slides && talk.video).length,
  };
}
