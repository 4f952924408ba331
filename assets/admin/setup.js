/** Sets the web editor up so that it reads and writes records as the archive wants them. Loaded before Decap CMS. */

window.CMS_MANUAL_INIT = true;

document.addEventListener("DOMContentLoaded", () => {
  const { CMS, h } = window;
  const RecordForm = CMS.getWidget("object").control;
  const noFields = RecordForm.defaultProps.value;

  /** A record that may be written as the text of its field `url` alone, and stays so until another field is filled. */
  class ShortRecordForm extends RecordForm {
    controlFor(field, key) {
      const control = super.controlFor(field, key);
      const { value, onChange } = this.props;
      if (typeof value !== "string" || control === null) return control;
      const isUrl = field.get("name") === "url";
      const change = (_, text) => onChange(isUrl ? text : noFields.set("url", value).set(field.get("name"), text));
      return h(control.type, { ...control.props, key: control.key, value: isUrl ? value : undefined, onChange: change });
    }
  }

  CMS.registerWidget("short-for-url", ShortRecordForm);
  // A field that was emptied is left out, for an empty one is an error.
  CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => withoutEmpty(entry.get("data")) });
  for (const name of ["github", "proxy"]) quoteTimesIn(CMS.getBackend(name));
  CMS.init();
});

/** Lets a backend write times in quotes, as the archive does: without them YAML 1.1 reads `9:30` as the number 570. */
function quoteTimesIn(backend) {
  const { init } = backend;
  backend.init = (...settings) => {
    const made = init(...settings);
    const persist = made.persistEntry.bind(made);
    made.persistEntry = ({ dataFiles, ...entry }, ...options) =>
      persist({ ...entry, dataFiles: dataFiles.map((file) => ({ ...file, raw: withQuotedTimes(file.raw) })) }, ...options);
    return made;
  };
}

/** Only fields of the record itself: their lines alone start at the margin, and end with the fields. */
function withQuotedTimes(text) {
  const end = text.indexOf("\n---", 3);
  if (!text.startsWith("---") || end < 0) return text;
  return text.slice(0, end).replace(/^(\w+: )(\d{1,2}:\d{2})$/gm, '$1"$2"') + text.slice(end);
}

function withoutEmpty(value) {
  return typeof value?.toJS === "function" ? value.map(withoutEmpty).filter((inner) => !isEmpty(inner)) : value;
}

function isEmpty(value) {
  return value === undefined || value === null || value.size === 0 || (typeof value === "string" && value.trim() === "");
}
