/** The judgement of an answer: whether an address is fine, moved, dead, suspicious, or cannot be told. */
import { STATUS_CODES } from "node:http";
import { clip } from "../../model/records/fields.ts";
import { FAILURES } from "./failure.ts";
import { type Answer, isDeath, isPage } from "./probe.ts";
import type { Reply } from "./request.ts";

/**
 * `unsure` gave no answer that says anything and may do so tomorrow; `closed` does not answer programs, but perhaps readers;
 * `robots` asked us not to look; `private` leads into a network of its own.
 */
export const STATES = ["fine", "moved", "dead", "suspicious", "unsure", "closed", "robots", "private"] as const;

export interface Verdict {
  state: (typeof STATES)[number];
  /** Why, as the end of a sentence; empty for `fine`. */
  why: string;
  /** Where it leads for good. */
  to?: string | undefined;
}

/** Judges what a visit to an address brought. */
export function judge(address: string, { hops, outcome }: Answer): Verdict {
  const end = hops.at(-1)?.to ?? address;
  const via = hops.length > 0 ? `it leads to ${clip(end, 200)}, and there ` : "";
  if (outcome.kind === "robots") return { state: "robots", why: "the `robots.txt` of the host asks programs not to read it" };
  if (outcome.kind === "later") return { state: "unsure", why: "the host wants to be asked later" };
  if (outcome.kind === "loop") return { state: "suspicious", why: "its redirects lead round in a circle" };
  if (outcome.kind === "other-scheme") return { state: "suspicious", why: `it leads to ${clip(end, 200)}, which is no web address` };
  if (outcome.kind === "failure") {
    const { failure } = outcome;
    return { state: isDeath(outcome) ? "dead" : failure === "private" ? "private" : "unsure", why: `${via}${FAILURES[failure]}` };
  }
  const { status } = outcome.reply;
  const said = `${via}the host answers ${status}${STATUS_CODES[status] ? ` (${STATUS_CODES[status]})` : ""}`;
  if (isDeath(outcome)) return { state: "dead", why: said };
  if (status >= 500 && status < 600) return { state: "unsure", why: said };
  if (status < 200 || status >= 300) return { state: status >= 400 ? "closed" : "suspicious", why: said };
  const doubt = suspicion(new URL(address), new URL(end), outcome.reply);
  if (doubt !== undefined) return { state: "suspicious", why: doubt };
  const to = movedTo(address, hops);
  return to === undefined ? { state: "fine", why: "" } : { state: "moved", why: "it has moved for good", to };
}

/** The last address that only permanent redirects lead to. */
function movedTo(address: string, hops: Answer["hops"]): string | undefined {
  const temporary = hops.findIndex(({ status }) => status !== 301 && status !== 308);
  const to = (temporary < 0 ? hops : hops.slice(0, temporary)).at(-1)?.to;
  return to === address ? undefined : to;
}

const LOGIN_PATH = /(^|[/._-])(log[_-]?in|sign[_-]?in|log[_-]?on|sso|saml2?|oauth2?|wp-login|authwall)([/._?-]|$)/i;
const LOGIN_HOST = /^(accounts\.google|login\.|signin\.|sso\.|auth\.|idp\.)/i;
const PARKED_HOST = /(^|\.)(sedoparking|parkingcrew|bodis|hugedomains|afternic|dan|sedo|above|uniregistry|domainmarket|parklogic)\.com$/i;
const PARKED_TEXT =
  /\b(this )?domain( name)? (\S+ )?(is|may be) (for sale|parked)\b|\bbuy this domain\b|\bdomain parking\b|\bparked (free|domain)\b|\bsedoparking\b/i;
const ERROR_TEXT =
  /\b(404|410)\b|\b(page|file|document|site|video|content|slideshow|presentation)s? (was |is |has been |have been |could |can )?(not|n't|cannot be) (be )?found\b|\bnot found\b|\bno longer (available|exists?)\b|\b(does not|doesn['’]t) exist\b|\b(has been|was) (removed|deleted)\b|\b(page|video|content|file) (is )?(unavailable|not available)\b|nicht gefunden|introuvable|no encontrad[ao]/i;
/** Endings that promise a file, which a web page in its place is not. */
const FILE = /\.(pdf|ps|pptx?|odp|key|zip|gz|mp[34]|webm|ogv|m4v|mov|avi|docx?|odt|txt|png|jpe?g)$/i;

/** Pages about a file, under its name: forges and wikis have them. */
const VIEWER = /\/blob\/|(\/|=)(File|Image):/i;

/** What makes an answer of 200 doubtful. */
function suspicion(asked: URL, end: URL, { headers, body }: Reply): string | undefined {
  const type = headers["content-type"] ?? "";
  const hasMoved = asked.href !== end.href;
  const isDeep = asked.pathname.length > 1 || asked.search !== "";
  const [file] = FILE.exec(asked.pathname) ?? [];
  if (PARKED_HOST.test(end.hostname) && hasMoved) return `it leads to ${end.host}, where domains are sold`;
  if (hasMoved && LOGIN_PATH.test(end.pathname) && !LOGIN_PATH.test(asked.pathname))
    return `it leads to a login page (${clip(end.href, 200)})`;
  if (hasMoved && LOGIN_HOST.test(end.hostname) && !LOGIN_HOST.test(asked.hostname))
    return `it leads to a login page (${clip(end.href, 200)})`;
  if (hasMoved && isDeep && /^\/([a-z]{2}\/?|index\.\w+|home\/?)?$/i.test(end.pathname) && end.search === "")
    return `it leads to the home page of ${end.host}`;
  if (file && isPage(type) && !VIEWER.test(asked.pathname))
    return `a web page comes in place of a file that ends in \`${file.toLowerCase()}\``;
  if (file && headers["content-length"] === "0" && body.length === 0) return "an empty file comes";
  if (!isPage(type) && type !== "") return undefined;
  if (headers["content-encoding"] !== undefined && headers["content-encoding"] !== "identity") return undefined;
  if (body.length === 0) return "an empty page comes";
  return inPage(body.toString("utf8"), hasMoved);
}

/** Headings and title of a page, which name an error page; whole pages may speak of one. */
function inPage(html: string, hasMoved: boolean): string | undefined {
  const headings = [...sections(html, "title"), ...sections(html, "h1")].map((text) =>
    text
      .replace(/<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  const error = headings.find((heading) => ERROR_TEXT.test(heading));
  if (error !== undefined) return `the page calls itself “${error.slice(0, 80)}”`;
  const nameless = headings.find((heading) => /^[-–—|·]\s*\S+$/.test(heading));
  if (nameless !== undefined) return `the title of the page, “${nameless.slice(0, 80)}”, names nothing, as when a video is gone`;
  if (PARKED_TEXT.test(html.replace(/<[^<>]*>/g, " "))) return "the page says that its domain is for sale or parked";
  if (hasMoved && /<input\b[^>]{0,300}\btype\s*=\s*["']?password/i.test(html)) return "it leads to a page that asks for a password";
  return undefined;
}

/** The content of the first few elements of a name, each up to a length that no heading has. */
function sections(html: string, name: "title" | "h1"): string[] {
  const found: string[] = [];
  const lower = html.toLowerCase();
  for (let start = lower.indexOf(`<${name}`); start >= 0 && found.length < 3; start = lower.indexOf(`<${name}`, start + 1)) {
    const open = lower.indexOf(">", start);
    const end = lower.indexOf(`</${name}`, open);
    if (open < 0 || end < 0) break;
    found.push(html.slice(open + 1, Math.min(end, open + 2000)));
  }
  return found;
}
