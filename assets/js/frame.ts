/** What every page does: the choice of the theme, which `inline/theme.js` has applied before the first paint, and the key of the search. */
import { closest, find, hasModifier, keepChoice, readChoice } from "./parts/dom.ts";

const { dataset } = document.documentElement;
const control = find<HTMLFieldSetElement>(".theme-switch");
const scheme = find<HTMLMetaElement>('meta[name="color-scheme"]');

function apply(theme: string | null | undefined): void {
  if (theme === "light" || theme === "dark") dataset["theme"] = theme;
  else delete dataset["theme"];
  scheme.content = dataset["theme"] ?? "light dark";
  find<HTMLInputElement>(`[value="${dataset["theme"] ?? "system"}"]`, control).checked = true;
}

control.onchange = ({ target }) => {
  apply((target as HTMLInputElement).value);
  keepChoice("theme", dataset["theme"]);
};
// Another tab, or a page that the reader comes back from, may have chosen anew.
addEventListener("storage", ({ key, newValue }) => key === "theme" && apply(newValue));
addEventListener("pageshow", ({ persisted }) => apply(persisted ? readChoice("theme", dataset["theme"]) : dataset["theme"]));
apply(dataset["theme"]);
control.hidden = false;

// Goes to the search field with `/`, wherever nobody is writing; a box on the search page turns that off.
const box = document.querySelector<HTMLInputElement>("#search-slash");
const field = document.querySelector<HTMLInputElement>('[type="search"][name="q"]');
let isOff = false;

function followChoice(): void {
  isOff = readChoice("slash", isOff ? "off" : null) === "off";
  if (isOff) field?.removeAttribute("aria-keyshortcuts");
  else field?.setAttribute("aria-keyshortcuts", "/");
  if (box) box.checked = !isOff;
}

addEventListener("keydown", (event) => {
  if (isOff || event.key !== "/" || hasModifier(event) || !field || closest(event, "input,select,textarea,[contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
box?.addEventListener("change", () => {
  isOff = !box.checked;
  keepChoice("slash", isOff ? "off" : "");
  followChoice();
});
// Another tab, or the page that a reader comes back from, may have chosen anew.
addEventListener("storage", followChoice);
addEventListener("pageshow", followChoice);
