/** Addresses in converted texts: where a bare one ends, and which may become links. */
import { isSafeLink } from "../../text/safe-link.ts";
import { cleanText, type Run } from "./document.ts";

const ADDRESS = /https?:\/\/[^\s<>"`\\^{|}]+/gi;

/** Bare addresses become links here, where no escape can cut them; links that our pages refuse become their text. */
export function findAddresses(run: Run): Run[] {
  if (run.link !== undefined) return [{ ...run, link: safeAddress(run.link) }];
  if (run.kind !== undefined) return [run];
  const parts: Run[] = [];
  let done = 0;
  for (const match of run.text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(match[0]);
    if (!isSafeLink(address) || /[\p{L}\p{N}]$/u.test(run.text.slice(Math.max(0, match.index - 2), match.index))) continue;
    parts.push({ ...run, text: run.text.slice(done, match.index) }, { ...run, text: address, link: address });
    done = match.index + address.length;
  }
  return [...parts, { ...run, text: run.text.slice(done) }].filter(({ text }) => text !== "");
}

/** A sentence goes on after an address: its marks, and brackets that were opened before, are not part of it. */
export function withoutPunctuation(address: string): string {
  const surplus = { ")": count(address, ")") - count(address, "("), "]": count(address, "]") - count(address, "[") };
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? "";
    if (last === ")" || last === "]") {
      if (surplus[last]-- <= 0) break;
    } else if (!/[.,;:!?'*_~…»”’([]/.test(last)) break;
  }
  return address.slice(0, end);
}

const count = (text: string, character: string) => text.split(character).length;

/** An address that our pages link; white space and marks in it are written so that no reader of Markdown stumbles. */
function safeAddress(url: string): string | undefined {
  const address = cleanText(url)
    .trim()
    .replace(/[\s<>\\"`]/g, (character) => (character === "\n" || character === "\t" ? "" : encodeURIComponent(character)));
  return /^(https?|mailto):/i.test(address) && isSafeLink(address) ? address : undefined;
}
