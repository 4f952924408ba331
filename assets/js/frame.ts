/** What every page does: the choice of the theme, which `inline/theme.js` has applied before the first paint, and the key of the search. */
import { closest, find, hasModifier, keepChoice, readChoice } from "./parts/dom.ts";
import { run } from "./parts/on-demand.ts";

const { dataset } = document.documentElement;
const control = find<HTMLFieldSetElement>(".theme-switch");
const scheme = find<HTMLMetaElement>("[name=color-scheme]");

function apply(theme: string | null | undefined): void {
  if (theme === "light" || theme === "dark") dataset["theme"] = theme;
  else delete dataset["theme"];
  scheme.content = dataset["theme"] ?? "light dark";
  find<HTMLInputElement>(`[value=${dataset["theme"] ?? "system"}]`, control).checked = true;
}

control.onchange = ({ target }) => {
  apply((target as HTMLInputElement).value);
  keepChoice("theme", dataset["theme"]);
};
// Another tab, or a page that the reader comes back from, may have chosen anew; what the page before chose may be known late.
function followChoices(): void {
  apply(readChoice("theme", dataset["theme"]));
  if (readChoice("slash", field?.hasAttribute(SLASH) ? null : "off") === "off") field?.removeAttribute(SLASH);
  else field?.setAttribute(SLASH, "/");
}
addEventListener("storage", followChoices);
addEventListener("pageshow", followChoices);
apply(dataset["theme"]);
control.hidden = false;

// WebKit prints empty places where pictures are that nobody has come near.
addEventListener("beforeprint", () => {
  for (const one of document.images) one.loading = "eager";
});

// Goes to the search field with `/`, wherever nobody is writing, as long as the field says so; a box on the search page turns that off.
const field = document.querySelector<HTMLInputElement>("[type=search][name=q]");
const SLASH = "aria-keyshortcuts";

addEventListener("keydown", (event) => {
  if (event.key !== "/" || hasModifier(event) || !field?.hasAttribute(SLASH)) return;
  if (closest(event, "input,select,textarea,[contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
// The search comes when the reader turns to the field, who may be there already; what did not come is asked for again with the next key.
const search = (): void => run("search-field")?.addEventListener("error", () => field?.addEventListener("input", search, { once: true }));
if (document.activeElement === field) search();
else field?.addEventListener("focus", search, { once: true });
