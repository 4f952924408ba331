/** The letters and marks by which two names that have one Latin form are told to be of two people. */
import { ownLetters } from "./slug.ts";
import { normal } from "./normal.ts";

/** Marks of languages in which marks tell names apart, and nobody writes some of those of a name and leaves out others, such as Vietnamese. */
const TELLING = /[\u0309\u031b\u0323]|[\u0302\u0306][\u0300\u0301\u0303]/;

/**
 * The letters of a name in an alphabet of its own, or with such marks: those of `زاهر` are not those of `ظاهر`, nor those of `Văn Hùng` those
 * of `Văn Hưng`. A name that has none may be any of them, and other marks are often left out or mistaken: `José García` has none, as
 * `Josè Garcia`. Words are in an order of their own.
 */
export function tellingLetters(name: string): string {
  const own = ownLetters(name);
  if (own !== "") return own.split("-").sort().join("-");
  const marked = normal(name, "NFD").toLowerCase();
  return TELLING.test(marked) ? (marked.match(/[\p{L}\p{M}]+/gu) ?? []).sort().join("-") : "";
}

/** Whether the letters of two names that are alike in Latin ones are those of one. */
export const mayBeOne = (one: string, other: string) => one === other || one === "" || other === "";
