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
  CMS.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      const data = withoutEmpty(entry.get("data"));
      return entry.get("newRecord") ? data.set(FILE_NAME, fileNameFor(String(data.get("title") ?? data.get("name") ?? ""))) : data;
    },
  });
  for (const name of ["github", "proxy"]) writeAsArchive(CMS.getBackend(name));
  CMS.init();
});

/** The field that holds the name of the file of a new record on its way to the backend; `slug` in the configuration names it. */
const FILE_NAME = "fileName";

/** The name of the file of a new record, as the archive makes it (`src/text/slug.ts`): Decap has none for most scripts. */
function fileNameFor(text) {
  const spaced = text
    .normalize("NFC")
    .replace(/[µμ]/gu, "u")
    .replace(/[\u0531-\u0586]/gu, (letter) => ({ ո: "o", ւ: "u" })[letter.toLowerCase()] ?? letter.toUpperCase())
    .replace(/(?<=\p{L})\+\+(?!\+)/gu, " plus plus ")
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, " sharp ")
    .replace(/[/\\_:.,;+()[\]–—‐‑]+/gu, " ");
  const latin = window.slugify(spaced, { lower: true, strict: true }).replace(/-+/g, "-").replace(/^-|-$/g, "");
  const whole = latin || [...text.replace(/\s+/gu, "")].map((char) => `u${char.codePointAt(0)?.toString(16)}`).join("-");
  // Windows keeps some names for itself.
  if (/^(con|prn|aux|nul|com\d|lpt\d)$/.test(whole)) return `${whole}-1`;
  if (whole.length <= 80) return whole;
  const cut = whole.slice(0, 80);
  return cut.slice(0, cut.lastIndexOf("-") > 40 ? cut.lastIndexOf("-") : 80);
}

/** Lets a backend write times in quotes, as the archive does: without them YAML 1.1 reads `9:30` as the number 570. */
function writeAsArchive(backend) {
  const { init } = backend;
  backend.init = (...settings) => {
    const made = init(...settings);
    const persist = made.persistEntry.bind(made);
    made.persistEntry = ({ dataFiles, ...entry }, ...options) =>
      persist({ ...entry, dataFiles: dataFiles.map((file) => ({ ...file, raw: withQuotedTimes(withoutFileName(file.raw)) })) }, ...options);
    return made;
  };
}

function withoutFileName(text) {
  const end = text.indexOf("\n---", 3);
  const fields = end < 0 ? text : text.slice(0, end);
  return fields.replace(new RegExp(`(^|\n)${FILE_NAME}: .*(?=\n|$)`), "") + text.slice(fields.length);
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
