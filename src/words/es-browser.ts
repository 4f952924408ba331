/** What the browser scripts say to readers, in Spanish; see `en-browser.ts`. */
import { count, thousands } from "./es-numbers.ts";

/** `«a»`, `«a» ni «b»`: words that are nowhere. */
const nor = (words: readonly string[]) => words.map((word) => `«${word}»`).join(" ni ");

/** How numbers are written; it is for words of an archive's own. */
export const number = thousands;

// The times of an agenda in the reader's own zone.
const WEEKDAYS: Readonly<Record<string, string>> = {
  Mon: "lun",
  Tue: "mar",
  Wed: "mié",
  Thu: "jue",
  Fri: "vie",
  Sat: "sáb",
  Sun: "dom",
};
const MONTHS: Readonly<Record<string, string>> = {
  Jan: "ene",
  Feb: "feb",
  Mar: "mar",
  Apr: "abr",
  May: "may",
  Jun: "jun",
  Jul: "jul",
  Aug: "ago",
  Sep: "sept",
  Oct: "oct",
  Nov: "nov",
  Dec: "dic",
};
/** `lun 5 may`, in the zone of the browser. */
export function dayName(moment: { toString(): string }): string {
  const [weekday = "", month = "", date] = String(moment).split(" ");
  return `${WEEKDAYS[weekday]} ${Number(date)} ${MONTHS[month]}`;
}

// Copying a citation.
export const copyCitation = "Copiar cita";
export const copyBibtex = "Copiar BibTeX";
export const copied = "Copiado.";
export const cannotCopy = "No se pudo copiar. La cita está seleccionada para copiarla a mano.";

// A video or slides in a dialog.
export const captions = "Subtítulos";
export const close = "Cerrar";
export const aboutTalk = "Todo sobre esta charla";
export const slidesAlone = (where: string) => `Abrir diapositivas (${where})`;
export const videoAlone = (where: string) => `Abrir vídeo (${where})`;
/** The end of the label of a video that starts at a time, which `startsFrom` puts there. */
export const FROM = /(,| desde) [\d:]+$/;
export const startsFrom = (time: string) => ` desde ${time}`;

// Slides.
export const slide = "Diapositiva";
export const slideOf = (current: number, all: number) => `${current} de ${all}`;
export const slides = (all: number) => count(all, "diapositiva");
export const previous = "Anterior";
export const next = "Siguiente";
export const allSlides = "Todas las diapositivas";
export const oneAtATime = "De una en una";

// The filter of a list of talks.
export const noTalk = "Ninguna charla coincide. Conviene usar menos palabras o borrar los filtros.";
export const loadingTalks = "Cargando la lista de charlas…";
export const cannotLoadTalks =
  "No se pudo cargar la lista de charlas, por lo que el filtro no funciona por ahora. Los años de abajo llevan a todas las charlas.";
export const someOf = (found: number, all: string) => `${thousands(found)} de ${all}`;
export const atLeast = (found: number, all: string) => `Al menos ${thousands(found)} de ${all}`;
export const showMore = (more: number) => `Mostrar ${more} más`;

/** What belongs to a talk, for those who hear a link without its surroundings; the title follows. */
export const of = " de ";

// The search.
export const results = "Resultados";
export const searching = "Buscando…";
export const cannotSearch = "No se pudo cargar la búsqueda. Las listas de abajo llevan a todo el contenido.";
export const cannotSuggest = "No se pudo cargar la búsqueda. La tecla Intro abre la página de búsqueda.";
/** What was `typed` is nowhere, so that what is `meant` is looked for in its place, which is a link. */
export const corrected = "No hay resultados para «{typed}». Se muestran los de «{meant}».";
export const leftOut = (unknown: readonly string[]) =>
  `La búsqueda no conoce ${nor(unknown)}, así que ${unknown.length > 1 ? "se omitieron esas palabras" : "se omitió esa palabra"}.`;
export const someLack = "Ningún resultado contiene todas las palabras.";
/** Where words of a like meaning were looked for too; each result says which it has. */
export const someLike = "Pocos resultados contienen todas las palabras, así que también se buscan palabras de significado parecido.";
export const similar = (likes: readonly string[]) => `Parecido: ${likes.map((word) => `«${word}»`).join(", ")}`;
export const without = (lacking: readonly string[]) => `Sin ${nor(lacking)}`;
export const withFilters = " con estos filtros";
export const resultCount = (size: number, within: string) => `${count(size, "resultado")}${within}`;
export const nothingFound = (query: string, within: string) => `No hay resultados${query ? ` para «${query}»` : ""}${within}.`;
export const tooCommon = (query: string) => `«${query}» es demasiado común para buscarlo. Conviene añadir una palabra más precisa.`;
export const allResults = (size: number) => `Ver los ${thousands(size)} resultados`;
export const slidePlace = (number: string) => `Diapositiva ${number}`;
export const timePlace = (time: string) => `${time} en el vídeo`;
export const furtherDown = "Más abajo";
export const placeOf = (title: string) => ` de ${title}: `;
export const bestPlaces = (all: number, shown: number) =>
  `${shown === 1 ? "La mejor coincidencia" : `Las ${shown} mejores coincidencias`} de ${thousands(all)}`;

// What the search makes of words, beside their stems.
/** Words that stand nearly everywhere and that nobody looks for. */
export const stopWords =
  "a al algo ante antes así aún bajo bien cada casi como con contra cual cuando cuál cuándo cómo de del desde donde dos dónde e el ella ellas ellos en entre era eran es esa ese eso esta estas este esto estos está están fue ha hace hacia han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nuestra nuestro o os otra otro para pero poco por porque pues que quien qué quién se sea ser si sido sin sobre son su sus sí también tan tanto te tiene tienen toda todas todo todos tras tu un una unas uno unos y ya yo";
/** What is written together with words but is no part of them, at their ends. */
export const affixes: RegExp | "" = "";
