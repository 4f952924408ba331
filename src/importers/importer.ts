/** What an importer is: it reads the files of another system and says what they state, row by row, and decides nothing else. */
import type { Problem, Severity } from "../model/problem.ts";
import type { EventRecord } from "../model/records/event.ts";
import type { TalkRecord } from "../model/records/talk.ts";
import type { FieldCounts } from "./parts/field-use.ts";

/** A file as the user gave it. `text` is decoded, without a byte order mark. */
export interface ForeignFile {
  /** As the user knows it, with forward slashes. */
  path: string;
  text: string;
}

/** A span of a foreign file, in characters from its start; `what` names it, such as `$.talks[3].title` or `row 12`. */
export interface Place {
  file: ForeignFile;
  start: number;
  end: number;
  what?: string | undefined;
}

/**
 * One format. To add one, write a file with an `Importer` and a line in `index.ts`. What several of them need (text
 * conversion, positions) lies in `parts/`: `htmlToMarkdown(html)`, `rstToMarkdown(rst)`, `plainToMarkdown(text)`, `problemAt`.
 */
export interface Importer {
  /** For `--format`, such as `schedule-xml`. */
  name: string;
  /** For people, such as `schedule.xml (frab, pentabarf, pretalx, FOSDEM)`. */
  title: string;
  /** Whether the content, never the name, is of this format, however broken. Quick, and never throws. */
  recognises(file: ForeignFile): boolean;
  /** Whether a file of this format may be anything: among files of other formats, as of a site's own source, it is not read unless the format is named. */
  isDoubtful?(file: ForeignFile): boolean;
  /**
   * Reads all files of this format together, in the order of their paths. Never throws for bad input. `today`, such as `2026-12-01`, tells what the
   * source shows by now of that which waits for a day; without it, all of that is hidden.
   */
  read(files: readonly ForeignFile[], today?: string): Imported;
}

/** All that the files state. `rows` is counted while reading, so that the closing table can be proved to add up. */
export interface Imported {
  conferences: ForeignConference[];
  rows: number;
  /** Rows that can become nothing; each also has a problem. */
  refused: Place[];
  /** Errors for what was refused, warnings for what was read but not whole. Made with `problemAt` of `parts/place.ts`. */
  problems: Problem[];
  /** Fields of the source that no record holds, by name, with how often they said something. `Reading` counts them. */
  notKept: FieldCounts;
  /** How texts were read that leave room for another reading, each text once. `Reading` collects them. */
  guesses?: readonly Guess[];
}

/** A text of the source, and what it was taken for: `Ann Lee, Red Hat` and `Ann Lee; Red Hat`. */
export interface Guess {
  written: string;
  read: string;
}

/** One edition, with what is stated and nothing more. All long texts are Markdown already. */
export interface ForeignConference {
  /** What the foreign system calls the edition, the same in every version of the file: an acronym, slug or name. */
  key: string;
  /** Fields as the record has them; `dayChange` is kept only where it fits the talks. Fields that hold too much or too odd a text are mended later, in one place. */
  event: Partial<EventRecord>;
  /** A name for the folder, if the source has one (such as its acronym); otherwise made of `event.name`. */
  slug?: string | undefined;
  talks: ForeignTalk[];
  /** Whether the file is one of this archive's own that only sums up what the records say, such as its calendars. */
  isSummary?: boolean;
  /** What the source says of people beside their talks. Leave it empty if it says nothing more than the talks do. */
  speakers: ForeignSpeaker[];
}

/** A talk. Talk, break and every other session alike; `kind` tells them apart. */
export interface ForeignTalk {
  /** The row it stands in, and the rows that were merged into it. */
  rows: readonly [Place, ...Place[]];
  /** What identifies it in every version of the file: a UUID or number of the source, else its title. Not unique by need. */
  key: string;
  /** Fields as the record has them, but those below. `abstract` is Markdown; `abstractBy` is left out. */
  record: Omit<
    Partial<TalkRecord>,
    "title" | "speakers" | "speaker" | "role" | "organization" | "bio" | "person" | "date" | "start" | "end"
  > & {
    title: string;
  };
  when?: ForeignTime | undefined;
  /** In published order. */
  speakers: ForeignAppearance[];
  /** A name for the file, if the source has one; otherwise made of the title. */
  slug?: string | undefined;
  /** The address of the talk's page at the source; kept in `original`, `sources` and, as a path, in `formerUrls`. */
  url?: string | undefined;
}

/** A time as stated. With an `offset` it is an instant and is told in the event's zone; without one it is local already. */
export interface ForeignTime {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:MM`. */
  start?: string | undefined;
  /** Of `start`: `Z`, `+01:00`, `-07:00`. */
  offset?: string | undefined;
  /** Minutes. */
  duration?: number | undefined;
  /** The day of the programme it is listed under, where the source has such days; after midnight it is the day before `date`. */
  day?: string | undefined;
  /** The end, where stated instead of a length: `YYYY-MM-DD` and `HH:MM`, local or with its own offset; without a time, the last day. */
  end?: { date: string; time?: string | undefined; offset?: string | undefined } | undefined;
}

/** One person at one talk. */
export interface ForeignAppearance {
  name: string;
  /** The person's identity at the source, if it has one; the same as in `ForeignSpeaker.key`. */
  key?: string | undefined;
  role?: string | undefined;
  organization?: string | undefined;
  /** Markdown; only if the source has it for this talk and not for the person. */
  bio?: string | undefined;
}

/** A page on the web that is told, such as a profile of somebody. */
export interface ForeignLink {
  title: string;
  url: string;
}

/** A person, as stated apart from a talk. */
export interface ForeignSpeaker {
  /** Empty where the source has no row of its own for people. */
  rows: readonly Place[];
  key: string;
  name: string;
  /** Markdown. */
  bio?: string | undefined;
  organization?: string | undefined;
  links?: ForeignLink[] | undefined;
  /** The address of the person's page at the source. */
  url?: string | undefined;
  /** The day from which on the source shows the person's page. */
  publishFrom?: string | undefined;
  /** The source shows the page to nobody, and its row was refused; what an earlier import took of it is a draft from now on. */
  draft?: true | undefined;
}

/** What is wrong, and what to do; `problemAt` adds the place. */
export interface Complaint {
  rule: string;
  severity: Severity;
  /** Quotes the offending text, shortened by `clip` of the model. */
  message: string;
  hint: string;
}
