/** Every sentence that a reader of the site sees, in Japanese; `en.ts` tells what each of them is for. */
import { joined } from "../text/wording.ts";
import { dayOfWeek } from "./day-of-week.ts";
import { thousands, WEEKDAYS } from "./ja-numbers.ts";
import { languageName } from "./language-name.ts";
import type { Words } from "./words.ts";

/** `2012年8月27日`、`2007年11月`、`2009年`, as much as is known of a date of ISO 8601. */
function date(iso: string): string {
  return `${iso.slice(0, 4)}年${monthAndDay(iso)}`;
}

/** `8月27日`, `8月` or nothing. */
function monthAndDay(iso: string): string {
  return `${iso.length > 4 ? `${Number(iso.slice(5, 7))}月` : ""}${iso.length > 7 ? `${Number(iso.slice(8))}日` : ""}`;
}

/** `2012年8月27日〜28日`、`2012年5月31日〜6月2日`; a first day without a last one says that the event began then. */
function range(start: string | undefined, end: string | undefined): string {
  if (!start) return "";
  if (!end) return start.length === 10 ? `${date(start)}開始` : date(start);
  if (start === end) return date(start);
  if (start.length === 10 && end.length === 10 && start.slice(0, 7) === end.slice(0, 7)) return `${date(start)}〜${Number(end.slice(8))}日`;
  if (start.length > 4 && end.length > 4 && start.slice(0, 4) === end.slice(0, 4)) return `${date(start)}〜${monthAndDay(end)}`;
  return `${date(start)}〜${date(end)}`;
}

/** `月`, the day of the week of a whole date. */
const weekday = (iso: string) => WEEKDAYS[dayOfWeek(iso) - 1];

const list = (parts: readonly string[]) => parts.join("、");

/** What is the same for all numbers, as most nouns are. */
const always = (text: string) => (_number: number) => text;

const bytes = (number: number) => `${thousands(number)}バイト`;
const decks = (number: number) => `スライド資料${thousands(number)}件`;
const events = (number: number) => `イベント${thousands(number)}件`;
const files = (number: number) => `${thousands(number)}ファイル`;
const organizations = (number: number) => `組織${thousands(number)}件`;
const pages = (number: number) => `${thousands(number)}ページ`;
const papers = (number: number) => `論文${thousands(number)}本`;
const sessions = (number: number) => `セッション${thousands(number)}件`;
const slides = (number: number) => `スライド${thousands(number)}枚`;
const speakers = (number: number) => `講演者${thousands(number)}人`;
const talks = (number: number) => `講演${thousands(number)}件`;
const topics = (number: number) => `トピック${thousands(number)}件`;
const videos = (number: number) => `動画${thousands(number)}本`;

export const ja: Words = {
  number: thousands,
  list: {
    comma: "、",
    commas: (parts) => joined(parts, "、"),
    and: list,
  },
  count: { bytes, decks, events, files, organizations, pages, papers, sessions, slides, speakers, talks, topics, videos },
  dates: {
    date,
    /** `2012年8月27日（月）` */
    shortDay: (iso) => `${date(iso)}（${weekday(iso)}）`,
    /** `2012年8月27日（月曜日）` */
    day: (iso) => `${date(iso)}（${weekday(iso)}曜日）`,
    range,
    dateNotKnown: "日付不明",
    dayNotKnown: "日付不明",
    yearNotKnown: "年不明",
  },
  bytes(number) {
    if (number < 1000) return bytes(number);
    const kilobytes = Math.round(number / 1000);
    return kilobytes < 1000 ? `${kilobytes} kB` : `${(number / 1_000_000).toFixed(1)} MB`;
  },
  /** `1時間15分` */
  minutes(minutes) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return `${hours ? `${hours}時間` : ""}${rest || !hours ? `${rest}分` : ""}`;
  },
  place: ({ city, country }) =>
    list([...new Set([city, country].filter((part) => part !== undefined))].map((part) => (/^online$/i.test(part) ? "オンライン" : part))),
  status: { cancelled: "中止", postponed: "延期", online: "オンラインに変更" },
  kinds: {
    talk: "講演",
    keynote: "基調講演",
    panel: "パネル討論",
    tutorial: "チュートリアル",
    workshop: "ワークショップ",
    lightning: "ライトニングトーク",
    "design session": "設計セッション",
    discussion: "ディスカッション",
    demo: "デモ",
    poster: "ポスター",
    meeting: "ミーティング",
    opening: "オープニング",
    closing: "クロージング",
    social: "懇親会",
    break: "休憩",
    other: "その他",
  },
  language: (tag) => languageName(LANGUAGES, tag),
  sections: {
    events: "イベント",
    presentations: "講演",
    presentationsAndVideos: "講演と動画",
    papers: "論文",
    speakers: "講演者",
    topics: "トピック",
    organizations: "組織",
    series: "シリーズ",
    years: "年別",
    explore: "統計",
  },

  // Around every page.

  frame: {
    home: "ホーム",
    skip: "本文へ移動",
    /** What a picture of a page for social media says: its title, and what stands below it. */
    cardAlt: (texts: string[]) => texts.join("。"),
    notice: "アーカイブのお知らせ",
    liveSite: "現行サイト：{link}",
    navigation: "メイン",
    navigationBelow: "メイン（ページ末尾）",
    search: "検索",
    searchHint: (number) =>
      number < 2 ? "検索" : number <= 1000 ? `${number}件の講演を検索` : `${thousands(Math.floor(number / 1000) * 1000)}件以上の講演を検索`,
    theme: "テーマ",
    themes: {
      system: { name: "システム", title: "システムのテーマ" },
      light: { name: "ライト", title: "ライトテーマ" },
      dark: { name: "ダーク", title: "ダークテーマ" },
    },
    sections: "アーカイブ",
    breadcrumbs: "パンくずリスト",
    browse: "一覧から探す",
    accessibility: "アクセシビリティ",
    sources: "このページの出典",
    dataOfAll: "全データ（JSON）",
    dataOfPage: "このページのデータ（JSON）",
    editPage: "このページを編集",
    editRecords: "これらの記録を編集",
    /** Of what a page says of people. */
    correct: "訂正・削除を依頼",
    correctSubject: (page: string) => `訂正・削除を依頼：${page}`,
    licence: "ライセンスを読む",
    contact: "お問い合わせ：{contact}",
    sponsors: "スポンサー",
    madeBy: ({ generator, builtOn }) => `${generator}でプレーンテキストの記録から生成${builtOn === null ? "" : `（${builtOn}）`}`,
  },

  // Parts that several pages share.

  agendaItem: {
    nextDay: "翌日",
    span: ({ first, start, last, end }) => `${joined([first, start], " ")}〜${joined([last, end], " ")}`,
    parallel: (number) => `同時に${number}件`,
  },
  bio: {
    note: (date) => (date === null ? "時期不明のプロフィールです。情報が古い可能性があります。" : `${date}時点のプロフィールです。`),
    ownNote: (date) =>
      date === null
        ? "アーカイブによる要約です。時期不明のため、情報が古い可能性があります。"
        : `アーカイブによる要約です（${date}時点）。`,
    atTalk: "この講演とともに公開されたプロフィールです。",
  },
  chart: {
    table: (caption) => `表：${caption}`,
  },
  downloads: {
    heading: "エクスポート",
    labelOf: ({ label, of }) => `${of}の${label}`,
    calendar: "カレンダー",
    feed: "フィード",
    schedule: "スケジュール",
    data: "データ",
    recordsAndFiles: "記録とファイル",
    talks: "講演",
    someOf: ({ label, talks: some, all }) => `${label}（${talks(all)}中${thousands(some)}件）`,
  },
  eventItem: {
    status: { cancelled: "中止", postponed: "延期", online: "オンラインに変更" },
    hostedBy: (host) => `主催：${host}`,
    noTalks: "講演の情報なし",
    withSlides: (number) => `スライドあり${number}件`,
    withVideo: (number) => `動画あり${number}件`,
  },
  exploreCharts: {
    download: "データをダウンロード",
    allEditions: "全イベント",
    allSpeakers: "全講演者",
    allTopics: "全トピック",
    asTable: "表で表示",
    editions: {
      heading: "イベントごとの講演、講演者、組織の数",
      text: "わかっているものだけを数えています。棒が短いのは、プログラムの記録が少ししか残っていないためかもしれません。3つのグラフの目盛りは共通です。",
      notHeld: (some) => `中止・延期・非公開のため集計に含まれないもの：${some}。`,
      talks: "講演",
      speakers: "講演者",
      organizations: "組織",
      most: ({ size, edition }) => `最多は${edition}の${size}です。`,
      heads: ["イベント", "講演", "講演者", "組織"],
    },
    topics: {
      heading: "トピック",
      largest: (number) => `講演の多いトピック上位${number}件`,
      text: "点が大きいほど、その年の講演が多いことを示します。複数のトピックにまたがる講演は、それぞれのトピックで数えます。",
      title: "年別のトピック",
      about: ({ topic, talks: number }) => `最多は「${topic}」の${talks(number)}です。`,
      caption: "トピックと年ごとの講演数",
      heads: ["トピック", "講演"],
    },
    speakers: {
      heading: "イベントごとの初登壇と再登壇",
      text: ({ speakers: number, came }) =>
        `${speakers(number)}のうち、${thousands(came)}人が複数のイベントに登壇しました。最初のイベントでは全員を初登壇として数えます。`,
      title: "イベントごとの講演者",
      about: ({ returning, all, edition }) => `下が再登壇、上が初登壇です。${edition}では${all}人中${returning}人が再登壇でした。`,
      hadSpoken: "再登壇",
      firstTime: "初登壇",
      heads: ["イベント", "講演者", "初登壇", "再登壇"],
    },
  },
  filters: {
    edition: "イベント",
    allEditions: "すべてのイベント",
    year: "年",
    allYears: "すべての年",
    topic: "トピック",
    allTopics: "すべてのトピック",
    language: "言語",
    allLanguages: "すべての言語",
    order: "並べ替え",
    slides: "スライドあり",
    video: "動画あり",
  },
  history: {
    caption: ({ editions, first, last }) =>
      `${events(editions)}${first === undefined ? "" : first === last ? `（${first}年）` : `（${first}年〜${last}年）`}`,
    legend: ({ caption, talksOfBlock, isByYear }) =>
      `${caption}。1列が${isByYear ? "1年" : "1イベント"}、1ブロックが${talks(talksOfBlock)}を表します：`,
    withVideo: "動画あり",
    withSlides: "スライドあり",
    neither: "どちらもなし",
    undated: "日付不明",
  },
  links: {
    leaves: "（外部サイト）",
    leavesTo: (host) => `（外部サイト：${host}）`,
    sources: "出典",
    of: "– {thing}",
    documents: { slides: "スライド", paper: "論文", code: "コード", handout: "配布資料", poster: "ポスター", other: "資料" },
    video: "動画",
    audio: "音声",
    part: (number) => `パート${number}`,
    stretch: ({ start, end }) => (end === undefined ? `${start}から` : `${start}〜${end}`),
    copy: "保存コピー",
    copyOf: (date) => `${date}の保存コピー`,
    gone: "{address}、{date}以降は閲覧できません",
    goneWithCopy: "{address}、{date}以降は閲覧できません：{copy}",
    addTalk: "ご存じの講演があれば、{edit}。",
    editEvent: "イベントの記録に追加してください",
  },
  paperItem: {
    noAuthors: "著者不明",
    pages: (pages) => `${pages}ページ`,
    topics: "トピック",
    ownNote: "アーカイブによる注記です。",
  },
  parts: {
    ofList: "この一覧のページ",
    ofTalks: "講演一覧のページ",
    ofSlides: "スライドのページ",
    ofTranscript: "この文字起こしのページ",
    moreSlides: "ほかのスライド",
    suffix: ({ number, all }) => `（${number}/${all}）`,
  },
  places: {
    noCountry: "国不明",
    noPlace: "場所不明",
  },
  player: {
    title: (talk) => `動画：${talk}`,
    captions: "字幕",
    watch: ({ host, length }) => `${host}で見る${length ? `（${length}）` : ""}`,
    comesFrom: ({ name, host }) => `プレーヤー：${name}${name === host ? "" : `（${host}）`}。再生するまで何も読み込まれません。`,
  },
  slidesOf: {
    title: (talk) => `スライド：${talk}`,
    all: ({ label, pages: number }) => `${label}：${pages(number)}`,
    download: (size) => `PDFをダウンロード（${size}）`,
    openOn: ({ label, host }) => `${host}の${label}`,
    comesFrom: ({ name, host }) => `スライド：${name}（${host}）。開くまで何も読み込まれません。`,
  },
  talkItem: {
    with: "共同登壇：{speakers}",
    andMore: "{speakers}、{more}",
    more: (number) => `ほか${number}人`,
    moreSpeakersOf: "– {talk}の講演者",
    withheldNames: (number) => (number === 1 ? "氏名非公開" : `氏名非公開${number}人`),
  },
  talkResources: {
    original: "元のページ",
    copy: ({ title, copy }) => `${title}（${copy}）`,
  },
  talkSummary: {
    ownSummary: "アーカイブによる要約です。",
    resource: ({ title, url }) => `${title}：${url}`,
  },

  // Pages.

  accessibility: {
    title: "アクセシビリティ",
    description: (archive) => `${archive}をだれもが使えるようにするための取り組み、その検証方法、足りていない点。`,
    lead: "このアーカイブは、だれもが使えることを目指しています。目で見ても、耳で聞いても、手で触れても、キーボードでも、小さな画面や拡大した画面でも、JavaScriptの有無を問わず使えるようにしています。",
    summary: ({ criteria, met, partly, not }) =>
      `WCAG 2.2のレベルAとAAの達成基準${criteria}件のうち、プログラムが生成するページは${met}件に適合し、${partly}件に一部適合しています。${not}件は該当しません。`,
    introduction:
      "{summary}以下では、達成基準ごとに、ページがどのように満たしているかと、その検証方法を示します。ここに挙げるのは、このサイトを生成するプログラム{program}の検証です。そのプロジェクトが自らのサイトで実施し、「目視」以外はプログラムを変更するたびに実行しています。WCAGとは、{guidelines}のことです。",
    guidelines: "ウェブコンテンツ・アクセシビリティ・ガイドライン",
    report: {
      heading: "うまく使えないときは",
      label: "このアーカイブの課題一覧",
      atProject: "{report}で、該当するページと、お使いのブラウザーや支援技術をお知らせください。",
      atSite: "{site}の担当者に、該当するページと、お使いのブラウザーや支援技術をお知らせください。",
    },
    gaps: {
      heading: "足りていない点",
      videosElsewhere: (number) => `ほかのサイトにある${videos(number)}：プレーヤー、字幕、広告はアーカイブが提供するものではありません。`,
      withoutCaptions: (number) => `アーカイブ内の字幕のない${videos(number)}：字幕の存在が確認できていません。`,
      slidesElsewhere: (number) =>
        `ほかのサイトにある${decks(number)}：こうしたファイルの多くには、スクリーンリーダーでたどれる構造がありません。`,
      slidesHere: (number) => `アーカイブ内の${decks(number)}：作成者が作ったままの形で公開しています。`,
      noDescriptions: "音声解説や手話通訳のある動画は確認できていません。",
      strangers: "第三者の文章は、言葉遣いも含め、公開された当時のまま掲載しています。",
      ownLooks: "このアーカイブ独自の色、スタイル、テンプレートは、プログラムのどのテストにも含まれていません。",
      browsers:
        "プログラムはChromiumでテストされています。FirefoxとWebKitでは、サイトをひととおりたどる確認だけを行っています。スクリーンリーダーは、プロジェクトでは検証していません。",
    },
    testing: "プログラムの検証方法",
    tested: (ways) => `検証：${ways}`,
    states: { met: "適合", partly: "一部適合", not: "該当なし" },
    principles: { 1: "知覚可能", 2: "操作可能", 3: "理解可能", 4: "堅牢" },
    ways: {
      axe: {
        label: "axe",
        what: "axe-coreで、各種類の最初のページと最大のページ、および操作中のページを、両方のテーマ、幅320ピクセルと1280ピクセルで、WCAG 2.0〜2.2とベストプラクティスのすべてのルールを使って調べます。同じテストで、途切れたテキスト、はみ出したテキスト、言語の指定がないテキストも見つけます。",
      },
      keys: {
        label: "キーボード巡回",
        what: "ブラウザーが、いくつかの種類のページを実際のTabキーの操作で前後に巡回します。止まった箇所がすべて見えていて、目印が付き、テキストの順に並んでいること、そしてすべてのコントロールに到達できることを確かめます。",
      },
      html: { label: "HTML検証", what: "プロジェクト自身のアーカイブでは、すべてのページが正しいHTMLです。" },
      walk: { label: "閲覧テスト", what: "ブラウザーが、JavaScriptありとなしの両方で、リンクをたどり、講演を絞り込み、並べ替えます。" },
      links: { label: "リンク検証", what: "アーカイブ内に切れたリンクはなく、すべてのページにホームからたどり着けます。" },
      theme: { label: "テーマのテスト", what: "テーマの選択にキーボードで到達でき、選択が記憶されます。" },
      search: {
        label: "検索のテスト",
        what: "ブラウザーがキーボードで検索し、検索欄へ移動するキーの無効化と有効化を試します。",
      },
      eye: {
        label: "目視",
        what: "すべての種類のページを、両方のテーマ、印刷時、強制カラーでプロジェクトの担当者が確認し、スクリーンリーダーに渡される内容も確認しました。",
      },
    },
    // The names are those of the translation by WAIC, https://waic.jp/translations/WCAG22/.
    criteria: {
      "1.1.1": {
        name: "非テキストコンテンツ",
        how: "人物写真には説明があり、図にはそばに同じ内容のテキストがあります。スライドや動画が示すものは、作成者が説明した範囲でのみ説明されています。",
      },
      "1.2.1": {
        name: "音声のみ及び映像のみ (収録済)",
        how: "アーカイブに文字起こしがあれば提供しています。",
      },
      "1.2.2": {
        name: "キャプション (収録済)",
        how: "アーカイブ内の動画は、字幕があれば字幕付きで再生されます。ほかのサイトの動画では、そのプレーヤーによります。",
      },
      "1.2.3": {
        name: "音声解説、又はメディアに対する代替 (収録済)",
        how: "講演の概要、スライド、文字起こしを、わかっている範囲で動画と並べて掲載しています。",
      },
      "1.2.4": { name: "キャプション (ライブ)", how: "ライブ配信はありません。" },
      "1.2.5": { name: "音声解説 (収録済)", how: "音声解説のある動画は確認できていません。" },
      "1.3.1": {
        name: "情報及び関係性",
        how: "レイアウトが示すことを、見出し、リスト、scope属性付き見出しセルのある表、ラベル、ランドマークでも伝えています。",
      },
      "1.3.2": { name: "意味のあるシーケンス", how: "段組みの箇所も含め、ページはソースの順に読めます。" },
      "1.3.3": { name: "感覚的な特徴", how: "形、位置、音に頼った説明はありません。" },
      "1.3.4": { name: "表示の向き", how: "ページは縦向きでも横向きでも使えます。" },
      "1.3.5": { name: "入力目的の特定", how: "利用者自身に関する情報を求める入力欄はありません。" },
      "1.4.1": { name: "色の使用", how: "文中のリンクには下線があり、現在のページは太さと線でも示しています。" },
      "1.4.2": { name: "音声の制御", how: "自動的に再生されるものはありません。" },
      "1.4.3": { name: "コントラスト (最低限)", how: "テキストのコントラスト比は、両方のテーマで4.5:1以上です。" },
      "1.4.4": { name: "テキストのサイズ変更", how: "すべてのサイズは利用者の設定に従い、ページは400％に拡大しても使えます。" },
      "1.4.5": { name: "文字画像", how: "アーカイブの文章はテキストで書かれています。スライドには文字画像が含まれることがあります。" },
      "1.4.10": {
        name: "リフロー",
        how: "幅320ピクセル（幅1280ピクセルのウィンドウを400％に拡大した状態）でも、横にスクロールする必要はありません。",
      },
      "1.4.11": {
        name: "非テキストのコントラスト",
        how: "入力欄とボタンの境界、およびフォーカスの目印のコントラスト比は3:1以上です。",
      },
      "1.4.12": { name: "テキストの間隔", how: "達成基準が定める間隔にしても、テキストは失われません。" },
      "1.4.13": {
        name: "ホバー又はフォーカスで表示されるコンテンツ",
        how: "ホバーやフォーカスで表示されるのは、スキップリンクとブラウザー自身のツールチップだけです。",
      },
      "2.1.1": { name: "キーボード", how: "すべてのリンクとコントロールに、キーボードで到達して操作できます。" },
      "2.1.2": {
        name: "キーボードトラップなし",
        how: "Tabキーで各ページを進み、その外へ出られます。ほかのサイトのプレーヤーは求めたときにだけ開きますが、その動作は提供元によります。",
      },
      "2.1.4": {
        name: "文字キーのショートカット",
        how: "「/」キーを押すとフォーカスが検索欄に移ります。検索ページのチェックボックスで無効にできます。ほかに、文字や記号のキー単独で働くものはありません。",
      },
      "2.2.1": {
        name: "タイミング調整可能",
        how: "制限時間のあるページはありません。以前のアドレスのページからは、すぐに新しいページへ移動します。",
      },
      "2.2.2": { name: "一時停止、停止、非表示", how: "自動的に動いたり、点滅したり、変化したりするものはありません。" },
      "2.3.1": {
        name: "3回の閃光、又は閾値以下",
        how: "ページ上に閃光を放つものはありません。動画に何が映っているかは確認できていません。",
      },
      "2.4.1": {
        name: "ブロックスキップ",
        how: "どのページでも、最初に止まるのは本文へ移動するリンクです。ランドマークと見出しも同じ役目を果たします。",
      },
      "2.4.2": { name: "ページタイトル", how: "どのページにも、アーカイブ名の入った固有のタイトルがあります。" },
      "2.4.3": { name: "フォーカス順序", how: "フォーカスはテキストの順に移ります。" },
      "2.4.4": {
        name: "リンクの目的 (コンテキスト内)",
        how: "スライドへのリンクのように見た目が同じリンクは、どの講演のものか、アーカイブの外に出るかどうかをスクリーンリーダーに伝えます。",
      },
      "2.4.5": {
        name: "複数の手段",
        how: "どの講演にも、イベント、タイムテーブル、講演者、トピック、全講演の一覧からたどり着けます。",
      },
      "2.4.6": { name: "見出し及びラベル", how: "見出しとラベルは、その後に続く内容を表しています。" },
      "2.4.7": { name: "フォーカスの可視化", how: "フォーカスを受け取ったものには、必ず2ピクセル以上の輪郭が表示されます。" },
      "2.4.11": { name: "隠されないフォーカス (最低限)", how: "フォーカスのあるものに重なるものはありません。" },
      "2.5.1": { name: "ポインタのジェスチャ", how: "すべてを1回のタップまたはクリックで操作できます。" },
      "2.5.2": { name: "ポインタのキャンセル", how: "リンクとコントロールは、ポインタを離したときに働きます。" },
      "2.5.3": { name: "ラベルを含む名前 (name)", how: "コントロールの名前は、画面に見える言葉で始まります。" },
      "2.5.4": { name: "動きによる起動", how: "端末の動きに反応するものはありません。" },
      "2.5.7": { name: "ドラッグ動作", how: "ドラッグが必要なものはありません。" },
      "2.5.8": {
        name: "ターゲットのサイズ (最低限)",
        how: "ターゲットの大きさは24×24ピクセル以上か、それに相当する間隔があります。文中のリンクは例外です。",
      },
      "3.1.1": { name: "ページの言語", how: "どのページも自身の言語を指定しています。" },
      "3.1.2": {
        name: "一部分の言語",
        how: "別の言語による講演のタイトル、概要、プロフィールには、記録にある範囲でその言語を指定しています。文章中の引用には指定していません。",
      },
      "3.2.1": { name: "フォーカス時", how: "フォーカスが移るだけで何かが変わることはありません。" },
      "3.2.2": {
        name: "入力時",
        how: "絞り込みの条件を選ぶと、下の一覧が変わり、変わったことが伝えられます。フォーカスはその場に残ります。",
      },
      "3.2.3": { name: "一貫したナビゲーション", how: "ヘッダー、パンくずリスト、フッターは、どのページでも同じものが同じ順に並びます。" },
      "3.2.4": {
        name: "一貫した識別性",
        how: "同じものには、どこでも同じ名前と目印を付けています。ナビゲーション、フッター、一覧で使うセクション名は、1か所で管理しています。",
      },
      "3.2.6": { name: "一貫したヘルプ", how: "どのページのフッターにも、このページへのリンクがあります。" },
      "3.3.1": { name: "エラーの特定", how: "エラーになる入力はありません。絞り込みの結果がなければ、そのことを伝えます。" },
      "3.3.2": { name: "ラベル又は説明", how: "どの入力欄にも、見えるラベルか、名前の付いた記号があります。" },
      "3.3.3": { name: "エラー修正の提案", how: "エラーになる入力はありません。" },
      "3.3.4": { name: "誤り防止 (法的、金融、データ)", how: "利用者が送信するものはありません。" },
      "3.3.7": { name: "冗長な入力項目", how: "同じことを2回入力する必要はありません。" },
      "3.3.8": { name: "アクセシブルな認証 (最低限)", how: "ログインはありません。" },
      "4.1.2": { name: "名前 (name)・役割 (role)・値 (value)", how: "コントロールはブラウザー標準のもので、名前が付いています。" },
      "4.1.3": {
        name: "ステータスメッセージ",
        how: "見つかった講演の件数とコピーの結果は、フォーカスを動かさずにスクリーンリーダーに伝えられます。",
      },
    },
  },
  agenda: {
    title: "タイムテーブル",
    description: ({ event, day, sessions: number }) =>
      `${event}のタイムテーブル${day ? `、${day}` : ""}：${sessions(number)}と、その講演者、スライド、動画。`,
    windowTitle: ({ event, day }) => `${event}のタイムテーブル${day ? `、${day}` : ""}`,
    zone: "タイムゾーン",
    timesIn: (zone) => `時刻：${zone}`,
    yourZone: "お使いの地域の時刻（{zone}）",
    offsets: (offsets) => offsets.join("、その後"),
    days: "日程",
    rooms: (day) => `${day}の会場`,
    caption: (day) => `${day}のセッション（時刻・会場別）`,
    time: "時刻",
    roomNotKnown: "会場不明",
    timeNotKnown: "時刻不明",
    publishedOrder: "公開時の順",
    otherSessions: "その他のセッション",
    severalDays: "複数日にわたるもの",
    otherDays: "ほかの日",
    previousDay: "前の日",
    nextDay: "次の日",
    previousPart: "前の部分",
    nextPart: "次の部分",
  },
  event: {
    description: ({ event, facts }) => `${event}：${facts.join("、")}。`,
    pointers: "講演、スライド、動画",
    agenda: "タイムテーブル",
    withSlides: (number) => `スライドあり${number}件`,
    withVideo: (number) => `動画あり${number}件`,
    zip: (number) => `全スライド（zip、${files(number)}）`,
    zipOfSome: ({ files: some, all }) => `スライド（zip、${files(all)}中${some}）`,
    welcome: "ようこそ",
    complete: "情報の網羅性",
    asFarAsKnown: "プログラムは、下の出典からわかる範囲のものです。",
    unsourced: "プログラムがどこまで揃っているかは、わかっていません。",
    talks: "講演",
    otherTalks: "その他の講演",
    empty: "このイベントの講演はわかっていません。",
    facts: "イベントについて",
    days: "わかっている日程",
    host: "主催",
    zone: "タイムゾーン",
    series: "シリーズ",
    licence: "講演のライセンス",
    slidesLicence: "スライドのライセンス",
    recordingLicence: "録画のライセンス",
    status: {
      cancelled: "このイベントは中止されました。",
      postponed: "このイベントは延期されました。",
      online: "このイベントはオンライン開催に変更されました。",
    },
    postponedTo: "このイベントは延期されました：{event}。",
    links: "リンク",
    otherEvents: "ほかのイベント",
    previous: "前のイベント",
    next: "次のイベント",
  },
  events: {
    description: ({ events: number, archive }) => `${archive}の全${events(number)}と、その日程、場所、主催。`,
    other: "その他のイベント",
    places: "開催地",
    empty: "このアーカイブにはまだイベントがありません。",
  },
  explore: {
    title: "統計",
    editions: { label: "イベント", lead: (sizes) => `グラフで見るアーカイブ：${sizes}` },
    topics: { label: "トピック", title: "年別のトピック", lead: "どの年にどのトピックの講演があったか" },
    speakers: { label: "講演者", title: "再び登壇した人", lead: "初登壇と再登壇の講演者" },
    description: ({ lead, archive }) => `${lead}。${archive}。`,
    pages: "グラフ",
    charts: (heading) => `グラフ：${heading}`,
    scrolls: "グラフは横にスクロールできます。",
    empty: "集計できるものはまだありません。",
    regulars: "登壇したイベントの多い人",
  },
  home: {
    numbers: {
      events: always("イベント"),
      talks: always("講演"),
      speakers: always("講演者"),
      topics: always("トピック"),
      papers: always("論文"),
    },
    featured: "注目の講演",
    editions: "すべてのイベント",
    empty: "イベントはまだありません。",
  },
  moved: {
    description: (title) => `「${title}」のアドレスが変わりました。`,
    text: "このページは{link}に移動しました。",
  },
  /** At the address of something that was removed for good. */
  removed: {
    title: "削除済み",
    text: (date: string) => `このアドレスにあった内容は、${date}にアーカイブから削除されました。`,
    kept: "リンクからこの案内にたどり着けるよう、アドレスは残してあります。",
  },
  notFound: {
    title: "ページが見つかりません",
    description: "このアドレスにページはありません。",
    lead: "このアドレスには何もありません。アドレスを確かめるか、検索してください。",
    talks: "すべての講演",
    events: "すべてのイベント",
    speakers: "すべての講演者",
    topics: "すべてのトピック",
  },
  organization: {
    description: ({ name, archive, size }) => `${archive}における${name}：${size}。`,
    hosted: (number) => `主催${events(number)}`,
    otherNames: (names) => `別の表記：${names}`,
    talks: "講演",
    noTalks: "この組織の講演者による講演はわかっていません。",
    hostedEvents: "主催イベント",
    people: "所属する人",
    morePeople: (number) => `ほか${thousands(number)}人`,
    yearNotKnown: "年不明",
    links: "リンク",
  },
  organizations: {
    title: "組織",
    description: ({ organizations: number, archive }) =>
      `${archive}のイベントに講演者を送った、またはイベントを主催した${organizations(number)}。`,
    lead: (number) => `講演者を送った、またはイベントを主催した${organizations(number)}`,
    largest: "講演の多い組織",
    hosted: (number) => `主催${events(number)}`,
    empty: "組織はまだありません。",
  },
  page: {
    kinds: "種類",
    other: "その他",
    since: (year) => `${year}年から`,
    missingTalk: "抜けている講演がありますか。{add}。",
    addTalk: "ここに追加してください",
  },
  papers: {
    title: "論文",
    description: ({ papers: number, archive }) => `${archive}の${papers(number)}と、その著者、掲載先、アドレス。`,
    lead: "{papers}。",
    ownNotes: "注記はアーカイブによるものです。",
    empty: "このアーカイブにはまだ論文がありません。",
  },
  presentations: {
    description: ({ talks: number, archive }) => `${archive}の全${talks(number)}。並べ替えと絞り込みができます。`,
    ofYear: (year) => `${year}年の講演`,
    withoutYear: "年不明の講演",
    partDescription: ({ title, archive }) => `${archive}にある${title}。`,
    filter: "講演の絞り込み",
    words: "タイトルまたは講演者",
    more: "その他の条件",
    byYear: "年別",
    newest: "新しいイベント順",
    oldest: "古いイベント順",
    byTitle: "タイトル順",
    bySpeaker: "講演者順",
    results: "結果を表示",
    reset: "クリア",
    empty: "講演はまだありません。",
  },
  search: {
    title: "検索",
    description: (archive) => `${archive}の講演、スライド、文字起こし、講演者、組織、イベント、論文、トピックを検索できます。`,
    label: "検索",
    submit: "検索",
    keys: "{slash}で検索欄へ、↑ ↓で移動、{enter}で開きます。",
    enter: "Enter",
    escape: "Esc",
    slash: "すべてのページで{slash}をショートカットとして使う",
    filters: "絞り込みと並べ替え",
    kind: "種類",
    allKinds: "すべての種類",
    speaker: "講演者",
    allSpeakers: "すべての講演者",
    organization: "組織",
    allOrganizations: "すべての組織",
    best: "関連度の高い順",
    newest: "新しい順",
    oldest: "古い順",
    clear: "絞り込みを解除",
    more: "さらに表示",
    noScript: "検索はブラウザー内で動作し、JavaScriptが必要です。JavaScriptがなくても、次の一覧からすべてをたどれます。",
    notLoaded: "検索を読み込めませんでした。このページを再読み込みするか、下の一覧をご利用ください。一覧からすべてをたどれます。",
    lists: "すべての一覧",
    byEvent: "イベント別",
    byTopic: "トピック別",
    elsewhere: "外部の検索",
    outside: (engine) => `${engine}でこのサイトを検索（検索した言葉は${engine}に伝わります）`,
    ask: (engine) => `${engine}で検索`,
  },
  slides: {
    title: "スライド",
    titleOf: ({ first, last }) => `スライド${first}〜${last}`,
    windowTitle: ({ title, talk, event }) => `「${talk}」の${title} · ${event}`,
    description: ({ slides: number, talk, speakers, event }) =>
      `${event}での${speakers ? `${speakers}による` : ""}「${talk}」の${slides(number)}。画像とテキストで掲載しています。`,
    noText: "ファイルにはスライドの画像だけがあり、テキストはありません。",
    strip: "スライド",
    text: "テキスト",
    slide: "スライド",
    alt: ({ number, all, title }) => `スライド${number}/${all}${title ? `：${title}` : "、テキストなし"}`,
  },
  speaker: {
    description: ({ talks: number, name, archive }) => `${archive}にある${name}の${talks(number)}。`,
    otherNames: (names) => `別の表記：${names}`,
    portrait: (name) => `${name}の写真`,
    bio: "プロフィール",
    noBio: "プロフィールは見つかっていません。",
    talks: "講演",
    noTalk: "講演はわかっていません。",
    shownAs: "公開時の表記",
    as: (name) => `${name}として`,
    organizations: "組織",
    since: (year) => `${year}年から`,
    atSummits: (years) => `${list(years.map((year) => `${year}年`))}のイベント`,
    yearNotKnown: "年不明",
    links: "リンク",
  },
  speakers: {
    title: "講演者",
    ofLetter: (letter) => `講演者：${letter}`,
    description: ({ speakers: number, archive }) => `${archive}の全${speakers(number)}の名前順一覧。所属組織と講演つき。`,
    letters: "頭文字",
    otherLetter: "その他",
    noTalk: "講演の情報なし",
    empty: "講演者はまだいません。",
  },
  talk: {
    session: {
      talk: "講演",
      keynote: "基調講演",
      panel: "パネル討論",
      tutorial: "チュートリアル",
      workshop: "ワークショップ",
      lightning: "ライトニングトーク",
      "design session": "設計セッション",
      discussion: "ディスカッション",
      demo: "デモ",
      poster: "ポスター発表",
      meeting: "ミーティング",
      opening: "オープニング",
      closing: "クロージング",
      social: "懇親会",
      break: "休憩",
      other: "セッション",
    },
    description: ({ title, session, speakers, event }) => `${title}：${event}での${speakers ? `${speakers}による` : ""}${session}。`,
    moreSpeakers: (number) => `ほか${number}人`,
    ownTitle: "タイトルはアーカイブによるものです。正確なタイトルがわかる出典はありません。",
    status: {
      cancelled: "この講演は中止されました。",
      postponed: "この講演は延期されました。",
      online: "この講演はオンラインに変更されました。",
    },
    postponedTo: "この講演は延期されました：{place}。",
    withheld: "この講演は非公開です。アーカイブでは日時と場所だけを示しています。",
    withheldTitle: "非公開の講演",
    recording: {
      none: "この講演は録画されていません。",
      declined: "講演者の希望により、この講演は録画されていません。",
      withheld: "この講演の録画は公開されていません。",
    },
    chapters: "チャプター",
    part: "パート",
    partOf: ({ part, parts }) => (parts === undefined ? `${part}` : `${part}/${parts}`),
    continues: "前回",
    continuedBy: "続き",
    alsoGivenAt: "別の機会",
    languages: "言語",
    licence: "ライセンス",
    slidesLicence: "スライドのライセンス",
    recordingLicence: "録画のライセンス",
    licenceOf: (thing) => `ライセンス（${thing}）`,
    speakers: always("講演者"),
    noSpeaker: "講演者不明",
    transcript: "文字起こし",
    original: "元のページ",
    abstract: "概要",
    ownSummary: "アーカイブによる要約です。",
    noAbstract: "概要は見つかっていません。",
    about: always("講演者について"),
    links: "リンク",
    cite: "引用",
    facts: "詳細",
    dayNotKnown: (dates) => `${dates}（日は不明）`,
    zone: "タイムゾーン",
    programme: "プログラム上の日付",
    length: "所要時間",
    track: "トラック",
    kind: "種類",
    language: "言語",
    agenda: "タイムテーブル",
    inAgenda: "タイムテーブルで見る",
    topics: "トピック",
    otherSessions: "このイベントのほかの講演",
    previous: "前",
    next: "次",
    more: always("同じ講演者の講演"),
    related: "関連する講演",
  },
  topic: {
    description: ({ size, topic, archive }) => `${archive}にある「${topic}」の情報：${size || "まだありません"}。`,
    nothing: "講演も論文もまだありません",
    partOf: "上位のトピック",
    parts: "下位のトピック",
    also: "別名",
    growth: "年別の講演数",
    byYear: "年別の講演数",
    growthAbout: ({ first, last, most, year }) => `${first}年〜${last}年。最多は${year}年の${most}件です。`,
    asTable: "表で表示",
    caption: (topic) => `「${topic}」の年別の講演数`,
    heads: ["年", "講演"],
    talks: "講演",
    papers: "論文",
  },
  topics: {
    title: "トピック",
    description: ({ topics: number, archive, isCurated }) => `${archive}の${topics(number)}${isCurated ? "" : "（件数の多い順）"}。`,
    lead: (number) => `${topics(number)}（件数の多い順）`,
    curatedLead: ({ curated, others }) => `主要な${topics(curated)}、その他${thousands(others)}件`,
    more: "その他のトピック",
    tenAndMore: "10件以上",
    fiveToNine: "5〜9件",
    twoToFour: "2〜4件",
    tags: "イベントの大半の講演に付くトピック",
    one: "講演または論文が1件",
    empty: "トピックはまだありません。",
  },
  transcript: {
    title: "文字起こし",
    windowTitle: ({ title, talk, event }) => `「${talk}」の${title} · ${event}`,
    description: ({ talk, event, from, to }) =>
      `${event}での「${talk}」の動画の文字起こし${from === undefined ? "" : `（${from}〜${to}）`}。1行ごとに時刻つき。`,
    heading: "発言内容",
    hint: "時刻を選ぶと、動画がそこから再生されます。",
    hintAt: (host) => `時刻を選ぶと、${host}の動画がそこから再生されます。`,
    next: (time) => `${time}から続きを読む`,
    file: "文字起こしの全文（WebVTT）",
  },
  year: {
    description: ({ year, archive, size }) => `${archive}の${year}年：${size}。`,
    editions: always("イベント"),
    talks: "講演",
    speakers: "講演者",
    papers: "論文",
    otherYears: "ほかの年",
    previous: "前の年",
    next: "次の年",
  },
  years: {
    title: "年別",
    description: (archive) => `年ごとに見る${archive}：イベント、講演、論文。`,
    lead: "新しい順",
    noTalks: "講演の情報なし",
    empty: "年はまだありません。",
  },

  citation: {
    title: (title) => `「${title}」.`,
  },

  // Files that readers open with other programs.

  calendar: {
    undated: (number) => `日付不明の${sessions(number)}：タイムテーブルをご覧ください。`,
    agenda: (url) => `タイムテーブル：${url}`,
  },
  csv: {
    editions: ["イベント", "年", "開始日", "講演", "講演者", "組織", "初登壇", "再登壇"],
    topics: ["トピック", "年", "講演"],
    speakers: ["講演者", "イベント", "講演", "最初の年", "最後の年"],
    talks: [
      "ID",
      "タイトル",
      "講演者",
      "組織",
      "イベント",
      "日付",
      "最終日",
      "開始",
      "終了",
      "分",
      "会場",
      "トラック",
      "種類",
      "言語",
      "状態",
      "トピック",
      "スライド",
      "動画",
      "ライセンス",
      "アドレス",
      "非公開の氏名の数",
      "パート",
      "パート数",
      "録画の状態",
      "延期先",
      "ほかでの講演",
      "資料",
      "スライドのライセンス",
      "録画のライセンス",
    ],
  },
  zip: {
    about: (archive) =>
      `${archive}より。contentフォルダーには、イベントとその講演、講演者の記録と、全イベントに共通の記録がプレーンテキスト
（YAMLフィールド付きのMarkdown、UTF-8）で入っています。assetsフォルダーには、記録が指すメディアファイルがあれば入っています。`,
    howToRead: ({ event, program }: { event: string; program: string }) =>
      `読み方：記録は、どのテキストエディターでも開けます。各記録は、2本の---の行の間にある項目（タイトル、講演者、日付など）で始まり、
その後に概要または経歴が続きます。イベントは${event}/event.md、講演は${event}/talksにあります。
項目が指すファイルはassets/mediaにあります。
Node.js用のnpmパッケージ${program}は、両方のフォルダーからサイトを作成します。initコマンドで用意したフォルダーに入れてください。`,
    tooLarge: "大きすぎるため、このzipに入っていないファイル：",
    licences: "講演、スライド、録画のライセンス（わかっているもの）：",
    talkLicence: ({ talk, licence }) => `${talk}：${licence}`,
  },
  /** What the site record of a new archive begins with. */
  fresh: {
    tagline: "講演、スライド、動画",
    notice: "過去のカンファレンスのアーカイブです。",
    licence: "スライドと動画の権利は、それぞれの作者に帰属します。",
  },
  /** The README of a copy that opens from a disk. */
  portable: {
    readme: ({ archive, address, start }: { archive: string; address: string; start: string }) => `${archive}
${address}

これは、ディスクから開けるアーカイブの複製です。${start}をブラウザーで開いてください。サーバーもネットワークも必要ありません。
この複製にあるすべてのページ、スライド、アーカイブが保存する動画が使えます。アーカイブ全体の複製では検索も使えます。
他のサイトへのリンクと外部サービスのプレーヤーにはネットワークが必要です。引用とプログラム用のデータは、各ページを公開アドレスで示します。
`,
  },
  found: {
    talk: "講演",
    speaker: "講演者",
    event: "イベント",
    paper: "論文",
    topic: "トピック",
    organization: "組織",
    page: "ページ",
  },
};

/** Languages in which talks are held, by their tags in small letters. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["ar", "アラビア語"],
  ["bg", "ブルガリア語"],
  ["bn", "ベンガル語"],
  ["ca", "カタルーニャ語"],
  ["cs", "チェコ語"],
  ["da", "デンマーク語"],
  ["de", "ドイツ語"],
  ["el", "ギリシャ語"],
  ["en", "英語"],
  ["es", "スペイン語"],
  ["et", "エストニア語"],
  ["eu", "バスク語"],
  ["fa", "ペルシャ語"],
  ["fi", "フィンランド語"],
  ["fr", "フランス語"],
  ["ga", "アイルランド語"],
  ["he", "ヘブライ語"],
  ["hi", "ヒンディー語"],
  ["hr", "クロアチア語"],
  ["hu", "ハンガリー語"],
  ["id", "インドネシア語"],
  ["is", "アイスランド語"],
  ["it", "イタリア語"],
  ["ja", "日本語"],
  ["ko", "韓国語"],
  ["lt", "リトアニア語"],
  ["lv", "ラトビア語"],
  ["ms", "マレー語"],
  ["nb", "ノルウェー語（ブークモール）"],
  ["nl", "オランダ語"],
  ["nn", "ノルウェー語（ニーノシュク）"],
  ["no", "ノルウェー語"],
  ["pl", "ポーランド語"],
  ["pt", "ポルトガル語"],
  ["pt-br", "ポルトガル語（ブラジル）"],
  ["ro", "ルーマニア語"],
  ["ru", "ロシア語"],
  ["sk", "スロバキア語"],
  ["sl", "スロベニア語"],
  ["sr", "セルビア語"],
  ["sv", "スウェーデン語"],
  ["ta", "タミル語"],
  ["th", "タイ語"],
  ["tr", "トルコ語"],
  ["uk", "ウクライナ語"],
  ["ur", "ウルドゥー語"],
  ["vi", "ベトナム語"],
  ["zh", "中国語"],
  ["zh-hans", "中国語（簡体字）"],
  ["zh-hant", "中国語（繁体字）"],
]);
