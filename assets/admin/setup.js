/** Sets the web editor up so that it reads and writes records as the archive wants them. Loaded before Decap CMS. */

window.CMS_MANUAL_INIT = true;

/** Marks a record that the file writes as text alone, so that it is written that way again. It never reaches a file. */
const SHORT = "written-as-text";

document.addEventListener("DOMContentLoaded", () => {
  const { CMS } = window;
  const objectWidget = CMS.getWidget("object").control;
  const emptyMap = objectWidget.defaultProps.value;
  const isMap = emptyMap.constructor.isMap;

  // `slides: https://…` is short for `slides: {url: https://…}`: the form shows the record.
  CMS.registerWidget("short-for-url", objectWidget);
  CMS.registerWidgetValueSerializer("short-for-url", {
    deserialize: (value) => (typeof value === "string" ? emptyMap.set("url", value).set(SHORT, true) : value),
    serialize: (value) => value,
  });

  // A field that was emptied is left out, for an empty one is an error.
  CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => tidy(entry.get("data")) });
  CMS.init();

  function tidy(value) {
    if (typeof value?.toJS !== "function") return value;
    const kept = value.map(tidy).filter((inner) => !isEmpty(inner));
    if (!isMap(kept) || !kept.has(SHORT)) return kept;
    const record = kept.delete(SHORT);
    return record.size === 1 && record.has("url") ? record.get("url") : record;
  }
});

function isEmpty(value) {
  return value === undefined || value === null || value.size === 0 || (typeof value === "string" && value.trim() === "");
}
