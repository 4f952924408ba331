/** The warnings that a video address is on a host that is not known for videos, or on YouTube and not that of a video. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { recordingsIn } from "../model/talk-media.ts";
import { hostName } from "../model/urls.ts";
import { playerOf } from "../publishing/players.ts";

const KNOWN_HOSTS = [
  "youtube.com",
  "youtube-nocookie.com",
  "youtu.be",
  "vimeo.com",
  "archive.org",
  "media.ccc.de",
  "video.fosdem.org",
  "peertube.tv",
  "dailymotion.com",
  "bilibili.com",
  "nicovideo.jp",
  "videolectures.net",
  "infoq.com",
  "usenix.org",
];

const YOUTUBE = /^(?:[a-z]+\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)$/;

export function videoHost(archive: Archive): Finding[] {
  const known = [...KNOWN_HOSTS, ...(archive.site.record.videoHosts ?? [])];
  const recordings = archive.talks.flatMap((talk) => recordingsIn(talk.record).map((recording) => ({ talk, ...recording })));
  return recordings.flatMap(({ talk, entry: { url }, path, isShort }) => {
    if (url === undefined) return [];
    const host = hostName(url);
    const place = { file: talk.file, path: isShort ? path : [...path, "url"] };
    if (YOUTUBE.test(host) && !playerOf(url))
      return [
        {
          rule: "no-single-video",
          severity: "warning",
          ...place,
          message: "The address is not that of one video on YouTube, so that nothing plays on the page.",
          hint: "Write that of the recording, such as `https://www.youtube.com/watch?v=…`; a playlist or channel belongs into `links`.",
        },
      ];
    if (known.some((one) => host === one || host.endsWith(`.${one}`)) || /\.(mp4|webm|ogv|m4v)$/i.test(new URL(url).pathname)) return [];
    return [
      {
        rule: "unknown-video-host",
        severity: "warning",
        ...place,
        message: `\`${host}\` is not known for videos.`,
        hint: `Is it the video itself, and not a page about it? If so, add \`${host}\` to \`videoHosts:\` in ${archive.site.file}.`,
      },
    ];
  });
}
