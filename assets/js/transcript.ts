/** Marks the line of a transcript that is spoken, and keeps it in sight in its own box until the reader scrolls there. */
import { formatSeconds } from "text/clock.ts";
import { find, findAll, make } from "./parts/dom.ts";

interface Line {
  line: HTMLElement;
  link: HTMLAnchorElement;
  second: number;
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
/** How long the box is left alone after the reader moved it. */
const PATIENCE = 5000;

function followVideo(video: HTMLVideoElement, box: HTMLElement): void {
  let lines = linesOf(box);
  let current: Line | undefined;
  let moved = -PATIENCE;

  /** Adds the lines of the other parts of a long transcript, as the browser read them from the captions. */
  function complete(cues: Iterable<TextTrackCue>): void {
    const [first = 0, last = 0] = [lines[0]?.second, lines.at(-1)?.second];
    const blocks = { before: make("div"), after: make("div") };
    let latest: HTMLElement | undefined;
    for (const cue of cues) {
      const second = Math.floor(cue.startTime);
      if (second >= first && second <= last) continue;
      const text = (cue as VTTCue).getCueAsHTML().textContent ?? "";
      // What begins in one second is one line, so that every line has a name of its own.
      if (latest?.id === `t-${second}`) {
        latest.append(" ", text);
        continue;
      }
      const link = make(
        "a",
        { href: `${(video.currentSrc || find<HTMLSourceElement>("source", video).src).replace(/#.*$/, "")}#t=${second}` },
        formatSeconds(second),
      );
      latest = make("p", { id: `t-${second}` }, link, " ", text);
      blocks[second < first ? "before" : "after"].append(latest);
    }
    const height = box.scrollHeight;
    if (blocks.before.firstChild) box.prepend(blocks.before);
    box.scrollTop += box.scrollHeight - height;
    if (blocks.after.firstChild) box.append(blocks.after);
    lines = linesOf(box);
  }

  function follow(): void {
    const spoken = lines.findLast(({ second }) => second <= video.currentTime);
    if (spoken === current) return;
    current?.link.removeAttribute("aria-current");
    spoken?.link.setAttribute("aria-current", "true");
    current = spoken;
    if (!spoken || performance.now() - moved < PATIENCE) return;
    const top = spoken.line.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollBy({ top: top - box.clientHeight / 3, behavior: calm.matches ? "instant" : "smooth" });
  }

  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"])
    box.addEventListener(type, () => (moved = performance.now()), { passive: true });
  video.addEventListener("timeupdate", follow);
  video.addEventListener("seeked", () => {
    moved = -PATIENCE;
    follow();
  });
  const track = video.querySelector("track");
  const isPart = document.querySelector(".transcript .parts");
  if (track && isPart) video.addEventListener("play", () => whenRead(track, complete), { once: true });
}

/** Hands over the cues of a track, which a browser reads only when it is told to. */
function whenRead(element: HTMLTrackElement, use: (cues: Iterable<TextTrackCue>) => void): void {
  const { track } = element;
  const read = () => use(track.cues ?? []);
  if (track.mode === "disabled") track.mode = "hidden";
  if (element.readyState === HTMLTrackElement.LOADED) read();
  else element.addEventListener("load", read, { once: true });
}

function linesOf(box: HTMLElement): Line[] {
  return findAll("p", box).map((line) => ({ line, link: find<HTMLAnchorElement>("a", line), second: Number(line.id.slice(2)) }));
}

const video = document.querySelector<HTMLVideoElement>(".player video");
const box = document.querySelector<HTMLElement>(".follows");
if (video && box) followVideo(video, box);
