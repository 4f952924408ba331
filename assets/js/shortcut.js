/** Goes to the search field with `/`, wherever nobody is writing; a box on the search page turns that off. */
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
