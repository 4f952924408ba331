/**
 * Opens the player of a video or of slides on another host in place of its front, when the reader asks for it; and starts videos at the
 * time in the address (`#t=12:34`, `#t-754`), or of the line of a transcript or the chapter that was clicked. Without it all of these are links.
 */
import { noteAddress } from "./parts/address.ts";
import * as words from "words";
import { formatSeconds } from "text/clock.ts";
import { closest, find, isPlainClick, make } from "./parts/dom.ts";

const root = document.querySelector(".player:not(.slides-player)");
const at = (address: string | undefined, second: number) => (address ?? "").replace(/\d+(?=s?$)/, String(second));

function open(front: HTMLElement): void {
  const { embed = "", title = "", referrer } = front.dataset;
  const frame = make("iframe", {
    title,
    allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
    referrerPolicy: referrer === undefined ? "no-referrer" : "strict-origin-when-cross-origin",
  });
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
  frame.dataset["embed"] = embed;
  frame.src = embed;
  front.replaceWith(frame);
  frame.focus();
}

/** The second that an address names; more digits than in any time make numbers that no player takes. */
function secondIn(hash: string): number | undefined {
  const found = /^(?!.{20})#t(?:-(\d+)|=(?=.)(?:((?:\d+:)?\d+:\d\d)|(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?))$/.exec(hash);
  if (!found) return undefined;
  const [, id, clock, hours = 0, minutes = 0, seconds = 0] = found;
  if (id) return Number(id);
  if (clock) return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
}

/** Has the video start there: at once where it is open or `play` says so, else when the reader plays it. */
function startAt(second: number, play: boolean): void {
  const video = root?.querySelector("video");
  const frame = root?.querySelector("iframe");
  const front = root?.querySelector("a");
  if (video) {
    video.currentTime = second;
    if (play) video.play().catch(() => {});
  } else if (frame) {
    // Another address in the same frame would be a step of its own on the way back, and one that differs behind its `#` loads nothing.
    const again = frame.cloneNode() as HTMLIFrameElement;
    again.src = again.dataset["embed"] = at(frame.dataset["embed"], second);
    frame.replaceWith(again);
    again.focus();
  } else if (front) {
    const { embed, watch } = front.dataset;
    front.dataset["embed"] = at(embed, second);
    front.href = at(watch, second);
    if (play) open(front);
    else {
      const label = find("b", front);
      // A browser that translates the page leaves other words there, of which the time could not be taken off.
      front.dataset["plain"] ??= label.textContent.replace(words.FROM, "");
      label.textContent = front.dataset["plain"] + words.startsFrom(formatSeconds(second));
    }
  }
}

document.addEventListener("click", (event) => {
  if (!isPlainClick(event)) return;
  const front = closest(event, ".player-front");
  const line = root && closest(event, ".lines a");
  if (!front && !line) return;
  event.preventDefault();
  if (front) return open(front);
  const hash = `#${line?.parentElement?.id}`;
  noteAddress("replaceState", hash, history.state);
  startAt(secondIn(hash) ?? 0, true);
});

function followAddress(): void {
  const second = secondIn(location.hash);
  if (second !== undefined) startAt(second, false);
}
if (root) {
  addEventListener("hashchange", followAddress);
  followAddress();
}
