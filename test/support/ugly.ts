/** Content that no designer wishes for: very long, very short, missing and foreign, all of it valid. */
import { SITE } from "./little.ts";
import { WEBM } from "./media-starts.ts";

const record = (fields: object, body = "") => `---\n${JSON.stringify(fields)}\n---\n${body}\n`;
export const LONG_WORD = "Hypervisorschnittstellenbeschreibungssprachenkompatibilitätsprüfung".repeat(3);
const LONG_TITLE =
  "On the unreasonable effectiveness of writing down everything that was ever said at a conference, including the questions after the talk, the jokes before it, and the announcements in between that nobody listened to at all";
const PEOPLE = [
  "José Müller-Œuvré",
  "山田 太郎",
  "محمد بن سلمان الخوارزمي",
  "דוד כהן",
  "Владимир Иванов",
  "Nguyễn Thị Minh",
  "김철수",
  "Ó Conaill",
];

/** Names of 30 speakers, some in other scripts, one without a space. */
const PANEL = Array.from({ length: 30 }, (_, index) => ({
  name: PEOPLE[index] ?? `Speaker Number${"x".repeat(index)}`,
  ...(index % 3 === 0 && {
    role: "Principal Distinguished Engineer of Everything",
    organization: "An Organization with a Rather Long Name",
  }),
}));

const day = (number: number) => `2021-05-0${number}`;

/** More sections than a phone is wide, which end with other sites. */
const SECTIONS = `sections:
${["/events/", "/speakers/", "/topics/", "https://lists.example.org/", "https://forum.example.org/"].map((url) => `  - label: A section of some length\n    url: ${url}\n`).join("")}`;

export const UGLY: Record<string, string> = {
  "site.yaml": `${SITE.replace("Little Archive", `${LONG_WORD.slice(0, 60)} Archive`).replace("name: example.org", `name: ${LONG_WORD.slice(0, 90)}`)}${SECTIONS}`,
  "events/2021-ugly/event.md": record(
    {
      name: `The ${LONG_TITLE.slice(0, 120)}`,
      startDate: day(4),
      endDate: day(6),
      timezone: "Asia/Tokyo",
      venue: "千葉県千葉市美浜区中瀬二丁目一番地 幕張メッセ国際会議場",
      city: `Krung Thep Maha Nakhon ${LONG_WORD.slice(0, 60)}`,
      country: "The United Kingdom of Great Britain and Northern Ireland",
      host: "The Association of Associations and Friends of Associations (registered)",
      note: "Only some of it is known.",
    },
    "Welcome.",
  ),
  "events/2021-ugly/talks/panel.md": record({
    title: LONG_TITLE,
    kind: "panel",
    speakers: PANEL,
    date: day(4),
    start: "09:00",
    end: "10:30",
    room: "The Grand Ballroom of the Upper Mezzanine, North Wing",
    topics: ["a topic that is almost as long as a sentence may be", "arm", "security", "日本語", LONG_WORD.slice(0, 70)],
    slides: `https://slides.example.org/${"a-very-long-path/".repeat(8)}slides.pdf`,
    video: {
      url: "https://video.example.org/1",
      unavailable: "2022-01-01",
      archived: "https://web.archive.org/web/2021/https://video.example.org/1",
    },
  }),
  "events/2021-ugly/talks/word.md": record({ title: LONG_WORD, date: day(4), start: "09:00", end: "09:30", room: "B" }),
  "events/2021-ugly/talks/words.md": record({
    ...{
      title: "Long words",
      speaker: `Ada ${LONG_WORD.slice(0, 150)}`,
      organization: "Words",
      track: LONG_WORD.slice(0, 150),
      kind: "panel",
    },
    video: { file: "words.webm", captions: "words.vtt" },
    ...{ date: day(6), start: "09:00", end: "09:30", room: LONG_WORD.slice(0, 150) },
  }),
  "events/2021-ugly/talks/japanese.md": record(
    {
      title: "仮想化環境におけるデバイスパススルーの性能評価と将来の展望についての詳細な報告および議論のまとめ",
      speaker: "山田 太郎",
      language: "ja",
      date: day(4),
      start: "10:45",
      end: "11:30",
      room: "B",
    },
    "本講演では、仮想化環境におけるデバイスの性能について報告します。",
  ),
  "events/2021-ugly/talks/arabic.md": record(
    {
      title: "تحسين أداء الآلات الافتراضية في الأنظمة المدمجة: Xen 4.15",
      speaker: "محمد بن سلمان الخوارزمي",
      language: "ar",
      date: day(5),
    },
    "في هذه المحاضرة نعرض نتائج القياسات: `f<int>()` و `a[0] += 1;`\n\n```\nint main() { return 0; }\n```",
  ),
  "events/2021-ugly/talks/media.md": record({
    title: "Seen from all sides, and slides for each of them",
    speaker: "Ó Conaill",
    date: day(5),
    endDate: day(6),
    start: "18:00",
    end: "09:00",
    part: 2,
    parts: 3,
    languages: ["en", "ja", "ar"],
    documents: [1, 2, 3, 4].map((number) => ({ kind: "slides", url: `https://slides.example.org/${number}.pdf` })),
    recordings: [1, 2, 3, 4, 5].map((part) => ({ url: `https://vimeo.com/${part}`, part })),
  }),
  "events/2021-ugly/talks/hebrew.md": record({ title: "וירטואליזציה מאובטחת", speaker: "דוד כהן", language: "he" }),
  "events/2021-ugly/talks/lunch.md": record({ title: "Lunch", kind: "break", date: day(4), start: "12:00", end: "13:00" }),
  "events/2021-ugly/talks/bare.md": record({ title: "X", topics: ["I/O | storage"] }),
  "events/2022-empty/event.md": record({ name: "Empty" }),
  "events/meetup/event.md": record({ name: "A meetup of which nothing is known", city: "Cambridge" }),
  "events/1999-one/event.md": record({ name: "One", startDate: "1999", country: "Japan" }),
  "events/1999-one/talks/only.md": record({ title: "The only talk", topics: ["arm"] }),
  "events/2020-online/event.md": record({ name: "Online 2020", city: "Online", country: "Online" }),
  "pages/about.md": record({ title: LONG_WORD }, `A [link](https://example.org/${"path/".repeat(40)}).\n\n\`${LONG_WORD}\``),
  "papers/paper.md": record({
    title: LONG_TITLE,
    authors: PANEL.map(({ name }) => name),
    year: 2010,
    url: "https://example.org/paper.pdf",
  }),
};

/** Its media, for an assets folder. */
export const UGLY_MEDIA: Record<string, string | Uint8Array> = {
  "media/words.webm": WEBM,
  "media/words.vtt": `WEBVTT\n\n00:00.000 --> 00:02.000\n<v ${LONG_WORD}>https://example.org/${"path/".repeat(40)} ${LONG_WORD}\n`,
};
