/** The search page: asks the index while the reader types, and keeps words, filters and order in the address. */
import { noteAddress } from "./parts/address.ts";
import * as words from "words";
import { find, keepChoice, make } from "./parts/dom.ts";
import type { Answer, Ranked } from "./parts/search-answer.ts";
import type { Index } from "./parts/search-engine.ts";
import { startKeys } from "./parts/search-keys.ts";
import { searchLater } from "./parts/search-load.ts";
import { correctionOf, drawResult, nothing, remarksOn } from "./parts/search-results.ts";

type Filters = Record<string, string>;
type Field = HTMLInputElement | HTMLSelectElement;

const by = <Found extends HTMLElement = HTMLElement>(name: string) => find<Found>(`#search-${name}`);
const form = find<HTMLFormElement>("#search");
const field = by<HTMLInputElement>("words");
const panel = by<HTMLDetailsElement>("filters");
const more = by<HTMLButtonElement>("more");
const [chosen, status, hint, list, lists] = [by("chosen"), by("status"), by("hint"), by("results"), by("lists")];
const { base = "", folder = "" } = form.dataset;
const { lang } = document.documentElement;
const search = searchLater(folder);
const PART = 8; // results that are shown at a time
const PAUSE = 80; // milliseconds in which the next key may follow
const MOST = 300; // choices of one filter
const { compare } = new Intl.Collator(lang, { numeric: true });
const fields = [...form.elements].filter((one): one is Field => one instanceof HTMLInputElement || one instanceof HTMLSelectElement);
const filterFields = fields.filter((one) => one.dataset["filter"]);
/** Where the filters stand open beside the results (`search.css`). */
const isBeside = matchMedia("(width >= 70rem)");
let turn = 0;
let shown = PART;
let isNeeded = false; // once the index has been asked for
/** Says that an answer is late, of the last question alone: another may be answered, or taken back, before that of a slow one comes. */
let late: ReturnType<typeof setTimeout> | undefined;
/** Whether the choices of the filters are wanted, which are much to load: beside the results they wait for the reader to turn to them. */
let isChoosing = false;

function need(): Promise<Index> {
  isNeeded = true;
  return search.need();
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

/** What the words find, or without words everything. */
async function look(query: string): Promise<Answer> {
  if (query) return search.ask(query);
  const results = (await (await need()).pages()).map((page): Ranked => ({ page, score: 0, hits: [], facts: [], lacks: [], likes: [] }));
  return { results, words: [], corrected: [], unknown: [], isCommon: false };
}

/** Whether a page is let through by all filters, but for one that is left out. */
async function filtered(ready: Index, filters: Filters, leftOut?: string): Promise<(one: Ranked) => boolean> {
  const set = Object.entries(filters).filter(([name]) => name !== leftOut);
  const pages = await Promise.all(set.map(async ([name, value]) => (await ready.filter(name)).get(value)));
  return ({ page }) => pages.every((some) => some?.has(page));
}

/** The best first, or in the order of days that was asked for. */
async function inOrder(ready: Index, results: readonly Ranked[], sort: string): Promise<readonly Ranked[]> {
  if (!sort) return results;
  const days = new Map((await ready.pages()).map((page, day) => [page, sort === "desc" ? -day : day]));
  return results.toSorted((a, b) => (days.get(a.page) ?? 0) - (days.get(b.page) ?? 0));
}

/** Asks what the form says; once more where the index fails, of which a newer build may have taken the place. */
async function run(isAgain = false): Promise<void> {
  clearTimeout(late);
  const mine = ++turn;
  const asked = state();
  const query = (asked.get("q") ?? "").trim();
  const filters = filtersOf(asked);
  const isFiltered = Object.keys(filters).length > 0;
  chosen.textContent = isFiltered ? ` (${Object.keys(filters).length})` : "";
  if (!query && !isFiltered) {
    showNothing();
    if (isNeeded && isChoosing && panel.open) offerAll();
    return;
  }
  late = setTimeout(() => (status.textContent = words.searching), 400);
  try {
    isNeeded = true;
    const found = await look(query);
    const ready = await need();
    const results = await inOrder(ready, found.results.filter(await filtered(ready, filters)), asked.get("sort") ?? "");
    if (mine !== turn) return;
    const drawn = await draw(ready, results.slice(0, shown), found.words);
    if (mine !== turn) return;
    list.replaceChildren(...drawn);
    // What is said now stays, however long the filters take.
    clearTimeout(late);
    say({ ...found, results }, query, filters);
    offerMore(ready, results, found.words);
    // Without the choices of the filters what was found is as good.
    fillFilters(ready, found.results, filters).catch(search.forget);
  } catch {
    search.forget();
    if (mine !== turn) return;
    if (!isAgain) return run(true);
    clearTimeout(late);
    showNothing(words.cannotSearch);
  }
}

const draw = (ready: Index, some: readonly Ranked[], asked: readonly string[]): Promise<HTMLElement[]> =>
  Promise.all(some.map(async (result) => drawResult(await ready.open(result), result, base, asked)));

/** Offers the next results below those that are shown. They come once at a time, and not below those of another question. */
function offerMore(ready: Index, results: readonly Ranked[], asked: readonly string[]): void {
  const mine = turn;
  const before = shown;
  const told = status.textContent;
  more.hidden = results.length <= before;
  more.textContent = words.showMore(Math.min(PART, results.length - before));
  const askAnew = () => {
    more.onclick = null;
    shown = before + PART;
    noteAddress("replaceState", undefined, { shown });
    run();
  };
  more.onclick = async () => {
    more.onclick = null;
    try {
      const drawn = await draw(ready, results.slice(before, before + PART), asked);
      if (mine !== turn) return;
      shown += PART;
      noteAddress("replaceState", undefined, { shown });
      list.append(...drawn);
      status.textContent = told;
      lists.hidden = true;
      list.children[before]?.querySelector("a")?.focus();
      offerMore(ready, results, asked);
    } catch {
      search.forget();
      if (mine !== turn) return;
      status.textContent = words.cannotSearch;
      lists.hidden = false;
      more.onclick = askAnew;
    }
  };
}

/** Shows the lists in place of results, and what has to be said. */
function showNothing(told = ""): void {
  list.replaceChildren();
  hint.replaceChildren();
  status.textContent = told;
  more.hidden = true;
  lists.hidden = false;
}

function say(found: Answer, query: string, filters: Filters): void {
  const { corrected, results } = found;
  const size = results.length;
  const within = Object.keys(filters).length ? words.withFilters : "";
  lists.hidden = size > 0;
  hint.replaceChildren();
  const correction = correctionOf(found);
  if (correction) {
    const [before, meant, after] = correction;
    const q = corrected.reduce((text, one) => text.replace(one.typed, one.meant), query);
    hint.append(before, make("a", { href: `?${new URLSearchParams({ ...Object.fromEntries(state()), q })}` }, meant), after, " ");
  }
  hint.append(remarksOn(found, results.slice(0, PART)).join(" "));
  status.textContent = size ? words.resultCount(size, within) : nothing(found, query, within);
}

/** Offers of each filter what would leave something, with how much that is. A filter that is set counts as if it were not. */
async function fillFilters(ready: Index, results: readonly Ranked[], filters: Filters, mine = turn): Promise<void> {
  if (!panel.open || !isChoosing) return;
  for (const one of filterFields) {
    const choices = await ready.filter(one.name);
    const pages = new Set(results.filter(await filtered(ready, filters, one.name)).map(({ page }) => page));
    if (mine !== turn) return;
    const counts = [...choices].map(([value, having]) => [value, [...having].filter((page) => pages.has(page)).length] as const);
    offer(one, Object.fromEntries(counts), filters[one.name]);
  }
}

/** Offers all choices, as long as nothing is looked for. */
async function offerAll(isAgain = false): Promise<void> {
  const mine = turn;
  try {
    const { results } = await look("");
    await fillFilters(await need(), results, {}, mine);
  } catch {
    search.forget();
    if (mine !== turn) return;
    if (!isAgain) return offerAll(true);
    status.textContent = words.cannotSearch;
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
    const given = asked.get(one.name) ?? "";
    // A field cuts what is typed, but not what comes from an address.
    const value = one === field && field.maxLength > 0 ? given.slice(0, field.maxLength) : given;
    if (one instanceof HTMLInputElement && one.type === "checkbox") one.checked = asked.has(one.name);
    else {
      if (one instanceof HTMLSelectElement && ![...one.options].some((option) => option.value === value)) one.add(new Option(value, value));
      one.value = value;
    }
  }
  // On a phone the open panel would hide what was found.
  const isFiltered = Object.keys(filtersOf(asked)).length > 0;
  if (isBeside.matches || (isFiltered && matchMedia("(width >= 48rem)").matches)) panel.open = true;
  // A finger does not come near before it taps, so that the choices are there by then.
  isChoosing ||= isFiltered || (panel.open && matchMedia("(hover: none)").matches);
  // A step to a place of the page, as by the link that skips its head, leaves as many as there are.
  shown = (history.state as { shown?: number } | null)?.shown ?? (location.hash ? shown : PART);
  run();
}

function keep(how: "pushState" | "replaceState"): void {
  const asked = state();
  const address = asked.size ? `?${asked}` : location.pathname;
  if (address !== (location.search || location.pathname)) noteAddress(how, address);
  shown = PART;
}

/** Searches anew, so that the last search can be gone back to. */
function searchAnew(): void {
  keep("pushState");
  run();
}

let typing: ReturnType<typeof setTimeout> | undefined;
field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    keep("replaceState");
    run();
  }, PAUSE);
});
for (const one of fields) if (one !== field && one.name) one.addEventListener("change", searchAnew);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  searchAnew();
});
by("clear").addEventListener("click", () => {
  for (const one of filterFields) {
    if (one instanceof HTMLInputElement) one.checked = false;
    else one.value = "";
  }
  searchAnew();
});
/** Fills the filters, with what is found or with everything. */
function choose(): void {
  if (!panel.open) return;
  isChoosing = true;
  if (state().size > 0) run();
  else offerAll();
}
for (const turned of ["pointerenter", "focusin"]) panel.addEventListener(turned, () => isChoosing || choose());
panel.addEventListener("toggle", () => {
  if (isChoosing || !isBeside.matches) choose();
});
field.addEventListener("focus", () => need().catch(search.forget));

// The box says whether the key `/` leads here, which is kept and followed by `frame.ts`.
const slash = by<HTMLInputElement>("slash");
const followKey = () => (slash.checked = field.hasAttribute("aria-keyshortcuts"));
slash.addEventListener("change", () => {
  keepChoice("slash", slash.checked ? "" : "off");
  if (slash.checked) field.setAttribute("aria-keyshortcuts", "/");
  else field.removeAttribute("aria-keyshortcuts");
});
addEventListener("storage", followKey);
addEventListener("pageshow", followKey);

addEventListener("popstate", restore);
// WebKit empties fields that complete nothing when the page is back, and only then.
addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(restore));
startKeys(field, list);
form.hidden = false;
panel.hidden = false;
restore();
