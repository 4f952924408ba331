/** The names of people in foreign texts: how a list of names in one text comes apart. */
import { joinBlanks } from "../../text/blanks.ts";

const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|esq|mba|cissp|dr)\.?$/i;

/** The names in one text, such as `Ann Lee, Bob Ray and Cy Fu`; titles after a comma stay with their name. */
export function splitNames(text: string): string[] {
  const parts = joinBlanks(text)
    .split(/\s*[;\n|]\s*|\s+\/\s+|\s*,\s*(?:and|und|&)\s+|\s+(?:and|und|&)\s+/i)
    .flatMap((part) => splitCommas(part))
    .map((name) => name.replace(/\s+/g, " ").trim());
  return [...new Set(parts.filter((name) => name !== "" && !/^(tb[acd]|n\/?a|none|various|-+)\.?$/i.test(name)))];
}

/** Commas part names, but not `Lee, Ann` alone, which is one name with the family name first. */
function splitCommas(text: string): string[] {
  const parts = text.split(/\s*,\s+|,(?=\S)/);
  const [first = "", second = ""] = parts;
  if (parts.length === 2 && !/\s/.test(first.trim()) && !/\s.*\s/.test(second.trim()) && !SUFFIX.test(second))
    return [`${second} ${first}`];
  return parts.reduce<string[]>((names, part) => {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(part.trim())) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
    return names;
  }, []);
}
