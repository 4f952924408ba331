/**
 * Every sentence that a reader of the site sees, in English. A language is one file like this one.
 *
 * An entry is a text; or a function of what it tells, where it holds numbers, names or plurals; or a text with places in braces,
 * such as `{link}`, where a template puts markup (the filter `fill`). Entries stand by the component or page that shows them.
 * Nothing here is HTML, and functions use no `this`, for templates call them.
 */
import { count, enumerate, joined, MONTHS, thousands } from "../text/wording.ts";
import { languageName } from "./language-name.ts";
import { dayOfWeek } from "./day-of-week.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** `27 August 2012`, `November 2007` or `2009`, as much as is known of a date of ISO 8601. */
function date(iso: string): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  if (iso.length === 10) return `${Number(iso.slice(8))} ${month} ${iso.slice(0, 4)}`;
  return iso.length === 7 ? `${month} ${iso.slice(0, 4)}` : iso;
}

/** `27–28 August 2012`, `31 May – 2 June 2012`; a first day without a last one says that the event began then. */
function range(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `began ${date(start)}` : date(start);
  if (start === end) return date(start);
  if (start.length === 10 && end.length === 10) {
    if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${date(end)}`;
    if (start.slice(0, 4) === end.slice(0, 4)) return `${date(start).slice(0, -5)} – ${date(end)}`;
  }
  return `${date(start)} – ${date(end)}`;
}

/** The end of `One block per …`. */
const block = (talks: number) => (talks > 1 ? `${talks} talks` : "talk");

export const en = {
  /** `12,345` */
  number: thousands,
  list: {
    /** Between the entries of a list. */
    comma: ", ",
    /** `a, b, c`: what is there of a list. */
    commas: (parts: readonly (string | number | false | null | undefined)[]) => joined(parts, ", "),
    /** `a, b and c` */
    and: enumerate,
  },
  count: {
    bytes: (number: number) => count(number, "byte"),
    decks: (number: number) => count(number, "deck"),
    events: (number: number) => count(number, "event"),
    files: (number: number) => count(number, "file"),
    organizations: (number: number) => count(number, "organization"),
    pages: (number: number) => count(number, "page"),
    papers: (number: number) => count(number, "paper"),
    sessions: (number: number) => count(number, "session"),
    slides: (number: number) => count(number, "slide"),
    speakers: (number: number) => count(number, "speaker"),
    talks: (number: number) => count(number, "talk"),
    topics: (number: number) => count(number, "topic"),
    videos: (number: number) => count(number, "video"),
  },
  dates: {
    date,
    /** `Mon 27 August 2012` */
    shortDay: (iso: string) => `${WEEKDAYS[dayOfWeek(iso) - 1]?.slice(0, 3)} ${date(iso)}`,
    /** `Monday, 27 August 2012` */
    day: (iso: string) => `${WEEKDAYS[dayOfWeek(iso) - 1]}, ${date(iso)}`,
    range,
    dateNotKnown: "Date unknown",
    dayNotKnown: "Day unknown",
    yearNotKnown: "Year unknown",
  },
  /** `1.2 MB`; decimal units. */
  bytes(bytes: number): string {
    if (bytes < 1000) return count(bytes, "byte");
    const kilobytes = Math.round(bytes / 1000);
    return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  },
  /** `1 h 15 min` for a length in minutes. */
  minutes(minutes: number): string {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return [hours ? `${hours} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean).join(" ");
  },
  /** `San Diego, USA`; an event without a place in the world says `Online` once. */
  place: ({ city, country }: { city?: string | undefined; country?: string | undefined }) =>
    [...new Set([city, country].filter((part) => part !== undefined))].join(", "),
  /** What became of a session, as marks beside titles; that of events is in `eventItem`. */
  status: { cancelled: "cancelled", postponed: "postponed", online: "moved online" },
  /** Kinds of session, as marks beside titles. */
  kinds: {
    talk: "talk",
    keynote: "keynote",
    panel: "panel",
    tutorial: "tutorial",
    workshop: "workshop",
    lightning: "lightning",
    "design session": "design session",
    discussion: "discussion",
    demo: "demo",
    poster: "poster",
    meeting: "meeting",
    opening: "opening",
    closing: "closing",
    social: "social",
    break: "break",
    other: "other",
  },
  /** The name of a language by its tag. */
  language: (tag: string) => languageName(LANGUAGES, tag),
  /** What the lists of the archive are called. */
  sections: {
    events: "Events",
    presentations: "Presentations",
    presentationsAndVideos: "Presentations and Videos",
    papers: "Papers",
    speakers: "Speakers",
    topics: "Topics",
    organizations: "Organizations",
    series: "Series",
    years: "Years",
    explore: "Explore",
  },

  // Around every page.

  frame: {
    home: "Home",
    skip: "Skip to content",
    /** What a picture of a page for social media says: its title, and what stands below it. */
    cardAlt: (texts: string[]) => texts.join(". "),
    notice: "Archive notice",
    liveSite: "Live site: {link}",
    navigation: "Main",
    navigationBelow: "Main, at the end",
    search: "Search",
    /** Above a thousand a round number, which few changes of an archive change. */
    searchHint: (talks: number) =>
      talks < 2 ? "Search" : talks <= 1000 ? `Search ${talks} talks` : `Search ${thousands(Math.floor(talks / 1000) * 1000)}+ talks`,
    theme: "Theme",
    themes: {
      system: { name: "System", title: "System theme" },
      light: { name: "Light", title: "Light theme" },
      dark: { name: "Dark", title: "Dark theme" },
    },
    sections: "Archive",
    breadcrumbs: "Breadcrumbs",
    browse: "Browse",
    accessibility: "Accessibility",
    sources: "Sources of this page",
    dataOfAll: "All data (JSON)",
    dataOfPage: "Data of this page (JSON)",
    editPage: "Edit this page",
    editRecords: "Edit these records",
    /** Of what a page says of people. */
    correct: "Correct or remove",
    correctSubject: (page: string) => `Correct or remove: ${page}`,
    licence: "Read the licence",
    contact: "Contact: {contact}",
    sponsors: "Sponsors",
    madeBy: ({ generator, builtOn }: { generator: string; builtOn: string | null }) =>
      `Built from plain text records by ${generator}${builtOn === null ? "" : ` on ${builtOn}`}`,
  },

  // Parts that several pages share.

  agendaItem: {
    nextDay: "next day",
    /** Of a session over several days: its days, and its times on the first and the last of them. */
    span: ({ first, start, last, end }: { first: string; start: string | undefined; last: string; end: string | undefined }) =>
      `${joined([first, start], ", ")} – ${joined([last, end], ", ")}`,
    parallel: (sessions: number) => `${sessions} at the same time`,
  },
  bio: {
    /** How old a bio is; `date` is null where nobody knows. */
    note: (date: string | null) => `Bio ${age(date)}.`,
    ownNote: (date: string | null) => `Summary by the archive, ${age(date)}.`,
    atTalk: "As published with this talk.",
  },
  chart: {
    table: (caption: string) => `Table: ${caption}`,
  },
  downloads: {
    heading: "Export",
    /** The name of a file in a feed reader. */
    labelOf: ({ label, of }: { label: string; of: string }) => `${label} of ${of}`,
    calendar: "Calendar",
    feed: "Feed",
    schedule: "Schedule",
    data: "Data",
    recordsAndFiles: "Records and files",
    talks: "Talks",
    /** A schedule in which some talks are missing. */
    someOf: ({ label, talks, all }: { label: string; talks: number; all: number }) => `${label}, ${talks} of ${count(all, "talk")}`,
  },
  eventItem: {
    status: { cancelled: "cancelled", postponed: "postponed", online: "moved online" },
    hostedBy: (host: string) => `hosted by ${host}`,
    noTalks: "no talks known",
    withSlides: (talks: number) => `${talks} with slides`,
    withVideo: (talks: number) => `${talks} with video`,
  },
  exploreCharts: {
    download: "Download data",
    allEditions: "all events",
    allSpeakers: "all speakers",
    allTopics: "all topics",
    asTable: "Show as a table",
    editions: {
      heading: "Talks, speakers and organizations per event",
      text: "Only what is known: a short column may mean that little of the programme survives. All three charts share one scale.",
      /** Behind that, where there are such talks; `talks` is their number. */
      notHeld: (talks: string) => `Not counted, since cancelled, postponed or withheld: ${talks}.`,
      talks: "Talks",
      speakers: "Speakers",
      organizations: "Organizations",
      most: ({ size, edition }: { size: string; edition: string }) => `The most: ${size}, at ${edition}.`,
      heads: ["Event", "Talks", "Speakers", "Organizations"],
    },
    topics: {
      heading: "Topics",
      largest: (number: number) => `The ${number} largest topics`,
      text: "A larger dot means more talks in that year. A talk counts once for each of its topics.",
      title: "Topics by year",
      about: ({ topic, talks }: { topic: string; talks: number }) => `The largest is ${topic} with ${count(talks, "talk")}.`,
      caption: "Talks per topic and year",
      heads: ["Topic", "Talks"],
    },
    speakers: {
      heading: "New and returning speakers per event",
      text: ({ speakers, came }: { speakers: number; came: number }) =>
        `Of ${count(speakers, "speaker")}, ${came} spoke at more than one event. At the first event everyone counts as new.`,
      title: "Speakers per event",
      about: ({ returning, all, edition }: { returning: number; all: number; edition: string }) =>
        `Returning speakers below, new ones above; at ${edition}, ${returning} of ${all} had spoken before.`,
      hadSpoken: "returning",
      firstTime: "new",
      heads: ["Event", "Speakers", "New", "Returning"],
    },
  },
  /** Fields of the two forms that narrow a list down. */
  filters: {
    edition: "Event",
    allEditions: "All events",
    year: "Year",
    allYears: "All years",
    topic: "Topic",
    allTopics: "All topics",
    language: "Language",
    allLanguages: "All languages",
    order: "Sort by",
    slides: "With slides",
    video: "With video",
  },
  history: {
    caption: ({ editions, first, last }: { editions: number; first: string | undefined; last: string | undefined }) =>
      `${count(editions, "event")}${first === undefined ? "" : first === last ? ` in ${first}` : ` from ${first} to ${last}`}`,
    /** Before what the colours of blocks mean. */
    legend: ({ caption, talksOfBlock, isByYear }: { caption: string; talksOfBlock: number; isByYear: boolean }) =>
      `${caption}. One column per ${isByYear ? "year" : "event"}, one block per ${block(talksOfBlock)}:`,
    withVideo: "with video",
    withSlides: "with slides",
    neither: "neither",
    undated: "undated",
  },
  links: {
    leaves: "(leaves the archive)",
    leavesTo: (host: string) => `(leaves the archive, ${host})`,
    sources: "Sources",
    /** What a link belongs to, for those who hear it alone. */
    of: "of {thing}",
    documents: { slides: "Slides", paper: "Paper", code: "Code", handout: "Handout", poster: "Poster", other: "Document" },
    video: "Video",
    audio: "Audio",
    part: (number: number | string) => `part ${number}`,
    /** From where to where a talk is in a longer video. */
    stretch: ({ start, end }: { start: string; end: string | undefined }) => (end === undefined ? `from ${start}` : `${start}–${end}`),
    copy: "archived copy",
    copyOf: (date: string) => `archived copy of ${date}`,
    gone: "{address}, gone since {date}",
    goneWithCopy: "{address}, gone since {date}: {copy}",
    addTalk: "If you know one: {edit}.",
    editEvent: "add it to the event’s records",
  },
  paperItem: {
    noAuthors: "Authors unknown",
    pages: (pages: string) => `pages ${pages}`,
    topics: "Topics",
    ownNote: "Note by the archive.",
  },
  parts: {
    ofList: "Parts of this list",
    ofTalks: "Parts of the list of talks",
    ofSlides: "Parts of the slides",
    ofTranscript: "Parts of this transcript",
    moreSlides: "More slides",
    /** After the title of a part. */
    suffix: ({ number, all }: { number: number; all: number }) => ` (${number} of ${all})`,
  },
  places: {
    noCountry: "Country unknown",
    noPlace: "Place unknown",
  },
  player: {
    title: (talk: string) => `Video: ${talk}`,
    captions: "Captions",
    watch: ({ host, length }: { host: string; length: string | undefined }) => `Watch on ${host}${length ? `, ${length}` : ""}`,
    /** The name of a host as readers know it, and as its address has it. */
    comesFrom: ({ name, host }: { name: string; host: string }) =>
      `Player: ${name}${name === host ? "" : ` (${host})`}. Nothing loads until you press play.`,
  },
  slidesOf: {
    title: (talk: string) => `Slides: ${talk}`,
    all: ({ label, pages }: { label: string; pages: number }) => `${label}: ${count(pages, "page")}`,
    download: (size: string) => `Download PDF, ${size}`,
    openOn: ({ label, host }: { label: string; host: string }) => `${label} on ${host}`,
    comesFrom: ({ name, host }: { name: string; host: string }) => `Slides: ${name} (${host}). Nothing loads until you open them.`,
  },
  talkItem: {
    with: "with {speakers}",
    andMore: "{speakers} and {more}",
    more: (number: number) => `${number} more`,
    moreSpeakersOf: "speakers of {talk}",
    /** In place of the names of speakers that are not published. */
    withheldNames: (number: number) => (number === 1 ? "Name withheld" : `${number} names withheld`),
  },
  talkResources: {
    original: "Original page",
    copy: ({ title, copy }: { title: string; copy: string }) => `${title} (${copy})`,
  },
  talkSummary: {
    ownSummary: "Summary by the archive.",
    resource: ({ title, url }: { title: string; url: string }) => `${title}: ${url}`,
  },

  // Pages.

  accessibility: {
    title: "Accessibility",
    description: (archive: string) => `What the ${archive} does so that everybody can use it, how that is tested, and what is missing.`,
    lead: "Everybody should be able to use this archive: by eye, ear or touch, with a keyboard, on a small or magnified screen, with or without JavaScript.",
    summary: ({ criteria, met, partly, not }: { criteria: number; met: number; partly: number; not: number }) =>
      `Of the ${criteria} criteria of WCAG 2.2 at levels A and AA, the program’s pages meet ${met} in full and ${partly} in part; ${not} do not apply.`,
    introduction:
      "{summary} Each is listed below, with how pages meet it and how that is tested. The tests are those of {program}, the program that builds this site: its project runs them on its own sites, all but those “by eye” at every change. WCAG stands for {guidelines}.",
    guidelines: "Web Content Accessibility Guidelines",
    report: {
      heading: "Does something not work for you?",
      label: "Report it in this archive’s list of issues",
      atProject: "{report}, and say which page, browser and assistive technology you use.",
      atSite: "Tell {site} which page, browser and assistive technology you use.",
    },
    gaps: {
      heading: "What is missing",
      videosElsewhere: (videos: number) =>
        `${count(videos, "video")} on other hosts: their players, captions and advertisements are not the archive’s.`,
      withoutCaptions: (videos: number) => `${count(videos, "video")} in the archive without captions, because none are known.`,
      slidesElsewhere: (decks: number) =>
        `${count(decks, "deck")} of slides on other hosts: many such files have no structure that a screen reader could follow.`,
      slidesHere: (decks: number) => `${count(decks, "deck")} of slides in the archive, published as their authors made them.`,
      noDescriptions: "No video is known to have an audio description or a translation into sign language.",
      strangers: "Texts by others stand as published.",
      ownLooks: "This archive’s own colours, styles and templates are not covered by the program’s tests.",
      browsers:
        "The program is tested in Chromium, and by one walk through a site in Firefox and in WebKit. Screen readers have not been tested by its project.",
    },
    testing: "How the program is tested",
    tested: (ways: string) => `Tested: ${ways}`,
    states: { met: "Met", partly: "Partly met", not: "Does not apply" },
    principles: { 1: "Perceivable", 2: "Operable", 3: "Understandable", 4: "Robust" },
    ways: {
      axe: {
        label: "axe",
        what: "axe-core looks at the first and the largest page of every kind, and at pages in use, in both themes, 320 and 1280 pixels wide, with all its rules for WCAG 2.0 to 2.2 and best practice. The same test finds text that is cut off, sticks out or says nothing of its language.",
      },
      keys: {
        label: "keyboard walk",
        what: "A browser walks through pages of several kinds with real presses of Tab, forwards and backwards: each stop must be visible, marked and in the order of the text, and every control must be reached.",
      },
      html: { label: "HTML check", what: "Every page of the project’s own archive is valid HTML." },
      walk: { label: "reader’s walk", what: "A browser follows links, filters and sorts talks, with and without JavaScript." },
      links: { label: "link check", what: "No link of the archive’s own leads nowhere, and every page is within reach of the home page." },
      theme: { label: "theme test", what: "The choice of a theme is reached by keyboard and remembered." },
      search: { label: "search test", what: "A browser searches by keyboard, and turns the key that leads to the search off and on." },
      eye: {
        label: "by eye",
        what: "Someone in the project looked at pages of every kind in both themes, in print and with forced colours, and at what a screen reader is given.",
      },
    },
    /** The success criteria of WCAG 2.2 by their numbers: what they are called, and how pages meet them. */
    criteria: {
      "1.1.1": {
        name: "Non-text Content",
        how: "Portraits are described, and drawings have the same facts as text beside them. What slides and videos show is described only as far as their authors did.",
      },
      "1.2.1": {
        name: "Audio-only and Video-only (Prerecorded)",
        how: "A transcript is offered where the archive has one.",
      },
      "1.2.2": {
        name: "Captions (Prerecorded)",
        how: "Videos in the archive play with captions where there are some. On other hosts their players decide.",
      },
      "1.2.3": {
        name: "Audio Description or Media Alternative (Prerecorded)",
        how: "The abstract, slides and transcript of a talk stand beside its video, as far as they are known.",
      },
      "1.2.4": { name: "Captions (Live)", how: "Nothing is live." },
      "1.2.5": { name: "Audio Description (Prerecorded)", how: "No video is known to have an audio description." },
      "1.3.1": {
        name: "Info and Relationships",
        how: "Headings, lists, tables with scoped headers, labels and landmarks say what the layout shows.",
      },
      "1.3.2": { name: "Meaningful Sequence", how: "Pages read in the order of their source, also where columns stand side by side." },
      "1.3.3": { name: "Sensory Characteristics", how: "No instruction relies on shape, place or sound." },
      "1.3.4": { name: "Orientation", how: "Pages work in portrait and in landscape." },
      "1.3.5": { name: "Identify Input Purpose", how: "No field asks for anything about the reader." },
      "1.4.1": { name: "Use of Color", how: "Links in text are underlined; the current page is also marked by weight and a line." },
      "1.4.2": { name: "Audio Control", how: "Nothing plays by itself." },
      "1.4.3": { name: "Contrast (Minimum)", how: "Text has a contrast of at least 4.5 to 1 in both themes." },
      "1.4.4": { name: "Resize Text", how: "All sizes follow the reader’s own, and pages work at 400 percent." },
      "1.4.5": { name: "Images of Text", how: "The archive writes its text as text. Slides may hold pictures of text." },
      "1.4.10": {
        name: "Reflow",
        how: "At 320 pixels, which is 400 percent of a window 1280 pixels wide, nothing has to be scrolled sideways.",
      },
      "1.4.11": {
        name: "Non-text Contrast",
        how: "Edges of fields and buttons, and the mark of the focus, have a contrast of at least 3 to 1.",
      },
      "1.4.12": { name: "Text Spacing", how: "With the spacing that the criterion names no text is lost." },
      "1.4.13": {
        name: "Content on Hover or Focus",
        how: "Nothing appears on hover or focus but the skip link and the browser’s own hints.",
      },
      "2.1.1": { name: "Keyboard", how: "All links and controls are reached and used by keyboard." },
      "2.1.2": {
        name: "No Keyboard Trap",
        how: "Tab leads through each page and out of it. The players of other hosts, which open only when asked for, are theirs.",
      },
      "2.1.4": {
        name: "Character Key Shortcuts",
        how: "The key / moves the focus to the search; a box on the search page turns that off. No other letter or sign acts by itself.",
      },
      "2.2.1": { name: "Timing Adjustable", how: "No page sets a time limit. Pages at old addresses lead on at once." },
      "2.2.2": { name: "Pause, Stop, Hide", how: "Nothing moves, blinks or changes by itself." },
      "2.3.1": { name: "Three Flashes or Below Threshold", how: "Nothing on a page flashes. What videos show is not known." },
      "2.4.1": {
        name: "Bypass Blocks",
        how: "The first stop of every page is a link that skips to the content; landmarks and headings do the same.",
      },
      "2.4.2": { name: "Page Titled", how: "Every page has a title of its own with the name of the archive." },
      "2.4.3": { name: "Focus Order", how: "The focus follows the order of the text." },
      "2.4.4": {
        name: "Link Purpose (In Context)",
        how: "Links that look alike, such as those to slides, say for screen readers what talk they belong to and whether they leave the archive.",
      },
      "2.4.5": {
        name: "Multiple Ways",
        how: "Each talk is found through its event, the agenda, its speakers, its topics and the list of all talks.",
      },
      "2.4.6": { name: "Headings and Labels", how: "Headings and labels say what follows them." },
      "2.4.7": { name: "Focus Visible", how: "Every stop shows an outline of at least two pixels." },
      "2.4.11": { name: "Focus Not Obscured (Minimum)", how: "Nothing lies over what has the focus." },
      "2.5.1": { name: "Pointer Gestures", how: "A single tap or click does everything." },
      "2.5.2": { name: "Pointer Cancellation", how: "Links and controls act when the pointer is released." },
      "2.5.3": { name: "Label in Name", how: "The name of a control begins with the words that are seen." },
      "2.5.4": { name: "Motion Actuation", how: "Nothing listens to the motion of a device." },
      "2.5.7": { name: "Dragging Movements", how: "Nothing has to be dragged." },
      "2.5.8": {
        name: "Target Size (Minimum)",
        how: "Targets measure at least 24 by 24 pixels or keep that distance; links within sentences are exempt.",
      },
      "3.1.1": { name: "Language of Page", how: "Every page names its language." },
      "3.1.2": {
        name: "Language of Parts",
        how: "Titles, abstracts and bios of a talk in another language name it, where the record does. Quotations within a text do not.",
      },
      "3.2.1": { name: "On Focus", how: "The focus alone changes nothing." },
      "3.2.2": { name: "On Input", how: "A choice in the filter changes the list below it, says so, and leaves the focus where it is." },
      "3.2.3": { name: "Consistent Navigation", how: "Masthead, breadcrumbs and footer are the same, in the same order, on every page." },
      "3.2.4": {
        name: "Consistent Identification",
        how: "The same thing has the same name and mark everywhere; navigation, footer and lists take the names of sections from one place.",
      },
      "3.2.6": { name: "Consistent Help", how: "This page is linked in the footer of every page." },
      "3.3.1": { name: "Error Identification", how: "No input can be wrong; a filter without a hit says so." },
      "3.3.2": { name: "Labels or Instructions", how: "Every field has a visible label, or a symbol with a name." },
      "3.3.3": { name: "Error Suggestion", how: "No input can be wrong." },
      "3.3.4": { name: "Error Prevention (Legal, Financial, Data)", how: "Readers send nothing." },
      "3.3.7": { name: "Redundant Entry", how: "Nothing has to be entered twice." },
      "3.3.8": { name: "Accessible Authentication (Minimum)", how: "Nobody logs in." },
      "4.1.2": { name: "Name, Role, Value", how: "Controls are the browser’s own, with names." },
      "4.1.3": {
        name: "Status Messages",
        how: "The number of talks found and the result of copying are told to screen readers without moving the focus.",
      },
    },
  },
  agenda: {
    title: "Agenda",
    description: ({ event, day, sessions }: { event: string; day: string | undefined; sessions: number }) =>
      `Agenda of ${event}${day ? `, ${day}` : ""}: ${count(sessions, "talk")} with speakers, slides and videos.`,
    windowTitle: ({ event, day }: { event: string; day: string | undefined }) => `Agenda of ${event}${day ? `, ${day}` : ""}`,
    zone: "Time zone",
    timesIn: (zone: string) => `Times: ${zone}`,
    yourZone: "Your time ({zone})",
    /** Offsets from UTC, one after the other. */
    offsets: (offsets: readonly string[]) => offsets.join(", then "),
    days: "Days",
    rooms: (day: string) => `Rooms on ${day}`,
    caption: (day: string) => `Talks on ${day} by time and room`,
    time: "Time",
    roomNotKnown: "Room unknown",
    timeNotKnown: "Time unknown",
    publishedOrder: "Published order",
    otherSessions: "Other talks",
    severalDays: "Over several days",
    otherDays: "Other days",
    previousDay: "Previous day",
    nextDay: "Next day",
    /** Of a day of very many sessions. */
    previousPart: "Previous part",
    nextPart: "Next part",
  },
  event: {
    description: ({ event, facts }: { event: string; facts: readonly string[] }) => `${event}: ${facts.join("; ")}.`,
    pointers: "Talks, slides and videos",
    agenda: "Agenda",
    withSlides: (talks: number) => `${talks} with slides`,
    withVideo: (talks: number) => `${talks} with video`,
    zip: (files: number) => `All slides (ZIP, ${count(files, "file")})`,
    zipOfSome: ({ files, all }: { files: number; all: number }) => `Slides (ZIP, ${files} of ${count(all, "file")})`,
    welcome: "Welcome",
    complete: "How complete is this?",
    asFarAsKnown: "The programme is as complete as the sources below.",
    unsourced: "Nothing says how complete the programme is.",
    talks: "Talks",
    otherTalks: "Other talks",
    empty: "No talk of this event is known.",
    facts: "About the event",
    days: "Known days",
    host: "Host",
    zone: "Time zone",
    series: "Series",
    licence: "Licence of talks",
    slidesLicence: "Licence of slides",
    recordingLicence: "Licence of recordings",
    /** What became of an event that did not take place as announced. */
    status: {
      cancelled: "This event was cancelled.",
      postponed: "This event was postponed.",
      online: "This event moved online.",
    },
    postponedTo: "This event was postponed: {event}.",
    links: "Links",
    otherEvents: "Other events",
    previous: "Previous event",
    next: "Next event",
  },
  events: {
    description: ({ events, archive }: { events: number; archive: string }) =>
      `All ${count(events, "event")} of the ${archive}, with dates, places and hosts.`,
    other: "Other events",
    places: "Where they were held",
    empty: "There are no events in this archive yet.",
  },
  explore: {
    title: "Explore",
    editions: { label: "Events", lead: (sizes: string) => `The archive in charts: ${sizes}` },
    topics: { label: "Topics", title: "Topics by year", lead: "Which topics had talks in which year" },
    speakers: { label: "Speakers", title: "Who came back", lead: "New and returning speakers" },
    description: ({ lead, archive }: { lead: string; archive: string }) => `${lead}. ${archive}.`,
    pages: "Charts",
    charts: (heading: string) => `Charts: ${heading}`,
    scrolls: "Charts scroll sideways.",
    empty: "There is nothing to count yet.",
    regulars: "At the most events",
  },
  home: {
    /** What stands below a number. */
    numbers: {
      events: (number: number) => (number === 1 ? "event" : "events"),
      talks: (number: number) => (number === 1 ? "talk" : "talks"),
      speakers: (number: number) => (number === 1 ? "speaker" : "speakers"),
      topics: (number: number) => (number === 1 ? "topic" : "topics"),
      papers: (number: number) => (number === 1 ? "paper" : "papers"),
    },
    featured: "Worth a look",
    editions: "All events",
    empty: "There are no events yet.",
  },
  moved: {
    description: (title: string) => `${title} has a new address.`,
    text: "This page has moved to {link}.",
  },
  /** At the address of something that was removed for good. */
  removed: {
    title: "Removed",
    text: (date: string) => `What was at this address was removed from the archive on ${date}.`,
    kept: "The address is kept so that links to it lead to this note.",
  },
  notFound: {
    title: "Page not found",
    description: "There is no page at this address.",
    lead: "There is nothing at this address. Check the address, or search.",
    talks: "All talks",
    events: "All events",
    speakers: "All speakers",
    topics: "All topics",
  },
  organization: {
    description: ({ name, archive, size }: { name: string; archive: string; size: string }) => `${name} in the ${archive}: ${size}.`,
    hosted: (events: number) => `${count(events, "event")} hosted`,
    otherNames: (names: string) => `Also written ${names}`,
    talks: "Talks",
    noTalks: "No talk by a speaker of this organization is known.",
    hostedEvents: "Hosted events",
    people: "People",
    morePeople: (number: number) => `and ${thousands(number)} more`,
    yearNotKnown: "year unknown",
    links: "Links",
  },
  organizations: {
    title: "Organizations",
    description: ({ organizations, archive }: { organizations: number; archive: string }) =>
      `The ${count(organizations, "organization")} that sent speakers to the events of the ${archive} or hosted them.`,
    lead: (organizations: number) => `${count(organizations, "organization")} that sent speakers or hosted events`,
    largest: "Most talks",
    hosted: (events: number) => `hosted ${count(events, "event")}`,
    empty: "There are no organizations yet.",
  },
  page: {
    kinds: "Kinds",
    /** The kind of entries that name none. */
    other: "Other",
    since: (year: number) => `since ${year}`,
    /** Below what is known of an event, where readers can add to it. */
    missingTalk: "Is a talk missing? {add}.",
    addTalk: "Add it here",
  },
  papers: {
    title: "Papers",
    description: ({ papers, archive }: { papers: number; archive: string }) =>
      `${count(papers, "paper")} in the ${archive}, with authors, venues and addresses.`,
    lead: "{papers}.",
    ownNotes: "Notes by the archive.",
    empty: "There are no papers in this archive yet.",
  },
  presentations: {
    description: ({ talks, archive }: { talks: number; archive: string }) =>
      `All ${count(talks, "talk")} of the ${archive}, to sort and filter.`,
    ofYear: (year: string) => `Talks of ${year}`,
    withoutYear: "Talks without a year",
    partDescription: ({ title, archive }: { title: string; archive: string }) => `${title} in the ${archive}.`,
    filter: "Filter talks",
    words: "Title or speaker",
    more: "More filters",
    byYear: "By year",
    newest: "Newest event first",
    oldest: "Oldest event first",
    byTitle: "Title",
    bySpeaker: "Speaker",
    results: "Show results",
    reset: "Clear",
    empty: "There are no talks yet.",
  },
  search: {
    title: "Search",
    description: (archive: string) =>
      `Search the talks, slides, transcripts, speakers, organizations, events, papers and topics of the ${archive}.`,
    label: "Search",
    submit: "Search",
    keys: "Press {slash} to search, ↑ ↓ to move, {enter} to open.",
    enter: "Enter",
    escape: "Esc",
    slash: "Use {slash} as a shortcut on every page",
    filters: "Filter and sort",
    kind: "Kind",
    allKinds: "All kinds",
    speaker: "Speaker",
    allSpeakers: "All speakers",
    organization: "Organization",
    allOrganizations: "All organizations",
    best: "Best match first",
    newest: "Newest first",
    oldest: "Oldest first",
    clear: "Clear filters",
    more: "Show more",
    noScript: "Search runs in your browser and needs JavaScript. These lists lead to everything without it:",
    /** Where the script of the search has not come after ten seconds. */
    notLoaded: "The search could not be loaded. Load this page again, or use the lists below: they lead to everything.",
    lists: "Lists of everything",
    byEvent: "By event",
    byTopic: "By topic",
    elsewhere: "Elsewhere",
    outside: (engine: string) => `Search this site with ${engine}, which will see what you search for`,
    ask: (engine: string) => `Search with ${engine}`,
  },
  slides: {
    title: "Slides",
    titleOf: ({ first, last }: { first: number; last: number }) => `Slides ${first}–${last}`,
    windowTitle: ({ title, talk, event }: { title: string; talk: string; event: string }) => `${title} of “${talk}” · ${event}`,
    description: ({ slides, talk, speakers, event }: { slides: number; talk: string; speakers: string; event: string }) =>
      `The ${count(slides, "slide")} of ${talk}${speakers ? ` by ${speakers}` : ""} at ${event}, as pictures with their text.`,
    noText: "The file holds pictures of the slides only, no text.",
    strip: "Slides",
    text: "Text",
    slide: "Slide",
    alt: ({ number, all, title }: { number: number; all: number; title: string }) =>
      `Slide ${number} of ${all}${title ? `: ${title}` : ", without text"}`,
  },
  speaker: {
    description: ({ talks, name, archive }: { talks: number; name: string; archive: string }) =>
      `${count(talks, "talk")} by ${name} in the ${archive}.`,
    otherNames: (names: string) => `Also written ${names}`,
    portrait: (name: string) => `Portrait of ${name}`,
    bio: "Bio",
    noBio: "No bio found.",
    talks: "Talks",
    noTalk: "No talk is known.",
    shownAs: "As published",
    as: (name: string) => `as ${name}`,
    organizations: "Organizations",
    since: (year: number) => `since ${year}`,
    atSummits: (years: readonly string[]) => `at the events of ${enumerate(years)}`,
    yearNotKnown: "year unknown",
    links: "Links",
  },
  speakers: {
    title: "Speakers",
    ofLetter: (letter: string) => `Speakers: ${letter}`,
    description: ({ speakers, archive }: { speakers: number; archive: string }) =>
      `All ${count(speakers, "speaker")} of the ${archive} from A to Z, with their organizations and talks.`,
    letters: "Letters",
    otherLetter: "Other",
    noTalk: "no talk known",
    empty: "There are no speakers yet.",
  },
  talk: {
    /** What a session of each kind is, within a sentence. */
    session: {
      talk: "a talk",
      keynote: "a keynote",
      panel: "a panel",
      tutorial: "a tutorial",
      workshop: "a workshop",
      lightning: "a lightning talk",
      "design session": "a design session",
      discussion: "a discussion",
      demo: "a demo",
      poster: "a poster",
      meeting: "a meeting",
      opening: "an opening session",
      closing: "a closing session",
      social: "a social event",
      break: "a break",
      other: "a session",
    },
    description: ({ title, session, speakers, event }: { title: string; session: string; speakers: string; event: string }) =>
      `${title}, ${session}${speakers ? ` by ${speakers}` : ""} at ${event}.`,
    moreSpeakers: (number: number) => `${number} more`,
    ownTitle: "Title by the archive: no source gives the exact one.",
    /** What became of a talk that did not take place as announced; `place` is a link to what took its place, which may have been called off as well. */
    status: {
      cancelled: "This talk was cancelled.",
      postponed: "This talk was postponed.",
      online: "This talk moved online.",
    },
    postponedTo: "This talk was postponed: {place}.",
    withheld: "This talk is withheld. The archive shows only when and where it was.",
    withheldTitle: "Talk withheld",
    /** Why there is no recording. */
    recording: {
      none: "This talk was not recorded.",
      declined: "This talk was not recorded, at the request of its speakers.",
      withheld: "The recording of this talk is not published.",
    },
    chapters: "Chapters",
    part: "Part",
    partOf: ({ part, parts }: { part: number; parts: number | undefined }) => (parts === undefined ? `${part}` : `${part} of ${parts}`),
    continues: "Continues",
    continuedBy: "Continued by",
    alsoGivenAt: "Also given at",
    languages: "Languages",
    licence: "Licence",
    slidesLicence: "Licence of slides",
    recordingLicence: "Licence of recording",
    licenceOf: (thing: string) => `Licence: ${thing}`,
    speakers: (number: number) => (number > 1 ? "Speakers" : "Speaker"),
    noSpeaker: "Speaker unknown",
    transcript: "Transcript",
    original: "Original page",
    abstract: "Abstract",
    ownSummary: "Summary by the archive.",
    noAbstract: "No abstract found.",
    about: (speakers: number) => `About the ${speakers > 1 ? "speakers" : "speaker"}`,
    links: "Links",
    cite: "Cite",
    facts: "Details",
    dayNotKnown: (dates: string) => `${dates} (day unknown)`,
    zone: "Time zone",
    programme: "Programme",
    length: "Length",
    track: "Track",
    kind: "Kind",
    language: "Language",
    agenda: "Agenda",
    inAgenda: "See in the agenda",
    topics: "Topics",
    otherSessions: "Other talks of this event",
    previous: "Previous",
    next: "Next",
    more: (speakers: number) => `Same ${speakers > 1 ? "speakers" : "speaker"}`,
    related: "Related talks",
  },
  topic: {
    description: ({ size, topic, archive }: { size: string; topic: string; archive: string }) =>
      `${size || "Nothing yet"} about ${topic} in the ${archive}.`,
    nothing: "No talk or paper yet",
    partOf: "Part of",
    parts: "Parts",
    also: "Also",
    growth: "Talks by year",
    byYear: "Talks by year",
    growthAbout: ({ first, last, most, year }: { first: string; last: string; most: number; year: string }) =>
      `From ${first} to ${last}, with the most talks, ${most}, in ${year}.`,
    asTable: "Show as a table",
    caption: (topic: string) => `Talks about ${topic} by year`,
    heads: ["Year", "Talks"],
    talks: "Talks",
    papers: "Papers",
  },
  topics: {
    title: "Topics",
    description: ({ topics, archive, isCurated }: { topics: number; archive: string; isCurated: boolean }) =>
      `The ${count(topics, "topic")} of the ${archive}${isCurated ? "" : ", the largest first"}.`,
    lead: (topics: number) => `${count(topics, "topic")}, the largest first`,
    curatedLead: ({ curated, others }: { curated: number; others: number }) =>
      `${count(curated, "main topic")}, ${thousands(others)} ${others === 1 ? "other" : "others"}`,
    more: "Other topics",
    tenAndMore: "Ten or more",
    fiveToNine: "Five to nine",
    twoToFour: "Two to four",
    /** Of topics that are tags for everything. */
    tags: "On most talks of an event",
    one: "One talk or paper",
    empty: "There are no topics yet.",
  },
  transcript: {
    title: "Transcript",
    windowTitle: ({ title, talk, event }: { title: string; talk: string; event: string }) => `${title} of “${talk}” · ${event}`,
    /** `from` and `to` are times of the video, where the transcript has several parts. */
    description: ({ talk, event, from, to }: { talk: string; event: string; from?: string; to?: string }) =>
      `What is said in the video of “${talk}” at ${event}${from === undefined ? "" : `, from ${from} to ${to}`}, line by line with its times.`,
    heading: "What is said",
    hint: "Choose a time to play the video from there.",
    hintAt: (host: string) => `Choose a time to play the video on ${host} from there.`,
    next: (time: string) => `Continue at ${time}`,
    file: "Whole transcript (WebVTT)",
  },
  year: {
    description: ({ year, archive, size }: { year: string; archive: string; size: string }) => `${year} in the ${archive}: ${size}.`,
    editions: (number: number) => (number > 1 ? "Events" : "Event"),
    talks: "Talks",
    speakers: "Speakers",
    papers: "Papers",
    otherYears: "Other years",
    previous: "Previous year",
    next: "Next year",
  },
  years: {
    title: "Years",
    description: (archive: string) => `The ${archive} year by year: events, talks and papers.`,
    lead: "Newest first",
    noTalks: "no talks known",
    empty: "There are no years yet.",
  },

  citation: {
    /** A title that is quoted, with the stop after it. */
    title: (title: string) => (/[.!?…]$/u.test(title) ? `“${title}”` : `“${title}.”`),
  },

  // Files that readers open with other programs.

  calendar: {
    undated: (sessions: number) => `${count(sessions, "session")} whose day is unknown: see the agenda.`,
    agenda: (url: string) => `Agenda: ${url}`,
  },
  /** Heads of the columns of CSV files. */
  csv: {
    editions: ["edition", "year", "start", "talks", "speakers", "organizations", "new speakers", "returning speakers"],
    topics: ["topic", "year", "talks"],
    speakers: ["speaker", "editions", "talks", "first year", "last year"],
    talks: [
      "id",
      "title",
      "speakers",
      "organizations",
      "event",
      "date",
      "last day",
      "start",
      "end",
      "minutes",
      "room",
      "track",
      "kind",
      "languages",
      "status",
      "topics",
      "slides",
      "video",
      "licence",
      "address",
      "names withheld",
      "part",
      "parts",
      "recording status",
      "postponed to",
      "also given at",
      "documents",
      "slides licence",
      "recording licence",
    ],
  },
  zip: {
    about: (archive: string) =>
      `From the ${archive}. The folder content holds the records of the event, its talks and its speakers, and those that hold for
all events, as plain text (Markdown with YAML fields, UTF-8). The folder assets holds the media files that they name, where there are any.`,
    howToRead: ({ event, program }: { event: string; program: string }) =>
      `How to read it: a text editor opens the records. Each begins with its fields between two lines of ---, such as title, speakers
and day; the abstract or the biography follows. ${event}/event.md is the event, and its talks are in ${event}/talks.
Files that fields name are in assets/media.
${program}, a package of npm for Node.js, builds a site of both folders: put them into a folder that its command init has begun.`,
    tooLarge: "Files that are too large for this zip:",
    licences: "Licences of talks, slides and recordings, where they are known:",
    talkLicence: ({ talk, licence }: { talk: string; licence: string }) => `${talk}: ${licence}`,
  },
  /** What the site record of a new archive begins with. */
  fresh: {
    tagline: "Talks, slides and videos",
    notice: "This is an archive of past conferences.",
    licence: "Slides and videos belong to their authors.",
  },
  /** The README of a copy that opens from a disk. */
  portable: {
    readme: ({ archive, address, start }: { archive: string; address: string; start: string }) => `${archive}
${address}

This is a copy of the archive that opens from a disk. Open ${start} in a web browser: it needs neither a server nor a network.
All pages in it, the slides, and the videos that the archive keeps work here, and in a copy of the whole archive the search. Links
to other sites and players of other hosts need a network. Citations and the data for programs name each page by its published address.
`,
  },
  /** What a thing is that was found. */
  found: {
    talk: "Talk",
    speaker: "Speaker",
    event: "Event",
    paper: "Paper",
    topic: "Topic",
    organization: "Organization",
    page: "Page",
  },
};

/** How old a bio is. */
function age(date: string | null): string {
  return date === null ? "undated; may be out of date" : `from ${date}`;
}

/** Languages in which talks are held, by their tags in small letters. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "Arabic"],
  ["bg", "Bulgarian"],
  ["bn", "Bengali"],
  ["ca", "Catalan"],
  ["cs", "Czech"],
  ["da", "Danish"],
  ["de", "German"],
  ["el", "Greek"],
  ["en", "English"],
  ["es", "Spanish"],
  ["et", "Estonian"],
  ["eu", "Basque"],
  ["fa", "Persian"],
  ["fi", "Finnish"],
  ["fr", "French"],
  ["ga", "Irish"],
  ["he", "Hebrew"],
  ["hi", "Hindi"],
  ["hr", "Croatian"],
  ["hu", "Hungarian"],
  ["id", "Indonesian"],
  ["is", "Icelandic"],
  ["it", "Italian"],
  ["ja", "Japanese"],
  ["ko", "Korean"],
  ["lt", "Lithuanian"],
  ["lv", "Latvian"],
  ["ms", "Malay"],
  ["nb", "Norwegian Bokmål"],
  ["nl", "Dutch"],
  ["nn", "Norwegian Nynorsk"],
  ["no", "Norwegian"],
  ["pl", "Polish"],
  ["pt", "Portuguese"],
  ["pt-br", "Brazilian Portuguese"],
  ["ro", "Romanian"],
  ["ru", "Russian"],
  ["sk", "Slovak"],
  ["sl", "Slovenian"],
  ["sr", "Serbian"],
  ["sv", "Swedish"],
  ["ta", "Tamil"],
  ["th", "Thai"],
  ["tr", "Turkish"],
  ["uk", "Ukrainian"],
  ["ur", "Urdu"],
  ["vi", "Vietnamese"],
  ["zh", "Chinese"],
  ["zh-hans", "Chinese, simplified"],
  ["zh-hant", "Chinese, traditional"],
]);
