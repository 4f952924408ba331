/** The making of addresses from names (slugify); only new records and people without a record need it. */
import slugifyPackage from "slugify";
import { remembered } from "./memo.ts";

// The package is CommonJS: its types promise a default export that Node hands over as the function itself.
const slugify = slugifyPackage as unknown as (text: string, options: { lower: boolean; strict: boolean; locale?: string }) => string;

/** Lower-case letters, digits and hyphens, at most 80 characters; scripts that have no Latin form become code points. */
export const slug = remembered((text) => {
  const whole = latinOf(text) || [...text.replace(/\s+/gu, "")].map((char) => `u${char.codePointAt(0)?.toString(16)}`).join("-");
  if (whole.length <= 80) return whole;
  const cut = whole.slice(0, 80);
  return cut.slice(0, cut.lastIndexOf("-") > 40 ? cut.lastIndexOf("-") : 80);
});

/**
 * What tells a word from all others, of any length and in any script: `Xen` and `xen` are one, `Xen` and `Xen入門` are two, though their
 * addresses begin alike.
 */
export const wordKey = remembered((text) => {
  const latin = latinOf(text);
  if (/^[\u0000-\u024f]*$/.test(text)) return latin || slug(text);
  let others = "";
  let isOther = false;
  for (const char of text.normalize("NFC").toLowerCase()) {
    // A mark belongs to the letter before it.
    if (!/\p{M}/u.test(char)) isOther = /[\p{L}\p{N}]/u.test(char) && latinOf(char) === "";
    if (isOther) others += char;
  }
  return others === "" ? latin || slug(text) : `${latin} ${others}`;
});

/** Letters that the package does not know. */
const ARMENIAN: Readonly<Record<string, string>> = { ո: "o", ւ: "u" };

function latinOf(text: string): string {
  const spaced = text
    .normalize("NFC")
    .replace(/[µμ]/gu, "u")
    // Of Armenian the package knows the capitals alone, and not all of them.
    .replace(/[\u0531-\u0586]/gu, (letter) => ARMENIAN[letter.toLowerCase()] ?? letter.toUpperCase())
    // C++, C# and C are three languages.
    .replace(/(?<=\p{L})\+\+(?!\+)/gu, " plus plus ")
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, " sharp ")
    .replace(/[/\\_:.,;+()[\]–—‐‑]+/gu, " ");
  return slugify(spaced, { lower: true, strict: true }).replace(/-+/g, "-").replace(/^-|-$/g, "");
}
