/** The pages at addresses of what was removed for good: that it was, when and why. */
import { type Link, link } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { addressOf } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { hasTombstone, removedOf } from "../publishing/removed.ts";
import type { PageKind } from "./page-kind.ts";

interface RemovedView extends PageHead {
  text: string;
  reason: string | null;
}

export const removedPages: PageKind<RemovedView> = {
  name: "removed",
  *views(archive) {
    const { dates, removed: words } = archive.words;
    for (const one of removedOf(archive).filter(hasTombstone)) {
      const text = words.text(dates.date(one.date));
      yield {
        ...pageHead(archive, { path: one.path, title: words.title, description: text, above: aboveOf(archive, one.path) }),
        noindex: true,
        text,
        reason: one.reason ?? null,
      };
    }
  },
};

/** The list that the page was in, and the event of a talk where it is still there. */
function aboveOf(archive: Archive, path: string): Link[] {
  const { sections } = archive.words;
  const { address, variables } = addressOf(path) ?? {};
  if (address?.owner === "person") return [link(archive, PATHS.speakers, sections.speakers)];
  if (address?.owner === "topic") return [link(archive, PATHS.topics, sections.topics)];
  if (address?.owner === "organization") return [link(archive, PATHS.organizations, sections.organizations)];
  if (address?.owner !== "event" && address?.owner !== "talk") return [];
  const event = archive.events.find(({ id }) => id === variables?.["event"]);
  const events = link(archive, PATHS.events, sections.events);
  return event && address.owner === "talk" ? [events, link(archive, event.path, event.record.name)] : [events];
}
