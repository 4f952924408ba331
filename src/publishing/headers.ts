/** Which headers the answers of a web server carry, by the path that is asked for; three outputs write it down for their servers. */
import type { Archive } from "../model/archive.ts";
import { ADDRESSES, contentType, typeByName, UNCHANGING_FOLDERS } from "../model/addresses.ts";
import { claimedKind, MEDIA_KINDS } from "../model/media-kinds.ts";
import { MEDIA_POLICY } from "./policy.ts";
import type { SectionPolicy } from "./section-policies.ts";

export type Header = readonly [name: string, value: string];

/** Headers of folders, or of the pages at the top, which say all of the same things. */
export interface FolderHeaders {
  /** The site path of the folder; `/` stands for the pages at the top, not for what is below. */
  path: string;
  /** The ends of the names of files that they are for, as an exception from what the folder has; all files of the folder without it. */
  endings?: readonly string[];
  headers: Record<FolderHeader, string | undefined>;
}

export type FolderHeader = (typeof FOLDER_HEADERS)[number];
const FOLDER_HEADERS = [
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
  "X-Frame-Options",
  "Cache-Control",
] as const;

/** Rules none of which says what another one says for the same path: hosts would join the values. */
export interface HeaderRules {
  always: Header[];
  /** The headers that some folder has. */
  byFolder: readonly FolderHeader[];
  /** The most important first. Those at the top are also for every path that no folder holds, where a server can say that. */
  folders: FolderHeaders[];
  /** Media types by the end of the name, where servers do not know them. Of two that fit the longer one is meant. */
  types: { ending: string; type: string }[];
  /** Ends of the names of files that scripts of other sites may read. */
  shared: readonly string[];
}

const OFF = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
/** What a player may do when its reader asks. */
const FOR_PLAYERS = ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"];

const ASK_EACH_TIME = "public, max-age=0, must-revalidate";
const NEVER_ASK = "public, max-age=31536000, immutable";

/** Ends of names that servers do not know the media types of. */
const ENDINGS = [
  ".ics",
  ".csv",
  ".atom",
  ".vtt",
  "/linkset.json",
  ".bib",
  ".ris",
  ".csl.json",
  ".ogv",
  ".oga",
  ".opus",
  ".wav",
  ".flac",
  ".gz",
  ".tgz",
];

/** What browsers show in a viewer of their own, which does not run in a sandbox. */
const NOT_SANDBOXED = [".pdf"];
/** The ends of all other media, for hosts that know no exceptions. */
export const SANDBOXED = MEDIA_KINDS.flatMap(({ endings }) => endings).filter((ending) => !NOT_SANDBOXED.includes(ending));

/** The ends of files for other programs, and of captions, which players of other sites show. */
const SHARED = [
  ...new Set([...ADDRESSES.filter((one) => one.forPrograms).map(({ pattern }) => pattern.slice(pattern.lastIndexOf("."))), ".vtt"]),
].sort();

/** The rules for an archive. Pages are asked for each time, since a new build takes away the assets of the one before. */
export function headerRules(archive: Archive, sections: readonly SectionPolicy[]): HeaderRules {
  const frames = [...new Set(sections.flatMap((one) => one.frames))].sort();
  const players = frames.filter((frame) => frame !== "'self'").map((frame) => ` "${frame}"`);
  const permissions = [...OFF.map((name) => `${name}=()`), ...FOR_PLAYERS.map((name) => `${name}=(self${players.join("")})`)];
  // Where no page is framed all paths say so alike, also those that no folder holds.
  const isFramed = ({ frames }: SectionPolicy) => frames.includes("'self'");
  const someFramed = sections.some(isFramed);
  const byRank = sections.toSorted((a, b) => Number(b.section === "") - Number(a.section === "") || b.pages - a.pages);
  const framing = (one?: SectionPolicy) => (someFramed ? (one && isFramed(one) ? "SAMEORIGIN" : "DENY") : undefined);
  return {
    byFolder: FOLDER_HEADERS.filter((name) => name !== "X-Frame-Options" || someFramed),
    always: [
      ["X-Content-Type-Options", "nosniff"],
      ["Referrer-Policy", "same-origin"],
      ...(someFramed ? [] : [["X-Frame-Options", "DENY"] as const]),
      ["Permissions-Policy", permissions.join(", ")],
      ...(archive.site.base.origin.startsWith("https:") ? [["Strict-Transport-Security", "max-age=63072000"] as const] : []),
    ],
    folders: [
      ...UNCHANGING_FOLDERS.map((path) => folder(path, [undefined, undefined, "same-origin", framing(), NEVER_ASK])),
      // Other sites may show the pictures and play the videos of an archive.
      // A file that a stranger sent can do nothing there, whatever it is and whatever a browser takes it for.
      { ...folder("/media/", [undefined, undefined, "cross-origin", framing(), ASK_EACH_TIME]), endings: NOT_SANDBOXED },
      folder("/media/", [MEDIA_POLICY, undefined, "cross-origin", framing(), ASK_EACH_TIME]),
      ...byRank.map((one) => {
        const { section, policy } = one;
        const opener = one.opensWindows ? "same-origin-allow-popups" : "same-origin";
        return folder(section === "" ? "/" : `/${section}/`, [policy, opener, "same-origin", framing(one), ASK_EACH_TIME]);
      }),
    ],
    types: ENDINGS.map((ending) => ({ ending, type: contentType(typeByName(`name${ending}`) ?? claimedKind(ending)?.type ?? "") })),
    shared: SHARED,
  };
}

function folder(path: string, [policy, opener, resource, framing, cache]: readonly (string | undefined)[]): FolderHeaders {
  return {
    path,
    headers: {
      "Content-Security-Policy": policy,
      "Cross-Origin-Opener-Policy": opener,
      "Cross-Origin-Resource-Policy": resource,
      "X-Frame-Options": framing,
      "Cache-Control": cache,
    },
  };
}

/** A text as the regular expressions of servers read it, odd characters as their codes. */
export function inRegex(text: string): string {
  return text.replace(
    /[^A-Za-z0-9/_~@\u0080-\u{10ffff}-]/gu,
    (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
}
