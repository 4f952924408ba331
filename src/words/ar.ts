/** Every sentence that a reader of the site sees, in Arabic; `en.ts` tells what each of them is for. */
import { joined } from "../text/wording.ts";
import { count, type Forms, formOf, MONTHS, thousands, WEEKDAYS } from "./ar-numbers.ts";
import { dayOfWeek } from "./day-of-week.ts";
import { languageName } from "./language-name.ts";
import type { Words } from "./words.ts";

/** `27 أغسطس 2012`, `نوفمبر 2007` or `2009`, as much as is known of a date of ISO 8601. */
function date(iso: string): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  if (iso.length === 10) return `${Number(iso.slice(8))} ${month} ${iso.slice(0, 4)}`;
  return iso.length === 7 ? `${month} ${iso.slice(0, 4)}` : iso;
}

/** `27–28 أغسطس 2012`, `31 مايو – 2 يونيو 2012`; a first day without a last one says that the event began then. */
function range(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `بدأت في ${date(start)}` : date(start);
  if (start === end) return date(start);
  if (start.length === 10 && end.length === 10) {
    if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${date(end)}`;
    if (start.slice(0, 4) === end.slice(0, 4)) return `${date(start).slice(0, -5)} – ${date(end)}`;
  }
  return `${date(start)} – ${date(end)}`;
}

const weekday = (iso: string) => WEEKDAYS[dayOfWeek(iso) - 1];

// Nouns as subjects: their duals have another ending within a sentence, so that numbers stand alone or after a colon.
const BYTES: Forms = ["0 بايت", "بايت واحد", "بايتان", "بايتات", "بايتًا", "بايت"];
const DECKS: Forms = ["لا عروض شرائح", "عرض شرائح واحد", "عرضا شرائح", "عروض شرائح", "عرض شرائح", "عرض شرائح"];
const EVENTS: Forms = ["لا فعاليات", "فعالية واحدة", "فعاليتان", "فعاليات", "فعالية", "فعالية"];
const FILES: Forms = ["لا ملفات", "ملف واحد", "ملفان", "ملفات", "ملفًا", "ملف"];
const HOURS: Forms = ["0 ساعة", "ساعة", "ساعتان", "ساعات", "ساعة", "ساعة"];
const MINUTES: Forms = ["0 دقيقة", "دقيقة", "دقيقتان", "دقائق", "دقيقة", "دقيقة"];
const ORGANIZATIONS: Forms = ["لا جهات", "جهة واحدة", "جهتان", "جهات", "جهة", "جهة"];
const PAGES: Forms = ["لا صفحات", "صفحة واحدة", "صفحتان", "صفحات", "صفحة", "صفحة"];
const PAPERS: Forms = ["لا أوراق بحثية", "ورقة بحثية واحدة", "ورقتان بحثيتان", "أوراق بحثية", "ورقة بحثية", "ورقة بحثية"];
const SESSIONS: Forms = ["لا جلسات", "جلسة واحدة", "جلستان", "جلسات", "جلسة", "جلسة"];
const SLIDES: Forms = ["لا شرائح", "شريحة واحدة", "شريحتان", "شرائح", "شريحة", "شريحة"];
const SPEAKERS: Forms = ["لا متحدثين", "متحدث واحد", "متحدثان", "متحدثين", "متحدثًا", "متحدث"];
const TALKS: Forms = ["لا محاضرات", "محاضرة واحدة", "محاضرتان", "محاضرات", "محاضرة", "محاضرة"];
const TOPICS: Forms = ["لا مواضيع", "موضوع واحد", "موضوعان", "مواضيع", "موضوعًا", "موضوع"];
const VIDEOS: Forms = ["لا مقاطع فيديو", "مقطع فيديو واحد", "مقطعا فيديو", "مقاطع فيديو", "مقطع فيديو", "مقطع فيديو"];

// Nouns that hang on a word before them.
const OF_EVENTS: Forms = ["0 فعالية", "فعالية واحدة", "فعاليتين", "فعاليات", "فعالية", "فعالية"];
const OF_TALKS: Forms = ["0 محاضرة", "محاضرة", "محاضرتين", "محاضرات", "محاضرة", "محاضرة"];
const OF_TOPICS: Forms = ["0 موضوع", "موضوع", "موضوعين", "مواضيع", "موضوعًا", "موضوع"];
const MORE_SPEAKERS: Forms = ["0 متحدث آخر", "متحدث آخر", "متحدثان آخران", "متحدثين آخرين", "متحدثًا آخر", "متحدث آخر"];

/** What stands below a number, which is a digit even where a word has it in itself. */
const below = (zero: string, one: string, two: string, few: string, many: string) => (number: number) =>
  formOf(number, [zero, one, two, few, many, one]);

/** `9 مع شرائح`, of talks. */
const having = (number: number, what: string) =>
  number === 0 ? `بلا ${what}` : `${count(number, ["", "واحدة", "اثنتان", "", "", ""]).trim()} مع ${what}`;

const and = (parts: readonly string[]) => parts.join(" و");
const withSlides = (talks: number) => having(talks, "شرائح");
const withVideo = (talks: number) => having(talks, "فيديو");
const hosted = (events: number) => `استضافة ${count(events, OF_EVENTS)}`;

/** After a Latin word a number would go with it, to the wrong side, but for the mark that says which way this text runs. */
const COMMA = "،\u200f ";

export const ar: Words = {
  number: thousands,
  list: {
    comma: COMMA,
    commas: (parts) => joined(parts, COMMA),
    and,
  },
  count: {
    bytes: (number) => count(number, BYTES),
    decks: (number) => count(number, DECKS),
    events: (number) => count(number, EVENTS),
    files: (number) => count(number, FILES),
    organizations: (number) => count(number, ORGANIZATIONS),
    pages: (number) => count(number, PAGES),
    papers: (number) => count(number, PAPERS),
    sessions: (number) => count(number, SESSIONS),
    slides: (number) => count(number, SLIDES),
    speakers: (number) => count(number, SPEAKERS),
    talks: (number) => count(number, TALKS),
    topics: (number) => count(number, TOPICS),
    videos: (number) => count(number, VIDEOS),
  },
  dates: {
    date,
    /** `الاثنين 27 أغسطس 2012` */
    shortDay: (iso) => `${weekday(iso)} ${date(iso)}`,
    /** `الاثنين، 27 أغسطس 2012` */
    day: (iso) => `${weekday(iso)}، ${date(iso)}`,
    range,
    dateNotKnown: "التاريخ غير معروف",
    dayNotKnown: "اليوم غير معروف",
    yearNotKnown: "السنة غير معروفة",
  },
  bytes(bytes) {
    if (bytes < 1000) return count(bytes, BYTES);
    const kilobytes = Math.round(bytes / 1000);
    return kilobytes < 1000 ? `${kilobytes} كيلوبايت` : `${(bytes / 1_000_000).toFixed(1)} ميغابايت`;
  },
  /** `ساعة و15 دقيقة` */
  minutes(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return and([...(hours ? [count(hours, HOURS)] : []), ...(rest || !hours ? [count(rest, MINUTES)] : [])]);
  },
  place: ({ city, country }) =>
    [...new Set([city, country].filter((part) => part !== undefined))]
      .map((part) => (/^online$/i.test(part) ? "عبر الإنترنت" : part))
      .join("، "),
  status: { cancelled: "أُلغيت", postponed: "أُجّلت", online: "نُقلت إلى الإنترنت" },
  kinds: {
    talk: "محاضرة",
    keynote: "كلمة رئيسية",
    panel: "حلقة نقاش",
    tutorial: "درس تطبيقي",
    workshop: "ورشة عمل",
    lightning: "محاضرة خاطفة",
    "design session": "جلسة تصميم",
    discussion: "نقاش",
    demo: "عرض عملي",
    poster: "ملصق علمي",
    meeting: "اجتماع",
    opening: "افتتاح",
    closing: "ختام",
    social: "لقاء اجتماعي",
    break: "استراحة",
    other: "غير ذلك",
  },
  language: (tag) => languageName(LANGUAGES, tag),
  sections: {
    events: "الفعاليات",
    presentations: "المحاضرات",
    presentationsAndVideos: "المحاضرات ومقاطع الفيديو",
    papers: "الأوراق البحثية",
    speakers: "المتحدثون",
    topics: "المواضيع",
    organizations: "الجهات",
    series: "السلاسل",
    years: "السنوات",
    explore: "إحصاءات",
  },

  // Around every page.

  frame: {
    home: "الرئيسية",
    skip: "الانتقال إلى المحتوى",
    /** What a picture of a page for social media says: its title, and what stands below it. */
    cardAlt: (texts: string[]) => texts.join(". "),
    notice: "إشعار الأرشيف",
    liveSite: "الموقع الحالي: {link}",
    navigation: "التنقل الرئيسي",
    navigationBelow: "التنقل الرئيسي، في آخر الصفحة",
    search: "بحث",
    searchHint: (talks) =>
      talks < 2
        ? "بحث"
        : talks <= 1000
          ? `ابحث في ${count(talks, OF_TALKS)}`
          : `ابحث في أكثر من ${count(Math.floor(talks / 1000) * 1000, OF_TALKS)}`,
    theme: "المظهر",
    themes: {
      system: { name: "النظام", title: "مظهر النظام" },
      light: { name: "فاتح", title: "المظهر الفاتح" },
      dark: { name: "داكن", title: "المظهر الداكن" },
    },
    sections: "الأرشيف",
    breadcrumbs: "مسار التنقل",
    browse: "تصفّح",
    accessibility: "إمكانية الوصول",
    sources: "مصادر هذه الصفحة",
    dataOfAll: "كل البيانات (JSON)",
    dataOfPage: "بيانات هذه الصفحة (JSON)",
    editPage: "تعديل هذه الصفحة",
    editRecords: "تعديل هذه السجلات",
    /** Of what a page says of people. */
    correct: "طلب تصحيح أو حذف",
    correctSubject: (page: string) => `طلب تصحيح أو حذف: ${page}`,
    licence: "قراءة الترخيص",
    contact: "للتواصل: {contact}",
    sponsors: "الرعاة",
    madeBy: ({ generator, builtOn }) => `بُني من سجلات نصية عادية باستخدام ${generator}${builtOn === null ? "" : ` في ${builtOn}`}`,
  },

  // Parts that several pages share.

  agendaItem: {
    nextDay: "اليوم التالي",
    span: ({ first, start, last, end }) => `${joined([first, start], "، ")} – ${joined([last, end], "، ")}`,
    parallel: (sessions) => `${count(sessions, SESSIONS)} في الوقت نفسه`,
  },
  bio: {
    note: (date) => (date === null ? "نبذة غير مؤرخة؛ قد تكون قديمة." : `نبذة تعود إلى ${date}.`),
    ownNote: (date) => `ملخص من إعداد الأرشيف، ${date === null ? "غير مؤرخ؛ قد يكون قديمًا" : `يعود إلى ${date}`}.`,
    atTalk: "كما نُشرت مع هذه المحاضرة.",
  },
  chart: {
    table: (caption) => `جدول: ${caption}`,
  },
  downloads: {
    heading: "تصدير",
    labelOf: ({ label, of }) => `${label} – ${of}`,
    calendar: "التقويم",
    feed: "الخلاصة",
    schedule: "الجدول الزمني",
    data: "البيانات",
    recordsAndFiles: "السجلات والملفات",
    talks: "المحاضرات",
    someOf: ({ label, talks, all }) => `${label} (المحاضرات: ${thousands(talks)} من ${thousands(all)})`,
  },
  eventItem: {
    status: { cancelled: "أُلغيت", postponed: "أُجّلت", online: "نُقلت إلى الإنترنت" },
    hostedBy: (host) => `باستضافة ${host}`,
    noTalks: "لا محاضرات معروفة",
    withSlides,
    withVideo,
  },
  exploreCharts: {
    download: "تنزيل البيانات",
    allEditions: "كل الفعاليات",
    allSpeakers: "كل المتحدثين",
    allTopics: "كل المواضيع",
    asTable: "عرض في جدول",
    editions: {
      heading: "المحاضرات والمتحدثون والجهات حسب الفعالية",
      text: "المعروف منها فقط: قد يعني العمود القصير أنه لم يبق من البرنامج إلا القليل. للرسوم الثلاثة مقياس واحد.",
      notHeld: (some) => `غير محتسب (ملغى أو مؤجل أو محجوب): ${some}.`,
      talks: "المحاضرات",
      speakers: "المتحدثون",
      organizations: "الجهات",
      most: ({ size, edition }) => `العدد الأكبر: ${size} في ${edition}.`,
      heads: ["الفعالية", "المحاضرات", "المتحدثون", "الجهات"],
    },
    topics: {
      heading: "المواضيع",
      largest: (number) => `أكبر ${count(number, OF_TOPICS)}`,
      text: "كلما كبرت النقطة زادت محاضرات تلك السنة. تُحسب المحاضرة مرة واحدة في كل موضوع من مواضيعها.",
      title: "المواضيع حسب السنة",
      about: ({ topic, talks }) => `أكبرها «${topic}»: ${count(talks, TALKS)}.`,
      caption: "المحاضرات حسب الموضوع والسنة",
      heads: ["الموضوع", "المحاضرات"],
    },
    speakers: {
      heading: "المتحدثون الجدد والعائدون حسب الفعالية",
      text: ({ speakers, came }) =>
        `المتحدثون في أكثر من فعالية: ${thousands(came)} من ${thousands(speakers)}. في الفعالية الأولى يُحسب الجميع جددًا.`,
      title: "المتحدثون حسب الفعالية",
      about: ({ returning, all, edition }) => `العائدون في الأسفل والجدد في الأعلى. العائدون في ${edition}: ${returning} من ${all}.`,
      hadSpoken: "عائدون",
      firstTime: "جدد",
      heads: ["الفعالية", "المتحدثون", "الجدد", "العائدون"],
    },
  },
  filters: {
    edition: "الفعالية",
    allEditions: "كل الفعاليات",
    year: "السنة",
    allYears: "كل السنوات",
    topic: "الموضوع",
    allTopics: "كل المواضيع",
    language: "اللغة",
    allLanguages: "كل اللغات",
    order: "ترتيب حسب",
    slides: "مع شرائح",
    video: "مع فيديو",
  },
  history: {
    caption: ({ editions, first, last }) =>
      `${count(editions, EVENTS)}${first === undefined ? "" : first === last ? ` في ${first}` : ` من ${first} إلى ${last}`}`,
    legend: ({ caption, talksOfBlock, isByYear }) =>
      `${caption}. عمود لكل ${isByYear ? "سنة" : "فعالية"}، ومربع لكل ${count(talksOfBlock, OF_TALKS)}:`,
    withVideo: "مع فيديو",
    withSlides: "مع شرائح",
    neither: "بدونهما",
    undated: "بلا تاريخ",
  },
  links: {
    leaves: "(رابط خارج الأرشيف)",
    leavesTo: (host) => `(رابط خارج الأرشيف، ${host})`,
    sources: "المصادر",
    of: "– {thing}",
    documents: { slides: "شرائح", paper: "ورقة بحثية", code: "شيفرة", handout: "نشرة", poster: "ملصق", other: "مستند" },
    video: "فيديو",
    audio: "تسجيل صوتي",
    part: (number) => `الجزء ${number}`,
    stretch: ({ start, end }) => (end === undefined ? `من ${start}` : `${start}–${end}`),
    copy: "نسخة مؤرشفة",
    copyOf: (date) => `نسخة مؤرشفة من ${date}`,
    gone: "{address}، غير متاح منذ {date}",
    goneWithCopy: "{address}، غير متاح منذ {date}: {copy}",
    addTalk: "إن كنت تعرف واحدة: {edit}.",
    editEvent: "أضفها إلى سجلات الفعالية",
  },
  paperItem: {
    noAuthors: "المؤلفون غير معروفين",
    pages: (pages) => `الصفحات ${pages}`,
    topics: "المواضيع",
    ownNote: "ملاحظة من الأرشيف.",
  },
  parts: {
    ofList: "أجزاء هذه القائمة",
    ofTalks: "أجزاء قائمة المحاضرات",
    ofSlides: "أجزاء الشرائح",
    ofTranscript: "أجزاء هذا التفريغ النصي",
    moreSlides: "المزيد من الشرائح",
    // Kept together, for it also follows titles that are written from left to right.
    suffix: ({ number, all }) => ` \u2068(${number} من ${all})\u2069`,
  },
  places: {
    noCountry: "البلد غير معروف",
    noPlace: "المكان غير معروف",
  },
  player: {
    title: (talk) => `فيديو: ${talk}`,
    captions: "التسميات التوضيحية",
    watch: ({ host, length }) => `المشاهدة على ${host}${length ? `${COMMA}${length}` : ""}`,
    comesFrom: ({ name, host }) => `المشغّل: ${name}${name === host ? "" : ` (${host})`}. لا يُحمَّل شيء قبل الضغط على زر التشغيل.`,
  },
  slidesOf: {
    title: (talk) => `شرائح: ${talk}`,
    all: ({ label, pages }) => `${label}: ${count(pages, PAGES)}`,
    download: (size) => `تنزيل PDF${COMMA}${size}`,
    openOn: ({ label, host }) => `${label} على ${host}`,
    comesFrom: ({ name, host }) => `الشرائح: ${name} (${host}). لا يُحمَّل شيء قبل أن تفتحها.`,
  },
  talkItem: {
    with: "مع {speakers}",
    andMore: "{speakers} و{more}",
    more: (number) => count(number, MORE_SPEAKERS),
    moreSpeakersOf: "في {talk}",
    withheldNames: (number) => count(number, ["لا أسماء محجوبة", "اسم محجوب", "اسمان محجوبان", "أسماء محجوبة", "اسمًا محجوبًا", "اسم محجوب"]),
  },
  talkResources: {
    original: "الصفحة الأصلية",
    copy: ({ title, copy }) => `${title} (${copy})`,
  },
  talkSummary: {
    ownSummary: "ملخص من إعداد الأرشيف.",
    resource: ({ title, url }) => `${title}: ${url}`,
  },

  // Pages.

  accessibility: {
    title: "إمكانية الوصول",
    description: (archive) => `ما يفعله ${archive} ليتمكن الجميع من استخدامه، وكيف يُختبر ذلك، وما الذي ينقص.`,
    lead: "ينبغي أن يتمكن الجميع من استخدام هذا الأرشيف: بالبصر أو السمع أو اللمس، وبلوحة المفاتيح، وعلى شاشة صغيرة أو مكبّرة، مع JavaScript أو بدونه.",
    summary: ({ criteria, met, partly, not }) =>
      `معايير WCAG 2.2 من المستويين A وAA عددها ${criteria}، والصفحات كما يُنشئها البرنامج تستوفي منها ${met} كليًا و${partly} جزئيًا، وما لا ينطبق منها ${not}.`,
    introduction:
      "{summary} يرد أدناه كل معيار مع بيان كيف تستوفيه الصفحات وكيف يُختبر ذلك. هذه اختبارات {program}، وهو البرنامج الذي يُنشئ هذا الموقع: يُجريها مشروعه على مواقع خاصة به، ويعيدها كلها، عدا «معاينة بصرية»، كلما تغيّر البرنامج. وWCAG هي {guidelines}.",
    guidelines: "مبادئ النفاذ إلى محتوى الويب",
    report: {
      heading: "هل واجهت مشكلة في الاستخدام؟",
      label: "أبلغ عنها في قائمة مشكلات هذا الأرشيف",
      atProject: "{report}، واذكر الصفحة والمتصفح والتقنية المساعدة التي تستخدمها.",
      atSite: "أخبر القائمين على {site} بالصفحة والمتصفح والتقنية المساعدة التي تستخدمها.",
    },
    gaps: {
      heading: "ما الذي ينقص",
      videosElsewhere: (videos) => `${count(videos, VIDEOS)} على مواقع أخرى: لا يتحكم الأرشيف في مشغّلاتها وتسمياتها التوضيحية وإعلاناتها.`,
      withoutCaptions: (videos) => `${count(videos, VIDEOS)} في الأرشيف بلا تسميات توضيحية، إذ لا يُعرف لها أي منها.`,
      slidesElsewhere: (decks) => `${count(decks, DECKS)} على مواقع أخرى: كثير من هذه الملفات بلا بنية يمكن لقارئ الشاشة أن يتبعها.`,
      slidesHere: (decks) => `${count(decks, DECKS)} في الأرشيف، كما أعدّها أصحابها.`,
      noDescriptions: "لا يُعرف أن لأي مقطع فيديو وصفًا صوتيًا أو ترجمة بلغة الإشارة.",
      strangers: "نصوص الآخرين منشورة كما وردت، بالكلمات التي اختاروها.",
      ownLooks: "الألوان والأنماط والقوالب الخاصة بهذا الأرشيف لا يشملها أي من اختبارات البرنامج.",
      browsers: "يُختبر البرنامج في Chromium، وبجولة واحدة في موقع على Firefox وWebKit. ولم يختبر مشروعه قارئات الشاشة.",
    },
    testing: "كيف يُختبر البرنامج",
    tested: (ways) => `طريقة الاختبار: ${ways}`,
    states: { met: "مستوفى", partly: "مستوفى جزئيًا", not: "لا ينطبق" },
    principles: { 1: "قابلية الإدراك", 2: "قابلية التشغيل", 3: "قابلية الفهم", 4: "المتانة" },
    ways: {
      axe: {
        label: "axe",
        what: "تفحص axe-core أول صفحة وأكبر صفحة من كل نوع، والصفحات أثناء استخدامها، في المظهرين وبعرض 320 و1280 بكسل، بكل قواعدها لإصدارات WCAG من 2.0 إلى 2.2 ولأفضل الممارسات. ويكشف الاختبار نفسه النص المقصوص أو البارز عن إطاره أو الذي لم تُحدَّد لغته.",
      },
      keys: {
        label: "جولة بلوحة المفاتيح",
        what: "يتنقل متصفح في صفحات من أنواع عدة بضغطات حقيقية على Tab، ذهابًا وإيابًا: يجب أن يكون كل موضع توقف مرئيًا ومميَّزًا وفي ترتيب النص، وأن يمكن بلوغ كل عنصر تحكم.",
      },
      html: { label: "فحص HTML", what: "كل صفحة في أرشيف المشروع نفسه مكتوبة بلغة HTML سليمة." },
      walk: { label: "جولة قارئ", what: "يتبع متصفح الروابط ويصفّي المحاضرات ويفرزها، مع JavaScript وبدونه." },
      links: { label: "فحص الروابط", what: "لا توجد روابط معطوبة داخل الأرشيف، ويمكن بلوغ كل صفحة من الصفحة الرئيسية." },
      theme: { label: "اختبار المظهر", what: "يمكن بلوغ خيار المظهر بلوحة المفاتيح، ويُحفظ الاختيار." },
      search: { label: "اختبار البحث", what: "يبحث متصفح بلوحة المفاتيح، ويعطّل المفتاح الذي ينقل إلى البحث ثم يفعّله." },
      eye: {
        label: "معاينة بصرية",
        what: "عاين أحد أعضاء المشروع صفحات من كل نوع في المظهرين وعند الطباعة وبالألوان القسرية، وما يصل إلى قارئ الشاشة.",
      },
    },
    criteria: {
      "1.1.1": {
        name: "المحتوى غير النصي",
        how: "للصور الشخصية أوصاف، وإلى جانب الرسوم نص يتضمن الحقائق نفسها. أما ما تعرضه الشرائح ومقاطع الفيديو فلا يوصف إلا بقدر ما وصفه أصحابها.",
      },
      "1.2.1": {
        name: "الصوت فقط والفيديو فقط (مسجّل مسبقًا)",
        how: "يُعرض التفريغ النصي حيثما كان لدى الأرشيف.",
      },
      "1.2.2": {
        name: "التسميات التوضيحية (مسجّلة مسبقًا)",
        how: "تُشغَّل مقاطع الفيديو في الأرشيف مع تسميات توضيحية حيثما وُجدت. أما على المواقع الأخرى فالأمر متروك لمشغّلاتها.",
      },
      "1.2.3": {
        name: "الوصف الصوتي أو بديل الوسائط (مسجّل مسبقًا)",
        how: "يُعرض ملخص المحاضرة وشرائحها وتفريغها النصي إلى جانب الفيديو، بقدر ما هي معروفة.",
      },
      "1.2.4": { name: "التسميات التوضيحية (بث مباشر)", how: "لا يوجد بث مباشر." },
      "1.2.5": { name: "الوصف الصوتي (مسجّل مسبقًا)", how: "لا يُعرف أن لأي مقطع فيديو وصفًا صوتيًا." },
      "1.3.1": {
        name: "المعلومات والعلاقات",
        how: "تعبّر العناوين والقوائم والجداول ذات الرؤوس المحددة النطاق والتسميات والمعالم عما يُظهره التخطيط.",
      },
      "1.3.2": { name: "التسلسل ذو المعنى", how: "تُقرأ الصفحات بترتيب مصدرها، حتى حيث تتجاور الأعمدة." },
      "1.3.3": { name: "الخصائص الحسية", how: "لا تعتمد أي تعليمات على الشكل أو الموضع أو الصوت." },
      "1.3.4": { name: "الاتجاه", how: "تعمل الصفحات عموديًا وأفقيًا." },
      "1.3.5": { name: "تحديد الغرض من الإدخال", how: "لا يطلب أي حقل معلومات عن القارئ." },
      "1.4.1": { name: "استخدام اللون", how: "تحت الروابط داخل النص خط، وتتميز الصفحة الحالية أيضًا بحروف أثخن وبخط." },
      "1.4.2": { name: "التحكم في الصوت", how: "لا يعمل أي شيء تلقائيًا." },
      "1.4.3": { name: "التباين (الحد الأدنى)", how: "لا يقل تباين النص عن 4.5 إلى 1 في المظهرين." },
      "1.4.4": { name: "تغيير حجم النص", how: "تتبع كل الأحجام إعدادات القارئ، وتعمل الصفحات عند تكبير 400 بالمئة." },
      "1.4.5": { name: "صور النص", how: "يكتب الأرشيف نصوصه نصًا. وقد تحتوي الشرائح على صور لنصوص." },
      "1.4.10": {
        name: "إعادة التدفق",
        how: "عند عرض 320 بكسل، أي تكبير 400 بالمئة لنافذة عرضها 1280 بكسل، لا حاجة إلى التمرير أفقيًا.",
      },
      "1.4.11": {
        name: "التباين غير النصي",
        how: "لا يقل تباين حواف الحقول والأزرار وعلامة التركيز عن 3 إلى 1.",
      },
      "1.4.12": { name: "تباعد النص", how: "لا يضيع أي نص عند تطبيق التباعد الذي يحدده المعيار." },
      "1.4.13": {
        name: "المحتوى عند التحويم أو التركيز",
        how: "لا يظهر شيء عند التحويم أو التركيز سوى رابط التخطي وتلميحات المتصفح نفسه.",
      },
      "2.1.1": { name: "لوحة المفاتيح", how: "يمكن بلوغ كل الروابط وعناصر التحكم واستخدامها بلوحة المفاتيح." },
      "2.1.2": {
        name: "عدم احتجاز لوحة المفاتيح",
        how: "يقود مفتاح Tab عبر كل صفحة ثم إلى خارجها. أما مشغّلات المواقع الأخرى، التي لا تُفتح إلا عند الطلب، فأمرها يعود إلى أصحابها.",
      },
      "2.1.4": {
        name: "اختصارات مفاتيح الأحرف",
        how: "ينقل المفتاح / التركيز إلى البحث، ويمكن تعطيله بمربع اختيار في صفحة البحث. ولا يعمل بمفرده أي حرف أو رمز آخر.",
      },
      "2.2.1": { name: "التوقيت القابل للضبط", how: "لا تفرض أي صفحة حدًا زمنيًا. والصفحات ذات العناوين القديمة تحيل فورًا إلى الجديدة." },
      "2.2.2": { name: "الإيقاف المؤقت والإيقاف والإخفاء", how: "لا شيء يتحرك أو يومض أو يتغير تلقائيًا." },
      "2.3.1": { name: "ثلاث ومضات أو دون الحد", how: "لا شيء في الصفحات يومض. أما ما تعرضه مقاطع الفيديو فغير معروف." },
      "2.4.1": {
        name: "تجاوز الكتل",
        how: "أول موضع توقف في كل صفحة رابط ينتقل إلى المحتوى، وتؤدي المعالم والعناوين الغرض نفسه.",
      },
      "2.4.2": { name: "عنوان الصفحة", how: "لكل صفحة عنوان خاص بها يتضمن اسم الأرشيف." },
      "2.4.3": { name: "ترتيب التركيز", how: "يتبع التركيز ترتيب النص." },
      "2.4.4": {
        name: "الغرض من الرابط (في السياق)",
        how: "الروابط المتشابهة، مثل روابط الشرائح، تخبر قارئ الشاشة بالمحاضرة التي تخصها وبما إذا كانت تقود خارج الأرشيف.",
      },
      "2.4.5": {
        name: "طرق متعددة",
        how: "يمكن العثور على كل محاضرة عبر فعاليتها وجدول الجلسات ومتحدثيها ومواضيعها وقائمة كل المحاضرات.",
      },
      "2.4.6": { name: "العناوين والتسميات", how: "تدل العناوين والتسميات على ما يليها." },
      "2.4.7": { name: "التركيز المرئي", how: "يُحاط كل موضع توقف بإطار لا يقل سُمكه عن بكسلين." },
      "2.4.11": { name: "عدم حجب التركيز (الحد الأدنى)", how: "لا شيء يغطي العنصر الذي عليه التركيز." },
      "2.5.1": { name: "إيماءات المؤشر", how: "تكفي نقرة واحدة أو لمسة واحدة لكل شيء." },
      "2.5.2": { name: "إلغاء المؤشر", how: "تعمل الروابط وعناصر التحكم عند رفع المؤشر." },
      "2.5.3": { name: "التسمية ضمن الاسم", how: "يبدأ اسم عنصر التحكم بالكلمات الظاهرة." },
      "2.5.4": { name: "التشغيل بالحركة", how: "لا شيء يستجيب لحركة الجهاز." },
      "2.5.7": { name: "حركات السحب", how: "لا حاجة إلى سحب أي شيء." },
      "2.5.8": {
        name: "حجم الهدف (الحد الأدنى)",
        how: "لا تقل الأهداف عن 24 × 24 بكسل أو تفصل بينها هذه المسافة، وتُستثنى الروابط داخل الجمل.",
      },
      "3.1.1": { name: "لغة الصفحة", how: "تحدد كل صفحة لغتها." },
      "3.1.2": {
        name: "لغة الأجزاء",
        how: "عناوين المحاضرات المقدَّمة بلغة أخرى وملخصاتها ونبذ متحدثيها تحدد لغتها حيث يحددها السجل، بخلاف الاقتباسات داخل النص.",
      },
      "3.2.1": { name: "عند التركيز", how: "لا يغيّر التركيز وحده شيئًا." },
      "3.2.2": { name: "عند الإدخال", how: "يغيّر الاختيار في التصفية القائمة أدناه ويُعلن ذلك، ويُبقي التركيز في مكانه." },
      "3.2.3": { name: "التنقل المتسق", how: "الترويسة ومسار التنقل والتذييل هي نفسها، وبالترتيب نفسه، في كل صفحة." },
      "3.2.4": {
        name: "التعريف المتسق",
        how: "للشيء الواحد الاسم نفسه والعلامة نفسها في كل مكان، ويأخذ التنقل والتذييل والقوائم أسماء الأقسام من مصدر واحد.",
      },
      "3.2.6": { name: "المساعدة المتسقة", how: "في تذييل كل صفحة رابط إلى هذه الصفحة." },
      "3.3.1": { name: "تحديد الخطأ", how: "لا يمكن أن يكون أي إدخال خاطئًا، وإذا لم تسفر التصفية عن شيء أُعلن ذلك." },
      "3.3.2": { name: "التسميات أو التعليمات", how: "لكل حقل تسمية ظاهرة، أو رمز له اسم." },
      "3.3.3": { name: "اقتراح تصحيح الخطأ", how: "لا يمكن أن يكون أي إدخال خاطئًا." },
      "3.3.4": { name: "منع الأخطاء (القانونية والمالية وفي البيانات)", how: "لا يرسل القرّاء شيئًا." },
      "3.3.7": { name: "الإدخال المكرر", how: "لا حاجة إلى إدخال أي شيء مرتين." },
      "3.3.8": { name: "المصادقة سهلة الوصول (الحد الأدنى)", how: "لا يوجد تسجيل دخول." },
      "4.1.2": { name: "الاسم والدور والقيمة", how: "عناصر التحكم هي عناصر المتصفح نفسه، ولها أسماء." },
      "4.1.3": {
        name: "رسائل الحالة",
        how: "يُبلَّغ قارئ الشاشة بعدد المحاضرات التي عُثر عليها وبنتيجة النسخ دون نقل التركيز.",
      },
    },
  },
  agenda: {
    title: "جدول الجلسات",
    description: ({ event, day, sessions }) =>
      `جدول جلسات ${event}${day ? `، ${day}` : ""}: ${count(sessions, SESSIONS)} مع المتحدثين والشرائح ومقاطع الفيديو.`,
    windowTitle: ({ event, day }) => `جدول جلسات ${event}${day ? `، ${day}` : ""}`,
    zone: "المنطقة الزمنية",
    timesIn: (zone) => `الأوقات: ${zone}`,
    yourZone: "بتوقيتك ({zone})",
    offsets: (offsets) => offsets.join("، ثم "),
    days: "الأيام",
    rooms: (day) => `القاعات يوم ${day}`,
    caption: (day) => `الجلسات يوم ${day} حسب الوقت والقاعة`,
    time: "الوقت",
    roomNotKnown: "القاعة غير معروفة",
    timeNotKnown: "الوقت غير معروف",
    publishedOrder: "بالترتيب المنشور",
    otherSessions: "جلسات أخرى",
    severalDays: "على مدى عدة أيام",
    otherDays: "أيام أخرى",
    previousDay: "اليوم السابق",
    nextDay: "اليوم التالي",
    previousPart: "الجزء السابق",
    nextPart: "الجزء التالي",
  },
  event: {
    description: ({ event, facts }) => `${event}: ${facts.join("؛ ")}.`,
    pointers: "المحاضرات والشرائح ومقاطع الفيديو",
    agenda: "جدول الجلسات",
    withSlides,
    withVideo,
    zip: (files) => `كل الشرائح (zip${COMMA}${count(files, FILES)})`,
    zipOfSome: ({ files, all }) => `الشرائح (zip${COMMA}${files} من أصل ${count(all, FILES)})`,
    welcome: "مرحبًا بكم",
    complete: "ما مدى اكتمال هذه المعلومات؟",
    asFarAsKnown: "البرنامج مكتمل بقدر ما تتيحه المصادر أدناه.",
    unsourced: "لا يُعرف مدى اكتمال البرنامج.",
    talks: "المحاضرات",
    otherTalks: "محاضرات أخرى",
    empty: "لا تُعرف أي محاضرة في هذه الفعالية.",
    facts: "عن الفعالية",
    days: "الأيام المعروفة",
    host: "الجهة المستضيفة",
    zone: "المنطقة الزمنية",
    series: "السلسلة",
    licence: "ترخيص المحاضرات",
    slidesLicence: "ترخيص الشرائح",
    recordingLicence: "ترخيص التسجيلات",
    status: {
      cancelled: "أُلغيت هذه الفعالية.",
      postponed: "أُجّلت هذه الفعالية.",
      online: "نُقلت هذه الفعالية إلى الإنترنت.",
    },
    postponedTo: "أُجّلت هذه الفعالية: {event}.",
    links: "روابط",
    otherEvents: "فعاليات أخرى",
    previous: "الفعالية السابقة",
    next: "الفعالية التالية",
  },
  events: {
    description: ({ events, archive }) => `كل فعاليات ${archive}: ${count(events, EVENTS)}، مع التواريخ والأماكن والجهات المستضيفة.`,
    other: "فعاليات أخرى",
    places: "أماكن انعقادها",
    empty: "لا توجد فعاليات في هذا الأرشيف بعد.",
  },
  explore: {
    title: "إحصاءات",
    editions: { label: "الفعاليات", lead: (sizes) => `الأرشيف في رسوم بيانية: ${sizes}` },
    topics: { label: "المواضيع", title: "المواضيع حسب السنة", lead: "أي المواضيع كانت لها محاضرات، وفي أي سنة" },
    speakers: { label: "المتحدثون", title: "من عاد ليتحدث", lead: "المتحدثون الجدد والعائدون" },
    description: ({ lead, archive }) => `${lead}. ${archive}.`,
    pages: "الرسوم البيانية",
    charts: (heading) => `رسوم بيانية: ${heading}`,
    scrolls: "يمكن تمرير الرسوم أفقيًا.",
    empty: "لا يوجد ما يُحصى بعد.",
    regulars: "الأكثر مشاركة في الفعاليات",
  },
  home: {
    numbers: {
      events: below("فعاليات", "فعالية", "فعاليتان", "فعاليات", "فعالية"),
      talks: below("محاضرات", "محاضرة", "محاضرتان", "محاضرات", "محاضرة"),
      speakers: below("متحدثين", "متحدث", "متحدثان", "متحدثين", "متحدثًا"),
      topics: below("مواضيع", "موضوع", "موضوعان", "مواضيع", "موضوعًا"),
      papers: below("أوراق بحثية", "ورقة بحثية", "ورقتان بحثيتان", "أوراق بحثية", "ورقة بحثية"),
    },
    featured: "محاضرات مختارة",
    editions: "كل الفعاليات",
    empty: "لا توجد فعاليات بعد.",
  },
  moved: {
    description: (title) => `عنوان جديد لصفحة «${title}».`,
    text: "انتقلت هذه الصفحة إلى {link}.",
  },
  /** At the address of something that was removed for good. */
  removed: {
    title: "محذوف",
    text: (date: string) => `حُذف من الأرشيف بتاريخ ${date} ما كان في هذا العنوان.`,
    kept: "يُحتفظ بالعنوان كي تصل الروابط إليه إلى هذه الملاحظة.",
  },
  notFound: {
    title: "الصفحة غير موجودة",
    description: "لا توجد صفحة في هذا العنوان.",
    lead: "لا يوجد شيء في هذا العنوان. تحقق من العنوان أو استخدم البحث.",
    talks: "كل المحاضرات",
    events: "كل الفعاليات",
    speakers: "كل المتحدثين",
    topics: "كل المواضيع",
  },
  organization: {
    description: ({ name, archive, size }) => `${name} في ${archive}: ${size}.`,
    hosted,
    otherNames: (names) => `تُكتب أيضًا ${names}`,
    talks: "المحاضرات",
    noTalks: "لا تُعرف محاضرة لمتحدث من هذه الجهة.",
    hostedEvents: "الفعاليات المستضافة",
    people: "الأشخاص",
    morePeople: (number) => `و${count(number, ["0 شخص آخر", "شخص آخر", "شخصان آخران", "أشخاص آخرين", "شخصًا آخر", "شخص آخر"])}`,
    yearNotKnown: "السنة غير معروفة",
    links: "روابط",
  },
  organizations: {
    title: "الجهات",
    description: ({ organizations, archive }) =>
      `الجهات التي أوفدت متحدثين إلى فعاليات ${archive} أو استضافتها: ${count(organizations, ORGANIZATIONS)}.`,
    lead: (organizations) => `الجهات التي أوفدت متحدثين أو استضافت فعاليات: ${count(organizations, ORGANIZATIONS)}`,
    largest: "الأكثر محاضرات",
    hosted,
    empty: "لا توجد جهات بعد.",
  },
  page: {
    kinds: "الأنواع",
    other: "غير ذلك",
    since: (year) => `منذ ${year}`,
    missingTalk: "هل تنقص محاضرة؟ {add}.",
    addTalk: "أضفها هنا",
  },
  papers: {
    title: "الأوراق البحثية",
    description: ({ papers, archive }) => `الأوراق البحثية في ${archive}: ${count(papers, PAPERS)}، مع المؤلفين وجهات النشر والعناوين.`,
    lead: "{papers}.",
    ownNotes: "الملاحظات من كلام الأرشيف نفسه.",
    empty: "لا توجد أوراق بحثية في هذا الأرشيف بعد.",
  },
  presentations: {
    description: ({ talks, archive }) => `كل محاضرات ${archive}: ${count(talks, TALKS)}، مع إمكانية الفرز والتصفية.`,
    ofYear: (year) => `محاضرات ${year}`,
    withoutYear: "محاضرات بلا سنة",
    partDescription: ({ title, archive }) => `${title} في ${archive}.`,
    filter: "تصفية المحاضرات",
    words: "العنوان أو المتحدث",
    more: "عوامل تصفية أخرى",
    byYear: "حسب السنة",
    newest: "الفعالية الأحدث أولًا",
    oldest: "الفعالية الأقدم أولًا",
    byTitle: "العنوان",
    bySpeaker: "المتحدث",
    results: "عرض النتائج",
    reset: "مسح",
    empty: "لا توجد محاضرات بعد.",
  },
  search: {
    title: "بحث",
    description: (archive) =>
      `البحث في ${archive}: المحاضرات والشرائح والتفريغات النصية والمتحدثون والجهات والفعاليات والأوراق البحثية والمواضيع.`,
    label: "بحث",
    submit: "بحث",
    keys: "اضغط {slash} للبحث، و↑ ↓ للتنقل، و{enter} للفتح.",
    enter: "Enter",
    escape: "Esc",
    slash: "استخدام {slash} اختصارًا في كل صفحة",
    filters: "التصفية والترتيب",
    kind: "النوع",
    allKinds: "كل الأنواع",
    speaker: "المتحدث",
    allSpeakers: "كل المتحدثين",
    organization: "الجهة",
    allOrganizations: "كل الجهات",
    best: "الأكثر صلة أولًا",
    newest: "الأحدث أولًا",
    oldest: "الأقدم أولًا",
    clear: "مسح عوامل التصفية",
    more: "عرض المزيد",
    noScript: "يعمل البحث في متصفحك ويحتاج إلى JavaScript. تقود هذه القوائم إلى كل شيء بدونه:",
    notLoaded: "تعذّر تحميل البحث. أعد تحميل هذه الصفحة، أو استخدم القوائم أدناه: فهي تقود إلى كل شيء.",
    lists: "قوائم بكل شيء",
    byEvent: "حسب الفعالية",
    byTopic: "حسب الموضوع",
    elsewhere: "في مكان آخر",
    outside: (engine) => `ابحث في هذا الموقع باستخدام ${engine}، الذي سيعرف عندئذ ما تبحث عنه`,
    ask: (engine) => `البحث باستخدام ${engine}`,
  },
  slides: {
    title: "الشرائح",
    titleOf: ({ first, last }) => `الشرائح ${first}–${last}`,
    windowTitle: ({ title, talk, event }) => `${title}: «${talk}» · ${event}`,
    description: ({ slides, talk, speakers, event }) =>
      `شرائح «${talk}»${speakers ? `، تقديم ${speakers}` : ""}، في ${event}: ${count(slides, SLIDES)}، صورًا مع نصوصها.`,
    noText: "لا يحتوي الملف إلا على صور الشرائح، بلا نص.",
    strip: "الشرائح",
    text: "النص",
    slide: "شريحة",
    alt: ({ number, all, title }) => `الشريحة ${number} من ${all}${title ? `: ${title}` : "، بلا نص"}`,
  },
  speaker: {
    description: ({ talks, name, archive }) => `محاضرات ${name} في ${archive}: ${count(talks, TALKS)}.`,
    otherNames: (names) => `يُكتب الاسم أيضًا ${names}`,
    portrait: (name) => `صورة ${name}`,
    bio: "نبذة",
    noBio: "لم يُعثر على نبذة.",
    talks: "المحاضرات",
    noTalk: "لا تُعرف أي محاضرة.",
    shownAs: "كما نُشر",
    as: (name) => `باسم ${name}`,
    organizations: "الجهات",
    since: (year) => `منذ ${year}`,
    atSummits: (years) => `في فعاليات ${and(years)}`,
    yearNotKnown: "السنة غير معروفة",
    links: "روابط",
  },
  speakers: {
    title: "المتحدثون",
    ofLetter: (letter) => `المتحدثون: ${letter}`,
    description: ({ speakers, archive }) =>
      `كل المتحدثين في ${archive} بالترتيب الأبجدي: ${count(speakers, SPEAKERS)}، مع جهاتهم ومحاضراتهم.`,
    letters: "الحروف",
    otherLetter: "غير ذلك",
    noTalk: "لا محاضرات معروفة",
    empty: "لا يوجد متحدثون بعد.",
  },
  talk: {
    session: {
      talk: "محاضرة",
      keynote: "كلمة رئيسية",
      panel: "حلقة نقاش",
      tutorial: "درس تطبيقي",
      workshop: "ورشة عمل",
      lightning: "محاضرة خاطفة",
      "design session": "جلسة تصميم",
      discussion: "نقاش",
      demo: "عرض عملي",
      poster: "ملصق علمي",
      meeting: "اجتماع",
      opening: "جلسة افتتاحية",
      closing: "جلسة ختامية",
      social: "لقاء اجتماعي",
      break: "استراحة",
      other: "جلسة",
    },
    description: ({ title, session, speakers, event }) => `${title}، ${session}${speakers ? `، تقديم ${speakers}` : ""}، في ${event}.`,
    moreSpeakers: (number) => count(number, MORE_SPEAKERS),
    ownTitle: "العنوان من وضع الأرشيف: لا يذكر أي مصدر العنوان الدقيق.",
    status: {
      cancelled: "أُلغيت هذه المحاضرة.",
      postponed: "أُجّلت هذه المحاضرة.",
      online: "نُقلت هذه المحاضرة إلى الإنترنت.",
    },
    postponedTo: "أُجّلت هذه المحاضرة: {place}.",
    withheld: "هذه المحاضرة محجوبة. لا يعرض الأرشيف سوى موعدها ومكانها.",
    withheldTitle: "محاضرة محجوبة",
    recording: {
      none: "لم تُسجَّل هذه المحاضرة.",
      declined: "لم تُسجَّل هذه المحاضرة بناءً على رغبة من قدّمها.",
      withheld: "لم يُنشر تسجيل هذه المحاضرة.",
    },
    chapters: "الفصول",
    part: "الجزء",
    partOf: ({ part, parts }) => (parts === undefined ? `${part}` : `${part} من ${parts}`),
    continues: "تكملة للمحاضرة",
    continuedBy: "تكملتها",
    alsoGivenAt: "قُدّمت أيضًا في",
    languages: "اللغات",
    licence: "الترخيص",
    slidesLicence: "ترخيص الشرائح",
    recordingLicence: "ترخيص التسجيل",
    licenceOf: (thing) => `ترخيص: ${thing}`,
    speakers: (number) => (number > 2 ? "المتحدثون" : number === 2 ? "المتحدثان" : "المتحدث"),
    noSpeaker: "المتحدث غير معروف",
    transcript: "التفريغ النصي",
    original: "الصفحة الأصلية",
    abstract: "الملخص",
    ownSummary: "ملخص من إعداد الأرشيف.",
    noAbstract: "لم يُعثر على ملخص.",
    about: (speakers) => (speakers > 1 ? "عن المتحدثين" : "عن المتحدث"),
    links: "روابط",
    cite: "الاستشهاد",
    facts: "التفاصيل",
    dayNotKnown: (dates) => `${dates} (اليوم غير معروف)`,
    zone: "المنطقة الزمنية",
    programme: "يوم البرنامج",
    length: "المدة",
    track: "المسار",
    kind: "النوع",
    language: "اللغة",
    agenda: "جدول الجلسات",
    inAgenda: "عرض في جدول الجلسات",
    topics: "المواضيع",
    otherSessions: "محاضرات أخرى في هذه الفعالية",
    previous: "السابقة",
    next: "التالية",
    more: (speakers) => (speakers > 2 ? "للمتحدثين أنفسهم" : speakers === 2 ? "للمتحدثين نفسيهما" : "للمتحدث نفسه"),
    related: "محاضرات ذات صلة",
  },
  topic: {
    description: ({ size, topic, archive }) => `«${topic}» في ${archive}: ${size || "لا شيء بعد"}.`,
    nothing: "لا محاضرات ولا أوراق بحثية بعد",
    partOf: "جزء من",
    parts: "الأجزاء",
    also: "أسماء أخرى",
    growth: "المحاضرات حسب السنة",
    byYear: "المحاضرات حسب السنة",
    growthAbout: ({ first, last, most, year }) => `من ${first} إلى ${last}، والعدد الأكبر في ${year}: ${count(most, TALKS)}.`,
    asTable: "عرض في جدول",
    caption: (topic) => `المحاضرات عن «${topic}» حسب السنة`,
    heads: ["السنة", "المحاضرات"],
    talks: "المحاضرات",
    papers: "الأوراق البحثية",
  },
  topics: {
    title: "المواضيع",
    description: ({ topics, archive, isCurated }) => `مواضيع ${archive}: ${count(topics, TOPICS)}${isCurated ? "" : "، الأكبر أولًا"}.`,
    lead: (topics) => `${count(topics, TOPICS)}، الأكبر أولًا`,
    curatedLead: ({ curated, others }) => `المواضيع الرئيسية: ${thousands(curated)}، المواضيع الأخرى: ${thousands(others)}`,
    more: "مواضيع أخرى",
    tenAndMore: "10 فأكثر",
    fiveToNine: "من 5 إلى 9",
    twoToFour: "من 2 إلى 4",
    tags: "في معظم محاضرات فعالية ما",
    one: "محاضرة أو ورقة واحدة",
    empty: "لا توجد مواضيع بعد.",
  },
  transcript: {
    title: "التفريغ النصي",
    windowTitle: ({ title, talk, event }) => `${title}: «${talk}» · ${event}`,
    description: ({ talk, event, from, to }) =>
      `ما يُقال في فيديو «${talk}» في ${event}${from === undefined ? "" : `، من ${from} إلى ${to}`}، سطرًا سطرًا مع التوقيت.`,
    heading: "ما يُقال",
    hint: "اختر توقيتًا لتشغيل الفيديو منه.",
    hintAt: (host) => `اختر توقيتًا لتشغيل الفيديو على ${host} منه.`,
    next: (time) => `المتابعة من ${time}`,
    file: "التفريغ النصي كاملًا (WebVTT)",
  },
  year: {
    description: ({ year, archive, size }) => `${year} في ${archive}: ${size}.`,
    editions: (number) => (number > 2 ? "الفعاليات" : number === 2 ? "الفعاليتان" : "الفعالية"),
    talks: "المحاضرات",
    speakers: "المتحدثون",
    papers: "الأوراق البحثية",
    otherYears: "سنوات أخرى",
    previous: "السنة السابقة",
    next: "السنة التالية",
  },
  years: {
    title: "السنوات",
    description: (archive) => `${archive} سنة بعد سنة: الفعاليات والمحاضرات والأوراق البحثية.`,
    lead: "الأحدث أولًا",
    noTalks: "لا محاضرات معروفة",
    empty: "لا توجد سنوات بعد.",
  },

  citation: {
    title: (title) => (/[.!?؟…]$/u.test(title) ? `«${title}»` : `«${title}».`),
  },

  // Files that readers open with other programs.

  calendar: {
    undated: (sessions) => `جلسات يومها غير معروف: ${thousands(sessions)}. انظر جدول الجلسات.`,
    agenda: (url) => `جدول الجلسات: ${url}`,
  },
  csv: {
    editions: ["الفعالية", "السنة", "البداية", "المحاضرات", "المتحدثون", "الجهات", "المتحدثون الجدد", "المتحدثون العائدون"],
    topics: ["الموضوع", "السنة", "المحاضرات"],
    speakers: ["المتحدث", "الفعاليات", "المحاضرات", "أول سنة", "آخر سنة"],
    talks: [
      "المعرّف",
      "العنوان",
      "المتحدثون",
      "الجهات",
      "الفعالية",
      "التاريخ",
      "آخر يوم",
      "البداية",
      "النهاية",
      "الدقائق",
      "القاعة",
      "المسار",
      "النوع",
      "اللغات",
      "الحالة",
      "المواضيع",
      "الشرائح",
      "الفيديو",
      "الترخيص",
      "عنوان الصفحة",
      "أسماء غير منشورة",
      "الجزء",
      "الأجزاء",
      "حالة التسجيل",
      "أُجّلت إلى",
      "أُلقيت أيضًا في",
      "وثائق",
      "ترخيص الشرائح",
      "ترخيص التسجيل",
    ],
  },
  zip: {
    about: (archive) =>
      `من ${archive}. يضم المجلد content سجلات الفعالية ومحاضراتها ومتحدثيها، والسجلات المشتركة بين كل الفعاليات، نصًا عاديًا
(Markdown مع حقول YAML، بترميز UTF-8). ويضم المجلد assets ملفات الوسائط التي تشير إليها السجلات، إن وُجدت.`,
    howToRead: ({ event, program }: { event: string; program: string }) =>
      `طريقة القراءة: يفتح أي محرر نصوص السجلات. يبدأ كل سجل بحقوله بين سطرين من ---، مثل العنوان والمتحدثين واليوم، ثم يليها الملخص أو السيرة.
الملف ${event}/event.md هو الفعالية، ومحاضراتها في ${event}/talks. والملفات التي تذكرها الحقول في assets/media.
${program}، وهو حزمة npm لبيئة Node.js، ينشئ موقعًا من المجلدين: ضعهما في مجلد أعدّه أمره init.`,
    tooLarge: "ملفات أكبر من أن يضمها ملف zip هذا:",
    licences: "تراخيص المحاضرات والشرائح والتسجيلات، حيث تُعرف:",
    talkLicence: ({ talk, licence }) => `${talk}: ${licence}`,
  },
  /** What the site record of a new archive begins with. */
  fresh: {
    tagline: "محاضرات وشرائح ومقاطع فيديو",
    notice: "هذا أرشيف لمؤتمرات سابقة.",
    licence: "الشرائح ومقاطع الفيديو ملك لأصحابها.",
  },
  /** The README of a copy that opens from a disk. */
  portable: {
    readme: ({ archive, address, start }: { archive: string; address: string; start: string }) => `${archive}
${address}

هذه نسخة من الأرشيف تُفتح من القرص. افتح ${start} في متصفح: لا حاجة إلى خادم ولا إلى شبكة.
تعمل هنا كل صفحاتها والشرائح والمقاطع التي يحفظها الأرشيف، ويعمل البحث أيضًا في نسخة الأرشيف الكاملة.
أما الروابط إلى مواقع أخرى ومشغلات الخدمات الأخرى فتحتاج إلى شبكة. والاستشهادات وبيانات البرامج تذكر كل صفحة بعنوانها المنشور.
`,
  },
  found: {
    talk: "محاضرة",
    speaker: "متحدث",
    event: "فعالية",
    paper: "ورقة بحثية",
    topic: "موضوع",
    organization: "جهة",
    page: "صفحة",
  },
};

/** Languages in which talks are held, by their tags in small letters. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "العربية"],
  ["bg", "البلغارية"],
  ["bn", "البنغالية"],
  ["ca", "الكتالانية"],
  ["cs", "التشيكية"],
  ["da", "الدنماركية"],
  ["de", "الألمانية"],
  ["el", "اليونانية"],
  ["en", "الإنجليزية"],
  ["es", "الإسبانية"],
  ["et", "الإستونية"],
  ["eu", "الباسكية"],
  ["fa", "الفارسية"],
  ["fi", "الفنلندية"],
  ["fr", "الفرنسية"],
  ["ga", "الأيرلندية"],
  ["he", "العبرية"],
  ["hi", "الهندية"],
  ["hr", "الكرواتية"],
  ["hu", "المجرية"],
  ["id", "الإندونيسية"],
  ["is", "الآيسلندية"],
  ["it", "الإيطالية"],
  ["ja", "اليابانية"],
  ["ko", "الكورية"],
  ["lt", "الليتوانية"],
  ["lv", "اللاتفية"],
  ["ms", "الملايوية"],
  ["nb", "النرويجية (بوكمول)"],
  ["nl", "الهولندية"],
  ["nn", "النرويجية (نينورسك)"],
  ["no", "النرويجية"],
  ["pl", "البولندية"],
  ["pt", "البرتغالية"],
  ["pt-br", "البرتغالية البرازيلية"],
  ["ro", "الرومانية"],
  ["ru", "الروسية"],
  ["sk", "السلوفاكية"],
  ["sl", "السلوفينية"],
  ["sr", "الصربية"],
  ["sv", "السويدية"],
  ["ta", "التاميلية"],
  ["th", "التايلاندية"],
  ["tr", "التركية"],
  ["uk", "الأوكرانية"],
  ["ur", "الأردية"],
  ["vi", "الفيتنامية"],
  ["zh", "الصينية"],
  ["zh-hans", "الصينية المبسطة"],
  ["zh-hant", "الصينية التقليدية"],
]);
