/** The search field in the head of every page: shows the best results below it while the reader types. It is loaded when the reader turns to the field (`frame.ts`). */
import * as words from "words";
import { make } from "./parts/dom.ts";
import { startKeys } from "./parts/search-keys.ts";
import { searchLater } from "./parts/search-load.ts";
import { correctionOf, drawAll, drawShort, nothing, remarksOn } from "./parts/search-results.ts";

const SHOWN = 6;
const PAUSE = 80; // milliseconds in which the next key may follow

function start(field: HTMLInputElement, form: HTMLFormElement): void {
  const { base = "", folder = "" } = form.dataset;
  const search = searchLater(folder);
  const grid = make("div", { id: "site-search-results" });
  const status = make("p", { className: "search-popup-status" });
  const popup = make("div", { className: "search-popup", hidden: true }, status, grid);
  status.role = "status";
  form.after(popup);
  startKeys(field, grid);
  let turn = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    turn++;
    popup.hidden = true;
    grid.replaceChildren();
  }

  async function run(query: string): Promise<void> {
    const mine = ++turn;
    try {
      const answer = await search.ask(query);
      const { results, words: asked } = answer;
      const ready = await search.need();
      const found = await Promise.all(results.slice(0, SHOWN).map(async (one) => drawShort(await ready.open(one), one, base, asked)));
      if (mine !== turn) return;
      const size = results.length;
      const all = `${form.action}?${new URLSearchParams({ q: query })}`;
      grid.replaceChildren(...found, ...(size > SHOWN ? [drawAll(all, size)] : []));
      const remarks = [words.resultCount(size, ""), correctionOf(answer)?.join(""), ...remarksOn(answer, results.slice(0, SHOWN))];
      status.textContent = size ? remarks.filter(Boolean).join(" · ") : nothing(answer, query, "");
    } catch {
      if (mine !== turn) return;
      grid.replaceChildren();
      // The button still leads to the search page, which leads to everything.
      status.textContent = words.cannotSearch;
    }
    popup.hidden = false;
  }

  /** Answers what is in the field when no other key follows. */
  function look(): void {
    clearTimeout(typing);
    const query = field.value.trim();
    if (query) typing = setTimeout(() => run(query), PAUSE);
    else close();
  }

  field.addEventListener("focus", () => search.need().catch(() => {}));
  field.addEventListener("input", look);
  form.addEventListener("submit", () => {
    clearTimeout(typing);
    close();
  });
  // Whoever goes elsewhere, by key or mouse, is done with it.
  const area = form.parentElement ?? form;
  area.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !area.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !area.contains(target)) close();
  });
  // Whoever came here has the focus, and may have typed already.
  search.need().catch(() => {});
  if (document.activeElement === field) look();
}

const field = document.querySelector<HTMLInputElement>("#site-search");
if (field?.form) start(field, field.form);
