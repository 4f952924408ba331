/** Offers the times of an agenda in the reader's own zone, where that has other times. A time of another day names that day. */
import * as words from "words";
import { formatOffset } from "text/clock.ts";
import { find, findAll, keepChoice, make, readChoice } from "./parts/dom.ts";

const KEY = "agenda-zone";
const MINUTE = 60_000;
/** `2013-10-24T09:30` in the zone of the reader. */
const isoOf = (moment: Date) => new Date(moment.getTime() - moment.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
const dayOf = (moment: Date) => isoOf(moment).slice(0, 10);

function offsetOf(moment: Date): string {
  const behind = moment.getTimezoneOffset();
  return formatOffset((behind > 0 ? "-" : "+") + new Date(Math.abs(behind) * MINUTE).toISOString().slice(11, 16));
}

const times = findAll<HTMLTimeElement>(".slot time").map((element) => {
  const moment = new Date(element.dateTime);
  const start = element.closest(".slot")?.querySelector<HTMLTimeElement>(".slot-time time") ?? element;
  // The heading says the day of a start; an end is on the day of its start.
  const day = element === start ? element.closest<HTMLElement>("[data-day]")?.dataset["day"] : dayOf(new Date(start.dateTime));
  return { element, moment, text: element.textContent, other: dayOf(moment) === day ? "" : words.dayName(moment) };
});

function show(own: boolean): void {
  for (const { element, moment, text, other } of times) {
    element.textContent = own ? isoOf(moment).slice(11) : text;
    if (own && other) element.append(" ", make("small", {}, other));
  }
  for (const note of findAll(".next-day, .day-offset")) note.hidden = own;
}

const differs = ({ element, moment }: (typeof times)[number]) => !element.dateTime.startsWith(isoOf(moment));
if (times.some(differs)) {
  const choice = find(".zone-choice");
  const [, mine] = findAll<HTMLInputElement>("input", choice);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  find("span", choice).textContent = [...new Set([zone, ...times.map(({ moment }) => offsetOf(moment))])].join(", ");
  const isMine = () => mine?.checked ?? false;
  choice.onchange = () => {
    show(isMine());
    keepChoice(KEY, isMine() ? "own" : "");
  };
  if (mine && readChoice(KEY) === "own") mine.checked = true;
  show(isMine());
  // Behind this script a browser may restore what the form said when the reader left.
  addEventListener("pageshow", () => show(isMine()));
  if (choice.previousElementSibling instanceof HTMLElement) choice.previousElementSibling.hidden = true;
  choice.hidden = false;
}
