/** Conferences whose days are hard to lay out: many rooms, odd times, nights, changes of summer time, no zone. The same on every run. */
import { SITE } from "./little.ts";

const WORDS =
  "grant table guest domain scheduler memory network driver boot migration tracing storage secure nested virtual interrupt device page".split(
    " ",
  );

type Fields = Record<string, string | number>;
const files: Record<string, string> = { "site.yaml": SITE };

function event(id: string, fields: Fields): (name: string, talk: Fields) => void {
  const lines = (all: Fields) => Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  files[`events/${id}/event.md`] = ["---", ...lines({ name: `Conference ${id}`, startDate: "2013-10-24", ...fields }), "---", ""].join(
    "\n",
  );
  return (name, talk) => {
    files[`events/${id}/talks/${name}.md`] = ["---", ...lines({ title: `A talk ${name}`, date: "2013-10-24", ...talk }), "---", ""].join(
      "\n",
    );
  };
}

const clock = (minutes: number) => `"${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}"`;

/** A day in many rooms: `slots` times of `length` minutes, every fifth of them a break. */
function fill(talk: (name: string, fields: Fields) => void, date: string, rooms: number, slots: number, length: number): void {
  for (let slot = 0; slot < slots; slot++) {
    const start = clock(540 + slot * length);
    if (slot % 5 === 4) talk(`break-${date}-${slot}`, { title: "Coffee", kind: "break", date, start, duration: length, room: "Foyer" });
    else
      for (let room = 0; room < rooms; room++) {
        const seed = slot * rooms + room;
        const title = Array.from({ length: 3 + (seed % 5) }, (_, at) => WORDS[(seed * seed + at * 7 + seed * at) % WORDS.length]).join(" ");
        const media = `https://slides.example.org/${(seed * 7919) % 9973}.pdf`;
        talk(`t-${date}-${slot}-${room}`, {
          title: `The ${title}`,
          speaker: `Ada Number${seed}`,
          ...{ date, start, duration: length - (seed % 7 ? 0 : 5), room: `Room ${room + 1}` },
          ...(seed % 3 ? { slides: media } : {}),
        });
      }
  }
}

const six = event("six", { timezone: "Europe/London", city: "Edinburgh" });
fill(six, "2013-10-24", 6, 8, 30);

const twelve = event("twelve", { timezone: "Europe/London" });
fill(twelve, "2013-10-24", 12, 3, 60);
twelve("last", { start: '"19:00"', end: '"20:00"', room: "Room 12" });

const large = event("large", { timezone: "Europe/Berlin", city: "Hamburg", endDate: "2013-10-25" });
fill(large, "2013-10-24", 9, 5, 40);
fill(large, "2013-10-25", 4, 4, 40);

const list = event("list", { timezone: "Europe/London", city: "Edinburgh" });
list("opening", { start: '"09:00"', end: '"10:00"', room: "Hall", speaker: "Ada Example" });
list("noon", { start: '"14:30"', end: '"15:00"', room: "Hall", slides: "https://slides.example.org/noon.pdf" });
list("late", { start: '"15:45"', end: '"16:15"', room: "Hall" });
list("same", { start: '"16:00"', room: "Hall" });

const tokyo = event("tokyo", { timezone: "Asia/Tokyo", city: "Tokyo" });
tokyo("one", { start: '"09:00"', end: '"10:00"' });

const nowhere = event("nowhere", {});
nowhere("one", { start: '"09:00"', end: '"10:00"' });

const odd = event("odd", { timezone: "Europe/Berlin", city: "Berlin", dayChange: '"06:00"', endDate: "2013-10-27" });
const saturday = { date: "2013-10-26", speaker: "Ada Example" };
odd("workshop", { ...saturday, title: "Workshop", start: '"09:00"', end: '"17:00"', room: "Cellar" });
odd("first", { ...saturday, title: "First", start: '"09:00"', end: '"10:30"', room: "Hall" });
odd("overlap", { ...saturday, start: '"09:15"', end: '"13:30"', room: "Hall" });
odd("open-end", { ...saturday, start: '"10:00"', room: "Tower" });
odd("zero", { ...saturday, start: '"12:00"', end: '"12:00"', room: "Tower" });
odd("somewhere", { ...saturday, start: '"13:00"', end: '"14:00"' });
odd("twin-one", { ...saturday, start: '"14:00"', end: '"14:30"', room: "Tower" });
odd("twin-two", { ...saturday, start: '"14:00"', end: '"15:30"', room: "Tower" });
odd("before", { ...saturday, start: '"23:30"', end: '"00:30"', room: "Hall" });
odd("last", { ...saturday, title: "After midnight", date: "2013-10-27", start: '"00:30"', end: '"04:30"', room: "Tower" });
odd("sometime", saturday);
odd("sunday", { ...saturday, date: "2013-10-27", start: '"09:00"', end: '"10:00"', room: "Hall" });

/** Their records. */
export const CONFERENCES: Readonly<Record<string, string>> = files;
