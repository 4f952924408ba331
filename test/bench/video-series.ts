/**
 * A made-up archive of the shape that PyVideo's has: very many talks with a video each at hundreds of events of many series, most speakers
 * with a single talk, tags of which most have one and a few say nothing. Numbers and lengths are as measured there on 2026-11-27 (21,715
 * talks); every word and name is made up. The same on every run.
 */
import { capital, fileName, mulberry32, SUBJECTS, WORDS } from "./made-text.ts";

/** As many talks as PyVideo has. */
export const ALL_VIDEOS = 21_715;

export interface MadeVideo {
  slug: string;
  title: string;
  text: string;
  speakers: string[];
  topics: string[];
  language: string;
  date: string | undefined;
  /** In seconds. */
  duration: number | undefined;
  videos: string[];
  slides: string | undefined;
}

interface MadeSeries {
  id: string;
  name: string;
}

export interface MadeEvent {
  id: string;
  name: string;
  series: MadeSeries;
  startDate: string | undefined;
  endDate: string | undefined;
  city: string;
  country: string;
  talks: MadeVideo[];
}

/** Shares of the whole, and the value that so many do not exceed. */
type Quantiles = readonly (readonly [share: number, value: number])[];

const TALKS_OF_EVENT: Quantiles = [
  [0, 1],
  [0.05, 4],
  [0.1, 8],
  [0.2, 14],
  [0.3, 20],
  [0.4, 26],
  [0.5, 32],
  [0.6, 40],
  [0.7, 47],
  [0.8, 58],
  [0.9, 83],
  [0.95, 119],
  [0.98, 142],
  [0.99, 161],
  [1, 183],
]; // prettier-ignore
const EVENTS_OF_SERIES: Quantiles = [
  [0, 1],
  [0.4, 1],
  [0.41, 2],
  [0.6, 2],
  [0.7, 3],
  [0.8, 5],
  [0.9, 8],
  [0.95, 9],
  [0.98, 13],
  [0.99, 16],
  [1, 18],
]; // prettier-ignore
const DAYS_OF_EVENT: Quantiles = [
  [0, 1],
  [0.45, 1],
  [0.5, 2],
  [0.75, 3],
  [0.9, 5],
  [0.95, 9],
  [0.99, 39],
  [1, 60],
]; // prettier-ignore
const LETTERS_OF_TITLE: Quantiles = [
  [0, 3],
  [0.02, 14],
  [0.05, 18],
  [0.1, 22],
  [0.2, 28],
  [0.3, 34],
  [0.4, 40],
  [0.5, 45],
  [0.6, 50],
  [0.7, 57],
  [0.8, 65],
  [0.9, 76],
  [0.95, 85],
  [0.98, 95],
  [0.99, 99],
  [0.999, 123],
  [1, 185],
]; // prettier-ignore
const LETTERS_OF_TEXT: Quantiles = [
  [0, 0],
  [0.19, 0],
  [0.2, 23],
  [0.3, 239],
  [0.4, 372],
  [0.5, 486],
  [0.6, 648],
  [0.7, 831],
  [0.8, 1094],
  [0.9, 1493],
  [0.95, 1863],
  [0.98, 2357],
  [0.99, 2817],
  [0.995, 3542],
  [0.999, 4753],
  [1, 14_492],
]; // prettier-ignore
const SPEAKERS_OF_TALK: Quantiles = [
  [0, 0],
  [0.086, 0],
  [0.087, 1],
  [0.93, 1],
  [0.95, 2],
  [0.98, 3],
  [0.99, 5],
  [0.995, 7],
  [0.999, 12],
  [1, 34],
]; // prettier-ignore
const TALKS_OF_SPEAKER: Quantiles = [
  [0, 1],
  [0.74, 1],
  [0.75, 2],
  [0.85, 2],
  [0.9, 3],
  [0.95, 5],
  [0.98, 9],
  [0.99, 14],
  [0.995, 20],
  [0.999, 34],
  [0.9997, 80],
  [1, 335],
]; // prettier-ignore
const TOPICS_OF_TALK: Quantiles = [
  [0, 0],
  [0.735, 0],
  [0.736, 1],
  [0.86, 1],
  [0.87, 2],
  [0.91, 3],
  [0.94, 4],
  [0.97, 6],
  [0.987, 7],
  [0.995, 9],
  [0.999, 13],
  [1, 29],
]; // prettier-ignore
const TALKS_OF_TOPIC: Quantiles = [
  [0, 1],
  [0.63, 1],
  [0.64, 2],
  [0.72, 2],
  [0.8, 4],
  [0.9, 9],
  [0.95, 21],
  [0.98, 48],
  [0.99, 89],
  [0.995, 139],
  [0.999, 240],
  [1, 475],
]; // prettier-ignore
const LETTERS_OF_TOPIC: Quantiles = [
  [0, 1],
  [0.05, 3],
  [0.1, 4],
  [0.25, 6],
  [0.5, 9],
  [0.75, 12],
  [0.9, 17],
  [0.95, 20],
  [0.99, 28],
  [1, 51],
]; // prettier-ignore
/** How many of a thousand talks were held in which year. */
const YEARS: readonly (readonly [year: number, share: number])[] = [
  [2008, 1],
  [2009, 8],
  [2010, 12],
  [2011, 24],
  [2012, 43],
  [2013, 56],
  [2014, 56],
  [2015, 88],
  [2016, 109],
  [2017, 121],
  [2018, 136],
  [2019, 120],
  [2020, 40],
  [2021, 36],
  [2022, 41],
  [2023, 55],
  [2024, 36],
  [2025, 18],
]; // prettier-ignore
const LANGUAGES: readonly (readonly [language: string, share: number])[] = [
  ["en", 825],
  ["es", 47],
  ["ru", 22],
  ["fr", 21],
  ["pt", 20],
  ["ko", 17],
  ["ja", 16],
  ["it", 15],
  ["de", 8],
  ["zh", 3],
  ["pl", 3],
  ["cs", 3],
]; // prettier-ignore
const PLACES: readonly (readonly [city: string, country: string])[] =
  "Berlin Germany,Hamburg Germany,Leipzig Germany,Paris France,Lyon France,Lille France,Rennes France,Madrid Spain,Valencia Spain,Granada Spain,Florence Italy,Bologna Italy,Bari Italy,Lisbon Portugal,Porto Portugal,Dublin Ireland,Cork Ireland,Cardiff Wales,Swansea Wales,London England,Leeds England,York England,Bristol England,Glasgow Scotland,Dundee Scotland,Warsaw Poland,Gdynia Poland,Prague Czechia,Brno Czechia,Vienna Austria,Graz Austria,Minsk Belarus,Kazan Russia,Tokyo Japan,Osaka Japan,Sendai Japan,Busan Korea,Seoul Korea,Taipei Taiwan,Pune India,Chennai India,Mysore India,Perth Australia,Hobart Australia,Darwin Australia,Otago Zealand,Durban Africa,Pretoria Africa,Recife Brazil,Olinda Brazil,Lima Peru,Cusco Peru,Rosario Argentina,Salta Argentina,Toronto Canada,Ottawa Canada,Halifax Canada,Boston USA,Austin USA,Dallas USA,Tulsa USA,Tampa USA,Denver USA,Omaha USA"
    .split(",")
    .map((place) => place.split(" ") as [string, string]);

/** Of so many events one has no date, and of so many one is a group that met for years. */
const UNDATED_EVERY = 30;
const MEETINGS_EVERY = 24;
/** Of so many events one says the same three words of each of its talks. */
const LABELLED_EVERY = 18;

/** What a share of the whole does not exceed. */
function quantile(quantiles: Quantiles, share: number): number {
  const next = quantiles.findIndex(([upTo]) => upTo >= share);
  const [to, high] = quantiles[next] ?? [1, 0];
  const [from, low] = quantiles[next - 1] ?? [to, high];
  return Math.round(to === from ? high : low + ((high - low) * (share - from)) / (to - from));
}

/** Places of `count` things, each as often as the quantiles say, in disorder; as many as `uses`, from the start again where there are fewer. */
function* dealt(random: () => number, count: number, quantiles: Quantiles): Generator<number, never> {
  const deck = Array.from({ length: count }, (_, place) => place).flatMap((place) =>
    Array.from({ length: quantile(quantiles, (place + 0.5) / count) }, () => place),
  );
  for (let last = deck.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [deck[last], deck[other]] = [deck[other] as number, deck[last] as number];
  }
  for (;;) yield* deck;
}

/** The events of an archive of so many talks, one after another. */
export function* madeEvents(talks = ALL_VIDEOS): Generator<MadeEvent> {
  const random = mulberry32(talks);
  const events = Math.max(4, Math.round((talks * 541) / ALL_VIDEOS));
  const people = dealt(random, Math.max(3, Math.round((talks * 13_000) / ALL_VIDEOS)), TALKS_OF_SPEAKER);
  const topicCount = Math.max(3, Math.round((talks * 2_600) / ALL_VIDEOS));
  const topics = dealt(random, topicCount, TALKS_OF_TOPIC);
  const nameOfTopic = Array.from({ length: topicCount }, () => text(random, quantile(LETTERS_OF_TOPIC, random())));
  const sizes = sizesOf(random, events, talks);
  for (const [number, { series, year }] of [...editionsOf(random, events)].entries()) {
    const isUndated = number % UNDATED_EVERY === UNDATED_EVERY - 1;
    const meets = number % MEETINGS_EVERY === MEETINGS_EVERY - 1;
    const years = meets ? 1 + Math.floor(random() * 9) : 1;
    const id = isUndated || meets ? `${series.id}-meetings-${number}` : `${series.id}-${year}`;
    const label = number % LABELLED_EVERY === 0 ? [series.id, "talk", `${series.id}${year}`] : [];
    const days = meets ? 60 : quantile(DAYS_OF_EVENT, random());
    const start = Date.UTC(year, Math.floor(random() * 9), 1 + Math.floor(random() * 27));
    const dayOf = (share: number) => isoDay(start + Math.floor(share * days) * 86_400_000 * (meets ? 6 * years : 1));
    const size = sizes[number] ?? 1;
    const [city, country] = PLACES[Math.floor(random() * PLACES.length)] ?? ["", ""];
    yield {
      id,
      name: isUndated || meets ? `${series.name} Meetings ${number}` : `${series.name} ${year}`,
      series,
      startDate: isUndated ? undefined : dayOf(0),
      endDate: isUndated || days === 1 ? undefined : dayOf((days - 1) / days),
      city,
      country,
      talks: Array.from({ length: size }, (_, place): MadeVideo => {
        const names = Array.from({ length: quantile(SPEAKERS_OF_TALK, random()) }, () => nameOf(people.next().value));
        const words = Array.from({ length: quantile(TOPICS_OF_TALK, random()) }, () => nameOfTopic[topics.next().value] ?? "");
        const title = capital(text(random, quantile(LETTERS_OF_TITLE, random())));
        return {
          slug: `${fileName(title)
            .slice(0, 60)
            .replace(/^-+|-+$/g, "")}-${place}`,
          title,
          text: prose(random, quantile(LETTERS_OF_TEXT, random())),
          speakers: [...new Set(names)],
          topics: [...new Set([...label, ...words])],
          language: chosen(random, LANGUAGES),
          date: isUndated ? undefined : dayOf(place / size),
          duration: random() < 0.74 ? 300 + Math.floor(random() * 3600) : undefined,
          videos: Array.from({ length: random() < 0.95 ? 1 : 2 }, () => `https://www.youtube.com/watch?v=${letters(random, 11)}`),
          slides: random() < 0.09 ? `https://speakerdeck.com/${letters(random, 8)}/${letters(random, 24)}` : undefined,
        };
      }),
    };
  }
}

/** How many talks each event has, all together as many as asked for. */
function sizesOf(random: () => number, events: number, talks: number): number[] {
  const sizes = Array.from({ length: events }, () => quantile(TALKS_OF_EVENT, random()));
  for (let over = sizes.reduce((sum, size) => sum + size, -talks); over !== 0; ) {
    const at = Math.floor(random() * events);
    const step = over > 0 ? -1 : 1;
    if ((sizes[at] ?? 0) + step < 1) continue;
    sizes[at] = (sizes[at] ?? 0) + step;
    over += step;
  }
  return sizes;
}

/** Series with one edition a year each, up to a year of their own. */
function* editionsOf(random: () => number, events: number): Generator<{ series: MadeSeries; year: number }> {
  let left = events;
  for (let number = 0; left > 0; number++) {
    const name = `${capital(wordOf(400 + number * 7))}Con`;
    const series = { id: fileName(name), name };
    const editions = Math.min(left, quantile(EVENTS_OF_SERIES, random()));
    const last = Math.max(chosen(random, YEARS), 2007 + editions);
    for (let back = 0; back < editions; back++) yield { series, year: last - back };
    left -= editions;
  }
}

/** One of a list, each as often as its share says. */
function chosen<T>(random: () => number, list: readonly (readonly [value: T, share: number])[]): T {
  let left = random() * list.reduce((sum, [, share]) => sum + share, 0);
  const found = list.find(([, share]) => {
    left -= share;
    return left < 0;
  });
  return (found ?? list[0])?.[0] as T;
}

/** So many words are known to titles and texts, the first of them far more often than the last. */
const VOCABULARY = 60_000;
const SOUNDS =
  "ba be bi bo bu ca ce co da de di do fa fe fi fo ga ge go ha he hi jo ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi ya yo za ze".split(
    " ",
  ); // prettier-ignore

function wordOf(rank: number): string {
  const usual = WORDS[rank] ?? SUBJECTS[rank - WORDS.length];
  if (usual !== undefined) return usual;
  let word = "";
  for (let left = rank; left > 0; left = Math.floor(left / SOUNDS.length)) word += SOUNDS[left % SOUNDS.length];
  return rank % 3 ? `${word}n` : word;
}

/** Nobody's name, and nobody else's among the first 13,000. */
function nameOf(person: number): string {
  return `${capital(wordOf(300 + ((person * 17) % 4_959)))} ${capital(wordOf(6_000 + (person % 9_762)))}`;
}

/** Words of about so many letters together. */
function text(random: () => number, length: number): string {
  const list: string[] = [];
  for (let left = Math.max(1, length); left > 0; ) {
    const word = wordOf(Math.floor(VOCABULARY ** random()));
    list.push(word);
    left -= word.length + 1;
  }
  return list.join(" ");
}

/** Sentences in paragraphs, of about so many letters together. */
function prose(random: () => number, length: number): string {
  const paragraphs: string[] = [];
  for (let left = length; left > 0; ) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, () => `${capital(text(random, 80))}.`);
    paragraphs.push(sentences.join(" "));
    left -= sentences.join(" ").length;
  }
  return paragraphs.join("\n\n");
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function letters(random: () => number, length: number): string {
  return Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join("");
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

type Fields = Record<string, unknown>;

/** The fields that have a value. */
function filled(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

/** The fields of its record. */
export function eventFields({ name, series, startDate, endDate, city, country }: MadeEvent): Fields {
  return filled({ name, series: series.id, startDate, endDate, city, country });
}

/** The fields of its record, without its text. */
export function talkFields({ title, speakers, date, language, topics, slides, videos, duration }: MadeVideo): Fields {
  const [video, ...recordings] = videos.map((url) => filled({ url, duration: duration === undefined ? undefined : clock(duration) }));
  return filled({
    title,
    speakers: speakers.map((name) => ({ name })),
    date,
    language: language === "en" ? undefined : language,
    ...{ topics, slides, video, recordings },
  });
}

/** The files of a content folder with these events, one after another. */
export function* videoRecords(talks = ALL_VIDEOS): Generator<[path: string, text: string]> {
  const series = new Map<string, MadeSeries>();
  for (const event of madeEvents(talks)) {
    series.set(event.series.id, event.series);
    const folder = `events/${event.id}`;
    yield [`${folder}/event.md`, recordOf(eventFields(event))];
    for (const talk of event.talks) yield [`${folder}/talks/${talk.slug}.md`, recordOf(talkFields(talk), talk.text)];
  }
  yield ["site.yaml", `${SITE}series:\n${[...series.values()].map(({ id, name }) => `  - id: ${id}\n    name: ${name}\n`).join("")}`];
}

/** JSON is YAML. */
function recordOf(fields: Fields, body = ""): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}\n`);
  return `---\n${lines.join("")}---\n${body && `\n${body}\n`}`;
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor) as [number, number, number];
  return [...(hours ? [hours] : []), minutes, rest].map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}

/** The same as files of PyVideo's own form, as an import reads them. */
export function* videoFiles(talks = ALL_VIDEOS): Generator<[path: string, text: string]> {
  for (const event of madeEvents(talks)) {
    yield [`${event.id}/category.json`, JSON.stringify({ title: event.name })];
    for (const {
      slug,
      title,
      text: description,
      speakers,
      topics: tags,
      language,
      date: recorded,
      duration,
      videos,
      slides,
    } of event.talks) {
      const addresses = videos.map((url) => ({ type: "youtube", url }));
      const related = slides === undefined ? [] : [{ label: "Talk slides", url: slides }];
      const fields = { title, description, speakers, tags, language, recorded, duration, videos: addresses, related_urls: related };
      yield [`${event.id}/videos/${slug}.json`, JSON.stringify({ ...fields, copyright_text: null, thumbnail_url: "" })];
    }
  }
}

const SITE = `name: Recordings
tagline: Talks of many series of conferences that never took place
url: https://recordings.example.org/
notice: This archive is made of chance, to measure with.
liveSite:
  name: example.org
  url: https://example.org/
licence:
  text: The texts mean nothing.
cards: false
`;
