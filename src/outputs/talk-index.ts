/** `presentations/talks.json`, which the filter of a large archive reads: every talk as lists show it, strings shared through tables. */
import type { Link, MediaLink } from "../components/links.ts";
import { WHOLE_LIST } from "../publishing/page-needs.ts";
import { type TalkItem, talkItem } from "../components/talk-item.ts";
import { presentations } from "../model/archive.ts";
import { newestFirst } from "../model/order.ts";
import { PATHS } from "../model/urls.ts";
import type { IndexedTalk, TalkIndex } from "../publishing/talk-index-format.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/words.ts";
import type { OutputFormat } from "./output-format.ts";

export const talkIndex = {
  name: "talk-index",
  *files(archive) {
    if (presentations(archive.talks).length <= WHOLE_LIST) return;
    const people = new Table<TalkIndex["people"][number]>();
    const topics = new Table<string>();
    const media = new Table<TalkIndex["media"][number]>();
    const events = newestFirst(archive.events).flatMap((event): TalkIndex["events"] => {
      const items = presentations(event.talks).map((talk) => talkItem(archive, talk));
      const [first] = items;
      return first ? [[first.event.label, first.event.href, first.year, items.map(indexed)]] : [];
    });
    const index: TalkIndex = { people: people.rows, topics: topics.rows, media: media.rows, events };
    yield { path: PATHS.talkIndex.slice(1), content: `${JSON.stringify(index)}\n` };

    function indexed(item: TalkItem): IndexedTalk {
      return [
        item.title,
        item.href.slice(item.event.href.length),
        item.speakers.map(({ label, href }: Link) => people.place([label, href])),
        item.topics.map(({ label }) => topics.place(label)),
        item.media.map(
          (link) => [media.place(common(archive.words, link)), link.href, ...(link.archived ? [link.archived.href] : [])] as const,
        ),
        ...withoutEmptyEnd([item.kind ?? "", item.lang ?? "", item.languages.join("|"), item.status ?? "", item.picture ?? ""]),
      ] as IndexedTalk;
    }
  },
} satisfies OutputFormat;

function common({ links }: Words, { kind, label, where, unavailable, archived }: MediaLink): TalkIndex["media"][number] {
  const place = unavailable ? fill(links.gone, { address: where, date: unavailable }) : where;
  return [kind, label, place, unavailable ? 1 : 0, archived?.label ?? ""];
}

/** The texts up to the last one that is not empty. */
function withoutEmptyEnd(texts: readonly string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

/** Rows that are kept once, in the order of their first use. */
class Table<Row> {
  readonly rows: Row[] = [];
  readonly #places = new Map<string, number>();

  place(row: Row): number {
    const key = JSON.stringify(row);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }
}
