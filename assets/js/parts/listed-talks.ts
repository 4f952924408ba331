/** The talks of an index (`publishing/talk-index-format.ts`), drawn as `components/talk-item.njk` does when they are first shown. */
import * as words from "words";
import type { TalkIndex } from "publishing/talk-index-format.ts";
import { find, make } from "./dom.ts";
import type { FilteredTalk } from "./talk-filter.ts";

type Medium = [...TalkIndex["media"][number], href: string, copyHref?: string];

const { index = "", language: usualLanguage = "" } = find("#filter").dataset;

function once<Value>(draw: () => Value): () => Value {
  let drawn: Value | undefined;
  return () => (drawn ??= draw());
}

/** A link to this site or a web address, and to nothing else. */
function link(href: string, properties: Partial<HTMLAnchorElement>, ...children: (Node | string)[]): HTMLAnchorElement {
  const safe = /^(https?:\/)?\//i.test(href) && { href };
  return make("a", { ...safe, ...(!href.startsWith("/") && { rel: "external" }), ...properties }, ...children);
}

/** Reads the index of talks, or a part of it. */
export async function readIndex<Content>(part = ""): Promise<Content> {
  const response = await fetch(index.replace(/(?=\.json$)/, part), { cache: "no-cache" });
  if (!response.ok) throw new Error();
  return (await response.json()) as Content;
}

/** The talks of an index in order, its first event at a place among all; `item` and `home` are drawn when they are first shown. */
export function talksOf({ people, topics, media, events }: TalkIndex, from: number): FilteredTalk[] {
  const all = <Row>(rows: readonly Row[], places: readonly number[]) => places.flatMap((place) => rows.slice(place, place + 1));
  return events.flatMap(([event, href, year, list], number) => {
    const place = from + number;
    const home = once(() => drawGroup(`event-${place}`, event, href));
    return list.map(([title, path, by, about, places, kind, lang, languages = "", status, picture]) => {
      const topic = all(topics, about);
      const names = all(people, by);
      const shown = places.flatMap(([number, ...hrefs]) => all(media, [number]).map((one): Medium => [...one, ...hrefs]));
      return {
        ...{ title, event, year, topic, place, home },
        language: (languages || usualLanguage).split("|"),
        speakers: names.map(([name]) => name),
        kinds: shown.map(([kind]) => kind),
        item: once(() => {
          const item = drawTalk(title, href + path, [kind, status, languages.replaceAll("|", ", ")], lang, names, shown, picture);
          Object.assign(item.dataset, { year, event, topics: topic.join("\n"), ...(languages && { languages }) });
          return item;
        }),
      };
    });
  });
}

function drawGroup(id: string, event: string, href: string): HTMLElement {
  const list = make("ul", { className: "talk-list" });
  make("section", { className: "talk-group" }, make("h2", { id }, link(href, {}, event)), list).setAttribute("aria-labelledby", id);
  return list;
}

function drawTalk(
  title: string,
  href: string,
  marks: readonly (string | undefined)[],
  lang: string | undefined,
  names: TalkIndex["people"],
  media: readonly Medium[],
  picture: string | undefined,
): HTMLElement {
  const heading = make("p", { className: "talk-title" }, link(href, { dir: "auto", ...(lang && { lang }) }, title));
  const item = make("li", { className: "talk-item" }, heading);
  const speakers = names.flatMap(([name, path]) => [", ", link(path, { dir: "auto" }, name)]).slice(1);
  const by = make("div", { className: "talk-by" });
  if (speakers.length) by.append(make("p", { className: "talk-speakers" }, ...speakers));
  const told = marks.filter((mark) => mark).join(", ");
  if (told) by.append(make("p", { className: "talk-kind" }, told));
  if (by.hasChildNodes()) item.append(by);
  if (media.length) item.append(make("p", { className: "talk-media" }, ...media.flatMap((one) => drawMedia(title, lang, one))));
  // The address comes last: a lazy picture that has one is loaded at once before it is known to be lazy.
  if (picture?.startsWith("/"))
    item.append(
      make("img", { className: "talk-picture", alt: "", width: 48, height: 27, loading: "lazy", decoding: "async", src: picture }),
    );
  return item;
}

function drawMedia(
  title: string,
  lang: string | undefined,
  [kind, label, where, isGone, copyLabel, href, copyHref]: Medium,
): (Node | string)[] {
  const name = lang ? make("span", { lang, dir: "auto" }, title) : title;
  const text = make("span", {}, label, words.of, name, " ", make("small", {}, isGone && copyHref ? copyLabel : where));
  const mark = !isGone
    ? link(href, { className: "media" }, text)
    : copyHref
      ? link(copyHref, { className: "media gone" }, text)
      : make("span", { className: "media gone" }, text);
  mark.dataset["kind"] = kind;
  return [mark, " "];
}

/**
 * Something that loads one thing after another and says so in place of the number of talks. It hands over with `done`; after a failure,
 * which it tells, it can be asked again.
 */
export function loader(done: () => void): (job: () => Promise<unknown>) => string {
  let isBusy = false;
  return (job) => {
    if (!isBusy) {
      isBusy = true;
      job()
        .finally(() => {
          isBusy = false;
        })
        .then(done, () => {
          find("#filter-count").textContent = words.cannotLoadTalks;
          // What is said leads to them.
          find("#years").hidden = false;
        });
    }
    return words.loadingTalks;
  };
}

/** Loads what the filter needs as soon as a reader turns to it. */
export function loadWhenTouched(need: () => string): void {
  for (const turn of ["focusin", "pointerdown"])
    find("#filter").addEventListener(turn, () => {
      const told = need();
      if (told) find("#filter-count").textContent = told;
    });
}
