/** Owns the page of a topic: its talks and papers, the newest first. */
import { topicDigest } from "../components/digests.ts";
import { link } from "../components/links.ts";
import { type PaperItem, paperItem } from "../components/paper-item.ts";
import { cutIntoParts, type PartLink } from "../components/parts.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { type PageHead, pageHead } from "../layouts/frame.ts";
import type { Archive, Topic } from "../model/archive.ts";
import { PATHS } from "../model/urls.ts";
import { capitalize, count } from "../model/wording.ts";
import { grouped } from "./page-kind.ts";

interface TopicView extends PageHead {
  size: string;
  parts: PartLink[];
  talks: TalkItem[];
  papers: PaperItem[];
}

export const topicPages = grouped<TopicView>("topic", function* groups(archive) {
  for (const topic of archive.topics)
    yield { id: topic.slug, dependsOn: () => topicDigest(archive, topic), views: () => topicViews(archive, topic) };
});

function topicViews(archive: Archive, topic: Topic): TopicView[] {
  const size = [topic.talks.length && count(topic.talks.length, "talk"), topic.papers.length && count(topic.papers.length, "paper")]
    .filter(Boolean)
    .join(", ");
  return cutIntoParts(archive, topic.talks.toReversed(), topic.path).map((part) => ({
    ...pageHead(archive, {
      path: part.path,
      title: `${capitalize(topic.name)}${part.suffix}`,
      description: `${size} about ${topic.name} in the ${archive.site.record.name}.`,
      above: [link(archive, PATHS.topics, "Topics")],
      folder: "events",
      section: PATHS.topics,
    }),
    size,
    parts: part.parts,
    talks: part.items.map((talk) => talkItem(archive, talk)),
    papers: part.number === 1 ? topic.papers.map((paper) => paperItem(archive, paper)) : [],
  }));
}
