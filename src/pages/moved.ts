/** The small pages at former addresses that lead on to where their subject is now. */
import { type Link, link } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import { movedPaths } from "../publishing/moved.ts";
import { MOVED_USE } from "../publishing/page-needs.ts";
import { absolute } from "../model/urls.ts";
import type { PageKind } from "./page-kind.ts";

interface MovedView extends PageHead {
  target: Link;
}

export const movedPages: PageKind<MovedView> = {
  name: "moved",
  *views(archive) {
    const { site, words } = archive;
    for (const { from, to, title, lang } of movedPaths(archive)) {
      yield {
        ...pageHead(archive, {
          path: from,
          title,
          titleLang: lang && lang !== site.record.language ? lang : null,
          description: words.moved.description(title),
          uses: MOVED_USE,
        }),
        canonical: absolute(site.base, to),
        target: link(archive, to, title),
      };
    }
  },
};
