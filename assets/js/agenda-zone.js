/** Offers the times of an agenda in the reader's own zone, where that has other times. A time of another day names that day. */
const KEY = "agenda-zone";
const two = (number) => String(number).padStart(2, "0");
const clockOf = (moment) => `${two(moment.getHours())}:${two(moment.getMinutes())}`;
const dayOf = (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

function offsetOf(moment) {
  const minutes = -moment.getTimezoneOffset();
  const size = Math.abs(minutes);
  return minutes ? `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${size % 60 ? `:${two(size % 60)}` : ""}` : "UTC";
}

const times = [...document.querySelectorAll(".slot time")].map((element) => {
  const moment = new Date(element.dateTime);
  const start = element.closest(".slot").querySelector(".slot-time time") ?? element;
  // The heading says the day of a start; an end is on the day of its start.
  const day = element === start ? element.closest("[data-day]").dataset.day : dayOf(new Date(start.dateTime));
  const [weekday, month, date] = String(moment).split(" ");
  return { element, moment, text: element.textContent, other: dayOf(moment) === day ? "" : `${weekday} ${Number(date)} ${month}` };
});

function show(own) {
  for (const { element, moment, text, other } of times) {
    element.textContent = own ? clockOf(moment) : text;
    if (own && other) element.append(" ", Object.assign(document.createElement("small"), { textContent: other }));
  }
  for (const note of document.querySelectorAll(".next-day, .day-offset")) note.hidden = own;
}

const differs = ({ element, moment }) => !element.dateTime.startsWith(`${dayOf(moment)}T${clockOf(moment)}`);
if (times.some(differs)) {
  const choice = document.querySelector(".zone-choice");
  const [theirs, mine] = choice.elements;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  choice.querySelector("span").textContent = [...new Set([zone, ...times.map(({ moment }) => offsetOf(moment))])].join(", ");
  choice.onchange = () => {
    show(mine.checked);
    try {
      localStorage.setItem(KEY, mine.checked ? "own" : "");
    } catch {} // then it holds for this page
  };
  let own = false;
  try {
    own = localStorage.getItem(KEY) === "own";
  } catch {}
  (own ? mine : theirs).checked = true;
  show(own);
  choice.previousElementSibling.hidden = true;
  choice.hidden = false;
}
