/** The list of all editions, by series. */
import { type EventItem, eventItem } from "../components/event-item.ts";
import { scaleOf } from "../components/history.ts";
import { type Country, countriesOf } from "../components/places.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { dataPath, PATHS } from "../model/urls.ts";
import type { PageKind } from "./page-kind.ts";

interface EventsView extends PageHead {
  groups: { id: string; name: string | null; description: string | null; events: EventItem[] }[];
  scale: ReturnType<typeof scaleOf>;
  countries: Country[];
}

export const eventsPage: PageKind<EventsView> = {
  name: "events",
  *views(archive) {
    const { events: words, sections } = archive.words;
    const series = archive.site.record.series ?? [];
    const items = (id: string | undefined) =>
      archive.events
        .filter((event) => event.record.series === id)
        .map((event) => eventItem(archive, event))
        .reverse();
    const groups = [
      ...series.map(({ id, name, description }) => ({ id, name, description: description ?? null, events: items(id) })),
      { id: "other", name: series.length ? words.other : null, description: null, events: items(undefined) },
    ].filter((group) => group.events.length > 0);
    const title = archive.site.record.sections?.find((section) => section.url === PATHS.events)?.label ?? sections.events;
    yield {
      ...pageHead(archive, {
        path: PATHS.events,
        folder: "events",
        data: dataPath("events"),
        title,
        description: words.description({ events: archive.events.length, archive: archive.site.record.name }),
      }),
      groups,
      scale: scaleOf(archive),
      countries: countriesOf(archive),
    };
  },
};
