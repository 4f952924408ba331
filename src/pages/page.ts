/** Free pages, such as the ecosystem and the page about the archive. */
import { eventItem } from "../components/event-item.ts";
import { type Link, link, newTalkLink, type SourceLink, sourceLinks } from "../components/links.ts";
import { htmlWithPictures } from "../components/picture.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Page } from "../model/archive.ts";
import { addTo } from "../text/add-to.ts";
import { slug } from "../text/slug.ts";
import { dataPath } from "../model/urls.ts";
import { capitalize } from "../text/wording.ts";
import type { PageKind } from "./page-kind.ts";

interface EntryView {
  name: string;
  href: string | null;
  organization: string | null;
  since: number | null;
  description: string | null;
  sources: SourceLink[];
}

interface FreePageView extends PageHead {
  text: string | null;
  groups: { id: string; heading: string; entries: EntryView[] }[];
  sources: SourceLink[];
  /** What is known of each event, the newest first; nothing where the page does not show it. */
  events: KnownEvent[];
}

interface KnownEvent extends Link {
  /** `17 talks, 9 with slides, 3 with video` */
  size: string;
  /** What is missing and what stands out. */
  note: string | null;
  add: Link | null;
}

export const freePages: PageKind<FreePageView> = {
  name: "page",
  *views(archive) {
    for (const page of archive.pages) {
      const { title, description, sources } = page.record;
      yield {
        ...pageHead(archive, {
          path: page.path,
          title,
          description: description ?? page.text ?? title,
          file: page.file,
          data: dataPath("pages"),
          sources,
        }),
        text: htmlWithPictures(archive, page.text),
        groups: groupsOf(archive, page),
        events: page.record.shows === "completeness" ? knownEvents(archive) : [],
        sources: sourceLinks(sources),
      };
    }
  },
};

function knownEvents(archive: Archive): KnownEvent[] {
  return archive.events.toReversed().map((event) => ({
    ...link(archive, event.path, event.record.name),
    size: eventItem(archive, event).size,
    note: event.note?.html ?? null,
    add: newTalkLink(archive, event),
  }));
}

/** The kind of entries that name none. */
const OTHER = "other";

/** Names of other places in the page. */
const TAKEN = ["content", "sources", "site-search", "completeness"];

/** The catalogue by kind, kinds in order of first use. `Tool` and `tool` are one kind; `C` and `C++` are two, of two names in the page. */
function groupsOf({ words }: Archive, page: Page): FreePageView["groups"] {
  const groups = new Map<string, EntryView[]>();
  const ids = new Set(TAKEN);
  const free = (wish: string, number = 1): string => {
    const id = number === 1 ? wish : `${wish}-${number}`;
    return ids.has(id) ? free(wish, number + 1) : id;
  };
  for (const { record, description } of page.entries) {
    const kind = record.kind === undefined ? OTHER : capitalize(record.kind);
    const entry = {
      name: record.name,
      href: record.url ?? null,
      organization: record.organization ?? null,
      since: record.since ?? null,
      description: description?.html ?? null,
      sources: sourceLinks(record.sources),
    };
    addTo(groups, kind, entry);
  }
  return [...groups].map(([kind, entries]) => {
    const id = free(slug(kind));
    ids.add(id);
    return { id, heading: kind === OTHER ? words.page.other : kind, entries };
  });
}
