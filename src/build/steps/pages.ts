/** The step that makes the pages: the views of each kind of page, which Eleventy prints. */
import { cardsKey } from "../../components/card.ts";
import { digest } from "../../text/digest.ts";
import { outputFile } from "../../model/urls.ts";
import { PAGE_KINDS } from "../../pages/index.ts";
import type { PageGroup } from "../../pages/page-kind.ts";
import { templateFingerprints } from "../fingerprint.ts";
import type { Site } from "../site.ts";
import type { FileGroup, PageFile, Step } from "../step.ts";

/** What outputs need to know of all pages, also of those that are kept. */
export class PageFacts {
  readonly #groups = new Map<string, readonly string[]>();

  /** Keeps the place of a group among all others, whenever it is made. */
  expect(group: string): void {
    if (!this.#groups.has(group)) this.#groups.set(group, []);
  }

  /** Notes the pages of a group. */
  note(group: string, paths: readonly string[]): void {
    this.#groups.set(group, paths);
  }

  /** Site paths of the pages that search engines should know, in order. */
  get paths(): string[] {
    return [...this.#groups.values()].flat();
  }
}

/** All pages of a site. `only` leaves out all other groups, and the facts. */
export function pagesStep(site: Site, facts: PageFacts, only?: ReadonlySet<string>): Step {
  return {
    name: "pages",
    *groups() {
      const { archive, frame, templates, program, settings } = site;
      const common = digest(JSON.stringify([program, archive.site.base, archive.ownWords?.record, frame, cardsKey(archive)]));
      const prints = templateFingerprints(templates);
      for (const { name: kind, views, groups, isDear = false } of [...PAGE_KINDS, ...site.extensions.pages]) {
        if (only && ![...only].some((name) => name.startsWith(groupName(kind, "")))) continue;
        const made = `${common} ${prints.get(`pages/${kind}.njk`)}`;
        for (const group of groups?.(archive) ?? [{ id: "all", views: () => views(archive) }]) {
          if (only && !only.has(groupName(kind, group.id))) continue;
          // Every shard has to know all pages, so that it looks at each.
          facts.expect(groupName(kind, group.id));
          yield { ...pageGroup(kind, made, settings.shard ? { id: group.id, views: group.views } : group, facts), isDear };
        }
      }
    },
  };
}

/** The name of a group of pages among those of all steps. */
export function groupName(kind: string, id: string): string {
  return `${kind} ${id}`;
}

/** `made` stands for all that every page of its kind is made of: frame, template, program. */
function pageGroup(kind: string, made: string, group: PageGroup, facts: PageFacts): FileGroup {
  const { key, isOnePage = false } = group;
  const isListed = kind !== "moved";
  const name = groupName(kind, group.id);
  return {
    name,
    printed: true,
    ...(key && { key: () => digest(`${made} ${key()}`), isPortable: true }),
    *files(): Generator<PageFile> {
      const listed: string[] = [];
      for (const view of group.views()) {
        if (isListed && !view.noindex) listed.push(view.path);
        const page = { path: outputFile(view.path), kind, view };
        yield key && isOnePage ? page : { ...page, key: () => digest(`${made} ${JSON.stringify(view)}`) };
      }
      facts.note(name, listed);
    },
    onKept(paths) {
      if (isListed) facts.note(name, paths.map(pathOf));
    },
  };
}

/** The site path of a page by its file. */
function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}
