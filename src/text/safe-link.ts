/** Which addresses a link in a stranger's text may have. */
import { parseUrl } from "./parse-url.ts";

const SAFE_LINK = /^(https?:\/\/[^/\\]|mailto:[^\s/]|\/(?![/\\])|#|[A-Za-z0-9_-]+(\/|\.html|$))/i;

/** Whether a link leads to the web, to a mailbox or to a page of the site, without a password and without running anything. */
export function isSafeLink(url: string): boolean {
  if (!SAFE_LINK.test(decodeLoosely(url))) return false;
  if (!/^https?:/i.test(url)) return true;
  const parsed = parseUrl(url);
  return parsed?.username === "" && parsed.password === "";
}

/** Sees through percent-encoding and control characters, as a browser would. */
function decodeLoosely(url: string): string {
  let text = url;
  try {
    text = decodeURIComponent(url);
  } catch {
    // a stray % stays as it is
  }
  return text.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
}
