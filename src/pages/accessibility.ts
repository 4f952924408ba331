/** The page on accessibility: what the archive does for every reader, how that is tested, and what is missing. */
import { type Link, type OutsideLink, outside } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { CRITERIA, type Criterion, PRINCIPLES } from "../publishing/wcag.ts";
import { inRepository } from "../publishing/repository.ts";
import { capitalize } from "../text/wording.ts";
import type { Words } from "../words/words.ts";
import type { PageKind } from "./page-kind.ts";

interface CriterionView extends Link {
  level: string;
  state: string;
  how: string;
  /** The names of its tests; empty where it does not apply. */
  tests: string;
}

interface AccessibilityView extends PageHead {
  /** How many criteria are met, in one sentence. */
  summary: string;
  gaps: string[];
  ways: { label: string; what: string }[];
  principles: { id: string; heading: string; criteria: CriterionView[] }[];
  /** Where problems are reported, if the archive has such a place. */
  report: OutsideLink | null;
  liveSite: OutsideLink;
}

export const accessibilityPage: PageKind<AccessibilityView> = {
  name: "accessibility",
  *views(archive) {
    const { record } = archive.site;
    const words = archive.words.accessibility;
    yield {
      ...pageHead(archive, {
        path: PATHS.accessibility,
        title: words.title,
        description: words.description(record.name),
      }),
      // No record says what this page says.
      edit: null,
      summary: summaryOf(archive.words, CRITERIA),
      gaps: gapsOf(archive),
      ways: Object.values(words.ways).map(({ label, what }) => ({ label: capitalize(label), what })),
      principles: ([1, 2, 3, 4] as const).map((digit) => ({
        id: PRINCIPLES[digit],
        heading: words.principles[digit],
        criteria: CRITERIA.filter(({ number }) => number.startsWith(String(digit))).map((one) => criterionView(archive.words, one)),
      })),
      report: record.repository ? outside(inRepository(record.repository, "issues"), words.report.label) : null,
      liveSite: outside(record.liveSite.url, record.liveSite.name),
    };
  },
};

function criterionView({ accessibility: words, list }: Words, { number, level, address, state, tests }: Criterion): CriterionView {
  const { name, how } = words.criteria[number];
  return {
    label: `${number} ${name}`,
    href: address,
    level,
    state: words.states[state],
    how,
    tests: list.and(tests.map((way) => words.ways[way].label)),
  };
}

/** `Of the 55 criteria …, 38 are met, 9 partly; 8 do not apply.` */
function summaryOf({ accessibility: words }: Words, criteria: readonly Criterion[]): string {
  const amount = (state: Criterion["state"]) => criteria.filter((one) => one.state === state).length;
  return words.summary({ criteria: criteria.length, met: amount("met"), partly: amount("partly"), not: amount("not") });
}

/** What is known to be missing, with the figures of this archive. */
function gapsOf(archive: Archive): string[] {
  const { record } = archive.site;
  const videos = archive.talks.flatMap(({ recordings }) => recordings);
  const slides = archive.talks.flatMap(({ slides }) => (slides ? [slides] : []));
  const elsewhere = (media: readonly { file?: string | undefined }[]) => media.filter(({ file }) => file === undefined).length;
  const withoutCaptions = videos.filter(({ file, captions }) => file !== undefined && captions === undefined).length;
  const words = archive.words.accessibility.gaps;
  const slidesHere = slides.length - elsewhere(slides);
  return [
    ...(elsewhere(videos) ? [words.videosElsewhere(elsewhere(videos))] : []),
    ...(withoutCaptions ? [words.withoutCaptions(withoutCaptions)] : []),
    ...(elsewhere(slides) ? [words.slidesElsewhere(elsewhere(slides))] : []),
    ...(slidesHere ? [words.slidesHere(slidesHere)] : []),
    ...(videos.length ? [words.noDescriptions] : []),
    words.strangers,
    ...(record.theme !== undefined || record.colours !== undefined ? [words.ownLooks] : []),
    words.browsers,
  ];
}
