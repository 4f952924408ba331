/** Addresses in texts that lead to what is not there: they are taken out, and the words of their links stay. */
import { withoutDefinitions } from "../text/link-references.ts";
import { parseUrl } from "../text/parse-url.ts";
import { fieldOf } from "./change-texts.ts";
import type { FieldPath } from "./problem.ts";
import { parseBase } from "./urls.ts";

/** `[label](address "title")`, and an address or path that stands alone. */
const LINK = /!?\[((?:[^[\]\\\n]|\\.){0,500})\]\(<?([^()\s<>]{1,2000})>?(?:\s[^()\n]{0,500})?\)/gu;
const ADDRESS = /(?:https?:\/\/[^\s<>"`)\]]+|(?<![\w.~:/-])\/[\w.~%/#-]+)/giu;
/** What stands in place of an address in a text. */
const NO_ADDRESS = "[…]";

/** Whether an address leads to one of these pages or files of the archive, or to what lies below them. Paths are as `barePath` gives them. */
export function leadsInto(paths: ReadonlySet<string>, siteUrl: string): (address: string) => boolean {
  const base = parseBase(siteUrl);
  const { hostname, port } = new URL(siteUrl);
  const longest = [...paths].reduce((most, { length }) => Math.max(most, length), 0);
  return (address) => {
    const whole = address.startsWith("//") ? `https:${address}` : address;
    const url = /^https?:/i.test(whole) ? parseUrl(whole) : undefined;
    // Whether the site answers there safely or not, the page is the same.
    const isOwn = url?.hostname.replace(/\.$/, "") === hostname && (url.port === port || url.port === "");
    const path = isOwn ? `${url.pathname}${url.search}${url.hash}` : address;
    const inside = path.startsWith(`${base.prefix}/`) ? path.slice(base.prefix.length) : path;
    if (!inside.startsWith("/")) return false;
    for (const one of prefixesOf(inside, longest)) if (paths.has(one) || (!isMedia(one) && paths.has(one.toLowerCase()))) return true;
    return false;
  };
}

/**
 * A text without the addresses that lead there; nothing where it is such an address.
 *
 * @example withoutAddresses("See [Ada](/speakers/ada/).", leadsInto(new Set(["/speakers/ada"]), url)) // "See Ada."
 */
export function withoutAddresses(text: string, leads: (address: string) => boolean): string | undefined {
  if (!text.includes("/")) return text;
  if (!/\s/.test(text) && leads(text)) return undefined;
  const defined = withoutDefinitions(text, ({ address }) => leads(address));
  const linked = defined.replace(LINK, (whole, label: string, address: string) => (leads(address) ? label : whole));
  return linked.replace(ADDRESS, (address) => (leads(address) ? NO_ADDRESS : address));
}

/** What no record, link or entry can be without. */
const NAMES: ReadonlySet<string> = new Set(["name", "title", "tagline", "notice", "text", "label"]);

/** The same for a text of a record: a name that is such an address is not left out, for something would be without a name. */
export function withoutAddressesIn(text: string, path: FieldPath, leads: (address: string) => boolean): string | undefined {
  return withoutAddresses(text, leads) ?? (NAMES.has(fieldOf(path)) ? NO_ADDRESS : undefined);
}

/** Whether a path is that of a file, whose name may differ from another's by its capitals alone; addresses of pages have none. */
const isMedia = (path: string) => path.startsWith("/media/");

/** A path as it is compared: decoded, and without the end that leads to the page of a folder. */
export const barePath = (path: string) => decoded(path).replace(/(?:\/index\.html|\/)$/, "");

/**
 * A path and all folders that it is in, decoded, as far as they have at most so many letters; a mark within a page counts only as a whole. All
 * folders of an address in a text may be gigabytes.
 */
function* prefixesOf(path: string, longest: number): Generator<string> {
  const [page = "", mark] = decoded(path).split(/[?#]/);
  let folder = "";
  for (const step of page.split("/").filter((one) => one !== "" && one !== ".")) {
    folder = step === ".." ? folder.slice(0, Math.max(0, folder.lastIndexOf("/"))) : `${folder}/${step}`;
    if (folder.length > longest) break;
    yield folder;
  }
  if (mark !== undefined) yield barePath(`${page}#${mark}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
