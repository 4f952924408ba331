/** The page that a host shows for an address that is not there. */
import { type Link, link } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { PATHS } from "../model/urls.ts";
import type { PageKind } from "./page-kind.ts";

interface NotFoundView extends PageHead {
  ways: Link[];
}

export const notFoundPage: PageKind<NotFoundView> = {
  name: "not-found",
  *views(archive) {
    yield {
      ...pageHead(archive, { path: PATHS.notFound, title: "Page not found", description: "There is no page at this address." }),
      noindex: true,
      ways: [
        link(archive, PATHS.presentations, "All talks"),
        link(archive, PATHS.events, "All events"),
        link(archive, PATHS.speakers, "All speakers"),
        link(archive, PATHS.topics, "All topics"),
      ],
    };
  },
};
