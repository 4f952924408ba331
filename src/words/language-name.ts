/** What a language is called, by a table of names. */

/** `Japanese` for `ja`, `German (de-AT)` for a tag that says more than the table; an unknown tag stays as it is. */
export function languageName(names: ReadonlyMap<string, string>, tag: string): string {
  const known = names.get(tag.toLowerCase());
  if (known) return known;
  const [primary = ""] = tag.toLowerCase().split("-");
  const name = names.get(primary);
  return name ? `${name} (${tag})` : tag;
}
