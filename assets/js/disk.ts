/**
 * Stands in for a server on pages of a copy that is opened from a disk (`src/portable/`), and runs before all other scripts, which need
 * not know of it: browsers let a page on a disk read no other file, no captions and nothing of the page around it. It is on no other page.
 */
import { findAll, make } from "./parts/dom.ts";

declare global {
  /** Called by each script that holds a file (`src/portable/files.ts`). */
  var addFile: (content: string) => void;
  /** https://www.w3.org/TR/trusted-types/ */
  var trustedTypes: { createPolicy(name: string, rules: { createScriptURL(text: string): string }): TrustedScripts } | undefined;
}
interface TrustedScripts {
  createScriptURL(text: string): string;
}

const { top: wayUp = "", prefix = "" } = (document.currentScript as HTMLScriptElement).dataset;
const top = new URL(wayUp, location.href).href;
const folder = `${top}assets/files/`;
/** Scripts are loaded from the folder of such files alone. */
const checkAddress = (address: string) => {
  if (!address.startsWith(folder)) throw new TypeError(address);
  return address;
};
const trusted = globalThis.trustedTypes?.createPolicy("files", { createScriptURL: checkAddress }) ?? { createScriptURL: checkAddress };

let handedOver = "";
globalThis.addFile = (content) => {
  handedOver = content;
};

/** Reads a file of the copy, which a script brings. */
function readFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    const failed = () => fail(new TypeError(`${address} is not in this copy`));
    script.addEventListener("error", failed);
    // It has just run: no other script runs between it and this.
    script.addEventListener("load", () => done(Uint8Array.from(atob(handedOver), (character) => character.charCodeAt(0))));
    for (const event of ["load", "error"]) script.addEventListener(event, () => script.remove());
    try {
      script.src = trusted.createScriptURL(`${folder}${new URL(address, location.href).href.slice(top.length)}.js`);
      document.head.append(script);
    } catch {
      failed();
    }
  });
}

globalThis.fetch = async (request) => new Response(await readFile(request instanceof Request ? request.url : String(request)));

/** A link that a script made names a site path, or a folder; here it leads to the file. */
function mendLink(link: HTMLAnchorElement): void {
  const address = link.getAttribute("href") ?? "";
  const isSitePath = address.startsWith(`${prefix}/`);
  const url = new URL(isSitePath ? address.slice(prefix.length + 1) : address, isSitePath ? top : location.href);
  if (url.protocol !== "file:") return;
  const isFolder = url.pathname.endsWith("/");
  if (isFolder) url.pathname += "index.html";
  if (isFolder || isSitePath) link.href = url.href;
}

/** A picture that a script made names a site path too. */
function mendPicture(picture: HTMLImageElement): void {
  const address = picture.getAttribute("src") ?? "";
  if (address.startsWith(`${prefix}/`)) picture.src = top + address.slice(prefix.length + 1);
}

/** Captions as the browser takes them: from memory. */
async function mendTrack(track: HTMLTrackElement): Promise<void> {
  const address = track.dataset["src"] ?? track.src;
  if (!address || address.startsWith("blob:")) return;
  delete track.dataset["src"];
  track.removeAttribute("src");
  track.src = URL.createObjectURL(new Blob([await readFile(address)], { type: "text/vtt" }));
}

function mend(root: ParentNode): void {
  for (const link of findAll<HTMLAnchorElement>("a[href]", root)) mendLink(link);
  for (const picture of findAll<HTMLImageElement>("img", root)) mendPicture(picture);
  for (const track of findAll<HTMLTrackElement>("track", root)) mendTrack(track).catch(() => {});
}

mend(document);
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target instanceof HTMLAnchorElement) mendLink(target);
    else if (addedNodes.length > 0 && target instanceof Element) mend(target);
  }
}).observe(document, { childList: true, subtree: true, attributeFilter: ["href"] });

// Firefox keeps a choice for one file alone, and other browsers may keep none, so that links and forms bring the theme along; the next page
// keeps it, too.
const { dataset } = document.documentElement;
let isChosen = dataset["theme"] !== undefined || dataset["themeCarried"] !== undefined;
function carryTheme({ target }: Event): void {
  if (!isChosen || !(target instanceof Element)) return;
  const theme = dataset["theme"] ?? "system";
  const link = target.closest<HTMLAnchorElement>("a[href]");
  if (link?.protocol === "file:" && link.pathname !== location.pathname) {
    const url = new URL(link.href);
    url.searchParams.set("theme", theme);
    link.href = url.href;
  }
  if (target instanceof HTMLFormElement && !target.elements.namedItem("theme"))
    target.append(make("input", { type: "hidden", name: "theme", value: theme }));
}
addEventListener("change", ({ target }) => (isChosen ||= target instanceof Element && target.closest(".theme-switch") !== null));
for (const kind of ["pointerdown", "click"]) addEventListener(kind, carryTheme, true);
// What a form of a script asks for, such as a filter, stays on the page: a field more would be asked for too.
addEventListener("submit", (event) => event.defaultPrevented || carryTheme(event));

// The frame around this page is out of reach, and so is the dialog around the frame: a message closes it.
const CLOSE = "close";
if (parent !== globalThis.window) {
  const dialog = document.createElement("dialog");
  const frame = document.createElement("iframe");
  dialog.append(frame);
  dialog.close = () => parent.postMessage(CLOSE, "*");
  Object.defineProperty(globalThis, "frameElement", { value: frame });
}
addEventListener("message", ({ data, source }) => {
  const frame = findAll<HTMLIFrameElement>("dialog iframe").find(({ contentWindow }) => contentWindow === source);
  if (data === CLOSE) frame?.closest("dialog")?.close();
});
