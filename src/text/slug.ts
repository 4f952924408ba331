/** The making of addresses from names (slugify); only new records and people without a record need it. */
import slugifyPackage from "slugify";
import { remembered } from "./memo.ts";

// The package is CommonJS: its types promise a default export that Node hands over as the function itself.
const slugify = slugifyPackage as unknown as (text: string, options: { lower: boolean; strict: boolean; locale?: string }) => string;

/** Lower-case letters, digits and hyphens, at most 80 characters; scripts that have no Latin form become code points. */
export const slug = remembered((text) => {
  const spaced = text
    .normalize("NFC")
    .replace(/[µμ]/gu, "u")
    // C++, C# and C are three languages.
    .replace(/(?<=\p{L})\+\+(?!\+)/gu, " plus plus ")
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, " sharp ")
    .replace(/[/\\_:.,;+()[\]–—‐‑]+/gu, " ");
  const latin = slugify(spaced, { lower: true, strict: true }).replace(/-+/g, "-").replace(/^-|-$/g, "");
  const whole = latin || [...text.replace(/\s+/gu, "")].map((char) => `u${char.codePointAt(0)?.toString(16)}`).join("-");
  if (whole.length <= 80) return whole;
  const cut = whole.slice(0, 80);
  return cut.slice(0, cut.lastIndexOf("-") > 40 ? cut.lastIndexOf("-") : 80);
});
