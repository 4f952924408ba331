/** What stands around names in foreign texts and is no part of them: markup, addresses, marks of footnotes, words for nobody. */
import { decodeEntities } from "../../text/html.ts";
import { withoutContacts } from "./contacts.ts";

const TAG = /<(?:\/?(?:a|b|br|em|i|p|span|strong|u)\b[^<>]{0,300})>/gi;
/** What may end a name. */
const END = "(?=\\s?(?:[,;，、；|\\n]|$))";
const FOOTNOTE = new RegExp(`(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]{1,9}|\\s?[[(]\\d{1,2}[)\\]])${END}`, "g");
const AND_OTHERS =
  /,?\s(?:et al\b\.?|u\. ?a\.|y otros|et autres|e altri|(?:and|und|&) (?:(?:many )?others|andere|(?:the |his |her )?team|friends|colleagues|co-?authors))(?=\s?(?:[;|\n]|$))/gi;

/** A list of names without markup, addresses and marks: `<b>Ann&nbsp;Lee</b>¹ et al.` as `Ann Lee`. */
export function plainNames(text: string): string {
  const decoded = /&#?\w{2,10};/.test(text) ? decodeEntities(text).replaceAll("\u00a0", " ") : text;
  return withoutContacts(decoded)
    .replace(TAG, (tag) => (/^<br/i.test(tag) ? "\n" : ""))
    .replace(/\[([^[\]\n]{1,200})\]\(\s?https?:[^()\s]{1,500}\)/g, "$1")
    .replace(/\s?[(<]?https?:\/\/[^\s;,()<>|]{1,500}[)>]?/g, "")
    .replace(/\sw\/\s/g, " with ")
    .replace(AND_OTHERS, "")
    .replace(FOOTNOTE, "");
}

/** What is written where nobody is known, in the languages of conferences. */
const NOBODY = new RegExp(
  `^\\(?(?:${[
    "tb[acd]|to be (?:announced|confirmed|decided|determined|defined)|(?:speakers?|presenters?) (?:tb[acd]|to be (?:announced|confirmed))|n\\/?a|n\\.? ?n\\.?|none|null|nobody|no ?one|no speakers?|unknown|various(?: speakers)?|everyone|everybody|others?|\\?+|-+",
    "wird (?:noch )?bekannt ?gegeben|noch offen|unbekannt|niemand|diverse|por (?:confirmar|definir|anunciar)|desconocido|nadie|varios|à (?:confirmer|définir|venir|annoncer)|inconnu|personne|da (?:definire|confermare|annunciare)|a (?:definir|confirmar|anunciar)",
    "уточняется|неизвестно|未定|調整中|なし|待定|无|미정|없음|لم يحدد",
  ].join("|")})\\.?\\)?$`,
  "i",
);

/** Whether a text stands where a name is not known, or there is nobody. */
export const namesNobody = (text: string) => text === "" || NOBODY.test(text);
