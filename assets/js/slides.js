/** Shows one slide at a time: buttons, keys and thumbnails go through them. Without it all slides are one below the other. */
const deck = document.querySelector(".deck");
const list = deck.querySelector(".slides");
const slides = [...list.children];
const thumbnails = [...deck.querySelectorAll(".strip a")];
const bar = deck.querySelector(".deck-bar");
const counter = bar.querySelector(".slide-count");
const all = Number(deck.dataset.all);
const numberOf = (slide) => Number(slide.id.slice(6));
const [first, last] = [numberOf(slides[0]), numberOf(slides.at(-1))];
/** The frame of a page of this site that shows the slides in a dialog (`open-in-place.js`). */
const frame = globalThis.frameElement;
let current;

/** Slides of long decks are on several pages, which say by their links what they hold. */
function pageOf(number) {
  return [...document.querySelectorAll(".parts a")].find(({ textContent }) => {
    const [from, to] = textContent.split("–").map(Number);
    return from <= number && number <= to;
  });
}

const inAddress = () => Number(/^#slide-(\d{1,3})$/.exec(location.hash)?.[1] ?? 0);
const isOne = () => list.classList.contains("one");

function show(number) {
  current = number;
  for (const [index, slide] of slides.entries()) {
    const hidden = isOne() && numberOf(slide) !== number;
    if (hidden) slide.setAttribute("hidden", "until-found");
    else slide.removeAttribute("hidden");
    if (numberOf(slide) === number) thumbnails[index].setAttribute("aria-current", "true");
    else thumbnails[index].removeAttribute("aria-current");
    // The next slide is there when it is asked for.
    if (numberOf(slide) === number + 1) slide.querySelector("img").loading = "eager";
  }
  counter.textContent = isOne() ? `${number} of ${all}` : all === 1 ? "1 slide" : `${all} slides`;
  if (isOne()) counter.prepend(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: "Slide " }));
  for (const button of [previous, next]) button.hidden = !isOne();
  previous.ariaDisabled = String(number <= 1);
  next.ariaDisabled = String(number >= all);
  toggle.textContent = isOne() ? "All slides" : "One at a time";
  // Only the strip itself moves.
  const [strip, mark] = [deck.querySelector(".strip ol"), thumbnails[number - first]];
  strip.scrollTo({
    left: mark.offsetLeft - strip.offsetLeft - (strip.clientWidth - mark.offsetWidth) / 2,
    top: mark.offsetTop - strip.offsetTop - (strip.clientHeight - mark.offsetHeight) / 2,
    behavior: "instant",
  });
}

/** Steps take the place of the last one, so that the way back is short; jumps can be taken back one by one, but not past a dialog. */
function go(number, isStep) {
  if (number < 1 || number > all || number === current) return;
  if (number < first || number > last) {
    location[frame ? "replace" : "assign"](`${pageOf(number).href}#slide-${number}`);
    return;
  }
  history[isStep || frame ? "replaceState" : "pushState"](null, "", `#slide-${number}`);
  show(number);
}

function setOne(one, number = current) {
  list.classList.toggle("one", one);
  show(number);
  if (!one) document.getElementById(`slide-${number}`).scrollIntoView();
  else if (list.getBoundingClientRect().top < 0) deck.scrollIntoView();
}

function addButton(label, run) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  button.addEventListener("click", run);
  return button;
}
const previous = addButton("Previous", () => go(current - 1, true));
const next = addButton("Next", () => go(current + 1, true));
const toggle = addButton("", () => setOne(!isOne()));
bar.append(previous, next, toggle);

deck.addEventListener("click", (event) => {
  const target = event.target.closest('a[href^="#slide-"]');
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!isOne() && target.closest(".strip")) {
    show(Number(target.hash.slice(7)));
    return;
  }
  event.preventDefault();
  const number = Number(target.hash.slice(7));
  go(number, false);
  if (!isOne()) setOne(true, number);
});
list.addEventListener("beforematch", (event) => go(numberOf(event.target.closest("li")), true));
// Who reads the text of one slide reads that of the next.
list.addEventListener(
  "toggle",
  ({ target }) => {
    if (isOne() && target.closest("li").id === `slide-${current}`)
      for (const one of list.querySelectorAll("details")) one.open = target.open;
  },
  true,
);

const KEYS = {
  ArrowLeft: () => go(current - 1, true),
  ArrowRight: () => go(current + 1, true),
  Home: () => go(1, true),
  End: () => go(all, true),
  Escape: () => setOne(false),
};
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (frame && key === "Escape") {
    frame.closest("dialog")?.close();
    return;
  }
  if (!isOne() || !Object.hasOwn(KEYS, key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.closest("input, select, textarea, dialog")) return;
  event.preventDefault();
  KEYS[key]();
});

function follow() {
  const number = inAddress();
  if (number >= first && number <= last) show(number);
  else if (number >= 1 && number <= all) location.replace(`${pageOf(number).href}#slide-${number}`);
  else if (current === undefined || number === 0) show(first);
}
addEventListener("popstate", follow);
/** Within a dialog there are the slides alone, and links lead out of it; those to other parts of a long deck do not. */
if (frame) {
  document.documentElement.classList.add("framed");
  for (const link of document.querySelectorAll("a[href]"))
    if (!link.closest(".parts") && !link.getAttribute("href").startsWith("#")) link.target = "_top";
}
list.classList.add("one");
follow();
