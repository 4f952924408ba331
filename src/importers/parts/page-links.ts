/** The links of a page of talks: which lead to slides or a recording, and which are only the site's own. */
import { type Element, elementsBelow, textBelow } from "../../text/html.ts";
import { isSlidesAddress, isVideoAddress, type Medium } from "./media-links.ts";
import { lineOf } from "./reading.ts";
import { parseUrl } from "../../text/parse-url.ts";

export interface PageLink extends Medium {
  element: Element;
  /** `Download original`, as old pages offered the file behind a player. */
  isOriginal: boolean;
}

const GENERIC =
  /^((view|watch|see|download|get|play|read|open)?\s*(the\s+)?(slides?|slide deck|video|videos|pdf|ppt|audio|mp3|mp4|presentation|recording|slideshare|youtube|vimeo|download|link|original|here|more|abstract|website|bio)( original| file| here| \(?pdf\)?| slides| video)?)\s*[»›>]*$|^[^\p{L}\p{N}]*$/iu;

/** Whether the words of a link say what it is of a talk, but not which talk. */
export const isGenericLabel = (text: string) => GENERIC.test(lineOf(text));

/** All links below an element, players included, with whole addresses. */
export function linksBelow(element: Element, base: string | undefined): PageLink[] {
  const links: PageLink[] = [];
  for (const one of elementsBelow(element)) {
    const written =
      one.name === "a"
        ? one.attributes.get("href")
        : /^(iframe|embed|video|source)$/.test(one.name)
          ? one.attributes.get("src")
          : undefined;
    const url = written === undefined ? undefined : pageAddress(wholeAddress(written.trim(), base));
    if (url === undefined) continue;
    const title = lineOf(textBelow(one)) || lineOf(one.attributes.get("title") ?? "");
    const isPlayer = one.name !== "a";
    const isVideo = isVideoAddress(url) || (isPlayer && /video|vimeo|youtube/i.test(url)) || /^(watch )?(the )?video\b/i.test(title);
    const isSlides =
      !isVideo &&
      (isSlidesAddress(url, title) ||
        /slideshare\.net/i.test(url) ||
        (/\.pdf([?#]|$)/i.test(url) && /^$|slides|pdf|presentation|download/i.test(title)));
    links.push({ url, title, isVideo, isSlides, element: one, isOriginal: /^download original/i.test(title) });
  }
  return links;
}

function wholeAddress(written: string, base: string | undefined): string | undefined {
  if (/^(mailto|javascript|data|tel|file|about):|^#|^$/i.test(written)) return undefined;
  if (/^https?:/i.test(written)) return written;
  const whole = base === undefined ? undefined : parseUrl(written, base)?.href;
  return whole ?? (written.startsWith("//") ? `https:${written}` : undefined);
}

/** The page of a recording in place of the player that was put into another page. */
export function pageAddress(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const [, archived = url] = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.*)$/i.exec(url) ?? [];
  const [, vimeo] = /player\.vimeo\.com\/video\/(\d+)/i.exec(archived) ?? [];
  const [, youtube] = /youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,20})/i.exec(archived) ?? [];
  if (vimeo) return `https://vimeo.com/${vimeo}`;
  if (youtube) return `https://www.youtube.com/watch?v=${youtube}`;
  return archived;
}

/** The address that a saved page had. */
export function savedFrom(html: string, page: Element): string | undefined {
  const [, saved] = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i.exec(html.slice(0, 5000)) ?? [];
  const [, file] = /\bFILE ARCHIVED ON[\s\S]{0,300}?(https?:\/\/\S+)/i.exec(html) ?? [];
  for (const one of elementsBelow(page)) {
    const isCanonical = one.name === "link" && one.attributes.get("rel") === "canonical";
    const isOpenGraph = one.name === "meta" && one.attributes.get("property") === "og:url";
    const address = isCanonical
      ? one.attributes.get("href")
      : isOpenGraph
        ? one.attributes.get("content")
        : one.name === "base"
          ? one.attributes.get("href")
          : undefined;
    if (address !== undefined && /^https?:/i.test(address)) return pageAddress(saved ?? address);
  }
  return pageAddress(saved ?? file);
}
