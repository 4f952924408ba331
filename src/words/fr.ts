/** Every sentence that a reader of the site sees, in French; see `en.ts`. */
import { joined } from "../text/wording.ts";
import { dayOfWeek } from "./day-of-week.ts";
import { count, thousands } from "./fr-numbers.ts";
import { languageName } from "./language-name.ts";
import type { Words } from "./words.ts";

const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

const DAY_NOT_KNOWN = "Jour inconnu";

/** `1er`, `27` */
const dayOfMonth = (iso: string) => (iso.endsWith("-01") ? "1er" : String(Number(iso.slice(8))));

/** `27 août 2012`, `novembre 2007` or `2009`, as much as is known of a date of ISO 8601. */
function date(iso: string): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  if (iso.length === 10) return `${dayOfMonth(iso)} ${month} ${iso.slice(0, 4)}`;
  return iso.length === 7 ? `${month} ${iso.slice(0, 4)}` : iso;
}

/** `27-28 août 2012`, `31 mai – 2 juin 2012`; a first day without a last one says that the event began then. */
function range(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `à partir du ${date(start)}` : date(start);
  if (start === end) return date(start);
  if (start.length === 10 && end.length === 10) {
    if (start.slice(0, 7) === end.slice(0, 7)) return `${dayOfMonth(start)}-${date(end)}`;
    if (start.slice(0, 4) === end.slice(0, 4)) return `${date(start).slice(0, -5)} – ${date(end)}`;
  }
  return `${date(start)} – ${date(end)}`;
}

const weekday = (iso: string) => WEEKDAYS[dayOfWeek(iso) - 1] ?? "";

/** `du 27 août 2012`, `d’août 2012`, `de 2012`: a date as `date` writes it, after a noun. */
function fromDate(text: string): string {
  if (/^\d{1,2}(er)? /.test(text)) return `du ${text}`;
  return /^[aeiou]/.test(text) ? `d’${text}` : `de ${text}`;
}

/** `lundi 27 août 2012` within a sentence, of a day as a heading writes it. */
const inSentence = (day: string) => `${day.charAt(0).toLowerCase()}${day.slice(1)}`;

/** ` du lundi 27 août 2012` after a noun; nothing where no day is named. */
function ofDay(day: string | undefined): string {
  if (!day) return "";
  return day === DAY_NOT_KNOWN ? ", jour inconnu" : ` du ${inSentence(day)}`;
}

/** `a, b et c` */
function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;
}

/** `de Jun`, `d’Alice` */
const ofName = (name: string) => (/^[aeiouàâéèêëîïôöü]/i.test(name) ? `d’${name}` : `de ${name}`);

/** One word for none or one, another for more. */
const plural = (number: number, one: string, many: string) => (number < 2 ? one : many);

const decks = (number: number) => count(number, "jeu de diapositives", "jeux de diapositives");

/** `12 organisations qui ont envoyé …` */
const organizations = (number: number) =>
  `${count(number, "organisation")} ${plural(number, "qui a envoyé", "qui ont envoyé")} des intervenants ou accueilli des événements`;

export const fr: Words = {
  number: thousands,
  list: {
    comma: ", ",
    commas: (parts) => joined(parts, ", "),
    and: enumerate,
  },
  count: {
    bytes: (number) => count(number, "octet"),
    decks,
    events: (number) => count(number, "événement"),
    files: (number) => count(number, "fichier"),
    organizations: (number) => count(number, "organisation"),
    pages: (number) => count(number, "page"),
    papers: (number) => count(number, "article"),
    sessions: (number) => count(number, "session"),
    slides: (number) => count(number, "diapositive"),
    speakers: (number) => count(number, "intervenant"),
    talks: (number) => count(number, "présentation"),
    topics: (number) => count(number, "thème"),
    videos: (number) => count(number, "vidéo"),
  },
  dates: {
    date,
    /** `lun. 27 août 2012` */
    shortDay: (iso) => `${weekday(iso).slice(0, 3)}. ${date(iso)}`,
    /** `Lundi 27 août 2012` */
    day: (iso) => `${weekday(iso).charAt(0).toUpperCase()}${weekday(iso).slice(1)} ${date(iso)}`,
    range,
    dateNotKnown: "Date inconnue",
    dayNotKnown: DAY_NOT_KNOWN,
    yearNotKnown: "Année inconnue",
  },
  /** `1,2 Mo`; decimal units. */
  bytes(bytes) {
    if (bytes < 1000) return count(bytes, "octet");
    const kilobytes = Math.round(bytes / 1000);
    return kilobytes < 1000 ? `${kilobytes}\u00a0ko` : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00a0Mo`;
  },
  /** `1 h 15 min` for a length in minutes. */
  minutes(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [hours ? `${hours}\u00a0h` : "", rest || !hours ? `${rest}\u00a0min` : ""].filter(Boolean).join("\u00a0");
  },
  place: ({ city, country }) =>
    [...new Set([city, country].filter((part) => part !== undefined))]
      .map((part) => (/^online$/i.test(part) ? "En ligne" : part))
      .join(", "),
  status: { cancelled: "annulée", postponed: "reportée", online: "en ligne" },
  kinds: {
    talk: "présentation",
    keynote: "conférence plénière",
    panel: "table ronde",
    tutorial: "tutoriel",
    workshop: "atelier",
    lightning: "présentation éclair",
    "design session": "session de conception",
    discussion: "discussion",
    demo: "démonstration",
    poster: "poster",
    meeting: "réunion",
    opening: "ouverture",
    closing: "clôture",
    social: "moment convivial",
    break: "pause",
    other: "autre",
  },
  language: (tag) => languageName(LANGUAGES, tag),
  sections: {
    events: "Événements",
    presentations: "Présentations",
    presentationsAndVideos: "Présentations et vidéos",
    papers: "Articles",
    speakers: "Intervenants",
    topics: "Thèmes",
    organizations: "Organisations",
    series: "Séries",
    years: "Années",
    explore: "Explorer",
  },

  // Around every page.

  frame: {
    home: "Accueil",
    skip: "Aller au contenu",
    /** What a picture of a page for social media says: its title, and what stands below it. */
    cardAlt: (texts: string[]) => texts.join(". "),
    notice: "À propos de ces archives",
    liveSite: "Site actuel\u00a0: {link}",
    navigation: "Principale",
    navigationBelow: "Principale, en bas de page",
    search: "Rechercher",
    searchHint: (talks) =>
      talks < 2
        ? "Rechercher"
        : talks <= 1000
          ? `Chercher parmi ${thousands(talks)} présentations`
          : `Plus de ${thousands(Math.floor(talks / 1000) * 1000)} présentations`,
    theme: "Apparence",
    themes: {
      system: { name: "Système", title: "Apparence du système" },
      light: { name: "Claire", title: "Apparence claire" },
      dark: { name: "Sombre", title: "Apparence sombre" },
    },
    sections: "Archives",
    breadcrumbs: "Fil d’Ariane",
    browse: "Parcourir",
    accessibility: "Accessibilité",
    sources: "Sources de cette page",
    dataOfAll: "Toutes les données (JSON)",
    dataOfPage: "Données de cette page (JSON)",
    editPage: "Modifier cette page",
    editRecords: "Modifier ces fiches",
    /** Of what a page says of people. */
    correct: "Corriger ou retirer",
    correctSubject: (page: string) => `Corriger ou retirer\u00a0: ${page}`,
    licence: "Lire la licence",
    contact: "Contact\u00a0: {contact}",
    sponsors: "Sponsors",
    madeBy: ({ generator, builtOn }) =>
      `Généré par ${generator} à partir de fiches en texte brut${builtOn === null ? "" : `, le ${builtOn}`}`,
  },

  // Parts that several pages share.

  agendaItem: {
    nextDay: "lendemain",
    span: ({ first, start, last, end }) => `${joined([first, start], ", ")} – ${joined([inSentence(last), end], ", ")}`,
    parallel: (sessions) => `${sessions} en parallèle`,
  },
  bio: {
    note: (date) => (date === null ? "Biographie non datée, peut-être dépassée." : `Biographie datée ${fromDate(date)}.`),
    ownNote: (date) => `Résumé rédigé par les archives, ${date === null ? "non daté, peut-être dépassé" : `daté ${fromDate(date)}`}.`,
    atTalk: "Telle que publiée avec cette présentation.",
  },
  chart: {
    table: (caption) => `Tableau\u00a0: ${caption}`,
  },
  downloads: {
    heading: "Exporter",
    labelOf: ({ label, of }) => `${label}\u00a0: ${of}`,
    calendar: "Calendrier",
    feed: "Flux",
    schedule: "Horaires",
    data: "Données",
    recordsAndFiles: "Fiches et fichiers",
    talks: "Présentations",
    someOf: ({ label, talks, all }) => `${label}, ${talks} sur ${count(all, "présentation")}`,
  },
  eventItem: {
    status: { cancelled: "annulé", postponed: "reporté", online: "en ligne" },
    hostedBy: (host) => `accueilli par ${host}`,
    noTalks: "aucune présentation connue",
    withSlides: (talks) => `${talks} avec diapositives`,
    withVideo: (talks) => `${talks} avec vidéo`,
  },
  exploreCharts: {
    download: "Télécharger les données",
    allEditions: "tous les événements",
    allSpeakers: "tous les intervenants",
    allTopics: "tous les thèmes",
    asTable: "Afficher sous forme de tableau",
    editions: {
      heading: "Présentations, intervenants et organisations par événement",
      text: "Seulement ce qui est connu\u00a0: une colonne courte peut signifier qu’il reste peu de traces du programme. Les trois graphiques ont la même échelle.",
      notHeld: (some) => `Hors décompte (annulation, report ou retrait)\u00a0: ${some}.`,
      talks: "Présentations",
      speakers: "Intervenants",
      organizations: "Organisations",
      most: ({ size, edition }) => `Maximum\u00a0: ${size} (${edition}).`,
      heads: ["Événement", "Présentations", "Intervenants", "Organisations"],
    },
    topics: {
      heading: "Thèmes",
      largest: (number) => `Les ${number} thèmes les plus fréquents`,
      text: "Plus le point est grand, plus il y a eu de présentations cette année-là. Une présentation compte une fois pour chacun de ses thèmes.",
      title: "Thèmes par année",
      about: ({ topic, talks }) => `Le plus fréquent\u00a0: ${topic}, avec ${count(talks, "présentation")}.`,
      caption: "Présentations par thème et par année",
      heads: ["Thème", "Présentations"],
    },
    speakers: {
      heading: "Intervenants nouveaux et déjà venus, par événement",
      text: ({ speakers, came }) =>
        `Sur ${count(speakers, "intervenant")}, ${thousands(came)} ${plural(came, "a participé", "ont participé")} à plus d’un événement. Au premier événement, tout le monde compte comme nouveau.`,
      title: "Intervenants par événement",
      about: ({ returning, all, edition }) =>
        `Déjà venus en bas, nouveaux en haut. ${edition}\u00a0: ${returning} sur ${all} ${plural(returning, "avait déjà participé", "avaient déjà participé")}.`,
      hadSpoken: "déjà venus",
      firstTime: "nouveaux",
      heads: ["Événement", "Intervenants", "Nouveaux", "Déjà venus"],
    },
  },
  filters: {
    edition: "Événement",
    allEditions: "Tous les événements",
    year: "Année",
    allYears: "Toutes les années",
    topic: "Thème",
    allTopics: "Tous les thèmes",
    language: "Langue",
    allLanguages: "Toutes les langues",
    order: "Trier par",
    slides: "Avec diapositives",
    video: "Avec vidéo",
  },
  history: {
    caption: ({ editions, first, last }) =>
      `${count(editions, "événement")}${first === undefined ? "" : first === last ? ` en ${first}` : ` de ${first} à ${last}`}`,
    legend: ({ caption, talksOfBlock, isByYear }) =>
      `${caption}. Une colonne par ${isByYear ? "année" : "événement"}, un bloc ${talksOfBlock > 1 ? `pour ${talksOfBlock} présentations` : "par présentation"}\u00a0:`,
    withVideo: "avec vidéo",
    withSlides: "avec diapositives",
    neither: "ni diapositives ni vidéo",
    undated: "sans date",
  },
  links: {
    leaves: "(quitte les archives)",
    leavesTo: (host) => `(quitte les archives, ${host})`,
    sources: "Sources",
    of: ": {thing}",
    documents: {
      slides: "Diapositives",
      paper: "Article",
      code: "Code",
      handout: "Document d’accompagnement",
      poster: "Poster",
      other: "Document",
    },
    video: "Vidéo",
    audio: "Audio",
    part: (number) => `partie ${number}`,
    stretch: ({ start, end }) => (end === undefined ? `à partir de ${start}` : `${start}–${end}`),
    copy: "copie archivée",
    copyOf: (date) => `copie archivée ${fromDate(date)}`,
    gone: "{address}, hors ligne depuis le {date}",
    goneWithCopy: "{address}, hors ligne depuis le {date}\u00a0: {copy}",
    addTalk: "Si vous en connaissez une, vous pouvez {edit}.",
    editEvent: "l’ajouter aux fiches de l’événement",
  },
  paperItem: {
    noAuthors: "Auteurs inconnus",
    pages: (pages) => `p.\u00a0${pages}`,
    topics: "Thèmes",
    ownNote: "Note rédigée par les archives.",
  },
  parts: {
    ofList: "Parties de cette liste",
    ofTalks: "Parties de la liste des présentations",
    ofSlides: "Parties des diapositives",
    ofTranscript: "Parties de cette transcription",
    moreSlides: "Autres diapositives",
    suffix: ({ number, all }) => ` (${number} sur ${all})`,
  },
  places: {
    noCountry: "Pays inconnu",
    noPlace: "Lieu inconnu",
  },
  player: {
    title: (talk) => `Vidéo\u00a0: ${talk}`,
    captions: "Sous-titres",
    watch: ({ host, length }) => `Regarder sur ${host}${length ? `, ${length}` : ""}`,
    comesFrom: ({ name, host }) =>
      `Lecteur\u00a0: ${name}${name === host ? "" : ` (${host})`}. Rien n’est chargé tant que la lecture n’est pas lancée.`,
  },
  slidesOf: {
    title: (talk) => `Diapositives\u00a0: ${talk}`,
    all: ({ label, pages }) => `${label}\u00a0: ${count(pages, "page")}`,
    download: (size) => `Télécharger le PDF, ${size}`,
    openOn: ({ label, host }) => `${label} sur ${host}`,
    comesFrom: ({ name, host }) => `Diapositives\u00a0: ${name} (${host}). Rien n’est chargé avant que vous ne les ouvriez.`,
  },
  talkItem: {
    with: "avec {speakers}",
    andMore: "{speakers} et {more}",
    more: (number) => count(number, "autre"),
    moreSpeakersOf: "parmi les intervenants de «\u00a0{talk}\u00a0»",
    withheldNames: (number) => (number < 2 ? "Nom non publié" : `${number} noms non publiés`),
  },
  talkResources: {
    original: "Page d’origine",
    copy: ({ title, copy }) => `${title} (${copy})`,
  },
  talkSummary: {
    ownSummary: "Résumé rédigé par les archives.",
    resource: ({ title, url }) => `${title}\u00a0: ${url}`,
  },

  // Pages.

  accessibility: {
    title: "Accessibilité",
    description: (archive) =>
      `${archive}\u00a0: ce qui est fait pour que tout le monde puisse utiliser ces archives, comment c’est testé et ce qui manque.`,
    lead: "Tout le monde doit pouvoir utiliser ces archives\u00a0: par la vue, l’ouïe ou le toucher, au clavier, sur un écran petit ou agrandi, avec ou sans JavaScript.",
    summary: ({ criteria, met, partly, not }) =>
      `Sur les ${criteria} critères de niveaux A et AA des WCAG 2.2, les pages telles que le programme les produit en satisfont ${met}, et ${partly} partiellement\u202f; ${not} ${plural(not, "ne s’applique pas", "ne s’appliquent pas")}.`,
    introduction:
      "{summary} La liste ci-dessous indique comment les pages répondent à chacun et comment c’est testé. Ces tests sont ceux de {program}, le programme qui produit ce site\u00a0: son projet les exécute sur ses propres sites, et tous, sauf le «\u00a0contrôle visuel\u00a0», à chaque modification du programme. Les WCAG sont les {guidelines}.",
    guidelines: "Règles pour l’accessibilité des contenus Web",
    report: {
      heading: "Quelque chose ne fonctionne pas\u202f?",
      label: "Signalez-le dans le suivi des problèmes de ces archives",
      atProject: "{report} en précisant la page, le navigateur et la technologie d’assistance utilisés.",
      atSite: "Indiquez à l’équipe de {site} la page, le navigateur et la technologie d’assistance utilisés.",
    },
    gaps: {
      heading: "Ce qui manque",
      videosElsewhere: (videos) =>
        `${count(videos, "vidéo")} sur d’autres sites\u00a0: le lecteur, les sous-titres et la publicité n’y dépendent pas des archives.`,
      withoutCaptions: (videos) => `${count(videos, "vidéo")} dans les archives sans sous-titres, car il n’en est pas connu.`,
      slidesElsewhere: (number) =>
        `${decks(number)} sur d’autres sites\u00a0: beaucoup de ces fichiers n’ont pas de structure qu’un lecteur d’écran puisse suivre.`,
      slidesHere: (number) =>
        `${decks(number)} dans les archives, ${plural(number, "publié tel que ses auteurs l’ont conçu", "publiés tels que leurs auteurs les ont conçus")}.`,
      noDescriptions: "Aucune audio-description ni traduction en langue des signes n’est connue pour les vidéos.",
      strangers: "Les textes de tiers sont publiés tels quels, quels que soient les mots choisis.",
      ownLooks: "Les couleurs, les styles et les modèles propres à ces archives ne font partie d’aucun test du programme.",
      browsers:
        "Le programme est testé dans Chromium, et par le simple parcours d’un site dans Firefox et WebKit. Son projet n’a testé aucun lecteur d’écran.",
    },
    testing: "Comment le programme est testé",
    tested: (ways) => `Tests\u00a0: ${ways}`,
    states: { met: "Satisfait", partly: "Partiellement satisfait", not: "Non applicable" },
    principles: { 1: "Perceptible", 2: "Utilisable", 3: "Compréhensible", 4: "Robuste" },
    ways: {
      axe: {
        label: "axe",
        what: "axe-core examine la première et la plus grande page de chaque type, ainsi que des pages en cours d’utilisation, dans les deux apparences, sur 320 et 1\u202f280 pixels de large, avec toutes ses règles pour les WCAG 2.0 à 2.2 et les bonnes pratiques. Le même test repère les textes tronqués, qui débordent ou dont la langue n’est pas indiquée.",
      },
      keys: {
        label: "parcours au clavier",
        what: "Un navigateur parcourt des pages de plusieurs types avec de vrais appuis sur Tab, en avant et en arrière\u00a0: chaque arrêt doit être visible, signalé et dans l’ordre du texte, et tous les éléments interactifs doivent être atteints.",
      },
      html: { label: "contrôle HTML", what: "Toutes les pages des archives du projet lui-même sont en HTML valide." },
      walk: {
        label: "parcours de lecture",
        what: "Un navigateur suit des liens, filtre et trie des présentations, avec et sans JavaScript.",
      },
      links: {
        label: "contrôle des liens",
        what: "Aucun lien interne n’est rompu, et toutes les pages peuvent être atteintes depuis l’accueil.",
      },
      theme: { label: "test de l’apparence", what: "Le choix de l’apparence est accessible au clavier et mémorisé." },
      search: {
        label: "test de la recherche",
        what: "Un navigateur fait des recherches au clavier, et désactive puis réactive la touche qui mène à la recherche.",
      },
      eye: {
        label: "contrôle visuel",
        what: "Quelqu’un du projet a examiné des pages de chaque type dans les deux apparences, à l’impression et avec des couleurs forcées, ainsi que ce que reçoit un lecteur d’écran.",
      },
    },
    criteria: {
      "1.1.1": {
        name: "Contenu non textuel",
        how: "Les portraits sont décrits, et les graphiques sont accompagnés d’un texte qui donne les mêmes informations. Ce que montrent les diapositives et les vidéos n’est décrit que dans la mesure où leurs auteurs l’ont fait.",
      },
      "1.2.1": {
        name: "Contenu seulement audio et seulement vidéo (pré-enregistré)",
        how: "Une transcription est proposée lorsque les archives en ont une.",
      },
      "1.2.2": {
        name: "Sous-titres (pré-enregistré)",
        how: "Les vidéos des archives sont lues avec des sous-titres lorsqu’il y en a. Ailleurs, cela dépend du lecteur du site.",
      },
      "1.2.3": {
        name: "Audio-description ou version de remplacement pour un média temporel (pré-enregistré)",
        how: "Le résumé, les diapositives et la transcription d’une présentation accompagnent sa vidéo, dans la mesure où ils sont connus.",
      },
      "1.2.4": { name: "Sous-titres (en direct)", how: "Rien n’est en direct." },
      "1.2.5": { name: "Audio-description (pré-enregistré)", how: "Aucune audio-description n’est connue pour les vidéos." },
      "1.3.1": {
        name: "Information et relations",
        how: "Les titres, les listes, les tableaux aux en-têtes associés, les étiquettes et les points de repère expriment ce que montre la mise en page.",
      },
      "1.3.2": {
        name: "Ordre séquentiel logique",
        how: "Les pages se lisent dans l’ordre de leur code source, même lorsque des colonnes se côtoient.",
      },
      "1.3.3": { name: "Caractéristiques sensorielles", how: "Aucune consigne ne repose sur une forme, un emplacement ou un son." },
      "1.3.4": { name: "Orientation", how: "Les pages fonctionnent en portrait comme en paysage." },
      "1.3.5": { name: "Identifier la finalité de la saisie", how: "Aucun champ ne demande de renseignement personnel." },
      "1.4.1": {
        name: "Utilisation de la couleur",
        how: "Les liens dans le texte sont soulignés\u202f; la page active est signalée aussi par la graisse et un trait.",
      },
      "1.4.2": { name: "Contrôle du son", how: "Rien n’est lu automatiquement." },
      "1.4.3": { name: "Contraste (minimum)", how: "Le texte a un contraste d’au moins 4,5:1 dans les deux apparences." },
      "1.4.4": {
        name: "Redimensionnement du texte",
        how: "Toutes les tailles suivent celle qui est réglée dans le navigateur, et les pages fonctionnent à 400\u00a0%.",
      },
      "1.4.5": {
        name: "Texte sous forme d’image",
        how: "Le texte des archives est du vrai texte. Les diapositives peuvent en contenir sous forme d’image.",
      },
      "1.4.10": {
        name: "Redistribution",
        how: "À 320 pixels, soit 400\u00a0% d’une fenêtre de 1\u202f280 pixels de large, rien ne demande de défilement horizontal.",
      },
      "1.4.11": {
        name: "Contraste du contenu non textuel",
        how: "Les contours des champs et des boutons ainsi que l’indicateur de focus ont un contraste d’au moins 3:1.",
      },
      "1.4.12": { name: "Espacement du texte", how: "Avec l’espacement défini par le critère, aucun texte n’est perdu." },
      "1.4.13": {
        name: "Contenu au survol ou au focus",
        how: "Rien n’apparaît au survol ou au focus, hormis le lien d’évitement et les infobulles du navigateur.",
      },
      "2.1.1": { name: "Clavier", how: "Tous les liens et éléments interactifs sont accessibles et utilisables au clavier." },
      "2.1.2": {
        name: "Pas de piège au clavier",
        how: "La touche Tab traverse chaque page et en ressort. Les lecteurs d’autres sites, qui ne s’ouvrent qu’à la demande, relèvent de ces sites.",
      },
      "2.1.4": {
        name: "Raccourcis clavier utilisant des caractères",
        how: "La touche / place le focus sur la recherche\u202f; une case de la page de recherche la désactive. Aucune autre lettre ni aucun autre signe n’agit seul.",
      },
      "2.2.1": {
        name: "Réglage du délai",
        how: "Aucune page n’impose de limite de temps. Les pages aux anciennes adresses redirigent immédiatement.",
      },
      "2.2.2": { name: "Mettre en pause, arrêter, masquer", how: "Rien ne bouge, ne clignote ni ne change tout seul." },
      "2.3.1": {
        name: "Pas plus de trois flashs ou sous le seuil critique",
        how: "Aucune page ne contient de flash. Ce que montrent les vidéos n’est pas connu.",
      },
      "2.4.1": {
        name: "Contourner des blocs",
        how: "Le premier arrêt de chaque page est un lien d’évitement qui mène au contenu\u202f; les points de repère et les titres rendent le même service.",
      },
      "2.4.2": { name: "Titre de page", how: "Chaque page a un titre qui lui est propre, avec le nom des archives." },
      "2.4.3": { name: "Parcours du focus", how: "Le focus suit l’ordre du texte." },
      "2.4.4": {
        name: "Fonction du lien (selon le contexte)",
        how: "Les liens qui se ressemblent, comme ceux vers des diapositives, indiquent aux lecteurs d’écran de quelle présentation ils relèvent et s’ils quittent les archives.",
      },
      "2.4.5": {
        name: "Accès multiples",
        how: "Chaque présentation se trouve par son événement, le programme, ses intervenants, ses thèmes et la liste de toutes les présentations.",
      },
      "2.4.6": { name: "En-têtes et étiquettes", how: "Les titres et les étiquettes annoncent ce qui les suit." },
      "2.4.7": { name: "Visibilité du focus", how: "Chaque arrêt est entouré d’un contour d’au moins deux pixels." },
      "2.4.11": { name: "Focus non masqué (minimum)", how: "Rien ne recouvre l’élément qui a le focus." },
      "2.5.1": { name: "Gestes pour le contrôle du pointeur", how: "Un simple toucher ou clic suffit pour tout." },
      "2.5.2": {
        name: "Annulation de l’action du pointeur",
        how: "Les liens et les éléments interactifs réagissent au relâchement du pointeur.",
      },
      "2.5.3": { name: "Étiquette dans le nom", how: "Le nom d’un élément interactif commence par les mots affichés." },
      "2.5.4": { name: "Activation par le mouvement", how: "Rien ne réagit aux mouvements de l’appareil." },
      "2.5.7": { name: "Mouvements de glissement", how: "Aucune action ne demande de glissement." },
      "2.5.8": {
        name: "Taille de la cible (minimum)",
        how: "Les cibles mesurent au moins 24 pixels sur 24 ou gardent cet écart\u202f; les liens dans les phrases font exception.",
      },
      "3.1.1": { name: "Langue de la page", how: "Chaque page indique sa langue." },
      "3.1.2": {
        name: "Langue d’un passage",
        how: "Les titres, les résumés et les biographies d’une présentation dans une autre langue l’indiquent, lorsque la fiche le précise. Les citations dans un texte ne le font pas.",
      },
      "3.2.1": { name: "Au focus", how: "Le focus seul ne change rien." },
      "3.2.2": {
        name: "À la saisie",
        how: "Un choix dans le filtre modifie la liste située en dessous, l’annonce et laisse le focus où il est.",
      },
      "3.2.3": {
        name: "Navigation cohérente",
        how: "L’en-tête, le fil d’Ariane et le pied de page sont les mêmes, dans le même ordre, sur toutes les pages.",
      },
      "3.2.4": {
        name: "Identification cohérente",
        how: "Une même chose porte partout le même nom et le même signe\u202f; la navigation, le pied de page et les listes tirent les noms des rubriques d’un seul endroit.",
      },
      "3.2.6": { name: "Aide cohérente", how: "Le pied de chaque page contient un lien vers celle-ci." },
      "3.3.1": { name: "Identification des erreurs", how: "Aucune saisie ne peut être erronée\u202f; un filtre sans résultat le signale." },
      "3.3.2": { name: "Étiquettes ou instructions", how: "Chaque champ a une étiquette visible, ou un symbole avec un nom." },
      "3.3.3": { name: "Suggestion après une erreur", how: "Aucune saisie ne peut être erronée." },
      "3.3.4": {
        name: "Prévention des erreurs (juridiques, financières, de données)",
        how: "Aucun envoi de données n’est demandé.",
      },
      "3.3.7": { name: "Saisie redondante", how: "Rien n’est à saisir deux fois." },
      "3.3.8": { name: "Authentification accessible (minimum)", how: "Il n’y a pas de connexion à un compte." },
      "4.1.2": { name: "Nom, rôle et valeur", how: "Les éléments interactifs sont ceux du navigateur et portent un nom." },
      "4.1.3": {
        name: "Messages d’état",
        how: "Le nombre de présentations trouvées et le résultat d’une copie sont annoncés aux lecteurs d’écran sans déplacer le focus.",
      },
    },
  },
  agenda: {
    title: "Programme",
    description: ({ event, day, sessions }) =>
      `${event}\u00a0: programme${ofDay(day)}, ${count(sessions, "session")} avec intervenants, diapositives et vidéos.`,
    windowTitle: ({ event, day }) => `${event}\u00a0: programme${ofDay(day)}`,
    zone: "Fuseau horaire",
    timesIn: (zone) => `Heures\u00a0: ${zone}`,
    yourZone: "Votre heure ({zone})",
    offsets: (offsets) => offsets.join(", puis "),
    days: "Jours",
    rooms: (day) => `Salles${ofDay(day)}`,
    caption: (day) => `Sessions${ofDay(day)} par heure et par salle`,
    time: "Heure",
    roomNotKnown: "Salle inconnue",
    timeNotKnown: "Heure inconnue",
    publishedOrder: "Dans l’ordre publié",
    otherSessions: "Autres sessions",
    severalDays: "Sur plusieurs jours",
    otherDays: "Autres jours",
    previousDay: "Jour précédent",
    nextDay: "Jour suivant",
    previousPart: "Partie précédente",
    nextPart: "Partie suivante",
  },
  event: {
    description: ({ event, facts }) => `${event}\u00a0: ${facts.join("\u202f; ")}.`,
    pointers: "Présentations, diapositives et vidéos",
    agenda: "Programme",
    withSlides: (talks) => `${talks} avec diapositives`,
    withVideo: (talks) => `${talks} avec vidéo`,
    zip: (files) => `Toutes les diapositives (zip, ${count(files, "fichier")})`,
    zipOfSome: ({ files, all }) => `Diapositives (zip, ${files} sur ${count(all, "fichier")})`,
    welcome: "Bienvenue",
    complete: "Est-ce complet\u202f?",
    asFarAsKnown: "Le programme est aussi complet que le permettent les sources ci-dessous.",
    unsourced: "Rien ne dit si le programme est complet.",
    talks: "Présentations",
    otherTalks: "Autres présentations",
    empty: "Aucune présentation de cet événement n’est connue.",
    facts: "À propos de l’événement",
    days: "Jours connus",
    host: "Hôte",
    zone: "Fuseau horaire",
    series: "Série",
    licence: "Licence des présentations",
    slidesLicence: "Licence des diapositives",
    recordingLicence: "Licence des enregistrements",
    status: {
      cancelled: "Cet événement a été annulé.",
      postponed: "Cet événement a été reporté.",
      online: "Cet événement est passé en ligne.",
    },
    postponedTo: "Cet événement a été reporté\u00a0: {event}.",
    links: "Liens",
    otherEvents: "Autres événements",
    previous: "Événement précédent",
    next: "Événement suivant",
  },
  events: {
    description: ({ events, archive }) => `${archive}\u00a0: ${count(events, "événement")}, avec dates, lieux et hôtes.`,
    other: "Autres événements",
    places: "Lieux",
    empty: "Il n’y a pas encore d’événement dans ces archives.",
  },
  explore: {
    title: "Explorer",
    editions: { label: "Événements", lead: (sizes) => `Les archives en graphiques\u00a0: ${sizes}` },
    topics: { label: "Thèmes", title: "Thèmes par année", lead: "Les thèmes des présentations, année par année" },
    speakers: { label: "Intervenants", title: "Qui est revenu", lead: "Intervenants nouveaux et déjà venus" },
    description: ({ lead, archive }) => `${lead}. ${archive}.`,
    pages: "Graphiques",
    charts: (heading) => `Graphiques\u00a0: ${heading}`,
    scrolls: "Les graphiques défilent horizontalement.",
    empty: "Il n’y a encore rien à compter.",
    regulars: "Les plus fidèles",
  },
  home: {
    numbers: {
      events: (number) => plural(number, "événement", "événements"),
      talks: (number) => plural(number, "présentation", "présentations"),
      speakers: (number) => plural(number, "intervenant", "intervenants"),
      topics: (number) => plural(number, "thème", "thèmes"),
      papers: (number) => plural(number, "article", "articles"),
    },
    featured: "À découvrir",
    editions: "Tous les événements",
    empty: "Il n’y a pas encore d’événement.",
  },
  moved: {
    description: (title) => `${title} a une nouvelle adresse.`,
    text: "Cette page a été déplacée\u00a0: {link}.",
  },
  /** At the address of something that was removed for good. */
  removed: {
    title: "Retiré",
    text: (date: string) => `Ce qui se trouvait à cette adresse a été retiré des archives le ${date}.`,
    kept: "L’adresse est conservée, pour que les liens mènent à cette note.",
  },
  notFound: {
    title: "Page introuvable",
    description: "Il n’y a pas de page à cette adresse.",
    lead: "Il n’y a rien à cette adresse. Vérifiez-la ou lancez une recherche.",
    talks: "Toutes les présentations",
    events: "Tous les événements",
    speakers: "Tous les intervenants",
    topics: "Tous les thèmes",
  },
  organization: {
    description: ({ name, archive, size }) => `${name}, ${archive}\u00a0: ${size}.`,
    hosted: (events) => count(events, "événement accueilli", "événements accueillis"),
    otherNames: (names) => `Autres graphies\u00a0: ${names}`,
    talks: "Présentations",
    noTalks: "Aucune présentation d’un intervenant de cette organisation n’est connue.",
    hostedEvents: "Événements accueillis",
    people: "Personnes",
    morePeople: (number) => `et ${count(number, "autre")}`,
    yearNotKnown: "année inconnue",
    links: "Liens",
  },
  organizations: {
    title: "Organisations",
    description: ({ organizations: number, archive }) => `${archive}\u00a0: ${organizations(number)}.`,
    lead: organizations,
    largest: "Avec le plus de présentations",
    hosted: (events) => `hôte de ${count(events, "événement")}`,
    empty: "Il n’y a pas encore d’organisation.",
  },
  page: {
    kinds: "Types",
    other: "Autres",
    since: (year) => `depuis ${year}`,
    missingTalk: "Une présentation manque\u202f? {add}.",
    addTalk: "L’ajouter ici",
  },
  papers: {
    title: "Articles",
    description: ({ papers, archive }) => `${archive}\u00a0: ${count(papers, "article")}, avec auteurs, lieux de publication et adresses.`,
    lead: "{papers}.",
    ownNotes: "Les notes sont rédigées par les archives.",
    empty: "Il n’y a pas encore d’article dans ces archives.",
  },
  presentations: {
    description: ({ talks, archive }) => `${archive}\u00a0: ${count(talks, "présentation")}, à trier et à filtrer.`,
    ofYear: (year) => `Présentations de ${year}`,
    withoutYear: "Présentations sans année",
    partDescription: ({ title, archive }) => `${title}, ${archive}.`,
    filter: "Filtrer les présentations",
    words: "Titre ou intervenant",
    more: "Autres filtres",
    byYear: "Par année",
    newest: "Événement le plus récent d’abord",
    oldest: "Événement le plus ancien d’abord",
    byTitle: "Titre",
    bySpeaker: "Intervenant",
    results: "Afficher les résultats",
    reset: "Effacer",
    empty: "Il n’y a pas encore de présentation.",
  },
  search: {
    title: "Recherche",
    description: (archive) =>
      `${archive}\u00a0: recherche dans les présentations, diapositives, transcriptions, intervenants, organisations, événements, articles et thèmes.`,
    label: "Rechercher",
    submit: "Rechercher",
    keys: "{slash} pour rechercher, ↑ ↓ pour se déplacer, {enter} pour ouvrir.",
    enter: "Entrée",
    escape: "Échap",
    slash: "Utiliser {slash} comme raccourci sur toutes les pages",
    filters: "Filtrer et trier",
    kind: "Type",
    allKinds: "Tous les types",
    speaker: "Intervenant",
    allSpeakers: "Tous les intervenants",
    organization: "Organisation",
    allOrganizations: "Toutes les organisations",
    best: "Les plus pertinents d’abord",
    newest: "Les plus récents d’abord",
    oldest: "Les plus anciens d’abord",
    clear: "Effacer les filtres",
    more: "Afficher plus",
    noScript: "La recherche s’exécute dans votre navigateur et nécessite JavaScript. Sans lui, ces listes mènent à tout le contenu\u00a0:",
    notLoaded:
      "La recherche n’a pas pu être chargée. Rechargez cette page, ou utilisez les listes ci-dessous\u00a0: elles mènent à tout le contenu.",
    lists: "Toutes les listes",
    byEvent: "Par événement",
    byTopic: "Par thème",
    elsewhere: "Ailleurs",
    outside: (engine) => `Rechercher sur ce site avec ${engine}, qui saura alors ce que vous cherchez`,
    ask: (engine) => `Rechercher avec ${engine}`,
  },
  slides: {
    title: "Diapositives",
    titleOf: ({ first, last }) => `Diapositives ${first}–${last}`,
    windowTitle: ({ title, talk, event }) => `${title} de «\u00a0${talk}\u00a0» · ${event}`,
    description: ({ slides, talk, speakers, event }) =>
      `${talk}${speakers ? `, par ${speakers}` : ""} (${event})\u00a0: ${count(slides, "diapositive")} en images, avec leur texte.`,
    noText: "Le fichier ne contient que des images des diapositives, sans texte.",
    strip: "Diapositives",
    text: "Texte",
    slide: "Diapositive",
    alt: ({ number, all, title }) => `Diapositive ${number} sur ${all}${title ? `\u00a0: ${title}` : ", sans texte"}`,
  },
  speaker: {
    description: ({ talks, name, archive }) => `${name}, ${archive}\u00a0: ${count(talks, "présentation")}.`,
    otherNames: (names) => `Autres graphies\u00a0: ${names}`,
    portrait: (name) => `Portrait ${ofName(name)}`,
    bio: "Biographie",
    noBio: "Aucune biographie trouvée.",
    talks: "Présentations",
    noTalk: "Aucune présentation n’est connue.",
    shownAs: "Mentions publiées",
    as: (name) => `sous le nom ${ofName(name)}`,
    organizations: "Organisations",
    since: (year) => `depuis ${year}`,
    atSummits: (years) => `aux événements de ${enumerate(years)}`,
    yearNotKnown: "année inconnue",
    links: "Liens",
  },
  speakers: {
    title: "Intervenants",
    ofLetter: (letter) => `Intervenants\u00a0: ${letter}`,
    description: ({ speakers, archive }) =>
      `${archive}\u00a0: ${count(speakers, "intervenant")}, de A à Z, avec organisations et présentations.`,
    letters: "Lettres",
    otherLetter: "Autres",
    noTalk: "aucune présentation connue",
    empty: "Il n’y a pas encore d’intervenant.",
  },
  talk: {
    session: {
      talk: "présentation",
      keynote: "conférence plénière",
      panel: "table ronde",
      tutorial: "tutoriel",
      workshop: "atelier",
      lightning: "présentation éclair",
      "design session": "session de conception",
      discussion: "discussion",
      demo: "démonstration",
      poster: "poster",
      meeting: "réunion",
      opening: "session d’ouverture",
      closing: "session de clôture",
      social: "moment convivial",
      break: "pause",
      other: "session",
    },
    description: ({ title, session, speakers, event }) => `${title}, ${session}${speakers ? ` par ${speakers}` : ""} (${event}).`,
    moreSpeakers: (number) => count(number, "autre"),
    ownTitle: "Titre donné par les archives\u00a0: aucune source n’indique le titre exact.",
    status: {
      cancelled: "Cette présentation a été annulée.",
      postponed: "Cette présentation a été reportée.",
      online: "Cette présentation est passée en ligne.",
    },
    postponedTo: "Cette présentation a été reportée\u00a0: {place}.",
    withheld: "Cette présentation n’est pas publiée. Les archives indiquent quand et où elle a eu lieu, rien de plus.",
    withheldTitle: "Présentation non publiée",
    recording: {
      none: "Cette présentation n’a pas été enregistrée.",
      declined: "Cette présentation n’a pas été enregistrée, selon le souhait des intervenants.",
      withheld: "L’enregistrement de cette présentation n’est pas publié.",
    },
    chapters: "Chapitres",
    part: "Partie",
    partOf: ({ part, parts }) => (parts === undefined ? `${part}` : `${part} sur ${parts}`),
    continues: "Suite de",
    continuedBy: "Suivie de",
    alsoGivenAt: "Donnée aussi à",
    languages: "Langues",
    licence: "Licence",
    slidesLicence: "Licence des diapositives",
    recordingLicence: "Licence de l’enregistrement",
    licenceOf: (thing) => `Licence : ${thing}`,
    speakers: (number) => (number > 1 ? "Intervenants" : "Intervenant"),
    noSpeaker: "Intervenant inconnu",
    transcript: "Transcription",
    original: "Page d’origine",
    abstract: "Résumé",
    ownSummary: "Résumé rédigé par les archives.",
    noAbstract: "Aucun résumé trouvé.",
    about: (speakers) => `À propos ${speakers > 1 ? "des intervenants" : "de l’intervenant"}`,
    links: "Liens",
    cite: "Citer",
    facts: "Détails",
    dayNotKnown: (dates) => `${dates} (jour inconnu)`,
    zone: "Fuseau horaire",
    programme: "Jour du programme",
    length: "Durée",
    track: "Parcours",
    kind: "Type",
    language: "Langue",
    agenda: "Programme",
    inAgenda: "Voir dans le programme",
    topics: "Thèmes",
    otherSessions: "Autres présentations de cet événement",
    previous: "Précédente",
    next: "Suivante",
    more: (speakers) => (speakers > 1 ? "Des mêmes intervenants" : "Du même intervenant"),
    related: "Présentations liées",
  },
  topic: {
    description: ({ size, topic, archive }) => `${topic}, ${archive}\u00a0: ${size || "rien pour l’instant"}.`,
    nothing: "Ni présentation ni article pour l’instant",
    partOf: "Fait partie de",
    parts: "Comprend",
    also: "Aussi",
    growth: "Présentations par année",
    byYear: "Présentations par année",
    growthAbout: ({ first, last, most, year }) =>
      `${first === last ? `En ${first}` : `De ${first} à ${last}`}, avec un maximum de ${count(most, "présentation")} en ${year}.`,
    asTable: "Afficher sous forme de tableau",
    caption: (topic) => `Présentations par année\u00a0: ${topic}`,
    heads: ["Année", "Présentations"],
    talks: "Présentations",
    papers: "Articles",
  },
  topics: {
    title: "Thèmes",
    description: ({ topics, archive, isCurated }) =>
      `${archive}\u00a0: ${count(topics, "thème")}${isCurated ? "" : ", les plus fréquents d’abord"}.`,
    lead: (topics) => `${count(topics, "thème")}, les plus fréquents d’abord`,
    curatedLead: ({ curated, others }) => `${count(curated, "thème principal", "thèmes principaux")}, ${count(others, "autre")}`,
    more: "Autres thèmes",
    tenAndMore: "Dix ou plus",
    fiveToNine: "De cinq à neuf",
    twoToFour: "De deux à quatre",
    tags: "Sur la plupart des présentations d’un événement",
    one: "Une présentation ou un article",
    empty: "Il n’y a pas encore de thème.",
  },
  transcript: {
    title: "Transcription",
    windowTitle: ({ title, talk, event }) => `${title} de «\u00a0${talk}\u00a0» · ${event}`,
    description: ({ talk, event, from, to }) =>
      `Ce qui est dit dans la vidéo de «\u00a0${talk}\u00a0» (${event})${from === undefined ? "" : `, de ${from} à ${to}`}, ligne par ligne avec minutage.`,
    heading: "Ce qui est dit",
    hint: "Chaque minutage lance la vidéo à cet instant.",
    hintAt: (host) => `Chaque minutage lance la vidéo sur ${host} à cet instant.`,
    next: (time) => `Suite à ${time}`,
    file: "Transcription complète (WebVTT)",
  },
  year: {
    description: ({ year, archive, size }) => `${year}, ${archive}\u00a0: ${size}.`,
    editions: (number) => (number > 1 ? "Événements" : "Événement"),
    talks: "Présentations",
    speakers: "Intervenants",
    papers: "Articles",
    otherYears: "Autres années",
    previous: "Année précédente",
    next: "Année suivante",
  },
  years: {
    title: "Années",
    description: (archive) => `${archive}, année par année\u00a0: événements, présentations et articles.`,
    lead: "Les plus récentes d’abord",
    noTalks: "aucune présentation connue",
    empty: "Il n’y a pas encore d’année.",
  },

  citation: {
    title: (title) => (/[.!?…]$/u.test(title) ? `«\u00a0${title}\u00a0»` : `«\u00a0${title}\u00a0».`),
  },

  // Files that readers open with other programs.

  calendar: {
    undated: (sessions) => `${count(sessions, "session")} dont le jour est inconnu\u00a0: voir le programme.`,
    agenda: (url) => `Programme\u00a0: ${url}`,
  },
  csv: {
    editions: [
      "événement",
      "année",
      "début",
      "présentations",
      "intervenants",
      "organisations",
      "intervenants nouveaux",
      "intervenants déjà venus",
    ],
    topics: ["thème", "année", "présentations"],
    speakers: ["intervenant", "événements", "présentations", "première année", "dernière année"],
    talks: [
      "id",
      "titre",
      "intervenants",
      "organisations",
      "événement",
      "date",
      "dernier jour",
      "début",
      "fin",
      "minutes",
      "salle",
      "parcours",
      "type",
      "langues",
      "statut",
      "thèmes",
      "diapositives",
      "vidéo",
      "licence",
      "adresse",
      "noms non publiés",
      "partie",
      "parties",
      "état de l’enregistrement",
      "reportée à",
      "aussi donnée à",
      "autres documents",
      "licence des diapositives",
      "licence de l’enregistrement",
    ],
  },
  zip: {
    about: (archive) =>
      `Source\u00a0: ${archive}. Le dossier content contient les fiches de l’événement, de ses présentations et de ses intervenants, ainsi que celles
qui valent pour tous les événements, en texte brut (Markdown avec des champs YAML, UTF-8). Le dossier assets contient les fichiers multimédias qu’elles mentionnent, s’il y en a.`,
    howToRead: ({ event, program }: { event: string; program: string }) =>
      `Comment la lire\u00a0: tout éditeur de texte ouvre les fiches. Chacune commence par ses champs entre deux lignes ---, tels que le titre,
les intervenants et le jour\u202f; le résumé ou la biographie suit. ${event}/event.md est l’événement, ses présentations sont dans
${event}/talks. Les fichiers que nomment les champs sont dans assets/media.
${program}, un paquet npm pour Node.js, construit un site à partir des deux dossiers\u00a0: placez-les dans un dossier préparé par sa commande init.`,
    tooLarge: "Fichiers trop volumineux pour ce zip\u00a0:",
    licences: "Licences des présentations, des diapositives et des enregistrements, lorsqu’elles sont connues\u00a0:",
    talkLicence: ({ talk, licence }) => `${talk}\u00a0: ${licence}`,
  },
  /** What the site record of a new archive begins with. */
  fresh: {
    tagline: "Présentations, diapositives et vidéos",
    notice: "Ceci est une archive de conférences passées.",
    licence: "Les diapositives et les vidéos appartiennent à leurs auteurs.",
  },
  /** The README of a copy that opens from a disk. */
  portable: {
    readme: ({ archive, address, start }: { archive: string; address: string; start: string }) => `${archive}
${address}

Ceci est une copie de l’archive qui s’ouvre depuis un disque. Ouvrez ${start} dans un navigateur\u00a0: ni serveur ni réseau ne sont nécessaires.
Toutes ses pages, les diapositives et les vidéos que l’archive conserve fonctionnent ici, ainsi que la recherche dans une copie de
l’archive entière. Les liens vers d’autres sites et les lecteurs d’autres hébergeurs demandent un réseau. Les citations et les données
pour les programmes désignent chaque page par son adresse publiée.
`,
  },
  found: {
    talk: "Présentation",
    speaker: "Intervenant",
    event: "Événement",
    paper: "Article",
    topic: "Thème",
    organization: "Organisation",
    page: "Page",
  },
};

/** Languages in which talks are held, by their tags in small letters. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "arabe"],
  ["bg", "bulgare"],
  ["bn", "bengali"],
  ["ca", "catalan"],
  ["cs", "tchèque"],
  ["da", "danois"],
  ["de", "allemand"],
  ["el", "grec"],
  ["en", "anglais"],
  ["es", "espagnol"],
  ["et", "estonien"],
  ["eu", "basque"],
  ["fa", "persan"],
  ["fi", "finnois"],
  ["fr", "français"],
  ["ga", "irlandais"],
  ["he", "hébreu"],
  ["hi", "hindi"],
  ["hr", "croate"],
  ["hu", "hongrois"],
  ["id", "indonésien"],
  ["is", "islandais"],
  ["it", "italien"],
  ["ja", "japonais"],
  ["ko", "coréen"],
  ["lt", "lituanien"],
  ["lv", "letton"],
  ["ms", "malais"],
  ["nb", "norvégien bokmål"],
  ["nl", "néerlandais"],
  ["nn", "norvégien nynorsk"],
  ["no", "norvégien"],
  ["pl", "polonais"],
  ["pt", "portugais"],
  ["pt-br", "portugais du Brésil"],
  ["ro", "roumain"],
  ["ru", "russe"],
  ["sk", "slovaque"],
  ["sl", "slovène"],
  ["sr", "serbe"],
  ["sv", "suédois"],
  ["ta", "tamoul"],
  ["th", "thaï"],
  ["tr", "turc"],
  ["uk", "ukrainien"],
  ["ur", "ourdou"],
  ["vi", "vietnamien"],
  ["zh", "chinois"],
  ["zh-hans", "chinois simplifié"],
  ["zh-hant", "chinois traditionnel"],
]);
