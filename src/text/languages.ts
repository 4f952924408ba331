/** The English names of the languages in which talks are held. */

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "Arabic"],
  ["bg", "Bulgarian"],
  ["bn", "Bengali"],
  ["ca", "Catalan"],
  ["cs", "Czech"],
  ["da", "Danish"],
  ["de", "German"],
  ["el", "Greek"],
  ["en", "English"],
  ["es", "Spanish"],
  ["et", "Estonian"],
  ["eu", "Basque"],
  ["fa", "Persian"],
  ["fi", "Finnish"],
  ["fr", "French"],
  ["ga", "Irish"],
  ["he", "Hebrew"],
  ["hi", "Hindi"],
  ["hr", "Croatian"],
  ["hu", "Hungarian"],
  ["id", "Indonesian"],
  ["is", "Icelandic"],
  ["it", "Italian"],
  ["ja", "Japanese"],
  ["ko", "Korean"],
  ["lt", "Lithuanian"],
  ["lv", "Latvian"],
  ["ms", "Malay"],
  ["nb", "Norwegian Bokmål"],
  ["nl", "Dutch"],
  ["nn", "Norwegian Nynorsk"],
  ["no", "Norwegian"],
  ["pl", "Polish"],
  ["pt", "Portuguese"],
  ["pt-br", "Brazilian Portuguese"],
  ["ro", "Romanian"],
  ["ru", "Russian"],
  ["sk", "Slovak"],
  ["sl", "Slovenian"],
  ["sr", "Serbian"],
  ["sv", "Swedish"],
  ["ta", "Tamil"],
  ["th", "Thai"],
  ["tr", "Turkish"],
  ["uk", "Ukrainian"],
  ["ur", "Urdu"],
  ["vi", "Vietnamese"],
  ["zh", "Chinese"],
  ["zh-hans", "Chinese, simplified"],
  ["zh-hant", "Chinese, traditional"],
]);

/** `Japanese` for `ja`, `German (de-AT)` for a tag that says more than the table; an unknown tag stays as it is. */
export function languageName(tag: string): string {
  const known = LANGUAGES.get(tag.toLowerCase());
  if (known) return known;
  const [primary = ""] = tag.toLowerCase().split("-");
  const name = LANGUAGES.get(primary);
  return name ? `${name} (${tag})` : tag;
}
