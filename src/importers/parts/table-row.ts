/** The step from a row of a table, its cells known by their columns, to a talk. */
import { joinBlanks } from "../../text/blanks.ts";
import { clip } from "../../model/records/fields.ts";
import { RECORDING } from "../../model/records/talk.ts";
import { decodeEntities } from "../../text/html.ts";
import { slug } from "../../text/slug.ts";
import { shiftDay } from "../../model/time.ts";
import type { ForeignAppearance, ForeignTalk, ForeignTime, Place } from "../importer.ts";
import { type Field, type Headings, decisionColumns, isVenueOfPapers } from "./columns.ts";
import { WatchedFields } from "./field-use.ts";
import { type DateOrder, looseClocks, looseDate, looseDays, looseLength, looseOffset, looseZone, offsetOfHeading } from "./loose-times.ts";
import { isVideoAddress, placeMedia, videoOf } from "./media-links.ts";
import { peopleAsText, splitNames, splitPeople, withOrganization } from "./people.ts";
import { entriesOfText, filled, lineOf, type Reading } from "./reading.ts";
import { joinTexts } from "./schedule-text.ts";
import { readDuration } from "./schedule-time.ts";
import { isHeld, isNotHeld, licenceOf, optOutOf, saysNotChosen, saysRefused, saysYes, statusOf, withLicence } from "./stated.ts";
import { textToMarkdown } from "./text-to-markdown.ts";

/** One row: the text of each column, of the first speaker, the second and so on. */
export class TableRow {
  readonly place: Place;
  private readonly headings = new Map<string, string>();
  private readonly cells: WatchedFields<string>;
  private readonly fields: ReadonlySet<Field>;
  /** The columns that are none of ours. */
  private readonly others: { name: string; isDecision: boolean; isVenue: boolean }[] = [];
  private readonly texts: ReadonlyMap<string, string>;

  constructor(place: Place, { columns, cells: headings }: Pick<Headings, "columns" | "cells">, cells: readonly string[], reading: Reading) {
    this.place = place;
    const texts = new Map<string, string>();
    this.texts = texts;
    this.fields = new Set(columns.flatMap((column) => column?.field ?? []));
    const decided = decisionColumns(headings);
    for (const [index, heading] of headings.entries()) {
      const text = (cells[index] ?? "").trim();
      if (text === "" || /^([-–—.…]+|n\/?a|null|none|#n\/a|tb[ad])$/i.test(text)) continue;
      const column = columns[index];
      const written = lineOf(heading) || `column ${index + 1}`;
      // Of two columns with one heading, neither hides the other.
      const name = texts.has(written) ? `${written} (column ${index + 1})` : written;
      if (column) this.headings.set(`${column.field} ${column.speaker}`, name);
      else this.others.push({ name, isDecision: decided.has(index), isVenue: isVenueOfPapers(heading, headings) });
      texts.set(name, text);
    }
    // Of two columns of people one is that of the speakers; where it is empty, the other says who they are.
    const authors = this.headings.has("speakers 0") ? undefined : this.others.find(({ name }) => OF_PEOPLE.test(name));
    if (authors && this.fields.has("speakers")) this.headings.set("speakers 0", authors.name);
    this.cells = new WatchedFields(texts, (text) => text);
    reading.watch(this.cells);
  }

  /** Whether the heading of a column leaves open what of the talk it is, as `link` or `website` does. */
  isGeneral(field: Field): boolean {
    return /^(url|link|page|website|web|webpage|weblink|homepage)$/i.test(this.headings.get(`${field} 0`)?.trim() ?? "");
  }

  /** The heading of a column, as it is written. */
  heading(field: Field, speaker = 0): string {
    return this.headings.get(`${field} ${speaker}`) ?? field;
  }

  /** The page of the talk, where this is a row of one of our own tables: one cell is `event/talk`, and another the address that ends in it. */
  ownPage(): { event: string; url: string; slug: string } | undefined {
    for (const id of this.texts.values()) {
      const [, event, slug] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(id) ?? [];
      if (event === undefined || slug === undefined) continue;
      const [heading, url] = [...this.texts].find(([, text]) => /^https?:/.test(text) && text.endsWith(`/events/${id}/`)) ?? [];
      if (heading === undefined || url === undefined) return undefined;
      // The cell is kept, whatever its heading.
      this.cells.get(heading);
      return { event, url, slug };
    }
    return undefined;
  }

  /** The text of the column with this heading, in whatever letters. */
  under(heading: string): string {
    const name = [...this.texts.keys()].find((one) => one.toLowerCase() === heading);
    return name === undefined ? "" : (this.cells.get(name) ?? "");
  }

  /** What was decided of the talk, and the column that says it: that for it, or another of such a name where that is empty. */
  decision(): { text: string; heading: string } {
    const stated = this.text("status");
    const venue = this.others.find(({ name, isVenue }) => isVenue && NOT_AT_VENUE.test(this.texts.get(name) ?? ""));
    const isOpen = /^(?:submitted|(?:under|in) review)$/i.test(stated);
    const other =
      venue ??
      (stated === "" || isOpen
        ? this.others.find(({ name, isDecision }) => isDecision && (!isOpen || isHeld(this.texts.get(name) ?? "")))
        : undefined);
    if (!other) return { text: stated, heading: this.heading("status") };
    const text = this.cells.get(other.name) ?? "";
    return { text: venue ? (NOT_AT_VENUE.exec(text)?.[0] ?? text) : text, heading: other.name };
  }

  /** What another column says, of a decision or under a name of which nobody knows, of a talk that was not chosen: `Estado 2: Rechazado`. */
  doubt(isCertain: boolean): string | undefined {
    const found = this.others.find(({ name, isDecision }) => {
      const text = this.texts.get(name) ?? "";
      // A longer text is no decision.
      if (text.length > 300 || !saysNotChosen(text)) return false;
      return isDecision || (!isCertain && saysRefused(text) && !OF_OTHER_THINGS.test(name));
    });
    return found && `${found.name}: ${this.cells.get(found.name)}`;
  }

  /** Whether there is such a column, and something in its cell or not. */
  has(field: Field): boolean {
    return this.fields.has(field);
  }

  /** The text of a column; empty where there is none. What is never asked for is told as not kept. */
  text(field: Field, speaker = 0): string {
    return this.cells.get(this.headings.get(`${field} ${speaker}`) ?? "") ?? "";
  }
}

/** Columns of the people of a talk. */
const OF_PEOPLE = /^(?:authors?|presenters?|speakers?)(?:[ _]names?)?$/i;

/** What OpenReview calls the venue of a paper that has none: `ICLR 2024 Conference Withdrawn Submission`, `Submitted to ICLR 2024`. */
const NOT_AT_VENUE = /\b(?:(?:withdrawn|rejected)(?=\ssubmission\b)|^submitted(?=\sto\b))/i;

/** Columns in which something else than the talk may be refused. */
const OF_OTHER_THINGS =
  /record|video|film|foto|photo|slide|stream|travel|visa|grant|hotel|accommodat|dinner|lunch|meal|social|shirt|gift|fund|stipend|scholar|reimburs|support|mentor|review|\bpc\b|consent|score|interview|\bpress\b|newsletter|proceedings|chair|previous|earlier|prior|last year|history/i;

/** A talk, and the address of its speaker's own page, where the row has that in place of the talk's. */
export type TableTalk = ForeignTalk & { homePage?: string | undefined };

/** How the cells of a table are written. */
interface Writing {
  /** Whether the family names of people come first. */
  areFamilyFirst?: boolean;
  /** The text of a page, which is Markdown already; an abstract and a description stand before it. */
  markdown?: string;
}

/** A name of a video at YouTube (of eleven signs) or Vimeo (a number), or an address; words such as `pending` or `unavailable` are neither. */
const MAY_BE_VIDEO = /^(?=.*[^a-z-])[\w-]{11}$|^\d+(?:\/\w+)?$|[.:]/;

/** A name of a video that can only be one of YouTube, as sites have it in `videoId`; `ComingLater` and `TBA-2024-10` are none. */
const IS_OF_YOUTUBE = /^(?=.*[a-z])(?=.*[A-Z])(?=.*(?:\d|[A-Z]{2}))[\w-]{11}$/;

/** The talk of a row; a row without a title is refused. */
export function readTableRow(
  row: TableRow,
  order: DateOrder,
  reading: Reading,
  { areFamilyFirst = false, markdown = "" }: Writing = {},
): TableTalk | undefined {
  const title = reading.title(row.ownPage() ? row.text("title") : plainTitle(row.text("title"), reading), row.place);
  if (title === undefined) return undefined;
  const { text: decision, heading } = row.decision();
  if (isNotHeld(decision, title, row.place, reading)) return undefined;
  const doubt = row.doubt(isHeld(decision));
  if (doubt !== undefined) reading.guess(doubt, "a draft, which no page shows");
  const speakers = speakersOf(row, areFamilyFirst, reading);
  const page = row.text("url");
  // A column of a host has names of videos there, or whole addresses.
  const videoField = row.heading("video");
  const [named = ""] = /youtube|vimeo/i.exec(videoField) ?? [];
  const videoAt = (written: string) => {
    if (!MAY_BE_VIDEO.test(written)) return undefined;
    const isOfYoutube = named === "" && IS_OF_YOUTUBE.test(written);
    if (isOfYoutube) reading.guess(videoField, "names of videos at YouTube");
    return videoOf(isOfYoutube ? "youtube" : named, written);
  };
  const found = placeMedia(
    [
      ...addresses(row.text("video")).map((one) => ({ url: videoAt(one) ?? one, title: "", isVideo: true })),
      ...addresses(row.text("slides")).map((url) => ({ url, title: "Slides", isSlides: true, isVideo: false })),
      ...(isVideoAddress(page) ? [{ url: page, title: "", isVideo: true }] : []),
    ],
    (written) => reading.address(written, row.place),
  );
  const media = withLicences(row, found, reading);
  const address = isVideoAddress(page) ? undefined : reading.address(page, row.place);
  const isPersonal = address !== undefined && row.isGeneral("url") && isPageOfPerson(address, speakers);
  const url = isPersonal ? undefined : address;
  const when = timeOf(row, order, title, reading);
  const texts = [textToMarkdown(row.text("abstract")), textToMarkdown(row.text("description")), markdown];
  return {
    rows: [row.place],
    key: row.text("id") || title,
    ...filled({ when, url }),
    record: {
      title,
      ...filled({
        abstract: joinTexts(title, lineOf(row.text("subtitle")), ...texts),
        room: lineOf(row.text("room")),
        track: lineOf(row.text("track")),
        kind: reading.kind(lineOf(row.text("kind")), title, speakers.length > 0, row.heading("kind")),
        topics: reading.topics(entriesOfText(row.text("topics"))),
      }),
      ...reading.languages(row.text("language"), row.place),
      // As our own tables have it; elsewhere the word can mean anything.
      ...statusOf(decision === "online" && row.has("recordingStatus") ? "moved online" : decision, reading, heading),
      ...(doubt !== undefined && { draft: true }),
      ...numbersOf(row, reading),
      ...media,
      ...optOutOf(saysYes(row.text("optOut"), row.heading("optOut"), reading), media, reading, row.heading("optOut")),
      ...recordingOf(row, media, reading),
    },
    speakers,
    ...(isPersonal && { homePage: address }),
  };
}

/** A pair of tags around a part of a title; one alone may be what the title is about: `Use of <template>`. */
const PAIR_OF_TAGS = /<(b|i|u|em|strong|span|small|font|p|sup|sub)(?:\s[^<>]{0,200})?>([^<>]*)<\/\1>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/i;

/** A title without the HTML that some tables have in it, which is told: `<i>Rock</i> &amp; Roll`. */
function plainTitle(text: string, reading: Reading): string {
  const bare = text.replace(PAIR_OF_TAGS, "$2");
  const plain = ENTITY.test(bare) ? decodeEntities(bare).replaceAll("\u00a0", " ") : bare;
  if (plain !== text) reading.guess(text, plain);
  return plain;
}

/** The licences of a talk, its recording and its slides; what is none, or belongs to nothing here, is told. */
function withLicences<Media extends Pick<ForeignTalk["record"], "video" | "slides">>(
  row: TableRow,
  media: Media,
  reading: Reading,
): Media & Pick<ForeignTalk["record"], "licence"> {
  const { slides } = media;
  const [ofTalk, ofSlides] = (["licence", "slidesLicence"] as const).map((field) => {
    const licence = field === "slidesLicence" && slides === undefined ? undefined : licenceOf(row.text(field));
    if (licence === undefined && row.text(field) !== "") reading.drop(row.heading(field));
    return licence;
  });
  return {
    ...withLicence(media, row.text("recordingLicence"), reading, row.heading("recordingLicence")),
    ...(ofTalk !== undefined && { licence: ofTalk }),
    ...(slides !== undefined &&
      ofSlides !== undefined && {
        slides: typeof slides === "string" ? { url: slides, licence: ofSlides } : { ...slides, licence: ofSlides },
      }),
  };
}

/** Counts that a cell of a column of ours tells; what is none is told. */
function numbersOf(row: TableRow, reading: Reading): Pick<ForeignTalk["record"], "namesWithheld" | "part" | "parts"> {
  const read = (field: Field, least: number) => {
    const text = row.text(field);
    const number = /^[1-9]\d?$/.test(text) ? Number(text) : 0;
    if (text !== "" && number < least) reading.drop(row.heading(field));
    return number < least ? undefined : number;
  };
  const part = read("part", 1);
  return filled({
    namesWithheld: read("namesWithheld", 1),
    part,
    parts: part === undefined ? undefined : read("parts", Math.max(2, part)),
  });
}

/** Why there is no recording; with one, or in other words than ours, that is told as not kept. */
function recordingOf(
  row: TableRow,
  { video }: Pick<ForeignTalk["record"], "video">,
  reading: Reading,
): Pick<ForeignTalk["record"], "recording"> {
  const text = row.text("recordingStatus").toLowerCase();
  const recording = RECORDING.find((one) => one === text);
  if (recording !== undefined && video === undefined) return { recording };
  if (text !== "") reading.drop(row.heading("recordingStatus"));
  return {};
}

/** What pages of people are called, here and elsewhere. */
const PERSONAL =
  /\/(people|persons?|speakers?|users?|authors?|profiles?|members?|u|~[\w-]+|staff|about)\/|\/(~|@)[\w-]+|^https?:\/\/(www\.)?linkedin\.[a-z]+\/in\/|^https?:\/\/(www\.)?((github|gitlab|twitter|linkedin|mastodon|facebook|xing)\.[a-z]+|x\.com)\/[^/]+\/?$|^https?:\/\/[^/]+\/?$/i;
const OF_TALK = /\/(?:talks?|sessions?|presentations?|papers?|schedule|agenda|program(?:me)?|events?|videos?|abstracts?)\//i;

/** Whether an address is a page of the speaker and not of the talk: by its form, or since it holds the speaker's name. */
function isPageOfPerson(url: string, speakers: readonly ForeignAppearance[]): boolean {
  const bare = slug(url).replaceAll("-", "");
  const isNamed = () => speakers.some(({ name }) => slug(name).length > 5 && bare.endsWith(slug(name).replaceAll("-", "")));
  return PERSONAL.test(url) || (!OF_TALK.test(url) && isNamed());
}

/** The addresses of a cell. A run of separators is looked at from its start alone. */
const addresses = (text: string) => text.split(/(?<![\s,;|])[\s,;|]+(?=https?:|www\.|$)/i).filter((one) => one !== "");

type PersonField = "organization" | "role";

/**
 * What a cell says of each of so many people: of one person all of it, else a part for each. One organization is that of all; any other number of parts
 * leaves open whose they are, and is told as not kept.
 */
function ofEach(field: PersonField, people: number, row: TableRow, speaker: number, reading: Reading): readonly string[] {
  const text = row.text(field, speaker);
  // A `position` that is a number is one in a list.
  if (field === "role" && /^\d+$/.test(text)) {
    reading.drop(row.heading(field, speaker));
    return [];
  }
  const parts = people === 1 ? [text] : joinBlanks(text).split(/\s*[;\n|]\s*/);
  if (field === "organization" && parts.length === 1) return Array<string>(people).fill(lineOf(text));
  if (parts.length === people) return parts.map(lineOf);
  if (text !== "") reading.drop(row.heading(field, speaker));
  return [];
}

/** `Lee, Ann (1); Ray, Bob (1,2)` beside `1: MIT; 2: ETH`, as ConfTool has it: the names without numbers, and what these stand for. */
function numberedOrganizations(
  stated: string,
  row: TableRow,
  speaker: number,
  reading: Reading,
): { whole: string; numbered?: readonly string[] } {
  // To ask for what is nobody's would hide that it is not kept.
  if (!/\(\d{1,2}(?:\s?,\s?\d{1,2})*\)\s*(?:$|[;\n])/.test(stated)) return { whole: stated };
  const parts = row.text("organization", speaker).split(/\s*[;\n]\s*/);
  const entries = parts.map((part) => /^(\d{1,2})\s?:\s?(.+)$/s.exec(part));
  if (!entries.every((entry) => entry !== null)) return { whole: stated };
  const byNumber = new Map(entries.map(([, number = "", name = ""]) => [number, lineOf(name)]));
  const marked = stated.split(/\s*[;\n]\s*/).map((piece) => /^(.*?)\s?\((\d{1,2}(?:\s?,\s?\d{1,2})*)\)$/s.exec(piece));
  if (!marked.every((one) => one !== null)) return { whole: stated, numbered: reading.drop(row.heading("organization", speaker)) ?? [] };
  const numbered = marked.map(([, , numbers = ""]) =>
    numbers
      .split(/\s?,\s?/)
      .flatMap((number) => byNumber.get(number) ?? [])
      .join("; "),
  );
  return { whole: marked.map(([, name = ""]) => name).join("; "), numbered };
}

function speakersOf(row: TableRow, areFamilyFirst: boolean, reading: Reading): ForeignAppearance[] {
  const found: ForeignAppearance[] = [];
  for (let speaker = 0; speaker < 20; speaker++) {
    const stated = row.text("speakers", speaker) || lineOf(`${row.text("firstName", speaker)} ${row.text("lastName", speaker)}`);
    const { whole, numbered } = numberedOrganizations(stated, row, speaker, reading);
    // Beside a column of organizations, commas part names.
    const people = row.has("organization") ? splitNames(whole).map(withOrganization) : splitPeople(whole, areFamilyFirst);
    if (whole !== "") reading.guess(whole, peopleAsText(people));
    // An organization or role that is nobody's is not asked for, and so told as not kept.
    if (people.length === 0) continue;
    const organizations = numbered ?? ofEach("organization", people.length, row, speaker, reading);
    const roles = ofEach("role", people.length, row, speaker, reading);
    for (const [index, person] of people.entries()) {
      // What stands behind the name counts; another word for the same is told.
      for (const [field, stated] of Object.entries({ organization: organizations[index], role: roles[index] }) as [PersonField, string?][])
        if (stated && person[field] !== undefined && person[field] !== stated) reading.drop(row.heading(field, speaker));
      found.push({
        name: person.name,
        ...filled({
          organization: person.organization ?? organizations[index],
          role: person.role ?? roles[index],
          bio: people.length === 1 ? textToMarkdown(row.text("bio", speaker)) : undefined,
        }),
      });
    }
  }
  return found;
}

/** The start as it is written; what is no time, such as the name of a slot, is told as not kept where the date has one. */
function startOf(row: TableRow, order: DateOrder, reading: Reading): string {
  const text = row.text("start");
  const isTime = text === "" || looseClocks(text).length > 0 || looseDate(text, order) !== undefined;
  if (isTime || looseClocks(row.text("date")).length === 0) return text;
  reading.drop(row.heading("start"));
  return "";
}

function timeOf(row: TableRow, order: DateOrder, title: string, reading: Reading): ForeignTime | undefined {
  const [dateText, lastText] = [row.text("date"), row.text("lastDay")];
  const startText = startOf(row, order, reading);
  // Midnight stands for the day alone, as spreadsheets write days.
  const isEndIn = looseClocks(lastText).some((clock) => clock !== "00:00");
  const endText = row.text("end") || (isEndIn ? lastText : "");
  const days = looseDays(dateText, order);
  const date = days?.first ?? looseDate(startText, order);
  const tell = (text: string, what: string, example: string, hint = `Write it as \`${example}\``) =>
    reading.warn(
      row.place,
      "bad-time",
      `\`${clip(text)}\` of “${clip(title)}” cannot be read as ${what}.`,
      `${hint}, or add it to the record by hand.`,
    );
  const clocks: { field: Field; text: string } = startText === "" ? { field: "date", text: dateText } : { field: "start", text: startText };
  const [start, until] = looseClocks(clocks.text);
  if (startText !== "" && start === undefined && looseDate(startText, order) === undefined) tell(startText, "a time", "09:30");
  const end = endText === "" ? until : looseClocks(endText)[0];
  const endDay = looseDate(endText, order);
  const isLastDay = endDay !== undefined && start === undefined && date !== undefined && endDay >= date;
  if (endText !== "" && end === undefined && !isLastDay) tell(endText, "a time", "10:00");
  if (date === undefined) {
    const clockTexts = [start === undefined ? "" : startText, end === undefined ? "" : endText].filter((text) => text !== "");
    const times = clockTexts.join(" – ");
    if (dateText !== "") tell(dateText, `one certain date${times === "" ? "" : `, so \`${clip(times)}\` is left out, too`}`, "2012-08-27");
    else if (times !== "") tell(times, "a time, for the row has no date", "", "Give the row a date such as `2012-08-27`");
    return undefined;
  }
  if (end !== undefined && start === undefined)
    tell(endText, "an end, for the row has no start", "", "Give the row a start such as `09:30`");
  const statedLast = looseDate(lastText, order);
  if (lastText !== "" && statedLast === undefined) tell(lastText, "one certain date", "2012-08-29");
  const lastDay = statedLast ?? days?.last ?? (isLastDay ? endDay : undefined);
  const isLong = lastDay !== undefined && lastDay > date;
  const endDate =
    endDay ?? (isLong ? lastDay : undefined) ?? (start !== undefined && end !== undefined && end < start ? shiftDay(date, 1) : date);
  const lastRead = start !== undefined && end !== undefined ? endDate : isLong ? lastDay : date;
  if (statedLast !== undefined && statedLast !== lastRead) reading.drop(row.heading("lastDay"));
  const offset = looseOffset(clocks.text) ?? offsetOfHeading(row.heading(clocks.field));
  const length = looseLength(clocks.text);
  const time = [start, until && `to ${until}`, offset, length && `${length} min`];
  reading.guessTime(dateText, [date, days?.last && `to ${days.last}`, ...(clocks.field === "date" ? time : [])]);
  reading.guessTime(startText, [looseDate(startText, order), ...time]);
  reading.guessTime(endText, [endDay, end]);
  const zone = start === undefined || offset !== undefined ? undefined : (looseZone(clocks.text) ?? looseZone(row.heading(clocks.field)));
  if (zone !== undefined) reading.drop(`time zone ${zone}`);
  return {
    date,
    ...filled({
      start,
      offset: start === undefined ? undefined : offset,
      end: start !== undefined && end !== undefined ? { date: endDate, time: end } : isLong ? { date: lastDay } : undefined,
      duration: end === undefined ? (lengthOf(row, reading) ?? length) : undefined,
    }),
  };
}

/** The length of a talk, in the unit of its heading where it names none. What is none is told, and so is `45:00`, which may be hours or minutes. */
function lengthOf(row: TableRow, reading: Reading): number | undefined {
  const text = row.text("duration");
  const [, unit = ""] = /^\d+(?:[.,]\d+)?$/.test(text)
    ? (/\b(h|hrs?|hours?|std|stunden|s|secs?|seconds?)\b/i.exec(row.heading("duration")) ?? [])
    : [];
  const isOdd = /^s(?!td|tun)/i.test(unit) || /^(?:2[4-9]|[3-9]\d|\d{3,}):\d{2}$/.test(text);
  const minutes = isOdd ? undefined : readDuration(unit === "" ? text : `${text} h`);
  if (text !== "" && minutes === undefined) reading.drop(row.heading("duration"));
  if (minutes !== undefined && (unit !== "" || !/^\d+\s?(?:m|min|mins|minutes|['’′])?$/i.test(text))) reading.guess(text, `${minutes} min`);
  return minutes;
}
