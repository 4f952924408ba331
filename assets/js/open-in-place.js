/** Opens a video or the slides of a list in a dialog over the page, instead of leading away from it. Without it the marks are links. */
const plain = ({ button, altKey, ctrlKey, metaKey, shiftKey }) => !(button || altKey || ctrlKey || metaKey || shiftKey);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * Slides are their own page, which knows that it is framed (`slides.js`). A file of the archive plays by itself; the player of
 * another host is opened by `player.js`, as from its front on the page of the talk.
 */
function playerOf(mark) {
  const { kind, embed, title, captions, lang } = mark.dataset;
  if (kind === "slides") {
    const frame = make("iframe", { title, src: mark.href, allow: "fullscreen" });
    // It is shown when it has become compact.
    frame.addEventListener("load", () => frame.classList.add("ready"), { once: true });
    return frame;
  }
  if (embed) {
    const front = make("a", { className: "player-front", href: mark.href }, make("b", { textContent: title }));
    Object.assign(front.dataset, mark.dataset);
    return front;
  }
  const video = make("video", { controls: true, src: mark.href, ariaLabel: title });
  if (captions) video.append(make("track", { kind: "captions", src: captions, srclang: lang, label: "Captions", default: true }));
  return video;
}

function show(mark) {
  const talk = mark.closest(".session, .talk-item")?.querySelector(".session-title a, .talk-title a");
  const player = playerOf(mark);
  const heading = make("h2", {
    id: "player-title",
    textContent: talk?.textContent ?? mark.dataset.title,
    dir: "auto",
    lang: talk?.lang ?? "",
  });
  const close = make("button", { type: "button", textContent: "Close" });
  const dialog = make(
    "dialog",
    { className: "player-dialog" },
    make("div", { className: "dialog-row" }, heading, close),
    make("figure", { className: mark.dataset.kind === "slides" ? "player deck-player" : "player" }, player),
    make(
      "div",
      { className: "dialog-row" },
      ...(talk ? [make("a", { href: talk.href, textContent: "All about this talk" })] : []),
      outside(mark),
    ),
  );
  dialog.setAttribute("aria-labelledby", heading.id);
  close.addEventListener("click", () => dialog.close());
  // A click beside it closes it too, where the browser knows how.
  dialog.setAttribute("closedby", "any");
  dialog.addEventListener("close", () => {
    dialog.remove();
    mark.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  if (mark.dataset.embed) return player.click();
  player.focus();
  player.play?.().catch(() => {});
}

/** The way to the video or the slides themselves, should they not work here. */
function outside(mark) {
  const where = mark.querySelector("small")?.textContent ?? "";
  const what = mark.dataset.kind === "slides" ? "Slides" : "Video";
  return make("a", { href: mark.href, rel: mark.rel, textContent: `${what} alone (${where})` });
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest(".media[data-title]");
  if (!mark || !plain(event) || !HTMLDialogElement.prototype.showModal) return;
  event.preventDefault();
  show(mark);
});
