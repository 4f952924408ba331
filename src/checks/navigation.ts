/** The rule that the navigation leads to pages that are there. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { hasSeriesPages, seriesOf } from "../model/series.ts";
import { MOST_PAGES } from "../publishing/page-needs.ts";
import { didYouMean } from "../text/similar.ts";
import { PATHS } from "../model/urls.ts";
import { yearsOf } from "../model/years.ts";

export function navigation(archive: Archive, ownPaths: readonly string[]): Finding[] {
  const { file, record } = archive.site;
  const known = new Set([...pathsOf(archive), ...ownPaths]);
  const findings: Finding[] = [];
  const lists = [
    { field: ["navigation"], links: record.navigation },
    { field: ["sections"], links: record.sections },
    { field: ["footer", "links"], links: record.footer?.links },
  ];
  for (const { field, links } of lists) {
    for (const [index, { url }] of (links ?? []).entries()) {
      const path = url.replace(/[?#].*$/, "");
      if (!url.startsWith("/") || known.has(path)) continue;
      const near = known.has(`${path}/`) ? `${path}/` : didYouMean(path, known);
      findings.push({
        rule: "dead-navigation",
        severity: "error",
        file,
        path: [...field, index, "url"],
        message: `There is no page \`${path}\`.`,
        hint:
          path === PATHS.papers
            ? "There is no paper yet; add one to `papers/`, or delete this entry."
            : near
              ? `Did you mean \`${near}\`?`
              : "Write the path of a page of this archive, or the full address of another site.",
      });
    }
  }
  if (archive.pages.length > MOST_PAGES)
    findings.push({
      rule: "many-pages",
      severity: "warning",
      file,
      path: [],
      message: `Of the ${archive.pages.length} pages in \`pages/\` only the first ${MOST_PAGES} stand in the footer.`,
      hint: "Link to the others from one of them, and name those that matter most under `footer:`.",
    });
  return findings;
}

function pathsOf(archive: Archive): string[] {
  const { papers: papersPath, series: seriesPath, notFound: _, talkIndex: __, ...always } = PATHS;
  const things = [...archive.events, ...archive.talks, ...archive.people, ...archive.topics, ...archive.organizations, ...archive.pages];
  return [
    ...Object.values(always),
    ...(archive.papers.length > 0 ? [papersPath] : []),
    ...(hasSeriesPages(archive) ? [seriesPath, ...seriesOf(archive).map(({ path }) => path)] : []),
    ...things.map((thing) => thing.path),
    ...yearsOf(archive).map(({ path }) => path),
  ];
}
