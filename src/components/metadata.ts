/** What a page tells programs beside its text: linked data, typed links, tags of its citation. */
import type { Archive, Talk } from "../model/archive.ts";
import { href } from "../model/urls.ts";
import { hasTalkFiles } from "../publishing/citation.ts";
import type { CardView } from "./card.ts";
import { breadcrumbList, graphText, withPicture, type Thing } from "./linked-data.ts";
import type { Link } from "./links.ts";
import { Deferred } from "../text/deferred.ts";
import { citationTags, linksetSignpost, type MetaTag, type Signpost, talkSignposts } from "./signposts.ts";
import { talkThings } from "./talk-thing.ts";

export interface Metadata {
  /** JSON-LD, fit for a `script` element. */
  linkedData: string | null;
  /** Typed links. */
  signposts: readonly Signpost[];
  /** Tags for reference managers. */
  metaTags: readonly MetaTag[];
}

/** What a page is about, with its links and tags. */
export interface MetadataSource {
  make: () => { things: readonly Thing[]; signposts?: readonly Signpost[]; metaTags?: readonly MetaTag[] };
  /** What it is made of, where the rest of the view does not say all of that; see `Deferred`. */
  key?: string | undefined;
}

/** Adds the way to the page, and to an event that has no other picture its card, which the rest of the view says too. */
export function metadataOf(
  archive: Archive,
  { path, title, programs }: { path: string; title: string; programs?: MetadataSource },
  breadcrumbs: readonly Link[],
  card: CardView | null,
): Deferred<Metadata> {
  const make = () => {
    const { things = [], signposts = [], metaTags = [] } = programs?.make() ?? {};
    const all = [...withPicture(things, card?.url), ...(breadcrumbs.length ? [breadcrumbList(archive, breadcrumbs, title, path)] : [])];
    return { linkedData: all.length === 0 ? null : graphText(all), signposts, metaTags };
  };
  return new Deferred(make, programs ? programs.key : "");
}

/** What the page of a talk tells. */
export function talkMetadata(archive: Archive, talk: Talk): MetadataSource {
  const make = () => ({
    things: talkThings(archive, talk),
    signposts: [...talkSignposts(archive, talk, (path) => href(archive.site.base, path)), linksetSignpost(archive, talk.event)],
    metaTags: citationTags(archive, talk),
  });
  return { make, key: recordsBehind(archive, talk) };
}

/** The records that the citation of a talk and what its page tells are made of, beside what the rest of its view says. */
export function recordsBehind(archive: Archive, talk: Talk): string | undefined {
  const { event, slides, digest } = talk;
  if (digest === undefined || event.digest === undefined) return undefined;
  const slidesAre = slides?.file === undefined ? "" : archive.media.get(slides.file)?.looksLike;
  return [digest, event.digest, slidesAre, hasTalkFiles(archive)].join(" ");
}
