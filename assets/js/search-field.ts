/** The search field in the head of every page: shows the best results below it while the reader types. It is loaded when the reader turns to the field (`frame.ts`). */
import * as words from "words";
import { make } from "./parts/dom.ts";
import { startKeys } from "./parts/search-keys.ts";
import { searchLater } from "./parts/search-load.ts";
import { correctionOf, drawAll, drawShort, nothing, remarksOn } from "./parts/search-results.ts";

const SHOWN = 6;
const PAUSE = 80; // milliseconds in which the next key may follow
const LATE = 400; // milliseconds after which it is told that an answer is to come

function start(field: HTMLInputElement, form: HTMLFormElement): void {
  const { base = "", folder = "" } = form.dataset;
  const search = searchLater(folder);
  const grid = make("div", { id: "site-search-results" });
  const status = make("p", { className: "search-popup-status" });
  const popup = make("div", { className: "search-popup", hidden: true }, status, grid);
  status.role = "status";
  form.after(popup);
  startKeys(field, grid);
  /** What happens when no other key follows, and then, when the answer is late. Whatever began under another is not wanted any more. */
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows results, none of another question among them, and what has to be said of them. */
  function tell(text: string, ...rows: HTMLElement[]): void {
    clearTimeout(timer);
    grid.replaceChildren(...rows);
    status.textContent = text;
    popup.hidden = !text;
  }

  function close(): void {
    tell("");
    timer = undefined;
  }

  async function run(query: string, isAgain?: boolean): Promise<void> {
    clearTimeout(timer);
    timer = setTimeout(() => tell(words.searching), LATE);
    const mine = timer;
    try {
      const answer = await search.ask(query);
      const size = answer.results.length;
      const first = answer.results.slice(0, SHOWN);
      const ready = await search.need();
      const found = await Promise.all(first.map(async (one) => drawShort(await ready.open(one), one, base, answer.words)));
      if (mine !== timer) return;
      if (size > SHOWN) found.push(drawAll(`${form.action}?${new URLSearchParams({ q: query })}`, size));
      const remarks = [words.resultCount(size, ""), correctionOf(answer)?.join(""), ...remarksOn(answer, first)];
      tell(size ? remarks.filter(Boolean).join(" · ") : nothing(answer, query, ""), ...found);
    } catch {
      search.forget();
      if (mine !== timer) return;
      if (!isAgain) return run(query, true);
      tell(words.cannotSuggest);
    }
  }

  /** Answers what is in the field when no other key follows. */
  function look(): void {
    clearTimeout(timer);
    const query = field.value.trim();
    if (query) timer = setTimeout(() => run(query), PAUSE);
    else close();
  }

  const prepare = () => search.need().catch(search.forget);
  field.addEventListener("focus", prepare);
  field.addEventListener("input", look);
  // WebKit empties the field when the page is back, and only then.
  addEventListener("pageshow", () => popup.hidden || setTimeout(look));
  form.addEventListener("submit", close);
  // Whoever goes elsewhere, by key or mouse, is done with it.
  const area = form.parentElement ?? form;
  area.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !area.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !area.contains(target)) close();
  });
  // Whoever came here has the focus, and may have typed already.
  prepare();
  if (document.activeElement === field) look();
}

const field = document.querySelector<HTMLInputElement>("#site-search");
if (field?.form) start(field, field.form);
