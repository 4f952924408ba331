/** What a kind of page is: a template, and the views that it prints. */
import type { PageHead } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";

/**
 * A kind of page. Each view is plain, serialisable data and holds everything its template prints; `template` is the
 * `.njk` file beside it. Views come in one order on every machine.
 */
export interface PageKind<View extends PageHead = PageHead> {
  name: string;
  views(archive: Archive): Iterable<View>;
  /** The same views in groups, where there are many. */
  groups?(archive: Archive): Iterable<PageGroup<View>>;
  /** Whether the keys of its groups take long to know. */
  isDear?: boolean;
}

/** Pages that are made of the same things. Their views are only made when one of those may have changed. */
export interface PageGroup<View extends PageHead = PageHead> {
  /** Unlike that of any other group of its kind. */
  id: string;
  /** Changes whenever one of the views could; left out where nobody can tell. */
  key?: () => string;
  /** Whether it is one page, of which the key says all; of several, each is looked at when the key changed. */
  isOnePage?: boolean;
  views: () => Iterable<View>;
}

/** A kind of page whose views come in groups. */
export function grouped<View extends PageHead>(
  name: string,
  groups: (archive: Archive) => Iterable<PageGroup<View>>,
  { isDear = false }: Pick<PageKind, "isDear"> = {},
): Required<PageKind<View>> {
  return {
    name,
    groups,
    isDear,
    *views(archive) {
      for (const group of groups(archive)) yield* group.views();
    },
  };
}
