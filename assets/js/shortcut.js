/** Goes to the search field with `/`, wherever nobody is writing. */
addEventListener("keydown", (event) => {
  if (
    event.key !== "/" ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input,select,textarea,[contenteditable]")
  )
    return;
  const field = document.querySelector('[type="search"][name="q"]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
