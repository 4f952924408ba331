/** Linked data of a talk: the session as an event of its edition, its speakers, recording and slides. */
import type { Appearance, Archive, Talk } from "../model/archive.ts";
import { absolute, mediaPath } from "../model/urls.ts";
import { eventReference, locationOf, personId, personType, type Thing, thingId } from "./linked-data.ts";

/** A talk with what there is of it. Texts that the page shows are not repeated. */
export function talkThings(archive: Archive, talk: Talk): Thing[] {
  const { record, event, when, speakers } = talk;
  const { base } = archive.site;
  const [own, video, slides] = [
    thingId(archive, talk.path, "talk"),
    thingId(archive, talk.path, "video"),
    thingId(archive, talk.path, "slides"),
  ];
  const session: Thing = {
    "@type": "Event",
    "@id": own,
    name: talk.title,
    url: absolute(base, talk.path),
    inLanguage: talk.language,
    startDate: when && instant(when.startTime, when.date, when.start),
    endDate: when?.endTime?.kind === "instant" ? when.endTime.iso : undefined,
    ...locationOf(archive, event, record.room),
    superEvent: eventReference(archive, event),
    performer: speakers.length ? speakers.map((speaker) => performer(archive, speaker)) : undefined,
    keywords: record.topics,
    recordedIn: talk.video && { "@id": video },
    workFeatured: talk.slides && { "@id": slides },
  };
  return [
    session,
    ...(talk.video
      ? [
          {
            "@type": "VideoObject",
            "@id": video,
            name: talk.video.title ?? talk.title,
            ...placeOfMedia(archive, talk.video),
            duration: talk.video.duration && isoDuration(talk.video.duration),
            thumbnailUrl: talk.video.poster && absolute(base, mediaPath(talk.video.poster)),
            recordedAt: { "@id": own },
          },
        ]
      : []),
    ...(talk.slides
      ? [
          {
            "@type": "PresentationDigitalDocument",
            "@id": slides,
            name: talk.slides.title ?? talk.title,
            ...placeOfMedia(archive, talk.slides),
            author: speakers.length ? speakers.map(({ person }) => ({ "@id": personId(archive, person) })) : undefined,
            inLanguage: talk.slides.language ?? talk.language,
          },
        ]
      : []),
  ];
}

function performer(archive: Archive, { person, name, organization, role }: Appearance): Thing {
  return {
    "@type": personType(name),
    "@id": personId(archive, person),
    name,
    jobTitle: role,
    affiliation: organization === undefined ? undefined : { "@type": "Organization", name: organization },
  };
}

function placeOfMedia(
  archive: Archive,
  media: { url?: string | undefined; file?: string | undefined; archived?: string | undefined },
): Thing {
  const contentUrl = media.file === undefined ? undefined : absolute(archive.site.base, mediaPath(media.file));
  return { url: media.url, contentUrl, archivedAt: media.archived };
}

/** The instant where it is known; the local time without an offset, or the day alone, where it is not. */
function instant(time: { kind: string; iso?: string } | undefined, date: string, clock: string | undefined): string {
  return time?.kind === "instant" && time.iso !== undefined ? time.iso : clock === undefined ? date : `${date}T${clock}`;
}

/** `1:02:33` as `PT1H2M33S` (ISO 8601). */
function isoDuration(text: string): string {
  const [seconds = 0, minutes = 0, hours = 0] = text.split(":").map(Number).reverse();
  return `PT${hours ? `${hours}H` : ""}${minutes}M${seconds}S`;
}
