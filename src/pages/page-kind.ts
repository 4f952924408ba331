/** Owns what a kind of page is: a template, and the views that it prints. */
import type { PageHead } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";

/**
 * A kind of page. Each view is plain, serialisable data and holds everything its template prints; `template` is the
 * `.njk` file beside it. Views come in one order on every machine.
 */
export interface PageKind<View extends PageHead = PageHead> {
  name: string;
  views(archive: Archive): Iterable<View>;
}
