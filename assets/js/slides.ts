/** Shows one slide at a time: buttons, keys and thumbnails go through them. Without it all slides are one below the other. */
import { noteAddress } from "./parts/address.ts";
import * as words from "words";
import { closest, find, findAll, hasModifier, isFromRight, make } from "./parts/dom.ts";

const deck = find(".deck");
const list = find(".slides", deck);
const slides = findAll(":scope > *", list);
const thumbnails = findAll(".strip a", deck);
const strip = find(".strip ol", deck);
const bar = find(".deck-bar", deck);
const counter = find(".slide-count", bar);
const all = Number(deck.dataset["all"]);
const numberOf = (slide: Element | null | undefined) => Number(slide?.id.slice(6));
const [first, last] = [numberOf(slides[0]), numberOf(slides.at(-1))];
/** The frame of a page of this site that shows the slides in a dialog (`open-in-place.ts`). */
const frame = globalThis.frameElement;
let current: number | undefined;

/** The address of a slide of another page: slides of long decks are on several, which say by their links what they hold. */
function addressOf(number: number): string {
  const page = findAll<HTMLAnchorElement>(".parts a").find(({ textContent }) => {
    const [from = 0, to = 0] = textContent.split("–").map(Number);
    return from <= number && number <= to;
  });
  return `${page?.href}#slide-${number}`;
}

const inAddress = () => Number(/^#slide-(\d{1,3})$/.exec(location.hash)?.[1] ?? 0);
const isOne = () => list.classList.contains("one");

function show(number: number): void {
  current = number;
  for (const [index, slide] of slides.entries()) {
    const isShown = numberOf(slide) === number;
    if (isOne() && !isShown) slide.setAttribute("hidden", "until-found");
    else slide.removeAttribute("hidden");
    if (isShown) thumbnails[index]?.setAttribute("aria-current", "true");
    else thumbnails[index]?.removeAttribute("aria-current");
    // The next slide is there when it is asked for.
    if (numberOf(slide) === number + 1) find<HTMLImageElement>("img", slide).loading = "eager";
  }
  counter.textContent = isOne() ? words.slideOf(number, all) : words.slides(all);
  if (isOne()) counter.prepend(make("span", { className: "visually-hidden" }, `${words.slide} `));
  for (const button of [previous, next]) button.hidden = !isOne();
  previous.setAttribute("aria-disabled", String(number <= 1));
  next.setAttribute("aria-disabled", String(number >= all));
  toggle.textContent = isOne() ? words.allSlides : words.oneAtATime;
  // Only the strip itself moves.
  const mark = thumbnails[number - first];
  if (!mark) return;
  strip.scrollTo({
    left: mark.offsetLeft - strip.offsetLeft - (strip.clientWidth - mark.offsetWidth) / 2,
    top: mark.offsetTop - strip.offsetTop - (strip.clientHeight - mark.offsetHeight) / 2,
    behavior: "instant",
  });
}

/** Steps take the place of the last one, so that the way back is short; jumps can be taken back one by one, but not past a dialog. */
function go(number: number, isStep: boolean): void {
  if (number < 1 || number > all || number === current) return;
  if (number < first || number > last) {
    location[frame ? "replace" : "assign"](addressOf(number));
    return;
  }
  noteAddress(isStep || frame ? "replaceState" : "pushState", `#slide-${number}`);
  show(number);
}

function setOne(one: boolean, number = current ?? first): void {
  list.classList.toggle("one", one);
  show(number);
  if (!one) document.getElementById(`slide-${number}`)?.scrollIntoView();
  else if (list.getBoundingClientRect().top < 0) deck.scrollIntoView();
}

const step = (by: number) => go((current ?? first) + by, true);

function addButton(label: string, run: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", onclick: run }, label);
  bar.append(button);
  return button;
}
const previous = addButton(words.previous, () => step(-1));
const next = addButton(words.next, () => step(1));
const toggle = addButton("", () => setOne(!isOne()));

deck.addEventListener("click", (event) => {
  const target = closest<HTMLAnchorElement>(event, 'a[href^="#slide-"]');
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const number = Number(target.hash.slice(7));
  if (!isOne() && target.closest(".strip")) {
    show(number);
    return;
  }
  event.preventDefault();
  go(number, false);
  if (!isOne()) setOne(true, number);
});
list.addEventListener("beforematch", (event) => go(numberOf(closest(event, "li")), true));
// Who reads the text of one slide reads that of the next.
list.addEventListener(
  "toggle",
  (event) => {
    if (isOne() && numberOf(closest(event, "li")) === current)
      for (const one of findAll<HTMLDetailsElement>("details", list)) one.open = (event.target as HTMLDetailsElement).open;
  },
  true,
);

const KEYS: Record<string, () => void> = {
  ArrowLeft: () => step(isFromRight() ? 1 : -1),
  ArrowRight: () => step(isFromRight() ? -1 : 1),
  Home: () => go(1, true),
  End: () => go(all, true),
  Escape: () => setOne(false),
};
addEventListener("keydown", (event) => {
  const { key } = event;
  if (frame && key === "Escape") {
    frame.closest("dialog")?.close();
    return;
  }
  if (!isOne() || !Object.hasOwn(KEYS, key) || hasModifier(event) || closest(event, "input, select, textarea, dialog")) return;
  event.preventDefault();
  KEYS[key]?.();
});

function follow(): void {
  const number = inAddress();
  if (number >= first && number <= last) show(number);
  else if (number >= 1 && number <= all) location.replace(addressOf(number));
  // A step to another place of the page, as by the link that skips its head, is none to another slide.
  else if (current === undefined || !location.hash) show(first);
}
addEventListener("popstate", follow);
/** Within a dialog there are the slides alone, and links lead out of it; those to other parts of a long deck do not. */
if (frame) {
  document.documentElement.classList.add("framed");
  for (const link of findAll<HTMLAnchorElement>("a[href]"))
    if (!link.closest(".parts") && !link.getAttribute("href")?.startsWith("#")) link.target = "_top";
}
list.classList.add("one");
follow();
