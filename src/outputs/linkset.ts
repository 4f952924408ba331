/** `linkset.json` of an event: every typed link of its page and of its talks' pages (RFC 9264, https://signposting.org/FAIR/). */
import { eventSignposts, type Signpost, talkSignposts } from "../components/signposts.ts";
import type { Archive, Event } from "../model/archive.ts";
import { absolute, linksetPath } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const linkset = {
  name: "linkset",
  *eventFiles(archive: Archive, event: Event) {
    const url = (path: string) => absolute(archive.site.base, path);
    const items = event.talks.map(({ path }) => ({ href: url(path), type: "text/html" }));
    const own = context(url(event.path), eventSignposts(archive, event, url));
    const contexts = [
      { ...own, item: [...items, ...(own["item"] as object[])] },
      ...event.talks.map((talk) => context(url(talk.path), talkSignposts(archive, talk, url))),
    ];
    yield { path: linksetPath(event.id).slice(1), content: `${JSON.stringify({ linkset: contexts })}\n` };
  },
} satisfies OutputFormat;

/** All links from one page, by relation. */
function context(anchor: string, links: readonly Signpost[]): Record<string, unknown> {
  const byRelation: Record<string, unknown> = { anchor };
  for (const rel of new Set(links.map((link) => link.rel)))
    byRelation[rel] = links.filter((link) => link.rel === rel).map(({ href, type }) => ({ href, ...(type !== null && { type }) }));
  return byRelation;
}
