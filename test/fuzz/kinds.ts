/** The kinds of input that are generated, and what has to hold of each; a kind throws where it does not hold. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatProblems } from "../../src/problems/pretty.ts";
import { splitFrontMatter } from "../../src/content/front-matter.ts";
import { loadArchive } from "../../src/content/load.ts";
import { locate } from "../../src/content/locate.ts";
import { createMarkdown } from "../../src/content/markdown.ts";
import { mend } from "../../src/content/mend.ts";
import { readRecord } from "../../src/content/read.ts";
import { readYaml } from "../../src/content/yaml.ts";
import { runChecks } from "../../src/checks/index.ts";
import { IMPORTERS } from "../../src/importers/index.ts";
import { parseWebVtt } from "../../src/media/webvtt.ts";
import { RECORDS, type RecordKind } from "../../src/model/records/index.ts";
import { activeParts } from "../content/inert.ts";
import { LITTLE, SITE } from "../support/little.ts";
import { changed, type Random } from "./random.ts";

/** Tries one input that the seed of `random` makes. */
export type Kind = (random: Random, folder: string) => void;

const IMPORTS = join(import.meta.dirname, "../fixtures/imports");

const render = createMarkdown("/archive");

function hold(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

/** No text of a record acts in a page, whichever field it stands in. Texts that are the same are looked at once. */
function holdInert(value: unknown, looked = new Set<string>()): void {
  if (typeof value === "string") {
    if (looked.has(value)) return;
    looked.add(value);
    const active = activeParts(render(value).html);
    hold(active.length === 0, `acts in a page: ${active.join(", ")}`);
  } else if (typeof value === "object" && value !== null)
    // Every statement knows the file that it is from, whose text is no field.
    for (const [name, inner] of Object.entries(value)) if (name !== "file") holdInert(inner, looked);
}

const TALK = `---
title: A talk about grant tables
speakers:
  - name: Ada Example
    organization: Example Labs
    bio: |
      She writes **code**.
date: 2012-08-27
start: "09:30"
end: "10:00"
topics: [testing, live migration]
slides:
  url: https://example.org/slides.pdf
  file: 2012/slides.pdf
video: https://vimeo.com/57412215
links:
  - title: A post
    url: https://example.org/post
formerUrls:
  - /old/T10.html
---

What it is about. See [this](https://example.org/), \`code\` and

| a | b |
| - | - |
| 1 | 2 |
`;

const record: Kind = (random, folder) => {
  const kind = random.pick(Object.keys(RECORDS) as RecordKind[]);
  const file = join(folder, RECORDS[kind].bodyField === undefined ? `${kind}.yaml` : "record.md");
  writeFileSync(file, changed(kind === "site" ? SITE : TALK, random));
  const { record: found, findings } = readRecord({ kind, id: "record", file });
  hold((found === undefined) === findings.length > 0, "a record and errors, or neither");
  const printed = formatProblems(locate(findings), false);
  hold(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(printed), "a message with control characters");
  holdInert(found);
};

const frontMatter: Kind = (random) => {
  const text = changed(TALK, random);
  const split = splitFrontMatter(text);
  if (!("parts" in split)) return;
  const { yaml, yamlStart, body, bodyStart } = split.parts;
  hold(text.slice(yamlStart, yamlStart + yaml.length) === yaml, "fields that do not stand where they are said to");
  hold(text.slice(bodyStart, bodyStart + body.length) === body, "a body that does not stand where it is said to");
  readYaml(yaml);
  mend(text, "talk", new Map());
};

const IN_CSV =
  'Title,Speaker,Date,Start,End,Abstract\n"A talk, in quotes",Ada Example,2012-08-27,09:30,10:00,"Two\nlines"\nB,Bob,2012-08-27,10:00,10:30,\n';
const IN_XML = `<?xml version="1.0" encoding="utf-8"?><schedule><version>1</version><conference><acronym>x</acronym><title>Conf</title><start>2012-08-27</start><end>2012-08-28</end></conference><day index="1" date="2012-08-27"><room name="A"><event id="1"><date>2012-08-27T09:30:00+02:00</date><start>09:30</start><duration>00:30</duration><title>A talk</title><abstract>&lt;p&gt;Text&lt;/p&gt;</abstract><persons><person id="1">Ada</person></persons><links><link href="https://example.org/">x</link></links></event></room></day></schedule>`;
const IN_ICS =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Conf\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:1@sched.com\r\nDTSTAMP:20120827T000000Z\r\nDTSTART:20120827T073000Z\r\nDTEND:20120827T080000Z\r\nSUMMARY:A talk\r\nDESCRIPTION:Text\\n\\nSpeakers: Ada\r\nLOCATION:Hall\r\nURL:https://example.org/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const IN_JSON = JSON.stringify({
  schedule: {
    version: "1",
    conference: {
      acronym: "x",
      title: "Conf",
      start: "2012-08-27",
      end: "2012-08-28",
      days: [
        {
          index: 1,
          date: "2012-08-27",
          rooms: {
            A: [
              {
                id: 1,
                date: "2012-08-27T09:30:00+02:00",
                start: "09:30",
                duration: "00:30",
                title: "A talk",
                abstract: "Text",
                persons: [{ id: 1, public_name: "Ada" }],
                links: [],
              },
            ],
          },
        },
      ],
    },
  },
});

/** A file of another system; now and then it goes to an importer that does not know it, as `--format` can. */
const imported =
  (sample: string): Kind =>
  (random) => {
    const file = { path: "input", text: changed(sample, random) };
    const known = IMPORTERS.filter((importer) => importer.recognises(file));
    const importer = random.below(10) === 0 ? random.pick(IMPORTERS) : known[0];
    if (!importer) return;
    const { conferences, problems } = importer.read([file]);
    formatProblems(problems, false);
    holdInert(conferences);
  };

/** Files of many systems: those of the tests of imports, and three more. */
const SAMPLES = [
  ...readdirSync(IMPORTS)
    .filter((name) => name !== "README.md")
    .map((name) => readFileSync(join(IMPORTS, name), "utf8")),
  JSON.stringify({
    title: "A talk",
    speakers: ["Ann Lee"],
    recorded: "2014-07-23",
    videos: [{ type: "youtube", url: "https://youtu.be/abcdefg" }],
    description: "*One* `word <https://example.org/>`_ and more\n\n::\n\n  code",
  }),
  '- title: "A: talk"\n  speakers:\n    - Ann Lee\n  date: "2024-11-13"\n  video_provider: youtube\n  video_id: "abcdefghijk"\n  description: |-\n    words\n',
  "BEGIN:VCALENDAR\r\nPRODID:-//Sched Maker//EN\r\nX-WR-CALNAME:Conf\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20190709T140000Z\r\nSUMMARY:Talk (Ann Lee)\r\nDESCRIPTION:Speakers: Ann Lee\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
];

/** What readers of texts look for, or look past, within a line: of many lines each costs its own time. */
const UNITS = [
  ...[
    " ",
    "\t",
    "\u00a0",
    "a",
    "A",
    "é",
    "\u0301",
    "\u0323",
    "漢",
    "1",
    "9:",
    "20",
    ".",
    ",",
    ";",
    ":",
    "|",
    "/",
    "\\",
    "-",
    "–",
    "_",
    "*",
    "**",
    "`",
  ],
  ...[
    "'",
    '"',
    "“",
    "(",
    ")",
    "[",
    "]",
    "](",
    "{",
    "<",
    ">",
    "<a ",
    "<b>",
    "</b>",
    "<p>",
    "<br>",
    "<!--",
    "&",
    "&amp;",
    "&#",
    "=",
    "@",
    "#",
    "![",
  ],
  ...[
    "http://",
    "https://a.b/",
    "www.",
    "mailto:",
    "href=",
    " der",
    " van ",
    " and ",
    "Dr. ",
    "Jr.",
    "at ",
    "by ",
    "Speakers: ",
    "::",
    "..",
    "# ",
    "- ",
  ],
];

/**
 * A file of another system with so many of the same in one place that whoever looks through them again from each of them takes minutes: two
 * hundred letters for what tries all ways to part them, a hundred thousand for the rest.
 */
const floods: Kind = (random) => {
  const sample = random.pick(SAMPLES);
  const { index, 0: word } = random.pick([...sample.matchAll(/\p{L}+/gu)]);
  const unit = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => random.pick(UNITS)).join("");
  const isLong = random.below(2) === 0;
  const flood = unit.repeat(Math.ceil((isLong ? 100_000 : 200) / unit.length)) + random.pick(["", "x", "!"]);
  const at = index + word.length;
  const written = sample.startsWith("{") || sample.startsWith("[") ? JSON.stringify(flood).slice(1, -1) : flood;
  const file = { path: "input", text: sample.slice(0, at) + written + sample.slice(at) };
  const importer = IMPORTERS.find((one) => one.recognises(file));
  const conferences = importer?.read([file]).conferences;
  if (!isLong) holdInert(conferences);
};

const IN_VTT =
  "WEBVTT\n\nNOTE about it\n\n1\n00:01.000 --> 00:02.500 align:start\n<v Ada>Hello <b>all</b> &amp; welcome.\n\n00:00:03.000 --> 00:00:04.000\n- Bye\n";

const captions: Kind = (random) => {
  const transcript = parseWebVtt(changed(IN_VTT, random));
  for (const { start, end, text } of transcript?.cues ?? []) {
    hold(start < end, "a cue that ends before it starts");
    hold(!/[\u0000-\u001f]/.test(text), "a cue with control characters");
  }
};

const NAMES = [
  "talk",
  "ta\u0308lk",
  "t\u00e4lk",
  "TALK",
  "con",
  "nul.txt",
  "a.b",
  " a",
  "a ",
  "a.",
  "-",
  "~",
  "%2e%2e",
  "a\\b",
  "a\nb",
  "\u202eb",
  "x".repeat(250),
  "日本語",
  "{{ 7*7 }}",
  "<b>",
];

/** Names of files among records and media: each is a record, a file or a finding, and an archive comes of it. */
const fileNames: Kind = (random, folder) => {
  const place = mkdtempSync(join(folder, "names-"));
  try {
    for (const [path, text] of Object.entries(LITTLE)) {
      mkdirSync(join(place, "content", path, ".."), { recursive: true });
      writeFileSync(join(place, "content", path), text);
    }
    const asked: string[] = [];
    for (const [below, ending, text] of [
      ["content/events/2020-spring/talks", ".md", TALK],
      ["content/papers", ".md", "---\ntitle: A paper\n---\n"],
      ["assets/media", ".pdf", "%PDF-1.4"],
    ] as const) {
      const made = random.below(3) === 0 ? random.pick(NAMES) : changed(random.pick(NAMES), random);
      const name = Buffer.from(`${made.replace(/[/\0]/g, "").slice(0, 200)}`)
        .subarray(0, 255 - ending.length)
        .toString("utf8")
        .replace(/\ufffd/g, "");
      if (name === "" || name.startsWith(".")) continue;
      mkdirSync(join(place, below), { recursive: true });
      writeFileSync(join(place, below, `${name}${ending}`), text);
      asked.push(`${name}${ending}`);
    }
    const { archive, findings } = loadArchive({ contentDir: join(place, "content"), assetsDir: join(place, "assets") });
    const printed = formatProblems(locate([...findings, ...runChecks(archive)]), false);
    hold(!/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/.test(printed), "a message with control characters");
    for (const { path } of archive.talks) hold(/^\/events\/[\x21-\x7e]+\/$/.test(path) || findings.length > 0, `an odd address, ${path}`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

export const KINDS: Readonly<Record<string, Kind>> = {
  record,
  "front matter": frontMatter,
  CSV: imported(IN_CSV),
  XML: imported(IN_XML),
  ICS: imported(IN_ICS),
  JSON: imported(IN_JSON),
  floods,
  VTT: captions,
  "file names": fileNames,
};

/** A folder of the process in which kinds may write. */
export const scratchFolder = () => mkdtempSync(join(tmpdir(), "archive-fuzz-"));
