/** The making of addresses from names (slugify); only new records and people without a record need it. */
import slugifyPackage from "slugify";
import { fold } from "./fold.ts";
import { remembered } from "./memo.ts";
import { normal, withoutMarkFloods } from "./normal.ts";

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
 * addresses begin alike, and so are `ქარი` and `კარი`, whose Latin forms are the same.
 */
export const wordKey = remembered((text) => {
  const [key, letters] = [latinKey(text), ownLetters(text)];
  return letters === "" ? key : `${key} ${letters}`;
});

/** The same for what is written in Latin letters, and for the Latin form of another alphabet: `Иван` and `Ivan` are one. */
export const latinKey = remembered((text) => {
  const latin = latinOf(text);
  if (/^[\u0000-\u024f]*$/.test(text)) return latin || slug(text);
  let others = "";
  let isOther = false;
  for (const char of normal(text, "NFC").toLowerCase()) {
    // A mark belongs to the letter before it.
    if (!/\p{M}/u.test(char)) isOther = /[\p{L}\p{N}]/u.test(char) && latinOf(char) === "";
    if (isOther) others += char;
  }
  return others === "" ? latin || slug(text) : `${latin} ${others}`;
});

/** Several of its letters may have one Latin form. */
const ALPHABETS = /[\p{Script=Arabic}\p{Script=Armenian}\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Greek}]+/gu;

/** Letters of two keyboards or two places in a word, by the one that stands for both. */
const SAME_LETTER: Readonly<Record<string, string>> = { ک: "ك", ی: "ي", ة: "ه", ς: "σ" };

/** The words of a text in alphabets of their own, without accents and what is not seen. */
export function ownLetters(text: string): string {
  const plain = fold(withoutMarkFloods(text))
    .replace(/[\p{Cf}ـ]/gu, "")
    .replace(/[کیةς]/gu, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(/(?<!\p{Script=Greek})μ(?!\p{Script=Greek})/gu, "u");
  return (plain.match(ALPHABETS) ?? []).join("-");
}

/** Letters that the package does not know. */
const ARMENIAN: Readonly<Record<string, string>> = { ո: "o", ւ: "u" };

function latinOf(text: string): string {
  const spaced = normal(text, "NFC")
    .replace(/[µμ]/gu, "u")
    // Of Armenian the package knows the capitals alone, and not all of them.
    .replace(/[\u0531-\u0586]/gu, (letter) => ARMENIAN[letter.toLowerCase()] ?? letter.toUpperCase())
    // C++, C# and C are three languages.
    .replace(/(?<=\p{L})\+\+(?!\+)/gu, " plus plus ")
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, " sharp ")
    .replace(/[/\\_:.,;+()[\]–—‐‑]+/gu, " ");
  return slugify(spaced, { lower: true, strict: true }).replace(/-+/g, "-").replace(/^-|-$/g, "");
}
