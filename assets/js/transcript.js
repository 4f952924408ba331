/** Marks the line of a transcript that is spoken, and keeps it in sight in its own box until the reader scrolls there. */
const video = document.querySelector(".player video");
const box = document.querySelector(".follows");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
/** How long the box is left alone after the reader moved it. */
const PATIENCE = 5000;
let lines = [];
let current;
let moved = -PATIENCE;

/** The lines of the other parts of a long transcript, as the browser read them from the captions. */
function complete(cues) {
  const known = new Set(lines.map(({ second }) => second));
  const [first, last] = [lines[0].second, lines.at(-1).second];
  const blocks = { before: document.createElement("div"), after: document.createElement("div") };
  for (const cue of cues) {
    const second = Math.floor(cue.startTime);
    if ((second >= first && second <= last) || known.has(second)) continue;
    known.add(second);
    const line = document.createElement("p");
    line.id = `t-${second}`;
    const link = line.appendChild(document.createElement("a"));
    link.href = `${video.currentSrc || video.querySelector("source").src}#t=${second}`;
    link.textContent = clockOf(second);
    line.append(" ", cue.getCueAsHTML().textContent);
    blocks[second < first ? "before" : "after"].append(line);
  }
  const height = box.scrollHeight;
  if (blocks.before.firstChild) box.prepend(blocks.before);
  box.scrollTop += box.scrollHeight - height;
  if (blocks.after.firstChild) box.append(blocks.after);
  collect();
}

/** Hands over the cues of a track, which a browser reads only when it is told to. */
function whenRead(track, use) {
  if (track.track.mode === "disabled") track.track.mode = "hidden";
  if (track.readyState === HTMLTrackElement.LOADED) use(track.track.cues);
  else track.addEventListener("load", () => use(track.track.cues), { once: true });
}

/** `12:34` or `1:02:33`, as the page writes times. */
function clockOf(second) {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return (parts[0] ? parts : parts.slice(1)).map((part, index) => (index ? String(part).padStart(2, "0") : part)).join(":");
}

function collect() {
  lines = Array.from(box.querySelectorAll("p"), (line) => ({ line, link: line.querySelector("a"), second: Number(line.id.slice(2)) }));
}

function follow() {
  const spoken = lines.findLast(({ second }) => second <= video.currentTime);
  if (spoken === current) return;
  current?.link.removeAttribute("aria-current");
  spoken?.link.setAttribute("aria-current", "true");
  current = spoken;
  if (!spoken || performance.now() - moved < PATIENCE) return;
  const top = spoken.line.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollBy({ top: top - box.clientHeight / 3, behavior: calm.matches ? "instant" : "smooth" });
}

if (video && box) {
  collect();
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
