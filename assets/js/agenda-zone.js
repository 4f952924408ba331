/** Adds a choice between the times of the event and those of the reader's own zone, where they differ. */
const KEY = "agenda-zone";
const OWN = "own";
const two = (number) => String(number).padStart(2, "0");
const clockOf = (moment) => `${two(moment.getHours())}:${two(moment.getMinutes())}`;
const dayOf = (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
const named = (moment) => moment.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" }).replace(",", "");

function offsetOf(moment) {
  const minutes = -moment.getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return minutes ? `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${two(rest)}` : ""}` : "UTC";
}

const times = [...document.querySelectorAll(".slot time")].map((element) => {
  const iso = element.getAttribute("datetime");
  return { element, iso, moment: new Date(iso), text: element.textContent };
});
const differs = ({ iso, moment }) => !iso.startsWith(`${dayOf(moment)}T${clockOf(moment)}`);

/** The day after which a time must say its own: that of the programme for a start, that of its start for an end. */
function dayBefore(element) {
  if (element.parentElement.matches(".slot-time")) return element.closest("[data-day]").dataset.day;
  const start = element.closest(".slot").querySelector(".slot-time time");
  return start ? dayOf(new Date(start.getAttribute("datetime"))) : "";
}

function show(own) {
  for (const { element, moment, text } of times) {
    element.textContent = own ? clockOf(moment) : text;
    if (!own || dayOf(moment) === dayBefore(element)) continue;
    const mark = document.createElement("small");
    mark.textContent = named(moment);
    element.append(" ", mark);
  }
  for (const note of document.querySelectorAll(".next-day, .day-offset")) note.hidden = own;
}

function choice(form, label, own, chosen) {
  const input = Object.assign(document.createElement("input"), { type: "radio", name: KEY, checked: own === chosen });
  const line = document.createElement("label");
  line.append(input, ` ${label}`);
  form.append(line);
  input.addEventListener("change", () => {
    show(own);
    try {
      localStorage.setItem(KEY, own ? OWN : "");
    } catch {
      // Then the choice holds for this page only.
    }
  });
}

if (times.some(differs)) {
  const line = document.querySelector(".zone");
  const form = Object.assign(document.createElement("fieldset"), { className: "zone-choice" });
  const legend = document.createElement("legend");
  legend.textContent = "Times in";
  form.append(legend);
  let chosen = false;
  try {
    chosen = localStorage.getItem(KEY) === OWN;
  } catch {
    // Storage is forbidden.
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = new Set([zone, ...times.map(({ moment }) => offsetOf(moment))]);
  choice(form, line.querySelector("b").textContent, false, chosen);
  choice(form, `your zone (${[...names].join(", ")})`, true, chosen);
  line.replaceChildren(form);
  if (chosen) show(true);
}
