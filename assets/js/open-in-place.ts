/** Opens a video or the slides of a list in a dialog over the page, instead of leading away from it. Without it the marks are links. */
import * as words from "words";
import { closest, isPlainClick, make } from "./parts/dom.ts";

/**
 * Slides of the archive are their own page, which knows that it is framed (`slides.ts`). A file of the archive plays by itself; the
 * player of another host is opened by `player.ts`, as from its front on the page of the talk.
 */
function playerOf(mark: HTMLAnchorElement): HTMLElement {
  const { kind, embed, title = "", captions, lang } = mark.dataset;
  if (kind === "slides" && !embed) {
    const frame = make("iframe", { title, src: mark.href, allow: "fullscreen" });
    // It is shown when it has become compact, and has the focus when it knows what Escape means.
    const ready = () => {
      frame.classList.add("ready");
      frame.focus();
    };
    frame.addEventListener("load", ready, { once: true });
    return frame;
  }
  if (embed) {
    const front = make("a", { className: "player-front", href: mark.href }, make("b", {}, title));
    Object.assign(front.dataset, mark.dataset);
    return front;
  }
  const video = make("video", { controls: true, src: mark.href });
  video.setAttribute("aria-label", title);
  if (captions) video.append(make("track", { kind: "captions", src: captions, srclang: lang, label: words.captions, default: true }));
  return video;
}

function show(mark: HTMLAnchorElement): void {
  const talk = mark.closest(".session, .talk-item")?.querySelector<HTMLAnchorElement>(".session-title a, .talk-title a");
  const player = playerOf(mark);
  const heading = make(
    "h2",
    { id: "player-title", dir: "auto", ...(talk?.lang && { lang: talk.lang }) },
    talk?.textContent ?? mark.dataset["title"] ?? "",
  );
  const close = make("button", { type: "button" }, words.close);
  const dialog = make(
    "dialog",
    { className: "player-dialog" },
    make("div", { className: "dialog-row" }, heading, close),
    make("figure", { className: `player ${frameOf(mark)}` }, player),
    make("div", { className: "dialog-row" }, ...(talk ? [make("a", { href: talk.href }, words.aboutTalk)] : []), outside(mark)),
  );
  dialog.setAttribute("aria-labelledby", heading.id);
  close.addEventListener("click", () => dialog.close());
  // A click beside it closes it too, where the browser knows how; but not the second of a double click that opened it.
  setTimeout(() => dialog.setAttribute("closedby", "any"), 500);
  dialog.addEventListener("close", () => {
    dialog.remove();
    mark.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  if (mark.dataset["embed"]) {
    player.click();
    return;
  }
  if (!(player instanceof HTMLVideoElement)) return;
  player.focus();
  player.play().catch(() => {});
}

/** The class of what holds the slides of the archive, or those of another host. */
function frameOf({ dataset: { kind, embed } }: HTMLElement): string {
  return kind !== "slides" ? "" : embed ? "slides-player" : "deck-player";
}

/** The way to the video or the slides themselves, should they not work here. */
function outside(mark: HTMLAnchorElement): HTMLElement {
  const where = mark.querySelector("small")?.textContent ?? "";
  const label = mark.dataset["kind"] === "slides" ? words.slidesAlone(where) : words.videoAlone(where);
  return make("a", { href: mark.href, rel: mark.rel }, label);
}

document.addEventListener("click", (event) => {
  const mark = closest<HTMLAnchorElement>(event, ".media[data-title]");
  if (!mark || !isPlainClick(event) || !HTMLDialogElement.prototype.showModal) return;
  event.preventDefault();
  show(mark);
});
