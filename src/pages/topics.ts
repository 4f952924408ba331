/** Owns the list of topics by size. */
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Topic } from "../model/archive.ts";
import { dataPath, PATHS } from "../model/urls.ts";
import { count } from "../model/wording.ts";
import type { PageKind } from "./page-kind.ts";

interface TopicsView extends PageHead {
  total: string;
  parts: PartLink[];
  groups: { id: string; heading: string; topics: (Link & { size: number })[] }[];
}

export const topicsPages: PageKind<TopicsView> = {
  name: "topics",
  *views(archive) {
    const topics = archive.topics.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.slug < b.slug ? -1 : 1));
    for (const part of cutIntoParts(archive, topics, PATHS.topics, (number) => `${PATHS.topics}list/${number}/`)) {
      const groups = new Map<string, Topic[]>();
      for (const topic of part.items) groups.set(headingOf(topic), [...(groups.get(headingOf(topic)) ?? []), topic]);
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `Topics${part.suffix}`,
          description: `The ${count(topics.length, "topic")} of the ${archive.site.record.name}, the largest first.`,
          folder: "events",
          section: PATHS.topics,
          data: dataPath("topics"),
        }),
        total: count(topics.length, "topic"),
        parts: part.parts,
        groups: [...groups].map(([heading, list], index) => ({
          id: `size-${index + 1}`,
          heading,
          topics: list
            .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
            .map((topic) => ({ ...link(archive, topic.path, topic.name), size: sizeOf(topic) })),
        })),
      };
    }
  },
};

/** Talks and papers of a topic together. */
function sizeOf(topic: Topic): number {
  return topic.talks.length + topic.papers.length;
}

function headingOf(topic: Topic): string {
  const size = sizeOf(topic);
  if (size >= 10) return "Ten entries and more";
  if (size >= 5) return "Five to nine entries";
  return size > 1 ? "Two to four entries" : "One entry";
}
