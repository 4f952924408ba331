/** What the browser scripts say to readers, in German; see `en-browser.ts`, the pattern. */
import { counted, grouped } from "./de-numbers.ts";

const WEEKDAYS: Readonly<Record<string, string>> = { Mon: "Mo", Tue: "Di", Wed: "Mi", Thu: "Do", Fri: "Fr", Sat: "Sa", Sun: "So" };
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** How numbers are written; it is for words of an archive's own. */
export const number = grouped;

// The times of an agenda in the reader's own zone.
/** `Mo, 5.5.`, in the zone of the browser. */
export function dayName(moment: { toString(): string }): string {
  const [weekday = "", month = "", date] = String(moment).split(" ");
  return `${WEEKDAYS[weekday]}, ${Number(date)}.${MONTHS.indexOf(month) + 1}.`;
}

// Copying a citation.
export const copyCitation = "Zitat kopieren";
export const copyBibtex = "BibTeX kopieren";
export const copied = "Kopiert.";
export const cannotCopy = "Das ließ sich nicht kopieren. Das Zitat ist markiert, sodass Sie es selbst kopieren können.";

// A video or slides in a dialog.
export const captions = "Untertitel";
export const close = "Schließen";
export const aboutTalk = "Alles zu diesem Vortrag";
export const slidesAlone = (where: string) => `Folien öffnen (${where})`;
export const videoAlone = (where: string) => `Video öffnen (${where})`;
/** The end of the label of a video that starts at a time, which `startsFrom` puts there. */
export const FROM = /(,| ab) [\d:]+$/;
export const startsFrom = (time: string) => ` ab ${time}`;

// Slides.
export const slide = "Folie";
export const slideOf = (current: number, all: number) => `${current} von ${all}`;
export const slides = (all: number) => (all === 1 ? "1 Folie" : `${all} Folien`);
export const previous = "Zurück";
export const next = "Weiter";
export const allSlides = "Alle Folien";
export const oneAtATime = "Einzeln";

// The filter of a list of talks.
export const noTalk = "Kein Vortrag passt. Versuchen Sie weniger Wörter, oder setzen Sie die Filter zurück.";
export const loadingTalks = "Die Liste der Vorträge wird geladen…";
export const cannotLoadTalks =
  "Die Liste der Vorträge ließ sich nicht laden, sodass der Filter gerade nicht funktioniert. Die Jahre unten führen zu jedem Vortrag.";
export const someOf = (found: number, all: string) => `${grouped(found)} von ${all}`;
export const atLeast = (found: number, all: string) => `Mindestens ${grouped(found)} von ${all}`;
export const showMore = (count: number) => `${count} weitere zeigen`;

/** What belongs to a talk, for those who hear a link without its surroundings; the title follows. */
export const of = " zu ";

// The search.
export const results = "Treffer";
export const searching = "Suche läuft…";
export const cannotSearch = "Die Suche ließ sich gerade nicht laden. Die Listen unten führen zu allem.";
export const cannotSuggest = "Die Suche ließ sich nicht laden. Die Eingabetaste öffnet die Suchseite.";
/** What was `typed` is nowhere, so that what is `meant` is looked for in its place, which is a link. */
export const corrected = "Keine Treffer für „{typed}“. Hier sind die für „{meant}“.";
const quoted = (words: readonly string[]) => words.map((word) => `„${word}“`);
export const leftOut = (unknown: readonly string[]) =>
  unknown.length > 1
    ? `Der Suche unbekannt und daher weggelassen: ${quoted(unknown).join(", ")}.`
    : `${quoted(unknown).join("")} ist der Suche unbekannt und wurde weggelassen.`;
export const someLack = "Kein Treffer enthält alle Ihre Wörter.";
/** Where words of a like meaning were looked for too; each result says which it has. */
export const someLike = "Wenige Treffer enthalten alle Ihre Wörter, deshalb werden auch Wörter ähnlicher Bedeutung gesucht.";
export const similar = (likes: readonly string[]) => `Ähnlich: ${quoted(likes).join(", ")}`;
export const without = (lacking: readonly string[]) => `Ohne ${quoted(lacking).join(" und ")}`;
export const withFilters = " mit diesen Filtern";
export const resultCount = (size: number, within: string) => `${counted(size, "Treffer", "Treffer")}${within}`;
export const nothingFound = (query: string, within: string) => `Keine Treffer${query ? ` für „${query}“` : ""}${within}.`;
export const tooCommon = (query: string) => `„${query}“ steht fast überall und wird nicht gesucht. Ein weiteres Wort hilft.`;
export const allResults = (size: number) => `Alle ${size} Treffer`;
export const slidePlace = (number: string) => `Folie ${number}`;
export const timePlace = (time: string) => `${time} im Video`;
export const furtherDown = "Weiter unten";
export const placeOf = (title: string) => ` zu ${title}: `;
export const bestPlaces = (count: number, shown: number) => `Die besten ${shown} von ${count} Fundstellen`;

// What the search makes of words, beside their stems.
/** Words that stand nearly everywhere and that nobody looks for. */
export const stopWords =
  "aber alle als also am an auch auf aus bei beim bin bis da dabei damit dann das dass dem den denn der des die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwas für gegen haben hat hatte ich ihr ihre im in ist ja jede jeder jedes kann können man mehr mich mir mit muss nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sollen sondern über um und uns unser unsere unter viel viele vom von vor war waren warum was weil welche wenn wer werden wie wieder wir wird wo wurde wurden zu zum zur zwischen";
/** What is written together with words but is no part of them, at their ends. */
export const affixes: RegExp | "" = "";
