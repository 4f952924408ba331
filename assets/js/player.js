/**
 * Opens the player of another host in place of its front, when the reader asks for it and not before; and starts videos at the
 * time in the address (`#t=12:34`, `#t-754`) or in the line of a transcript that was clicked. Without it the fronts are links.
 */
const root = document.querySelector(".player");
const plain = ({ button, altKey, ctrlKey, metaKey, shiftKey }) => !(button || altKey || ctrlKey || metaKey || shiftKey);
const at = (address, second) => address.replace(/\d+(?=s?$)/, second);

function open(front) {
  const { embed, title, referrer } = front.dataset;
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
  frame.referrerPolicy = referrer === undefined ? "no-referrer" : "strict-origin-when-cross-origin";
  frame.dataset.embed = embed;
  frame.src = embed;
  front.replaceWith(frame);
  frame.focus();
}

/** The second that an address names. */
function secondIn(hash) {
  const [, id, clock, hours = 0, minutes = 0, seconds = 0] =
    /^#t(?:-(\d+)|=(?:((?:\d+:)?\d+:\d\d)|(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?))$/.exec(hash) ?? [];
  if (id) return Number(id);
  if (clock) return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds) || undefined;
}

/** `12:34` or `1:02:33`. */
function clockOf(second) {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return (parts[0] ? parts : parts.slice(1)).map((part, index) => (index ? String(part).padStart(2, "0") : part)).join(":");
}

/** Has the video start there: at once where it is open or `play` says so, else when the reader plays it. */
function startAt(second, play) {
  const video = root.querySelector("video");
  const frame = root.querySelector("iframe");
  const front = root.querySelector("a");
  if (video) {
    video.currentTime = second;
    if (play) video.play().catch(() => {});
  } else if (frame) {
    frame.src = frame.dataset.embed = at(frame.dataset.embed, second);
    frame.focus();
  } else if (front) {
    const { embed, watch } = front.dataset;
    front.dataset.embed = at(embed, second);
    front.href = at(watch, second);
    if (play) return open(front);
    const label = front.querySelector("b");
    label.textContent = `${label.textContent.replace(/(,| from) [\d:]+$/, "")} from ${clockOf(second)}`;
  }
}

document.addEventListener("click", (event) => {
  if (!plain(event)) return;
  const front = event.target.closest(".player-front");
  const line = root && event.target.closest(".lines a");
  if (!front && !line) return;
  event.preventDefault();
  if (front) return open(front);
  const { id } = line.parentElement;
  history.replaceState(history.state, "", `#${id}`);
  startAt(secondIn(`#${id}`), true);
});

function followAddress() {
  const second = secondIn(location.hash);
  if (second !== undefined) startAt(second, false);
}
if (root) {
  addEventListener("hashchange", followAddress);
  followAddress();
}
