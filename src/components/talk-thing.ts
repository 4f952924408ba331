/** Linked data of a talk: the session as an event of its edition, its speakers, recording and slides. */
import type { Appearance, Archive, Talk } from "../model/archive.ts";
import { absolute, mediaPath } from "../model/urls.ts";
import { documentLicence, licenceOf, recordingLicence } from "../model/licences.ts";
import { secondsOf } from "../model/records/media.ts";
import { statusOf } from "../model/status.ts";
import { dayOfEnd } from "../model/when.ts";
import {
  affiliated,
  descriptionOf,
  eventReference,
  eventStatus,
  imageOf,
  licenceUrl,
  locationOf,
  organizerOf,
  personId,
  personType,
  type Thing,
  thingId,
} from "./linked-data.ts";
import { isAudio } from "./media-titles.ts";
import { outsidePlayer } from "../publishing/players.ts";
import { isOrganization } from "../text/person-names.ts";

/** A talk with what there is of it. Texts that the page shows are not repeated, and recordings have the description of the talk at which they were made. */
export function talkThings(archive: Archive, talk: Talk): Thing[] {
  const { record, event, when, speakers } = talk;
  const { site } = archive;
  const { base } = site;
  const own = thingId(archive, talk.path, "talk");
  // The first keeps the name that it has always had.
  const nameOf = (what: string, index: number) => thingId(archive, talk.path, index === 0 ? what : `${what}-${index + 1}`);
  const description = descriptionOf(talk.abstract);
  const licence = licenceUrl(licenceOf(site, talk));
  const idsOf = (what: string, all: readonly unknown[]) => {
    const ids = all.map((_, index) => ({ "@id": nameOf(what, index) }));
    return ids.length > 1 ? ids : ids[0];
  };
  const session: Thing = {
    "@type": "Event",
    "@id": own,
    name: talk.title,
    url: absolute(base, talk.path),
    inLanguage: talk.languages.length > 1 ? talk.languages : talk.language,
    eventStatus: eventStatus(statusOf(talk)),
    startDate: when && instant(when.startTime, when.date, when.start),
    endDate: when?.end === undefined ? record.endDate : instant(when.endTime, dayOfEnd(when), when.end),
    ...locationOf(archive, event, record.room, statusOf(talk)),
    organizer: organizerOf(event),
    image: imageOf(archive, [talk]),
    description,
    // An event has no licence; what is told there may have one.
    workPerformed: licence && { "@type": "CreativeWork", name: talk.title, license: licence },
    superEvent: eventReference(archive, event),
    performer: speakers.length ? speakers.map((speaker) => performer(archive, speaker)) : undefined,
    keywords: talk.keywords.length ? talk.keywords : undefined,
    recordedIn: idsOf("video", talk.recordings),
    workFeatured: idsOf("slides", talk.documents),
  };
  return [
    session,
    ...talk.recordings.map((recording, index) => ({
      "@type": isAudio(recording) ? "AudioObject" : "VideoObject",
      "@id": nameOf("video", index),
      name: recording.title ?? talk.title,
      description: description === undefined ? talk.title : undefined,
      url: recording.url,
      contentUrl: fileOf(archive, recording),
      archivedAt: recording.archived,
      embedUrl: outsidePlayer(archive, recording)?.embed,
      duration: recording.duration && isoDuration(recording.duration),
      thumbnailUrl: recording.poster && absolute(base, mediaPath(recording.poster)),
      uploadDate: recording.published,
      inLanguage: recording.language ?? talk.language,
      license: licenceUrl(recordingLicence(site, talk, recording)),
      recordedAt: { "@id": own },
      hasPart: chaptersOf(archive, talk, recording),
    })),
    ...talk.documents.map((document, index) => ({
      "@type": DOCUMENTS[document.kind],
      "@id": nameOf("slides", index),
      name: document.title ?? talk.title,
      url: document.url,
      encoding: document.file && { "@type": "MediaObject", contentUrl: fileOf(archive, document) },
      archivedAt: document.archived,
      author: speakers.length ? speakers.map(({ person }) => ({ "@id": personId(archive, person) })) : undefined,
      inLanguage: document.language ?? talk.language,
      license: licenceUrl(documentLicence(site, talk, document)),
    })),
  ];
}

const DOCUMENTS: Record<Talk["documents"][number]["kind"], string> = {
  slides: "PresentationDigitalDocument",
  paper: "ScholarlyArticle",
  code: "SoftwareSourceCode",
  handout: "DigitalDocument",
  poster: "Poster",
  other: "DigitalDocument",
};

/** The chapters of a recording, with addresses of the page at which it plays from there. */
function chaptersOf(archive: Archive, talk: Talk, recording: Talk["recordings"][number]): Thing[] | undefined {
  const { chapters = [] } = recording;
  if (chapters.length === 0 || recording !== talk.video) return undefined;
  return chapters.map(({ start, title }, index) => ({
    "@type": "Clip",
    name: title,
    startOffset: secondsOf(start),
    endOffset: [chapters[index + 1]?.start, recording.end].flatMap((time) => (time === undefined ? [] : secondsOf(time)))[0],
    url: `${absolute(archive.site.base, talk.path)}#t=${start}`,
  }));
}

function performer(archive: Archive, { person, name, organization, role }: Appearance): Thing {
  return {
    "@type": personType(name),
    "@id": personId(archive, person),
    name,
    jobTitle: isOrganization(name) ? undefined : role,
    ...affiliated(name, organization === undefined ? [] : [organization]),
  };
}

/** The address of a file of the archive. */
const fileOf = ({ site }: Archive, { file }: { file?: string | undefined }) =>
  file === undefined ? undefined : absolute(site.base, mediaPath(file));

/** The instant where it is known; the local time without an offset, or the day alone, where it is not. */
function instant(time: { kind: string; iso?: string } | undefined, date: string, clock: string | undefined): string {
  return time?.kind === "instant" && time.iso !== undefined ? time.iso : clock === undefined ? date : `${date}T${clock}`;
}

/** `1:02:33` as `PT1H2M33S` (ISO 8601). */
function isoDuration(text: string): string {
  const [seconds = 0, minutes = 0, hours = 0] = text.split(":").map(Number).reverse();
  return `PT${hours ? `${hours}H` : ""}${minutes}M${seconds}S`;
}
