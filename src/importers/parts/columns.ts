/** The names of columns in tables of talks, in the spellings that people use. */
import { TALKS_TABLE } from "../../publishing/talks-table.ts";
import { normal } from "../../text/normal.ts";

const NAMES = {
  title:
    "title talktitle sessiontitle presentationtitle papertitle proposaltitle topictitle titel titre titulo sessionname talk vortrag session presentation subject",
  speakers:
    "speaker speakers presenter presenters speakername speakernames speakersname author authors authorname authornames presentername presenternames " +
    "speakerfullname fullname referent referenten vortragende sprecher ponente orateur intervenant panelists speakerlist name names by who",
  firstName: "firstname speakerfirstname givenname vorname",
  lastName: "lastname speakerlastname surname familyname nachname",
  organization:
    "organization organizations organisation organisations company companies affiliation affiliations employer employers institution institutions institute " +
    "speakercompany speakerorganization speakeraffiliation firma org",
  role: "role roles jobtitle jobtitles position positions speakerrole speakertitle speakerjobtitle tagline speakertagline occupation professionaltitle",
  bio: "bio biography speakerbio speakerbiography speakersbio aboutthespeaker bios shortbio",
  abstract: "abstract talkabstract shortdescription shortabstract zusammenfassung resume teaser",
  description:
    "description sessiondescription talkdescription longdescription longabstract fulldescription details summary beschreibung synopsis content text",
  subtitle: "subtitle untertitel",
  date: "date datum talkdate sessiondate startdate day eventdate",
  start:
    "start starttime begin begins from time timestart timeslot slot uhrzeit beginn von scheduledat startsat starts startdatetime scheduled startat datetime scheduledstart scheduledstarttime scheduledtime",
  end: "end endtime dateend to until ende bis timeend endsat ends enddatetime finish endat scheduledend scheduledendtime",
  duration: "duration scheduledduration length minutes durationminutes durationmin lengthminutes dauer min",
  room: "room location hall venue stage raum ort saal sala salle roomname roomlocation where place",
  track: "track tracks stream theme strand sessiontrack trackname category",
  kind: "type kind format sessiontype talktype sessionformat submissiontype presentationtype",
  language: "language languages lang sprache idioma langue spokenlanguage",
  topics: "topics topic tags keywords tag keyword schlagworte",
  slides:
    "slides slide slidesurl urlslides slideurl slideslink slidelink slidedeck presentationurl presentationlink deck folien slidesdeck pdf presentationslides linktoslides",
  video:
    "video videourl urlvideo videolink videoid videos recording recordingurl recordinglink youtube youtubeurl youtubelink youtubeid videorecording vimeo vimeoid linktovideo",
  url: "url link page website talkurl sessionurl permalink pageurl webpage weblink talkpage detailsurl",
  id: "id code sessionid talkid uid guid uuid key identifier proposalid submissionid nr no number num",
  event: "event conference edition eventname conferencename venuename meetup",
  status:
    "status state proposalstate sessionstate submissionstate decision outcome accepted acceptance acceptreject acceptdecline accept approved approval selected confirmed result reviewstatus reviewresult " +
    "pendingproposalstate pendingsessionstate pendingstate reviewdecision finaldecision pcdecision pcstatus currentstatus acceptancestatus workflowstate entscheidung zustand ergebnis angenommen akzeptiert statut etat situation resultat " +
    "acceptee accepte retenu retenue estado situacion resultado aceptada aceptado stato esito accettato accettata situacao decisao aceito aceita статус состояние решение " +
    "الحالة القرار 状態 状況 採否 採択 ステータス 結果 状态 结果 상태 결과",
  lastDay: "lastday lastdate enddate",
  namesWithheld: "nameswithheld",
  part: "part",
  parts: "parts",
  recordingStatus: "recordingstatus",
  licence: "licence license lizenz talklicence talklicense",
  recordingLicence: "recordinglicence recordinglicense videolicence videolicense",
  slidesLicence: "slideslicence slideslicense slidelicence slidelicense",
  optOut:
    "recordingoptout optout donotrecord norecording dontrecord notrecorded recordingdeclined dontrecordthissession donotrecordthissession",
} as const;

export type Field = keyof typeof NAMES;

/** A heading in small letters, without signs, accents and what stands in brackets. */
function plain(heading: string): string {
  return normal(heading, "NFKD")
    .toLowerCase()
    .replace(/\(.{0,100}?\)|\[.{0,100}?\]/g, " ")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\p{M}/gu, "");
}

/** The words of a heading, `decisionStatus` and `decision_status` alike. */
const wordsOf = (heading: string) => (heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").match(/\p{L}+/gu) ?? []).join(" ");

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(" ").map((name): [string, Field] => [plain(name), field as Field])),
);

/** Whether a word is our name of a field. */
export function isField(name: string): name is Field {
  return Object.hasOwn(NAMES, name);
}

/** What a column holds; `speaker` counts the columns of the second speaker and so on. */
export interface Column {
  field: Field;
  speaker: number;
}

/** The line of headings of a table. */
export interface Headings {
  delimiter: string;
  /** In which record of the file they stand. */
  index: number;
  /** Where that record begins, in characters. */
  start: number;
  /** What each column holds, where that is known. */
  columns: (Column | undefined)[];
  /** As they are written. */
  cells: string[];
}

const BY_SPEAKERS: ReadonlySet<Field> = new Set<Field>(["slides", "video", "abstract"]);
const OF_SPEAKERS: ReadonlySet<Field> = new Set<Field>(["speakers", "firstName", "lastName", "organization", "role", "bio"]);

/** How well a known name fits its field: what is listed first, fits best. */
const RANKS = new Map(Object.values(NAMES).flatMap((names) => names.split(" ").map((name, rank): [string, number] => [plain(name), rank])));

interface Guess extends Column {
  rank: number;
}

/** What a column with this heading holds, if its name is known. `Start (date)` holds a date, whatever `Start` does. */
function columnOf(heading: string): Guess | undefined {
  const [, edge] = /^\W{0,3}(start|begin|end)s?\s?[([](?:date|day)[)\]]$/i.exec(heading.trim()) ?? [];
  if (edge !== undefined) return { field: /^end$/i.test(edge) ? "lastDay" : "date", speaker: 0, rank: 0 };
  const name = plain(heading);
  const whole = BY_NAME.get(name) ?? (DECISION.test(wordsOf(heading)) ? "status" : undefined);
  if (whole) return { field: whole, speaker: 0, rank: RANKS.get(name) ?? 70 };
  const [, before = "", number = "", after = ""] = /^(\D+)(\d{1,2})(\D*)$/.exec(name) ?? [];
  const field = BY_NAME.get(before + after) ?? BY_NAME.get(after === "" ? before : after);
  if (field && OF_SPEAKERS.has(field)) return { field, speaker: Math.max(0, Number(number) - 1), rank: 50 };
  const [, prefix = ""] =
    /^(the|talk|session|presentation|proposal|submission|paper|event|main|primary|speakers?|presenters?)/.exec(name) ?? [];
  // `speakerslides` is no plural of the speaker.
  const prefixed = BY_NAME.get(name.slice(prefix.length)) ?? (/ers$/.test(prefix) ? BY_NAME.get(name.slice(prefix.length - 1)) : undefined);
  // The room, page and language of a speaker are none of the talk; what speakers show and say is.
  if (prefixed && /^(?:speaker|presenter)/.test(prefix) && !OF_SPEAKERS.has(prefixed) && !BY_SPEAKERS.has(prefixed)) return undefined;
  return prefixed ? { field: prefixed, speaker: /^co(speaker|presenter|author)/.test(name) ? 1 : 0, rank: 60 } : undefined;
}

/** `Decision status`, `Final decision on the paper`: words for a decision, and no others but for what it is about, whose it is or how it was made. */
const DECISION =
  /^(?=.*\b(?:decision|status|state|acceptance)\b)(?:(?:decision|status|state|outcome|result|acceptance|review|selection|final|current|pc|committee|program(?:me)?|talk|session|proposal|submission|paper|abstract|presentation|of|on|the|for|by) ?)+$/i;

/** Words for a state that is a part of a country where a city or a country stands beside it. */
const STATE = new Set(["state", "estado", "stato", "etat"]);
const CITY = new Set("city country town zip zipcode province region ciudad pais cidade citta paese ville pays stadt land".split(" "));

/** Columns of OpenReview, beside which a venue is no room: it says what became of a paper. */
const OF_OPENREVIEW = new Set(["forum", "authorids", "venueid", "paperhash"]);

/** Whether a column of venues is one of OpenReview's. */
export const isVenueOfPapers = (heading: string, all: readonly string[]): boolean =>
  plain(heading) === "venue" && all.some((one) => one.length <= 60 && OF_OPENREVIEW.has(plain(one)));

/** What a heading means among others. */
function guessOf(heading: string, all: readonly string[]): Guess | undefined {
  if (heading.length > 60 || isVenueOfPapers(heading, all)) return undefined;
  if (STATE.has(plain(heading)) && all.some((one) => one.length <= 60 && CITY.has(plain(one)))) return undefined;
  // Forms of Microsoft say when somebody began and ended to fill them.
  if (plain(heading) === "starttime" && all.some((one) => plain(one) === "completiontime")) return undefined;
  return columnOf(heading);
}

const decisions = new WeakMap<readonly string[], ReadonlySet<number>>();

/** Which columns, by their names, tell what was decided of a talk. It is worked out once for all rows of a table. */
export function decisionColumns(cells: readonly string[]): ReadonlySet<number> {
  const known = decisions.get(cells) ?? new Set(cells.flatMap((cell, index) => (guessOf(cell, cells)?.field === "status" ? [index] : [])));
  decisions.set(cells, known);
  return known;
}

/** The columns of a line of headings, or nothing where it is none: a title and something else must be among them. */
export function columnsOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  const met = new Map<string, number>();
  const guesses = cells.map((cell) => {
    const guess = guessOf(cell, cells);
    const before = met.get(cell) ?? 0;
    met.set(cell, before + 1);
    // forms ask the same of the second speaker once more
    return guess && OF_SPEAKERS.has(guess.field) ? { ...guess, speaker: guess.speaker + before } : guess;
  });
  // the name that fits best, or the first of those that fit as well
  const best = new Map<string, Guess>();
  for (const guess of guesses) {
    const before = guess && best.get(`${guess.field} ${guess.speaker}`);
    if (guess && (!before || guess.rank < before.rank)) best.set(`${guess.field} ${guess.speaker}`, guess);
  }
  const chosen = new Set(best.values());
  const columns = guesses.map((guess): Column | undefined =>
    guess && chosen.has(guess) ? { field: guess.field, speaker: guess.speaker } : undefined,
  );
  // of a lone `name`, the title is meant
  if (!columns.some((column) => column?.field === "title")) {
    const name = cells.findIndex((cell) => /^(name|event ?name|what|subject|activity|programme?|veranstaltung)$/i.test(cell.trim()));
    if (name >= 0) columns[name] = { field: "title", speaker: 0 };
  }
  const found = columns.filter((column) => column !== undefined);
  return found.some(({ field }) => field === "title") && found.length >= 2 ? columns : undefined;
}

/** What only talks have; a description may be one of a person. */
const OF_TALKS: ReadonlySet<Field> = new Set<Field>([
  "abstract",
  "date",
  "start",
  "end",
  "duration",
  "room",
  "track",
  "topics",
  "slides",
  "video",
]);
const isName = (heading = "") => /^(?:full|first|last|family|sur|given)?name(?:required)?$/.test(plain(heading));

/**
 * Whether a table is one of people: it has names with what they belong to, and nothing of talks, or their titles between both: `Name, Affiliation` and
 * `First name, Last name, Title, Company`.
 */
export function areColumnsOfPeople(columns: readonly (Column | undefined)[], cells: readonly string[]): boolean {
  if (columns.some((column) => column && OF_TALKS.has(column.field))) return false;
  const title = columns.findIndex((column) => column?.field === "title");
  if (isName(cells[title]))
    return (
      columns.some((column) => column && ["organization", "role", "bio"].includes(column.field)) &&
      !columns.some((column) => column && ["speakers", "description"].includes(column.field))
    );
  return plain(cells[title] ?? "") === "title" && isName(cells[title - 1]) && columns[title + 1]?.field === "organization";
}

const OWN_COLUMNS = columnsOf(TALKS_TABLE) ?? [];

/** As many headings as lead to the address of a talk, by which such a table is known. */
const FEWEST_HEADINGS = TALKS_TABLE.indexOf("address") + 1;

/**
 * The columns of a table that an archive made, by their places, for its headings may be in the words of any site; nothing where the line is not its
 * headings, or where these name columns in another order, as editors put them.
 */
export function ownColumnsOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  if (cells.filter((cell) => cell.trim() !== "").length < FEWEST_HEADINGS) return undefined;
  const named = columnsOf(cells) ?? [];
  const isMoved = OWN_COLUMNS.some((own, index) => named[index] && named[index].field !== own?.field);
  return isMoved ? undefined : cells.map((_, index) => (index < OWN_COLUMNS.length ? OWN_COLUMNS[index] : named[index]));
}
