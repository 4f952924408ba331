/** The search page: asks the index while the reader types, and keeps words, filters and order in the address. */
import * as words from "words";
import { wordRules, wordsOf } from "text/search-words.ts";
import { find, make } from "./parts/dom.ts";
import { type Answer, type Index, openIndex, type Result } from "./parts/search-engine.ts";
import { startKeys } from "./parts/search-keys.ts";
import { type Names, readNames } from "./parts/search-names.ts";
import { drawResult } from "./parts/search-results.ts";

type Filters = Record<string, string>;
type Field = HTMLInputElement | HTMLSelectElement;

/** What was found, and what has to be said about it. */
interface Outcome {
  answer: Answer;
  /** What was looked for in the end. */
  words: string[];
  /** What was looked for in place of what the reader typed. */
  meant?: string | undefined;
  /** Words that are nowhere. */
  unknown: string[];
  /** Whether each result lacks one of the words. */
  isRelaxed?: boolean;
}

const by = <Found extends HTMLElement = HTMLElement>(name: string) => find<Found>(`#search-${name}`);
const form = find<HTMLFormElement>("#search");
const field = by<HTMLInputElement>("words");
const panel = by<HTMLDetailsElement>("filters");
const more = by<HTMLButtonElement>("more");
const [chosen, status, hint, list, lists] = [by("chosen"), by("status"), by("hint"), by("results"), by("lists")];
const { base = "", folder = "" } = form.dataset;
const { lang } = document.documentElement;
const rules = wordRules(lang);
const PART = 5; // results that are shown at a time
const MOST = 300; // choices of one filter
const { compare } = new Intl.Collator(lang, { numeric: true });
const fields = [...form.elements].filter((one): one is Field => one instanceof HTMLInputElement || one instanceof HTMLSelectElement);
const filterFields = fields.filter((one) => one.dataset["filter"]);
let turn = 0;
let shown = PART;
let index: Promise<Index> | undefined; // once it is needed
let names: Promise<Names | undefined> | undefined;

/** Loads what a search needs, once; after a failure the next need tries again. */
function need(): Promise<Index> {
  index ??= openIndex(folder, rules);
  index.catch(() => {
    index = undefined;
  });
  return index;
}

const state = () =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value?.trim()));
const filtersOf = (asked: URLSearchParams): Filters =>
  Object.fromEntries(
    filterFields.flatMap(({ name }) => {
      const value = asked.get(name);
      return value ? [[name, value]] : [];
    }),
  );

async function look(ready: Index, query: string, filters: Filters, sort: string): Promise<Outcome> {
  const asked = wordsOf(query, rules);
  const ask = (some: readonly string[]) => ready.search(some.join(" "), filters, sort);
  let answer = await ask(asked);
  const [first] = answer.results;
  const best = first && (await ready.open(first));
  const missing = asked.filter((word) => word.length > 3 && !best?.has(word));
  let unknown: string[] = [];
  if (missing.length > 0) {
    names ??= readNames(`${folder}names.json`).catch(() => undefined);
    const known = await names;
    unknown = known ? missing.filter((word) => !known.knows(word)) : [];
    const meant = unknown.length > 0 ? known?.suggest(asked, unknown) : undefined;
    const other = meant ? wordsOf(meant, rules) : [];
    const found = meant ? await ask(other) : undefined;
    if (found?.results.length) return { answer: found, words: other, meant, unknown };
    if (unknown.length === asked.length) answer = { ...answer, results: [] };
  }
  if (answer.results.length > 0 || asked.length < 2) return { answer, words: asked, unknown };
  // Nothing has all words: what has all but one is next best.
  const fewer = await Promise.all(asked.map((_, left) => ask(asked.filter((_, at) => at !== left))));
  const results = new Map<string, Result>(fewer.flatMap(({ results: found }) => found.map((one) => [one.p, one] as const)));
  const relaxed = [...results.values()].sort((a, b) => b.s - a.s);
  return { answer: { ...answer, results: relaxed }, words: asked, unknown, isRelaxed: relaxed.length > 0 };
}

async function run(): Promise<void> {
  const mine = ++turn;
  const asked = state();
  const query = (asked.get("q") ?? "").trim();
  const filters = filtersOf(asked);
  const isFiltered = Object.keys(filters).length > 0;
  chosen.textContent = isFiltered ? ` (${Object.keys(filters).length})` : "";
  if (!query && !isFiltered) return showNothing();
  const late = setTimeout(() => (status.textContent = words.searching), 400);
  try {
    const ready = await need();
    if (panel.open || isFiltered) await ready.loadFilters();
    const found = await look(ready, query, filters, asked.get("sort") ? `date:${asked.get("sort")}` : "");
    if (mine !== turn) return;
    const drawn = await draw(ready, found, 0);
    if (mine !== turn) return;
    list.replaceChildren(...drawn);
    say(found, query, filters);
    await fillFilters(ready, found.words, filters);
  } catch {
    if (mine !== turn) return;
    list.replaceChildren();
    hint.replaceChildren();
    status.textContent = words.cannotSearch;
    lists.hidden = false;
  } finally {
    clearTimeout(late);
  }
}

async function draw(ready: Index, found: Outcome, from: number): Promise<HTMLElement[]> {
  const { results } = found.answer;
  const some = results.slice(from, shown);
  more.hidden = results.length <= shown;
  more.textContent = words.showMore(Math.min(PART, results.length - shown));
  more.onclick = async () => {
    const before = shown;
    shown += PART;
    history.replaceState({ shown }, "");
    list.append(...(await draw(ready, found, before)));
    list.children[before]?.querySelector("a")?.focus();
  };
  return Promise.all(some.map(async (result) => drawResult(await ready.open(result), base, found.words)));
}

function showNothing(): void {
  list.replaceChildren();
  hint.replaceChildren();
  status.textContent = "";
  more.hidden = true;
  lists.hidden = false;
  if (index && panel.open) need().then((ready) => fillFilters(ready, [], {}));
}

function say({ answer, meant, unknown, isRelaxed }: Outcome, query: string, filters: Filters): void {
  const size = answer.results.length;
  const within = Object.keys(filters).length ? words.withFilters : "";
  lists.hidden = size > 0;
  hint.replaceChildren();
  if (meant) {
    const address = `?${new URLSearchParams({ ...Object.fromEntries(state()), q: meant })}`;
    const [before, after] = words.didYouMean(unknown.join(" "));
    hint.append(before, make("a", { href: address }, meant), after);
  } else if (isRelaxed) hint.append(words.allButOneWord);
  else if (unknown.length && size) hint.append(words.leftOut(unknown.join(" ")));
  status.textContent = size ? words.resultCount(size, within) : words.nothingFound(query, within);
}

/** Offers of each filter what would leave something, with how much that is. A filter that is set counts as if it were not. */
async function fillFilters(ready: Index, asked: readonly string[], filters: Filters): Promise<void> {
  if (!panel.open) return;
  const mine = turn;
  await ready.loadFilters();
  const text = asked.join(" ");
  const { counts: all } = await ready.search(text, filters);
  for (const one of filterFields) {
    const { [one.name]: value, ...others } = filters;
    const counts = (value === undefined ? all : (await ready.search(text, others)).counts)[one.name] ?? {};
    if (mine !== turn) return;
    offer(one, counts, value);
  }
}

function offer(one: Field, counts: Record<string, number>, value = ""): void {
  if (one instanceof HTMLInputElement) {
    const size = one.labels?.[0]?.querySelector("small");
    if (size) size.textContent = `(${counts["yes"] ?? 0})`;
    return;
  }
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (some.length > MOST) some.sort(([, a], [, b]) => b - a).length = MOST;
  if (value && !some.some(([name]) => name === value)) some.push([value, 0]);
  some.sort(([a], [b]) => (one.name === "year" ? compare(b, a) : compare(a, b)));
  const all = one.options[0];
  one.replaceChildren(...(all ? [all] : []), ...some.map(([name, count]) => new Option(`${name} (${count})`, name)));
  one.value = value;
}

/** Takes words, filters and order from the address. */
function restore(): void {
  const asked = new URLSearchParams(location.search);
  for (const one of fields) {
    if (!one.name) continue;
    const value = asked.get(one.name) ?? "";
    if (one instanceof HTMLInputElement && one.type === "checkbox") one.checked = asked.has(one.name);
    else {
      if (one instanceof HTMLSelectElement && ![...one.options].some((option) => option.value === value)) one.add(new Option(value, value));
      one.value = value;
    }
  }
  // On a phone the open panel would hide what was found.
  if (Object.keys(filtersOf(asked)).length && matchMedia("(width >= 48rem)").matches) panel.open = true;
  shown = (history.state as { shown?: number } | null)?.shown ?? PART;
  run();
}

function keep(how: "pushState" | "replaceState"): void {
  const asked = state();
  const address = asked.size ? `?${asked}` : location.pathname;
  if (address !== (location.search || location.pathname)) history[how](null, "", address);
  shown = PART;
}

/** Searches anew, so that the last search can be gone back to. */
function search(): void {
  keep("pushState");
  run();
}

let typing: ReturnType<typeof setTimeout> | undefined;
field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    keep("replaceState");
    run();
  }, 120);
});
form.addEventListener("change", ({ target }) => {
  if (target !== field && fields.some((one) => one === target && one.name !== "")) search();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  search();
});
by("clear").addEventListener("click", () => {
  for (const one of filterFields) {
    if (one instanceof HTMLInputElement) one.checked = false;
    else one.value = "";
  }
  search();
});
panel.addEventListener("toggle", () => {
  if (!panel.open) return;
  if (state().size > 0) run();
  else need().then((ready) => fillFilters(ready, [], {}), run);
});
field.addEventListener("focus", () => need().catch(() => {}));

addEventListener("popstate", restore);
addEventListener("pageshow", ({ persisted }) => persisted && restore());
startKeys(field, list);
form.hidden = false;
restore();
