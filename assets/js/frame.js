/** What every page does: the choice of the theme, which `inline/theme.js` has applied before the first paint, and the key of the search. */
const { dataset } = document.documentElement;
const control = document.querySelector(".theme-switch");
const scheme = document.querySelector('meta[name="color-scheme"]');

function apply(theme) {
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  else delete dataset.theme;
  scheme.content = dataset.theme ?? "light dark";
  control.querySelector(`[value="${dataset.theme ?? "system"}"]`).checked = true;
}

control.onchange = ({ target }) => {
  apply(target.value);
  try {
    if (dataset.theme) localStorage.setItem("theme", dataset.theme);
    else localStorage.removeItem("theme");
  } catch {} // then it holds for this page
};
// Another tab, or a page that the reader comes back from, may have chosen anew.
addEventListener("storage", ({ key, newValue }) => key === "theme" && apply(newValue));
addEventListener("pageshow", ({ persisted }) => {
  let theme = dataset.theme;
  try {
    if (persisted) theme = localStorage.getItem("theme");
  } catch {}
  apply(theme);
});
apply(dataset.theme);
control.hidden = false;

// Goes to the search field with `/`, wherever nobody is writing; a box on the search page turns that off.
const box = document.getElementById("search-slash");
const field = document.querySelector('[type="search"][name="q"]');
let isOff = false;

function know() {
  try {
    isOff = localStorage.getItem("slash") === "off";
  } catch {} // then it holds for this page
  if (isOff) field?.removeAttribute("aria-keyshortcuts");
  else field?.setAttribute("aria-keyshortcuts", "/");
  if (box) box.checked = !isOff;
}

addEventListener("keydown", (event) => {
  if (
    isOff ||
    event.key !== "/" ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    !field ||
    event.target.closest("input,select,textarea,[contenteditable]")
  )
    return;
  event.preventDefault();
  field.focus();
  field.select();
});
box?.addEventListener("change", () => {
  isOff = !box.checked;
  try {
    if (isOff) localStorage.setItem("slash", "off");
    else localStorage.removeItem("slash");
  } catch {}
  know();
});
// Another tab, or the page that a reader comes back from, may have chosen anew.
addEventListener("storage", know);
addEventListener("pageshow", know);
