/** Making, finding and keeping: what several scripts do with a page. Markup is made with DOM methods alone, for Trusted Types refuse text. */

type Properties<Element> = { [Name in keyof Element]?: Element[Name] | undefined };

/**
 * An element with properties and children.
 *
 * @example make("a", { href: "/", className: "home" }, "Home")
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** An element that pages of this kind have; a page without it is an error of ours. */
export function find<Found extends Element = HTMLElement>(selector: string, root: ParentNode = document): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(selector);
  return found;
}

/** All elements that a selector matches, in order of the page. */
export const findAll = <Found extends Element = HTMLElement>(selector: string, root: ParentNode = document): Found[] => [
  ...root.querySelectorAll<Found>(selector),
];

/** The element that an event happened in or below, if the selector matches one. */
export const closest = <Found extends Element = HTMLElement>({ target }: Event, selector: string): Found | null =>
  target instanceof Element ? target.closest<Found>(selector) : null;

/** Whether the page is written from right to left, so that the arrows at its sides change places. */
export const isFromRight = (): boolean => document.dir === "rtl";

/** Whether a key with it means something else. */
export const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey;

/** Whether a click follows a link here, not in another tab or window. */
export const isPlainClick = (event: MouseEvent): boolean => !event.button && !hasModifier(event);

/** What the reader chose earlier on this site; `null` where nothing is kept, `fallback` where the browser keeps nothing at all. */
export function readChoice(key: string, fallback: string | null | undefined = null): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return fallback;
  }
}

/** Keeps what the reader chose, or with nothing forgets it. Where the browser keeps nothing, it holds for this page. */
export function keepChoice(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {}
}
