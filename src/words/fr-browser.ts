/** What the browser scripts say to readers, in French; see `en-browser.ts`. */
import { count, thousands } from "./fr-numbers.ts";

/** `« a »`, `« a » ni « b »`: words that are nowhere. */
const nor = (words: readonly string[]) => words.map((word) => `«\u00a0${word}\u00a0»`).join(" ni ");

/** How numbers are written; it is for words of an archive's own. */
export const number = thousands;

// The times of an agenda in the reader's own zone.
const WEEKDAYS: Readonly<Record<string, string>> = {
  Mon: "lun.",
  Tue: "mar.",
  Wed: "mer.",
  Thu: "jeu.",
  Fri: "ven.",
  Sat: "sam.",
  Sun: "dim.",
};
const MONTHS: Readonly<Record<string, string>> = {
  Jan: "janv.",
  Feb: "févr.",
  Mar: "mars",
  Apr: "avr.",
  May: "mai",
  Jun: "juin",
  Jul: "juil.",
  Aug: "août",
  Sep: "sept.",
  Oct: "oct.",
  Nov: "nov.",
  Dec: "déc.",
};
/** `lun. 5 mai`, in the zone of the browser. */
export function dayName(moment: { toString(): string }): string {
  const [weekday = "", month = "", date] = String(moment).split(" ");
  return `${WEEKDAYS[weekday]} ${date === "01" ? "1er" : Number(date)} ${MONTHS[month]}`;
}

// Copying a citation.
export const copyCitation = "Copier la citation";
export const copyBibtex = "Copier en BibTeX";
export const copied = "Copié.";
export const cannotCopy = "La copie n’a pas réussi. La citation est sélectionnée\u00a0: vous pouvez la copier vous-même.";

// A video or slides in a dialog.
export const captions = "Sous-titres";
export const close = "Fermer";
export const aboutTalk = "Tout sur cette présentation";
export const slidesAlone = (where: string) => `Ouvrir les diapositives (${where})`;
export const videoAlone = (where: string) => `Ouvrir la vidéo (${where})`;
/** The end of the label of a video that starts at a time, which `startsFrom` puts there. */
export const FROM = /(,| à partir de) [\d:]+$/;
export const startsFrom = (time: string) => ` à partir de ${time}`;

// Slides.
export const slide = "Diapositive";
export const slideOf = (current: number, all: number) => `${current} sur ${all}`;
export const slides = (all: number) => count(all, "diapositive");
export const previous = "Précédente";
export const next = "Suivante";
export const allSlides = "Toutes les diapositives";
export const oneAtATime = "Une à la fois";

// The filter of a list of talks.
export const noTalk = "Aucune présentation ne correspond. Essayez avec moins de mots ou effacez les filtres.";
export const loadingTalks = "Chargement de la liste des présentations…";
export const cannotLoadTalks =
  "La liste des présentations n’a pas pu être chargée\u00a0: le filtre est indisponible pour l’instant. Les années ci-dessous mènent à toutes les présentations.";
export const someOf = (found: number, all: string) => `${thousands(found)} sur ${all}`;
export const atLeast = (found: number, all: string) => `Au moins ${thousands(found)} sur ${all}`;
export const showMore = (more: number) => `Afficher ${more} de plus`;

/** What belongs to a talk, for those who hear a link without its surroundings; the title follows. */
export const of = "\u00a0: ";

// The search.
export const results = "Résultats";
export const searching = "Recherche en cours…";
export const cannotSearch = "La recherche n’a pas pu être chargée. Les listes ci-dessous mènent à tout le contenu.";
export const cannotSuggest = "La recherche n’a pas pu être chargée. La touche Entrée ouvre la page de recherche.";
/** What was `typed` is nowhere, so that what is `meant` is looked for in its place, which is a link. */
export const corrected = "Aucun résultat pour «\u00a0{typed}\u00a0». Résultats affichés pour «\u00a0{meant}\u00a0».";
export const leftOut = (unknown: readonly string[]) =>
  `La recherche ne connaît pas ${nor(unknown)}\u00a0: ${unknown.length > 1 ? "ces mots ont été ignorés" : "ce mot a été ignoré"}.`;
export const someLack = "Aucun résultat ne contient tous les mots.";
/** Where words of a like meaning were looked for too; each result says which it has. */
export const someLike = "Peu de résultats contiennent tous les mots\u00a0; des mots de sens proche sont donc aussi recherchés.";
export const similar = (likes: readonly string[]) => `Proche\u00a0: ${likes.map((word) => `«\u00a0${word}\u00a0»`).join(", ")}`;
export const without = (lacking: readonly string[]) => `Sans ${nor(lacking)}`;
export const withFilters = " avec ces filtres";
export const resultCount = (size: number, within: string) => `${count(size, "résultat")}${within}`;
export const nothingFound = (query: string, within: string) => `Aucun résultat${query ? ` pour «\u00a0${query}\u00a0»` : ""}${within}.`;
export const tooCommon = (query: string) => `«\u00a0${query}\u00a0» est trop courant pour être recherché. Ajoutez un mot plus précis.`;
export const allResults = (size: number) => `Voir les ${thousands(size)} résultats`;
export const slidePlace = (number: string) => `Diapositive ${number}`;
export const timePlace = (time: string) => `${time} dans la vidéo`;
export const furtherDown = "Plus bas";
export const placeOf = (title: string) => `, ${title}\u00a0: `;
export const bestPlaces = (all: number, shown: number) =>
  `${shown < 2 ? "Meilleure correspondance" : `Les ${shown} meilleures correspondances`} sur ${thousands(all)}`;

// What the search makes of words, beside their stems.
/** Words that stand nearly everywhere and that nobody looks for. */
export const stopWords =
  "à afin ai ainsi alors au aucun aussi autre autres aux avant avec avoir c car ce cela celle celui ces cet cette ceux chaque chez comme comment contre dans de depuis des dont donc du elle elles en encore entre est et étaient était été être eu fait il ils je la le les leur leurs lors lorsque lui ma mais même mes moins mon ne ni nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi qu quand que quel quelle quelles quels qui quoi sa sans se sera ses si son sont sous sur ta te tous tout toute toutes très tu un une vers vos votre vous y";
/** What is elided before a vowel: `l’hyperviseur` is found as `hyperviseur`. */
export const affixes: RegExp | "" = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu;
