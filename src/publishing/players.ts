/** Players of videos on other hosts: which address has one, and what it is embedded from, made of checked ids and never pasted from a record. */
import { parseUrl } from "../text/parse-url.ts";

import type { Archive, Talk } from "../model/archive.ts";

/** The player of a video on another host. */
export interface Player {
  /** What readers call the host: `YouTube`, or the host's own name. */
  name: string;
  /** The host that a browser asks when the player opens. */
  host: string;
  /** The address of the player, which starts at once. It ends in the second at which it starts; see `atSecond`. */
  embed: string;
  /** The same for readers: the address of the video, ending in the second at which it starts. */
  watch: string;
  /** Whether the host refuses to play for a page that does not say on which site it is. */
  needsReferrer: boolean;
}

/** What the ids of a player are looked for in. */
export interface AddressParts {
  url: URL;
  /** The parts of the path. */
  path: string[];
  /** The host without `www.`. */
  host: string;
}

type Finder = (found: AddressParts) => Player | undefined;

/** The parts of an address; undefined for one with a user, a port, or of another scheme, which no player has. */
export function addressParts(address: string): AddressParts | undefined {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.port) return undefined;
  return { url, path: url.pathname.split("/").filter(Boolean), host: url.hostname.replace(/^www\./, "") };
}

const YOUTUBE_HOSTS = new Set(["youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be"]);

const youTube: Finder = ({ url, path, host }) => {
  if (!YOUTUBE_HOSTS.has(host)) return undefined;
  const [first = "", second = ""] = path;
  const id =
    host === "youtu.be"
      ? first
      : first === "watch"
        ? url.searchParams.get("v")
        : /^(embed|v|live|shorts)$/.test(first)
          ? second
          : undefined;
  if (!/^[\w-]{11}$/.test(id ?? "")) return undefined;
  return {
    name: "YouTube",
    host: "www.youtube-nocookie.com",
    embed: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0&start=0`,
    watch: `https://www.youtube.com/watch?v=${id}&t=0s`,
    needsReferrer: true,
  };
};

const vimeo: Finder = ({ url, path, host }) => {
  if (host !== "vimeo.com" && host !== "player.vimeo.com") return undefined;
  const joined = path.join("/");
  const [, id, secret = url.searchParams.get("h") ?? ""] =
    /^(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|(?:album|showcase)\/\d+\/video\/)?(\d{1,12})(?:\/([0-9a-f]+))?$/.exec(
      joined,
    ) ?? [];
  if (id === undefined || !/^([0-9a-f]{6,20})?$/.test(secret)) return undefined;
  return {
    name: "Vimeo",
    host: "player.vimeo.com",
    embed: `https://player.vimeo.com/video/${id}?${secret && `h=${secret}&`}dnt=1&autoplay=1#t=0s`,
    watch: `https://vimeo.com/${id}${secret && `/${secret}`}#t=0s`,
    needsReferrer: true,
  };
};

/** The item of the Internet Archive that an address shows, with the file in it where the address names one. */
export function archiveItem({ path, host }: AddressParts): string | undefined {
  const [kind = "", item = "", ...file] = path;
  if (host !== "archive.org" || !/^(details|embed)$/.test(kind)) return undefined;
  const names = [item, ...file];
  if (names.length > 2 || !/^[A-Za-z0-9][\w.-]{2,100}$/.test(item) || names.some((name) => !/^[\w.-]+$/.test(name))) return undefined;
  return names.join("/");
}

const internetArchive: Finder = (found) => {
  const item = archiveItem(found);
  if (item === undefined) return undefined;
  return {
    name: "Internet Archive",
    host: "archive.org",
    embed: `https://archive.org/embed/${item}?autoplay=1&start=0`,
    watch: `https://archive.org/details/${item}?start=0`,
    needsReferrer: false,
  };
};

/** Hosts of PeerTube are known by the site record alone: nothing else tells that they are what they look like. */
const peerTube =
  (hosts: readonly string[]): Finder =>
  ({ url, path, host }) => {
    const [, id] = /^(?:w|videos\/watch|videos\/embed)\/([\w-]+)$/.exec(path.join("/")) ?? [];
    if (!hosts.includes(host) || !/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{22}|\d{1,10})$/.test(id ?? ""))
      return undefined;
    return {
      name: host,
      host: url.hostname,
      embed: `https://${url.hostname}/videos/embed/${id}?autoplay=1&p2p=0&warningTitle=0&start=0`,
      watch: `https://${url.hostname}/videos/watch/${id}?start=0`,
      needsReferrer: false,
    };
  };

/**
 * The player of a video's address; undefined where its host has none that we know. `videoHosts` are those of the site record,
 * of which what looks like PeerTube is.
 */
export function playerOf(address: string, videoHosts: readonly string[] = []): Player | undefined {
  const found = addressParts(address);
  if (!found) return undefined;
  for (const find of [youTube, vimeo, internetArchive, peerTube(["peertube.tv", ...videoHosts])]) {
    const player = find(found);
    if (!player) continue;
    const start = startOf(found.url);
    return { ...player, embed: atSecond(player.embed, start), watch: atSecond(player.watch, start) };
  }
  return undefined;
}

/** The address of a player or its video that starts at another second. */
export function atSecond(address: string, second: number): string {
  return address.replace(/(?<!\d)\d+(?=s?$)/, String(second));
}

/** The second at which an address says that its video starts: `t=90`, `t=1m30s`, `start=90`, `#t=1:30`. */
function startOf(url: URL): number {
  const fragment = new URLSearchParams(url.hash.slice(1));
  for (const value of [fragment.get("t"), url.searchParams.get("t"), url.searchParams.get("start")]) {
    const seconds = value === null ? undefined : secondsOf(value);
    if (seconds !== undefined) return seconds;
  }
  return 0;
}

/** The seconds of `754`, `754s`, `12m34s`, `1h2m3s`, `12:34` or `1:02:33`. */
export function secondsOf(text: string): number | undefined {
  const [, hours, minutes, seconds] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})(?:\.\d+)?s?)?$/.exec(text) ?? /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
}

/** The player of a recording elsewhere that is not known to be gone; it starts where the talk does in a longer video. */
export function outsidePlayer(archive: Archive, recording: Talk["video"]): Player | undefined {
  const { url, unavailable, start } = recording ?? {};
  if (url === undefined || unavailable !== undefined) return undefined;
  const player = playerOf(url, archive.site.record.videoHosts);
  const second = start === undefined ? undefined : secondsOf(start);
  return player && second !== undefined
    ? { ...player, embed: atSecond(player.embed, second), watch: atSecond(player.watch, second) }
    : player;
}
