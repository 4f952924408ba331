/** Filters and sorts the talks of the page; its state is in the address. Without it the whole list stays. */
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const [form, status, list] = all("#filter, #filter-count, #talks"); // in order of the page
const add = (tag, className, textContent) => list.appendChild(Object.assign(document.createElement(tag), { className, textContent }));
const groups = all(".talk-group");
const flat = add("ul", "talk-list flat");
const none = add("p", "empty", "No talk matches. Try fewer words, or show all talks.");
const { compare } = new Intl.Collator(document.documentElement.lang, { ignorePunctuation: true });
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const talks = all(".talk-item").map((item) => {
  const [title, ...speakers] = all(".talk-title a, .talk-speakers a", item).map((link) => link.textContent);
  const has = (kind) => (item.querySelector(`.media[data-kind=${kind}]`) ? "1" : "");
  return {
    ...item.dataset, // event, year and topics
    item,
    home: item.parentNode,
    title,
    speaker: speakers[0]?.replace(/(.+) (.+)/, "$2 $1") ?? "\uffff", // last name first, no name last
    words: fold([title, ...speakers].join(" ")),
    topic: item.dataset.topics.split("|"),
    slides: has("slides"),
    video: has("video"),
  };
});

for (const name of ["event", "year", "topic"]) {
  const counts = new Map();
  for (const value of talks.flatMap((talk) => talk[name])) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts.keys()];
  if (name === "topic") values.sort(compare);
  for (const value of values) form.elements[name].add(new Option(`${value} (${counts.get(value)})`, value));
}

const state = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

function show() {
  const { words = "", sort, ...wanted } = Object.fromEntries(state());
  for (const talk of talks)
    talk.item.hidden = !(
      fold(words)
        .split(/\s+/)
        .every((word) => talk.words.includes(word)) && Object.entries(wanted).every(([name, value]) => [talk[name]].flat().includes(value))
    );
  const isFlat = sort === "title" || sort === "speaker";
  const sorted = isFlat ? [...talks].sort((a, b) => compare(a[sort], b[sort]) || compare(a.title, b.title)) : talks;
  for (const { item, home } of sorted) (isFlat ? flat : home).append(item);
  list.append(...(sort === "oldest" ? [...groups].reverse() : groups));
  for (const part of [flat, ...groups]) part.hidden = !part.querySelector(".talk-item:not([hidden])");
  const shown = talks.filter(({ item }) => !item.hidden).length;
  none.hidden = shown > 0;
  status.textContent = `${shown < talks.length ? `${shown} of ` : ""}${talks.length} talks`;
}

function restore() {
  const wanted = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = wanted.has(field.name);
    else if (field.name) field.value = wanted.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.selectedIndex = 0; // a choice that is not on this page
  }
  show();
}

form.oninput = () => {
  show();
  history.replaceState(null, "", `?${state()}`.replace(/^\?$/, location.pathname));
};
form.onreset = () => setTimeout(form.oninput);
form.onsubmit = (event) => {
  event.preventDefault();
  status.tabIndex = -1;
  status.focus();
};
addEventListener("popstate", restore);
addEventListener("pageshow", restore);
restore();
form.hidden = false;
