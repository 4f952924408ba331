/** The fields that lead somewhere: web addresses, files, former paths and names of other records. */
import { parseUrl } from "../../text/parse-url.ts";
import { isLikeFile } from "../media-kinds.ts";
import { decodedPath } from "../urls.ts";
import { checked, clip, type Complaint, tooLong } from "./fields.ts";
import { guessName } from "./guesses.ts";

/** An absolute http or https address, kept as written. */
export function address(description: string, examples = ["https://example.org/talk.html"]) {
  return checked({ description, examples, format: "uri", pattern: "^https?://" }, badAddress);
}

/** What is wrong with a web address. */
export function badAddress(value: string): Complaint | undefined {
  const complaint = (message: string, hint = "Write a full web address, such as `https://example.org/talk.html`."): Complaint => ({
    rule: "bad-address",
    message,
    hint,
  });
  const [odd] = /[\s\p{Cc}<>"`\\{}|^]/u.exec(value) ?? [];
  if (!/^https?:\/\//i.test(value)) {
    const [, within] = /^(?:<|\[[^\][]{0,200}\]\()(https?:\/\/[^\s<>()]{1,200})[>)]$/i.exec(value) ?? [];
    if (within !== undefined) return complaint("The address has marks of Markdown around it.", `Write \`${within}\` alone.`);
    const guess = `https://${value}`;
    const meant = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(value) && value.length < 200 && odd === undefined && !isLikeFile(value);
    return complaint("The address does not start with `http://` or `https://`.", meant ? `Write \`${guess}\`.` : undefined);
  }
  if (/\shttps?:\/\//i.test(value))
    return complaint("More than one address stands here.", "Keep the one that matters most; others belong into `links` or `documents`.");
  if (odd === " ") return complaint("The address holds a blank.", "Write `%20` in place of each blank, or delete it.");
  if (odd !== undefined)
    return complaint(`The address holds ${/[\s\p{Cc}]/u.test(odd) ? "an invisible character" : `\`${odd}\``}, which no address has.`);
  const url = /^https?:\/\/[^/?#]/i.test(value) ? parseUrl(value) : undefined;
  if (!url) return complaint("The address cannot be read.");
  if (url.username || url.password)
    return complaint("The address holds a user name or password.", "Delete what stands before the `@`, and the `@`.");
  return tooLong(value, 2000, "Write the short address of the page, without tracking parameters.");
}

/** The address that a site is published at. */
export function siteAddress(description: string, examples: string[]) {
  return checked({ description, examples, format: "uri", pattern: "^https?://[^?#]+$" }, badSiteAddress);
}

/** What is wrong with the address of a site: its path is before that of every page, in every link and in the files for web servers. */
export function badSiteAddress(value: string): Complaint | undefined {
  const complaint = badAddress(value);
  if (complaint) return complaint;
  const refuse = (message: string, hint: string): Complaint => ({ rule: "bad-address", message, hint });
  const [mark] = /[?#]/.exec(value) ?? [];
  if (mark !== undefined)
    return refuse(`What stands behind \`${mark}\` is no part of the address of a site.`, `Delete the \`${mark}\` and what follows.`);
  const path = decodedPath(new URL(value).pathname);
  if (path.includes("//")) return refuse("The path of the address has two slashes in a row.", "Write one.");
  if (/\.html?\/?$/i.test(path)) return refuse("This is the address of a page, and not of a site.", "Delete the name of the page.");
  // Web servers read some other signs as variables, patterns or the end of a line.
  const [odd] = /[^\p{L}\p{M}\p{N}/._~@ -]/u.exec(path) ?? [];
  if (odd === undefined) return undefined;
  return refuse(
    `The path of the address holds ${/[\s\p{C}]/u.test(odd) ? "an invisible character" : `\`${odd}\``}, which web servers do not all take as it stands.`,
    "Publish the site below a path of letters, digits, `.`, `_`, `-`, `~` and `@`.",
  );
}

const SAFE_SEGMENT = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;
const WINDOWS_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether Windows keeps the name, whatever follows its first dot, for a device of its own. */
export function isWindowsName(name: string): boolean {
  return WINDOWS_NAME.test(name);
}

const windowsHint = (name: string | undefined) =>
  `Rename \`${name}\`: Windows keeps that name for itself, so the archive could not be copied there.`;

/** `assets/media/2012/talk.pdf` or `/media/2012/talk.pdf` as what stands below that folder. */
export function pathBelowMedia(path: string): string {
  return path.replace(/^(?:\/?assets\/media|\/media)\/+/, "");
}

/** A file below `assets/media/`, with forward slashes. */
export function mediaFile(description: string, example: string) {
  return checked({ description, examples: [example] }, (value) => {
    const parts = value.split("/");
    const message = `\`${clip(value)}\` cannot be the path of a media file.`;
    if (!isFilePath(value)) {
      const below = pathBelowMedia(value);
      return {
        rule: "bad-file-path",
        message,
        hint: `Write the path below \`assets/media/\`, such as \`${isFilePath(below) ? below : example}\`: letters, digits, \`.\`, \`_\`, \`-\` and \`/\` only.`,
      };
    }
    const reserved = parts.find(isWindowsName);
    return reserved === undefined ? undefined : { rule: "bad-file-path", message, hint: windowsHint(reserved) };
  });
}

function isFilePath(value: string): boolean {
  return value.length <= 300 && value.split("/").every((part) => SAFE_SEGMENT.test(part) && !part.endsWith("."));
}

/** Names at the top of a site that hosts read as their settings or run as a program: a page there keeps the site from being published. */
const READ_BY_HOSTS =
  /^\/(?:_worker\.js|_routes\.json|web\.config|netlify\.toml|vercel\.json|now\.json|staticwebapp\.config\.json)(?:\/|$)/i;

/** A path of this site that an older site used. */
export function formerPath(description: string) {
  return checked({ description, examples: ["/summit/2012/talks/T10.html"], pattern: "^/" }, (value) => {
    if (isFormerPath(value)) return undefined;
    const path = /^https?:\/\/[^/]+(\/.*)$/i.exec(value)?.[1];
    const reserved = value.split("/").find(isWindowsName);
    const example = "Write the path alone, from the first slash on, such as `/summit/2012/talks/T10.html`";
    return {
      rule: "bad-former-url",
      message: `\`${clip(value)}\` is not a path that this site can keep working.`,
      hint:
        path !== undefined && isFormerPath(path)
          ? `Write the path alone: \`${clip(path, 200)}\`.`
          : reserved
            ? windowsHint(reserved)
            : READ_BY_HOSTS.test(value)
              ? "Delete it: hosts of web sites read a file of that name as their settings."
              : `${example}, without \`?\` and \`#\`.`,
    };
  });
}

/** File systems allow 255 bytes; `/index.html` may follow. */
const LONGEST_SEGMENT = 200;

function isFormerPath(value: string): boolean {
  const parts = value.split("/");
  const inner = parts.slice(1, value.endsWith("/") ? -1 : undefined);
  return (
    parts[0] === "" &&
    value.length <= 500 &&
    !READ_BY_HOSTS.test(value) &&
    inner.length > 0 &&
    inner.every((part) => SAFE_SEGMENT.test(part) && part.length <= LONGEST_SEGMENT && !part.endsWith(".") && !isWindowsName(part))
  );
}

const RECORD_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/;

/** The name of a record's file, without `.md`. */
export function recordName(description: string, examples: string[]) {
  return checked({ description, examples, pattern: RECORD_NAME.source }, (value) => {
    if (RECORD_NAME.test(value)) return undefined;
    return {
      rule: "bad-name",
      message: `\`${clip(value)}\` is not the name of a record.`,
      hint: `Write the name of the record's file without \`.md\`, such as \`${nameMeant(value) ?? examples[0]}\`.`,
    };
  });
}

/** The name in `events/2012/talks/talk.md` or in the address of a page, `2012/talk`; other texts as a file would be called. */
function nameMeant(value: string): string | undefined {
  const below = /^(?:https?:\/\/[^/]+)?\/?(?:content\/)?(?:events|speakers|papers|pages)\/(.+?)\/?$/i.exec(value)?.[1] ?? value;
  const name = guessName(below.replace(/\/talks\//, "/").replace(/\/event\.md$/, ""));
  return name !== undefined && RECORD_NAME.test(name) ? name : undefined;
}
