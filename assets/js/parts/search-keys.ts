/**
 * The search field as a combobox whose popup is the grid of results: the focus stays in the field while arrow keys make one of the
 * links active. Without it, and with Tab or a mouse, the results are links like any other.
 */
import * as words from "words";
import { find, findAll, hasModifier, isFromRight } from "./dom.ts";

function set(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

const cellsOf = (row: ParentNode | undefined) => (row ? findAll('[role="gridcell"]', row) : []);

export function startKeys(field: HTMLInputElement, grid: HTMLElement): void {
  let active: HTMLElement | undefined;
  let made = 0;

  set(field, {
    ...{ role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "grid" },
    ...{ "aria-controls": grid.id, "aria-expanded": "false" },
  });
  set(grid, { role: "grid", "aria-label": words.results });

  function activate(cell?: HTMLElement): void {
    active?.classList.remove("is-active");
    active = cell;
    if (!cell) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    // An address of its own for each, for a change of it is what is announced.
    cell.id ||= `search-cell-${++made}`;
    cell.classList.add("is-active");
    field.setAttribute("aria-activedescendant", cell.id);
    cell.scrollIntoView({ block: "nearest" });
  }

  /** Where an arrow key leads: through the results, and once one is active, through its links. Nothing is the field itself. */
  function next(key: string): HTMLElement | undefined {
    const rows = [...grid.children];
    const at = rows.findIndex((one) => one.contains(active ?? null));
    if (key === "ArrowDown") return cellsOf(rows[at + 1] ?? rows[at])[0];
    if (key === "ArrowUp") return cellsOf(rows[at - 1])[0];
    const cells = cellsOf(rows[at]);
    return (active && cells[cells.indexOf(active) + ((key === "ArrowRight") !== isFromRight() ? 1 : -1)]) ?? active;
  }

  field.addEventListener("keydown", (event) => {
    const { key } = event;
    if (hasModifier(event) || event.isComposing) return;
    if (key === "Escape" && (active || field.value)) {
      event.preventDefault();
      if (active) return activate();
      field.value = "";
      field.dispatchEvent(new Event("input"));
    } else if (key === "Enter" && active) {
      event.preventDefault();
      find("a", active).click();
    } else if ((key === "ArrowDown" && grid.firstChild) || (active && /^Arrow(?:Up|Left|Right)$/.test(key))) {
      event.preventDefault();
      activate(next(key));
    }
  });
  // Other words have other results.
  field.addEventListener("input", () => activate());
  field.addEventListener("blur", () => activate());
  // Out of the results Escape leads back to the field.
  grid.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    field.focus();
  });
  new MutationObserver(() => {
    if (active && !active.isConnected) activate();
    field.setAttribute("aria-expanded", `${grid.childElementCount > 0}`);
  }).observe(grid, { childList: true });
}
