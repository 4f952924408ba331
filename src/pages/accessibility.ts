/** The page on accessibility: what the archive does for every reader, how that is tested, and what is missing. */
import { type Link, type OutsideLink, outside } from "../components/links.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { CRITERIA, type Criterion, PRINCIPLES, WAYS_OF_TESTING } from "../publishing/wcag.ts";
import { capitalize, count, enumerate } from "../text/wording.ts";
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
  ways: { label: string; what: string; file: string | null }[];
  principles: { id: string; heading: string; criteria: CriterionView[] }[];
  /** Where problems are reported, if the archive has such a place. */
  report: OutsideLink | null;
  liveSite: OutsideLink;
}

export const accessibilityPage: PageKind<AccessibilityView> = {
  name: "accessibility",
  *views(archive) {
    const { record } = archive.site;
    yield {
      ...pageHead(archive, {
        path: PATHS.accessibility,
        title: "Accessibility",
        description: `What the ${record.name} does so that everybody can use it, how that is tested, and what is missing.`,
      }),
      // No record says what this page says.
      edit: null,
      summary: summaryOf(CRITERIA),
      gaps: gapsOf(archive),
      ways: Object.values(WAYS_OF_TESTING).map((way) => ({ ...way, label: capitalize(way.label) })),
      principles: Object.entries(PRINCIPLES).map(([digit, heading]) => ({
        id: heading.toLowerCase(),
        heading,
        criteria: CRITERIA.filter(({ number }) => number.startsWith(digit)).map(criterionView),
      })),
      report: record.repository
        ? outside(`${record.repository.url.replace(/\/$/, "")}/issues`, "Report it in the project’s list of issues")
        : null,
      liveSite: outside(record.liveSite.url, record.liveSite.name),
    };
  },
};

function criterionView({ number, name, level, address, state, how, tests }: Criterion): CriterionView {
  return {
    label: `${number} ${name}`,
    href: address,
    level,
    state: capitalize(state),
    how,
    tests: enumerate(tests.map((way) => WAYS_OF_TESTING[way].label)),
  };
}

/** `Of the 55 criteria …, 38 are met, 9 partly; 8 do not apply.` */
function summaryOf(criteria: readonly Criterion[]): string {
  const amount = (state: Criterion["state"]) => criteria.filter((one) => one.state === state).length;
  return `Of the ${criteria.length} criteria of WCAG 2.2 at levels A and AA, ${amount("met")} are met and ${amount("partly met")} partly; ${amount("does not apply")} do not apply.`;
}

/** What is known to be missing, with the figures of this archive. */
function gapsOf(archive: Archive): string[] {
  const videos = archive.talks.flatMap(({ video }) => (video ? [video] : []));
  const slides = archive.talks.flatMap(({ slides }) => (slides ? [slides] : []));
  const elsewhere = (media: readonly { file?: string | undefined }[]) => media.filter(({ file }) => file === undefined).length;
  const withoutCaptions = videos.filter(({ file, captions }) => file !== undefined && captions === undefined).length;
  return [
    ...(elsewhere(videos)
      ? [`${count(elsewhere(videos), "video")} on other hosts: their players, captions and advertisements are not the archive’s.`]
      : []),
    ...(withoutCaptions ? [`${count(withoutCaptions, "video")} in the archive without captions, because none are known.`] : []),
    ...(elsewhere(slides)
      ? [
          `${count(elsewhere(slides), "deck")} of slides on other hosts: many such files have no structure that a screen reader could follow.`,
        ]
      : []),
    ...(slides.length > elsewhere(slides)
      ? [`${count(slides.length - elsewhere(slides), "deck")} of slides in the archive, published as their authors made them.`]
      : []),
    ...(videos.length ? ["No video is known to have an audio description or a translation into sign language."] : []),
    "Texts of strangers stand as published, in whatever words they chose.",
    "Tests run in Chromium. Other browsers and screen readers have not been tested by the project.",
  ];
}
