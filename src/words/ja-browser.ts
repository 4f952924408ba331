/** What the browser scripts say to readers, in Japanese; `en-browser.ts` tells what each sentence is for. */
import { thousands, WEEKDAYS } from "./ja-numbers.ts";

/** The English names that browsers write in the text of a date. */
const ENGLISH_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How numbers are written; it is for words of an archive's own. */
export const number = thousands;

// The times of an agenda in the reader's own zone.
/** `5月5日（月）`, in the zone of the browser. */
export function dayName(moment: { toString(): string }): string {
  const [weekday = "", month = "", date] = String(moment).split(" ");
  return `${ENGLISH_MONTHS.indexOf(month) + 1}月${Number(date)}日（${WEEKDAYS[ENGLISH_WEEKDAYS.indexOf(weekday)]}）`;
}

// Copying a citation.
export const copyCitation = "引用をコピー";
export const copyBibtex = "BibTeXをコピー";
export const copied = "コピーしました。";
export const cannotCopy = "コピーできませんでした。引用を選択状態にしたので、ご自身でコピーしてください。";

// A video or slides in a dialog.
export const captions = "字幕";
export const close = "閉じる";
export const aboutTalk = "この講演の詳細";
export const slidesAlone = (where: string) => `スライドを開く（${where}）`;
export const videoAlone = (where: string) => `動画を開く（${where}）`;
/** The end of the label of a video that starts at a time, which `startsFrom` puts there. */
export const FROM = /（[\d:]+(から)?）$/;
export const startsFrom = (time: string) => `（${time}から）`;

// Slides.
export const slide = "スライド";
export const slideOf = (current: number, all: number) => `${current}/${all}`;
export const slides = (all: number) => `スライド${all}枚`;
export const previous = "前へ";
export const next = "次へ";
export const allSlides = "すべてのスライド";
export const oneAtATime = "1枚ずつ";

// The filter of a list of talks.
export const noTalk = "該当する講演はありません。言葉を減らすか、絞り込みを解除してください。";
export const loadingTalks = "講演の一覧を読み込んでいます…";
export const cannotLoadTalks = "講演の一覧を読み込めなかったため、絞り込みは使えません。下の年別一覧からすべての講演をたどれます。";
export const someOf = (found: number, all: string) => `${all}中${thousands(found)}件`;
export const atLeast = (found: number, all: string) => `${all}中${thousands(found)}件以上`;
export const showMore = (count: number) => `さらに${count}件を表示`;

/** What belongs to a talk, for those who hear a link without its surroundings; the title follows. */
export const of = " – ";

// The search.
export const results = "検索結果";
export const searching = "検索しています…";
export const cannotSearch = "検索を読み込めませんでした。下の一覧からすべてをたどれます。";
export const cannotSuggest = "検索を読み込めませんでした。Enter キーで検索ページが開きます。";
/** What was `typed` is nowhere, so that what is `meant` is looked for in its place, which is a link. */
export const corrected = "「{typed}」の検索結果はありません。「{meant}」の検索結果を表示しています。";
export const leftOut = (unknown: readonly string[]) => `${quoted(unknown)}は検索の索引にないため、除いて検索しました。`;
export const someLack = "すべての言葉を含む結果はありません。";
/** Where words of a like meaning were looked for too; each result says which it has. */
export const someLike = "すべての言葉を含む結果が少ないため、意味の近い言葉も検索しています。";
export const similar = (likes: readonly string[]) => `類似：${likes.map((word) => `「${word}」`).join("、")}`;
export const without = (lacking: readonly string[]) => `${quoted(lacking)}を含まない`;
export const withFilters = "この条件での";
export const resultCount = (size: number, within: string) => `${within}検索結果${thousands(size)}件`;
export const nothingFound = (query: string, within: string) => `${within}${query ? `「${query}」の` : ""}検索結果はありません。`;
export const tooCommon = (query: string) => `「${query}」はよく使われる言葉なので検索できません。別の言葉を加えてください。`;
export const allResults = (size: number) => `${size}件の結果をすべて見る`;
export const slidePlace = (number: string) => `スライド${number}`;
export const timePlace = (time: string) => `動画の${time}`;
export const furtherDown = "ページの続き";
export const placeOf = (title: string) => `（${title}）：`;
export const bestPlaces = (count: number, shown: number) => `一致した${count}か所のうち上位${shown}か所`;

/** `「a」「b」` */
function quoted(words: readonly string[]): string {
  return words.map((word) => `「${word}」`).join("");
}

// What the search makes of words, beside their stems.
/** Words that stand nearly everywhere and that nobody looks for. */
export const stopWords = "";
/** What is written together with words but is no part of them, at their ends. */
export const affixes: RegExp | "" = "";
