/** Owns the presentation page: everything that is known about one talk. */
import { type BioView, bioAtTalk } from "../components/bio.ts";
import { type Link, link, type MediaLink, mediaLinks, type OutsideLink, outside, sourceLinks } from "../components/links.ts";
import { type TalkItem, talkItem, timeText } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Talk } from "../model/archive.ts";
import { formatDay, formatRange } from "../model/dates.ts";
import { moreBySpeakers, relatedTalks } from "../model/related.ts";
import { formatMinutes } from "../model/time.ts";
import { agendaPath, href, mediaPath, PATHS } from "../model/urls.ts";
import { lengthOf } from "../model/when.ts";
import { capitalize, enumerate } from "../model/wording.ts";
import type { PageKind } from "./page-kind.ts";

interface SpeakerAtTalk extends Link {
  role: string | null;
  organization: string | null;
  bio: BioView | null;
}

interface Fact {
  term: string;
  text: string;
  datetime: string | null;
  href: string | null;
}

interface TalkView extends PageHead {
  event: Link;
  /** The language of the talk, where it is not that of the page. */
  talkLang: string | null;
  titleNote: string | null;
  speakers: SpeakerAtTalk[];
  facts: Fact[];
  abstract: string | null;
  abstractNote: string | null;
  media: MediaLink[];
  /** A video file of the archive, played on the page. */
  player: { src: string; poster: string | null; captions: string | null; label: string } | null;
  original: OutsideLink | null;
  links: OutsideLink[];
  topics: Link[];
  sources: OutsideLink[];
  previous: Link | null;
  next: Link | null;
  more: TalkItem[];
  related: TalkItem[];
}

export const talkPages: PageKind<TalkView> = {
  name: "talk",
  *views(archive) {
    for (const event of archive.events)
      for (const [index, talk] of event.talks.entries()) yield talkView(archive, talk, event.talks[index - 1], event.talks[index + 1]);
  },
};

function talkView(archive: Archive, talk: Talk, previous: Talk | undefined, next: Talk | undefined): TalkView {
  const { record, event } = talk;
  const names = enumerate(talk.speakers.map((speaker) => speaker.name));
  const { captions, poster, file } = talk.video ?? {};
  const media = (name: string | undefined) => (name === undefined ? null : href(archive.site.base, mediaPath(name)));
  const video = media(file);
  return {
    ...pageHead(archive, {
      path: talk.path,
      title: talk.title,
      description: talk.abstract?.text ?? `${capitalize(record.kind)}${names ? ` by ${names}` : ""} at ${event.record.name}.`,
      above: [link(archive, PATHS.events, "Events"), link(archive, event.path, event.record.name)],
      section: PATHS.events,
      file: talk.file,
      ogType: "article",
      sources: record.sources,
    }),
    windowTitle: `${talk.title} · ${event.record.name}`,
    event: link(archive, event.path, event.record.name),
    talkLang: talk.language === archive.site.record.language ? null : talk.language,
    titleNote: record.titleBy === "archive" ? "No source gives the exact title; this is the archive's own description." : null,
    speakers: talk.speakers.map((speaker) => ({
      ...link(archive, speaker.person.path, speaker.name),
      role: speaker.role ?? null,
      organization: speaker.organization ?? null,
      bio: bioAtTalk(speaker),
    })),
    facts: factsOf(archive, talk),
    abstract: talk.abstract?.html ?? null,
    abstractNote: record.abstractBy === "archive" ? "This is the archive's own summary." : null,
    media: [...mediaLinks(archive, "slides", talk.slides, talk.title), ...mediaLinks(archive, "video", talk.video, talk.title)],
    player: video === null ? null : { src: video, poster: media(poster), captions: media(captions), label: `Video of ${talk.title}` },
    original: record.original === undefined ? null : outside(record.original, "Download original"),
    links: (record.links ?? []).map(({ url, title }) => outside(url, title)),
    topics: talk.topics.map((topic) => link(archive, topic.path, topic.name)),
    sources: sourceLinks(record.sources),
    previous: previous ? link(archive, previous.path, previous.title) : null,
    next: next ? link(archive, next.path, next.title) : null,
    more: moreBySpeakers(talk).map((other) => talkItem(archive, other)),
    related: relatedTalks(talk).map((other) => talkItem(archive, other)),
  };
}

function factsOf(archive: Archive, talk: Talk): Fact[] {
  const { record, event, when } = talk;
  const minutes = lengthOf(record);
  const time = timeText(talk);
  const start = when?.startTime?.kind === "instant" ? when.startTime.iso : null;
  const zone = event.record.timezone ? ` (${event.record.timezone})` : "";
  const facts: [term: string, text: string | undefined, datetime?: string | null | undefined, href?: string][] = [
    ["Event", event.record.name, null, event.path],
    [
      "Date",
      when
        ? formatDay(when.date)
        : `day not known (event: ${formatRange(event.record.startDate, event.record.endDate) || "date not known"})`,
      when?.date,
    ],
    ["Time", time ? `${time}${zone}` : undefined, start],
    ["Length", minutes === undefined ? undefined : formatMinutes(minutes)],
    ["Room", record.room],
    ["Track", record.track],
    ["Kind", record.kind === "talk" ? undefined : capitalize(record.kind)],
    ["Language", talk.language === archive.site.record.language ? undefined : talk.language],
    ["Agenda", "In the agenda", null, `${agendaPath(event.id)}#session-${talk.slug}`],
  ];
  return facts.flatMap(([term, text, datetime, path]) =>
    text === undefined ? [] : [{ term, text, datetime: datetime ?? null, href: path === undefined ? null : href(archive.site.base, path) }],
  );
}
