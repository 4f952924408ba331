/** What one entry of RubyEvents' videos.yml says: a talk, and the shorter talks within it. */
import { clip } from "../../model/records/fields.ts";
import type { ForeignTalk, ForeignTime } from "../importer.ts";
import { looseClocks } from "./loose-times.ts";
import { placeMedia, videoOf } from "./media-links.ts";
import { filled, type Reading } from "./reading.ts";
import { readStamp, type Stamp } from "./schedule-time.ts";
import { statusOf } from "./stated.ts";
import { textToMarkdown } from "./text-to-markdown.ts";
import type { YamlValue } from "./yaml.ts";

interface Parent {
  video: string;
  date: string;
  kind: string;
}

/** A talk of the programme, unless it was refused, and the talks within it. Each is a row. */
export interface RubyVideo {
  talk: ForeignTalk | undefined;
  within: ForeignTalk[];
}

export function readVideo(item: YamlValue, reading: Reading, parent?: Parent): RubyVideo {
  reading.row();
  const title = reading.title(item.line("title") || item.line("raw_title"), item.place);
  const own: Parent = {
    video: videoAddress(item, parent, reading),
    date: item.line("date") || (parent?.date ?? ""),
    kind: item.line("kind") || (parent ? parent.kind : /lightning/i.test(title ?? "") ? "lightning_talk" : ""),
  };
  const inner = (item.fields.get("talks")?.items ?? []).map((talk) => readVideo(talk, reading, own));
  return {
    talk: title === undefined ? undefined : talkOf(item, title, own, reading),
    within: inner.flatMap(({ talk, within }) => (talk ? [talk, ...within] : within)),
  };
}

function talkOf(item: YamlValue, title: string, { video, date, kind }: Parent, reading: Reading): ForeignTalk {
  const stamp = readStamp(date);
  if (date !== "" && !stamp)
    reading.warn(
      item.placeOf("date"),
      "bad-date",
      `\`${clip(date)}\` of “${clip(title)}” is not a date.`,
      "Write it as `2024-11-13`, or add it to the record by hand.",
    );
  const listed = (name: string) => item.fields.get(name)?.items ?? [];
  const others = [
    ...listed("additional_resources").map((one) => ({ one, isVideo: false })),
    ...listed("alternative_recordings").map((one) => ({ one, isVideo: true })),
  ];
  const media = placeMedia(
    [
      { url: video, title: "", isVideo: true },
      { url: item.line("slides_url"), title: "", isSlides: true, isVideo: false },
      ...others.map(({ one, isVideo }) => ({
        url: one.line("url") || videoAddress(one, undefined, reading),
        title: one.line("title") || one.line("name") || one.line("type"),
        isVideo,
        isSlides: !isVideo && /slides/i.test(one.line("type")),
      })),
      { url: item.line("external_url"), title: "", isVideo: false, isSlides: false },
    ],
    (written) => reading.address(written, item.place),
  );
  const id = item.line("id") || item.line("slug");
  return {
    rows: [item.place],
    key: id || item.line("video_id") || title,
    ...filled({
      slug: item.line("slug") || item.line("id"),
      when: stamp && { date: stamp.date, ...clocksOf(item, stamp, title, reading) },
    }),
    record: {
      title,
      ...filled({
        abstract: textToMarkdown(item.fields.get("description")?.text ?? ""),
        track: item.line("track"),
        room: item.line("room"),
        kind: reading.kind(kind, title, true, "kind"),
        topics: reading.topics((item.fields.get("topics") ?? item.fields.get("tags"))?.items.map(({ text }) => text) ?? []),
      }),
      ...reading.languages(item.line("language"), item.placeOf("language")),
      ...statusOf(item.line("status"), reading),
      ...media,
    },
    speakers: namesOf(item).map((name) => ({ name })),
  };
}

/** Start and end as `time: "10:00 - 10:50"` or `start_time` and `end_time` say them. */
function clocksOf(item: YamlValue, stamp: Stamp, title: string, reading: Reading): Partial<ForeignTime> {
  const clocks = (name: string) => {
    const written = item.line(name);
    const found = looseClocks(written);
    if (written !== "" && found.length === 0)
      reading.warn(
        item.placeOf(name),
        "bad-time",
        `\`${clip(written)}\` of “${clip(title)}” is not a time.`,
        'Write it as `"10:00 - 10:50"`, or add it to the record by hand.',
      );
    return found;
  };
  const isWhole = item.line("time") !== "";
  const [written, until] = clocks(isWhole ? "time" : "start_time");
  const start = written ?? stamp.time;
  const end = isWhole ? until : (clocks("end_time")[0] ?? until);
  return filled({ ...reading.clocks(stamp.date, start, end, "end_time"), offset: written === undefined ? stamp.offset : undefined });
}

function namesOf(item: YamlValue): string[] {
  const listed = [item.fields.get("speakers"), item.fields.get("speaker")].flatMap((value) =>
    value ? [value.text, ...value.items.map((one) => one.text || one.line("name"))] : [],
  );
  return [...new Set(listed.map((name) => name.replace(/\s+/g, " ").trim()))].filter((name) => !/^(|todo|tba|tbd)$/i.test(name));
}

/** What stands for a host where there is no recording, or none of its own. */
const NO_HOST = /^(|not_published|not_recorded|scheduled|children|parent)$/;

function videoAddress(item: YamlValue, parent: Parent | undefined, reading: Reading): string {
  const [provider, id] = [item.line("video_provider").toLowerCase(), item.line("video_id")];
  if (provider === "parent" && parent?.video) return atCue(parent.video, item.line("start_cue"));
  if (id === "" || /todo/i.test(id)) return "";
  const found = videoOf(provider, id);
  if (found === undefined && !NO_HOST.test(provider)) reading.drop("video_id");
  return found ?? "";
}

/** YouTube starts a video at a second of it. */
function atCue(video: string, cue: string): string {
  if (!/^\d+(:\d+){1,2}$/.test(cue) || !/youtube\.com\/watch/.test(video)) return video;
  const seconds = cue.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? `${video}&t=${seconds}s` : video;
}
