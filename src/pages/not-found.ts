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
    const words = archive.words.notFound;
    yield {
      ...pageHead(archive, { path: PATHS.notFound, title: words.title, description: words.description }),
      noindex: true,
      ways: [
        link(archive, PATHS.presentations, words.talks),
        link(archive, PATHS.events, words.events),
        link(archive, PATHS.speakers, words.speakers),
        link(archive, PATHS.topics, words.topics),
      ],
    };
  },
};
