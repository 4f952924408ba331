/** The choice between the system's theme, light and dark. `inline/theme.js` has applied what was chosen before the first paint. */
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
