/** The kinds of media file that an archive publishes. Each is told by its ending and its first bytes; all other files stay out. */

export interface MediaKind {
  /** Its name in messages, with its article. */
  name: string;
  /** Endings of file names in small letters, with the dot. */
  endings: readonly string[];
  /** The media type, without a charset. */
  type: string;
  /** Whether a file may start with these bytes; `HEAD_BYTES` of them, or all of a shorter file. */
  fits: (head: Uint8Array) => boolean;
}

/** How many bytes at the start of a file tell its kind. Readers of PDF look for its mark in as many. */
export const HEAD_BYTES = 1024;

/** Bytes as Latin-1 text, so that patterns can be written down. */
const textOf = (head: Uint8Array) => Array.from(head, (byte) => String.fromCharCode(byte)).join("");
const starts = (...patterns: RegExp[]) => {
  return (head: Uint8Array) => patterns.some((pattern) => pattern.test(textOf(head)));
};
/**
 * Text without control characters that does not begin as a web page does, whatever stands in it further down, nor as what Git LFS has in place
 * of a file that it did not fetch.
 */
const isText = starts(/^(?!(?:\xef\xbb\xbf)?\s*<)(?!version https:\/\/git-lfs\.)[^\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]*$/);
const isZip = starts(/^PK(?:\x03\x04|\x05\x06)/);
const isOffice = starts(/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/);
// The first four bytes are any number, but not one that begins as a web page does: a server that knows no type of the ending lets browsers look.
const isMovie = starts(/^(?!\s*<[A-Za-z!?]).{4}ftyp(?!avif|avis)/s, /^(?!\s*<[A-Za-z!?]).{4}(?:moov|wide|mdat|free)/s);
const isOgg = starts(/^OggS/);

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

export const MEDIA_KINDS: readonly MediaKind[] = [
  { name: "a PDF", endings: [".pdf"], type: "application/pdf", fits: starts(/^[^<]{0,1019}%PDF-/) },
  { name: "a JPEG", endings: [".jpg", ".jpeg"], type: "image/jpeg", fits: starts(/^\xff\xd8\xff/) },
  { name: "a PNG", endings: [".png"], type: "image/png", fits: starts(/^\x89PNG\r\n\x1a\n/) },
  { name: "a GIF", endings: [".gif"], type: "image/gif", fits: starts(/^GIF8[79]a/) },
  { name: "a WebP", endings: [".webp"], type: "image/webp", fits: starts(/^RIFF.{4}WEBP/s) },
  { name: "an AVIF", endings: [".avif"], type: "image/avif", fits: starts(/^(?!\s*<[A-Za-z!?]).{4}ftyp(?:avif|avis|mif1|msf1)/s) },
  { name: "an MP4 video", endings: [".mp4", ".m4v"], type: "video/mp4", fits: isMovie },
  { name: "a QuickTime video", endings: [".mov"], type: "video/quicktime", fits: isMovie },
  { name: "a WebM video", endings: [".webm"], type: "video/webm", fits: starts(/^\x1a\x45\xdf\xa3/) },
  { name: "an Ogg video", endings: [".ogv"], type: "video/ogg", fits: isOgg },
  { name: "an Ogg recording", endings: [".ogg", ".oga", ".opus"], type: "audio/ogg", fits: isOgg },
  { name: "an MP3 recording", endings: [".mp3"], type: "audio/mpeg", fits: starts(/^ID3/, /^\xff[\xe2-\xfb]/) },
  { name: "an MP4 recording", endings: [".m4a"], type: "audio/mp4", fits: isMovie },
  { name: "a WAV recording", endings: [".wav"], type: "audio/wav", fits: starts(/^RIFF.{4}WAVE/s) },
  { name: "a FLAC recording", endings: [".flac"], type: "audio/flac", fits: starts(/^fLaC/) },
  { name: "a WebVTT file", endings: [".vtt"], type: "text/vtt", fits: isText },
  { name: "plain text", endings: [".txt"], type: "text/plain", fits: isText },
  { name: "a PostScript file", endings: [".ps"], type: "application/postscript", fits: starts(/^%!PS/) },
  { name: "a zip", endings: [".zip"], type: "application/zip", fits: isZip },
  { name: "a gzip file", endings: [".gz", ".tgz"], type: "application/gzip", fits: starts(/^\x1f\x8b/) },
  { name: "a presentation", endings: [".odp"], type: `${open}.presentation`, fits: isZip },
  { name: "a document", endings: [".odt"], type: `${open}.text`, fits: isZip },
  { name: "a presentation", endings: [".pptx"], type: `${office}.presentationml.presentation`, fits: isZip },
  { name: "a document", endings: [".docx"], type: `${office}.wordprocessingml.document`, fits: isZip },
  { name: "a presentation", endings: [".ppt"], type: "application/vnd.ms-powerpoint", fits: isOffice },
  { name: "a document", endings: [".doc"], type: "application/msword", fits: isOffice },
];

/** No system has a longer name of a file, and patterns look at each part of it. */
const LONGEST_NAME = 255;

const BY_ENDING = new Map(MEDIA_KINDS.flatMap((kind) => kind.endings.map((ending) => [ending, kind] as const)));

/**
 * Some servers unpack a gzip file, and give what they find as what its name says without the ending: a page, a drawing, a script. An
 * ending between may be a language to them (`page.html.en.gz`), but after `.tar` it is an archive.
 */
const ACTIVE_IN_GZIP = /\.([a-z]*html?|xht|svgz?|xml|xslt?|rss|atom|rdf|mml|mathml|[mc]?js|css|wasm|php\d?)\.(?:.*\.)?t?gz$(?<!\.tar\.gz)/i;

/**
 * To Apache an ending that it knows counts wherever it stands, unless one behind it is known, too (`talk.html.vtt`). Its own list knows neither
 * captions nor AVIF, older ones know no younger kinds.
 */
const PAGE_BEFORE_YOUNG_KIND = /\.([a-z]*html?)\.(?:.*\.)?(?:vtt|avif|webp|mp4|m4v|m4a|webm|og[agv]|opus|flac)$/i;

/** Some servers run a file that has such an ending anywhere in its name, or take headers and pages from it, whatever its last one (`picture.php.jpg`). */
const RUN_BY_SERVERS = /\.(php\d?|pht|phtml|phar|shtml|cgi|fcgi|asis|var)\./i;

/** What in the name of a file makes some servers give it as a page or run it, such as `.php` in `picture.php.jpg`. */
export function activeEnding(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.length > LONGEST_NAME) return undefined;
  for (const pattern of [ACTIVE_IN_GZIP, PAGE_BEFORE_YOUNG_KIND, RUN_BY_SERVERS]) {
    const [, ending] = pattern.exec(name) ?? [];
    if (ending !== undefined) return `.${ending}`;
  }
  return undefined;
}

/** The kind that the ending of a name claims, in capitals or small letters. */
export function claimedKind(path: string): MediaKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.length > LONGEST_NAME || activeEnding(name) !== undefined) return undefined;
  return BY_ENDING.get(/\.[^.]*$/.exec(name)?.[0]?.toLowerCase() ?? "");
}

/** Whether the name of a file, or the path of an address, claims a recording of sound alone. */
export function isSound(path: string): boolean {
  return claimedKind(path.replace(/[?#].*$/s, ""))?.type.startsWith("audio/") ?? false;
}

/** Whether two names claim kinds that are told by the same bytes, such as `.mp4` and `.mov`, or none that is published. */
export function isSameKind(path: string, other: string): boolean {
  return claimedKind(path)?.fits === claimedKind(other)?.fits;
}

/** Whether a text is rather the name of a media file than the address of one on a host. */
export function isLikeFile(text: string): boolean {
  const [first = "", ...below] = text.split("/");
  return claimedKind(text) !== undefined && !/^[a-z]+:/i.test(text) && (below.length === 0 || !first.includes("."));
}

/** What a file is: of the kind that its ending claims, or of none that is published. */
export function looksLike(path: string, head: Uint8Array): "pdf" | "other" | "refused" {
  const kind = claimedKind(path);
  if (!kind?.fits(head)) return "refused";
  return kind.type === "application/pdf" ? "pdf" : "other";
}
