/** Every sentence that a reader of the site sees, in Spanish; see `en.ts`. */
import { joined } from "../text/wording.ts";
import { dayOfWeek } from "./day-of-week.ts";
import { count, thousands } from "./es-numbers.ts";
import { languageName } from "./language-name.ts";
import type { Words } from "./words.ts";

const WEEKDAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"] as const;

const MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
] as const;

const DAY_NOT_KNOWN = "Día desconocido";

/** `27 de agosto de 2012`, `noviembre de 2007` or `2009`, as much as is known of a date of ISO 8601. */
function date(iso: string): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  if (iso.length === 10) return `${Number(iso.slice(8))} de ${month} de ${iso.slice(0, 4)}`;
  return iso.length === 7 ? `${month} de ${iso.slice(0, 4)}` : iso;
}

/** `27–28 de agosto de 2012`, `31 de mayo – 2 de junio de 2012`; a first day without a last one says that the event began then. */
function range(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `a partir del ${date(start)}` : date(start);
  if (start === end) return date(start);
  if (start.length === 10 && end.length === 10) {
    if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${date(end)}`;
    if (start.slice(0, 4) === end.slice(0, 4)) return `${date(start).slice(0, -" de 2012".length)} – ${date(end)}`;
  }
  return `${date(start)} – ${date(end)}`;
}

const weekday = (iso: string) => WEEKDAYS[dayOfWeek(iso) - 1] ?? "";

/** `del 27 de agosto de 2012`, `de agosto de 2012`, `de 2012`: a date as `date` writes it, after a noun. */
const fromDate = (text: string) => (/^\d{1,2} /.test(text) ? `del ${text}` : `de ${text}`);

/** `lunes 27 de agosto de 2012` within a sentence, of a day as a heading writes it. */
const inSentence = (day: string) => `${day.charAt(0).toLowerCase()}${day.slice(1)}`;

/** ` del lunes 27 de agosto de 2012` after a noun; nothing where no day is named. */
function ofDay(day: string | undefined): string {
  if (!day) return "";
  return day === DAY_NOT_KNOWN ? ", día desconocido" : ` del ${inSentence(day)}`;
}

/** Before words that begin with the sound of `i`, `y` becomes `e`, but not before a diphthong: `e Irene`, `e Ian`, `y Iago`, `y hielo`. */
const SOUNDS_LIKE_Y = /^[^\p{L}\p{N}]*(h?[ií](?![aeou])|iai?n\b|y(?![aeiouáéíóú]))/iu;

/** `a, b y c` */
function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${SOUNDS_LIKE_Y.test(last) ? "e" : "y"} ${last}`;
}

/** One word for one, another for none or more. */
const plural = (number: number, one: string, many: string) => (number === 1 ? one : many);

const decks = (number: number) => count(number, "juego de diapositivas", "juegos de diapositivas");

/** `12 organizaciones que enviaron …` */
const organizations = (number: number) =>
  `${count(number, "organización", "organizaciones")} que ${plural(number, "envió ponentes o acogió eventos", "enviaron ponentes o acogieron eventos")}`;

export const es: Words = {
  number: thousands,
  list: {
    comma: ", ",
    commas: (parts) => joined(parts, ", "),
    and: enumerate,
  },
  count: {
    bytes: (number) => count(number, "byte"),
    decks,
    events: (number) => count(number, "evento"),
    files: (number) => count(number, "fichero"),
    organizations: (number) => count(number, "organización", "organizaciones"),
    pages: (number) => count(number, "página"),
    papers: (number) => count(number, "artículo"),
    sessions: (number) => count(number, "sesión", "sesiones"),
    slides: (number) => count(number, "diapositiva"),
    speakers: (number) => count(number, "ponente"),
    talks: (number) => count(number, "charla"),
    topics: (number) => count(number, "tema"),
    videos: (number) => count(number, "vídeo"),
  },
  dates: {
    date,
    /** `lun 27 de agosto de 2012` */
    shortDay: (iso) => `${weekday(iso).slice(0, 3)} ${date(iso)}`,
    /** `Lunes 27 de agosto de 2012` */
    day: (iso) => `${weekday(iso).charAt(0).toUpperCase()}${weekday(iso).slice(1)} ${date(iso)}`,
    range,
    dateNotKnown: "Fecha desconocida",
    dayNotKnown: DAY_NOT_KNOWN,
    yearNotKnown: "Año desconocido",
  },
  /** `1,2 MB`; decimal units. */
  bytes(bytes) {
    if (bytes < 1000) return count(bytes, "byte");
    const kilobytes = Math.round(bytes / 1000);
    return kilobytes < 1000 ? `${kilobytes}\u00a0kB` : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00a0MB`;
  },
  /** `1 h 15 min` for a length in minutes. */
  minutes(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [hours ? `${hours}\u00a0h` : "", rest || !hours ? `${rest}\u00a0min` : ""].filter(Boolean).join("\u00a0");
  },
  place: ({ city, country }) =>
    [...new Set([city, country].filter((part) => part !== undefined))]
      .map((part) => (/^online$/i.test(part) ? "En línea" : part))
      .join(", "),
  status: { cancelled: "cancelada", postponed: "aplazada", online: "en línea" },
  kinds: {
    talk: "charla",
    keynote: "conferencia magistral",
    panel: "mesa redonda",
    tutorial: "tutorial",
    workshop: "taller",
    lightning: "charla relámpago",
    "design session": "sesión de diseño",
    discussion: "debate",
    demo: "demostración",
    poster: "póster",
    meeting: "reunión",
    opening: "apertura",
    closing: "clausura",
    social: "actividad social",
    break: "pausa",
    other: "otro",
  },
  language: (tag) => languageName(LANGUAGES, tag),
  sections: {
    events: "Eventos",
    presentations: "Charlas",
    presentationsAndVideos: "Charlas y vídeos",
    papers: "Artículos",
    speakers: "Ponentes",
    topics: "Temas",
    organizations: "Organizaciones",
    series: "Series",
    years: "Años",
    explore: "Explorar",
  },

  // Around every page.

  frame: {
    home: "Inicio",
    skip: "Ir al contenido",
    /** What a picture of a page for social media says: its title, and what stands below it. */
    cardAlt: (texts: string[]) => texts.join(". "),
    notice: "Acerca de este archivo",
    liveSite: "Sitio actual: {link}",
    navigation: "Principal",
    navigationBelow: "Principal, al final",
    search: "Buscar",
    searchHint: (talks) =>
      talks < 2
        ? "Buscar"
        : `Buscar en ${talks <= 1000 ? thousands(talks) : `más de ${thousands(Math.floor(talks / 1000) * 1000)}`} charlas`,
    theme: "Apariencia",
    themes: {
      system: { name: "Sistema", title: "Apariencia del sistema" },
      light: { name: "Clara", title: "Apariencia clara" },
      dark: { name: "Oscura", title: "Apariencia oscura" },
    },
    sections: "Archivo",
    breadcrumbs: "Ruta de navegación",
    browse: "Recorrer",
    accessibility: "Accesibilidad",
    sources: "Fuentes de esta página",
    dataOfAll: "Todos los datos (JSON)",
    dataOfPage: "Datos de esta página (JSON)",
    editPage: "Editar esta página",
    editRecords: "Editar estas fichas",
    /** Of what a page says of people. */
    correct: "Corregir o retirar",
    correctSubject: (page: string) => `Corregir o retirar: ${page}`,
    licence: "Leer la licencia",
    contact: "Contacto: {contact}",
    sponsors: "Patrocinadores",
    madeBy: ({ generator, builtOn }) =>
      `Generado por ${generator} a partir de fichas de texto sin formato${builtOn === null ? "" : `, el ${builtOn}`}`,
  },

  // Parts that several pages share.

  agendaItem: {
    nextDay: "día siguiente",
    span: ({ first, start, last, end }) => `${joined([first, start], ", ")} – ${joined([inSentence(last), end], ", ")}`,
    parallel: (sessions) => `${sessions} en paralelo`,
  },
  bio: {
    note: (date) => (date === null ? "Biografía sin fecha; puede estar desactualizada." : `Biografía ${fromDate(date)}.`),
    ownNote: (date) =>
      date === null
        ? "Resumen elaborado por el archivo, sin fecha; puede estar desactualizado."
        : `Resumen elaborado por el archivo, con fecha ${fromDate(date)}.`,
    atTalk: "Tal como se publicó con esta charla.",
  },
  chart: {
    table: (caption) => `Tabla: ${caption}`,
  },
  downloads: {
    heading: "Exportar",
    labelOf: ({ label, of }) => `${label} de ${of}`,
    calendar: "Calendario",
    feed: "Canal",
    schedule: "Horario",
    data: "Datos",
    recordsAndFiles: "Fichas y ficheros",
    talks: "Charlas",
    someOf: ({ label, talks, all }) => `${label}, ${talks} de ${count(all, "charla")}`,
  },
  eventItem: {
    status: { cancelled: "cancelado", postponed: "aplazado", online: "en línea" },
    hostedBy: (host) => `acogido por ${host}`,
    noTalks: "sin charlas conocidas",
    withSlides: (talks) => `${talks} con diapositivas`,
    withVideo: (talks) => `${talks} con vídeo`,
  },
  exploreCharts: {
    download: "Descargar los datos",
    allEditions: "todos los eventos",
    allSpeakers: "todos los ponentes",
    allTopics: "todos los temas",
    asTable: "Mostrar como tabla",
    editions: {
      heading: "Charlas, ponentes y organizaciones por evento",
      text: "Solo lo que se conoce: una columna corta puede significar que se ha conservado poco del programa. Los tres gráficos tienen la misma escala.",
      notHeld: (some) => `Sin contar (cancelación, aplazamiento o retirada): ${some}.`,
      talks: "Charlas",
      speakers: "Ponentes",
      organizations: "Organizaciones",
      most: ({ size, edition }) => `Máximo: ${size} (${edition}).`,
      heads: ["Evento", "Charlas", "Ponentes", "Organizaciones"],
    },
    topics: {
      heading: "Temas",
      largest: (number) => `Los ${number} temas más frecuentes`,
      text: "Cuanto mayor es el punto, más charlas hubo ese año. Una charla cuenta una vez por cada uno de sus temas.",
      title: "Temas por año",
      about: ({ topic, talks }) => `El más frecuente: ${topic}, con ${count(talks, "charla")}.`,
      caption: "Charlas por tema y año",
      heads: ["Tema", "Charlas"],
    },
    speakers: {
      heading: "Ponentes nuevos y recurrentes por evento",
      text: ({ speakers, came }) =>
        `De ${count(speakers, "ponente")}, ${thousands(came)} ${plural(came, "participó", "participaron")} en más de un evento. En el primer evento, cada ponente cuenta como nuevo.`,
      title: "Ponentes por evento",
      about: ({ returning, all, edition }) =>
        `Recurrentes abajo, nuevos arriba. ${edition}: ${returning} de ${all} ya ${plural(returning, "había participado", "habían participado")}.`,
      hadSpoken: "recurrentes",
      firstTime: "nuevos",
      heads: ["Evento", "Ponentes", "Nuevos", "Recurrentes"],
    },
  },
  filters: {
    edition: "Evento",
    allEditions: "Todos los eventos",
    year: "Año",
    allYears: "Todos los años",
    topic: "Tema",
    allTopics: "Todos los temas",
    language: "Idioma",
    allLanguages: "Todos los idiomas",
    order: "Ordenar por",
    slides: "Con diapositivas",
    video: "Con vídeo",
  },
  history: {
    caption: ({ editions, first, last }) =>
      `${count(editions, "evento")}${first === undefined ? "" : first === last ? ` en ${first}` : ` de ${first} a ${last}`}`,
    legend: ({ caption, talksOfBlock, isByYear }) =>
      `${caption}. Una columna por ${isByYear ? "año" : "evento"}, un bloque por ${talksOfBlock > 1 ? `cada ${talksOfBlock} charlas` : "charla"}:`,
    withVideo: "con vídeo",
    withSlides: "con diapositivas",
    neither: "sin diapositivas ni vídeo",
    undated: "sin fecha",
  },
  links: {
    leaves: "(sale del archivo)",
    leavesTo: (host) => `(sale del archivo, ${host})`,
    sources: "Fuentes",
    of: "de {thing}",
    documents: {
      slides: "Diapositivas",
      paper: "Artículo",
      code: "Código",
      handout: "Material de apoyo",
      poster: "Póster",
      other: "Documento",
    },
    video: "Vídeo",
    audio: "Audio",
    part: (number) => `parte ${number}`,
    stretch: ({ start, end }) => (end === undefined ? `desde ${start}` : `${start}–${end}`),
    copy: "copia archivada",
    copyOf: (date) => `copia archivada ${fromDate(date)}`,
    gone: "{address}, no disponible desde el {date}",
    goneWithCopy: "{address}, no disponible desde el {date}: {copy}",
    addTalk: "Si se conoce alguna, se puede {edit}.",
    editEvent: "añadir a las fichas del evento",
  },
  paperItem: {
    noAuthors: "Autoría desconocida",
    pages: (pages) => `pp.\u00a0${pages}`,
    topics: "Temas",
    ownNote: "Nota del archivo.",
  },
  parts: {
    ofList: "Partes de esta lista",
    ofTalks: "Partes de la lista de charlas",
    ofSlides: "Partes de las diapositivas",
    ofTranscript: "Partes de esta transcripción",
    moreSlides: "Más diapositivas",
    suffix: ({ number, all }) => ` (${number} de ${all})`,
  },
  places: {
    noCountry: "País desconocido",
    noPlace: "Lugar desconocido",
  },
  player: {
    title: (talk) => `Vídeo: ${talk}`,
    captions: "Subtítulos",
    watch: ({ host, length }) => `Ver en ${host}${length ? `, ${length}` : ""}`,
    comesFrom: ({ name, host }) =>
      `Reproductor: ${name}${name === host ? "" : ` (${host})`}. No se carga nada hasta iniciar la reproducción.`,
  },
  slidesOf: {
    title: (talk) => `Diapositivas: ${talk}`,
    all: ({ label, pages }) => `${label}: ${count(pages, "página")}`,
    download: (size) => `Descargar PDF, ${size}`,
    openOn: ({ label, host }) => `${label} en ${host}`,
    comesFrom: ({ name, host }) => `Diapositivas: ${name} (${host}). No se carga nada hasta que se abran.`,
  },
  talkItem: {
    with: "con {speakers}",
    andMore: "{speakers} y {more}",
    more: (number) => `${number} más`,
    moreSpeakersOf: "entre los ponentes de {talk}",
    withheldNames: (number) => (number === 1 ? "Nombre no publicado" : `${number} nombres no publicados`),
  },
  talkResources: {
    original: "Página original",
    copy: ({ title, copy }) => `${title} (${copy})`,
  },
  talkSummary: {
    ownSummary: "Resumen elaborado por el archivo.",
    resource: ({ title, url }) => `${title}: ${url}`,
  },

  // Pages.

  accessibility: {
    title: "Accesibilidad",
    description: (archive) => `${archive}: qué se hace para que todo el mundo pueda usar este archivo, cómo se comprueba y qué falta.`,
    lead: "Todo el mundo debería poder usar este archivo: con la vista, el oído o el tacto, con el teclado, en una pantalla pequeña o ampliada, con JavaScript y sin él.",
    summary: ({ criteria, met, partly, not }) =>
      `De los ${criteria} criterios de los niveles A y AA de las WCAG 2.2, las páginas tal como las genera el programa cumplen ${met}, y ${partly} en parte; ${not} no se ${plural(not, "aplica", "aplican")}.`,
    introduction:
      "{summary} La lista siguiente indica cómo las páginas cumplen cada uno y cómo se comprueba. Las pruebas son las de {program}, el programa que genera este sitio: su proyecto las ejecuta en sitios propios, y todas, salvo la «inspección visual», cada vez que cambia el programa. Las WCAG son las {guidelines}.",
    guidelines: "Pautas de Accesibilidad para el Contenido Web",
    report: {
      heading: "¿Algo no funciona?",
      label: "lista de incidencias de este archivo",
      atProject: "Se puede notificar en la {report}, indicando la página, el navegador y el producto de apoyo utilizados.",
      atSite: "Se puede comunicar al equipo de {site}, indicando la página, el navegador y el producto de apoyo utilizados.",
    },
    gaps: {
      heading: "Qué falta",
      videosElsewhere: (videos) =>
        `${count(videos, "vídeo")} en otros sitios: allí, el reproductor, los subtítulos y la publicidad no dependen del archivo.`,
      withoutCaptions: (videos) => `${count(videos, "vídeo")} en el archivo sin subtítulos, porque no se conocen.`,
      slidesElsewhere: (number) =>
        `${decks(number)} en otros sitios: muchos de estos ficheros no tienen una estructura que un lector de pantalla pueda seguir.`,
      slidesHere: (number) =>
        `${decks(number)} en el archivo, ${plural(number, "publicado tal como lo hicieron sus autores", "publicados tal como los hicieron sus autores")}.`,
      noDescriptions: "No se conoce ningún vídeo con audiodescripción o traducción a lengua de signos.",
      strangers: "Los textos ajenos figuran tal como se publicaron, con las palabras que eligieron sus autores.",
      ownLooks: "Los colores, estilos y plantillas propios de este archivo no entran en ninguna de las pruebas del programa.",
      browsers:
        "El programa se prueba en Chromium, y en Firefox y WebKit solo con un recorrido por un sitio. Su proyecto no ha probado lectores de pantalla.",
    },
    testing: "Cómo se prueba el programa",
    tested: (ways) => `Comprobación: ${ways}`,
    states: { met: "Se cumple", partly: "Se cumple en parte", not: "No se aplica" },
    principles: { 1: "Perceptible", 2: "Operable", 3: "Comprensible", 4: "Robusto" },
    ways: {
      axe: {
        label: "axe",
        what: "axe-core examina la primera página y la más grande de cada tipo, así como páginas en uso, en ambas apariencias, con 320 y 1280 píxeles de ancho y con todas sus reglas para las WCAG 2.0 a 2.2 y buenas prácticas. La misma prueba detecta textos cortados, que se salen de su sitio o que no indican su idioma.",
      },
      keys: {
        label: "recorrido con el teclado",
        what: "Un navegador recorre páginas de varios tipos con pulsaciones reales de Tab, hacia delante y hacia atrás: cada parada debe ser visible, estar marcada y seguir el orden del texto, y se debe llegar a todos los controles.",
      },
      html: { label: "validación de HTML", what: "Todas las páginas del archivo propio del proyecto son HTML válido." },
      walk: {
        label: "recorrido de lectura",
        what: "Un navegador sigue enlaces, filtra y ordena charlas, con JavaScript y sin él.",
      },
      links: {
        label: "comprobación de enlaces",
        what: "Ningún enlace propio del archivo está roto, y desde la página de inicio se llega a todas las páginas.",
      },
      theme: { label: "prueba de la apariencia", what: "A la elección de la apariencia se llega con el teclado, y se recuerda." },
      search: {
        label: "prueba de la búsqueda",
        what: "Un navegador busca con el teclado, y desactiva y vuelve a activar la tecla que lleva a la búsqueda.",
      },
      eye: {
        label: "inspección visual",
        what: "Alguien del proyecto ha mirado páginas de todos los tipos en ambas apariencias, impresas y con colores forzados, y lo que recibe un lector de pantalla.",
      },
    },
    criteria: {
      "1.1.1": {
        name: "Contenido no textual",
        how: "Los retratos tienen descripción, y los gráficos van acompañados de los mismos datos en texto. Lo que muestran las diapositivas y los vídeos solo se describe en la medida en que lo hicieron sus autores.",
      },
      "1.2.1": {
        name: "Solo audio y solo vídeo (grabado)",
        how: "Se ofrece una transcripción cuando el archivo la tiene.",
      },
      "1.2.2": {
        name: "Subtítulos (grabados)",
        how: "Los vídeos del archivo se reproducen con subtítulos cuando los hay. En otros sitios depende de sus reproductores.",
      },
      "1.2.3": {
        name: "Audiodescripción o medio alternativo (grabado)",
        how: "El resumen, las diapositivas y la transcripción de una charla acompañan a su vídeo, en la medida en que se conocen.",
      },
      "1.2.4": { name: "Subtítulos (en directo)", how: "No hay nada en directo." },
      "1.2.5": { name: "Audiodescripción (grabado)", how: "No se conoce ningún vídeo con audiodescripción." },
      "1.3.1": {
        name: "Información y relaciones",
        how: "Los encabezados, las listas, las tablas con cabeceras asociadas, las etiquetas y las regiones expresan lo que muestra la maquetación.",
      },
      "1.3.2": {
        name: "Secuencia significativa",
        how: "Las páginas se leen en el orden de su código fuente, también donde hay varias columnas.",
      },
      "1.3.3": { name: "Características sensoriales", how: "Ninguna instrucción depende de una forma, un lugar o un sonido." },
      "1.3.4": { name: "Orientación", how: "Las páginas funcionan en vertical y en horizontal." },
      "1.3.5": { name: "Identificar el propósito de la entrada", how: "Ningún campo pide datos personales." },
      "1.4.1": {
        name: "Uso del color",
        how: "Los enlaces dentro del texto van subrayados; la página actual se marca además con la negrita y una línea.",
      },
      "1.4.2": { name: "Control del audio", how: "Nada se reproduce por sí solo." },
      "1.4.3": { name: "Contraste (mínimo)", how: "El texto tiene un contraste de al menos 4,5:1 en ambas apariencias." },
      "1.4.4": {
        name: "Cambio de tamaño del texto",
        how: "Todos los tamaños siguen el que se elija en el navegador, y las páginas funcionan al 400\u00a0%.",
      },
      "1.4.5": {
        name: "Imágenes de texto",
        how: "El archivo escribe su texto como texto. Las diapositivas pueden contener imágenes de texto.",
      },
      "1.4.10": {
        name: "Reajuste del texto",
        how: "A 320 píxeles, que son el 400\u00a0% de una ventana de 1280 píxeles de ancho, nada exige desplazarse en horizontal.",
      },
      "1.4.11": {
        name: "Contraste no textual",
        how: "Los bordes de los campos y los botones y el indicador del foco tienen un contraste de al menos 3:1.",
      },
      "1.4.12": { name: "Espaciado del texto", how: "Con el espaciado que indica el criterio no se pierde texto." },
      "1.4.13": {
        name: "Contenido señalado con el puntero o que tiene el foco",
        how: "Al señalar o enfocar no aparece nada más que el enlace para saltar al contenido y las indicaciones del propio navegador.",
      },
      "2.1.1": { name: "Teclado", how: "A todos los enlaces y controles se llega con el teclado, y con él se usan." },
      "2.1.2": {
        name: "Sin trampas para el foco del teclado",
        how: "La tecla Tab recorre cada página y sale de ella. Los reproductores de otros sitios, que solo se abren a petición, dependen de esos sitios.",
      },
      "2.1.4": {
        name: "Atajos de teclado con caracteres",
        how: "La tecla / lleva el foco a la búsqueda; una casilla de la página de búsqueda la desactiva. Ninguna otra letra ni signo actúa por sí solo.",
      },
      "2.2.1": {
        name: "Tiempo ajustable",
        how: "Ninguna página impone un límite de tiempo. Las páginas de direcciones antiguas redirigen de inmediato.",
      },
      "2.2.2": { name: "Poner en pausa, detener, ocultar", how: "Nada se mueve, parpadea o cambia por sí solo." },
      "2.3.1": {
        name: "Umbral de tres destellos o menos",
        how: "Nada destella en las páginas. No se sabe qué muestran los vídeos.",
      },
      "2.4.1": {
        name: "Evitar bloques",
        how: "La primera parada de cada página es un enlace que salta al contenido; las regiones y los encabezados sirven para lo mismo.",
      },
      "2.4.2": { name: "Titulado de páginas", how: "Cada página tiene un título propio con el nombre del archivo." },
      "2.4.3": { name: "Orden del foco", how: "El foco sigue el orden del texto." },
      "2.4.4": {
        name: "Propósito de los enlaces (en contexto)",
        how: "Los enlaces que se parecen, como los de las diapositivas, indican a los lectores de pantalla a qué charla pertenecen y si salen del archivo.",
      },
      "2.4.5": {
        name: "Múltiples vías",
        how: "Cada charla se encuentra por su evento, el programa, sus ponentes, sus temas y la lista de todas las charlas.",
      },
      "2.4.6": { name: "Encabezados y etiquetas", how: "Los encabezados y las etiquetas dicen qué viene a continuación." },
      "2.4.7": { name: "Foco visible", how: "Cada parada muestra un contorno de al menos dos píxeles." },
      "2.4.11": { name: "Foco no oculto (mínimo)", how: "Nada tapa lo que tiene el foco." },
      "2.5.1": { name: "Gestos del puntero", how: "Para todo basta un solo toque o clic." },
      "2.5.2": { name: "Cancelación del puntero", how: "Los enlaces y los controles actúan al soltar el puntero." },
      "2.5.3": { name: "Etiqueta en el nombre", how: "El nombre de un control empieza por las palabras que se ven." },
      "2.5.4": { name: "Activación mediante movimiento", how: "Nada responde al movimiento del dispositivo." },
      "2.5.7": { name: "Movimientos de arrastre", how: "No hay que arrastrar nada." },
      "2.5.8": {
        name: "Tamaño del objetivo (mínimo)",
        how: "Los objetivos miden al menos 24 por 24 píxeles o guardan esa distancia; se exceptúan los enlaces dentro de frases.",
      },
      "3.1.1": { name: "Idioma de la página", how: "Cada página indica su idioma." },
      "3.1.2": {
        name: "Idioma de las partes",
        how: "Los títulos, resúmenes y biografías de una charla en otro idioma lo indican, si lo hace la ficha. Las citas dentro de un texto no lo hacen.",
      },
      "3.2.1": { name: "Al recibir el foco", how: "El foco por sí solo no cambia nada." },
      "3.2.2": {
        name: "Al recibir entradas",
        how: "Una elección en el filtro cambia la lista que está debajo, lo anuncia y deja el foco donde está.",
      },
      "3.2.3": {
        name: "Navegación coherente",
        how: "La cabecera, la ruta de navegación y el pie son iguales, en el mismo orden, en todas las páginas.",
      },
      "3.2.4": {
        name: "Identificación coherente",
        how: "Lo mismo tiene en todas partes el mismo nombre y la misma marca; la navegación, el pie y las listas toman los nombres de las secciones de un solo lugar.",
      },
      "3.2.6": { name: "Ayuda coherente", how: "El pie de todas las páginas enlaza con esta." },
      "3.3.1": { name: "Identificación de errores", how: "Ninguna entrada puede ser errónea; un filtro sin resultados lo indica." },
      "3.3.2": { name: "Etiquetas o instrucciones", how: "Cada campo tiene una etiqueta visible, o un símbolo con nombre." },
      "3.3.3": { name: "Sugerencias ante errores", how: "Ninguna entrada puede ser errónea." },
      "3.3.4": { name: "Prevención de errores (legales, financieros, datos)", how: "No se pide enviar nada." },
      "3.3.7": { name: "Entrada redundante", how: "No hay que introducir nada dos veces." },
      "3.3.8": { name: "Autenticación accesible (mínimo)", how: "No hay inicio de sesión." },
      "4.1.2": { name: "Nombre, función, valor", how: "Los controles son los del propio navegador y tienen nombre." },
      "4.1.3": {
        name: "Mensajes de estado",
        how: "El número de charlas encontradas y el resultado de copiar se comunican a los lectores de pantalla sin mover el foco.",
      },
    },
  },
  agenda: {
    title: "Programa",
    description: ({ event, day, sessions }) =>
      `${event}: programa${ofDay(day)}, ${count(sessions, "sesión", "sesiones")} con ponentes, diapositivas y vídeos.`,
    windowTitle: ({ event, day }) => `${event}: programa${ofDay(day)}`,
    zone: "Zona horaria",
    timesIn: (zone) => `Horas: ${zone}`,
    yourZone: "Mi zona horaria ({zone})",
    offsets: (offsets) => offsets.join(", luego "),
    days: "Días",
    rooms: (day) => `Salas${ofDay(day)}`,
    caption: (day) => `Sesiones${ofDay(day)} por hora y sala`,
    time: "Hora",
    roomNotKnown: "Sala desconocida",
    timeNotKnown: "Hora desconocida",
    publishedOrder: "En el orden publicado",
    otherSessions: "Otras sesiones",
    severalDays: "En varios días",
    otherDays: "Otros días",
    previousDay: "Día anterior",
    nextDay: "Día siguiente",
    previousPart: "Parte anterior",
    nextPart: "Parte siguiente",
  },
  event: {
    description: ({ event, facts }) => `${event}: ${facts.join("; ")}.`,
    pointers: "Charlas, diapositivas y vídeos",
    agenda: "Programa",
    withSlides: (talks) => `${talks} con diapositivas`,
    withVideo: (talks) => `${talks} con vídeo`,
    zip: (files) => `Todas las diapositivas (zip, ${count(files, "fichero")})`,
    zipOfSome: ({ files, all }) => `Diapositivas (zip, ${files} de ${count(all, "fichero")})`,
    welcome: "Bienvenida",
    complete: "¿Está completo?",
    asFarAsKnown: "El programa está tan completo como permiten las fuentes siguientes.",
    unsourced: "Nada indica si el programa está completo.",
    talks: "Charlas",
    otherTalks: "Otras charlas",
    empty: "No se conoce ninguna charla de este evento.",
    facts: "Acerca del evento",
    days: "Días conocidos",
    host: "Anfitrión",
    zone: "Zona horaria",
    series: "Serie",
    licence: "Licencia de las charlas",
    slidesLicence: "Licencia de las diapositivas",
    recordingLicence: "Licencia de las grabaciones",
    status: {
      cancelled: "Este evento se canceló.",
      postponed: "Este evento se aplazó.",
      online: "Este evento pasó a celebrarse en línea.",
    },
    postponedTo: "Este evento se aplazó: {event}.",
    links: "Enlaces",
    otherEvents: "Otros eventos",
    previous: "Evento anterior",
    next: "Evento siguiente",
  },
  events: {
    description: ({ events, archive }) => `${archive}: ${count(events, "evento")}, con fechas, lugares y anfitriones.`,
    other: "Otros eventos",
    places: "Lugares",
    empty: "Todavía no hay eventos en este archivo.",
  },
  explore: {
    title: "Explorar",
    editions: { label: "Eventos", lead: (sizes) => `El archivo en gráficos: ${sizes}` },
    topics: { label: "Temas", title: "Temas por año", lead: "Los temas de las charlas, año por año" },
    speakers: { label: "Ponentes", title: "Quién volvió", lead: "Ponentes nuevos y recurrentes" },
    description: ({ lead, archive }) => `${lead}. ${archive}.`,
    pages: "Gráficos",
    charts: (heading) => `Gráficos: ${heading}`,
    scrolls: "Los gráficos se desplazan en horizontal.",
    empty: "Todavía no hay nada que contar.",
    regulars: "Presentes en más eventos",
  },
  home: {
    numbers: {
      events: (number) => plural(number, "evento", "eventos"),
      talks: (number) => plural(number, "charla", "charlas"),
      speakers: (number) => plural(number, "ponente", "ponentes"),
      topics: (number) => plural(number, "tema", "temas"),
      papers: (number) => plural(number, "artículo", "artículos"),
    },
    featured: "Destacado",
    editions: "Todos los eventos",
    empty: "Todavía no hay eventos.",
  },
  moved: {
    description: (title) => `${title} tiene una dirección nueva.`,
    text: "Esta página ha cambiado de dirección: {link}.",
  },
  /** At the address of something that was removed for good. */
  removed: {
    title: "Retirado",
    text: (date: string) => `Lo que había en esta dirección se retiró del archivo el ${date}.`,
    kept: "La dirección se conserva para que los enlaces lleven a esta nota.",
  },
  notFound: {
    title: "Página no encontrada",
    description: "No hay ninguna página en esta dirección.",
    lead: "No hay nada en esta dirección. Conviene comprobarla o usar la búsqueda.",
    talks: "Todas las charlas",
    events: "Todos los eventos",
    speakers: "Todos los ponentes",
    topics: "Todos los temas",
  },
  organization: {
    description: ({ name, archive, size }) => `${name}, ${archive}: ${size}.`,
    hosted: (events) => count(events, "evento acogido", "eventos acogidos"),
    otherNames: (names) => `Otras grafías: ${names}`,
    talks: "Charlas",
    noTalks: "No se conoce ninguna charla de ponentes de esta organización.",
    hostedEvents: "Eventos acogidos",
    people: "Personas",
    morePeople: (number) => `y ${thousands(number)} más`,
    yearNotKnown: "año desconocido",
    links: "Enlaces",
  },
  organizations: {
    title: "Organizaciones",
    description: ({ organizations: number, archive }) => `${archive}: ${organizations(number)}.`,
    lead: organizations,
    largest: "Con más charlas",
    hosted: (events) => `acogió ${count(events, "evento")}`,
    empty: "Todavía no hay organizaciones.",
  },
  page: {
    kinds: "Tipos",
    other: "Otros",
    since: (year) => `desde ${year}`,
    missingTalk: "¿Falta alguna charla? {add}.",
    addTalk: "Añadirla aquí",
  },
  papers: {
    title: "Artículos",
    description: ({ papers, archive }) => `${archive}: ${count(papers, "artículo")}, con autores, lugares de publicación y direcciones.`,
    lead: "{papers}.",
    ownNotes: "Las notas son del archivo.",
    empty: "Todavía no hay artículos en este archivo.",
  },
  presentations: {
    description: ({ talks, archive }) => `${archive}: ${count(talks, "charla")}, para ordenar y filtrar.`,
    ofYear: (year) => `Charlas de ${year}`,
    withoutYear: "Charlas sin año",
    partDescription: ({ title, archive }) => `${title}, ${archive}.`,
    filter: "Filtrar charlas",
    words: "Título o ponente",
    more: "Más filtros",
    byYear: "Por año",
    newest: "Primero el evento más reciente",
    oldest: "Primero el evento más antiguo",
    byTitle: "Título",
    bySpeaker: "Ponente",
    results: "Mostrar resultados",
    reset: "Borrar",
    empty: "Todavía no hay charlas.",
  },
  search: {
    title: "Búsqueda",
    description: (archive) =>
      `${archive}: búsqueda en charlas, diapositivas, transcripciones, ponentes, organizaciones, eventos, artículos y temas.`,
    label: "Buscar",
    submit: "Buscar",
    keys: "{slash} para buscar, ↑ ↓ para moverse, {enter} para abrir.",
    enter: "Intro",
    escape: "Esc",
    slash: "Usar {slash} como atajo en todas las páginas",
    filters: "Filtrar y ordenar",
    kind: "Tipo",
    allKinds: "Todos los tipos",
    speaker: "Ponente",
    allSpeakers: "Todos los ponentes",
    organization: "Organización",
    allOrganizations: "Todas las organizaciones",
    best: "Primero lo más pertinente",
    newest: "Primero lo más reciente",
    oldest: "Primero lo más antiguo",
    clear: "Borrar filtros",
    more: "Mostrar más",
    noScript: "La búsqueda se ejecuta en el navegador y necesita JavaScript. Sin él, estas listas llevan a todo el contenido:",
    notLoaded: "No se pudo cargar la búsqueda. Vuelva a cargar esta página o use las listas de abajo: llevan a todo el contenido.",
    lists: "Todas las listas",
    byEvent: "Por evento",
    byTopic: "Por tema",
    elsewhere: "En otro lugar",
    outside: (engine) => `Buscar en este sitio con ${engine}, que sabrá entonces qué se busca`,
    ask: (engine) => `Buscar con ${engine}`,
  },
  slides: {
    title: "Diapositivas",
    titleOf: ({ first, last }) => `Diapositivas ${first}–${last}`,
    windowTitle: ({ title, talk, event }) => `${title} de «${talk}» · ${event}`,
    description: ({ slides, talk, speakers, event }) =>
      `${talk}${speakers ? `, de ${speakers}` : ""} (${event}): ${count(slides, "diapositiva")} en imágenes, con su texto.`,
    noText: "El fichero solo contiene imágenes de las diapositivas, sin texto.",
    strip: "Diapositivas",
    text: "Texto",
    slide: "Diapositiva",
    alt: ({ number, all, title }) => `Diapositiva ${number} de ${all}${title ? `: ${title}` : ", sin texto"}`,
  },
  speaker: {
    description: ({ talks, name, archive }) => `${name}, ${archive}: ${count(talks, "charla")}.`,
    otherNames: (names) => `Otras grafías: ${names}`,
    portrait: (name) => `Retrato de ${name}`,
    bio: "Biografía",
    noBio: "No se encontró ninguna biografía.",
    talks: "Charlas",
    noTalk: "No se conoce ninguna charla.",
    shownAs: "Según lo publicado",
    as: (name) => `como ${name}`,
    organizations: "Organizaciones",
    since: (year) => `desde ${year}`,
    atSummits: (years) => `en los eventos de ${enumerate(years)}`,
    yearNotKnown: "año desconocido",
    links: "Enlaces",
  },
  speakers: {
    title: "Ponentes",
    ofLetter: (letter) => `Ponentes: ${letter}`,
    description: ({ speakers, archive }) => `${archive}: ${count(speakers, "ponente")}, de la A a la Z, con sus organizaciones y charlas.`,
    letters: "Letras",
    otherLetter: "Otros",
    noTalk: "sin charlas conocidas",
    empty: "Todavía no hay ponentes.",
  },
  talk: {
    session: {
      talk: "charla",
      keynote: "conferencia magistral",
      panel: "mesa redonda",
      tutorial: "tutorial",
      workshop: "taller",
      lightning: "charla relámpago",
      "design session": "sesión de diseño",
      discussion: "debate",
      demo: "demostración",
      poster: "póster",
      meeting: "reunión",
      opening: "sesión de apertura",
      closing: "sesión de clausura",
      social: "actividad social",
      break: "pausa",
      other: "sesión",
    },
    description: ({ title, session, speakers, event }) => `${title}, ${session}${speakers ? ` de ${speakers}` : ""} (${event}).`,
    moreSpeakers: (number) => `${number} más`,
    ownTitle: "Título dado por el archivo: ninguna fuente indica el exacto.",
    status: {
      cancelled: "Esta charla se canceló.",
      postponed: "Esta charla se aplazó.",
      online: "Esta charla pasó a darse en línea.",
    },
    postponedTo: "Esta charla se aplazó: {place}.",
    withheld: "Esta charla no se publica. El archivo muestra cuándo y dónde fue, y nada más.",
    withheldTitle: "Charla no publicada",
    recording: {
      none: "Esta charla no se grabó.",
      declined: "Esta charla no se grabó, por deseo de sus ponentes.",
      withheld: "La grabación de esta charla no se publica.",
    },
    chapters: "Capítulos",
    part: "Parte",
    partOf: ({ part, parts }) => (parts === undefined ? `${part}` : `${part} de ${parts}`),
    continues: "Continuación de",
    continuedBy: "Continúa en",
    alsoGivenAt: "También en",
    languages: "Idiomas",
    licence: "Licencia",
    slidesLicence: "Licencia de las diapositivas",
    recordingLicence: "Licencia de la grabación",
    licenceOf: (thing) => `Licencia: ${thing}`,
    speakers: (number) => (number > 1 ? "Ponentes" : "Ponente"),
    noSpeaker: "Ponente sin identificar",
    transcript: "Transcripción",
    original: "Página original",
    abstract: "Resumen",
    ownSummary: "Resumen elaborado por el archivo.",
    noAbstract: "No se encontró ningún resumen.",
    about: (speakers) => (speakers > 1 ? "Acerca de los ponentes" : "Acerca del ponente"),
    links: "Enlaces",
    cite: "Citar",
    facts: "Detalles",
    dayNotKnown: (dates) => `${dates} (día desconocido)`,
    zone: "Zona horaria",
    programme: "Día del programa",
    length: "Duración",
    track: "Línea temática",
    kind: "Tipo",
    language: "Idioma",
    agenda: "Programa",
    inAgenda: "Ver en el programa",
    topics: "Temas",
    otherSessions: "Otras charlas de este evento",
    previous: "Anterior",
    next: "Siguiente",
    more: (speakers) => (speakers > 1 ? "De los mismos ponentes" : "De la misma persona"),
    related: "Charlas relacionadas",
  },
  topic: {
    description: ({ size, topic, archive }) => `${topic}, ${archive}: ${size || "nada por ahora"}.`,
    nothing: "Ninguna charla ni artículo por ahora",
    partOf: "Parte de",
    parts: "Partes",
    also: "También",
    growth: "Charlas por año",
    byYear: "Charlas por año",
    growthAbout: ({ first, last, most, year }) =>
      `${first === last ? `En ${first}` : `De ${first} a ${last}`}, con un máximo de ${count(most, "charla")} en ${year}.`,
    asTable: "Mostrar como tabla",
    caption: (topic) => `Charlas sobre ${topic} por año`,
    heads: ["Año", "Charlas"],
    talks: "Charlas",
    papers: "Artículos",
  },
  topics: {
    title: "Temas",
    description: ({ topics, archive, isCurated }) =>
      `${archive}: ${count(topics, "tema")}${isCurated ? "" : ", primero los más frecuentes"}.`,
    lead: (topics) => `${count(topics, "tema")}, primero los más frecuentes`,
    curatedLead: ({ curated, others }) => `${count(curated, "tema principal", "temas principales")}, ${thousands(others)} más`,
    more: "Otros temas",
    tenAndMore: "Diez o más",
    fiveToNine: "De cinco a nueve",
    twoToFour: "De dos a cuatro",
    tags: "En la mayoría de las charlas de un evento",
    one: "Una charla o artículo",
    empty: "Todavía no hay temas.",
  },
  transcript: {
    title: "Transcripción",
    windowTitle: ({ title, talk, event }) => `${title} de «${talk}» · ${event}`,
    description: ({ talk, event, from, to }) =>
      `Lo que se dice en el vídeo de «${talk}» (${event})${from === undefined ? "" : `, de ${from} a ${to}`}, línea por línea con sus tiempos.`,
    heading: "Lo que se dice",
    hint: "Cada tiempo reproduce el vídeo desde ese punto.",
    hintAt: (host) => `Cada tiempo reproduce el vídeo en ${host} desde ese punto.`,
    next: (time) => `Continuar en ${time}`,
    file: "Transcripción completa (WebVTT)",
  },
  year: {
    description: ({ year, archive, size }) => `${year}, ${archive}: ${size}.`,
    editions: (number) => (number > 1 ? "Eventos" : "Evento"),
    talks: "Charlas",
    speakers: "Ponentes",
    papers: "Artículos",
    otherYears: "Otros años",
    previous: "Año anterior",
    next: "Año siguiente",
  },
  years: {
    title: "Años",
    description: (archive) => `${archive}, año por año: eventos, charlas y artículos.`,
    lead: "Primero los más recientes",
    noTalks: "sin charlas conocidas",
    empty: "Todavía no hay años.",
  },

  citation: {
    title: (title) => `«${title.replace(/(?<!\.)\.$/u, "")}».`,
  },

  // Files that readers open with other programs.

  calendar: {
    undated: (sessions) => `${count(sessions, "sesión", "sesiones")} cuyo día se desconoce: véase el programa.`,
    agenda: (url) => `Programa: ${url}`,
  },
  csv: {
    editions: ["evento", "año", "inicio", "charlas", "ponentes", "organizaciones", "ponentes nuevos", "ponentes recurrentes"],
    topics: ["tema", "año", "charlas"],
    speakers: ["ponente", "eventos", "charlas", "primer año", "último año"],
    talks: [
      "id",
      "título",
      "ponentes",
      "organizaciones",
      "evento",
      "fecha",
      "último día",
      "inicio",
      "fin",
      "minutos",
      "sala",
      "línea temática",
      "tipo",
      "idiomas",
      "estado",
      "temas",
      "diapositivas",
      "vídeo",
      "licencia",
      "dirección",
      "nombres no publicados",
      "parte",
      "partes",
      "estado de la grabación",
      "aplazada a",
      "también presentada en",
      "documentos",
      "licencia de las diapositivas",
      "licencia de la grabación",
    ],
  },
  zip: {
    about: (archive) =>
      `Fuente: ${archive}. La carpeta content contiene las fichas del evento, de sus charlas y de sus ponentes, y las que valen para todos los
eventos, como texto sin formato (Markdown con campos YAML, UTF-8). La carpeta assets contiene los ficheros multimedia que nombran, si los hay.`,
    howToRead: ({ event, program }: { event: string; program: string }) =>
      `Cómo leerlo: cualquier editor de texto abre las fichas. Cada una empieza con sus campos entre dos líneas ---, como título, ponentes
y día; después sigue el resumen o la biografía. ${event}/event.md es el evento y sus charlas están en ${event}/talks.
Los ficheros que nombran los campos están en assets/media.
${program}, un paquete de npm para Node.js, genera un sitio a partir de ambas carpetas: póngalas en una carpeta preparada con su orden init.`,
    tooLarge: "Ficheros demasiado grandes para este zip:",
    licences: "Licencias de las charlas, las diapositivas y las grabaciones, cuando se conocen:",
    talkLicence: ({ talk, licence }) => `${talk}: ${licence}`,
  },
  /** What the site record of a new archive begins with. */
  fresh: {
    tagline: "Charlas, diapositivas y vídeos",
    notice: "Este es un archivo de conferencias pasadas.",
    licence: "Las diapositivas y los vídeos pertenecen a sus autores.",
  },
  /** The README of a copy that opens from a disk. */
  portable: {
    readme: ({ archive, address, start }: { archive: string; address: string; start: string }) => `${archive}
${address}

Esta es una copia del archivo que se abre desde un disco. Abra ${start} en un navegador: no hace falta servidor ni red.
Todas sus páginas, las diapositivas y los vídeos que conserva el archivo funcionan aquí, y en una copia del archivo completo también
la búsqueda. Los enlaces a otros sitios y los reproductores de otros servicios necesitan red. Las citas y los datos para programas
nombran cada página por su dirección publicada.
`,
  },
  found: {
    talk: "Charla",
    speaker: "Ponente",
    event: "Evento",
    paper: "Artículo",
    topic: "Tema",
    organization: "Organización",
    page: "Página",
  },
};

/** Languages in which talks are held, by their tags in small letters. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "árabe"],
  ["bg", "búlgaro"],
  ["bn", "bengalí"],
  ["ca", "catalán"],
  ["cs", "checo"],
  ["da", "danés"],
  ["de", "alemán"],
  ["el", "griego"],
  ["en", "inglés"],
  ["es", "español"],
  ["et", "estonio"],
  ["eu", "euskera"],
  ["fa", "persa"],
  ["fi", "finés"],
  ["fr", "francés"],
  ["ga", "irlandés"],
  ["he", "hebreo"],
  ["hi", "hindi"],
  ["hr", "croata"],
  ["hu", "húngaro"],
  ["id", "indonesio"],
  ["is", "islandés"],
  ["it", "italiano"],
  ["ja", "japonés"],
  ["ko", "coreano"],
  ["lt", "lituano"],
  ["lv", "letón"],
  ["ms", "malayo"],
  ["nb", "noruego bokmål"],
  ["nl", "neerlandés"],
  ["nn", "noruego nynorsk"],
  ["no", "noruego"],
  ["pl", "polaco"],
  ["pt", "portugués"],
  ["pt-br", "portugués de Brasil"],
  ["ro", "rumano"],
  ["ru", "ruso"],
  ["sk", "eslovaco"],
  ["sl", "esloveno"],
  ["sr", "serbio"],
  ["sv", "sueco"],
  ["ta", "tamil"],
  ["th", "tailandés"],
  ["tr", "turco"],
  ["uk", "ucraniano"],
  ["ur", "urdu"],
  ["vi", "vietnamita"],
  ["zh", "chino"],
  ["zh-hans", "chino simplificado"],
  ["zh-hant", "chino tradicional"],
]);
