/**
 * What the browser scripts say to readers, in English. Scripts import it as `words` (`import * as words from "words"`); the build decides
 * which language that is. Each sentence is an export of its own, so that a script holds only those that it uses.
 */
import { count, thousands } from "../text/wording.ts";

/** How numbers are written; it is for words of an archive's own. */
export const number = thousands;

// The times of an agenda in the reader's own zone.
/** `Mon 5 May`, in the zone of the browser. */
export function dayName(moment: { toString(): string }): string {
  const [weekday, month, date] = String(moment).split(" ");
  return `${weekday} ${Number(date)} ${month}`;
}

// Copying a citation.
export const copyCitation = "Copy citation";
export const copyBibtex = "Copy BibTeX";
export const copied = "Copied.";
export const cannotCopy = "It could not be copied. The citation is selected, so that you can copy it yourself.";

// A video or slides in a dialog.
export const captions = "Captions";
export const close = "Close";
export const aboutTalk = "All about this talk";
export const slidesAlone = (where: string) => `Open slides (${where})`;
export const videoAlone = (where: string) => `Open video (${where})`;
/** The end of the label of a video that starts at a time, which `startsFrom` puts there. */
export const FROM = /(,| from) [\d:]+$/;
export const startsFrom = (time: string) => ` from ${time}`;

// Slides.
export const slide = "Slide";
export const slideOf = (current: number, all: number) => `${current} of ${all}`;
export const slides = (all: number) => (all === 1 ? "1 slide" : `${all} slides`);
export const previous = "Previous";
export const next = "Next";
export const allSlides = "All slides";
export const oneAtATime = "One at a time";

// The filter of a list of talks.
export const noTalk = "No talk matches. Try fewer words, or clear the filters.";
export const loadingTalks = "Loading the list of talks…";
export const cannotLoadTalks =
  "The list of talks could not be loaded, so the filter does not work now. The years below lead to every talk.";
export const someOf = (found: number, all: string) => `${thousands(found)} of ${all}`;
/** While not all of a very large archive has been looked through. */
export const atLeast = (found: number, all: string) => `At least ${thousands(found)} of ${all}`;
export const showMore = (count: number) => `Show ${count} more`;

/** What belongs to a talk, for those who hear a link without its surroundings; the title follows. */
export const of = " of ";

// The search.
export const results = "Results";
export const searching = "Searching…";
export const cannotSearch = "The search could not be loaded just now. The lists below lead to everything.";
export const cannotSuggest = "The search could not be loaded. Enter opens the search page.";
/** What was `typed` is nowhere, so that what is `meant` is looked for in its place, which is a link. */
export const corrected = "No results for “{typed}”. Showing results for “{meant}”.";
export const leftOut = (unknown: readonly string[]) =>
  `The search has no ${unknown.map((word) => `“${word}”`).join(" or ")}, so ${unknown.length > 1 ? "they were" : "it was"} left out.`;
export const someLack = "No result has all of your words.";
/** Where words of a like meaning were looked for too; each result says which it has. */
export const someLike = "Few results have all of your words, so words of similar meaning are searched too.";
export const similar = (likes: readonly string[]) => `Similar: ${likes.map((word) => `“${word}”`).join(", ")}`;
export const without = (lacking: readonly string[]) => `Without ${lacking.map((word) => `“${word}”`).join(" and ")}`;
export const withFilters = " with these filters";
export const resultCount = (size: number, within: string) => `${count(size, "result")}${within}`;
export const nothingFound = (query: string, within: string) => `No results${query ? ` for “${query}”` : ""}${within}.`;
/** Where all words stand nearly everywhere, so that they are not looked for. */
export const tooCommon = (query: string) => `“${query}” is too common to be searched. Add a word that tells more.`;
export const allResults = (size: number) => `All ${size} results`;
export const slidePlace = (number: string) => `Slide ${number}`;
export const timePlace = (time: string) => `${time} in the video`;
export const furtherDown = "Further down";
export const placeOf = (title: string) => ` of ${title}: `;
export const bestPlaces = (all: number, shown: number) => `Top ${shown} of ${all} matches`;

// What the search makes of words, beside their stems.
/** Words that stand nearly everywhere and that nobody looks for. */
export const stopWords =
  "a about after all also an and any are as at be because been being between both but by can could did do does for from had has have he her his how i if in into is it its just many may more most much must no nor not of on only or other our over own she should since so some such than that the their them then there these they this those through to too under until upon us very was we were what when where whether which while who whose why will with within without would you your";
/** What is written together with words but is no part of them, at their ends. */
export const affixes: RegExp | "" = "";
