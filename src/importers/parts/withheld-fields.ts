/** Fields of pages and columns of tables by which a source says what it does not show, or not yet, in English, German, Spanish, French and others. */
import { isRealDate } from "../../model/dates.ts";
import { normal } from "../../text/normal.ts";
import type { Reading } from "./reading.ts";
import { isYes, saysDraft, saysNo, saysNotChosen, saysRefused } from "./stated.ts";

/** The name of a field in small letters and without signs, under which `isDraft`, `is_draft` and `Draft?` are one. */
export const plainName = (name: string) =>
  normal(name, "NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");

const namesIn = (text: string): ReadonlySet<string> => new Set(text.split(" ").map(plainName));

/** What keeps out that of which it says anything but “no”, by plain names. */
const KEEPS_OUT = namesIn(
  "draft private hidden unlisted unpublished donotpublish dontpublish notpublic notforpublication confidential embargoed rejected withdrawn deleted trash " +
    "entwurf privat vertraulich nichtveroffentlichen nichtoffentlich borrador privado privada confidencial nopublicar brouillon prive privee confidentiel " +
    "nepaspublier bozza privato nonpubblicare rascunho naopublicar черновик непубликовать 下書き 非公開 草稿 비공개",
);
/** What does so where it says “yes” and no more, since other words are of something else: `hide: toc`, `Internal: needs a projector`. */
const KEEPS_OUT_BY_YES = namesIn("hide internal disabled wip headless");
/** What does so where it says “no”. */
const LETS_IN = namesIn(
  "published publish publishable public visible listed enabled show shown veroffentlichen veroffentlicht offentlich publicar publicado publicada publico " +
    "publier publie publiee publique pubblicare pubblicato pubblico публиковать 公開",
);
/** The day from which on something is shown; a word in its place, such as `embargo: yes`, keeps it out. */
const EMBARGO = namesIn("embargo embargountil embargoeduntil embargodate sperrfrist");
const RELEASED = namesIn("publishdate pubdate published publishfrom publishedat publishedfrom publishat publishon publicationdate");
/** The day from which on it is not. */
const EXPIRES = namesIn("expirydate unpublishdate");
const CALLED_OFF = namesIn("cancelled canceled abgesagt cancelado cancelada annule annulee annullato");
const SHOWN_TO_ALL =
  /^(?:public|published|visible|listed|everyone|everybody|anyone|all|world|default|normal|open|shown|öffentlich|publique|públic[oa]|pubblic[oa])$/i;
/** An embargo that is none, or none any more. */
const NO_EMBARGO = /^(?:none|lifted|over|ended|expired|keine|aufgehoben|abgelaufen)$/i;

const shortName = (name: string) => name.replace(/^is(?=[a-z])/, "");
/** Databases have the moment at which something was done in place of “yes”: `deleted_at`, `cancelled_on`. */
const doneName = (name: string) => shortName(name).replace(/(?<=ed|wn)(?:at|on|date)$/, "");
/** How databases write a moment that never was. */
const isNever = (text: string) => /^[\s0:TZ.-]+$/.test(text);

/** Whether a field, by its plain name, is about who may see what it belongs to. */
export function isAboutShowing(name: string): boolean {
  const short = shortName(name);
  return KEEPS_OUT.has(doneName(name)) || KEEPS_OUT_BY_YES.has(short) || LETS_IN.has(short) || EMBARGO.has(name) || name === "visibility";
}

/** Whether such a field keeps out what it belongs to. */
export function keepsOut(name: string, text: string): boolean {
  const short = shortName(name);
  if (text === "") return false;
  if (EMBARGO.has(name)) return !isRealDate(text.slice(0, 10)) && saysDraft(text) && !NO_EMBARGO.test(text);
  if (KEEPS_OUT.has(doneName(name))) return saysDraft(text) && !isNever(text);
  if (KEEPS_OUT_BY_YES.has(short)) return isYes(text);
  return LETS_IN.has(short) ? saysNotChosen(text) : !SHOWN_TO_ALL.test(text) && !isYes(text);
}

/** Whether a field has the day from which on what it belongs to is shown. */
export const isRelease = (name: string) => RELEASED.has(name) || EMBARGO.has(name);
/** Whether it has the day from which on that is shown no more. */
export const isExpiry = (name: string) => EXPIRES.has(name);
/** Whether it says that a talk was called off. */
export const isCalledOff = (name: string) => CALLED_OFF.has(doneName(name));

/** Whether a field says so: by “yes”, a reason or a day, but by no number of something. What is neither yes nor no is told as not kept. */
export function wasCalledOff(field: string, text: string, reading: Reading): boolean {
  if (text === "" || saysNo(text) || isNever(text)) return false;
  if (isYes(text)) return true;
  reading.drop(field);
  return !/^(?:\d+|not|never|none)$/i.test(text);
}

/** What is said of talks that nobody gave, and of those that a site does not show, wherever it stands in the name of a list. */
const NOT_IN_PROGRAMME = /^(?:drafts?|waitlist(?:ed)?|unconfirmed|unpublished|embargoed|deleted)$/i;
/**
 * What says so alone, with `talks`, or as the last word but for its language or age, for talks may be about the same: `accepted_test` and
 * `hidden_de`, but not `hidden-markov-models`.
 */
const NOT_SHOWN =
  /(?:^(?:alternates|reserve[ds]?|maybe|internal|back up|unlisted|confidential|wip|stand ?by|unselected)|(?:^| )(?:pending|unscheduled|dropped|cancel+ed|private|hidden|trash|bak|backups?|examples?|samples?|templates?|tests?))(?: (?:de|en|es|fr|it|ja|ko|nl|pl|pt|ru|uk|zh|old|new|all|final))?$/i;
/** The same of folders, whose names may have other reasons. */
const OF_FOLDERS = /^(?:pending|alternates|reserves|unscheduled|dropped|cancel+ed)$/i;
const WAITING = /(?:^| )(?:wait(?:ing)?|on) (?:list(?:ed)?|hold)(?:$| )/i;
const TALKS =
  /^(?:talks?|sessions?|papers?|presentations?|posters?|keynotes?|workshops?|speakers?|people|events?|items?|entries|lists?|data|schedules?|program(?:me)?s?|agendas?|timetables?|slots?)$/i;

/**
 * The name that says of the talks in a list, or in a folder of pages, that they are none of the programme: `rejected_talks`. `lists` are the names of the
 * file and of the lists in it; what `folders` are called may have another reason, so that fewer words count there.
 */
export function nameThatKeepsOut(folders: readonly string[], lists: readonly string[] = []): string | undefined {
  // Shorter words mean something else in a name; `rechazadas` and `abgelehnte` are several.
  const isRefused = (word: string) => word.length > 5 && (saysRefused(word) || saysRefused(word.replace(/(?:e[nr]?|s)$/i, "")));
  const isOut = (word: string) => NOT_IN_PROGRAMME.test(word) || isRefused(word);
  const isWaiting = (name: string) => WAITING.test(wordsOf(name).join(" "));
  const found = lists.find((name) => {
    const words = withoutTalks(name);
    return isWaiting(name) || NOT_SHOWN.test(words) || saysRefused(words) || wordsOf(name).some(isOut);
  });
  const isFolderOut = (name: string) => isOut(withoutTalks(name)) || isWaiting(name) || OF_FOLDERS.test(withoutTalks(name));
  return found ?? folders.find(isFolderOut);
}

/**
 * The folders that say what a file is: the one that it is in, the one around it where that is only a number, such as a year, or the file is the `index`
 * of it, and so on.
 */
export function foldersAround(path: string): string[] {
  const folders = path.split("/").slice(0, -1);
  const own = /\/_?index(?:\.[a-z]+)+$/i.test(path) ? folders.length - 1 : -1;
  return folders.slice(
    Math.max(
      0,
      folders.findLastIndex((name, index) => index !== own && /\p{L}/u.test(name)),
    ),
  );
}

/** The words of a name: those of `rejected_talks`, `rejectedTalks` and `REJECTEDTalks` are the same. */
const wordsOf = (name: string) => name.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ").match(/\p{L}+/gu) ?? [];

const withoutTalks = (name: string) =>
  wordsOf(name)
    .filter((word) => !TALKS.test(word))
    .join(" ");

/** What people hand in, of which nobody knows from the name of the list whether it was chosen. */
const HANDED_IN =
  /^(?:proposals?|submissions?|submitted|cfp|shortlist(?:ed)?|longlist(?:ed)?|einreichung(?:en)?|eingereicht|propuestas?|soumissions?|proposte|propostas?|voorstellen|votes|voting)$/i;
const CALL_FOR = /(?:^|[^\p{L}])call[^\p{L}]?for[^\p{L}]?(?:papers|proposals|speakers|talks|participation)(?:$|[^\p{L}])/iu;
const CHOSEN =
  /^(?:accepted|approved|selected|confirmed|scheduled|chosen|published|angenommene?|aceptad[oa]s|acceptée?s|accettat[ei]|aceit[oa]s)$/i;

/**
 * The name of a list that says that its talks were handed in, and not that they were chosen: `proposals`, but not `accepted_proposals`. Of several names,
 * the innermost that says either counts; the folders around them say it by their whole names alone.
 */
export function nameOfProposals(folders: readonly string[], lists: readonly string[] = []): string | undefined {
  const isChosen = (name: string) =>
    wordsOf(name).some((word) => CHOSEN.test(word)) && !wordsOf(name).some((word) => /^(?:not|non|nicht|no)$/i.test(word));
  const isHandedIn = (name: string) => wordsOf(name).some((word) => HANDED_IN.test(word)) || CALL_FOR.test(name);
  const found =
    lists.findLast((name) => isChosen(name) || isHandedIn(name)) ??
    folders.findLast((name) => CHOSEN.test(withoutTalks(name)) || HANDED_IN.test(withoutTalks(name)));
  return found === undefined || isChosen(found) ? undefined : found;
}
