/** Filters and sorts the talks of the page, or of the whole archive where the page links its years; its state is in the address. */
const PART = 300; // how many talks of the whole archive are shown at a time
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const [form, status, list, years] = all("#filter, #filter-count, #talks, #years"); // in order of the page
const whole = status.textContent;
const add = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });
const flat = add("ul", "talk-list flat");
const none = add("p", "empty", "No talk matches. Try fewer words, or show all talks.");
const more = Object.assign(add("button", "more"), { type: "button", hidden: true });
list.after(more);
const { compare } = new Intl.Collator(document.documentElement.lang, { ignorePunctuation: true });
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let talks; // once they are needed
let loading = false;
let limit = PART;

function talksOfPage() {
  const homes = all(".talk-group ul");
  return all(".talk-item").map((item) => {
    const [title, ...speakers] = all(".talk-title a, .talk-speakers a", item).map((link) => link.textContent);
    const home = item.parentNode;
    return {
      ...item.dataset, // event, year and topics
      topic: item.dataset.topics.split("|"),
      ...{ title, speakers, kinds: all(".media", item).map((media) => media.dataset.kind) },
      ...{ place: homes.indexOf(home), home: () => home, item: () => item },
    };
  });
}

async function talksOfArchive() {
  status.textContent = "Loading the list of talks…";
  return form.readTalks(form.dataset.index); // by presentations-index.js: a module that is imported has no hash in the page's policy
}

/** Reads the talks when they are first needed; after a failure the next need tries again. */
async function need() {
  if (talks || loading) return;
  loading = true;
  try {
    talks = await (years ? talksOfArchive() : talksOfPage());
  } catch {
    status.textContent = "The list of talks could not be loaded, so the filter does not work just now. The years below lead to every talk.";
  }
  loading = false;
  if (!talks) return;
  prepare();
  restore();
}

function prepare() {
  for (const talk of talks) {
    talk.speaker = talk.speakers[0]?.replace(/(.+) (.+)/, "$2 $1") ?? "\uffff"; // last name first, no name last
    talk.words = fold([talk.title, ...talk.speakers].join(" "));
    for (const kind of ["slides", "video"]) talk[kind] = talk.kinds.includes(kind) ? "1" : "";
  }
  for (const name of ["event", "year", "topic"]) {
    const counts = new Map();
    for (const value of talks.flatMap((talk) => talk[name])) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts.keys()];
    if (name === "topic") values.sort(compare);
    for (const value of values) form.elements[name].add(new Option(`${value} (${counts.get(value)})`, value));
  }
}

const state = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

/** The talks that the form asks for, in its order. */
function find({ words = "", sort, ...wanted }) {
  const parts = fold(words).split(/\s+/);
  const matches = (talk) =>
    parts.every((part) => talk.words.includes(part)) &&
    Object.entries(wanted).every(([name, value]) => [talk[name]].flat().includes(value));
  const found = talks.filter(matches);
  if (sort === "oldest") return found.sort((a, b) => b.place - a.place);
  return sort ? found.sort((a, b) => compare(a[sort], b[sort]) || compare(a.title, b.title)) : found;
}

function show() {
  const asked = Object.fromEntries(state());
  const isOverview = years && !(talks ? state().size : location.search);
  if (!talks && !isOverview) return need();
  const found = isOverview ? [] : find(asked);
  const lists = new Map();
  for (const talk of found.slice(0, limit)) {
    const ul = ["title", "speaker"].includes(asked.sort) ? flat : talk.home();
    if (!lists.has(ul)) lists.set(ul, []);
    lists.get(ul).push(talk.item());
  }
  for (const [ul, items] of lists) ul.replaceChildren(...items);
  list.replaceChildren(...[...lists.keys()].map((ul) => ul.closest(".talk-group") ?? ul));
  if (!found.length && !isOverview) list.append(none);
  if (years) years.hidden = !isOverview;
  more.hidden = found.length <= limit;
  more.textContent = `Show ${Math.min(PART, found.length - limit)} more`;
  status.textContent = isOverview || found.length === talks.length ? whole : `${found.length.toLocaleString("en")} of ${whole}`;
}

function restore() {
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = wanted.has(field.name);
    else if (field.name) field.value = wanted.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.selectedIndex = 0; // a choice that is not on this page
  }
  limit = history.state?.limit ?? PART;
  show();
}

form.oninput = () => {
  limit = PART;
  history.replaceState(null, "", `?${state()}`.replace(/^\?$/, location.pathname));
  show();
};
form.onreset = () => setTimeout(form.oninput);
form.onsubmit = (event) => {
  event.preventDefault();
  status.tabIndex = -1;
  status.focus();
};
more.onclick = () => {
  const before = limit;
  limit += PART;
  history.replaceState({ limit }, "");
  show();
  all(".talk-title a", list)[before].focus();
};
if (years) for (const turn of ["focusin", "pointerdown"]) form.addEventListener(turn, need);
addEventListener("popstate", restore);
addEventListener("pageshow", restore);
restore();
form.hidden = false;
