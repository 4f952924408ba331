/** What the browser scripts say to readers, in Arabic; `en-browser.ts` tells what each sentence is for. */
import { count, MONTHS, thousands, WEEKDAYS } from "./ar-numbers.ts";

/** The English names that browsers write in the text of a date. */
const ENGLISH_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How numbers are written; it is for words of an archive's own. */
export const number = thousands;

// The times of an agenda in the reader's own zone.
/** `الاثنين 5 مايو`, in the zone of the browser. */
export function dayName(moment: { toString(): string }): string {
  const [weekday = "", month = "", date] = String(moment).split(" ");
  return `${WEEKDAYS[ENGLISH_WEEKDAYS.indexOf(weekday)]} ${Number(date)} ${MONTHS[ENGLISH_MONTHS.indexOf(month)]}`;
}

// Copying a citation.
export const copyCitation = "نسخ الاستشهاد";
export const copyBibtex = "نسخ BibTeX";
export const copied = "تم النسخ.";
export const cannotCopy = "تعذّر النسخ. تم تحديد نص الاستشهاد لتنسخه بنفسك.";

// A video or slides in a dialog.
export const captions = "التسميات التوضيحية";
export const close = "إغلاق";
export const aboutTalk = "كل شيء عن هذه المحاضرة";
export const slidesAlone = (where: string) => `فتح الشرائح (${where})`;
export const videoAlone = (where: string) => `فتح الفيديو (${where})`;
/** The end of the label of a video that starts at a time, which `startsFrom` puts there. */
export const FROM = /(،\u200f?| من) [\d:]+$/;
export const startsFrom = (time: string) => ` من ${time}`;

// Slides.
export const slide = "الشريحة";
export const slideOf = (current: number, all: number) => `${current} من ${all}`;
export const slides = (all: number) => count(all, ["لا شرائح", "شريحة واحدة", "شريحتان", "شرائح", "شريحة", "شريحة"]);
export const previous = "السابقة";
export const next = "التالية";
export const allSlides = "كل الشرائح";
export const oneAtATime = "واحدة تلو الأخرى";

// The filter of a list of talks.
export const noTalk = "لا توجد محاضرة مطابقة. جرّب كلمات أقل أو امسح عوامل التصفية.";
export const loadingTalks = "جارٍ تحميل قائمة المحاضرات…";
export const cannotLoadTalks = "تعذّر تحميل قائمة المحاضرات، لذلك لا تعمل التصفية الآن. تقود السنوات أدناه إلى كل المحاضرات.";
/** `all` is a number with its noun, which would have another ending after a preposition. */
export const someOf = (found: number, all: string) => `${all}، المطابق منها ${thousands(found)}`;
export const atLeast = (found: number, all: string) => `${all}، المطابق منها ${thousands(found)} على الأقل`;
export const showMore = (number: number) => `عرض ${count(number, ["المزيد", "واحدة أخرى", "اثنتين أخريين", "أخرى", "أخرى", "أخرى"])}`;

/** What belongs to a talk, for those who hear a link without its surroundings; the title follows. */
export const of = " – ";

// The search.
export const results = "النتائج";
export const searching = "جارٍ البحث…";
export const cannotSearch = "تعذّر تحميل البحث الآن. تقود القوائم أدناه إلى كل شيء.";
export const cannotSuggest = "تعذّر تحميل البحث. يفتح مفتاح الإدخال صفحة البحث.";
const LEFT_OUT = ["فاستُبعدت هذه الكلمة", "فاستُبعدت هاتان الكلمتان", "فاستُبعدت هذه الكلمات"];
/** What was `typed` is nowhere, so that what is `meant` is looked for in its place, which is a link. */
export const corrected = "لا نتائج عن «{typed}». هذه نتائج «{meant}».";
export const leftOut = (unknown: readonly string[]) =>
  `لا يعرف البحث ${unknown.map((word) => `«${word}»`).join(" أو ")}، ${LEFT_OUT[Math.min(unknown.length, 3) - 1]} من البحث.`;
export const someLack = "لا توجد نتيجة تضم كل كلماتك.";
/** Where words of a like meaning were looked for too; each result says which it has. */
export const someLike = "نتائج قليلة تضم كل كلماتك، لذلك يشمل البحث كلمات قريبة المعنى أيضًا.";
export const similar = (likes: readonly string[]) => `قريب منها: ${likes.map((word) => `«${word}»`).join("، ")}`;
export const without = (lacking: readonly string[]) => `بدون ${lacking.map((word) => `«${word}»`).join(" و")}`;
export const withFilters = " بعوامل التصفية هذه";
export const resultCount = (size: number, within: string) =>
  `${count(size, ["لا نتائج", "نتيجة واحدة", "نتيجتان", "نتائج", "نتيجة", "نتيجة"])}${within}`;
export const nothingFound = (query: string, within: string) => `لا نتائج${query ? ` عن «${query}»` : ""}${within}.`;
export const tooCommon = (query: string) => `«${query}» شائعة جدًا فلا يُبحث عنها. أضف كلمة أدق.`;
export const allResults = (size: number) => `كل النتائج (${size})`;
export const slidePlace = (number: string) => `الشريحة ${number}`;
export const timePlace = (time: string) => `${time} في الفيديو`;
export const furtherDown = "في موضع لاحق من الصفحة";
export const placeOf = (title: string) => ` – ${title}: `;
export const bestPlaces = (all: number, shown: number) => `أفضل المواضع المطابقة: ${shown} من ${all}`;

// What the search makes of words, beside their stems.
/** Words that stand nearly everywhere and that nobody looks for. */
export const stopWords =
  "في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين هو هي هم نحن أنا أنت كان كانت يكون تكون ليس أن إن أو ثم لا لم لن ما ماذا متى أين كيف لماذا كل بعض غير بين عند عندما بعد قبل حتى قد لقد إذا كما أي أيضا أيضًا منذ خلال حول ضد دون فقط هل بل لكن هناك هنا وهو وهي وفي ومن وعلى";
/** The article and the words that are joined to it, and endings: `والذاكرة` and `الذاكرة` are found as `ذاكرة`. */
export const affixes: RegExp | "" =
  /^(?:[بفكو]?\p{M}*ا\p{M}*ل|(?:و\p{M}*)?ل\p{M}*ل|و)\p{M}*(?=(?:\p{L}\p{M}*){3})|(?<=(?:\p{L}\p{M}*){3})(?:ه\p{M}*ا|ا\p{M}*[تن]|[وي]\p{M}*ن|ي\p{M}*[ةه]|[ةهىي])\p{M}*$/gu;
