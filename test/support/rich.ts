/** A little conference with all that is hard to show: media of its own, a crowded panel, long and foreign titles, sessions without anything. */
import sharp from "sharp";
import { LITTLE, SITE } from "./little.ts";

const SPEAKERS = Array.from(
  { length: 30 },
  (_, index) => `  - name: Panelist Number ${index + 1}\n    organization: Organization ${index + 1}`,
);
const LONG =
  "Supercalifragilisticexpialidocious-hypervisor-without-any-place-to-break-this-line-at-all and then some more words of a title";
/** Titles and texts in other languages than that of the site. */
export const FOREIGN: Record<string, string> = {
  "仮想化の基礎と応用：ハイパーバイザーの内部構造": "ja",
  "この講演では仮想化について話します。": "ja",
  "山田は研究者です。": "ja",
  "מבוא לווירטואליזציה": "he",
  "הרצאה על וירטואליזציה.": "he",
  "مقدمة في الأجهزة الافتراضية": "ar",
};
const VIDEO = "video:\n  file: 2020/talk.webm\n  captions: 2020/talk.vtt\n  poster: 2020/poster.png\n";
const DEAD = "  unavailable: 2021-01-02\n  archived: https://web.archive.org/web/2020/https://slides.example.org/dead.pdf\n";

const talk = (fields: string, body = "") => `---\n${fields}---\n\n${body}\n`;
const at = (start: string, end: string, room: string) => `date: 2020-05-04\nstart: "${start}"\nend: "${end}"\nroom: ${room}\n`;
const inEvent = (name: string) => `events/2020-spring/talks/${name}.md`;

/** Its records. */
export const RICH: Record<string, string> = {
  ...LITTLE,
  "site.yaml": `${SITE}repository:\n  url: https://github.com/example/archive\n  branch: main\nfeatured:\n  - 2020-spring/japanese\n  - 2020-spring/panel\n`,
  [inEvent("media")]: talk(
    `title: A talk with everything\nspeaker: Ada Example\n${at("09:30", "10:00", "Hall B")}slides:\n  file: 2020/talk.pdf\n${VIDEO}topics:\n  - testing\n  - 日本語\n`,
    "A paragraph with `code`, a [link](https://example.org/) and\n\n- a list\n- of two",
  ),
  [inEvent("dead")]: talk(
    `title: Slides that are gone\nspeaker: Grace Sample\n${at("10:00", "10:30", "Hall")}slides:\n  url: https://slides.example.org/dead.pdf\n${DEAD}video: https://vimeo.com/12345678\n`,
  ),
  [inEvent("panel")]: talk(
    `title: A panel of thirty\nkind: panel\n${at("10:30", "12:00", "Hall B")}speakers:\n${SPEAKERS.join("\n")}\ntopics:\n  - testing\n`,
  ),
  [inEvent("japanese")]: talk(
    `title: 仮想化の基礎と応用：ハイパーバイザーの内部構造\nformerUrls:\n  - /old/japanese.html\nspeaker: 山田 太郎\nlanguage: ja\nbio: 山田は研究者です。\n${at("12:00", "12:30", "大ホール")}slides:\n  file: 2020/talk.pdf\n${VIDEO}`,
    "この講演では仮想化について話します。",
  ),
  [inEvent("hebrew")]: talk(
    `title: מבוא לווירטואליזציה\nspeaker: דנה כהן\nlanguage: he\n${at("13:00", "13:30", "Hall")}slides: https://slides.example.org/he.pdf\n`,
    "הרצאה על וירטואליזציה.",
  ),
  [inEvent("arabic")]: talk(`title: مقدمة في الأجهزة الافتراضية\nspeaker: ليلى حداد\nlanguage: ar\n`),
  [inEvent("long")]: talk(`title: ${LONG}\ntrack: ${LONG}\ndate: 2020-05-05\n`),
  [inEvent("bare")]: talk("title: Bare\n"),
  [inEvent("coffee")]: talk(`title: Coffee\nkind: break\n${at("11:00", "11:15", "Hall")}`),
  "events/2019-empty/event.md": "---\nname: An edition without talks\nstartDate: 2019-05\n---\n",
  "speakers/ada-example.md": talk(
    "name: Ada Example\naliases:\n  - A. Example\nphoto: speakers/ada.png\nbioBy: archive\nbioAsOf: 2020-05\nlinks:\n  - title: Her page\n    url: https://ada.example.org/\nsources:\n  - https://example.org/ada\n",
    "She tests archives.",
  ),
  "papers/paper.md": talk(
    "title: A paper\nauthors:\n  - Ada Example\nyear: 2020\nurl: https://example.org/paper.pdf\ntopics:\n  - testing\nsources:\n  - https://example.org/papers\n",
  ),
  "pages/catalogue.md": talk(
    "title: Catalogue\nformerUrls:\n  - /old/catalogue.html\nentries:\n  - name: One thing\n    kind: product\n    url: https://example.org/one\n    sources:\n      - https://example.org/one/source\n  - name: 別の物\n    kind: project\n",
    "## A heading\n\nText.",
  ),
};

const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada Example>Good morning.\n\n00:02.000 --> 00:04.000\nThis is a talk.\n";

/** A PDF of one page that says what it is given, in letters of ASCII. */
export function smallPdf(text: string): string {
  const content = `BT /F1 24 Tf 40 100 Td (${text}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 180]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  return `${file}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** Its media, for an assets folder. */
export async function richMedia(): Promise<Record<string, string | Uint8Array>> {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#357" } })
      .png()
      .toBuffer();
  return {
    "media/2020/talk.pdf": smallPdf("A talk with everything"),
    "media/2020/talk.webm": Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
    "media/2020/talk.vtt": CAPTIONS,
    "media/2020/poster.png": await picture(640, 360),
    "media/speakers/ada.png": await picture(320, 320),
  };
}
