/** The step that makes the pages: the views of each kind of page, which Eleventy prints. */
import { digest } from "../../text/digest.ts";
import { outputFile } from "../../model/urls.ts";
import { PAGE_KINDS } from "../../pages/index.ts";
import type { PageGroup } from "../../pages/page-kind.ts";
import { templateFingerprints } from "../fingerprint.ts";
import type { Site } from "../site.ts";
import type { FileGroup, PageFile, Step } from "../step.ts";

/** What outputs need to know of all pages, also of those that are kept. */
export class PageFacts {
  /** Site paths of the pages that search engines should know, in order. */
  readonly paths: string[] = [];
}

/** All pages of a site. `only` leaves out all other groups, and the facts. */
export function pagesStep(site: Site, facts: PageFacts, only?: ReadonlySet<string>): Step {
  return {
    name: "pages",
    *groups() {
      const { archive, frame, templates, program, settings } = site;
      const common = digest(JSON.stringify([program, archive.site.base, frame]));
      const prints = templateFingerprints(templates);
      for (const { name: kind, views, groups } of PAGE_KINDS) {
        const made = `${common} ${prints.get(`pages/${kind}.njk`)}`;
        for (const group of groups?.(archive) ?? [{ id: "all", views: () => views(archive) }]) {
          if (only && !only.has(groupName(kind, group.id))) continue;
          // Every shard has to know all pages, so that it looks at each.
          yield pageGroup(kind, made, settings.shard ? { id: group.id, views: group.views } : group, facts);
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
  const { key } = group;
  const isListed = kind !== "moved";
  return {
    name: groupName(kind, group.id),
    printed: true,
    ...(key && { key: () => digest(`${made} ${key()}`) }),
    *files(): Generator<PageFile> {
      for (const view of group.views()) {
        if (isListed && !view.noindex) facts.paths.push(view.path);
        yield { path: outputFile(view.path), kind, view, key: () => digest(`${made} ${JSON.stringify(view)}`) };
      }
    },
    onKept(paths) {
      if (isListed) facts.paths.push(...paths.map(pathOf));
    },
  };
}

/** The site path of a page by its file. */
function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}
