/** What every page does: the choice of the theme, which `inline/theme.js` has applied before the first paint, and the key of the search. */
import { closest, find, findAll, hasModifier, keepChoice, readChoice } from "./parts/dom.ts";
import { run } from "./parts/on-demand.ts";

const { dataset } = document.documentElement;
const control = find<HTMLFieldSetElement>(".theme-switch");
/** The signs of the themes: a disc half full, a sun, a moon; each in a square of 16. */
const SIGNS: Record<string, string> = {
  system: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.5a5.5 5.5 0 0 1 0 11z",
  light: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M14 10A6.5 6.5 0 0 1 6 2a6.5 6.5 0 1 0 8 8z",
};
const scheme = find<HTMLMetaElement>('meta[name="color-scheme"]');

const drawing = (name: string) => document.createElementNS("http://www.w3.org/2000/svg", name);

function apply(theme: string | null | undefined): void {
  if (theme === "light" || theme === "dark") dataset["theme"] = theme;
  else delete dataset["theme"];
  scheme.content = dataset["theme"] ?? "light dark";
  find<HTMLInputElement>(`[value="${dataset["theme"] ?? "system"}"]`, control).checked = true;
}

for (const input of findAll<HTMLInputElement>("input", control)) {
  const [sign, path] = [drawing("svg"), drawing("path")];
  sign.setAttribute("viewBox", "0 0 16 16");
  sign.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SIGNS[input.value] ?? "");
  sign.append(path);
  input.after(sign);
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

// Goes to the search field with `/`, wherever nobody is writing, as long as the field says so; a box on the search page turns that off.
const field = document.querySelector<HTMLInputElement>('[type="search"][name="q"]');
const SLASH = "aria-keyshortcuts";

function followChoice(): void {
  if (readChoice("slash", field?.hasAttribute(SLASH) ? null : "off") === "off") field?.removeAttribute(SLASH);
  else field?.setAttribute(SLASH, "/");
}

addEventListener("keydown", (event) => {
  if (event.key !== "/" || hasModifier(event) || !field?.hasAttribute(SLASH)) return;
  if (closest(event, "input,select,textarea,[contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
// Another tab, or the page that a reader comes back from, may have chosen anew.
addEventListener("storage", followChoice);
addEventListener("pageshow", followChoice);

// The search comes when the reader turns to the field, who may be there already.
const search = () => run("search-field");
if (document.activeElement === field) search();
else field?.addEventListener("focus", search, { once: true });
