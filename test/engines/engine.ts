/** Browsers of other engines than Chromium's, as the walks in this folder use them. */

/** A window of a browser. What runs in the page is text, since each engine is told it in another way. */
export interface EngineWindow {
  /** Opens an address and waits until the scripts of the page have run; its pictures and fonts may still come. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page, which is plain data; a promise is awaited. */
  value<Value>(expression: string): Promise<Value>;
  /** Clicks with the mouse in the middle of the first element that a selector finds, once it is there. */
  click(selector: string): Promise<void>;
  /** Presses keys one after another; a text types its letters, and `Enter`, `Escape`, `Tab`, `ArrowDown` are keys. */
  press(...keys: string[]): Promise<void>;
  /** Makes the page this large, in CSS pixels. */
  resize(size: Size): Promise<void>;
  close(): Promise<void>;
}

export interface Size {
  width: number;
  height: number;
}

export interface Engine {
  /** A new window of this size, without cookies or storage of others. The one before has to be closed. */
  window(size: Size): Promise<EngineWindow>;
  close(): Promise<void>;
}

/** Where the reader is. */
export const ZONE = "Asia/Tokyo";

/** Keys as WebDriver writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

/** The actions of a keyboard for keys and texts. */
export function keyActions(keys: readonly string[]): { type: "keyDown" | "keyUp"; value: string }[] {
  const letters = keys.flatMap((key) => KEYS[key] ?? [...key]);
  return letters.flatMap((value) => [
    { type: "keyDown" as const, value },
    { type: "keyUp" as const, value },
  ]);
}

/** The actions of a mouse that clicks at a place of the window. */
export function clickActions({ x, y }: { x: number; y: number }): Record<string, unknown>[] {
  return [
    { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
}

/** An expression that waits for an element and for the styles of its page, brings it into view, and is the middle of it. */
export function middleOf(selector: string): string {
  return `new Promise((done, fail) => {
    const end = Date.now() + 60000;
    const look = () => {
      const isStyled = document.readyState !== "loading" && [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet);
      const found = isStyled && document.querySelector(${JSON.stringify(selector)});
      if (!found) return Date.now() < end ? setTimeout(look, 50) : fail(new Error(${JSON.stringify(`Nothing is ${selector}.`)}));
      found.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      requestAnimationFrame(() => {
        const { left, top, width, height } = found.getClientRects()[0] ?? found.getBoundingClientRect();
        done({ x: left + width / 2, y: top + height / 2 });
      });
    };
    look();
  })`;
}
