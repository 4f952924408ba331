/** The reading of web addresses. */

/**
 * The beginning of an address with a host that is longer than any: names have 253 characters, and to read one takes time that
 * grows with the square of its length.
 */
const ENDLESS_HOST = /^(?:[^/\\?#:]*:|[\s\p{Cc}]*[/\\][\t\n\r]*(?=[/\\]))[/\\\t\n\r]*[^/\\?#]{300}/u;

/**
 * The address, or nothing where it cannot be read. It takes the place of `URL.canParse`, whose optimized form says no to
 * addresses with letters beyond ASCII on Node 20 and 22 (first seen as nodejs/node#48816).
 *
 * @example parseUrl("talk.html", "https://example.org/2024/")?.href // "https://example.org/2024/talk.html"
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  if (text.length > 300 && ENDLESS_HOST.test(text)) return undefined;
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
