/** Every sentence that a reader of the site sees, in German; see `en.ts`, the pattern. */
import { joined } from "../text/wording.ts";
import { counted, grouped, listed } from "./de-numbers.ts";
import { dayOfWeek } from "./day-of-week.ts";
import { languageName } from "./language-name.ts";
import type { Words } from "./words.ts";

const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
] as const;

const WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"] as const;

/** `27. August 2012`, `November 2007` oder `2009`. */
function date(iso: string): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  if (iso.length === 10) return `${Number(iso.slice(8))}. ${month} ${iso.slice(0, 4)}`;
  return iso.length === 7 ? `${month} ${iso.slice(0, 4)}` : iso;
}

/** `27.–28. August 2012`, `31. Mai – 2. Juni 2012`. */
function range(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `ab ${date(start)}` : date(start);
  if (start === end) return date(start);
  if (start.length === 10 && end.length === 10) {
    if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}.–${date(end)}`;
    if (start.slice(0, 4) === end.slice(0, 4)) return `${date(start).slice(0, -5)} – ${date(end)}`;
  }
  return `${date(start)} – ${date(end)}`;
}

const bytes = (number: number) => counted(number, "Byte", "Byte");
const decks = (number: number) => counted(number, "Foliensatz", "Foliensätze");
const events = (number: number) => counted(number, "Veranstaltung", "Veranstaltungen");
const files = (number: number) => counted(number, "Datei", "Dateien");
const organizations = (number: number) => counted(number, "Organisation", "Organisationen");
const pages = (number: number) => counted(number, "Seite", "Seiten");
const papers = (number: number) => counted(number, "Fachartikel", "Fachartikel");
const sessions = (number: number) => counted(number, "Programmpunkt", "Programmpunkte");
const slides = (number: number) => counted(number, "Folie", "Folien");
const speakers = (number: number) => counted(number, "vortragende Person", "Vortragende");
const talks = (number: number) => counted(number, "Vortrag", "Vorträge");
const topics = (number: number) => counted(number, "Thema", "Themen");
const videos = (number: number) => counted(number, "Video", "Videos");

/** Wie alt eine Kurzbiografie ist; `day` ist schon geschrieben, wie `date` es tut. */
const age = (day: string | null) => (day === null ? "undatiert; vielleicht veraltet" : `Stand ${day}`);

export const de: Words = {
  number: grouped,
  list: {
    comma: ", ",
    commas: (parts) => joined(parts, ", "),
    and: listed,
  },
  count: { bytes, decks, events, files, organizations, pages, papers, sessions, slides, speakers, talks, topics, videos },
  dates: {
    date,
    shortDay: (iso) => `${WEEKDAYS[dayOfWeek(iso) - 1]?.slice(0, 2)}., ${date(iso)}`,
    day: (iso) => `${WEEKDAYS[dayOfWeek(iso) - 1]}, ${date(iso)}`,
    range,
    dateNotKnown: "Datum unbekannt",
    dayNotKnown: "Tag unbekannt",
    yearNotKnown: "Jahr unbekannt",
  },
  bytes(size) {
    if (size < 1000) return bytes(size);
    const kilobytes = Math.round(size / 1000);
    return kilobytes < 1000 ? `${kilobytes} kB` : `${(size / 1_000_000).toFixed(1).replace(".", ",")} MB`;
  },
  minutes(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [hours ? `${hours} Std.` : "", rest || !hours ? `${rest} Min.` : ""].filter(Boolean).join(" ");
  },
  place: ({ city, country }) => [...new Set([city, country].filter((part) => part !== undefined))].join(", "),
  status: { cancelled: "abgesagt", postponed: "verschoben", online: "online" },
  kinds: {
    talk: "Vortrag",
    keynote: "Keynote",
    panel: "Podiumsdiskussion",
    tutorial: "Tutorium",
    workshop: "Workshop",
    lightning: "Kurzvortrag",
    "design session": "Entwurfsrunde",
    discussion: "Diskussion",
    demo: "Vorführung",
    poster: "Poster",
    meeting: "Treffen",
    opening: "Eröffnung",
    closing: "Abschluss",
    social: "geselliges Treffen",
    break: "Pause",
    other: "Sonstiges",
  },
  language: (tag) => languageName(LANGUAGES, tag),
  sections: {
    events: "Veranstaltungen",
    presentations: "Vorträge",
    presentationsAndVideos: "Vorträge und Videos",
    papers: "Fachartikel",
    speakers: "Vortragende",
    topics: "Themen",
    organizations: "Organisationen",
    series: "Reihen",
    years: "Jahre",
    explore: "Überblick",
  },

  // Um jede Seite herum.

  frame: {
    home: "Startseite",
    skip: "Zum Inhalt springen",
    /** What a picture of a page for social media says: its title, and what stands below it. */
    cardAlt: (texts: string[]) => texts.join(". "),
    notice: "Hinweis zum Archiv",
    liveSite: "Aktuelle Website: {link}",
    navigation: "Hauptnavigation",
    navigationBelow: "Hauptnavigation, am Ende",
    search: "Suche",
    searchHint: (number) =>
      number < 2
        ? "Suchen"
        : number <= 1000
          ? `${number} Vorträge durchsuchen`
          : `Über ${grouped(Math.floor(number / 1000) * 1000)} Vorträge durchsuchen`,
    theme: "Farbschema",
    themes: {
      system: { name: "System", title: "Farbschema des Systems" },
      light: { name: "Hell", title: "Helles Farbschema" },
      dark: { name: "Dunkel", title: "Dunkles Farbschema" },
    },
    sections: "Archiv",
    breadcrumbs: "Brotkrumennavigation",
    browse: "Stöbern",
    accessibility: "Barrierefreiheit",
    sources: "Quellen dieser Seite",
    dataOfAll: "Alle Daten (JSON)",
    dataOfPage: "Daten dieser Seite (JSON)",
    editPage: "Diese Seite bearbeiten",
    editRecords: "Diese Einträge bearbeiten",
    /** Of what a page says of people. */
    correct: "Korrigieren oder entfernen lassen",
    correctSubject: (page: string) => `Korrigieren oder entfernen lassen: ${page}`,
    licence: "Lizenz lesen",
    contact: "Kontakt: {contact}",
    sponsors: "Sponsoren",
    madeBy: ({ generator, builtOn }) => `Aus einfachen Textdateien erstellt von ${generator}${builtOn === null ? "" : `, ${builtOn}`}`,
  },

  // Teile, die mehrere Seiten gemeinsam haben.

  agendaItem: {
    nextDay: "nächster Tag",
    span: ({ first, start, last, end }) => `${joined([first, start], ", ")} – ${joined([last, end], ", ")}`,
    parallel: (number) => `${number} zur selben Zeit`,
  },
  bio: {
    note: (day) => `Kurzbiografie: ${age(day)}.`,
    ownNote: (day) => `Zusammenfassung des Archivs, ${age(day)}.`,
    atTalk: "Wie zu diesem Vortrag veröffentlicht.",
  },
  chart: {
    table: (caption) => `Tabelle: ${caption}`,
  },
  downloads: {
    heading: "Export",
    labelOf: ({ label, of }) => `${label}: ${of}`,
    calendar: "Kalender",
    feed: "Feed",
    schedule: "Programm",
    data: "Daten",
    recordsAndFiles: "Einträge und Dateien",
    talks: "Vorträge",
    someOf: ({ label, talks: some, all }) => `${label}, ${some} von ${counted(all, "Vortrag", "Vorträgen")}`,
  },
  eventItem: {
    status: { cancelled: "abgesagt", postponed: "verschoben", online: "online" },
    hostedBy: (host) => `Gastgeber: ${host}`,
    noTalks: "keine Vorträge bekannt",
    withSlides: (number) => `${number} mit Folien`,
    withVideo: (number) => `${number} mit Video`,
  },
  exploreCharts: {
    download: "Daten herunterladen",
    allEditions: "alle Veranstaltungen",
    allSpeakers: "alle Vortragenden",
    allTopics: "alle Themen",
    asTable: "Als Tabelle zeigen",
    editions: {
      heading: "Vorträge, Vortragende und Organisationen je Veranstaltung",
      text: "Nur was bekannt ist: Eine kurze Säule kann heißen, dass vom Programm wenig erhalten ist. Alle drei Diagramme haben denselben Maßstab.",
      notHeld: (some) => `Nicht gezählt (abgesagt, verschoben oder zurückgehalten): ${some}.`,
      talks: "Vorträge",
      speakers: "Vortragende",
      organizations: "Organisationen",
      most: ({ size, edition }) => `Die meisten: ${size}, bei ${edition}.`,
      heads: ["Veranstaltung", "Vorträge", "Vortragende", "Organisationen"],
    },
    topics: {
      heading: "Themen",
      largest: (number) => `Die ${number} größten Themen`,
      text: "Ein größerer Punkt heißt: mehr Vorträge in diesem Jahr. Ein Vortrag zählt bei jedem seiner Themen einmal.",
      title: "Themen nach Jahren",
      about: ({ topic, talks: number }) => `Das größte ist ${topic} mit ${counted(number, "Vortrag", "Vorträgen")}.`,
      caption: "Vorträge je Thema und Jahr",
      heads: ["Thema", "Vorträge"],
    },
    speakers: {
      heading: "Neue und wiederkehrende Vortragende je Veranstaltung",
      text: ({ speakers: number, came }) =>
        `Von ${counted(number, "vortragenden Person", "Vortragenden")} ${came === 1 ? "sprach" : "sprachen"} ${came} bei mehr als einer Veranstaltung. Bei der ersten Veranstaltung gelten alle als neu.`,
      title: "Vortragende je Veranstaltung",
      about: ({ returning, all, edition }) =>
        `Unten wiederkehrende, oben neue Vortragende; bei ${edition} hatten ${returning} von ${all} schon einmal gesprochen.`,
      hadSpoken: "wiederkehrend",
      firstTime: "neu",
      heads: ["Veranstaltung", "Vortragende", "Neu", "Wiederkehrend"],
    },
  },
  filters: {
    edition: "Veranstaltung",
    allEditions: "Alle Veranstaltungen",
    year: "Jahr",
    allYears: "Alle Jahre",
    topic: "Thema",
    allTopics: "Alle Themen",
    language: "Sprache",
    allLanguages: "Alle Sprachen",
    order: "Sortieren nach",
    slides: "Mit Folien",
    video: "Mit Video",
  },
  history: {
    caption: ({ editions, first, last }) =>
      `${events(editions)}${first === undefined ? "" : first === last ? `, ${first}` : ` von ${first} bis ${last}`}`,
    legend: ({ caption, talksOfBlock, isByYear }) =>
      `${caption}. Eine Säule je ${isByYear ? "Jahr" : "Veranstaltung"}, ein Block je ${talksOfBlock > 1 ? `${talksOfBlock} Vorträge` : "Vortrag"}:`,
    withVideo: "mit Video",
    withSlides: "mit Folien",
    neither: "ohne beides",
    undated: "undatiert",
  },
  links: {
    leaves: "(verlässt das Archiv)",
    leavesTo: (host) => `(verlässt das Archiv, ${host})`,
    sources: "Quellen",
    of: "zu {thing}",
    documents: { slides: "Folien", paper: "Aufsatz", code: "Programmcode", handout: "Handreichung", poster: "Poster", other: "Dokument" },
    video: "Video",
    audio: "Audio",
    part: (number) => `Teil ${number}`,
    stretch: ({ start, end }) => (end === undefined ? `ab ${start}` : `${start}–${end}`),
    copy: "archivierte Kopie",
    copyOf: (when) => `archivierte Kopie, ${when}`,
    gone: "{address}, nicht mehr da seit {date}",
    goneWithCopy: "{address}, nicht mehr da seit {date}: {copy}",
    addTalk: "Kennen Sie einen? {edit}.",
    editEvent: "In den Einträgen der Veranstaltung ergänzen",
  },
  paperItem: {
    noAuthors: "Verfasserin oder Verfasser unbekannt",
    pages: (some) => `S. ${some}`,
    topics: "Themen",
    ownNote: "Anmerkung des Archivs.",
  },
  parts: {
    ofList: "Teile dieser Liste",
    ofTalks: "Teile der Liste der Vorträge",
    ofSlides: "Teile der Folien",
    ofTranscript: "Teile dieses Transkripts",
    moreSlides: "Weitere Folien",
    suffix: ({ number, all }) => ` (${number} von ${all})`,
  },
  places: {
    noCountry: "Land unbekannt",
    noPlace: "Ort unbekannt",
  },
  player: {
    title: (talk) => `Video: ${talk}`,
    captions: "Untertitel",
    watch: ({ host, length }) => `Auf ${host} ansehen${length ? `, ${length}` : ""}`,
    comesFrom: ({ name, host }) => `Player: ${name}${name === host ? "" : ` (${host})`}. Vor dem Abspielen wird nichts geladen.`,
  },
  slidesOf: {
    title: (talk) => `Folien: ${talk}`,
    all: ({ label, pages: number }) => `${label}: ${pages(number)}`,
    download: (size) => `PDF herunterladen, ${size}`,
    openOn: ({ label, host }) => `${label} auf ${host}`,
    comesFrom: ({ name, host }) => `Folien: ${name} (${host}). Vor dem Öffnen wird nichts geladen.`,
  },
  talkItem: {
    with: "mit {speakers}",
    andMore: "{speakers} und {more}",
    more: (number) => (number === 1 ? "eine weitere Person" : `${number} weitere Personen`),
    moreSpeakersOf: "Vortragende von {talk}",
    withheldNames: (number) => (number === 1 ? "Name nicht veröffentlicht" : `${number} Namen nicht veröffentlicht`),
  },
  talkResources: {
    original: "Ursprüngliche Seite",
    copy: ({ title, copy }) => `${title} (${copy})`,
  },
  talkSummary: {
    ownSummary: "Zusammenfassung des Archivs.",
    resource: ({ title, url }) => `${title}: ${url}`,
  },

  // Seiten.

  accessibility: {
    title: "Barrierefreiheit",
    description: (archive) => `${archive}: was getan wird, damit alle das Archiv nutzen können, wie das geprüft wird und was noch fehlt.`,
    lead: "Alle sollen dieses Archiv nutzen können: mit Augen, Ohren oder Fingern, mit der Tastatur, auf kleinen oder vergrößerten Bildschirmen, mit und ohne JavaScript.",
    summary: ({ criteria, met, partly, not }) =>
      `Von den ${criteria} Kriterien der WCAG 2.2 auf den Stufen A und AA erfüllen die Seiten, wie das Programm sie macht, ${met} ganz und ${partly} teilweise; ${not} sind nicht anwendbar.`,
    introduction:
      "{summary} Unten steht zu jedem, wie die Seiten es erfüllen und wie das geprüft wird. Es sind die Prüfungen von {program}, dem Programm, das diese Website macht: Sein Projekt führt sie an eigenen Websites durch, und alle außer denen „durch Ansehen“ bei jeder Änderung am Programm. WCAG sind die {guidelines}.",
    guidelines: "Richtlinien für barrierefreie Webinhalte",
    report: {
      heading: "Etwas funktioniert bei Ihnen nicht?",
      label: "Melden Sie es in der Fehlerliste dieses Archivs",
      atProject: "{report}, und nennen Sie Seite, Browser und Hilfsmittel.",
      atSite: "Sagen Sie es den Verantwortlichen von {site}, und nennen Sie Seite, Browser und Hilfsmittel.",
    },
    gaps: {
      heading: "Was fehlt",
      videosElsewhere: (number) =>
        `${videos(number)} auf anderen Servern: Für deren Player, Untertitel und Werbung ist das Archiv nicht verantwortlich.`,
      withoutCaptions: (number) => `${videos(number)} im Archiv ohne Untertitel, weil keine bekannt sind.`,
      slidesElsewhere: (number) =>
        `${decks(number)} auf anderen Servern: Viele solche Dateien haben keine Struktur, der ein Screenreader folgen könnte.`,
      slidesHere: (number) => `${decks(number)} im Archiv, veröffentlicht, wie die Verfasser sie gemacht haben.`,
      noDescriptions: "Von keinem Video ist eine Audiodeskription oder eine Übersetzung in Gebärdensprache bekannt.",
      strangers: "Texte von anderen stehen da, wie sie veröffentlicht wurden, in den Worten, die sie gewählt haben.",
      ownLooks: "Eigene Farben, Stile und Vorlagen dieses Archivs kommen in keiner der Prüfungen des Programms vor.",
      browsers:
        "Das Programm wird in Chromium geprüft, in Firefox und WebKit nur mit einem Durchgang durch eine Website. Screenreader hat sein Projekt nicht geprüft.",
    },
    testing: "Wie das Programm geprüft wird",
    tested: (ways) => `Geprüft: ${ways}`,
    states: { met: "Erfüllt", partly: "Teilweise erfüllt", not: "Nicht anwendbar" },
    principles: { 1: "Wahrnehmbar", 2: "Bedienbar", 3: "Verständlich", 4: "Robust" },
    ways: {
      axe: {
        label: "axe",
        what: "axe-core prüft die erste und die größte Seite jeder Art, und Seiten im Gebrauch, in beiden Farbschemata, 320 und 1280 Pixel breit, mit allen seinen Regeln zu WCAG 2.0 bis 2.2 und guter Praxis. Dieselbe Prüfung findet Text, der abgeschnitten ist, herausragt oder seine Sprache nicht nennt.",
      },
      keys: {
        label: "Durchgang mit der Tastatur",
        what: "Ein Browser geht mit echten Tastendrücken durch Seiten mehrerer Arten, vorwärts und rückwärts: Jede Station muss sichtbar und markiert sein und in der Reihenfolge des Textes kommen, und jedes Bedienelement muss erreicht werden.",
      },
      html: { label: "HTML-Prüfung", what: "Jede Seite im eigenen Archiv des Projekts ist gültiges HTML." },
      walk: {
        label: "Durchgang beim Lesen",
        what: "Ein Browser folgt Verweisen, filtert und sortiert Vorträge, mit und ohne JavaScript.",
      },
      links: {
        label: "Prüfung der Verweise",
        what: "Kein eigener Verweis des Archivs führt ins Leere, und jede Seite ist von der Startseite aus zu erreichen.",
      },
      theme: { label: "Prüfung des Farbschemas", what: "Die Wahl des Farbschemas ist mit der Tastatur zu erreichen und wird gemerkt." },
      search: {
        label: "Prüfung der Suche",
        what: "Ein Browser sucht mit der Tastatur und schaltet die Taste, die zur Suche führt, aus und ein.",
      },
      eye: {
        label: "durch Ansehen",
        what: "Jemand aus dem Projekt hat Seiten jeder Art angesehen, in beiden Farbschemata, im Druck und mit erzwungenen Farben, und was ein Screenreader erhält.",
      },
    },
    criteria: {
      "1.1.1": {
        name: "Nicht-Text-Inhalt",
        how: "Porträts sind beschrieben, und neben Zeichnungen steht dasselbe als Text. Was Folien und Videos zeigen, ist nur so weit beschrieben, wie ihre Verfasser es taten.",
      },
      "1.2.1": {
        name: "Reines Audio und Video (aufgezeichnet)",
        how: "Wo das Archiv ein Transkript hat, wird es angeboten.",
      },
      "1.2.2": {
        name: "Untertitel (aufgezeichnet)",
        how: "Videos im Archiv haben Untertitel, wo es welche gibt. Auf anderen Servern entscheidet deren Player.",
      },
      "1.2.3": {
        name: "Audiodeskription oder Medienalternative (aufgezeichnet)",
        how: "Zusammenfassung, Folien und Transkript eines Vortrags stehen neben seinem Video, soweit sie bekannt sind.",
      },
      "1.2.4": { name: "Untertitel (live)", how: "Nichts ist live." },
      "1.2.5": { name: "Audiodeskription (aufgezeichnet)", how: "Von keinem Video ist eine Audiodeskription bekannt." },
      "1.3.1": {
        name: "Info und Beziehungen",
        how: "Überschriften, Listen, Tabellen mit zugeordneten Köpfen, Beschriftungen und Bereiche sagen, was die Anordnung zeigt.",
      },
      "1.3.2": {
        name: "Bedeutungstragende Reihenfolge",
        how: "Seiten lesen sich in der Reihenfolge ihres Quelltextes, auch wo Spalten nebeneinander stehen.",
      },
      "1.3.3": { name: "Sensorische Eigenschaften", how: "Keine Anleitung setzt Form, Ort oder Klang voraus." },
      "1.3.4": { name: "Ausrichtung", how: "Seiten funktionieren im Hoch- und im Querformat." },
      "1.3.5": { name: "Eingabezweck bestimmen", how: "Kein Feld fragt nach etwas über die Lesenden." },
      "1.4.1": {
        name: "Verwendung von Farbe",
        how: "Verweise im Text sind unterstrichen; die aktuelle Seite ist auch durch Schriftstärke und eine Linie markiert.",
      },
      "1.4.2": { name: "Audio-Steuerung", how: "Nichts spielt von selbst." },
      "1.4.3": { name: "Kontrast (Minimum)", how: "Text hat in beiden Farbschemata einen Kontrast von mindestens 4,5 zu 1." },
      "1.4.4": {
        name: "Textgröße ändern",
        how: "Alle Größen folgen der eingestellten, und Seiten funktionieren bei 400 Prozent.",
      },
      "1.4.5": { name: "Bilder von Text", how: "Das Archiv schreibt seinen Text als Text. Folien können Bilder von Text enthalten." },
      "1.4.10": {
        name: "Automatischer Umbruch",
        how: "Bei 320 Pixeln, das sind 400 Prozent eines 1280 Pixel breiten Fensters, muss nichts seitwärts gescrollt werden.",
      },
      "1.4.11": {
        name: "Nicht-Text-Kontrast",
        how: "Ränder von Feldern und Knöpfen und die Markierung des Fokus haben einen Kontrast von mindestens 3 zu 1.",
      },
      "1.4.12": { name: "Textabstand", how: "Mit den Abständen, die das Kriterium nennt, geht kein Text verloren." },
      "1.4.13": {
        name: "Eingeblendeter Inhalt bei Zeigerkontakt oder Fokus",
        how: "Nichts erscheint bei Zeigerkontakt oder Fokus außer dem Sprungverweis und den Hinweisen des Browsers.",
      },
      "2.1.1": { name: "Tastatur", how: "Alle Verweise und Bedienelemente sind mit der Tastatur zu erreichen und zu benutzen." },
      "2.1.2": {
        name: "Keine Tastaturfalle",
        how: "Tab führt durch jede Seite und wieder hinaus. Die Player anderer Server, die sich nur auf Wunsch öffnen, sind deren Sache.",
      },
      "2.1.4": {
        name: "Tastenkürzel",
        how: "Die Taste / führt zur Suche; ein Kästchen auf der Suchseite schaltet das ab. Kein anderes Zeichen wirkt von selbst.",
      },
      "2.2.1": { name: "Zeitvorgaben anpassbar", how: "Keine Seite setzt eine Frist. Seiten an alten Adressen führen sofort weiter." },
      "2.2.2": { name: "Pausieren, stoppen, ausblenden", how: "Nichts bewegt sich, blinkt oder ändert sich von selbst." },
      "2.3.1": {
        name: "Grenzwert von drei Blitzen oder weniger",
        how: "Nichts auf einer Seite blitzt. Was Videos zeigen, ist nicht bekannt.",
      },
      "2.4.1": {
        name: "Blöcke umgehen",
        how: "Die erste Station jeder Seite ist ein Verweis, der zum Inhalt springt; Bereiche und Überschriften leisten dasselbe.",
      },
      "2.4.2": { name: "Seite mit Titel versehen", how: "Jede Seite hat einen eigenen Titel mit dem Namen des Archivs." },
      "2.4.3": { name: "Fokus-Reihenfolge", how: "Der Fokus folgt der Reihenfolge des Textes." },
      "2.4.4": {
        name: "Linkzweck (im Kontext)",
        how: "Verweise, die gleich aussehen, wie die zu Folien, sagen Screenreadern, zu welchem Vortrag sie gehören und ob sie das Archiv verlassen.",
      },
      "2.4.5": {
        name: "Verschiedene Methoden",
        how: "Jeder Vortrag ist über Veranstaltung, Agenda, Vortragende, Themen und die Liste aller Vorträge zu finden.",
      },
      "2.4.6": { name: "Überschriften und Beschriftungen", how: "Überschriften und Beschriftungen sagen, was ihnen folgt." },
      "2.4.7": { name: "Fokus sichtbar", how: "Jede Station zeigt einen Umriss von mindestens zwei Pixeln." },
      "2.4.11": { name: "Fokus nicht verdeckt (Minimum)", how: "Nichts liegt über dem, was den Fokus hat." },
      "2.5.1": { name: "Zeigergesten", how: "Ein einziges Tippen oder Klicken genügt für alles." },
      "2.5.2": { name: "Zeigerabbruch", how: "Verweise und Bedienelemente wirken beim Loslassen." },
      "2.5.3": { name: "Beschriftung im Namen", how: "Der Name eines Bedienelements beginnt mit den Worten, die zu sehen sind." },
      "2.5.4": { name: "Betätigung durch Bewegung", how: "Nichts reagiert auf Bewegungen des Geräts." },
      "2.5.7": { name: "Ziehbewegungen", how: "Nichts muss gezogen werden." },
      "2.5.8": {
        name: "Zielgröße (Minimum)",
        how: "Ziele messen mindestens 24 mal 24 Pixel oder halten diesen Abstand; Verweise in Sätzen sind ausgenommen.",
      },
      "3.1.1": { name: "Sprache der Seite", how: "Jede Seite nennt ihre Sprache." },
      "3.1.2": {
        name: "Sprache von Teilen",
        how: "Titel, Zusammenfassungen und Kurzbiografien eines Vortrags in anderer Sprache nennen sie, wo der Eintrag es tut; Zitate in einem Text nicht.",
      },
      "3.2.1": { name: "Bei Fokus", how: "Der Fokus allein ändert nichts." },
      "3.2.2": {
        name: "Bei Eingabe",
        how: "Eine Wahl im Filter ändert die Liste darunter, sagt es und lässt den Fokus, wo er ist.",
      },
      "3.2.3": {
        name: "Konsistente Navigation",
        how: "Kopf, Brotkrumennavigation und Fuß sind auf jeder Seite dieselben, in derselben Reihenfolge.",
      },
      "3.2.4": {
        name: "Konsistente Erkennung",
        how: "Dasselbe hat überall denselben Namen und dasselbe Zeichen; Navigation, Fuß und Listen nehmen die Namen der Abschnitte von einer Stelle.",
      },
      "3.2.6": { name: "Konsistente Hilfe", how: "Auf diese Seite führt ein Verweis im Fuß jeder Seite." },
      "3.3.1": { name: "Fehlererkennung", how: "Keine Eingabe kann falsch sein; ein Filter ohne Treffer sagt das." },
      "3.3.2": {
        name: "Beschriftungen oder Anweisungen",
        how: "Jedes Feld hat eine sichtbare Beschriftung oder ein Zeichen mit einem Namen.",
      },
      "3.3.3": { name: "Fehlerempfehlung", how: "Keine Eingabe kann falsch sein." },
      "3.3.4": { name: "Fehlervermeidung (rechtlich, finanziell, Daten)", how: "Lesende senden nichts ab." },
      "3.3.7": { name: "Redundante Eingabe", how: "Nichts muss zweimal eingegeben werden." },
      "3.3.8": { name: "Barrierefreie Authentifizierung (Minimum)", how: "Niemand meldet sich an." },
      "4.1.2": { name: "Name, Rolle, Wert", how: "Bedienelemente sind die des Browsers, mit Namen." },
      "4.1.3": {
        name: "Statusmeldungen",
        how: "Die Zahl der gefundenen Vorträge und das Ergebnis des Kopierens erfahren Screenreader, ohne dass der Fokus wandert.",
      },
    },
  },
  agenda: {
    title: "Agenda",
    description: ({ event, day, sessions: number }) =>
      `Agenda von ${event}${day ? `, ${day}` : ""}: ${sessions(number)} mit Vortragenden, Folien und Videos.`,
    windowTitle: ({ event, day }) => `Agenda von ${event}${day ? `, ${day}` : ""}`,
    zone: "Zeitzone",
    timesIn: (zone) => `Zeiten: ${zone}`,
    yourZone: "Ihre Zeit ({zone})",
    offsets: (offsets) => offsets.join(", dann "),
    days: "Tage",
    rooms: (day) => `Räume am ${day}`,
    caption: (day) => `Programmpunkte am ${day} nach Zeit und Raum`,
    time: "Zeit",
    roomNotKnown: "Raum unbekannt",
    timeNotKnown: "Zeit unbekannt",
    publishedOrder: "Veröffentlichte Reihenfolge",
    otherSessions: "Andere Programmpunkte",
    severalDays: "Über mehrere Tage",
    otherDays: "Andere Tage",
    previousDay: "Voriger Tag",
    nextDay: "Nächster Tag",
    previousPart: "Voriger Teil",
    nextPart: "Nächster Teil",
  },
  event: {
    description: ({ event, facts }) => `${event}: ${facts.join("; ")}.`,
    pointers: "Vorträge, Folien und Videos",
    agenda: "Agenda",
    withSlides: (number) => `${number} mit Folien`,
    withVideo: (number) => `${number} mit Video`,
    zip: (number) => `Alle Folien (zip, ${files(number)})`,
    zipOfSome: ({ files: some, all }) => `Folien (zip, ${some} von ${files(all)})`,
    welcome: "Willkommen",
    complete: "Wie vollständig ist das?",
    asFarAsKnown: "Das Programm ist so vollständig wie die Quellen unten.",
    unsourced: "Nichts sagt, wie vollständig das Programm ist.",
    talks: "Vorträge",
    otherTalks: "Weitere Vorträge",
    empty: "Von dieser Veranstaltung ist kein Vortrag bekannt.",
    facts: "Über die Veranstaltung",
    days: "Bekannte Tage",
    host: "Gastgeber",
    zone: "Zeitzone",
    series: "Reihe",
    licence: "Lizenz der Vorträge",
    slidesLicence: "Lizenz der Folien",
    recordingLicence: "Lizenz der Aufzeichnungen",
    status: {
      cancelled: "Diese Veranstaltung wurde abgesagt.",
      postponed: "Diese Veranstaltung wurde verschoben.",
      online: "Diese Veranstaltung wurde ins Internet verlegt.",
    },
    postponedTo: "Diese Veranstaltung wurde verschoben: {event}.",
    links: "Verweise",
    otherEvents: "Andere Veranstaltungen",
    previous: "Vorige Veranstaltung",
    next: "Nächste Veranstaltung",
  },
  events: {
    description: ({ events: number, archive }) =>
      number === 1
        ? `${archive}: die eine Veranstaltung, mit Datum, Ort und Gastgeber.`
        : `${archive}: alle ${events(number)} mit Daten, Orten und Gastgebern.`,
    other: "Andere Veranstaltungen",
    places: "Wo sie stattfanden",
    empty: "In diesem Archiv sind noch keine Veranstaltungen.",
  },
  explore: {
    title: "Überblick",
    editions: { label: "Veranstaltungen", lead: (sizes) => `Das Archiv in Diagrammen: ${sizes}` },
    topics: { label: "Themen", title: "Themen nach Jahren", lead: "Zu welchen Themen es in welchem Jahr Vorträge gab" },
    speakers: { label: "Vortragende", title: "Wer wiederkam", lead: "Neue und wiederkehrende Vortragende" },
    description: ({ lead, archive }) => `${lead}. ${archive}.`,
    pages: "Diagramme",
    charts: (heading) => `Diagramme: ${heading}`,
    scrolls: "Die Diagramme lassen sich seitwärts scrollen.",
    empty: "Es gibt noch nichts zu zählen.",
    regulars: "Bei den meisten Veranstaltungen",
  },
  home: {
    numbers: {
      events: (number) => (number === 1 ? "Veranstaltung" : "Veranstaltungen"),
      talks: (number) => (number === 1 ? "Vortrag" : "Vorträge"),
      speakers: (number) => (number === 1 ? "vortragende Person" : "Vortragende"),
      topics: (number) => (number === 1 ? "Thema" : "Themen"),
      papers: () => "Fachartikel",
    },
    featured: "Sehenswert",
    editions: "Alle Veranstaltungen",
    empty: "Es gibt noch keine Veranstaltungen.",
  },
  moved: {
    description: (title) => `${title} hat eine neue Adresse.`,
    text: "Diese Seite ist umgezogen: {link}.",
  },
  /** At the address of something that was removed for good. */
  removed: {
    title: "Entfernt",
    text: (date: string) => `Was unter dieser Adresse stand, wurde am ${date} aus dem Archiv entfernt.`,
    kept: "Die Adresse bleibt erhalten, damit Links zu ihr diesen Hinweis finden.",
  },
  notFound: {
    title: "Seite nicht gefunden",
    description: "Unter dieser Adresse gibt es keine Seite.",
    lead: "Unter dieser Adresse gibt es nichts. Prüfen Sie die Adresse, oder suchen Sie.",
    talks: "Alle Vorträge",
    events: "Alle Veranstaltungen",
    speakers: "Alle Vortragenden",
    topics: "Alle Themen",
  },
  organization: {
    description: ({ name, archive, size }) => `${name} – ${archive}: ${size}.`,
    hosted: (number) => `${events(number)} ausgerichtet`,
    otherNames: (names) => `Auch geschrieben: ${names}`,
    talks: "Vorträge",
    noTalks: "Von dieser Organisation ist kein Vortrag bekannt.",
    hostedEvents: "Ausgerichtete Veranstaltungen",
    people: "Personen",
    morePeople: (number) => `und ${grouped(number)} weitere`,
    yearNotKnown: "Jahr unbekannt",
    links: "Verweise",
  },
  organizations: {
    title: "Organisationen",
    description: ({ organizations: number, archive }) =>
      `${archive}: ${organizations(number)}, von denen Vortragende kamen oder die Veranstaltungen ausrichteten.`,
    lead: (number) =>
      number === 1
        ? "1 Organisation, von der Vortragende kamen oder die Veranstaltungen ausrichtete"
        : `${organizations(number)}, von denen Vortragende kamen oder die Veranstaltungen ausrichteten`,
    largest: "Die meisten Vorträge",
    hosted: (number) => `${events(number)} ausgerichtet`,
    empty: "Es gibt noch keine Organisationen.",
  },
  page: {
    kinds: "Arten",
    other: "Sonstiges",
    since: (year) => `seit ${year}`,
    missingTalk: "Fehlt ein Vortrag? {add}.",
    addTalk: "Hier ergänzen",
  },
  papers: {
    title: "Fachartikel",
    description: ({ papers: number, archive }) => `${archive}: ${papers(number)} mit Verfassern, Erscheinungsorten und Adressen.`,
    lead: "{papers}.",
    ownNotes: "Die Anmerkungen sind eigene Worte des Archivs.",
    empty: "In diesem Archiv sind noch keine Fachartikel.",
  },
  presentations: {
    description: ({ talks: number, archive }) =>
      number === 1 ? `${archive}: der eine Vortrag.` : `${archive}: alle ${talks(number)}, zum Sortieren und Filtern.`,
    ofYear: (year) => `Vorträge ${year}`,
    withoutYear: "Vorträge ohne Jahr",
    partDescription: ({ title, archive }) => `${archive}: ${title}.`,
    filter: "Vorträge filtern",
    words: "Titel oder Person",
    more: "Weitere Filter",
    byYear: "Nach Jahren",
    newest: "Neueste Veranstaltung zuerst",
    oldest: "Älteste Veranstaltung zuerst",
    byTitle: "Titel",
    bySpeaker: "Vortragende",
    results: "Treffer zeigen",
    reset: "Zurücksetzen",
    empty: "Es gibt noch keine Vorträge.",
  },
  search: {
    title: "Suche",
    description: (archive) =>
      `${archive}: Vorträge, Folien, Transkripte, Vortragende, Organisationen, Veranstaltungen, Fachartikel und Themen durchsuchen.`,
    label: "Suche",
    submit: "Suchen",
    keys: "{slash} führt zur Suche, ↑ ↓ bewegen, {enter} öffnet.",
    enter: "Eingabe",
    escape: "Esc",
    slash: "{slash} auf jeder Seite als Tastenkürzel benutzen",
    filters: "Filtern und sortieren",
    kind: "Art",
    allKinds: "Alle Arten",
    speaker: "Vortragende",
    allSpeakers: "Alle Vortragenden",
    organization: "Organisation",
    allOrganizations: "Alle Organisationen",
    best: "Beste Treffer zuerst",
    newest: "Neueste zuerst",
    oldest: "Älteste zuerst",
    clear: "Filter zurücksetzen",
    more: "Mehr zeigen",
    noScript: "Die Suche läuft in Ihrem Browser und braucht JavaScript. Diese Listen führen auch ohne zu allem:",
    notLoaded: "Die Suche ließ sich nicht laden. Laden Sie diese Seite neu, oder nehmen Sie die Listen unten: Sie führen zu allem.",
    lists: "Listen von allem",
    byEvent: "Nach Veranstaltung",
    byTopic: "Nach Thema",
    elsewhere: "Anderswo",
    outside: (engine) => `Diese Website mit ${engine} durchsuchen, das dann weiß, wonach Sie suchen`,
    ask: (engine) => `Mit ${engine} suchen`,
  },
  slides: {
    title: "Folien",
    titleOf: ({ first, last }) => `Folien ${first}–${last}`,
    windowTitle: ({ title, talk, event }) => `${title} zu „${talk}“ · ${event}`,
    description: ({ slides: number, talk, speakers: names, event }) =>
      `${slides(number)} zu ${talk}${names ? ` von ${names}` : ""} bei ${event}, als Bilder mit ihrem Text.`,
    noText: "Die Datei enthält die Folien nur als Bilder, ohne Text.",
    strip: "Folien",
    text: "Text",
    slide: "Folie",
    alt: ({ number, all, title }) => `Folie ${number} von ${all}${title ? `: ${title}` : ", ohne Text"}`,
  },
  speaker: {
    description: ({ talks: number, name, archive }) => `${archive}: ${talks(number)} von ${name}.`,
    otherNames: (names) => `Auch geschrieben: ${names}`,
    portrait: (name) => `Porträt von ${name}`,
    bio: "Kurzbiografie",
    noBio: "Keine Kurzbiografie gefunden.",
    talks: "Vorträge",
    noTalk: "Kein Vortrag ist bekannt.",
    shownAs: "Wie veröffentlicht",
    as: (name) => `als ${name}`,
    organizations: "Organisationen",
    since: (year) => `seit ${year}`,
    atSummits: (years) => `bei den Veranstaltungen ${listed(years)}`,
    yearNotKnown: "Jahr unbekannt",
    links: "Verweise",
  },
  speakers: {
    title: "Vortragende",
    ofLetter: (letter) => `Vortragende: ${letter}`,
    description: ({ speakers: number, archive }) => `${archive}: ${speakers(number)} von A bis Z, mit Organisationen und Vorträgen.`,
    letters: "Buchstaben",
    otherLetter: "Andere",
    noTalk: "kein Vortrag bekannt",
    empty: "Es gibt noch keine Vortragenden.",
  },
  talk: {
    session: {
      talk: "ein Vortrag",
      keynote: "eine Keynote",
      panel: "eine Podiumsdiskussion",
      tutorial: "ein Tutorium",
      workshop: "ein Workshop",
      lightning: "ein Kurzvortrag",
      "design session": "eine Entwurfsrunde",
      discussion: "eine Diskussion",
      demo: "eine Vorführung",
      poster: "ein Poster",
      meeting: "ein Treffen",
      opening: "eine Eröffnung",
      closing: "ein Abschluss",
      social: "ein geselliges Treffen",
      break: "eine Pause",
      other: "ein Programmpunkt",
    },
    description: ({ title, session, speakers: names, event }) => `${title}, ${session}${names ? ` von ${names}` : ""} bei ${event}.`,
    moreSpeakers: (number) => `${number} weitere`,
    ownTitle: "Titel vom Archiv: Keine Quelle nennt den genauen.",
    status: {
      cancelled: "Dieser Vortrag wurde abgesagt.",
      postponed: "Dieser Vortrag wurde verschoben.",
      online: "Dieser Vortrag wurde ins Internet verlegt.",
    },
    postponedTo: "Dieser Vortrag wurde verschoben: {place}.",
    withheld: "Dieser Vortrag wird nicht veröffentlicht. Das Archiv zeigt, wann und wo er war, mehr nicht.",
    withheldTitle: "Vortrag nicht veröffentlicht",
    recording: {
      none: "Dieser Vortrag wurde nicht aufgezeichnet.",
      declined: "Dieser Vortrag wurde auf Wunsch der Vortragenden nicht aufgezeichnet.",
      withheld: "Die Aufzeichnung dieses Vortrags wird nicht veröffentlicht.",
    },
    chapters: "Kapitel",
    part: "Teil",
    partOf: ({ part, parts }) => (parts === undefined ? `${part}` : `${part} von ${parts}`),
    continues: "Fortsetzung von",
    continuedBy: "Fortgesetzt in",
    alsoGivenAt: "Auch gehalten bei",
    languages: "Sprachen",
    licence: "Lizenz",
    slidesLicence: "Lizenz der Folien",
    recordingLicence: "Lizenz der Aufzeichnung",
    licenceOf: (thing) => `Lizenz: ${thing}`,
    speakers: (number) => (number > 1 ? "Vortragende" : "Vortragende Person"),
    noSpeaker: "Vortragende unbekannt",
    transcript: "Transkript",
    original: "Ursprüngliche Seite",
    abstract: "Zusammenfassung",
    ownSummary: "Zusammenfassung des Archivs.",
    noAbstract: "Keine Zusammenfassung gefunden.",
    about: (number) => (number > 1 ? "Über die Vortragenden" : "Zur Person"),
    links: "Verweise",
    cite: "Zitieren",
    facts: "Einzelheiten",
    dayNotKnown: (dates) => `${dates} (Tag unbekannt)`,
    zone: "Zeitzone",
    programme: "Programm",
    length: "Länge",
    track: "Track",
    kind: "Art",
    language: "Sprache",
    agenda: "Agenda",
    inAgenda: "In der Agenda zeigen",
    topics: "Themen",
    otherSessions: "Andere Vorträge dieser Veranstaltung",
    previous: "Voriger",
    next: "Nächster",
    more: (number) => (number > 1 ? "Von denselben Personen" : "Von derselben Person"),
    related: "Verwandte Vorträge",
  },
  topic: {
    description: ({ size, topic, archive }) => `${archive}: ${size || "noch nichts"} zum Thema ${topic}.`,
    nothing: "Noch kein Vortrag oder Fachartikel",
    partOf: "Teil von",
    parts: "Teile",
    also: "Auch",
    growth: "Vorträge nach Jahren",
    byYear: "Vorträge nach Jahren",
    growthAbout: ({ first, last, most, year }) => `Von ${first} bis ${last}, die meisten Vorträge (${most}) im Jahr ${year}.`,
    asTable: "Als Tabelle zeigen",
    caption: (topic) => `Vorträge zum Thema ${topic} nach Jahren`,
    heads: ["Jahr", "Vorträge"],
    talks: "Vorträge",
    papers: "Fachartikel",
  },
  topics: {
    title: "Themen",
    description: ({ topics: number, archive, isCurated }) => `${archive}: ${topics(number)}${isCurated ? "" : ", die größten zuerst"}.`,
    lead: (number) => `${topics(number)}, die größten zuerst`,
    curatedLead: ({ curated, others }) => `${counted(curated, "Hauptthema", "Hauptthemen")}, ${others} weitere`,
    more: "Weitere Themen",
    tenAndMore: "Zehn oder mehr",
    fiveToNine: "Fünf bis neun",
    twoToFour: "Zwei bis vier",
    tags: "An den meisten Vorträgen einer Veranstaltung",
    one: "Ein Vortrag oder Fachartikel",
    empty: "Es gibt noch keine Themen.",
  },
  transcript: {
    title: "Transkript",
    windowTitle: ({ title, talk, event }) => `${title} zu „${talk}“ · ${event}`,
    description: ({ talk, event, from, to }) =>
      `Was im Video von „${talk}“ bei ${event} gesagt wird${from === undefined ? "" : `, von ${from} bis ${to}`}, Zeile für Zeile mit Zeitangaben.`,
    heading: "Was gesagt wird",
    hint: "Eine Zeitangabe spielt das Video ab dort.",
    hintAt: (host) => `Eine Zeitangabe spielt das Video ab dort auf ${host}.`,
    next: (time) => `Weiter bei ${time}`,
    file: "Ganzes Transkript (WebVTT)",
  },
  year: {
    description: ({ year, archive, size }) => `${archive}, ${year}: ${size}.`,
    editions: (number) => (number > 1 ? "Veranstaltungen" : "Veranstaltung"),
    talks: "Vorträge",
    speakers: "Vortragende",
    papers: "Fachartikel",
    otherYears: "Andere Jahre",
    previous: "Voriges Jahr",
    next: "Nächstes Jahr",
  },
  years: {
    title: "Jahre",
    description: (archive) => `${archive} Jahr für Jahr: Veranstaltungen, Vorträge und Fachartikel.`,
    lead: "Neueste zuerst",
    noTalks: "keine Vorträge bekannt",
    empty: "Es gibt noch keine Jahre.",
  },

  citation: {
    title: (title) => (/[.!?…]$/u.test(title) ? `„${title}“` : `„${title}“.`),
  },

  // Dateien, die Lesende mit anderen Programmen öffnen.

  calendar: {
    undated: (number) => `${counted(number, "Programmpunkt, dessen", "Programmpunkte, deren")} Tag unbekannt ist: siehe Agenda.`,
    agenda: (url) => `Agenda: ${url}`,
  },
  csv: {
    editions: [
      "Veranstaltung",
      "Jahr",
      "Beginn",
      "Vorträge",
      "Vortragende",
      "Organisationen",
      "neue Vortragende",
      "wiederkehrende Vortragende",
    ],
    topics: ["Thema", "Jahr", "Vorträge"],
    speakers: ["Person", "Veranstaltungen", "Vorträge", "erstes Jahr", "letztes Jahr"],
    talks: [
      "Kennung",
      "Titel",
      "Vortragende",
      "Organisationen",
      "Veranstaltung",
      "Datum",
      "letzter Tag",
      "Beginn",
      "Ende",
      "Minuten",
      "Raum",
      "Track",
      "Art",
      "Sprachen",
      "Status",
      "Themen",
      "Folien",
      "Video",
      "Lizenz",
      "Adresse",
      "ungenannte Vortragende",
      "Teil",
      "Teile",
      "Stand der Aufzeichnung",
      "verschoben auf",
      "auch gehalten bei",
      "Dokumente",
      "Lizenz der Folien",
      "Lizenz der Aufzeichnung",
    ],
  },
  zip: {
    about: (archive) =>
      `${archive}. Der Ordner content enthält die Einträge der Veranstaltung, ihrer Vorträge und ihrer Vortragenden und
solche, die für alle Veranstaltungen gelten, als einfachen Text (Markdown mit YAML-Feldern, UTF-8). Der Ordner assets enthält die
Mediendateien, die sie nennen, sofern es welche gibt.`,
    howToRead: ({ event, program }: { event: string; program: string }) =>
      `So lesen Sie es: Jeder Texteditor öffnet die Einträge. Jeder beginnt mit seinen Feldern zwischen zwei Zeilen ---, etwa Titel,
Vortragende und Tag; danach folgt die Zusammenfassung oder die Biografie. ${event}/event.md ist die Veranstaltung, ihre Vorträge
stehen in ${event}/talks. Dateien, die Felder nennen, liegen in assets/media.
${program}, ein npm-Paket für Node.js, baut aus beiden Ordnern eine Website: Legen Sie sie in einen Ordner, den sein Befehl init angelegt hat.`,
    tooLarge: "Dateien, die zu groß für dieses Zip sind:",
    licences: "Lizenzen von Vorträgen, Folien und Aufzeichnungen, wo sie bekannt sind:",
    talkLicence: ({ talk, licence }) => `${talk}: ${licence}`,
  },
  /** What the site record of a new archive begins with. */
  fresh: {
    tagline: "Vorträge, Folien und Videos",
    notice: "Dies ist ein Archiv vergangener Konferenzen.",
    licence: "Folien und Videos gehören ihren Urheberinnen und Urhebern.",
  },
  /** The README of a copy that opens from a disk. */
  portable: {
    readme: ({ archive, address, start }: { archive: string; address: string; start: string }) => `${archive}
${address}

Dies ist eine Kopie des Archivs, die sich von einem Datenträger öffnen lässt. Öffnen Sie ${start} in einem Browser: Dazu braucht es
weder einen Server noch ein Netz. Alle Seiten der Kopie, die Folien und die Videos, die das Archiv selbst bewahrt, funktionieren hier,
in einer Kopie des ganzen Archivs auch die Suche. Links zu anderen Websites und Player anderer Anbieter brauchen ein Netz.
Zitate und die Daten für Programme nennen jede Seite mit ihrer veröffentlichten Adresse.
`,
  },
  found: {
    talk: "Vortrag",
    speaker: "Vortragende",
    event: "Veranstaltung",
    paper: "Fachartikel",
    topic: "Thema",
    organization: "Organisation",
    page: "Seite",
  },
};

/** Sprachen, in denen Vorträge gehalten werden, nach ihren Kürzeln in kleinen Buchstaben. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "Arabisch"],
  ["bg", "Bulgarisch"],
  ["bn", "Bengalisch"],
  ["ca", "Katalanisch"],
  ["cs", "Tschechisch"],
  ["da", "Dänisch"],
  ["de", "Deutsch"],
  ["el", "Griechisch"],
  ["en", "Englisch"],
  ["es", "Spanisch"],
  ["et", "Estnisch"],
  ["eu", "Baskisch"],
  ["fa", "Persisch"],
  ["fi", "Finnisch"],
  ["fr", "Französisch"],
  ["ga", "Irisch"],
  ["he", "Hebräisch"],
  ["hi", "Hindi"],
  ["hr", "Kroatisch"],
  ["hu", "Ungarisch"],
  ["id", "Indonesisch"],
  ["is", "Isländisch"],
  ["it", "Italienisch"],
  ["ja", "Japanisch"],
  ["ko", "Koreanisch"],
  ["lt", "Litauisch"],
  ["lv", "Lettisch"],
  ["ms", "Malaiisch"],
  ["nb", "Bokmål-Norwegisch"],
  ["nl", "Niederländisch"],
  ["nn", "Nynorsk-Norwegisch"],
  ["no", "Norwegisch"],
  ["pl", "Polnisch"],
  ["pt", "Portugiesisch"],
  ["pt-br", "Brasilianisches Portugiesisch"],
  ["ro", "Rumänisch"],
  ["ru", "Russisch"],
  ["sk", "Slowakisch"],
  ["sl", "Slowenisch"],
  ["sr", "Serbisch"],
  ["sv", "Schwedisch"],
  ["ta", "Tamil"],
  ["th", "Thailändisch"],
  ["tr", "Türkisch"],
  ["uk", "Ukrainisch"],
  ["ur", "Urdu"],
  ["vi", "Vietnamesisch"],
  ["zh", "Chinesisch"],
  ["zh-hans", "Chinesisch (vereinfacht)"],
  ["zh-hant", "Chinesisch (traditionell)"],
]);
