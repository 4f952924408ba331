/** The filter of a list of talks: filters and sorts what is there, and keeps its state in the address. */
import { noteAddress } from "./address.ts";
import * as words from "words";
import { fold } from "text/fold.ts";
import { find, findAll, make } from "./dom.ts";

/** A talk as the filter knows it. */
export interface FilteredTalk {
  title: string;
  speakers: string[];
  event: string;
  year: string;
  topic: string[];
  language: string[];
  /** Which media it has: `slides`, `video`. */
  kinds: string[];
  /** The place of its edition among the editions, newest first. */
  place: number;
  /** The list of its edition. */
  home: () => HTMLElement;
  item: () => HTMLElement;
}

/** With what can be filtered and sorted by, under the names of the form's fields. */
interface PreparedTalk extends FilteredTalk {
  /** By last name. */
  speaker: string;
  words: string;
  slides: string;
  video: string;
}

/** How many talks of the whole archive are shown at a time, where nothing else is said. */
const PART = 300;

/** What the form asks for, by the names of its fields. */
export type Asked = Record<string, string>;

/** An input, or a choice. */
type Field = HTMLInputElement & { selectedIndex?: number };
type Choice = "event" | "year" | "topic" | "language";
/** What there is to choose from, and how many talks each choice has. */
export type Choices = Record<Choice, ReadonlyMap<string, number>>;

/** The filter of a page that does not list all talks itself. */
export interface Overview {
  /** What stands in place of the talks until something is asked for. */
  element: HTMLElement;
  /** How many talks are shown at a time. */
  atATime?: number;
  /**
   * Is told whatever is asked for, the talks of those that are there which fit, and how many of them are shown; takes care that what is
   * missing comes, and says what stands in place of their number; nothing where all talks are there.
   */
  need: (asked: Asked, found: readonly FilteredTalk[], limit: number, whole: string) => string;
}

/**
 * Starts the filter of the page; what comes back takes the talks whenever there are more of them, and their choices, where these are not all.
 */
export function startFilter(overview?: Overview): (list: FilteredTalk[], choices?: Choices) => void {
  const form = find<HTMLFormElement>("#filter");
  const status = find("#filter-count");
  const rest = find<HTMLDetailsElement>("#more-filters");
  const list = find("#talks");
  const whole = status.textContent;
  const flat = make("ul", { className: "talk-list flat" });
  const none = make("p", { className: "empty" }, words.noTalk);
  const more = make("button", { className: "more", type: "button", hidden: true });
  list.after(more);
  const { compare } = new Intl.Collator(document.documentElement.lang, { ignorePunctuation: true });
  let talks: PreparedTalk[] | undefined; // once they are needed
  const { atATime = PART } = overview ?? {};
  let limit = atATime;

  function take(all: FilteredTalk[], choices?: Choices): void {
    const isFirst = !talks;
    talks = all.map(prepared);
    if (!isFirst) {
      show();
      return;
    }
    for (const name of ["event", "year", "topic", "language"] as const) offer(name, choices?.[name] ?? countsOf(talks, name));
    restore();
  }

  function offer(name: Choice, counts: ReadonlyMap<string, number>): void {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLSelectElement)) return; // there is one language to choose from
    const values = [...counts.keys()];
    if (name === "topic" || name === "language") values.sort(compare);
    for (const value of values) field.add(new Option(`${value} (${counts.get(value)})`, value));
  }

  const state = () =>
    new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value?.trim()));

  function show(): void {
    const asked = Object.fromEntries(state());
    const isOverview = overview && !(talks ? state().size : location.search);
    const found = isOverview || !talks ? [] : select(talks, asked, compare);
    const told = isOverview ? whole : overview?.need(asked, found, limit, whole);
    if (!talks && !isOverview) {
      status.textContent = told ?? whole;
      return;
    }
    const lists = new Map<HTMLElement, HTMLElement[]>();
    for (const talk of found.slice(0, limit)) {
      const ul = /title|speaker/.test(asked["sort"] ?? "") ? flat : talk.home();
      const items = lists.get(ul) ?? [];
      lists.set(ul, items);
      items.push(talk.item());
    }
    for (const [ul, items] of lists) ul.replaceChildren(...items);
    list.replaceChildren(...[...lists.keys()].map((ul) => ul.closest(".talk-group") ?? ul));
    if (!found.length && !isOverview && told !== words.loadingTalks) list.append(none);
    if (overview) overview.element.hidden = !isOverview;
    more.hidden = found.length <= limit;
    more.textContent = words.showMore(Math.min(atATime, found.length - limit));
    status.textContent = told || (found.length === talks?.length ? whole : words.someOf(found.length, whole));
  }

  function restore(): void {
    const wanted = new URLSearchParams(location.search);
    for (const field of findAll<Field>("[name]", form)) {
      if (field.type === "checkbox") field.checked = wanted.has(field.name);
      else field.value = wanted.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0; // a choice that is not on this page
    }
    // What is filtered by is in sight.
    if (findAll<HTMLSelectElement>("select", rest).some(({ value }) => value)) rest.open = true;
    // A step to a place of the page, as by the link that skips its head, leaves as many as there are.
    limit = (history.state as { limit?: number } | null)?.limit ?? (location.hash ? limit : atATime);
    show();
  }

  function change(): void {
    limit = atATime;
    noteAddress("replaceState", `?${state()}`.replace(/^\?$/, location.pathname));
    show();
  }

  form.oninput = change;
  form.onreset = () => setTimeout(change);
  form.onsubmit = (event) => {
    event.preventDefault();
    status.tabIndex = -1;
    status.focus();
  };
  more.onclick = () => {
    const before = limit;
    limit += atATime;
    noteAddress("replaceState", undefined, { limit });
    show();
    findAll(".talk-title a", list)[before]?.focus();
  };
  addEventListener("popstate", restore);
  // WebKit empties fields that complete nothing when the page is back, and only then.
  addEventListener("pageshow", () => setTimeout(restore));
  restore();
  form.hidden = false;
  return take;
}

function countsOf(talks: readonly FilteredTalk[], name: Choice): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of talks.flatMap((talk) => talk[name])) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function prepared(talk: FilteredTalk | PreparedTalk): PreparedTalk {
  if ("words" in talk) return talk;
  return Object.assign(talk, {
    speaker: talk.speakers[0]?.replace(/(.+) (.+)/, "$2 $1") ?? "\uffff", // last name first, no name last
    words: fold([talk.title, ...talk.speakers].join(" ")),
    slides: talk.kinds.includes("slides") ? "1" : "",
    video: talk.kinds.includes("video") ? "1" : "",
  });
}

/** The talks that the form asks for, in its order. */
function select(
  talks: readonly PreparedTalk[],
  { words: asked = "", sort, ...wanted }: Asked,
  compare: (a: string, b: string) => number,
): PreparedTalk[] {
  const parts = fold(asked).split(/\s+/);
  const found = talks.filter(
    (talk) =>
      parts.every((part) => talk.words.includes(part)) &&
      Object.entries(wanted).every(([name, value]) =>
        [talk[name as "event" | "year" | "topic" | "language" | "slides" | "video"]].flat().includes(value),
      ),
  );
  if (sort === "oldest") return found.sort((a, b) => b.place - a.place);
  if (sort !== "title" && sort !== "speaker") return found;
  return found.sort((a, b) => compare(a[sort], b[sort]) || compare(a.title, b.title));
}
