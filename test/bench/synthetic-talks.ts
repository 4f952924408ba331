/** The synthetic archive of the benchmark: as many talks as asked for, of lengths as real ones have, the same on every run. */
import { capital, fileName, mulberry32, paragraph, personName, pick, QUALITIES, SUBJECTS, words } from "./made-text.ts";

const TALKS_PER_EVENT = 500;
const ROOMS = ["Aula", "Auditorium", "Room 101", "Room 102", "Room 201", "Room 202", "Library", "Workshop 1", "Workshop 2", "Studio"];
const CITIES: [city: string, country: string, timezone: string][] = [
  ["Berlin", "Germany", "Europe/Berlin"],
  ["Boston", "United States", "America/New_York"],
  ["Tokyo", "Japan", "Asia/Tokyo"],
  ["Lisbon", "Portugal", "Europe/Lisbon"],
];

/** The files of a content folder with so many talks, one after another so that even 100,000 need no memory. */
export function* syntheticTalks(talks: number): Generator<[path: string, text: string]> {
  const random = mulberry32(talks);
  const people = Math.max(3, Math.ceil(talks * 0.3));
  yield ["site.yaml", SITE];
  for (let person = 0; person < people; person += 10) {
    const name = personName(person);
    yield [`speakers/${fileName(name)}.md`, `---\nname: ${name}\n---\n\n${paragraph(random, 60)}\n`];
  }
  const events = Math.ceil(talks / TALKS_PER_EVENT);
  let speaker = 0;
  for (let event = 0; event < events; event++) {
    const [city, country, timezone] = CITIES[event % CITIES.length] ?? ["", "", ""];
    const year = 2025 - Math.floor(event / CITIES.length);
    const folder = `events/${year}-${city.toLowerCase()}`;
    yield [
      `${folder}/event.md`,
      `---\nname: Gathering ${year} ${city}\nstartDate: ${year}-05-10\nendDate: ${year}-05-11\ntimezone: ${timezone}\ncity: ${city}\ncountry: ${country}\n---\n\n${paragraph(random, 40)}\n`,
    ];
    for (let talk = 0; talk < Math.min(TALKS_PER_EVENT, talks - event * TALKS_PER_EVENT); talk++) {
      const number = event * TALKS_PER_EVENT + talk;
      const lot = random();
      const speakers = Array.from({ length: lot < 0.75 ? 1 : lot < 0.95 ? 2 : 3 }, () => speaker++ % people);
      yield [`${folder}/talks/talk-${number}.md`, talkRecord(random, number, talk, year, speakers)];
    }
  }
}

function talkRecord(random: () => number, number: number, place: number, year: number, speakers: readonly number[]): string {
  const slot = Math.floor(place / (ROOMS.length * 2));
  const subject = pick(random, SUBJECTS);
  const lines = [`title: ${capital(pick(random, QUALITIES))} ${subject}, and ${words(random, 3 + Math.floor(random() * 5))}`, "speakers:"];
  for (const person of speakers) {
    lines.push(`  - name: ${personName(person)}`, `    role: Maintainer of ${pick(random, SUBJECTS)}`);
    lines.push(`    organization: ${capital(SUBJECTS[person % SUBJECTS.length] ?? "")} Foundation`);
    if (person % 10 && random() < 0.6) lines.push(`    bio: ${paragraph(random, 45)}`);
  }
  lines.push(
    `date: ${year}-05-${place % 2 ? "10" : "11"}`,
    `start: "${clock(540 + slot * 20)}"`,
    `end: "${clock(560 + slot * 20)}"`,
    `room: ${ROOMS[Math.floor(place / 2) % ROOMS.length]}`,
    `topics: [${[...new Set([subject, pick(random, SUBJECTS), `${pick(random, QUALITIES)} ${pick(random, SUBJECTS.slice(0, 6))}`])].join(", ")}]`,
  );
  if (random() < 0.6) lines.push(`slides: https://slides.example.org/${year}/talk-${number}.pdf`);
  if (random() < 0.7) lines.push(`video: https://video.example.org/${year}/talk-${number}.webm`);
  const paragraphs = Array.from({ length: 1 + Math.floor(random() * 3) }, () => paragraph(random, 20 + Math.floor(random() * 80)));
  if (random() < 0.2) paragraphs.push(Array.from({ length: 3 }, () => `- ${words(random, 6)}`).join("\n"));
  if (random() < 0.3) paragraphs.push(`More is told on [the page of the project](https://project.example.org/${subject}/${number}).`);
  return `---\n${lines.join("\n")}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export const SITE = `name: Gatherings
tagline: Talks of a series of conferences that never took place
url: https://gatherings.example.org/
notice: This archive is made of chance, to measure with.
liveSite:
  name: example.org
  url: https://example.org/
licence:
  text: The texts mean nothing.
cards: false
`;
