/** The list of topics: the curated ones with what they are parts of, then all others by size; tags for everything and those of one talk last, folded. */
import { type Link, link } from "../components/links.ts";
import { cutIntoParts, namesCut, type PartLink } from "../components/parts.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Topic } from "../model/archive.ts";
import { isTagForEverything } from "../model/topics.ts";
import { dataPath, listPartPath, PATHS } from "../model/urls.ts";
import { addTo } from "../text/add-to.ts";
import { capitalize } from "../text/wording.ts";
import type { PageKind } from "./page-kind.ts";

type TopicItem = Link & { size: number };

interface TopicsView extends PageHead {
  lead: string;
  /** The curated topics that are part of no other, with all that are part of them. */
  curated: (TopicItem & { about: string | null; narrower: TopicItem[] })[];
  parts: PartLink[];
  /** `isFolded` for those that a reader has to open, where the page has others: tags for everything, and topics of a single talk or paper. */
  groups: { id: string; heading: string; isFolded: boolean; topics: TopicItem[] }[];
}

/** A longer vocabulary would fill the page, and is listed like other topics. */
const MOST_CURATED = 150;

export const topicsPages: PageKind<TopicsView> = {
  name: "topics",
  *views(archive) {
    const vocabulary = archive.topics.filter(({ term }) => term);
    const curated = vocabulary.length <= MOST_CURATED ? vocabulary : [];
    const listed = new Set(curated);
    const others = archive.topics.filter((topic) => !listed.has(topic)).sort((a, b) => sizeOf(b) - sizeOf(a) || (a.slug < b.slug ? -1 : 1));
    const tags = new Set(others.filter(isTagForEverything));
    const [larger, single] = [others.filter((topic) => sizeOf(topic) > 1), others.filter((topic) => sizeOf(topic) <= 1)];
    const inOrder = [...larger.filter((topic) => !tags.has(topic)), ...tags, ...single];
    const words = archive.words.topics;
    const total = archive.topics.length;
    const cut = {
      ...namesCut<Topic>(({ name }) => name.length),
      restPath: (number: number) => listPartPath(PATHS.topics, number),
      besides: curated.length,
      taken: curated.reduce((sum, { name, term }) => sum + 30 + name.length + (term?.description?.length ?? 0) / 2, 0),
    };
    for (const part of cutIntoParts(archive, inOrder, PATHS.topics, cut)) {
      const groups = new Map<string, Topic[]>();
      for (const topic of part.items) {
        const heading = tags.has(topic) ? words.tags : headingOf(archive, topic);
        addTo(groups, heading, topic);
      }
      yield {
        ...pageHead(archive, {
          path: part.path,
          title: `${words.title}${part.suffix}`,
          description: words.description({ topics: total, archive: archive.site.record.name, isCurated: curated.length > 0 }),
          section: PATHS.topics,
          data: dataPath("topics"),
          ...(curated.length ? { file: archive.vocabularies.topics?.file } : { folder: "events" }),
        }),
        lead: curated.length ? words.curatedLead({ curated: curated.length, others: others.length }) : words.lead(total),
        curated: part.number === 1 ? curated.filter(({ broader }) => !broader).map((topic) => curatedItem(archive, topic)) : [],
        parts: part.parts,
        groups: [...groups].map(([heading, list], index) => ({
          id: `size-${index + 1}`,
          heading,
          isFolded: (heading === words.one || heading === words.tags) && (groups.size > 1 || (part.number === 1 && curated.length > 0)),
          topics: list.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)).map((topic) => topicItem(archive, topic)),
        })),
      };
    }
  },
};

function topicItem(archive: Archive, topic: Topic): TopicItem {
  return { ...link(archive, topic.path, topic.name), size: sizeOf(topic) };
}

function curatedItem(archive: Archive, topic: Topic): TopicsView["curated"][number] {
  const below = ({ narrower }: Topic): Topic[] => narrower.flatMap((other) => [other, ...below(other)]);
  return {
    ...topicItem(archive, topic),
    // It is the heading of what stands below it.
    label: capitalize(topic.name),
    about: topic.term?.description ?? null,
    narrower: below(topic).map((other) => topicItem(archive, other)),
  };
}

/** Talks and papers of a topic together. */
function sizeOf(topic: Topic): number {
  return topic.talks.length + topic.papers.length;
}

function headingOf({ words: { topics: words } }: Archive, topic: Topic): string {
  const size = sizeOf(topic);
  if (size >= 10) return words.tenAndMore;
  if (size >= 5) return words.fiveToNine;
  return size > 1 ? words.twoToFour : words.one;
}
