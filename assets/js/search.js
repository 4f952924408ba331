/** The search page: asks the index while the reader types, and keeps words, filters and order in the address. */
const by = (id) => document.getElementById(`search-${id}`);
const form = document.getElementById("search");
const [field, panel, chosen, status, hint, list, more, lists] = "words filters chosen status hint results more lists".split(" ").map(by);
const { base, folder, engine, results, names, stopWords, pairs } = form.dataset;
const rules = { pairs: pairs === "yes", stopWords: stopWords ? stopWords.split(" ") : [] };
const PART = 5; // results that are shown at a time
const MOST = 300; // choices of one filter
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
const filterFields = [...form.elements].filter((one) => one.dataset.filter);
let turn = 0;
let shown = PART;
let parts; // index, names and drawing, once they are needed
let nearby;

/** Loads what a search needs, once; after a failure the next need tries again. */
function need() {
  parts ??= load();
  parts.catch(() => {
    parts = undefined;
  });
  return parts;
}

async function load() {
  const [{ openIndex, wordsOf }, { drawResult }] = await Promise.all([import(engine), import(results)]);
  return { wordsOf, drawResult, index: await openIndex(folder, rules) };
}

const state = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
const filtersOf = (asked) => Object.fromEntries(filterFields.map(({ name }) => [name, asked.get(name)]).filter(([, value]) => value));
const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** What was found, and what has to be said about it: words that are nowhere, and what is left out for others. */
async function find({ index, wordsOf }, query, filters, sort) {
  const words = wordsOf(query, rules);
  const ask = (some) => index.search(some.join(" "), filters, sort);
  let answer = await ask(words);
  const best = answer.results.length > 0 ? await index.open(answer.results[0]) : undefined;
  const missing = words.filter((word) => word.length > 3 && !best?.has(word));
  let unknown = [];
  if (missing.length > 0) {
    nearby ??= await import(names).then(({ readNames }) => readNames(`${folder}names.json`)).catch(() => undefined);
    unknown = nearby ? missing.filter((word) => !nearby.knows(word)) : [];
    const meant = unknown.length > 0 ? nearby.suggest(words, unknown) : undefined;
    const other = meant && (await index.search(wordsOf(meant, rules).join(" "), filters, sort));
    if (other?.results.length) return { answer: other, words: wordsOf(meant, rules), meant, unknown };
    if (unknown.length === words.length) answer = { ...answer, results: [] };
  }
  if (answer.results.length > 0 || words.length < 2) return { answer, words, unknown };
  // Nothing has all words: what has all but one is next best.
  const fewer = await Promise.all(words.map((_, left) => ask(words.filter((_, at) => at !== left))));
  const seen = new Map(fewer.flatMap(({ results: found }) => found.map((one) => [one.p, one])));
  const relaxed = [...seen.values()].sort((a, b) => b.s - a.s);
  return { answer: { ...answer, results: relaxed }, words, unknown, isRelaxed: relaxed.length > 0 };
}

async function run() {
  const mine = ++turn;
  const asked = state();
  const query = (asked.get("q") ?? "").trim();
  const filters = filtersOf(asked);
  chosen.textContent = Object.keys(filters).length ? ` (${Object.keys(filters).length})` : "";
  if (!query && Object.keys(filters).length === 0) return showNothing();
  const late = setTimeout(() => (status.textContent = "Searching…"), 400);
  try {
    const ready = await need();
    if (panel.open || Object.keys(filters).length) await ready.index.loadFilters();
    const found = await find(ready, query, filters, asked.get("sort") ? `date:${asked.get("sort")}` : "");
    if (mine !== turn) return;
    const drawn = await draw(ready, found, 0);
    if (mine !== turn) return;
    list.replaceChildren(...drawn);
    say(found, query, filters);
    await fillFilters(ready, found, filters);
  } catch {
    if (mine !== turn) return;
    list.replaceChildren();
    say({ answer: { results: [] } }, "", {});
    status.textContent = "The search could not be loaded just now. The lists below lead to everything.";
    lists.hidden = false;
  } finally {
    clearTimeout(late);
  }
}

async function draw({ index, drawResult }, { answer, words }, from) {
  const some = answer.results.slice(from, shown);
  more.hidden = answer.results.length <= shown;
  more.textContent = `Show ${Math.min(PART, answer.results.length - shown)} more`;
  more.onclick = async () => {
    const before = shown;
    shown += PART;
    history.replaceState({ shown }, "");
    list.append(...(await draw({ index, drawResult }, { answer, words }, before)));
    list.children[before].querySelector("a").focus();
  };
  return Promise.all(some.map(async (result) => drawResult(await index.open(result), base, words)));
}

function showNothing() {
  list.replaceChildren();
  hint.replaceChildren();
  status.textContent = "";
  more.hidden = true;
  lists.hidden = false;
  if (parts && panel.open) need().then((ready) => fillFilters(ready, undefined, {}));
}

function say({ answer, meant, unknown = [], isRelaxed }, query, filters) {
  const size = answer.results.length;
  const within = Object.keys(filters).length ? " with these filters" : "";
  lists.hidden = size > 0;
  hint.replaceChildren();
  if (meant) {
    const address = `?${new URLSearchParams({ ...Object.fromEntries(state()), q: meant })}`;
    hint.append(`Nothing has “${unknown.join(" ")}”. Did you mean `, make("a", { href: address }, meant), "?");
  } else if (isRelaxed) hint.append("Nothing has all of these words. This has all but one:");
  else if (unknown.length && size) hint.append(`Nothing has “${unknown.join(" ")}”, so it was left out.`);
  status.textContent = size ? `${plural(size, "result")}${within}` : `Nothing was found${query ? ` for “${query}”` : ""}${within}.`;
}

/** Offers of each filter what would leave something, with how much that is. A filter that is set counts as if it were not. */
async function fillFilters(ready, found, filters) {
  if (!panel.open) return;
  const mine = turn;
  const { index } = ready;
  await index.loadFilters();
  const words = found?.words.join(" ") ?? "";
  const { counts: all } = await index.search(words, filters);
  for (const one of filterFields) {
    const { [one.name]: value, ...others } = filters;
    const counts = (value === undefined ? all : (await index.search(words, others)).counts)[one.name] ?? {};
    if (mine !== turn) return;
    offer(one, counts, value);
  }
}

function offer(one, counts, value = "") {
  if (one.type === "checkbox") {
    one.labels[0].querySelector("small").textContent = `(${counts.yes ?? 0})`;
    return;
  }
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (some.length > MOST) some.sort(([, a], [, b]) => b - a).length = MOST;
  if (value && !some.some(([name]) => name === value)) some.push([value, 0]);
  some.sort(([a], [b]) => (one.name === "year" ? compare(b, a) : compare(a, b)));
  one.replaceChildren(one.options[0], ...some.map(([name, count]) => new Option(`${name} (${count})`, name)));
  one.value = value;
}

/** Takes words, filters and order from the address. */
function restore() {
  const asked = new URLSearchParams(location.search);
  for (const one of form.elements) {
    if (!one.name) continue;
    if (one.type === "checkbox") one.checked = asked.has(one.name);
    else {
      const value = asked.get(one.name) ?? "";
      if (one.options && ![...one.options].some((option) => option.value === value)) one.add(new Option(value, value));
      one.value = value;
    }
  }
  // On a phone the open panel would hide what was found.
  if (Object.keys(filtersOf(asked)).length && matchMedia("(width >= 48rem)").matches) panel.open = true;
  shown = history.state?.shown ?? PART;
  run();
}

function keep(how) {
  const asked = state();
  const address = asked.size ? `?${asked}` : location.pathname;
  if (address !== (location.search || location.pathname)) history[how](null, "", address);
  shown = PART;
}

let typing;
field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    keep("replaceState");
    run();
  }, 120);
});
form.addEventListener("change", (event) => {
  if (event.target === field || !event.target.name) return;
  keep("pushState");
  run();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  keep("pushState");
  run();
});
by("clear").addEventListener("click", () => {
  for (const one of filterFields) Object.assign(one, one.type === "checkbox" ? { checked: false } : { value: "" });
  keep("pushState");
  run();
});
panel.addEventListener("toggle", async () => {
  if (!panel.open) return;
  if (state().size > 0) run();
  else
    need().then(
      (ready) => fillFilters(ready, undefined, {}),
      () => run(),
    );
});
field.addEventListener("focus", () => need().catch(() => {}));

addEventListener("popstate", restore);
addEventListener("pageshow", (event) => event.persisted && restore());
form.hidden = false;
restore();
